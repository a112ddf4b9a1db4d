"""The reference pages of the documentation, made from models, rules and commands, in Vietnamese.

    python tools/reference.py            write docs/tham-khao
    python tools/reference.py --check    exit 1 where a page there is not the present one

What a page says of a key or a code comes from the code alone, through the message catalogue; only
headings and a few connecting sentences are written here.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Union, get_args, get_origin, get_type_hints

os.environ["SITEGEN_LANG"] = "vi"  # help texts are put into words when the verbs are imported

import click
from pydantic import BaseModel

from site_gen.authoring.explanations import Explanation, explanations, family
from site_gen.authoring.forms import form_name
from site_gen.authoring.new_site import DATA
from site_gen.authoring.specimens import specimen
from site_gen.authoring.teaching import document_of
from site_gen.base.messages import say
from site_gen.base.vietnamese import show_date
from site_gen.cli.report import WORDS
from site_gen.kind import Kind, form_label
from site_gen.kinds import KINDS
from site_gen.kinds.budget import cells
from site_gen.model import duty, evidence, fields, foreign_phrases, menu, published, settings, signing_time
from site_gen.model.annotations import inner_model
from site_gen.model.choice import Choice
from site_gen.model.entry import Form
from site_gen.model.law import Confidence
from site_gen.reading.refusals import REFUSALS
from site_gen.reading.shipped import area_schemes, legal_bases
from site_gen.rules.common import COMMON

FOLDER = Path(__file__).parents[1] / "docs" / "tham-khao"
MADE = "<!-- Trang này do tools/reference.py làm ra; đừng sửa tay. -->"
EVERYWHERE = "chung"
"""The page of what every entry may carry."""
SHARED: tuple[type[BaseModel], ...] = (published.Anomaly, published.DocumentRef, evidence.Evidence)
"""Groups of keys that several content types use; they are explained there, too."""

TYPES: tuple[tuple[Any, str], ...] = (
    (fields.Line, "một dòng chữ"),
    (fields.Prose, "đoạn văn, Markdown"),
    (fields.Slug, "mã"),
    (fields.Whole, "số nguyên"),
    (fields.Days, "số ngày"),
    (fields.Year, "năm"),
    (fields.Score, "số"),
    (fields.Percent, "số phần trăm, 0–100"),
    (fields.Amount, "số tiền"),
    (fields.Dong, "số tiền (đồng)"),
    (fields.Day, "ngày"),
    (fields.PDate, "ngày, tháng hoặc năm"),
    (fields.YesNo, "có hoặc không"),
    (fields.At, "tọa độ"),
    (fields.Url, "liên kết"),
    (fields.SiteFile, "tệp trong `files/`"),
    (fields.PictureFile, "ảnh trong `files/`"),
    (fields.PictureOrFile, "tệp hoặc ảnh trong `files/`"),
    (fields.HomeAddress, "địa chỉ `https://…`"),
    (fields.OldAddress, "địa chỉ cũ trong trang"),
    (fields.PageAddress, "địa chỉ trang"),
    (fields.LinkAddress, "địa chỉ trang, hoặc liên kết"),
    (fields.DeadlineText, "thời hạn, nguyên văn"),
    (fields.UnitRef, "đơn vị"),
    (fields.PersonRef, "chức danh"),
    (fields.ProcedureRef, "thủ tục"),
    (fields.PlanRef, "kế hoạch"),
    (fields.RegisteredRef, "văn bản trong sổ"),
    (fields.PeriodField, "kỳ báo cáo"),
    (evidence.Digest, "mã băm SHA-256"),
    (settings.Colour, "màu"),
    (foreign_phrases.LanguageTag, "mã ngôn ngữ"),
    (menu.MenuLabel, "một dòng chữ ngắn"),
    (settings.SecurityContact, "hộp thư hoặc địa chỉ https"),
    (duty.DutyId, "mã nghĩa vụ"),
    (signing_time.SigningTime, "ngày giờ ký"),
    (cells.Cells, "các số, cách nhau bằng dấu |"),
    (cells.Cell, "số tiền hoặc để trống"),
    (cells.FormulaText, "công thức"),
)
"""Field types and what they are called. They are compared by value: an annotation cannot always be hashed."""
ANYTHING = (fields.Line, fields.Prose, fields.Slug)
"""Types whose own sample would say nothing of the field."""
LONGEST = 60
"""An example is cut at a word after so many letters."""


# --- content ------------------------------------------------------------------------------------------
def content_pages() -> Iterator[tuple[str, str]]:
    """One page for each content type, one for settings, one for what all of them share."""
    for kind in KINDS:
        yield f"noi-dung/{kind.name}.md", _kind_page(kind)
    yield "noi-dung/site.md", _settings_page()
    yield f"noi-dung/{EVERYWHERE}.md", _shared_page()


def _kind_page(kind: Kind) -> str:
    out = [f"# {kind.label}", MADE, kind.help]
    for form in kind.forms:
        out += _form(kind, form)
    codes = sorted({family(rule.code) for rule in kind.rules})
    out.append(f"Kiểm tra riêng của loại này: [{', '.join(codes)}](../quy-tac/{kind.name}.md).")
    return _page(out)


def _form(kind: Kind, form: Form) -> Iterator[str]:
    kept = specimen(kind, form)
    name = form_name(kind, form)
    yield f"## {form_label(kind, form)}: `{name}`"
    yield f"Tệp: `{form.pattern}`." + (
        " Giữa hai dòng `---` là các khóa; bên dưới là nội dung viết bằng Markdown."
        if kept.path.endswith(".md")
        else ""
    )
    samples = _samples(document_of(kept.text, kept.path).data, form.model)
    yield from _tables(form.model, samples)
    yield f"Mọi mục còn có các [khóa chung]({EVERYWHERE}.md)."
    yield f"Ví dụ đầy đủ, `{kept.path}`:"
    yield f"```{'markdown' if kept.path.endswith('.md') else 'yaml'}\n{kept.text.rstrip()}\n```"


def _settings_page() -> str:
    out = ["# Cài đặt trang và cổng", MADE, "Hai tệp đứng trên nội dung: của một trang, và của một cổng nhiều trang."]
    out += ["## Một trang: `site.yml`", *_tables(settings.Site, _begun_samples())]
    out += ["## Cổng nhiều trang: `fleet.yml`", *_tables(settings.Fleet, {})]
    return _page(out)


def _begun_samples() -> dict[tuple[str, str], str]:
    """What `site.yml` of a new site says."""
    text = (DATA / "site.yml").read_text(encoding="utf-8")
    return _samples(document_of(text, "site.yml").data, settings.Site)


def _shared_page() -> str:
    samples: dict[tuple[str, str], str] = {}
    for kind in KINDS:
        for form in kind.forms:
            kept = specimen(kind, form)
            samples = _samples(document_of(kept.text, kept.path).data, form.model) | samples
    out = ["# Khóa chung", MADE, "Mục nào cũng có thể mang các khóa này.", _table(published.Published, {})]
    out += _choices(published.Published)
    out.append("Những nhóm khóa sau dùng ở nhiều loại nội dung.")
    for model, title in zip(SHARED, ("Bất thường đã ghi nhận", "Văn bản", "Minh chứng"), strict=True):
        out += [f"## {title}", _table(model, samples)]
    return _page(out)


def _tables(model: type[BaseModel], samples: Mapping[tuple[str, str], str]) -> Iterator[str]:
    """The table of a model, then of the groups of keys inside it, each once."""
    yield _table(model, samples)
    yield from _choices(model)
    for inner, places in _inner(model).items():
        label = next(info.title for owner, name, info in places if info)
        names = ", ".join(f"`{name}`" for name in dict.fromkeys(name for _, name, _ in places))
        yield f"### {label}: {names}"
        yield _table(inner, samples)
        yield from _choices(inner)


def _inner(model: type[BaseModel]) -> dict[type[BaseModel], list[tuple[type[BaseModel], str, Any]]]:
    """Every group of keys below a model with the fields that hold it, outermost first."""
    out: dict[type[BaseModel], list[tuple[type[BaseModel], str, Any]]] = {}
    waiting, seen = [model], {model}
    while waiting:
        here = waiting.pop(0)
        for name, info in _own(here):
            inner = inner_model(info.annotation)
            if inner is None or inner in SHARED:
                continue
            out.setdefault(inner, []).append((here, name, info))
            if inner not in seen:
                seen.add(inner)
                waiting.append(inner)
    return out


def _own(model: type[BaseModel]) -> list[tuple[str, Any]]:
    """The keys of a model, without those that every entry has; `body` stands below them, not among them."""
    common = {*published.Published.model_fields, "body"}
    entry = issubclass(model, published.Published) and model is not published.Published
    return [(n, i) for n, i in model.model_fields.items() if not (entry and n in common)]


def _table(model: type[BaseModel], samples: Mapping[tuple[str, str], str]) -> str:
    hints = get_type_hints(model, include_extras=True)
    rows = [("Khóa", "Tên", "Kiểu", "Bắt buộc", "Ví dụ", "Ghi gì")]
    for name, info in _own(model):
        sample = samples.get((model.__name__, name)) or _sample(hints[name])
        need = "**có**" if info.is_required() else _default(info.default)
        rows.append((f"`{name}`", info.title, _words(hints[name]), need, _code(sample), info.description))
    return _grid(rows)


def _words(hint: Any) -> str:
    """What a field's value is called."""
    for known, words in TYPES:
        if hint == known:
            return words
    if isinstance(hint, type) and issubclass(hint, Choice):
        return "chọn một"
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        if hint in SHARED:
            return f"[nhóm khóa]({EVERYWHERE}.md)"
        return "nhóm khóa"
    many = [_words(arg) for arg in get_args(hint) if arg not in (type(None), ...) and not _is_note(arg)]
    if get_origin(hint) is tuple:
        return "danh sách: " + many[0]
    if hasattr(hint, "__metadata__") or get_origin(hint) is Union or type(hint).__name__ == "UnionType":
        return many[0]
    raise TypeError(f"no words for {hint!r}")


