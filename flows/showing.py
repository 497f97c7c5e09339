"""How a role, a session, a skill and the reasons of a match look in words, in the language of the turn."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from copy import copy
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import groupby
from typing import Any, Final

from domain.ledger import Grade
from domain.matching import Match, Near, match
from domain.messages import Choice
from domain.people import DAYS, PARTS, Person
from domain.provinces import PROVINCES
from domain.skills import TAXONOMY
from domain.work import OpenRole, Project, Role, Session
from flows.engine import Turn
from storage import chats, hours, people, projects, sessions, staff
from storage.chats import Chat
from texts import dates

RUN: Final = 3
"""So many days in a row with the same times are said as a span."""


def skill(turn: Turn, skill_id: str) -> str:
    """The name of a skill."""
    found = TAXONOMY.get(skill_id)
    return found.name(turn.chat.language) if found else skill_id


def skills(turn: Turn, ids: Iterable[str]) -> str:
    """The names of skills, one after the other."""
    return ", ".join(skill(turn, each) for each in ids) or turn.words("showing.any_skill")


def person_name(turn: Turn) -> str:
    """What we call the person of the turn when we speak to somebody else."""
    return turn.person.name or turn.words("showing.somebody")


def name_of(turn: Turn, person: str) -> str:
    """What we call another person."""
    found = people.find(turn.tx, person)
    return (found and found.name) or turn.words("showing.somebody")


def for_reader(turn: Turn, chat: Chat) -> Turn:
    """The turn in the language of another chat: for finding words only."""
    reading = copy(turn)
    reading.chat = replace(turn.chat, language=chat.language)
    return reading


def tell_person(turn: Turn, person: str, key: str, values: Callable[[Turn], Mapping[str, Any]]) -> None:
    """Tell somebody something in their own language, in the chat that reaches them, if one does."""
    for chat in chats.of_person(turn.tx, person)[:1]:
        turn.tell(chat, key, values(for_reader(turn, chat)))


def tell_staff(turn: Turn, key: str, values: Callable[[Turn], Mapping[str, Any]], buttons: Sequence[str] = ()) -> None:
    """Tell every other member of staff something in their own language."""
    for chat in staff.chats_of_staff(turn.tx):
        if chat.person != turn.chat.person:
            turn.tell(chat, key, values(for_reader(turn, chat)), buttons)


# ---------------------------------------------------------------- times of the week


def slots(turn: Turn, chosen: Iterable[str]) -> str:
    """Times of the week: ``เสาร์เช้า, อาทิตย์บ่าย`` or ``Sat morning, Sun afternoon``."""
    by_day = {day: tuple(part for part in PARTS if f"{day}:{part}" in set(chosen)) for day in DAYS}
    runs = [list(run) for _, run in groupby(DAYS, key=lambda day: by_day[day])]
    said = [piece for run in runs if by_day[run[0]] for piece in run_words(turn, run, by_day[run[0]])]
    return ", ".join(said)


def run_words(turn: Turn, days: Sequence[str], parts: Sequence[str]) -> list[str]:
    """Days in a row that have the same times: each by itself, or as a span if they are many."""
    whole = len(parts) == len(PARTS)
    when = turn.words("showing.all_day") if whole else "/".join(turn.words(f"showing.part-{part}") for part in parts)
    if len(days) == len(DAYS):
        return [turn.words("showing.any_time" if whole else "showing.every_day", when=when)]
    names = [turn.words(f"showing.day-{day}") for day in days]
    if len(days) < RUN:
        return [turn.words("showing.on_day", day=name, when=when) for name in names]
    return [turn.words("showing.on_days", first=names[0], last=names[-1], when=when)]


# ---------------------------------------------------------------- roles


def place(turn: Turn, role: Role) -> str:
    """Where a role is: online, or on site and in which province."""
    where = turn.words(f"showing.place-{role.place}")
    if role.place == "online" or not role.province:
        return where
    return turn.words("showing.place_in", place=where, province=province(turn, role.province))


def province(turn: Turn, code: str) -> str:
    """The name of a province."""
    found = PROVINCES.get(code)
    return found.name(turn.chat.language) if found else code


def cause(turn: Turn, value: str) -> str:
    """What a project is for."""
    return turn.words(f"words.cause-{value}")


def suits(turn: Turn, found: OpenRole) -> Match:
    """How well a role suits the person of the turn."""
    return match(turn.person, people.skills_of(turn.tx, turn.person.id), found.role, found.project)


def suits_person(turn: Turn, who: Person, found: OpenRole) -> Match:
    """How well a role suits somebody else."""
    return match(who, people.skills_of(turn.tx, who.id), found.role, found.project)


def reasons(turn: Turn, why: Match) -> str:
    """Why a role suits, in one line: ``ออกแบบกราฟิก ระดับอาชีพ · ว่างเสาร์เช้า · สนใจการศึกษา``."""
    said = [skill_and_level(turn, *each) for each in (*why.skills, *why.nice)]
    said += [near_skill(turn, each) for each in why.near_skills]
    if why.learns:
        said.append(turn.words("showing.wants_to_learn", skills=skills(turn, why.learns)))
    if why.slots:
        said.append(turn.words("showing.free_then", slots=slots(turn, why.slots)))
    if why.cause:
        said.append(turn.words("showing.cares_for", cause=cause(turn, why.cause)))
    return " · ".join(said)


def near_skill(turn: Turn, near: Near) -> str:
    """A skill that stands for another: ``วาดภาพประกอบ ระดับอาชีพ (ใกล้เคียงออกแบบกราฟิก)``."""
    offered = skill_and_level(turn, near.offered, near.level)
    return turn.words("showing.near_skill", skill=offered, wanted=skill(turn, near.wanted))


def skill_and_level(turn: Turn, skill_id: str, level: str | None) -> str:
    """A skill with how well the person knows it, if they told."""
    return f"{skill(turn, skill_id)} {turn.words(f'showing.level-{level}')}" if level else skill(turn, skill_id)


def role_facts(turn: Turn, found: OpenRole) -> dict[str, Any]:
    """What the words of a role are filled with: role, project, organisation, aim, needs, seats, effort, place, when."""
    role, project = found.role, found.project
    return {
        "role": role.title,
        "project": project.title,
        "organisation": project.organisation,
        "aim": project.aim,
        "needs": needed(turn, role),
        "seats": turn.words("showing.seats", left=found.seats_left),
        "effort": turn.words("showing.effort", hours=amount(role.hours_per_week)),
        "place": place(turn, role),
        "when": slots(turn, role.slots) or turn.words("showing.to_be_agreed"),
    }


def needed(turn: Turn, role: Role) -> str:
    """The skills that a role needs, each with the least level where one is asked for."""
    return ", ".join(at_least(turn, role, each) for each in role.skills) or turn.words("showing.any_skill")


def at_least(turn: Turn, role: Role, skill_id: str) -> str:
    """A skill, with how well it must be known at least if that was said."""
    level = role.levels.get(skill_id)
    name = skill(turn, skill_id)
    return turn.words("showing.at_least", skill=name, level=turn.words(f"words.least_level-{level}")) if level else name


def sessions_listed(turn: Turn, project: Project) -> str:
    """The sessions of a project that have not begun, a line each."""
    return "\n".join(f"• {session(turn, each)}" for each in sessions_ahead(turn, project))


def amount(number: float) -> str:
    """A number without idle zeros."""
    return f"{number:g}"


def role_card(turn: Turn, found: OpenRole) -> dict[str, Any]:
    """What the card of a role is filled with: its facts, and why it suits the person (a line of its own, if any)."""
    why = suits_words(turn, found)
    return {**role_facts(turn, found), "suits": f"\n{why}" if why else ""}


def suits_words(turn: Turn, found: OpenRole) -> str:
    """Why a role suits, or that it needs something else than the person told us; nothing if there is nothing to say."""
    if said := reasons(turn, suits(turn, found)):
        return turn.words("showing.suits", reasons=said)
    told = bool(people.skills_of(turn.tx, turn.person.id))
    return turn.words("showing.new_to_you") if told and found.role.skills else ""


def role_buttons(turn: Turn, role: str) -> list[Choice]:
    """The three answers to a role."""
    return [turn.button(f"{flow}:{role}") for flow in ("sign_up", "not_now", "no_thanks")]


def named_button(title: str, target: str) -> Choice:
    """A button with a name of its own that begins a flow: ``flow:argument``."""
    return Choice(title, f"go:{target}")


def role_line(turn: Turn, role: str | None) -> str:
    """A role and its project in a few words, or that the hours belong to no role."""
    named = projects.titles(turn.tx, [role]).get(role) if role else None
    return " · ".join(named) if named else turn.words("showing.no_role")


# ---------------------------------------------------------------- sessions


def session_time(turn: Turn, session: Session) -> str:
    """From when until when a session is, on the network's clock."""
    timezone = turn.network.timezone
    starts, ends = dates.local(session.starts_at, timezone), dates.local(session.ends_at, timezone)
    return dates.span(turn.chat.language, starts, ends)


