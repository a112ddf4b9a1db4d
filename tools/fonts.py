"""The fonts of board sheets: the letters we need out of Tinos, and the list of them.

    python tools/fonts.py FOLDER    FOLDER holds Tinos-Regular.ttf, -Bold, -Italic and -BoldItalic

Tinos is the metric twin of Times New Roman. The files shipped here were cut from Debian's package fonts-croscore
20201225-1 (Tinos 1.33, SIL Open Font License 1.1, no reserved font name).
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter, load_font, save_font

TARGET = Path(__file__).parents[1] / "themes" / "default" / "board" / "fonts"
STYLES = ("Regular", "Bold", "Italic", "BoldItalic")
WANTED = (
    (0x20, 0x7E), (0xA0, 0x17F), (0x18F, 0x18F), (0x192, 0x192), (0x1A0, 0x1B0), (0x1CD, 0x1DC), (0x2C6, 0x2DD),
    (0x300, 0x323), (0x370, 0x3FF), (0x1E00, 0x1EFF), (0x2000, 0x209F), (0x20AB, 0x20AC), (0x2100, 0x215F),
    (0x2190, 0x2195), (0x2200, 0x22FF), (0x25A0, 0x25FF), (0xFB01, 0xFB02),
)  # fmt: skip  # ranges of letters, read as a paragraph
"""Latin with all its marks, Vietnamese, Greek for formulas, punctuation, arrows, signs of comparison, shapes."""


def options() -> Options:
    """Without hints, which printers do not need; with kerning and the placing of marks."""
    chosen = Options()
    chosen.hinting = False
    chosen.layout_features = ["kern", "liga", "ccmp", "locl", "mark", "mkmk", "lnum", "tnum"]
    chosen.name_IDs = ["*"]  # the copyright and licence stay inside
    chosen.notdef_outline = True
    chosen.recalc_timestamp = False
    return chosen


def cut(source: Path) -> set[int]:
    """Writes the subset of one file; gives the characters it holds."""
    chosen = options()
    font = load_font(str(source), chosen)
    cutter = Subsetter(chosen)
    cutter.populate(unicodes=[code for first, last in WANTED for code in range(first, last + 1)])
    cutter.subset(font)
    save_font(font, str(TARGET / source.name), chosen)
    return set(font.getBestCmap())


def ranges(codes: set[int]) -> list[str]:
    """`20-7E` for each run of code points."""
    out: list[list[int]] = []
    for code in sorted(codes):
        if out and code == out[-1][1] + 1:
            out[-1][1] = code
        else:
            out.append([code, code])
    return [f"{first:X}-{last:X}" for first, last in out]


def main() -> int:
    """Cut all four, and write down which characters every one of them has."""
    if len(sys.argv) != 2:
        sys.stdout.write(str(__doc__))
        return 2
    held = [cut(Path(sys.argv[1]) / f"Tinos-{style}.ttf") for style in STYLES]
    (TARGET / "characters.txt").write_text("\n".join(ranges(set.intersection(*held))) + "\n", encoding="ascii")
    return 0


if __name__ == "__main__":
    sys.exit(main())
