"""Events of life by which people look for a procedure, and which of them a procedure belongs to that does not say so itself."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Annotated

from pydantic import BeforeValidator

from site_gen.base.vietnamese import fold
from site_gen.model.choice import Choice
from site_gen.model.fields import Lines
from site_gen.model.model import Model, field


class LifeEvent(Choice):
    """What has happened to somebody who looks for a procedure."""

    BIRTH = "birth", "sinh con, nuôi con nuôi", "a child is born"
    MARRIAGE = "marriage", "kết hôn, gia đình", "marriage and family"
    DEATH = "death", "người thân qua đời", "a death in the family"
    PAPERS = "papers", "cần giấy tờ, chứng thực", "papers and certification"
    RESIDENCE = "residence", "chuyển nơi ở, cư trú, căn cước", "moving, residence and identity"
    HOUSING = "housing", "nhà đất, xây dựng", "land and building"
    BUSINESS = "business", "kinh doanh, hợp tác xã", "business"
    SCHOOL = "school", "đi học, mở lớp", "school"
    WORK = "work", "việc làm, nghĩa vụ quân sự", "work and military service"
    HARDSHIP = "hardship", "cần trợ giúp xã hội", "social help"
    MERIT = "merit", "người có công", "people of merit"
    FARMING = "farming", "sản xuất nông nghiệp, thiên tai", "farming and disasters"
    TRANSPORT = "transport", "đường sá, tàu thuyền", "roads and boats"
    ASSOCIATION = "association", "hội, tôn giáo, văn hóa, thể thao", "associations, religion, culture and sport"
    COMPLAINT = "complaint", "khiếu nại, tiếp công dân, hòa giải", "complaints and mediation"
    OTHER = "other", "việc khác", "other matters"


Events = Annotated[tuple[LifeEvent, ...], BeforeValidator(LifeEvent.several)]


class ByName(Model):
    """Words of a name that tell the event."""

    words: Lines = field("Chữ trong tên", "Tên thủ tục có một trong các cụm chữ này.")
    events: Events = field("Việc trong đời", "Thì thuộc các việc này.")


class ByField(Model):
    """Fields that tell the event, where no words of the name do."""

    names: Lines = field("Lĩnh vực", "Lĩnh vực như quyết định công bố.")
    events: Events = field("Việc trong đời", "Thì thuộc các việc này.")


class LifeEvents(Model):
    """`data/life_events.yml`, and what a site adds to it."""

    by_name: tuple[ByName, ...] = field("Theo tên", "Cụm chữ trong tên thủ tục cho biết việc gì.", ())
    by_field: tuple[ByField, ...] = field("Theo lĩnh vực", "Lĩnh vực cho biết việc gì.", ())

    def of(self, name: str, procedure_field: str) -> tuple[LifeEvent, ...]:
        """The events of a procedure by name and field; none where nothing here tells."""
        mine, table = fold(name), _tables(self)
        named = {event for words, events in table[0] if words in mine for event in events}
        return tuple(event for event in LifeEvent if event in (named or table[1].get(fold(procedure_field), ())))


def events_of(name: str, procedure_field: str, own: LifeEvents, shipped: LifeEvents) -> tuple[LifeEvent, ...]:
    """The events of a procedure: as the site says, else as the shipped table says, else the rest."""
    return own.of(name, procedure_field) or shipped.of(name, procedure_field) or (LifeEvent.OTHER,)


@lru_cache(maxsize=16)
def _tables(of: LifeEvents) -> tuple[tuple[tuple[str, tuple[LifeEvent, ...]], ...], dict[str, tuple[LifeEvent, ...]]]:
    """Folded phrases with their events, and events by folded field."""

    def phrases() -> Iterator[tuple[str, tuple[LifeEvent, ...]]]:
        for line in of.by_name:
            yield from ((fold(words), line.events) for words in line.words)

    return tuple(phrases()), {fold(name): line.events for line in of.by_field for name in line.names}
