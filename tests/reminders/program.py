"""What the program does in a story, and what time does to it."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import product

import hypothesis.strategies as st
from hypothesis.stateful import rule
from sqlalchemy import Connection

from storage import sessions
from tests.reminders import truth
from tests.reminders.acts import Acts
from tests.reminders.network import Key
from tests.reminders.story import MINUTE, minutes_ahead, pauses, places

STILL_PUT_OFF = timedelta(minutes=65)
"""So long after trouble a letter may wait for its next attempt."""
FATES = ["fine"] * 6 + ["busy", "lost", "taken", "spent", "killed_before", "killed_after"]
fates_of_four = st.lists(st.sampled_from(FATES), min_size=4, max_size=4)


class Program(Acts):
    """What the program does, and time."""

    # ------------------------------------------------------------ what the program does

    @rule()
    def sweep(self) -> None:
        self.do(self.network.sweep)

    @rule()
    def turns(self) -> None:
        self.do(self.network.turns)

    @rule()
    def work(self) -> None:
        self.do(self.network.sweep)
        self.do(self.network.turns)

    @rule(limit=st.integers(1, 4), fates=fates_of_four)
    def work_and_send(self, limit: int, fates: list[str]) -> None:
        self.work()
        self.send(limit, fates)

    @rule(limit=st.integers(1, 4), fates=fates_of_four)
    def send(self, limit: int, fates: list[str]) -> None:
        self.network.claim(limit, lambda _letter: fates.pop())

    @rule(which=places)
    def hear_what_came_of_it(self, which: int) -> None:
        if self.network.flights:
            self.network.land(self.pick(self.network.flights, which))

    @rule()
    def die(self) -> None:
        """Whatever the process had in its memory is gone; another one comes."""
        for flight in self.network.flights:
            self.network.excuse(flight.letter)
        self.network.flights.clear()

    @rule(
        place=places,
        who=places,
        which=places,
        ahead=minutes_ahead,
        said=st.sampled_from(["yes", "no"]),
        kinds=st.lists(
            st.sampled_from(["sweep", "turns", "move", "cancel", "answer", "leave"]), min_size=2, max_size=4
        ),
    )
    def at_once(self, place: int, who: int, which: int, ahead: int, said: str, kinds: list[str]) -> None:
        """Several processes, and people, at the very same moment."""
        at = self.ahead(ahead)
        works = {
            "sweep": self.network.sweep,
            "turns": self.network.turns,
            "cancel": self.cancelled(place),
            "move": self.moved(place, at),
            "answer": self.answered(place, who, said),
            "leave": self.stands(which, who, "released"),
        }
        if "move" in kinds:
            self.starts.append(at)
        self.network.at_once(works[kind] for kind in kinds)

    # ------------------------------------------------------------ time

    @rule(minutes=pauses)
    def everything_is_down(self, minutes: int) -> None:
        self.network.now += minutes * MINUTE

    @rule(
        which=places,
        minutes=st.integers(-15, 60),
        awake=st.booleans(),
        then=st.sampled_from(["swept", "worked", "worked", "nothing"]),
    )
    def come_near(self, which: int, minutes: int, awake: bool, then: str) -> None:
        """It is nearly time for a reminder, or just past it; the program was down, or was not."""
        upcoming = sorted(self.do(self.moments))
        if upcoming:
            until = max(self.now, self.pick(upcoming[:2], which) + minutes * MINUTE)
            if awake:
                self.network.live(until)
            self.network.now = until
            {"swept": self.sweep, "worked": self.work, "nothing": bool}[then]()

    def moments(self, tx: Connection) -> list[datetime]:
        """When reminders are due from now on, but for anybody's quiet hours."""
        planned = [each for one in self.sessions if (each := sessions.find(tx, one)) and each.state == "planned"]
        known = [(each, lead, truth.offset(tx, each, lead)) for each in planned for lead in (*truth.BEFORE, "after")]
        due = [each.ends_at + by if lead == "after" else each.starts_at - by for each, lead, by in known if by]
        return [moment for moment in due if moment > self.now]

    @rule(which=places, limit=st.integers(1, 4), fates=fates_of_four)
    def come_near_and_send(self, which: int, limit: int, fates: list[str]) -> None:
        self.come_near(which, 1, awake=False, then="worked")
        self.send(limit, fates)

    @rule(minutes=st.one_of(pauses, pauses.map(lambda each: -each)))
    def the_clock_jumps(self, minutes: int) -> None:
        self.network.now += minutes * MINUTE

    @rule(minutes=pauses)
    def time_runs_normally(self, minutes: int) -> None:
        """Meanwhile who is to be reminded is, unless nobody can know whether they were already."""
        self.network.live(self.now)
        if self.sessions:
            since, due, before = self.now, self.do(self.wanted), set(self.network.arrived)
            until = since + minutes * MINUTE
            self.network.live(until)
            for key, by in due.items():
                late = max(by, since + STILL_PUT_OFF)
                assert late > until or self.had(key, late, before), f"never said: {key}"
            self.told["times that somebody was to be reminded"] += len(due)

    def wanted(self, tx: Connection) -> dict[Key, datetime]:
        """What must be said from now on if all is in order, and by when."""
        found = {}
        for session, person in product(self.sessions, self.people):
            starts_at = truth.stand(tx, session, person).session.starts_at
            for lead, by in truth.wanted(tx, session, person, self.now).items():
                found[session, person, lead, starts_at] = by
        return found

    def had(self, key: Key, by: datetime, before: set[Key]) -> bool:
        """Whether somebody had a reminder of a session by then (or ``before``), or one that comes after it."""
        session, person, lead, starts_at = key
        same = truth.BEFORE[truth.BEFORE.index(lead) :] if lead in truth.BEFORE else (lead,)
        keys = [(session, person, each, starts_at) for each in same]
        spared = self.do(lambda tx: truth.spared(tx, session, person))
        in_time = any(self.network.arrived.get(each, truth.NEVER) <= by for each in keys)
        known = before | self.network.excused
        return in_time or any(each in known or each[2] in spared for each in keys)
