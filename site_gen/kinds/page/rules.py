"""What must be true of free pages."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.base.diagnostics import Severity
from site_gen.base.messages import msg
from site_gen.kinds.page.model import FreePage
from site_gen.model.entry import Entry
from site_gen.rules.rule import Finding, Rule, rule
from site_gen.rules.snapshot import Snapshot


@rule(
    "PAGE001",
    msg("a page has no text"),
    Severity.WARNING,
    FreePage,
    wrong="---\ntitle: Giới thiệu\n---",
    right="---\ntitle: Giới thiệu\n---\nXã có 9 thôn …",
)
def pages_say_something(entry: Entry[FreePage], snapshot: Snapshot) -> Iterator[Finding]:
    """An empty page in the menu disappoints; write a sentence or set `draft: có`."""
    if not entry.model.body.strip():
        yield Finding(
            entry.at("title"), msg("there is no text below the front matter"), msg("write the text, or set `draft: có`")
        )


RULES: tuple[Rule, ...] = (pages_say_something,)
