"""Makes the signed files of the kept cases anew, by authorities that are thrown away: `python tests/kept_signatures.py`."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO
from pathlib import Path

from pypdf import PdfReader, PdfWriter
from signed_files import BEGAN, OFFICE, Holder, holder, plain_pdf, revoked, signed, with_page_changed, written

TESTS = Path(__file__).parent
CASES = TESTS / "rules" / "cases"


def locked(data: bytes) -> bytes:
    """The PDF behind a password, with a word in it that only signatures bear."""
    writer = PdfWriter(clone_from=PdfReader(BytesIO(data)))
    writer.encrypt("mat-khau")
    out = BytesIO()
    writer.write(out)
    return out.getvalue() + b"\n% /ByteRange\n"


def main() -> None:
    """Writes them."""
    root = holder(ca=True, cn="Tổ chức thử nghiệm", o="Thử nghiệm")
    office = holder(root, cn=OFFICE, o=OFFICE)
    person = holder(root, cn="Nguyễn Văn Mẫu", o=OFFICE, title="Chủ tịch", email="mau@example.gov.vn")
    ended = holder(root, cn=OFFICE, o=OFFICE, ends=BEGAN + timedelta(days=2))
    withdrawn = holder(root, cn=OFFICE, o=OFFICE)
    alone = holder(cn=OFFICE, o=OFFICE)
    plain = plain_pdf()
    both = signed(signed(plain, person), office, "Signature2")
    by = {one: signed(plain, one) for one in (person, ended, withdrawn, alone)}
    for case, data in {
        "SIGN001/wrong-edited": with_page_changed(both),
        "SIGN001/wrong-byte": by[person].replace(b"/MediaBox [ 0.0 0.0 200", b"/MediaBox [ 0.0 0.0 201", 1),
        "SIGN001/right": both,
        "SIGN002/wrong": plain,
        "SIGN002/wrong-other-moment": by[person],
        "SIGN002/right": both,
        "SIGN003/wrong-expired": by[ended],
        "SIGN003/wrong-revoked": by[withdrawn],
        "SIGN003/wrong-self-signed": by[alone],
        "SIGN003/right": both,
        "SIGN003/right-nobody-keeps-the-authority": both,
        "SIGN004/wrong-cut": both[: len(both) // 2],
        "SIGN004/wrong-locked": locked(plain),
        "SIGN004/right": both,
    }.items():
        written(CASES / case / "files" / "quyet-dinh.pdf", data)
    for case in ("SIGN003/wrong-expired", "SIGN003/wrong-revoked", "SIGN003/right"):
        _keep(CASES / case, root, revoked(root, withdrawn))


def _keep(case: Path, root: Holder, listed: bytes) -> None:
    written(case / "certificates" / "goc.pem", root.pem)
    written(case / "certificates" / "thu-hoi.crl", listed)


if __name__ == "__main__":
    main()
