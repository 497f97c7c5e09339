"""Groups of projects: what is posted there, once, within the month, and never what is no longer true."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import Connection, Engine, select, update

from domain import events
from domain.events import Arrival
from scheduler.sweeper import run_sweep
from scheduler.sweeps import SWEEPS
from storage import inbox, outbox, quotas, reminders, rich_menus, room_posts, rooms, sessions, staff
from storage.schema import chats, projects, room_codes
from storage.schema import outbox as letters
from tests.conversations import seeds
from tests.conversations.telling import sweep
from tests.phone import Desk, Phone

GROUP = "line:C" + "4a" * 16
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.fixture
def desk(engine: Engine, now: datetime) -> Desk:
    """Fa is staff; the first of two projects meets in 27 hours and in five days; 200 of LINE's month are left."""
    desk = Desk(engine, now)
    with engine.begin() as tx:
        seeds.demo(tx, now)
        seeds.somebody(tx, now, "telegram:1", "name=ฟ้า staff=yes")
        quotas.note(tx, "line", 300, 100, now)
    return desk


def project(desk: Desk) -> str:
    with desk.engine.begin() as tx:
        return project_in(tx)


def project_in(tx: Connection) -> str:
    query = select(projects.c.id).where(projects.c.title == "เพจใหม่ของบ้านอุ่นใจ")
    return str(tx.execute(query).scalar_one())


def linked(desk: Desk, chat: str = GROUP, members: int = 12, *, reminders: bool = True) -> Phone:
    """A group that is the first project's, where sessions are posted."""
    desk.happen(chat, events.ROOM_OPENED)
    with desk.engine.begin() as tx:
        fa = tx.execute(select(chats.c.person).where(chats.c.name == "telegram:1")).scalar_one()
        rooms.link(tx, chat, project_in(tx), fa, "th", desk.now)
        rooms.switch(tx, chat, reminders=reminders)
        rooms.count(tx, chat, members)
    group = desk.phone(chat)
    group.messages.clear()
    return group


def later(desk: Desk, by: timedelta) -> None:
    desk.now += by
    sweep(desk, "rooms")


def send_all(desk: Desk) -> None:
    """Let the platforms have taken every letter that waits."""
    with desk.engine.begin() as tx:
        columns = (letters.c.number, letters.c.chat, letters.c.free_reply)
        waiting = tx.execute(select(*columns).where(letters.c.state == "waiting")).all()
        for row in waiting:
            paid = row.chat.startswith("line:") and row.free_reply is None
            outbox.settle(tx, [row.number], desk.now, state="sent", paid=paid)


def posted(group: Phone) -> list[str]:
    return [message.body.splitlines()[0] for message in group.messages]


NEAR = "พรุ่งนี้มีประชุมเริ่มงาน “เพจใหม่ของบ้านอุ่นใจ”"


def test_a_session_is_posted_once_a_day_before(desk: Desk) -> None:
    group = linked(desk)
    later(desk, HOUR)
    assert posted(group) == []
    later(desk, 3 * HOUR)
    later(desk, HOUR)
    send_all(desk)
    later(desk, 2 * HOUR)
    assert posted(group) == [NEAR]


def test_nothing_is_posted_where_nobody_wants_it(desk: Desk) -> None:
    group = linked(desk, reminders=False)
    later(desk, 4 * HOUR)
    assert posted(group) == []


def test_nothing_is_posted_at_night_or_after_the_start(desk: Desk) -> None:
    group = linked(desk)
    desk.now += 11 * HOUR
    later(desk, timedelta())
    assert posted(group) == []
    later(desk, 16 * HOUR)
    assert posted(group) == []


def test_a_letter_that_has_not_left_is_taken_back_when_the_session_moves(desk: Desk) -> None:
    group = linked(desk)
    later(desk, 4 * HOUR)
    with desk.engine.begin() as tx:
        seeds.session_moved(tx, desk.now)
        assert tx.execute(select(letters.c.number).where(letters.c.event.is_not(None))).all() == []
    later(desk, HOUR)
    assert posted(group) == [NEAR]
    later(desk, 2 * DAY)
    assert posted(group) == [NEAR, NEAR]


