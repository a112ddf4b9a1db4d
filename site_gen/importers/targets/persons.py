"""Persons in the text of a plan: pages name offices, not people (personal data that no duty asks for)."""

from __future__ import annotations

import re
from dataclasses import field

from site_gen.base.dataclass import dataclass

_CAPITAL = "[A-ZĐÀ-ÖØ-ÝĂĨŨƠƯẠ-Ỹ]"
_BODY = r"(?:\s+(?:UBND|HĐND|MTTQ|Đảng ủy|UBMTTQ)(?:\s+xã)?)?"
_FIELD = rf"{_CAPITAL}\w*(?:\s+{_CAPITAL}?\w+)?(?:\s*[-–]\s*{_CAPITAL}\w*(?:\s+\w+)?)*"
_OFFICE = (
    rf"(?:(?:(?:[Pp]hó\s+)?(?:[Cc]hủ tịch|[Bb]í thư)|PCT|CT|PBT|BT|Trưởng Công an|Chỉ huy trưởng){_BODY}"
    rf"|(?:[Cc]ông chức|[Cc]án bộ|CC|CB)\s+(?:VHXH|VH-XH|VPTK|TC-KT|TCKT|LĐTBXH|ĐCXD|(?:Tư pháp|Văn phòng|Tài chính|Địa chính|Văn hóa)(?:\s*[-–]\s*\w+(?:\s+\w+)?)?))"
)
_NAME = rf"{_CAPITAL}[^\W\d_A-ZĐ]*(?:\s+{_CAPITAL}[^\W\d_A-ZĐ]+){{0,3}}"
_PERSON = re.compile(
    rf"(?:[Đđ]/c|[Đđ]ồng chí)\s+(?:(?P<first>{_OFFICE})|(?P<name>{_NAME})(?:\s*,?\s*(?P<office>{_OFFICE}))?)(?![^\W_])"
)
_COMRADES = re.compile(r"(?:[Đđ]/c|[Đđ]ồng chí)\s+(?=[a-zà-ỹ])")
"""Before what is an office already: `các đ/c công chức`."""
UNNAMED = "người được giao"


@dataclass(slots=True)
class Persons:
    """The persons of one document, with the office that it has given each so far."""

    offices: dict[str, str] = field(default_factory=dict)

    def replaced(self, text: str) -> tuple[str, list[str], list[str]]:
        """The text with an office in the place of each person; the offices; the names of those whose office is not said there.

        `Giao đ/c Ly, CC VHXH tham mưu …` becomes `CC VHXH tham mưu …`; where `đ/c Ly` comes again, the same office is put.
        """
        roles: list[str] = []
        unsaid: list[str] = []

        def office(hit: re.Match[str]) -> str:
            found = hit["first"] or hit["office"]
            name = hit["name"]
            if found and name:
                self.offices[name] = " ".join(found.split())
            if not found:
                unsaid.append(name)
                found = self.offices.get(name)
            if found:
                roles.append(" ".join(found.split()))
                return roles[-1]
            return UNNAMED

        said = _COMRADES.sub("", _PERSON.sub(office, text))
        return re.sub(r"^[Gg]iao (?:cho )?(?=\S)", "", said) if said != text else said, roles, unsaid
