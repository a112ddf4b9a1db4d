"""Codes of what can only be found over a whole site: links and pictures of the content, heavy pages, many removals,
files of a theme that do nothing."""

from __future__ import annotations

from site_gen.base.diagnostics import Severity
from site_gen.base.messages import msg
from site_gen.reading.refusals import Refusal

E, W = Severity.ERROR, Severity.WARNING

PAGE, PLACE, FILE, UNFIT, TODAY, BARE = "HREF001", "HREF002", "HREF003", "HREF004", "HREF005", "HREF006"
WORDS, SOURCE, WEIGHT = "IMG001", "IMG002", "IMG003"

UNUSED_FILE, NEARLY_SHIPPED = "THEME002", "THEME003"
WEAK_ACCENT, HEAVY_LOGO = "SITE006", "SITE007"
HEAVY_PAGE = "WEIGHT001"
TOO_MANY_REMOVALS = "URL006"

HREFS: tuple[Refusal, ...] = (
    Refusal(PAGE, E, msg("a link leads to no page of the site"),
            msg("Whoever follows it meets “not found”. An address in a text counts from the site's root, `ke-hoach/cchc-2026.html`; `../ke-hoach/cchc-2026.html` and `/ke-hoach/cchc-2026.html` are understood as well. It names the page as readers open it, not the file of the content. Capitals count."),
            "[Kế hoạch](plans/cchc-2026/plan.md)", "[Kế hoạch](ke-hoach/cchc-2026.html)"),
    Refusal(PLACE, W, msg("a link leads to a place that its page does not have"),
            msg("What follows `#` is the place on the page that opens: for a heading of a text `doan-` and its words without marks, parted by `-`. Inside its own text a heading is found without `doan-`, too. Where the page has no such place, it opens at its top and the reader has to search."),
            "[Mục tiêu](ke-hoach/cchc-2026.html#mục-tiêu)", "[Mục tiêu](ke-hoach/cchc-2026.html#doan-muc-tieu)"),
    Refusal(FILE, E, msg("a link leads to no file of the site"),
            msg("Files to be opened lie in `files/`, and a link names them as they are called there, with the same capitals."),
            "[Tải về](Ke-Hoach.pdf)", "[Tải về](files/ke-hoach.pdf)"),
    Refusal(UNFIT, E, msg("something that should be a link is none"),
            msg("Markdown makes a link of `[…](…)`, words first and address second, with no blank between the brackets and none in the address; anything else stays as text, brackets and all. An address outside the site begins with `https://` and names a host."),
            "[Tải về](files/ke hoach.pdf)", "[Tải về](files/ke-hoach.pdf)"),
    Refusal(TODAY, W, msg("a link leads to something that is not shown today"),
            msg("A notice that has ended, or one that has not begun, has no page of its own on this day; whoever follows the link finds nothing there. Take the link out once it is over.")),
    Refusal(BARE, W, msg("an address without `https://` is no link"),
            msg("`www.…` stays text, since nothing says whether the host answers with `https`. Write the whole address."),
            "Xem www.dichvucong.gov.vn", "Xem https://www.dichvucong.gov.vn"),
    Refusal(WORDS, E, msg("a picture is not described"),
            msg("Who cannot see the picture hears its description; “Ảnh 1” or the name of the file tells nothing. In a text it stands between `![` and `]`, beside a file under `alt`."),
            "![Ảnh](files/mot-cua.jpg)", "![Người dân lấy số ở Bộ phận Một cửa](files/mot-cua.jpg)"),
    Refusal(SOURCE, E, msg("what should be a picture is none of the site's pictures"),
            msg("A page shows pictures from the site's own `files/` only: a browser refuses a foreign one, and asking for it would tell another server who reads the page."),
            "![Trụ sở xã](https://example.gov.vn/tru-so.jpg)", "![Trụ sở xã](files/tru-so.jpg)"),
    Refusal(WEIGHT, W, msg("a picture on a page is heavy"),
            msg("Photographs are made smaller when the site is built; this one stays as it is, because it moves, is a PNG, or is published as a document of its own as well. A phone on a slow network loads it for a long time. Save photographs as JPG; show a small copy beside a document."),
            "images:\n  - file: files/hoi-nghi.png   # nặng 9 MB", "images:\n  - file: files/hoi-nghi.jpg"),
)  # fmt: skip  # a table: code, severity and title in a line, its texts below

THEMES: tuple[Refusal, ...] = (
    Refusal(UNUSED_FILE, W, msg("a file of the theme replaces nothing, and nothing uses it"),
            msg("A file of a theme of your own replaces the shipped file of the same name in the same folder. What is new is used where it is a sheet in `styles/`, a part of a script in `scripts/search/`, a font of the board, or where another file of your theme names it. This one is none of these, so the site looks as if it were not there: its name or folder is misspelt."),
            "theme/components/crumb/macro.html", "theme/components/crumbs/macro.html"),
    Refusal(NEARLY_SHIPPED, W, msg("a new file of the theme has nearly the name of a shipped one"),
            msg("A sheet or a part of a script with a new name is added to the shipped ones; one with the same name replaces it. This name is so near to a shipped one that replacing may be meant. If you mean to add, give it a name of its own, such as `95-own.css`."),
            "theme/styles/00-token.css", "theme/styles/00-tokens.css"),
)  # fmt: skip  # a table: code, severity and title in a line, its texts below

LOOKS: tuple[Refusal, ...] = (
    Refusal(WEAK_ACCENT, W, msg("the accent is hard to see"),
            msg("The colour of the authority marks the head of every page and the place in the menu, on a light page as it is, on a dark one mixed with white. Where its contrast with the page is below 4.5:1, who sees little does not see it. The hint gives the nearest colour of the same hue that is seen by everybody."),
            'accent: "#f0c000"', 'accent: "#907200"'),
    Refusal(HEAVY_LOGO, W, msg("the logo or the favicon is heavy"),
            msg("It stands on every page, so every reader loads it, on a weak phone before anything else. A drawing as SVG has a few kilobytes."),
            "logo: files/bieu-trung.png   # nặng 300 kB", "logo: files/bieu-trung.svg"),
)  # fmt: skip  # a table: code, severity and title in a line, its texts below

SEVERITIES = {refusal.code: refusal.severity for refusal in HREFS}
