"""Records as plain values, for tests that compare what a page is given."""

import json
from typing import Any

from site_gen.base.values import as_json


def plain(value: object) -> Any:
    """A record, or anything that holds records, as JSON would hold it: mappings, lists, days in ISO form."""
    return json.loads(json.dumps(value, default=as_json))
