"""The workload: procedures that are the same on every machine, told to every generator in its own form.

A procedure has 27 fields, some 2.7 kB as YAML front matter, and some 1.7 kB of Markdown. Names of offices and of fields are
those that communes use; the procedures themselves are made up.
"""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, timezone

SEED = 63_2010
HANOI = timezone(timedelta(hours=7))
FIRST_DAY = datetime(2021, 1, 4, 7, 30, tzinfo=HANOI)
MINUTES = 570
"""Minutes of a day on which something may be published; none of them lies on another day in UTC."""
SLOTS = 1_000_003
"""A prime above every number of procedures, so that no two are published in the same minute."""


def slug(name: str) -> str:
    """A name as addresses have it."""
    plain = unicodedata.normalize("NFD", name.replace("đ", "d").replace("Đ", "D")).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")


@dataclass(frozen=True)
class Named:
    """A field or a unit: what it is called, and its address."""

    name: str

    @property
    def id(self) -> str:
        """Its part of an address."""
        return slug(self.name)


FIELDS = tuple(
    Named(name)
    for name in (
        "An toàn thực phẩm", "Bảo hiểm y tế", "Bảo vệ thực vật", "Chăn nuôi và thú y", "Chứng thực", "Cư trú",
        "Đất đai", "Đường bộ", "Giảm nghèo", "Giáo dục phổ thông", "Hòa giải ở cơ sở", "Hộ tịch", "Hội và quỹ",
        "Kinh tế hợp tác", "Lâm nghiệp", "Môi trường", "Người có công", "Nhà ở và xây dựng", "Nuôi con nuôi",
        "Phòng, chống thiên tai", "Thư viện", "Thủy lợi", "Tiếp công dân", "Trợ giúp xã hội",
    )
)  # fmt: skip  # a list, read as a paragraph
UNITS = tuple(
    Named(name)
    for name in (
        "Bộ phận Một cửa", "Công an xã", "Ban Chỉ huy Quân sự xã", "Phòng Kinh tế", "Phòng Văn hóa – Xã hội",
        "Phòng Nông nghiệp và Môi trường", "Tổ Địa chính", "Tổ Tài chính – Kế toán", "Tổ Tư pháp – Hộ tịch",
        "Trạm Y tế xã", "Trung tâm Dịch vụ công", "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân",
    )
)  # fmt: skip  # a list, read as a paragraph
ACTS = ("Cấp", "Cấp lại", "Cấp đổi", "Đăng ký", "Xác nhận", "Công nhận", "Điều chỉnh", "Gia hạn", "Thẩm tra", "Thu hồi")
THINGS = (
    "giấy khai sinh cho trẻ em sinh tại nhà",
    "giấy chứng nhận hộ có người đi làm xa",
    "sổ theo dõi nguồn nước tự chảy",
    "giấy phép đào đường lắp ống nước",
    "thẻ thư viện của tủ sách thôn, bản",
    "quyết định trợ cấp hằng tháng",
    "giấy xác nhận diện tích rừng khoanh nuôi",
    "danh sách hộ được hỗ trợ giống & phân bón",
    "biên bản kiểm tra bếp ăn tập thể",
    "hợp đồng thuê đất công ích “5 %”",
    "phương án phòng cháy của tổ liên gia",
    "giấy đề nghị miễn thủy lợi phí",
    "bản sao từ sổ gốc đã lưu trên mười năm",
    "bản đăng ký vùng trồng rau an toàn",
)
CASES = (
    "khi giấy tờ bị mất hoặc hỏng",
    "đối với hộ có diện tích < 500 m²",
    "cho người từ đủ 80 tuổi trở lên",
    "trong trường hợp nộp thay người khác",
    "tại nơi cư trú của người yêu cầu",
    "đối với tổ hợp tác mới thành lập",
    "theo đề nghị của trưởng thôn",
    "sau khi tách hộ",
)
PAPERS = (
    "Tờ khai theo mẫu của xã",
    "Căn cước hoặc giấy tờ thay thế",
    "Giấy xác nhận của trưởng thôn",
    "Trích lục bản đồ thửa đất",
    "Giấy ủy quyền có chứng thực",
    "Ảnh chân dung cỡ 4 × 6 cm",
    "Bản kê diện tích, loại cây trồng",
    "Biên bản họp hộ gia đình",
    "Giấy ra viện hoặc tóm tắt bệnh án",
)
STEPS = ("Nộp hồ sơ", "Kiểm tra, tiếp nhận", "Thẩm tra thực địa", "Trình ký", "Nhận kết quả")
CONDITIONS = (
    "Đang cư trú trên địa bàn xã từ sáu tháng trở lên",
    "Chưa được hưởng chế độ cùng loại ở nơi khác",
    "Thửa đất không có tranh chấp",
    "Cơ sở đã cam kết bảo đảm vệ sinh",
    "Hồ sơ nộp trước ngày 15 hằng tháng",
)
RESULTS = (
    "Giấy xác nhận có dấu của Ủy ban nhân dân xã",
    "Quyết định hành chính, bản giấy và bản điện tử",
    "Bản sao trích lục",
    "Thẻ hoặc sổ mang tên người yêu cầu",
)
LAWS = (
    "Quyết định quy định mức thu lệ phí trên địa bàn tỉnh",
    "Quyết định ban hành quy chế một cửa của xã",
    "Quyết định công bố thủ tục nội bộ",
    "Quyết định về rà soát thủ tục hằng năm",
    "Quyết định về hỗ trợ sản xuất vụ đông",
)
HOURS = ("sáng 7:30–11:30, chiều 13:30–17:00", "sáng 7:00–11:00, chiều 13:00–16:30")
SENTENCES = (
    "Người yêu cầu đến quầy, lấy số thứ tự và đưa hồ sơ cho người trực quầy xem trước.",
    "Giấy tờ còn thiếu được ghi vào một phiếu, *mỗi hồ sơ chỉ một phiếu*, để không ai phải đi lại nhiều lần.",
    "Công chức phụ trách đến tận nơi xem xét và lập biên bản có chữ ký của trưởng thôn.",
    "Nếu quá hạn, xã **gửi thư xin lỗi** và hẹn ngày trả mới, không quá ba ngày sau ngày hẹn cũ.",
    "Kết quả được trả tại quầy, qua bưu điện hoặc vào kho dữ liệu điện tử của người dân.",
    "Thời gian chờ ý kiến của cơ quan khác không tính vào thời hạn ghi trên phiếu hẹn.",
    "Người già yếu, người khuyết tật có thể đề nghị tổ lưu động đến nhà nhận hồ sơ.",
)
FEES = (0, 3_000, 8_000, 10_000, 25_000, 60_000, 150_000)
APPLICANTS = ("cá nhân", "hộ gia đình, hộ kinh doanh", "doanh nghiệp", "hợp tác xã, tổ hợp tác")
LEVELS = ("cấp xã", "cấp tỉnh, cấp xã")
ONLINE = ("toàn trình", "một phần")
CHANNELS = ("trực tiếp", "trực tuyến", "bưu chính công ích")


