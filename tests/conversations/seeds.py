"""What exists before a transcript begins: invented people, organisations and projects."""

from __future__ import annotations

import shlex
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, insert, select, update

from domain.ledger import Check
from domain.people import NOTICE_VERSION, PURPOSES
from storage import (
    answers,
    attendance,
    chats,
    checks,
    closings,
    companies,
    hours,
    ledger,
    people,
    projects,
    quotas,
    seats,
    sessions,
    settings,
    staff,
)
from storage import sign_ups as sign_ups_rows
from storage.columns import new_id
from storage.hours import Work
from storage.ledger import Wanted
from storage.schema import chats as chat_table
from storage.schema import companies as companies_table
from storage.schema import hours as hours_table
from storage.schema import organisation_members, roles, sign_ups, staff_invites
from storage.schema import people as people_table
from storage.schema import projects as projects_table
from storage.schema import sessions as sessions_table
from tests.conversations.seeds_of_letters import all_verified, less_verified, worked

__all__ = ["all_verified", "less_verified", "worked"]
CODE = "staff-test-code-2026"
IN_ORDER = (sessions_table.c.starts_at, sessions_table.c.kind)
"""Of two that begin together a database may name either first."""
LISTS = {"causes", "slots", "answered", "learns", "conflicts"}


def empty(tx: Connection, now: datetime) -> str:
    """Nothing but a code that makes staff."""
    tx.execute(insert(staff_invites).values(code_hash=staff.hash_of(CODE), expires_at=now + timedelta(days=365)))
    return CODE


def demo(tx: Connection, now: datetime) -> str:
    """Two open projects with three roles, and two sessions of the first: in one day and in five days."""
    shelter = projects.draft(tx, "มูลนิธิบ้านอุ่นใจ", "เพจใหม่ของบ้านอุ่นใจ", "ให้คนรู้จักบ้านพักเด็กมากขึ้น", "children", now)
    designer = {"title": "นักออกแบบกราฟิก", "skills": ["design.graphic", "design.logo"], "seats": 1}
    writer = {"title": "คนเขียนคอนเทนต์", "skills": ["mkt.content"], "seats": 2}
    online = {"hours_per_week": 4.0, "place": "online", "province": None}
    projects.add_role(tx, shelter, **designer, **online, slots=["sat:morning", "sat:afternoon"])
    projects.add_role(tx, shelter, **writer, **online, slots=["wed:evening"])
    projects.publish(tx, shelter, now)
    farm = projects.draft(tx, "เครือข่ายผักปลอดภัยเชียงใหม่", "บัญชีง่าย ๆ ของกลุ่มผัก", "ทำบัญชีให้กลุ่มเกษตรกร", "livelihood", now)
    books = {"title": "พี่เลี้ยงบัญชี", "skills": ["finance.bookkeeping"], "seats": 1}
    projects.add_role(tx, farm, **books, hours_per_week=3.0, place="on_site", province="CMI", slots=["sun:morning"])
    projects.publish(tx, farm, now)
    meet(tx, shelter, "kickoff", now + timedelta(days=1, hours=3), 2, "Google Meet", now)
    meet(tx, shelter, "workshop", now + timedelta(days=5, hours=3), 3, "บ้านอุ่นใจ บางกะปิ", now)
    return empty(tx, now)


def library(tx: Connection, now: datetime) -> str:
    """A project whose staff choose its people: a leading role with one seat, and illustrators with two."""
    shelf = projects.draft(tx, "โรงเรียนบ้านดอย", "ห้องสมุดเล่าเรื่อง", "ให้เด็กได้อ่านหนังสือดี ๆ", "education", now)
    facts = {
        "hours_per_week": 3.0,
        "place": "online",
        "province": None,
        "slots": ["sat:morning"],
        "admission": "chosen",
    }
    projects.add_role(tx, shelf, title="หัวหน้าทีม", skills=["strategy.project_mgmt"], seats=1, lead=True, **facts)
    asks = "เคยวาดภาพให้เด็กไหม เล่าสั้น ๆ"
    draws = {"skills": ["design.illustration", "design.graphic"], "seats": 2, "least": 2, "question": asks}
    projects.add_role(tx, shelf, title="นักวาดภาพประกอบ", **draws, **facts)
    projects.publish(tx, shelf, now)
    meet(tx, shelf, "kickoff", now + timedelta(days=12, hours=3), 2, "Google Meet", now)
    return empty(tx, now)


