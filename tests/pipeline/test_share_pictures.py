"""What a link shows where it is sent: the tags of every page, and pictures that are drawn when their words change."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest
from builds import built as built_anew
from builds import change, clean, tree

from site_gen.render.share_picture import drawn

ADDRESS = "https://binhan.example.gov.vn/"


def tags(page: bytes) -> dict[str, str]:
    found = re.findall(r'<meta property="og:([\w:]+)" content="([^"]*)">', page.decode())
    assert len(found) == len(dict(found))
    return {name: html.unescape(text) for name, text in found}


def pages(files: dict[str, bytes]) -> dict[str, bytes]:
    return {path: data for path, data in files.items() if path.endswith(".html") and b"<main" in data}


def pictures(files: dict[str, bytes]) -> set[str]:
    return {path for path in files if path.startswith("assets/share.")}


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    from builds import lay

    home = tmp_path_factory.mktemp("shared")
    return clean(lay(home / "content"), home / "out")


def test_every_page_says_what_it_is_and_shows_a_picture_that_is_there(files: dict[str, bytes]) -> None:
    shown = set()
    for path, page in pages(files).items():
        told = tags(page)
        title = html.unescape(re.search(r"<title>([^<]*)</title>", page.decode())[1])  # type: ignore[index]  # every page has one
        assert title.startswith(told["title"]), path
        assert told["url"] == ADDRESS + path
        assert told["description"] == html.unescape(
            re.search(r'<meta name="description" content="([^"]*)">', page.decode())[1]  # type: ignore[index]  # every page has one
        )
        assert told["image"].startswith(ADDRESS)
        shown.add(told["image"].removeprefix(ADDRESS))
        assert told["image:alt"]
    assert shown == pictures(files)


def test_a_guide_a_plan_and_news_have_pictures_of_their_own_and_a_notice_has_not(files: dict[str, bytes]) -> None:
    own = {path: tags(page)["image"] for path, page in pages(files).items()}
    of_the_site = own["index.html"]
    shares = {path for path, image in own.items() if image != of_the_site and not path.startswith("en/")}
    assert {"ke-hoach/cchc-2026.html"} <= shares
    assert {path.partition("/")[0] for path in shares} <= {
        "thu-tuc",
        "ke-hoach",
        "tin",
        "lay-y-kien",
        "cham-diem",
        "chi-so",
    }
    assert not any(path.startswith("thu-xin-loi/") for path in shares)


def test_all_that_stands_on_a_picture_stands_on_its_page(files: dict[str, bytes], content: Path) -> None:
    page = tags(files["ke-hoach/cchc-2026.html"])
    for part in page["image:alt"].split(". "):
        assert part in html.unescape(files["ke-hoach/cchc-2026.html"].decode())


def test_what_may_not_stand_on_a_page_never_becomes_a_picture(
    content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []
    monkeypatch.setattr("site_gen.pipeline.stream.drawn", lambda one: seen.append(one.picture.words) or drawn(one))  # type: ignore[func-returns-value]  # appending gives None
    plan = content / "plans" / "cchc-2026" / "plan.md"
    change(plan, "title:", "title: Gọi 0912 345 678 -")
    outcome = built_anew(content, tmp_path / "out")
    assert outcome.published is None
    assert any(d.code.startswith("PRIVACY") for d in outcome.found)
    assert not list((tmp_path / "out").glob("assets/share.*"))


def test_a_picture_is_drawn_again_only_when_its_words_change(content: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    before = pictures(clean(content, out))
    again = built_anew(content, out)
    assert again.published is not None
    assert pictures(dict.fromkeys(again.published.written, b"")) == set()
    change(content / "plans" / "cchc-2026" / "plan.md", "title: Kế hoạch", "title: Bản kế hoạch")
    outcome = built_anew(content, out)
    assert outcome.published is not None
    written, removed = (
        pictures(dict.fromkeys(paths, b"")) for paths in (outcome.published.written, outcome.published.removed)
    )
    assert (len(written), len(removed)) == (1, 1)
    assert pictures(tree(out)) == before - removed | written


def test_a_picture_that_somebody_took_away_is_drawn_again(content: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    before = clean(content, out)
    for path in pictures(before):
        (out / path).unlink()
    assert built_anew(content, out).published is not None
    assert tree(out) == before


def test_a_site_may_have_one_picture_for_all(content: Path, tmp_path: Path) -> None:
    with (content / "site.yml").open("a", encoding="utf-8") as settings:
        settings.write("share_pictures: không\n")
    assert len(pictures(clean(content, tmp_path / "out"))) == 1


def test_without_an_address_there_are_no_pictures(content: Path, tmp_path: Path) -> None:
    text = (content / "site.yml").read_text("utf-8")
    (content / "site.yml").write_text(re.sub(r"^base_url:.*\n", "", text, flags=re.MULTILINE), "utf-8")
    files = clean(content, tmp_path / "out")
    assert pictures(files) == set()
    assert {"image", "url"}.isdisjoint(tags(files["index.html"]))
    assert tags(files["index.html"])["title"]
