"""Where the headings of a list stand in a file."""

from __future__ import annotations

from site_gen.importers.assembly import LOOK
from site_gen.importers.table import Book
from site_gen.importers.targets.listing import Listing


def best_heading(book: Book, listing: Listing) -> float:
    """The most likely row of headings among the first rows of each table."""
    return max(
        (
            listing.headed([cell.line if cell else "" for cell in table.row(row)])
            for table in book.tables
            for row in range(min(table.height, LOOK))
        ),
        default=0.0,
    )