def week(tx: Connection, now: datetime) -> None:
    """A draft whose seats staff give: one who leads, two who draw; it meets in twelve days."""
    reading = projects.draft(tx, "โรงเรียนบ้านดอย", "ห้องสมุดเล่าเรื่อง", "ให้เด็กได้อ่านหนังสือดี ๆ", "education", now)
    online = {"hours_per_week": 3.0, "place": "online", "province": None, "admission": "chosen"}
    lead = {"title": "หัวหน้าทีม", "skills": ["strategy.project_mgmt"], "seats": 1, "lead": True}
    draws = {"title": "นักวาดภาพประกอบ", "skills": ["design.illustration"], "seats": 2, "least": 2}
    projects.add_role(tx, reading, **lead, **online, slots=["wed:evening"])
    projects.add_role(tx, reading, **draws, **online, slots=["sat:morning"], question="เคยวาดภาพให้เด็กไหม เล่าสั้น ๆ")
    meet(tx, reading, "kickoff", now + timedelta(days=12, hours=3), 2, "Google Meet", now)


def applied(tx: Connection, now: datetime) -> None:
    """Five people asked for the library's roles: one could lead, one is busy at that time."""
    lead, draw = role_called(tx, "หัวหน้าทีม"), role_called(tx, "นักวาดภาพประกอบ")
    asked = (
        ("dao", [lead, draw], "name=ดาว skills=strategy.project_mgmt:professional,design.graphic:able employer=ก้าวหน้า"),
        ("mali", [draw], "name=มะลิ skills=design.illustration:professional slots=sat:morning employer=ก้าวหน้า"),
        ("pim", [draw], "name=พิม skills=design.graphic:professional slots=sat:morning"),
        ("kai", [draw, lead], "name=ไข่ skills=design.illustration:learning"),
        ("tan", [draw], "name=ตาล skills=design.graphic:able"),
    )
    for minutes, (name, wanted, facts) in enumerate(asked, -9):
        person = somebody(tx, now, f"line:U{name}", facts)
        if name == "tan":
            people.learn(tx, person, away=[((now + timedelta(days=12)).date(), (now + timedelta(days=14)).date())])
        for seconds, role in enumerate(wanted):
            asked_at = now + timedelta(minutes=minutes, seconds=seconds)
            seats.write(tx, role, person, "interested", asked_at, why="อยากช่วยเด็ก ๆ")


def role_called(tx: Connection, title: str) -> str:
    """The id of the role of this title."""
    return str(tx.execute(select(roles.c.id).where(roles.c.title == title)).scalar_one())


def titles(tx: Connection) -> dict[str, str]:
    """What roles, projects and companies are called, by their ids."""
    rows = [
        *tx.execute(select(roles.c.id, roles.c.title)),
        *tx.execute(select(projects_table.c.id, projects_table.c.title)),
    ]
    codes = tx.execute(select(sessions_table.c.code, sessions_table.c.kind).where(sessions_table.c.code.is_not(None)))
    named = {code: f"code of {kind}" for code, kind in codes}
    return {row[0]: row[1] for row in rows} | {each.id: each.name for each in companies.all_of_them(tx)} | named


def linked(tx: Connection, now: datetime) -> None:
    """The platforms have told us what people find us by."""
    settings.note(tx, "line_basic_id", "@handup", now)
    settings.note(tx, "telegram_username", "handup_bot", now)


def company(tx: Connection, now: datetime) -> str:
    """A company with a code."""
    return companies.make(tx, "บริษัทสมมุติ", now).code


