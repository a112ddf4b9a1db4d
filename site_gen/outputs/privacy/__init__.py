"""Personal data on its way out: what a text holds of it, told without repeating it.

`scan` finds, `text_of` gives the words of an output file, `masked` shows a value without giving it away.
"""

from site_gen.outputs.privacy.finding import readable, scan, veiled
from site_gen.outputs.privacy.hit import Hit
from site_gen.outputs.privacy.text import text_of
from site_gen.outputs.privacy.values import key, masked

__all__ = ["Hit", "key", "masked", "readable", "scan", "text_of", "veiled"]
