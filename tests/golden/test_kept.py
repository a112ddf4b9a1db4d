"""Kept answers change only where something else is said, and a difference is read at a glance."""

from kept import differing, lines, plain


def test_another_fingerprint_is_no_other_answer() -> None:
    assert plain("assets/site.abcdefghij.css") == plain("assets/site.qrstuvwxyz.css") == "assets/site.~.css"
    assert plain("nhiem-vu/0123456789.html") == "nhiem-vu/0123456789.html"


def test_what_nobody_sees_is_made_visible() -> None:
    assert plain("\ufeffa\r\nb\n") == "<BOM>a␍\nb\n"


def test_each_block_stands_on_a_line_and_what_stands_in_a_row_stays_there() -> None:
    assert lines("<ul><li><b>a</b><i>b</i> <a>c</a></li></ul>") == "<ul>\n<li><b>a</b><i>b</i> <a>c</a>\n</li>\n</ul>\n"


def test_a_difference_names_the_file_and_the_command_that_renews_it() -> None:
    old, new = "one\ntwo\nthree\n", "one\n2\nthree\n"
    assert differing("tests/a.html", old, new).split("\n") == [
        "--- kept: tests/a.html",
        "+++ now",
        "@@ -1,3 +1,3 @@",
        " one",
        "-two",
        "+2",
        " three",
        "If this is meant: `make golden` renews tests/a.html.",
    ]


def test_a_large_difference_is_no_wall() -> None:
    told = differing("a", "x" * 5000 + "\n" + "a\n" * 500, "b\n" * 500).split("\n")
    assert len(told) == 62
    assert max(map(len, told)) == 200
    assert told[-2] == "… and 944 lines more"
