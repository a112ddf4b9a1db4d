"""Whatever is written, reading a deadline keeps its promises."""

from __future__ import annotations

from datetime import date, timedelta

from canonical_deadlines import canonical, meaning
from hypothesis import example, given, settings
from hypothesis import strategies as st

from site_gen.base.messages import say
from site_gen.model.deadline import Kind, Part, explain, parse
from site_gen.model.deadline.explanation import explain_doubt

EXPRESSIONS = (
    """
Quí I/2023|Q.II|T11-12/2023|2021-2025|Trước kỳ họp HĐND|sau
Thường xuyên|Thường xuyên trong năm|liên tục|Trong năm|Trong năm 2023|Năm 2023 - 2024|Giai đoạn 2021-2025|cả năm|2023
Quý I/2023|quý 4|Quý I-II/2023|Quý V/2023|quý I, II và III năm 2023|Tháng 01/2023|tháng tháng 01/2032|tháng 5
Tháng 11- 12/2023|tháng 13/2023|Tháng 6 và tháng 12/2023|từ tháng 11 đến tháng 02/2024|Quý IV/2022 - Quý I/2023
trước ngày 31/12/2022|Trước 20/11/ 2023|trước 20/11|trước tháng 01|trước 16h30 ngày 20/11|ngày 29/02|30/02/2023|14/11/20233
chậm nhất ngày 15 tháng 12 năm 2023|đến hết quý II/2024|đến cuối năm 2023|từ ngày 15 đến ngày 20/11/2023|từ năm 2023|sau ngày 31/12
đầu tháng 01/2022|vào cuối năm|giữa quý III/2024|6 tháng đầu năm|6 tháng cuối năm 2023|11/2024|2023-12-31
vào quý IV của năm trước liền kề năm thực hiện kế hoạch|hoàn thành trước tháng 11/2024|Hoàn thành trong quý III/2024
hàng quý|Hàng tháng, hàng quý|quý, 6 tháng, 9 tháng, năm|định kỳ quý; 6 tháng, cả năm|06 tháng, năm|2 tuần/lần|hàng quý năm
Các quý trong năm 2021-2025|Theo định kỳ|đột xuất|Ngày 30 tháng cuối cùng của quý|ngày 25 hàng tháng|trước ngày 1 hàng tháng|cuối quý
1 lần/năm|6 tháng một lần|2 tuần/lần|3 lần/năm|01 tin, bài/năm|hàng tuần|5 tháng/lần
Khi có sự thay đổi|Sau khi Đề án được phê duyệt|ngay sau khi|trước khi trình|Sau Hội nghị|khi
chậm nhất 15 ngày kể từ ngày UBND huyện ban hành|05 ngày làm việc kể từ khi|trong 30 ngày sau khi kết thúc
Theo quy định của tỉnh|theo|đúng thời gian quy định|kỳ họp thường lệ|tùy theo|theo Kế hoạch số 13/KH-UBND ngày 19/01/2023
""".replace("\n", "|")
    .strip("|")
    .split("|")
)
GLUE = [
    "; ",
    ", ",
    " ",
    " và ",
    " hoặc ",
    " / ",
    "/",
    "\n",
    "\n- ",
    " - ",
    " – ",
    ". ",
    ": ",
    " (",
    ") ",
    "\u00a0",
    ";",
    "…",
    "1. ",
]
PIECES = [
    "Báo cáo",
    "kết quả thực hiện",
    "của xã",
    "Hoàn thành",
    "việc",
    "kế hoạch",
    "trong",
    "trước",
    "sau",
    "ngay",
    "từ",
]
PIECES += [
    "đến",
    "hàng",
    "quý",
    "tháng",
    "năm",
    "6",
    "31",
    "/",
    "-",
    "2023",
    "I",
    "IV",
    "ngày",
    "lần",
    "đầu",
    "cuối",
    "các",
]

vocabulary = st.lists(st.sampled_from(EXPRESSIONS + GLUE + PIECES), max_size=9).map("".join)
spaced = st.lists(st.sampled_from(EXPRESSIONS + PIECES), max_size=9).map(" ".join)
texts = st.one_of(st.text(max_size=60), vocabulary, spaced)
years = st.one_of(st.none(), st.integers(2020, 2026))
days = st.dates(date(2019, 1, 1), date(2034, 12, 31))
patient = settings(deadline=None)  # a busy machine is not a bug


@patient
@given(texts, years)
@example("0" * 5000, 2023)
@example("İ" * 20 + " Quý I/2023", 2023)
@example("từ ngày 1/1/2100; sau năm 2100; trước năm 1900", 2023)
def test_any_text_is_read_and_kept(text: str, year: int | None) -> None:
    deadline = parse(text, year)
    assert deadline.verbatim == text.strip()
    assert deadline.parts
    assert deadline.kind in Kind


@settings(deadline=None, max_examples=400)
@given(texts, years)
def test_the_canonical_wording_means_the_same(text: str, year: int | None) -> None:
    deadline = parse(text, year)
    again = parse(canonical(deadline), year)
    assert meaning(again) == meaning(deadline)
    assert canonical(again) == canonical(deadline)


@patient
@given(texts, years)
def test_a_window_never_ends_before_it_starts(text: str, year: int | None) -> None:
    deadline = parse(text, year)
    for one in (deadline, *deadline.parts):
        assert one.earliest is None or one.latest is None or one.earliest <= one.latest


@patient
@given(texts, years)
def test_a_part_carries_what_its_kind_needs(text: str, year: int | None) -> None:
    for part in parse(text, year).parts:
        assert _is_complete(part), part
        assert say(explain(part), "en")
        assert part.reason is None or say(explain_doubt(part.reason), "en")


def _is_complete(part: Part) -> bool:
    if part.is_dated:
        return part.latest is not None
    match part.kind:
        case Kind.recurrence:
            return bool(part.frequencies)
        case Kind.trigger | Kind.relative | Kind.authority:
            return bool(part.event)
        case Kind.invalid:
            return bool(part.reason and part.verbatim)
        case _:
            return True


@patient
@given(texts, years, days, st.integers(0, 800))
def test_once_overdue_it_stays_overdue(text: str, year: int | None, day: date, later: int) -> None:
    deadline = parse(text, year)
    after = day + timedelta(days=later)
    assert deadline.overdue(day) <= deadline.overdue(after)
    assert deadline.days_over(day) <= deadline.days_over(after)
    assert deadline.overdue(day) == (deadline.days_over(day) > 0)


@patient
@given(texts, years, days, st.integers(0, 500), st.integers(0, 500))
def test_reports_of_two_spells_are_those_of_the_whole(
    text: str, year: int | None, start: date, first: int, second: int
) -> None:
    deadline = parse(text, year)
    middle = start + timedelta(days=first)
    end = middle + timedelta(days=1 + second)
    together = deadline.instances(start, end)
    assert together == deadline.instances(start, middle) + deadline.instances(middle + timedelta(days=1), end)
    for one in together:
        assert start <= one.due <= end
        assert one.period_start <= one.due <= one.period_end


@settings(deadline=1000, max_examples=60)
@given(st.sampled_from(EXPRESSIONS + GLUE + PIECES), st.sampled_from(GLUE + PIECES))
def test_a_long_cell_is_read_within_a_second(unit: str, joint: str) -> None:
    text = ((unit + joint) * 2000)[:1990]
    assert parse(text, 2023).parts
