"""What the scan finds and what is said of its allowances, for `sitegen explain` and the reference.

The examples show shapes, not numbers that could be somebody's.
"""

from __future__ import annotations

from site_gen.base.diagnostics import Severity
from site_gen.base.messages import Message, msg
from site_gen.outputs.privacy.hit import ACCOUNT, BIRTH, EMAIL, HEALTH, HOLDER, ID, LAND, NUMBER, PHONE
from site_gen.reading.refusals import Refusal

E, W = Severity.ERROR, Severity.WARNING
UNUSED, EXPIRED = "PRIVACY008", "PRIVACY009"

_LAW = msg(
    "Personal data may be made public only for a purpose that the law or the person's consent gives (Luật 91/2025/QH15, Điều 16, as secondary sources give it). The build refuses while it is there, and no check can be turned off; a value that may be public is allowed by itself, with its reason, under `privacy` in site.yml."
)

PRIVACY: tuple[Refusal, ...] = (
    Refusal("PRIVACY001", E, msg("a citizen's number is about to be published"),
            msg("Twelve digits that begin with 0, or nine behind “CMND”, are the number of an identity card; with a passport's number it is the key to somebody's other data. Say “the applicant” instead, or show the last three digits only. {law}", law=_LAW),
            "summary: Ông A, CCCD 0xxxxxxxxxxx, nộp hồ sơ   # x là chữ số", "summary: Một công dân nộp hồ sơ"),
    Refusal("PRIVACY002", E, msg("a telephone number is about to be published"),
            msg("The number is none of the contacts that the content declares as official: of the site, a unit or a person. If it is official, declare it there; everywhere else it is then allowed. {law}", law=_LAW),
            "text: Liên hệ 09xx xxx xxx   # số riêng", "text: Liên hệ Văn phòng UBND xã theo số ở trang Liên hệ"),
    Refusal("PRIVACY003", E, msg("an e-mail address is about to be published"),
            msg("The address is none of the mailboxes that the content declares as official. If it is official, declare it as the site's, a unit's or a person's. {law}", law=_LAW),
            "text: Gửi về ten-rieng@…", "text: Gửi về hộp thư ở trang Liên hệ"),
    Refusal("PRIVACY004", E, msg("somebody's date of birth is about to be published"),
            msg("With the name it tells one person from all others. Leave it out; a class of people (“citizens born in 2007”) is no personal data and is not found. {law}", law=_LAW),
            "text: Bà B, sinh ngày …/…/19xx", "text: Bà B"),
    Refusal("PRIVACY005", E, msg("a bank account is about to be published"),
            msg("An account's number invites fraud, and a false one on a copied page even more. An account to which fees are paid is allowed with its reason. {law}", law=_LAW),
            "text: Chuyển vào STK xxxxxxxxxx", "text: Nộp tại Bộ phận Một cửa hoặc trên Cổng dịch vụ công"),
    Refusal("PRIVACY006", E, msg("a land certificate or somebody's parcel is about to be published"),
            msg("The number of a certificate, its number in the land register, or a parcel beside a person's name tells who owns what. {law}", law=_LAW),
            "text: hộ ông A, thửa đất số …, tờ bản đồ số …", "text: một hộ ở thôn Trung Tâm"),
    Refusal("PRIVACY007", E, msg("the holder of a dossier is about to be published by name"),
            msg("Who applied for what is nobody else's business: status, apologies and results are published by the dossier's code. {law}", law=_LAW),
            "text: 'Chủ hồ sơ: Nguyễn Văn …'", "text: Hồ sơ H23.45-260301-0001"),
    Refusal(UNUSED, W, msg("an allowed personal value is not published any more"),
            msg("`privacy` in site.yml allows a value that stands on no page and in no attachment. Left in place, the permission would one day let the value through when nobody means to publish it. Delete it."),
            "privacy:\n  allow:\n    - value: 1900 xxxx   # không còn ở trang nào\n      reason: Đường dây nóng cũ.", "privacy:\n  allow: []"),
    Refusal(EXPIRED, W, msg("the permission to publish a personal value has expired"),
            msg("`privacy` in site.yml allows a value up to a day that has passed. Take the value off the page, or give a later `until` and say in `reason` why."),
            "until: 30/6/2025", "until: 31/12/2026"),
    Refusal("PRIVACY010", E, msg("somebody's number in a register is about to be published"),
            msg("Cards of health insurance, numbers of social insurance, a person's tax code and number plates lead to one person. The tax code of an organisation is public and is not found. {law}", law=_LAW),
            "text: Ông A, thẻ BHYT GDxxxxxxxxxxxxx   # x là chữ số", "text: Một người có thẻ bảo hiểm y tế"),
    Refusal("PRIVACY011", E, msg("something about somebody's health is about to be published"),
            msg("The illness of a named person, or the number under which a hospital files somebody, is sensitive personal data. Give the number of people instead. {law}", law=_LAW),
            "text: Bà B bị bệnh hiểm nghèo   # tên thật", "text: Ba người mắc bệnh hiểm nghèo được hỗ trợ"),
)  # fmt: skip  # a table: code, severity and title in a line, its texts below

PERSONAL = frozenset(refusal.code for refusal in PRIVACY)
"""Codes whose findings point at a personal value: a report never repeats what stands there."""

WHAT: dict[str, Message] = {
    ID: msg("a citizen's number"),
    PHONE: msg("a telephone number"),
    EMAIL: msg("an e-mail address"),
    BIRTH: msg("a date of birth"),
    ACCOUNT: msg("a bank account"),
    LAND: msg("a land certificate or parcel"),
    HOLDER: msg("the name of a dossier's holder"),
    NUMBER: msg("a personal number"),
    HEALTH: msg("somebody's illness"),
}