def session_kind(turn: Turn, session: Session) -> str:
    """What kind of meeting a session is."""
    return turn.words(f"showing.kind-{session.kind}")


def session(turn: Turn, found: Session) -> str:
    """A session in one line: kind, time, place."""
    return " · ".join([session_kind(turn, found), session_time(turn, found), found.where])


def session_facts(turn: Turn, found: Session, project: str) -> dict[str, Any]:
    """What the words of a session are filled with: kind, what it is about, project, time, place, near, days, more.

    ``near`` is today, tomorrow or later; ``more`` are the link and what to bring, each a line of its own, if any.
    """
    return {
        "kind": session_kind(turn, found),
        "called": session_called(turn, found),
        "project": project,
        "time": session_time(turn, found),
        "where": found.where,
        "near": near(turn, found.starts_at),
        "days": days_until(turn, found.starts_at),
        "more": session_more(turn, found),
    }


def session_called(turn: Turn, found: Session) -> str:
    """The kind of a session, with what it is about if that was said: ``อบรม – ถ่ายรูปให้น่าอ่าน``."""
    kind = session_kind(turn, found)
    return f"{kind} – {found.title}" if found.title else kind


def session_more(turn: Turn, found: Session) -> str:
    """The way to a session, and what to read or bring: a line each, after an empty end of line."""
    told = {"link": found.link, "materials": found.materials}
    lines = [turn.words(f"showing.more-{name}", words=words) for name, words in told.items() if words]
    return "".join(f"\n{line}" for line in lines)


