"""The words of the deadline grammar, as patterns.

They are matched against text in lower case with plain hyphens and single blanks. Where a word
begins, EXPRESSIONS is tried from top to bottom; `(?P<name>…)` marks what the reader needs of it.
"""

from __future__ import annotations

import re
from functools import cache

N = "[0-9]+"
SLASH = " ?/ ?"
DASH = " ?- ?"
TO = f"(?:{DASH}| đến(?: hết)? )"
YEAR = rf"(?:{SLASH}|{DASH}(?=[0-9]{{4}})|,?(?: của)? năm | (?=[12][0-9]{{3}}\b))(?P<year>{N})"
_THIS_YEAR_ONLY = "(?! (?:[0-9]|học|thứ|trước|sau|tới|nay))"  # what must not follow "năm"

# --- windows: a day, a month, a quarter, a year, or several of them -----------------------------------
_MORE_MONTHS = rf"[0-9]{{1,2}}\b(?! tháng| tuần| ngày|{SLASH}[0-9]{{1,2}}\b)"
_MORE_QUARTERS = r"(?:[ivx]+\b|[1-9]\b(?! tháng| tuần| ngày))"

WINDOWS = {
    "months": rf"(?:(?:tháng )+|t\.?(?=[0-9]))(?P<first>{N})(?:{DASH}(?P<last>{_MORE_MONTHS})"
    rf"|(?P<more>(?:(?:, ?| và )(?:tháng )?{_MORE_MONTHS})+))?(?:{YEAR})?",
    "quarters": rf"(?:(?:quý )+|q\.?(?=[0-9ivx]+\b))(?P<first>[ivx]+\b|{N}(?! tháng))(?:{TO}(?P<last>{_MORE_QUARTERS})"
    rf"|(?P<more>(?:(?:, ?| và )(?:quý )?{_MORE_QUARTERS})+))?(?:{YEAR})?",
    "years": rf"(?:(?:các |cả )?năm|giai đoạn|nhiệm kỳ) (?P<year>[0-9]{{4,}})(?:{TO}(?:năm )?(?P<last>{N}))?",
    "iso": r"(?:ngày )?(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})\b",
    "date": rf"(?:ngày )?(?P<day>{N}){SLASH}(?P<month>{N}){SLASH}(?P<year>{N})\b",
    "spelt_date": rf"ngày (?P<day>{N}) tháng (?P<month>{N})(?:{YEAR})?",
    "yearless_date": rf"ngày (?P<day>{N}){SLASH}(?P<month>{N})(?!{SLASH}[0-9])",
    "first_months": rf"0?(?P<count>[69]) tháng đầu năm\b(?: (?P<year>{N}))?",
    "last_months": rf"0?6 tháng cuối năm\b(?: (?P<year>{N}))?",
    "bare_month": rf"(?P<first>0?[1-9]|1[0-2]){SLASH}(?P<year>(?:19|20)[0-9]{{2}})\b",
}
WINDOWS_IN_CONTEXT = {
    "short_date": rf"(?P<day>{N}){SLASH}(?P<month>{N})(?!{SLASH}[0-9])",  # after a preposition
    "day_alone": rf"ngày (?P<day>{N})\b",  # at the start of a range
    "plan_year": rf"(?:cả )?năm(?: (?:thực hiện )?kế hoạch)?\b{_THIS_YEAR_ONLY}",  # after "trong", "cuối"…
    "years_alone": rf"(?P<year>[12][0-9]{{3}})(?:{DASH}(?P<last>[12][0-9]{{3}}))?",  # where nothing else is written
}
"""Words that mean a window only where the expression around them says so."""

# --- prepositions -------------------------------------------------------------------------------------
WITHIN = "(?:trong|vào|khoảng)(?: khoảng| dịp| thời gian)?"
PREPOSITIONS = {
    "since": f"(?:{WITHIN} )?(?:kể |bắt đầu |tính )?từ",
    "after": "sau",
    "before": "trước(?: thời điểm)?",
    "at_latest": "(?:chậm|muộn) nhất(?: là)?(?: (?:vào|đến|trong))?(?: hết)?|(?:cho )?đến(?: hết)?|hết"
    "|không (?:quá|muộn hơn)"
    "|trước [0-9]{1,2}(?:h|g|:| giờ ?)(?:[0-9]{1,2})?(?: ?phút)?,?",  # before 16h30 of a day is on that day
    "within": WITHIN,
}

