"""What may be wrong with a built site, for `sitegen explain` and the reference."""

from __future__ import annotations

from site_gen.base.diagnostics import Severity
from site_gen.base.messages import msg
from site_gen.reading.refusals import Refusal

E, W = Severity.ERROR, Severity.WARNING

BROKEN, PLACE, ROOTED, FOREIGN = "LINK001", "LINK002", "LINK003", "LINK004"
UNREACHED, FAR, UNLINKED = "LINK005", "LINK006", "LINK007"
TWICE, UNREADABLE, NO_SITE = "LINK008", "LINK009", "LINK010"

LINKS: tuple[Refusal, ...] = (
    Refusal(BROKEN, E, msg("a link leads to a file that is not there"),
            msg("`sitegen check --site` walks a built site as its readers do: links, pictures, style sheets, forms. This address is not in the folder, so whoever follows it meets “not found”. Capitals count: servers tell them apart even where your computer does not. A folder is no address, since no folder opens from a USB stick: name its `index.html`."),
            '<a href="thu-tuc/">Thủ tục</a>', '<a href="thu-tuc/index.html">Thủ tục</a>'),
    Refusal(PLACE, E, msg("a link leads to a place that its page does not have"),
            msg("What follows `#` must be the `id` of something on the page; else the reader lands at its top and has to search."),
            '<a href="thu-tuc/index.html#dat-dai">Đất đai</a>   <!-- trang không có id="dat-dai" -->', '<a href="thu-tuc/index.html#linh-vuc-dat-dai">Đất đai</a>'),
    Refusal(ROOTED, E, msg("an address begins at the root of the host"),
            msg("An address that begins with `/` works only where the site lies at the root of its host: neither below a path, nor from a USB stick. Addresses inside a site are relative. Only `404.html` may use them, because a server shows it at any depth; then they must lie below the path of `base_url`."),
            '<a href="/lien-he.html">Liên hệ</a>', '<a href="../lien-he.html">Liên hệ</a>'),
    Refusal(FOREIGN, E, msg("an address outside the site is not well-formed"),
            msg("A link that leaves the site begins with `https://`, `http://`, `mailto:`, `tel:` or `geo:`, names a host, and holds no blanks and no name or password. Whether it answers today is not asked: that would make a build depend on other people's servers."),
            '<a href="https:/dichvucong.gov.vn">Cổng dịch vụ công</a>', '<a href="https://dichvucong.gov.vn">Cổng dịch vụ công</a>'),
    Refusal(UNREACHED, W, msg("a page cannot be reached from the home page"),
            msg("The page is published, yet nobody who begins at the home page and follows links ever comes to it. Link it from where its readers look for it, or take it off the site."),
            "pages/lich-tiep-dan.md   # không trang nào dẫn tới", "[Lịch tiếp dân](lich-tiep-dan.html) trong trang Liên hệ"),
    Refusal(FAR, W, msg("a page is more than three clicks away from home"),
            msg("Whoever does not search should find every page in three steps. Link it, or the list it stands in, from a page nearer to home. Further parts of a long list may be farther; what they list may not."),
            "trang chủ → A → B → C → trang", "trang chủ → mục lục A–Z → chữ cái → trang"),
    Refusal(UNLINKED, W, msg("no page links to an attachment"),
            msg("A file below `files/` is published although no page names it: often a version that was replaced and should be gone. Name it where it belongs, or take it out of the folder."),
            "files/ke-hoach-ban-cu.pdf   # không trang nào dẫn tới", "files:\n  - files/ke-hoach.pdf"),
    Refusal(TWICE, E, msg("a page has the same id twice"),
            msg("A link to a place on the page leads to the first of the two, and screen readers name the wrong field."),
            '<tr id="tt-12">…<tr id="tt-12">', '<tr id="tt-12">…<tr id="tt-13">'),
    Refusal(UNREADABLE, E, msg("a file of the site cannot be read"),
            msg("The page breaks off in the middle of a tag, is not UTF-8, is far too large, cannot be read, or is a symbolic link, which might publish what lies outside the folder. Build the site again; if that does not help, its template is at fault.")),
    Refusal(NO_SITE, E, msg("this folder holds no built site"),
            msg("`--site` names the folder that `sitegen build` wrote, the one with `index.html` in it."),
            "sitegen check --site content", "sitegen check --site output"),
)  # fmt: skip  # a table: code, severity and title in a line, its texts below

SEVERITIES = {refusal.code: refusal.severity for refusal in LINKS}
