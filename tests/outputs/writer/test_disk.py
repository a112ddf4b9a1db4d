from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

import site_gen
from site_gen.outputs.writer import swap as swapping
from site_gen.outputs.writer.disk import Published, publish
from site_gen.outputs.writer.journal import recover
from site_gen.outputs.writer.record import damaged, manifest, read_record
from site_gen.outputs.writer.refused import NotKept, OutputRefused
from site_gen.outputs.writer.safety import check_folder, check_paths

ROOT = Path(site_gen.__file__).parents[1]
SITE = {"index.html": b"home", "thu-tuc/1.001193.html": b"procedure", "assets/a.css": b"css"}


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "output"


@pytest.fixture
def state(tmp_path: Path) -> Path:
    return tmp_path / ".sitegen"


@pytest.fixture(params=[False, True], ids=["in place", "swap"])
def swap(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


def read(out: Path) -> dict[str, bytes]:
    files = (file for file in sorted(out.rglob("*")) if file.is_file())
    found = {file.relative_to(out).as_posix(): file.read_bytes() for file in files}
    return {path: data for path, data in found.items() if path != ".sitegen.json"}


def assert_whole(out: Path, site: Mapping[str, bytes]) -> None:
    assert read(out) == site
    assert manifest(out) == {path: sha256(data).hexdigest() for path, data in site.items()}
    assert damaged(out, verify=True) == set()
    assert {file.name for file in out.parent.iterdir()} <= {out.name, ".sitegen", "content"}


# Publishing


def test_a_first_site_is_written_whole(out: Path, state: Path, swap: bool) -> None:
    done = publish(out, state, SITE, (), swap=swap)
    assert done == Published(tuple(sorted(SITE)), (), 0)
    assert_whole(out, SITE)


def test_only_changed_bytes_are_written_and_only_our_own_files_pruned(out: Path, state: Path, swap: bool) -> None:
    publish(out, state, SITE | {"tin/cu/1.html": b"old"}, ())
    (out / "CNAME").write_bytes(b"example.vn")
    (out / "tin" / "mine.txt").write_bytes(b"mine")
    before = {path: (out / path).stat().st_mtime_ns for path in SITE}
    done = publish(out, state, {"index.html": b"HOME", "assets/a.css": b"css"}, SITE, swap=swap)
    assert done == Published(("index.html",), ("tin/cu/1.html",), 2)
    assert read(out) == SITE | {"index.html": b"HOME", "CNAME": b"example.vn", "tin/mine.txt": b"mine"}
    assert not (out / "tin" / "cu").exists()
    after = {path: (out / path).stat().st_mtime_ns for path in SITE}
    assert {path for path in SITE if after[path] != before[path]} == {"index.html"}


def test_nothing_new_touches_nothing(out: Path, state: Path, swap: bool) -> None:
    publish(out, state, SITE, ())
    before = {file: file.stat().st_ctime_ns for file in [out, *out.rglob("*")]}
    assert publish(out, state, SITE, (), swap=swap) == Published((), (), 3)
    assert publish(out, state, {}, SITE, swap=swap) == Published((), (), 3)
    assert {file: file.stat().st_ctime_ns for file in [out, *out.rglob("*")]} == before


def test_kept_files_are_never_read(out: Path, state: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(out, state, SITE, ())
    opened: list[str] = []
    real = os.open

    def watched(path: str | os.PathLike[str], *rest: int, **named: int) -> int:
        opened.append(os.fspath(path))
        return real(path, *rest, **named)

    monkeypatch.setattr(os, "open", watched)
    publish(out, state, {"index.html": b"new"}, SITE)
    assert not [path for path in opened if path.endswith((".css", "1.001193.html"))]


def test_two_equal_builds_give_identical_folders(tmp_path: Path, swap: bool) -> None:
    publish(tmp_path / "a", tmp_path / "s", SITE, ())
    publish(tmp_path / "b", tmp_path / "s", {"x.html": b"x", "index.html": b"old"}, ())
    publish(tmp_path / "b", tmp_path / "s", dict(reversed(SITE.items())), (), swap=swap)
    assert (tmp_path / "a/.sitegen.json").read_bytes() == (tmp_path / "b/.sitegen.json").read_bytes()
    assert read(tmp_path / "a") == read(tmp_path / "b")
    assert json.loads((tmp_path / "a/.sitegen.json").read_bytes())["generator"] == "sitegen"


def test_an_empty_site_still_marks_the_folder_as_ours(out: Path, state: Path, swap: bool) -> None:
    publish(out, state, {}, (), swap=swap)
    assert [file.name for file in out.iterdir()] == [".sitegen.json"]
    publish(out, state, SITE, (), swap=swap)
    publish(out, state, {}, (), swap=swap)
    assert [file.name for file in out.iterdir()] == [".sitegen.json"]


def test_files_become_folders_folders_become_files_and_names_change_their_case(
    out: Path, state: Path, swap: bool
) -> None:
    publish(out, state, {"a": b"1", "b/c/d": b"2", "Tin.html": b"same"}, (), swap=swap)
    after = {"a/x/y": b"3", "b": b"4", "tin.html": b"same"}
    assert publish(out, state, after, (), swap=swap).removed == ("Tin.html", "a", "b/c/d")
    assert_whole(out, after)


def test_values_of_a_lazy_mapping_are_asked_for_once(out: Path, state: Path) -> None:
    class Lazy(Mapping[str, bytes]):
        asked: list[str] = []  # noqa: RUF012 — shared by all of the class on purpose

        def __getitem__(self, path: str) -> bytes:
            self.asked.append(path)
            return SITE[path]

        def __iter__(self) -> Iterator[str]:
            return iter(SITE)

        def __len__(self) -> int:
            return len(SITE)

        def __contains__(self, path: object) -> bool:
            return path in SITE

    publish(out, state, Lazy(), ())
    assert Lazy.asked == list(SITE)
    assert_whole(out, SITE)


def test_what_a_lazy_mapping_raises_leaves_the_old_site(out: Path, state: Path, swap: bool) -> None:
    class Failing(dict[str, bytes]):
        def __getitem__(self, path: str) -> bytes:
            if path == "z.html":
                raise KeyboardInterrupt
            return super().__getitem__(path)

    site = Failing({"a.html": b"a", "z.html": b"z"})
    with pytest.raises(KeyboardInterrupt):
        publish(out, state, site, (), swap=swap)
    assert not out.exists()
    publish(out, state, SITE, ())
    with pytest.raises(KeyboardInterrupt):
        publish(out, state, site, (), swap=swap)
    assert_whole(out, SITE)
    assert not list(state.glob("staging-*"))


def test_random_sites_one_after_another_are_always_exactly_there(out: Path, state: Path) -> None:
    dice = random.Random(20260701)
    names = ["a", "b", "A", "tin", "x.html", "ü"]
    site: dict[str, bytes] = {}
    for turn in range(60):
        while True:
            paths = {"/".join(dice.choices(names, k=dice.randint(1, 3))) for _ in range(dice.randint(0, 7))}
            try:
                check_paths(paths)
                break
            except OutputRefused:
                continue
        new = {path: dice.choice([b"", b"1", b"22", b"33"]) for path in sorted(paths)}
        keep = {path for path in new if site.get(path) == new[path] and dice.random() < 0.7}
        fresh = {path: data for path, data in new.items() if path not in keep}
        done = publish(out, state, fresh, keep, swap=turn % 5 == 4)
        assert_whole(out, new)
        assert set(done.written) == {path for path in new if site.get(path) != new[path]}
        assert set(done.removed) == site.keys() - new.keys()
        site = new


def test_on_a_disk_that_does_not_tell_capitals_apart_a_new_spelling_is_not_lost(
    out: Path, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def folding(real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*paths: Any, **named: Any) -> Any:
            def folded(path: Any) -> Any:
                inside = isinstance(path, str | Path) and str(path).startswith(f"{out}/")
                return str(out) + str(path)[len(str(out)) :].lower() if inside else path

            return real(*map(folded, paths), **named)

        return call

    for name in ("open", "lstat", "replace", "unlink", "mkdir", "rmdir"):
        monkeypatch.setattr(os, name, folding(getattr(os, name)))
    publish(out, state, {"Tin.html": b"same", "A/b.html": b"1", "c": b"c"}, ())
    publish(out, state, {"tin.html": b"same", "a/B.html": b"2", "c/d": b"d"}, ())
    assert read(out) == {"tin.html": b"same", "a/b.html": b"2", "c/d": b"d"}
    assert damaged(out, verify=True) == set()


# What is kept must be there


@pytest.mark.parametrize("harm", ["missing", "shorter", "a folder", "a link", "a link above"])
def test_what_cannot_be_kept_is_named_before_anything_is_written(
    out: Path, state: Path, tmp_path: Path, harm: str
) -> None:
    publish(out, state, SITE, ())
    file = out / "thu-tuc" / "1.001193.html"
    file.unlink()
    if harm == "shorter":
        file.write_bytes(b"pro")
    elif harm == "a folder":
        file.mkdir()
    elif harm == "a link":
        (tmp_path / "content").write_bytes(b"procedure")
        file.symlink_to(tmp_path / "content")
    elif harm == "a link above":
        (tmp_path / "content").mkdir()
        (tmp_path / "content" / file.name).write_bytes(b"procedure")
        file.parent.rmdir()
        file.parent.symlink_to(tmp_path / "content")
    assert damaged(out) == {"thu-tuc/1.001193.html"}
    with pytest.raises(NotKept) as refused:
        publish(out, state, {"index.html": b"new"}, SITE)
    assert refused.value.paths == {"thu-tuc/1.001193.html"}
    assert (out / "index.html").read_bytes() == b"home"


def test_what_was_never_published_cannot_be_kept(out: Path, state: Path) -> None:
    publish(out, state, SITE, ())
    with pytest.raises(NotKept, match=r"x\.html"):
        publish(out, state, {}, {*SITE, "x.html"})


def test_what_is_kept_while_its_other_spelling_goes_is_named(out: Path, state: Path) -> None:
    publish(out, state, {"tin.html": b"a"}, ())
    text = (out / ".sitegen.json").read_text()  # as recovery may leave it after a power cut
    line = text.splitlines()[1]
    (out / ".sitegen.json").write_text(text.replace(line, f"{line.replace('tin', 'Tin')},\n{line}"))
    with pytest.raises(NotKept, match=r"tin\.html"):
        publish(out, state, {}, {"tin.html"})
    assert publish(out, state, {"tin.html": b"a"}, ()).written == ("tin.html",)
    assert_whole(out, {"tin.html": b"a"})


def test_what_is_kept_by_another_digest_than_the_published_one_is_named(out: Path, state: Path) -> None:
    publish(out, state, SITE, ())
    remembered = manifest(out)
    publish(out, state, SITE | {"index.html": b"HOME"}, ())
    with pytest.raises(NotKept, match=r"index\.html"):
        publish(out, state, {}, SITE, digests=remembered)
    assert publish(out, state, {}, SITE, digests=manifest(out)).unchanged == 3


def test_a_file_altered_by_hand_is_made_good(out: Path, state: Path) -> None:
    publish(out, state, SITE, ())
    (out / "index.html").write_bytes(b"home, edited")
    assert publish(out, state, SITE, ()).written == ("index.html",)
    (out / "index.html").write_bytes(b"HOME")
    assert damaged(out) == set()
    assert damaged(out, verify=True) == {"index.html"}
    with pytest.raises(NotKept):
        publish(out, state, {}, SITE, verify=True)
    assert publish(out, state, SITE, (), verify=True).written == ("index.html",)
    assert_whole(out, SITE)


# Folders that are refused


def test_a_folder_with_other_peoples_files_is_refused(out: Path, state: Path) -> None:
    out.mkdir()
    (out / "thesis.doc").write_bytes(b"years of work")
    with pytest.raises(OutputRefused, match=r"thesis\.doc"):
        publish(out, state, SITE, ())
    assert read(out) == {"thesis.doc": b"years of work"}
    assert not state.exists()


def test_an_empty_folder_or_a_fresh_checkout_is_accepted(out: Path, state: Path, swap: bool) -> None:
    (out / ".git").mkdir(parents=True)
    (out / ".gitignore").write_bytes(b"*")
    publish(out, state, SITE, (), swap=swap)
    assert read(out) == SITE | {".gitignore": b"*"}
    assert (out / ".git").is_dir()


def test_a_record_of_another_program_or_a_broken_one_is_refused(out: Path, state: Path) -> None:
    publish(out, state, SITE, ())
    for text in (b"<<<<<<< HEAD", b"[]", b'{"generator": "other", "files": {}}', b"\xff",
                 b'{"generator": "sitegen", "files": {"a": 1}}', b'{"generator": "sitegen", "files": []}',
                 b'{"generator": "sitegen", "files": {"a": ["1", 2]}}', b"[" * 100_000):  # fmt: skip  # cases, read as a paragraph
        (out / ".sitegen.json").write_bytes(text)
        with pytest.raises(OutputRefused, match="cannot be understood"):
            publish(out, state, SITE, ())
        with pytest.raises(OutputRefused, match="cannot be understood"):
            manifest(out)


def test_a_file_or_a_link_is_no_output_folder(out: Path, state: Path, tmp_path: Path) -> None:
    out.write_bytes(b"")
    with pytest.raises(OutputRefused, match="is a file"):
        publish(out, state, SITE, ())
    with pytest.raises(OutputRefused, match="is a file"):
        publish(out / "deeper", state, SITE, ())
    out.unlink()
    (tmp_path / "elsewhere").mkdir()
    out.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OutputRefused, match="is a link"):
        publish(out, state, SITE, ())
    assert not any((tmp_path / "elsewhere").iterdir())


def test_the_source_the_state_the_home_folder_and_a_whole_disk_are_never_the_output(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = tmp_path / "project" / "content"
    content.mkdir(parents=True)
    for out in (content, content.parent, content / ".." / "content", content / ".." / ".."):
        with pytest.raises(OutputRefused, match="is or holds"):
            publish(out, tmp_path / ".s", SITE, (), never=[content])
    with pytest.raises(OutputRefused, match="is or holds"):
        publish(tmp_path / "o", tmp_path / "o" / ".s", SITE, ())
    monkeypatch.setenv("HOME", str(tmp_path / "home" / "hoa"))
    for out in (tmp_path / "home", tmp_path / "home" / "hoa"):
        with pytest.raises(OutputRefused, match="is or holds"):
            check_folder(out, tmp_path / ".s")
    with pytest.raises(OutputRefused, match="whole disk"):
        check_folder(Path("/"), tmp_path / ".s")
    monkeypatch.chdir(content)
    with pytest.raises(OutputRefused, match="is or holds"):
        check_folder(Path(), tmp_path / ".s", [content])


def test_a_relative_output_is_the_same_folder_from_anywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    publish(Path("output"), Path(".sitegen"), SITE, ())
    (tmp_path / "deep").mkdir()
    monkeypatch.chdir(tmp_path / "deep")
    assert publish(Path("../output"), Path("../.sitegen"), SITE, ()).unchanged == 3
    assert len(list((tmp_path / ".sitegen").iterdir())) == 1


# Paths that are refused


@pytest.mark.parametrize(
    "path",
    ["", "/etc/passwd", "../x", "a/../../x", "a//b", "a/", "./a", "a/.", "a\\b", "a\0b", "C:/x", "c:x",
     ".sitegen.json", ".SiteGen.JSON", ".sitegen.staging/0", "con", "a/NUL.html", "com1", "a/lpt9.txt",
     "a.", "a /b", "what?", "a:b", "a|b", "a\nb", "x" * 250, "ư" * 130, "\udcff"],
)  # fmt: skip  # cases, read as a paragraph
def test_paths_that_escape_or_cannot_be_stored_everywhere_are_refused(out: Path, state: Path, path: str) -> None:
    with pytest.raises(OutputRefused, match="The file name"):
        publish(out, state, SITE | {path: b"x"}, ())
    assert not out.exists()


@pytest.mark.parametrize(
    "path",
    ["thủ-tục/ư.html", ".well-known/security.txt", ".nojekyll", "console.html", "a..b", "1.001193.000.H.html",
     "com10", "a/.hidden", "tệp (1).pdf", "x" * 240],
)  # fmt: skip  # cases, read as a paragraph
def test_ordinary_paths_are_published(out: Path, state: Path, path: str) -> None:
    publish(out, state, {path: b"x"}, ())
    assert (out / path).read_bytes() == b"x"


@pytest.mark.parametrize(
    "paths",
    [("Tin.html", "tin.html"), ("a/B/c", "a/b/C"), ("a", "a/b"), ("A", "a/b"), ("u\u031b.html", "\u01b0.html"),
     ("a/b/c/d", "a/B")],
)  # fmt: skip  # cases, read as a paragraph
def test_paths_that_are_one_file_on_some_systems_are_refused(out: Path, state: Path, paths: tuple[str, str]) -> None:
    with pytest.raises(OutputRefused, match="would be one file"):
        publish(out, state, dict.fromkeys(paths, b"x"), ())
    publish(out, state, {paths[0]: b"x"}, ())
    with pytest.raises(OutputRefused, match="would be one file"):
        publish(out, state, {paths[1]: b"x"}, {paths[0]})


def test_a_record_edited_to_point_outside_removes_nothing(out: Path, state: Path, tmp_path: Path) -> None:
    publish(out, state, SITE, ())
    (tmp_path / "content").write_bytes(b"precious")
    record = json.loads((out / ".sitegen.json").read_bytes())
    record["files"]["../content"] = [8, sha256(b"precious").hexdigest()]
    (out / ".sitegen.json").write_text(json.dumps(record))
    with pytest.raises(OutputRefused, match="leads out"):
        publish(out, state, SITE, ())
    assert (tmp_path / "content").read_bytes() == b"precious"


# What others put into the output folder


def test_a_file_of_somebody_else_is_not_overwritten(out: Path, state: Path, swap: bool) -> None:
    publish(out, state, {"index.html": b"home"}, ())
    (out / "thu-tuc").mkdir()
    (out / "thu-tuc" / "1.001193.html").write_bytes(b"by hand")
    with pytest.raises(OutputRefused, match=r"1\.001193\.html was not made by this program"):
        publish(out, state, SITE, (), swap=swap)
    assert read(out) == {"index.html": b"home", "thu-tuc/1.001193.html": b"by hand"}
    (out / "thu-tuc" / "1.001193.html").write_bytes(SITE["thu-tuc/1.001193.html"])
    assert publish(out, state, SITE, (), swap=swap).unchanged == 2  # equal bytes: adopted
    assert_whole(out, SITE)


def test_somebody_elses_file_in_a_folder_that_must_become_a_page_is_not_lost(
    out: Path, state: Path, swap: bool
) -> None:
    publish(out, state, {"a/b": b"ours"}, ())
    (out / "a" / "mine").write_bytes(b"mine")
    with pytest.raises(OutputRefused, match="mine was not made"):
        publish(out, state, {"a": b"page"}, (), swap=swap)
    (out / "a" / "mine").unlink()
    (out / "a" / "mine").mkdir()
    with pytest.raises(OutputRefused, match="mine was not made"):
        publish(out, state, {"a": b"page"}, (), swap=swap)
    assert (out / "a" / "b").read_bytes() == b"ours"


def test_a_file_of_somebody_else_where_a_folder_must_be_is_not_overwritten(out: Path, state: Path) -> None:
    publish(out, state, {"index.html": b"home"}, ())
    (out / "thu-tuc").write_bytes(b"mine")
    with pytest.raises(OutputRefused, match="thu-tuc was not made"):
        publish(out, state, SITE, ())
    assert read(out) == {"index.html": b"home", "thu-tuc": b"mine"}


def test_a_planted_link_is_never_followed_when_writing(out: Path, state: Path, tmp_path: Path, swap: bool) -> None:
    outside = tmp_path / "content"
    outside.mkdir()
    (outside / "1.001193.html").write_bytes(b"precious")
    publish(out, state, {"index.html": b"home"}, ())
    (out / "thu-tuc").symlink_to(outside)
    with pytest.raises(OutputRefused, match="thu-tuc was not made"):
        publish(out, state, SITE, (), swap=swap)
    (out / "thu-tuc").unlink()
    (out / "index.html").unlink()
    (out / "index.html").symlink_to(outside / "1.001193.html")
    publish(out, state, SITE, (), swap=swap)
    assert not (out / "index.html").is_symlink()
    assert_whole(out, SITE)
    assert read(outside) == {"1.001193.html": b"precious"}


def test_a_planted_link_is_never_followed_when_pruning(out: Path, state: Path, tmp_path: Path, swap: bool) -> None:
    outside = tmp_path / "content"
    outside.mkdir()
    publish(out, state, SITE | {"x.html": b"x"}, ())
    (out / "thu-tuc" / "1.001193.html").rename(outside / "1.001193.html")
    (out / "thu-tuc").rmdir()
    (out / "thu-tuc").symlink_to(outside)
    (outside / "x").write_bytes(b"x")
    (out / "x.html").unlink()
    (out / "x.html").symlink_to(outside / "x")
    publish(out, state, {}, {"index.html", "assets/a.css"}, swap=swap)
    assert read(outside) == {"1.001193.html": b"procedure", "x": b"x"}
    assert not os.path.lexists(out / "x.html")


def test_a_planted_link_in_place_of_the_record_or_the_staging_folder_is_not_followed(
    out: Path, state: Path, tmp_path: Path
) -> None:
    outside = tmp_path / "content"
    outside.mkdir()
    (outside / "0").write_bytes(b"precious")
    publish(out, state, {"index.html": b"home"}, ())
    (out / ".sitegen.staging").symlink_to(outside)
    publish(out, state, SITE, ())
    assert_whole(out, SITE)
    assert read(outside) == {"0": b"precious"}
    (out / ".sitegen.json").rename(outside / "record")
    (out / ".sitegen.json").symlink_to(outside / "record")
    with pytest.raises(OutputRefused, match="cannot be understood"):
        publish(out, state, SITE, ())


# Swapping


def test_without_an_exchange_of_the_system_two_renames_do(
    out: Path, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(swapping, "exchange", lambda first, second: False)
    publish(out, state, SITE, (), swap=True)
    publish(out, state, {"index.html": b"HOME"}, SITE, swap=True)
    assert_whole(out, SITE | {"index.html": b"HOME"})


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs the exchange of Linux")
def test_the_system_exchanges_two_folders(tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / name).mkdir()
        (tmp_path / name / name).write_bytes(b"")
    assert swapping.exchange(tmp_path / "a", tmp_path / "b")
    assert (tmp_path / "a" / "b").exists()
    with pytest.raises(FileNotFoundError):
        swapping.exchange(tmp_path / "a", tmp_path / "absent")


def test_a_folder_that_can_be_neither_exchanged_nor_renamed_is_refused_and_stays(
    out: Path, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(out, state, SITE, ())
    monkeypatch.setattr(swapping, "exchange", lambda first, second: False)
    real = Path.rename

    def stubborn(self: Path, target: Path) -> Path:
        if Path(target) == out and self.name.endswith("next"):
            raise PermissionError(13, "in use")
        return real(self, target)

    monkeypatch.setattr(Path, "rename", stubborn)
    with pytest.raises(OutputRefused, match="no permission"):
        publish(out, state, {}, (), swap=True)
    assert_whole(out, SITE)


def test_where_files_cannot_be_linked_they_are_copied(out: Path, state: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(out, state, SITE, ())
    before = (out / "index.html").stat().st_mtime_ns

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(1, "links are not supported here")

    monkeypatch.setattr(os, "link", refuse)
    publish(out, state, {"assets/a.css": b"new"}, SITE, swap=True)
    assert_whole(out, SITE | {"assets/a.css": b"new"})
    assert (out / "index.html").stat().st_mtime_ns == before


def test_a_swap_keeps_the_rights_links_and_folders_of_others(out: Path, state: Path) -> None:
    publish(out, state, SITE, ())
    (out / "mine" / "empty").mkdir(parents=True)
    (out / "mine" / "link").symlink_to("nowhere")
    out.chmod(0o751)
    (out / "mine").chmod(0o700)
    publish(out, state, {}, {"index.html"}, swap=True)
    assert (out / "mine" / "link").readlink() == Path("nowhere")
    assert (out / "mine" / "empty").is_dir()
    assert (out.stat().st_mode & 0o777, (out / "mine").stat().st_mode & 0o777) == (0o751, 0o700)
    assert not (out / "assets").exists()


# State is only speed


def test_a_lost_state_folder_changes_nothing(out: Path, state: Path) -> None:
    publish(out, state, SITE, ())
    shutil.rmtree(state)
    assert publish(out, state, SITE, ()).unchanged == 3
    assert not recover(out, state)
    assert_whole(out, SITE)


def test_two_outputs_may_share_a_state_folder(tmp_path: Path, state: Path) -> None:
    publish(tmp_path / "a", state, SITE, ())
    publish(tmp_path / "b", state, {"index.html": b"b"}, ())
    assert read_record(tmp_path / "a").keys() == SITE.keys()
    assert read(tmp_path / "b") == {"index.html": b"b"}


# Two at once

AT_ONCE = """
import sys, time
from pathlib import Path
from site_gen.outputs.writer.disk import publish
out, state, letter, count = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], int(sys.argv[4])
class Slow(dict):
    def __getitem__(self, path):
        time.sleep(0.002)
        return super().__getitem__(path)
print("ready", flush=True)
sys.stdin.readline()
site = Slow({f"{i}.html": (letter * 5000 + str(i)).encode() for i in range(count)})
publish(out, state, site, (), on_wait=lambda m: print("waited", flush=True))
"""


def test_two_processes_at_once_wait_for_each_other_and_the_last_one_wins_whole(out: Path, state: Path) -> None:
    def start(letter: str, count: int) -> subprocess.Popen[str]:
        command = [sys.executable, "-c", AT_ONCE, str(out), str(state), letter, str(count)]
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT)
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        return process

    children = [start("a", 100), start("b", 80)]
    for child in children:
        assert child.stdin is not None
        child.stdin.write("go\n")
        child.stdin.flush()
    heard = [child.communicate(timeout=30)[0] for child in children]
    assert [child.returncode for child in children] == [0, 0]
    assert sorted(heard) == ["", "waited\n"]
    letter, count = ("a", 100) if heard[0] else ("b", 80)
    assert_whole(out, {f"{i}.html": (letter * 5000 + str(i)).encode() for i in range(count)})
