"""What MkDocs lacks by itself: pages that list others."""

import json
from collections import defaultdict
from pathlib import Path

from mkdocs.structure.files import File

SITE = json.loads(Path("site.json").read_text(encoding="utf-8"))
GROUPS = {"linh-vuc": SITE["fields"], "co-quan": SITE["units"]}


def on_files(files, config):
    """The home page, and one for each field and unit, are made without a file."""
    files.append(File.generated(config, "index.md", content="---\ntemplate: home.html\n---\n"))
    for folder, groups in GROUPS.items():
        for group in groups:
            matter = f"---\ntemplate: list.html\ntitle: {group['name']}\nof: {group['id']}\n---\n"
            files.append(File.generated(config, f"{folder}/{group['id']}.md", content=matter))
    return files


def on_env(env, config, files):
    """Gives templates the rows of all procedures, and those of each group."""
    rows = [file.page.meta for file in files.documentation_pages() if file.src_uri.startswith("thu-tuc/")]
    rows.sort(key=lambda row: row["code"])
    groups = defaultdict(list)
    for row in rows:
        groups[row["field_id"]].append(row)
        groups[row["unit_id"]].append(row)
    newest = sorted(rows, key=lambda row: row["date"], reverse=True)[:50]
    env.autoescape = True
    env.globals.update(site=SITE, rows=rows, groups=groups, newest=newest)
    env.filters.update(day=lambda date: date.strftime("%d/%m/%Y"), stamp=lambda date: date.isoformat())
    return env