def test_a_letter_that_is_taken_back_while_the_session_stays_is_written_anew_at_once(desk: Desk) -> None:
    linked(desk)
    later(desk, 4 * HOUR)
    with desk.engine.begin() as tx:
        reminders.begin_all_anew(tx, desk.now)
    later(desk, timedelta(minutes=1))
    with desk.engine.begin() as tx:
        assert len(tx.execute(select(letters.c.number).where(letters.c.event.is_not(None))).all()) == 1


def test_what_was_posted_and_moves_is_posted_again_at_once_and_then_a_day_before(desk: Desk) -> None:
    group = linked(desk)
    later(desk, 4 * HOUR)
    send_all(desk)
    with desk.engine.begin() as tx:
        seeds.session_moved(tx, desk.now)
    later(desk, HOUR)
    send_all(desk)
    later(desk, HOUR)
    assert posted(group) == [NEAR, "เปลี่ยนนัด: ประชุมเริ่มงาน “เพจใหม่ของบ้านอุ่นใจ”"]
    later(desk, DAY + 22 * HOUR)
    assert posted(group)[2:] == [NEAR]


def test_what_was_posted_and_is_called_off_is_called_off_there_too(desk: Desk) -> None:
    group = linked(desk)
    later(desk, 4 * HOUR)
    send_all(desk)
    with desk.engine.begin() as tx:
        seeds.session_cancelled(tx, desk.now)
    later(desk, HOUR)
    later(desk, HOUR)
    assert posted(group) == [NEAR, "ยกเลิกนัดพรุ่งนี้: ประชุมเริ่มงาน “เพจใหม่ของบ้านอุ่นใจ”"]


def test_a_post_is_not_sent_after_the_start(desk: Desk) -> None:
    linked(desk)
    later(desk, 4 * HOUR)
    with desk.engine.begin() as tx:
        good = tx.execute(select(letters.c.good_until).where(letters.c.event.is_not(None))).scalar_one()
        assert good == sessions.of_project(tx, project_in(tx))[0].starts_at


# ---------------------------------------------------------------- what it costs


def test_a_post_is_paid_for_by_everybody_in_the_group(desk: Desk) -> None:
    linked(desk, members=12)
    with desk.engine.begin() as tx:
        run_sweep(tx, next(each for each in SWEEPS if each.name == "rooms"), desk.now + 4 * HOUR)
        assert quotas.events_waiting(tx, "line") == 12
    desk.now += 4 * HOUR
    desk.settle()
    with desk.engine.begin() as tx:
        assert quotas.letters_waiting(tx, "line") == 12
    send_all(desk)
    with desk.engine.begin() as tx:
        assert outbox.paid_since(tx, desk.now - HOUR) == 12


@pytest.mark.parametrize(("members", "told"), [(140, [NEAR]), (141, [])])
def test_what_the_month_has_no_room_for_is_held_and_staff_see_it(desk: Desk, members: int, told: list[str]) -> None:
    group = linked(desk, members=members)
    later(desk, 4 * HOUR)
    assert posted(group) == told
    words = desk.phone("telegram:1").new("button_pressed", value=f"go:room:{project(desk)}", picked=None)[-1].body
    assert ("ยังไม่ได้แจ้ง เพราะโควตา LINE เดือนนี้ไม่พอ" in words) == (not told)


def test_what_was_held_back_is_posted_once_there_is_room(desk: Desk) -> None:
    group = linked(desk, members=141)
    later(desk, 4 * HOUR)
    with desk.engine.begin() as tx:
        quotas.note(tx, "line", 1000, 100, desk.now)
    later(desk, timedelta(minutes=5))
    assert posted(group) == []
    later(desk, HOUR)
    assert posted(group) == [NEAR]
    with desk.engine.begin() as tx:
        assert room_posts.held(tx, GROUP, desk.now) == []


def test_nothing_is_posted_on_line_before_the_people_are_counted(desk: Desk) -> None:
    group = linked(desk)
    with desk.engine.begin() as tx:
        rooms.count(tx, GROUP, None)
    later(desk, 4 * HOUR)
    assert posted(group) == []


def test_telegram_is_free_whatever_the_month_says(desk: Desk) -> None:
    group = linked(desk, "telegram:-1001", 5000)
    later(desk, 4 * HOUR)
    assert posted(group) == [NEAR]


