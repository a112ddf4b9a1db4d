"""A commune's own look: whether its accent is read well on every page, and whether logo and favicon are fit to stand on all of them."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from site_gen.base.colour import Rgb, contrast, mixed, nearest, rgb
from site_gen.base.dataclass import dataclass
from site_gen.base.diagnostics import Diagnostic, LawRef, Severity, Span
from site_gen.base.messages import Message, msg
from site_gen.base.theme import Theme
from site_gen.joined.codes import HEAVY_LOGO, WEAK_ACCENT
from site_gen.pipeline.gather import Gathered, GatheredSite
from site_gen.pipeline.places import SourceFiles
from site_gen.pipeline.request import Request
from site_gen.rules.references import missing_file

READ = 4.5
"""The contrast that text needs (WCAG 2.2, 1.4.3)."""
LIGHT = 40_000
"""So many bytes a picture that every page shows may have: less than the page itself."""
LAW = LawRef("26/2020/TT-BTTTT", "Điều 5 khoản 1")
TOKENS = "styles/00-tokens.css"
_PAPER = re.compile(r"--paper:\s*(#[0-9a-f]{6})\b", re.IGNORECASE)
_DARK_SHARE = re.compile(r"--accent-line:\s*color-mix\(in srgb,\s*var\(--accent[^)]*\)\s*(\d+)%,\s*#fff\)")


@dataclass(frozen=True, slots=True)
class Grounds:
    """What an accent stands on.

    Attributes:
        paper: The light page.
        dark: The dark page, on which the accent is mixed with white.
        share: How much of it is the accent then, 0 to 1.
    """

    paper: Rgb
    dark: Rgb
    share: float

    @classmethod
    def of(cls, theme: Theme) -> Grounds:
        """As the theme's tokens have it; the shipped values where they do not tell."""
        file = theme.file(TOKENS)
        text = file.read_text(encoding="utf-8", errors="replace") if file else ""
        papers, share = _PAPER.findall(text), _DARK_SHARE.search(text)
        if len(papers) < 2 or share is None:
            return SHIPPED
        return cls(rgb(papers[0]), rgb(papers[1]), int(share[1]) / 100)

    def ratios(self, accent: str) -> tuple[float, float]:
        """The contrast of an accent on the light page and on the dark one."""
        colour = rgb(accent)
        return contrast(colour, self.paper), contrast(mixed(colour, (1, 1, 1), self.share), self.dark)

    def passes(self, accent: str) -> bool:
        """Whether it is read well on both."""
        return min(self.ratios(accent)) >= READ


SHIPPED = Grounds(rgb("#fffdfa"), rgb("#171412"), 0.55)


def judge_look(gathered: Gathered, request: Request) -> Iterator[Diagnostic]:
    """What is wrong with the look of each site, and of the portal."""
    files, grounds = SourceFiles(request.source, request.shown), Grounds.of(request.whole_theme)
    if gathered.fleet is not None:
        yield from _accent(gathered.fleet.accent, f"{request.shown}/fleet.yml", grounds, files)
    for site in gathered.sites:
        yield from _accent(site.snapshot.catalog.site.accent, site.settings, grounds, files)
        yield from _pictures(site, files)


def _accent(accent: str, settings: str, grounds: Grounds, files: SourceFiles) -> Iterator[Diagnostic]:
    if grounds.passes(accent):
        return
    light, dark = grounds.ratios(accent)
    message = msg(
        "the accent `{value}` has a contrast of {ratio}:1 on {ground}; {needed}:1 is needed",
        value=accent,
        ratio=_ratio(min(light, dark)),
        ground=msg("a light page") if light < dark else msg("a dark page"),
        needed=_ratio(READ),
    )
    better = nearest(accent, grounds.passes)
    yield Diagnostic(
        WEAK_ACCENT, Severity.WARNING, message, _place(accent, settings, files), _instead(better, grounds), law=LAW
    )


def _instead(better: str | None, grounds: Grounds) -> Message:
    if better is None:
        return msg("choose another colour")
    light, dark = grounds.ratios(better)
    return msg(
        "write `{value}`: the nearest of this hue that is read well, {light}:1 on a light page and {dark}:1 on a dark one",
        value=better,
        light=_ratio(light),
        dark=_ratio(dark),
    )


def _pictures(site: GatheredSite, files: SourceFiles) -> Iterator[Diagnostic]:
    settings, attachments = site.snapshot.catalog.site, site.snapshot.catalog.attachments
    for path in dict.fromkeys(path for path in (settings.logo, settings.favicon) if path):
        at = _place(path, site.settings, files)
        if path not in attachments:
            message, hint = missing_file(path, attachments)
            yield Diagnostic("REF002", Severity.ERROR, message, at, hint)
        elif attachments[path].size > LIGHT:
            size = math.ceil(attachments[path].size / 1000)
            message = msg("`{file}` has {size} kB, and every page loads it", file=path, size=size)
            hint = msg("save it as plain SVG, or as PNG some 200 points high: at most {most} kB", most=LIGHT // 1000)
            yield Diagnostic(HEAVY_LOGO, Severity.WARNING, message, at, hint)


def _place(value: str, settings: str, files: SourceFiles) -> Span:
    return files.place(value, value, (settings,)) or Span(settings, 1, 1)


def _ratio(value: float) -> str:
    """Two decimals, never rounded up to what is not reached."""
    return f"{math.floor(value * 100) / 100:.2f}".rstrip("0").rstrip(".").replace(".", ",")
