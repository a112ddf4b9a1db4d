"""Floor 6: one folder for each content type. The tuple below is the whole registration."""

from site_gen.kind import Kind
from site_gen.kinds.budget import KIND as BUDGET
from site_gen.kinds.document import KIND as DOCUMENT
from site_gen.kinds.page import KIND as PAGE
from site_gen.kinds.person import KIND as PERSON
from site_gen.kinds.plan import KIND as PLAN
from site_gen.kinds.report import KIND as REPORT
from site_gen.kinds.scorecard import KIND as SCORECARD
from site_gen.kinds.unit import KIND as UNIT

KINDS: tuple[Kind, ...] = (UNIT, PERSON, PLAN, SCORECARD, DOCUMENT, BUDGET, REPORT, PAGE)
