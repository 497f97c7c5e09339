"""What a transcript does not show well: budgets, two members of staff at once, and who is refused."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from threading import Thread
from typing import Any

import pytest
from sqlalchemy import Engine, func, select

from domain.events import BUTTON_PRESSED, Arrival
from domain.push_budget import RESERVE
from handlers.turns import take_turns
from scheduler.sweeper import run_sweep
from scheduler.sweeps import SWEEPS
from storage import help_requests, projects, quotas, staff
from storage import inbox as inbox_rows
from storage.schema import announcements, audit, inbox, people
from tests.conversations import seeds
from tests.phone import Desk, Phone

FITTING = "skills=design.graphic:professional slots=sat:morning place=online"


@pytest.fixture
def desk(engine: Engine, now: datetime) -> Desk:
    """A desk with one member of staff, Fa, on Telegram, and a month of 300 messages on LINE."""
    desk = Desk(engine, now)
    with engine.begin() as tx:
        seeds.empty(tx, now)
        quotas.note(tx, "line", 300, 0, now)
    join(desk, "telegram:1", "name=ฟ้า staff=yes")
    return desk


@pytest.fixture
def fa(desk: Desk) -> Phone:
    """Fa's phone."""
    return desk.phone("telegram:1")


def join(desk: Desk, chat: str, facts: str) -> Phone:
    with desk.engine.begin() as tx:
        seeds.somebody(tx, desk.now, chat, facts)
    return desk.phone(chat)


def draft(desk: Desk, **changes: Any) -> str:
    """A drafted project with one role for a designer; gives its id."""
    role = {"title": "นักออกแบบ", "skills": ["design.graphic"], "seats": 2, "hours_per_week": 2.0, "place": "online"}
    role["lead"] = True
    with desk.engine.begin() as tx:
        project = projects.draft(tx, "มูลนิธิเพื่อนบ้าน", "ป้ายตลาด", "ทำป้าย", "community", desk.now)
        projects.change(tx, project, starts_on=date(2026, 12, 15))
        projects.add_role(tx, project, **{**role, "province": None, "slots": ["sat:morning"], **changes})
    return project


def volunteers_on(desk: Desk, channel: str, count: int) -> list[Phone]:
    return [join(desk, f"{channel}:{channel[0]}{number}", f"name={number} {FITTING}") for number in range(count)]


def spend(desk: Desk, spendable: int) -> None:
    """Let the month leave so many messages beyond the reserve."""
    with desk.engine.begin() as tx:
        quotas.note(tx, "line", 300, 300 - RESERVE - spendable, desk.now)


def told(desk: Desk) -> int:
    with desk.engine.begin() as tx:
        return tx.execute(select(func.count()).select_from(announcements)).scalar_one()


def cards(phones: list[Phone]) -> int:
    """How many of these phones got the card of a role."""
    return sum(any("ป้ายตลาด" in message.title + message.body for message in phone.messages) for phone in phones)


def acts(desk: Desk) -> list[str]:
    with desk.engine.begin() as tx:
        return list(tx.execute(select(audit.c.act).order_by(audit.c.number)).scalars())


def state_of(desk: Desk, project: str) -> str:
    with desk.engine.begin() as tx:
        found = projects.find(tx, project)
    assert found is not None
    return found.state


def publish_and_tell(desk: Desk, fa: Phone) -> str:
    """Fa publishes the only draft and tells whom it suits; gives what she hears."""
    fa.say("เผยแพร่โครงการ")
    fa.tap("ป้ายตลาด")
    return fa.tap(next(each.label for each in fa.last.choices if "แจ้ง" in each.label))[-1].body


# ---------------------------------------------------------------- telling


def test_everybody_whom_the_role_suits_gets_the_card(desk: Desk, fa: Phone) -> None:
    draft(desk)
    line, telegram = volunteers_on(desk, "line", 3), volunteers_on(desk, "telegram", 2)
    other = join(desk, "line:other", "name=ต้น skills=finance.bookkeeping:professional place=online")
    said = publish_and_tell(desk, fa)
    assert "5 คน" in said
    assert cards(line + telegram) == 5
    assert cards([other]) == 0


