"""What is kept from run to run changes how long they take: every page, file and finding is as if nothing had been kept."""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from builds import SMALL, built, change, tree
from site_folders import BASE_SITE, CONTENT, lay_out

from site_gen.base.sealed import unsealed
from site_gen.kinds import KINDS
from site_gen.pipeline import lasting
from site_gen.pipeline.lasting import keep_in_file, parsed_file
from site_gen.pipeline.request import Request
from site_gen.pipeline.steps import Prepared, prepare

DAY = date(2026, 11, 21)
WORD = re.compile(r"[^\W\d_]{3,}")
NUMBER = re.compile(r"(?<=[ :])\d+(?=\s*$)", re.MULTILINE)


@pytest.fixture
def in_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lasting, "_sites", {})


@pytest.fixture(autouse=True)
def at_a_desk(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "user"))


def without_memory(request: Request) -> Prepared:
    kept, lasting._sites = lasting._sites, None
    try:
        return prepare(request)
    finally:
        lasting._sites = kept


def with_file(request: Request) -> Prepared:
    with keep_in_file(request):
        return prepare(request)


def texts(content: Path) -> list[Path]:
    return sorted(p for p in content.rglob("*") if p.suffix in (".yml", ".md") and p.name != "fleet.yml")


def reword(content: Path, rng: random.Random) -> None:
    file = rng.choice(texts(content))
    text = file.read_text(encoding="utf-8")
    hits = [hit for hit in WORD.finditer(text) if not text[hit.end() :].startswith(":")]
    if hits:
        hit = rng.choice(hits)
        file.write_text(
            text[: hit.start()] + rng.choice(("thôn", "Ủy ban", "khác")) + text[hit.end() :], encoding="utf-8"
        )


def recount(content: Path, rng: random.Random) -> None:
    file = rng.choice(texts(content))
    text = file.read_text(encoding="utf-8")
    if hits := list(NUMBER.finditer(text)):
        hit = rng.choice(hits)
        file.write_text(text[: hit.start()] + str(rng.randint(0, 30)) + text[hit.end() :], encoding="utf-8")


def remove(content: Path, rng: random.Random) -> None:
    rng.choice([file for file in texts(content) if file.name != "site.yml"]).unlink()


def double(content: Path, rng: random.Random) -> None:
    file = rng.choice([file for file in texts(content) if file.name != "site.yml"])
    shutil.copyfile(file, file.with_name(f"them-{rng.randint(1, 99)}-{file.name}"))


def let_it_wait(content: Path, rng: random.Random) -> None:
    file = rng.choice([file for file in texts(content) if file.suffix == ".yml" and file.name != "site.yml"])
    text = file.read_text(encoding="utf-8")
    file.write_text(re.sub(r"(?m)^published_at: .*", "published_at: 25/12/2026", text), encoding="utf-8")


def spoil(content: Path, rng: random.Random) -> None:
    file = rng.choice(texts(content))
    file.write_bytes(file.read_bytes()[: rng.randint(0, 200)])


EDITS: tuple[Callable[[Path, random.Random], None], ...] = (
    reword,
    reword,
    recount,
    recount,
    remove,
    double,
    let_it_wait,
    spoil,
)


def laid(site: str, folder: Path) -> Path:
    """A shipped site, or a small one with the example of every kind."""
    layers = [CONTENT / site] if site in SHIPPED else [BASE_SITE, *(kind.folder / "example" for kind in KINDS)]
    return lay_out(folder, layers)


SHIPPED = ("cam-giang", "huong-thuy", "phu-thuong", "tuy-phuoc")
ROUNDS = {"every kind": 8, "huong-thuy": 8, "cam-giang": 3}
"""How often a site is edited: few times where reading the whole of it again takes a second."""


@pytest.mark.parametrize("site", ["every kind", "huong-thuy", "tuy-phuoc"])
@pytest.mark.usefixtures("in_process")
def test_after_any_edits_everything_is_as_without_a_memory(site: str, tmp_path: Path) -> None:
    _edit_and_compare(site, tmp_path, prepare)


@pytest.mark.parametrize("site", ["every kind", "cam-giang", "phu-thuong"])
def test_so_it_is_where_each_run_is_a_process_of_its_own(site: str, tmp_path: Path) -> None:
    _edit_and_compare(site, tmp_path, with_file)


@pytest.mark.parametrize(
    "setting",
    ["language: en", "search: {synonyms: [[khai sinh, giấy khai]]}", "share_pictures: không", "accent: '#0b6e4f'"],
)
@pytest.mark.usefixtures("in_process")
def test_a_setting_reaches_everything_that_was_made_under_another(setting: str, tmp_path: Path) -> None:
    content = Path(shutil.copytree(SMALL, tmp_path / "content"))
    request = Request(content, tmp_path / "output", DAY, jobs=1)
    prepare(request)
    with (content / "site.yml").open("a", encoding="utf-8") as file:
        file.write(f"\n{setting}\n")
    _same_as_without_memory(request, prepare)


