"""Shows the open roles that suit the person best, three at a time, each as a card that stays good."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any, Final

from domain.messages import Choice
from flows import showing
from flows.engine import Do, End, Flow, Say, Turn
from flows.engine.matching_words import plain
from storage import people, projects, sign_ups, volunteers
from storage.volunteers import NOT_NOW_DAYS

CARDS: Final = 3
LATER: Final = "later"
"""The argument that asks for the roles that the person put off."""


def recognises(text: str, turn: Turn) -> Mapping[str, Any] | None:
    """“More”, typed below the first cards."""
    more = {plain(word) for word in turn.network.texts.both("engine.more").values()}
    return {"about": str(CARDS)} if turn.welcomed and plain(text) in more else None


def look(turn: Turn) -> str | None:
    """Choose the roles to show; else say whether there are at least some that were put off."""
    put_off = sign_ups.put_off(turn.tx, turn.person.id, turn.now - timedelta(days=NOT_NOW_DAYS))
    later = argument(turn).startswith(LATER)
    offered = volunteers.roles_for(turn.tx, turn.person, turn.now)
    roles = [each for each in offered if (each.role.id in put_off) == later]
    if not roles:
        return "only_put_off" if offered and not later else "nothing"
    first = start(turn) if start(turn) < len(roles) else 0
    turn.answers["shown"] = [each.role.id for each in roles[first:][:CARDS]]
    turn.answers["next"] = f"{LATER * later}{first + CARDS}"
    turn.answers["left"] = max(0, len(roles) - first - CARDS)
    turn.answers["which"] = "put_off" if later else "next" if first else "best"
    return None


def skills(turn: Turn) -> dict[str, str | None]:
    """What the person can do."""
    return people.skills_of(turn.tx, turn.person.id)


def start(turn: Turn) -> int:
    """How many of the roles were shown before: the button's argument, if it is a number."""
    number = argument(turn).removeprefix(LATER)
    return int(number) if number.isascii() and number.isdigit() and len(number) < 4 else 0


def argument(turn: Turn) -> str:
    """What the button asked for: ``3`` to begin after three roles, ``later`` or ``later3`` for those put off."""
    return str(turn.answers.get("about", ""))


def cards(turn: Turn) -> list[tuple[Mapping[str, Any], Sequence[Choice]]]:
    """A card for each role, with the three answers to it."""
    roles = [projects.find_role(turn.tx, role) for role in turn.answers["shown"]]
    return [(showing.role_card(turn, each), showing.role_buttons(turn, each.role.id)) for each in roles if each]


def half_filled(turn: Turn) -> bool:
    """Whether we know too little of the person to match well."""
    return not turn.person.slots or not skills(turn)


def more_to_say(turn: Turn) -> bool:
    """Whether anything is left to offer below the cards."""
    return bool(turn.answers["left"]) or half_filled(turn)


def what_is_left(turn: Turn) -> dict[str, Any]:
    """How many roles are left, and whether we know the person well enough."""
    return {"left": turn.answers["left"], "profile": "half" if half_filled(turn) else "full"}


def on_from_here(turn: Turn) -> list[Choice]:
    """The next roles, and telling us more about oneself."""
    more = [Choice(turn.words("engine.more"), f"go:find_role:{turn.answers['next']}")] if turn.answers["left"] else []
    return more + ([turn.button("about_me")] if half_filled(turn) else [])


def see_put_off(turn: Turn) -> list[Choice]:
    """The way to the roles that were put off."""
    return [Choice(turn.words("find_role.see_put_off"), f"go:find_role:{LATER}"), turn.button("menu")]


FIND_ROLE = Flow(
    "find_role",
    Do("look", look, exits={"nothing": "nothing_open", "only_put_off": "only_put_off"}),
    Say("found", values=lambda turn: {"which": turn.answers["which"]}),
    Say("card", many=cards),
    Say("more", when=more_to_say, values=what_is_left, choices=on_from_here),
    End("shown", quiet=True),
    Say("only_put_off", choices=see_put_off, then="shown"),
    End("nothing_open", offers=("about_me", "menu")),
    recognises=recognises,
)
