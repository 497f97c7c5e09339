"""Changing, pausing and closing projects, off the straight path: what cannot be, what is told, and to whom."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, select, update

from domain.work import OpenRole, Project
from scheduler.sweeper import run_sweep
from scheduler.sweeps import SWEEPS
from storage import authoring, projects, seats, sign_ups
from storage.schema import audit, chats, help_requests
from storage.schema import projects as projects_table
from tests.conversations import seeds
from tests.phone import Desk, Phone

STAFF = "staffmember2"


@pytest.fixture
def desk(engine: Engine, now: datetime) -> Desk:
    """A desk with Fa, who is staff, and two companies."""
    with engine.begin() as tx:
        seeds.somebody(tx, now, "telegram:1", "name=ฟ้า staff=yes")
        seeds.two_companies(tx, now)
    return Desk(engine, now)


@pytest.fixture
def fa(desk: Desk) -> Phone:
    """Fa's phone."""
    return desk.phone("telegram:1")


@pytest.fixture
def role(desk: Desk) -> str:
    """The one role of an open project: three seats for designers, online."""
    return open_project(desk)


def open_project(desk: Desk, *, state: str = "published", **facts: Any) -> str:
    """A project with one role; gives the role's id."""
    with desk.engine.begin() as tx:
        project = projects.draft(tx, "มูลนิธิเพื่อนบ้าน", "ป้ายตลาด", "ทำป้าย", "community", desk.now)
        projects.change(tx, project, starts_on=date(2026, 12, 15))
        online = {"hours_per_week": 3.0, "place": "online", "province": None, "slots": ["sat:morning"]}
        written = {"title": "นักออกแบบ", "skills": ["design.graphic"], "seats": 3, "lead": True, **online, **facts}
        made = projects.add_role(tx, project, **written)
        if state != "draft":
            projects.publish(tx, project, desk.now)
    return made


def found(desk: Desk, role: str) -> OpenRole:
    with desk.engine.begin() as tx:
        there = projects.find_role(tx, role)
    assert there is not None
    return there


def project_of(desk: Desk, role: str) -> Project:
    return found(desk, role).project


def somebody(desk: Desk, role: str, state: str, chat: str = "line:mali") -> Phone:
    """Somebody who stands so with a role."""
    with desk.engine.begin() as tx:
        person = seeds.somebody(tx, desk.now, chat, "name=มะลิ")
        seats.write(tx, role, person, state, desk.now)
    return desk.phone(chat)


def state_of(desk: Desk, role: str, phone: Phone) -> str | None:
    with desk.engine.begin() as tx:
        person = people_in(tx, phone.name)
        return sign_ups.state_of(tx, role, person)


def people_in(tx: Any, chat: str) -> str:
    return str(tx.execute(select(chats.c.person).where(chats.c.name == chat)).scalar_one())


def change(desk: Desk, role: str, **facts: Any) -> None:
    with desk.engine.begin() as tx:
        assert authoring.change_role(tx, role, STAFF, desk.now, **facts) is None


def sweep(desk: Desk) -> None:
    """Let the changes be told that have been left alone for a while."""
    desk.now += timedelta(minutes=6)
    with desk.engine.begin() as tx:
        run_sweep(tx, next(each for each in SWEEPS if each.name == "changes"), desk.now)
    desk.settle()


def go(desk: Desk, phone: Phone, target: str) -> str:
    """Tap a button that begins this; gives all that is said."""
    before = len(phone.messages)
    desk.happen(phone.name, "button_pressed", value=f"go:{target}")
    return "\n".join(message.body for message in phone.messages[before:])


# ---------------------------------------------------------------- answers that cannot be


def test_a_place_in_a_list_is_never_taken_for_a_number_of_seats(desk: Desk, fa: Phone, role: str) -> None:
    go(desk, fa, f"change_role:{role}")
    fa.say("กันที่ให้บริษัท")
    assert "มีแค่ 3 ที่" in fa.say("4")[-1].body
    assert "0 หรือมากกว่า" in fa.say("-1")[-1].body
    assert found(desk, role).role.reserved == 0


def test_no_seats_can_be_kept_without_a_company(engine: Engine, now: datetime) -> None:
    desk = Desk(engine, now)
    with engine.begin() as tx:
        seeds.somebody(tx, now, "telegram:1", "name=ฟ้า staff=yes")
    fa, role = desk.phone("telegram:1"), open_project(desk)
    go(desk, fa, f"change_role:{role}")
    fa.say("กันที่ให้บริษัท")
    assert "ยังไม่มีบริษัท" in fa.say("2")[0].body