def more_roles(tx: Connection, now: datetime) -> None:
    """A third project with four roles, one of them without times or skills."""
    school = projects.draft(tx, "โรงเรียนบ้านดอย", "ห้องสมุดเล่าเรื่อง", "ให้เด็กได้อ่านหนังสือดี ๆ", "education", now)
    facts = {"seats": 1, "hours_per_week": 1.5, "place": "both", "province": "CRI"}
    weekends = ["sat:morning", "sun:morning"]
    workdays = [f"{day}:evening" for day in ("mon", "tue", "wed", "thu", "fri")]
    projects.add_role(tx, school, title="ผู้ประสานงาน", skills=["strategy.project_mgmt"], slots=workdays, **facts)
    projects.add_role(tx, school, title="นักแปล", skills=["comms.translation"], slots=weekends, **facts)
    projects.add_role(tx, school, title="คนทำเว็บ", skills=["tech.web"], slots=[], **facts)
    projects.add_role(tx, school, title="เพื่อนอ่าน", skills=[], slots=[], **facts)
    projects.publish(tx, school, now)


def closed(tx: Connection, _now: datetime) -> None:
    """All projects have ended."""
    tx.execute(update(projects_table).values(state="closed"))


def small_waves(tx: Connection, now: datetime) -> None:
    """A wave is of two people, and the month has room for 100 messages."""
    settings.note(tx, "wave_size", 2, now)
    quotas.note(tx, "line", 160, 0, now)


def month_spent(tx: Connection, now: datetime) -> None:
    """Of the month's messages only the reserve is left."""
    quotas.note(tx, "line", 160, 100, now)


def month_nearly_spent(tx: Connection, now: datetime) -> None:
    """The month has room for one message, and more can be bought."""
    quotas.note(tx, "line", 160, 99, now)
    settings.note(tx, "extra_push_satang", 10, now)


def another_draft(tx: Connection, now: datetime) -> None:
    """A project that is not published, with one role for two designers."""
    market = projects.draft(tx, "มูลนิธิเพื่อนบ้าน", "ป้ายตลาด", "ทำป้ายให้แม่ค้าสามสิบร้าน", "community", now)
    facts = {"skills": ["design.graphic"], "seats": 2, "hours_per_week": 2.0, "place": "online", "province": None}
    projects.add_role(tx, market, title="นักออกแบบป้าย", slots=["sat:morning"], lead=True, **facts)
    meet(tx, market, "kickoff", now + timedelta(days=20), 2, "Google Meet", now)


def a_third_draft(tx: Connection, now: datetime) -> None:
    """Another project that is not published, for one designer."""
    coffee = projects.draft(tx, "ชมรมกาแฟชุมชน", "โลโก้กาแฟดอย", "ให้กาแฟของชุมชนมีหน้าตา", "livelihood", now)
    facts = {"skills": ["design.graphic"], "seats": 1, "hours_per_week": 1.0, "place": "online", "province": None}
    projects.add_role(tx, coffee, title="คนทำโลโก้", slots=[], lead=True, **facts)
    meet(tx, coffee, "kickoff", now + timedelta(days=21), 2, "Google Meet", now)


def workshop(tx: Connection, now: datetime) -> str:
    """A project with a role of six seats, and its workshop, in one hour."""
    shelter = projects.draft(tx, "มูลนิธิบ้านอุ่นใจ", "เพจใหม่ของบ้านอุ่นใจ", "ให้คนรู้จักบ้านพักเด็กมากขึ้น", "children", now)
    thinker = {"title": "คนช่วยคิด", "skills": ["mkt.content"], "seats": 6, "slots": ["sat:afternoon"]}
    projects.add_role(tx, shelter, **thinker, hours_per_week=3.0, place="on_site", province="BKK")
    projects.publish(tx, shelter, now)
    meet(tx, shelter, "workshop", now + timedelta(hours=1), 3, "บ้านอุ่นใจ บางกะปิ", now)
    return empty(tx, now)


def another_session(tx: Connection, now: datetime) -> None:
    """The second project meets at the time of the first session of the first one."""
    query = select(sessions_table).order_by(*IN_ORDER).limit(1)
    first = tx.execute(query).one()
    other = tx.execute(select(projects_table.c.id).where(projects_table.c.id != first.project)).scalar_one()
    sessions.plan(tx, other, "training", first.starts_at, first.ends_at, "ตลาดผักปลอดภัย", now=now)


