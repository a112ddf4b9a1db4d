"""The register of disclosures as of the day: rows of every kind, in groups, and the text of a quarter's frozen one."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from site_gen.base.dataclass import dataclass
from site_gen.base.messages import msg
from site_gen.base.vietnamese import show_date, sort_key
from site_gen.joined.published import disclosures_of
from site_gen.kinds import KINDS
from site_gen.model.catalog import Catalog
from site_gen.model.period import Period, read_period
from site_gen.model.published import Channel
from site_gen.pages.columns import address, cells, computed
from site_gen.pages.contributions import Disclosure, Table
from site_gen.rules.snapshot import Snapshot

TITLE = msg("Register of what is made public")
APOLOGY = "Thư xin lỗi"
"""All that a register says of an apology beside its number and days."""


@dataclass(frozen=True, slots=True)
class Group:
    """The disclosures of one kind, newest first; those whose day is not stated come last."""

    name: str
    label: str
    rows: tuple[Disclosure, ...]


def groups_of(disclosures: Iterable[Disclosure]) -> tuple[Group, ...]:
    """What was made public, by kind, in the order of kinds."""
    by_kind: dict[str, list[Disclosure]] = {}
    for d in disclosures:
        by_kind.setdefault(d.topic.split("/")[0], []).append(discreet(d))
    labels = {kind.name: kind.label for kind in KINDS}
    order = [*labels, *sorted(by_kind.keys() - labels.keys())]
    return tuple(
        Group(name, labels.get(name, name), tuple(sorted(by_kind[name], key=_newest_first)))
        for name in order
        if name in by_kind
    )


def register_groups(snapshot: Snapshot, disclosures: tuple[Disclosure, ...]) -> tuple[Group, ...]:
    """The groups of a site's disclosures, put in order once for its pages and its open data."""
    return snapshot.memory.latest("register", disclosures, lambda: groups_of(disclosures))


def discreet(d: Disclosure) -> Disclosure:
    """The disclosure, an apology reduced to its number and days."""
    return replace(d, title=APOLOGY, unit="") if d.topic.split("/")[0] == "apology" else d


def _newest_first(d: Disclosure) -> tuple[object, ...]:
    return -(d.published or date.min).toordinal(), sort_key(d.title), d.number, d.url


COLUMNS = (
    computed("topic", "Chủ đề", lambda d: d.topic),
    computed("kind", "Nhóm", lambda d: _label(d)),
    computed("title", "Tên thông tin", lambda d: d.title),
    computed("number", "Số, ký hiệu", lambda d: d.number),
    computed("created", "Ngày tạo", lambda d: d.created, "date"),
    computed("forms", "Hình thức", lambda d: ";".join(d.forms)),
    computed("published", "Thời điểm công khai", lambda d: d.published, "date"),
    computed("until", "Thời hạn công khai", lambda d: d.until, "date"),
    computed("period", "Kỳ", lambda d: d.period),
    computed("unit", "Đơn vị", lambda d: d.unit),
    address(lambda d: d.url, "Địa chỉ truy cập"),
    computed("sample", "Dữ liệu mẫu", lambda d: d.sample, "boolean"),
)


def register_table(snapshot: Snapshot, disclosures: tuple[Disclosure, ...]) -> Table:
    """The register as open data."""
    rows = [d for group in register_groups(snapshot, disclosures) for d in group.rows]
    return Table(
        "danh-muc-cong-khai",
        snapshot.say(TITLE),
        COLUMNS,
        cells(COLUMNS, rows),
        sample=any(d.sample for d in rows),
        shown=("register.html", "register_sheet.html"),
    )


def _label(d: Disclosure) -> str:
    """What the group of a disclosure is called: its kind."""
    kind = d.topic.split("/")[0]
    return next((k.label for k in KINDS if k.name == kind), kind)


def frozen_text(catalog: Catalog, id: str, day: date) -> str:
    """The content of `registers/<id>.yml`: what had been made public by the end of the quarter that the id names.

    Empty where the id names no quarter, or one that is not over yet on the day of writing.
    """
    quarter = read_period(id)
    if quarter is None or quarter.months != 3 or quarter.last >= day:
        return ""
    rows = frozen_rows(disclosures_of(Snapshot(catalog, quarter.last)), quarter)
    lines = [f"quarter: {quarter}", f"frozen_on: {show_date(day)}", "rows:" if rows else "rows: []"]
    for d in rows:
        lines += _row(d)
    return "\n".join(lines) + "\n"


def frozen_rows(disclosures: Iterable[Disclosure], quarter: Period) -> tuple[Disclosure, ...]:
    """What stands in the register of a quarter: all that was shown in it, by the day it was made public.

    What had been taken down before the quarter began stands in an earlier one; what reports on a time after it cannot have
    been there, even where nothing says when it was published.
    """
    shown = (
        d
        for d in disclosures
        if (d.until is None or d.until >= quarter.first) and (d.period is None or d.period.first <= quarter.last)
    )
    return tuple(
        sorted(
            map(discreet, shown), key=lambda d: (d.published or date.min, d.topic, sort_key(d.title), d.number, d.url)
        )
    )


def _row(d: Disclosure) -> list[str]:
    apology = d.topic.split("/")[0] == "apology"
    known = {channel.value for channel in Channel}
    facts = {
        "title": json.dumps(d.title, ensure_ascii=False),
        "topic": json.dumps(d.topic),
        "number": json.dumps(d.number, ensure_ascii=False) if d.number else "",
        "created": show_date(d.created) if d.created else "",
        "published": show_date(d.published) if d.published else "",
        "until": show_date(d.until) if d.until else "",
        "forms": f"[{', '.join(f if f in known else Channel.OTHER.value for f in d.forms)}]",
        "url": json.dumps(d.url, ensure_ascii=False) if d.url and not apology else "",
        "sample": "có" if d.sample else "",
    }
    written = [f"{name}: {value}" for name, value in facts.items() if value]
    return [f"  - {written[0]}", *(f"    {fact}" for fact in written[1:])]
