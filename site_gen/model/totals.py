"""Words by which a row of a table says that it is the sum of the others."""

from __future__ import annotations

import re
import unicodedata

from site_gen.base.vietnamese import fold

_SURE = re.compile(r"tong cong|tong so|cong tong")
_BARE = {"tổng", "cộng", "tong", "cong"}
"""Without marks only as a whole word that nobody marked: `Công` and `Cống` are other words."""
_OF_WHAT = re.compile(
    r"[\s:.;*]*(?:\([^()]*\)|\b(?:chung|cả|toàn (?:xã|phường|huyện|tỉnh|bộ)|[IVX]+|[A-Z]))?[\s:.;*]*$"
)


def is_total(text: str) -> bool:
    """Whether the text is `Tổng cộng`, `Tổng số`, `Cộng` or `Tổng`, in whatever case and with whatever marks."""
    plain = _OF_WHAT.sub("", unicodedata.normalize("NFC", text).strip(" :.*-–"), count=1).strip()
    return plain.lower() in _BARE or _SURE.fullmatch(fold(plain)) is not None
