"""The language of help and reports: `--lang`, else SITEGEN_LANG, else Vietnamese."""

from __future__ import annotations

import os
import sys
from functools import lru_cache

from site_gen.base.messages import DEFAULT_LANGUAGE, LANGUAGES, Message, say


@lru_cache(maxsize=1)
def language() -> str:
    """Asked of the arguments themselves, because help texts are needed before they are parsed."""
    args = sys.argv[1:]
    for index, arg in enumerate(args):
        if arg.startswith("--lang="):
            given = arg.partition("=")[2]
        elif arg == "--lang" and index + 1 < len(args):
            given = args[index + 1]
        else:
            continue
        if given in LANGUAGES:
            return given
    chosen = os.environ.get("SITEGEN_LANG", "")
    return chosen if chosen in LANGUAGES else DEFAULT_LANGUAGE


def tr(text: str) -> str:
    """A sentence of the command line in the reader's language; holes stay for `str.format`."""
    return say(Message(text), language())
