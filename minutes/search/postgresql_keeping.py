"""How PostgreSQL's index is made and kept: its columns, what fills them, and its triggers."""

# ruff: noqa: S608 - the SQL is put together of names of our own; what people type are parameters

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.db import connection

from minutes.search.postgresql_condition import BRACKET, LISTED
from minutes.search.sources import DAY_ZERO, KINDS, RECORDS, Kind, parts

LONGEST_TEXT = 200_000  # letters of one record; a tsvector ends at a megabyte
PREFIX = "minutes_search_"  # of our triggers' names
SPANS = {"a": 5, "b": 7, "c": 9, "d": 11}  # powers of two of days

COLUMNS = ("title", "words", "neighbours")

TABLES = (
    # What parts words for unicode61, but means something to PostgreSQL's parser (hosts, paths, numbers, tags). A
    # regular expression that finds little is three times as fast as translate, which looks at every letter.
    "CREATE OR REPLACE FUNCTION minutes_fold(words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ "
    "SELECT regexp_replace(CASE WHEN octet_length(words) = length(words) THEN left(words, " + str(LONGEST_TEXT) + ") "
    "ELSE regexp_replace(normalize(left(words, " + str(LONGEST_TEXT) + "), NFD), '[\u0300-\u036f]+', '', 'g') END, "
    "'[-_./:@+&<]', ' ', 'g') $$",
    # hashtext is what hash indexes and partitions are made with, so it stays what it is. Two pairs in four thousand
    # million have the same number; both would have to stand in the place of one another to be found for it.
    "CREATE OR REPLACE FUNCTION minutes_neighbours(folded text) RETURNS int[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS "
    # OFFSET 0 has the text parted once.
    "$$ SELECT COALESCE(array_agg(hashtext(one || ' ' || next)), '{}') FROM (SELECT array_remove(string_to_array("
    r"regexp_replace(lower(folded), '[^\w ]+', ' ', 'g'), ' ', ''), NULL) AS words OFFSET 0) w, "
    "unnest(words, words[2:]) AS p (one, next) WHERE next IS NOT NULL $$",
    "CREATE OR REPLACE FUNCTION minutes_listed(words text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS "
    rf"$$ SELECT COALESCE(string_agg(quote_literal('{LISTED}' || lexeme) || ':' || array_to_string(positions, ','), "
    "' '), '')::tsvector FROM unnest(to_tsvector('simple', minutes_fold(words))) $$",
    "ALTER TABLE minutes_searchrow ADD COLUMN title tsvector, ADD COLUMN words tsvector, ADD COLUMN neighbours int[]",
    "ALTER TABLE minutes_searchrow SET (toast_tuple_target = 128)",
    *(f"ALTER TABLE minutes_searchrow ALTER COLUMN {column} SET STORAGE EXTERNAL" for column in COLUMNS),
    'CREATE TABLE minutes_searchword (word text COLLATE "C" NOT NULL)',
)
NO_TABLES = (
    *(f"ALTER TABLE minutes_searchrow DROP COLUMN IF EXISTS {column}" for column in COLUMNS),
    "DROP TABLE IF EXISTS minutes_searchword",
)
EMPTY = "TRUNCATE minutes_searchrow"
FILLED = (
    "INSERT INTO minutes_searchword SELECT word FROM ts_stat('SELECT words FROM minutes_searchrow') "
    "WHERE left(word, 1) <> '#'",
    "CREATE INDEX minutes_searchword_word ON minutes_searchword (word)",
    # A server that is given more keeps it.
    "SELECT set_config('maintenance_work_mem', '256MB', TRUE) FROM pg_settings "
    "WHERE name = 'maintenance_work_mem' AND setting::bigint < 262144",
    f"CREATE INDEX minutes_searchrow_found ON minutes_searchrow USING gin ({', '.join(COLUMNS)})",
    "ANALYZE minutes_searchrow",
    "ANALYZE minutes_searchword",
)
# Without a unique index: two transactions that bring the same new word would wait for each other. Twice is no harm.
OWN_TRIGGERS = (
    f"CREATE OR REPLACE FUNCTION {PREFIX}learn_words() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
    "INSERT INTO minutes_searchword SELECT DISTINCT w FROM added, unnest(tsvector_to_array(words)) w "
    "WHERE left(w, 1) <> '#' AND NOT EXISTS (SELECT 1 FROM minutes_searchword k WHERE k.word = w); "
    "RETURN NULL; END $$",
    f"CREATE TRIGGER {PREFIX}learn_words AFTER INSERT ON minutes_searchrow REFERENCING NEW TABLE AS added "
    f"FOR EACH STATEMENT EXECUTE FUNCTION {PREFIX}learn_words()",
)


