"""Word files for tests: paragraphs and raw markup into a document that Word could have saved."""

from __future__ import annotations

from pathlib import Path

import docx
from docx.oxml import parse_xml

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


class WordPaper:
    """A document in the making; ``saved`` gives its path."""

    def __init__(self) -> None:
        self.document = docx.Document()

    def lines(self, *texts: str, bold: bool = False) -> WordPaper:
        for text in texts:
            self.document.add_paragraph().add_run(text).bold = bold
        return self

    def raw(self, *markup: str) -> WordPaper:
        """Elements of the body as XML; "w:" stands for Word's names."""
        for one in markup:
            opened = one.replace(">", f" {_W}>", 1) if not one.split(">", 1)[0].endswith("/") else one
            body = self.document.element.body
            body.insert(len(body) - 1, parse_xml(opened))
        return self

    def numbering(self, levels: str, *, overrides: str = "", identity: int = 77) -> WordPaper:
        """A list: ``levels`` as w:lvl elements, ``overrides`` as w:lvlOverride elements of a second number."""
        root = self.document.part.numbering_part.element
        abstract = f'<w:abstractNum {_W} w:abstractNumId="{identity}">{levels}</w:abstractNum>'
        root.insert(0, parse_xml(abstract))
        for number, inside in ((identity, ""), (identity + 1, overrides)):
            link = f'<w:abstractNumId w:val="{identity}"/>'
            root.append(parse_xml(f'<w:num {_W} w:numId="{number}">{link}{inside}</w:num>'))
        return self

    def numbered(self, text: str, level: int = 0, identity: int = 77) -> WordPaper:
        number = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{identity}"/></w:numPr>'
        return self.raw(f"<w:p><w:pPr>{number}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>")

    def saved(self, folder: Path) -> Path:
        path = folder / "paper.docx"
        self.document.save(str(path))
        return path


def level(at: int, form: str, pattern: str, *, start: int = 1, more: str = "") -> str:
    """One level of a list as numbering.xml has it."""
    inside = f'<w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{pattern}"/>'
    return f'<w:lvl w:ilvl="{at}">{inside}</w:lvl>'
