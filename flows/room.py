"""Staff's view of a project's group: link it with a code, see who hears there and for what, post sessions or not."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any, Final

from domain.push_budget import FREE_CHANNELS
from domain.work import Project, Session
from flows import showing, subjects, telling
from flows.engine import Ask, Audience, Do, End, Flow, Option, Say, Turn
from storage import projects, room_posts, rooms, settings, staff
from storage.rooms import Room
from texts.dates import local

UNDER_WAY: Final = ("published", "paused", "draft")


def choices(turn: Turn) -> list[Option]:
    """The projects whose groups can be looked at."""
    return subjects.choices(turn, *UNDER_WAY)


def look(turn: Turn) -> str | None:
    """Whether a project was named, or there is one to choose."""
    return None if "about" in turn.answers or choices(turn) else "nothing"


def check(turn: Turn) -> str | None:
    """Whether the project is under way still."""
    found = projects.find(turn.tx, str(turn.answers["about"]))
    return None if found and found.state in UNDER_WAY else "gone"


def project(turn: Turn) -> Project:
    """The project that was chosen."""
    return subjects.chosen(turn).project


def room(turn: Turn) -> Room | None:
    """The project's group, if it has one."""
    return rooms.of_project(turn.tx, project(turn).id)


# ---------------------------------------------------------------- what staff see


def facts(turn: Turn) -> dict[str, Any]:
    """Which group the project has, how many hear there, whether sessions are posted, and what is held back."""
    found = room(turn)
    return {
        "project": project(turn).title,
        "state": "none" if found is None else "left" if found.left_at else "linked",
        "channel": found.channel if found else "none",
        "members": "unknown" if found is None or found.members is None else found.members,
        "reminders": "on" if found and found.reminders else "off",
        "held": held(turn, found),
    }


def held(turn: Turn, found: Room | None) -> str:
    """The sessions that could not be posted, as the month had no room for it, a line each."""
    waiting = room_posts.held(turn.tx, found.chat, turn.now) if found and found.reminders else []
    lines = "".join(f"\n• {showing.session(turn, each)}" for each in waiting)
    return "\n" + turn.words("room.held", sessions=lines) if lines else ""


def acts(turn: Turn) -> list[Option]:
    """What can be done about the group."""
    found = room(turn)
    there = found is not None and found.left_at is None
    switch = ["off" if found and found.reminders else "on"] if there else []
    names = [*switch, "code" if found is None else "other_code", *(["unlink"] if found else []), "nothing"]
    return [Option(each, turn.words(f"room.act-{each}")) for each in names]


def ways_in(turn: Turn) -> dict[str, str]:
    """The code, and how to use it on either platform."""
    code = turn.answers["code"]
    known = str(settings.fact(turn.tx, "telegram_username") or "").removeprefix("@")
    address = f"https://t.me/{known}?startgroup={code}" if known else ""
    facts = {"project": project(turn).title, "code": f"{code[:3]} {code[3:]}"}
    tap = "\n" + turn.words("room.tap", address=address, us=f"@{known}", code=facts["code"]) if address else ""
    return {**facts, "tap": tap}


# ---------------------------------------------------------------- the price


def price(turn: Turn) -> Mapping[str, Any]:
    """What posting costs: everybody in the group, for each session left this month; and what the month has."""
    found, left = room(turn), telling.month(turn).left
    members, count = (found.members or 0) if found else 0, len(left_this_month(turn))
    known = "yes" if telling.is_known(turn) else "no"
    facts = {"project": project(turn).title, "members": members, "sessions": count, "pushes": members * count}
    return {
        **facts,
        "left": "unlimited" if left is None else left,
        "known": known,
        "reserve": telling.month(turn).reserve,
    }


def left_this_month(turn: Turn) -> list[Session]:
    """The sessions that are still to come this month."""
    here = local(turn.now, turn.network.timezone)
    following = (here.replace(day=1) + timedelta(days=32)).replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    return [each for each in showing.sessions_ahead(turn, project(turn)) if each.starts_at < following]


# ---------------------------------------------------------------- doing it


def make_code(turn: Turn) -> None:
    """Make a code that links a group to the project."""
    about = project(turn).id
    turn.answers["code"] = rooms.make_code(turn.tx, about, turn.person.id, turn.now)
    staff.record(turn.tx, turn.person.id, "room_code_made", about, turn.now)


def weigh(turn: Turn) -> str | None:
    """Whether posting has a price, and whether it is known."""
    found = room(turn)
    if found is None or found.left_at:
        return "no_room"
    if found.channel in FREE_CHANNELS:
        return "free"
    return "not_counted" if found.members is None else None


def switch_on(turn: Turn) -> str | None:
    """Post the project's sessions in its group from now on."""
    return switch(turn, reminders=True)


def switch_off(turn: Turn) -> str | None:
    """Post nothing unasked from now on."""
    return switch(turn, reminders=False)


def switch(turn: Turn, *, reminders: bool) -> str | None:
    """Post sessions in the group, or do not; whoever asks is answered all the same."""
    found = room(turn)
    if found is None:
        return "no_room"
    rooms.switch(turn.tx, found.chat, reminders=reminders)
    act, about = "on" if reminders else "off", project(turn).id
    staff.record(turn.tx, turn.person.id, f"room_reminders_{act}", about, turn.now)
    return None


def unlink(turn: Turn) -> str | None:
    """Make the group no project's."""
    found = room(turn)
    if found is None:
        return "no_room"
    rooms.unlink(turn.tx, found.chat)
    staff.record(turn.tx, turn.person.id, "room_unlinked", project(turn).id, turn.now)
    return None


ROOM: Final = Flow(
    "room",
    Do("look", look, exits={"nothing": "nothing"}),
    Ask("about", choices),
    Do("check", check, exits={"gone": "gone"}),
    Ask(
        "act",
        acts,
        values=facts,
        exits={"off": "switch_off", "code": "make", "other_code": "make", "unlink": "sure", "nothing": "left_alone"},
    ),
    Do("weigh", weigh, exits={"no_room": "no_room", "free": "switch_on", "not_counted": "not_counted"}),
    Ask("price", ("yes", "no"), values=price, exits={"no": "left_alone"}),
    Do("switch_on", switch_on, exits={"no_room": "no_room"}, final=True),
    End("on", values=facts, offers=("projects_list", "staff_menu")),
    Do("switch_off", switch_off, exits={"no_room": "no_room"}, final=True),
    End("off", values=facts, offers=("projects_list", "staff_menu")),
    Do("make", make_code, final=True),
    Say("code", values=ways_in),
    End("made", quiet=True),
    Ask("sure", ("yes", "no"), values=facts, exits={"no": "left_alone"}),
    Do("unlink", unlink, exits={"no_room": "no_room"}, final=True),
    End("unlinked", values=facts, offers=("projects_list", "staff_menu")),
    End("no_room", values=facts, offers=("projects_list", "staff_menu")),
    End("not_counted", values=facts, offers=("projects_list", "staff_menu")),
    End("left_alone", offers=("projects_list", "staff_menu")),
    End("gone", offers=("projects_list", "staff_menu")),
    End("nothing", offers=("create_project", "staff_menu")),
    audience=Audience.STAFF,
)
