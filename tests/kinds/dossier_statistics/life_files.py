"""Statistics whose series is walked day by day: a gap inside it, and nothing after its last month."""

_ROWS = "rows:\n  - {unit: van-phong, received_online: 20, done_on_time: 20}\n"

FILES = {
    "dossiers/a.yml": f"period: tháng 1/2026\n{_ROWS}",
    "dossiers/b.yml": f"period: tháng 3/2026\npublished_at: 10/4/2026\n{_ROWS}",
    "dossiers/c.yml": f"period: năm 2025\n{_ROWS}",
}
