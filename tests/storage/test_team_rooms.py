"""Rooms: whose they are, who hears there, and what is forgotten."""

from datetime import datetime, timedelta

from sqlalchemy import Connection, Engine, select

from domain.room_posts import NEAR, Told
from domain.work import Session
from storage import room_posts, rooms, sessions
from storage.schema import room_codes
from tests.storage.some import project, session, staff

LINE, TELEGRAM = "line:C" + "4a" * 16, "telegram:-1001"


def test_a_room_is_entered_once_and_found_again(engine: Engine, now: datetime) -> None:
    with engine.begin() as tx:
        first = rooms.enter(tx, LINE, "th", now)
        again = rooms.enter(tx, LINE, "en", now + timedelta(hours=1))
        assert first == again
        assert (first.project, first.members, first.reminders, first.channel) == (None, None, False, "line")


def test_reminders_are_on_where_they_cost_nothing(engine: Engine, now: datetime) -> None:
    with engine.begin() as tx:
        for chat, reminders in ((LINE, False), (TELEGRAM, True)):
            rooms.enter(tx, chat, "th", now)
            assert rooms.link(tx, chat, project(tx), None, "en", now).reminders == reminders


def test_a_project_has_one_room(engine: Engine, now: datetime) -> None:
    with engine.begin() as tx:
        about = project(tx)
        for chat in (TELEGRAM, LINE):
            rooms.enter(tx, chat, "th", now)
            rooms.link(tx, chat, about, None, "th", now)
        found, before = rooms.of_project(tx, about), rooms.find(tx, TELEGRAM)
        assert found is not None
        assert before is not None
        assert (found.chat, before.project, before.reminders) == (LINE, None, False)


def test_people_are_counted_anew_after_we_were_out(engine: Engine, now: datetime) -> None:
    with engine.begin() as tx:
        rooms.enter(tx, LINE, "th", now)
        assert rooms.to_count(tx, "line", 10, anew=False) == [LINE]
        rooms.count(tx, LINE, 12)
        assert rooms.to_count(tx, "line", 10, anew=False) == []
        assert rooms.to_count(tx, "line", 10, anew=True) == [LINE]
        rooms.leave(tx, LINE, now)
        assert rooms.to_count(tx, "line", 10, anew=True) == []
        assert rooms.enter(tx, LINE, "th", now).members is None


def test_a_room_that_moves_takes_along_what_it_was_told(engine: Engine, now: datetime) -> None:
    with engine.begin() as tx:
        about = project(tx)
        rooms.enter(tx, "telegram:-5", "en", now)
        rooms.link(tx, "telegram:-5", about, None, "en", now)
        meeting = the_session(tx, session(tx, about, timedelta(days=1)))
        room_posts.note(tx, "telegram:-5", meeting, NEAR, now)
        rooms.enter(tx, TELEGRAM, "th", now)
        rooms.move(tx, "telegram:-5", TELEGRAM, now)
        found = rooms.find(tx, TELEGRAM)
        assert found is not None
        assert (found.project, found.language, found.reminders) == (about, "en", True)
        assert rooms.find(tx, "telegram:-5") is None
        assert room_posts.last_told(tx, TELEGRAM, meeting.id) == Told(NEAR, meeting.starts_at)


def the_session(tx: Connection, name: str) -> Session:
    found = sessions.find(tx, name)
    assert found is not None
    return found


def test_what_is_old_is_forgotten(engine: Engine, now: datetime) -> None:
    with engine.begin() as tx:
        about = project(tx)
        rooms.make_code(tx, about, staff(tx), now)
        rooms.enter(tx, LINE, "th", now)
        rooms.leave(tx, LINE, now)
        rooms.enter(tx, TELEGRAM, "th", now)
        assert rooms.forget_old(tx, now) == 0
        assert rooms.forget_old(tx, now + timedelta(days=180)) == 2
        assert rooms.find(tx, LINE) is None
        assert rooms.find(tx, TELEGRAM) is not None
        assert tx.execute(select(room_codes)).all() == []
