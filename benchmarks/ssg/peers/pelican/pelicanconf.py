"""Settings of Pelican: fields are its categories, units its authors."""

import json
from pathlib import Path

SITE = json.loads(Path("site.json").read_text(encoding="utf-8"))
SITENAME = SITE["name"]
SITEURL = SITE["home"]
DEFAULT_LANG = "vi"
TIMEZONE = "Asia/Ho_Chi_Minh"

PATH = "content"
ARTICLE_PATHS = ["thu-tuc"]
STATIC_PATHS: list[str] = []
THEME = "theme"
THEME_STATIC_PATHS: list[str] = []
PLUGIN_PATHS = ["plugins"]
PLUGINS = ["front_matter"]

ARTICLE_URL = "thu-tuc/{slug}/"
ARTICLE_SAVE_AS = "thu-tuc/{slug}/index.html"
CATEGORY_URL = "linh-vuc/{slug}/"
CATEGORY_SAVE_AS = "linh-vuc/{slug}/index.html"
AUTHOR_URL = "co-quan/{slug}/"
AUTHOR_SAVE_AS = "co-quan/{slug}/index.html"
ARCHIVES_SAVE_AS = AUTHORS_SAVE_AS = CATEGORIES_SAVE_AS = TAGS_SAVE_AS = TAG_SAVE_AS = ""
DIRECT_TEMPLATES = ["index", "sitemap", "feed"]
SITEMAP_SAVE_AS = "sitemap.xml"
FEED_SAVE_AS = "feed.xml"
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None

ARTICLE_ORDER_BY = "code"
DEFAULT_PAGINATION = False
JINJA_ENVIRONMENT = {"autoescape": True}
JINJA_GLOBALS = {"site": SITE, "names": {named["id"]: named["name"] for named in SITE["fields"] + SITE["units"]}}
JINJA_FILTERS = {"day": lambda date: date.strftime("%d/%m/%Y"), "stamp": lambda date: date.isoformat()}
