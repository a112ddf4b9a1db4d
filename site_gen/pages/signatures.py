"""Digital signatures as a page tells them: what the file says of itself, else what the content says, which nobody checked.

Nothing is looked up elsewhere at a build, so no page says that a signature is valid: it says whose it is, that the file was
not changed since, and what is known of the certificate.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from site_gen.base.dataclass import dataclass
from site_gen.base.messages import Message, msg
from site_gen.base.values import Record
from site_gen.model.signature import Signature
from site_gen.model.signed_file import (
    CHANGED,
    UNCHANGED,
    UNCHECKED,
    UNREAD,
    After,
    Chain,
    FileSignature,
    SignedFile,
    Whose,
)
from site_gen.model.signing_time import show_signing_time
from site_gen.pages.life import Status
from site_gen.rules.snapshot import Snapshot


@dataclass(frozen=True)
class ShownSignature(Record):
    """A signature: who signed, in which file where there are several, when and by whose clock, and what is known of it."""

    who: str
    file: str
    at: tuple[str, ...]
    clock: str
    state: Status
    certificate: str


@dataclass(frozen=True)
class ShownSignatures(Record):
    """What there is to say of a document's signatures: a sentence, or a row for each."""

    said: str
    rows: tuple[ShownSignature, ...] = ()


def shown_signatures(snapshot: Snapshot, said: Signature | None, paths: Sequence[str]) -> ShownSignatures:
    """The signatures of a document.

    Args:
        snapshot: The content.
        said: What the content says of them.
        paths: Its files, below the site's folder.
    """
    files = [(path, file) for path in paths if (file := snapshot.catalog.attachments.get(path)) is not None]
    pdfs = [(path, file.signed) for path, file in files if file.media_type == "application/pdf"]
    read = [(path, signed) for path, signed in pdfs if signed is not None and not signed.unread]
    rows = tuple(row for path, signed in read for row in _read(snapshot, signed, path if len(pdfs) > 1 else ""))
    if rows:
        return ShownSignatures("", rows)
    if read:
        return ShownSignatures(snapshot.say(msg("The file bears no digital signature.")))
    unread = any(signed is not None for _, signed in pdfs)
    if said is not None:
        return ShownSignatures("", (_said(snapshot, said, bool(pdfs), UNREAD if unread else UNCHECKED),))
    if unread:
        return ShownSignatures(snapshot.say(msg("The digital signatures of the file could not be read.")))
    return ShownSignatures(
        snapshot.say(msg("The digital signatures of the file were not checked.") if pdfs else _NOTHING)
    )


_NOTHING = msg("Nothing is stated about a digital signature.")


def _said(snapshot: Snapshot, said: Signature, is_there: bool, state: Message) -> ShownSignature:
    """What the content says, for who cannot look into the file."""
    signers = ((said.person, msg("the person in charge")), (said.organisation, msg("the office")))
    who = ", ".join(snapshot.say(one) for signed, one in signers if signed)
    why = "" if is_there else snapshot.say(msg("as the signed copy shows it, which does not lie on this site"))
    return ShownSignature(
        who or snapshot.say(msg("not known") if said.timestamps else msg("nobody")),
        "",
        tuple(show_signing_time(at) for at in said.timestamps),
        "",
        Status("calm", snapshot.say(state)),
        why,
    )


def _read(snapshot: Snapshot, signed: SignedFile, path: str) -> Iterator[ShownSignature]:
    name = path.rpartition("/")[2]
    for one in signed.signatures:
        at = (show_signing_time(one.at),) if one.at else ()
        clock = msg("by a time-stamping authority") if one.stamped else msg("by the signer's clock")
        certificate = [_CHAINS[one.chain], *([_LASTING] if one.lasting else [])]
        yield ShownSignature(
            snapshot.say(_who(one)),
            name,
            at,
            snapshot.say(clock) if at else "",
            Status(*_state(snapshot, one)),
            "; ".join(snapshot.say(words) for words in certificate),
        )


def _who(one: FileSignature) -> Message:
    if one.whose is Whose.OFFICE:
        return msg("the office: {office}", office=one.office)
    if one.role and one.office:
        return msg("{role}, {office}", role=one.role, office=one.office)
    if one.whose is Whose.PERSON:
        return msg("a person of {office}", office=one.office) if one.office else msg("a person")
    return msg("not known")


def _state(snapshot: Snapshot, one: FileSignature) -> tuple[str, str]:
    if one.after is After.CHANGED:
        return "late", snapshot.say(CHANGED)
    added = msg("not changed; signatures or entries of a form were added since")
    return "done", snapshot.say(UNCHANGED if one.after is After.NOTHING else added)


_CHAINS: dict[Chain, Message] = {
    Chain.KNOWN: msg("the certificate is of an authority whose own certificate this site keeps"),
    Chain.UNKNOWN: msg("the certificate could not be checked"),
    Chain.EXPIRED: msg("the certificate was not in force on the day of signing"),
    Chain.REVOKED: msg("the certificate had been revoked before"),
    Chain.SELF_SIGNED: msg("the certificate vouches only for itself"),
}
_LASTING = msg("the file holds what is needed to check it in later years")
