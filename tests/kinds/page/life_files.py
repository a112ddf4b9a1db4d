"""Content of pages, which change only when somebody edits them."""

FILES: dict[str, str] = {"pages/a.md": "---\ntitle: Giới thiệu\npublished_at: 01/4/2026\n---\nChữ.\n"}
