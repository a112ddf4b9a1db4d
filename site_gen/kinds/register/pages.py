"""Frozen registers: their list, and a page each that stays as it was."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.base.messages import msg, say
from site_gen.base.values import Plain
from site_gen.base.vietnamese import show_date
from site_gen.kinds.register.model import Register
from site_gen.model.entry import Entry
from site_gen.pages.columns import Column
from site_gen.pages.contributions import Disclosure, Section, Table
from site_gen.pages.page import Page
from site_gen.rules.snapshot import Snapshot

MOST = 80
"""So many rows make a page of less than 50 kB."""
SECTION = Section(
    "cong-khai",
    "cong-khai/danh-muc/index.html",
    msg("Registers frozen by the quarter"),
    msg("What had been made public by the end of each quarter, as it stood then."),
    96,
)


def part_url(id: str, number: int) -> str:
    """Address of a part; the first keeps that of the whole."""
    return url(id) if number == 1 else f"{url(id).removesuffix('.html')}/{number}.html"


def url(id: str) -> str:
    """Address of a frozen register."""
    return f"cong-khai/danh-muc/{id}.html"


def label(entry: Entry[Register]) -> str:
    """What lists and links call a register."""
    return f"Danh mục thông tin công khai {entry.model.quarter}"


def _registers(snapshot: Snapshot) -> list[Entry[Register]]:
    return sorted(snapshot.catalog.all(Register), key=lambda e: e.model.quarter, reverse=True)


def pages(snapshot: Snapshot) -> Iterator[Page]:
    """The list, newest first, and a page for each quarter."""
    language = snapshot.catalog.site.language.value
    hub, title = say(msg("Disclosure"), language), say(SECTION.title, language)
    registers = _registers(snapshot)
    listed: list[Plain] = [
        {
            "title": label(e),
            "url": url(e.id),
            "frozen": show_date(e.model.frozen_on),
            "count": len(e.model.rows),
            "sample": e.model.sample,
        }
        for e in registers
    ]
    yield Page(
        SECTION.url,
        "register/list.html",
        title,
        {"registers": listed},
        tuple(e.path for e in registers),
        ((hub, "cong-khai/index.html"),),
        SECTION.menu,
        updated=max((e.model.frozen_on.isoformat() for e in registers), default=""),
        sample=any(e.model.sample for e in registers),
        long=("registers",),
    )
    for entry in registers:
        register = entry.model
        rows: list[Plain] = [
            {
                "title": row.title,
                "number": row.number or "",
                "created": show_date(row.created) if row.created else "",
                "published": show_date(row.published) if row.published else "",
                "until": show_date(row.until) if row.until else "",
                "forms": ", ".join(snapshot.word(form) for form in row.forms),
                "url": row.url or "",
                "live": False,
                "sample": row.sample and not register.sample,
            }
            for row in register.rows
        ]
        parts = [rows[at : at + MOST] for at in range(0, len(rows), MOST)] or [[]]
        for number, part in enumerate(parts, 1):
            name = snapshot.say(msg("{title}, part {number}", title=label(entry), number=number))
            yield Page(
                part_url(entry.id, number),
                "register/page.html",
                label(entry) if len(parts) == 1 else name,
                {
                    "quarter": str(register.quarter),
                    "last": show_date(register.quarter.last),
                    "frozen": show_date(register.frozen_on),
                    "unit": snapshot.link("unit", snapshot.catalog.site.unit),
                    "rows": part,
                    "count": len(rows),
                    "first": (number - 1) * MOST + 1,
                    "parts": [part_url(entry.id, n) for n in range(1, len(parts) + 1)] if len(parts) > 1 else [],
                    # Rows are cited as `2026-q3.html#dong-90`: the first part has a place for those of the others.
                    "elsewhere": [
                        {"no": n + 1, "url": part_url(entry.id, n // MOST + 1)} for n in range(MOST, len(rows))
                    ]
                    if number == 1
                    else [],
                    "notes": snapshot.notes_of(entry.path) if number == 1 else [],
                },
                (entry.path,),
                ((hub, "cong-khai/index.html"), (title, SECTION.url)),
                SECTION.menu,
                ("register", entry.id) if number == 1 else ("", ""),
                updated=(register.updated_at or register.frozen_on).isoformat(),
                sample=register.sample or any(row.sample for row in register.rows),
                find=number == 1,
            )


def disclosures(snapshot: Snapshot) -> Iterator[Disclosure]:
    """Each frozen register is itself something made public."""
    for entry in snapshot.catalog.all(Register):
        register = entry.model
        yield Disclosure(
            "register",
            label(entry),
            url(entry.id),
            created=register.frozen_on,
            published=register.published_at or register.frozen_on,
            period=register.quarter,
            unit=snapshot.catalog.site.unit,
            entry=entry.path,
            sample=register.sample,
        )


def tables(snapshot: Snapshot) -> Iterator[Table]:
    """Every row of every frozen register."""
    registers = _registers(snapshot)
    if not registers:
        return
    rows: list[tuple[Plain, ...]] = [
        (
            e.id,
            e.model.quarter.key,
            e.model.frozen_on.isoformat(),
            row.title,
            row.topic,
            row.number,
            row.created.isoformat() if row.created else None,
            row.published.isoformat() if row.published else None,
            row.until.isoformat() if row.until else None,
            ";".join(row.forms),
            row.url,
            row.sample,
        )
        for e in registers
        for row in e.model.rows
    ]
    yield Table(
        "danh-muc-chot-quy",
        say(SECTION.title, snapshot.catalog.site.language.value),
        (
            Column("register", "Mã danh mục"),
            Column("quarter", "Quý"),
            Column("frozen_on", "Ngày chốt", "date"),
            Column("title", "Tên thông tin"),
            Column("topic", "Chủ đề"),
            Column("number", "Số, ký hiệu"),
            Column("created", "Ngày tạo", "date"),
            Column("published", "Thời điểm công khai", "date"),
            Column("until", "Thời hạn công khai", "date"),
            Column("forms", "Hình thức", help="Các hình thức, cách nhau bằng dấu chấm phẩy."),
            Column("url", "Địa chỉ khi chốt"),
            Column("sample", "Dữ liệu mẫu", "boolean"),
        ),
        tuple(rows),
        tuple(e.path for e in registers),
        any(e.model.sample for e in registers) or any(row.sample for e in registers for row in e.model.rows),
        ("register/list.html", "register/page.html"),
    )
