"""How answers are kept and compared: line by line, and changed only where they say something else."""

from __future__ import annotations

import difflib
import re

_BLOCK = re.compile(
    r"><(?=/?(?:caption|colgroup|dd|details|div|dl|dt|footer|form|h\d|header|li|main|nav|ol|p|section|summary|table|tbody|td|th|thead|tr|ul)\b)"
)
FINGERPRINT = re.compile(r"(?<=\.)[a-z]{10}(?=\.(?:css|js|svg)\b)")


def plain(text: str) -> str:
    """`text` with a `~` for fingerprints of assets, and with what nobody sees made visible: CRLF, byte order mark."""
    return FINGERPRINT.sub("~", text).replace("\r\n", "␍\n").replace("\ufeff", "<BOM>")


def lines(html: str) -> str:
    """HTML with each block on a line of its own, so that a difference is a few short lines.

    Between words in a row a line end is a blank that is seen, so none is put there.
    """
    return plain(_BLOCK.sub(">\n<", html)).strip() + "\n"


def main_part(html: str) -> str:
    """What a page says itself, without the frame that all pages share."""
    return html[html.index("<main") : html.index("</main>") + len("</main>")]


def differing(name: str, old: str, new: str, most: int = 60) -> str:
    """The first lines in which an answer differs from the kept one, none of them long, and what to do about it."""
    rows = difflib.unified_diff(old.splitlines(), new.splitlines(), f"kept: {name}", "now", lineterm="", n=2)
    lines = [row if len(row) <= 200 else row[:199] + "…" for row in rows]
    more = [f"… and {len(lines) - most} lines more"] if len(lines) > most else []
    return "\n".join([*lines[:most], *more, f"If this is meant: `make golden` renews {name}."])