def test_telegram_hears_first_and_line_within_the_budget(desk: Desk, fa: Phone) -> None:
    draft(desk)
    line, telegram = volunteers_on(desk, "line", 6), volunteers_on(desk, "telegram", 2)
    spend(desk, 4)
    said = publish_and_tell(desk, fa)
    assert (cards(telegram), cards(line)) == (2, 4)
    assert "Telegram 2 · LINE 4" in said
    assert "2 คน" in said.partition("ยังไม่แจ้ง")[2]


def test_no_line_message_is_sent_once_only_the_reserve_is_left(desk: Desk, fa: Phone) -> None:
    draft(desk)
    line = volunteers_on(desk, "line", 2)
    spend(desk, 0)
    fa.say("เผยแพร่โครงการ")
    fa.tap("ป้ายตลาด")
    assert "ขาดอีก 2" in fa.last.body
    assert [choice.label for choice in fa.last.choices] == ["ใส่ถาดข่าว 2 คน", "เผยแพร่ ไม่แจ้งใคร", "ยังก่อน"]
    fa.tap("เผยแพร่ ไม่แจ้งใคร")
    assert cards(line) == 0


def test_letters_that_wait_count_against_the_budget(desk: Desk, fa: Phone) -> None:
    first = draft(desk)
    volunteers_on(desk, "line", 3)
    spend(desk, 3)
    publish_and_tell(desk, fa)
    assert told(desk) == 3
    draft(desk)
    assert state_of(desk, first) == "published"
    fa.say("เผยแพร่โครงการ")
    fa.tap("ป้ายตลาด")
    assert not any("เผยแพร่ แจ้ง" in choice.label for choice in fa.last.choices)


def test_those_held_back_are_told_when_the_month_allows_it(desk: Desk, fa: Phone) -> None:
    draft(desk)
    line = volunteers_on(desk, "line", 3)
    spend(desk, 1)
    publish_and_tell(desk, fa)
    assert cards(line) == 1
    spend(desk, 10)
    fa.tap("แจ้งคนที่เหลือ")
    fa.tap("แจ้งอีก 2 คน")
    assert cards(line) == 3
    assert all(len(phone.messages) == 1 for phone in line)
    fa.tap("แจ้งคนที่เหลือ")
    assert "เผยแพร่ไปแล้ว" in fa.last.body


def test_who_asked_for_quiet_at_this_hour_is_told_when_it_is_over(desk: Desk, fa: Phone) -> None:
    draft(desk)
    early = join(desk, "line:early", f"name=เช้า quiet_from=09:00 quiet_until=12:00 {FITTING}")
    anybody = join(desk, "line:any", f"name=ใคร {FITTING}")
    said = publish_and_tell(desk, fa)
    assert (cards([early]), cards([anybody])) == (0, 1)
    assert "ขอไม่ให้รบกวน" in said
    sweep(desk, "news")
    assert cards([early]) == 0
    desk.now += timedelta(hours=2)
    sweep(desk, "news")
    assert (cards([early]), cards([anybody])) == (1, 1)


def test_two_projects_published_at_the_same_moment_share_the_budget(desk: Desk, fa: Phone) -> None:
    """Two workers, one chat each: whoever comes second sees what the first has spent, and is asked anew."""
    chai = join(desk, "telegram:2", "name=ชัย staff=yes")
    volunteers_on(desk, "line", 6)
    first, second = draft(desk), draft(desk)
    for phone, project in ((fa, first), (chai, second)):
        desk.happen(phone.name, "button_pressed", value=f"go:publish_project:{project}")
    spend(desk, 9)
    tap_at_once(desk, fa, chai, "เผยแพร่ แจ้ง")
    assert told(desk) == 6
    assert state_of(desk, second) == "draft"
    assert "จึงแจ้งทุกคนไม่ได้" in chai.last.body


def sweep(desk: Desk, name: str) -> None:
    """Let what is due by now be done."""
    with desk.engine.begin() as tx:
        run_sweep(tx, next(each for each in SWEEPS if each.name == name), desk.now)
    desk.settle()


