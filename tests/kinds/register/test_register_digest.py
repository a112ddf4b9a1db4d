"""The digest of a frozen register is reckoned from the open data by anybody with a shell."""

from __future__ import annotations

import hashlib
import json
import re
from datetime import date
from pathlib import Path

from builds import built
from site_folders import CONTENT


def test_page_and_version_say_what_the_lines_of_the_open_data_give(tmp_path: Path) -> None:
    assert built(CONTENT / "cam-giang", tmp_path / "output", as_of=date(2026, 11, 21)).published is not None
    (table,) = (tmp_path / "output").rglob("danh-muc-chot-quy.json")
    lines = table.read_text(encoding="utf-8").splitlines()
    version = json.loads((tmp_path / "output" / "version.json").read_bytes())
    assert version["registers_sha256"]
    for id, digest in version["registers_sha256"].items():
        mine = [line.strip().removesuffix(",") + "\n" for line in lines if f'"register": "{id}"' in line]
        assert hashlib.sha256("".join(mine).encode()).hexdigest() == digest
        page = (tmp_path / "output" / "cong-khai" / "danh-muc" / f"{id}.html").read_text(encoding="utf-8")
        assert re.search(rf"<code[^>]*>{digest}</code>", page)
