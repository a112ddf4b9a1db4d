"""Evidence (tài liệu kiểm chứng, minh chứng): one paper that proves something, or that is asked for and has not come.

Criteria and tasks list the papers that they ask for; progress reports name those that were made. Both are written in the same
way, and what a paper is on a day follows from what is written of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, WithJsonSchema

from site_gen.base.messages import msg
from site_gen.base.names import name_key
from site_gen.base.vietnamese import excerpt
from site_gen.model import deadline as grammar
from site_gen.model import lists
from site_gen.model.annotations import inner_model
from site_gen.model.choice import Choice
from site_gen.model.fields import (
    DeadlineText,
    Line,
    LinkAddress,
    PeriodField,
    UnitRef,
    YesNo,
)
from site_gen.model.model import field
from site_gen.model.published import DocumentRef
from site_gen.model.refusing import typed, wrong

KEPT_INSIDE = "Giấy tờ giữ nội bộ"
"""What pages and data call a paper whose name may not be published."""


class EvidenceState(Choice):
    """How a paper stands on a day."""

    PRESENT = "present", "có", "there"
    MISSING = "missing", "thiếu", "missing"
    UNFIT = "unfit", "không phù hợp", "not fit"
    OVERDUE = "overdue", "quá hạn", "overdue"


def _digest(value: object) -> str:
    text = typed(value).lower().replace(" ", "")
    if not re.fullmatch(r"[0-9a-f]{64}", text):
        wrong(
            msg("`{value}` is no SHA-256 digest", value=excerpt(str(value), 60)),
            msg("copy the 64 characters that `sha256sum` or `certutil -hashfile … SHA256` prints for the file"),
        )
    return text


Digest = Annotated[
    str,
    BeforeValidator(_digest),
    WithJsonSchema({"type": "string", "pattern": "^[0-9a-f]{64}$", "examples": ["0" * 64]}),
]
"""A SHA-256 digest in hexadecimal digits."""


class Evidence(DocumentRef):
    """Proof that something was done (tài liệu kiểm chứng).

    A paper is there when it can be looked up: it has a number, a date, an address, a file or a digest. One that has only a name
    is asked for and missing.
    """

    url: LinkAddress | None = field(
        "Liên kết", "Nơi đọc toàn văn; trang của chính site này thì ghi từ gốc: sang-kien/index.html.", None
    )
    signed: YesNo | None = field("Đã ký số", "Văn bản có chữ ký số hay không.", None)
    answers: Line | None = field(
        "Đáp ứng giấy tờ",
        "Tên giấy tờ mà nhiệm vụ đòi, khi văn bản nộp mang tên khác; trùng tên thì bỏ trống.",
        None,
        english="Asked for as",
    )
    proves: Line | None = field("Chứng minh", "Giấy tờ này chứng minh điều gì.", None, english="Proves")
    period: PeriodField | None = field(
        "Của kỳ", "Tháng, quý, 6 tháng, 9 tháng hoặc năm mà giấy tờ nói tới.", None, english="Of the period"
    )
    unit: UnitRef | None = field(
        "Đơn vị nộp", "Bỏ trống thì là đơn vị phụ trách tiêu chí, hoặc đơn vị chủ trì nhiệm vụ.", None, english="From"
    )
    role: Line | None = field("Người nộp", "Chức danh phải nộp, không ghi tên riêng.", None, english="By the role")
    due: DeadlineText | None = field(
        "Hạn nộp", "Như văn bản ghi, ví dụ: trước ngày 20/11. Qua hạn mà chưa có thì thành quá hạn.", None, english="By"
    )
    unfit: Line | None = field(
        "Không phù hợp vì", "Người chấm không nhận giấy tờ này vì sao.", None, english="Not accepted because"
    )
    inside: YesNo = field(
        "Giữ nội bộ",
        "`có`: trang chỉ ghi rằng có giấy tờ, số và mã băm của nó; tên và tệp không được đăng.",
        False,
        english="Kept inside",
    )
    sha256: Digest | None = field(
        "Mã băm SHA-256",
        "64 ký tự; để người chấm đối chiếu giấy tờ không đăng. Tệp có trong `files/` thì chương trình tự tính.",
        None,
    )

    @property
    def there(self) -> bool:
        """Whether it can be looked up."""
        return any((self.number, self.date, self.url, self.file, self.sha256))

    def until(self, year: int | None) -> date | None:
        """The last good day for handing it in, a day without a year read in `year`; None where it has none."""
        return grammar.parse(self.due, year).latest if self.due else None

    def state_on(self, day: date, until: date | None) -> EvidenceState:
        """What it is on a day, where it was to be there by `until`."""
        if self.unfit:
            return EvidenceState.UNFIT
        if self.there:
            return EvidenceState.PRESENT
        return EvidenceState.OVERDUE if until is not None and until < day else EvidenceState.MISSING

    def speaks_of_before(self, year: int) -> int | None:
        """The year that it speaks of, where that lies before `year`: its period's, else the year of its date."""
        own = self.period.year if self.period else self.date.year if self.date else None
        return own if own is not None and own < year else None

    @property
    def key(self) -> str:
        """What tells that two mentions are the same paper: its file or address, its number with day and issuer, else its name."""
        if self.file or self.url:
            return self.file or self.url or ""
        told = (
            f"{self.number} {self.date or ''} {self.issuer or ''}" if self.number else f"{self.title} {self.date or ''}"
        )
        return name_key(f"{told} {self.period or ''}" if not self.number else told)

    @property
    def published(self) -> Evidence:
        """What may be published of it: of a paper kept inside, that it exists, its number and its digest."""
        if not self.inside:
            return self
        kept = {name: getattr(self, name) for name in _OF_KEPT}
        return Evidence.model_construct(title=KEPT_INSIDE, **kept)


