from __future__ import annotations

import socket

import pytest

from site_gen.cli.serving.address import authority, free_port, listen, loopback, names


@pytest.mark.parametrize(
    ("host", "address"),
    [
        ("localhost", "127.0.0.1"),
        ("127.0.0.1", "127.0.0.1"),
        ("127.0.0.2", "127.0.0.2"),
        ("[::1]", "::1"),
        ("::1", "::1"),
    ],
)
def test_the_computers_own_names_are_addresses_to_listen_on(host: str, address: str) -> None:
    assert loopback(host) == address


def test_it_listens_where_no_other_computer_can_reach_it() -> None:
    with listen("localhost", 0) as listening:
        assert listening.getsockname()[0] == "127.0.0.1"


def test_a_port_that_is_free_is_named() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = free_port("127.0.0.1", taken.getsockname()[1] - 1)

        socket.create_server(("127.0.0.1", port)).close()


def test_an_ipv6_address_is_written_in_brackets() -> None:
    assert authority("::1", 8000) == "[::1]:8000"


def test_only_names_of_this_computer_with_the_port_mean_this_server() -> None:
    assert names("127.0.0.2", 8000) == {"127.0.0.1:8000", "localhost:8000", "[::1]:8000", "127.0.0.2:8000"}
