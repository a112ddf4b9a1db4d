"""What is published by field and procedure: only what came in and was answered, and small numbers hidden.

Stocks (carried over, pending) and apologies are published by unit only. A month's stock by field is what the next month
begins with, so it would give away what either month hides; `suppression` protects the rest even from a reader who
knows the stocks.
"""

from __future__ import annotations

from site_gen.base.dataclass import dataclass
from site_gen.base.messages import msg, say
from site_gen.base.names import name_key
from site_gen.base.traces import remembered
from site_gen.base.vietnamese import show_number
from site_gen.kinds.dossier_statistics.model import DossierRow
from site_gen.kinds.dossier_statistics.series import AnyStatistics, rows_by_unit
from site_gen.kinds.dossier_statistics.suppression import Hidden, hidden_cells
from site_gen.kinds.dossier_statistics.tally import DONE, RECEIVED, SIDE, Tally
from site_gen.model.catalog import Catalog
from site_gen.model.settings import Site

FLOWS = {**dict.fromkeys(RECEIVED, 1), **dict.fromkeys((*DONE, "returned"), -1)}
COLUMNS = (*FLOWS, *(name for name in SIDE if name != "apologised"))


@dataclass(frozen=True, slots=True)
class Line:
    """One field or procedure of a unit, as it may be published: a number, or words in its place, or nothing."""

    unit: str
    field: str
    procedure: str
    shown: dict[str, int | str | None]

    def text(self, column: str) -> str:
        """A cell as the page shows it."""
        value = self.shown[column]
        return show_number(value) if isinstance(value, int) else value or ""

    def together(self, columns: tuple[str, ...]) -> int | None:
        """The sum of several cells, None where one of them is hidden: the sum would help to find it."""
        values = [self.shown[c] or 0 for c in columns]
        numbers = [v for v in values if isinstance(v, int)]
        return sum(numbers) if len(numbers) == len(values) else None


@remembered
def breakdown(catalog: Catalog, entry: AnyStatistics) -> dict[str, list[Line] | None]:
    """The lines of each unit whose fields are told apart; None where there are too few dossiers to publish them safely.

    A unit whose dossiers all stand in one row has no breakdown: the row is the unit's own total.
    """
    out: dict[str, list[Line] | None] = {}
    below = catalog.site.small_count_below
    for unit, rows in rows_by_unit(entry, catalog).items():
        if len(rows) < 2:
            continue
        merged: dict[str, list[DossierRow]] = {}
        for _, row in rows:
            merged.setdefault(f"{name_key(row.field or '')}/{name_key(row.procedure or '')}", []).append(row)
        table = {key: {c: Tally.of(mine).counts[c] for c in COLUMNS} for key, mine in merged.items()}
        hidden = hidden_cells(table, FLOWS, below)
        out[unit] = (
            None if hidden is None else [_line(catalog.site, unit, k, merged[k], table[k], hidden) for k in table]
        )
    return out


def _line(
    site: Site, unit: str, key: str, rows: list[DossierRow], counts: dict[str, int | None], hidden: Hidden
) -> Line:
    language, below = site.language.value, site.small_count_below

    def shown(column: str) -> int | str | None:
        value = counts[column]
        if column in hidden.columns:
            return say(msg("hidden"), language)
        if value is None or (key, column) not in hidden.cells:
            return value
        return say(msg("under {n}", n=below) if value < below and below > 2 else msg("hidden"), language)

    return Line(unit, rows[0].field or "", rows[0].procedure or "", {c: shown(c) for c in COLUMNS})
