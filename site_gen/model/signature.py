"""What the content says of a document's digital signatures, as the signed copy shows them."""

from __future__ import annotations

from site_gen.model.fields import YesNo
from site_gen.model.model import Model, field
from site_gen.model.signing_time import SigningTime


class Signature(Model):
    """Chữ ký số: who signed, and when. Of a file that lies on the site the file itself is asked, and must not say otherwise."""

    person: YesNo = field("Người ký", "`có`: người có thẩm quyền đã ký số.", False, english="Signed by")
    organisation: YesNo = field("Cơ quan", "`có`: đã có chữ ký số của cơ quan.", False)
    timestamps: tuple[SigningTime, ...] = field(
        "Thời điểm ký", "Thời gian ghi trong từng chữ ký số.", (), english="Moments of signing"
    )
