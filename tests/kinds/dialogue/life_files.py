"""A site with dialogue in every state, for the law that pages change on foretold days only."""

FILES = {
    "dialogues/a.yml": "title: A\nunit: ubnd-xa\ndate: 10/6/2026\nplace: Hội trường\nchaired_by: X\nquestions:\n  - summary: Bao giờ?\n    unit: van-phong\n    due: 01/9/2026\n  - summary: Ở đâu?\n    unit: tu-phap\n",
    "dialogues/b.yml": "title: B\nunit: ubnd-xa\ndate: 10/8/2026\nplace: Hội trường\nchaired_by: X\ncancelled: Hoãn.\n",
}
