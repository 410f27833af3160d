"""The shapes that papers set before their points."""

# Arrows, triangles, squares, dots, diamonds, ticks and stars, in the fonts of all word processors
SHAPES = "•·●○◦∙⚫⚪⦁⦿◉⁌⁍▪▫■□◾◽◼◻⬛▶▷▸▹►▻➢➣➤➔➜➙➨→⇨⮚❯›»❑❏❒❖◆◇♦✓✔☑☐★☆✦✱*‣⁃\uf0b7\uf0a7\uf0d8\uf0fc\uf076"
"""A bullet is one of these. A dash, "o", "§" and "Ø" are bullets too, where white space follows."""
TIGHT = r"(?<=[•●▪■▶►➢➤❖✓])(?=[A-Z])"
"""Where words may follow a bullet without white space."""
