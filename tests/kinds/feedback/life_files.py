"""A site with feedback in every state, for the law that pages change on foretold days only."""

FILES = {
    "feedback/a.yml": "code: A\nchannel: thư, văn bản\ntype: vướng mắc về thủ tục\nsummary: Bảng mờ.\nreceived_on: 20/4/2026\nforwarded_on: 21/4/2026\nhandler: van-phong\ndue_on: 30/6/2026\nstatus: đang xử lý\n",
    "feedback/b.yml": "code: B\nchannel: thư, văn bản\ntype: đề nghị đính chính thông tin\nsummary: Sai giờ.\nreceived_on: 30/4/2026\nhandler: van-phong\nstatus: tiếp nhận\n",
    "feedback/c.yml": "code: C\nchannel: thư, văn bản\ntype: vướng mắc về thủ tục\nsummary: Bảng mờ.\nreceived_on: 20/4/2026\nhandler: van-phong\nanswered_on: 22/4/2026\nresult: Đã in lại.\nstatus: đã trả lời\n",
}
