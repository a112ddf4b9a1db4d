"""What a wheel and an editable install need beside the sources: the compiled catalogue."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class WordsHook(BuildHookInterface[Any]):
    """Compiles the catalogue before anything is gathered."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called by hatchling for the wheel, `version` being "standard" or "editable"."""
        tools = str(Path(self.root) / "tools")
        sys.path.insert(0, tools)
        try:
            from compiled_catalogue import compile_words

            compile_words(Path(self.root) / "site_gen" / "locale" / "vi" / "LC_MESSAGES" / "sitegen.po")
        finally:
            sys.path.remove(tools)
