"""The language of help and reports: `--lang`, else SITEGEN_LANG, else Vietnamese."""

from __future__ import annotations

import gettext
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache

from site_gen.base.messages import DEFAULT_LANGUAGE, LANGUAGES, LOCALE, Message, say

_STARTED_WITH = os.environ.get("LANGUAGE")


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


@contextmanager
def click_speaks() -> Iterator[None]:
    """Within, Click's own words ("Usage", "No such option") come from our catalogue, in the reader's language.

    Click asks `gettext`, which asks the variable LANGUAGE each time.
    """
    gettext.bindtextdomain("sitegen", LOCALE)
    gettext.textdomain("sitegen")
    os.environ["LANGUAGE"] = language()
    try:
        yield
    finally:
        restore_language()


def restore_language() -> None:
    """LANGUAGE as it was: the programs of others that we start speak to people as they always do."""
    if _STARTED_WITH is None:
        os.environ.pop("LANGUAGE", None)
    else:
        os.environ["LANGUAGE"] = _STARTED_WITH
