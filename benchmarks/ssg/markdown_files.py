"""The workload as the other generators read it: Markdown with YAML front matter."""

from __future__ import annotations

import json

from workload import CHANNELS, Procedure, body

HOME = "https://thutuc.example"
SITE_NAME = "Thủ tục hành chính xã Tân An"


def front_matter(procedure: Procedure) -> dict[str, object]:
    """The 27 fields by name, in the order in which they are written."""
    p = procedure
    return {
        "title": p.title,
        "code": p.code,
        "slug": p.slug,
        "date": p.date,
        "field_id": p.field.id,
        "field": p.field.name,
        "unit_id": p.unit.id,
        "unit": p.unit.name,
        "level": p.level,
        "online_level": p.online_level,
        "fee": p.fee,
        "fee_amount": p.fee_amount,
        "duration_days": p.duration_days,
        "duration_note": p.duration_note,
        "applicants": p.applicants,
        "result": p.result,
        "channels": CHANNELS,
        "decision": p.decision,
        "decided_on": f"{p.decided_on:%d/%m/%Y}",
        "counter": p.counter,
        "hours": p.hours,
        "abstract": p.abstract,
        "conditions": p.conditions,
        "featured": p.featured,
        "documents": [{"name": d.name, "originals": d.originals, "copies": d.copies} for d in p.documents],
        "steps": p.steps,
        "legal": [{"number": law.number, "name": law.name, "url": law.url} for law in p.legal],
    }


def _yaml(value: object) -> str:
    if hasattr(value, "isoformat"):
        return str(value.isoformat())
    return json.dumps(value, ensure_ascii=False)


def file_of(procedure: Procedure) -> str:
    """One Markdown file; lists and tables stand in blocks, as people write them."""
    lines = ["---"]
    for key, value in front_matter(procedure).items():
        if not isinstance(value, (list, tuple)):
            lines.append(f"{key}: {_yaml(value)}")
            continue
        lines.append(f"{key}:")
        for item in value:
            if isinstance(item, dict):
                first, *rest = (f"{name}: {_yaml(part)}" for name, part in item.items())
                lines += [f"  - {first}", *(f"    {line}" for line in rest)]
            else:
                lines.append(f"  - {_yaml(item)}")
    lines += ["---", ""]
    return (
        "\n".join(lines)
        + "\n"
        + body(procedure, "/co-quan/{}/".format, lambda code: f"/thu-tuc/{code.replace('.', '-')}/")
    )
