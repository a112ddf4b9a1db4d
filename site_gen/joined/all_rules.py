"""Every rule there is: those that hold for every kind, those of each kind, and those between kinds."""

from site_gen.joined.rules import BETWEEN
from site_gen.kinds import KINDS
from site_gen.rules.calendar import CALENDAR
from site_gen.rules.common import COMMON
from site_gen.rules.duplicates import DUPLICATES
from site_gen.rules.papers import PAPERS
from site_gen.rules.posting import POSTING
from site_gen.rules.signatures import SIGNATURES
from site_gen.rules.totals import TOTALS
from site_gen.rules.wording import WORDING

RULES = (
    *COMMON,
    *CALENDAR,
    *DUPLICATES,
    *TOTALS,
    *WORDING,
    *PAPERS,
    *POSTING,
    *SIGNATURES,
    *(rule for kind in KINDS for rule in kind.rules),
    *BETWEEN,
)
