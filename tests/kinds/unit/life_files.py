"""Units whose pages no day changes: an end that lies ahead, a parent until a day, a profile."""

FILES = {
    "units/xa.yml": "name: Xã Bình An\ntype: xã\nlevel: cấp xã\nhistory: Lập năm 1953.\npublished_at: 01/4/2026\nvalid_to: 30/6/2026\n"
    "succession:\n  - {kind: nhập, to: xã An Bình, on: 01/7/2026}\n",
    "units/to.yml": "name: Tổ công tác\ntype: nhóm đơn vị\nlevel: nội bộ\nparents:\n  - {unit: van-phong, until: 30/6/2026}\n  - {unit: xa}\n",
}
