"""What a PDF's signatures say is read from the file alone, and nothing of a person goes out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from signed_files import (
    BEGAN,
    OFFICE,
    SIGNED,
    Holder,
    apart,
    holder,
    plain_pdf,
    revoked,
    signed,
    with_page_changed,
    written,
)

from site_gen.model.signed_file import After, Chain, FileSignature, SignedFile, Whose
from site_gen.outputs import signatures
from site_gen.outputs.signatures import reader, signatures_of
from site_gen.outputs.signatures.reader import kept


@dataclass(frozen=True)
class Signers:
    """An authority, and those whom it gave certificates."""

    root: Holder
    office: Holder
    person: Holder


@pytest.fixture(scope="module")
def by() -> Signers:
    root = holder(ca=True, cn="Tổ chức thử nghiệm", o="Thử nghiệm")
    person = holder(root, cn="Nguyễn Văn Mẫu", o=OFFICE, title="Chủ tịch", email="mau@example.gov.vn")
    return Signers(root, holder(root, cn=OFFICE, o=OFFICE), person)


@pytest.fixture(scope="module")
def certificate(by: Signers, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("certificates") / "goc.pem", by.root.pem)


def read(data: bytes, known: reader.Kept) -> SignedFile:
    return apart(reader.read, data, known)


def only(data: bytes, *certificates: Path) -> FileSignature:
    (one,) = read(data, kept([str(path) for path in certificates])).signatures
    return one


def test_an_unsigned_file_bears_none() -> None:
    assert read(plain_pdf(), kept([])) == SignedFile()


def test_a_person_is_an_office_and_a_role(by: Signers, certificate: Path) -> None:
    one = only(signed(plain_pdf(), by.person), certificate)
    assert (one.whose, one.office, one.role) == (Whose.PERSON, OFFICE, "Chủ tịch")
    assert (one.at, one.stamped, one.after, one.chain) == (SIGNED, False, After.NOTHING, Chain.KNOWN)


def test_a_seal_is_that_of_the_office(by: Signers) -> None:
    one = only(signed(plain_pdf(), by.office))
    assert (one.whose, one.office, one.role) == (Whose.OFFICE, OFFICE, "")


@pytest.mark.parametrize(
    "name", ["UBND xã Tân An", "Văn phòng HĐND và UBND", "Công an xã Tân An", "CHI CỤC THUẾ KHU VỰC", "Sở Nội vụ"]
)
def test_an_office_is_known_by_how_it_is_called(name: str, by: Signers) -> None:
    assert only(signed(plain_pdf(), holder(by.root, cn=name))).whose is Whose.OFFICE


@pytest.mark.parametrize(
    "name",
    [
        "Đoàn Thị Mẫu",
        "Trương Văn Mẫu",
        "Tô Hội",
        "Bàn Văn Phòng",
        "Phòng Văn Sở",
        "TRUONG THI XA",
        "Văn Phong",
        "Sở Nội",
    ],
)
def test_a_name_that_only_resembles_an_office_never_goes_out_as_one(name: str, by: Signers) -> None:
    one = only(signed(plain_pdf(), holder(by.root, cn=name, o=OFFICE)))
    assert (one.whose, one.office, one.role) == (Whose.PERSON, OFFICE, "")


def test_a_second_signature_leaves_the_first_as_it_was(by: Signers, certificate: Path) -> None:
    both = read(signed(signed(plain_pdf(), by.person), by.office, "S2"), kept([str(certificate)]))
    assert [one.after for one in both.signatures] == [After.ADDED, After.NOTHING]
    assert not both.changed


def test_a_page_that_was_changed_later_breaks_every_signature(by: Signers) -> None:
    both = read(with_page_changed(signed(signed(plain_pdf(), by.person), by.office, "S2")), kept([]))
    assert [one.after for one in both.signatures] == [After.CHANGED, After.CHANGED]


def test_one_other_byte_breaks_it(by: Signers) -> None:
    data = signed(plain_pdf(), by.office)
    assert only(data.replace(b"200 200", b"200 201", 1)).after is After.CHANGED


def test_without_the_authority_the_certificate_is_not_known(by: Signers) -> None:
    assert only(signed(plain_pdf(), by.office)).chain is Chain.UNKNOWN


def test_the_certificate_must_be_good_on_the_day_of_signing(by: Signers, certificate: Path) -> None:
    ended = holder(by.root, cn=OFFICE, ends=BEGAN + timedelta(days=2))
    early = holder(by.root, cn=OFFICE, begins=SIGNED + timedelta(days=2))
    for one in (ended, early):
        assert only(signed(plain_pdf(), one), certificate).chain is Chain.EXPIRED


@pytest.mark.parametrize(("day", "chain"), [(1, Chain.REVOKED), (30, Chain.KNOWN)])
def test_what_was_revoked_counts_from_its_day(
    day: int, chain: Chain, by: Signers, certificate: Path, tmp_path: Path
) -> None:
    listed = written(tmp_path / "thu-hoi.crl", revoked(by.root, by.office, on=BEGAN + timedelta(days=day)))
    assert only(signed(plain_pdf(), by.office), certificate, listed).chain is chain


def test_who_vouches_for_himself_proves_nothing_unless_nobody_else_could(by: Signers, certificate: Path) -> None:
    alone = holder(cn=OFFICE, o=OFFICE)
    assert only(signed(plain_pdf(), alone), certificate).chain is Chain.SELF_SIGNED


def test_an_authority_of_the_same_name_is_another_one(by: Signers, tmp_path: Path) -> None:
    other = holder(ca=True, cn="Tổ chức thử nghiệm", o="Thử nghiệm")
    assert only(signed(plain_pdf(), by.office), written(tmp_path / "khac.pem", other.pem)).chain is Chain.UNKNOWN


def test_nothing_of_a_person_leaves_the_process(by: Signers, tmp_path: Path) -> None:
    file = written(tmp_path / "a.pdf", signed(plain_pdf(), by.person))
    told = repr(signatures_of([file], []).files)
    assert "Mẫu" not in told
    assert "mau@" not in told


def test_a_file_that_cannot_be_read_leaves_the_others(by: Signers, tmp_path: Path) -> None:
    good = signed(plain_pdf(), by.office)
    kinds = {"a": good, "b": good[: len(good) // 2], "c": b"%PDF-1.4\n/ByteRange", "d": b"", "e": good}
    files = [written(tmp_path / f"{name}.pdf", data) for name, data in kinds.items()]
    found = signatures_of([*files, tmp_path / "gone.pdf"], [])
    assert [one.unread for one in found.files] == [False, True, True, True, False, True]


def test_a_file_that_ends_the_process_counts_as_unread_and_the_next_is_read(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    runs: list[int] = []

    def ran(files: list[Path], certificates: list[Path]) -> list[bytes]:
        runs.append(len(files))
        return [b"[]"] if len(runs) == 1 else [b"[]", *[b'{"signatures": [], "unread": false}'] * len(files)]

    monkeypatch.setattr(signatures, "_ran", ran)
    found = signatures_of([tmp_path / "a.pdf", tmp_path / "b.pdf", tmp_path / "c.pdf"], [])
    assert [one.unread for one in found.files] == [True, False, False]
    assert runs == [3, 2]


def test_certificates_are_pem_or_der_several_in_a_file_and_anything_else_is_named(by: Signers, tmp_path: Path) -> None:
    from cryptography.hazmat.primitives.serialization import Encoding

    der = written(tmp_path / "a.cer", by.root.certificate.public_bytes(Encoding.DER))
    many = written(tmp_path / "b.pem", by.root.pem + by.office.pem + revoked(by.root, by.office))
    wrong = [
        written(tmp_path / name, data) for name, data in {"c.pem": b"", "d.pem": b"xin chao", "e": b"\xff" * 99}.items()
    ]
    known = kept([str(path) for path in (der, many, *wrong)])
    assert (len(known.roots), len(known.others), len(known.revoked)) == (2, 1, 1)
    assert known.unread == [str(path) for path in wrong]