def test_kept_seats_are_good_until_the_end_of_the_day_in_bangkok(desk: Desk, fa: Phone, role: str) -> None:
    go(desk, fa, f"change_role:{role}")
    for words in ("กันที่ให้บริษัท", "2", "เมฆใส จำกัด (สมมติ)", "5/12/2569"):
        fa.say(words)
    kept = found(desk, role).role
    assert (kept.reserved, kept.reserved_until) == (2, datetime(2026, 12, 5, 17, 0, tzinfo=UTC))
    fa.say("กันที่ให้บริษัท")
    fa.tap("ไม่มี")
    assert (found(desk, role).role.reserved, found(desk, role).role.reserved_for) == (0, None)


@pytest.mark.parametrize(
    ("changes", "taken", "why"),
    [
        ({}, 2, "มีคนได้ที่แล้ว 2 คน"),
        ({"least": 3}, 0, "ขั้นต่ำที่เริ่มงานได้คือ 3 คน"),
        ({"reserved": 2}, 0, "กันที่ให้บริษัทไว้ 2 ที่"),
    ],
)
def test_too_few_seats_are_refused_with_the_number(
    desk: Desk, fa: Phone, changes: dict[str, int], taken: int, why: str
) -> None:
    role = open_project(desk, **changes)
    for number in range(taken):
        somebody(desk, role, "accepted", f"line:{number}")
    go(desk, fa, f"change_role:{role}")
    fa.say("รับ")
    assert why in fa.say("1")[0].body
    assert found(desk, role).role.seats == 3


def test_a_deadline_is_the_end_of_its_day_in_bangkok(desk: Desk, fa: Phone, role: str) -> None:
    go(desk, fa, f"change_project:{project_of(desk, role).id}")
    fa.say("วันปิดรับสมัคร")
    assert "ผ่านไปแล้ว" in fa.say("20 พ.ย. 69")[-1].body
    fa.say("๑๐ ธ.ค. ๒๕๖๙")
    assert project_of(desk, role).closes_at == datetime(2026, 12, 10, 17, 0, tzinfo=UTC)
    fa.say("วันปิดรับสมัคร")
    fa.say("ไม่มี")
    assert project_of(desk, role).closes_at is None


def test_a_bare_number_is_no_day_and_takes_nothing_back(desk: Desk, fa: Phone, role: str) -> None:
    go(desk, fa, f"change_project:{project_of(desk, role).id}")
    fa.say("วันเริ่ม")
    fa.say("1")
    assert project_of(desk, role).starts_on == date(2026, 12, 15)


def test_levels_are_asked_skill_by_skill(desk: Desk, fa: Phone) -> None:
    role = open_project(desk, skills=["design.graphic", "design.logo"])
    go(desk, fa, f"change_role:{role}")
    fa.say("ระดับทักษะ")
    fa.say("ทำเป็นอาชีพขึ้นไป")
    fa.say("ระดับไหนก็ได้")
    assert found(desk, role).role.levels == {"design.graphic": "professional"}


def test_a_skill_that_is_dropped_takes_its_level_along(desk: Desk, fa: Phone) -> None:
    role = open_project(desk, levels={"design.graphic": "able"})
    go(desk, fa, f"change_role:{role}")
    fa.say("ทักษะ")
    fa.say("ทำบัญชี")
    assert (found(desk, role).role.skills, found(desk, role).role.levels) == (("finance.bookkeeping",), {})


def test_what_is_learnt_is_kept_in_words_and_as_skills(desk: Desk, fa: Phone, role: str) -> None:
    go(desk, fa, f"change_role:{role}")
    fa.say("สิ่งที่จะได้เรียนรู้")
    fa.say("ได้ฝึกถ่ายภาพและตัดต่อวิดีโอ")
    taught = found(desk, role).role
    assert taught.learns == "ได้ฝึกถ่ายภาพและตัดต่อวิดีโอ"
    assert "media.photo" in taught.teaches


def test_skipping_leaves_a_fact_as_it_was(desk: Desk, fa: Phone) -> None:
    role = open_project(desk, purpose="ให้คนเห็น")
    go(desk, fa, f"change_role:{role}")
    fa.say("ช่วยให้อะไรดีขึ้น")
    fa.say("ข้าม")
    assert found(desk, role).role.purpose == "ให้คนเห็น"
    fa.say("ช่วยให้อะไรดีขึ้น")
    fa.tap("ไม่มี")
    assert found(desk, role).role.purpose == ""


def test_times_can_be_left_to_the_team(desk: Desk, fa: Phone, role: str) -> None:
    go(desk, fa, f"change_role:{role}")
    fa.say("ช่วงเวลา")
    fa.tap("นัดกันในทีม")
    fa.tap("พอแล้ว")
    assert found(desk, role).role.slots == frozenset()


