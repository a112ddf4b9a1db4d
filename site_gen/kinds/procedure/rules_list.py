"""What must be true of the full list: each code once, and the list keeps up with what the province announces."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from site_gen.base.diagnostics import LawRef, Severity
from site_gen.base.messages import msg
from site_gen.base.names import name_key, same_name
from site_gen.base.traces import remembered
from site_gen.base.vietnamese import slug
from site_gen.kinds.procedure.model import Procedure, ProcedureList
from site_gen.kinds.procedure.rules import AT_ONCE, CODE, DELAY_CLAUSES, FIVE_DAYS, like_a_code
from site_gen.kinds.procedure.timing import STALE_AFTER, decided, judged, last_day, list_posted
from site_gen.model.catalog import Catalog
from site_gen.model.entry import Entry
from site_gen.model.published import Published
from site_gen.rules.posting import base
from site_gen.rules.rule import Finding, Rule, rule
from site_gen.rules.snapshot import Snapshot

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
def codes_are_listed_once(entry: Listing, snapshot: Snapshot) -> Iterator[Finding]:
    """Two rows for one procedure, in one list or in two, contradict each other sooner or later."""
    seen: dict[str, str] = {}
    for other in snapshot.catalog.all(ProcedureList):
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
def keeps_up(entry: Listing, snapshot: Snapshot) -> Iterator[Finding]:
    """Once an announcement of the province is in force, the list holds what it adds and no longer shows what it abolishes as applicable.

    Where the announcement names every code of the commune level (`codes`), the list has no other ones either.
    """
    rows = {row.code: (index, row) for index, row in enumerate(entry.model.rows)}
    for number, announced in enumerate(entry.model.announcements):
        if announced.effective_from is not None and announced.effective_from > snapshot.as_of:
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
    law=FIVE_DAYS,
    wrong="announcements:\n  - {title: Quyết định công bố, date: 01/3/2023, posted_on: 20/3/2023}",
    right="announcements:\n  - {title: Quyết định công bố, date: 01/3/2023, posted_on: 08/3/2023}",
)
def renewed_at_once(entry: Listing, snapshot: Snapshot) -> Iterator[Finding]:
    """The list is renewed as soon as the province has announced a change, at the latest five working days later.

    `posted_on` of each announcement says when. Without it the day of the list's last renewal counts, where that was in time.
    """
    for index, announcement in enumerate(entry.model.announcements):
        day = decided(announcement)
        if day is None or not judged(snapshot.catalog.site, day):
            continue
        last, posted = (
            last_day(day, snapshot.catalog.site),
            list_posted(entry.model, announcement, snapshot.catalog.site),
        )
        if posted is not None and posted > last:
            yield Finding(
                entry.at("announcements", index, "posted_on"),
                msg(
                    "announced on {day}, the list was renewed on {renewed}; five working days end on {last}",
                    day=day,
                    renewed=posted,
                    last=last,
                ),
                msg("check both dates; if they are right, acknowledge it under `anomalies` and say why"),
                item=announcement.number or "",
                law=base(day, *DELAY_CLAUSES),
            )
        elif posted is None and snapshot.as_of > last:
            yield Finding(
                entry.at("announcements", index),
                msg("announced on {day}, and nothing says that the list followed by {last}", day=day, last=last),
                msg("bring the list up to date, then write `posted_on`"),
                item=announcement.number or "",
                law=base(day, *DELAY_CLAUSES),
            )


@rule(
    "PROC024",
    msg("a code of the list has an unusual shape"),
    Severity.WARNING,
    ProcedureList,
    wrong='rows:\n  - {code: "1193", …}',
    right='rows:\n  - {code: "1.001193", …}',
)
def listed_codes_are_codes(entry: Listing, snapshot: Snapshot) -> Iterator[Finding]:
    """Codes of the national database are a digit, a point and six digits; a zero lost in a spreadsheet makes another code."""
    for index, row in enumerate(entry.model.rows):
        if not CODE.fullmatch(row.code):
            message = msg("`{code}` does not look like a code", code=row.code)
            yield Finding(entry.at("rows", index, "code"), message, like_a_code(row.code), item=row.code)


@rule(
    "PROC025",
    msg("two codes have one name"),
    Severity.INFO,
    ProcedureList,
    wrong='rows:\n  - {code: "1.001193", name: Đăng ký khai sinh, …}\n  - {code: "2.001193", name: Đăng ký khai sinh, …}',
    right='rows:\n  - {code: "1.001193", name: Đăng ký khai sinh, …}\n  - {code: "1.000656", name: Đăng ký khai tử, …}',
)
def listed_names_differ(entry: Listing, snapshot: Snapshot) -> Iterator[Finding]:
    """Usually one of the two codes is old, or a word of the name was lost in copying; a citizen cannot tell them apart."""
    seen: dict[tuple[str, str], str] = {}
    for index, row in enumerate(entry.model.rows):
        first = seen.setdefault((name_key(row.name), name_key(row.procedure_field)), row.code)
        if first != row.code:
            message = msg("{code} has the name of {other}", code=row.code, other=first)
            yield Finding(entry.at("rows", index, "name"), message, msg("compare both with the source"), item=row.code)


_LENGTH = re.compile(r"(\d+)\s*(giờ|ngày)")


@rule(
    "PROC026",
    msg("a listed time limit cannot be meant"),
    Severity.WARNING,
    ProcedureList,
    wrong="time_limit: 0 ngày làm việc",
    right="time_limit: 3 ngày làm việc",
)
def listed_limits_can_be_meant(entry: Listing, snapshot: Snapshot) -> Iterator[Finding]:
    """A cell that nobody filled is often exported as 0; leave the time limit out instead."""
    for index, row in enumerate(entry.model.rows):
        if any(not 0 < int(number) <= 365 for number, _ in _LENGTH.findall(row.time_limit or "")):
            yield Finding(
                entry.at("rows", index, "time_limit"),
                msg("`{value}` is no time limit", value=row.time_limit or ""),
                msg("compare it with the source; leave it out where the source says nothing"),
                item=row.code,
            )


@rule(
    "PROC027",
    msg("the list followed an announcement after it had taken effect"),
    Severity.WARNING,
    ProcedureList,
    law=ANNOUNCED,
    wrong="announcements:\n  - {title: Quyết định công bố, effective_from: 01/3/2023, posted_on: 06/3/2023}",
    right="announcements:\n  - {title: Quyết định công bố, effective_from: 10/3/2023, posted_on: 06/3/2023}",
)
def renewed_before_effect(entry: Listing, snapshot: Snapshot) -> Iterator[Finding]:
    """Between the two days citizens went by a list that no longer held."""
    for index, announcement in enumerate(entry.model.announcements):
        effective, posted = announcement.effective_from, announcement.posted_on
        if effective and posted and posted > effective:
            yield Finding(
                entry.at("announcements", index, "posted_on"),
                msg("in force from {day}, published on {published}", day=effective, published=posted),
                msg("check both dates; if they are right, acknowledge it under `anomalies` and say why"),
                item=announcement.number or "",
            )


@rule(
    "PROC028",
    msg("a list was not taken anew for a year"),
    Severity.INFO,
    ProcedureList,
    law=AT_ONCE,
    wrong="taken_on: 01/3/2022   # hôm nay là 15/4/2023",
    right="taken_on: 01/3/2023",
)
def lists_are_renewed(entry: Listing, snapshot: Snapshot) -> Iterator[Finding]:
    """Procedures change every month; a list that is older than a year sends people home for papers nobody asks for any more."""
    day = entry.model.taken_on
    if snapshot.as_of - day > STALE_AFTER:
        message = msg("the list was taken on {day}", day=day)
        yield Finding(entry.at("taken_on"), message, msg("compare it with the province's list, then renew `taken_on`"))


@rule(
    "PROC035",
    msg("two fields differ in their marks alone"),
    Severity.WARNING,
    None,
    wrong="procedure_field: Hồ tịch   # thủ tục khác ghi Hộ tịch",
    right="procedure_field: Hộ tịch",
)
def fields_have_one_spelling(entry: Entry[Published], snapshot: Snapshot) -> Iterator[Finding]:
    """The page of a field is named after it without marks, so both would stand on one page, under the name of one."""
    if isinstance(entry.model, Procedure):
        named: list[tuple[tuple[str | int, ...], str]] = [(("procedure_field",), entry.model.procedure_field)]
    elif isinstance(entry.model, ProcedureList):
        named = [
            (("rows", index, "procedure_field"), row.procedure_field) for index, row in enumerate(entry.model.rows)
        ]
    else:
        return
    spelt = _fields(snapshot.catalog)
    for loc, field in named:
        usual = spelt[slug(field)]
        if not same_name(usual, field):
            yield Finding(
                entry.at(*loc),
                msg("`{field}` and `{usual}` would stand on one page", field=field, usual=usual),
                msg("write both alike; if they are two fields, tell them apart by a word"),
                item=field,
            )


@remembered
def _fields(catalog: Catalog) -> dict[str, str]:
    """The spelling of each field that most procedures have, by its address."""
    counted: dict[str, Counter[str]] = defaultdict(Counter)
    fields = [entry.model.procedure_field for entry in catalog.all(Procedure)]
    fields += [row.procedure_field for entry in catalog.all(ProcedureList) for row in entry.model.rows]
    for field in fields:
        counted[slug(field)][field] += 1
    return {address: max(names, key=lambda name: (names[name], name)) for address, names in counted.items()}


RULES: tuple[Rule, ...] = (
    codes_are_listed_once,
    keeps_up,
    renewed_at_once,
    listed_codes_are_codes,
    listed_names_differ,
    listed_limits_can_be_meant,
    renewed_before_effect,
    lists_are_renewed,
    fields_have_one_spelling,
)
