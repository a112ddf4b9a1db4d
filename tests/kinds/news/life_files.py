"""A site with news in every state, for the law that pages change on foretold days only."""

FILES = {
    "news/a.md": "---\ntitle: A\ndate: 10/4/2026\nunit: van-phong\nuntil: 15/6/2026\n---\nChữ.\n",
    "news/b.md": "---\ntitle: B\ndate: 11/4/2026\nunit: ubnd-xa\n---\nChữ.\n",
}
