"""Joins a second chat to a person, on the other platform: a one-time code from one chat, used in the other."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from domain.messages import Choice
from flows import codes, connections, links
from flows.codes import GAP
from flows.engine import Ask, Audience, Do, End, Flow, Read, Say, Turn, Unclear, Understood
from storage import connections as joined
from storage import people, reminders
from storage.chats import Chat

CODE: Final = re.compile(rf"(?:/start\s+)?with{GAP}(?=\S*\d)([0-9a-z]{{8}})", re.IGNORECASE)
REFUSED: Final = {each: each for each in ("same", "one_each", "other_way", "two_records")}
"""Why a good code joins nothing: each reason is the step that says so."""


def recognise(text: str, _turn: Turn) -> Mapping[str, str] | None:
    """A line that is a code of ours: ``with-k3f9m2xw``, ``/start with_k3f9m2xw``."""
    found = CODE.fullmatch(text.strip())
    return {"code": f"with-{found[1].lower()}"} if found else None


def read_code(text: str, turn: Turn) -> Read:
    """A typed code, with or without its first word."""
    found = recognise(text, turn) or recognise(f"with-{text.strip()}", turn)
    return Understood(found["code"] if found else text.strip()) if text.strip() else Unclear()


# ---------------------------------------------------------------- the chat that is known


def look(turn: Turn) -> str | None:
    """Whether a code is to be used or made here, or there is nothing left to connect."""
    if "code" in turn.answers:
        return "code"
    if not turn.known:
        return "stranger"
    if not connections.missing(turn):
        return "both"
    return None if connections.other(turn) else "nowhere"


def make_code(turn: Turn) -> None:
    """Make a code; it stands in the answers only until it is said."""
    turn.answers["made"] = joined.offer(turn.tx, turn.person.id, turn.now)


def offered(turn: Turn) -> dict[str, str]:
    """What is connected, and the code that does it."""
    return {"channel": connections.name(turn, connections.other(turn)), "code": turn.answers["made"]}


def link(turn: Turn) -> list[Choice]:
    """The button that opens the other platform with the code."""
    channel = connections.other(turn)
    address = links.addresses(turn, links.door_of_code(turn.answers.pop("made")))[channel]
    return [Choice(turn.words("connect_chat.open", channel=connections.name(turn, channel)), address, "link")]


# ---------------------------------------------------------------- the chat that is joined


def check(turn: Turn) -> str | None:
    """Whether the code is good, and this chat can be joined by it; too many wrong ones, and none is looked at."""
    if codes.too_many_were_wrong(turn):
        return "enough"
    owner = joined.offered_by(turn.tx, turn.answers["code"], turn.now)
    if owner is None:
        return wrong(turn)
    speak_as_there(turn, joined.of_person(turn.tx, owner))
    return hindrance(turn, owner)


def wrong(turn: Turn) -> str:
    """Count a code that is no good, unless it may have joined this very chat before."""
    if turn.known and len(joined.of_person(turn.tx, turn.person.id)) > 1:
        return "both"
    codes.note_wrong(turn)
    return "wrong"


def speak_as_there(turn: Turn, chats: Sequence[Chat]) -> None:
    """Speak the language of the chat that the code is from, where none was chosen yet."""
    there = next((each for each in chats if each.language_chosen), None)
    if there is not None and not turn.chat.language_chosen:
        turn.chat.language, turn.chat.language_chosen = there.language, True


def hindrance(turn: Turn, owner: str) -> str | None:
    """Why this chat cannot be joined to the owner of the code, if it cannot."""
    if turn.chat.person == owner:
        return "same"
    if any(each.channel == turn.chat.channel for each in joined.of_person(turn.tx, owner)):
        return "one_each"
    if turn.known and not joined.is_bare(turn.tx, turn.person.id):
        return "other_way" if joined.is_bare(turn.tx, owner) else "two_records"
    return None


def whose(turn: Turn) -> dict[str, str]:
    """Whose account it is, so that only its owner knows it: the first letter of the name."""
    owner = joined.offered_by(turn.tx, turn.answers["code"], turn.now)
    who = people.find(turn.tx, owner) if owner else None
    return {"letter": who.name[0] if who and who.name else "none"}


def join(turn: Turn) -> str | None:
    """Join this chat to the owner of the code, once; who had a second record of their own has one from now on."""
    owner = joined.offered_by(turn.tx, turn.answers["code"], turn.now)
    if owner is None:
        return "over"
    joined.lock(turn.tx, owner)
    if (why := hindrance(turn, owner)) is not None:
        return why
    if joined.use(turn.tx, turn.answers["code"], turn.now) is None:
        return "over"
    become(turn, owner)
    tell_the_others(turn)
    return None


def become(turn: Turn, owner: str) -> None:
    """Let this be a chat of the owner's; what the person was asked here as somebody else is asked no more."""
    if turn.known:
        joined.take_over(turn.tx, turn.chat.name, turn.person.id, owner, turn.now)
        turn.talk.parked.clear()
    else:
        joined.join(turn.tx, turn.chat.name, owner)
    reminders.begin_anew_for(turn.tx, owner, turn.now)
    turn.chat.person, turn.found = owner, None
    turn.talk.parked = [each for each in turn.talk.parked if each.flow != "welcome"]


def tell_the_others(turn: Turn) -> None:
    """Let the person's other chats know which one was joined, so that nobody does it behind their back."""
    for chat in joined.of_person(turn.tx, turn.person.id):
        if chat.name != turn.chat.name:
            values = {"channel": connections.name(turn, turn.chat.channel)}
            turn.tell(chat, "connect_chat.told", values, buttons=("disconnect_chat",))


def where(turn: Turn) -> dict[str, Any]:
    """Where the person is reached now."""
    return {"channels": connections.named(turn), "here": connections.name(turn, turn.chat.channel)}


def say_not_good(turn: Turn) -> None:
    """Say that the code is no good; to whom has not chosen a language yet, in each."""
    both = turn.network.texts.both("connect_chat.not_good")
    words = [both[turn.chat.language]] if turn.chat.language_chosen else both.values()
    turn.say("\n\n".join(words), [turn.button("talk_to_person")])


CONNECT_CHAT: Final = Flow(
    "connect_chat",
    Do("look", look, exits={"code": "check", "stranger": "code", "both": "both", "nowhere": "nowhere"}),
    Do("make_code", make_code),
    Say("here_is", values=offered, choices=link),
    End("shown", quiet=True),
    Ask("code", read=read_code),
    Do("check", check, exits={"wrong": "not_good", "enough": "later", "both": "both", **REFUSED}),
    Ask("yours", ("yes", "no"), when=lambda turn: not turn.known, values=whose, exits={"no": "left_alone"}),
    Ask("merge", ("yes", "no"), when=lambda turn: turn.known, values=whose, exits={"no": "left_alone"}),
    Do("join", join, exits={"over": "over", **REFUSED}, final=True),
    End("connected", offers=("menu", "my_data")),
    End("both", values=where, offers=("disconnect_chat", "menu")),
    End("nowhere", offers=("menu",)),
    Do("not_good", say_not_good),
    End("refused", quiet=True),
    End("later", offers=("talk_to_person",)),
    End("over", offers=("talk_to_person",)),
    End("same", offers=("menu",)),
    End("one_each", values=where, offers=("talk_to_person",)),
    End("other_way", offers=("connect_chat",)),
    End("two_records", offers=("talk_to_person",)),
    End("left_alone", offers=("menu",)),
    audience=Audience.ANYONE,
    recognises=recognise,
    unmistakable=True,
)
