"""The areas of a plan: headings of groups in its annex, or the annexes themselves; and the sums that they declare."""

from __future__ import annotations

import re
from dataclasses import field
from decimal import Decimal

from site_gen.base.dataclass import dataclass
from site_gen.base.messages import Message, msg
from site_gen.base.vietnamese import fold, number_in_words, same_words, show_number, slug
from site_gen.importers.assembly import Whole
from site_gen.importers.columns import likeness
from site_gen.importers.draft import Doubt, unsaid
from site_gen.importers.rows import Row, RowKind, is_group_number
from site_gen.importers.table import Cell, Place
from site_gen.importers.targets.numbers import figure_in, money_unit_of
from site_gen.kinds.plan.choices import CanonicalArea

_REMEDY, _MAINTAIN = re.compile(r"\bkhac phuc\b"), re.compile(r"\bduy tri\b")
_ANNEX = re.compile(r"phụ\s+lục(?:\s+số)?\s*:?\s*(?P<no>\d{1,2}|[IVX]{1,4})\b\s*[:.–-]?\s*(?P<name>.*)", re.IGNORECASE)
_YEAR_IN_NAME = re.compile(r"\s*\bnăm\s+(20\d\d)\b", re.IGNORECASE)


@dataclass(slots=True)
class Areas:
    """The areas so far.

    Attributes:
        code: The area in which the rows now stand; empty where none was named yet.
        group: The group within it: `remedy`, `maintain` or empty.
        found: Every area, as content has it.
        money: What the plan says of its money: `total_declared`, `total_words`, `money_unit`.
        doubts: What is doubtful.
    """

    code: str = ""
    group: str = ""
    found: list[dict[str, object]] = field(default_factory=list)
    money: dict[str, object] = field(default_factory=dict)
    doubts: list[Doubt] = field(default_factory=list)
    _sums: dict[str, Decimal] = field(default_factory=dict)

    def open_annex(self, whole: Whole) -> None:
        """An annex that is called by a number is the area of its tasks, where its rows name none."""
        hit = _ANNEX.search(" ".join(whole.above[-3:]))
        if hit is None or any(row.kind is RowKind.GROUP for row in whole.rows):
            return
        code = f"PL{int(hit['no']):02d}" if hit["no"].isdigit() else f"PL{hit['no']}"
        year = _YEAR_IN_NAME.search(hit["name"])
        self._open(code, _YEAR_IN_NAME.sub("", hit["name"]).strip(" .:"), year[1] if year else "")

    def _open(self, code: str, name: str, year: str = "") -> None:
        self.code, self.group = code, ""
        canonical = _canonical(name)
        self.found.append(
            {
                "code": code,
                "name": sentence_case(name),
                "canonical": canonical.value if canonical else "",
                "year_stated": year,
            }
        )

    def group_row(self, row: Row, with_money: bool) -> bool:
        """A row that names an area, or a group within it; whether the rows below count anew."""
        title = row.title
        says = fold(title)
        if not is_group_number(row.number) and (_REMEDY.search(says) or _MAINTAIN.search(says)):
            self.group = "remedy" if _REMEDY.search(says) else "maintain"
            return True
        if row.number and (is_group_number(row.number) or title.isupper()):
            self._open(row.number, title)
        elif title.isupper() or not self.found:
            self._open(slug(title)[:40] or "chung", title)
        else:
            message = msg("a heading that names no area; the rows below were put under {area}", area=self.code or "–")
            self.doubts.append(Doubt("IMP002", row.at, title, message))
            return False
        figures = [
            figure for cell in row.cells.values() if (figure := figure_in(cell)) is not None and cell.line != row.number
        ]
        if figures and with_money:
            self.found[-1]["budget_declared"] = figures[0].verbatim
            self._sums[self.code] = Decimal(0)
        return True

    def total_row(self, row: Row, headings: list[str]) -> None:
        """The sum of the table: never an item; it is compared with what the areas come to."""
        figures = [figure for cell in row.cells.values() if (figure := figure_in(cell)) is not None]
        if figures:
            self.money["total_declared"] = figures[0].verbatim
        for cell in row.cells.values():
            if hit := re.search(r"bằng chữ\s*:?\s*([^()]+)", cell.line, re.IGNORECASE):
                self.money["total_words"] = hit[1].strip(" .)")
        for heading in headings:
            if unit := money_unit_of(heading):
                self.money["money_unit"] = unit

    def spend(self, verbatim: object) -> None:
        """Money of a row of the area."""
        figure = figure_in(Cell(str(verbatim or ""), 0, 0))
        if figure is not None and self.code in self._sums:
            self._sums[self.code] += figure.value

    def open_nameless(self) -> None:
        """Rows before any heading stand in an area that somebody must name."""
        if not self.code:
            self.code = "I"
            self.found.append({"code": "I", "name": unsaid("name")})

    def check_sums(self) -> None:
        """What areas and the table say their sums are, against what the rows come to."""
        total = Decimal(0)
        for area in self.found:
            declared = figure_in(Cell(str(area.get("budget_declared", "")), 0, 0))
            if declared is None:
                continue
            total += declared.value
            counted = self._sums.get(str(area["code"]), Decimal(0))
            if counted and counted != declared.value:
                self._doubt(
                    msg(
                        "area {area} says {declared}, its rows come to {counted}",
                        area=str(area["code"]),
                        declared=str(declared),
                        counted=show_number(counted),
                    )
                )
        declared = figure_in(Cell(str(self.money.get("total_declared", "")), 0, 0))
        if declared is None:
            return
        if total and total != declared.value:
            self._doubt(
                msg(
                    "the table says {declared} in all, its areas come to {counted}",
                    declared=str(declared),
                    counted=show_number(total),
                )
            )
        words = self.money.get("total_words")
        if isinstance(words, str) and declared.value == int(declared.value) and not _says(words, int(declared.value)):
            self._doubt(
                msg(
                    "the words say another sum than the figure {figure}: “{words}”",
                    figure=str(declared),
                    words=number_in_words(int(declared.value)),
                )
            )

    def _doubt(self, message: Message) -> None:
        self.doubts.append(Doubt("IMP010", Place(), "", message))


