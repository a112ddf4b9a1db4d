"""`version.json`: which content stands here and what made it. No clock and no machine: the same input gives the same file."""

from __future__ import annotations

import json
from datetime import date

from site_gen.base.values import Context, Plain
from site_gen.pages.page import Artifact

PATH = "version.json"


def version(as_of: date, newest: str, counts: Context, content: str, release: str) -> Context:
    """What is told of one site.

    Args:
        as_of: The day of building.
        newest: ISO date of the newest content; empty where none says its day.
        counts: How many pages, tables, feeds and entries of each kind there are.
        content: SHA-256 of the content that is published, whatever day it is built on.
        release: The release of sitegen.
    """
    return {
        "generator": {"name": "sitegen", "version": release},
        "as_of": as_of.isoformat(),
        "newest_content": newest or None,
        "counts": counts,
        "content_sha256": content,
    }


def version_file(told: Plain) -> Artifact:
    """The file."""
    return Artifact(PATH, (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode())
