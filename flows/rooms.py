"""What we say in a project's group: only when spoken to, and nothing about a person but how they like to be called.

There are no buttons there: a tap in a group would be anybody's. No conversation is led there either.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final
from urllib.parse import quote

from domain.messages import Choice
from domain.work import Project
from flows import codes, showing
from flows.engine import Turn
from flows.engine.matching_words import exactly, plain
from storage import answers, chats, projects, rooms, settings, staff, teams
from storage.rooms import Code, Room

CODE: Final = re.compile(r"\d{6}")
PRIVATE: Final = {
    "line": ("line_basic_id", "https://line.me/R/ti/p/{}"),
    "telegram": ("telegram_username", "https://t.me/{}"),
}
"""The fact that holds our name on each channel, and the address of the chat with us alone."""


# ---------------------------------------------------------------- what happens


def opened(turn: Turn) -> None:
    """Say hello: how to link the group to its project, or whose it is already."""
    room, project = here(turn)
    if project is None:
        turn.say(turn.words("rooms.hello", **names(turn)))
    else:
        turn.say(turn.words("rooms.back", project=project.title, reminders=on_or_off(room)))


def closed(turn: Turn, moved_to: str | None) -> None:
    """Note that we are out; a group that only has a new number goes on there as it was."""
    turn.chat.reachable = False
    rooms.leave(turn.tx, turn.chat.name, turn.now)
    if moved_to:
        rooms.move(turn.tx, turn.chat.name, moved_to, turn.now)


def members_changed(turn: Turn, by: int) -> None:
    """Count who came or left."""
    rooms.enter(turn.tx, turn.chat.name, turn.chat.language, turn.now)
    rooms.add_members(turn.tx, turn.chat.name, by)


def spoken(turn: Turn, text: str) -> None:
    """Answer what was said to us: a code, the next session, the team, help, or where to ask the rest."""
    room, project = here(turn)
    if code := code_in(turn, text):
        link(turn, code)
    elif project is None:
        turn.say(turn.words("rooms.not_linked", **names(turn)))
    else:
        asked = exactly(text, spellings(turn)) or ("elsewhere" if text.strip() else "help")
        ANSWERS[asked](turn, room, project)


def here(turn: Turn) -> tuple[Room, Project | None]:
    """The group of the turn and the project whose it is, if that is under way; from here on in the group's language."""
    turn.worth_push = False
    room = rooms.enter(turn.tx, turn.chat.name, turn.chat.language, turn.now)
    turn.chat.language = room.language
    project = projects.find(turn.tx, room.project) if room.project else None
    return room, project if project and project.state != "closed" else None


# ---------------------------------------------------------------- linking


def code_in(turn: Turn, text: str) -> str:
    """The code that the words are, perhaps behind a word for it; empty if they are none."""
    words = plain(text)
    for word in ",".join(turn.network.texts.both("rooms.code_words").values()).split(","):
        words = words.removeprefix(plain(word))
    return words if CODE.fullmatch(words) else ""


def link(turn: Turn, typed: str) -> None:
    """Make the group the project's that the code is for, if it is good and its maker is staff still."""
    code = None if codes.too_many_were_wrong(turn) else rooms.use_code(turn.tx, typed, turn.now)
    project = projects.find(turn.tx, code.project) if code else None
    if code is None or project is None or not can_link(turn, code, project):
        codes.note_wrong(turn)
        turn.say(turn.words("rooms.not_good", **names(turn)))
        return
    room = rooms.link(turn.tx, turn.chat.name, project.id, code.made_by, language_of(turn, code), turn.now)
    turn.chat.language = room.language
    staff.record(turn.tx, code.made_by, "room_linked", project.id, turn.now)
    turn.say(turn.words("rooms.linked", project=project.title, reminders=on_or_off(room), **names(turn)))
    tell_maker(turn, code, project, room)


