"""What a process keeps between builds changes how long they take: every page, file and finding is as if nothing had been kept."""

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

from site_gen.kinds import KINDS
from site_gen.pipeline import lasting
from site_gen.pipeline.request import Request
from site_gen.pipeline.steps import Prepared, prepare

DAY = date(2026, 11, 21)
WORD = re.compile(r"[^\W\d_]{3,}")
NUMBER = re.compile(r"(?<=[ :])\d+(?=\s*$)", re.MULTILINE)


@pytest.fixture(autouse=True)
def keeping(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lasting, "_sites", {})


def without_memory(request: Request) -> Prepared:
    kept, lasting._sites = lasting._sites, None
    try:
        return prepare(request)
    finally:
        lasting._sites = kept


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
ROUNDS = {"every kind": 14, "huong-thuy": 8, "cam-giang": 3}
"""How often a site is edited: few times where reading the whole of it again takes a second."""


@pytest.mark.parametrize("site", ["every kind", *SHIPPED])
def test_after_any_edits_everything_is_as_without_a_memory(site: str, tmp_path: Path) -> None:
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
        kept, anew = prepare(request), without_memory(request)
        assert kept.found == anew.found
        assert [(job.path, job.page, job.frame.values) for job in kept.outputs.jobs] == [
            (job.path, job.page, job.frame.values) for job in anew.outputs.jobs
        ]
        assert kept.outputs.files == anew.outputs.files


def test_the_bytes_are_the_same_too(tmp_path: Path) -> None:
    content = Path(shutil.copytree(SMALL, tmp_path / "content"))
    built(content, tmp_path / "kept")
    change(content / "units" / "van-phong.yml", "Văn phòng HĐND và UBND xã", "Văn phòng Hội đồng và Ủy ban")
    built(content, tmp_path / "kept")
    lasting._sites = None
    built(content, tmp_path / "anew")
    assert tree(tmp_path / "kept") == tree(tmp_path / "anew")


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
