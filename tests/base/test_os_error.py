import errno
import os

import pytest

from site_gen.base.messages import say
from site_gen.base.os_error import reason


@pytest.mark.parametrize(
    ("number", "vietnamese", "english"),
    [
        (errno.ENOENT, "không có tệp hay thư mục này", "there is no such file or folder"),
        (errno.EACCES, "không có quyền", "there is no permission"),
        (errno.EPERM, "không có quyền", "there is no permission"),
        (errno.EROFS, "ổ đĩa chỉ cho đọc, không cho ghi", "the disk can only be read"),
        (errno.ENOSPC, "ổ đĩa đã đầy", "the disk is full"),
        (errno.EISDIR, "đây là một thư mục", "it is a folder"),
        (errno.ENAMETOOLONG, "tên quá dài", "the name is too long"),
        (errno.EBUSY, "chương trình khác đang dùng", "another program is using it"),
        (errno.EMFILE, "quá nhiều tệp đang mở cùng lúc", "too many files are open at once"),
        (errno.EXDEV, f"hệ thống từ chối (lỗi số {errno.EXDEV})", f"the system refused (error {errno.EXDEV})"),
        (None, "hệ thống từ chối (lỗi số ?)", "the system refused (error ?)"),
    ],
)
def test_an_error_of_the_system_is_told_in_the_readers_language(
    number: int | None, vietnamese: str, english: str
) -> None:
    error = OSError("odd") if number is None else OSError(number, os.strerror(number))
    assert (say(reason(error), "vi"), say(reason(error), "en")) == (vietnamese, english)