def tap_at_once(desk: Desk, first: Phone, second: Phone, label: str) -> None:
    """Let two people tap the button that begins so; the second worker begins before the first has committed."""
    with desk.engine.begin() as tx:
        for phone in (first, second):
            choice = next(each for each in phone.last.choices if each.label.startswith(label))
            key, facts = f"tap:{phone.name}", {"value": choice.value}
            inbox_rows.keep(tx, [Arrival(key, phone.name, BUTTON_PRESSED, desk.now, facts=facts)], desk.now)

    def work() -> None:
        with desk.engine.begin() as tx:
            take_turns(tx, desk.network, desk.now, 2)

    other = Thread(target=work)
    with desk.engine.begin() as tx:
        assert [each.chat for each in take_turns(tx, desk.network, desk.now, 1)] == [first.name]
        other.start()
        other.join(0.5)
        assert other.is_alive()
    other.join()
    desk.settle()


def test_nobody_is_told_before_it_is_said(desk: Desk, fa: Phone) -> None:
    project = draft(desk)
    line = volunteers_on(desk, "line", 2)
    fa.say("เผยแพร่โครงการ")
    fa.tap("ป้ายตลาด")
    assert told(desk) == 0
    fa.tap("ยังก่อน")
    assert (told(desk), cards(line), state_of(desk, project)) == (0, 0, "draft")


def test_publishing_quietly_tells_nobody(desk: Desk, fa: Phone) -> None:
    project = draft(desk)
    line = volunteers_on(desk, "line", 2)
    fa.say("เผยแพร่โครงการ")
    fa.tap("ป้ายตลาด")
    fa.tap("เผยแพร่ ไม่แจ้งใคร")
    assert (told(desk), cards(line), state_of(desk, project)) == (0, 0, "published")


def test_who_wants_no_news_is_not_told(desk: Desk, fa: Phone) -> None:
    draft(desk)
    quiet = join(desk, "line:quiet", f"name=เงียบ refuses=role_news {FITTING}")
    glad = join(desk, "line:glad", f"name=ดีใจ {FITTING}")
    publish_and_tell(desk, fa)
    assert (cards([quiet]), cards([glad])) == (0, 1)


def test_a_person_whom_two_roles_suit_is_told_of_one(desk: Desk, fa: Phone) -> None:
    project = draft(desk)
    with desk.engine.begin() as tx:
        second = {"title": "คนถ่ายภาพ", "skills": ["design.graphic", "media.photo"], "seats": 1, "place": "online"}
        projects.add_role(tx, project, **second, hours_per_week=1.0, province=None, slots=[])
    volunteers_on(desk, "line", 1)
    publish_and_tell(desk, fa)
    assert told(desk) == 1


def test_two_members_of_staff_publish_and_everybody_is_told_once(desk: Desk, fa: Phone) -> None:
    project = draft(desk)
    line = volunteers_on(desk, "line", 3)
    chai = join(desk, "telegram:2", "name=ชัย staff=yes")
    for phone in (fa, chai):
        phone.say("เผยแพร่โครงการ")
        phone.tap("ป้ายตลาด")
    label = "เผยแพร่ แจ้ง 3 คน"
    fa.tap(label)
    said = chai.tap(label)[-1].body
    assert "เผยแพร่ไปแล้ว" in said
    assert told(desk) == 3
    assert cards(line) == 3
    assert acts(desk).count("project_published") == 1
    assert state_of(desk, project) == "published"


def test_what_was_done_stands_in_the_audit_log(desk: Desk, fa: Phone) -> None:
    draft(desk)
    volunteers_on(desk, "line", 1)
    publish_and_tell(desk, fa)
    assert acts(desk) == ["project_published", "role_announced"]


@pytest.mark.parametrize("about", ["unheard-of", "", "'; DROP TABLE projects"])
def test_a_button_for_no_project_gets_a_kind_answer(desk: Desk, fa: Phone, about: str) -> None:
    desk.happen(fa.name, "button_pressed", value=f"go:publish_project:{about}")
    assert fa.last.choices


