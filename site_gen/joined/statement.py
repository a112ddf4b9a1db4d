"""The accessibility statement: what was tested, how, when, what is known to be missing, how to complain.

It tells what `data/accessibility.yml` says, which also gives the tests in a browser their parameters.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from site_gen.base.dataclass import dataclass
from site_gen.base.messages import Message, msg, say
from site_gen.base.values import Address
from site_gen.model.accessibility import Check, Limit
from site_gen.pages.frames import Shown
from site_gen.pages.page import Page
from site_gen.reading.shipped import accessibility_tested

URL = "kha-nang-tiep-can.html"
TITLE = msg("Accessibility")

_CHECKS: dict[Check, Message] = {
    Check.MACHINE: msg(
        "{tool} {version} finds no violation of {standard}, levels A and {level}; text stands out enough in each of these colours: {looks}."
    ),
    Check.REFLOW: msg(
        "At every width from {narrow} to {wide} pixels, as when text is enlarged to 400 %, no text needs sideways scrolling; "
        "a wide table scrolls by itself and says so."
    ),
    Check.SPACING: msg("With wider lines, letters, words and paragraphs, as WCAG 1.4.12 sets them, nothing is cut."),
    Check.KEYBOARD: msg(
        "With the keyboard alone everything is reached in the order of the page; what has the focus is marked and not hidden, "
        "and the first key leads past the menu."
    ),
    Check.TARGETS: msg("What can be pressed is at least 24 pixels large, or stands apart from its neighbours."),
    Check.MOTION: msg("Nothing moves for who asked their device for less motion."),
    Check.PRINT: msg("Every page prints on white A4: no menu, nothing cut, rows whole, heads of tables repeated."),
    Check.STRUCTURE: msg(
        "All pages: landmarks once and with names, no level of headings left out, a caption and heads for every table, a name "
        "for everything that can be used."
    ),
    Check.ALONE: msg("Pages can be read without scripts, and ask no other server for anything."),
}
_LIMITS: dict[Limit, Message] = {
    Limit.ATTACHMENTS: msg(
        "Attached files (PDF, Word, Excel) are published as they were signed; many are pictures of paper that a screen reader "
        "cannot read. Ask us for the text."
    ),
    Limit.VIDEOS: msg("Videos that pages link to lie on other websites and may lack captions."),
    Limit.PEOPLE: msg("The pages have not yet been tested together with disabled people."),
    Limit.MACHINE_ONLY: msg("A machine finds only part of the obstacles."),
}


@dataclass(frozen=True)
class Statement(Shown):
    """The accessibility statement; `contact` is the address of the page with other ways of reaching the authority."""

    template = "accessibility.html"
    email: str
    phone: str
    contact: Address
    standard: str
    tested_on: date
    browser: str
    widths: tuple[str, ...]
    checks: tuple[str, ...]
    limits: tuple[str, ...]


def statement(language: str, email: str = "", phone: str = "", contact: str = "") -> Page:
    """The page, in `language`."""
    tested = accessibility_tested()
    facts: dict[str, str | int | date | Message] = {
        "tool": tested.tool,
        "version": tested.tool_version,
        "standard": tested.standard,
        "level": tested.level,
        "looks": ", ".join(look.label if language == "vi" else look.english for look in tested.looks),
        "narrow": min(tested.widths),
        "wide": max(tested.widths),
    }

    def filled(message: Message) -> str:
        return say(replace(message, args=tuple(sorted(facts.items()))), language)

    context = Statement(
        email=email,
        phone=phone,
        contact=contact,
        standard=f"{tested.standard} {tested.level}",
        tested_on=tested.tested_on,
        browser=tested.browser,
        widths=tuple(f"{width}" for width in tested.widths),
        checks=tuple(filled(_CHECKS[check]) for check in tested.checks),
        limits=tuple(filled(_LIMITS[limit]) for limit in tested.limits),
    )
    return Page(URL, context.template, say(TITLE, language), context)
