"""What staff and people do in a story."""

from __future__ import annotations

from datetime import datetime

import hypothesis.strategies as st
from hypothesis.stateful import rule
from sqlalchemy import Connection, insert

from domain import events
from storage import answers, authoring, moves, people, reminders, sessions
from storage import settings as network_settings
from storage.columns import new_id
from storage.schema import attendances, hours
from storage.writing import was_new
from tests.reminders.story import MINUTE, Story, Work, minutes_ahead, nights, own_minutes, places


class Acts(Story):
    """What staff and people do."""

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
        at = self.ahead(ahead)
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
        at = self.ahead(ahead)
        self.starts.append(at)
        self.do(self.moved(place, at))

    @rule(place=places, which=places)
    def move_back(self, place: int, which: int) -> None:
        at = self.pick(self.starts, which)
        if at > self.now:
            self.do(self.moved(place, at))

    def moved(self, place: int, at: datetime) -> Work:
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
        self.do(lambda tx: was_new(tx, attendances, **seen))

    @rule(place=places, who=places)
    def log_hours(self, place: int, who: int) -> None:
        session, person = self.pick(self.sessions, place), self.pick(self.people, who)
        worked = {"id": new_id(), "worked_on": self.now.date(), "minutes": 90, "note": "", "voids": False}
        self.do(
            lambda tx: tx.execute(insert(hours).values(**worked, person=person, session=session, logged_at=self.now))
        )
