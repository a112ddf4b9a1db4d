import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.base.web_address import home_address


@pytest.mark.parametrize(
    ("given_", "address"),
    [
        ("https://hoabinh.gov.vn", "https://hoabinh.gov.vn"),
        (" HTTPS://HoaBinh.gov.vn/ ", "https://hoabinh.gov.vn"),
        ("https://ten.github.io/xa-mau/", "https://ten.github.io/xa-mau"),
        ("http://localhost:8000", "http://localhost:8000"),
        ("http://10.0.0.7", "http://10.0.0.7"),
        ("https://xã-mẫu.vn", "https://xn--x-mu-goa0686b.vn"),
        ("https://hoabinh.gov.vn:443", "https://hoabinh.gov.vn"),
    ],
)
def test_the_address_of_a_site_is_used_in_one_form(given_: str, address: str) -> None:
    assert home_address(given_).address == address


@pytest.mark.parametrize(
    ("given_", "mended"),
    [
        ("hoabinh.gov.vn", "https://hoabinh.gov.vn"),
        ("www.hoabinh.gov.vn/", "https://www.hoabinh.gov.vn"),
        ("//hoabinh.gov.vn", "https://hoabinh.gov.vn"),
        ("https:/hoabinh.gov.vn", "https://hoabinh.gov.vn"),
        ("https:\\\\hoabinh.gov.vn", "https://hoabinh.gov.vn"),
        ("htps://hoabinh.gov.vn", "https://hoabinh.gov.vn"),
        ("https:// hoabinh.gov.vn", "https://hoabinh.gov.vn"),
        ("https://hoabinh.gov.vn?a=1", "https://hoabinh.gov.vn"),
        ("https://hoabinh.gov.vn/#tin", "https://hoabinh.gov.vn"),
        ("https://hoabinh.gov.vn/index.html", "https://hoabinh.gov.vn"),
        ("https://ai:mat-khau@hoabinh.gov.vn", "https://hoabinh.gov.vn"),
        ("https://hoabinh", ""),
        ("ftp://hoabinh.gov.vn", ""),
        ("ubnd@hoabinh.gov.vn", ""),
        ("C:\\trang", ""),
        ("https://hoabinh.gov.vn/trang moi", ""),
        ("https://hoabinh.gov.vn/đường", ""),
        ("https://", ""),
        ("", ""),
    ],
)
def test_what_is_no_address_of_a_site_is_mended_where_that_can_be_told(given_: str, mended: str) -> None:
    home = home_address(given_)
    assert home.fault is not None
    assert (home.address, home.suggestion) == ("", mended)


@given(st.text(max_size=60) | st.text(max_size=40).map("https://{}".format))
def test_whatever_is_typed_is_judged_and_what_is_used_or_mended_stays_so(text: str) -> None:
    home = home_address(text)
    for address in filter(None, (home.address, home.suggestion and home_address(home.suggestion).address)):
        assert home_address(address).address == address
        assert address.isascii()
    if home.suggestion:
        assert home_address(home.suggestion).fault is None