@dataclass(frozen=True)
class Paper:
    """One paper of the dossier."""

    name: str
    originals: int
    copies: int


@dataclass(frozen=True)
class Law:
    """One document that the procedure rests on."""

    number: str
    name: str
    url: str


@dataclass(frozen=True)
class Procedure:
    """One procedure; the fields of its front matter are these, with both of `field` and `unit` as name and id.

    Attributes:
        other: The code of the procedure that the text links to.
        sentences: What the Markdown text says, in order.
        added: What an edit wrote at the end of the text.
    """

    title: str
    code: str
    date: datetime
    field: Named
    unit: Named
    level: str
    online_level: str
    fee_amount: int
    duration_days: int
    applicants: tuple[str, ...]
    result: str
    decision: str
    decided_on: date
    counter: str
    hours: str
    abstract: str
    conditions: tuple[str, ...]
    featured: bool
    documents: tuple[Paper, ...]
    steps: tuple[str, ...]
    legal: tuple[Law, ...]
    other: str
    sentences: tuple[str, ...]
    added: str = ""

    @property
    def slug(self) -> str:
        """Its part of an address; a dot would look like the ending of a file."""
        return self.code.replace(".", "-")

    @property
    def fee(self) -> str:
        """The fee as citizens read it."""
        return f"{dots(self.fee_amount)} đồng/hồ sơ" if self.fee_amount else "Không thu"

    @property
    def duration_note(self) -> str:
        """The time limit in words."""
        return f"Không quá {self.duration_days} ngày làm việc, tính từ ngày ghi trên phiếu hẹn"