@pytest.mark.parametrize("target", ["change_project", "change_role", "pause_project", "close_project", "preview"])
def test_a_button_of_what_does_not_exist_is_answered(desk: Desk, fa: Phone, target: str) -> None:
    assert "ไม่มี" in go(desk, fa, f"{target}:nosuchthing2")


def test_a_project_is_no_role_and_a_role_no_project(desk: Desk, fa: Phone, role: str) -> None:
    assert "ไม่มีบทบาทนี้" in go(desk, fa, f"change_role:{project_of(desk, role).id}")
    assert "ไม่มีโครงการนี้" in go(desk, fa, f"change_project:{role}")


def test_nobody_but_staff_changes_anything(desk: Desk, fa: Phone, role: str) -> None:
    mali = somebody(desk, role, "accepted")
    for flow in ("change_role", "close_project", "pause_project", "copy_project", "preview", "add_role"):
        assert "สำหรับทีมงาน" in go(desk, mali, f"{flow}:{role}")
    assert found(desk, role).is_open


# ---------------------------------------------------------------- another role


def test_a_role_is_added_to_an_open_project(desk: Desk, fa: Phone, role: str) -> None:
    go(desk, fa, f"add_role:{project_of(desk, role).id}")
    assert "บทบาทที่ 2" in fa.last.body
    for words in ("นักบัญชี", "ทำบัญชี", "ทำเป็นอาชีพขึ้นไป", "2", "4", "ออนไลน์", "ข้าม", "ถูกต้อง"):
        fa.say(words)
    assert "เปิดรับสมัครเลย" in fa.last.body
    project = project_of(desk, role).id
    with desk.engine.begin() as tx:
        added = next(each for each in projects.roles_of(tx, project) if each.id != role)
    assert (added.title, added.levels, added.seats) == ("นักบัญชี", {"finance.bookkeeping": "professional"}, 2)


def test_a_draft_without_roles_says_what_it_lacks_and_gets_one(desk: Desk, fa: Phone) -> None:
    with desk.engine.begin() as tx:
        project = projects.draft(tx, "มูลนิธิเพื่อนบ้าน", "ป้ายตลาด", "ทำป้าย", "community", desk.now)
    said = go(desk, fa, f"publish_project:{project}")
    assert "บทบาทอย่างน้อยหนึ่งบทบาท" in said
    assert "วันเริ่ม" in said
    fa.tap("ปรับแก้โครงการ")
    fa.tap("เพิ่มบทบาท")
    assert "บทบาทแรก" in fa.last.body


def test_who_wants_a_lead_is_led_to_the_roles(desk: Desk, fa: Phone) -> None:
    role = open_project(desk, state="draft", lead=False)
    go(desk, fa, f"publish_project:{project_of(desk, role).id}")
    fa.tap("เลือกหัวหน้าก่อน")
    fa.tap("บทบาท: นักออกแบบ")
    fa.say("หัวหน้าทีม")
    fa.say("เป็นหัวหน้าทีม")
    assert found(desk, role).role.lead


# ---------------------------------------------------------------- what is told, and what is not


def test_several_changes_are_told_at_once(desk: Desk, role: str) -> None:
    mali = somebody(desk, role, "accepted")
    change(desk, role, hours_per_week=4.0)
    desk.now += timedelta(minutes=2)
    change(desk, role, hours_per_week=5.0, slots=["sun:morning"])
    sweep(desk)
    assert len(mali.messages) == 1
    assert "สัปดาห์ละ 5 ชม. (เดิม สัปดาห์ละ 3 ชม.)" in mali.last.body
    assert "อาทิตย์เช้า (เดิม เสาร์เช้า)" in mali.last.body
    sweep(desk)
    assert len(mali.messages) == 1


def test_what_was_changed_back_is_not_told(desk: Desk, role: str) -> None:
    mali = somebody(desk, role, "accepted")
    change(desk, role, hours_per_week=4.0)
    change(desk, role, hours_per_week=3.0)
    sweep(desk)
    assert mali.messages == []


def test_small_changes_are_not_told_and_not_asked_about(desk: Desk, fa: Phone, role: str) -> None:
    mali = somebody(desk, role, "accepted")
    go(desk, fa, f"change_role:{role}")
    fa.say("พี่เลี้ยง")
    assert "บันทึกแล้ว" in fa.say("พี่นก")[0].body
    sweep(desk)
    assert mali.messages == []


