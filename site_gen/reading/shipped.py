"""The dated facts that ship with the package, read like any content."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from site_gen.base.sealed import seal, unsealed
from site_gen.base.user_cache import user_cache
from site_gen.model.abbreviations import Abbreviations
from site_gen.model.accessibility import Tested
from site_gen.model.duty import Duties, Duty
from site_gen.model.foreign_phrases import ForeignPhrase, ForeignPhrases
from site_gen.model.law import AreaScheme, AreaSchemes, LegalBases, LegalBasis
from site_gen.model.life_events import LifeEvents
from site_gen.model.search_words import SearchWords
from site_gen.model.working_days import HolidayYears, OfficeCalendar, SiteDays
from site_gen.reading.load import read_model
from site_gen.reading.parse_cache import ParseCache

M = TypeVar("M", bound=BaseModel)
FOLDER = Path(__file__).parents[1] / "data"
NO_DAYS = SiteDays()


def _shipped(name: str, model: type[M]) -> M:
    """One of the files, as it was bound before by the same program if the user's cache still has it."""
    cache = user_cache()
    kept = cache / "shipped" / name if cache else None
    known = unsealed(kept) if kept else None
    if isinstance(known, model):
        return known
    bound, found = read_model(FOLDER / name, name, model, ParseCache())
    if bound is None:
        raise ValueError([str(d.message) for d in found])
    if kept:
        seal(kept, bound)
    return bound


@lru_cache(maxsize=1)
def legal_bases() -> dict[str, LegalBasis]:
    """Legal bases by number."""
    return {basis.number: basis for basis in _shipped("legal_bases.yml", LegalBases).bases}


@lru_cache(maxsize=1)
def area_schemes() -> dict[str, AreaScheme]:
    """Area schemes by id."""
    return {scheme.id: scheme for scheme in _shipped("area_schemes.yml", AreaSchemes).schemes}


@lru_cache(maxsize=32)
def office_calendar(own: SiteDays = NO_DAYS) -> OfficeCalendar:
    """Which days offices work, as far as holidays have been announced; with the days that a site adds."""
    return OfficeCalendar.of(_shipped("public_holidays.yml", HolidayYears)).with_days(own)


@lru_cache(maxsize=1)
def shipped_duties() -> tuple[Duty, ...]:
    """What the law and the plans want made public, in order of id."""
    return _shipped("duties.yml", Duties).duties


@lru_cache(maxsize=32)
def foreign_phrases(language: str, own: tuple[ForeignPhrase, ...] = ()) -> dict[str, str]:
    """The phrases that pages in a language mark as foreign, those of the site with them, and the language of each."""
    every = (*_shipped("foreign_phrases.yml", ForeignPhrases).phrases, *own)
    return {one.phrase: one.language for one in every if one.language != language}


@lru_cache(maxsize=1)
def abbreviations() -> dict[str, str]:
    """What the abbreviations stand for that every site's pages explain."""
    return {one.short: one.full for one in _shipped("abbreviations.yml", Abbreviations).abbreviations}


@lru_cache(maxsize=1)
def life_events() -> LifeEvents:
    """Which procedures belong to which event of life."""
    return _shipped("life_events.yml", LifeEvents)


@lru_cache(maxsize=1)
def search_words() -> SearchWords:
    """Synonyms and stop words that every site's search knows."""
    return _shipped("search_words.yml", SearchWords)


@lru_cache(maxsize=1)
def accessibility_tested() -> Tested:
    """What was tested so that everybody can read the pages."""
    return _shipped("accessibility.yml", Tested)
