"""Personal data in texts that are about to be published, found and reported without repeating it.

`scan` finds, `text_of` gives the words of an output file, `masked` shows a value without giving it away.
"""

from site_gen.outputs.privacy.finding import masked_line, readable, scan
from site_gen.outputs.privacy.hit import Hit, key, masked
from site_gen.outputs.privacy.text import text_of

__all__ = ["Hit", "key", "masked", "masked_line", "readable", "scan", "text_of"]
