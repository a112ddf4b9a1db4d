from io import BytesIO
from pathlib import Path

import pytest
from builds import built, change, tree
from PIL import Image
from written_links import Told, links_of

from site_gen.outputs.pictures import SIDE
from site_gen.reading.picture import picture_of

Image.MAX_IMAGE_PIXELS = None


def photo(width: int = 2400, height: int = 1800, form: str = "JPEG", turned: int = 1) -> bytes:
    """What a telephone writes: large, with its maker and the way up in EXIF."""
    exif = Image.Exif()
    exif[0x010F], exif[0x0112] = "Dien thoai cua toi", turned
    out = BytesIO()
    noise = Image.effect_noise((width // 4, height // 4), 60).convert("RGB").resize((width, height))
    noise.save(out, form, exif=exif, quality=97)
    return out.getvalue()


@pytest.mark.parametrize(
    ("written", "answers"),
    [
        ("![Sơ đồ tổ chức bộ máy của xã](files/so-do.png)", []),
        ("![](files/so-do.png)", ["IMG001 1:5"]),
        ("![Ảnh 1](files/so-do.png)", ["IMG001 1:10"]),
        ("![so-do](files/so-do.png)", ["IMG001 1:10"]),
        ("![image.png](files/so-do.png)", ["IMG001 1:14"]),
        ("![Sơ đồ bộ máy](so-do.png)", ["IMG002 1:17 ghi `files/so-do.png`"]),
        ("![Sơ đồ bộ máy](files/So-Do.PNG)", ["IMG002 1:17 ghi `files/so-do.png`"]),
        (
            "![Sơ đồ bộ máy](https://a.vn/b.png)",
            ["IMG002 1:17 nếu được phép dùng, lưu ảnh vào `files/` rồi ghi `files/b.png`"],
        ),
        ("![Sơ đồ bộ máy](files/ke-hoach-2026.pdf)", ["IMG002 1:17 trang chỉ hiện ảnh"]),
        ("![Họp thôn](files/Ảnh họp 1.png)", ["HREF004 1:12 ghi `[Họp thôn](files/Ảnh-họp-1.png)`"]),
        ("![Chụp màn hình](data:image/png;base64,iVBORw0KGgo=)", []),
    ],
)
def test_pictures_of_a_text_are_described_and_the_sites_own(told: Told, written: str, answers: list[str]) -> None:
    found = told(written)
    assert len(found) == len(answers), found
    assert all(line.startswith(answer) for line, answer in zip(found, answers, strict=True)), found


def test_a_picture_of_a_field_is_described_and_a_picture(site: Path) -> None:
    (site / "news").mkdir()
    (site / "news/hop.md").write_text(
        "---\ntitle: Họp dân\ndate: 1/11/2026\nunit: van-phong\nimages:\n  - file: files/so-do.png\n"
        "  - file: files/ke-hoach-2026.pdf\n    alt: Trang đầu của biên bản\n---\nX.\n",
        encoding="utf-8",
    )
    assert [(d.code, d.at.line) for d in links_of(site)] == [("IMG001", 6), ("IMG002", 7)]


def test_a_photograph_is_made_smaller_upright_and_nameless(site: Path, tmp_path: Path) -> None:
    (site / "files/hop.jpg").write_bytes(photo(turned=6))
    (site / "pages/anh.md").write_text("---\ntitle: Ảnh\n---\n![Họp dân](files/hop.jpg)\n", encoding="utf-8")
    built(site, tmp_path / "output")
    out = (tmp_path / "output/files/hop.jpg").read_bytes()
    seen = picture_of("a.jpg", out)
    assert seen is not None
    assert (seen.width, seen.height) == (1200, SIDE)
    assert b"Dien thoai" not in out
    assert b"Exif" not in out
    html = (tmp_path / "output/anh.html").read_text(encoding="utf-8")
    assert '<img src="files/hop.jpg" alt="Họp dân" width="1200" height="1600" loading="lazy" decoding="async"' in html

    # The second build does not make it again, and one whose memory is lost or damaged makes the same.
    (kept,) = (tmp_path / ".sitegen/output/pictures").iterdir()
    stamp = kept.stat().st_mtime_ns
    change(site / "pages/anh.md", "title: Ảnh", "title: Ảnh họp")
    built(site, tmp_path / "output")
    assert kept.stat().st_mtime_ns == stamp
    kept.write_bytes(kept.read_bytes()[:-9])
    change(site / "pages/anh.md", "title: Ảnh họp", "title: Ảnh")
    built(site, tmp_path / "output")
    assert (tmp_path / "output/files/hop.jpg").read_bytes() == out


def test_a_page_is_made_again_where_its_picture_has_another_shape(site: Path, tmp_path: Path) -> None:
    (site / "files/hop.jpg").write_bytes(photo(400, 300))
    (site / "pages/anh.md").write_text("---\ntitle: Ảnh\n---\n![Họp dân](files/hop.jpg)\n", encoding="utf-8")
    built(site, tmp_path / "output")
    (site / "files/hop.jpg").write_bytes(photo(300, 400))
    outcome = built(site, tmp_path / "output")
    assert set(outcome.reasons) == {"anh.html"}
    assert 'width="300" height="400"' in (tmp_path / "output/anh.html").read_text(encoding="utf-8")


def test_a_picture_that_is_there_to_be_opened_stays_as_it_is(site: Path, tmp_path: Path) -> None:
    (site / "files/ban-scan.jpg").write_bytes(photo())
    (site / "pages/anh.md").write_text("---\ntitle: Ảnh\n---\n[Bản quét](files/ban-scan.jpg)\n", encoding="utf-8")
    built(site, tmp_path / "output")
    seen = picture_of("a.jpg", tree(tmp_path / "output")["files/ban-scan.jpg"])
    assert seen is not None
    assert seen.width == 2400