class Sql:
    """What PostgreSQL says in its own way: see minutes.search.sources.Dialect."""

    def days(self, column: str) -> str:
        return f"({column} - DATE '{DAY_ZERO}')::bigint"

    def municipal_year(self, column: str) -> str:
        return f"EXTRACT(year FROM {column} - INTERVAL '4 months')::int"

    def paragraphs(self, column: str) -> str:
        return f"(SELECT string_agg(j, E'\\n') FROM jsonb_array_elements_text({column}) j)"

    def joined(self, column: str, rest: str) -> str:
        return f"(SELECT string_agg({column}, ' ') {rest})"

    def changed(self, column: str) -> str:
        return f"OLD.{column} IS DISTINCT FROM NEW.{column}"


def fill(kind: Kind, scope: str) -> Iterator[str]:
    """The statement that puts the records of a kind into the index that the scope picks out."""
    found = parts(kind, Sql())
    day = f"(({found.row['id']}) / {KINDS * RECORDS})"
    marks = [f"'{BRACKET}{mark}' || ({value})::text" for mark, value in found.marks.items()]
    marks.append(f"CASE WHEN {found.row['exempt']} THEN '{BRACKET}x1' END")
    marks += [f"'{BRACKET}{span}' || ({day} >> {power})" for span, power in SPANS.items()]
    marked = f"array_to_tsvector(array_remove(ARRAY[{', '.join(marks)}], NULL))"
    marked += f" || minutes_listed({found.listed})" if found.listed else ""
    title, body = (f"to_tsvector('simple', {text})" for text in ("folded_title", "folded_body"))
    # The lone mark between keeps a phrase from going over the end of the title.
    made = {
        "title": f"{title} || marks",
        "words": f"{title} || '''#'':1'::tsvector || {body} || marks",
        "neighbours": "minutes_neighbours(folded_title || ' _ ' || folded_body)",  # no folded word is a _
    }
    columns = [*found.row, *made]
    again = ", ".join(f"{column} = excluded.{column}" for column in columns if column not in ("kind", "record"))
    given = ", ".join(
        # What is NULL for all of a kind would be a text.
        f"{value if column == 'exempt' else f'({value})::bigint'} AS {column}"
        for column, value in found.row.items()
    )
    folded = ", ".join(
        f"minutes_fold(COALESCE({text}, '')) AS folded_{name}"
        for name, text in (("title", found.title), ("body", found.body))
    )
    # OFFSET 0 has each text folded once.
    yield (
        f"INSERT INTO minutes_searchrow ({', '.join(columns)}) SELECT {', '.join([*found.row, *made.values()])} FROM "
        f"(SELECT {given}, {folded}, {marked} AS marks FROM {found.tables} WHERE {found.where} AND {scope} OFFSET 0) f "
        f"ON CONFLICT (kind, record) DO UPDATE SET {again}"
    )


def trigger(name: str, event: str, table: str, condition: str, statements: Iterable[str]) -> Iterator[str]:
    """The statements that make a trigger for each changed row."""
    when = f"WHEN ({condition}) " if condition else ""
    yield (
        f"CREATE OR REPLACE FUNCTION {PREFIX}{name}() RETURNS trigger LANGUAGE plpgsql AS $$ "
        f"BEGIN {'; '.join(statements)}; RETURN NULL; END $$"
    )
    yield (
        f"CREATE TRIGGER {PREFIX}{name} AFTER {event} ON {table} FOR EACH ROW {when}EXECUTE FUNCTION {PREFIX}{name}()"
    )


def triggers() -> list[str]:
    """The names of the triggers that there are."""
    return [name for name, _ in _triggers()]


def drop_triggers() -> Iterator[str]:
    for name, table in _triggers():
        yield f"DROP TRIGGER {name} ON {table}"


def _triggers() -> list[tuple[str, str]]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tgname, tgrelid::regclass::text FROM pg_trigger WHERE starts_with(tgname, %s) AND NOT tgisinternal",
            [PREFIX],
        )
        found: list[tuple[str, str]] = cursor.fetchall()
    return found
