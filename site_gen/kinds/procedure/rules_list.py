"""What must be true of the full list: each code once, and the list keeps up with what the province announces."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.base.diagnostics import LawRef, Severity
from site_gen.base.messages import msg
from site_gen.base.vietnamese import show_date
from site_gen.kinds.procedure.model import ProcedureList
from site_gen.kinds.procedure.rules import CODE, LAG
from site_gen.model.entry import Entry
from site_gen.reading.shipped import office_calendar
from site_gen.rules.rule import Finding, Rule, View, rule

Listing = Entry[ProcedureList]
ANNOUNCED = LawRef("63/2010/NĐ-CP", "Điều 15")


@rule(
    "PROC021",
    msg("a code is listed twice"),
    Severity.ERROR,
    ProcedureList,
    wrong='rows:\n  - {code: "1.001193", …}\n  - {code: "1.001193", …}',
    right='rows:\n  - {code: "1.001193", …}\n  - {code: "1.004884", …}',
)
def codes_are_listed_once(entry: Listing, view: View) -> Iterator[Finding]:
    """Two rows for one procedure, in one list or in two, contradict each other sooner or later."""
    seen: dict[str, str] = {}
    for other in view.catalog.all(ProcedureList):
        if other.id < entry.id:
            seen.update(dict.fromkeys((r.code for r in other.model.rows), other.path))
    for index, row in enumerate(entry.model.rows):
        if row.code in seen:
            message = msg("{code} is already in {file}", code=row.code, file=seen[row.code])
            yield Finding(entry.at("rows", index, "code"), message, msg("delete one of the two rows"), item=row.code)
        seen[row.code] = entry.path


@rule(
    "PROC022",
    msg("the list lags behind what the province announced"),
    Severity.WARNING,
    ProcedureList,
    law=ANNOUNCED,
    wrong='announcements:\n  - title: Quyết định công bố\n    effective_from: 01/3/2023\n    added: ["1.004873"]   # danh mục chưa có',
    right='announcements:\n  - title: Quyết định công bố\n    effective_from: 01/3/2023\n    added: ["1.004873"]\nrows:\n  - {code: "1.004873", …}',
)
def keeps_up(entry: Listing, view: View) -> Iterator[Finding]:
    """Once an announcement of the province is in force, the list holds what it adds and no longer shows what it abolishes as applicable.

    Where the announcement names every code of the commune level (`codes`), the list has no other ones either.
    """
    rows = {row.code: (index, row) for index, row in enumerate(entry.model.rows)}
    for number, announced in enumerate(entry.model.announcements):
        if announced.effective_from is not None and announced.effective_from > view.as_of:
            continue
        for key, codes in (("codes", announced.codes), ("added", announced.added), ("changed", announced.changed)):
            for index, code in enumerate(codes):
                if code not in rows and code not in announced.abolished:
                    yield Finding(
                        entry.at("announcements", number, key, index),
                        msg("{code} was announced and is not in the list", code=code),
                        msg("add a row for it"),
                        item=code,
                    )
        for code in announced.abolished:
            if code in rows and rows[code][1].state.applies:
                yield Finding(
                    entry.at("rows", rows[code][0]),
                    msg("{code} was abolished and is still listed as applicable", code=code),
                    msg("delete the row, or write `state: đã bãi bỏ`"),
                    item=code,
                )
        if announced.codes:
            known = {*announced.codes, *announced.added, *announced.changed, *announced.abolished}
            for code, (index, row) in rows.items():
                if code not in known and row.state.applies:
                    yield Finding(
                        entry.at("rows", index),
                        msg("{code} is listed, and the announcement does not know it", code=code),
                        msg("check the code; delete the row if the procedure no longer exists"),
                        item=code,
                    )


@rule(
    "PROC023",
    msg("a list was published late"),
    Severity.WARNING,
    ProcedureList,
    law=LawRef("104/2016/QH13", "Điều 18 khoản 4"),
    wrong="announcements:\n  - {title: Quyết định công bố, date: 01/3/2023}\nupdated_at: 20/3/2023",
    right="announcements:\n  - {title: Quyết định công bố, date: 01/3/2023}\nupdated_at: 08/3/2023",
)
def renewed_at_once(entry: Listing, view: View) -> Iterator[Finding]:
    """The list is renewed as soon as the province has announced a change, at the latest five working days later."""
    days = [(a.date.exact, i) for i, a in enumerate(entry.model.announcements) if a.date and a.date.exact]
    renewed = entry.model.updated_at or entry.model.published_at
    if not days or renewed is None:
        return
    day, index = max(days, key=lambda pair: (pair[0] is not None, pair[0]))
    assert day is not None
    last = office_calendar().after(day, LAG)
    if renewed > last:
        yield Finding(
            entry.at("announcements", index),
            msg(
                "announced on {day}, the list was renewed on {renewed}; five working days end on {last}",
                day=show_date(day),
                renewed=show_date(renewed),
                last=show_date(last),
            ),
            msg("check both dates; if they are right, acknowledge it under `anomalies` and say why"),
        )


@rule(
    "PROC024",
    msg("a code of the list has an unusual shape"),
    Severity.WARNING,
    ProcedureList,
    wrong='rows:\n  - {code: "1193", …}',
    right='rows:\n  - {code: "1.001193", …}',
)
def listed_codes_are_codes(entry: Listing, view: View) -> Iterator[Finding]:
    """Codes of the national database are a digit, a point and six digits; a zero lost in a spreadsheet makes another code."""
    for index, row in enumerate(entry.model.rows):
        if not CODE.fullmatch(row.code):
            message = msg("`{code}` does not look like a code", code=row.code)
            hint = msg("copy it from the national database; it is text, keep every zero")
            yield Finding(entry.at("rows", index, "code"), message, hint, item=row.code)


RULES: tuple[Rule, ...] = (
    codes_are_listed_once,
    keeps_up,
    renewed_at_once,
    listed_codes_are_codes,
)
