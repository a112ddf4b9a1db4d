"""Every word that people read is there in Vietnamese, says the same as the English id, and reaches the page."""

from __future__ import annotations

import ast
import importlib.util
import os
import re
import shutil
import sys
from datetime import date
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from types import ModuleType
from unittest.mock import patch

import click
import pytest

from site_gen.base import messages
from site_gen.base.messages import msg, say
from site_gen.cli.language import language
from site_gen.cli.main import main

ROOT = Path(__file__).parents[1]
AS_OF = date(2026, 11, 21)


def _tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("catalogues", ROOT / "tools" / "catalogues.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up there
    with patch.object(sys, "path", [str(ROOT / "tools"), *sys.path]):
        spec.loader.exec_module(module)
    return module


catalogues = _tool()
everywhere = cache(catalogues.everywhere)


# --- the catalogue ------------------------------------------------------------------------------------
def test_vietnamese_is_complete_and_says_the_same() -> None:
    assert catalogues.faults(catalogues.read(), everywhere()) == []


def test_the_compiled_catalogue_is_the_one_these_words_give() -> None:
    assert catalogues.stale(catalogues.read()) == []


def test_writing_twice_gives_the_same_bytes() -> None:
    kept = catalogues.PO.read_bytes()
    assert catalogues.po_bytes(catalogues.read()) == kept
    assert catalogues.unsorted(everywhere()) == []
    assert catalogues.mo_bytes(catalogues.read()) == catalogues.MO.read_bytes()


def test_words_under_a_file_that_their_id_has_left_are_named() -> None:
    uses = everywhere()
    moved = {
        id: catalogues.Use(["elsewhere.py"], use.ways) if n == 0 else use for n, (id, use) in enumerate(uses.items())
    }
    assert catalogues.unsorted(moved) == ["sitegen.po is not as it would be written: run `make messages`"]


def test_english_falls_back_to_the_ids() -> None:
    message = msg("`{name}` is not known here", name="UBND xã")
    assert say(message, "en") == "`UBND xã` is not known here"
    assert say(message, "vi") == "ở đây không có `UBND xã`"


def test_a_message_inside_a_message_is_translated_too() -> None:
    message = msg("criterion {no}: {what} is missing", no="1.2", what=msg("the maximum"))
    assert say(message, "vi") == "tiêu chí 1.2: thiếu điểm tối đa"


# --- extraction ---------------------------------------------------------------------------------------
def test_python_ids_are_found_at_any_depth_and_joined_when_split() -> None:
    source = 'A = msg("one")\ndef f():\n    return tr("two " "halves"), msg("three {x}", x=msg("four"))\n'
    assert {found.id for found in catalogues.in_python(source, "a.py")} == {"one", "two halves", "three {x}", "four"}


def test_an_id_that_is_not_written_out_is_refused() -> None:
    with pytest.raises(catalogues.Unreadable, match=r"a\.py:1"):
        list(catalogues.in_python('msg("a" + name)', "a.py"))


def test_template_ids_keep_their_doubled_percent_signs() -> None:
    source = "<p>{{ _(\"Up to 400%% for %(name)s\", name=site.name) }}</p>{% if x %}{{ _('Home') }}{% endif %}"
    assert [found.id for found in catalogues.in_template(source, "a.html")] == ["Up to 400%% for %(name)s", "Home"]


def test_what_click_says_is_still_what_it_says() -> None:
    folder = Path(click.__file__).parent
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.py"))]
    said = {node.value for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Constant)}
    ids = {one for id in catalogues.CLICKS for one in ([id] if isinstance(id, str) else id)}
    assert ids - said == set()


@pytest.mark.parametrize(
    ("id", "words", "way", "fault"),
    [
        ("{value} is no {kind}", "`{value}` không phải {loại}", "click", "holes differ (click)"),
        ("{count} rows", "các dòng", "python", "holes differ (python)"),
        ("%(n)s rows", "%(m)s dòng", "template", "holes differ (template)"),
        ("up to 400%%", "đến 400%", "template", "a percent sign in a template is written %%"),
        ("add `lead`", "thêm `chủ trì`", "python", "words in `code` differ"),
        ("one\n\ntwo", "một hai", "python", "paragraphs differ"),
        ("the line", "dòng ", "python", "blanks at the ends differ"),
        ("the line", 'dòng "Bằng chữ"', "python", "straight quotation marks"),
        ("digitised", "số hoá", "python", "tone mark on the other vowel in 'hoá'"),
    ],
)
def test_what_is_wrong_with_a_translation_is_named(id: str, words: str, way: str, fault: str) -> None:
    assert list(catalogues.wrong_with(id, words, [way])) == [fault]


def test_a_changed_id_waits_for_its_words_unguessed_and_the_old_one_goes() -> None:
    kept = catalogues.template_of(
        {"the plan has no number": catalogues.Use(["a.py"]), "gone": catalogues.Use(["a.py"])}
    )
    kept["the plan has no number"].string = "kế hoạch chưa có số"
    uses = {"the plan has no number yet": catalogues.Use(["a.py"], {"python"})}
    renewed = catalogues.merged(kept, uses)
    assert [(m.id, m.string or "", m.fuzzy) for m in renewed if m.id] == [("the plan has no number yet", "", False)]
    assert catalogues.faults(renewed, uses) == ["not translated: 'the plan has no number yet'"]


