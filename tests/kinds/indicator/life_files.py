"""An indicator whose life is walked day by day: what is published once changes on no day by itself."""

FILES = {
    "indicators/a.yml": "title: A\ngroup: timeliness\npublished_at: 12/4/2026\ntargets:\n"
    "  - {since: 01/01/2026, value: 70}\n  - {since: 01/9/2026, value: 90}\nresults:\n"
    "  - {period: tháng 2/2026, unit: van-phong, numerator: 75, denominator_value: 100, note: Ít hồ sơ.}\n"
    "  - {period: tháng 3/2026, unit: van-phong, value: 60}\n  - {period: quý I/2026, unit: van-phong, value: 65}\n",
}
