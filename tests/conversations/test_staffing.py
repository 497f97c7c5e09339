"""What a transcript does not show well: codes tried too often, duties lost in mid-flow, two wishes of a newcomer."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import Engine, insert, select, update

from domain.messages import Message
from domain.people import Person
from flows import links, profile
from storage import audit, companies, people, pictures, projects, settings, staff
from storage.companies import Company
from storage.schema import broadcasts, chats, searches, sign_ups, staff_invites
from storage.schema import people as people_table
from storage.schema import pictures as pictures_table
from tests.conversations import seeds
from tests.phone import Desk, Phone

WELCOME = ("ไทย", "เริ่มเลย", "รับทราบ", "ครบแล้ว", "ได้", "ได้")


@pytest.fixture
def desk(engine: Engine, now: datetime) -> Desk:
    """A desk with two open projects, an admin and a coordinator, on channels that have told us our names."""
    desk = Desk(engine, now)
    with engine.begin() as tx:
        seeds.demo(tx, now)
        seeds.linked(tx, now)
        seeds.somebody(tx, now, "telegram:1", "name=ฟ้า staff=yes")
        seeds.somebody(tx, now, "telegram:2", "name=ต้อง staff=coordinator language=en")
    return desk


@pytest.fixture
def fa(desk: Desk) -> Phone:
    """The admin's phone."""
    return desk.phone("telegram:1")


@pytest.fixture
def tong(desk: Desk) -> Phone:
    """The coordinator's phone."""
    return desk.phone("telegram:2")


@pytest.fixture
def company(desk: Desk) -> Company:
    """A company with a code."""
    with desk.engine.begin() as tx:
        return companies.make(tx, "บริษัทสมมุติ", desk.now)


def person_of(desk: Desk, phone: Phone) -> Person:
    """Who is behind a phone."""
    with desk.engine.begin() as tx:
        found = people.find(tx, tx.execute(select(chats.c.person).where(chats.c.name == phone.name)).scalar_one())
    assert found is not None
    return found


def acts(desk: Desk) -> list[str]:
    with desk.engine.begin() as tx:
        return [each.act for each in audit.newest(tx, 50)]


def opened(phone: Phone, payload: str) -> list[Message]:
    """Come by a link on Telegram."""
    return phone.new("chat_opened", payload=payload)


def welcomed(phone: Phone) -> None:
    """Answer the welcome's questions."""
    for line in WELCOME:
        phone.say(line)


def bodies(messages: list[Message]) -> str:
    return "\n".join(f"{each.title} {each.body}" for each in messages)


# ---------------------------------------------------------------- duties


def make(desk: Desk, phone: Phone, duty: str | None) -> None:
    """Give somebody another duty behind their back, or none."""
    with desk.engine.begin() as tx:
        person = tx.execute(select(chats.c.person).where(chats.c.name == phone.name)).scalar_one()
        if duty:
            staff.join(tx, person, desk.now, duty)
        else:
            staff.leave(tx, person, desk.now)


def test_who_is_no_admin_any_more_cannot_go_on_with_what_is_for_admins(desk: Desk, fa: Phone, tong: Phone) -> None:
    fa.say("ตั้งค่า")
    fa.tap("เวลาตอบผู้สมัคร")
    fa.say("24")
    make(desk, tong, "admin")
    make(desk, fa, "coordinator")
    said = fa.tap("เปลี่ยนเลย")
    assert said[0].body.startswith("ส่วนนี้สำหรับแอดมิน")
    with desk.engine.begin() as tx:
        assert settings.number(tx, "answer_hours") == 48


def test_a_parked_conversation_of_staff_ends_when_they_are_removed(desk: Desk, tong: Phone) -> None:
    tong.say("new project")
    tong.say("Good Neighbours")
    tong.say("talk to a person")
    make(desk, tong, None)
    said = tong.say("I cannot find the menu")
    assert "network's staff" in bodies(said)
    with desk.engine.begin() as tx:
        assert projects.drafts(tx) == []


