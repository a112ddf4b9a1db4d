"""A built site, checked as its readers use it: every link leads somewhere, every page can be found from home."""

from site_gen.outputs.links.check import check_site

__all__ = ["check_site"]
