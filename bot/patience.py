"""How often one address may ask: addresses that guess wear our patience out, and cost nothing from then on."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from datetime import datetime
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import Final

from bot.pace import Pace

MISSES, MISSES_A_SECOND = 60, 0.5
"""So many wrong guesses of an address may come at once, and so many a second afterwards."""
ASKED, ASKED_A_SECOND = 240, 20.0
"""As much of everything together; a whole company may stand behind one address."""
MOST_KEPT: Final = 4096
"""Of so many addresses we remember it: about a megabyte. Whoever was forgotten begins anew."""
NETWORK: Final = 64
"""Of an IPv6 address: the rest is its owner's to choose."""


class Patience:
    """What is left of our patience with each address."""

    def __init__(self, burst: float, per_second: float, most: int = MOST_KEPT) -> None:
        """Begin rested."""
        self.burst, self.per_second, self.most = burst, per_second, most
        self.kept: OrderedDict[str, Pace] = OrderedDict()

    def wait(self, address: str, now: datetime) -> float:
        """Seconds until this address may ask again; 0 when it may now."""
        pace = self.kept.get(address)
        return pace.follow(now).wait(now) if pace else 0.0

    def take(self, address: str, now: datetime) -> None:
        """Count one; those of whom we heard nothing for longest are forgotten when there are too many."""
        pace = self.kept.get(address) or Pace.full(self.per_second, self.burst, now)
        self.kept[address] = pace.follow(now).take(now)
        self.kept.move_to_end(address)
        if len(self.kept) > self.most:
            self.kept.popitem(last=False)


def caller(peer: str | None, headers: Mapping[str, str]) -> str:
    """Who asks: the address that our own web server saw, or that of whoever reaches us directly.

    The header is believed only of a neighbour, and of it only the last address: the others are the caller's own words.
    """
    near = read(peer or "")
    told = headers.get("X-Forwarded-For", "").rpartition(",")[2]
    neighbour = near is None or near.is_private or near.is_loopback
    found = (read(told) if neighbour else None) or near
    if isinstance(found, IPv6Address):
        return str(ip_network((found, NETWORK), strict=False).network_address)
    return str(found or "")


def read(text: str) -> IPv4Address | IPv6Address | None:
    """The address in a text; one of IPv4 in the clothes of IPv6 is what it is."""
    try:
        found = ip_address(text.strip())
    except ValueError:
        return None
    return (isinstance(found, IPv6Address) and found.ipv4_mapped) or found
