"""A built site as its readers walk it: every link leads somewhere, every page can be found from home."""

from site_gen.outputs.links.check import check_site

__all__ = ["check_site"]
