"""What is missing or different in a built site is found, and what is only written differently is not."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import markdown_files
import native
import pytest
import same_work
from builds import REPOSITORY, change, clean
from jinja2 import Environment, FileSystemLoader
from markdown_it import MarkdownIt
from workload import FIELDS, UNITS, Procedure, body

SHARED = REPOSITORY / "benchmarks" / "ssg" / "peers" / "shared"
WRAPPED = '{% extends "base.html" %}{% block main %}{% include inner %}{% endblock %}'
SITE = {
    "name": markdown_files.SITE_NAME,
    "home": markdown_files.HOME,
    "fields": [{"id": f.id, "name": f.name} for f in FIELDS],
    "units": [{"id": u.id, "name": u.name} for u in UNITS],
}


def write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


@pytest.fixture(scope="module")
def templates() -> Environment:
    """The templates of the others, with what each of them adds in its own way."""
    env = Environment(loader=FileSystemLoader(SHARED), autoescape=True)
    env.filters.update(day=lambda when: f"{when:%d/%m/%Y}", stamp=lambda when: when.isoformat())
    env.globals.update(site=SITE)
    return env


@pytest.fixture(scope="module")
def peer(workload: list[Procedure], templates: Environment, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site as one of the others builds it."""
    out = tmp_path_factory.mktemp("peer")
    page = templates.from_string(WRAPPED)
    rows = {p.slug: markdown_files.front_matter(p) for p in workload}

    def listed(place: str, inner: str, name: str, of: list[Procedure]) -> None:
        write(out / place / "index.html", page.render(inner=inner, name=name, rows=[rows[p.slug] for p in of]))

    listed("", "front.html", "", workload)
    for folder, groups in (("linh-vuc", FIELDS), ("co-quan", UNITS)):
        for group in groups:
            mine = [p for p in workload if group in (p.field, p.unit)]
            listed(f"{folder}/{group.id}", "group.html", group.name, mine)
    for p in workload:
        text = body(p, "/co-quan/{}/".format, lambda code: f"/thu-tuc/{code.replace('.', '-')}/")
        html = MarkdownIt("commonmark").enable("table").render(text)
        write(out / "thu-tuc" / p.slug / "index.html", page.render(inner="procedure.html", p=rows[p.slug], text=html))
    write(out / "sitemap.xml", templates.get_template("sitemap.xml").render(rows=rows.values()))
    newest = [rows[p.slug] for p in sorted(workload, key=lambda p: p.date, reverse=True)]
    write(out / "feed.xml", templates.get_template("feed.xml").render(newest=newest))
    return out


@pytest.fixture
def broken(peer: Path, tmp_path: Path) -> Path:
    """A copy of the site, to be broken."""
    return Path(shutil.copytree(peer, tmp_path / "out"))


def tells(faults: list[str], told: str, p: Procedure, workload: list[Procedure]) -> bool:
    """Whether one of the faults is what is expected where one procedure was lost from its lists."""
    less = {
        "all": len(workload) - 1,
        "by_field": sum(p.field == other.field for other in workload) - 1,
        "by_unit": sum(p.unit == other.unit for other in workload) - 1,
    }
    return any(told.format(p=p, **less) in fault for fault in faults)


def test_a_whole_site_has_no_faults(peer: Path, workload: list[Procedure]) -> None:
    assert same_work.of_peer(peer, workload) == []


def lose_page(out: Path, p: Procedure) -> None:
    shutil.rmtree(out / "thu-tuc" / p.slug)


def lose_row(place: str) -> Callable[[Path, Procedure], None]:
    def lose(out: Path, p: Procedure) -> None:
        file = out / place.format(p=p) / "index.html"
        lines = file.read_text(encoding="utf-8").split("\n")
        file.write_text("\n".join(line for line in lines if f"<tr><td>{p.code}" not in line), encoding="utf-8")

    return lose


def lose_words(words: str) -> Callable[[Path, Procedure], None]:
    def lose(out: Path, p: Procedure) -> None:
        change(out / "thu-tuc" / p.slug / "index.html", words.format(p=p), "")

    return lose


def lose_address(out: Path, p: Procedure) -> None:
    change(out / "sitemap.xml", f"<url><loc>{markdown_files.HOME}/thu-tuc/{p.slug}/</loc></url>", "")


def add_address(out: Path, p: Procedure) -> None:
    change(out / "sitemap.xml", "</urlset>", f"<url><loc>{markdown_files.HOME}/khac/</loc></url></urlset>")


def lose_entry(out: Path, p: Procedure) -> None:
    change(out / "feed.xml", f"<id>{markdown_files.HOME}/thu-tuc/{p.slug}/</id>", "<id>x</id>")


