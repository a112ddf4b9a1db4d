"""How a text is written as a value of YAML."""

from __future__ import annotations

import json
import re

_PLAIN = re.compile(r"[^\W\d_](?:[\w ,.()/’'–-]*[\w.)])?|\d\d/\d\d/\d{4}")
_WORDS_OF_YAML = frozenset(("null", "true", "false", "yes", "no", "on", "off"))


def scalar(text: str) -> str:
    """A text as a YAML value: plain where that cannot be misread, else in quotation marks."""
    return (
        text if _PLAIN.fullmatch(text) and text.lower() not in _WORDS_OF_YAML else json.dumps(text, ensure_ascii=False)
    )
