"""Reads YAML front matter, which Pelican by itself does not."""

from pathlib import Path

import yaml
from markdown import Markdown
from pelican import signals
from pelican.contents import Author, Category
from pelican.readers import BaseReader
from pelican.utils import get_date


class FrontMatterReader(BaseReader):
    """Markdown with tables, below YAML between two lines of dashes."""

    file_extensions = ("md",)

    def __init__(self, settings):
        super().__init__(settings)
        self.markdown = Markdown(extensions=["tables"])

    def read(self, source_path):
        """The HTML of the text, and the fields."""
        _, matter, text = Path(source_path).read_text(encoding="utf-8").split("---\n", 2)
        fields = yaml.load(matter, Loader=yaml.CSafeLoader)
        fields["date"] = get_date(fields["date"].isoformat())
        fields["category"] = Category(fields["field_id"], self.settings)
        fields["author"] = Author(fields["unit_id"], self.settings)
        fields["summary"] = fields["abstract"]
        return self.markdown.reset().convert(text), fields


def register():
    """Takes the place of Pelican's own reader of Markdown."""
    signals.readers_init.connect(lambda readers: readers.reader_classes.update(md=FrontMatterReader))
