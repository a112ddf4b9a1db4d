"""Files that nothing reads, and where they most likely belong: one finding for each folder, else one for each file.

Where a file belongs is guessed by the spelling of its folder, then by the keys in it. What is guessed counts as broken, so that
references to it are not reported as well.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from site_gen.base.dataclass import dataclass
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

_ENDINGS = {
    ".yml": re.compile(r"(?:\.(?:ya?ml|ym|yam|ymal|yaml))?(?:\.(?:ya?ml|txt))?$", re.IGNORECASE),
    ".md": re.compile(r"(?:\.(?:md|mkd|mdown|markdown))?(?:\.(?:md|txt))?$", re.IGNORECASE),
}
"""What people write for an ending, two of them where Windows hides the last one."""
_TEXTS = re.compile(r"\.(?:ya?ml|ymal|md|markdown|txt)$", re.IGNORECASE)
_FEW = 3  # so many files of a folder are looked into
_NOT_CONTENT = msg("`sitegen new` puts each file into its folder; what is no content belongs outside the site folder")
_FOR_DOWNLOAD = msg("files for download lie in `files/`: move it there and name it where it is to be offered")


@dataclass(frozen=True, slots=True)
class _Advice:
    """What to do with a file or folder, and the path under which it would be read, empty where nobody knows."""

    hint: Message
    meant: str = ""


def wrong_folder(at: str, form: Form, other: Form) -> Diagnostic:
    """The refusal of a file that lies in the folder of `form` and has the keys of `other`."""
    message = msg("this file is like {other}, not like {form}", other=_called(other), form=_called(form))
    folder, ending = _folder_and_ending(other)
    if not ending:
        hint = _to_pattern(other)
    elif at.endswith(ending):
        hint = msg("move it to `{folder}/`", folder=folder)
    else:
        hint = msg(
            "save it as a file `{ending}` in `{folder}/`; `sitegen new` shows its form", ending=ending, folder=folder
        )
    return refuse("FILE016", Span(at), message, hint)


def report_unread(
    root: Path, shown: str, unread: Iterable[str], forms: Sequence[Form], peek: Peek
) -> tuple[Broken, list[Diagnostic]]:
    """What is to be said of the files `unread`, by their path from the site folder `root`, and what they would have been."""
    folders: dict[str, list[str]] = {}
    broken: Broken = []
    found: list[Diagnostic] = []
    for name in unread:
        if folder := _unknown_folder(name.split("/"), forms):
            folders.setdefault(folder, []).append(name)
            continue
        advice = _about_file(root, name, forms, peek)
        broken += _entry_at(advice.meant, forms)
        message = msg("nothing reads `{name}`", name=name)
        found.append(refuse("FILE008", Span(f"{shown}/{name}"), message, advice.hint))
    for folder, names in folders.items():
        advice = _about_folder(root, folder, names, forms, peek)
        if advice.meant:
            broken += [entry for name in names for entry in _entry_at(advice.meant + name.removeprefix(folder), forms)]
        message = msg("nothing reads the folder `{name}/` ({count} files in it)", name=folder, count=len(names))
        found.append(refuse("FILE008", Span(f"{shown}/{folder}"), message, advice.hint))
    return broken, found


def _entry_at(path: str, forms: Sequence[Form]) -> Broken:
    """Kind and id of the entry that a file at a path is; nothing where it is none."""
    form, id = form_of(path, forms)
    return [(form.kind, id)] if form is not None else []


def _unknown_folder(parts: Sequence[str], forms: Sequence[Form]) -> str:
    """The first folder above a file that no content type uses; empty where all are used."""
    for depth in range(1, len(parts)):
        if not any(_leads(parts[:depth], form.pattern.split("/")) for form in forms):
            return "/".join(parts[:depth])
    return ""


def _leads(folders: Sequence[str], pattern: Sequence[str]) -> bool:
    return len(pattern) > len(folders) and all(map(fnmatchcase, folders, pattern))


def _about_folder(root: Path, folder: str, names: Sequence[str], forms: Sequence[Form], peek: Peek) -> _Advice:
    above, _, own = folder.rpartition("/")
    within = [name.removeprefix(f"{folder}/") for name in names]
    if "site.yml" in within:
        return _Advice(msg("it holds a `site.yml`: a site of its own lies beside this one, not inside it"))
    if sum(form_of(name, forms)[0] is not None and "/" in name for name in within) * 2 > len(within):
        return _Advice(msg("it holds folders of content: move them up, beside `site.yml`"))
    if (target := _meant_folder(folder, forms)) is not None:
        if (root / target).is_dir() and not _same(root / folder, root / target):
            return _Advice(msg("do you mean `{target}/`? Move the files of this folder there", target=target), target)
        return _Advice(msg("do you mean `{target}/`? Rename the folder", target=target), target)
    if all(_is_for_download(name) for name in names):
        return _Advice(_FOR_DOWNLOAD)
    if above and form_of(f"{above}/{within[0].rpartition('/')[2]}", forms)[0] is not None:
        return _Advice(msg("put the files of `{name}/` straight into `{above}/`", name=own, above=above), above)
    if (form := _by_keys(root, names, forms, peek)) is not None:
        target = form.pattern.rpartition("/")[0]
        label = _called(form)
        return _Advice(
            msg("the files in it are like {label}: move them to `{folder}/`", label=label, folder=target), target
        )
    return _Advice(_NOT_CONTENT)


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


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)  # where capitals do not part two names
    except OSError:
        return False


def _about_file(root: Path, name: str, forms: Sequence[Form], peek: Peek) -> _Advice:
    """What to do with a file in a folder that is read."""
    folder, _, own = name.rpartition("/")
    if (meant := _meant_path(name, forms)) is not None:
        new = meant.rpartition("/")[2]
        hint = msg("rename it to `{name}`", name=new)
        if own.lower().endswith(".txt"):
            hint = msg(
                "rename it to `{name}`; Windows hides the ending `.txt` until Explorer is told to show endings",
                name=new,
            )
        return _Advice(hint, meant)
    if _is_for_download(name):
        return _Advice(_FOR_DOWNLOAD)
    for form in forms:  # a file that lies a folder too high: `plans/plan.md`
        *outer, last = form.pattern.split("/")
        if last == own and "/".join(outer[:-1]) == folder:
            pattern = form.pattern.replace("*", "…")
            return _Advice(msg("it belongs in a folder of its own: `{pattern}`", pattern=pattern))
    if (likely := _by_keys(root, (name,), forms, peek)) is not None:
        return _Advice(_move(likely, name), likely.pattern.replace("*", re.sub(r"\.\w+$", "", own)))
    patterns = [form.pattern.split("/") for form in forms]
    depth, above = name.count("/"), folder.split("/")
    read = sorted({pattern[-1] for pattern in patterns if len(pattern) == depth + 1 and _leads(above, pattern)})
    if folder and read:
        names = ", ".join(f"`{name}`" for name in read)
        return _Advice(msg("in `{folder}/` only {names} is read", folder=folder, names=names))
    return _Advice(_NOT_CONTENT)


def _meant_path(name: str, forms: Sequence[Form]) -> str | None:
    """The path that the name of a file means by its spelling: `Tasks.yaml` is `tasks.yml`; None where none comes near."""
    above, _, own = name.rpartition("/")
    folders = above.split("/") if above else []
    for form in forms:
        *outer, last = form.pattern.split("/")
        if len(outer) != len(folders) or not all(map(fnmatchcase, folders, outer)):
            continue
        ending = last[last.rindex(".") :]
        stem = _ENDINGS[ending].sub("", own) if ending in _ENDINGS else own
        if not stem or ("." in stem and _TEXTS.search(stem)) or _ending(stem) in TYPES:
            continue
        new = last.replace("*", stem) if "*" in last else meant_part(stem, outer, forms)
        if new is not None and new.endswith(ending) and new != own and (stem != own or "*" not in last):
            return f"{above}/{new}" if above else new
    return None


def _by_keys(root: Path, names: Sequence[str], forms: Sequence[Form], peek: Peek) -> Form | None:
    for name in [name for name in names if _TEXTS.search(name)][:_FEW]:
        if (form := likely_form(peek(root / name), forms)) is not None:
            return form
    return None


def _move(form: Form, name: str) -> Message:
    folder, ending = _folder_and_ending(form)
    if not ending:
        return _to_pattern(form)
    label = _called(form)
    if name.endswith(ending):
        return msg("this file is like {label}: move it to `{folder}/`", label=label, folder=folder)
    return msg(
        "this file is like {label}: save it as a file `{ending}` in `{folder}/`; `sitegen new` shows its form",
        label=label,
        ending=ending,
        folder=folder,
    )


def _folder_and_ending(form: Form) -> tuple[str, str]:
    """The folder of a form's files as it is shown, and their ending; no ending where the name of the file is fixed."""
    folder, _, last = form.pattern.rpartition("/")
    return folder.replace("*", "…"), last[last.rindex(".") :] if "*" in last else ""


def _to_pattern(form: Form) -> Message:
    return msg("move it to `{pattern}`", pattern=form.pattern.replace("*", "…"))


def _called(form: Form) -> str:
    return form.label[0].lower() + form.label[1:]


def _is_for_download(name: str) -> bool:
    return _ending(name) in TYPES and not _TEXTS.search(name)


def _ending(name: str) -> str:
    return name.rpartition(".")[2].lower() if "." in name.rpartition("/")[2] else ""
