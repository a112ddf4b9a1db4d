"""What every code means: one table over the refusals of reading, the rules, and the codes of the build itself."""

from __future__ import annotations

import re
from functools import lru_cache

from site_gen.authoring.leftovers import SAMPLES
from site_gen.base.dataclass import dataclass
from site_gen.base.diagnostics import LawRef, Severity
from site_gen.base.messages import Message, msg
from site_gen.importers.doubts import DOUBTS
from site_gen.joined.all_rules import RULES
from site_gen.joined.codes import HEAVY_PAGE, HREFS, LOOKS, THEMES, TOO_MANY_REMOVALS
from site_gen.joined.moved import CHAIN, CLAIMED, GONE, PRESENT
from site_gen.kinds import KINDS
from site_gen.outputs.board.letters import BOARD
from site_gen.outputs.contents import INSIDE
from site_gen.outputs.links.codes import LINKS
from site_gen.outputs.privacy.codes import PRIVACY
from site_gen.outputs.publication_log import LOGS
from site_gen.reading.refusals import REFUSALS, Refusal
from site_gen.rules.rule import Rule
from site_gen.rules.run import EXPIRED_ANOMALY, EXPIRED_SILENCE, UNKNOWN_WEIGHT, UNUSED_ANOMALY, UNUSED_SILENCE

E, W = Severity.ERROR, Severity.WARNING

