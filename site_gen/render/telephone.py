"""Telephone numbers that a thumb can dial (RFC 3966): `0208 3 871 234` as a link to `tel:+842083871234`."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

NUMBER = re.compile(
    r"(?<![\w.,/+-])(?:\(0\d{2,3}\)|(?:\+84|0|(?=1[89]00))(?:[ .\u00a0-]?\d){3})(?:[ .\u00a0-]?\d){4,7}(?![\w/])"
    r"(?P<ext>\s*(?:,|-|–|\()?\s*(?:máy lẻ|máy nhánh|ext\.?)\s*(?P<more>\d{1,5})\)?)?",
    re.IGNORECASE,
)
"""A Vietnamese number: of a place or a mobile (a 0, or +84 in its place), or a service number (1800, 1900)."""
_FAX = re.compile(r"fax\W*$", re.IGNORECASE)


def dialled(text: str) -> Markup:
    """The text, escaped, with each telephone number in it as a link; a number of a fax is left alone."""
    out, end = Markup(""), 0
    for hit in NUMBER.finditer(text):
        if not _FAX.search(text[: hit.start()]):
            out += escape(text[end : hit.start()]) + Markup('<a class="tel" href="{}">{}</a>').format(
                address(hit), hit[0]
            )
            end = hit.end()
    return out + escape(text[end:])


def address(hit: re.Match[str]) -> str:
    """The address that dials a number that was found."""
    whole = hit[0].removesuffix(hit["ext"] or "")
    digits = re.sub(r"\D", "", whole)
    number = f"+84{digits[1:]}" if digits.startswith("0") else f"+{digits}" if "+" in whole else digits
    return f"tel:{number}" + (f";ext={hit['more']}" if hit["more"] else "")
