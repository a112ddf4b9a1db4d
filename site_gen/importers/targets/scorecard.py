"""A scorecard of the PAR index out of the form of scoring, or out of a report: `scorecards/<id>.yml`."""

from __future__ import annotations

import re

from site_gen.base.diagnostics import Severity
from site_gen.base.messages import msg
from site_gen.importers.assembly import likeliest
from site_gen.importers.draft import Doubt, Draft, unsaid
from site_gen.importers.importing import Asked, Imported
from site_gen.importers.table import Book, Place
from site_gen.importers.targets.scorecard_form import headed
from site_gen.importers.targets.scorecard_table import ScoreTable, read_table
from site_gen.importers.targets.scorecard_text import read_criteria, scored_lines
from site_gen.importers.targets.scorecard_tree import sums

NAME = "scorecard"
ENOUGH = 5
"""Lines with a score that make a text a scorecard."""
_TOTAL = re.compile(r"đạt\s+(?P<total>\d{1,3}(?:[.,]\d{1,2})?)(?:\s*/\s*(?P<max>\d{2,3}))?\s*điểm", re.IGNORECASE)
_GRADE = re.compile(r"xếp loại\s*:?\s+(?P<grade>xuất sắc|tốt|khá|trung bình|yếu)", re.IGNORECASE)
_YEAR = re.compile(r"(?:chỉ số|chấm điểm|đánh giá|kết quả)[^.;]{0,60}?năm\s+(20\d\d)", re.IGNORECASE)


def fits(book: Book) -> float:
    """How likely a file is a scorecard: many of its numbered lines give a score, or a table has the columns of its form."""
    return max(scored_lines(book.paragraphs) / ENOUGH, likeliest(book, headed))


def read(book: Book, asked: Asked) -> Imported:
    """The draft of a scorecard."""
    table = read_table(book, asked)
    if table is None:
        table = ScoreTable(*read_criteria(book.paragraphs))
    tree, doubts = table.tree, table.doubts
    doubts += sums(tree)
    text = " ".join([*(line.text for line in book.paragraphs[:60]), *table.above])
    years = list(dict.fromkeys(_YEAR.findall(text)))
    total, grade = _TOTAL.search(text), _GRADE.search(text)
    of_row = table.total
    data: dict[str, object] = {
        "draft": "có",
        "title": f"Chỉ số cải cách hành chính năm {years[-1]}" if years else unsaid("title"),
        "year_assessed": years[-1] if years else unsaid("year_assessed"),
        "years_stated": years if len(years) > 1 else [],
        "unit": asked.publisher,
        "total_declared": of_row.get("declared") or (total["total"] if total else unsaid("total_declared")),
        "self_total": of_row.get("self_score", ""),
        "total_max": of_row.get("max") or ((total["max"] or "") if total else ""),
        "grade": grade["grade"].lower() if grade else "",
        "criteria": [root.data(f"{number}") for number, root in enumerate(tree.roots, 1)],
    }
    if len(years) > 1:
        doubts.append(
            Doubt(
                "IMP018",
                Place(),
                ", ".join(years),
                msg("the text names several years for the same result: check which one was assessed"),
            )
        )
    rows = sum(1 for _ in tree)
    if not rows:
        doubts.append(Doubt("IMP013", Place(), "", msg("no criterion with a score was found"), Severity.ERROR))
    name = asked.id or (f"chi-so-{years[-1]}" if years else "chi-so")
    draft = Draft(f"scorecards/{name}.yml", data, "", asked.said(book.name))
    return Imported(NAME, [draft], doubts, table.mapping, rows)
