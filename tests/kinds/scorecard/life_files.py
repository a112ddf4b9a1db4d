"""Scorecards, which change only when somebody edits them."""

FILES: dict[str, str] = {
    "scorecards/a.yml": 'title: A\nyear_assessed: "2025"\nunit: ubnd-xa\npublished_on: 01/6/2026\ntotal_declared: "70"\n'
    'criteria:\n  - {no: "1", label: B, max: "2", declared: "1", unit: van-phong, deadline: tháng 6/2026}\n'
}
