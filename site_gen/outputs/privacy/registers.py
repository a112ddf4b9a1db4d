"""Numbers under which registers keep a person: insurance, tax, vehicles, patients; and digits that are spelt out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from site_gen.outputs.privacy import patterns
from site_gen.outputs.privacy.first_look import CLASS, PAINTED, YEAR, Text
from site_gen.outputs.privacy.hit import (
    BIRTH,
    HEALTH,
    ID,
    NUMBER,
    PHONE,
    Hit,
    at_signs,
    digits,
    hit_of,
    near,
)

_SPACED = re.compile(r"0(?:[^\w\n]{1,3}\d){11}|0\d\d[_|/]\d{3}[_|/]")
_LIKE_DIGITS = str.maketrans("oil", "011")


def numbers(looked: Text) -> Iterator[Hit]:
    """Cards of health insurance, numbers of social insurance, personal tax codes, number plates, numbers of patients."""
    text = looked.text
    for match in patterns.HEALTH_CARD.finditer(text) if looked.may_hold(CLASS) else ():
        if match[0][:2] in patterns.HEALTH_CLASSES and not text[max(0, match.start() - 1) : match.start()].isalnum():
            yield hit_of(NUMBER, match)
    for match in at_signs(looked, patterns.INSURANCE_SIGNS, patterns.INSURANCE):
        yield hit_of(NUMBER, match, "value")
    for match in at_signs(looked, patterns.TAX_SIGNS, patterns.TAX):
        if _is_personal(match, text):
            yield hit_of(NUMBER, match, "value")
    for match in patterns.PLATE.finditer(text) if looked.may_hold(PAINTED) else ():
        yield hit_of(NUMBER, match)
    for match in at_signs(looked, patterns.PLATE_SIGNS, patterns.LABELLED_PLATE):
        yield hit_of(NUMBER, match, "value")
    for match in at_signs(looked, patterns.PATIENT_SIGNS, patterns.PATIENT, before=20):
        yield hit_of(HEALTH, match, "value")


def _is_personal(match: re.Match[str], text: str) -> bool:
    """Whether a tax code is a person's: by its first digit, its length, or the words around it. An organisation's is public."""
    number = digits(match["value"])
    around = match[0][: match.start("value") - match.start()] + text[max(0, match.start() - 40) : match.start()]
    return number[0] == "8" or len(number) == 12 or patterns.OF_A_PERSON.search(around) is not None


def ailing(looked: Text) -> Iterator[Hit]:
    """Somebody's name beside what ails them."""
    signs = sorted(place for sign in patterns.AILING_SIGNS for place in looked.places_of(sign))
    for match in near(looked.text, signs, patterns.AILING, 140, 30):
        yield hit_of(HEALTH, match, "value")


def named_births(looked: Text) -> Iterator[Hit]:
    """A day of birth that stands behind a name without a word for it."""
    text = looked.text
    years = [m.start() for m in YEAR.finditer(text)] if looked.may_hold(YEAR) else []
    for match in near(text, years, patterns.NAMED_BIRTH, 70, 6):
        day, month = int(match["day"]), int(match["month"])
        if 1 <= day <= 31 and 1 <= month <= 12:
            start, end = match.start("day"), match.end("year")
            yield Hit(BIRTH, f"{day:02d}{month:02d}{match['year']}", text[start:end], start, end)
    for match in near(text, looked.places_of("sinh"), patterns.NAMED_BIRTH_YEAR, 60, 20):
        yield hit_of(BIRTH, match, "value")


def spelt(looked: Text) -> Iterator[Hit]:
    """Digits that are read out, and a citizen's number digit by digit."""
    text = looked.text
    for match in near(text, (m.start() for m in _SPACED.finditer(text)), patterns.SPACED_ID, 2, 60):
        yield hit_of(ID, match, value=digits(match[0]))
    for match in at_signs(looked, patterns.LETTERED_SIGNS, patterns.LETTERED):
        number = digits(match["value"].lower().translate(_LIKE_DIGITS))
        if digits(match["value"]) != number and len(digits(match["value"])) >= 5 and len(number) in (9, 10, 12):
            yield hit_of(PHONE if len(number) == 10 else ID, match, "value", number)
    for match in at_signs(looked, patterns.SPOKEN_SIGNS, patterns.SPOKEN):
        words = re.findall(r"\d|[^\W\d_]+", match[0].lower())
        number = "".join(patterns.DIGIT_OF.get(word, word) for word in words)
        if sum(word in patterns.DIGIT_OF for word in words) >= 3:
            yield hit_of(PHONE if len(number) == 10 and number[0] == "0" else ID, match, value=number)
