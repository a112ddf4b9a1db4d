"""A site on which nobody works changes only on the days that were announced as turns, and then something has changed."""

from __future__ import annotations

import runpy
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from site_folders import BASE_SITE, lay_out, read_site

from site_gen.joined.lives import changes_of_kind
from site_gen.joined.news import news_pages
from site_gen.kind import Kind
from site_gen.kinds import KINDS
from site_gen.model.catalog import Catalog
from site_gen.rules.snapshot import Snapshot

HERE = Path(__file__).parent


def files_of(kind: str) -> dict[str, str]:
    """The sample files that a kind keeps beside its tests."""
    path = HERE / kind / "life_files.py"
    return dict(runpy.run_path(str(path))["FILES"]) if path.is_file() else {}


FIRST, DAYS = date(2026, 5, 1), 320
FILES = {
    "feedback": {
        "feedback/a.yml": "code: A\nchannel: thư, văn bản\ntype: vướng mắc về thủ tục\nsummary: Bảng mờ.\nreceived_on: 20/4/2026\n"
        "forwarded_on: 21/4/2026\nhandler: van-phong\ndue_on: 30/6/2026\nstatus: đang xử lý\n",
        "feedback/b.yml": "code: B\nchannel: thư, văn bản\ntype: đề nghị đính chính thông tin\nsummary: Sai giờ.\n"
        "received_on: 30/4/2026\nhandler: van-phong\nstatus: tiếp nhận\n",
        "feedback/c.yml": "code: C\nchannel: thư, văn bản\ntype: vướng mắc về thủ tục\nsummary: Bảng mờ.\nreceived_on: 20/4/2026\n"
        "handler: van-phong\nanswered_on: 22/4/2026\nresult: Đã in lại.\nstatus: đã trả lời\n",
    },
    "dialogue": {
        "dialogues/a.yml": "title: A\nunit: ubnd-xa\ndate: 10/6/2026\nplace: Hội trường\nchaired_by: X\nquestions:\n  - summary: Bao giờ?\n"
        "    unit: van-phong\n    due: 01/9/2026\n  - summary: Ở đâu?\n    unit: tu-phap\n",
        "dialogues/b.yml": "title: B\nunit: ubnd-xa\ndate: 10/8/2026\nplace: Hội trường\nchaired_by: X\ncancelled: Hoãn.\n",
    },
    "consultation": {
        "consultations/a.md": "---\ntitle: A\nunit: van-phong\ndrafts:\n  - title: A\nopened_on: 10/6/2026\n"
        "closes_on: 30/6/2026\nhow: Gửi thư.\n---\n",
        "consultations/b.md": "---\ntitle: B\nunit: van-phong\ndrafts:\n  - title: B\nopened_on: 10/4/2026\n"
        "closes_on: 05/5/2026\nhow: Gửi thư.\noutcome: Tiếp thu.\noutcome_on: 01/6/2026\n---\n",
    },
    "news": {
        "news/a.md": "---\ntitle: A\ndate: 10/4/2026\nunit: van-phong\nuntil: 15/6/2026\n---\nChữ.\n",
        "news/b.md": "---\ntitle: B\ndate: 11/4/2026\nunit: ubnd-xa\n---\nChữ.\n",
    },
}

FILES |= {kind.name: found for kind in KINDS if (found := files_of(kind.name))}


def shown(kind: Kind, catalog: Catalog, day: date) -> list[Any]:
    """Everything of the kind that reaches a page."""
    snapshot = Snapshot(catalog, day)
    pages = [*kind.pages(snapshot), *(news_pages(snapshot) if kind.name == "news" else ())]
    return [(p.url, p.context, p.expires) for p in pages] + [(p.subject, p.context) for p in kind.panels(snapshot)]


@pytest.mark.parametrize("kind", [k for k in KINDS if k.name in FILES], ids=lambda kind: kind.name)
def test_pages_change_on_the_days_of_turns_and_on_no_other(kind: Kind, tmp_path: Path) -> None:
    root = lay_out(tmp_path / "site", [BASE_SITE])
    for name, text in FILES[kind.name].items():
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    catalog = read_site(root).catalog
    assert catalog is not None
    days = [FIRST + timedelta(n) for n in range(DAYS)]
    told = {turn.day for turn in changes_of_kind(Snapshot(catalog, FIRST), kind)}
    states = [shown(kind, catalog, day) for day in days]
    changed = {day for before, after, day in zip(states, states[1:], days[1:], strict=False) if before != after}

    assert changed == {day for day in told if day <= days[-1]}
    for n in range(0, DAYS, 20):  # what a later build announces is what the first one knew
        later = {turn.day for turn in changes_of_kind(Snapshot(catalog, days[n]), kind)}
        assert {day for day in told if day > days[n]} <= later
