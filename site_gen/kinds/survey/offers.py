"""What surveys give to the rest of the site: panels of units, the register, open data, news; files held back."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.base.messages import msg
from site_gen.base.values import Plain
from site_gen.kinds.survey import views
from site_gen.kinds.survey.model import Subject, Survey
from site_gen.kinds.survey.pages import SECTION
from site_gen.kinds.survey.series import in_order, unit_key
from site_gen.model.figures import Figure
from site_gen.pages.columns import Column, coded
from site_gen.pages.contributions import Disclosure, FeedItem, Table, keys_of
from site_gen.pages.page import Panel
from site_gen.rules.snapshot import Snapshot

TABLE = "khao-sat"


def panels(snapshot: Snapshot) -> Iterator[Panel]:
    """On a unit's page, the latest survey about each object."""
    units: dict[str, list[Plain]] = {}
    for entry in views.newest(snapshot):
        units.setdefault(unit_key(snapshot.catalog, entry.model.unit), []).append(views.row(snapshot, entry))
    for unit, rows in units.items():
        yield Panel(("unit", unit), 60, "survey/unit_panel.html", {"rows": rows, "url": SECTION.url})


def disclosures(snapshot: Snapshot) -> Iterator[Disclosure]:
    """Each survey by its object; one without a result that may be shown does not fulfil the duty."""
    for entry in in_order(snapshot.catalog):
        survey = entry.model
        unit = snapshot.catalog.named("unit", survey.unit)
        yield Disclosure(
            f"survey/{survey.object.value}",
            views.title(snapshot, entry),
            views.url(entry.id),
            created=survey.source.date.exact if survey.source and survey.source.date else None,
            published=survey.published_at,
            number=(survey.source.number or "") if survey.source else "",
            period=survey.period,
            unit=unit.id if unit else "",
            entry=entry.path,
            complete=bool(survey.overall or survey.criteria) and not views.too_few_answers(snapshot, entry),
            lacks=keys_of(Survey, "overall", "criteria") if not (survey.overall or survey.criteria) else "",
            sample=survey.sample,
        )


def tables(snapshot: Snapshot) -> Iterator[Table]:
    """One row for the overall result of each survey and one for each criterion."""
    entries = in_order(snapshot.catalog)
    if not entries:
        return
    rows: list[tuple[Plain, ...]] = []
    for entry in entries:
        survey = entry.model
        unit = snapshot.link("unit", unit_key(snapshot.catalog, survey.unit)).text
        head = (entry.id, survey.object.value, survey.period.key, unit)
        if views.too_few_answers(snapshot, entry):
            rows.append((*head, None, None, None, None, None, None))
            continue
        shares: list[tuple[str, Figure, Figure | None]] = [(c.criterion, c.pct, c.target) for c in survey.criteria]
        if survey.overall is not None:
            shares.insert(0, ("", survey.overall, survey.target))
        for criterion, pct, target in shares:
            rows.append(
                (
                    *head,
                    survey.n,
                    survey.issued,
                    criterion,
                    float(pct.value),
                    float(target.value) if target else None,
                    pct.value >= target.value if target else None,
                )
            )
    columns = (
        Column("survey", "Mã khảo sát"),
        coded("object", "Đối tượng", Subject),
        Column("period", "Kỳ khảo sát"),
        Column("unit", "Đơn vị được đánh giá"),
        Column("n", "Số phiếu thu về", "integer"),
        Column("issued", "Số phiếu phát ra", "integer"),
        Column("criterion", "Tiêu chí, để trống là hài lòng chung"),
        Column("pct", "Tỷ lệ hài lòng, %", "number"),
        Column("target", "Mục tiêu, %", "number"),
        Column("met", "Đạt", "boolean"),
    )
    yield Table(
        TABLE,
        snapshot.say(SECTION.title),
        columns,
        tuple(rows),
        tuple(e.path for e in entries),
        any(e.model.sample for e in entries),
        ("survey/overview.html", "survey/page.html", "survey/unit_panel.html"),
        snapshot.say(
            msg(
                "A row for the overall result and one for each criterion; a survey with too few answers shows no figures."
            )
        ),
    )


def feed(snapshot: Snapshot) -> Iterator[FeedItem]:
    """Each survey on the day its result was published."""
    for entry in in_order(snapshot.catalog):
        if entry.model.published_at:
            yield FeedItem(
                entry.model.published_at,
                views.url(entry.id),
                views.title(snapshot, entry),
                views.finding(snapshot, entry),
                entry.model.unit,
            )


def hidden_files(snapshot: Snapshot) -> Iterator[str]:
    """The files of surveys with too few answers hold what the page must not tell."""
    for entry in in_order(snapshot.catalog):
        if entry.model.file and views.too_few_answers(snapshot, entry):
            yield entry.model.file
