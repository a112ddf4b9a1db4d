"""How open data is offered: under which licence, and whether workbooks for Excel lie beside CSV and JSON."""

from __future__ import annotations

from site_gen.model.choice import Choice
from site_gen.model.fields import YesNo
from site_gen.model.model import Model, field


class Licence(Choice):
    """Licences made for data that anybody may use again; the value is the licence's SPDX identifier."""

    CC0 = "CC0-1.0", "CC0 1.0, không giữ quyền nào", "CC0 1.0, no rights reserved"
    CC_BY = "CC-BY-4.0", "CC BY 4.0, ghi nguồn", "CC BY 4.0, name the source"
    CC_BY_SA = (
        "CC-BY-SA-4.0",
        "CC BY-SA 4.0, ghi nguồn và chia sẻ như cũ",
        "CC BY-SA 4.0, name the source, share alike",
    )
    ODBL = (
        "ODbL-1.0",
        "ODbL 1.0, ghi nguồn và mở cơ sở dữ liệu phái sinh",
        "ODbL 1.0, name the source, keep databases open",
    )

    @property
    def url(self) -> str:
        """Where its text stands."""
        return _TEXTS[self]


_TEXTS = {
    Licence.CC0: "https://creativecommons.org/publicdomain/zero/1.0/",
    Licence.CC_BY: "https://creativecommons.org/licenses/by/4.0/",
    Licence.CC_BY_SA: "https://creativecommons.org/licenses/by-sa/4.0/",
    Licence.ODBL: "https://opendatacommons.org/licenses/odbl/1-0/",
}


class OpenData(Model):
    """`open_data` in `site.yml`."""

    licence: Licence | None = field(
        "Giấy phép dữ liệu",
        "Cho dùng lại dữ liệu theo giấy phép nào; bỏ trống thì trang nói rõ là chưa công bố giấy phép.",
        None,
        aliases=("giay_phep",),
    )
    xlsx: YesNo = field(
        "Thêm tệp Excel", "`có`: mỗi bảng có thêm tệp .xlsx; máy dựng trang cần cài thêm thư viện `xlsxwriter`.", False
    )
