"""What lets a page find others without a server: titles first, the words of the pages on demand."""

from site_gen.outputs.search.index import search_files

__all__ = ["search_files"]
