"""The list of sweeps: a question of what is due now, and a rhythm."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from sqlalchemy import Connection

from domain.announcing import rests
from domain.daytime import is_day
from domain.events import (
    APPLICANTS_WAITING,
    HOURS_WANTED,
    NEWS_DUE,
    OFFER_ENDING,
    REMINDER_DUE,
    ROLE_CHANGED,
    ROOM_POST_DUE,
    WAVE_DUE,
    Arrival,
)
from domain.nudges import week_to_ask_about
from domain.push_budget import FREE_CHANNELS
from scheduler import chasing, silence
from storage import (
    announcements,
    answers,
    changes,
    chats,
    nudges,
    offers,
    people,
    reminders,
    room_posts,
    searches,
    sessions,
    settings,
    sign_ups,
    staff,
    upkeep,
)
from storage.sign_ups import SignUp

MOST_AT_ONCE: Final = 500
MOST_PROJECTS: Final = 20
MOST_SESSIONS: Final = 100


@dataclass(frozen=True, slots=True)
class Sweep:
    """Something that becomes due by itself."""

    name: str
    seconds: float
    """How often to look."""
    due: Callable[[Connection, datetime], list[Arrival] | int]
    """What is due, as events for inboxes: asking twice gives the same keys, so that it happens once.

    What is the record's own affair, such as an offer whose time is over, it settles there, and says how much that was.
    """


def reminders_due(tx: Connection, now: datetime) -> list[Arrival]:
    """Who is due a reminder of a session, each once for the chat that reaches them, however many sessions?"""
    reminders.take_back_from_later(tx, now)
    found = [reminders.look(tx, session, now) for session in reminders.to_look_at(tx, now, MOST_SESSIONS)]
    due = dict.fromkeys(person for each in found for person, _ in each.due)
    return [reminder(person, chat, now) for person, chat in chats.of_people(tx, list(due)).items()]


def reminder(person: str, chat: str, now: datetime) -> Arrival:
    """That a person is due reminders, as an event: what they are is found out when they are said."""
    return Arrival(f"{REMINDER_DUE}:{person}:{now.isoformat()}", chat, REMINDER_DUE, now)


def offers_over(tx: Connection, now: datetime) -> int:
    """How many offers have come to the end of their time? Their seats go on to who is next."""
    return offers.expire_due(tx, now, offers.MOST_AT_ONCE)


def offers_ending(tx: Connection, now: datetime) -> list[Arrival]:
    """Who has let half the time of an offer pass, and may be rung up now?"""
    due = offers.ending(tx, now) if is_day(now, sessions.BANGKOK) else []
    found = [(each, chats.of_person(tx, each.person)) for each in due if not is_resting(tx, each.person, now)]
    for each, _ in found:
        offers.note_reminded(tx, each.role, each.person, now)
    return [offer_ending(each, reached[0].name, now) for each, reached in found if reached]


def is_resting(tx: Connection, person: str, now: datetime) -> bool:
    """Whether this person asked not to be disturbed at this time of day."""
    who = people.find(tx, person)
    return who is not None and rests(who, f"{now.astimezone(sessions.BANGKOK):%H:%M}")


def offer_ending(offer: SignUp, chat: str, now: datetime) -> Arrival:
    """The one reminder of an offer, as an event."""
    key = f"{OFFER_ENDING}:{offer.role}:{offer.person}:{offer.changed_at:%Y%m%d%H%M%S}"
    return Arrival(key, chat, OFFER_ENDING, now, facts={"role": offer.role})


def answers_overdue(tx: Connection, now: datetime) -> list[Arrival]:
    """Who of staff hears today that people wait too long for an answer: coordinators, then after as long again all?"""
    promised = timedelta(hours=settings.number(tx, "answer_hours"))
    late = sign_ups.owed(tx, now - promised) if is_day(now, sessions.BANGKOK) else []
    if not late:
        return []
    everybody = late[0].since <= now - 2 * promised
    day = f"{now.astimezone(sessions.BANGKOK):%Y%m%d}"
    told = staff.chats_of_staff(tx) if everybody else staff.chats_of_coordinators(tx) or staff.chats_of_staff(tx)
    return [Arrival(f"{APPLICANTS_WAITING}:{chat.person}:{day}", chat.name, APPLICANTS_WAITING, now) for chat in told]


def changes_due(tx: Connection, now: datetime) -> list[Arrival]:
    """Which changes of projects have been left alone for a while, each for the chats of those whom they concern?"""
    return [each for project in changes.ripe(tx, now, MOST_PROJECTS) for each in news_of(tx, project, now)]


def news_of(tx: Connection, project: str, now: datetime) -> list[Arrival]:
    """What has changed in a project, for each person with what concerns them; it is told only once."""
    before, arrivals = changes.take(tx, project), []
    for person, roles in changes.concerned(tx, changes.roles_in(tx, project)).items():
        theirs = {subject: old for subject, old in before.items() if subject in {project, *roles}}
        reachable = chats.of_person(tx, person) if theirs else []
        if reachable:
            facts = {"project": project, "before": theirs}
            key = f"{ROLE_CHANGED}:{person}:{project}:{now.isoformat()}"
            arrivals.append(Arrival(key, reachable[0].name, ROLE_CHANGED, now, facts=facts))
    return arrivals


def news_due(tx: Connection, now: datetime) -> list[Arrival]:
    """Whose news, put off for quiet hours or a digest, is due; each for the chat that reaches its person?"""
    found = announcements.people_due(tx, now, MOST_AT_ONCE)
    chat_of = {person: chats.of_person(tx, person)[0].name for person, _ in found}
    return [Arrival(f"news:{who}:{hourly(since, now)}", chat_of[who], NEWS_DUE, now) for who, since in found]


def room_posts_due(tx: Connection, now: datetime) -> list[Arrival]:
    """Which projects' groups are to be told of a session: that it is near, or not as they were told?"""
    found = room_posts.to_post(tx, now, sessions.BANGKOK, MOST_SESSIONS) if is_day(now, sessions.BANGKOK) else []
    return [room_post(chat, each.id, now) for chat, each in found]


