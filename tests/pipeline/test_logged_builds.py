"""A build carries the publication log on, refuses one whose past was changed, and puts nothing of a person into it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import posted_notice
import pytest
from builds import DAY, built, change

from site_gen.outputs.publication_log import Did, Log, read_log
from site_gen.reading.site_files import LOG


@pytest.fixture
def site(content: Path) -> Path:
    """The small site, which keeps a log."""
    with (content / "site.yml").open("a", encoding="utf-8") as settings:
        settings.write("publication_log: có\n")
    return content


def publish(content: Path, as_of: date = DAY) -> Log:
    """The log after a build of a day."""
    outcome = built(content, content.parent / "output", as_of=as_of, log=True)
    assert outcome.published is not None, outcome.found
    return read_log((content / LOG).read_text(encoding="utf-8"))


def test_the_first_build_logs_what_is_public_and_the_next_what_changed(site: Path) -> None:
    first = publish(site)
    paths = {line.what.path for line in first.lines}
    assert {"files/ke-hoach-2026.pdf", "ke-hoach/cchc-2026.html"} <= paths
    assert all(line.did is Did.UP and line.day == DAY for line in first.lines)
    plan = first.standing()["ke-hoach/cchc-2026.html"]
    assert (plan.source, len(plan.source_sha256), plan.title) == (
        "plans/cchc-2026/plan.md",
        64,
        "Kế hoạch cải cách hành chính năm 2026",
    )
    assert publish(site) == first
    change(site / "plans" / "cchc-2026" / "plan.md", "năm 2026\n", "năm 2026 (sửa)\n")
    (site / "files" / "moi.txt").write_text("mới\n", encoding="utf-8")
    second = publish(site)
    added = second.lines[len(first.lines) :]
    assert (Did.UP, "files/moi.txt") in {(line.did, line.what.path) for line in added}
    assert (Did.CHANGED, plan.path) in {(line.did, line.what.path) for line in added}
    assert len(added) < len(first.lines)
    (site / "files" / "moi.txt").unlink()
    gone = publish(site).lines[-1]
    assert (gone.did, gone.what.path) == (Did.DOWN, "files/moi.txt")


def test_a_day_on_which_nothing_turns_adds_nothing(site: Path) -> None:
    first = publish(site)
    assert publish(site, date(2026, 12, 2)) == first


@pytest.mark.parametrize("wish", [{"log": False}, {}])
def test_a_build_that_is_not_published_leaves_it_alone(wish: dict[str, bool], site: Path) -> None:
    assert built(site, site.parent / "output", **wish).published is not None
    assert not (site / LOG).exists()


def test_a_site_that_keeps_none_has_none(content: Path) -> None:
    assert built(content, content.parent / "output", log=True).recorded == ()
    assert not (content / LOG).exists()


@pytest.mark.parametrize("data", [b"\xff\xfe", b"{}\n", b"<<<<<<< HEAD\n"])
def test_over_a_log_whose_past_was_changed_nothing_is_published(data: bytes, site: Path) -> None:
    publish(site)
    with (site / LOG).open("ab") as log:
        log.write(data)
    before = (site / LOG).read_bytes()
    outcome = built(site, site.parent / "output", log=True)
    assert outcome.published is None
    assert [d.code for d in outcome.found if d.code.startswith("LOG")] == ["LOG001"]
    assert (site / LOG).read_bytes() == before


def test_of_a_notice_number_unit_and_days_stay_and_nothing_of_the_person(tmp_path: Path) -> None:
    content = posted_notice.written(tmp_path / "content")
    with (content / "site.yml").open("a", encoding="utf-8") as settings:
        settings.write("publication_log: có\n")
    up = publish(content, posted_notice.FIRST)
    notice = up.standing()[posted_notice.PAGE]
    assert (notice.number, notice.first, bool(notice.unit)) == ("07/TXL-UBND", posted_notice.FIRST, True)
    down = publish(content, date(2027, 1, 15))
    assert posted_notice.PAGE not in down.standing() or down.standing()[posted_notice.PAGE].sha256 != notice.sha256
    text = (content / LOG).read_text(encoding="utf-8")
    assert [trace for trace in posted_notice.TRACES if trace in text] == []
