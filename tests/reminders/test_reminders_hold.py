"""Whatever happens, in whatever order: no reminder is ever wrong or said twice, and in the end none is missing.

``HANDUP_REMINDER_EXAMPLES`` and ``HANDUP_REMINDER_STEPS`` let it run for longer.
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, ClassVar

import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import Connection, Engine, event, insert, select

from storage import absences, answers, authoring, moves, people, reminders, sessions
from storage import settings as network_settings
from storage.columns import new_id
from storage.schema import attendances, chats, hours
from tests.reminders import truth
from tests.reminders.network import Network, events
from tests.storage import some
from tests.storage.some import NOW

MINUTE = timedelta(minutes=1)
STILL_PUT_OFF = timedelta(minutes=65)
"""So long after trouble a letter may wait for its next attempt."""
EXAMPLES = {"sqlite": 40, "postgresql": 10}
STEPS = 40
FATES = ["fine"] * 6 + ["busy", "lost", "taken", "spent", "killed_before", "killed_after"]

Work = Callable[[Connection], Any]

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


class Reminding(RuleBasedStateMachine):
    """Everything that can happen around sessions."""

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

    @initialize(
        nights=st.lists(nights, min_size=3, max_size=3),
        ahead=st.lists(minutes_ahead, min_size=3, max_size=3),
        said=st.lists(st.sampled_from(["yes", "yes", "maybe", None]), min_size=9, max_size=9),
    )
    def begin(self, nights: list[tuple[str, str]], ahead: list[int], said: list[str | None]) -> None:
        channels = [("line",), ("telegram",), ("line", "telegram")]
        self.people = [self.network.person(*each) for each in channels]
        with self.engine.begin() as tx:
            self.staff = some.staff(tx)
            for person, night in zip(self.people, nights, strict=True):
                people.learn(tx, person, quiet_from=night[0], quiet_until=night[1])
            for title in ("ห้องสมุด", "สวนผัก"):
                self.projects.append(some.project(tx, title))
                self.roles += [some.role(tx, self.projects[-1], f"{title} {name}", seats=5) for name in ("หนึ่ง", "สอง")]
            for person in self.people:
                moves.write(tx, self.roles[0], person, "accepted", NOW)
        for minutes in ahead:
            self.plan(minutes, 0, "team", None, [None] * 4)
        for number, each in enumerate(said):
            if each:
                self.answer(number // 3, number % 3, each)

    # ------------------------------------------------------------ what staff do

    @rule(
        ahead=minutes_ahead,
        place=places,
        invited=st.sampled_from(["team", "team", "roles", "trained", "everyone"]),
        capacity=st.sampled_from([None, None, 1, 2]),
        own=st.lists(own_minutes, min_size=4, max_size=4),
    )
    def plan(self, ahead: int, place: int, invited: str, capacity: int | None, own: list[int | None]) -> None:
        if len(self.sessions) >= 5:
            return
        at = self.network.now.replace(second=0, microsecond=0) + ahead * MINUTE
        offsets = {f"{lead}_minutes": each for lead, each in zip(("week", "day", "soon", "after"), own, strict=True)}
        project = self.pick(self.projects, place)
        only = [self.roles[2 * self.projects.index(project)]] if invited == "roles" else []
        more = {"capacity": capacity, "invited": invited, **offsets}
        self.starts.append(at)
        self.sessions.append(
            self.do(
                lambda tx: sessions.plan(
                    tx,
                    project,
                    "workshop",
                    at,
                    at + 90 * MINUTE,
                    f"ห้อง {len(self.sessions)}",
                    now=self.now,
                    only=only,
                    **more,
                )
            )
        )

    @rule(place=places, ahead=minutes_ahead)
    def move(self, place: int, ahead: int) -> None:
        at = self.network.now.replace(second=0, microsecond=0) + ahead * MINUTE
        self.starts.append(at)
        self.do(self.moved(place, at))

    @rule(place=places, which=places)
    def move_back(self, place: int, which: int) -> None:
        at = self.pick(self.starts, which)
        if at > self.now:
            self.do(self.moved(place, at))

    def moved(self, place: int, at: Any) -> Work:
        session = self.pick(self.sessions, place)
        return lambda tx: sessions.move(tx, session, at, at + 90 * MINUTE, now=self.now)

    @rule(place=places)
    def cancel(self, place: int) -> None:
        self.do(self.cancelled(place))

    def cancelled(self, place: int) -> Work:
        session = self.pick(self.sessions, place)
        return lambda tx: sessions.cancel(tx, session, now=self.now)

    @rule(place=places)
    def meet_elsewhere(self, place: int) -> None:
        where = f"บ้าน {next(self.network.keys)}"
        self.do(lambda tx: sessions.change(tx, self.pick(self.sessions, place), self.now, where_held=where))

    @rule(place=places, lead=st.sampled_from(["week", "day", "soon", "after"]), minutes=own_minutes)
    def remind_otherwise(self, place: int, lead: str, minutes: int | None) -> None:
        changed = {f"{lead}_minutes": minutes}
        self.do(lambda tx: sessions.change(tx, self.pick(self.sessions, place), self.now, **changed))

    @rule(
        name=st.sampled_from(["week_hours", "day_hours", "soon_minutes", "after_minutes"]),
        number=st.sampled_from([0, 1, 12, 24, 48, 168]),
    )
    def set_for_all(self, name: str, number: int) -> None:
        def write(tx: Connection) -> None:
            network_settings.note(tx, f"remind_{name}", number, self.now)
            reminders.begin_all_anew(tx, self.now)

        self.do(write)

    @rule(place=places, after=st.sampled_from(["paused", "published", "published"]))
    def rest(self, place: int, after: str) -> None:
        project = self.pick(self.projects, place)
        self.do(lambda tx: authoring.move_project(tx, project, after, self.staff, self.now))

    # ------------------------------------------------------------ what people do

    @rule(place=places, who=places, said=st.sampled_from(["yes", "yes", "no", "maybe"]))
    def answer(self, place: int, who: int, said: str) -> None:
        self.do(self.answered(place, who, said))

    def answered(self, place: int, who: int, said: str) -> Work:
        session, person = self.pick(self.sessions, place), self.pick(self.people, who)

        def give(tx: Connection) -> None:
            found = sessions.lock(tx, session)
            if found and found.starts_at > self.now:
                answers.give(tx, session, person, said, self.now)
                answers.filled(tx, session, self.now)

        return give

    @rule(which=places, who=places, state=st.sampled_from(["accepted", "trained", "withdrawn", "released"]))
    def join_or_leave(self, which: int, who: int, state: str) -> None:
        self.do(self.stands(which, who, state))

    def stands(self, which: int, who: int, state: str) -> Work:
        role, person = self.pick(self.roles, which), self.pick(self.people, who)

        def write(tx: Connection) -> None:
            moves.locked(tx, role, person)
            moves.write(tx, role, person, state, self.now, by=person)

        return write

    @rule(who=places, night=nights)
    def sleep_otherwise(self, who: int, night: tuple[str, str]) -> None:
        person = self.pick(self.people, who)

        def write(tx: Connection) -> None:
            people.learn(tx, person, quiet_from=night[0], quiet_until=night[1])
            reminders.begin_anew_for(tx, person, self.now)

        self.do(write)

    @rule(which=places)
    def block(self, which: int) -> None:
        chat = self.pick(self.chats(), which)
        self.network.blocked.add(chat)
        self.network.happen(chat, events.CHAT_CLOSED)

    @rule(which=places)
    def come_back(self, which: int) -> None:
        chat = self.pick(self.chats(), which)
        self.network.blocked.discard(chat)
        self.network.happen(chat, events.CHAT_OPENED)

    @rule(who=places, channel=st.sampled_from(["line", "telegram"]))
    def link(self, who: int, channel: str) -> None:
        person = self.pick(self.people, who)
        if len(self.chats()) < 6:

            def write(tx: Connection) -> None:
                self.network.link(tx, person, channel)
                reminders.begin_anew_for(tx, person, self.now)

            self.do(write)

    @rule(place=places, who=places, came=st.booleans())
    def be_seen(self, place: int, who: int, came: bool) -> None:
        session, person = self.pick(self.sessions, place), self.pick(self.people, who)
        seen = {"session": session, "person": person, "came": came, "source": "staff", "at": self.now}
        self.do(lambda tx: absences.was_new(tx, attendances, **seen))

    @rule(place=places, who=places)
    def log_hours(self, place: int, who: int) -> None:
        session, person = self.pick(self.sessions, place), self.pick(self.people, who)
        worked = {"id": new_id(), "worked_on": self.now.date(), "minutes": 90, "note": "", "voids": False}
        self.do(
            lambda tx: tx.execute(insert(hours).values(**worked, person=person, session=session, logged_at=self.now))
        )

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

    @rule(limit=st.integers(1, 4), fates=st.lists(st.sampled_from(FATES), min_size=4, max_size=4))
    def work_and_send(self, limit: int, fates: list[str]) -> None:
        self.work()
        self.send(limit, fates)

    @rule(limit=st.integers(1, 4), fates=st.lists(st.sampled_from(FATES), min_size=4, max_size=4))
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
        at = self.network.now.replace(second=0, microsecond=0) + ahead * MINUTE
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

    @rule(
        place=places,
        lead=st.sampled_from(["week", "day", "soon", "after"]),
        change=st.sampled_from(
            ["move", "cancel", "answer", "leave", "elsewhere", "night", "rest", "close", "offset", "back"]
        ),
        tried=st.sampled_from([None, "busy", "lost", "taken", "spent", "killed_after"]),
        wait=st.sampled_from([0, 1, 61]),
        night=nights,
        looks=st.booleans(),
    )
    def change_between_writing_and_sending(
        self,
        place: int,
        lead: str,
        change: str,
        tried: str | None,
        wait: int,
        night: tuple[str, str],
        looks: bool,
    ) -> None:
        """A reminder is written, perhaps tried; then it is no longer true; then it could be sent."""
        self.come_near(place, lead, 1, awake=False, then="worked")
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
            "offset": lambda: self.remind_otherwise(place, lead, 5),
            "back": lambda: self.the_clock_jumps(-500),
        }
        changes[change]()
        for flight in list(self.network.flights):
            self.network.land(flight)
        self.network.now += wait * MINUTE
        if looks:
            self.work()
        self.send(4, ["fine"] * 4)

    @rule(which=places, place=places, lead=st.sampled_from(["week", "day", "soon"]))
    def be_away(self, which: int, place: int, lead: str) -> None:
        """Somebody blocks us, the time for a reminder comes, and they return."""
        self.block(which)
        self.come_near(place, lead, 2, awake=True, then="worked")
        self.come_back(which)

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
        fates=st.lists(st.sampled_from(FATES), min_size=4, max_size=4),
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

    @invariant()
    def count(self) -> None:
        self.told["steps"] += 1

    # ------------------------------------------------------------ in the end

    def teardown(self) -> None:
        try:
            if self.sessions and sys.exc_info()[0] is None:
                self.everybody_is_reminded()
        finally:
            self.network.pool.shutdown()
            self.told.update(lead for _, _, lead, _ in self.network.arrived)
            self.told["in doubt"] += len(self.network.excused - set(self.network.arrived))

    def everybody_is_reminded(self) -> None:
        """From now on all is in order: who is to be reminded is, unless nobody can know whether they were already."""
        self.network.live(self.now)
        since, asked = self.now, [(each, who) for each in self.sessions for who in self.people]
        due = {pair: self.do(lambda tx, pair=pair: truth.wanted(tx, *pair, since)) for pair in asked}  # type: ignore[misc]
        last = max(self.do(lambda tx, each=each: sessions.find(tx, each)).ends_at for each in self.sessions)  # type: ignore[misc]
        self.network.live(max(last, since) + timedelta(days=2))
        for (session, person), leads in due.items():
            for lead, by in leads.items():
                self.told["due in the end"] += 1
                late = max(by, since + STILL_PUT_OFF)
                assert self.had(session, person, lead, late), f"never said: {lead} of {session} to {person}"

    def had(self, session: str, person: str, lead: str, by: datetime) -> bool:
        """Whether somebody had a reminder of a session by then, or one that comes after it."""
        found = self.do(lambda tx: sessions.find(tx, session))
        same = truth.BEFORE[truth.BEFORE.index(lead) :] if lead in truth.BEFORE else (lead,)
        keys = [(session, person, each, found.starts_at) for each in same]
        spared = self.do(lambda tx: truth.spared(tx, session, person))
        arrived = any(self.network.arrived.get(key, truth.NEVER) <= by for key in keys)
        return arrived or any(key in self.network.excused or key[2] in spared for key in keys)

    # ------------------------------------------------------------ the rest

    @property
    def now(self) -> Any:
        return self.network.now

    def do(self, work: Callable[[Connection], Any]) -> Any:
        return self.network.do(work)

    def chats(self) -> list[str]:
        mine = select(chats.c.name).where(chats.c.person.in_(self.people))
        return list(self.do(lambda tx: tx.execute(mine.order_by(chats.c.name)).scalars().all()))

    def everybody(self, does: Callable[[int], None]) -> None:
        for number in range(len(self.people)):
            does(number)

    @staticmethod
    def pick(among: Any, place: int) -> Any:
        return among[place % len(among)]


def test_no_reminder_is_ever_wrong(
    engine: Engine, monkeypatch: pytest.MonkeyPatch, tell_figure: Callable[[str], None]
) -> None:
    monkeypatch.setattr("domain.reminders.LATEST_LOOK", timedelta(days=30))
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", lambda connection, _: connection.execute("PRAGMA synchronous=OFF"))
    machine = type("Machine", (Reminding,), {"engine": engine, "told": (told := Counter[str]())})
    examples = int(os.environ.get("HANDUP_REMINDER_EXAMPLES", EXAMPLES[engine.dialect.name]))
    steps = int(os.environ.get("HANDUP_REMINDER_STEPS", STEPS))
    profile = settings(
        max_examples=examples,
        stateful_step_count=steps,
        deadline=None,
        report_multiple_bugs=False,
        suppress_health_check=list(HealthCheck),
        print_blob=True,
    )
    run_state_machine_as_test(machine, settings=profile)
    steps, said = told.pop("steps"), ", ".join(f"{count:,} {name}" for name, count in sorted(told.items()))
    tell_figure(f"reminders hold on {engine.dialect.name}: {steps:,} steps in {examples} stories; {said}")
