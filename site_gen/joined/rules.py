"""What must be true between kinds: an apology for each late dossier, nothing out of force cited as current.

A kind knows nothing of another; these rules read the models of several.
"""

from __future__ import annotations

from site_gen.rules.rule import Rule

BETWEEN: tuple[Rule, ...] = ()
