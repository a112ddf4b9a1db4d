"""The parts of a guide that may be written in words: time limits, papers, fees, and who pays less."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import BeforeValidator, model_validator

from site_gen.base.messages import msg
from site_gen.base.vietnamese import excerpt, fold
from site_gen.kinds.procedure.choices import TimeUnit
from site_gen.model import lists
from site_gen.model.fields import (
    Dong,
    Line,
    SiteFile,
    Whole,
    YesNo,
)
from site_gen.model.model import Model, field
from site_gen.model.refusing import wrong


class TimeLimit(Model):
    """A time limit, in numbers or in the document's own words."""

    value: Whole | None = field("Số", "Bao nhiêu giờ hay ngày.", None)
    unit: TimeUnit | None = field("Đơn vị", "giờ, ngày hoặc ngày làm việc.", None)
    verbatim: Line | None = field("Nguyên văn", "Như quyết định ghi, ví dụ: trong ngày.", None)
    note: Line | None = field("Ghi chú", "Trường hợp dài hơn, ngắn hơn.", None)

    @model_validator(mode="before")
    @classmethod
    def in_words(cls, value: object) -> object:
        """`3 ngày làm việc` says it all; other words stand as they are."""
        if not isinstance(value, str):
            return value
        hit = re.fullmatch(r"(\d{1,4})\s+(.+?)\.?", " ".join(value.split()))
        unit = {fold(u.label): u for u in TimeUnit}.get(fold(hit[2])) if hit else None
        return {"value": hit[1], "unit": unit} if hit and unit else {"verbatim": value}


class Paper(Model):
    """One paper of the dossier."""

    name: Line = field("Tên giấy tờ", "Một giấy tờ.", aliases=("ten",))
    originals: Whole = field("Bản chính", "Số bản chính.", 0, english="Original")
    copies: Whole = field("Bản sao", "Số bản sao.", 0, english="Copy")
    shown_only: YesNo = field("Chỉ xuất trình", "Chỉ xem rồi trả lại.", False)
    form: SiteFile | None = field("Mẫu", "Mẫu để điền.", None, english="Form")
    note: Line | None = field("Ghi chú", "Khi nào cần, thay bằng gì.", None)

    @model_validator(mode="before")
    @classmethod
    def in_words(cls, value: object) -> object:
        """A name alone; `(01 bản chính, 02 bản sao)` behind it says how many."""
        if not isinstance(value, str):
            return value
        hit = re.fullmatch(r"(.+?)\s*\(([^()]*)\)\s*[.;]?", value.strip(), re.DOTALL)
        counts = re.split(r"\s*(?:[,;+]|và)\s*", hit[2].strip()) if hit else []
        kinds = {"chính": "originals", "gốc": "originals", "sao": "copies"}
        found = [re.fullmatch(r"(\d{1,2})\s+bản\s+(chính|gốc|sao)", count.lower()) for count in counts]
        given = {kinds[one[2]]: one[1] for one in found if one}
        return {"name": hit[1], **given} if hit and len(given) == len(found) else {"name": value}


Papers = Annotated[tuple[Paper, ...], BeforeValidator(lists.read)]
"""Papers; their names may stand as one text that numbers or parts them."""


class Fee(Model):
    """One fee: an amount, or the source's own words."""

    may_be_total = True  # nothing adds them up

    label: Line = field("Khoản", "Thu về việc gì, ví dụ: lệ phí.")
    amount: Dong | None = field("Số tiền", "Đồng; ghi 0 khi nguồn nói rõ là không thu.", None)
    per: Line | None = field("Tính theo", "Ví dụ: trường hợp, bản, trang.", None)
    verbatim: Line | None = field("Nguyên văn", "Khi nguồn không ghi thành số.", None)
    basis: Line | None = field("Căn cứ", "Văn bản định mức thu.", None)

    @model_validator(mode="before")
    @classmethod
    def has_keys(cls, value: object) -> object:
        """A fee in words is refused with how to write it: whether nothing is paid must not be guessed."""
        if not isinstance(value, str):
            return value
        text = " ".join(value.split())
        hit = re.fullmatch(
            r"(?:(?:lệ\s+)?phí\s*:?\s*)?(\d[\d.]*)\s*(?:đồng|đ|vnđ|vnd)?(?:\s*/\s*(.+))?", text, re.IGNORECASE
        )
        label = "Phí" if fold(text).startswith("phi ") else "Lệ phí"
        per = f", per: {hit[2]}" if hit and hit[2] else ""
        free = re.match(r"không|miễn", text, re.IGNORECASE)
        mended = (
            f"amount: {hit[1]}{per}" if hit else ("amount: 0, " if free else "") + f"verbatim: {lists.in_flow(text)}"
        )
        wrong(
            msg("`{text}` names no fee and no amount", text=excerpt(text, 60)),
            msg(
                "write `- {mended}`; where there is no fee at all, write `not_applicable: [fees]` instead",
                mended=f"{{label: {label}, {mended}}}",
            ),
        )


Fees = Annotated[tuple[Fee, ...], BeforeValidator(lists.read)]
"""Fees; one in words is refused with how to write it."""


class Exemption(Model):
    """Somebody who pays less or nothing."""

    who: Line = field("Ai", "Đối tượng được miễn, giảm.")
    what: Line = field("Được gì", "Miễn, hoặc giảm bao nhiêu.", "miễn")
    basis: Line | None = field("Căn cứ", "Văn bản quy định.", None)
