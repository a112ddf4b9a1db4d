"""Run as a process: paths of PDFs and certificates come in as JSON, what their signatures say goes out, a line for each.

The first line tells which files of certificates hold none. Nothing is fetched: a certificate is checked against those that
the site keeps, on the day of signing, with the lists of revoked ones that the site or the file itself holds.

What names a person stays in here: of a person's certificate only office and role go out.
"""

from __future__ import annotations

import json
import logging
import re
import signal
import sys
import unicodedata
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import asdict, field, replace
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from asn1crypto import crl, pem, x509
from pyhanko.pdf_utils.crypt import AuthStatus
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.dss import DocumentSecurityStore
from pyhanko.sign.validation.errors import NoDSSFoundError
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko.sign.validation.status import PdfSignatureStatus
from pyhanko_certvalidator import ValidationContext

from site_gen.base.dataclass import dataclass
from site_gen.base.vietnamese import fold
from site_gen.model.signed_file import After, Chain, FileSignature, SignedFile, Whose

SECONDS, _MEMORY = 30, 1 << 30
MOST = 50
"""More signatures than this no document of an office bears."""
LONGEST = 200
"""So many letters of an office's name are taken from a certificate."""
_OFFICE = re.compile(
    r"^(?:ubnd|hđnd|ubmttq|ủy ban|uỷ ban|uy ban|hội đồng|hoi dong nhan dan|thường trực|thuong truc|văn phòng|bộ phận|công an (?:xã|phường|"
    r"thị|đặc|huyện|quận|tỉnh|thành)|cong an (?:xa|phuong|thi|huyen|tinh|thanh)|trung tâm|trung tam|chi cục|chi cuc|tổng cục|kho bạc|kho bac|"
    r"bảo hiểm|bao hiem|thanh tra|tòa án|toà án|toa an|viện kiểm sát|đảng ủy|huyện ủy|tỉnh ủy|thành ủy|mặt trận|mat tran|ban quản lý|ban chỉ|"
    r"ban (?:tổ chức|tuyên giáo|dân vận|kiểm tra)|công ty|cong ty|trạm y tế|tram y te|trường (?:tiểu học|trung học|mầm non|mẫu giáo|thcs|thpt|đại học|cao đẳng)|"
    r"(?:sở|phòng|bộ) (?:nội vụ|tư pháp|tài chính|kinh tế|văn hóa|văn hoá|giáo dục|y tế|lao động|nông nghiệp|tài nguyên|xây dựng|công thương|"
    r"khoa học|thông tin|du lịch|ngoại giao|dân tộc|công an|quốc phòng|giao thông|hạ tầng|quản lý))(?!\w)"
)
"""How names of offices begin, and no person's: Đoàn, Trương, Tô, Bàn, Phòng are surnames, so such a word alone says nothing."""
_TAXED, _PERSONAL = re.compile(r"\bMST\b", re.IGNORECASE), re.compile(r"\b(?:CMND|CCCD|CMT|HC|PID)\b", re.IGNORECASE)
"""What certificates in Việt Nam number their holders by: an office by its tax code, a person by a personal paper."""
_USAGE = KeyUsageConstraints(key_usage={"digital_signature", "non_repudiation"}, match_all_key_usages=False)


@dataclass(slots=True)
class Kept:
    """The certificates that the site trusts, the others that lead to them, and lists of revoked ones."""

    roots: list[x509.Certificate] = field(default_factory=list)
    others: list[x509.Certificate] = field(default_factory=list)
    revoked: list[crl.CertificateList] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)


def kept(paths: Iterable[str]) -> Kept:
    """Certificates and lists of revoked ones, as PEM or DER; a file that holds neither is named."""
    out = Kept()
    for path in paths:
        try:
            for kind, data in _blocks(Path(path).read_bytes()):
                if kind == "X509 CRL":
                    out.revoked.append(crl.CertificateList.load(data, strict=True))
                else:
                    certificate = x509.Certificate.load(data, strict=True)
                    (out.roots if certificate.ca else out.others).append(certificate)
        except (OSError, ValueError, TypeError):
            out.unread.append(path)
    return out


def _blocks(data: bytes) -> list[tuple[str, bytes]]:
    if pem.detect(data):
        return [(kind, block) for kind, _, block in pem.unarmor(data, multiple=True)]
    try:
        crl.CertificateList.load(data, strict=True)["tbs_cert_list"]["this_update"].native  # noqa: B018 — reading it is the test
        return [("X509 CRL", data)]
    except (ValueError, TypeError):
        x509.Certificate.load(data, strict=True).subject.native  # noqa: B018 — the same
        return [("CERTIFICATE", data)]


def read(data: bytes, known: Kept) -> SignedFile:
    """What the signatures of a PDF say."""
    reader = PdfFileReader(BytesIO(data), strict=False)
    if reader.encrypted and reader.decrypt(b"").status is AuthStatus.FAILED:  # many files only forbid changes
        return SignedFile(unread=True)
    embedded = reader.embedded_regular_signatures[:MOST]
    try:
        store: DocumentSecurityStore | None = DocumentSecurityStore.read_dss(reader)
    except NoDSSFoundError:
        store = None
    return SignedFile(tuple(_signature(one, known, store) for one in embedded))