@pytest.mark.parametrize(
    ("lose", "told"),
    [
        (lose_page, "{p.code} has no page"),
        (lose_row(""), "/ lists {all} procedures, not the"),
        (lose_row("linh-vuc/{p.field.id}"), "/linh-vuc/{p.field.id}/ lists {by_field} procedures, not the"),
        (lose_row("co-quan/{p.unit.id}"), "/co-quan/{p.unit.id}/ lists {by_unit} procedures, not the"),
        (lose_words("{p.counter}"), "the page of {p.code} lacks “{p.counter}”"),
        (lose_words("{p.decision}"), "the page of {p.code} lacks “{p.decision}”"),
        (lose_words("thủ tục {p.other}"), "the page of {p.code} lacks “thủ tục {p.other}”"),
        (lose_address, "the sitemap lacks 1 addresses"),
        (add_address, "the sitemap has 1 addresses too many"),
        (lose_entry, "the feed has 36 entries that are not the newest"),
    ],
)
def test_what_is_lost_is_found(
    lose: Callable[[Path, Procedure], None], told: str, broken: Path, workload: list[Procedure]
) -> None:
    p = workload[9]
    lose(broken, p)
    assert tells(same_work.of_peer(broken, workload), told, p, workload)


def test_pages_that_are_only_written_differently_are_equal(peer: Path, broken: Path, workload: list[Procedure]) -> None:
    change(broken / "thu-tuc" / workload[3].slug / "index.html", "<dt>", "\n  <dt   class='x'>")
    assert same_work.differences(peer, broken, workload) == []


def test_another_word_and_another_link_are_differences(peer: Path, broken: Path, workload: list[Procedure]) -> None:
    one, two = workload[3], workload[4]
    change(broken / "thu-tuc" / one.slug / "index.html", "<dt>Phải trả</dt>", "<dt>Lệ phí</dt>")
    change(broken / "thu-tuc" / two.slug / "index.html", f'href="/linh-vuc/{two.field.id}/"', 'href="/linh-vuc/"')
    assert sorted(same_work.differences(peer, broken, workload)) == [
        f"/thu-tuc/{one.slug} does not say the same",
        f"/thu-tuc/{two.slug} does not have the same links",
    ]


@pytest.fixture(scope="module")
def ours(workload: list[Procedure], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of sitegen."""
    folder = tmp_path_factory.mktemp("ours")
    native.write(workload, folder / "content")
    clean(folder / "content", folder / "out", as_of=date(2026, 11, 21))
    return folder / "out"


@pytest.fixture
def broken_ours(ours: Path, tmp_path: Path) -> Path:
    """A copy of it, to be broken."""
    return Path(shutil.copytree(ours, tmp_path / "out"))


def test_sitegen_does_the_same_work(ours: Path, workload: list[Procedure]) -> None:
    assert same_work.of_sitegen(ours, workload) == []


def lose_our_page(out: Path, p: Procedure) -> None:
    (out / "thu-tuc" / f"{p.code}.html").unlink()


def lose_our_row(folder: str) -> Callable[[Path, Procedure], None]:
    def lose(out: Path, p: Procedure) -> None:
        id = p.field.id if folder == "linh-vuc" else p.unit.id
        change(out / "thu-tuc" / folder / f"{id}.html", f'href="../{p.code}.html"', 'href="x.html"')

    return lose


def lose_way(out: Path, p: Procedure) -> None:
    change(out / "thu-tuc" / "linh-vuc" / "index.html", f'href="{p.field.id}.html"', 'href="#"')
    for file in out.rglob("*.html"):
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace(f"linh-vuc/{p.field.id}.html", "linh-vuc/index.html"), encoding="utf-8")


def lose_our_address(out: Path, p: Procedure) -> None:
    change(out / "sitemap.xml", f"/thu-tuc/{p.code}.html<", "/thu-tuc/x.html<")


def lose_our_data(out: Path, p: Procedure) -> None:
    change(out / "du-lieu" / "huong-dan-thu-tuc.csv", f",{p.code},", ",x,")


def lose_our_words(out: Path, p: Procedure) -> None:
    change(out / "thu-tuc" / f"{p.code}.html", f"{p.counter},", "")


def lose_our_entry(out: Path, p: Procedure) -> None:
    change(out / "tin-moi.atom", f"{p.code}.html#", f"{p.code}.html?")


@pytest.mark.parametrize(
    ("lose", "told"),
    [
        (lose_our_page, "{p.code} has no page"),
        (lose_our_row("linh-vuc"), "thu-tuc/linh-vuc/{p.field.id} lists {by_field} procedures, not the"),
        (lose_our_row("don-vi"), "thu-tuc/don-vi/{p.unit.id} lists {by_unit} procedures, not the"),
        (lose_way, "thu-tuc/linh-vuc/{p.field.id} lists 0 procedures, not the"),
        (lose_our_address, "the sitemap lacks 1 addresses"),
        (lose_our_data, "the open data has 36 rows"),
        (lose_our_words, "the page of {p.code} lacks “{p.counter}”"),
        (lose_our_entry, "the feed has {all} entries"),
    ],
)
def test_what_sitegen_loses_is_found(
    lose: Callable[[Path, Procedure], None], told: str, broken_ours: Path, workload: list[Procedure]
) -> None:
    p = workload[9]
    lose(broken_ours, p)
    assert tells(same_work.of_sitegen(broken_ours, workload), told, p, workload)
