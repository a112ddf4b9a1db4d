"""What nothing reads is told once, with the folder or name that is meant: over every form of every kind."""

from __future__ import annotations

import re
import shutil
from itertools import product
from pathlib import Path

import pytest
from site_folders import BASE_SITE, FORMS, lay_out, read_site

from site_gen.base.diagnostics import Diagnostic
from site_gen.base.messages import say
from site_gen.base.vietnamese import slug
from site_gen.kinds import KINDS
from site_gen.model.entry import Form

EXAMPLES = {form: sorted(kind.folder.glob(f"example/{form.pattern}"))[0] for kind in KINDS for form in kind.forms}
TOPS = {form.pattern.split("/")[0]: form for form in reversed(FORMS)}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return lay_out(tmp_path / "content", [BASE_SITE])


def put(root: Path, name: str, source: Path) -> None:
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, root / name)


def told(root: Path, below: str) -> list[Diagnostic]:
    return [d for d in read_site(root).found if d.at.path.startswith(f"content/{below}")]


def hint(d: Diagnostic) -> str:
    assert d.hint is not None
    return say(d.hint, "vi")


def misspelt(form: Form) -> set[str]:
    """How an officer may name the top folder of a form."""
    top = form.pattern.split("/")[0]
    first = form is next(f for f in FORMS if f.kind == form.kind)
    words = (form.label, slug(form.label), slug(form.label).replace("-", ""), slug(form.label).replace("-", "_"))
    return {
        top.upper(), top.capitalize(), top.rstrip("s"), f"{top}s", top[:-3] + top[-2:], f"01-{top}",
        *((form.kind, form.kind.capitalize()) if first else ()),
        *words, *form.called, *map(slug, form.called), *(f"{slug(word)}-2026" for word in form.called),
    } - set(TOPS)  # fmt: skip  # spellings of one name, side by side


@pytest.mark.parametrize("form", TOPS.values(), ids=TOPS)
def test_a_folder_that_nothing_reads_is_told_once_with_the_one_that_is_meant(form: Form, tmp_path: Path) -> None:
    top = form.pattern.split("/")[0]
    wrong = []
    for number, name in enumerate(sorted(misspelt(form))):
        root = tmp_path / str(number)
        shutil.copytree(BASE_SITE, root)
        example = EXAMPLES[form]
        rest = form.pattern.partition("/")[2]
        for stem in ("mot", "hai"):
            put(root, f"{name}/{rest.replace('*', stem)}", example)
        found = [d for d in read_site(root).found if d.at.path.startswith(f"content/{name}")]
        answers = [(d.code, d.severity.word, f"có phải `{top}/` không?" in hint(d).lower()) for d in found]
        if answers != [("FILE008", "error", True)]:
            wrong.append((name, [(d.code, hint(d)) for d in found]))
    assert wrong == []


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.pattern)
def test_a_file_with_another_ending_or_capitals_is_told_the_name_that_is_read(form: Form, tmp_path: Path) -> None:
    right = form.pattern.replace("*", "mot")
    stem, ending = right.rsplit(".", 1)
    other = {"yml": ("yaml", "YAML", "YML", "yml.txt", "yaml.txt", "ymal"), "md": ("MD", "md.txt", "markdown", "mkd")}[
        ending
    ]
    for number, tail in enumerate((*other, "txt")):
        root = tmp_path / str(number)
        shutil.copytree(BASE_SITE, root)
        put(root, f"{stem}.{tail}", EXAMPLES[form])
        found = [d for d in read_site(root).found if d.at.path == f"content/{stem}.{tail}"]
        assert [d.code for d in found] == ["FILE008"]
        assert f"`{right.rpartition('/')[2]}`" in hint(found[0])


PLAIN = [form for form in FORMS if "*" in form.pattern.rpartition("/")[2] and form.pattern.count("*") == 1]
PAIRS = [(a, b) for a, b in product(PLAIN, PLAIN) if a is not b and a.pattern.split(".")[1] == b.pattern.split(".")[1]]


