"""What a guide must hold (NĐ 63/2010/NĐ-CP, Điều 8 khoản 2): seven parts always, four where they apply."""

from __future__ import annotations

from site_gen.kinds.procedure.choices import Part
from site_gen.kinds.procedure.model import Procedure


def missing(guide: Procedure) -> tuple[str, ...]:
    """The keys of the mandatory parts that are not there; the name always is."""
    there = {
        "steps": bool(guide.steps),
        "channels": bool(guide.channels),
        "papers": bool(guide.papers) or any(case.papers for case in guide.cases),
        "sets": guide.sets is not None,
        "time_limit": guide.time_limit is not None or (bool(guide.cases) and all(c.time_limit for c in guide.cases)),
        "subjects": bool(guide.subjects),
        "authority": guide.authority is not None,
    }
    return tuple(name for name, found in there.items() if not found)


def answered(guide: Procedure) -> dict[Part, bool]:
    """Which of the conditional parts the guide fills in."""
    return {
        Part.FORMS: bool(guide.forms) or any(p.form for p in guide.papers),
        Part.RESULT: guide.result is not None,
        Part.CONDITIONS: bool(guide.conditions),
        Part.FEES: bool(guide.fees) or any(case.fees for case in guide.cases),
    }


def unanswered(guide: Procedure) -> tuple[str, ...]:
    """The conditional parts of which the guide says neither what they are nor that there are none."""
    there = answered(guide)
    return tuple(part.value for part, found in there.items() if not found and part not in guide.not_applicable)
