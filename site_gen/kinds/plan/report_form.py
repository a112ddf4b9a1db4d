"""The next report of a plan, begun: every item that is still open, with what was last said of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date

from site_gen.base.vietnamese import show_date
from site_gen.kinds.plan.choices import FINISHED, ReportedStatus, TaskState
from site_gen.kinds.plan.model import Update
from site_gen.kinds.plan.standing import Standing, bundles_of
from site_gen.model.catalog import Catalog
from site_gen.model.refusing import BLANK
from site_gen.rules.snapshot import Snapshot

_SETTLED = (*FINISHED, TaskState.CANCELLED)


def report_form(catalog: Catalog, plan: str, day: date) -> str:
    """The `updates` of a progress report as YAML, each item with a comment that says what it is.

    Empty where the site has no such plan, or nothing of it is open.
    """
    found = [bundle for bundle in bundles_of(Snapshot(catalog, day)) if bundle.entry.id == plan]
    rows = [row for bundle in found for s in bundle.standings if s.state not in _SETTLED for row in _rows(s)]
    more = "; ".join(f"{name} – {info.title}" for name, info in Update.model_fields.items() if not info.is_required())
    return "\n".join(["updates:", f"  # Mỗi việc có thể ghi thêm: {more}.", *rows]) + "\n" if rows else ""


def _rows(standing: Standing) -> Iterator[str]:
    """An item that is still open: what it is, what was said of it last, and a blank for what is to be said now.

    A count and an explanation are carried over, because the newest report is what counts; without them the explanation
    of a late task would be lost.
    """
    item, last = standing.item, standing.update
    facts = "; ".join(filter(None, (", ".join(item.lead), item.written.verbatim)))
    yield f"  # {item.key}: {item.text}" + (f" ({facts})" if facts else "")
    if last and standing.reported_on:
        said = ". ".join(filter(None, (last.status.label, last.text)))
        yield f"  # Báo cáo ngày {show_date(standing.reported_on)} ghi: {said.rstrip('.')}."
    else:
        yield f"  # Chưa báo cáo nào nói tới; {ReportedStatus.NOT_STARTED.label} thì ghi như vậy."
    yield f"  - item: {json.dumps(item.key)}"
    yield f"    status: {BLANK}"
    for key in ("done_count", "reason"):
        if last and (value := getattr(last, key)):
            yield f"    {key}: {json.dumps(value, ensure_ascii=False)}"
