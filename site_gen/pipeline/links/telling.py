"""A finding on an address, at the place where the address stands."""

from __future__ import annotations

from dataclasses import dataclass

from site_gen.base.diagnostics import Diagnostic, LawRef, Severity
from site_gen.base.messages import Message
from site_gen.base.vietnamese import excerpt
from site_gen.joined.codes import SEVERITIES
from site_gen.pipeline.links.texts import Text
from site_gen.pipeline.places import Files
from site_gen.reading.markdown_links import Written

MOST = 100
"""So many letters of an address are shown."""


@dataclass(frozen=True, slots=True)
class Teller:
    """Knows where in the content's files a field's addresses stand."""

    files: Files

    def tell(
        self,
        code: str,
        text: Text,
        name: Written,
        message: Message,
        hint: Message,
        law: LawRef | None = None,
        severity: Severity | None = None,
    ) -> Diagnostic:
        """The finding, with the weight of its code unless another is given."""
        at = self.files.sign(text.at, name.sign, name.nth) if name.sign else None
        return Diagnostic(
            code, SEVERITIES[code] if severity is None else severity, message, at or text.at, hint, text.entry, law
        )


def short(text: str) -> str:
    """As much of an address as a report shows."""
    return excerpt(text, MOST)
