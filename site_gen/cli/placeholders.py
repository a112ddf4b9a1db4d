"""What stands for words and values in the usage lines of help."""

from __future__ import annotations

from site_gen.cli.language import tr

OPTIONS, COMMAND = tr("[OPTIONS]"), tr("[COMMAND] …")
FOLDER, FILE, TEXT, NUMBER = tr("FOLDER"), tr("FILE"), tr("TEXT"), tr("NUMBER")
URL, ADDRESS = tr("URL"), tr("ADDRESS")
CODE, ID, SCHEMA = tr("[CODE]"), tr("ID"), tr("[KIND|site|fleet]")
DAY = tr("DD/MM/YYYY")
WHAT = tr("[WHAT] …")