STANDING: tuple[Refusal, ...] = (
    Refusal(UNUSED_ANOMALY, W, msg("an acknowledged anomaly is no longer found"),
            msg("The entry acknowledges a finding under `anomalies`, but nothing is found there: the content was corrected, or `code` or `at` is misspelt. A note for citizens about a fault that is not there would mislead them."),
            "anomalies:\n  - code: SCORE001\n    at: tổng\n    reason: Bản gốc cộng sai.",
            "anomalies:\n  - code: SCORE001\n    at: total\n    reason: Bản gốc cộng sai.", can_be_silenced=True),
    Refusal(EXPIRED_ANOMALY, W, msg("an acknowledgement has expired"),
            msg("The entry acknowledges a finding up to a day that has passed, so the finding shows again. Correct the content, or give a later `until` and say in `reason` why."),
            "until: 30/6/2025", "until: 31/12/2026", can_be_silenced=True),
    Refusal(UNUSED_SILENCE, W, msg("a silenced check finds nothing"),
            msg("`site.yml` turns a check off that finds nothing any more. Left in place it would one day hide a real fault. Delete it from `silence`."),
            "silence:\n  - code: PLAN007\n    reason: Bản gốc nhảy số.   # không còn phát hiện nào", "silence: []"),
    Refusal(EXPIRED_SILENCE, W, msg("silencing a check has expired"),
            msg("`site.yml` turns a check off up to a day that has passed, so its findings show again. Correct the content, or give a later `until` and say in `reason` why."),
            "until: 30/6/2025", "until: 31/12/2026"),
    Refusal(UNKNOWN_WEIGHT, W, msg("a severity is set for a check that does not exist"),
            msg("`site.yml` sets the severity of a check under `severities`, but no check has that code, or it is one whose severity nobody may change. As it stands the setting does nothing."),
            "severities:\n  - {code: APOLOGY099, severity: error, reason: Quy chế của tỉnh.}", "severities:\n  - {code: APOLOGY002, severity: error, reason: Quy chế của tỉnh.}"),
    Refusal("SITE001", E, msg("there is no site in this folder"),
            msg("A content folder holds `site.yml` (one site) or `fleet.yml` (several). Neither is here: the command was given in another folder, or the site has not been begun."),
            "sitegen build -s van-ban", "sitegen build -s content"),
    Refusal("SITE002", E, msg("a site of the portal has no folder"),
            msg("`fleet.yml` lists a site whose folder is missing or holds no `site.yml`; the portal would lead nowhere."),
            "sites:\n  - xa-cam-giang   # không có thư mục tên này", "sites:\n  - cam-giang"),
    Refusal("SITE003", E, msg("the authority's own unit is missing"),
            msg("`unit` in `site.yml` names the unit whose site this is; its page is the authority's page, so the unit must be in `units/`."),
            "unit: ubnd-xa   # không có units/ubnd-xa.yml", "unit: ubnd-xa-cam-giang"),
    Refusal("SITE004", E, msg("a setting needs a library that is not installed"),
            msg("`site.yml` asks for something that an optional library makes, and this machine lacks the library. The hint names what to install; without it the site can be built once the setting is deleted."),
            "open_data:\n  xlsx: có   # máy này chưa cài xlsxwriter", "open_data:\n  xlsx: không"),
    Refusal("SITE005", W, msg("the portal does not list an existing site"),
            msg("A folder beside `fleet.yml` holds a site that `sites` does not name, so none of it would be published."),
            "sites:\n  - cam-giang   # hoang-giang/site.yml cũng có", "sites:\n  - cam-giang\n  - hoang-giang"),
    Refusal(HEAVY_PAGE, W, msg("a page is heavier than its budget"),
            msg("Pages are read on weak phones and slow networks, so none should weigh more than 50 kB as HTML. Long lists come in several pages by themselves; what is left is a single entry with very much text or very many rows.")),
    Refusal("URL001", E, msg("two pages claim one address"),
            msg("Every page has an address of its own, made from file names and ids. Two of them came to the same one, so one page would silently cover the other. Capitals do not tell two addresses apart."),
            "pages/lien-he.md   # lien-he.html đã là trang liên hệ", "pages/duong-den-tru-so.md"),
    Refusal(PRESENT, E, msg("an old address is the address of an existing page"),
            msg("`formerly` in an entry and `moved` in `site.yml` name addresses where pages used to be; visitors there are redirected. At this address there is a page today, so it cannot redirect. Delete the line, or give today's page another address."),
            "formerly: lien-he.html   # trang Liên hệ đang ở đó", "formerly: lien-he-cu.html"),
    Refusal(CLAIMED, E, msg("two entries claim one old address"),
            msg("An old address can redirect to one page only. Decide which page took its place."),
            "formerly: tin/bai-cu.html   # hai hồ sơ cùng ghi", "formerly: tin/bai-cu.html   # chỉ một hồ sơ ghi"),
    Refusal(CHAIN, E, msg("an old address leads to another old address"),
            msg("Being redirected twice is slow, and some programs give up. Name the page that exists today."),
            "moved:\n  - {old: a.html, new: b.html}\n  - {old: b.html, new: lien-he.html}", "moved:\n  - {old: a.html, new: lien-he.html}\n  - {old: b.html, new: lien-he.html}"),
    Refusal(TOO_MANY_REMOVALS, E, msg("more than a tenth of the published pages would be taken down"),
            msg("Where a machine builds (`CI` is set), nobody sees that a folder was renamed or did not arrive. A build that takes down more than a tenth of the published pages is refused there, and the old site stays. What a day takes down by itself, such as a notice whose posting ends, never counts. If the pages are to go, build with `--allow-removals`.")),
    Refusal(GONE, E, msg("an old address leads to a page that is not there"),
            msg("`moved` in `site.yml` redirects to an address at which the site has no page. Look up the address of the page that is meant, from the site's root."),
            "moved:\n  - {old: tin/cu.html, new: tin/moi.html}   # không có tin/moi.html", "moved:\n  - {old: tin/cu.html, new: tin/index.html}"),
    Refusal("DUTY001", E, msg("a setting about duties names a duty that does not exist"),
            msg("`duties` in `site.yml` switches off or changes a duty by its id. No duty has this id, or the duty has no such topic, so the setting would do nothing and nobody would notice."),
            "duties:\n  off:\n    - {id: d95, reason: Không có bộ phận này.}", "duties:\n  off:\n    - {id: d09, reason: Tỉnh làm video chung cho mọi xã.}"),
    Refusal("DUTY002", E, msg("an added duty has an id that is already taken"),
            msg("Duties under `add` are listed with those that ship with sitegen, d01 to d35. Two with the same id could not be told apart on the page, in lists and in settings."),
            "duties:\n  add:\n    - id: d05", "duties:\n  add:\n    - id: x-01"),
    Refusal("THEME001", E, msg("a template failed"),
            msg("A template of the theme asked for something its page does not give, or its own text is wrong. Content cannot cause this: tell whoever keeps the theme. The line shown is the template's."),
            "{{ page.tittle }}", "{{ page.title }}"),
)  # fmt: skip  # a table: code, severity and title in a line, its texts below
"""Codes that are found beside reading and rules: acknowledging, site folders, addresses, templates."""

