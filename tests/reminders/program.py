"""What the program does in a story, and what time does to it."""

from __future__ import annotations

from datetime import timedelta

import hypothesis.strategies as st
from hypothesis.stateful import rule

from storage import sessions
from tests.reminders import truth
from tests.reminders.acts import Acts
from tests.reminders.story import MINUTE, minutes_ahead, pauses, places

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
        place=places,
        lead=st.sampled_from(["week", "day", "soon", "after"]),
        minutes=st.integers(-15, 60),
        awake=st.booleans(),
        then=st.sampled_from(["swept", "worked", "worked", "nothing"]),
    )
    def come_near(self, place: int, lead: str, minutes: int, awake: bool, then: str) -> None:
        """It is nearly time for a reminder, or just past it; the program was down, or was not."""
        found = self.do(lambda tx: sessions.find(tx, self.pick(self.sessions, place)))
        before = self.do(lambda tx: truth.offset(tx, found, lead)) or timedelta()
        at = found.ends_at + before if lead == "after" else found.starts_at - before
        until = max(self.now, at + minutes * MINUTE)
        if awake:
            self.network.live(until)
        self.network.now = until
        {"swept": self.sweep, "worked": self.work, "nothing": bool}[then]()

    @rule(
        place=places,
        lead=st.sampled_from(["week", "day", "soon"]),
        limit=st.integers(1, 4),
        fates=fates_of_four,
    )
    def come_near_and_send(self, place: int, lead: str, limit: int, fates: list[str]) -> None:
        self.come_near(place, lead, 1, awake=False, then="worked")
        self.send(limit, fates)

    @rule(minutes=st.one_of(pauses, pauses.map(lambda each: -each)))
    def the_clock_jumps(self, minutes: int) -> None:
        self.network.now += minutes * MINUTE

    @rule(minutes=pauses)
    def time_runs_normally(self, minutes: int) -> None:
        self.network.live(self.now + minutes * MINUTE)
