"""PDFs that are signed here, by an authority that is made here and thrown away."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any, TypeVar

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers
from pyhanko_certvalidator.registry import SimpleCertificateStore
from pypdf import PdfWriter

BEGAN = datetime(2026, 1, 1, tzinfo=UTC)
ENDED = datetime(2030, 1, 1, tzinfo=UTC)
SIGNED = datetime(2026, 1, 5, 6, 43, 32, tzinfo=UTC)
OFFICE = "Ủy ban nhân dân xã Tân An"


T = TypeVar("T")


def apart(function: Callable[..., T], *given: Any) -> T:
    """What a function of pyHanko gives, in a thread of its own: it starts an event loop, and a browser test may have left one."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(function, *given).result()


@dataclass(frozen=True)
class Holder:
    """Who can sign: a certificate with its key."""

    certificate: x509.Certificate
    key: ec.EllipticCurvePrivateKey

    @property
    def pem(self) -> bytes:
        return self.certificate.public_bytes(serialization.Encoding.PEM)


def _name(**parts: str) -> x509.Name:
    oids = {
        "cn": NameOID.COMMON_NAME,
        "o": NameOID.ORGANIZATION_NAME,
        "title": NameOID.TITLE,
        "email": NameOID.EMAIL_ADDRESS,
    }
    return x509.Name([x509.NameAttribute(oids[key], value) for key, value in parts.items()])


def holder(
    by: Holder | None = None, *, ca: bool = False, ends: datetime = ENDED, begins: datetime = BEGAN, **parts: str
) -> Holder:
    """A certificate of an authority (`ca`), or of an office or person, issued `by` an authority or by itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = _name(**parts)
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(by.certificate.subject if by else subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(begins)
        .not_valid_after(ends)
        .add_extension(x509.BasicConstraints(ca=ca, path_length=None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(
            x509.KeyUsage(
                digital_signature=not ca,
                content_commitment=not ca,
                key_encipherment=False,
                data_encipherment=False,
                key_agreement=False,
                key_cert_sign=ca,
                crl_sign=ca,
                encipher_only=False,
                decipher_only=False,
            ),
            critical=True,
        )
    )
    signer = by or Holder(made.sign(key, hashes.SHA256()), key)
    made = made.add_extension(
        x509.AuthorityKeyIdentifier.from_issuer_public_key(signer.key.public_key()), critical=False
    )
    return Holder(made.sign(signer.key, hashes.SHA256()), key)


def revoked(by: Holder, *whom: Holder, on: datetime = BEGAN + timedelta(days=1)) -> bytes:
    """The authority's list of certificates that were revoked on a day, as PEM."""
    made = x509.CertificateRevocationListBuilder(by.certificate.subject, BEGAN + timedelta(days=60), ENDED)
    for one in whom:
        entry = x509.RevokedCertificateBuilder(one.certificate.serial_number, on)
        made = made.add_revoked_certificate(entry.build())
    made = made.add_extension(x509.CRLNumber(1), critical=False).add_extension(
        x509.AuthorityKeyIdentifier.from_issuer_public_key(by.key.public_key()), critical=False
    )
    return made.sign(by.key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)


def plain_pdf() -> bytes:
    """A PDF of one empty page."""
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


class _Signer(signers.SimpleSigner):
    """Signs at a fixed time, so that a test knows it."""

    async def signed_attrs(self, *given: Any, **named: Any) -> Any:
        attributes = await super().signed_attrs(*given, **named)
        for attribute in attributes:
            if attribute["type"].native == "signing_time":
                from asn1crypto import cms

                attribute["values"] = [cms.Time({"utc_time": SIGNED})]
        return attributes


def signed(data: bytes, by: Holder, field: str = "Signature1") -> bytes:
    """The PDF with a signature of `by` appended."""
    from asn1crypto import keys
    from asn1crypto import x509 as asn1

    certificate = asn1.Certificate.load(by.certificate.public_bytes(serialization.Encoding.DER))
    key = keys.PrivateKeyInfo.load(
        by.key.private_bytes(
            serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )
    signer = _Signer(signing_cert=certificate, signing_key=key, cert_registry=SimpleCertificateStore())
    meta = signers.PdfSignatureMetadata(field_name=field, md_algorithm="sha256")
    writer = IncrementalPdfFileWriter(BytesIO(data))
    fields.append_signature_field(writer, fields.SigFieldSpec(field))
    out: bytes = apart(lambda: signers.sign_pdf(writer, meta, signer=signer, existing_fields_only=True)).getvalue()
    return out


def with_page_changed(data: bytes) -> bytes:
    """The PDF with another size of its page, appended as editors do."""
    from pyhanko.pdf_utils import generic

    writer = IncrementalPdfFileWriter(BytesIO(data))
    page = writer.root["/Pages"]["/Kids"][0]
    page["/MediaBox"] = generic.ArrayObject([generic.NumberObject(n) for n in (0, 0, 300, 300)])
    writer.mark_update(page.container_ref)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def written(path: Path, data: bytes) -> Path:
    """A file of these bytes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path
