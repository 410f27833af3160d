"""The shapes that papers set before their points, and headings whose letters are set apart."""

from __future__ import annotations

import re

# Arrows, triangles, squares, dots, diamonds, ticks and stars, in the fonts of all word processors
SHAPES = "•·●○◦∙⚫⚪⦁⦿◉⁌⁍▪▫■□◾◽◼◻⬛▶▷▸▹►▻➢➣➤➔➜➙➨→⇨⮚❯›»❑❏❒❖◆◇♦✓✔☑☐★☆✦✱*‣⁃\uf0b7\uf0a7\uf0d8\uf0fc\uf076"
"""A bullet is one of these. A dash, "o", "§" and "Ø" are bullets too, where white space follows."""

# "M I N U T E S", "A G E N D A"; not "Mrs J L M A Griffiths", nor the codes "P P A P P" of a grid
_SET_APART = re.compile(r"(?<!\S)[A-Z](?: [A-Z]){4,}(?!\S)(?! +[A-Z][a-z])")
_LEAST = 4  # different letters


def closed_up(text: str) -> str:
    """Words whose letters were set apart to look important, as words."""
    return _SET_APART.sub(lambda word: _word(word[0]), text)


def _word(letters: str) -> str:
    joined = letters.replace(" ", "")
    return joined if len(set(joined)) >= _LEAST else letters
