"""The person's work references: how each stands, a new link to one, ending one, and what was asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from domain.messages import Choice
from flows import letter_facts, letter_news, showing
from flows.engine import Ask, Do, End, Flow, Say, Turn
from storage import letters, projects, staff
from storage.letters import Letter, Request

MOST_CARDS: Final = 8
Card = tuple[Mapping[str, Any], Sequence[Choice]]


def parts(turn: Turn) -> tuple[str, str]:
    """What the button wants, and with what: it comes from a client, so it may be anything."""
    verb, _, which = str(turn.answers.get("about", "")).partition(":")
    return verb, which


def look(turn: Turn) -> str | None:
    """Whether one letter or request is meant, or there are any to show."""
    verb, which = parts(turn)
    if verb in {"send", "end"}:
        found = letter_news.mine(turn, which)
        return verb if found and found.state == letters.VALID else "gone"
    if verb == "withdraw":
        return verb
    return None if mine(turn) or waiting(turn) else "none"


def mine(turn: Turn) -> list[Letter]:
    """The letters that still say something, the newest first."""
    return [each for each in letters.of_person(turn.tx, turn.person.id) if each.content]


def waiting(turn: Turn) -> list[Request]:
    """The requests that staff have not answered."""
    return letters.requests_of(turn.tx, turn.person.id)


def letter(turn: Turn) -> Letter:
    """The letter that the button names."""
    found = letter_news.mine(turn, parts(turn)[1])
    if found is None:
        raise LookupError("the letter is gone in the middle of a turn")
    return found


# ---------------------------------------------------------------- what is shown


def cards(turn: Turn) -> list[Card]:
    """A card for each letter."""
    return [(letter_facts.card(turn, each), buttons(turn, each)) for each in mine(turn)[:MOST_CARDS]]


def buttons(turn: Turn, found: Letter) -> list[Choice]:
    """What can be done with a letter that is good; the others only have their state."""
    if found.state != letters.VALID:
        return []
    named = {"send": "send", "end": "take_back"}
    return [
        showing.named_button(turn.words(f"my_letters.{key}"), f"my_letters:{verb}:{found.id}")
        for verb, key in named.items()
    ]


def request_cards(turn: Turn) -> list[Card]:
    """A card for each request that waits."""
    return [(asked(turn, each), [withdrawing(turn, each)]) for each in waiting(turn)]


def asked(turn: Turn, request: Request) -> dict[str, str]:
    """What was asked for, and when."""
    title, project = projects.titles(turn.tx, [request.role])[request.role]
    return {"role": title, "project": project, "when": showing.moment(turn, request.asked_at)}


def withdrawing(turn: Turn, request: Request) -> Choice:
    """The button that takes a request back."""
    return showing.named_button(turn.words("my_letters.withdraw"), f"my_letters:withdraw:{request.id}")


# ---------------------------------------------------------------- what is done


def hand_over(turn: Turn) -> None:
    """Give the letter once more, by a new link."""
    letter_news.hand_over(turn, letter(turn), "letter_news.again")


def facts(turn: Turn) -> dict[str, Any]:
    """The letter that is meant."""
    return letter_facts.card(turn, letter(turn))


def end(turn: Turn) -> str | None:
    """End the letter, and forget what it said."""
    found = letter_news.mine(turn, parts(turn)[1])
    if found is None or not letters.end(turn.tx, found, turn.now):
        return "gone"
    facts = {"letter": found.id, "code": found.code}
    staff.record(turn.tx, None, "letter_ended", f"{found.role}:{turn.person.id}", turn.now, facts)
    return None


def withdraw(turn: Turn) -> str | None:
    """Take a request back."""
    request = letters.find_request(turn.tx, parts(turn)[1])
    theirs = request is not None and request.person == turn.person.id
    return None if request and theirs and letters.settle(turn.tx, request.id, "taken", turn.now) else "gone"


WAYS: Final = {"send": "hand_over", "end": "sure", "withdraw": "withdraw", "none": "none", "gone": "gone"}

MY_LETTERS: Final = Flow(
    "my_letters",
    Do("look", look, exits=WAYS),
    Say("letter", many=cards),
    Say("request", many=request_cards),
    End("shown", quiet=True),
    Do("hand_over", hand_over, then="shown"),
    Ask("sure", options=("yes", "no"), values=facts, exits={"no": "kept"}),
    Do("end", end, exits={"gone": "gone"}, final=True),
    End("ended", offers=("my_letters", "ask_letter", "menu")),
    Do("withdraw", withdraw, exits={"gone": "gone"}, final=True),
    End("withdrawn", offers=("ask_letter", "menu")),
    End("kept", offers=("my_letters", "menu")),
    End("none", offers=("ask_letter", "my_record", "menu")),
    End("gone", offers=("my_letters", "menu")),
)
