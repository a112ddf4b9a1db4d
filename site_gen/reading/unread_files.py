"""What nothing reads, and where it most likely belongs: one finding for each folder, one for each file in a folder that is read.

Where a file belongs is guessed by the spelling of its folder, then by the keys in it. What is guessed counts as broken, so that
references to it are not told as well.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from site_gen.base.diagnostics import Diagnostic, Span
from site_gen.base.messages import Message, msg
from site_gen.model.entry import Form
from site_gen.reading.attachments import TYPES
from site_gen.reading.guess_form import likely_form, meant_part
from site_gen.reading.refusals import refuse
from site_gen.reading.site_files import form_of

Peek = Callable[[Path], Any]
"""The values in a file, None where there are none."""
Broken = list[tuple[str, str]]
"""Kind and id of what could not be read."""

_LIKE = {
    ".yml": re.compile(r"(?:\.(?:ya?ml|ym|yam|ymal|yaml))?(?:\.(?:ya?ml|txt))?$", re.IGNORECASE),
    ".md": re.compile(r"(?:\.(?:md|mkd|mdown|markdown))?(?:\.(?:md|txt))?$", re.IGNORECASE),
}
_TEXTS = re.compile(r"\.(?:ya?ml|ymal|md|markdown|txt)$", re.IGNORECASE)
_FEW = 3  # so many files of a folder are looked into


def wrong_folder(at: str, form: Form, other: Form) -> Diagnostic:
    """The refusal of a file that lies in the folder of `form` and has the keys of `other`."""
    message = msg("this file is like {other}, not like {form}", other=_called(other), form=_called(form))
    folder, _, last = other.pattern.rpartition("/")
    if "*" not in last:
        hint = msg("move it to `{pattern}`", pattern=other.pattern.replace("*", "…"))
    elif not at.endswith(last[last.rindex(".") :]):
        hint = msg(
            "save it as a file `{ending}` in `{folder}/`; `sitegen new` shows its form",
            ending=last[last.rindex(".") :],
            folder=folder,
        )
    else:
        hint = msg("move it to `{folder}/`", folder=folder.replace("*", "…"))
    return refuse("FILE016", Span(at), message, hint)


def find_astray(
    root: Path, shown: str, unread: Iterable[str], forms: Sequence[Form], peek: Peek
) -> tuple[Broken, list[Diagnostic]]:
    """What is to be said of the files `unread`, by their path from the site folder `root`, and what they would have been."""
    folders: dict[str, list[str]] = {}
    broken: Broken = []
    found: list[Diagnostic] = []
    for name in unread:
        depth = _strange(name.split("/"), forms)
        if depth is not None:
            folders.setdefault("/".join(name.split("/")[: depth + 1]), []).append(name)
            continue
        form, hint, meant = _of_file(root, name, forms, peek)
        if form is not None:
            broken.append((form.kind, form_of(meant, forms)[1]))
        found.append(refuse("FILE008", Span(f"{shown}/{name}"), msg("nothing reads `{name}`", name=name), hint))
    for folder, names in folders.items():
        hint, meant = _of_folder(root, folder, names, forms, peek)
        for name in names:
            form, id = form_of(meant + name.removeprefix(folder), forms) if meant else (None, "")
            if form is not None:
                broken.append((form.kind, id))
        message = msg("nothing reads the folder `{name}/` ({count} files in it)", name=folder, count=len(names))
        found.append(refuse("FILE008", Span(f"{shown}/{folder}"), message, hint))
    return broken, found


def _strange(parts: Sequence[str], forms: Sequence[Form]) -> int | None:
    """Which folder above a file, counted from the top, is the first that no content type uses."""
    for depth in range(len(parts) - 1):
        if not any(_leads(parts[: depth + 1], form.pattern.split("/")) for form in forms):
            return depth
    return None


def _leads(folders: Sequence[str], pattern: Sequence[str]) -> bool:
    return len(pattern) > len(folders) and all(map(fnmatchcase, folders, pattern))


def _of_folder(root: Path, folder: str, names: Sequence[str], forms: Sequence[Form], peek: Peek) -> tuple[Message, str]:
    """What to do with a folder that nothing reads, and the folder that is meant, empty where nobody knows."""
    above, _, own = folder.rpartition("/")
    within = [name.removeprefix(f"{folder}/") for name in names]
    if "site.yml" in within:
        return msg("it holds a `site.yml`: a site of its own lies beside this one, not inside it"), ""
    if sum(form_of(name, forms)[0] is not None and "/" in name for name in within) * 2 > len(within):
        return msg("it holds folders of content: move them up, beside `site.yml`"), ""
    if (target := _meant_folder(folder, forms)) is not None:
        return _rename(root, folder, target), target
    if all(_ending(name) in TYPES and not _TEXTS.search(name) for name in names):
        return _to_files(), ""
    if above and form_of(f"{above}/{within[0].rpartition('/')[2]}", forms)[0] is not None:
        return msg("put the files of `{name}/` straight into `{above}/`", name=own, above=above), above
    if (form := _by_keys(root, names, forms, peek)) is not None:
        target = form.pattern.rpartition("/")[0]
        return msg(
            "the files in it are like {label}: move them to `{folder}/`", label=_called(form), folder=target
        ), target
    return _NOT_CONTENT, ""


def _meant_folder(folder: str, forms: Sequence[Form]) -> str | None:
    above, _, own = folder.rpartition("/")
    parts = above.split("/") if above else []
    for form in forms:
        pattern = form.pattern.split("/")
        if _leads(parts, pattern) or not parts:
            part = meant_part(own, pattern[: len(parts)], forms)
            if part is not None and "." not in part and part != own:
                return f"{above}/{part}" if above else part
    return None


def _rename(root: Path, folder: str, target: str) -> Message:
    there = (root / target).is_dir() and not _same(root / folder, root / target)
    if there:
        return msg("do you mean `{target}/`? Move the files of this folder there", target=target)
    return msg("do you mean `{target}/`? Rename the folder", target=target)


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)  # where capitals do not part two names
    except OSError:
        return False


def _of_file(root: Path, name: str, forms: Sequence[Form], peek: Peek) -> tuple[Form | None, Message, str]:
    """What a file in a folder that is read would be, what to do with it, and under which path it would be read."""
    own = name.rpartition("/")[2]
    if (meant := _mended(name, forms)) is not None:
        form, _ = form_of(meant, forms)
        new = meant.rpartition("/")[2]
        if own.lower().endswith(".txt"):
            return (
                form,
                msg(
                    "rename it to `{name}`; Windows hides the ending `.txt` until Explorer is told to show endings",
                    name=new,
                ),
                meant,
            )
        return form, msg("rename it to `{name}`", name=new), meant
    if _ending(name) in TYPES and not _TEXTS.search(name):
        return None, _to_files(), ""
    folder = name.rpartition("/")[0]
    if (deeper := _deeper(own, folder, forms)) is not None:
        return None, msg("it belongs in a folder of its own: `{pattern}`", pattern=deeper), ""
    form = _by_keys(root, (name,), forms, peek)
    if form is not None:
        stem = re.sub(r"\.\w+$", "", own)
        return form, _move(form, name), form.pattern.replace("*", stem)
    read = sorted(
        {
            f.pattern.split("/")[-1]
            for f in forms
            if _leads(folder.split("/"), f.pattern.split("/")) and f.pattern.count("/") == name.count("/")
        }
    )
    if folder and read:
        return (
            None,
            msg("in `{folder}/` only {names} is read", folder=folder, names=", ".join(f"`{r}`" for r in read)),
            "",
        )
    return None, _NOT_CONTENT, ""


def _mended(name: str, forms: Sequence[Form]) -> str | None:
    """The path that the name of a file means by its spelling: `Tasks.yaml` is `tasks.yml`; None where none comes near."""
    above, _, own = name.rpartition("/")
    folders = above.split("/") if above else []
    for form in forms:
        *outer, last = form.pattern.split("/")
        if len(outer) != len(folders) or not all(map(fnmatchcase, folders, outer)):
            continue
        ending = last[last.rindex(".") :]
        stem = _LIKE[ending].sub("", own) if ending in _LIKE else own
        if not stem or ("." in stem and _TEXTS.search(stem)) or _ending(stem) in TYPES:
            continue
        new = last.replace("*", stem) if "*" in last else meant_part(stem, outer, forms)
        if new is not None and new.endswith(ending) and new != own and (stem != own or "*" not in last):
            return f"{above}/{new}" if above else new
    return None


def _deeper(own: str, folder: str, forms: Sequence[Form]) -> str | None:
    """The pattern of a file that lies a folder too high: `plans/plan.md`."""
    for form in forms:
        parts = form.pattern.split("/")
        if parts[-1] == own and "*" not in own and "/".join(parts[:-2]) == folder:
            return form.pattern.replace("*", "…")
    return None


def _by_keys(root: Path, names: Sequence[str], forms: Sequence[Form], peek: Peek) -> Form | None:
    for name in [name for name in names if _TEXTS.search(name)][:_FEW]:
        if (form := likely_form(peek(root / name), forms)) is not None:
            return form
    return None


def _move(form: Form, name: str) -> Message:
    folder, _, last = form.pattern.rpartition("/")
    ending = last[last.rindex(".") :]
    if "*" not in last:
        return msg("move it to `{pattern}`", pattern=form.pattern.replace("*", "…"))
    if not name.endswith(ending):
        return msg(
            "this file is like {label}: save it as a file `{ending}` in `{folder}/`; `sitegen new` shows its form",
            label=_called(form),
            ending=ending,
            folder=folder.replace("*", "…"),
        )
    return msg(
        "this file is like {label}: move it to `{folder}/`", label=_called(form), folder=folder.replace("*", "…")
    )


def _called(form: Form) -> str:
    return form.label[0].lower() + form.label[1:]


def _to_files() -> Message:
    return msg("files for download lie in `files/`: move it there and name it where it is to be offered")


def _ending(name: str) -> str:
    return name.rpartition(".")[2].lower() if "." in name.rpartition("/")[2] else ""


_NOT_CONTENT = msg("`sitegen new` puts each file into its folder; what is no content belongs outside the site folder")
