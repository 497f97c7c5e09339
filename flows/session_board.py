"""Staff lead a session's board: open it for ideas, let people vote, close it, show what came out, see the feedback."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from domain.workshop import BEFORE, CARDS, DONE, FREELY, OPEN, VOTING
from flows import board_feedback, board_price, board_ranking, boards
from flows.engine import Ask, Audience, Do, End, Flow, Option, Say, Turn
from storage import ideas, sessions, staff, workshops

LEADS_TO: Final[Mapping[str, str]] = {"open": OPEN, "vote": VOTING, "close": DONE, "reopen": OPEN, "revote": VOTING}
"""To which state of the board an act leads."""
ACTS: Final[Mapping[str | None, tuple[str, ...]]] = {
    None: ("open",),
    OPEN: ("vote",),
    VOTING: ("close", "reopen"),
    DONE: ("results", "revote"),
}
"""What can be done with a board in each state."""
ELSEWHERE: Final = {"read": "read_out", "hide": "idea", "results": "results", "feedback": "weigh", "nothing": "left"}
"""Where the acts lead that leave the board as it is."""
WHY_HIDDEN: Final = ("personal", "rude", "off_topic", "twice")
MOST_LINES: Final = 40


# ---------------------------------------------------------------- which, and what can be done


def find(turn: Turn) -> str | None:
    """Settle which session is meant: the one that a button named, or the only one near."""
    if "about" not in turn.answers and "session" not in turn.answers:
        near = session_options(turn)
        if len(near) != 1:
            return "which" if near else "none"
        turn.answers["session"] = near[0].value
    found = sessions.find(turn.tx, boards.session_id(turn))
    if found is None:
        return "unknown"
    return "called_off" if found.state != "planned" else None


def session_options(turn: Turn) -> list[Option]:
    """The workshops near, to choose one."""
    return [Option(each.id, boards.line(turn, each)) for each, _ in workshops.near(turn.tx, turn.now)]


def standing(turn: Turn) -> dict[str, Any]:
    """The session, and what stands on its board, in numbers."""
    session = boards.session(turn)
    board = workshops.count(turn.tx, session.id)
    numbers = {name: getattr(board, name) for name in ("questions", "ideas", "thinkers", "voters", "feedback")}
    over = "yes" if session.ends_at <= turn.now else "no"
    return {**boards.meant(turn), **numbers, "board": session.board or "new", "over": over}


def acts(turn: Turn) -> list[Option]:
    """What makes sense now."""
    session, board = boards.session(turn), workshops.count(turn.tx, boards.session_id(turn))
    possible = {
        "read": board.ideas + board.questions > 0,
        "hide": board.ideas + board.questions > 0,
        "feedback": session.ends_at <= turn.now,
    }
    names = [each for each in ACTS[session.board] if each != "vote" or board.ideas]
    names += [each for each, wanted in possible.items() if wanted]
    return [act(turn, each) for each in [*names, "nothing"]]


def act(turn: Turn, value: str) -> Option:
    """One thing that can be done, with other words for it."""
    also = tuple(turn.words(f"session_board.act-{value}.also").split(","))
    return Option(value, turn.words(f"session_board.act-{value}"), also)


# ---------------------------------------------------------------- on, and back


def tells(turn: Turn) -> bool:
    """Whether people may want to hear of it."""
    return turn.answers["act"] in {"open", "vote"}


def how_facts(turn: Turn) -> dict[str, Any]:
    """What is about to happen, and what telling people would take."""
    return {**boards.meant(turn), **board_price.facts(turn), "act": turn.answers["act"]}


def move(turn: Turn) -> str | None:
    """Take the board on or back, and tell those who are to be told."""
    after, session = LEADS_TO[turn.answers["act"]], boards.session_id(turn)
    if not workshops.move(turn.tx, session, after):
        return "refused"
    staff.record(turn.tx, turn.person.id, f"board_{after}", session, turn.now)
    turn.answers["told"] = board_price.tell(turn, turn.answers.get("how", board_price.ROOM), after)
    return "ended" if after == DONE else None


def moved(turn: Turn) -> dict[str, Any]:
    """Where the board stands now, and how many hear of it."""
    return {**standing(turn), "told": turn.answers["told"]}


# ---------------------------------------------------------------- what stands on it


def read_out(turn: Turn) -> None:
    """Show everything on the board, by what it answers."""
    session = boards.session_id(turn)
    found = [*ideas.asked(turn.tx, session), *ideas.on_board(turn.tx, session)]
    shown = found[:MOST_LINES]
    parts = []
    for question in (BEFORE, *CARDS, FREELY):
        lines = "\n".join(f"• {each.words}" for each in shown if each.question == question)
        if lines:
            parts.append(f"{turn.words(f'session_board.heading-{question}')}\n{lines}")
    if len(found) > MOST_LINES:
        parts.append(turn.words("session_board.rest", count=len(found) - MOST_LINES))
    turn.say("\n\n".join(parts))


def idea_options(turn: Turn) -> list[Option]:
    """What stands on the board, to choose what to hide."""
    session = boards.session_id(turn)
    return [Option(each.id, each.words) for each in [*ideas.on_board(turn.tx, session), *ideas.asked(turn.tx, session)]]


def hide(turn: Turn) -> str | None:
    """Take an idea off the board, and note why."""
    idea, why = str(turn.answers["idea"]), turn.answers["why"]
    if not ideas.hide(turn.tx, boards.session_id(turn), idea):
        return "gone"
    session = boards.session_id(turn)
    staff.record(turn.tx, turn.person.id, "idea_hidden", session, turn.now, {"idea": idea, "why": why})
    return None


def again(turn: Turn) -> None:
    """Ask what to do next."""
    for name in ("act", "how", "idea", "why", "look"):
        turn.answers.pop(name, None)


SESSION_BOARD = Flow(
    "session_board",
    Do("find", find, exits={"which": "session", "none": "none", "unknown": "unknown", "called_off": "called_off"}),
    Ask("act", acts, values=standing, exits=ELSEWHERE),
    Ask("how", board_price.ways, when=tells, values=how_facts),
    Do("move", move, exits={"refused": "refused", "ended": "results"}, final=True),
    Say("moved", values=moved),
    Do("again", again, final=True, then="act"),
    Say("refused", then="again"),
    Do("read_out", read_out, final=True, then="again"),
    Do("results", board_ranking.show, final=True, then="again"),
    Ask("idea", idea_options),
    Ask("why", WHY_HIDDEN),
    Do("hide", hide, exits={"gone": "gone"}, final=True),
    Say("hidden", then="again"),
    Say("gone", then="again"),
    Do("weigh", board_feedback.weigh, exits={"few": "few", "seen": "sheets"}),
    Ask("look", ("now", "wait"), values=board_feedback.so_far, exits={"wait": "again"}),
    Do("open_sheets", board_feedback.open_sheets),
    Do("sheets", board_feedback.say, final=True, then="again"),
    Say("few", values=board_feedback.so_far, then="again"),
    Ask("session", session_options, then="find"),
    End("left", offers=("staff_menu",)),
    End("none", offers=("projects_list", "staff_menu")),
    End("unknown", offers=("staff_menu",)),
    End("called_off", offers=("staff_menu",)),
    audience=Audience.STAFF,
)