def can_link(turn: Turn, code: Code, project: Project) -> bool:
    """Whether the project is under way and whoever made the code is staff."""
    return project.state != "closed" and code.made_by is not None and staff.is_staff(turn.tx, code.made_by)


def language_of(turn: Turn, code: Code) -> str:
    """The language of who made the code, which the group is spoken to in."""
    reached = chats.of_person(turn.tx, code.made_by or "")
    return reached[0].language if reached else turn.chat.language


def tell_maker(turn: Turn, code: Code, project: Project, room: Room) -> None:
    """Let whoever made the code know that it was used: if it was not their team, they can undo it."""
    for chat in chats.of_person(turn.tx, code.made_by or "")[:1]:
        facts = {"project": project.title, "channel": room.channel, "reminders": on_or_off(room)}
        turn.tell(chat, "rooms.told_maker", facts, [f"room:{project.id}"])


# ---------------------------------------------------------------- answers


def spellings(turn: Turn) -> dict[str, list[str]]:
    """What people can ask in a group, in either language."""
    both = {each: turn.network.texts.both(f"rooms.{each}_words") for each in ("next", "team", "help")}
    return {each: ",".join(words.values()).split(",") for each, words in both.items()}


def next_session(turn: Turn, _room: Room, project: Project) -> None:
    """Say when and where the team meets next, and how many come."""
    ahead = showing.sessions_ahead(turn, project) if project.state == "published" else []
    if not ahead:
        turn.say(turn.words("rooms.no_session", project=project.title))
        return
    facts = showing.session_facts(turn, ahead[0], project.title)
    turn.say(turn.words("rooms.next", **facts, coming=len(answers.coming(turn.tx, ahead[0].id))))


def team(turn: Turn, _room: Room, project: Project) -> None:
    """Say who is in the team: the roles, and what people like to be called."""
    roles = teams.called(turn.tx, project.id)
    if not roles:
        turn.say(turn.words("rooms.nobody_yet", project=project.title))
        return
    lines = [turn.words("rooms.role", role=title, names=", ".join(first_words(turn, who))) for title, who in roles]
    turn.say(turn.words("rooms.team", project=project.title, roles="\n".join(lines)))


def first_words(turn: Turn, who: list[str | None]) -> list[str]:
    """The first word of what each likes to be called: a family name has no place in a group."""
    return [name.split()[0] if name and name.split() else turn.words("showing.somebody") for name in who]


def help_in_group(turn: Turn, room: Room, project: Project) -> None:
    """Say what we do in a group, and what not."""
    turn.say(turn.words("rooms.help", project=project.title, reminders=on_or_off(room), **names(turn)))


def elsewhere(turn: Turn, _room: Room, _project: Project) -> None:
    """Say in one line that all else is for the chat with us alone."""
    turn.say(turn.words("rooms.elsewhere", **names(turn)), private_chat(turn))


ANSWERS: Final[dict[str, Callable[[Turn, Room, Project], None]]] = {
    "next": next_session,
    "team": team,
    "help": help_in_group,
    "elsewhere": elsewhere,
}


# ---------------------------------------------------------------- words


def names(turn: Turn) -> dict[str, str]:
    """What people write before their words, so that we hear them."""
    known = settings.fact(turn.tx, "telegram_username") if turn.chat.channel == "telegram" else None
    return {"us": f"@{str(known).removeprefix('@')}" if known else "HandUp"}


def on_or_off(room: Room) -> str:
    """Whether sessions are posted there, as the words tell it apart."""
    return "on" if room.reminders else "off"


def private_chat(turn: Turn) -> list[Choice]:
    """The way to the chat with us alone, where our name is known."""
    fact, address = PRIVATE.get(turn.chat.channel, ("", ""))
    known = str((settings.fact(turn.tx, fact) if fact else None) or "")
    name = known if turn.chat.channel == "line" else known.removeprefix("@")
    return [Choice(turn.words("rooms.private_chat"), address.format(quote(name, safe="")), "link")] if name else []