def _is_note(arg: Any) -> bool:
    """Whether it annotates a type rather than being one."""
    return not (isinstance(arg, type) or get_origin(arg) or hasattr(arg, "__metadata__"))


def _sample(hint: Any) -> str:
    """The sample that a field type brings, or the first choice; empty for what can be anything."""
    if any(hint == known for known in ANYTHING):
        return ""
    if isinstance(hint, type) and issubclass(hint, Choice):
        return str(next(iter(hint)).label)
    for note in getattr(hint, "__metadata__", ()):
        if (schema := getattr(note, "json_schema", None)) and schema.get("examples"):
            return str(schema["examples"][0])
    for arg in get_args(hint):
        if arg is not type(None) and not _is_note(arg) and (found := _sample(arg)):
            return found
    return ""


def _samples(data: Any, model: type[BaseModel]) -> dict[tuple[str, str], str]:
    """The first value that an example gives each key, by model and key."""
    out: dict[tuple[str, str], str] = {}
    waiting: list[tuple[Any, type[BaseModel]]] = [(data, model)]
    while waiting:
        here, owner = waiting.pop(0)
        for name, value in here.items():
            inner = inner_model(owner.model_fields[name].annotation)
            for item in value if isinstance(value, list) else [value]:
                if isinstance(item, dict) and inner is not None:
                    waiting.append((item, inner))
                elif isinstance(item, str) and "\n" not in item:
                    out.setdefault((owner.__name__, name), item)
    return out


