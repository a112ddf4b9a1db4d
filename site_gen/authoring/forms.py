"""The forms of content as commands and files name them: `unit`, `plan`, `tasks`, `progress`, …"""

from __future__ import annotations

from pathlib import PurePosixPath

from site_gen.kind import Kind
from site_gen.kinds import KINDS
from site_gen.model.entry import Form


def form_name(kind: Kind, form: Form) -> str:
    """The kind's name for its first form; for another, what its files or their folder are called."""
    if form is kind.forms[0]:
        return kind.name
    path = PurePosixPath(form.pattern)
    return path.parent.name if "*" in path.name else path.stem


def forms() -> dict[str, tuple[Kind, Form]]:
    """Every form by its name, in the order of the kinds."""
    return {form_name(kind, form): (kind, form) for kind in KINDS for form in kind.forms}