def test_who_is_removed_hears_it_in_their_own_language(desk: Desk, fa: Phone, tong: Phone) -> None:
    fa.say("สมาชิกทีมงาน")
    fa.tap("ต้อง")
    fa.tap("ให้ออกจากทีมงาน")
    fa.tap("ให้ออกเลย")
    assert tong.last.body.startswith("You are no longer HandUp staff")
    assert acts(desk)[0] == "staff_removed"


def test_two_admins_cannot_both_be_removed(desk: Desk, fa: Phone, tong: Phone) -> None:
    make(desk, tong, "admin")
    fa.say("สมาชิกทีมงาน")
    fa.tap("ต้อง")
    fa.tap("ให้ออกจากทีมงาน")
    tong.say("staff members")
    tong.tap("ฟ้า")
    tong.tap("Remove from staff")
    assert "no longer staff" in tong.tap("Remove now")[-1].body
    assert fa.tap("ให้ออกเลย")[0].body == "ส่วนนี้สำหรับทีมงานเครือข่าย"
    with desk.engine.begin() as tx:
        assert staff.count_admins(tx) == 1


def test_a_coordinator_becomes_admin_by_an_admins_code_and_keeps_a_coordinators_for_another(
    desk: Desk, tong: Phone
) -> None:
    with desk.engine.begin() as tx:
        codes = {duty: staff.invite(tx, desk.now, duty) for duty in ("coordinator", "admin")}
    assert "already" in tong.say(codes["coordinator"])[0].body
    assert "You are admin" in tong.say(codes["admin"])[0].body
    with desk.engine.begin() as tx:
        assert staff.find_invite(tx, codes["coordinator"], desk.now) is not None
        assert staff.count_admins(tx) == 2


def test_the_admin_hears_who_used_the_code(desk: Desk, fa: Phone) -> None:
    fa.say("เชิญทีมงาน")
    fa.tap("เชิญคนใหม่")
    said = fa.tap("ผู้ประสานงาน")
    code = next(word.strip("“”") for word in said[-1].body.split() if word.startswith("“staff-"))
    with desk.engine.begin() as tx:
        seeds.somebody(tx, desk.now, "line:mali", "name=มะลิ")
        assert code not in str(tx.execute(select(staff_invites)).all())
    desk.phone("line:mali").say(code)
    assert fa.last.body == "มะลิ ใช้รหัสของคุณเข้าเป็นทีมงานแล้ว (ผู้ประสานงาน)"


def test_the_code_is_not_kept_in_the_conversation(desk: Desk, fa: Phone) -> None:
    fa.say("เชิญทีมงาน")
    fa.tap("เชิญคนใหม่")
    fa.tap("แอดมิน")
    with desk.engine.begin() as tx:
        talk = tx.execute(select(chats.c.talk).where(chats.c.name == fa.name)).scalar_one()
    assert "staff-" not in str(talk)


def test_who_asks_to_be_forgotten_leaves_the_staff_on_record(desk: Desk, tong: Phone) -> None:
    tong.say("my data")
    tong.tap("Delete everything")
    tong.tap(tong.last.choices[0].label)
    assert "staff_left" in acts(desk)


# ---------------------------------------------------------------- companies


def test_the_employer_and_the_company_are_written_down_together(desk: Desk, company: Company) -> None:
    nok = desk.phone("telegram:9")
    opened(nok, links.door_of_code(company.code).payload)
    welcomed(nok)
    assert nok.last.body == "คุณมาจาก “บริษัทสมมุติ” ใช่ไหม"
    nok.tap("ใช่")
    found = person_of(desk, nok)
    assert (found.company, found.employer) == (company.id, company.name)
    nok.tap("ข้าม")
    nok.tap("ไม่ให้")
    assert nok.last.body == "อยากให้เรียกคุณว่าอะไร"


