"""Documents as pages show them: plain values."""

from __future__ import annotations

from datetime import date

from site_gen.base.messages import Message, msg, say
from site_gen.base.values import Context, Plain
from site_gen.base.vietnamese import show_date
from site_gen.kinds.document.model import Document, ExpiredList, Validity
from site_gen.kinds.document.register import Filed, Register
from site_gen.model.entry import Entry
from site_gen.rules.snapshot import Snapshot

INDEX = "van-ban/index.html"
GONE_INDEX = "van-ban/het-hieu-luc.html"
_FAMILIES = {
    Validity.NOT_YET: "soon",
    Validity.IN_FORCE: "done",
    Validity.PARTLY_EXPIRED: "soon",
    Validity.EXPIRED: "calm",
}


def url(id: str) -> str:
    """Address of a document's page."""
    return f"van-ban/{id}.html"


def list_url(entry: Entry[ExpiredList]) -> str:
    """Address of a yearly list."""
    return f"van-ban/het-hieu-luc/{entry.id}.html"


def shown(day: date | None) -> str:
    """A day, or nothing."""
    return show_date(day) if day else ""


class Show:
    """The register of a snapshot, put into plain values."""

    def __init__(self, snapshot: Snapshot, found: Register) -> None:
        self.snapshot, self.register = snapshot, found

    def say(self, message: Message) -> str:
        """A message in the language of the site."""
        return say(message, self.snapshot.catalog.site.language.value)

    def name(self, document: Document) -> str:
        """`Quyết định số 12/2026/QĐ-UBND`: type and number."""
        kind = self.snapshot.word(document.type)
        return self.say(msg("{type} no. {number}", type=kind[:1].upper() + kind[1:], number=document.number))

    def status(self, filed: Filed) -> Context:
        """Whether it is in force, as a status; nothing where that is not asked of it."""
        validity = filed.validity
        if validity is None:
            return {}
        detail = ""
        if validity is Validity.EXPIRED and filed.out_of_force:
            detail = self.say(msg("since {day}", day=shown(filed.out_of_force)))
        elif validity is Validity.NOT_YET and filed.entry.model.effective_from:
            detail = self.say(msg("from {day}", day=shown(filed.entry.model.effective_from)))
        elif filed.ended and validity in (Validity.IN_FORCE, Validity.PARTLY_EXPIRED):
            detail = self.say(msg("up to {day}", day=shown(filed.ended)))
        return {"family": _FAMILIES[validity], "word": self.snapshot.word(validity), "detail": detail}

    def ids(self, ids: tuple[str, ...]) -> list[Plain]:
        """Other documents of the register, as links."""
        return [
            {"text": self.name(f.entry.model), "url": url(id), "abstract": f.entry.model.abstract}
            for id in ids
            if (f := self.register.by_id.get(id))
        ]

    def file(self, path: str, label: str) -> Context:
        """An attachment as a download: its label, ending and size."""
        attached = self.snapshot.catalog.attachments.get(path)
        kilobytes = -(-attached.size // 1024) if attached else 0
        size = f"{kilobytes}\u00a0KB" if kilobytes < 1024 else f"{kilobytes / 1024:.1f}\u00a0MB".replace(".", ",")
        ending = path.rpartition(".")[2].upper() if "." in path.rpartition("/")[2] else ""
        return {"label": label, "path": path, "kind": ", ".join(x for x in (ending, size if attached else "") if x)}

    def row(self, filed: Filed) -> Context:
        """A document in a list."""
        d = filed.entry.model
        return {
            "id": filed.entry.id,
            "url": url(filed.entry.id),
            "number": d.number,
            "type": self.snapshot.word(d.type),
            "date": show_date(d.date),
            "abstract": d.abstract,
            "issuer": self.snapshot.link("unit", d.issuer),
            "status": self.status(filed),
            "replaced_by": self.ids(filed.replaced_by),
            "sample": d.sample,
        }