def _edit_and_compare(site: str, tmp_path: Path, prepare: Callable[[Request], Prepared]) -> None:
    source, content = laid(site, tmp_path / "source"), laid(site, tmp_path / "content")
    request = Request(content, tmp_path / "output", DAY, jobs=1)
    rng = random.Random(site)
    prepare(request)
    for number in range(ROUNDS.get(site, 4)):
        if number % 4 == 2:
            request = replace(request, as_of=request.as_of + timedelta(rng.choice((1, 9, 40))))
        for _ in range(rng.choice((0, 1, 1, 3))):
            rng.choice(EDITS)(content, rng)
        if number % 4 == 3:  # somebody puts back what was spoilt
            for file in texts(source):
                shutil.copyfile(file, content / file.relative_to(source))
        _same_as_without_memory(request, prepare)


def _same_as_without_memory(request: Request, prepare: Callable[[Request], Prepared]) -> None:
    kept, anew = prepare(request), without_memory(request)
    assert kept.found == anew.found
    assert [(job.path, job.page, job.frame.values) for job in kept.outputs.jobs] == [
        (job.path, job.page, job.frame.values) for job in anew.outputs.jobs
    ]
    assert kept.outputs.files == anew.outputs.files


def test_everything_that_a_site_has_can_be_kept(tmp_path: Path) -> None:
    content = laid("cam-giang", tmp_path / "content")
    request = Request(content, tmp_path / "output", DAY, jobs=1)
    with_file(request)
    sites, _ = unsealed(request.state / "memory.pickle")
    functions = {call[0].run.__name__ for call in sites[content].whole._traces}
    assert {"_raised", "pages_of_kind", "panels_of_kind", "lives_of_kind", "proofs_of_kind"} <= functions
    assert not parsed_file(request).exists()


def test_a_run_that_finds_nothing_changed_leaves_the_file_as_it_is(tmp_path: Path) -> None:
    request = Request(Path(shutil.copytree(SMALL, tmp_path / "content")), tmp_path / "output", DAY, jobs=1)
    with_file(request)
    with_file(request)
    before = (request.state / "memory.pickle").stat()
    with_file(request)
    assert (request.state / "memory.pickle").stat() == before


def test_what_somebody_deleted_is_not_kept_either(tmp_path: Path) -> None:
    content = Path(shutil.copytree(SMALL, tmp_path / "content"))
    file = content / "units" / "to-thu.yml"
    file.write_text("name: Tổ Nguyễn Thị Thử\ntype: section\nlevel: internal\n", encoding="utf-8")
    request = Request(content, tmp_path / "output", DAY, jobs=1)
    kept = request.state / "memory.pickle"
    with_file(request)
    assert "Nguyễn Thị Thử".encode() in kept.read_bytes()
    file.unlink()
    with_file(request)
    with_file(request)
    assert "Nguyễn Thị Thử".encode() not in kept.read_bytes()


def test_a_ruined_file_costs_time_and_nothing_else(tmp_path: Path) -> None:
    request = Request(Path(shutil.copytree(SMALL, tmp_path / "content")), tmp_path / "output", DAY, jobs=1)
    first = with_file(request).found
    file = request.state / "memory.pickle"
    file.write_bytes(file.read_bytes()[:-1])
    assert with_file(request).found == first
    assert unsealed(file) is not None


def test_a_machine_that_only_builds_keeps_what_it_parsed_and_no_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CI", "true")
    request = Request(Path(shutil.copytree(SMALL, tmp_path / "content")), tmp_path / "output", DAY, jobs=1)
    with_file(request)
    assert {file.name for file in request.state.iterdir()} == {"parsed.jsonl", "attachments.json"}


@pytest.mark.usefixtures("in_process")
def test_the_bytes_are_the_same_too(tmp_path: Path) -> None:
    content = Path(shutil.copytree(SMALL, tmp_path / "content"))
    built(content, tmp_path / "kept")
    change(content / "units" / "van-phong.yml", "Văn phòng HĐND và UBND xã", "Văn phòng Hội đồng và Ủy ban")
    built(content, tmp_path / "kept")
    lasting._sites = None
    built(content, tmp_path / "anew")
    assert tree(tmp_path / "kept") == tree(tmp_path / "anew")


@pytest.mark.usefixtures("in_process")
def test_what_nobody_asks_for_any_more_is_let_go(tmp_path: Path) -> None:
    content = Path(shutil.copytree(SMALL, tmp_path / "content"))
    request = Request(content, tmp_path / "output", DAY, jobs=1)
    sizes = []
    for number in range(12):
        text = (SMALL / "pages" / "gioi-thieu.md").read_text(encoding="utf-8")
        (content / "pages" / "gioi-thieu.md").write_text(text + f"\nDòng {number}.\n", encoding="utf-8")
        prepare(request)
        kept = lasting.memory_of(content)
        assert kept is not None
        sizes.append((len(kept.files), len(kept.whole._traces), len(kept.whole._latest)))
    assert len(set(sizes[2:])) == 1