def test_who_is_not_from_the_company_goes_on_all_the_same(desk: Desk, company: Company) -> None:
    nok = desk.phone("telegram:9")
    opened(nok, links.door_of_code(company.code).payload)
    welcomed(nok)
    nok.tap("ไม่ใช่")
    found = person_of(desk, nok)
    assert (found.company, found.employer) == (None, None)
    assert nok.last.body == "อยากให้เรียกคุณว่าอะไร"


def test_another_employer_named_later_ends_the_companys(desk: Desk, company: Company) -> None:
    with desk.engine.begin() as tx:
        seeds.somebody(tx, desk.now, "line:mali", "name=มะลิ sector=private province=BKK place=online")
    mali = desk.phone("line:mali")
    mali.say(company.code)
    mali.tap("ใช่")
    with desk.engine.begin() as tx:
        person = tx.execute(select(people_table.c.id).where(people_table.c.name == "มะลิ")).scalar_one()
        people.learn(tx, person, news="weekly", answered=[*profile.SHOWN, "halfway"])
        for purpose in ("stories", "employer"):
            people.consent(tx, person, purpose, "no" if purpose == "stories" else "none", desk.now)
    assert "ถูกต้องไหม" in mali.say("โปรไฟล์")[-1].body
    mali.say("แก้ ที่ทำงาน")
    mali.say("ร้านกาแฟ")
    found = person_of(desk, mali)
    assert (found.company, found.employer) == (None, "ร้านกาแฟ")


def test_codes_of_companies_and_of_staff_are_counted_together(desk: Desk, company: Company) -> None:
    with desk.engine.begin() as tx:
        seeds.somebody(tx, desk.now, "line:mali", "name=มะลิ")
    mali = desk.phone("line:mali")
    for number in range(2, 5):
        assert "ใช้ไม่ได้" in mali.say(f"team-{number}aaaaa")[0].body
    for number in range(2, 4):
        assert "ใช้ไม่ได้" in mali.say(f"staff-{number}aaa-aaaa-aaaa")[0].body
    assert "อีกหนึ่งชั่วโมง" in mali.say(company.code)[0].body
    assert "อีกหนึ่งชั่วโมง" in mali.say(seeds.CODE)[0].body
    assert person_of(desk, mali).company is None
    desk.now += timedelta(hours=1, minutes=1)
    assert "ใช่ไหม" in mali.say(company.code)[0].body


def test_a_company_that_is_erased_before_the_yes_is_not_joined(desk: Desk, company: Company) -> None:
    with desk.engine.begin() as tx:
        seeds.somebody(tx, desk.now, "line:mali", "name=มะลิ")
    mali = desk.phone("line:mali")
    mali.say(company.code)
    with desk.engine.begin() as tx:
        companies.erase(tx, company.id)
    assert "ใช้ไม่ได้" in mali.tap("ใช่")[0].body
    assert person_of(desk, mali).employer is None


# ---------------------------------------------------------------- links


def test_a_newcomer_gets_both_the_company_and_the_role_that_they_came_for(desk: Desk, company: Company) -> None:
    with desk.engine.begin() as tx:
        role = seeds.role_called(tx, "คนเขียนคอนเทนต์")
    nok = desk.phone("telegram:9")
    opened(nok, f"team_{company.code.removeprefix('team-')}")
    opened(nok, f"role_{role}")
    nok.say("หางาน")
    opened(nok, f"role_{role}")
    welcomed(nok)
    assert "คนเขียนคอนเทนต์" in bodies(nok.messages[-4:])
    nok.tap("ใช่")
    assert person_of(desk, nok).company == company.id


def test_who_is_too_young_does_not_go_on_with_the_link(desk: Desk, company: Company) -> None:
    nok = desk.phone("telegram:9")
    opened(nok, links.door_of_code(company.code).payload)
    for line in ("ไทย", "เริ่มเลย", "รับทราบ", "ยังไม่ครบ"):
        nok.say(line)
    assert "20 ปีขึ้นไป" in nok.last.body
    with desk.engine.begin() as tx:
        assert tx.execute(select(chats.c.name).where(chats.c.name == nok.name)).all() == [] or "join" not in str(
            tx.execute(select(chats.c.talk).where(chats.c.name == nok.name)).scalar_one()
        )