def dots(number: int) -> str:
    """1234567 as 1.234.567."""
    return f"{number:,}".replace(",", ".")


def procedures(count: int) -> Iterator[Procedure]:
    """As many procedures as asked for; the first ones are the same however many there are."""
    for index in range(count):
        yield _procedure(index, random.Random(SEED + index))


def code(index: int) -> str:
    """The code of a procedure by its place."""
    return f"{1 + index // 900_000}.{index % 900_000 + 1000:06d}"


def published(index: int) -> datetime:
    """When a procedure was published: an own minute for each, the newest not the last."""
    day, minute = divmod(index * 611_953 % SLOTS, MINUTES)
    return FIRST_DAY + timedelta(days=day, minutes=minute)


def _procedure(index: int, chance: random.Random) -> Procedure:
    title = f"{chance.choice(ACTS)} {chance.choice(THINGS)} {chance.choice(CASES)}"
    when = published(index)
    plain = [sentence.replace("*", "") for sentence in SENTENCES]
    return Procedure(
        title=title,
        code=code(index),
        date=when,
        field=FIELDS[index % len(FIELDS)],  # so that even a small site has every field and unit
        unit=UNITS[(7 * index + index // len(FIELDS)) % len(UNITS)],
        level=chance.choice(LEVELS),
        online_level=chance.choice(ONLINE),
        fee_amount=chance.choice(FEES),
        duration_days=chance.randint(2, 40),
        applicants=(APPLICANTS[0], chance.choice(APPLICANTS[1:])),
        result=chance.choice(RESULTS),
        decision=f"{chance.randint(100, 3000)}/QĐ-UBND",
        decided_on=when.date() - timedelta(days=chance.randint(1, 3)),
        counter=f"Quầy {chance.randint(1, 9)}",
        hours=chance.choice(HOURS),
        abstract=" ".join(chance.sample(plain, 2)),
        conditions=tuple(chance.sample(CONDITIONS, 2)),
        featured=index % 41 == 0,
        documents=tuple(
            Paper(f"{name} – {title[: chance.randint(18, 32)].rstrip()}", chance.randint(1, 2), chance.randint(0, 3))
            for name in chance.sample(PAPERS, 5)
        ),
        steps=tuple(f"{name}: {chance.choice(plain)}" for name in STEPS[: chance.randint(3, 4)]),
        legal=tuple(
            Law(f"{(number := chance.randint(3000, 9999))}/QĐ-UBND", name, f"https://vanban.example.vn/{number}")
            for name in chance.sample(LAWS, 3)
        ),
        other=code(chance.randrange(index + 1)),
        sentences=tuple(chance.choice(SENTENCES) for _ in range(9)),
    )  # fmt: skip  # a field in a line


Address = Callable[[str], str]
"""Makes the address of a page from the id of a unit or the code of a procedure."""


def body(procedure: Procedure, unit: Address, other: Address) -> str:
    """The text in Markdown: headings, a numbered list, a table with alignment, a list with links, a quotation."""
    say, days, fee = procedure.sentences, procedure.duration_days, procedure.fee
    return f"""\
## Đi lại thế nào cho đỡ mất công

{say[0]} {say[1]}

1. {say[2]}
2. {say[3]}
3. {say[4]}

## Mỗi cách nộp một khác

| Nộp bằng cách | Số ngày | Phải trả |
|:--|--:|:-:|
| Đến quầy | {days} | {fee} |
| Qua mạng | {max(1, days - 1)} | `0 đồng` |
| Qua bưu điện | {days + 2} | {fee} và cước |

### Nên biết thêm

- Chưa rõ chỗ nào, hỏi [{procedure.unit.name}]({unit(procedure.unit.id)}).
- Thường làm cùng với [thủ tục {procedure.other}]({other(procedure.other)}); nguyên văn ở [kho văn bản](https://vanban.example.vn/{procedure.slug} "Kho văn bản của tỉnh").
- {say[5]}

> {say[6]}

## Sau khi có kết quả

{say[7]} {say[8]}{procedure.added}
"""


def edited(procedure: Procedure, turn: int) -> Procedure:
    """The procedure with another fee and a longer text; another one at every turn."""
    return replace(procedure, fee_amount=70_000 + turn, added=f" Sửa lần thứ {turn}.")