def training_ahead(tx: Connection, now: datetime) -> None:
    """The first project plans a training in twelve days, all of whose facts are written down, and a talk after it."""
    shelter = tx.execute(select(sessions_table.c.project).order_by(*IN_ORDER).limit(1)).scalar_one()
    begins = now + timedelta(days=12, hours=5)
    facts = {"title": "ถ่ายรูปให้น่าอ่าน", "link": "https://maps.example/baan", "materials": "โทรศัพท์ที่ถ่ายรูปได้"}
    hour = timedelta(hours=1)
    sessions.plan(tx, shelter, "training", begins, begins + 2 * hour, "บ้านอุ่นใจ บางกะปิ", now=now, **facts)
    sessions.plan(tx, shelter, "follow_up", begins + 24 * hour, begins + 25 * hour, "Google Meet", now=now)


def overlapping_session(tx: Connection, now: datetime) -> None:
    """The second project meets an hour after the next session of the first one has begun."""
    first = sessions.find(tx, next_session(tx, now))
    assert first is not None
    other = tx.execute(select(projects_table.c.id).where(projects_table.c.id != first.project)).scalar_one()
    hour = timedelta(hours=1)
    meet(tx, other, "training", first.starts_at + hour, 2, "ตลาดผักปลอดภัย", now)


def one_place(tx: Connection, now: datetime) -> None:
    """The next session has a link, something to read, and room for one."""
    facts = {"capacity": 1, "link": "https://meet.example/shelter", "materials": "อ่านสรุปโครงการ 2 หน้า"}
    sessions.change(tx, next_session(tx, now), now, **facts)


def two_places(tx: Connection, now: datetime) -> None:
    """The next session has room for two, and who waits has a place."""
    sessions.change(tx, next_session(tx, now), now, capacity=2)
    answers.filled(tx, next_session(tx, now), now)


def next_session(tx: Connection, now: datetime) -> str:
    """The id of the session that begins next."""
    query = select(sessions_table.c.id).where(sessions_table.c.starts_at > now)
    return str(tx.execute(query.order_by(*IN_ORDER).limit(1)).scalar_one())


def session_cancelled(tx: Connection, now: datetime) -> None:
    """The next session is called off."""
    sessions.cancel(tx, next_session(tx, now), now=now)


def session_moved(tx: Connection, now: datetime) -> None:
    """The next session is put off by two days."""
    query = select(sessions_table).where(sessions_table.c.starts_at > now)
    found = tx.execute(query.order_by(*IN_ORDER).limit(1)).one()
    later = timedelta(days=2)
    sessions.move(tx, found.id, found.starts_at + later, found.ends_at + later, now=now)


def quiet_teams(tx: Connection, now: datetime) -> None:
    """Two teams of three weeks: one meets soon and nobody has answered, the other neither meets nor logs hours."""
    asked = {"hours_per_week": 2.0, "place": "online", "province": None, "slots": []}
    since = now - timedelta(weeks=3)
    for title, names in (("ป้ายตลาดใหม่", ["มะลิ", "ต้น"]), ("สวนผักชุมชน", ["พิม", "ก้อง", "ดาว", "ไข่"])):
        project = projects.draft(tx, "มูลนิธิเพื่อนบ้าน", title, "ช่วยกันทำ", "community", since)
        role = projects.add_role(tx, project, title="นักออกแบบ", skills=["design.graphic"], seats=len(names), **asked)
        projects.publish(tx, project, since)
        for name in names:
            seats.ask(tx, role, somebody(tx, since, f"telegram:{title}{name}", f"name={name}"), None, since)
    first = tx.execute(select(projects_table.c.id).where(projects_table.c.title == "ป้ายตลาดใหม่")).scalar_one()
    meet(tx, first, "workshop", now + timedelta(hours=47), 2, "Google Meet", since)
    team = tx.execute(select(sign_ups.c.person).join(roles).where(roles.c.project == first)).scalars().all()
    for person in team:
        hours.log(tx, person, Work(None, now.date(), 60), now)


