"""The person asks for a work reference: about which role, under which name, and what it will say is read back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from domain.ledger import Check, Grade
from domain.letter_names import Odd, read_name
from domain.messages import Choice
from domain.push_budget import FREE_CHANNELS
from domain.work import OpenRole
from flows import letter_facts, showing
from flows.engine import NOT_KNOWN, Ask, Do, End, Flow, Option, Read, ReadBack, Say, Turn, Unclear, Understood
from flows.letter_facts import Wish
from storage import ledger, letters, staff
from storage.ledger import Wanted
from texts import dates

SAME: Final = "="
"""The name that was chosen last time; nobody's name is so."""
NAMES: Final = ("name_th", "name_en")


# ---------------------------------------------------------------- which role


def look(turn: Turn) -> str | None:
    """Whether there is a role to ask for a letter about; a button may have named it."""
    found = {each.role.id for each in letter_facts.worth_asking(turn)}
    if turn.answers.get("about") in found:
        turn.answers["role"] = turn.answers["about"]
    return None if found else "nothing_yet"


def only_role(turn: Turn) -> Any:
    """The role, if there is no other."""
    found = letter_facts.worth_asking(turn)
    return found[0].role.id if len(found) == 1 else NOT_KNOWN


def roles(turn: Turn) -> list[Option]:
    """The roles that there can be a letter about."""
    return [Option(each.role.id, each.role.title, (each.project.title,)) for each in letter_facts.worth_asking(turn)]


def role(turn: Turn) -> OpenRole:
    """The role that was chosen."""
    return letter_facts.role_of(turn, turn.answers["role"])


def not_yet(turn: Turn) -> dict[str, str]:
    """How much waits to be verified."""
    lines = ledger.lines(turn.tx, Wanted(person=turn.person.id))
    minutes = sum(each.minutes for each in lines if each.grade != Grade.VERIFIED and each.check != Check.REJECTED)
    return {"waiting": dates.duration(turn.chat.language, minutes) if minutes > 0 else "no"}


def pending(turn: Turn) -> str | None:
    """Whether a request for the same waits already."""
    return "asked" if letters.requests_of(turn.tx, turn.person.id, turn.answers["role"]) else None


def the_request(turn: Turn) -> dict[str, str]:
    """What was asked for, and when."""
    [waits, *_] = letters.requests_of(turn.tx, turn.person.id, turn.answers["role"])
    return {"role": role(turn).role.title, "when": showing.moment(turn, waits.asked_at)}


def after_asking(turn: Turn) -> Sequence[Choice]:
    """Take the request back, or see it among the letters."""
    [waits, *_] = letters.requests_of(turn.tx, turn.person.id, turn.answers["role"])
    taken_back = showing.named_button(turn.words("my_letters.withdraw"), f"my_letters:withdraw:{waits.id}")
    return [taken_back, turn.button("my_letters"), turn.button("menu")]


# ---------------------------------------------------------------- hours that do not count yet


def some_wait(turn: Turn) -> bool:
    """Whether hours for this role are not verified, so that the letter would not count them."""
    return letter_facts.work(turn, turn.person.id, turn.answers["role"]).waiting > 0


def hours(turn: Turn) -> dict[str, str]:
    """What counts, and what does not."""
    done = letter_facts.work(turn, turn.person.id, turn.answers["role"])
    counted = dates.duration(turn.chat.language, done.minutes) if done.minutes else "no"
    return {"role": role(turn).role.title, "counted": counted, "waiting": letter_facts.waiting(turn, done)}


# ---------------------------------------------------------------- which name


def last_name(turn: Turn, language: str) -> str:
    """The name that was chosen last time in this language, if there was one."""
    return dict(zip(NAMES, letters.names_before(turn.tx, turn.person.id), strict=True))[f"name_{language}"]


def last_thai(turn: Turn) -> list[Option]:
    """Last time's Thai name, to be taken again."""
    return same(last_name(turn, "th"))


