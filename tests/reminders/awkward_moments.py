"""What happens at an awkward moment of a story: between writing and sending, while somebody is away."""

from __future__ import annotations

from collections.abc import Callable

import hypothesis.strategies as st
from hypothesis.stateful import rule

from tests.reminders.program import Program
from tests.reminders.story import MINUTE, nights, places


class AwkwardMoments(Program):
    """Several things in an order that makes trouble."""

    @rule(
        place=places,
        change=st.sampled_from(
            ["move", "cancel", "answer", "leave", "elsewhere", "night", "rest", "close", "offset", "back"]
        ),
        tried=st.sampled_from([None, "busy", "lost", "taken", "spent", "killed_after"]),
        wait=st.sampled_from([0, 1, 61]),
        night=nights,
        looks=st.booleans(),
        then=st.sampled_from([0, 90, 1440]),
    )
    def change_between_writing_and_sending(
        self,
        place: int,
        change: str,
        tried: str | None,
        wait: int,
        night: tuple[str, str],
        looks: bool,
        then: int,
    ) -> None:
        """A reminder is written, perhaps tried; then it is no longer true; then it could be sent."""
        self.come_near(0, 1, awake=False, then="worked")
        if tried:
            self.send(4, [tried] * 4)
        changes: dict[str, Callable[[], None]] = {
            "move": lambda: self.move(place, 200),
            "cancel": lambda: self.cancel(place),
            "answer": lambda: self.everybody(lambda each: self.answer(place, each, "no")),
            "leave": lambda: self.everybody(lambda each: self.join_or_leave(0, each, "released")),
            "elsewhere": lambda: self.meet_elsewhere(place),
            "night": lambda: self.everybody(lambda each: self.sleep_otherwise(each, night)),
            "rest": lambda: self.rest(0, "paused"),
            "close": lambda: self.everybody(self.block),
            "offset": lambda: self.remind_otherwise(place, "day", 5),
            "back": lambda: self.the_clock_jumps(-500),
        }
        changes[change]()
        for flight in list(self.network.flights):
            self.network.land(flight)
        self.network.now += wait * MINUTE
        if looks:
            self.work()
        self.send(4, ["fine"] * 4)
        self.time_runs_normally(then)

    @rule(which=places, then=st.sampled_from([0, 90, 1440]))
    def be_away(self, which: int, then: int) -> None:
        """Everybody but one blocks us, the time for a reminder comes, and one returns."""
        self.everybody(self.block)
        self.come_near(0, 2, awake=True, then="worked")
        self.come_back(which)
        self.time_runs_normally(then)
