"""A story: some people and projects, and what is known of them; what happens to them is in the other files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, ClassVar

import hypothesis.strategies as st
from hypothesis.stateful import RuleBasedStateMachine
from sqlalchemy import Connection, Engine, select

from storage import moves, people
from storage.schema import chats
from tests.reminders.network import Network
from tests.storage import some
from tests.storage.some import NOW

MINUTE = timedelta(minutes=1)
Work = Callable[[Connection], Any]

# ---------------------------------------------------------------- what may be drawn

minutes_ahead = st.one_of(
    st.integers(10, 300),
    st.integers(300, 3 * 1440),
    st.integers(3 * 1440, 16 * 1440),
    st.integers(11 * 1440, 16 * 1440),
)
pauses = st.one_of(st.integers(1, 90), st.integers(90, 1440), st.integers(1440, 5 * 1440))
own_minutes = st.one_of(st.none(), st.none(), st.just(0), st.integers(5, 2000))
nights = st.sampled_from(
    [("00:00", "00:00"), ("21:00", "08:00"), ("21:00", "08:00"), ("09:00", "17:30"), ("12:00", "11:00")]
)
places = st.integers(0, 5)


class Story(RuleBasedStateMachine):
    """Three people in a team, two projects, and the clock."""

    engine: ClassVar[Engine]
    told: ClassVar[Counter[str]]

    def __init__(self) -> None:
        super().__init__()
        self.network = Network(self.engine, NOW)
        self.network.clear()
        self.sessions: list[str] = []
        self.people: list[str] = []
        self.projects: list[str] = []
        self.roles: list[str] = []
        self.starts = [NOW + timedelta(days=3)]

    def gather(self, nights: list[tuple[str, str]]) -> None:
        """Bring people and projects together."""
        self.people = [self.network.person(*each) for each in (("line",), ("telegram",), ("line", "telegram"))]
        with self.engine.begin() as tx:
            self.staff = some.staff(tx)
            for person, night in zip(self.people, nights, strict=True):
                people.learn(tx, person, quiet_from=night[0], quiet_until=night[1])
            for title in ("ห้องสมุด", "สวนผัก"):
                self.projects.append(some.project(tx, title))
                self.roles += [some.role(tx, self.projects[-1], f"{title} {name}", seats=5) for name in ("หนึ่ง", "สอง")]
            for person in self.people:
                moves.write(tx, self.roles[0], person, "accepted", NOW)

    @property
    def now(self) -> datetime:
        return self.network.now

    def ahead(self, minutes: int) -> datetime:
        """A whole minute, so far ahead."""
        return self.now.replace(second=0, microsecond=0) + minutes * MINUTE

    def do(self, work: Work) -> Any:
        return self.network.do(work)

    def chats(self) -> list[str]:
        """Everybody's chats."""
        mine = select(chats.c.name).where(chats.c.person.in_(self.people))
        return list(self.do(lambda tx: tx.execute(mine.order_by(chats.c.name)).scalars().all()))

    def everybody(self, does: Callable[[int], None]) -> None:
        """Let it happen to each of them."""
        for number in range(len(self.people)):
            does(number)

    @staticmethod
    def pick(among: Any, place: int) -> Any:
        return among[place % len(among)]
