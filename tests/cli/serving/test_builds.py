from __future__ import annotations

import shutil
import time
from pathlib import Path
from threading import Thread

import pytest
from preview_server import BASE_SITE

from site_gen.cli.serving.builds import INTERRUPTED, Builder, Result, read_result


def test_a_report_is_read_from_what_the_build_said() -> None:
    said = '{"valid": false, "counts": {"error": 1}, "items": [{"code": "A"}]}'

    assert read_result(1, said, "Nothing was written", 1.5) == Result(1, ({"code": "A"},), {"error": 1}, "", 1.5)


@pytest.mark.parametrize("said", ["", "Traceback", '{"items": []}', "[]"])
def test_a_build_without_a_report_has_failed_whatever_its_exit_code(said: str) -> None:
    result = read_result(0, said, "the disk is full\n", 0.1)

    assert (result.built, result.code, result.trouble) == (False, 3, "the disk is full")


def test_a_build_that_is_stopped_ends_and_no_other_begins(tmp_path: Path) -> None:
    shutil.copytree(BASE_SITE, tmp_path / "content")
    builder = Builder(["-s", str(tmp_path / "content"), "-d", str(tmp_path / "output")])
    results: list[Result] = []
    running = Thread(target=lambda: results.append(builder.build()))
    running.start()
    while builder._process is None:
        time.sleep(0.001)
    builder.stop()
    running.join()

    assert not results[0].built
    assert builder.build() == Result(INTERRUPTED)