_OF_KEPT = ("number", "inside", "sha256", "unit", "role", "due")
"""What is told of a paper kept inside; who owes it by when is the office's promise and not its content."""

Proofs = Annotated[tuple[Evidence, ...], BeforeValidator(lists.read)]
"""Papers; their names may stand as one text."""


def papers_in(model: BaseModel) -> Iterator[Evidence]:
    """Every paper that a model names, at any depth."""
    for name in _holding(type(model)):
        value = getattr(model, name)
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, Evidence):
                yield item
            elif isinstance(item, BaseModel):
                yield from papers_in(item)


@cache
def _holding(model: type[BaseModel]) -> tuple[str, ...]:
    return tuple(name for name, info in model.model_fields.items() if _holds(inner_model(info.annotation), {model}))


def _holds(inner: type[BaseModel] | None, above: set[type[BaseModel]]) -> bool:
    """Whether papers are named in a model or below; in one that holds itself they may be at any depth."""
    if inner is None or issubclass(inner, Evidence):
        return inner is not None
    if inner in above:
        return any(_is_paper(info.annotation) for info in inner.model_fields.values())
    return any(_holds(inner_model(info.annotation), {*above, inner}) for info in inner.model_fields.values())


def _is_paper(annotation: object) -> bool:
    inner = inner_model(annotation)
    return inner is not None and issubclass(inner, Evidence)


def files_kept_inside(models: Iterable[BaseModel]) -> frozenset[str]:
    """The files of papers kept inside, which may be published by no way."""
    return frozenset(paper.file for model in models for paper in papers_in(model) if paper.inside and paper.file)


def files_with_digests(models: Iterable[BaseModel]) -> frozenset[str]:
    """The files of papers whose digest is told."""
    papers = (paper for model in models for paper in papers_in(model))
    return frozenset(paper.file for paper in papers if paper.file and (paper.inside or paper.sha256))


def answered(asked: tuple[Evidence, ...], given: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    """Papers asked for, each with what was handed in for it, then what was handed in besides.

    A paper handed in says for which one it stands, or bears the same name; whatever it leaves out is as it was asked for.
    """
    papers: list[Evidence] = []
    rest = list({paper.key: paper for paper in given}.values())
    for one in asked:
        wanted = name_key(one.title)
        found = [paper for paper in rest if wanted in (name_key(paper.answers or ""), name_key(paper.title))]
        rest = [paper for paper in rest if paper not in found]
        papers += [_as_asked(one, paper) for paper in found] or [one]
    return (*papers, *rest)


def _as_asked(asked: Evidence, given: Evidence) -> Evidence:
    own = {
        name: getattr(asked, name) for name in ("period", "unit", "role", "due", "proves") if not getattr(given, name)
    }
    answers = None if name_key(asked.title) == name_key(given.title) else asked.title
    inside = given.inside or asked.inside
    return given.model_copy(update={**own, "answers": answers, "inside": inside})
