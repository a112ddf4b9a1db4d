"""What may be wrong with a board sheet, for `sitegen explain` and the reference."""

from __future__ import annotations

from site_gen.base.diagnostics import Severity
from site_gen.base.messages import msg
from site_gen.reading.refusals import Refusal

LETTER = "BOARD001"

BOARD: tuple[Refusal, ...] = (
    Refusal(LETTER, Severity.WARNING, msg("a character cannot be printed on a board sheet"),
            msg("Sheets for the notice board are printed with one font that carries all letters of Vietnamese and the usual signs, so that every printer gives the same page. It has no pictures and no other scripts. The sheet shows □ where such a character stands; the website is not affected. Write it in letters."),
            "note: ☎ gọi bộ phận Một cửa", "note: Gọi bộ phận Một cửa"),
)  # fmt: skip
