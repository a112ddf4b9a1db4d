"""A scorecard as sentences: `3.2.21. Xin lỗi công dân …: đạt 0/0,25 điểm, do …`, and below it what is done about it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from site_gen.base.messages import msg
from site_gen.base.vietnamese import fold
from site_gen.importers.draft import Doubt
from site_gen.importers.table import Paragraph
from site_gen.importers.targets.persons import Persons
from site_gen.importers.targets.scorecard_persons import without_names
from site_gen.importers.targets.scorecard_tree import Criterion, Tree

_POINTS = r"\d+(?:[.,]\d+)?"
_SCORE = re.compile(rf"(?:đạt\s*)?(?P<score>{_POINTS})\s*/\s*(?P<max>{_POINTS})?\s*điểm", re.IGNORECASE)
_LOST = re.compile(rf"[Tt]rừ\s+(?P<points>{_POINTS})\s*điểm")
_NUMBERED = re.compile(r"(?P<top>Nhiệm vụ(?: số)?\s+)?(?P<no>\d{1,2}(?:\.\d{1,2})*)\s*[.:]?\s+(?P<rest>\S.*)")
_REASON = re.compile(r"^[\s,.:;()]*(?:nội dung\s*:)?[\s,]*(?:lý do|do|vì)\s*:?\s*", re.IGNORECASE)
_REMEDY = re.compile(r"(?:Biện pháp|Giải pháp|Hướng) khắc phục\s*:?\s*(?P<rest>.*)", re.IGNORECASE)
_REQUIREMENT = re.compile(r"Yêu cầu (?:của )?tiêu chí\s*:?\s*(?P<rest>.+)", re.IGNORECASE)
_SCORED = re.compile(r"Điểm (?:chấm|đạt|số)\s*:?\s*(?P<rest>.+)", re.IGNORECASE)
_APPRAISED = re.compile(
    rf"(?:Hội đồng|HĐ)\w*\s+thẩm định\s+chấm\s+(?P<score>{_POINTS})\s*/\s*{_POINTS}\s*điểm(?P<rest>.*)", re.IGNORECASE
)
_FIXED = re.compile(r"\b(?:đã khắc phục|đã thực hiện|đã xây dựng xong)\b", re.IGNORECASE)
_BULLET = re.compile(r"\s*[-–]\s*")
_STEP = re.compile(r"\s*\+\s*")


def scored_lines(paragraphs: Sequence[Paragraph]) -> int:
    """How many lines give a criterion its score."""
    return sum(bool(_NUMBERED.match(line.text.lstrip("* ")) and _SCORE.search(line.text)) for line in paragraphs)


def read_criteria(paragraphs: Sequence[Paragraph]) -> tuple[Tree, list[Doubt]]:
    """The tree of criteria of a text, and what is doubtful in it."""
    tree, doubts, persons = Tree(), list[Doubt](), Persons()
    remedy = False  # whether the lines that follow say what is done about the last criterion
    for paragraph in paragraphs:
        line = " ".join(paragraph.text.replace("*", "").split())
        if not line or (not tree.roots and not _starts(line)):
            continue
        if re.match(r"[IVX]{1,4}\s*\.\s", line) and tree.roots:
            break
        if hit := _REMEDY.match(line):
            remedy = True
            if hit["rest"] and tree.current:
                doubts += _remedy(tree.current, hit["rest"], paragraph, persons)
        elif remedy and _STEP.match(line) and tree.current:
            doubts += _remedy(tree.current, _STEP.sub("", line, count=1), paragraph, persons)
        else:
            remedy = False
            _line(tree, line, paragraph, doubts)
    return tree, doubts


def _starts(line: str) -> bool:
    hit = _NUMBERED.match(line)
    return bool(hit and _SCORE.search(line))


def _line(tree: Tree, line: str, paragraph: Paragraph, doubts: list[Doubt]) -> None:
    hit = _NUMBERED.match(line)
    scored = _SCORE.search(line)
    lost = _LOST.search(line)
    if hit and (scored or lost):
        number = tuple(map(int, hit["no"].split(".")))
        found = tree.open(number, "", paragraph.at, top=bool(hit["top"]))
        _fill(found, hit["rest"])
        doubts += found.doubts
    elif appraised := _APPRAISED.search(line):
        if tree.current:
            tree.current.values |= {
                "self_score": tree.current.values.get("declared", ""),
                "appraised_score": appraised["score"],
            }
            if reason := _REASON.sub("", appraised["rest"]).strip(" ."):
                tree.current.deduct(_sentence(reason))
    elif requirement := _REQUIREMENT.match(line):
        found = tree.open_unnumbered(requirement["rest"].strip(" ."), paragraph.at)
        found.values["requirement"] = requirement["rest"].strip()
    elif (scored_line := _SCORED.match(line)) and tree.current:
        label = tree.current.label
        _fill(tree.current, scored_line["rest"])
        tree.current.label = label
    elif _BULLET.match(line) and tree.numbered:
        _bullet(tree, _BULLET.sub("", line, count=1), paragraph)
    elif tree.current and fold(line) != "trong do":
        _aside(tree.current, line)


def _bullet(tree: Tree, text: str, paragraph: Paragraph) -> None:
    scored = _SCORE.search(text)
    lost = _LOST.search(text)
    owner = tree.numbered
    assert owner is not None
    if scored:
        maximum = scored["max"] or ""
        found = tree.open_unnumbered("", paragraph.at, maximum)
        _fill(found, re.sub(r"^Nội dung\s*:\s*", "", text))
    elif lost and lost.start() < 3:
        owner.deduct(_sentence(_REASON.sub("", text[lost.end() :]).strip(" .")), lost["points"])
    elif lost:
        found = tree.open_unnumbered("", paragraph.at)
        _fill(found, text)
    else:
        _aside(owner, text)


def _fill(found: Criterion, text: str) -> None:
    """Name, score and reason out of `Tên: đạt 0/0,5 điểm, trừ 0,5 điểm do …`."""
    scored, lost = _SCORE.search(text), _LOST.search(text)
    first = min((hit.start() for hit in (scored, lost) if hit), default=len(text))
    if label := text[:first].strip(" :,.-*"):
        found.label = re.sub(r"[:,]?\s*(?:đạt|Đạt)$", "", label).strip(" :,")
    end = 0
    if scored:
        found.values["declared"] = scored["score"]
        end = scored.end()
        if scored["max"]:
            found.values["max"] = scored["max"]
        else:
            found.values["verbatim"] = scored[0]
            found.doubts.append(Doubt("IMP016", found.at, scored[0], msg("the most that can be reached is blank")))
    if lost:
        found.values["lost_declared"] = lost["points"]
        end = max(end, lost.end())
    rest = text[end:].strip()
    reason = _REASON.sub("", rest).strip(" .()")
    why = reason and (_REASON.match(rest) or lost)
    if why and fold(reason) not in ("", "do"):
        found.deduct(_sentence(reason), lost["points"] if lost else "")
    elif reason:
        _aside(found, reason)


def _aside(found: Criterion, text: str) -> None:
    """A sentence that is neither score nor remedy: a reason where points were lost, else a note."""
    if _FIXED.search(text):
        found.values["fixed"] = "có"
    lost = found.values.get("lost_declared")
    if lost and "deductions" not in found.values:
        found.deduct(_sentence(text.strip(" .()")), str(lost))
    else:
        note = str(found.values.get("note", ""))
        found.values["note"] = f"{note} {text.strip(' ()')}".strip()


def _remedy(found: Criterion, text: str, paragraph: Paragraph, persons: Persons) -> list[Doubt]:
    said, doubts = without_names(found, text, paragraph.at, persons)
    found.add("remedy", _sentence(said.strip(" .")))
    if _FIXED.search(text):
        found.values["fixed"] = "có"
    found.doubts += doubts
    return doubts


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?")) else ".") if text else ""