def training(tx: Connection, now: datetime) -> None:
    """The first project trains its people in two hours, for three; a workshop of another team is at the same time."""
    begins = now + timedelta(hours=2)
    for title, kind, where in (("เพจ", "training", "ห้องสมุดเมือง"), ("บัญชี", "workshop", "ตลาดผักปลอดภัย")):
        query = select(projects_table.c.id).where(projects_table.c.title.startswith(title))
        project = tx.execute(query).scalar_one()
        planned = sessions.plan(tx, project, kind, begins, begins + timedelta(hours=3), where, now=now)
        attendance.code_of(tx, planned)


def training_cancelled(tx: Connection, now: datetime) -> None:
    """The training is called off."""
    query = select(sessions_table.c.id).where(sessions_table.c.kind == "training")
    sessions.cancel(tx, tx.execute(query).scalar_one(), now=now, reason="วิทยากรป่วย")


def employed(tx: Connection, now: datetime) -> None:
    """Everybody belongs to a company."""
    tx.execute(update(people_table).values(company=companies.make(tx, "บริษัทสมมุติ", now).id))


def met_yesterday(tx: Connection, now: datetime) -> None:
    """The first project had a workshop yesterday, three hours from this time on, and its team was there."""
    first, begins = role_called(tx, "คนเขียนคอนเทนต์"), now - timedelta(days=1)
    project = projects.project_of(tx, first)
    held = sessions.plan(tx, project, "workshop", begins, begins + timedelta(hours=3), "Google Meet", now=now)
    for person in sign_ups_rows.team_of(tx, project):
        attendance.correct(tx, held, person, by=person, now=now, came=True)


def training_missed(tx: Connection, now: datetime) -> None:
    """The first project trained its people the day before yesterday, and none of them was there."""
    project, begins = projects.project_of(tx, role_called(tx, "คนเขียนคอนเทนต์")), now - timedelta(days=2)
    sessions.plan(tx, project, "training", begins, begins + timedelta(hours=3), "ห้องสมุดเมือง", now=now)


def looked_at(tx: Connection, now: datetime) -> None:
    """Of the entries that stand, the first is verified, the second rejected, and of the third something is asked."""
    said = ((Check.VERIFIED, ""), (Check.REJECTED, "วันนั้นไม่ได้นัดกัน"), (Check.ASKED, "ทำกับใคร"))
    for line, (verdict, words) in zip(ledger.lines(tx, Wanted()), said, strict=False):
        checks.say(tx, line.entry, verdict, "organisation", "organisation", now, words)


def letter_issued(tx: Connection, now: datetime) -> None:
    """What is verified stands in a letter."""
    verified = [each.entry for each in ledger.lines(tx, Wanted()) if each.check == Check.VERIFIED]
    closings.close(tx, "letter", None, verified, now, None)


def attended(tx: Connection, now: datetime) -> None:
    """Who is called มะลิ ใจดี or Malee was at the training, two hours of it are logged, and nobody has looked at them."""
    who, role = person_called(tx, "มะลิ ใจดี", "Malee"), role_called(tx, "คนเขียนคอนเทนต์")
    query = select(sessions_table).where(sessions_table.c.kind == "training")
    session = tx.execute(query).one()
    attendance.check_in(tx, session.id, who, session.starts_at, "code", now)
    hours.log_session(tx, who, Work(role, session.starts_at.date(), 120, session=session.id), now)


def verified(tx: Connection, now: datetime) -> None:
    """Staff verified the longest entry, and turned the shortest down."""
    person, by = person_called(tx, "มะลิ ใจดี", "Malee"), person_called(tx, "นก", "Nok")
    own = [each for each in ledger.lines(tx, Wanted(person=person)) if not each.session]
    shortest, *_, longest = sorted(own, key=lambda each: each.minutes)
    checks.say(tx, longest.entry, Check.VERIFIED, by, "staff", now)
    checks.say(tx, shortest.entry, Check.REJECTED, by, "staff", now, "ลงซ้ำกับรายการอื่น")


def person_called(tx: Connection, *names: str) -> str:
    """The id of the person of one of these names."""
    return str(tx.execute(select(people_table.c.id).where(people_table.c.name.in_(names))).scalar_one())