def test_a_file_in_the_folder_of_another_content_type_is_one_finding_that_names_the_right_folder(root: Path) -> None:
    unclear = []
    for form, other in PAIRS:
        name = other.pattern.replace("*", f"lac-{form.pattern.partition('/')[0]}")
        put(root, name, EXAMPLES[form])
    by_path: dict[str, list[Diagnostic]] = {}
    for d in read_site(root).found:
        by_path.setdefault(d.at.path, []).append(d)
    for form, other in PAIRS:
        folder = form.pattern.partition("/")[0]
        found = by_path.get("content/" + other.pattern.replace("*", f"lac-{folder}"), [])
        if [d.code for d in found] != ["FILE016"] or f"`{folder}/`" not in hint(found[0]):
            unclear.append((form.pattern, other.pattern, [d.code for d in found][:3]))
    assert unclear == []


@pytest.mark.parametrize("form", PLAIN, ids=lambda form: form.pattern)
def test_a_misspelt_or_missing_key_never_makes_a_file_that_of_another_content_type(form: Form, root: Path) -> None:
    lines = EXAMPLES[form].read_text(encoding="utf-8").split("\n")
    keys = [n for n, line in enumerate(lines) if re.match(r"[a-z_]+:", line)]
    for number in keys:
        for change, text in (("thieu", ""), ("sai", f"zz{lines[number]}")):
            name = form.pattern.replace("*", f"{change}-{number}")
            (root / name).parent.mkdir(exist_ok=True)
            (root / name).write_text("\n".join([*lines[:number], text, *lines[number + 1 :]]), encoding="utf-8")
    assert [d.at.path for d in read_site(root).found if d.code == "FILE016"] == []


@pytest.mark.parametrize("form", PLAIN, ids=lambda form: form.pattern)
def test_content_in_the_root_or_under_a_name_that_says_nothing_is_known_by_its_keys(form: Form, root: Path) -> None:
    ending = form.pattern.rpartition(".")[2]
    put(root, f"mot.{ending}", EXAMPLES[form])
    put(root, f"zzz/mot.{ending}", EXAMPLES[form])
    for below in (f"mot.{ending}", "zzz"):
        [found] = told(root, below)
        assert found.code == "FILE008"
        assert f"`{form.pattern.partition('/')[0]}/`" in hint(found)


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("news/thong-bao.docx", "`files/`"),
        ("news/2026/hop.md", "`news/`"),
        ("noi-dung/news/hop.md", "`site.yml`"),
        ("plans/plan.md", "plans/…/plan.md"),
        ("plans/ke-hoach/nhiem-vu.yml", "`tasks.yml`"),
        ("plans/ke-hoach/tien-do/2026-q2.yml", "`plans/ke-hoach/progress/`"),
        ("hinh-anh/le.jpg", "`files/`"),
        ("zzz/quet.pdf", "`files/`"),
        ("units/ghi-chu.odp", "`*.yml`"),
        ("requirements.lst", "ngoài thư mục trang web"),
        ("zzz/a.bin", "ngoài thư mục trang web"),
        ("con/site.yml", "`site.yml`"),
    ],
)
def test_whatever_nothing_reads_is_an_error_that_says_where_it_belongs(name: str, says: str, root: Path) -> None:
    put(root, name, EXAMPLES[TOPS["news"]])
    [found] = [d for d in read_site(root).found if name.startswith(d.at.path.removeprefix("content/"))]
    assert (found.code, found.severity.word) == ("FILE008", "error")
    assert says in hint(found)
    assert hint(found).count("*") <= 2


def test_what_refers_to_an_entry_in_a_misspelt_folder_is_not_told_as_well(root: Path) -> None:
    (root / "units").rename(root / "don-vi")
    loaded = read_site(root)
    assert [d.code for d in loaded.found] == ["FILE008"]
    assert loaded.catalog is not None
    assert loaded.catalog.is_broken("unit", "Văn phòng HĐND và UBND xã")


def test_an_output_folder_in_the_site_folder_is_no_content(root: Path) -> None:
    put(root, "output/index.html", EXAMPLES[TOPS["news"]])
    (root / "output/.sitegen.json").write_text("{}", encoding="utf-8")
    assert read_site(root).found == ()
