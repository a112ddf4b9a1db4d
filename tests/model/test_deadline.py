"""Every deadline expression of five real plans, and what the grammar makes of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from canonical_deadlines import canonical, meaning

from site_gen.base.messages import say
from site_gen.model.deadline import Confidence, Kind, Part, explain, parse
from site_gen.model.deadline.explanation import explain_doubt
from site_gen.model.deadline.periods import Frequency, Instance
from site_gen.model.deadline.reader import LIMIT
from site_gen.model.deadline.values import Doubt, Position

WEEKS, M, Q = Frequency.fortnight, Frequency.month, Frequency.quarter
HALF, NINE, Y = Frequency.half_year, Frequency.nine_months, Frequency.year
AD_HOC, UNKNOWN = Frequency.ad_hoc, Frequency.unknown


# --- the expected parts, said shortly -------------------------------------------------------------------
def _end(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def span(kind: Kind, first: tuple[int, int], last: tuple[int, int], **more: object) -> Part:
    return replace(Part(kind, earliest=date(*first, 1), latest=_end(*last)), **more)


def month(year: int, number: int, **more: object) -> Part:
    return span(Kind.month, (year, number), (year, number), **more)


def quarter(year: int, number: int, **more: object) -> Part:
    return span(Kind.quarter, (year, 3 * number - 2), (year, 3 * number), **more)


def year(number: int, **more: object) -> Part:
    return span(Kind.year, (number, 1), (number, 12), **more)


def before(*day: int, **more: object) -> Part:
    return replace(Part(Kind.before, latest=date(*day) - timedelta(days=1)), **more)


def by(*day: int, **more: object) -> Part:
    return replace(Part(Kind.by, latest=date(*day)), **more)


def often(*frequencies: Frequency, **more: object) -> Part:
    return replace(Part(Kind.recurrence, frequencies=frequencies), **more)


def when(event: str, **more: object) -> Part:
    return replace(Part(Kind.trigger, event=event, position=Position.at), **more)


def after(event: str, **more: object) -> Part:
    return when(event, **{"position": Position.after, **more})


def told(event: str, **more: object) -> Part:
    return replace(Part(Kind.authority, event=event), **more)


def wrong(doubt: Doubt, **more: object) -> Part:
    return replace(Part(Kind.invalid, reason=doubt), **more)


ALWAYS = Part(Kind.continuous)
NOTHING = Part(Kind.none)
VAGUELY_OFTEN = often(UNKNOWN, reason=Doubt.frequency_missing)
PERIODIC_REPORT = "Báo cáo kết quả thực -hiện theo kế hoạch"

CAM_GIANG = {  # xã Cẩm Giàng, 2023
    "Thường xuyên": (ALWAYS,),
    "Trong năm 2023": (year(2023),),
    "Năm 2023": (year(2023),),
    "Trong năm 2023 - 2024": (span(Kind.year_range, (2023, 1), (2024, 12)),),
    "Quý I/2023": (quarter(2023, 1),),
    "Quý II/2023": (quarter(2023, 2),),
    "Quý III/2023": (quarter(2023, 3),),
    "Quý I-II/2023": (span(Kind.quarter_range, (2023, 1), (2023, 6)),),
    "Quý II-IV/2023": (span(Kind.quarter_range, (2023, 4), (2023, 12)),),
    "Tháng 11- 12/2023": (span(Kind.month_range, (2023, 11), (2023, 12)),),
    "Ban hành kế hoạch trong tháng 01/2023": (month(2023, 1, action="Ban hành kế hoạch"),),
    "Ban hành Kế hoạch tháng 12/2022; Triển khai thực hiện năm 2023": (
        month(2022, 12, action="Ban hành Kế hoạch"),
        year(2023, action="Triển khai thực hiện"),
    ),
    "Ban hành theo Kế hoạch hệ thống hoá kỳ 2019 - 2023 của UBND tỉnh; Triển khai thực hiện trong năm 2023 - 2024": (
        told("Kế hoạch hệ thống hoá kỳ 2019 - 2023 của UBND tỉnh", action="Ban hành"),
        span(Kind.year_range, (2023, 1), (2024, 12), action="Triển khai thực hiện"),
    ),
    "UBND xã ban hành báo cáo gửi Phòng Tư pháp trước 20/11/ 2023": (
        before(2023, 11, 20, action="UBND xã ban hành báo cáo gửi Phòng Tư pháp"),
    ),
    "Ban hành Kế hoạch rà soát (chậm nhất 15 ngày kể từ ngày UBND huyện ban hành); "
    "báo cáo kết quả thực hiện trước 20/3/2023": (
        Part(Kind.relative, action="Ban hành Kế hoạch rà soát", event="UBND huyện ban hành", within_days=15),
        before(2023, 3, 20, action="báo cáo kết quả thực hiện"),
    ),
    "Thực hiện theo hướng dẫn của tỉnh": (told("hướng dẫn của tỉnh", action="Thực hiện"),),
    "Thực hiện sau khi có hướng dẫn của tỉnh": (after("có hướng dẫn của tỉnh", action="Thực hiện"),),
    "": (NOTHING,),
}
HUONG_THUY = {  # thị xã Hương Thủy, 2023
    "Năm 2023": (year(2023),),
    "Quý I/2023": (quarter(2023, 1),),
    "Quý II/2023": (quarter(2023, 2),),
    "Quý IV/2023": (quarter(2023, 4),),
    "Trước ngày 31/12/2022": (before(2022, 12, 31),),
    "Trước ngày 15/01/2023": (before(2023, 1, 15),),
    "Trước ngày 31/12/2023": (before(2023, 12, 31),),
    "Trước ngày 15/01/2024": (before(2024, 1, 15),),
    "trước ngày 05/01/2023": (before(2023, 1, 5),),
    "hoàn thành việc ban hành kế hoạch trước ngày 05/01/2023. ": (
        before(2023, 1, 5, action="hoàn thành việc ban hành kế hoạch", due_at_end=True),
    ),
    "hàng quý, 6 tháng, năm hoặc đột xuất": (often(Q, HALF, Y, AD_HOC),),
    "kế hoạch tuyên truyền hàng năm": (often(Y, action="kế hoạch tuyên truyền"),),
}
HOANG_GIANG = {  # xã Hoằng Giang, 2023
    "- Thường xuyên trong năm": (span(Kind.continuous, (2023, 1), (2023, 12)),),
    "Quý I/2023": (quarter(2023, 1),),
    "Quý 4/2023": (quarter(2023, 4),),
    "Tháng 01/2022": (month(2022, 1),),
    "Tháng 01/2023": (month(2023, 1),),
    "Tháng 11/2023": (month(2023, 11),),
    "Tháng 12/2023": (month(2023, 12),),
    "Hoàn thành tháng 12/2023": (month(2023, 12, due_at_end=True),),
    "Xây dựng kế hoạch tháng tháng 01/2023; "
    "Báo cáo kết quả thực -hiện theo kế hoạch và định kỳ quý, 6 tháng, 9 tháng, năm": (
        month(2023, 1, action="Xây dựng kế hoạch"),
        often(Q, HALF, NINE, Y, action=PERIODIC_REPORT),
    ),
    # as the cell is wrapped in the document
    "Xây dựng kế hoạch \ntháng  tháng 01/2032;  \nBáo cáo kết quả  thực \n-hiện theo kế hoạch  \n"
    "và định kỳ quý, 6 \ntháng, 9 tháng, năm  ": (
        month(2032, 1, action="Xây dựng kế hoạch", reason=Doubt.year_out_of_range),
        often(Q, HALF, NINE, Y, action=PERIODIC_REPORT),
    ),
    "- Niêm yết công khai TTHC theo thẩm quyền thường xuyên, trong năm / "
    "Xây dựng kế hoạch kiểm soát TTHC đầu tháng 01/2022": (
        span(Kind.continuous, (2023, 1), (2023, 12), action="Niêm yết công khai TTHC theo thẩm quyền"),
        month(
            2022,
            1,
            action="Xây dựng kế hoạch kiểm soát TTHC",
            position=Position.start,
            reason=Doubt.approximate,
        ),
    ),
    "- Báo cáo kết quả thực hiện theo định kỳ hàng quý năm": (often(Q, Y, action="Báo cáo kết quả thực hiện"),),
    "Các quý trong năm 2021-2025": (often(Q, earliest=date(2021, 1, 1), latest=date(2025, 12, 31)),),
    "Khi có thông báo của tỉnh, huyện": (when("có thông báo của tỉnh, huyện"),),
    "Khi có hướng dẫn của tỉnh, huyện; Báo cáo kết quả thực hiện tháng 12/2023": (
        when("có hướng dẫn của tỉnh, huyện"),
        month(2023, 12, action="Báo cáo kết quả thực hiện"),
    ),
    "Theo định kỳ": (VAGUELY_OFTEN,),
    "Tiếp tục thực hiện chuyển đổi số trong giáo dục nhằm đẩy mạnh thực hiện ứng dụng "
    "công nghệ thông tin trong làm việc.": (wrong(Doubt.not_understood),),
    "- Báo cáo tự chấm điểm cùng tài liệu kiểm chứng của các cơ quan, đơn vị: Trước 10/12/2023; "
    "- Báo cáo tổng hợp chỉ số CCHC toàn huyện: trước 25/12/2023.": (
        before(2023, 12, 10, action="Báo cáo tự chấm điểm cùng tài liệu kiểm chứng của các cơ quan, đơn vị"),
        before(2023, 12, 25, action="Báo cáo tổng hợp chỉ số CCHC toàn huyện"),
    ),
    "định kỳ quý, 6 tháng, 9 tháng, năm theo quy định": (often(Q, HALF, NINE, Y), told("quy định")),
    "định kỳ quý; 6 tháng, cả năm": (often(Q, HALF, Y),),
    "định kỳ theo quy định": (VAGUELY_OFTEN, told("quy định")),
}
PHU_THUONG = {  # xã Phú Thượng, 2022
    "định kỳ 2 tuần/lần, hàng tháng, hàng quý, 6 tháng và năm": (often(WEEKS, M, Q, HALF, Y),),
    "theo định kì hàng tháng": (often(M),),
    "Báo cáo quý, năm thực hiện đúng hạn": (
        often(Q, Y, action="Báo cáo", remark="thực hiện đúng hạn", reason=Doubt.words_left),
    ),
    "vào quý IV của năm trước liền kề năm thực hiện kế hoạch": (span(Kind.prev_year_quarter, (2021, 10), (2021, 12)),),
    "trong quý IV của năm trước liền kề năm thực hiện kế hoạch": (
        span(Kind.prev_year_quarter, (2021, 10), (2021, 12)),
    ),
    "vào cuối năm": (year(2022, position=Position.end, reason=Doubt.year_missing),),
    "kỳ họp thường lệ cuối năm thứ ba của nhiệm kỳ": (told("kỳ họp thường lệ cuối năm thứ ba của nhiệm kỳ"),),
    "khi có thay đổi": (when("có thay đổi"),),
    "khi có sai sót …": (when("có sai sót"),),
    "khi có hồ sơ trả chậm": (when("có hồ sơ trả chậm"),),
    "khi các văn bản quy phạm pháp luật liên quan thay đổi": (
        when("các văn bản quy phạm pháp luật liên quan thay đổi"),
    ),
    "đúng thời gian quy định": (told("đúng thời gian quy định"),),
}
TUY_PHUOC = {  # huyện Tuy Phước, 2024
    "Thường xuyên": (ALWAYS,),
    "- Thường xuyên - Thường xuyên": (ALWAYS, ALWAYS),
    "Năm 2024": (year(2024),),
    "Quý II/2024": (quarter(2024, 2),),
    "Quý III/2024": (quarter(2024, 3),),
    "Hoàn thành trong quý III/2024": (quarter(2024, 3, due_at_end=True),),
    "Tháng 5/2024": (month(2024, 5),),
    "Tháng 6/2024": (month(2024, 6),),
    "Tháng 8/2024": (month(2024, 8),),
    "Tháng 9/2024": (month(2024, 9),),
    "Hoàn thành trong tháng 5/2024": (month(2024, 5, due_at_end=True),),
    "Hoàn thành trước tháng 11/2024": (before(2024, 11, 1, due_at_end=True),),
    "Hoàn thành trước tháng 12/2024": (before(2024, 12, 1, due_at_end=True),),
    "Hàng quý, 06 tháng, năm.": (often(Q, HALF, Y),),
    "06 tháng, năm": (often(HALF, Y),),
    "Hàng quý": (often(Q),),
    "Hàng tháng": (often(M),),
    "Định kỳ hàng tháng, hàng quý": (often(M, Q),),
    "Ngày 30 tháng cuối cùng của quý": (often(Q, day=30),),
    "Khi có hồ sơ trễ hẹn": (when("có hồ sơ trễ hẹn"),),
    "Khi có phản ánh, kiến nghị": (when("có phản ánh, kiến nghị"),),
    "Khi có sự thay đổi": (when("có sự thay đổi"),),
    "Khi có quy định mới của các bộ, ngành có liên quan": (when("có quy định mới của các bộ, ngành có liên quan"),),
    "Thường xuyên khi có sự thay đổi": (ALWAYS, when("có sự thay đổi")),
    "Sau khi tổ chức đối thoại": (after("tổ chức đối thoại"),),
    "Sau khi Đề án được phê duyệt": (after("Đề án được phê duyệt"),),
    "Sau khi có quyết định giao dự toán": (after("có quyết định giao dự toán"),),
    "Sau khi có kết luận thanh tra, kiểm tra": (after("có kết luận thanh tra, kiểm tra"),),
    "Sau khi có quy định mới của cơ quan có thẩm quyền": (after("có quy định mới của cơ quan có thẩm quyền"),),
    "Theo tiến độ tỉnh giao": (told("tiến độ tỉnh giao"),),
    "Theo tiến độ Kế hoạch đề ra": (told("tiến độ Kế hoạch đề ra"),),
    "Theo Kế hoạch của UBND huyện.": (told("Kế hoạch của UBND huyện"),),
    "Theo Kế hoạch huyện đề ra": (told("Kế hoạch huyện đề ra"),),
    "Theo yêu cầu của tỉnh": (told("yêu cầu của tỉnh"),),
    "Theo yêu cầu của Đoàn kiểm tra": (told("yêu cầu của Đoàn kiểm tra"),),
    "Theo yêu cầu của cơ quan có thẩm quyền": (told("yêu cầu của cơ quan có thẩm quyền"),),
    "Theo quy định": (told("quy định"),),
    "Theo quy định của tỉnh": (told("quy định của tỉnh"),),
    "Theo thời gian quy định của tỉnh": (told("thời gian quy định của tỉnh"),),
    "Theo đề xuất của cơ quan, đơn vị": (told("đề xuất của cơ quan, đơn vị"),),
    "Theo đăng ký đi học của CBCC": (told("đăng ký đi học của CBCC"),),
    "Theo thời gian mở lớp của tỉnh và đăng ký của các đơn vị": (
        told("thời gian mở lớp của tỉnh và đăng ký của các đơn vị"),
    ),
    "Hàng năm, theo thời gian quy định của Hội đồng Sáng kiến huyện": (
        often(Y),
        told("thời gian quy định của Hội đồng Sáng kiến huyện"),
    ),
    "Thường xuyên và theo đề xuất của các cơ quan, đơn vị": (ALWAYS, told("đề xuất của các cơ quan, đơn vị")),
    "Hoàn thành việc đánh giá trước ngày 15/12 và thời gian gửi báo cáo theo văn bản hướng dẫn của huyện": (
        before(2024, 12, 15, action="Hoàn thành việc đánh giá", due_at_end=True, reason=Doubt.year_missing),
        told("văn bản hướng dẫn của huyện", action="thời gian gửi báo cáo"),
    ),
    "Ban hành DMHS trong tháng 01/2024 và lập hồ sơ sau khi đã giải quyết xong công việc.": (
        month(2024, 1, action="Ban hành DMHS"),
        after("đã giải quyết xong công việc", action="lập hồ sơ"),
    ),
    "trước ngày 20/11": (before(2024, 11, 20, reason=Doubt.year_missing),),
    "ít nhất 01 tin, bài/năm": (often(Y, action="ít nhất 01 tin, bài"),),
    "niêm yết trong 05 ngày làm việc": (Part(Kind.duration, action="niêm yết", within_days=5, working_days=True),),
    "công khai 30 ngày": (Part(Kind.duration, action="công khai", within_days=30),),  # how long, not until when
    "ngay sau khi UBND tỉnh công bố TTHC": (after("UBND tỉnh công bố TTHC", within_days=0),),
    "- Tháng 6/2024 - Tháng 8/2024": (month(2024, 6), month(2024, 8)),
    "- Quý II/2024 - Theo yêu cầu của Đoàn kiểm tra": (quarter(2024, 2), told("yêu cầu của Đoàn kiểm tra")),
    "- Hoàn thành trước tháng\n11/2024 - Sau khi tổ chức đối thoại": (
        before(2024, 11, 1, due_at_end=True),
        after("tổ chức đối thoại"),
    ),
    "- Thường xuyên\n- Hàng tháng": (ALWAYS, often(M)),
}
PLANS = ((CAM_GIANG, 2023), (HUONG_THUY, 2023), (HOANG_GIANG, 2023), (PHU_THUONG, 2022), (TUY_PHUOC, 2024))
ROWS = [(text, plan_year, parts) for rows, plan_year in PLANS for text, parts in rows.items()]


@pytest.mark.parametrize(("text", "plan_year", "parts"), ROWS)
def test_the_expressions_of_the_plans_mean_what_their_authors_meant(
    text: str, plan_year: int, parts: tuple[Part, ...]
) -> None:
    deadline = parse(text, plan_year)
    assert meaning(deadline) == parts
    assert deadline.verbatim == text.strip()
    assert meaning(parse(canonical(deadline), plan_year)) == parts


OTHER_SPELLINGS = {
    "Quý III/2023": (
        "QUÝ III/2023",
        "quý 3/2023",
        "Quí III/2023",
        "Qúy III / 2023",
        "Trong quý III năm 2023",
        "Quý III, năm 2023",
        "Quý III-2023",
        "Q.III/2023",
        "Q3/2023",
        "  - Quý\u00a0III/2023. ",
        "1. Quý III/2023",
        "(Quý III/2023)",
    ),
    "Tháng 05/2024": ("tháng 5 năm 2024", "T5/2024", "trong tháng 05/ 2024", "5/2024", "Tháng 5/24"),
    "Tháng 11-12/2023": (
        "Tháng 11 – 12/2023",
        "Tháng 11/2023 - tháng 12/2023",
        "Từ tháng 11 đến tháng 12/2023",
        "tháng 11 đến 12/2023",
    ),
    "Quý I-II/2023": ("Quý I - Quý II/2023", "từ quý 1 đến quý 2 năm 2023", "Quý I–II/2023"),
    "Từ tháng 11/2023 đến tháng 02/2024": (
        "từ tháng 11 đến tháng 02/2024",
        "Trong tháng 11/2023 - tháng 2/2024",
    ),
    "Từ quý IV/2023 đến quý I/2024": ("Quý IV/2023 - Quý I/2024",),
    "Tháng 01-06/2024": ("6 tháng đầu năm 2024", "Trong 06 tháng đầu năm 2024"),
    "Tháng 07-12/2024": ("6 tháng cuối năm 2024",),
    "Trước ngày 15/12/2023": (
        "trước 15/12/2023",
        "Trước ngày 15 tháng 12 năm 2023",
        "TRƯỚC NGÀY 15/12/2023",
        "trước ngày 2023-12-15",
    ),
    "Chậm nhất ngày 15/12/2023": (
        "Đến hết ngày 15/12/2023",
        "chậm nhất là ngày 15/12/2023",
        "ngày 15/12/2023",
        "15/12/23",
        "Trước 16h30 ngày 15/12/2023",
        "trước 17 giờ 00 phút, ngày 15/12/2023",
    ),
    "Chậm nhất ngày 30/06/2024": ("đến hết tháng 6/2024", "hết quý II/2024"),
    "Từ ngày 15/11/2023 đến ngày 20/11/2023": ("từ ngày 15 đến ngày 20/11/2023", "15/11/2023 - 20/11/2023"),
    "Trước ngày 01/01/2025": ("trước năm 2025", "Trước tháng 01/2025", "trước quý I/2025"),
    "Năm 2021-2025": ("Giai đoạn 2021 - 2025", "2021-2025", "nhiệm kỳ 2021-2025"),
    "Năm 2023": ("2023", "cả năm 2023", "năm 2023 - 2023"),
    "Tháng 06/2023; Tháng 12/2023": ("Tháng 6 và tháng 12/2023", "Tháng 6, 12/2023"),
    "Quý I/2023; Quý III/2023": ("Quý I, III/2023", "Quý I/2023, quý III/2023", "Quý I/2023 và Quý III/2023"),
    "Thường xuyên": ("thường xuyên, liên tục", "Liên tục", "hằng ngày", "thường\u00a0 xuyên.", "+ Thường xuyên"),
    "Định kỳ hàng quý, 6 tháng, hàng năm": ("Hằng quý, 06 tháng và cả năm", "quý, sáu tháng, năm", "Năm, 6 tháng, quý"),
    "Định kỳ 6 tháng": ("6 tháng một lần", "2 lần/năm", "06 tháng", "định kỳ 06 tháng/lần"),
    "Định kỳ hàng quý": ("3 tháng/lần", "mỗi quý một lần", "4 lần/năm", "vào cuối quý", "Các quý", "từng quý"),
    "Ngày 24 hàng tháng": ("trước ngày 25 hàng tháng", "vào ngày 24 mỗi tháng"),
    "Ngày 31 hàng tháng": ("trước ngày 01 hàng tháng",),
    "Ngày 19 tháng cuối cùng của quý": ("Trước ngày 20 của tháng cuối quý",),
    "Chậm nhất 5 ngày làm việc kể từ ngày nhận đủ hồ sơ": (
        "trong thời hạn 05 ngày làm việc, kể từ ngày nhận đủ hồ sơ",
        "không quá 5 ngày làm việc tính từ khi nhận đủ hồ sơ",
    ),
    "Ngay khi có thay đổi": ("ngay khi có thay đổi,",),
    "Trước khi trình HĐND": ("trước khi trình HĐND",),
    "Sau Hội nghị tổng kết": ("sau Hội nghị tổng kết",),
}


@pytest.mark.parametrize(("spelling", "text"), [(k, v) for k, texts in OTHER_SPELLINGS.items() for v in texts])
def test_other_spellings_mean_the_same(spelling: str, text: str) -> None:
    deadline = parse(text, 2023)
    assert canonical(deadline) == spelling
    assert meaning(deadline) == meaning(parse(spelling, 2023))


def test_a_bare_year_is_the_plans_year_and_says_so() -> None:
    for text, part in {
        "Trong năm": year(2023),
        "Quý II": quarter(2023, 2),
        "tháng 6": month(2023, 6),
        "trước tháng 01": before(2023, 1, 1),
        "6 tháng đầu năm": span(Kind.month_range, (2023, 1), (2023, 6)),
        "chậm nhất ngày 31/12": by(2023, 12, 31),
    }.items():
        assert meaning(parse(text, 2023)) == (replace(part, reason=Doubt.year_missing),)
        assert parse(text, 2023).parts[0].confidence is Confidence.low
        assert meaning(parse(text)) == (wrong(Doubt.year_missing),)


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("14/11/20233", Doubt.no_such_year),
        ("Quý I/203", Doubt.no_such_year),
        ("30/02/2023", Doubt.no_such_day),
        ("trước ngày 29/02", Doubt.no_such_day),
        ("ngày 32 hàng tháng", Doubt.no_such_day),
        ("tháng 13/2023", Doubt.no_such_month),
        ("15/13/2023", Doubt.no_such_month),
        ("Quý V/2023", Doubt.no_such_quarter),
        ("Quý 5/2023", Doubt.no_such_quarter),
        ("Quý IV-II/2023", Doubt.ends_before_start),
        ("từ ngày 20/11/2023 đến ngày 15/11/2023", Doubt.ends_before_start),
        ("Năm 2025-2021", Doubt.ends_before_start),
        ("Không", Doubt.not_understood),
        ("Năm học 2023-2024", Doubt.not_understood),
        ("Quyết định số 12/2023/QĐ-UBND", Doubt.not_understood),
        ("Thường xuyên; " * (LIMIT // 10), Doubt.not_understood),
    ],
)
def test_impossible_words_are_invalid_and_say_why(text: str, doubt: Doubt) -> None:
    deadline = parse(text, 2023)
    assert meaning(deadline) == (wrong(doubt),)
    assert deadline.kind is Kind.invalid
    assert deadline.parts[0].confidence is Confidence.low
    assert deadline.latest is None
    assert not deadline.overdue(date(2999, 1, 1))


def test_a_year_far_from_the_plan_is_doubted_but_read() -> None:
    assert meaning(parse("tháng 01/2032", 2023)) == (month(2032, 1, reason=Doubt.year_out_of_range),)
    assert parse("tháng 01/2032").parts[0].confidence is Confidence.high
    assert parse("tháng 01/2025", 2023).parts[0].confidence is Confidence.high
    assert parse("Giai đoạn 2021-2030", 2024).parts[0].confidence is Confidence.high


def test_the_year_of_a_title_is_not_a_deadline() -> None:
    for text, part in {
        "Xây dựng Kế hoạch năm 2024 trước ngày 31/12/2023": before(2023, 12, 31, action="Xây dựng Kế hoạch năm 2024"),
        "Báo cáo quý I/2023: trước ngày 15/4/2023": before(2023, 4, 15, action="Báo cáo quý I/2023"),
        "Theo Kế hoạch CCHC năm 2023 của UBND huyện": told(
            "Kế hoạch CCHC năm 2023 của UBND huyện", reason=Doubt.date_inside
        ),
        "Theo Kế hoạch số 13/KH-UBND ngày 19 tháng 01 năm 2023": told(
            "Kế hoạch số 13/KH-UBND ngày 19 tháng 01 năm 2023", reason=Doubt.date_inside
        ),
        "Sau khi Kế hoạch năm 2024 được phê duyệt": after("Kế hoạch năm 2024 được phê duyệt", reason=Doubt.date_inside),
    }.items():
        assert meaning(parse(text, 2023)) == (part,)


def test_words_after_the_expression_are_kept() -> None:
    part = parse("Quý I/2023 của xã (đợt 1)", 2023).parts[0]
    assert (part.remark, part.confidence) == ("của xã (đợt 1)", Confidence.medium)
    assert part.verbatim == "Quý I/2023 của xã (đợt 1)"


def test_an_event_ends_where_another_expression_is_set_apart() -> None:
    text = "Khi có hướng dẫn của tỉnh, huyện và trước ngày 15/12/2023"
    assert meaning(parse(text, 2023)) == (when("có hướng dẫn của tỉnh, huyện"), before(2023, 12, 15))


def test_from_a_day_on_has_no_end() -> None:
    assert meaning(parse("Từ năm 2023", 2023)) == (
        Part(Kind.continuous, earliest=date(2023, 1, 1), reason=Doubt.end_missing),
    )
    late = parse("sau ngày 31/12", 2023)
    assert (late.parts[0].earliest, late.latest) == (date(2024, 1, 1), None)
    assert canonical(late) == "Sau ngày 31/12"


# --- overdue ------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Trước ngày 31/12/2023", date(2023, 12, 30)),
        ("Hoàn thành trước tháng 11/2024", date(2024, 10, 31)),
        ("Chậm nhất ngày 31/12/2023", date(2023, 12, 31)),
        ("Tháng 02/2024", date(2024, 2, 29)),
        ("Tháng 11-12/2023", date(2023, 12, 31)),
        ("Quý II/2024", date(2024, 6, 30)),
        ("Quý II-III/2024", date(2024, 9, 30)),
        ("Năm 2024", date(2024, 12, 31)),
        ("Năm 2023-2024", date(2024, 12, 31)),
        ("quý IV của năm trước liền kề", date(2022, 12, 31)),
        ("Thường xuyên; tháng 5/2023", date(2023, 5, 31)),
        ("Tháng 12/2022; Năm 2023", date(2023, 12, 31)),
        ("Năm 2023; Tháng 12/2022", date(2023, 12, 31)),
    ],
)
def test_it_is_overdue_from_the_day_after_its_last_good_day(text: str, last: date) -> None:
    deadline = parse(text, 2023)
    assert deadline.latest == last
    assert not deadline.overdue(last - timedelta(days=1))
    assert not deadline.overdue(last)
    assert deadline.days_over(last) == 0
    assert deadline.overdue(last + timedelta(days=1))
    assert deadline.days_over(last + timedelta(days=40)) == 40


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Thường xuyên",
        "Thường xuyên trong năm 2023",
        "Các quý trong năm 2021-2025",
        "Khi có sự thay đổi",
        "Theo quy định",
        "chậm nhất 15 ngày kể từ ngày UBND huyện ban hành",
        "Từ năm 2020",
        "linh tinh",
    ],
)
def test_what_has_no_last_day_is_never_overdue(text: str) -> None:
    deadline = parse(text, 2023)
    assert deadline.latest is None
    assert not deadline.overdue(date(2999, 1, 1))
    assert deadline.days_over(date(2999, 1, 1)) == 0


def test_the_part_with_the_latest_day_decides() -> None:
    deadline = parse("Thường xuyên; tháng 12/2022; Triển khai trong quý I/2023; Khi có thay đổi", 2023)
    assert deadline.kind is Kind.quarter
    assert (deadline.earliest, deadline.latest) == (date(2022, 12, 1), date(2023, 3, 31))
    assert deadline.is_continuous
    assert parse("Khi có thay đổi; Thường xuyên", 2023).kind is Kind.trigger
    assert not parse("Hàng tháng", 2023).is_continuous


# --- recurrence ---------------------------------------------------------------------------------------
def dues(text: str, start: date, end: date) -> list[str]:
    return [f"{one.due:%d/%m/%Y}" for one in parse(text, start.year).instances(start, end)]


WHOLE_2024 = (date(2024, 1, 1), date(2024, 12, 31))


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Hàng quý", ["31/03/2024", "30/06/2024", "30/09/2024", "31/12/2024"]),
        (
            "Ngày 30 tháng cuối cùng của quý",
            ["30/03/2024", "30/06/2024", "30/09/2024", "30/12/2024"],
        ),
        ("06 tháng, năm", ["30/06/2024", "31/12/2024"]),
        ("6 tháng một lần", ["30/06/2024", "31/12/2024"]),
        ("9 tháng", ["30/09/2024"]),
        (
            "Hàng quý, 6 tháng, 9 tháng, năm",
            ["31/03/2024", *["30/06/2024"] * 2, *["30/09/2024"] * 2, *["31/12/2024"] * 2],
        ),
        ("đột xuất", []),
        ("Theo định kỳ", []),
        ("Thường xuyên", []),
        ("Quý I/2024", []),
        ("Hàng quý; Hàng năm", ["31/03/2024", "30/06/2024", "30/09/2024", "31/12/2024", "31/12/2024"]),
        ("Hàng quý trong năm 2023", []),
        ("Hàng quý trong năm", ["31/03/2024", "30/06/2024", "30/09/2024", "31/12/2024"]),
    ],
)
def test_a_recurrence_expects_its_reports(text: str, due: list[str]) -> None:
    assert dues(text, *WHOLE_2024) == due


def test_a_monthly_report_falls_on_the_last_day_a_short_month_has() -> None:
    assert dues("Ngày 31 hàng tháng", date(2024, 2, 1), date(2024, 4, 30)) == ["29/02/2024", "31/03/2024", "30/04/2024"]
    assert len(dues("Hàng tháng", *WHOLE_2024)) == 12


def test_two_weeks_are_counted_the_same_from_anywhere() -> None:
    fortnights = parse("2 tuần/lần").instances(*WHOLE_2024)
    assert {(one.period_end - one.period_start).days for one in fortnights} == {13}
    assert {one.period_start.weekday() for one in fortnights} == {0}
    assert parse("2 tuần/lần").instances(date(2024, 6, 1), date(2024, 12, 31)) == tuple(
        one for one in fortnights if one.due >= date(2024, 6, 1)
    )


def test_a_recurrence_keeps_within_its_years() -> None:
    found = parse("Các quý trong năm 2021-2025").instances(date(2020, 1, 1), date(2030, 12, 31))
    assert len(found) == 20
    assert found[0] == Instance(Q, date(2021, 1, 1), date(2021, 3, 31), date(2021, 3, 31))
    assert found[-1].due == date(2025, 12, 31)


# --- words --------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Trước ngày 31/12/2023", "by the end of 30/12/2023"),
        ("Quý I/2023", "from 01/01/2023 to 31/03/2023"),
        ("Hoàn thành trong quý I/2023", "by the end of 31/03/2023"),
        ("Thường xuyên", "continuous, no fixed day"),
        ("Thường xuyên trong năm 2023", "continuous, no fixed day, from 01/01/2023 to 31/12/2023"),
        ("Từ năm 2023", "continuous from 01/01/2023, no fixed day"),
        ("Hàng tháng, hàng quý", "every month, every quarter"),
        ("Ngày 30 tháng cuối cùng của quý", "every quarter, on day 30 of the last month"),
        ("Các quý trong năm 2021-2025", "every quarter, from 01/01/2021 to 31/12/2025"),
        ("Khi có thay đổi", "no day set: when có thay đổi"),
        ("Sau khi Đề án được phê duyệt", "no day set: after Đề án được phê duyệt"),
        ("Trước khi trình HĐND", "no day set: before trình HĐND"),
        ("Sau Hội nghị", "no day set: depends on sau Hội nghị"),
        ("ngay sau khi UBND tỉnh công bố", "at once, as soon as: UBND tỉnh công bố"),
        ("Theo quy định của tỉnh", "no day set: according to quy định của tỉnh"),
        ("chậm nhất 15 ngày kể từ ngày ban hành", "within 15 days of ban hành"),
        ("trong 05 ngày làm việc kể từ ngày nhận", "within 5 working days of nhận"),
        ("", "no deadline is written"),
        ("tháng 13/2023", "there is no such month"),
    ],
)
def test_each_kind_is_explained(text: str, words: str) -> None:
    assert say(explain(parse(text, 2023).parts[0]), "en") == words


@pytest.mark.parametrize("doubt", Doubt)
def test_every_doubt_has_words(doubt: Doubt) -> None:
    assert say(explain_doubt(doubt), "en")


def test_a_text_is_read_once() -> None:
    assert parse("Quý I/2023", 2023) is parse("Quý I/2023", 2023)
