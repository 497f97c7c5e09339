"""Who has not said whether they come to a session: staff see it, ask them once more, and answer on their behalf."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any, Final

from domain.announcing import rests
from domain.events import ANSWER_WANTED
from domain.push_budget import FREE_CHANNELS
from domain.work import Session
from flows import showing, telling
from flows.engine import Ask, Audience, Do, End, Flow, Option, Read, Turn, Unclear, Understood
from storage import answers, audit, chats, invitations, notices, people, projects, sessions, staff
from texts.dates import local

MOST_SESSIONS: Final = 30

# ---------------------------------------------------------------- which session


def look(turn: Turn) -> str | None:
    """Whether any session is ahead."""
    return None if "about" in turn.answers or ahead(turn) else "none"


def ahead(turn: Turn) -> list[Option]:
    """The sessions that come next, to choose one."""
    found = sessions.ahead(turn.tx, turn.now, MOST_SESSIONS)
    return [Option(each.id, f"{showing.session_time(turn, each)} · {title}") for each, title in found]


def check(turn: Turn) -> str | None:
    """Whether people can still answer this session."""
    found = sessions.find(turn.tx, str(turn.answers["about"]))
    if found is None:
        return "gone"
    return None if found.state == "planned" and found.starts_at > turn.now else "over"


def session(turn: Turn) -> Session:
    """The session, where an earlier step has made sure of it."""
    found = sessions.find(turn.tx, str(turn.answers["about"]))
    if found is None:
        raise LookupError("the session is gone")
    return found


def facts(turn: Turn) -> dict[str, Any]:
    """The session in words."""
    found = session(turn)
    project = projects.find(turn.tx, found.project)
    return showing.session_facts(turn, found, project.title if project else "")


# ---------------------------------------------------------------- who, and what asking them takes


def who(turn: Turn) -> dict[str, Any]:
    """How it is answered, who is silent or may come, and what asking them once more takes."""
    count = answers.count(turn.tx, session(turn))
    numbers = {"yes": count.yes, "no": count.no, "maybe": count.maybe, "waiting": count.waiting}
    everybody = answers.silent(turn.tx, session(turn))
    unsure = set(answers.who(turn.tx, session(turn).id, "maybe"))
    groups = {"silent": [each for each in everybody if each not in unsure], "unsure": unsure & set(everybody)}
    lines = [line(turn, name, group) for name, group in groups.items() if group]
    return {**facts(turn), **numbers, "people": "\n".join(lines) or turn.words("silent.nobody"), "price": price(turn)}


def line(turn: Turn, group: str, people: Iterable[str]) -> str:
    """The names of some people, and what they have in common."""
    names = sorted(showing.name_of(turn, each) for each in people)
    return turn.words(f"silent.{group}", names=", ".join(names), count=len(names))


def price(turn: Turn) -> str:
    """What asking them takes, or why they cannot be asked (again today)."""
    if (asked := asked_today(turn)) is not None:
        return "\n" + turn.words("silent.asked_today", time=showing.moment(turn, asked))
    by_channel, left = reach(turn), telling.month(turn).left
    everybody = sum(map(len, by_channel.values()))
    if not everybody:
        return "\n" + turn.words("silent.out_of_reach") if answers.silent(turn.tx, session(turn)) else ""
    paid = everybody - sum(len(by_channel[each]) for each in by_channel if each in FREE_CHANNELS)
    told = {"free": everybody - paid, "paid": paid, "left": "unlimited" if left is None else left}
    return "\n" + turn.words("silent.price", **told, fits="yes" if left is None or paid <= left else "no")


def reach(turn: Turn) -> dict[str, list[str]]:
    """Who of the silent can be asked now, by channel; who rests at this hour is left in peace."""
    clock = f"{local(turn.now, turn.network.timezone):%H:%M}"
    found: dict[str, list[str]] = {}
    for person in answers.silent(turn.tx, session(turn)):
        there, who = chats.of_person(turn.tx, person), people.find(turn.tx, person)
        if there and who and not rests(who, clock):
            found.setdefault(there[0].channel, []).append(person)
    return found


def askable(turn: Turn) -> list[str]:
    """Whom the month allows to ask: all of them, or those for whom it is free."""
    by_channel, left = reach(turn), telling.month(turn).left
    free = [each for channel in by_channel if channel in FREE_CHANNELS for each in by_channel[channel]]
    paid = [each for channel in by_channel if channel not in FREE_CHANNELS for each in by_channel[channel]]
    return [*free, *paid] if left is None or len(paid) <= left else free


def asked_today(turn: Turn) -> datetime | None:
    """When they were asked today, if they were."""
    at = audit.last(turn.tx, "session_asked", session(turn).id)
    return at if at and local(at, turn.network.timezone).date() == turn.today else None


# ---------------------------------------------------------------- asking once more


def acts(turn: Turn) -> list[Option]:
    """Ask them, answer for somebody, or leave it."""
    count = 0 if asked_today(turn) else len(askable(turn))
    possible = {"ask": count, "answer": len(invitations.invited(turn.tx, session(turn))), "enough": 1}
    return [act(turn, name, number) for name, number in possible.items() if number]


def read_act(text: str, _turn: Turn) -> Read:
    """A button that made sense when it was shown is still understood: then it is said why nothing comes of it."""
    return Understood(text) if text == "ask" else Unclear()


def act(turn: Turn, name: str, count: int) -> Option:
    """One of them, with the other words for it in either language."""
    both = turn.network.texts.both(f"silent.act-{name}.also").values()
    return Option(name, turn.words(f"silent.act-{name}", count=count), tuple(",".join(both).split(",")))


def ask(turn: Turn) -> str | None:
    """Let each of them be asked, once a day at most."""
    telling.lock(turn)
    if check(turn) or asked_today(turn):
        return "too_late"
    asked, id_ = askable(turn), session(turn).id
    told = notices.tell_all(turn.tx, asked, ANSWER_WANTED, f"{id_}:{turn.today}", turn.now, session=id_)
    staff.record(turn.tx, turn.person.id, "session_asked", id_, turn.now, {"count": told})
    turn.answers["told"] = told
    return None


def asked(turn: Turn) -> dict[str, int]:
    """How many are asked."""
    return {"count": int(turn.answers["told"])}


# ---------------------------------------------------------------- answering for somebody


def invited(turn: Turn) -> list[Option]:
    """Everybody who is invited, by name; who has not answered first."""
    silent = set(answers.silent(turn.tx, session(turn)))
    found = {each: showing.name_of(turn, each) for each in invitations.invited(turn.tx, session(turn))}
    return [Option(each, found[each]) for each in sorted(found, key=lambda one: (one not in silent, found[one], one))]


def whom(turn: Turn) -> dict[str, Any]:
    """Whose answer it is, and what they said so far."""
    person = str(turn.answers["person"])
    return {"name": showing.name_of(turn, person), "said": answers.of(turn.tx, session(turn).id, person) or "open"}


def give(turn: Turn) -> str | None:
    """Write down what somebody said elsewhere."""
    person = str(turn.answers["person"])
    if check(turn) or not invitations.is_invited(turn.tx, session(turn), person):
        return "over"
    stands = answers.give(turn.tx, session(turn).id, person, str(turn.answers["says"]), turn.now)
    staff.record(turn.tx, turn.person.id, f"session_answered_{stands}", f"{session(turn).id}:{person}", turn.now)
    return None


SILENT: Final = Flow(
    "silent",
    Do("look", look, exits={"none": "none"}),
    Ask("about", options=ahead),
    Do("check", check, exits={"gone": "gone", "over": "over"}),
    Ask("act", options=acts, read=read_act, values=who, exits={"answer": "person", "enough": "enough"}),
    Do("ask", ask, exits={"too_late": "too_late"}, final=True),
    End("asked", values=asked, offers=("silent", "staff_menu")),
    Ask("person", options=invited),
    Ask("says", options=("yes", "no", "maybe"), values=whom),
    Do("give", give, exits={"over": "over"}, final=True),
    End("given", values=whom, offers=("silent", "staff_menu")),
    End("enough", offers=("silent", "staff_menu")),
    End("too_late", offers=("silent", "staff_menu")),
    End("over", offers=("silent", "staff_menu")),
    End("gone", offers=("silent", "staff_menu")),
    End("none", offers=("staff_menu",)),
    audience=Audience.STAFF,
)
