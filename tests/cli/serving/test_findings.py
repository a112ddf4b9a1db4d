from __future__ import annotations

from pathlib import Path
from typing import Any

import html5lib
import pytest

from site_gen.cli.serving.builds import Result
from site_gen.cli.serving.findings import MOST, WIDTH, Row, excerpt, page

COUNTS = {"error": 1, "warning": 0, "info": 0}


def item(path: str, line: int = 1, column: int = 1, **more: str) -> dict[str, Any]:
    found = {"code": "YAML001", "severity": "error", "message": "wrong", "hint": "", "entry": "", "law": ""}
    return found | {"path": path, "line": line, "column": column} | more


def shown(*items: dict[str, Any], **result: Any) -> str:
    return page(Result(1, items, COUNTS, **result), "en", [], "127.0.0.1:8000").decode()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "units" / "văn-phòng.yml"
    path.parent.mkdir()
    path.write_bytes(b"\xef\xbb\xbfname: V\xc4\x83n ph\xc3\xb2ng\r\nreceived_on: 31/02/2026\r\nlevel: x\r\n")
    return path


def test_the_line_is_shown_with_its_place_between_its_neighbours(file: Path) -> None:
    assert excerpt(item(str(file), 2, 14), []) == [
        Row(1, "name: Văn phòng"),
        Row(2, "received_on: ", "31/02/2026"),
        Row(3, "level: x"),
    ]


def test_a_key_is_marked_without_its_colon_and_a_quoted_value_whole(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text('title: "Kế hoạch năm", 5\n', encoding="utf-8")

    assert excerpt(item("a.yml", 1, 1), [tmp_path]) == [Row(1, "", "title", ': "Kế hoạch năm", 5')]
    assert excerpt(item("a.yml", 1, 8), [tmp_path]) == [Row(1, "title: ", '"Kế hoạch năm"', ", 5")]


def test_a_long_line_is_shown_around_its_place(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("x" * 500 + " here " + "y" * 500, encoding="utf-8")

    (row,) = excerpt(item("a.yml", 1, 502), [tmp_path])

    assert row.place == "here"
    assert len(row.before + row.place + row.after) == WIDTH + 2
    assert (row.before[0], row.after[-1]) == ("…", "…")


@pytest.mark.parametrize(
    "place", [("a.yml", 0, 0), ("a.yml", 99, 1), ("không-có.yml", 1, 1), ("a.yml\0", 1, 1), (".", 1, 1)]
)
def test_a_place_that_cannot_be_shown_has_no_excerpt(tmp_path: Path, place: tuple[str, int, int]) -> None:
    (tmp_path / "a.yml").write_text("a: b\n", encoding="utf-8")

    assert excerpt(item(*place), [tmp_path]) == []


def test_content_cannot_write_markup_into_the_page(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("<script>alert(1)</script>\n", encoding="utf-8")

    text = shown(item(str(tmp_path / "a.yml"), message="`<b>` is <i>wrong</i>", hint="write `<p>`"))

    assert "<script>alert" not in text
    assert "<code>&lt;b&gt;</code> is &lt;i&gt;wrong&lt;/i&gt;" in text


def test_what_is_in_the_way_comes_first_and_the_rest_is_folded_away() -> None:
    text = shown(item("a.yml", severity="info", message="by the way"), item("z.yml", message="in the way"))

    assert text.index("in the way") < text.index("<details") < text.index("by the way")


def test_a_build_that_could_not_report_is_shown_with_what_it_said() -> None:
    text = shown(trouble="there is no content folder `<content>`")

    assert "there is no content folder `&lt;content&gt;`" in text


def test_very_many_findings_are_counted_not_shown() -> None:
    text = shown(*[item(f"{number}.yml") for number in range(MOST + 7)])

    assert text.count("<article") == MOST
    assert "and 7 more" in text


def test_the_page_is_valid_html(file: Path) -> None:
    parser = html5lib.HTMLParser(strict=True)

    parser.parse(shown(item(str(file), 2, 14, hint="`a` or `b`", law="Law 1, a 2"), item("b", severity="warning")))