def meet(tx: Connection, project: str, kind: str, starts_at: datetime, hours: int, where: str, now: datetime) -> None:
    """Plan a session of so many hours."""
    sessions.plan(tx, project, kind, starts_at, starts_at + timedelta(hours=hours), where, now=now)


def somebody(tx: Connection, now: datetime, chat: str, written: str) -> str:
    """Welcome somebody with these facts (``name="มะลิ" skills=a:able,b province=BKK staff=yes``, or coordinator)."""
    facts: dict[str, Any] = dict(word.split("=", 1) for word in shlex.split(written))
    facts.pop("channel", None)
    person = people.join(tx, now)
    chats.take(tx, [chat])
    language = facts.pop("language", "th")
    here = update(chat_table).where(chat_table.c.name == chat)
    tx.execute(here.values(person=person, language=language, language_chosen=True))
    if duty := facts.pop("staff", None):
        staff.join(tx, person, now, "admin" if duty == "yes" else duty)
    skills = [word.partition(":")[::2] for word in facts.pop("skills", "").split(",") if word]
    people.set_skills(tx, person, {skill: level or None for skill, level in skills})
    said_no = facts.pop("refuses", "").split(",")
    for purpose in PURPOSES[:2]:
        people.consent(tx, person, purpose, "no" if purpose in said_no else "yes", now)
    people.learn(tx, person, noticed_at=now, notice_version=NOTICE_VERSION, adult=True, **typed(facts))
    return person


def typed(facts: dict[str, str]) -> dict[str, Any]:
    """Facts as their columns hold them."""
    kinds = {"days_per_month": float, "starts_on": date.fromisoformat}
    return {
        name: [word for word in value.split(",") if word] if name in LISTS else kinds.get(name, str)(value)
        for name, value in facts.items()
    }


def two_companies(tx: Connection, now: datetime) -> None:
    """Two companies that seats can be kept for."""
    for name, code in (("เมฆใส จำกัด (สมมติ)", "mek-sai"), ("ทะเลดาว จำกัด (สมมติ)", "talay-dao")):
        tx.execute(insert(companies_table).values(id=new_id(), name=name, code=code, made_at=now))


def sign_up(tx: Connection, now: datetime, chat: str, state: str, title: str) -> None:
    """Let the person in a chat stand so with the role of this title."""
    person = tx.execute(select(chat_table.c.person).where(chat_table.c.name == chat)).scalar_one()
    good_until = {"expires_at": now + timedelta(days=3)} if state == "offered" else {}
    seats.write(tx, role_called(tx, title), person, state, now, **good_until)


def make_staff(tx: Connection, now: datetime, chat: str) -> None:
    """Make the person in a chat staff."""
    query = select(chat_table.c.person).where(chat_table.c.name == chat)
    staff.join(tx, tx.execute(query).scalar_one(), now)


def given(tx: Connection, now: datetime) -> None:
    """Six people gave hours to the open projects this year and one last year: verified, their own word, rejected."""
    lead = somebody(tx, now, "telegram:lead", "name=ครูนก")
    roles_open = [role_called(tx, title) for title in ("นักออกแบบกราฟิก", "พี่เลี้ยงบัญชี")]
    for number in range(6):
        person = somebody(tx, now, f"telegram:given{number}", f"name=อาสา{number}")
        day = (now - timedelta(days=30 * number + 3)).date()
        entry = hours.log(tx, person, Work(roles_open[number % 2], day, 240 + 7 * number), now)
        if number != 2:
            verdict = Check.REJECTED if number == 5 else Check.VERIFIED
            checks.say(tx, entry, verdict, lead, "organisation", now, "ดูอีกทีนะ")
    hours.log(tx, person, Work(roles_open[0], date(2025, 12, 30), 90), now)


