"""An edition: the content of one site as it stands on one day. Pages are decided from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from site_gen.base.messages import Message, say
from site_gen.model.catalog import Catalog
from site_gen.model.choice import Choice
from site_gen.model.law import Confidence
from site_gen.model.published import DocumentRef, Evidence
from site_gen.pages.page import Context, Plain
from site_gen.reading.shipped import legal_bases
from site_gen.rules.run import Note


@dataclass(frozen=True, slots=True)
class Edition:
    """Content, day and notes; and the few ways in which every kind shows the same thing."""

    catalog: Catalog
    as_of: date
    notes: Mapping[str, tuple[Note, ...]] = field(default_factory=dict)

    @property
    def soon(self) -> date:
        """The last day that counts as due soon."""
        return self.as_of + min(timedelta(days=self.catalog.site.due_soon_days), date.max - self.as_of)

    def say(self, message: Message) -> str:
        """A message in the language of the site."""
        return say(message, self.catalog.site.language.value)

    def word(self, choice: Choice | None) -> str:
        """What the page calls one of a few values; nothing where there is none."""
        if choice is None:
            return ""
        return choice.label if self.catalog.site.language.value == "vi" else choice.english

    def link(self, kind: str, text: str) -> Context:
        """A reference as the page shows it: the document's own words, linked where they lead somewhere."""
        name = self.catalog.named(kind, text)
        if name is None and (later := self.catalog.whole.named(kind, text)):
            return {"text": later.label if text == later.id else text, "url": ""}  # it waits for its day
        return {"text": name.label if name and text == name.id else text, "url": name.url if name else ""}

    def links(self, kind: str, texts: tuple[str, ...]) -> list[Plain]:
        """Several references."""
        return [self.link(kind, text) for text in texts]

    def document(self, document: DocumentRef) -> Context:
        """A cited document, linked to its attachment where the site has it."""
        file = self.catalog.attachments.get(document.file or "")
        return {
            "title": document.title,
            "number": document.number or "",
            "date": str(document.date or ""),
            "issuer": document.issuer or "",
            "url": document.url or "",
            "file": file.path if file else "",
            "size": file.size if file else 0,
            "successor": self.successor(document),
            "signed": bool(isinstance(document, Evidence) and document.signed),
        }

    def successor(self, document: DocumentRef) -> str:
        """What replaced a cited law by the day of building; empty unless that was read in the law itself."""
        listed = legal_bases()
        basis = next(
            (
                b
                for b in listed.values()
                if b.id == document.law or b.number in (document.number, *document.title.split())
            ),
            None,
        )
        known = (
            basis is not None
            and basis.confidence is Confidence.READ
            and basis.valid_to is not None
            and basis.valid_to < self.as_of
        )
        return str(basis.replaced_by or "") if basis is not None and known else ""

    def notes_of(self, path: str, language: str | None = None) -> list[Plain]:
        """What citizens are told about faults of the source behind the entry at `path`."""
        tongue = language or self.catalog.site.language.value
        return [
            {
                "code": note.code,
                "title": say(note.title, tongue),
                "message": say(note.message, tongue),
                "reason": note.reason,
                "item": note.item,
                "declared": note.declared,
                "computed": note.computed,
                "working": note.working,
                "figures": f"{note.declared}|{note.computed}|{note.working}",
            }
            # What does not add up comes first, the whole before its parts.
            for note in sorted(
                self.notes.get(path, ()), key=lambda n: (not n.working, n.item not in ("total", "components"))
            )
        ]
