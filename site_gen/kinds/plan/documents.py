"""The documents of a plan: what was issued, its text, what it rests on, and the evidence of what was done."""

from __future__ import annotations

from site_gen.base.dataclass import dataclass
from site_gen.base.messages import msg
from site_gen.base.values import Address, Record
from site_gen.kinds.plan.model import UnitDuty
from site_gen.kinds.plan.moments import task_url
from site_gen.kinds.plan.records import Head
from site_gen.kinds.plan.views import Show
from site_gen.model.deadline import parse
from site_gen.model.instances import frequencies_of
from site_gen.pages.evidence import ShownPaper
from site_gen.pages.fill import fill
from site_gen.pages.frames import Shown
from site_gen.pages.page import Page
from site_gen.pages.papers import Attached, attached
from site_gen.pages.signatures import ShownSignatures, shown_signatures
from site_gen.rules.snapshot import CitedDocument, Link


@dataclass(frozen=True)
class Proof(Record):
    """A piece of evidence with the task that it proves."""

    paper: ShownPaper
    task: Link


@dataclass(frozen=True)
class AskedDuty(Record):
    """What the plan asks of one body, with its papers where it does not come again: those that do stand by their periods."""

    unit: Link
    duty: str
    deadline: str | None
    papers: tuple[ShownPaper, ...]


@dataclass(frozen=True)
class DocumentsPage(Shown):
    """The document itself, what it rests on, its text and whom it asks for what, and the evidence of what was done."""

    template = "plan/documents.html"
    plan: Head
    place: str | None
    signer: str
    recipients: tuple[str, ...]
    source_url: Address | None
    files: tuple[Attached, ...]
    signature: ShownSignatures | None
    basis: tuple[CitedDocument, ...]
    body: str
    duties: tuple[AskedDuty, ...]
    reports: tuple[AskedDuty, ...]
    evidence: tuple[Proof, ...]


DOCUMENTS = "plan documents"
"""What others call the page of a plan's documents, to put something on it."""


def documents_of(plan_id: str) -> str:
    """The address of the page of a plan's documents."""
    return f"ke-hoach/{plan_id}/van-ban.html"


def documents_url(show: Show) -> str:
    """The page of the documents of a plan."""
    return documents_of(show.id)


def documents_page(show: Show) -> Page:
    """The document with what it rests on, its attachments, and the evidence of what was done."""
    plan, snapshot = show.plan, show.snapshot
    signatures = shown_signatures(snapshot, plan.signature, plan.files)
    context = fill(
        DocumentsPage,
        snapshot,
        show.bundle.entry,
        plan=show.head(),
        signer=" ".join(x for x in (plan.sign_prefix, plan.signer_role) if x),
        files=tuple(file for path in plan.files if (file := attached(snapshot, path)) is not None),
        signature=signatures if signatures.rows else None,
        duties=tuple(_duty(show, duty) for duty in plan.duties),
        reports=tuple(_duty(show, duty) for duty in plan.reports),
        evidence=tuple(
            Proof(paper, Link(s.item.task.text, task_url(show.id, s.item.task)))
            for s in show.bundle.standings
            for paper in show.proofs.papers(s)
        ),
    )
    title = show.say(msg("Documents and evidence"))
    return show.page(documents_url(show), title, context, subject=(DOCUMENTS, show.id), long=("evidence",))


def _duty(show: Show, duty: UnitDuty) -> AskedDuty:
    again = frequencies_of(parse(duty.deadline or "", show.plan.year))
    return fill(AskedDuty, show.snapshot, duty, papers=() if again else show.proofs.of_duty(duty))
