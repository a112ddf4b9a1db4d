"""Budget tables of a year in use, whose absent stages are called missing one after the other."""


def _table(stage: str, more: str = "") -> str:
    return (
        f"form_no: 1\ntitle: Biểu {stage}\nyear: 2026\nstage: {stage}\nmoney_unit: đồng\n"
        f'columns: [{{label: Số tiền}}]\nrows: [{{label: Tổng, values: "1"}}]\nexplanation: Có.\n{more}'
    )


FILES = {
    "budgets/a.yml": _table("approved", "due_on: 20/6/2026\n"),
    "budgets/b.yml": _table("q1", "posted_from: 20/4/2026\nposted_to: 30/5/2026\n"),
}
