"""Colours of a screen: how well one is read on another, and the nearest that is read well.

Contrast is that of WCAG 2.2 (relative luminance, 1 to 21). Nearness is measured in Oklab, in which equal steps look equal: a
colour is made lighter or darker with its hue kept, and as much of its chroma as a screen can show.
"""

from __future__ import annotations

import math
from collections.abc import Callable

Rgb = tuple[float, float, float]
"""Red, green and blue, 0 to 1, as a screen is told them (sRGB)."""

_STEPS = 1000


def rgb(colour: str) -> Rgb:
    """The shares of a colour that is written `#9b1c1f`."""
    return (int(colour[1:3], 16) / 255, int(colour[3:5], 16) / 255, int(colour[5:7], 16) / 255)


def written(colour: Rgb) -> str:
    """The colour as `#9b1c1f`."""
    return "#" + "".join(f"{round(min(max(part, 0), 1) * 255):02x}" for part in colour)


def contrast(one: Rgb, other: Rgb) -> float:
    """The ratio of contrast between two colours, 1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def mixed(one: Rgb, other: Rgb, share: float) -> Rgb:
    """`share` (0 to 1) of one colour with the rest of another, as `color-mix(in srgb, …)` mixes them."""
    red, green, blue = (a * share + b * (1 - share) for a, b in zip(one, other, strict=True))
    return (red, green, blue)


def nearest(colour: str, passes: Callable[[str], bool]) -> str | None:
    """The colour of the same hue, nearest in lightness, that passes; None where none does."""
    lightness, chroma, hue = _lch(rgb(colour))
    for step in range(_STEPS + 1):
        for other in {lightness - step / _STEPS, lightness + step / _STEPS}:
            if 0 <= other <= 1 and passes(found := _shown(other, chroma, hue)):
                return found
    return None


def _luminance(colour: Rgb) -> float:
    red, green, blue = map(_linear, colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def _gamma(part: float) -> float:
    return part * 12.92 if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055


def _lch(colour: Rgb) -> tuple[float, float, float]:
    """Lightness, chroma and hue in Oklab (B. Ottosson, 2020)."""
    r, g, b = map(_linear, colour)
    long = math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
    middle = math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
    short = math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
    a = 1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short
    return 0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short, math.hypot(a, b), math.atan2(b, a)


def _srgb(lightness: float, chroma: float, hue: float) -> Rgb:
    a, b = chroma * math.cos(hue), chroma * math.sin(hue)
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        _gamma(4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short),
        _gamma(-1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short),
        _gamma(-0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short),
    )


def _shown(lightness: float, chroma: float, hue: float) -> str:
    """The colour with as much of its chroma as a screen can show."""
    least, most = 0.0, chroma
    if _is_shown(_srgb(lightness, chroma, hue)):
        return written(_srgb(lightness, chroma, hue))
    for _ in range(20):
        middle = (least + most) / 2
        least, most = (middle, most) if _is_shown(_srgb(lightness, middle, hue)) else (least, middle)
    return written(_srgb(lightness, least, hue))


def _is_shown(colour: Rgb) -> bool:
    return all(-1e-4 <= part <= 1.0001 for part in colour)
