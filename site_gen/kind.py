"""What one content type must bring. Everything else in the product reads these and nothing more."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from site_gen.base.dataclass import dataclass
from site_gen.model.catalog import Name
from site_gen.model.entry import Entry, Form
from site_gen.pages.contributions import Section, Sheet, Table
from site_gen.pages.life import Life
from site_gen.pages.page import Page, Panel
from site_gen.pages.proofs import ProofSet
from site_gen.rules.rule import Rule
from site_gen.rules.snapshot import Snapshot

Named = Callable[[Entry[Any]], Iterable[str]]
Listed = Callable[[Entry[Any]], Iterable[Name]]


def _nothing(asked: object) -> Iterable[Any]:
    return ()


@dataclass(frozen=True, slots=True, eq=False)
class Kind:
    """A content type: one folder in `kinds/`. There is one object of each.

    Attributes:
        name: Its English name, the same in references, ids and URLs of the reference.
        label: Its Vietnamese name.
        help: One sentence for the editor.
        folder: Where its code, templates and examples live.
        forms: Which files hold it, and their models; the first is the entry itself.
        rules: What must be true, in order of code.
        pages: The pages it makes.
        names: Under which names an entry may be referred to.
        listed: Names of what an entry of any form lists, such as the rows of a full list.
        label_of: How an entry is called in lists and links.
        url_of: The address of an entry's page.
        panels: What it has to say on other things' pages.
        section: Its part of the site, None where it has none of its own.
        tables: Open data.
        lives: The lives of what it holds. What is due, late or missing, what is new, what was made public, and the days on
            which its pages change by themselves are derived from them (`pages.life`).
        proofs: What is to be proved, with the papers that prove it; what is missing of them becomes lives, too.
        sheets: What is printed for the notice board.
        hidden_files: Attachments that may not be published on this day, whoever else names them.
    """

    name: str
    label: str
    help: str
    folder: Path
    forms: tuple[Form, ...]
    rules: tuple[Rule, ...]
    pages: Callable[[Snapshot], Iterable[Page]]
    names: Named
    label_of: Callable[[Entry[Any]], str]
    url_of: Callable[[Entry[Any]], str]
    listed: Listed = _nothing
    panels: Callable[[Snapshot], Iterable[Panel]] = _nothing
    section: Section | None = None
    tables: Callable[[Snapshot], Iterable[Table]] = _nothing
    lives: Callable[[Snapshot], Iterable[Life]] = _nothing
    proofs: Callable[[Snapshot], Iterable[ProofSet]] = _nothing
    sheets: Callable[[Snapshot], Iterable[Sheet]] = _nothing
    hidden_files: Callable[[Snapshot], Iterable[str]] = _nothing


def form_label(kind: Kind, form: Form) -> str:
    """The Vietnamese name: the kind's for its first form, else the model's."""
    return kind.label if form is kind.forms[0] else form.label
