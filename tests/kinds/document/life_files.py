"""Documents whose pages change by day: one that comes into force and ends, the one that it replaces, one of no stated effect."""

_HEAD = "type: quyết định\nissuer: ubnd-xa\nlegal: có\n"
FILES = {
    "documents/a.yml": f"{_HEAD}number: 02/2021/QĐ-UBND\ndate: 10/02/2021\nabstract: Cũ\neffective_from: 20/02/2021\n",
    "documents/b.yml": f"{_HEAD}number: 07/2026/QĐ-UBND\ndate: 10/05/2026\nabstract: Mới\neffective_from: 01/6/2026\n"
    "effective_to: 31/12/2026\nreplaces: 02/2021/QĐ-UBND\n",
    "documents/c.yml": "type: thông báo\nissuer: ubnd-xa\nnumber: 5/TB-UBND\ndate: 10/04/2026\nabstract: Họp\n",
    "documents/d.yml": f"{_HEAD}number: 08/2026/QĐ-UBND\ndate: 10/05/2026\nabstract: Sau\neffective_from: 01/7/2026\n"
    "validity: hết hiệu lực một phần\n",
    "document-lists/het-hieu-luc-2020.yml": "title: Danh mục\nyear: 2020\ndecision: Quyết định công bố\n"
    "items: [{number: 1/2010/QĐ-UBND, abstract: Cũ hơn}]\n",
}