# --- recurrence ---------------------------------------------------------------------------------------
_EVERY = "(?:hàng|hằng|mỗi|từng|các)"
_PERIODIC = "(?:định|thường) k[ỳì]"
_HEAD = f"(?:{_PERIODIC} {_EVERY}|{_EVERY}|{_PERIODIC})"
_AND = "(?: ?[,;/] ?(?:và |hoặc )?| và | hoặc )"
_ONCE = "(?: ?/ ?lần| (?:một|0?1) lần)"
_COUNT = "(?:0?[1-9]|1[0-2]|một|hai|ba|sáu|chín)"
ITEM = (
    rf"(?:(?:(?P<count>{_COUNT}) )?(?P<unit>tuần|tháng|quý)\b{_ONCE}?"
    r"(?! (?:[ivx]+\b|[0-9]|đầu\b|giữa\b|cuối\b))"
    rf"|(?:cả )?(?P<year>năm)\b{_ONCE}?{_THIS_YEAR_ONLY}|(?P<ad_hoc>đột xuất)\b)"
)
_OF_YEARS = (
    r"(?:,?(?: (?:trong|của|suốt))?(?: các| cả)? (?:năm\b(?! (?:học|thứ|trước|sau|tới|nay))|giai đoạn(?= [0-9]))"
    rf"(?: [0-9]{{4,}}(?:{TO}(?:năm )?{N})?)?)?"
)
_CONTINUOUS = "(?:thường xuyên|liên tục|h[àằ]ng ngày|quanh năm)"


def _plain(pattern: str) -> str:
    """The pattern without the names of its groups, to stand inside another."""
    return re.sub(r"\(\?P<\w+>", "(?:", pattern)


def _either(patterns: dict[str, str]) -> str:
    return "|".join(f"(?P<{name}>{pattern})" for name, pattern in patterns.items())


_ITEM = _plain(ITEM)
_ANY_WINDOW = _plain("|".join(WINDOWS.values()))
_SHORT_DATE, _DAY_ALONE, _PLAN_YEAR, _YEARS_ALONE = map(_plain, WINDOWS_IN_CONTEXT.values())

