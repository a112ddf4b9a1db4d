from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import pytest
from builds import built

from site_gen.base.diagnostics import Diagnostic, Severity, Span
from site_gen.base.messages import msg
from site_gen.outputs.privacy import scan_file
from site_gen.pages.page import Artifact, Page
from site_gen.pipeline import steps
from site_gen.pipeline.places import SourceFiles
from site_gen.pipeline.privacy import PrivacyScan
from site_gen.pipeline.stream import Faulty, Made, Stream, make
from site_gen.render.job import Frame, Job

JOBS = [Job(Page(name, "x.html", "", {}), name, Frame({})) for name in ("a.html", "b.html", "c.html")]


Make = Callable[[Sequence[Job | Artifact]], Iterator[Made | Diagnostic]]


def privacy() -> PrivacyScan:
    return PrivacyScan((), {}, SourceFiles(Path("content"), "content"))


def making(*faulty: str, data: Mapping[str, bytes] | None = None) -> Make:
    """Makes pages of `data`, else of their own path; those of `faulty` have no template."""

    def make_all(items: Sequence[Job | Artifact]) -> Iterator[Made | Diagnostic]:
        for item in items:
            if item.path in faulty:
                yield Diagnostic("THEME001", Severity.ERROR, msg("x"), Span(item.path, 1))
            elif isinstance(item, Artifact):
                yield make(item, Path())
            else:
                html = (data or {}).get(item.path, item.path.encode())
                yield Made(item.path, scan_file(item.path, html), html, item.path)

    return make_all


def test_files_come_before_pages_and_attachments_are_read_when_they_are_asked_for(tmp_path: Path) -> None:
    file = tmp_path / "f.pdf"
    stream = Stream(JOBS, [Artifact("x.css", b"css")], {"f.pdf": file}, frozenset(), making(), privacy())
    file.write_bytes(b"%PDF-")
    assert list(stream.items()) == [
        ("x.css", b"css"),
        ("a.html", b"a.html"),
        ("b.html", b"b.html"),
        ("c.html", b"c.html"),
        ("f.pdf", b"%PDF-"),
    ]
    assert len(stream) == 5
    assert "f.pdf" in stream
    assert "g.pdf" not in stream
    assert list(stream.digests) == ["a.html", "b.html", "c.html"]


def test_a_file_that_was_looked_through_before_is_not_looked_through_again() -> None:
    file = Artifact("x.json", b'"0912 345 678"')
    assert Stream([], [file], {}, frozenset({"x.json"}), making(), privacy())["x.json"] == file.data
    with pytest.raises(Faulty):
        Stream([], [file], {}, frozenset(), making(), privacy())["x.json"]


def test_the_first_faulty_page_ends_all_with_the_faults_of_every_page() -> None:
    stream = Stream(JOBS, [], {}, frozenset(), making("a.html", "c.html"), privacy())
    with pytest.raises(Faulty) as raised:
        stream["a.html"]
    assert [d.at.path for d in raised.value.found] == ["a.html", "c.html"]


def test_a_file_that_vanished_since_it_was_read_is_a_finding(tmp_path: Path) -> None:
    with pytest.raises(Faulty) as raised:
        Stream([], [], {"f.pdf": tmp_path / "f.pdf"}, frozenset(), making(), privacy())["f.pdf"]
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
    pages = making(data={"a.html": b"<p>0912 345 678", "b.html": b"b", "c.html": b"x@y.vn"})
    stream = Stream(JOBS, [Artifact("d.json", b'["001085012345"]')], {}, frozenset(), pages, privacy())
    with pytest.raises(Faulty) as raised:
        stream["d.json"]
    assert [(d.code, d.at.path) for d in raised.value.found] == [
        ("PRIVACY001", "d.json"),
        ("PRIVACY002", "a.html"),
        ("PRIVACY003", "c.html"),
    ]
    assert "0912•••678" in str(raised.value.found[1].message)
    assert not any("345" in str(d.message) for d in raised.value.found[1:])
