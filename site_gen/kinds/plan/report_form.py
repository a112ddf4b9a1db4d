"""The next report of a plan, begun: every item that is still open, as it was last reported."""

from __future__ import annotations

import json
from datetime import date

from site_gen.kinds.plan.model import Status, Update
from site_gen.kinds.plan.work import Standing, State, dossiers
from site_gen.model.catalog import Catalog

_CLOSED = (State.DONE, State.DONE_LATE, State.CANCELLED)


def report_form(catalog: Catalog, plan: str, day: date) -> str:
    """The `updates` of a progress report as YAML, each item with a comment that says what it is.

    Empty where the site has no such plan, or nothing of it is open.
    """
    found = [d for d in dossiers(catalog, day, catalog.site.due_soon_days) if d.entry.id == plan]
    rows = [row for dossier in found for s in dossier.standings if s.state not in _CLOSED for row in _rows(s)]
    more = "; ".join(f"{name} – {info.title}" for name, info in Update.model_fields.items() if not info.is_required())
    return "\n".join(["updates:", f"  # Mỗi việc có thể ghi thêm: {more}.", *rows]) + "\n" if rows else ""


def _rows(standing: Standing) -> tuple[str, ...]:
    item = standing.item
    facts = "; ".join(filter(None, (", ".join(item.lead), item.written.verbatim)))
    status = standing.update.status if standing.update else Status.NOT_STARTED
    return (
        f"  # {item.key}: {item.text}" + (f" ({facts})" if facts else ""),
        f"  - item: {json.dumps(item.key)}",
        f"    status: {status.value}",
    )
