"""News that could wait: mentioned below an answer, which costs nothing, and shown when the person asks for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, Final

from domain.announcing import MOST_CARDS
from domain.broadcasts import messages
from domain.messages import MOST_TOGETHER, Choice, together
from flows import nudging, role_news
from flows.engine import Do, End, Flow, Say, Turn
from storage import announcements, broadcasts, chats, nudges, projects

MENTION_AGAIN: Final = timedelta(days=1)


# ---------------------------------------------------------------- below an answer


def mention(turn: Turn) -> None:
    """Say below an answer that something waits, at most once a day, when nothing else is under way."""
    if not may_mention(turn):
        return
    count = sum(map(len, waiting(turn)))
    announcements.count_tray(turn.tx, [turn.person.id])
    if count:
        chats.note_tray_said(turn.tx, turn.person.id, turn.now)
        say_below(turn, turn.words("tray.mention", count=count), turn.button("tray"))


def may_mention(turn: Turn) -> bool:
    """Whether something waits, was not mentioned today, and the answer has room for it."""
    busy = turn.talk.now is not None or turn.talk.parked
    if not turn.chat.tray or busy or not turn.said or not turn.welcomed:
        return False
    said = turn.chat.tray_said_at
    return (said is None or turn.now - said >= MENTION_AGAIN) and len(together(turn.said)) < MOST_TOGETHER


def say_below(turn: Turn, words: str, button: Choice) -> None:
    """Add words and a button to the last bubble, or below it if it is a card."""
    last = turn.said[-1]
    if last.title or last.lasting:
        turn.say(words, [button])
    else:
        turn.said[-1] = replace(last, body=f"{last.body}\n\n{words}", ways=(*last.ways, button))


# ---------------------------------------------------------------- when they ask for it


def waiting(turn: Turn) -> tuple[list[str], list[str], list[str]]:
    """What waits and is still for this person: what staff wrote, the last week without hours, roles, the best first."""
    person = turn.person.id
    written = [each.id for each in broadcasts.in_tray(turn.tx, person)]
    weeks = [each.isoformat() for each in nudges.in_tray(turn.tx, person, turn.today)[:1]]
    roles = role_news.those_wanted(turn, announcements.in_tray(turn.tx, person))
    return written, weeks, [each.role.id for each in roles]


def look(turn: Turn) -> str | None:
    """Take out of the tray what is shown now."""
    written, weeks, roles = waiting(turn)
    shown = {"written": written[: MOST_CARDS - len(weeks)], "weeks": weeks}
    shown["roles"] = roles[: MOST_CARDS - sum(map(len, shown.values()))]
    left = len(written) + len(weeks) + len(roles) - sum(map(len, shown.values()))
    turn.answers.update(shown, left=left)
    take_out(turn, **shown)
    turn.chat.tray, turn.chat.tray_said_at = left, turn.now
    return None if written or weeks or roles else "nothing"


def take_out(turn: Turn, written: Sequence[str], weeks: Sequence[str], roles: Sequence[str]) -> None:
    """Note that the person sees these now, and that nothing needs to be mentioned today."""
    for each in written:
        broadcasts.read_from_tray(turn.tx, each, turn.person.id, turn.now)
    if weeks:
        nudges.empty_tray(turn.tx, turn.person.id)
    announcements.take_tray(turn.tx, turn.person.id, roles, turn.now)
    announcements.count_tray(turn.tx, [turn.person.id])
    chats.note_tray_said(turn.tx, turn.person.id, turn.now)


def how_many(turn: Turn) -> dict[str, Any]:
    """How many are shown, and how many are left."""
    shown = (turn.answers[name] for name in ("written", "weeks", "roles"))
    return {"count": sum(map(len, shown)), "left": turn.answers["left"]}


def the_rest(turn: Turn) -> list[Choice]:
    """The way to those that are left."""
    return [turn.button("tray")] if turn.answers["left"] else []


def show(turn: Turn) -> None:
    """Show what staff wrote as it was written, the question after hours, and the roles as cards."""
    for written in turn.answers["written"]:
        if found := broadcasts.find(turn.tx, written):
            turn.said += messages(found, turn.chat.language)
    for week in turn.answers["weeks"]:
        nudging.say(turn, date.fromisoformat(week))
    roles = [projects.find_role(turn.tx, role) for role in turn.answers["roles"]]
    role_news.say(turn, [each for each in roles if each])


TRAY: Final = Flow(
    "tray",
    Do("look", look, exits={"nothing": "nothing"}),
    Say("found", values=how_many, choices=the_rest),
    Do("show", show, final=True),
    End("shown", quiet=True),
    End("nothing", offers=("find_role", "menu")),
)
