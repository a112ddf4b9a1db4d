"""The register of documents as open data, and the lists of what ended."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.base.messages import msg
from site_gen.kinds.document.model import Document, ExpiredList, ListedDocument
from site_gen.kinds.document.moments import SECTION
from site_gen.kinds.document.register import register
from site_gen.pages.columns import column, columns, computed, in_words, inside
from site_gen.pages.contributions import Table, entry_table
from site_gen.rules.snapshot import Snapshot

LISTED = (
    *inside(
        lambda row: row[0],
        computed("list", "Mã danh mục", lambda entry: entry.id),
        *columns(ExpiredList, "title", "kind", "year"),
    ),
    *inside(
        lambda row: row[1],
        *columns(ListedDocument, "document", "number", "abstract", "validity", "expired_on", "reason"),
    ),
)
"""Of rows that are a list and one of its items."""


def tables(snapshot: Snapshot) -> Iterator[Table]:
    """Every document; every row of every list, where there are any."""
    found = register(snapshot.catalog, snapshot.as_of)
    by_id = found.by_id
    registered = (
        computed("id", "Mã", lambda entry: entry.id),
        in_words(column(Document, "type")),
        *columns(Document, "number", "date", "issuer", "abstract", "field", "legal", "effective_from"),
        column(Document, "effective_to", lambda entry: by_id[entry.id].ended),
        in_words(column(Document, "validity", lambda entry: by_id[entry.id].validity)),
        column(
            Document,
            "replaced_by",
            lambda entry: [by_id[id].entry.model.number for id in by_id[entry.id].replaced_by if id in by_id],
        ),
        *columns(Document, "expiry_reason", "published_at"),
        column(Document, "url", lambda entry: entry.model.url or entry.model.file),
    )
    yield entry_table(
        "van-ban",
        snapshot.say(SECTION.title),
        registered,
        (filed.entry for filed in found.all),
        shown=("document/list.html", "document/expired.html", "document/unit_panel.html"),
    )
    if lists := snapshot.catalog.all(ExpiredList):
        yield entry_table(
            "van-ban-het-hieu-luc",
            snapshot.say(msg("Announced lists of documents no longer in force")),
            LISTED,
            ((entry, item) for entry in lists for item in entry.model.items),
            lists,
            shown=("document/expired_list.html",),
        )