# ---------------------------------------------------------------- answering


def ask(desk: Desk, chat: str, words: str) -> str:
    with desk.engine.begin() as tx:
        return help_requests.ask(tx, chat, words, desk.now)


def test_the_answer_arrives_in_the_chat_that_asked_in_its_language(desk: Desk, fa: Phone) -> None:
    john = join(desk, "line:john", "name=John language=en")
    request = ask(desk, john.name, "Where do we meet?")
    desk.happen(fa.name, "button_pressed", value=f"go:answer_person:{request}")
    assert "Where do we meet?" in fa.last.body
    fa.say("At Bang Phli market, 1 pm")
    assert "John" in fa.last.body
    assert "Where do we meet?" in john.last.body
    assert "At Bang Phli market, 1 pm" in john.last.body
    assert "Our staff's answer" in john.last.body
    assert acts(desk) == ["help_answered"]


def test_the_second_member_of_staff_hears_that_it_is_answered(desk: Desk, fa: Phone) -> None:
    mali = join(desk, "line:mali", "name=มะลิ")
    chai = join(desk, "telegram:2", "name=ชัย staff=yes")
    request = ask(desk, mali.name, "นัดที่ไหน")
    for phone in (fa, chai):
        desk.happen(phone.name, "button_pressed", value=f"go:answer_person:{request}")
    fa.say("ที่ตลาด")
    before = len(mali.messages)
    assert "ตอบไปแล้ว" in chai.say("ที่วัด")[-1].body
    assert len(mali.messages) == before
    desk.happen(chai.name, "button_pressed", value=f"go:answer_person:{request}")
    assert "ตอบไปแล้ว" in chai.last.body


def test_who_blocked_the_bot_meanwhile_cannot_be_answered(desk: Desk, fa: Phone) -> None:
    mali = join(desk, "line:mali", "name=มะลิ")
    request = ask(desk, mali.name, "นัดที่ไหน")
    desk.happen(fa.name, "button_pressed", value=f"go:answer_person:{request}")
    desk.happen(mali.name, "chat_closed")
    assert "ส่งข้อความถึงเขาไม่ได้" in fa.say("ที่ตลาด")[-1].body
    with desk.engine.begin() as tx:
        found = help_requests.find(tx, request)
    assert found is not None
    assert found.answered_at is None


# ---------------------------------------------------------------- joining and leaving


def test_after_five_wrong_codes_in_an_hour_even_the_right_one_waits(desk: Desk) -> None:
    ton = desk.phone("line:ton")
    for number in range(5):
        ton.say(f"staff-aaaa-bbbb-ccc{number}")
    assert "อีกหนึ่งชั่วโมง" in ton.say(seeds.CODE)[-1].body
    desk.now += timedelta(hours=1)
    assert "ยินดีต้อนรับสู่ทีมงาน" in ton.say(seeds.CODE)[0].body


def test_wrong_codes_elsewhere_do_not_lock_this_chat(desk: Desk) -> None:
    for number in range(6):
        desk.phone("line:ton").say(f"staff-aaaa-bbbb-ccc{number}")
    assert "ยินดีต้อนรับสู่ทีมงาน" in desk.phone("line:nok").say(seeds.CODE)[0].body


@pytest.mark.parametrize(
    "typed", ["STAFF-TEST-CODE-2026", "staff test code 2026", "  Staff-test-code-2026 ", "stafftestcode2026"]
)
def test_a_code_may_be_typed_as_people_type(desk: Desk, typed: str) -> None:
    assert "ยินดีต้อนรับสู่ทีมงาน" in desk.phone("line:ton").say(typed)[0].body


def test_a_used_code_and_a_made_up_one_get_the_same_answer(desk: Desk) -> None:
    desk.phone("line:ton").say(seeds.CODE)
    assert desk.phone("line:nok").say(seeds.CODE)[0].body == desk.phone("line:som").say("staff-aaaa-bbbb-ccc2")[0].body


