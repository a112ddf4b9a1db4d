"""The five plans cut into pieces, from the original wording: rows of tables, sections, criteria.

Each piece bears the name under which content has it, so that the two can be laid side by side.
"""

from __future__ import annotations

import re
from functools import cache

from seeds import raw

ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
Pieces = dict[str, str]


@cache
def tables(site: str) -> dict[str, Pieces]:
    """Pieces of a plan's table by place; each with the words of its cells by the field that content keeps them in."""
    return {"cam-giang": _piped, "huong-thuy": _tabbed, "hoang-giang": _wrapped, "tuy-phuoc": _grouped}[site](raw(site))


def _piped(text: str) -> dict[str, Pieces]:
    """Cẩm Giàng: rows between pipes. Targets and tasks run over several rows, so their texts are cut at their numbers."""
    out: dict[str, Pieces] = {}
    columns: list[list[str]] = [[], []]
    for line in text.splitlines():
        cells = [c.strip() for c in line.strip().strip("|").split("|")]
        if not line.startswith("|") or cells[0] in ("TT", *ROMAN) or cells[0].startswith("--"):
            continue
        no, target, task, part, outputs, lead, helpers, time, money = cells
        columns[0].append(target)
        columns[1] += [task, part]
        if no:
            cells = {"outputs": outputs, "lead": lead, "coordinating": helpers, "deadline": time, "budget": money}
            out[f"TT {no}"] = cells
    for column, kinds in zip(columns, ("1", "[23]"), strict=True):
        pieces = re.split(rf"(?<![\d.])({kinds}\.\d+)\. ", " ".join(column))
        for no, words in zip(pieces[1::2], pieces[2::2], strict=True):
            out[no] = {"text": words}
    return out


def _tabbed(text: str) -> dict[str, Pieces]:
    """Hương Thủy: a cell begins with a tab and may go on over lines; a row begins with its number."""
    cells = [" ".join(cell.split()) for cell in re.split(r"\n\t", text[text.index("PHỤ LỤC\n") :])]
    out: dict[str, Pieces] = {}
    area, no = "", 0
    for at, cell in enumerate(cells):
        if cell in ROMAN and at + 1 < len(cells) and cells[at + 1].isupper():
            area, no = cell.lower(), 0
            money = next((c for c in cells[at + 2 : at + 3] if c.isdigit()), "")
            out[f"area {cell}"] = {"budget": money}
        elif area and cell == str(no + 1) and len(cells) > at + 6 and len(cells[at + 1].split()) > 3:
            no += 1
            names = ("text", "outputs", "lead", "coordinating", "budget", "deadline")
            out[f"{area}.{cell}"] = dict(zip(names, cells[at + 1 : at + 7], strict=True))
    return out


def _wrapped(text: str) -> dict[str, Pieces]:
    """Hoằng Giang: the words of a row in the order in which a text reader met them, cells not told apart."""
    out: dict[str, Pieces] = {}
    for annex, body in re.findall(r"Phụ lục số 0(\d):(.*?)(?=Phụ lục số 0\d:|\t\t2023-)", text, re.DOTALL):
        body = body[re.search(r"Thời\s+gian\s+thực\s+hiện", body).end() :]
        no = 0
        for line in body.splitlines():
            if re.match(rf"\s*{no + 1}\.?(?:\s|$)", line):
                no += 1
                line = re.sub(r"^\s*\d\.?", "", line)
            if no:
                key = f"pl0{annex}.{no}"
                out[key] = {"row": f"{out.get(key, {}).get('row', '')} {line}"}
    return out


def _grouped(text: str) -> dict[str, Pieces]:
    """Tuy Phước: six cells between tabs; a row without number goes on with the row above, over the page's heading."""
    out: dict[str, Pieces] = {}
    area = group = key = ""
    for line in text.replace("\n\n", "\n").splitlines():
        cells = [" ".join(c.split()) for c in line.split("\t")]
        if len(cells) != 6 or cells[0] == "STT":
            continue
        if cells[0] in ROMAN:
            area, group = cells[0].lower(), ""
        elif cells[1].startswith("Nội dung cần"):
            group = "a" if "khắc phục" in cells[1] else "b"
        else:
            if cells[0]:
                key = f"{area}.{group}{cells[0]}"
                out[key] = {"content": "", "text": "", "lead": "", "deadline": ""}
            for name, cell in zip(("content", "text", "lead", "deadline"), cells[1:5], strict=True):
                out[key][name] = f"{out[key][name]} {cell}".strip()
    return out


@cache
def criteria() -> Pieces:
    """Phú Thượng: what the plan says of each numbered criterion, up to the next."""
    text = raw("phu-thuong")
    text = text[text.index("3. Điểm số cụ thể") : text.index("II. KẾ HOẠCH NÂNG CAO")]
    text = text.replace("\n4. Tuyên truyền", "\n1.4. Tuyên truyền")
    heads = list(re.finditer(r"^(?:\*+\s*Nhiệm vụ (?:số )?(\d)[:.]|(\d(?:\.\d+)+)\.?\s)", text, re.MULTILINE))
    ends = [h.start() for h in heads[1:]] + [len(text)]
    return {h[1] or h[2]: text[h.end() : end] for h, end in zip(heads, ends, strict=True)}


@cache
def roles() -> tuple[tuple[str, ...], ...]:
    """Phú Thượng: the items under each of the eleven roles of section II.3, lesser items joined to theirs."""
    text = raw("phu-thuong")
    text = text[text.index("3. Nhiệm vụ cụ thể") : text.index("III. TỔ CHỨC THỰC HIỆN")]
    out = []
    for part in re.split(r"^[a-k][.)] ", text, flags=re.MULTILINE)[1:]:
        items = re.split(r"^\s*-\s*", part.partition("\n")[2], flags=re.MULTILINE)
        out.append(tuple(" ".join(i.split()) for i in items if i.strip()))
    return tuple(out)
