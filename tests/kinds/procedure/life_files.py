"""Procedures that take effect, end and are announced, for the test that pages change on the days foretold."""

FILES: dict[str, str] = {
    "procedures/1.000001.yml": 'code: "1.000001"\nname: Cấp giấy A\nprocedure_field: Đất đai\ncommon: có\nauthority: van-phong\n'
    "life_events: [marriage]\ndecision: {title: Quyết định A, date: 20/5/2026, effective_from: 15/6/2026}\n"
    "history:\n  - {date: 20/5/2026, text: Sửa hồ sơ, decision: {title: Quyết định B, effective_from: 01/7/2026}}\n",
    "procedures/1.000002.yml": 'code: "1.000002"\nname: Cấp giấy B\nprocedure_field: Đất đai\ncommon: có\nauthority: ubnd-xa\n'
    'state: replaced\nended_on: 10/8/2026\nsuccessor: "1.000001"\n',
    "procedure-lists/a.yml": "title: Danh mục\nunit: ubnd-xa\nsource: quyết định công bố\ntaken_on: 01/3/2026\n"
    "announcements:\n  - {title: Quyết định C, date: 02/6/2026, effective_from: 20/7/2026, changed: [1.000003]}\n"
    'rows:\n  - {code: "1.000002", name: Cấp giấy B, procedure_field: Đất đai, state: abolished, ended_on: 01/8/2026}\n'
    '  - {code: "1.000003", name: Cấp giấy C, procedure_field: Hộ tịch, state: abolished, ended_on: 05/9/2026}\n'
    '  - {code: "1.000004", name: Cấp giấy D, procedure_field: Hộ tịch, state: abolished, ended_on: 01/2/2026}\n',
}