_SEEN = str.maketrans({"\t": "[Tab]", "\u00a0": "[NBSP]"})
"""What examples are about and nobody would see."""
_FAMILIES = {
    "FILE": msg("Files"),
    "CHAR": msg("Letters"),
    "DUPLICATE": msg("Facts stated twice"),
    "YAML": msg("YAML"),
    "MARK": msg("Markdown"),
    "KEY": msg("Keys"),
    "VALUE": msg("Values"),
    "ATT": msg("Attachments"),
    "REF": msg("References"),
    "SECRET": msg("Secrecy"),
    "PRIVACY": msg("Personal data"),
    "DATE": msg("Dates"),
    "DOC": msg("Documents cited"),
    "TEXT": msg("Text"),
    "POST": msg("Postings and corrections"),
    "DUTY": msg("Duties of disclosure"),
    "ACK": msg("Acknowledging and silencing"),
    "SITE": msg("Site folders"),
    "SAMPLE": msg("Values of examples"),
    "URL": msg("Addresses"),
    "THEME": msg("Templates"),
    "BOARD": msg("Notice board"),
    "IMP": msg("Importing files"),
    "HREF": msg("Links in the content"),
    "IMG": msg("Pictures"),
    "LINK": msg("The built site"),
}


@dataclass(frozen=True, slots=True)
class Explanation:
    """All there is to say about one code.

    Attributes:
        code: For example `PLAN003`.
        family: Its letters, `PLAN`.
        group: What the family is about; a kind's Vietnamese label stays as it is.
        title: What is wrong, in one line.
        severity: How much it weighs.
        why: Paragraphs parted by a blank line.
        law: What it rests on.
        wrong: An example that is found.
        right: The same, corrected.
        acknowledged: Whether an entry may acknowledge it under `anomalies`.
        silenced: Whether `site.yml` may turn it off.
    """

    code: str
    family: str
    group: Message
    title: Message
    severity: Severity
    why: Message
    law: LawRef | None = None
    wrong: str = ""
    right: str = ""
    acknowledged: bool = False
    silenced: bool = False


def explanation_id(rule: Rule) -> str:
    """The message id of a rule's explanation: its docstring, each paragraph on one line, a blank line between."""
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in re.split(r"\n\s*\n", rule.explanation))


@lru_cache(maxsize=1)
def explanations() -> dict[str, Explanation]:
    """Every code that can appear in a report, families together, in order of code."""
    groups = _groups()
    found = [
        *(_of_refusal(refusal, groups) for refusal in REFUSALS),
        *(_of_rule(rule, groups) for rule in RULES),
        *(
            _of_refusal(refusal, groups)
            for refusal in (
                *STANDING,
                *SAMPLES,
                *DOUBTS,
                *INSIDE,
                *PRIVACY,
                *BOARD,
                *HREFS,
                *LOOKS,
                *THEMES,
                *LINKS,
                *LOGS,
            )
        ),
    ]
    order = list(dict.fromkeys(one.family for one in found))
    return {one.code: one for one in sorted(found, key=lambda one: (order.index(one.family), one.code))}


def family(code: str) -> str:
    """The letters of a code."""
    return code.rstrip("0123456789")


def _of_refusal(refusal: Refusal, groups: dict[str, Message]) -> Explanation:
    letters = family(refusal.code)
    return Explanation(
        refusal.code,
        letters,
        groups.get(letters, Message(letters)),
        refusal.title,
        refusal.severity,
        refusal.why,
        wrong=refusal.wrong.translate(_SEEN),
        right=refusal.right.translate(_SEEN),
        silenced=refusal.can_be_silenced,
    )


def _of_rule(rule: Rule, groups: dict[str, Message]) -> Explanation:
    letters = family(rule.code)
    return Explanation(
        rule.code,
        letters,
        groups.get(letters, Message(letters)),
        rule.title,
        rule.severity,
        Message(explanation_id(rule)),
        rule.law,
        rule.wrong,
        rule.right,
        acknowledged=not rule.never_acknowledged,
        silenced=not rule.never_acknowledged,
    )


def _groups() -> dict[str, Message]:
    """What each family is about: the kind whose rules bear it, else the table above."""
    return {**{family(rule.code): Message(kind.label) for kind in KINDS for rule in kind.rules}, **_FAMILIES}