def test_people_who_come_and_leave_are_counted(desk: Desk) -> None:
    linked(desk, members=12)
    desk.happen(GROUP, events.ROOM_MEMBERS_CHANGED, by=3)
    desk.happen(GROUP, events.ROOM_MEMBERS_CHANGED, by=-1)
    desk.happen(GROUP, events.ROOM_MEMBERS_CHANGED, by=-99)
    with desk.engine.begin() as tx:
        found = rooms.find(tx, GROUP)
    assert found is not None
    assert found.members == 14


# ---------------------------------------------------------------- coming and going


def test_a_group_that_put_us_out_hears_nothing_and_finds_all_as_it_was_when_it_takes_us_in(desk: Desk) -> None:
    group = linked(desk)
    desk.happen(GROUP, events.ROOM_CLOSED)
    later(desk, 4 * HOUR)
    assert posted(group) == []
    desk.happen(GROUP, events.ROOM_OPENED)
    assert posted(group) == ["HandUp กลับมาแล้ว กลุ่มนี้เป็นของโครงการ “เพจใหม่ของบ้านอุ่นใจ” จะแจ้งนัดของทีมที่นี่หนึ่งวันก่อน"]


def test_a_group_with_a_new_number_goes_on_there(desk: Desk) -> None:
    linked(desk, "telegram:-5")
    later(desk, 4 * HOUR)
    send_all(desk)
    desk.happen("telegram:-5", events.ROOM_CLOSED, moved_to="telegram:-1005")
    later(desk, HOUR)
    group = desk.phone("telegram:-1005")
    assert posted(group) == []
    assert group.new(events.ROOM_SPOKEN, text="ทีม")[0].body.startswith("ทีม “เพจใหม่ของบ้านอุ่นใจ”")


def test_another_group_of_the_same_project_takes_the_place_of_the_first(desk: Desk) -> None:
    before, after = linked(desk), linked(desk, "telegram:-7")
    later(desk, 4 * HOUR)
    assert (posted(before), posted(after)) == ([], [NEAR])


def test_a_room_is_never_shown_a_menu(desk: Desk) -> None:
    linked(desk)
    with desk.engine.begin() as tx:
        tx.execute(update(chats).where(chats.c.name == GROUP).values(language="en"))
        shown = rich_menus.wrongly_shown(tx, "line", 100)
    assert all(GROUP not in names for names in shown.values())


def test_staff_who_name_no_project_are_asked_which(desk: Desk) -> None:
    fa = desk.phone("telegram:1")
    [question] = fa.say("กลุ่มทีม")
    assert {choice.label for choice in question.choices} == {"เพจใหม่ของบ้านอุ่นใจ", "บัญชีง่าย ๆ ของกลุ่มผัก"}
    assert fa.tap("เพจใหม่ของบ้านอุ่นใจ")[0].body.startswith("“เพจใหม่ของบ้านอุ่นใจ” ยังไม่มีกลุ่ม")


def test_line_is_not_switched_on_before_its_price_is_known(desk: Desk) -> None:
    linked(desk, reminders=False)
    with desk.engine.begin() as tx:
        rooms.count(tx, GROUP, None)
    fa = desk.phone("telegram:1")
    fa.new("button_pressed", value=f"go:room:{project(desk)}", picked=None)
    assert fa.tap("แจ้งนัดในกลุ่ม")[0].body.startswith("ยังไม่รู้ว่าในกลุ่มมีกี่คน")


# ---------------------------------------------------------------- who may link


def code(desk: Desk) -> str:
    with desk.engine.begin() as tx:
        fa = tx.execute(select(chats.c.person).where(chats.c.name == "telegram:1")).scalar_one()
        return rooms.make_code(tx, project_in(tx), fa, desk.now)


NOT_GOOD = "รหัสนี้ใช้ไม่ได้"


def test_a_code_links_one_group_once(desk: Desk) -> None:
    good = code(desk)
    first_group, second = desk.phone(GROUP), desk.phone("line:C" + "5b" * 16)
    assert first_group.new(events.ROOM_SPOKEN, text=f"link {good}")[0].body.startswith("เชื่อมกลุ่มนี้กับโครงการ")
    assert second.new(events.ROOM_SPOKEN, text=good)[0].body.startswith(NOT_GOOD)


