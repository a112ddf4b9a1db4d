"""Notices whose lives are walked day by day: settled, late again while posted, late again after it, to come without a number."""

_LETTER = (
    'unit: van-phong\nkind: quá hạn\nprocedure: "1.004873"\ncause: phải xác minh thêm\n'
    "reason: Phải xác minh với xã nơi cư trú trước đây.\nsigner_role: Phó Chủ tịch UBND xã\n"
)

FILES = {
    "apologies/2026-001.yml": f"number: 01/TXL\ndate: 20/4/2026\n{_LETTER}dossier_code: MAU-01\nreceived_on: 10/4/2026\n"
    "due_on: 21/4/2026\nnew_due_on: 05/5/2026\nresolved_on: 30/4/2026\nposted_from: 20/4/2026\n",
    "apologies/2026-002.yml": f"number: 02/TXL\ndate: 10/6/2026\n{_LETTER}dossier_code: MAU-02\nreceived_on: 01/6/2026\n"
    "due_on: 11/6/2026\nnew_due_on: 20/6/2026\nposted_from: 12/6/2026\n",
    "apologies/2026-003.yml": f"number: 03/TXL\ndate: 10/6/2026\n{_LETTER}dossier_code: MAU-03\nreceived_on: 01/6/2026\n"
    "due_on: 11/6/2026\nnew_due_on: 20/9/2026\nposted_from: 15/6/2026\nposted_to: 31/7/2026\n",
    "apologies/2026-004.yml": f"date: 10/8/2026\n{_LETTER}dossier_code: MAU-04\nreceived_on: 01/8/2026\n"
    "due_on: 11/8/2026\nnew_due_on: 13/8/2026\nposted_from: 15/8/2026\non_board: có\n",
}
