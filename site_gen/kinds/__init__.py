"""Floor 6: one folder for each content type. The tuple below is the whole registration."""

from site_gen.kind import Kind
from site_gen.kinds.apology import KIND as APOLOGY
from site_gen.kinds.budget import KIND as BUDGET
from site_gen.kinds.consultation import KIND as CONSULTATION
from site_gen.kinds.dialogue import KIND as DIALOGUE
from site_gen.kinds.document import KIND as DOCUMENT
from site_gen.kinds.dossier_statistics import KIND as DOSSIER_STATISTICS
from site_gen.kinds.feedback import KIND as FEEDBACK
from site_gen.kinds.indicator import KIND as INDICATOR
from site_gen.kinds.initiative import KIND as INITIATIVE
from site_gen.kinds.inspection import KIND as INSPECTION
from site_gen.kinds.news import KIND as NEWS
from site_gen.kinds.page import KIND as PAGE
from site_gen.kinds.person import KIND as PERSON
from site_gen.kinds.plan import KIND as PLAN
from site_gen.kinds.procedure import KIND as PROCEDURE
from site_gen.kinds.register import KIND as REGISTER
from site_gen.kinds.report import KIND as REPORT
from site_gen.kinds.scorecard import KIND as SCORECARD
from site_gen.kinds.survey import KIND as SURVEY
from site_gen.kinds.unit import KIND as UNIT

KINDS: tuple[Kind, ...] = (
    UNIT,
    PERSON,
    PROCEDURE,
    APOLOGY,
    DOSSIER_STATISTICS,
    INDICATOR,
    SURVEY,
    FEEDBACK,
    DIALOGUE,
    CONSULTATION,
    DOCUMENT,
    BUDGET,
    REPORT,
    INSPECTION,
    INITIATIVE,
    NEWS,
    REGISTER,
    PLAN,
    SCORECARD,
    PAGE,
)

FORMS = tuple(form for kind in KINDS for form in kind.forms)
"""Every shape of file there is."""