def _signature(embedded: Any, known: Kept, store: DocumentSecurityStore | None) -> FileSignature:
    certificate: x509.Certificate = embedded.signer_cert
    whose, office, role = _who(certificate)
    at, stamped = embedded.self_reported_timestamp, False
    facts = FileSignature(whose, office, role, at, stamped, After.CHANGED, Chain.UNKNOWN, _lasting(store))
    moment = at
    with suppress(Exception):  # a token that cannot be read stamps nothing
        token = embedded.attached_timestamp_data
        if token is not None:
            moment = token["content"]["encap_content_info"]["content"].parsed["gen_time"].native
    status = validate_pdf_signature(embedded, _context(known, store, moment), key_usage_settings=_USAGE)
    listed = bool(known.revoked) or _lasting(store)
    if listed and not status.revoked:  # lists are asked only for a certificate that names one, unless they must be
        strict = validate_pdf_signature(embedded, _context(known, store, moment, "require"), key_usage_settings=_USAGE)
        status = strict if strict.revoked else status
    stamp = status.timestamp_validity
    if stamp is not None and stamp.valid and stamp.intact:
        facts = replace(facts, at=stamp.timestamp, stamped=True)
    return replace(facts, after=_after(status), chain=_chain(status, certificate, known, facts.at))


def _context(
    known: Kept, store: DocumentSecurityStore | None, moment: datetime | None, revocation: str = "soft-fail"
) -> ValidationContext:
    given: dict[str, Any] = {
        "trust_roots": known.roots,
        "other_certs": known.others,
        "crls": known.revoked,
        "allow_fetching": False,
        "revocation_mode": revocation,
        "moment": moment,
        "retroactive_revinfo": True,  # a list of later date still tells what was revoked before the signature
    }
    return store.as_validation_context(given) if store is not None else ValidationContext(**given)


def _after(status: PdfSignatureStatus) -> After:
    level = status.modification_level
    if (
        not (status.intact and status.valid)
        or level is None
        or level is ModificationLevel.OTHER
        or not status.docmdp_ok
    ):
        return After.CHANGED
    return After.NOTHING if level is ModificationLevel.NONE else After.ADDED


def _chain(status: PdfSignatureStatus, certificate: x509.Certificate, known: Kept, at: datetime | None) -> Chain:
    if status.revoked:
        return Chain.REVOKED
    if at is not None and not certificate.not_valid_before <= at <= certificate.not_valid_after:
        return Chain.EXPIRED
    if status.validation_path is not None and status.trust_problem_indic is None:
        return Chain.KNOWN
    return Chain.SELF_SIGNED if certificate.self_signed in ("yes", "maybe") else Chain.UNKNOWN


def _lasting(store: DocumentSecurityStore | None) -> bool:
    return store is not None and bool(store.crls or store.ocsps)


def _who(certificate: x509.Certificate) -> tuple[Whose, str, str]:
    """Whose certificate it is, the office, and of a person the role. A person's name is left out.

    Whoever is not surely an office counts as a person, so that no name goes out by mistake.
    """
    subject = certificate.subject.native
    name, role = _text(subject.get("common_name")), _text(subject.get("title"))
    around = [_text(subject.get(key)) for key in ("organization_name", "organizational_unit_name")]
    office = next(filter(None, around), "")
    if not name:
        return Whose.UNKNOWN, office, ""
    number = str(subject.get("user_id", ""))
    personal = bool(_PERSONAL.search(number)) or "surname" in subject or "given_name" in subject
    if _OFFICE.match(name.lower()) or (not personal and fold(name) in map(fold, filter(None, around))):
        return Whose.OFFICE, name, ""
    if _TAXED.search(number) and not personal:
        return Whose.OFFICE, "" if fold(office) == fold(name) else office, ""
    return Whose.PERSON, "" if fold(office) == fold(name) else office, role


def _text(value: object) -> str:
    """One line of a certificate; of several values the first, which is the nearest to the holder."""
    first = value[0] if isinstance(value, list) and value else value
    return unicodedata.normalize("NFC", " ".join(first.split()))[:LONGEST] if isinstance(first, str) else ""


def _limited() -> None:
    """No file may take more than its share; where that cannot be set, the parent's patience is the limit."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))


def main() -> None:
    """Reads the request from standard input, and writes a line for each file as soon as it is known."""
    logging.disable(logging.CRITICAL)
    _limited()
    asked = json.load(sys.stdin)
    known = kept(asked["certificates"])
    sys.stdout.write(json.dumps(known.unread) + "\n")
    sys.stdout.flush()
    for path in asked["files"]:
        if hasattr(signal, "alarm"):
            signal.alarm(SECONDS)  # ends this process; the parent begins another behind this file
        try:
            found = read(Path(path).read_bytes(), known)
        except Exception:  # a damaged or hostile file may raise anything
            found = SignedFile(unread=True)
        sys.stdout.write(json.dumps(asdict(found), default=str) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