def _says(words: str, number: int) -> bool:
    return any(same_words(words, number, unit) for unit in ("triệu đồng", "nghìn đồng", "đồng"))


def _canonical(name: str) -> CanonicalArea | None:
    """The area of the common list that a plan's own name means."""
    best = max(CanonicalArea, key=lambda area: likeness(name, (area.label, *_ALSO.get(area, ()))))
    return best if likeness(name, (best.label, *_ALSO.get(best, ()))) >= 0.6 else None


_ALSO = {
    CanonicalArea.ORGANISATION: ("Cải cách tổ chức bộ máy hành chính nhà nước",),
    CanonicalArea.DIGITAL_GOVERNMENT: ("Chuyển đổi số", "Hiện đại hóa nền hành chính", "Xây dựng chính quyền điện tử"),
    CanonicalArea.DIRECTION: (
        "Công tác chỉ đạo, điều hành",
        "Công tác chỉ đạo điều hành cải cách hành chính",
        "Tổ chức chỉ đạo, điều hành",
    ),
    CanonicalArea.PUBLIC_FINANCE: ("Đổi mới cơ chế tài chính",),
    CanonicalArea.IMPACT: ("Đánh giá tác động của cải cách hành chính đến người dân, tổ chức",),
    CanonicalArea.SOCIO_ECONOMIC: ("Các chỉ tiêu phát triển kinh tế xã hội",),
}
"""What plans also call the areas."""


def sentence_case(text: str) -> str:
    """A heading in capitals as a sentence; abbreviations stay, a text with small letters too."""
    if not text.isupper():
        return text
    words = [word if word in _ABBREVIATIONS else word.lower() for word in text.split()]
    line = " ".join(words)
    return line[:1].upper() + line[1:]


_ABBREVIATIONS = {"UBND", "HĐND", "CCHC", "TTHC", "QPPL", "CNTT", "DVC", "MTTQ", "VBQPPL"}
