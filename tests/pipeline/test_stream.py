from collections.abc import Iterator
from pathlib import Path

import pytest
from builds import built

from site_gen.base.diagnostics import Diagnostic, Severity, Span
from site_gen.base.messages import msg
from site_gen.pages.page import Artifact, Page
from site_gen.pipeline import steps
from site_gen.pipeline.places import SourceFiles
from site_gen.pipeline.privacy import PrivacyScan
from site_gen.pipeline.stream import Faulty, Stream
from site_gen.render.job import Frame, Job

JOBS = [Job(Page(name, "x.html", "", {}), name, Frame({})) for name in ("a.html", "b.html", "c.html")]


PRIVACY = PrivacyScan((), {}, SourceFiles(Path("content"), "content"))


def made(*faulty: str) -> Iterator[Artifact | Diagnostic]:
    for job in JOBS:
        if job.path in faulty:
            yield Diagnostic("THEME001", Severity.ERROR, msg("x"), Span(job.path, 1))
        else:
            yield Artifact(job.path, job.path.encode())


def test_pages_come_first_and_files_are_read_when_they_are_asked_for(tmp_path: Path) -> None:
    file = tmp_path / "f.pdf"
    stream = Stream(JOBS, made(), {"x.css": b"css", "f.pdf": file}, PRIVACY)
    file.write_bytes(b"%PDF-")
    assert list(stream.items()) == [
        ("a.html", b"a.html"),
        ("b.html", b"b.html"),
        ("c.html", b"c.html"),
        ("x.css", b"css"),
        ("f.pdf", b"%PDF-"),
    ]
    assert len(stream) == 5
    assert "f.pdf" in stream
    assert "g.pdf" not in stream
    assert list(stream.digests) == ["a.html", "b.html", "c.html"]


def test_the_first_faulty_page_ends_all_with_the_faults_of_every_page() -> None:
    stream = Stream(JOBS, made("a.html", "c.html"), {}, PRIVACY)
    with pytest.raises(Faulty) as raised:
        stream["a.html"]
    assert [d.at.path for d in raised.value.found] == ["a.html", "c.html"]


def test_a_file_that_vanished_since_it_was_read_is_a_finding(tmp_path: Path) -> None:
    with pytest.raises(Faulty) as raised:
        Stream([], iter(()), {"f.pdf": tmp_path / "f.pdf"}, PRIVACY)["f.pdf"]
    (found,) = raised.value.found
    assert (found.code, found.at.path) == ("FILE007", str(tmp_path / "f.pdf"))


def test_an_attachment_that_vanishes_during_the_build_fails_it_and_writes_nothing(
    content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    decide = steps.decide

    def meanwhile(*given: object) -> object:
        (content / "files" / "so-do.png").unlink()
        return decide(*given)

    monkeypatch.setattr(steps, "decide", meanwhile)
    outcome = built(content, tmp_path / "output")
    assert outcome.published is None
    assert "FILE007" in {d.code for d in outcome.found}
    assert not (tmp_path / "output").exists()


def test_what_is_personal_does_not_leave_and_all_of_it_is_told_at_once() -> None:
    pages = iter([Artifact("a.html", b"<p>0912 345 678"), Artifact("b.html", b"b"), Artifact("c.html", b"x@y.vn")])
    stream = Stream(
        JOBS, pages, {"d.json": b'["001085012345"]'}, PrivacyScan((), {}, SourceFiles(Path("content"), "content"))
    )
    with pytest.raises(Faulty) as raised:
        stream["a.html"]
    assert [(d.code, d.at.path) for d in raised.value.found] == [
        ("PRIVACY001", "d.json"),
        ("PRIVACY002", "a.html"),
        ("PRIVACY003", "c.html"),
    ]
    assert "0912•••678" in str(raised.value.found[1].message)
    assert not any("345" in str(d.message) for d in raised.value.found[1:])
