"""What the digital signatures of a file say, as far as may be published: offices and roles, never a person's name."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from site_gen.base.dataclass import dataclass
from site_gen.base.messages import Message, msg


class Whose(StrEnum):
    """Whose certificate a signature was made with."""

    OFFICE = "office"
    PERSON = "person"
    UNKNOWN = "unknown"


class After(StrEnum):
    """What happened to the file after a signature was made."""

    NOTHING = "nothing"
    ADDED = "added"
    """Signatures, entries of a form, or data for later checks were added, which a signature allows."""
    CHANGED = "changed"
    """What was signed is no longer what stands there."""


class Chain(StrEnum):
    """What is known of the certificate, by the certificates that the site keeps."""

    KNOWN = "known"
    """It leads to one of them and was good when the signature was made."""
    UNKNOWN = "unknown"
    EXPIRED = "expired"
    """It was not, or no longer, good on the day of signing."""
    REVOKED = "revoked"
    SELF_SIGNED = "self_signed"
    """It vouches for itself, and the site does not keep it."""


@dataclass(frozen=True, slots=True)
class FileSignature:
    """One digital signature of a file.

    Attributes:
        whose: Whether an office or a person signed.
        office: The office, or that of the person, as the certificate names it; may be empty.
        role: The person's, as the certificate names it; may be empty.
        at: When it was made, with the offset of the clock that said so; None where nothing says it.
        stamped: Whether a time-stamping authority says when, rather than the signer's clock.
        after: What happened to the file since.
        chain: What is known of the certificate.
        lasting: Whether the file holds what is needed to check the certificate in later years.
    """

    whose: Whose
    office: str
    role: str
    at: datetime | None
    stamped: bool
    after: After
    chain: Chain
    lasting: bool


@dataclass(frozen=True, slots=True)
class SignedFile:
    """The signatures of a file in the order in which they were made; none where it bears none.

    `unread` means that it bears signatures, or may, and none of them could be understood.
    """

    signatures: tuple[FileSignature, ...] = ()
    unread: bool = False

    @property
    def changed(self) -> bool:
        """Whether what one of the signatures vouches for was changed."""
        return any(one.after is After.CHANGED for one in self.signatures)


UNCHECKED = msg("digital signature not checked")
CHANGED, UNCHANGED = msg("changed after it was signed"), msg("not changed since it was signed")
UNSIGNED, UNREAD = msg("no digital signature"), msg("digital signature not readable")


def in_short(signed: SignedFile | None) -> Message:
    """One clause on the signatures of a PDF. Nothing is looked up elsewhere, so no clause ever says that one is valid."""
    if signed is None:
        return UNCHECKED
    if signed.unread:
        return UNREAD
    if not signed.signatures:
        return UNSIGNED
    if signed.changed:
        return CHANGED
    offices = dict.fromkeys(one.office for one in signed.signatures if one.office)
    if not offices:
        return msg("digitally signed, not changed since it was signed")
    return msg("digitally signed by {offices}, not changed since it was signed", offices=", ".join(offices))