def test_a_link_that_means_nothing_is_a_greeting(desk: Desk, fa: Phone) -> None:
    assert "ทำอะไรได้บ้าง" in bodies(opened(fa, "somewhere_else"))


def test_a_link_is_followed_in_the_middle_of_something_which_goes_on_afterwards(desk: Desk, tong: Phone) -> None:
    with desk.engine.begin() as tx:
        role = seeds.role_called(tx, "พี่เลี้ยงบัญชี")
    tong.say("new project")
    said = opened(tong, f"role_{role}")
    assert said[0].title == "พี่เลี้ยงบัญชี"
    assert said[-1].body.endswith("Which organisation is the project for?")


def test_who_has_the_role_already_is_shown_their_roles_instead_of_signing_up_again(desk: Desk) -> None:
    with desk.engine.begin() as tx:
        role = seeds.role_called(tx, "คนเขียนคอนเทนต์")
        person = seeds.somebody(tx, desk.now, "line:mali", "name=มะลิ")
        tx.execute(insert(sign_ups).values(id="s", role=role, person=person, state="accepted", changed_at=desk.now))
    said = desk.phone("line:mali").say(f"งาน {role}")
    assert [each.value for each in said[0].choices] == ["go:my_roles"]


def test_the_pictures_of_a_link_are_kept_to_be_shown(desk: Desk, fa: Phone) -> None:
    with desk.engine.begin() as tx:
        role = seeds.role_called(tx, "พี่เลี้ยงบัญชี")
    said = fa.new("button_pressed", value=f"go:share:{role}", picked=None)
    shown = [each.picture for each in said if each.picture]
    assert len(shown) == 2
    with desk.engine.begin() as tx:
        kept = [pictures.find(tx, each.removeprefix("pictures/").removesuffix(".png")) for each in shown]
    assert all(each is not None and each.body.startswith(b"\x89PNG") for each in kept)


def test_without_an_address_of_our_own_there_are_links_but_no_pictures(desk: Desk, fa: Phone) -> None:
    desk.network = type(desk.network)(desk.network.flows, desk.network.texts)
    with desk.engine.begin() as tx:
        role = seeds.role_called(tx, "พี่เลี้ยงบัญชี")
    said = fa.new("button_pressed", value=f"go:share:{role}", picked=None)
    assert "t.me/handup_bot" in said[-1].body
    assert not any(each.picture for each in said)
    with desk.engine.begin() as tx:
        assert tx.execute(select(pictures_table.c.id)).all() == []


# ---------------------------------------------------------------- the log


def test_the_log_is_turned_page_by_page(desk: Desk, fa: Phone) -> None:
    with desk.engine.begin() as tx:
        for number in range(20):
            audit.record(tx, None, f"strange_act_{number}", "nothing", desk.now)
    seen = []
    seen += fa.say("บันทึกการทำงาน")
    while any(each.label == "เก่ากว่านี้" for each in fa.last.choices):
        seen += fa.tap("เก่ากว่านี้")
    lines = [line for message in seen for line in message.body.split("\n") if "strange act" in line]
    assert [line.split()[-1] for line in lines] == [str(number) for number in reversed(range(20))]


def test_a_line_about_somebody_in_a_role_names_both(desk: Desk, fa: Phone, tong: Phone) -> None:
    by, applicant = person_of(desk, fa).id, person_of(desk, tong).id
    with desk.engine.begin() as tx:
        role = seeds.role_called(tx, "พี่เลี้ยงบัญชี")
        audit.record(tx, by, "sign_up_offered", f"{role}:{applicant}", desk.now)
        audit.record(tx, by, "role_announced", f"{role}:12", desk.now)
    body = fa.say("บันทึกการทำงาน")[0].body
    assert "เสนอที่นั่ง “พี่เลี้ยงบัญชี · ต้อง”" in body
    assert "แจ้งงานให้อาสา “พี่เลี้ยงบัญชี” (12)" in body


