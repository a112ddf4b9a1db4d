"""Words that a template says on every page alike: looked up once, when it is compiled for its language."""

from __future__ import annotations

from collections.abc import Callable

from jinja2 import nodes
from jinja2.visitor import NodeTransformer

from site_gen.render.labels import NoSuchField


class Words(NodeTransformer):
    """Puts the words themselves in the place of `_("…")` and `label("Model.field")`.

    Whatever cannot be answered here stays a call, and is answered, or fails, when the page is rendered.

    Args:
        translated: A message of templates in the environment's language.
        label: The label of `Model.field` in it.
    """

    def __init__(self, translated: Callable[[str], str], label: Callable[[str], str]) -> None:
        self.translated, self.label = translated, label

    def visit_Call(self, call: nodes.Call) -> nodes.Node:
        """The call, or what it always gives."""
        self.generic_visit(call)
        if not isinstance(call.node, nodes.Name) or call.dyn_args or call.dyn_kwargs:
            return call
        match call.node.name, call.args:
            case "_", [nodes.Const(value=str(text))]:
                return self._said(text, call)
            case "label", [nodes.Const(value=str(path))] if not call.kwargs:
                return self._label(path, call)
        return call

    def _said(self, text: str, call: nodes.Call) -> nodes.Expr:
        line = call.lineno
        said = self.translated(text)
        if call.kwargs:
            values = [nodes.Pair(nodes.Const(kw.key, lineno=line), kw.value, lineno=line) for kw in call.kwargs]
            return nodes.Mod(_html(said, line), nodes.Dict(values, lineno=line), lineno=line)
        try:
            return _html(said % {}, line)
        except (KeyError, TypeError, ValueError):  # holes that nothing fills
            return call

    def _label(self, path: str, call: nodes.Call) -> nodes.Expr:
        try:
            return nodes.Const(self.label(path), lineno=call.lineno)
        except NoSuchField:
            return call


def _html(text: str, line: int) -> nodes.Expr:
    """Translated words are HTML, as they are where Jinja's own extension gives them."""
    return nodes.MarkSafeIfAutoescape(nodes.Const(text, lineno=line), lineno=line)
