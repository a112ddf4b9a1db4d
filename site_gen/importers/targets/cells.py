"""What stands in one cell, taken apart: its number, its points, several things or names in one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from site_gen.base.vietnamese import fold

_OWN_NUMBER = re.compile(r"\s*(\d{1,3}(?:\.\d{1,3})+)\.?\s+(?=\S)|\s*(\d{1,3}(?:\.\d{1,3})+)\.\s*(?=\D)")
_BULLET = re.compile(r"^\s*(?:[-–+•*●○▪]\s*(?=\D|\d+\s*%|\d{2,4}\s)|\d{1,2}[.)](?!\d)\s*|[a-zđ]\)\s*)")
_AFTER_SENTENCE = re.compile(r"(?<=[.;:)])\s+(?=[-–+]\s+\S|\d{1,2}[.)]\s+[A-ZĐÀ-Ỹ])")
_DASH = re.compile(r"\s+[-–+]\s+")
_HEADS = ("phong", "van phong", "ubnd", "uy ban", "cac", "trung tam", "bo phan", "ban", "chi nhanh", "chi cuc", "so", "hoi", "doan", "cong an", "cong chuc", "can bo", "truong", "tram", "hdnd", "don vi", "co quan", "thu truong", "lanh dao", "chu tich", "cbcc", "cb", "cc", "mttq", "thanh tra", "nganh", "thon", "to")  # fmt: skip  # a list of words
_TIMES = ("thuong xuyen", "hang", "quy", "thang", "nam", "truoc", "sau", "khi", "theo", "hoan thanh", "dinh ky", "trong", "6 thang", "06 thang", "9 thang", "09 thang", "ngay", "den", "giai doan", "cuoi", "dau")  # fmt: skip  # a list of words
_PRODUCTS = ("nghi quyet", "quyet dinh", "ke hoach", "bao cao", "van ban", "to trinh", "de an", "phuong an", "phieu", "cong van", "thong bao", "bien ban", "chuong trinh", "danh muc", "quy che", "huong dan", "cac", "hoi nghi", "ho so", "du thao", "chi thi", "bang", "giay", "tin", "bai", "so lieu", "quy dinh", "quy trinh", "so tay", "to roi")  # fmt: skip  # a list of words
_UNFINISHED = frozenset(
    (
        "phong",
        "van phong",
        "ban",
        "uy ban",
        "trung tam",
        "chi cuc",
        "so",
        "cong an",
        "hoi",
        "doan",
        "bo phan",
        "cong chuc",
    )
)
"""The beginnings of names of bodies, which alone are none: the name goes on in the next line."""


def own_number(text: str) -> tuple[str, str]:
    """The number with parts that a text begins with, and the rest: `2.1` and `Tham mưu` for `2.1. Tham mưu`."""
    hit = _OWN_NUMBER.match(text)
    return ((hit[1] or hit[2]), text[hit.end() :].strip()) if hit else ("", text.strip())


def points(text: str) -> list[str]:
    """The points of a cell, each as one line: its lines and bullets; a line that goes on with a sentence stays with it."""
    out: list[str] = []
    for line in _AFTER_SENTENCE.sub("\n", text).split("\n"):
        words = " ".join(line.split())
        bare = _BULLET.sub("", words).strip()
        if not bare:
            continue
        if bare != words or not out or not (bare[:1].islower() or fold(out[-1]) in _UNFINISHED):
            out.append(bare)
        else:
            out[-1] += f" {bare}"
    return out


def has_bullets(text: str) -> bool:
    """Whether a text is a list of points."""
    lines = [line for line in _AFTER_SENTENCE.sub("\n", text).split("\n") if line.strip()]
    return sum(bool(_BULLET.match(line)) for line in lines) > 1


def points_at_dashes(text: str, heads: Sequence[str] = ()) -> list[str]:
    """The points of a cell that a conversion put on one line: parted at each dash before a word that begins a point.

    Args:
        text: The cell.
        heads: Words, folded, with which points begin; without them a capital or a share does.
    """
    out: list[str] = []
    for point in points(text):
        pieces = _DASH.split(point)
        begun = [pieces[0]]
        marks = _DASH.findall(point)
        for mark, piece in zip(marks, pieces[1:], strict=True):
            if _begins(piece, heads):
                begun.append(piece)
            else:
                begun[-1] += f"{mark}{piece}"
        out += begun
    return [" ".join(piece.split()) for piece in out]


def _begins(text: str, heads: Sequence[str]) -> bool:
    said = fold(text)
    if heads:
        return any(said == head or said.startswith(f"{head} ") for head in heads)
    return text[:1].isupper() or bool(re.match(r"\d+(?:[.,]\d+)?\s*%", text))


def points_of_names(text: str) -> list[str]:
    """The points of a cell of bodies."""
    return points_at_dashes(text, _HEADS)


def points_of_times(text: str) -> list[str]:
    """The points of a cell of times."""
    return points_at_dashes(text, _TIMES)


def names_a_product(text: str) -> bool:
    """Whether a text begins as the name of a product does: `Kế hoạch …`, `Báo cáo …`, also `Xây dựng kế hoạch …`."""
    return _begins(_MAKING.sub("", fold(text)), _PRODUCTS)


_MAKING = re.compile(r"^(?:xay dung|ban hanh|lap) (?=\w)")


def things(text: str) -> list[str]:
    """Several things in one cell, as products are: its points, parted at semicolons, and at commas before the name of a document."""
    out: list[str] = []
    for point in points(text):
        for thing in point.split(";"):
            pieces = re.split(r",\s+", thing.strip())
            if len(pieces) > 1 and all(names_a_product(piece) for piece in pieces):
                out += pieces
            else:
                out.append(thing)
    return [thing.strip(" .;,") for thing in out if thing.strip(" .;,-–")]


_LEADS = re.compile(r"\s*,?\s*(?:chủ trì\s*,?\s*)?phối hợp (?:cùng )?(?:với )?(?=\S)", re.IGNORECASE)


def lead_and_others(text: str) -> tuple[str, str]:
    """Who leads and who takes part, of `Phòng Nội vụ (chủ trì) phối hợp với UBND các xã`; the second is empty where only one is named."""
    halves = _LEADS.split(text, maxsplit=1)
    if len(halves) == 2 and halves[0].strip() and halves[1].strip():
        return halves[0].strip(" ,:"), halves[1].strip(" .")
    return re.sub(r"\s+chủ trì$", "", text.strip(), flags=re.IGNORECASE), ""


def names(text: str) -> list[str]:
    """The bodies that a text names, parted at semicolons, and where people are named behind an office; commas stay, for names hold them."""
    whole = _GLUED.sub(" ", text)
    return [name.strip(" .;,") for part in whole.split(";") for name in _STAFF.split(part) if name.strip(" .;,")]


_STAFF = re.compile(r"\s+(?:và|[-–])\s+(?=(?:CB|CC|CBCC|cán bộ|công chức)\b)", re.IGNORECASE)
"""`Văn phòng và công chức có liên quan`: two bodies; `Văn phòng HĐND và UBND` is one."""
_GLUED = re.compile(r"(?<=[A-ZĐ]{2})(?=(?:có|và|của|xã|phường|huyện|tỉnh)\b)")
"""Where a conversion lost the blank behind an abbreviation."""


def one_line(text: str) -> str:
    """A cell on one line, points parted by semicolons."""
    found = points(text)
    return "; ".join(point.rstrip(" ;.") if len(found) > 1 else point for point in found).strip()
