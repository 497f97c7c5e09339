"""The person puts three dots on the ideas that should be tried first: by tapping, or by numbers such as 1 1 4."""

from __future__ import annotations

from itertools import compress
from typing import Any, Final

from domain.work import Session
from domain.workshop import DOTS, VOTING, in_order_of, numbers_in
from flows import boards
from flows.engine import Ask, Do, End, Flow, Option, Read, Turn, Unclear, Understood
from storage import ideas

PAGE: Final = 9
"""So many ideas are shown at once: with the ways on they fit on LINE's buttons."""
WAYS: Final = ("more", "anew", "enough")
DOT: Final = "●"


def refusal(_turn: Turn, session: Session) -> str | None:
    """Why nobody can vote now: ``not_yet``, or it is ``over``."""
    if session.board == VOTING:
        return None
    return "over" if session.board == "done" else "not_yet"


def find(turn: Turn) -> str | None:
    """Settle in which session; who has used all dots sees where they stand."""
    return boards.find(turn, refusal) or (None if left(turn) else "spent")


def session_options(turn: Turn) -> list[Option]:
    """The sessions that vote now, to choose one."""
    return boards.options(turn, refusal)


# ---------------------------------------------------------------- what is shown


def mine(turn: Turn) -> dict[str, int]:
    """On which ideas the person's dots stand."""
    return dict(ideas.dots_of(turn.tx, boards.session_id(turn), turn.person.id))


def left(turn: Turn) -> int:
    """How many dots the person still has."""
    return DOTS - sum(mine(turn).values())


def listed(turn: Turn) -> dict[str, str]:
    """The ideas in the person's own order, with their words."""
    words = {each.id: each.words for each in ideas.on_board(turn.tx, boards.session_id(turn))}
    return {idea: words[idea] for idea in in_order_of(turn.chat.name, words)}


def page(turn: Turn) -> list[str]:
    """The ideas on the page that the person has turned to."""
    found = list(listed(turn))
    start = turn.answers.get("page", 0) * PAGE
    return found[start : start + PAGE] or found[:PAGE]


def dot_options(turn: Turn) -> list[Option]:
    """The ideas of this page, each with the person's dots on it, and the ways on."""
    words, dots = listed(turn), mine(turn)
    shown = [Option(each, f"{DOT * dots[each]} {words[each]}" if each in dots else words[each]) for each in page(turn)]
    wanted = (len(words) > PAGE, bool(dots), bool(dots))
    return [*shown, *(way(turn, each) for each in compress(WAYS, wanted))]


def way(turn: Turn, value: str) -> Option:
    """One of the ways on."""
    return Option(value, turn.words(f"vote.dot-{value}"), tuple(turn.words(f"vote.dot-{value}.also").split(",")))


def standing(turn: Turn) -> dict[str, Any]:
    """The session, how many ideas there are, where the person's dots stand, and how many are left."""
    words = listed(turn)
    lines = "\n".join(f"{DOT * dots} {words[idea]}" for idea, dots in mine(turn).items() if idea in words)
    pages = -(-len(words) // PAGE)
    where = turn.words("vote.page", page=turn.answers.get("page", 0) % max(1, pages) + 1, pages=pages)
    facts = {"count": len(words), "left": left(turn), "dots": lines or "none"}
    return {**boards.meant(turn), **facts, "page": f"\n{where}" if pages > 1 else ""}


# ---------------------------------------------------------------- putting dots


def read_dots(text: str, turn: Turn) -> Read:
    """The ideas meant by numbers in the order in which they were shown; the same number twice is two dots."""
    shown = [each for each in turn.conversation.offered if each not in WAYS]
    if text in shown:
        return Unclear("gone")
    numbers = numbers_in(text)
    if not numbers or not all(1 <= each <= len(shown) for each in numbers):
        return Unclear(values={"last": len(shown)})
    if len(numbers) > left(turn):
        return Unclear("too_many", values={"left": left(turn)})
    chosen = [shown[each - 1] for each in numbers]
    return Understood(chosen) if set(chosen) <= set(listed(turn)) else Unclear("gone")


def put(turn: Turn) -> str | None:
    """Put the dots, and ask for more if some are left."""
    chosen = turn.answers.pop("dot")
    several = chosen if isinstance(chosen, list) else [chosen]
    refused = ideas.put(turn.tx, boards.session_id(turn), turn.person.id, several)
    if refused in {ideas.GONE, ideas.TOO_MANY}:
        turn.say(turn.words(f"vote.{refused}"))
    return refused or (None if left(turn) else "spent")


def next_page(turn: Turn) -> None:
    """Turn the page; after the last comes the first."""
    turn.answers.pop("dot")
    pages = -(-len(listed(turn)) // PAGE)
    turn.answers["page"] = (turn.answers.get("page", 0) + 1) % max(1, pages)


def take_back(turn: Turn) -> str | None:
    """Take all dots back, to put them anew."""
    for name in ("dot", "spent"):
        turn.answers.pop(name, None)
    return None if ideas.take_back(turn.tx, boards.session_id(turn), turn.person.id) else "over"


def has_ideas(turn: Turn) -> str | None:
    """Whether there is anything to vote on."""
    return None if listed(turn) else "no_ideas"


VOTE = Flow(
    "vote",
    Do("find", find, exits={**boards.NOT_FOUND, "not_yet": "not_yet", "over": "over", "spent": "spent"}),
    Do("look", has_ideas, exits={"no_ideas": "no_ideas"}),
    Ask(
        "dot",
        dot_options,
        read=read_dots,
        values=standing,
        exits={"more": "next_page", "anew": "take_back", "enough": "thanks"},
    ),
    Do(
        "put",
        put,
        exits={"closed": "over", "gone": "look", "too_many": "look", "spent": "spent"},
        final=True,
        then="look",
    ),
    Do("next_page", next_page, final=True, then="look"),
    Do("take_back", take_back, exits={"over": "over"}, final=True, then="look"),
    Ask("spent", ("right", "anew"), values=standing, exits={"anew": "take_back"}),
    End("thanks", values=standing, offers=("my_roles", "menu")),
    Ask("session", session_options, then="find"),
    End("no_ideas", values=boards.meant, offers=("my_roles", "menu")),
    End("not_yet", values=boards.meant, offers=("ideas", "menu")),
    End("over", values=boards.meant, offers=("session_results", "menu")),
    End("none", offers=("my_roles", "menu")),
    End("unknown", offers=("my_roles", "menu")),
    End("not_yours", offers=("my_roles", "menu")),
    End("called_off", offers=("my_roles", "menu")),
)