def room_post(chat: str, session: str, now: datetime) -> Arrival:
    """That a group may have to be told of a session, as an event: what, is found out when it is said."""
    key = f"{ROOM_POST_DUE}:{chat}:{session}:{now:%Y%m%d%H%M%S}"
    return Arrival(key, chat, ROOM_POST_DUE, now, facts={"session": session})


def hours_wanted(tx: Connection, now: datetime) -> list[Arrival]:
    """Who is asked after last week's hours in a chat that costs nothing? For the others it waits in the tray."""
    week = week_to_ask_about(now.astimezone(sessions.BANGKOK))
    if week is None or nudges.is_done(tx, week):
        return []
    missing = nudges.wanted(tx, week, MOST_AT_ONCE)
    if len(missing) < MOST_AT_ONCE:
        nudges.note_done(tx, week, now)
    reached = chats.of_people(tx, missing)
    told = {who: chat for who, chat in reached.items() if is_free(chat) and not is_resting(tx, who, now)}
    nudges.note(tx, sorted(told), week, nudges.ASKED, now)
    nudges.note(tx, [each for each in missing if each not in told], week, nudges.TRAY, now)
    return [hours_of(week, who, chat, now) for who, chat in sorted(told.items())]


def is_free(chat: str) -> bool:
    """Whether telling somebody in this chat costs nothing."""
    return chat.partition(":")[0] in FREE_CHANNELS


def hours_of(week: date, person: str, chat: str, now: datetime) -> Arrival:
    """That a person has logged nothing of a week, as an event; once for each week."""
    key = f"{HOURS_WANTED}:{person}:{week:%Y%m%d}"
    return Arrival(key, chat, HOURS_WANTED, now, facts={"week": week.isoformat()})


NETWORK: Final = "network:clock"
"""Where things happen that are nobody's: one after the other, as in any chat."""


def waves_due(tx: Connection, now: datetime) -> list[Arrival]:
    """In which projects may the next people have to be told of roles?"""
    if not searches.is_anything_due(tx, now):
        return []
    searches.end_filled(tx)
    for role in searches.end_closed(tx):
        announcements.drop(tx, role)
    found = searches.projects_due(tx, now, MOST_AT_ONCE)
    return [
        Arrival(f"wave:{project}:{hourly(since, now)}", NETWORK, WAVE_DUE, now, facts={"project": project})
        for project, since in found
    ]


def hourly(since: datetime, now: datetime) -> str:
    """The part of a key that lets what is due since then, and still not done, come back an hour later."""
    return f"{since:%Y%m%d%H%M%S}:{now:%Y%m%d%H}"


SWEEPS: Final = (
    Sweep("reminders", 20, reminders_due),
    Sweep("rooms", 30, room_posts_due),
    Sweep("offers_over", 20, offers_over),
    Sweep("seats_free", 60, offers.fill_all),
    Sweep("places_free", 60, answers.fill_all),
    Sweep("offers_ending", 120, offers_ending),
    Sweep("answers_overdue", 600, answers_overdue),
    Sweep("changes", 30, changes_due),
    Sweep("news", 20, news_due),
    Sweep("waves", 30, waves_due),
    Sweep("hours_nudge", 300, hours_wanted),
    Sweep(chasing.NAME, 600, chasing.hours_waiting),
    Sweep(silence.NAME, 600, silence.alarms_due),
    Sweep("upkeep", 10, upkeep.remove_some),
)