def short(turn: Turn, found: Session, project: str) -> str:
    """A session on a button: ``12:00 เวิร์กช็อป เพจใหม่``, with the day before it unless it is today."""
    there = dates.local(found.starts_at, turn.network.timezone)
    day = "" if there.date() == turn.today else f"{there.day}/{there.month} "
    return f"{day}{there:%H:%M} {session_kind(turn, found)} {project}"


def project_title(turn: Turn, found: Session) -> str:
    """What the project of a session is called."""
    project = projects.find(turn.tx, found.project)
    return project.title if project else ""


def near(turn: Turn, moment: datetime) -> str:
    """Whether a moment is ``today``, ``tomorrow`` or ``later`` on the network's calendar."""
    return {0: "today", 1: "tomorrow"}.get(days_until(turn, moment), "later")


def days_until(turn: Turn, moment: datetime) -> int:
    """How many days away a moment is on the network's calendar."""
    return (dates.local(moment, turn.network.timezone).date() - turn.today) // timedelta(days=1)


def moment(turn: Turn, when: datetime) -> str:
    """A day and a time of day: ``พุธ 25 พ.ย. 2569 10:00 น.``."""
    there = dates.local(when, turn.network.timezone)
    return f"{dates.weekday_and_day(turn.chat.language, there.date())} {dates.clock(turn.chat.language, there)}"


def first_meeting(turn: Turn, project: Project) -> str:
    """When a team meets first, or that this is not planned yet."""
    ahead = sessions_ahead(turn, project)
    found = turn.words("showing.first_session", session=session(turn, ahead[0])) if ahead else ""
    return found or turn.words("showing.no_session_yet")


def sessions_ahead(turn: Turn, project: Project) -> list[Session]:
    """The sessions of a project that have not begun, the soonest first."""
    return [each for each in sessions.of_project(turn.tx, project.id) if each.starts_at > turn.now]


# ---------------------------------------------------------------- hours


def hours_line(
    turn: Turn, minutes: int, worked_on: date, role: str | None, note: str, begins: int | None = None
) -> str:
    """Hours in one line: ``3 ชม. (เริ่ม 14:00 น.) · เมื่อวาน (จันทร์ 23 พ.ย. 2569) · โครงการ… · ออกแบบโลโก้``."""
    language = turn.chat.language
    day = dates.on_that_day(language, worked_on, turn.today)
    parts = (how_long(turn, minutes, begins), day, role_line(turn, role), note)
    return " · ".join(part for part in parts if part)


def how_long(turn: Turn, minutes: int, begins: int | None) -> str:
    """An amount of time, and from when if that is known."""
    length = dates.duration(turn.chat.language, minutes)
    if begins is None:
        return length
    clock = dates.clock(turn.chat.language, datetime.combine(turn.today, time()) + timedelta(minutes=begins))
    return turn.words("showing.from_when", length=length, clock=clock)


def grade(turn: Turn, of: Grade) -> str:
    """Who vouches for hours, in words."""
    return turn.words(f"showing.grade-{of}")


def month_total(turn: Turn, worked_on: date) -> dict[str, str]:
    """A month's name, and how much the person has logged in it."""
    entries = hours.standing(turn.tx, turn.person.id)
    same = [each.minutes for each in entries if each.worked_on.replace(day=1) == worked_on.replace(day=1)]
    language = turn.chat.language
    return {"month": dates.month(language, worked_on), "total": dates.duration(language, sum(same))}
