"""A site with consultation in every state, for the law that pages change on foretold days only."""

FILES = {
    "consultations/a.md": "---\ntitle: A\nunit: van-phong\ndrafts:\n  - title: A\nopened_on: 10/6/2026\ncloses_on: 30/6/2026\nhow: Gửi thư.\n---\n",
    "consultations/b.md": "---\ntitle: B\nunit: van-phong\ndrafts:\n  - title: B\nopened_on: 10/4/2026\ncloses_on: 05/5/2026\nhow: Gửi thư.\noutcome: Tiếp thu.\noutcome_on: 01/6/2026\n---\n",
}