def last_english(turn: Turn) -> list[Option]:
    """Last time's English name, to be taken again."""
    return same(last_name(turn, "en"))


def same(name: str) -> list[Option]:
    """A name as an option, if there is one."""
    return [Option(SAME, name)] if name else []


def read_thai(text: str, _turn: Turn) -> Read:
    """A name in Thai letters."""
    return read(text, "th")


def read_english(text: str, _turn: Turn) -> Read:
    """A name in English letters."""
    return read(text, "en")


def read(text: str, language: str) -> Read:
    """A name, or why it cannot stand in a letter."""
    name = read_name(text, language)
    return Unclear(name.value) if isinstance(name, Odd) else Understood(name)


def name(turn: Turn, language: str) -> str:
    """The name that was chosen; empty if that line is left out."""
    chosen = turn.answers.get(f"name_{language}") or ""
    return last_name(turn, language) if chosen == SAME else str(chosen)


def named(turn: Turn) -> str | None:
    """Whether there is any name; without one, both are asked for again."""
    if name(turn, "th") or name(turn, "en"):
        return None
    for each in NAMES:
        turn.answers.pop(each, None)
    turn.conversation.trail = [each for each in turn.conversation.trail if each not in NAMES]
    return "nameless"


# ---------------------------------------------------------------- what it will say


def praise(turn: Turn) -> str:
    """What the organisation says of the person."""
    return letter_facts.praise(turn, role(turn), turn.person.id)


def wish(turn: Turn) -> Wish:
    """What the letter is to say."""
    quoted = praise(turn) if turn.answers.get("praise") == "keep" else ""
    return Wish(turn.person.id, turn.answers["role"], name(turn, "th"), name(turn, "en"), quoted)


def draft(turn: Turn) -> dict[str, str]:
    """What the letter will say, and whether it replaces another."""
    before = letters.valid_of(turn.tx, turn.person.id, turn.answers["role"])
    return {"says": letter_facts.says(turn, wish(turn)), "replaces": before.code if before else "none"}


def send(turn: Turn) -> None:
    """Write the request down; staff see it in their menu, and at once where telling them costs nothing."""
    asked = wish(turn)
    letters.ask(turn.tx, asked.person, asked.role, (asked.name_th, asked.name_en), asked.praise, turn.now)
    facts = {"name": showing.person_name(turn), "role": role(turn).role.title, "project": role(turn).project.title}
    for chat in staff.chats_of_staff(turn.tx):
        if chat.person != asked.person and chat.channel in FREE_CHANNELS:
            turn.tell(chat, "letters.told_staff", facts, ("letters",))


ASK_LETTER: Final = Flow(
    "ask_letter",
    Do("look", look, exits={"nothing_yet": "nothing_yet"}),
    Ask("role", options=roles, known=only_role, resets=("ask_now", "praise")),
    Do("pending", pending, exits={"asked": "already"}),
    Ask("ask_now", options=("now", "wait"), when=some_wait, values=hours, exits={"wait": "later"}),
    Ask("name_th", options=last_thai, read=read_thai, skippable=True, show=lambda turn, _: name(turn, "th")),
    Ask("name_en", options=last_english, read=read_english, skippable=True, show=lambda turn, _: name(turn, "en")),
    Do("named", named, exits={"nameless": "nameless"}),
    Ask(
        "praise",
        options=("keep", "leave_out"),
        when=lambda turn: bool(praise(turn)),
        values=lambda turn: {"praise": praise(turn), "organisation": role(turn).project.organisation},
    ),
    ReadBack("right", of=("role", *NAMES, "praise"), values=draft),
    Do("send", send, final=True),
    End("sent", values=lambda turn: {"role": role(turn).role.title}, offers=("my_letters", "my_record", "menu")),
    Say("nameless", then="name_th"),
    Say("already", values=the_request, choices=after_asking),
    End("asked", quiet=True),
    End("later", offers=("ask_letter", "my_record", "menu")),
    End("nothing_yet", values=not_yet, offers=("log_hours", "my_record", "menu")),
)
