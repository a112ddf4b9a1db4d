"""What lets a page find others without a server: titles first, the words of the pages on demand."""

from site_gen.outputs.search.index import Remember, search_files

__all__ = ["Remember", "search_files"]
