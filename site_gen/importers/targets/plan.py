"""A plan out of a file: `plan.md` and `tasks.yml`."""

from __future__ import annotations

from collections.abc import Mapping

from site_gen.base.diagnostics import Severity
from site_gen.base.messages import msg
from site_gen.importers.assembly import Whole, assemble, likeliest
from site_gen.importers.columns import Matched
from site_gen.importers.draft import Doubt, Draft
from site_gen.importers.importing import Asked, Imported
from site_gen.importers.table import Book, Place
from site_gen.importers.targets.plan_columns import BEGINS, COLUMNS, LIKELY, headed
from site_gen.importers.targets.plan_document import plan_id, read_plan_document
from site_gen.importers.targets.plan_tasks import read_appendix
from site_gen.importers.targets.units_named import with_unknown_units
from site_gen.importers.wrapped import with_wrapped_tables

NAME = "plan"


def fits(book: Book) -> float:
    """How likely a file is a plan: its tables have the columns of an annex."""
    wrapped = with_wrapped_tables(book, COLUMNS, LIKELY, BEGINS).tables if book.form == "text" else ()
    if len(wrapped) > len(book.tables):
        return 1.0
    return likeliest(book, headed)


def read(book: Book, asked: Asked) -> Imported:
    """The drafts of a plan."""
    document = read_plan_document(book.paragraphs)
    book = with_wrapped_tables(book, COLUMNS, LIKELY, BEGINS)
    wholes = assemble(book, headed)
    year = document.year or asked.day.year
    appendix = read_appendix(wholes, year, asked.mapping)
    folder = f"plans/{asked.id or plan_id(str(document.data['title']), document.year)}"
    data = dict(document.data)
    basis, recipients = data.pop("basis", []), data.pop("recipients", [])
    data |= {
        "issuer": asked.publisher,
        "basis": basis,
        "areas": appendix.areas,
        **appendix.money,
        "recipients": recipients,
    }
    with_unknown_units(appendix.data, asked)
    source = asked.said(book.name)
    plan = Draft(f"{folder}/plan.md", {"draft": "có", **data}, document.body, source)
    tasks = Draft(f"{folder}/tasks.yml", {"draft": "có", **appendix.data}, "", source)
    doubts = [*document.doubts, *appendix.doubts]
    if not appendix.rows:
        doubts.append(
            Doubt(
                "IMP013",
                Place(),
                "",
                msg("no row of an annex was found: no table has columns for a task and who does it when"),
                Severity.ERROR,
            )
        )
    return Imported(NAME, [plan, tasks], doubts, _mapping(wholes, appendix.columns), appendix.rows)


def _mapping(wholes: list[Whole], columns: Mapping[int, Matched]) -> list[tuple[str, Matched | None]]:
    headings = wholes[0].headings if wholes else []
    return [(heading, columns.get(number)) for number, heading in enumerate(headings)]
