"""The digest of a frozen register is reckoned from the open data by anybody with a shell."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path


def test_page_and_version_say_what_the_lines_of_the_open_data_give(built: Path) -> None:
    site = built / "cam-giang"
    (table,) = site.rglob("danh-muc-chot-quy.json")
    lines = table.read_text(encoding="utf-8").splitlines()
    version = json.loads((site / "version.json").read_bytes())
    assert version["registers_sha256"]
    for id, digest in version["registers_sha256"].items():
        mine = [line.strip().removesuffix(",") + "\n" for line in lines if f'"register": "{id}"' in line]
        assert hashlib.sha256("".join(mine).encode()).hexdigest() == digest
        page = (site / "cong-khai" / "danh-muc" / f"{id}.html").read_text(encoding="utf-8")
        assert re.search(rf"<code[^>]*>{digest}</code>", page)