# --- compiled -----------------------------------------------------------------------------------------
def test_compiling_makes_what_is_not_there_and_again_the_same(tmp_path: Path) -> None:
    po = Path(shutil.copy(catalogues.PO, tmp_path))
    made = catalogues.compile_words(po)
    assert made == tmp_path / "sitegen.mo"
    first = made.read_bytes()
    assert first == catalogues.mo_bytes(catalogues.read())
    os.utime(made, (0, 0))
    catalogues.compile_words(po)
    assert made.read_bytes() == first
    assert made.stat().st_mtime >= po.stat().st_mtime  # else `make` would compile for ever
    assert sorted(path.name for path in tmp_path.iterdir()) == ["sitegen.mo", "sitegen.po"]


def test_without_compiled_words_a_command_says_what_makes_them_and_speaks_no_english(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(messages, "LOCALE", tmp_path)
    monkeypatch.setattr(sys, "argv", ["sitegen", "check"])
    monkeypatch.setenv("SITEGEN_LANG", "vi")
    messages.catalogue.cache_clear()
    language.cache_clear()
    with pytest.raises(SystemExit) as stop:
        main()
    messages.catalogue.cache_clear()
    language.cache_clear()
    assert stop.value.code == 3
    out, err = capsys.readouterr()
    assert out == ""
    assert str(tmp_path / "vi" / "LC_MESSAGES" / "sitegen.mo") in err
    assert "tools/compiled_catalogue.py" in err
    assert len(err.splitlines()) == 1


# --- pages --------------------------------------------------------------------------------------------
class _Words(HTMLParser):
    """Everything of a page that is read or read out: text, and the attributes that hold words.

    What is told to machines, and names of columns and codes (`code`), are no words of any tongue; a phrase that is marked as English
    is meant so.
    """

    SPOKEN = frozenset({"aria-label", "title", "alt", "data-l", "placeholder", "content"})

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.silent = False
        self.foreign = ""

    def handle_data(self, data: str) -> None:
        if not self.silent and not self.foreign and (text := " ".join(data.split())):
            self.found.add(text)

    def handle_endtag(self, tag: str) -> None:
        self.silent = self.silent and tag not in ("script", "code")
        self.foreign = "" if tag == self.foreign else self.foreign

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.silent = self.silent or tag in ("script", "code")
        if tag in ("i", "span") and ("lang", "en") in attrs:
            self.foreign = tag
        if tag == "meta" and ("name", "description") not in attrs:
            return
        self.found |= {" ".join(value.split()) for name, value in attrs if name in self.SPOKEN and value}


@pytest.fixture(scope="module")
def words_on_pages(built: Path) -> frozenset[str]:
    reader = _Words()
    for page in sorted(built.rglob("*.html")):
        if page.parent.name != "en":  # these speak English, and a test of their own says so
            reader.feed(page.read_text(encoding="utf-8"))
    return frozenset(reader.found)


def test_a_site_in_english_has_an_english_frame(tmp_path: Path) -> None:
    from site_gen.pipeline.build import build
    from site_gen.pipeline.request import Request

    site = tmp_path / "content"
    shutil.copytree(ROOT / "tests" / "golden" / "small_site" / "content", site)
    settings = (site / "site.yml").read_text(encoding="utf-8")
    (site / "site.yml").write_text(f"language: en\n{settings}", encoding="utf-8")
    content = "\n".join(path.read_text(encoding="utf-8") for path in site.rglob("*") if path.suffix in (".yml", ".md"))
    # Duties are data about Vietnamese law, in Vietnamese whatever the frame speaks.
    content += (ROOT / "site_gen" / "data" / "duties.yml").read_text(encoding="utf-8")
    assert build(Request(site, tmp_path / "output", AS_OF, jobs=1)).published is not None
    reader = _Words()
    tongues = set()
    for path in sorted((tmp_path / "output").rglob("*.html")):
        page = path.read_text(encoding="utf-8")
        tongues |= set(re.findall(r'<html[^>]* lang="(\w+)"', page))
        if path.parent.name != "du-lieu":  # what a column is called is the model's own word, in Vietnamese
            reader.feed(page)
    assert tongues == {"en"}
    assert {"Skip to content", "Plans and progress", "Units", "Contact", "Commune", "This website"} <= reader.found
    kept = catalogues.read()
    frame = {id for id, use in everywhere().items() if catalogues.TEMPLATE in use.ways}
    translated = {str(kept[id].string) for id in frame if kept[id].string != id}
    assert sorted(words for words in translated & reader.found if words not in content) == []


def test_no_english_id_is_left_on_a_page(words_on_pages: frozenset[str]) -> None:
    together = "\n".join(sorted(words_on_pages))
    left = []
    for id in (id for id in everywhere() if isinstance(id, str)):  # the others are Click's, for terminals
        fragment = max(re.split(r"\{\w+\}|%\(\w+\)s", id.replace("%%", "%")), key=len).strip(" :,.;()")
        whole = fragment.count(" ") < 2  # one or two words are sought as a whole text, a sentence anywhere
        if say(msg(id)) != id and (fragment in words_on_pages if whole else fragment in together):
            left.append(id)
    assert left == []


def test_no_page_speaks_english(words_on_pages: frozenset[str]) -> None:
    # Words that no Vietnamese syllable is spelt like.
    english = re.compile(r"\b(?:the|of|and|is|are|with|for|from|by|this|that|has|was|were|been|will)\b", re.IGNORECASE)
    address = re.compile(r"\S+\.html")  # on paper a page says where it is, and `the-thao` is thể thao
    assert sorted(text for text in words_on_pages if english.search(address.sub("", text))) == []
