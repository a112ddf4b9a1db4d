"""What must be true of units: one meaning a name, an end with a successor, dates in order."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from site_gen.base.diagnostics import LawRef, Severity
from site_gen.base.messages import msg
from site_gen.base.names import name_key
from site_gen.base.vietnamese import show_date
from site_gen.kinds.unit.model import COMMUNES, Level, Unit, UnitType
from site_gen.model.coordinates import position
from site_gen.model.entry import Entry
from site_gen.model.lists import parts
from site_gen.pages.charts.sketch_map import distance, in_words
from site_gen.rules.duplicates import is_copy
from site_gen.rules.rule import Finding, Rule, rule
from site_gen.rules.snapshot import Snapshot

AnyUnit = Entry[Unit]


def names(entry: AnyUnit) -> tuple[str, ...]:
    """Everything a unit is called."""
    unit = entry.model
    return tuple(n for n in (unit.name, unit.short_name, *unit.aliases) if n)


@rule(
    "UNIT001",
    msg("two units share a name"),
    Severity.ERROR,
    Unit,
    wrong="aliases: [Văn phòng]   # đơn vị khác cũng có tên này",
    right="aliases: [Văn phòng UBND xã]",
)
def names_are_unique(entry: AnyUnit, snapshot: Snapshot) -> Iterator[Finding]:
    """Plans name units by name or alias; a name that two units share leads to either.

    Capitals, dashes and the place of a tone mark do not tell names apart; the marks themselves do.
    """
    if is_copy(entry, snapshot):
        return
    others = {name_key(n): other for other in snapshot.catalog.all(Unit) if other.id < entry.id for n in names(other)}
    unit = entry.model
    places: list[tuple[tuple[str | int, ...], str]] = [(("name",), unit.name)]
    places += [(("short_name",), unit.short_name)] if unit.short_name else []
    places += [(("aliases", i), alias) for i, alias in enumerate(unit.aliases)]
    for loc, name in places:
        if other := others.get(name_key(name)):
            yield Finding(
                entry.at(*loc),
                msg("`{name}` is also a name of `{other}`", name=name, other=other.id),
                msg("keep it with one of the two"),
                entry.id,
            )


@rule(
    "UNIT002",
    msg("a unit ended and names no successor"),
    Severity.WARNING,
    Unit,
    law=LawRef("203/2025/QH15", "kết thúc cấp huyện từ 01/7/2025"),
    wrong="valid_to: 30/6/2025",
    right="valid_to: 30/6/2025\nsuccession: [{kind: nhập, to: xã Cẩm Giàng (tỉnh Thái Nguyên)}]",
)
def ended_units_have_successors(entry: AnyUnit, snapshot: Snapshot) -> Iterator[Finding]:
    """Citizens with an old paper in hand need to know who answers for it now."""
    unit = entry.model
    if (
        unit.valid_to
        and not unit.succession
        and unit.level in (Level.COMMUNE, Level.DISTRICT)
        and entry.id == snapshot.catalog.site.unit
    ):
        yield Finding(
            entry.at("valid_to"),
            msg("it ended on {day}, and nothing says what followed", day=show_date(unit.valid_to)),
            msg("add `succession`"),
            entry.id,
        )


@rule(
    "UNIT003",
    msg("a unit ends before it begins"),
    Severity.ERROR,
    Unit,
    wrong="valid_from: 01/7/2025\nvalid_to: 30/6/2025",
    right="valid_from: 01/7/2010\nvalid_to: 30/6/2025",
)
def life_runs_forward(entry: AnyUnit, snapshot: Snapshot) -> Iterator[Finding]:
    """The dates of a unit and of its parents run forward."""
    unit = entry.model
    if unit.valid_from and unit.valid_to and unit.valid_to < unit.valid_from:
        yield Finding(
            entry.at("valid_to"),
            msg("{end} is before {start}", end=show_date(unit.valid_to), start=show_date(unit.valid_from)),
            msg("check both dates"),
            entry.id,
        )
    for index, parent in enumerate(unit.parents):
        if parent.since and parent.until and parent.until < parent.since:
            yield Finding(
                entry.at("parents", index, "until"),
                msg("{end} is before {start}", end=show_date(parent.until), start=show_date(parent.since)),
                msg("check both dates"),
                entry.id,
            )


@rule(
    "UNIT004",
    msg("a unit is its own parent"),
    Severity.ERROR,
    Unit,
    wrong="# units/van-phong.yml\nparents: [{unit: van-phong}]",
    right="# units/van-phong.yml\nparents: [{unit: ubnd-xa}]",
)
def no_circles(entry: AnyUnit, snapshot: Snapshot) -> Iterator[Finding]:
    """Following the parents of a unit upwards must come to an end."""
    seen, here = {entry.id}, entry.model
    while here.parents:
        name = snapshot.catalog.named("unit", here.parents[0].unit)
        above = snapshot.catalog.get(Unit, name.id) if name else None
        if above is None:
            return
        if above.id in seen:
            yield Finding(
                entry.at("parents", 0, "unit"),
                msg("following the parents comes back to `{id}`", id=above.id),
                msg("correct the parent"),
                entry.id,
            )
            return
        seen.add(above.id)
        here = above.model


@rule(
    "UNIT006",
    msg("an alias is made of the names of other units"),
    Severity.ERROR,
    Unit,
    wrong='# units/phong-van-hoa-xa-hoi.yml\naliases: ["Phòng Kinh tế, Phòng Văn hóa - Xã hội"]',
    right="# units/phong-van-hoa-xa-hoi.yml\naliases: [Phòng Văn xã]\n# tasks.yml\ncoordinating: Phòng Kinh tế, Phòng Văn hóa - Xã hội",
)
def aliases_name_one_unit(entry: AnyUnit, snapshot: Snapshot) -> Iterator[Finding]:
    """A task that names two units belongs to both; an alias that takes the two names for one unit's hides the other.

    Where several units may stand, their names can stand in one line. A group (`type: nhóm đơn vị`) may be called by the
    names of its members.
    """

    def known(text: str) -> bool:
        return text not in entry.model.aliases and snapshot.catalog.named("unit", text) is not None

    for index, alias in enumerate(entry.model.aliases):
        said = parts(alias, known)
        names = [name for part in said if known(part) and (name := snapshot.catalog.named("unit", part))]
        others = dict.fromkeys(name.label for name in names if name.id != entry.id)
        if len(names) < len(said) or len({n.id for n in names}) < 2 or entry.model.type is UnitType.GROUP:
            continue
        yield Finding(
            entry.at("aliases", index),
            msg(
                "`{alias}` also names {others}, which it would hide",
                alias=alias,
                others=", ".join(f"`{n}`" for n in others),
            ),
            msg("delete this alias: where several units may stand, their names are read one by one"),
            entry.id,
        )


PROFILE_FROM = date(2026, 7, 1)


@rule(
    "UNIT005",
    msg("the profile of the commune is incomplete"),
    Severity.WARNING,
    Unit,
    law=LawRef("224/2026/NĐ-CP", "Điều 9 khoản 1 điểm c"),
    wrong="type: commune\nhistory: Xã thành lập năm 1953.",
    right="type: commune\norg_chart: …\nmap: files/ban-do.png\nnature: …\nhistory: Xã thành lập năm 1953.",
)
def profile_is_whole(entry: AnyUnit, snapshot: Snapshot) -> Iterator[Finding]:
    """Since 01/7/2026 the portal of a commune tells how it is organised, where its borders run, its nature and its history.

    Who has begun with one of these parts is told which are missing; what is wholly absent stands in the ledger of duties.
    """
    unit, profile = entry.model, entry.model.profile
    mine = snapshot.catalog.named("unit", snapshot.catalog.site.unit)
    if mine is None or mine.id != entry.id or unit.type not in COMMUNES or snapshot.as_of < PROFILE_FROM:
        return
    if (unit.valid_to or snapshot.catalog.site.valid_to or snapshot.as_of) < snapshot.as_of or not any(
        profile.values()
    ):
        return
    missing = [name for name, value in profile.items() if not value]
    if missing:
        yield Finding(
            entry.at(next(name for name, value in profile.items() if value)),
            msg("there is nothing under {fields}", fields=", ".join(f"`{name}`" for name in missing)),
            msg("add what is missing"),
            entry.id,
        )


FAR = 20_000.0
"""Metres from the office: nobody finds the way by a landmark that is further away."""


@rule(
    "UNIT007",
    msg("what is drawn around an office lies far from it"),
    Severity.WARNING,
    Unit,
    wrong="location:\n  office: 21.59420, 105.84820\n  landmarks: [{name: Chợ xã, at: '21.99420, 105.84820'}]",
    right="location:\n  office: 21.59420, 105.84820\n  landmarks: [{name: Chợ xã, at: '21.59620, 105.84920'}]",
)
def surroundings_are_near(entry: AnyUnit, snapshot: Snapshot) -> Iterator[Finding]:
    """One wrong digit puts a landmark into another district, and the sketch then shows two dots and nothing between them."""
    location = entry.model.location
    if location is None:
        return
    office = position(location.office)
    places: list[tuple[tuple[str | int, ...], str, str]] = [
        (("location", "landmarks", i, "at"), mark.name, mark.at) for i, mark in enumerate(location.landmarks)
    ]
    places += [
        (("location", "roads", i, "points"), road.name, at)
        for i, road in enumerate(location.roads)
        for at in road.points
    ]
    for loc, name, at in places:
        if (far := distance(office, position(at))) > FAR:
            yield Finding(
                entry.at(*loc),
                msg("`{name}` at {at} is {distance} away from the office", name=name, at=at, distance=in_words(far)),
                msg("check the digits of both places"),
                entry.id,
            )


RULES: tuple[Rule, ...] = (
    names_are_unique,
    ended_units_have_successors,
    life_runs_forward,
    no_circles,
    aliases_name_one_unit,
    profile_is_whole,
    surroundings_are_near,
)
