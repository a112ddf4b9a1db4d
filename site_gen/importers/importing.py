"""From a file to drafts: what it is taken for, what was read, what is doubtful."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import field
from datetime import date

from site_gen.base.dataclass import dataclass
from site_gen.base.messages import Message
from site_gen.importers.columns import Matched
from site_gen.importers.draft import Doubt, Draft, noted_in
from site_gen.importers.table import Book
from site_gen.model.refusing import BLANK


@dataclass(frozen=True, slots=True)
class KnownTask:
    """A task or a part of one: its plan, by what progress names it, its number and its row in the document, its words."""

    plan: str
    item: str
    no: str
    row: str
    text: str


@dataclass(frozen=True, slots=True)
class Asked:
    """What is known beside the file.

    Attributes:
        day: The day of importing.
        id: The id that the entry is to have, empty where the file says it.
        publisher: The id of the authority of the site, which issues what it publishes.
        mapping: From folded headings to keys, as somebody decided.
        knows_unit: Whether a text is a name of one of the site's units.
        units: The names of the site's units; none where there is no site.
        tasks: The tasks and parts of the site's plans.
        on_row: Hears after each row how many were read.
    """

    day: date
    id: str = ""
    publisher: str = BLANK
    mapping: Mapping[str, str] = field(default_factory=dict)
    knows_unit: Callable[[str], bool] = lambda text: True
    units: Collection[str] = ()
    tasks: Collection[KnownTask] = ()
    on_row: Callable[[int], None] | None = None

    def said(self, name: str) -> str:
        """The first line of a draft."""
        return f"Bản nháp lập từ tệp {name}; xem từng dòng “cần xem”, rồi xóa dòng `draft: có`."


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of a file.

    Attributes:
        target: What it was taken for.
        drafts: The files that would be written.
        doubts: What somebody must look at.
        mapping: The headings of its table in order, each with the column that it was taken for, None for none.
        rows: How many rows were read.
    """

    target: str
    drafts: list[Draft]
    doubts: list[Doubt]
    mapping: list[tuple[str, Matched | None]]
    rows: int

    def __post_init__(self) -> None:
        """What is noted in a draft is a doubt like the others."""
        noted = [doubt for draft in self.drafts for doubt in noted_in(draft.data)]
        self.doubts[:] = list(dict.fromkeys((*self.doubts, *noted)))


@dataclass(frozen=True, slots=True)
class Target:
    """What a file can become.

    Attributes:
        name: The kind of content: `plan`.
        label: What it is called in messages.
        fits: How likely a file is one; 1 and more is likely.
        read: Makes the drafts.
    """

    name: str
    label: Message
    fits: Callable[[Book], float]
    read: Callable[[Book, Asked], Imported]
