"""Content whose pages change by themselves, for the test that they do so on the days foretold."""

FILES: dict[str, str] = {
    "people/a.yml": "role: Chủ tịch\nunit: ubnd-xa\nname: Trần Văn Mẫu\nspokesperson: {since: 10/5/2026, until: 31/8/2026}\n"
    "info_contact: {until: 30/6/2026}\nleader: có\nbio: Chữ.\n",
    "people/b.yml": "role: Phó Chủ tịch\nunit: van-phong\nspokesperson: {since: 01/9/2026, posted_on: 02/9/2026}\n"
    "duty:\n  - {when: sáng thứ Hai, since: 01/6/2026, until: 15/6/2026}\n  - {when: chiều thứ Ba, until: 30/9/2026}\n",
    "people/c.yml": "role: Công chức tư pháp\nunit: ubnd-xa\none_stop: có\ncounter: số 2\n",
}
