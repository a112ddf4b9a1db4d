"""The picture that a link shows: which words stand on it, and that they fit."""

from __future__ import annotations

from io import BytesIO
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from site_gen.pages.page import Page
from site_gen.render.job import Frame
from site_gen.render.share_picture import LEFT, SIZE, SPACED, Drawing, SharePicture, _fitted, _width, drawn, picture_for

SITE: dict[str, Any] = {
    "base_url": "https://binhan.example.gov.vn",
    "colour": "#9b1c1f",
    "share_pictures": True,
    "short_name": "UBND xã Bình An",
    "place": "tỉnh Mẫu",
    "language": "vi",
    "illustration": {},
}
GUIDE = Page("thu-tuc/1.html", "x.html", "Khai sinh cho trẻ", {}, share="1 ngày")
WORDS = st.text("aăâđêôơư ẨỆỮ.-09W", min_size=1, max_size=400)


def words(page: Page, **more: Any) -> str | None:
    picture = picture_for(page, Frame({**SITE, **more}))
    return picture.words if picture else None


def test_a_page_that_is_worth_sharing_tells_its_title_and_what_matters() -> None:
    assert words(GUIDE) == "Khai sinh cho trẻ. 1 ngày. UBND xã Bình An"


def test_any_other_page_shows_the_picture_of_the_site() -> None:
    other = Page("muc-luc.html", "x.html", "Mục lục", {})
    assert words(other) == "UBND xã Bình An. tỉnh Mẫu"
    assert words(GUIDE, share_pictures=False) == "UBND xã Bình An. tỉnh Mẫu"


def test_an_illustration_and_invented_data_say_so_on_the_picture() -> None:
    assert words(GUIDE, illustration={"source": "x"}) == (
        "Khai sinh cho trẻ. 1 ngày. UBND xã Bình An. Minh họa, không phải trang của cơ quan"
    )
    sample = Page("tin/1.html", "x.html", "Họp thôn", {}, share="", sample=True)
    assert words(sample) == "Họp thôn. UBND xã Bình An. Dữ liệu mẫu, không phải việc thật"


def test_without_an_address_nobody_could_fetch_a_picture() -> None:
    assert words(GUIDE, base_url="") is None


def png(**more: str) -> bytes:
    told = {"authority": "UBND xã", "title": "Khai sinh", "line": "1 ngày", "note": "", "accent": "#1b5e8c", **more}
    return drawn(Drawing("a.png", SharePicture(**told))).data


def test_the_same_words_give_the_same_bytes_and_the_same_name() -> None:
    assert png() == png()
    assert png() != png(title="Khai tử")
    one, other = (SharePicture("a", title, "", "", "#000000") for title in ("x", "y"))
    assert one.path != other.path


def test_the_picture_has_the_size_and_the_colour_of_the_authority() -> None:
    with Image.open(BytesIO(png())) as picture:
        assert picture.size == SIZE
        assert picture.convert("RGB").getpixel((5, 5)) == (0x1B, 0x5E, 0x8C)
        assert picture.convert("RGB").getpixel((5, 300)) == (0xFF, 0xFD, 0xFA)


@settings(max_examples=40, deadline=None)
@given(WORDS, st.integers(150, 280))
def test_a_title_of_any_length_fits_into_its_room(title: str, height: int) -> None:
    size, lines = _fitted(title, height)
    assert len(lines) * size * SPACED <= height
    for line in lines:
        assert " " not in line.strip() or _width(line, size) <= SIZE[0] - LEFT


@pytest.mark.parametrize("title", ["Khai sinh", "Chứng thực bản sao từ bản chính " * 9])
def test_nothing_is_written_beyond_the_edges(title: str) -> None:
    with Image.open(BytesIO(png(title=title, note="Minh họa, không phải trang của cơ quan"))) as picture:
        grey = picture.convert("L")
    assert grey.crop((SIZE[0] - 20, 40, *SIZE)).getextrema()[0] > 250
    assert grey.crop((0, SIZE[1] - 20, *SIZE)).getextrema()[0] > 250


def test_a_long_title_leaves_room_for_what_stands_below_it() -> None:
    line = "Không quá 12 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ · 60.000 đồng/hồ sơ"
    with Image.open(BytesIO(png(title="Cấp giấy chứng nhận ẨỆ " * 9, line=line, note="Minh họa"))) as picture:
        grey = picture.convert("L")
    rows = [grey.crop((0, top, SIZE[0], top + 1)).getextrema()[0] < 200 for top in range(SIZE[1])]
    blocks = sum(inked and not above for above, inked in pairwise(rows))
    assert blocks >= 1 + 1 + 4 + 2 + 1, "the band, the authority, the title, two lines, the note"
