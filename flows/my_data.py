"""Shows what we hold about a person; gives a copy, takes back consents, erases: each without asking anybody."""

from __future__ import annotations

import json
from typing import Any, Final

from domain.messages import Choice
from domain.people import NOTICE_VERSION, PURPOSES
from domain.sign_ups import HOLDING
from flows import connections, profile
from flows.engine import NOT_KNOWN, Ask, Audience, Do, End, Flow, Go, Option, Say, Turn
from flows.engine.matching_words import exactly
from storage import hours, letters, people, seats, sign_ups, staff
from texts import dates

WISHES: Final = ("fix", "consents", "connect", "disconnect", "copy", "notice", "erase", "enough")
CONSENT_ANSWERS: Final = {
    "role_news": ("yes", "no"),
    "share_profile": ("yes", "no"),
    "employer": ("none", "total_only", "name_and_hours"),
    "stories": ("yes", "ask_first", "no"),
}
"""What can be answered for each purpose."""
MANY: Final = 2
"""So many chats are more than one."""
PIECE: Final = 3000
"""Characters of a copy in one message."""


# ---------------------------------------------------------------- see


def seen(turn: Turn) -> str | None:
    """Whether there is anybody to show anything about."""
    return None if turn.known else "nobody"


def held(turn: Turn) -> dict[str, Any]:
    """What we hold, in words."""
    person = turn.person
    minutes = sum(entry.minutes for entry in hours.standing(turn.tx, person.id))
    everything = people.everything_about(turn.tx, person.id)
    return {
        "joined": dates.day(turn.chat.language, dates.local(person.joined_at, turn.network.timezone).date()),
        "profile": profile.lines(turn) or turn.words("engine.nothing"),
        "consents": profile.consent_lines(turn),
        "chats": connections.named(turn),
        "roles": roles(turn) or turn.words("engine.nothing"),
        "hours": dates.duration(turn.chat.language, minutes),
        "messages": len(everything.get("inbox", ())),
        "requests": len(everything.get("help_requests", ())),
    }


def roles(turn: Turn) -> str:
    """The roles that the person has or waits for."""
    found = sign_ups.roles_of(turn.tx, turn.person.id, *HOLDING)
    return ", ".join(f"{each.role.title} ({each.project.title})" for each in found)


def wishes(turn: Turn) -> list[Option]:
    """What can be done about it."""
    return [Option(wish, turn.words(f"my_data.wish-{wish}"), also_of(turn, wish)) for wish in possible(turn)]


def possible(turn: Turn) -> list[str]:
    """What makes sense: who has two chats can take one off, who has one may connect another."""
    if not turn.known:
        return ["notice", "erase", "enough"]
    out = {"connect"} if not connections.other(turn) else set()
    out |= {"disconnect"} if len(connections.mine(turn)) < MANY else set()
    return [wish for wish in WISHES if wish not in out]


def also_of(turn: Turn, wish: str) -> tuple[str, ...]:
    """Other words for a wish."""
    return tuple(turn.words(f"my_data.wish-{wish}.also").split(","))


def wish_known(turn: Turn) -> Any:
    """What the person came for, if a button or their own words said it."""
    typed = exactly(str(turn.event.facts.get("text", "")), {wish.value: wish.also for wish in wishes(turn)})
    about = typed or turn.answers.get("about")
    return about if about in {wish.value for wish in wishes(turn)} else NOT_KNOWN


def came_to_look(turn: Turn) -> bool:
    """Whether nothing else than seeing the data was wished for."""
    return wish_known(turn) is NOT_KNOWN


# ---------------------------------------------------------------- a copy


def make_copy(turn: Turn) -> str | None:
    """Make a private link to the copy; without an address of our own, the copy is written into the chat."""
    if not turn.network.public_url:
        for piece in copy_in_pieces(turn):
            turn.say(piece)
        return "in_chat"
    expires = turn.now + people.LINK_LIFE
    token = people.share_link(turn.tx, turn.person.id, "my_data", expires)
    turn.answers["link"] = f"{turn.network.public_url.rstrip('/')}/my-data/{token}"
    return None


def copy_in_pieces(turn: Turn) -> list[str]:
    """The copy as JSON, without the messages that stand in the chat anyway, in pieces that fit into messages."""
    everything = people.everything_about(turn.tx, turn.person.id)
    everything.pop("inbox", None)
    text = json.dumps(everything, ensure_ascii=False, indent=1, default=str)
    return [text[start : start + PIECE] for start in range(0, len(text), PIECE)]


