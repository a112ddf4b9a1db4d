"""A frozen register stays as it was: its pages change on no day."""

FILES = {
    "registers/2026-q1.yml": "quarter: quý I/2026\nfrozen_on: 02/4/2026\nrows:\n"
    "  - {title: Tin, topic: news, published: 10/3/2026, until: 10/6/2026, url: tin/cu.html}\n",
}
