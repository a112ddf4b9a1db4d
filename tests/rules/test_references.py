"""What is said of a name that leads nowhere."""

from __future__ import annotations

import pytest

from site_gen.base.messages import say
from site_gen.model.catalog import Catalog, Name
from site_gen.model.settings import Site
from site_gen.rules.references import suggestion

SITE = Site(name="UBND xã", short_name="UBND", place="Tỉnh", unit="ubnd-xa")
UNITS = {
    "cong-an-xa": "Công an xã",
    "phong-kinh-te": "Phòng Kinh tế",
    "phong-van-hoa-xa-hoi": "Phòng Văn hóa - Xã hội",
    "van-phong": "Văn phòng HĐND và UBND xã",
}


def said(text: str, kind: str = "unit", without: str = "") -> str:
    names = [
        Name("unit", id, spelt, name, f"{id}.html")
        for id, name in UNITS.items()
        for spelt in (id, name)
        if id != without
    ]
    return say(suggestion(Catalog("", SITE, [], names), kind, text), "en")


@pytest.mark.parametrize("text", ["P. VHXH", "Phòng VH-XH", "VHXH", "Phòng Văn hoá - Xã hộii", "P.VHXH", "Phòng VHXH"])
def test_a_slip_or_an_abbreviation_is_taken_for_the_name_it_stands_for(text: str) -> None:
    assert "did you mean `Phòng Văn hóa - Xã hội`" in said(text)


def test_a_name_that_is_merely_alike_is_offered_without_an_alias() -> None:
    hint = said("Phòng Văn hóa và Thông tin")
    assert "most like it is `Phòng Văn hóa - Xã hội`" in hint
    assert "aliases" not in hint


@pytest.mark.parametrize("text", ["Phòng Văn hóa - Xã hội", "Trường Mầm non Hoa Sen"])
def test_of_a_unit_whose_file_is_gone_the_others_are_listed(text: str) -> None:
    hint = said(text, without="phong-van-hoa-xa-hoi")
    assert "put it back" in hint
    assert "Công an xã, Phòng Kinh tế, Văn phòng HĐND và UBND xã" in hint


@pytest.mark.parametrize("text", ["đ/c Nguyễn Văn A", "Đồng chí A", "Ông B"])
def test_a_person_is_no_unit(text: str) -> None:
    assert "unit in which the person works" in said(text)


def test_where_there_is_no_entry_at_all_its_folder_is_looked_at() -> None:
    assert "folder has the right name" in said("1.004873", "procedure")


def test_two_names_where_one_belongs_are_told_as_two() -> None:
    assert "`Phòng Kinh tế`, `Công an xã` are several" in said("Phòng Kinh tế, Công an xã")
