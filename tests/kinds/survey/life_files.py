"""Surveys whose lives are walked day by day: what is published once changes on no day by itself."""

FILES = {
    "surveys/a.yml": "object: one_stop\nperiod: tháng 3/2026\nunit: van-phong\nn: 60\noverall: 90\ntarget: 85\n"
    "published_at: 10/4/2026\ncriteria:\n  - {criterion: Thái độ, pct: 96, target: 95}\n",
    "surveys/b.yml": "object: one_stop\nperiod: tháng 4/2026\nunit: van-phong\nn: 2\noverall: 50\n",
}