def test_a_code_is_good_for_an_hour(desk: Desk) -> None:
    good = code(desk)
    desk.now += HOUR
    assert desk.phone(GROUP).new(events.ROOM_SPOKEN, text=good)[0].body.startswith(NOT_GOOD)


def test_only_the_newest_code_of_a_project_is_good(desk: Desk) -> None:
    old, new = code(desk), code(desk)
    assert desk.phone(GROUP).new(events.ROOM_SPOKEN, text=old)[0].body.startswith(NOT_GOOD)
    assert not desk.phone(GROUP).new(events.ROOM_SPOKEN, text=new)[0].body.startswith(NOT_GOOD)


def test_a_code_of_who_is_staff_no_more_is_no_good(desk: Desk) -> None:
    good = code(desk)
    with desk.engine.begin() as tx:
        seeds.somebody(tx, desk.now, "telegram:2", "name=ต้อง staff=yes")
        fa = tx.execute(select(chats.c.person).where(chats.c.name == "telegram:1")).scalar_one()
        assert staff.leave(tx, fa, desk.now)
    assert desk.phone(GROUP).new(events.ROOM_SPOKEN, text=good)[0].body.startswith(NOT_GOOD)


def test_after_five_wrong_codes_none_is_looked_at_for_an_hour(desk: Desk) -> None:
    good = code(desk)
    group = desk.phone(GROUP)
    for wrong in range(5):
        group.new(events.ROOM_SPOKEN, text=f"{(int(good) + wrong + 1) % 10**6:06}")
    assert group.new(events.ROOM_SPOKEN, text=good)[0].body.startswith(NOT_GOOD)


def test_the_code_itself_is_kept_nowhere(desk: Desk) -> None:
    good = code(desk)
    with desk.engine.begin() as tx:
        kept = tx.execute(select(room_codes)).one()
    assert good not in str(tuple(kept))


# ---------------------------------------------------------------- nothing of a person


def test_in_a_group_nothing_begins_a_conversation(desk: Desk) -> None:
    group = linked(desk)
    for words in ("เมนู", "หางาน", "ข้อมูลของฉัน", "เมื่อวาน 3 ชม. ออกแบบโลโก้", "ทีมงาน", "staff-test-code-2026", "/start"):
        group.new(events.ROOM_SPOKEN, text=words)
    with desk.engine.begin() as tx:
        row = tx.execute(select(chats.c.person, chats.c.talk).where(chats.c.name == GROUP)).one()
    assert (row.person, row.talk["now"]) == (None, None)
    assert all(choice.kind == "link" for message in group.messages for choice in message.choices)
    assert all(not message.ways for message in group.messages)


def test_an_answer_in_a_group_is_never_worth_a_push(desk: Desk) -> None:
    linked(desk)
    desk.happen(GROUP, events.ROOM_SPOKEN, text="ทีม")
    with desk.engine.begin() as tx:
        row = tx.execute(select(letters.c.worth_push).order_by(letters.c.number.desc()).limit(1)).one()
    assert not row.worth_push


def test_what_could_not_be_answered_for_free_is_not_answered_in_a_group(desk: Desk) -> None:
    group = linked(desk)
    with desk.engine.begin() as tx:
        inbox.keep(tx, [Arrival("late", GROUP, events.ROOM_SPOKEN, desk.now, facts={"text": "ทีม"})], desk.now)
    desk.settle()
    assert group.messages == []


def test_the_roster_has_only_what_people_like_to_be_called(desk: Desk) -> None:
    with desk.engine.begin() as tx:
        seeds.somebody(tx, desk.now, "line:Umali", 'name="มะลิ ใจดี" employer=ธนาคารออมใจ')
        seeds.sign_up(tx, desk.now, "line:Umali", "accepted", "นักออกแบบกราฟิก")
        seeds.somebody(tx, desk.now, "line:Udao", "name=ดาว")
        seeds.sign_up(tx, desk.now, "line:Udao", "interested", "คนเขียนคอนเทนต์")
    [roster] = linked(desk).new(events.ROOM_SPOKEN, text="ใครบ้าง")
    assert roster.body == "ทีม “เพจใหม่ของบ้านอุ่นใจ”\n• นักออกแบบกราฟิก: มะลิ"
