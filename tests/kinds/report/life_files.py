"""Reports whose pages change by day: one that will be late, one that was sent, one without a day."""

FILES = {
    "reports/a.md": "---\ntitle: A\ntype: par\nperiod: quý I/2026\nsent_on: 10/3/2026\n---\n",
    "reports/b.md": "---\ntitle: B\ntype: par\nperiod: quý III/2026\ndue: 15/9/2026\n---\n",
    "reports/c.md": "---\ntitle: C\ntype: work\nperiod: 2025\n---\n",
}