def test_a_change_before_anybody_signed_up_needs_no_confirmation(desk: Desk, fa: Phone, role: str) -> None:
    go(desk, fa, f"change_role:{role}")
    fa.say("เวลา")
    assert "บันทึกแล้ว" in fa.say("5")[0].body


def test_who_has_left_meanwhile_hears_nothing(desk: Desk, role: str) -> None:
    mali = somebody(desk, role, "accepted")
    change(desk, role, hours_per_week=5.0)
    with desk.engine.begin() as tx:
        seats.withdraw(tx, role, people_in(tx, mali.name), desk.now)
    sweep(desk)
    assert mali.messages == []


def test_another_roles_change_concerns_only_its_own_people(desk: Desk, role: str) -> None:
    project = project_of(desk, role).id
    with desk.engine.begin() as tx:
        facts = {"skills": ["mkt.content"], "hours_per_week": 2.0, "place": "online", "province": None, "slots": []}
        other = projects.add_role(tx, project, title="นักเขียน", seats=1, **facts)
    mali, nok = somebody(desk, role, "accepted"), somebody(desk, other, "interested", "line:nok")
    change(desk, other, hours_per_week=6.0)
    sweep(desk)
    assert mali.messages == []
    assert "นักเขียน" in nok.last.body


def test_a_question_that_waits_goes_on_waiting(desk: Desk, role: str) -> None:
    mali = somebody(desk, role, "accepted")
    mali.say("คุยกับเจ้าหน้าที่")
    change(desk, role, hours_per_week=6.0)
    sweep(desk)
    assert "สัปดาห์ละ 6 ชม." in mali.last.body
    assert mali.say("วันแรกต้องเอาอะไรไปบ้าง")
    with desk.engine.begin() as tx:
        assert list(tx.execute(select(help_requests.c.words)).scalars()) == ["วันแรกต้องเอาอะไรไปบ้าง"]


def test_each_hears_in_their_own_language(desk: Desk, role: str) -> None:
    with desk.engine.begin() as tx:
        person = seeds.somebody(tx, desk.now, "line:mary", "name=Mary language=en")
        seats.write(tx, role, person, "waiting", desk.now)
    change(desk, role, place="on_site", province="KKN")
    sweep(desk)
    assert "on site (Khon Kaen) (it was online)" in desk.phone("line:mary").last.body


# ---------------------------------------------------------------- paused and closed


@pytest.fixture
def old_buttons(desk: Desk, role: str) -> Callable[[Phone], set[str]]:
    """What the buttons of the role's card say by now."""

    def tap(phone: Phone) -> set[str]:
        return {go(desk, phone, f"{flow}:{role}").partition("\n")[0] for flow in ("sign_up", "not_now", "no_thanks")}

    return tap


def move(desk: Desk, subject: str, after: str) -> None:
    with desk.engine.begin() as tx:
        do = authoring.move_role if projects.find_role(tx, subject) else authoring.move_project
        assert do(tx, subject, after, STAFF, desk.now) is None


def visitor(desk: Desk) -> Phone:
    with desk.engine.begin() as tx:
        seeds.somebody(tx, desk.now, "line:visitor", "name=ต้น")
    return desk.phone("line:visitor")


def test_old_buttons_of_a_paused_role_say_that_it_rests(
    desk: Desk, role: str, old_buttons: Callable[[Phone], set[str]]
) -> None:
    move(desk, role, "paused")
    assert all("พักรับสมัครอยู่" in said for said in old_buttons(visitor(desk)))


def test_old_buttons_of_a_paused_project_say_that_it_rests(
    desk: Desk, role: str, old_buttons: Callable[[Phone], set[str]]
) -> None:
    move(desk, project_of(desk, role).id, "paused")
    assert all("พักรับสมัครอยู่" in said for said in old_buttons(visitor(desk)))


def test_old_buttons_of_a_closed_role_say_that_it_is_over(
    desk: Desk, role: str, old_buttons: Callable[[Phone], set[str]]
) -> None:
    move(desk, role, "closed")
    assert all("ไม่ได้เปิดรับแล้ว" in said for said in old_buttons(visitor(desk)))


def test_old_buttons_after_the_deadline_say_when_it_was(
    desk: Desk, role: str, old_buttons: Callable[[Phone], set[str]]
) -> None:
    with desk.engine.begin() as tx:
        tx.execute(update(projects_table).values(closes_at=datetime(2026, 11, 22, 17, 0, tzinfo=UTC)))
    assert all("22 พ.ย. 2569" in said for said in old_buttons(visitor(desk)))