def team_hours(tx: Connection, now: datetime) -> None:
    """Mali and Pim logged hours of the shelter's page: three entries and two, one of them for a session."""
    design, write = role_called(tx, "นักออกแบบกราฟิก"), role_called(tx, "คนเขียนคอนเทนต์")
    mali, pim = (person_in(tx, f"line:U{name}") for name in ("mali", "pim"))
    session = sessions.plan(
        tx,
        projects.project_of(tx, design),
        "training",
        now - timedelta(days=2),
        now - timedelta(days=2, hours=-3),
        "ห้องสมุดเมือง",
        now=now,
    )
    attendance.correct(tx, session, mali, mali, now, None, came=True)
    day = now.date()
    hours.log(tx, mali, Work(design, day - timedelta(days=3), 180, "ร่างโลโก้สามแบบ"), now - timedelta(hours=5))
    hours.log(tx, pim, Work(write, day - timedelta(days=3), 120, "เขียนหน้าแรก"), now - timedelta(hours=4))
    hours.log(tx, mali, Work(design, day - timedelta(days=2), 180, "", session=session), now - timedelta(hours=3))
    hours.log(tx, mali, Work(design, day - timedelta(days=1), 600, "ทำเพจทั้งวัน"), now - timedelta(hours=2))
    hours.log(tx, pim, Work(write, day - timedelta(days=1), 90, "ตรวจคำผิด"), now - timedelta(hours=1))


def more_hours(tx: Connection, now: datetime) -> None:
    """Pim logged one more hour."""
    hours.log(tx, person_in(tx, "line:Upim"), Work(role_called(tx, "คนเขียนคอนเทนต์"), now.date(), 60, "แก้คำโปรย"), now)


def hours_corrected(tx: Connection, now: datetime) -> None:
    """Pim corrected what she logged last."""
    pim = person_in(tx, "line:Upim")
    old = hours.standing(tx, pim)[0]
    hours.correct(tx, pim, old, replace(old, minutes=45, worked_on=now.date()), now)


def person_in(tx: Connection, chat: str) -> str:
    """The id of the person in a chat."""
    return str(tx.execute(select(chat_table.c.person).where(chat_table.c.name == chat)).scalar_one())


def reading_hours(tx: Connection, now: datetime) -> None:
    """Dao, who leads the library's team, and Mali, who draws, logged hours; and Mali some for no role at all."""
    dao, mali = (person_in(tx, f"line:U{name}") for name in ("dao", "mali"))
    hours.log(tx, dao, Work(role_called(tx, "หัวหน้าทีม"), now.date(), 120, "นัดทีม"), now)
    hours.log(tx, mali, Work(role_called(tx, "นักวาดภาพประกอบ"), now.date(), 180, "ปกหนังสือ"), now)
    hours.log(tx, mali, Work(None, now.date(), 60, "ช่วยงานเครือข่าย"), now)


def company_year(tx: Connection, now: datetime) -> None:
    """A company of six people who gave verified hours this year: two let their office be shown, one their name."""
    cloud = companies.make(tx, "เมฆใส จำกัด (สมมติ)", now)
    role = role_called(tx, "คนเขียนคอนเทนต์")
    facts = (("mali", "th", "none"), ("mary", "en", "none"), ("a", "th", "none"), ("b", "th", "none"))
    facts += (("c", "th", "total_only"), ("d", "th", "name_and_hours"))
    for name, language, sees in facts:
        person = somebody(tx, now, f"line:U{name}", f"name={name.title()} employer='{cloud.name}' language={language}")
        people.learn(tx, person, company=cloud.id, office="เชียงใหม่")
        people.consent(tx, person, "employer", sees, now)
        for working, minutes in ((True, 240), (False, 90)):
            entry = {"person": person, "role": role, "minutes": minutes, "note": "", "working": working}
            more = {"id": new_id(), "worked_on": now.date(), "voids": False, "logged_at": now, "company": cloud.id}
            tx.execute(insert(hours_table).values(**entry, **more))
            checks.say(tx, str(more["id"]), Check.VERIFIED, new_id(), "staff", now)


def organisation_lead(tx: Connection, now: datetime) -> None:
    """Kru Nok leads the first project's organisation, in Thai and in English."""
    project = tx.execute(select(roles.c.project).where(roles.c.title == "นักออกแบบกราฟิก")).scalar_one()
    for name, language in (("nok", "th"), ("ann", "en")):
        person = somebody(tx, now, f"line:U{name}", f"name={name.title()} language={language}")
        tx.execute(insert(organisation_members).values(project=project, person=person, part="lead", joined_at=now))
