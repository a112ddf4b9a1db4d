import multiprocessing
import os
from pathlib import Path

import pytest

from site_gen.base.diagnostics import Diagnostic
from site_gen.pages.page import Artifact, Page
from site_gen.render import parallel
from site_gen.render.job import Frame, Job
from site_gen.render.parallel import FEW, render


@pytest.fixture
def theme(tmp_path: Path) -> Path:
    (tmp_path / "page.html").write_text("<h1>{{ page.title }}</h1>{{ n }}", encoding="utf-8")
    (tmp_path / "faulty.html").write_text("{{ nix }}", encoding="utf-8")
    return tmp_path


def jobs(many: int, faulty: frozenset[int] = frozenset()) -> list[Job]:
    return [
        Job(
            Page(f"{n}.html", "faulty.html" if n in faulty else "page.html", f"Trang {n}", {"n": n}),
            f"{n}.html",
            Frame({"language": "vi"}),
        )
        for n in range(many)
    ]


@pytest.mark.parametrize("workers", [1, 2, 3, 64])
def test_pages_come_in_order_whoever_renders_them(workers: int, theme: Path) -> None:
    many = 2 * FEW + 7
    assert list(render(jobs(many), theme, workers)) == [
        Artifact(f"{n}.html", f"<h1>Trang {n}</h1>{n}\n".encode()) for n in range(many)
    ]


@pytest.mark.parametrize("workers", [1, 2])
def test_faults_come_in_their_place(workers: int, theme: Path) -> None:
    many, faulty = 2 * FEW, frozenset({0, FEW, 2 * FEW - 1})
    made = list(render(jobs(many, faulty), theme, workers))
    assert {n for n, item in enumerate(made) if isinstance(item, Diagnostic)} == faulty
    assert len(made) == many


@pytest.mark.skipif(not hasattr(os, "fork"), reason="shows itself to forked workers only")
def test_many_pages_are_rendered_by_workers_and_few_by_ourselves(theme: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parallel, "render_one", lambda job, theme: Artifact(job.path, str(os.getpid()).encode()))
    us = str(os.getpid()).encode()
    assert {item.data for item in render(jobs(2 * FEW - 1), theme, 2) if isinstance(item, Artifact)} == {us}
    makers = {item.data for item in render(jobs(2 * FEW), theme, 2) if isinstance(item, Artifact)}
    assert us not in makers
    assert 1 <= len(makers) <= 2


@pytest.mark.skipif(not hasattr(os, "fork"), reason="shows itself to forked workers only")
def test_pages_of_a_worker_that_died_are_rendered_by_ourselves(theme: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    us, plain = os.getpid(), parallel.render_one

    def render_one(job: Job, theme: Path) -> Artifact | Diagnostic:
        if job.path == f"{FEW}.html" and os.getpid() != us:
            os._exit(1)
        return plain(job, theme)

    many = jobs(3 * FEW)
    expected = list(render(many, theme, 1))
    monkeypatch.setattr(parallel, "render_one", render_one)
    assert list(render(many, theme, 2)) == expected


def test_who_stops_asking_leaves_no_worker_behind(theme: Path) -> None:
    pages = render(jobs(20 * FEW), theme, 2)
    next(pages)
    assert len(multiprocessing.active_children()) == 2
    pages.close()
    assert multiprocessing.active_children() == []


def test_no_pages_are_no_work(theme: Path) -> None:
    assert list(render([], theme, 4)) == []
