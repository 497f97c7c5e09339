"""Tells a project's group of a session unasked, as it stands at this moment: that it is near, moved, or called off."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from domain.daytime import is_day
from domain.push_budget import FREE_CHANNELS
from domain.room_posts import CANCELLED, HELD, MOVED, NEAR, good_until, is_near
from domain.work import Project, Session
from flows import showing, telling
from flows.engine import Turn
from storage import answers, projects, reminders, room_posts, rooms, sessions
from storage.rooms import Room
from texts.dates import zone


def post(turn: Turn, about: str) -> None:
    """Say what the group is to hear of this session now, if anything, and if the month has room for all who hear it."""
    room, session = rooms.find(turn.tx, turn.chat.name), sessions.find(turn.tx, about)
    project = projects.find(turn.tx, session.project) if session else None
    if room is None or session is None or project is None or not may_post(turn, room, project):
        return
    there, usual = zone(turn.network.timezone), reminders.usual(turn.tx)
    what = room_posts.what_is_due(turn.tx, room.chat, session, usual, turn.now, there)
    if what is None:
        return
    if not affords(turn, room):
        room_posts.note(turn.tx, room.chat, session, HELD, turn.now)
        return
    say(turn, room, project, session, what)


def may_post(turn: Turn, room: Room, project: Project) -> bool:
    """Whether the group is this project's still, and wants to be told; at night nobody does."""
    wanted = room.reminders and room.left_at is None and room.project == project.id and project.state == "published"
    return wanted and is_day(turn.now, zone(turn.network.timezone))


def affords(turn: Turn, room: Room) -> bool:
    """Whether the month has room for everybody in the group, beyond what is kept back; nobody else spends meanwhile."""
    if room.channel in FREE_CHANNELS:
        return True
    if room.members is None:
        return False
    telling.lock(turn)
    month = telling.month(turn)
    # This very event is counted among what is on its way.
    spendable = replace(month, waiting=max(0, month.waiting - room.members)).spendable
    return spendable is None or room.members <= spendable


def say(turn: Turn, room: Room, project: Project, session: Session, what: str) -> None:
    """Say it, once, to everybody in the group; it is taken back or not sent if it is no longer true."""
    told = room_posts.last_told(turn.tx, room.chat, session.id)
    turn.chat.language = room.language
    turn.people = room.members or 1
    turn.good_until = good_until(session, told, what)
    shown = as_told(session, told.starts_at) if told and what == CANCELLED else session
    facts = showing.session_facts(turn, shown, project.title)
    coming = len(answers.coming(turn.tx, session.id))
    turn.say(turn.words(f"room_posts.{what}", **facts, coming=coming))
    note(turn, session, what)


def as_told(session: Session, starts_at: datetime) -> Session:
    """The session at the time that the group was told."""
    return replace(session, starts_at=starts_at, ends_at=starts_at + (session.ends_at - session.starts_at))


def note(turn: Turn, session: Session, what: str) -> None:
    """Note what was said; a session that moved to a near time need not be told of once more as near."""
    usual, there = reminders.usual(turn.tx), zone(turn.network.timezone)
    room_posts.note(turn.tx, turn.chat.name, session, what, turn.now, turn.event.id)
    if what == MOVED and is_near(session, usual, turn.now, there):
        room_posts.note(turn.tx, turn.chat.name, session, NEAR, turn.now, turn.event.id)
    room_posts.release(turn.tx, turn.chat.name, session.id)