def _default(value: object) -> str:
    """What stands where the key is left out."""
    if isinstance(value, bool):
        return "mặc định `có`" if value else "mặc định `không`"
    if isinstance(value, Choice):
        return f"mặc định `{value.label}`"
    return f"mặc định `{value}`" if isinstance(value, str | int) and value != "" else ""


def _choices(model: type[BaseModel]) -> Iterator[str]:
    """What each choice of a model may be: the value, and its label where that differs."""
    hints = get_type_hints(model, include_extras=True)
    for name, _ in _own(model):
        if (choice := _choice(hints[name])) is not None:
            listed = ", ".join(f"`{c.value}`" + (f" ({c.label})" if c.label != c.value else "") for c in choice)
            yield f"Giá trị của `{name}`, viết mã hay viết chữ đều được: {listed}."


def _choice(hint: Any) -> type[Choice] | None:
    if isinstance(hint, type) and issubclass(hint, Choice):
        return hint
    return next((found for arg in get_args(hint) if (found := _choice(arg)) is not None), None)


# --- rules --------------------------------------------------------------------------------------------
def rule_pages() -> Iterator[tuple[str, str]]:
    """One page for each content type's rules, one for the common ones, one for reading, one for the rest."""
    titles = {
        "doc-tep": ("Đọc tệp", "Những lý do làm một tệp không đọc được, hoặc đọc được mà đáng ngờ."),
        "chung": ("Kiểm tra chung", "Những điều mọi loại nội dung phải đúng."),
        **{kind.name: (f"Kiểm tra: {kind.label}", f"Riêng cho loại “{kind.label}”.") for kind in KINDS},
        "trang": ("Ghi nhận, trang, địa chỉ, mẫu", "Những phát hiện ngoài việc đọc tệp và kiểm tra nội dung."),
    }
    by_page: dict[str, list[Explanation]] = {name: [] for name in titles}
    for one in explanations().values():
        by_page[_page_of(one.family)].append(one)
    for name, (title, about) in titles.items():
        if by_page[name]:
            yield (
                f"quy-tac/{name}.md",
                _page([f"# {title}", MADE, about, _index(by_page[name]), *_rules(by_page[name])]),
            )


