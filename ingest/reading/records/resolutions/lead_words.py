"""What the patterns of lead-ins share: deciding verbs, and what stands between them and the decision."""

from __future__ import annotations

# "(unanimously)", "(12 votes for, 2 against)", "(to Cabinet)", "(proposed Cllr A, seconded Cllr B)": not "(1)" or "(a)"
ASIDE = (
    r"(?:\s*[(\[](?:(?i:unanimous\w*|nem\.?\s?con\.?|proposed|moved|seconded|by\s|vot|on\s+a|with\s|"
    r"(?:Cllrs?|Councillors?)\s[^()\[\]]{3,60}?(?:voting|abstain|against|dissent))[^()\[\]]{0,100}|"
    r"(?i:to|for)\s+(?:the\s+)?(?-i:[A-Z])[^()\[\]]{1,80}|"
    r"\d{1,3}\s+(?i:votes?|for|in\s+favour|members?)\b[^()\[\]]{0,80}|\d{1,3}\s*[-–:]\s*\d{1,3}[^()\[\]]{0,40})[)\]])?"
)
# "by 7 votes to 2", "by a majority", "with one abstention", "on the proposal of Alderman A, seconded by Councillor B,"
HOW = (
    r"(?:,?\s+(?i:unanimously|nem(?:ine|\.)?\s?con(?:tradicente|\.)?|accordingly|as\s+follows|by\s+all(?:\s+present)?|by\s+(?:\d{1,3}|[a-z]{3,9})\s+votes?\s+to\s+\w{1,9}|"
    r"by\s+(?:a\s+)?(?:\w+\s+)?(?:majority|consensus|assent)|with\s+\w{1,6}\s+abstentions?))?"
    r"(?:,?\s+(?i:(?:proposed|moved)\s+[^;:()]{3,60}?,?\s+(?:and\s+)?seconded\s+[^;:()]{3,60}?)(?=,?\s+(?:that|to)\b|\s*:))?"
    r"(?:,?\s+(?i:on\s+(?:the\s+|a\s+)?(?:proposal|motion|proposition)\s+(?:of|by|from))\s+[^;:()]{3,120}?(?=,?\s+(?:that|to)\b|\s*:))?"
) + ASIDE
TO = (
    r"(?:\s+(?:to\s+(?:the\s+)?|TO\s+(?:THE\s+)?(?=(?:FULL\s+)?(?:CABINET|COUNCIL|EXECUTIVE|LEADER)\b))"
    r"(?P<recipient>(?!be\b|note\b|approve\b|(?i:recommend))(?:full\s+)?(?:[A-Z][\w’'&-]*)"
    r"(?:\s+(?!THAT\b)(?:[A-Z][\w’'&-]*|for|of|and|the|with))*))?"
)
AFTER = rf"\s*(?P<mark>[:;–—-]+|,(?=\s*(?:[Tt]hat|to)\b))?{ASIDE}(?:(?<=[)\]])\s*[:;–—-]+)?\s*"
NOW = r"(?:resolves|agrees|approves|notes|recommends|endorses)"
VERB = r"(?:resolved|agreed|approved|noted|recommended|decided|determined|endorsed|ordered)"
# Who decides, in the words of minutes: "The Health Sub-Committee", "Members", "the Working Party"
BODY_NOUN = (
    r"(?i:(?:sub-?\s?)?(?:committee|group)|panel|cabinet|council|board|commission|forum|authority|assembly|working\s+party|"
    r"executive\s+member|members|meeting|councillors|governors|trustees)"
)
BODY = (
    rf"(?:[Tt]he\s+)?(?:[A-Z][\w’'&-]*\s+(?:(?:and|for|of|the)\s+)?){{0,8}}"
    # those of one kind in a schools forum
    r"(?:(?i:maintained|primary|secondary|special|academy|nursery)\s+(?:school\s+)?){0,2}"
    rf"{BODY_NOUN}"
    r"(?:\s+(?:for|on)(?:\s+[A-Z][\w’'&-]*(?:\s+(?:and|of|the|&))*){1,6})?"
)
