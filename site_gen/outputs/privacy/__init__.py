"""Personal data in texts that are about to be published, found and reported without repeating it.

`scan` finds, `scan_file` in a file of the output, `text_of` gives the words of an output file, `masked` shows a value without giving it away.
"""

from site_gen.outputs.privacy.finding import masked_line, readable, scan
from site_gen.outputs.privacy.hit import Hit, key, masked
from site_gen.outputs.privacy.text import text_of

__all__ = ["Hit", "key", "masked", "masked_line", "readable", "scan", "scan_file", "text_of"]


def scan_file(path: str, data: bytes) -> tuple[Hit, ...]:
    """Every personal value in the words of a file of the output; none in one that has no words."""
    text = text_of(path, data)
    return () if text is None else tuple(scan(text))
