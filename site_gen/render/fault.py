"""What went wrong in a template, reported at the template's own file and line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from jinja2 import TemplateNotFound, TemplateSyntaxError

from site_gen.base.diagnostics import Diagnostic, Severity, Span
from site_gen.base.messages import msg

FAULT = "THEME001"


def fault(error: Exception, url: str, template: str, folders: Sequence[Path]) -> Diagnostic:
    """A `FAULT` at the innermost line of a template that `error` came through.

    Args:
        error: What was raised while a template was read or rendered.
        url: The page it was for.
        template: The page's own template, named where nothing better is known.
        folders: Where templates lie.
    """
    file, line = _place(error, template, folders)
    reason = str(getattr(error, "message", None) or error)[:200] or type(error).__name__
    if isinstance(error, TemplateNotFound):
        message = msg("there is no template `{name}`, which {url} needs", name=str(error.name), url=url)
        hint = msg("add it to the theme, or correct the name")
    else:
        message = msg("the template failed on {url}: {reason}", url=url, reason=reason)
        hint = msg("correct the template; it may use only what its page gives it")
    return Diagnostic(FAULT, Severity.ERROR, message, Span(shown_file(file), line), hint)


def distinct(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """One finding for each mistake of a template: of the first page that it was found on."""
    first: dict[object, Diagnostic] = {}
    for diagnostic in found:
        missing = dict(diagnostic.message.args).get("name")
        first.setdefault((missing or diagnostic.at) if diagnostic.code == FAULT else diagnostic, diagnostic)
    return tuple(first.values())


def _place(error: Exception, template: str, folders: Sequence[Path]) -> tuple[str, int]:
    if isinstance(error, TemplateSyntaxError):
        return error.filename or error.name or template, error.lineno
    place = (_found(template, folders), 0)
    trace = error.__traceback__
    while trace is not None:  # the engine gives each frame the template's own file and line
        name = trace.tb_frame.f_code.co_filename
        if name.endswith(".html") and any(Path(name).is_relative_to(folder) for folder in folders):
            place = (name, trace.tb_lineno)
        trace = trace.tb_next
    return place


def _found(template: str, folders: Sequence[Path]) -> str:
    kind, _, name = template.partition("/")
    places = [path for folder in folders for path in (folder / template, folder / kind / "templates" / name)]
    return next((str(path) for path in places if path.is_file()), template)


def shown_file(file: str) -> str:
    """The path from here where it leads down, so that an editor can open it."""
    try:
        return Path(file).absolute().relative_to(Path.cwd()).as_posix() if "/" in file or "\\" in file else file
    except ValueError:
        return file