def _page_of(letters: str) -> str:
    if letters in {family(refusal.code) for refusal in REFUSALS}:
        return "doc-tep"
    if letters in {family(rule.code) for rule in COMMON}:
        return "chung"
    kinds = (kind.name for kind in KINDS if letters in {family(rule.code) for rule in kind.rules})
    return next(kinds, "trang")


def _index(found: Iterable[Explanation]) -> str:
    rows = [("Mã", "Mức", "Điều phát hiện")]
    rows += [
        (f"[{one.code}](#{one.code.lower()})", say(WORDS[one.severity]), _capital(say(one.title))) for one in found
    ]
    return _grid(rows)


def _rules(found: Iterable[Explanation]) -> Iterator[str]:
    for one in found:
        yield f"## {one.code}"
        yield f"**{_capital(say(one.title))}.** Mức: {say(WORDS[one.severity])}."
        yield say(one.why)
        if one.law:
            yield f"Căn cứ: {one.law.number}, {one.law.clause} ({Confidence(one.law.confidence).label})."
        for label, example in (("Sai", one.wrong), ("Đúng", one.right)):
            if example:
                yield f"{label}:"
                yield f"```text\n{example}\n```"
        if not one.acknowledged:
            yield "Không ghi nhận được." if one.silenced else "Không ghi nhận hay tắt được; phải sửa."


# --- dated lists --------------------------------------------------------------------------------------
def lists_page() -> str:
    """The shipped lists whose ids content may name."""
    bases = [("Mã", "Số, ký hiệu", "Tên", "Hiệu lực", "Thay bằng", "Mức đối chiếu")]
    for basis in legal_bases().values():
        life = _life(basis.valid_from, basis.valid_to)
        bases.append(
            (f"`{basis.id}`", basis.number, basis.title, life, basis.replaced_by or "", basis.confidence.label)
        )
    schemes = [("Mã", "Tên", "Căn cứ", "Áp dụng", "Lĩnh vực")]
    for scheme in area_schemes().values():
        life = _life(scheme.valid_from, scheme.valid_to)
        schemes.append((f"`{scheme.id}`", scheme.name, scheme.basis, life, ", ".join(f"`{a}`" for a in scheme.areas)))
    return _page(
        [
            "# Danh mục có thời hạn",
            MADE,
            "Căn cứ pháp lý đổi theo năm, nên mỗi dòng có ngày hiệu lực. Trang chỉ nói với người dân về những căn cứ"
            " “đã đọc văn bản”; dòng khác chỉ giúp kiểm tra.",
            "## Căn cứ pháp lý (`law`)",
            _grid(bases),
            "## Bộ lĩnh vực (`area_scheme`)",
            _grid(schemes),
        ]
    )


def _life(first: Any, last: Any) -> str:
    if first is None and last is None:
        return ""
    return f"{show_date(first) if first else '…'} – {show_date(last) if last else 'nay'}"


# --- commands -----------------------------------------------------------------------------------------
def commands_page() -> str:
    """Every command with its options, from its own help."""
    from site_gen.cli.group import root

    context = click.Context(root, info_name="sitegen")
    out = ["# Lệnh", MADE, _help(root)[0], _example(root)]
    for name in root.list_commands(context):
        command = root.get_command(context, name)
        assert command is not None, name
        inner = click.Context(command, parent=context, info_name=name)
        out += _command(inner, command, "##")
        if isinstance(command, click.Group):
            for below in command.list_commands(inner):
                thing = command.get_command(inner, below)
                assert thing is not None, below
                out += _command(click.Context(thing, parent=inner, info_name=below), thing, "###")
    variables = [
        ("Biến môi trường", "Để làm gì"),
        ("`SITEGEN_LANG`", "ngôn ngữ của trợ giúp và báo cáo: `vi` hoặc `en`; `--lang` mạnh hơn"),
        ("`SOURCE_DATE_EPOCH`", "ngày dựng trang, tính bằng giây từ 1970; `--as-of` mạnh hơn"),
        ("`NO_COLOR`", "có thì báo cáo không tô màu"),
    ]
    out += [
        "## Biến môi trường",
        _grid(variables),
        "Mã thoát: [sổ tay, chương 7](../so-tay/7-dang-len-mang.md#để-máy-làm).",
    ]
    return _page(out)