def link(turn: Turn) -> list[Choice]:
    """The button that opens the copy."""
    return [Choice(turn.words("my_data.open"), turn.answers.pop("link"), "link")]


# ---------------------------------------------------------------- consents


def purposes(turn: Turn) -> list[Option]:
    """What consent is asked for."""
    return [Option(each, turn.words(f"words.purpose-{each}")) for each in PURPOSES]


def consents(turn: Turn) -> dict[str, str]:
    """What was agreed to."""
    return {"consents": profile.consent_lines(turn)}


def answers_for_purpose(turn: Turn) -> list[Option]:
    """What can be answered for the chosen purpose."""
    chosen = CONSENT_ANSWERS[turn.answers["purpose"]]
    return [Option(each, turn.words(f"words.consent-{each}"), also_words(turn, each)) for each in chosen]


def also_words(turn: Turn, answer: str) -> tuple[str, ...]:
    """Other words for an answer."""
    key = f"words.consent-{answer}.also"
    return tuple(turn.words(key).split(",")) if turn.has(key) else ()


def purpose(turn: Turn) -> dict[str, str]:
    """What the chosen purpose means."""
    return {"purpose": turn.words(f"my_data.means-{turn.answers['purpose']}")}


def write_consent(turn: Turn) -> None:
    """Note the consent given, limited or taken back."""
    people.consent(turn.tx, turn.person.id, turn.answers["purpose"], turn.answers["agreed"], turn.now)


def consent_written(turn: Turn) -> dict[str, str]:
    """What stands now, and since when."""
    now = dates.local(turn.now, turn.network.timezone)
    language = turn.chat.language
    return {
        "purpose": turn.words(f"words.purpose-{turn.answers['purpose']}"),
        "answer": turn.words(f"words.consent-{turn.answers['agreed']}"),
        "time": f"{dates.day(language, now.date())} {dates.clock(language, now)}",
    }


# ---------------------------------------------------------------- notice, erasure


def notice(turn: Turn) -> dict[str, str]:
    """The whole notice."""
    contact = turn.network.contact or "none"
    return {"notice": turn.words("welcome.whole_notice", version=NOTICE_VERSION, contact=contact)}


def lost_with_it(turn: Turn) -> dict[str, Any]:
    """What is given up by being erased: roles, letters; and in how many chats the messages go."""
    given_up = (roles(turn) if turn.known else "") or "none"
    mine = letters.of_person(turn.tx, turn.chat.person) if turn.chat.person else []
    valid = [each for each in mine if each.state == letters.VALID]
    return {"roles": given_up, "chats": max(1, len(connections.mine(turn))), "letters": len(valid)}


def erase(turn: Turn) -> None:
    """Forget the person with all their chats, or a stranger's chat; seats go to those who wait for them."""
    turn.talk.parked.clear()
    person = turn.chat.person
    if person is None:
        people.forget_chat(turn.tx, turn.chat.name, turn.now, turn.event.id)
    else:
        seats.withdraw_from_all(turn.tx, person, turn.now)
        if turn.is_staff:
            staff.record(turn.tx, person, "staff_left", person, turn.now)
        people.erase(turn.tx, person, turn.now, turn.event.id)
    turn.chat.person, turn.found = None, None
    turn.chat.language_chosen = False


MY_DATA: Final = Flow(
    "my_data",
    Do("seen", seen, exits={"nobody": "nothing_held"}),
    Say("held", values=held, when=came_to_look, then="wish"),
    Say("nothing_held"),
    Ask("wish", wishes, known=wish_known, exits={wish: wish for wish in WISHES if wish != "consents"}),
    Ask("purpose", purposes, values=consents),
    Ask("agreed", answers_for_purpose, values=purpose),
    Do("write_consent", write_consent),
    End("consent_written", values=consent_written, offers=("my_data", "menu")),
    Do("copy", make_copy, exits={"in_chat": "copied"}),
    Say("link", choices=link, then="shared"),
    End("shared", quiet=True),
    End("copied", offers=("my_data", "menu")),
    End("notice", values=notice, offers=("my_data", "menu")),
    Ask("erase", ("really", "keep"), values=lost_with_it, exits={"keep": "kept"}),
    Do("forget", erase, final=True),
    End("erased"),
    End("kept", offers=("my_data", "menu")),
    Go("fix", "about_me"),
    Go("connect", "connect_chat"),
    Go("disconnect", "disconnect_chat"),
    End("enough", offers=("menu",)),
    audience=Audience.ANYONE,
)
