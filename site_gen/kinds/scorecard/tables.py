"""Scorecards as open data: the cards, and every criterion."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.base.messages import msg
from site_gen.base.values import Plain
from site_gen.kinds.scorecard.model import Grade, Scorecard
from site_gen.kinds.scorecard.pages import SECTION
from site_gen.kinds.scorecard.tree import Node, key_of, walk
from site_gen.kinds.scorecard.views import url
from site_gen.model.figures import Figure
from site_gen.pages.columns import Column, coded
from site_gen.pages.contributions import Table
from site_gen.rules.snapshot import Snapshot


def _number(figure: Figure | None) -> float | None:
    return float(figure.value) if figure else None


def tables(snapshot: Snapshot) -> Iterator[Table]:
    """Two tables over all scorecards."""
    cards = sorted(snapshot.catalog.all(Scorecard), key=lambda e: (-e.model.year_assessed, e.id))
    if not cards:
        return
    files, sample = tuple(c.path for c in cards), any(c.model.sample for c in cards)
    rows: list[tuple[Plain, ...]] = [
        (
            c.id,
            c.model.title,
            c.model.year_assessed,
            c.model.unit,
            float(c.model.total_declared.value),
            _number(c.model.total_max),
            c.model.total_unit,
            c.model.rank,
            c.model.grade.value if c.model.grade else None,
            c.model.published_on.isoformat() if c.model.published_on else None,
            url(c.id),
        )
        for c in cards
    ]
    columns = (
        Column("id", "Mã bảng điểm"),
        Column("title", "Tên bảng điểm"),
        Column("year_assessed", "Năm đánh giá", "integer"),
        Column("unit", "Đơn vị được chấm"),
        Column("total_declared", "Tổng điểm văn bản ghi", "number"),
        Column("total_max", "Điểm tối đa", "number"),
        Column("total_unit", "Đơn vị tính"),
        Column("rank", "Xếp hạng"),
        coded("grade", "Xếp loại", Grade),
        Column("published_on", "Ngày công bố", "date"),
        Column("url", "Địa chỉ trên trang"),
    )
    yield Table("bang-diem", snapshot.say(SECTION.title), columns, tuple(rows), files, sample, ("scorecard/list.html",))
    criteria: list[tuple[Plain, ...]] = [_criterion(c.id, node) for c in cards for node in walk(c.model)]
    yield Table(
        "tieu-chi",
        snapshot.say(msg("Criteria of the scorecards")),
        (
            Column("scorecard", "Mã bảng điểm"),
            Column("key", "Mã tiêu chí"),
            Column("no", "Số"),
            Column("parent", "Tiêu chí trên", help="Mã của tiêu chí chứa nó; trống là lĩnh vực."),
            Column("level", "Bậc", "integer", "0 là lĩnh vực."),
            Column("label", "Tên tiêu chí"),
            Column("max", "Điểm tối đa", "number"),
            Column("declared", "Điểm văn bản ghi", "number"),
            Column("self_score", "Tự chấm", "number"),
            Column("appraised_score", "Thẩm định", "number"),
            Column("lost", "Điểm mất", "number", "Điểm tối đa trừ điểm văn bản ghi."),
            Column("reasons", "Lý do mất điểm"),
            Column("remedy", "Biện pháp khắc phục"),
            Column("assignee_roles", "Giao cho"),
            Column("deadline", "Thời hạn", help="Nguyên văn."),
            Column("fixed", "Đã khắc phục", "boolean"),
        ),
        tuple(criteria),
        files,
        sample,
        ("scorecard/page.html", "scorecard/remedies.html", "scorecard/unit_panel.html"),
        snapshot.say(msg("The tree of criteria, parents before their children; figures as the document states them.")),
    )


def _criterion(card: str, node: Node) -> tuple[Plain, ...]:
    c = node.criterion
    parent = node.parents[-1] if node.parents else None
    return (
        card,
        node.key,
        c.no,
        key_of(parent) if parent else None,
        node.depth,
        c.label,
        _number(c.max),
        _number(c.declared),
        _number(c.self_score),
        _number(c.appraised_score),
        float(node.lost) if node.lost is not None else None,
        "; ".join(d.reason for d in c.deductions) or None,
        "; ".join(c.remedy) or None,
        "; ".join(c.assignee_roles) or None,
        c.deadline,
        c.fixed,
    )
