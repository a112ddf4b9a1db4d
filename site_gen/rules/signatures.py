"""Rules on digital signatures, for every kind: what a file says of itself, beside what the content says of it.

A file is asked only where somebody could look into it (`Attachment.signed`).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from site_gen.base.dataclass import dataclass
from site_gen.base.diagnostics import LawRef, Severity
from site_gen.base.messages import Message, msg
from site_gen.model.catalog import Catalog
from site_gen.model.entry import Entry, Loc, marked
from site_gen.model.evidence import Evidence
from site_gen.model.fields import FileIn
from site_gen.model.published import Published
from site_gen.model.signature import Signature
from site_gen.model.signed_file import Chain, SignedFile, Whose
from site_gen.model.signing_time import same_moment, show_signing_time
from site_gen.rules.rule import Finding, Rule, rule
from site_gen.rules.snapshot import Snapshot
from site_gen.rules.values import documents

AnyEntry = Entry[Published]
DIGITAL = LawRef("30/2020/NĐ-CP", "Điều 5")
"""An electronic document that is signed digitally has the worth of a signed and sealed one."""


@dataclass(frozen=True, slots=True)
class NamedFile:
    """A file that an entry names, and what its signatures say."""

    loc: Loc
    path: str
    signed: SignedFile


def read_files(entry: AnyEntry, catalog: Catalog) -> Iterator[NamedFile]:
    """The files that an entry names and that somebody looked into, in the order of the entry."""
    for loc, mark, path in marked(entry.model):
        found = catalog.attachments.get(path) if isinstance(mark, FileIn) else None
        if found is not None and found.signed is not None:
            yield NamedFile(loc, path, found.signed)


def own_files(entry: AnyEntry, catalog: Catalog) -> tuple[NamedFile, ...]:
    """Of these, the document itself: what stands under `file` or `files`."""
    return tuple(file for file in read_files(entry, catalog) if file.loc[0] in ("file", "files"))


@rule(
    "SIGN001",
    msg("a file was changed after it was signed"),
    Severity.ERROR,
    law=DIGITAL,
    wrong="file: files/quyet-dinh.pdf   # sửa một trang sau khi ký",
    right="file: files/quyet-dinh.pdf   # đúng bản đã ký",
)
def files_are_as_they_were_signed(entry: AnyEntry, snapshot: Snapshot) -> Iterator[Finding]:
    """What a signature vouches for is what citizens read: a signed file is published as it was signed.

    Further signatures, entries of a form and data for later checks may be added. Anything else, such as a page that was put in, a stamp that was drawn over it, or a file that a mail program shortened, breaks what the signature says. Programs that add visible stamps after signing do it too: put the stamp before signing.
    """
    for file in read_files(entry, snapshot.catalog):
        if file.signed.changed:
            message = msg("`{name}` was changed after it was signed", name=_name(file.path))
            hint = msg("publish the file as the signing program saved it")
            yield Finding(entry.at(*file.loc), message, hint, _name(file.path))


@rule(
    "SIGN002",
    msg("what is said of a signature is not what the file says"),
    Severity.ERROR,
    law=DIGITAL,
    wrong="file: files/quyet-dinh.pdf   # tệp không có chữ ký số\nsignature: {person: có, organisation: có}",
    right="file: files/quyet-dinh.pdf   # tệp có chữ ký số của người ký và của cơ quan",
)
def what_is_said_of_signatures_is_so(entry: AnyEntry, snapshot: Snapshot) -> Iterator[Finding]:
    """Who signed and when is read from the file; the content may repeat it, and must not say otherwise.

    Where a file lies on the site, nothing needs to be said of its signatures at all.
    """
    yield from _of_the_document(entry, snapshot)
    for loc, cited in documents(entry):
        file = snapshot.catalog.attachments.get(cited.file or "")
        claimed = isinstance(cited, Evidence) and cited.signed
        if claimed and file is not None and file.signed == SignedFile():
            message = msg("`{name}` bears no digital signature", name=_name(file.path))
            yield Finding(entry.at(*loc, "signed"), message, _TAKE_BACK, _name(file.path))


_TAKE_BACK = msg("publish the copy that is signed, or take back what is said of its signatures")


def _of_the_document(entry: AnyEntry, snapshot: Snapshot) -> Iterator[Finding]:
    said: object = getattr(entry.model, "signature", None)
    files = [file for file in own_files(entry, snapshot.catalog) if not file.signed.unread]
    if not isinstance(said, Signature) or not files:
        return
    signatures = [one for file in files for one in file.signed.signatures]
    names = ", ".join(_name(file.path) for file in files)
    whose = {one.whose for one in signatures}
    for claimed, key, sort, who in (
        (said.person, "person", Whose.PERSON, msg("the person in charge")),
        (said.organisation, "organisation", Whose.OFFICE, msg("the office")),
    ):
        if claimed and sort not in whose and Whose.UNKNOWN not in whose:
            message = msg("`{name}` bears no digital signature of {who}", name=names, who=who)
            yield Finding(entry.at("signature", key), message, _TAKE_BACK, "signature")
    moments = [one.at for one in signatures if one.at is not None]
    for number, at in enumerate(said.timestamps):
        if not any(same_moment(at, other) for other in moments):
            message = _other_moment(names, at, moments)
            yield Finding(entry.at("signature", "timestamps", number), message, _TAKE_BACK, "signature")


def _other_moment(names: str, at: datetime, moments: list[datetime]) -> Message:
    shown = show_signing_time(at)
    if not moments:
        return msg("`{name}` bears no signature of {at}", name=names, at=shown)
    others = ", ".join(show_signing_time(one) for one in moments)
    return msg("`{name}` bears no signature of {at}, but of {others}", name=names, at=shown, others=others)


@rule(
    "SIGN003",
    msg("a signature was made with a certificate that does not count"),
    Severity.WARNING,
    wrong="file: files/quyet-dinh.pdf   # chứng thư số đã hết hạn khi ký",
    right="file: files/quyet-dinh.pdf   # ký lại bằng chứng thư số còn hạn",
)
def certificates_were_good(entry: AnyEntry, snapshot: Snapshot) -> Iterator[Finding]:
    """A certificate that had ended, was withdrawn, or vouches only for itself proves nothing of who signed.

    Whether one was withdrawn is known only from the lists of revoked certificates in the file or in `certificates/`.
    """
    for file in read_files(entry, snapshot.catalog):
        for chain in dict.fromkeys(one.chain for one in file.signed.signatures):
            if chain in _BAD:
                message = msg(
                    "`{name}` is signed with a certificate that {why}", name=_name(file.path), why=_BAD[chain]
                )
                hint = msg("have it signed again with a certificate of the authority that issues those of the offices")
                yield Finding(entry.at(*file.loc), message, hint, _name(file.path))


_BAD: dict[Chain, Message] = {
    Chain.EXPIRED: msg("was not in force on the day of signing"),
    Chain.REVOKED: msg("had been revoked when it was signed"),
    Chain.SELF_SIGNED: msg("vouches only for itself"),
}


@rule(
    "SIGN004",
    msg("a signature could not be read"),
    Severity.WARNING,
    wrong="file: files/quyet-dinh.pdf   # tệp tải về dở dang",
    right="file: files/quyet-dinh.pdf   # tệp còn nguyên",
)
def signatures_can_be_read(entry: AnyEntry, snapshot: Snapshot) -> Iterator[Finding]:
    """A file that bears a signature which cannot be understood is damaged, locked, or written by a program that does not keep to the standard."""
    for file in read_files(entry, snapshot.catalog):
        if file.signed.unread:
            message = msg("the digital signatures of `{name}` could not be read", name=_name(file.path))
            hint = msg("open it in the signing program, and save or sign it again")
            yield Finding(entry.at(*file.loc), message, hint, _name(file.path))


def _name(path: str) -> str:
    return path.rpartition("/")[2]


SIGNATURES: tuple[Rule, ...] = (
    files_are_as_they_were_signed,
    what_is_said_of_signatures_is_so,
    certificates_were_good,
    signatures_can_be_read,
)