def test_who_was_erased_has_no_name_in_the_log(desk: Desk, fa: Phone, tong: Phone) -> None:
    person = person_of(desk, tong).id
    with desk.engine.begin() as tx:
        audit.record(tx, person, "help_answered", "r", desk.now)
        people.erase(tx, person, desk.now)
    assert "คนที่ลบข้อมูลไปแล้ว" in fa.say("บันทึกการทำงาน")[0].body


# ---------------------------------------------------------------- what waits


def test_the_menu_tells_what_waits_before_anything_else(desk: Desk, fa: Phone) -> None:
    with desk.engine.begin() as tx:
        role, other = (seeds.role_called(tx, title) for title in ("คนเขียนคอนเทนต์", "พี่เลี้ยงบัญชี"))
        for number, hours in enumerate((1, 49)):
            person = seeds.somebody(tx, desk.now, f"line:m{number}", f"name=m{number}")
            asked = desk.now - timedelta(hours=hours)
            values = {"state": "interested", "changed_at": asked, "asked_at": asked}
            tx.execute(insert(sign_ups).values(id=f"s{number}", role=role, person=person, **values))
        search = {"wave": 3, "most_waves": 3, "size": 15, "next_at": desk.now, "begun_at": desk.now}
        tx.execute(insert(searches).values(role=other, state="spent", **search))
        tx.execute(insert(searches).values(role=role, state="running", **search))
        sending = {"audience": {}, "contents": {}, "way": "all", "written_at": desk.now}
        tx.execute(insert(broadcasts).values(id="b", state="running", **sending))
        tx.execute(insert(broadcasts).values(id="c", state="done", **sending))
    first = fa.say("ทีมงาน")[0].body
    assert "ผู้สมัครรอคำตอบ 2 คน (เกินเวลาที่สัญญาไว้ 1 คน)" in first
    assert "หาคนรอบสุดท้ายแล้วแต่ยังไม่ครบ 1 บทบาท" in first
    assert "ประกาศที่ยังส่งไม่จบ 1" in first
    assert first.index("ผู้สมัคร") < first.index("ภาพรวม")


def test_a_search_whose_role_was_filled_or_closed_waits_for_nobody(desk: Desk, fa: Phone) -> None:
    with desk.engine.begin() as tx:
        role = seeds.role_called(tx, "พี่เลี้ยงบัญชี")
        search = {"wave": 3, "most_waves": 3, "size": 15, "next_at": desk.now, "begun_at": desk.now}
        tx.execute(insert(searches).values(role=role, state="spent", **search))
    assert "รอบสุดท้าย" in fa.say("ทีมงาน")[0].body
    with desk.engine.begin() as tx:
        person = seeds.somebody(tx, desk.now, "line:mali", "name=มะลิ")
        tx.execute(insert(sign_ups).values(id="s", role=role, person=person, state="accepted", changed_at=desk.now))
    assert "รอบสุดท้าย" not in fa.say("ทีมงาน")[0].body


def test_buttons_of_admins_are_shown_to_admins_alone(desk: Desk, fa: Phone, tong: Phone) -> None:
    for_admins = {"go:staff_members", "go:network_settings", "go:audit_log"}
    assert for_admins <= {each.value for each in fa.say("ทีมงาน")[0].choices}
    assert for_admins.isdisjoint({each.value for each in tong.say("staff")[0].choices})


def test_a_company_with_kept_seats_says_why_it_cannot_be_erased(desk: Desk, fa: Phone, company: Company) -> None:
    from storage.schema import roles

    with desk.engine.begin() as tx:
        role = seeds.role_called(tx, "คนเขียนคอนเทนต์")
        tx.execute(update(roles).where(roles.c.id == role).values(reserved=1, reserved_for=company.id))
    said = fa.new("button_pressed", value=f"go:erase_company:{company.id}", picked=None)
    assert "กันที่นั่งไว้ให้อยู่" in said[0].body