def test_one_role_is_paused_resumed_and_closed_from_its_own_menu(desk: Desk, fa: Phone, role: str) -> None:
    mali = somebody(desk, role, "waiting")
    go(desk, fa, f"change_role:{role}")
    fa.say("พักรับบทบาทนี้")
    fa.tap("พักเลย")
    assert found(desk, role).role.state == "paused"
    go(desk, fa, f"change_role:{role}")
    fa.say("เปิดรับบทบาทนี้ต่อ")
    assert found(desk, role).role.state == "open"
    go(desk, fa, f"change_role:{role}")
    fa.say("ปิดบทบาทนี้")
    assert "1 คน" in fa.last.body
    fa.tap("ปิดเลย")
    assert state_of(desk, role, mali) == "turned_down"
    assert project_of(desk, role).state == "published"
    assert "แก้ไขไม่ได้" in go(desk, fa, f"change_role:{role}")


def test_a_draft_cannot_be_resumed_or_paused(desk: Desk, fa: Phone) -> None:
    project = project_of(desk, open_project(desk, state="draft")).id
    assert "ต้องเผยแพร่ก่อน" in go(desk, fa, f"pause_project:{project}")
    assert "ต้องเผยแพร่ก่อน" in go(desk, fa, f"resume_project:{project}")
    assert project_of_id(desk, project).state == "draft"


def project_of_id(desk: Desk, project: str) -> Project:
    with desk.engine.begin() as tx:
        there = projects.find(tx, project)
    assert there is not None
    return there


def test_a_project_that_closed_while_it_was_being_changed_is_left_alone(desk: Desk, fa: Phone, role: str) -> None:
    go(desk, fa, f"change_role:{role}")
    fa.say("ชื่อบทบาท")
    move(desk, project_of(desk, role).id, "closed")
    assert "แก้ไขไม่ได้" in fa.say("ชื่อใหม่")[-1].body
    assert found(desk, role).role.title == "นักออกแบบ"


def test_two_members_of_staff_close_it_once(desk: Desk, fa: Phone, role: str) -> None:
    with desk.engine.begin() as tx:
        seeds.somebody(tx, desk.now, "telegram:2", "name=เมย์ staff=yes")
    may, project = desk.phone("telegram:2"), project_of(desk, role).id
    go(desk, fa, f"close_project:{project}")
    go(desk, may, f"close_project:{project}")
    fa.tap("ปิดเลย")
    may.tap("ปิดเลย")
    assert "ปิดไปแล้ว" in may.last.body
    with desk.engine.begin() as tx:
        acts = list(tx.execute(select(audit.c.act)).scalars())
    assert acts.count("project_closed") == 1


def test_every_act_stands_in_the_audit_log(desk: Desk, fa: Phone, role: str) -> None:
    project = project_of(desk, role).id
    go(desk, fa, f"change_project:{project}")
    fa.say("สิ่งที่ต้องใช้")
    fa.say("ห้องประชุม")
    go(desk, fa, f"copy_project:{project}")
    for flow, answer in (("pause_project", "พักเลย"), ("resume_project", ""), ("close_project", "ปิดเลย")):
        go(desk, fa, f"{flow}:{project}")
        if answer:
            fa.tap(answer)
    with desk.engine.begin() as tx:
        rows = tx.execute(select(audit.c.act, audit.c.person).order_by(audit.c.number)).all()
        me = people_in(tx, fa.name)
    wanted = ["project_changed", "project_copied", "project_paused", "project_resumed", "project_closed"]
    assert [tuple(row) for row in rows] == [(act, me) for act in wanted]


# ---------------------------------------------------------------- many projects


def test_the_list_goes_on_three_at_a_time(desk: Desk, fa: Phone) -> None:
    for _ in range(7):
        open_project(desk)
    assert len([each for each in fa.say("โครงการทั้งหมด") if each.title]) == 3
    fa.tap("ดูเพิ่ม")
    fa.tap("ดูเพิ่ม")
    assert [each.title for each in fa.messages[-2:]] == ["ป้ายตลาด", ""]
    assert "ดูเพิ่ม" not in [choice.label for choice in fa.last.choices]


def test_a_preview_shows_all_roles_three_at_a_time(desk: Desk, fa: Phone, role: str) -> None:
    project = project_of(desk, role).id
    with desk.engine.begin() as tx:
        facts = {"skills": ["mkt.content"], "hours_per_week": 2.0, "place": "online", "province": None, "slots": []}
        for number in range(3):
            projects.add_role(tx, project, title=f"บทบาท {number}", seats=1, **facts)
    go(desk, fa, f"preview:{project}")
    assert len([each for each in fa.messages if each.title]) == 3
    fa.tap("ดูเพิ่ม")
    assert len([each for each in fa.messages if each.title]) == 4