def test_staff_who_type_a_code_leave_it_for_somebody_else(desk: Desk, fa: Phone) -> None:
    assert "อยู่แล้ว" in fa.say(seeds.CODE)[0].body
    assert "ยินดีต้อนรับสู่ทีมงาน" in desk.phone("line:ton").say(seeds.CODE)[0].body


def test_a_code_works_in_the_middle_of_the_welcome(desk: Desk) -> None:
    ton = desk.phone("line:ton")
    ton.open()
    assert "ยินดีต้อนรับสู่ทีมงาน" in ton.say(seeds.CODE)[0].body
    assert "ภาพรวม" in ton.last.body


def test_staff_who_never_volunteered_use_staff_flows_and_are_welcomed_for_the_others(desk: Desk) -> None:
    ton = desk.phone("line:ton")
    ton.say(seeds.CODE)
    with desk.engine.begin() as tx:
        assert tx.execute(select(people.c.adult).where(people.c.noticed_at.is_(None))).scalars().all() == [None]
    assert "องค์กร" in ton.say("สร้างโครงการ")[-1].body
    ton.say("หยุดก่อน")
    assert [choice.value for choice in ton.last.choices] == ["go:staff_menu"]
    assert "ภาพรวม" in ton.say("อืม")[-1].body
    ton.say("หางาน")
    with desk.engine.begin() as tx:
        assert staff.count(tx) == 2
    assert "ทีมงานเครือข่าย" not in ton.last.body


@pytest.mark.parametrize("words", ["ทีมงาน", "สร้างโครงการ", "เผยแพร่โครงการ", "ตอบอาสา", "ออกจากทีมงาน"])
def test_a_volunteer_who_types_staff_words_is_refused_kindly(desk: Desk, words: str) -> None:
    mali = join(desk, "line:mali", "name=มะลิ")
    assert "ทีมงานเครือข่าย" in mali.say(words)[0].body
    assert mali.last.choices


def test_a_volunteer_who_taps_a_staff_button_changes_nothing(desk: Desk) -> None:
    mali = join(desk, "line:mali", "name=มะลิ")
    project, request = draft(desk), ask(desk, "telegram:1", "ลอง")
    for target in (f"publish_project:{project}", f"answer_person:{request}", "create_project", "leave_staff"):
        desk.happen(mali.name, "button_pressed", value=f"go:{target}")
        assert "ทีมงานเครือข่าย" in mali.messages[-1].body
    assert state_of(desk, project) == "draft"


def test_who_left_is_refused_at_once_even_in_the_middle_of_a_flow(desk: Desk, fa: Phone) -> None:
    project = draft(desk)
    join(desk, "telegram:2", "name=ต้อง staff=yes")
    desk.happen(fa.name, "button_pressed", value=f"go:publish_project:{project}")
    fa.say("ออกจากทีมงาน")
    fa.tap("ออกเลย")
    desk.happen(fa.name, "button_pressed", value=f"go:publish_project:{project}")
    assert "ทีมงานเครือข่าย" in fa.messages[-1].body
    assert state_of(desk, project) == "draft"
    assert "staff_left" in acts(desk)


def test_who_was_removed_cannot_go_on_with_a_question_that_waits(desk: Desk, fa: Phone) -> None:
    draft(desk)
    join(desk, "telegram:2", "name=ต้อง staff=yes")
    volunteers_on(desk, "line", 1)
    fa.say("เผยแพร่โครงการ")
    fa.tap("ป้ายตลาด")
    with desk.engine.begin() as tx:
        for person in tx.execute(select(people.c.id).where(people.c.name == "ฟ้า")).scalars().all():
            staff.leave(tx, person, desk.now)
    fa.tap("เผยแพร่ แจ้ง 1 คน")
    assert told(desk) == 0
    assert "ทีมงานเครือข่าย" in fa.messages[-1].body


def test_no_event_was_lost_on_the_way(desk: Desk, fa: Phone) -> None:
    draft(desk)
    volunteers_on(desk, "line", 3)
    publish_and_tell(desk, fa)
    with desk.engine.begin() as tx:
        states = set(tx.execute(select(inbox.c.state)).scalars())
    assert states == {"done"}
