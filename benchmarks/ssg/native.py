"""The workload as a site of sitegen: a file for each procedure and unit, and `site.yml` of a real site."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from workload import UNITS, Procedure, body

ROOT_UNIT = "ubnd-xa"
HOME = "https://tanan.example.gov.vn"
SUBJECTS = {
    "cá nhân": "citizen",
    "hộ gia đình, hộ kinh doanh": "household",
    "doanh nghiệp": "enterprise",
    "hợp tác xã, tổ hợp tác": "cooperative",
}
SITE = f"""\
name: Ủy ban nhân dân xã Tân An
short_name: UBND xã Tân An
place: tỉnh Thái Nguyên
unit: {ROOT_UNIT}
base_url: {HOME}
publishes_since: 15/11/2026
contact:
  address: Trung tâm xã Tân An
  phone: 0208 3000 000
  email: vanphong@tanan.example.gov.vn
  hours: sáng 7:30–11:30, chiều 13:30–17:00
about: Thủ tục hành chính mà xã giải quyết.
"""


def quoted(text: str) -> str:
    """A text as YAML reads it back, whatever it holds."""
    return json.dumps(text, ensure_ascii=False)


def file_of(procedure: Procedure) -> str:
    """`procedures/<code>.yml`."""
    p = procedure
    day = f"{p.date:%d/%m/%Y}"
    lines = [
        f"code: {quoted(p.code)}",
        f"name: {quoted(p.title)}",
        f"procedure_field: {quoted(p.field.name)}",
        f"level: {p.level}",
        f"common: {'có' if p.featured else 'không'}",
        f"summary: {quoted(p.abstract)}",
        "steps:",
        *(f"  - {quoted(step)}" for step in p.steps),
        "channels:",
        "  - channel: trực tiếp",
        "  - channel: trực tuyến",
        "    url: https://dichvucong.gov.vn",
        "  - channel: bưu chính công ích",
        "papers:",
    ]
    for paper in p.documents:
        lines += [f"  - name: {quoted(paper.name)}", f"    originals: {paper.originals}", f"    copies: {paper.copies}"]
    lines += [
        "sets: 1",
        "time_limit:",
        f"  value: {p.duration_days}",
        "  unit: ngày làm việc",
        f"  note: {quoted(p.duration_note)}",
        f"subjects: [{', '.join(SUBJECTS[name] for name in p.applicants)}]",
        f"authority: {p.unit.id}",
        f"receiving_point: {p.unit.id}",
        f"counter: {p.counter}",
        f"hours: {quoted(p.hours)}",
        f"result: {quoted(p.result)}",
        "fees:",
        "  - label: Lệ phí",
        f"    amount: {p.fee_amount}",
        "    per: hồ sơ" if p.fee_amount else f"    verbatim: {p.fee}",
        "exempting: nobody",
        "conditions:",
        *(f"  - {quoted(condition)}" for condition in p.conditions),
        "not_applicable: forms",
        f"online_level: {p.online_level}",
        "basis:",
    ]
    for law in p.legal:
        lines += [f"  - title: {quoted(law.name)}", f"    number: {law.number}", f"    url: {law.url}"]
    lines += [
        f"published_at: {day}",
        "decision:",
        "  title: Quyết định công bố thủ tục hành chính",
        f"  number: {p.decision}",
        f"  date: {p.decided_on:%d/%m/%Y}",
        f"  posted_on: {day}",
        f"last_checked: {day}",
        "sources:",
        "  - title: Quyết định công bố của tỉnh",
        "note: |",
    ]
    text = body(p, "/don-vi/{}.html".format, "/thu-tuc/{}.html".format)
    lines += [f"  {line}" if line else "" for line in text.rstrip("\n").split("\n")]
    return "\n".join(lines) + "\n"


def write(procedures: Iterable[Procedure], folder: Path) -> None:
    """Lays out the whole site in a new folder."""
    for name in ("procedures", "units"):
        (folder / name).mkdir(parents=True)
    (folder / "site.yml").write_text(SITE, encoding="utf-8")
    units = {ROOT_UNIT: "name: Ủy ban nhân dân xã Tân An\ntype: commune\nlevel: commune\n"}
    for unit in UNITS:
        units[unit.id] = f"name: {quoted(unit.name)}\ntype: section\nlevel: internal\nparents:\n  - unit: {ROOT_UNIT}\n"
    for name, text in units.items():
        (folder / "units" / f"{name}.yml").write_text(text, encoding="utf-8")
    for procedure in procedures:
        (folder / "procedures" / f"{procedure.code}.yml").write_text(file_of(procedure), encoding="utf-8")
