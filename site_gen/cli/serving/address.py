"""Where the preview listens: on this computer only, at a port nobody else has."""

from __future__ import annotations

import errno
import ipaddress
import socket

from site_gen.base.messages import say
from site_gen.base.os_error import reason
from site_gen.cli.language import language, tr
from site_gen.cli.usage import refuse

NEARBY = 50
"""How many ports above a taken one are tried before any free one is named."""


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens on `port` of this computer; port 0 takes any free one.

    Ends the command with exit code 2 where `host` leads outside, or the port cannot be had.
    """
    address = loopback(host)
    try:
        family = socket.AF_INET6 if ":" in address else socket.AF_INET
        listening = socket.create_server((address, port), family=family, backlog=128)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            refuse(
                tr("port {port} is taken, perhaps by another preview").format(port=port),
                tr("port {free} is free: `sitegen serve --port {free}`").format(free=free_port(address, port)),
            )
        if error.errno == errno.EACCES:
            refuse(
                tr("port {port} is reserved for the system").format(port=port),
                tr("use a port from 1024 up: `sitegen serve --port {free}`").format(free=free_port(address, 8000)),
            )
        refuse(
            tr("the address `{host}` cannot be used: {reason}").format(
                host=host, reason=say(reason(error), language())
            ),
            tr("leave `--host` out"),
        )
    listening.setblocking(False)
    return listening


def loopback(host: str) -> str:
    """The address to bind for `host`, which must be this computer's own; else exit code 2."""
    name = host.strip("[]").lower()
    if name == "localhost":
        return "127.0.0.1"
    try:
        if ipaddress.ip_address(name).is_loopback:
            return name
    except ValueError:
        pass
    refuse(
        tr("`--host {host}` would show the preview to other computers").format(host=host),
        tr("leave `--host` out: the preview is for this computer only; to show the site to others, publish a build"),
    )


def free_port(address: str, taken: int) -> int:
    """A port that is free now: one of the next ones, else any."""
    for port in (*range(taken + 1, min(taken + NEARBY, 65536)), 0):
        family = socket.AF_INET6 if ":" in address else socket.AF_INET
        with socket.socket(family, socket.SOCK_STREAM) as trial:
            try:
                trial.bind((address, port))
            except OSError:
                continue
            return int(trial.getsockname()[1])
    return 0


def authority(address: str, port: int) -> str:
    """`host:port` as an address bar and a Host header write it."""
    return f"[{address}]:{port}" if ":" in address else f"{address}:{port}"


def names(address: str, port: int) -> frozenset[str]:
    """The Host headers that mean this server; any other comes from a page of somebody else."""
    return frozenset(authority(name, port) for name in ("127.0.0.1", "localhost", "::1", address))