EXPRESSIONS = {
    # "61/2018/NĐ-CP": the number of a document, which is not a month
    "document": rf"{N}/[0-9]{{4}}/(?:[^\W\d_]+-\w+|qh[0-9]+)",
    # "chậm nhất 15 ngày kể từ ngày UBND huyện ban hành"
    "relative": "(?:(?:(?:chậm|muộn) nhất(?: là)?|trong(?: vòng| thời hạn| thời gian)?|không quá|tối đa) )?"
    rf"(?P<days>{N}) ngày(?P<working> làm việc)?,? (?:kể từ|tính từ|từ|sau)(?: ngày| khi| thời điểm)?+",
    # "Ngày 30 tháng cuối cùng của quý", "trước ngày 25 hàng tháng"
    "day_of_period": rf"(?P<before_day>trước )?(?:vào )?ngày (?P<day>{N})(?: của| các)? "
    rf"(?P<period>tháng cuối(?: cùng)?(?: của)? (?:{_EVERY} )?quý|{_EVERY} tháng){_OF_YEARS}",
    # "vào quý IV của năm trước liền kề năm thực hiện kế hoạch"
    "year_before": rf"(?:{WITHIN} )?quý (?P<quarter>[ivx]+\b|{N}),?(?: của)? năm (?:liền )?trước(?: liền kề)?"
    "(?:,?(?: của)? năm (?:thực hiện )?kế hoạch)?",
    # "Trước ngày 31/12/2023", "Quý I-II/2023", "đầu tháng 01/2022", "từ tháng 3 đến tháng 5/2023"
    "dated": rf"(?:(?P<preposition>{_either(PREPOSITIONS)}) )?(?:(?P<edge>đầu|giữa|cuối) )?"
    rf"(?P<window>(?>{_ANY_WINDOW})|(?P<only_day>{_DAY_ALONE})|(?(preposition){_SHORT_DATE}|(?!))"
    rf"|(?(preposition){_PLAN_YEAR}|(?(edge){_PLAN_YEAR}|(?!)))|^(?:cả năm|{_YEARS_ALONE})$)"
    rf"(?:{TO}(?P<until>{_ANY_WINDOW}|{_SHORT_DATE}))?(?(only_day)(?(until)|(?!)))",
    # "Định kỳ hàng tháng, hàng quý", "06 tháng, năm", "Các quý trong năm 2021-2025", "Theo định kỳ"
    "recurrence": rf"(?:theo )?(?P<items>{_HEAD} {_ITEM}(?:(?:{_AND}| )(?:{_HEAD} )?{_ITEM})*"
    rf"|(?<!ngày, ){_ITEM}(?:{_AND}{_ITEM})+|(?:vào )?cuối (?:{_EVERY} )?{_ITEM}"
    rf"|{_COUNT} (?:tuần|tháng|năm){_ONCE}|^(?:(?:0?[69] )?tháng|quý|năm)$"
    rf"|(?<!yêu cầu )(?<!nhiệm vụ )đột xuất\b|{_PERIODIC}\b){_OF_YEARS}",
    # "Thường xuyên trong năm"
    "continuous": rf"(?P<lasting>{_CONTINUOUS}(?:(?:, ?| và | ){_CONTINUOUS})*){_OF_YEARS}",
    # "Khi có …", "Sau khi …", "ngay sau khi …"
    "trigger": r"(?P<at_once>ngay )?(?P<side>sau |trước )?khi",
    # "1 lần/năm"
    "times": rf"(?P<how_many>{N}|một|hai|bốn) lần ?(?:/|trong|mỗi|một) ?(?:mỗi |một )?(?P<each>tuần|tháng|quý|năm)\b(?! [0-9])",
}
PER = r"(?<=[^\W\d_]) ?/ ?(?P<per_unit>tuần|tháng|quý|năm)\b(?! ?[0-9])"
""" "01 tin, bài/năm": the only expression that begins inside a word."""

OPEN = frozenset({"relative", "trigger"})
"""Expressions whose event goes on until the next expression that a comma or "và" sets apart."""

AUTHORITY = r"(?<!kèm )(?<!tiếp )theo(?= [\w(\"“])|tùy (?:theo|thuộc)(?: vào)?(?= [\w(\"“])"
"""Before the words of who or what decides: "Theo quy định của tỉnh"."""
APPOINTED = "(?=đúng (?:thời gian|thời hạn|tiến độ))|(?<!sau )(?<!trước )(?=kỳ họp )"
"""Words that say so by themselves: "đúng thời gian quy định"."""
BESIDE = r"(?=(?:ngay )?(?:sau|trước) (?!(?:khi|ngày|tháng|quý|năm)\b|[0-9])\S)"
"""Before or after something that is not a clause: "Sau Hội nghị tổng kết"."""


@cache
def expression() -> re.Pattern[str]:
    """Finds EXPRESSIONS; compiled when first asked for, which takes some milliseconds."""
    return re.compile(rf"(?<!\w)(?:{_either(EXPRESSIONS)})(?!\w)|(?P<per>{PER})")


@cache
def windows() -> dict[str, re.Pattern[str]]:
    """Each window by its name, to be matched whole."""
    return {name: re.compile(pattern) for name, pattern in {**WINDOWS, **WINDOWS_IN_CONTEXT}.items()}


@cache
def item() -> re.Pattern[str]:
    """One frequency of a list."""
    return re.compile(ITEM)


@cache
def authority() -> re.Pattern[str]:
    """Finds AUTHORITY."""
    return re.compile(rf"(?<!\w)(?:{AUTHORITY})")


@cache
def decision() -> re.Pattern[str]:
    """Finds AUTHORITY or APPOINTED; tried only on words in which no expression was found."""
    return re.compile(rf"(?<!\w)(?:{AUTHORITY}|{APPOINTED})")


@cache
def beside() -> re.Pattern[str]:
    """Matches BESIDE at the start of such words."""
    return re.compile(BESIDE)
