"""The document of a plan: its number, day, title, basis, signature and text out of the paragraphs around the annex.

How an administrative document is laid out is law: decree 30/2020/NĐ-CP, annex I.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from site_gen.base.dataclass import dataclass
from site_gen.base.messages import msg
from site_gen.base.vietnamese import fold, slug
from site_gen.importers.draft import Doubt, unsaid
from site_gen.importers.table import Paragraph, Place

_NUMBER = re.compile(r"\bSố\s*:\s*(?P<number>[\w.-]*)\s*/\s*(?P<sign>[A-ZĐ][\wĐđ-]*(?:\s*[-–]\s*[A-ZĐ]\w*)*)")
_DAY = re.compile(
    r"(?P<place>[^,;()]{2,60}),\s*ngày\s*(?P<d>\d{0,2})[\s.…_]*tháng\s*(?P<m>\d{0,2})[\s.…_]*năm\s*(?P<y>\d{4})",
    re.IGNORECASE,
)
_DECISION = re.compile(
    r"[Bb]an hành kèm theo (?P<kind>Quyết định|quyết định|Công văn|Kế hoạch)\s*(?:số)?\s*:?\s*(?P<number>[\w.-]*)\s*/\s*(?P<sign>[\wĐđ –-]+?)"
    r"\s*ngày\s*(?P<day>\d{0,2}\s*(?:/|tháng)\s*\d{1,2}\s*(?:/|năm)\s*\d{4})?(?:\s*của\s*(?P<issuer>[^()]+?))?\s*\)"
)
_BASIS = re.compile(r"^(?:Căn cứ|Thực hiện|Theo)\b(?P<rest>.*)")
_DOCUMENT = re.compile(
    r"(?P<kind>Luật|Nghị quyết|Nghị định|Quyết định|Thông tư|Chỉ thị|Kế hoạch|Báo cáo|Thông báo|Công văn|Hướng dẫn|Chương trình)\s+số\s+"
    r"(?P<number>[\w.]+(?:/[\wĐđ.-]+)+)(?:\s+ngày\s+(?P<day>\d{1,2}\s*(?:/|tháng)\s*\d{1,2}\s*(?:/|năm)\s*\d{4}))?"
    r"(?:\s+của\s+(?P<issuer>.+?))?(?:\s+(?:về việc|về|ban hành)\s+(?P<title>.+?))?\s*[;.]?\s*$"
)
_SECTION = re.compile(r"(?P<no>(?=[IVX])[IVX]{1,5})\s*[.:]\s*(?P<title>\S.*)")
_SUBSECTION = re.compile(r"(?P<no>\d{1,2})\s*\.\s*(?P<title>\D.{2,100}?[^.:;\s])\s*:?\s*$")
_SIGN = re.compile(r"\**\s*(?P<prefix>TM|KT|TL|TUQ|Q)\s*\.\s*(?P<body>[A-ZĐÀ-Ỹ ]{4,})")
_ROLE = re.compile(r"(?:PHÓ )?(?:CHỦ TỊCH|TRƯỞNG PHÒNG|CHÁNH VĂN PHÒNG|GIÁM ĐỐC)")
_ANNEX = re.compile(r"(?:phu luc|bieu|danh muc)\b")
_STOP = re.compile(r"(?:căn cứ|thực hiện|theo|nhằm|để|ngày|\(|i\s*[.:])", re.IGNORECASE)
_TITLE_KINDS = (
    ("nang cao chi so", "index_improvement"), ("khac phuc", "remediation"), ("tuyen truyen", "communication"),
    ("kiem soat thu tuc", "procedure_control"), ("kiem soat tthc", "procedure_control"), ("ra soat thu tuc", "procedure_review"),
    ("ra soat tthc", "procedure_review"), ("ra soat van ban", "document_review"), ("kiem tra", "inspection"), ("hai long", "sipas"),
    ("chuyen doi so", "digital"), ("doi thoai", "dialogue"), ("giai doan", "par_period"), ("cai cach hanh chinh", "par_year"), ("cchc", "par_year"),
)  # fmt: skip  # a table


@dataclass(frozen=True, slots=True)
class PlanDocument:
    """What the document itself says; `data` is for the front matter, `body` is its text."""

    data: dict[str, object]
    body: str
    year: int | None
    doubts: tuple[Doubt, ...]


def read_plan_document(paragraphs: Sequence[Paragraph]) -> PlanDocument:
    """The document out of the paragraphs outside of tables."""
    lines = _reflowed([paragraph.text.strip("* ") for paragraph in paragraphs])
    data: dict[str, object] = {}
    doubts: list[Doubt] = []
    title, at = _title(lines)
    year = int(hit[1]) if (hit := re.search(r"\bnăm\s+(20\d\d)\b", title)) else None
    data["title"] = title or unsaid("title")
    says = fold(title)
    named = [(says.index(words), rank, kind) for rank, (words, kind) in enumerate(_TITLE_KINDS) if words in says]
    data["kind"] = min(named)[2] if named else "par_year"
    data["year"] = str(year) if year else unsaid("year")
    head = " \n".join(lines[: at + 4])
    if hit := _NUMBER.search(head):
        if hit["number"]:
            data["number"] = f"{hit['number']}/{hit['sign'].replace(' ', '')}"
        else:
            doubts.append(Doubt("IMP011", Place(), hit[0], msg("the number of the plan is blank in the file")))
    if hit := _DAY.search(head):
        data |= {"date": _date(hit["d"], hit["m"], hit["y"]), "place": hit["place"].split("\n")[-1].strip()}
        if not hit["d"]:
            doubts.append(Doubt("IMP011", Place(), hit[0], msg("the day of the plan is blank in the file")))
    if hit := _DECISION.search(" ".join(lines[: at + 6])):
        issued: dict[str, object] = {"title": hit["kind"].capitalize()}
        if hit["number"]:
            issued["number"] = f"{hit['number']}/{''.join(hit['sign'].split())}"
        if hit["day"]:
            issued["date"] = _day_words(hit["day"])
        if hit["issuer"]:
            issued["issuer"] = hit["issuer"].strip()
        data["decision"] = issued
    data |= _signature(lines)
    data["basis"] = [found for line in lines[: at + 40] if (found := _basis(line))]
    data["recipients"] = list(_recipients(lines))
    return PlanDocument(data, "\n\n".join(_body(lines[at:])), year, tuple(doubts))


def _reflowed(lines: Sequence[str]) -> list[str]:
    """Lines that a conversion broke, as the paragraphs that they were."""
    out: list[str] = []
    for line in lines:
        words = " ".join(line.split())
        if not words:
            continue
        last = out[-1] if out else ""
        goes_on = (
            bool(last)
            and (words[:1].islower() or last.endswith((",", " -", " –")))
            and not re.search(r"[.:;!?]$|/\.$", last)
        )
        fits = not re.match(r"[-–+•]|\d{1,2}[.)]|[a-zđ]\)", words)
        if goes_on and fits and not last.isupper():
            out[-1] += f" {words}"
        else:
            out.append(words)
    return out


def _title(lines: Sequence[str]) -> tuple[str, int]:
    """The name of the plan with the word “Kế hoạch”, and the line behind it."""
    for at, line in enumerate(lines):
        says = fold(line)
        if says == "ke hoach":
            parts: list[str] = []
            for following in lines[at + 1 : at + 5]:
                ended = parts and (_STOP.match(following) or len(following) > 160)
                if ended or fold(following).startswith("uy ban"):
                    break
                parts.append(following)
            if parts:
                return f"Kế hoạch {_lower(' '.join(parts))}", at + 1 + len(parts)
        if says.startswith("ke hoach ") and line.isupper():
            parts = [line]
            for following in lines[at + 1 : at + 4]:
                if not following.isupper() or _STOP.match(following):
                    break
                parts.append(following)
            text = " ".join(parts).lower()
            return text[:1].upper() + text[1:], at + len(parts)
    return "", 0


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:] if not text[:2].isupper() else text


def _date(day: str, month: str, year: str) -> str:
    if day and month:
        return f"{int(day):02d}/{int(month):02d}/{year}"
    return f"tháng {int(month):02d}/{year}" if month else year


def _day_words(text: str) -> str:
    numbers = re.findall(r"\d+", text)
    if len(numbers) == 3:
        return f"{int(numbers[0]):02d}/{int(numbers[1]):02d}/{numbers[2]}"
    return f"tháng {int(numbers[0]):02d}/{numbers[1]}"


def _signature(lines: Sequence[str]) -> dict[str, object]:
    for at, line in enumerate(lines):
        if hit := _SIGN.match(line):
            role = next((role[0] for text in (line, *lines[at + 1 : at + 4]) if (role := _ROLE.search(text))), "")
            words = role.lower()
            return {
                "sign_prefix": f"{hit['prefix']}.",
                **({"signer_role": words[:1].upper() + words[1:]} if role else {}),
            }
    return {}


def _basis(line: str) -> dict[str, object] | None:
    """A document that a sentence of the preamble rests on; None where it names none by number."""
    if not _BASIS.match(line) or (hit := _DOCUMENT.search(line)) is None:
        return None
    title = re.split(r"[.;]\s", hit["title"] or "")[0].strip(" .;:")
    out: dict[str, object] = {
        "title": f"{hit['kind']} {title}".strip() if title else hit["kind"],
        "number": hit["number"],
    }
    if hit["day"]:
        out["date"] = _day_words(hit["day"])
    if hit["issuer"]:
        out["issuer"] = hit["issuer"].strip(" .;,")
    return out


def first_document(text: str) -> dict[str, object] | None:
    """The first document that a text names by kind and number; None where it names none."""
    hit = _NAMED.search(text)
    if hit is None:
        return None
    out: dict[str, object] = {"title": hit["kind"], "number": hit["number"]}
    if hit["day"]:
        out["date"] = _day_words(hit["day"])
    if hit["issuer"]:
        out["issuer"] = hit["issuer"].strip(" .;,)")
    return out


_NAMED = re.compile(
    r"(?P<kind>Nghị quyết|Quyết định|Thông báo|Kế hoạch|Báo cáo|Công văn)\s+số\s*:?\s*(?P<number>[\w.]+(?:/[\wĐđ.-]+)+)"
    r"(?:\s*ngày\s+(?P<day>\d{1,2}\s*(?:/|tháng)\s*\d{1,2}\s*(?:/|năm)\s*\d{4}))?(?:\s+của\s+(?P<issuer>[^()\n.;]{3,80}))?",
    re.IGNORECASE,
)


def _recipients(lines: Sequence[str]) -> Iterator[str]:
    start = next((at for at, line in enumerate(lines) if fold(line) == "noi nhan"), None)
    if start is None:
        return
    for line in lines[start + 1 : start + 30]:
        if not line.startswith(("-", "–")):
            return
        yield line.lstrip("-– ").rstrip(" ;./")


def _body(lines: Sequence[str]) -> Iterator[str]:
    """The text as Markdown, from its first section to where it is signed."""
    begun = False
    for line in lines:
        says = fold(line)
        if _SIGN.match(line) or says == "noi nhan" or (begun and _ANNEX.match(says) and line.isupper()):
            return
        if hit := _SECTION.fullmatch(line):
            begun = True
            yield f"## {_sentence(hit['title'])}"
        elif not begun:
            continue
        elif hit := _SUBSECTION.fullmatch(line):
            yield f"### {hit['no']}. {hit['title']}"
        elif re.match(r"[-–+•]\s*", line):
            yield "- " + line.lstrip("-–+• ")
        else:
            yield line


def _sentence(text: str) -> str:
    words = text.strip(" :")
    return words[:1] + words[1:].lower() if words.isupper() else words


def plan_id(title: str, year: int | None) -> str:
    """The folder of a plan: what it is for, and its year."""
    says = fold(title)
    name = next(
        (
            slug(words)
            for words in ("nâng cao", "khắc phục", "kiểm soát", "tuyên truyền", "chuyển đổi số")
            if fold(words) in says
        ),
        "cchc",
    )
    return f"{name}-{year}" if year else name
