"""Links and pictures of the content, judged where they are written."""

from site_gen.pipeline.links.judge import judge_links
from site_gen.pipeline.links.texts import Texts, texts_of

__all__ = ["Texts", "judge_links", "texts_of"]
