"""Places on the ground by latitude and longitude, as map programs give them (WGS 84, degrees)."""

from __future__ import annotations

import re

from site_gen.base.messages import msg
from site_gen.base.vietnamese import excerpt
from site_gen.model.refusing import typed, wrong

LATITUDES, LONGITUDES = (6.0, 24.0), (102.0, 118.0)
"""Việt Nam with its islands lies between these."""
_NUMBER = r"(\d{1,3}[.,]\d{3,})"
_PAIR = re.compile(rf"\(?\s*{_NUMBER}\s*°?\s*[NB]?\s*[,;]?\s+{_NUMBER}\s*°?\s*[EĐ]?\s*\)?|{_NUMBER},{_NUMBER}")


def coordinates(value: object) -> object:
    """`21.59420, 105.84820`, latitude first, to five decimals, which is about a metre; a decimal comma may be written."""
    text = typed(value)
    hit = _PAIR.fullmatch(text)
    if hit is None:
        wrong(
            msg("`{value}` is no place on a map", value=excerpt(text, 40)),
            msg("write latitude and longitude as a map program gives them, for example `21.59420, 105.84820`"),
        )
    first, second = (float(part.replace(",", ".")) for part in hit.groups() if part)
    if _lies(second, LATITUDES) and _lies(first, LONGITUDES):
        wrong(
            msg("latitude and longitude stand the wrong way round in `{value}`", value=excerpt(text, 40)),
            msg("write `{pair}`", pair=_pair(second, first)),
        )
    if not (_lies(first, LATITUDES) and _lies(second, LONGITUDES)):
        wrong(
            msg("`{value}` does not lie in Việt Nam", value=excerpt(text, 40)),
            msg("check the digits; latitude comes first, for example `21.59420, 105.84820`"),
        )
    return _pair(first, second)


def position(text: str) -> tuple[float, float]:
    """Latitude and longitude of a place as `coordinates` writes it."""
    latitude, longitude = text.split(", ")
    return float(latitude), float(longitude)


def track(value: object) -> object:
    """Places in one line, separated by semicolons, or as a list."""
    return [part.strip() for part in value.split(";") if part.strip()] if isinstance(value, str) else value


def _lies(degrees: float, bounds: tuple[float, float]) -> bool:
    return bounds[0] <= degrees <= bounds[1]


def _pair(latitude: float, longitude: float) -> str:
    return f"{latitude:.5f}, {longitude:.5f}"
