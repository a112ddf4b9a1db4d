"""Persons in the text of a scorecard: offices take their place, and are who a criterion is given to."""

from __future__ import annotations

from site_gen.base.messages import msg
from site_gen.importers.draft import Doubt
from site_gen.importers.table import Place
from site_gen.importers.targets.persons import UNNAMED, Persons
from site_gen.importers.targets.scorecard_tree import Criterion

ONLY_A_NAME = msg("somebody is called by name only; write the office that he or she holds")


def without_names(found: Criterion, text: str, at: Place, persons: Persons) -> tuple[str, list[Doubt]]:
    """A text about a criterion with offices for persons, which are added to those in charge; and what is doubtful about them."""
    said, roles, unsaid = persons.replaced(text)
    for role in roles:
        give_to(found, role)
    if not unsaid:
        return said, []
    if all(name in persons.offices for name in unsaid):
        message = msg("only a name stands here; the office was taken from where the name came first: compare it")
    else:
        message = ONLY_A_NAME
    return said, [Doubt("IMP017", at, text, message)]


def give_to(found: Criterion, role: str) -> None:
    """One more who is in charge; an office is named once, and nobody is called `người được giao` beside one."""
    roles = found.values.setdefault("assignee_roles", [])
    assert isinstance(roles, list)
    if UNNAMED in roles:
        roles.remove(UNNAMED)
    if role not in roles and (role != UNNAMED or not roles):
        roles.append(role)
