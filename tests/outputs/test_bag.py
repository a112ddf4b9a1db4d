"""A bag of files with their digests, and the ZIP of it."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import bagit
import pytest

from site_gen.outputs.bag import bag, bag_paths, zipped

PAYLOAD = {
    "index.html": b"<h1>",
    "tc-1/bao-cao.pdf": b"%PDF-1.4",
    "tc-1/100.txt": b"",
    "trang/chi-so.html": "Chỉ số".encode(),
}
INFO = (("Source-Organization", "UBND xã\nBình An"), ("Bagging-Date", "2026-12-01"))


def written(folder: Path, files: dict[str, bytes]) -> Path:
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return folder


def test_the_reference_implementation_finds_it_whole(tmp_path: Path) -> None:
    found = bagit.Bag(str(written(tmp_path, bag(PAYLOAD, INFO))))
    found.validate()
    assert found.info["Source-Organization"] == "UBND xã Bình An"
    assert found.info["Payload-Oxum"] == f"{sum(map(len, PAYLOAD.values()))}.{len(PAYLOAD)}"


@pytest.mark.parametrize("path", ["data/tc-1/bao-cao.pdf", "bag-info.txt"])
def test_a_change_shows(tmp_path: Path, path: str) -> None:
    written(tmp_path, {**bag(PAYLOAD, INFO), path: b"other"})
    with pytest.raises(bagit.BagValidationError):
        bagit.Bag(str(tmp_path)).validate()


def test_its_paths_are_known_beforehand() -> None:
    assert list(bag_paths(PAYLOAD)) == list(bag(PAYLOAD, INFO))


def test_a_zip_holds_the_same_in_order_and_without_a_time() -> None:
    files = bag(PAYLOAD, INFO)
    turned = dict(reversed(files.items()))
    assert zipped("chi-so", files) == zipped("chi-so", turned)
    with zipfile.ZipFile(io.BytesIO(zipped("chi-so", files))) as packed:
        assert {name: packed.read(name) for name in packed.namelist()} == {f"chi-so/{p}": d for p, d in files.items()}
        assert packed.namelist() == sorted(packed.namelist())
        assert {entry.date_time for entry in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
