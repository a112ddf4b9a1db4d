"""The life of a procedure: it takes effect, changes and ends; and what is expected of its guide, and of the lists."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from site_gen.base.messages import Message, msg
from site_gen.kinds.procedure.choices import ProcedureState
from site_gen.kinds.procedure.completeness import missing, unanswered
from site_gen.kinds.procedure.items import CHANGES, SECTION, Item, applies, guide_url, items
from site_gen.kinds.procedure.model import Announcement, Decision, ListedProcedure, Procedure, ProcedureList, Video
from site_gen.kinds.procedure.timing import STALE_AFTER, decided, guide_posted, judged, last_day, list_posted
from site_gen.model.entry import Entry
from site_gen.model.settings import Site
from site_gen.pages.contributions import keys_of
from site_gen.pages.life import DAY, Deadline, Disclosed, Life, Moment, News, Reminder, State, Subject, life, subject_of
from site_gen.rules.snapshot import Snapshot

FAMILY = {
    ProcedureState.IN_FORCE: "done",
    ProcedureState.AMENDED: "done",
    ProcedureState.REPLACED: "late",
    ProcedureState.ABOLISHED: "late",
}
NOT_YET = State("soon", msg("not in force yet"))


def lives(snapshot: Snapshot) -> Iterator[Life]:
    """The lives of lists, of the province's announcements, of guides, and of rows that have no guide."""
    for entry in snapshot.catalog.all(ProcedureList):
        yield _of_list(entry)
        for announcement in entry.model.announcements:
            yield _of_announcement(snapshot, entry, announcement)
    for guide in snapshot.catalog.all(Procedure):
        yield _of_guide(snapshot, guide)
    for item in items(snapshot.catalog, snapshot.as_of):
        if item.row and item.list and not item.guide:
            subject = Subject(item.name, SECTION.url, item.list.path, item.list.model.unit, item.sample)
            yield life(subject, *_course(item.row))


def state_of(item: Item, day: date) -> State:
    """What a procedure is on a day."""
    shown = item.guide.model if item.guide else item.row
    assert shown is not None
    return life(Subject(item.name, item.url, ""), *_course(shown)).state(day)


def _course(shown: Procedure | ListedProcedure) -> Iterator[Moment]:
    """What a procedure is from which day on."""
    now = State(FAMILY[shown.state], shown.state)
    decision = shown.decision if isinstance(shown, Procedure) else None
    effective = decision.effective_from if decision else None
    if not shown.state.applies and shown.ended_on:
        yield Moment(None, State("soon", msg("no longer in use from {day}", day=shown.ended_on)))
        yield Moment(shown.ended_on, now, msg("{name} no longer applies", name=shown.name))
    elif shown.state is ProcedureState.IN_FORCE and effective:
        yield Moment(None, NOT_YET)
        yield Moment(effective, now)
    else:
        yield Moment(None, now)


def _of_guide(snapshot: Snapshot, entry: Entry[Procedure]) -> Life:
    guide = entry.model
    decisions = (guide.decision, *(change.decision for change in guide.history))
    effective = {decision.effective_from for decision in decisions if decision and decision.effective_from}
    changes = {change.date for change in guide.history}
    lacks = _lacks(guide)
    new = News(guide.summary or snapshot.say(msg("A new guide: {code}", code=guide.code)))
    return life(
        subject_of(entry, guide.name, guide_url(guide.code), guide.receiving_point or guide.authority or ""),
        *_course(guide),
        *(Moment(day, change=_takes_effect(guide.name)) for day in sorted(effective)),
        Moment(guide.published_at, news=new) if guide.published_at not in changes else None,
        *(Moment(change.date, news=News(change.text)) for change in guide.history),
        *(Moment(guide.published_at, disclosed=made) for made in _disclosed(guide, lacks)),
        *(_expected(guide, lacks, snapshot.site) if applies(guide, snapshot.as_of) else ()),
    )


def _disclosed(guide: Procedure, lacks: str) -> Iterator[Disclosed]:
    """A guide, its samples and its videos; they stay for as long as the procedure applies."""
    topics = [("procedure/guide", lacks)]
    if guide.samples:
        topics.append(("procedure/sample", ""))
    if guide.videos:
        captioned = all(video.captions for video in guide.videos)
        topics.append(("procedure/video", "" if captioned else keys_of(Video, "captions")))
    for topic, lacking in topics:
        yield Disclosed(
            topic=topic,
            title=f"{guide.name} ({guide.code})",
            created=decided(guide.decision) if guide.decision else None,
            published=guide.published_at,
            until=guide.ended_on,
            number=(guide.decision.number or "") if guide.decision else "",
            unit=guide.authority or "",
            complete=not lacking,
            lacks=lacking,
        )


def _expected(guide: Procedure, lacks: str, site: Site) -> Iterator[Deadline | Reminder | None]:
    """A guide holds every part, is compared once a year, and follows its decision in time."""
    code, name, checked = guide.code, guide.name, guide.last_checked
    if lacks:
        yield Reminder(
            "missing", msg("guide {code} is incomplete: {name}; add {keys}", code=code, name=name, keys=lacks)
        )
    if checked is None:
        yield Reminder("stale", msg("guide {code} was never compared: {name}", code=code, name=name))
    else:
        yield _stale(checked, msg("guide {code} was compared last on {day}", code=code, day=checked))
    if guide.decision and guide_posted(guide) is None:
        yield _late(guide.decision, site)


def _of_list(entry: Entry[ProcedureList]) -> Life:
    listing = entry.model
    made = Disclosed(topic="procedure/list", created=listing.taken_on, published=listing.published_at)
    taken = msg("{list} was taken on {day}", list=listing.title, day=listing.taken_on)
    return life(
        subject_of(entry, listing.title, SECTION.url, listing.unit),
        Moment(listing.published_at, disclosed=made),
        _stale(listing.taken_on, taken),
    )


def _of_announcement(snapshot: Snapshot, entry: Entry[ProcedureList], announcement: Announcement) -> Life:
    listing, site = entry.model, snapshot.site
    posted = list_posted(listing, announcement, site)
    news = msg(
        "{added} new, {changed} amended, {abolished} abolished procedures",
        added=len(announcement.added),
        changed=len(announcement.changed),
        abolished=len(announcement.abolished),
    )
    effective = announcement.effective_from
    return life(
        subject_of(entry, announcement.title, CHANGES, listing.unit),
        Moment(effective, change=_takes_effect(announcement.title)) if effective else None,
        Moment(posted, news=News(snapshot.say(news))) if posted else _late(announcement, site),
    )


def _takes_effect(name: str) -> Message:
    return msg("{decision} takes effect", decision=name)


def _stale(day: date, what: Message) -> Deadline:
    """What was compared on a day is to be compared again a year later."""
    due = day + STALE_AFTER
    return Deadline(due, what, since=due + DAY, late="stale")


def _late(decision: Decision, site: Site) -> Deadline | None:
    """A decision of which nothing says that it was published here is late once its five working days are over."""
    day = decided(decision)
    if day is None or not judged(site, day):
        return None
    last = last_day(day, site)
    return Deadline(last, msg("not carried over yet: {decision}", decision=decision.title), since=last + DAY)


def _lacks(guide: Procedure) -> str:
    """The parts that a guide does not fill in; of some it may say under `not_applicable` that there are none.

    Empty where it is complete.
    """
    return keys_of(Procedure, *missing(guide), *unanswered(guide))
