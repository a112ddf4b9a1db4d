"""A personal value as it is compared, and as it may be shown where anybody reads along."""

from __future__ import annotations

import re
import unicodedata

from site_gen.base.vietnamese import strip_marks

_HIDDEN = "•••"


def digits(text: str) -> str:
    """The digits of a text, full-width ones as ordinary ones."""
    return "".join(str(unicodedata.digit(c)) for c in text if c.isdecimal())


def key(text: str) -> str:
    """What spellings of one value share: `+84 912 345 678` and `0912.345.678`, capitals and marks apart."""
    plain = unicodedata.normalize("NFKC", text).strip().lower()
    if "@" in plain:
        return plain
    bare = re.sub(r"[\W_]", "", strip_marks(plain))
    abroad = re.fullmatch(r"(?:00)?84(?:0?)([235789]\d{8,9})", bare)
    if abroad and (plain.lstrip("( ")[:1] == "+" or bare.startswith("0084") or len(bare) == 11):
        return "0" + abroad[1]
    return bare


def masked(text: str) -> str:
    """A value that its owner recognises and nobody else can use: reports of a build are public."""
    plain = unicodedata.normalize("NFKC", text).strip()
    name, at, domain = plain.partition("@")
    if at:
        return f"{name[:2] if len(name) > 3 else name[:1]}{_HIDDEN}@{domain}"
    bare = "".join(c for c in plain if c.isalnum())
    if not any(c.isdigit() for c in bare):
        return bare[:1] + _HIDDEN  # a name
    if len(bare) >= 10 and bare.isdecimal():
        return bare[:4] + _HIDDEN + bare[-3:]
    return bare[: min(len(bare) // 4, 2)] + _HIDDEN + bare[len(bare) - min(len(bare) // 4, 2) :]