def _command(context: click.Context, command: click.Command, level: str) -> Iterator[str]:
    yield f"{level} `{context.command_path}`"
    yield _help(command)[0]
    usage = " ".join([context.command_path, *command.collect_usage_pieces(context)])
    yield f"```text\n{usage}\n```"
    if isinstance(command, click.Group):
        yield "Lệnh con: " + ", ".join(f"`{name}`" for name in command.list_commands(context)) + "."
    given = [p for p in command.get_params(context) if isinstance(p, click.Option) and "--help" not in p.opts]
    options = [(f"`{record[0]}`", record[1]) for p in given if (record := p.get_help_record(context))]
    if options:
        yield _grid([("Cờ", "Để làm gì"), *options])
    yield _example(command)


def _help(command: click.Command) -> list[str]:
    """The paragraphs of a command's help."""
    return (command.help or "").split("\n\n")


def _example(command: click.Command) -> str:
    shown = (command.help or "").partition("\b\n")[2]
    return "Ví dụ:\n\n```text\n" + "\n".join(line.strip() for line in shown.split("\n")) + "\n```" if shown else ""


# --- pages --------------------------------------------------------------------------------------------
def _page(blocks: Iterable[str]) -> str:
    return "\n\n".join(block for block in blocks if block) + "\n"


def _grid(rows: Iterable[tuple[str, ...]]) -> str:
    """A Markdown table; the first row is its head."""
    head, *body = [[cell.replace("|", "\\|").replace("\n", " ") for cell in row] for row in rows]
    lines = [head, ["---"] * len(head), *body]
    return "\n".join("| " + " | ".join(row) + " |" for row in lines)


def _code(text: str) -> str:
    short = text if len(text) <= LONGEST else text[: text.rfind(" ", 0, LONGEST)] + " …"
    return f"`{short}`" if short else ""


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def front_page(made: Mapping[str, str]) -> str:
    """The table of contents."""
    groups = {
        "Nội dung": [(n, t) for n, t in made.items() if n.startswith("noi-dung/")],
        "Kiểm tra": [(n, t) for n, t in made.items() if n.startswith("quy-tac/")],
        "Khác": [(n, t) for n, t in made.items() if "/" not in n],
    }
    out = [
        "# Tham khảo",
        MADE,
        "Tra từng khóa, từng mã phát hiện, từng lệnh. Học cách dùng thì đọc [sổ tay](../so-tay/README.md).",
    ]
    for group, listed in groups.items():
        out.append(f"## {group}")
        out.append("\n".join(f"- [{text.split(chr(10))[0].removeprefix('# ')}]({name})" for name, text in listed))
    return _page(out)


def everything() -> dict[str, str]:
    """Every page by its path below the folder."""
    made = dict([*content_pages(), *rule_pages(), ("danh-muc.md", lists_page()), ("lenh.md", commands_page())])
    return {"README.md": front_page(made), **made}


def stale(made: Mapping[str, str]) -> list[str]:
    """The pages that are missing, different or left over."""
    kept = {p.relative_to(FOLDER).as_posix(): p.read_text(encoding="utf-8") for p in FOLDER.rglob("*.md")}
    return sorted(name for name in {*made, *kept} if made.get(name) != kept.get(name))


def main() -> int:
    """Write the pages, or judge those that are there."""
    made = everything()
    changed = stale(made)
    if "--check" in sys.argv[1:]:
        for name in changed:
            sys.stdout.write(f"docs/tham-khao/{name} is stale: run `python tools/reference.py`\n")
        return 1 if changed else 0
    for name in changed:
        path = FOLDER / name
        if name not in made:
            path.unlink()
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(made[name], encoding="utf-8", newline="\n")
    sys.stdout.write(f"{len(made)} pages, {len(changed)} written or removed\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
