"""Every refusal of the reading floor: its code, what it means, an example that is refused and one that is right.

`sitegen explain` prints these and the reference page is made from them, as for the rules of the
kinds. The tests keep one file per code.
"""

from __future__ import annotations

from site_gen.base.dataclass import dataclass
from site_gen.base.diagnostics import Diagnostic, Severity, Span
from site_gen.base.messages import Message, msg


@dataclass(frozen=True, slots=True)
class Refusal:
    """One way in which a file cannot be read as it stands.

    Attributes:
        code: For example `FILE001`.
        severity: How much it weighs; no site can change that.
        title: What is wrong, in one line.
        why: What it means and what to do.
        wrong: An example that is refused.
        right: The same, corrected.
        can_be_silenced: Whether `site.yml` may turn it off, as it may a rule.
    """

    code: str
    severity: Severity
    title: Message
    why: Message
    wrong: str = ""
    right: str = ""
    can_be_silenced: bool = False


E, W, I = Severity.ERROR, Severity.WARNING, Severity.INFO  # noqa: E741 — the table reads better in single letters

REFUSALS: tuple[Refusal, ...] = (
    Refusal("FILE001", E, msg("the file is not UTF-8"),
            msg("Old Vietnamese encodings (TCVN3, Windows-1258, VNI) write other letters with the same bytes; guessing would publish garbage. Save the file as UTF-8.")),
    Refusal("FILE002", W, msg("the text was not converted to Unicode properly"),
            msg("Text pasted from an old document keeps the byte values of its font (TCVN3 of .VnTime, VNI), one converted too often or with the wrong setting has signs for letters; citizens would read those signs. Convert it, or type it again."),
            "name: Uû ban nh©n d©n x·", "name: Ủy ban nhân dân xã"),
    Refusal("FILE003", E, msg("the file is too large"),
            msg("A content file holds text; beyond 2 MB it is almost surely something else. Put scans and tables below `files/`.")),
    Refusal("FILE004", E, msg("the file is empty"),
            msg("An empty file is usually one that was not saved. Write its content or delete it.")),
    Refusal("FILE005", E, msg("a folder stands where a file is expected"), msg("A folder whose name ends in .yml or .md cannot be read as content. Rename it.")),
    Refusal("FILE006", E, msg("a link leads out of the site folder"),
            msg("A symbolic link could publish a file nobody meant to publish. Copy the file into the site folder instead.")),
    Refusal("FILE007", E, msg("the file cannot be read"), msg("The system refused to open the file. Check its permissions.")),
    Refusal("FILE008", E, msg("nothing reads this file or folder"),
            msg("Its folder or name is not one that a content type uses, so what it says would silently be missing from the pages. Move it to the right folder or give it the right name; what is no content belongs outside the site folder."), "don-vi/van-phong.yml", "units/van-phong.yml"),
    Refusal("FILE009", I, msg("the file begins with a byte order mark"), msg("Some Windows editors add it. It is ignored.")),
    Refusal("FILE010", I, msg("the text is in decomposed form (NFD)"),
            msg("The letters look right but are stored in pieces; comparing and searching would fail, so the text is composed (NFC) when read.")),
    Refusal("FILE011", I, msg("the lines end in the Windows way (CRLF)"), msg("They are read as ordinary line ends.")),
    Refusal("FILE012", E, msg("two files have the same id"),
            msg("The id is made of the file's name without marks and capitals; of two files with one id only one could be published. Rename one of them."),
            "units/Văn phòng.yml\nunits/van-phong.yml", "units/van-phong.yml\nunits/van-phong-dang-uy.yml"),
    Refusal("FILE013", E, msg("the file's name gives no id"), msg("The id is made of the letters and digits of the file's name, without marks; a letter of another alphabet, even one that looks the same, has no place in an address. Rename the file, for example `van-phong.yml`."), "units/---.yml", "units/van-phong.yml"),
    Refusal("FILE014", E, msg("a copy lies beside its original"),
            msg("Windows, browsers and cloud folders make copies such as `x (1).yml`, `x - Copy.yml` or `x-LAPTOP-5QK2.yml`. Both would be published, one of them with old words, and either may hold somebody's work. Compare them, keep one and delete the other."),
            "procedures/1.001193.yml\nprocedures/1.001193 - Copy.yml", "procedures/1.001193.yml"),
    Refusal("FILE015", W, msg("a file is named as a copy and its original is not there"),
            msg("A cloud folder or Windows gave this name to a copy. The original was deleted or renamed meanwhile, so what was meant to go may come back at another address."),
            "news/hop-dan.sync-conflict-20261129-081500-ABCDEFG.md", "news/hop-dan.md"),
    Refusal("FILE016", E, msg("the file lies in the folder of another content type"),
            msg("Its keys are those of another content type. One sentence says so instead of a finding for each key. Move the file, or start it again with `sitegen new`."),
            "procedures/2026-001.yml   # number, date, dossier_code, cause: một thư xin lỗi", "apologies/2026-001.yml"),
    Refusal("CHAR001", W, msg("a letter only looks like the one that is meant"),
            msg("Some typing programs, and text copied from elsewhere, put a letter of another alphabet where it looks the same: Ð (eth) for Đ, a Cyrillic А, bold letters of mathematics. The page reads well, but nobody who searches finds it, and a name with it is another name."),
            "name: Ðảng ủy xã   # chữ Ð (U+00D0)", "name: Đảng ủy xã   # chữ Đ (U+0110)"),
    Refusal("CHAR002", W, msg("a code of web pages stands for a letter"),
            msg("Text copied from the source of a web page has codes where its letters were. Only Markdown knows them; everywhere else the page shows the code."),
            "title: C&#7897;ng hòa", "title: Cộng hòa"),
    Refusal("YAML001", E, msg("the YAML cannot be understood"),
            msg("YAML builds its structure from indentation, colons and dashes. The place shown is where it stopped making sense; the cause often stands one line above."),
            "name: Điều 1: phạm vi", 'name: "Điều 1: phạm vi"'),
    Refusal("YAML002", E, msg("a tab is used for indentation"), msg("YAML indents with blanks only, two for each step."), "contact:\n\taddress: Thôn 3", "contact:\n  address: Thôn 3"),
    Refusal("YAML003", E, msg("a quotation mark is not closed"), msg("Everything after the mark is taken as text up to the next mark."), 'name: "UBND xã', 'name: "UBND xã"'),
    Refusal("YAML004", E, msg("the same key stands twice"), msg("Only one of the two would count, and nobody could tell which was meant."), "name: Văn phòng\nname: Văn phòng UBND xã", "name: Văn phòng UBND xã"),
    Refusal("YAML005", E, msg("anchors and aliases are not used here"),
            msg("`&name`, `*name` and `<<` copy content invisibly, and a few lines of them can grow to gigabytes. A text that begins with `*` or `&` needs quotation marks."),
            "tasks:\n  - lead: &vp Văn phòng UBND xã\n  - lead: *vp", "tasks:\n  - lead: Văn phòng UBND xã\n  - lead: Văn phòng UBND xã"),
    Refusal("YAML006", E, msg("type tags are not used here"), msg("`!!…` asks YAML to build something other than text. A text that begins with `!` needs quotation marks."), "code: !!int 0123", "code: 0123"),
    Refusal("YAML007", E, msg("the file is nested too deeply"), msg("No content type nests deeper than a few steps; so deep a file is damaged or hostile.")),
    Refusal("YAML008", E, msg("the file holds too many values"), msg("Split the file: it holds more than 200,000 values.")),
    Refusal("YAML009", E, msg("a second document begins in the same file"), msg("One file is one entry; `---` in the middle begins another."), "name: Văn phòng\n---\nname: Bộ phận Một cửa", "name: Văn phòng"),
    Refusal("YAML010", E, msg("a key is not plain text"), msg("Keys are simple words such as `name`."), "[name]: Văn phòng", "name: Văn phòng"),
    Refusal("YAML011", W, msg("an invisible character stands outside quotation marks"),
            msg("Word and web pages add no-break spaces and zero-width marks. YAML takes them for letters, so `name:[NBSP]Văn phòng` is not what it seems. Delete the mark and type an ordinary blank."), "name:\u00a0Văn phòng", "name: Văn phòng"),
    Refusal("YAML012", W, msg("the rest of the line is taken as a comment"), msg("After a blank, `#` begins a comment and the rest is lost. Put the text in quotation marks."), "number: Số #12", 'number: "Số #12"'),
    Refusal("YAML013", E, msg("the file is not a list of keys and values"), msg("An entry is written as “key: value”, one to a line."), "Văn phòng UBND xã", "name: Văn phòng UBND xã"),
    Refusal("YAML014", E, msg("a list item does not begin with a dash and a blank"),
            msg("A dash without a blank after it, a long dash or a bullet from Word is taken as part of the text, and the lines below are joined to it."), "outputs:\n  -Báo cáo", "outputs:\n  - Báo cáo"),
    Refusal("YAML015", E, msg("a comma between braces cuts a value off"),
            msg("Between braces every comma begins another key, so the rest of the value is lost to it. Put the value in quotation marks."),
            "fees:\n  - {label: Lệ phí, amount: 1,5 triệu}", 'fees:\n  - {label: Lệ phí, amount: "1,5 triệu"}'),
    Refusal("MARK001", E, msg("the Markdown file has no front matter"), msg("The first line is `---`, then come the keys, then `---` again, then the text."), "Giới thiệu", "---\ntitle: Giới thiệu\n---\nNội dung"),
    Refusal("MARK002", E, msg("HTML tags are not allowed in the text"),
            msg("Raw HTML could carry scripts and breaks the page for screen readers. Write Markdown: `**đậm**`, `- mục`, `[chữ](liên kết)`."), "<b>đậm</b>", "**đậm**"),
    Refusal("MARK003", E, msg("this link may not be published"), msg("Only https, http, mailto, tel and addresses inside the site are allowed."), "[Xem](javascript:alert(1))", "[Xem](https://chinhphu.vn)"),
    Refusal("MARK004", E, msg("the text already has a main heading"), msg("The title is the page's only first-level heading. Begin sections with `##`."), "# Chức năng", "## Chức năng"),
    Refusal("MARK005", W, msg("a table is not written as a Markdown table"),
            msg("Cells copied from Word or Excel are separated by tabs, which a page does not show; a Markdown table has `|` between its cells and a line of `---` below its head."),
            "STT\tNội dung\n1\tHọp thôn", "| STT | Nội dung |\n| --- | --- |\n| 1 | Họp thôn |"),
    Refusal("MARK006", W, msg("a bullet from Word makes no list"), msg("Markdown knows the bullets `-`, `*` and `+`, each with a blank behind it; other signs stay signs, and the lines run together."), "• Nộp hồ sơ\n• Nhận kết quả", "- Nộp hồ sơ\n- Nhận kết quả"),
    Refusal("MARK007", W, msg("a heading lacks the blank behind `#`"), msg("Without the blank, the line is ordinary text and shows its signs."), "##Nội dung", "## Nội dung"),
    Refusal("MARK008", W, msg("an indented paragraph"), msg("Four blanks or a tab in front of a line mean computer code in Markdown: the page shows it in one endless line of typewriter letters."), "    Thực hiện Kế hoạch số 15", "Thực hiện Kế hoạch số 15"),
    Refusal("MARK009", W, msg("lines that run together"), msg("In Markdown a single line break is a blank; a new line of the page needs an empty line above it, or `\\` at the end of the line before."), "Kính gửi: các thôn\nCăn cứ Kế hoạch số 15", "Kính gửi: các thôn\\\nCăn cứ Kế hoạch số 15"),
    Refusal("KEY001", E, msg("the key is not known"), msg("A misspelt key would be ignored silently and its content lost, so it is refused."), "tieu_de: Giới thiệu", "title: Giới thiệu"),
    Refusal("KEY002", E, msg("a required key is missing"), msg("Without it the page would be wrong or empty."), "year: 2023   # không có title", "title: Kế hoạch CCHC năm 2023\nyear: 2023"),
    Refusal("VALUE001", E, msg("the value cannot be understood"), msg("The field decides how its text is read; this text does not fit."), "date: 30/02/2023", "date: 28/02/2023"),
    Refusal("VALUE002", E, msg("the value has the wrong shape"), msg("A list begins each line with `- `; a group has keys of its own, indented."), "tasks: Niêm yết TTHC", "tasks:\n  - text: Niêm yết TTHC"),
    Refusal("VALUE003", E, msg("a value is not filled in yet"), msg("`sitegen new` leaves a blank for each fact that only the editor knows, so that no example is ever taken for one. What is not filled in is not published."), "number: (điền)", "number: 15/KH-UBND"),
    Refusal("VALUE004", I, msg("a draft is not finished"), msg("A draft is not published, so its blanks may wait. This finding says how many are left.")),
    Refusal("ATT002", E, msg("this type of attachment may not be published"), msg("Allowed are PDF, Word, Excel, OpenDocument, CSV, text, PNG, JPEG, WebP, SVG and MP4."), "files/ke-hoach.zip", "files/ke-hoach.pdf"),
    Refusal("ATT003", E, msg("the attachment is not what its name says"), msg("The content of the file does not fit its ending. It may be harmful or damaged.")),
    Refusal("ATT004", E, msg("the attachment is too large"), msg("Beyond 20 MB a phone on a slow network cannot open it. Publish a smaller version.")),
    Refusal("ATT005", E, msg("the attachment's name is not safe"), msg("Use small letters without marks, digits, `-`, `_` and one ending."), "files/Kế hoạch 2023.pdf", "files/ke-hoach-2023.pdf"),
    Refusal("ATT011", E, msg("a picture has too many points"),
            msg("Width times height says how much memory whoever opens the picture needs, however small its file is; beyond 120 million points a phone gives up. Save it smaller.")),
    Refusal("ATT012", E, msg("an SVG picture does more than draw"),
            msg("An SVG can hold scripts, animation and links, and load pictures from elsewhere: whoever opens the file runs them. Export it again as plain SVG, or save it as PNG."),
            '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', '<svg xmlns="http://www.w3.org/2000/svg"><circle r="4"/></svg>'),
)  # fmt: skip  # a table: code, severity and title in a line, its texts below

_BY_CODE = {refusal.code: refusal for refusal in REFUSALS}


def refuse(code: str, at: Span, message: Message, hint: Message | None = None, entry: str = "") -> Diagnostic:
    """A finding of this floor."""
    return Diagnostic(code, _BY_CODE[code].severity, message, at, hint, entry)
