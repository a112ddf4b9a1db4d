"""Sentences as values: a message id in English with its arguments, put into words only when shown.

Nothing below the command line knows which language the reader wants, and a cached or compared
message must not depend on it; so a :class:`Message` travels, and `say` turns it into a sentence.
"""

from __future__ import annotations

import gettext
from datetime import date
from functools import cache
from pathlib import Path

from site_gen.base.dataclass import dataclass
from site_gen.base.vietnamese import show_date

LANGUAGES = ("vi", "en")
DEFAULT_LANGUAGE = "vi"
LOCALE = Path(__file__).parents[1] / "locale"


@dataclass(frozen=True, slots=True)
class Message:
    """An English message id with `{named}` holes, and what fills them.

    An argument that is itself a Message is translated before it is filled in; a date is written as officials write it.
    """

    id: str
    args: tuple[tuple[str, str | int | date | Message], ...] = ()

    def __str__(self) -> str:
        return say(self, "en")


def msg(id: str, /, **args: str | int | date | Message) -> Message:
    """A message; the call is also what the catalogue extraction looks for."""
    return Message(id, tuple(sorted(args.items(), key=lambda pair: pair[0])))


class WordsMissing(Exception):
    """The compiled catalogue of a language is not there: a checkout whose words were not compiled."""


@cache
def catalogue(language: str) -> gettext.NullTranslations:
    """The catalogue of `language`; message ids are English, so `en` needs none. Raises WordsMissing where it is not there."""
    if language == "en":
        return gettext.NullTranslations()
    try:
        return gettext.translation("sitegen", LOCALE, [language])
    except FileNotFoundError:
        file = LOCALE / language / "LC_MESSAGES" / "sitegen.mo"
        raise WordsMissing(
            f"sitegen: {file} is not there. In a checkout, `make run` or `python tools/compiled_catalogue.py` makes it "
            "from sitegen.po; an installed sitegen that lacks it is damaged: install it again."
        ) from None


def say(message: Message, language: str = DEFAULT_LANGUAGE) -> str:
    """`message` as a sentence in `language`."""
    words = catalogue(language).gettext(message.id) if message.id else ""
    if not message.args:
        return words
    return words.format(**{name: _filled(value, language) for name, value in message.args})


def _filled(value: str | int | date | Message, language: str) -> str | int:
    match value:
        case Message():
            return say(value, language)
        case date():
            return show_date(value)
    return value
