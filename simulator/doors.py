"""The doors of a bot that runs several times: a load balancer in front of it, as far as a platform notices."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field


@dataclass(slots=True)
class Doors:
    """The addresses of the bot beside its first; each request goes to the next one."""

    others: list[str] = field(default_factory=list)
    turns: itertools.count[int] = field(default_factory=itertools.count)

    def order(self, first: str) -> list[str]:
        """Where the next request goes; and where it goes if nobody opens there."""
        doors = [first, *self.others]
        begin = next(self.turns) % len(doors)
        return doors[begin:] + doors[:begin]
