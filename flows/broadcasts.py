"""Where a broadcast stands, and what staff can do about it: undo, pause, go on, stop, send to those who were held."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from domain.broadcasts import FALLBACK, Broadcast, Funnel, in_language
from domain.messages import Choice
from flows import broadcast_draft, broadcast_price
from flows.engine import Ask, Audience, Do, End, Flow, Option, Say, Turn
from storage import broadcasts, staff
from texts import dates

MOST_LISTED: Final = 8
LABEL: Final = 30


def look(turn: Turn) -> str | None:
    """Which broadcast is meant, and what is to be done: ``<id>`` or ``<id>.<act>``."""
    about, _, act = str(turn.answers.get("about", "")).partition(".")
    if not about:
        return "which" if broadcasts.latest(turn.tx, 1) else "none"
    turn.answers["about"] = about
    if broadcasts.find(turn.tx, about) is None:
        return "gone"
    turn.answers["did"] = done(turn, about, act)
    return None


def done(turn: Turn, about: str, act: str) -> str:
    """Do what a button says; gives which words tell what came of it (empty: nothing was to be done)."""
    if act not in ACTS:
        return "sure" if act == "stop" else ""
    if not ACTS[act](turn, about):
        return f"not-{act}"
    staff.record(turn.tx, turn.person.id, f"broadcast_{act}", about, turn.now)
    return act


def send_held(turn: Turn, about: str) -> bool:
    """Queue those whom the month did not allow, as far as it does now."""
    broadcast_price.lock(turn)
    return broadcasts.send_held(turn.tx, about, broadcast_price.month(turn).spendable, turn.now) > 0


ACTS: Final[dict[str, Callable[[Turn, str], bool]]] = {
    "undo": lambda turn, about: broadcasts.undo(turn.tx, about, turn.now),
    "pause": lambda turn, about: broadcasts.pause(turn.tx, about),
    "resume": lambda turn, about: broadcasts.resume(turn.tx, about),
    "stopped": lambda turn, about: broadcasts.stop(turn.tx, about, turn.now),
    "held": send_held,
}
"""What a button can do; the last part of its value."""


def listed(turn: Turn) -> list[Option]:
    """The newest broadcasts."""
    return [Option(each.id, in_few_words(turn, each)) for each in broadcasts.latest(turn.tx, MOST_LISTED)]


def in_few_words(turn: Turn, broadcast: Broadcast) -> str:
    """How it begins, and where it stands."""
    return f"{shortened(name_of(turn, broadcast), LABEL)} · {turn.words(f'broadcasts.short-{broadcast.state}')}"


def name_of(turn: Turn, broadcast: Broadcast) -> str:
    """What a broadcast is called: its title, or how its text begins."""
    said = broadcast.contents
    words = in_language(said.title, FALLBACK) or in_language(said.text, FALLBACK)
    return " ".join(words.split()) or turn.words("broadcast.kind-picture")


def shortened(words: str, most: int) -> str:
    """The words, cut where they are too long."""
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"


def this(turn: Turn) -> Broadcast:
    """The broadcast of this conversation."""
    found = broadcasts.find(turn.tx, turn.answers["about"])
    if found is None:
        raise LookupError("the broadcast is gone")
    return found


# ---------------------------------------------------------------- where it stands


def standing(turn: Turn) -> dict[str, Any]:
    """What was done just now, and where the broadcast stands."""
    found = this(turn)
    did = turn.answers.get("did", "")
    head = turn.words(f"broadcasts.did-{did}") + "\n\n" if did else ""
    return {"did": head, "standing": standing_words(turn, found)}


def standing_words(turn: Turn, broadcast: Broadcast) -> str:
    """A broadcast in a few lines: what, to whom, how far, what came of it."""
    funnel = broadcasts.funnel(turn.tx, broadcast, turn.now)
    facts = {
        "name": shortened(name_of(turn, broadcast), LABEL),
        "who": broadcast_draft.audience_words(turn, broadcast.audience),
        "state": turn.words(f"broadcasts.state-{broadcast.state}", when=when(turn, broadcast)),
    }
    return "\n".join([turn.words("broadcasts.head", **facts), *funnel_lines(turn, broadcast, funnel)])


def when(turn: Turn, broadcast: Broadcast) -> str:
    """When it begins, or ended."""
    moment = broadcast.done_at or broadcast.starts_at or broadcast.written_at
    here = dates.local(moment, turn.network.timezone)
    return f"{dates.weekday_and_day(turn.chat.language, here.date())} {dates.clock(turn.chat.language, here)}"


REST: Final = ("held", "tray", "unreachable", "left_out")


def funnel_lines(turn: Turn, broadcast: Broadcast, funnel: Funnel) -> list[str]:
    """One line for each thing that came of it; none for what did not happen."""
    if not funnel.all:
        return []
    lines = [turn.words("broadcasts.sent", sent=funnel.of("sent"), all=funnel.all)]
    lines += [turn.words("broadcasts.waiting", count=funnel.waiting)] if funnel.waiting else []
    lines += [resting_line(turn, funnel)] if funnel.resting_until else []
    lines += [failed_line(turn, funnel)] if funnel.of("failed") else []
    lines += [turn.words(f"broadcasts.rest-{each}", count=funnel.of(each)) for each in REST if funnel.of(each)]
    if broadcast.role:
        lines.append(turn.words("broadcasts.came", tapped=funnel.tapped, signed_up=funnel.signed_up))
    return lines


def resting_line(turn: Turn, funnel: Funnel) -> str:
    """Until when the next of those rest who do not want to be disturbed now."""
    until = dates.local(funnel.resting_until, turn.network.timezone) if funnel.resting_until else None
    return turn.words("broadcasts.resting", until=dates.clock(turn.chat.language, until) if until else "–")


def failed_line(turn: Turn, funnel: Funnel) -> str:
    """How many it could not be sent to, and why."""
    why = ", ".join(f"{reason} ({count})" for reason, count in funnel.why if reason)
    return turn.words("broadcasts.failed", count=funnel.of("failed"), why=why or "–")


# ---------------------------------------------------------------- what can be done


def acts(turn: Turn) -> list[Choice]:
    """The buttons that make sense now."""
    found = this(turn)
    if turn.answers.get("did") == "sure":
        return [act(turn, found, "stopped"), look_closer(turn, found.id)]
    possible = {"planned": ["undo"], "running": ["pause", "stop"], "paused": ["resume", "stop"]}.get(found.state, [])
    funnel = broadcasts.funnel(turn.tx, found, turn.now)
    if found.state == "done":
        possible += ["held"] if funnel.of("held") else []
        possible += ["stop"] if funnel.of("held", "tray") else []
    refresh = [look_closer(turn, found.id)] if found.state in {"planned", "running", "paused"} else []
    return [*refresh, *(act(turn, found, each) for each in possible), turn.button("staff_menu")]


def look_closer(turn: Turn, broadcast: str) -> Choice:
    """A button that shows where a broadcast stands."""
    return Choice(turn.words("broadcasts.act-look"), f"go:broadcasts:{broadcast}")


def act(turn: Turn, broadcast: Broadcast, name: str) -> Choice:
    """A button that does something to a broadcast."""
    return Choice(turn.words(f"broadcasts.act-{name}"), f"go:broadcasts:{broadcast.id}.{name}")


BROADCASTS: Final = Flow(
    "broadcasts",
    Do("look", look, exits={"which": "about", "none": "nothing", "gone": "gone"}, then="progress"),
    Ask("about", listed),
    Say("progress", values=standing, choices=acts),
    End("done", quiet=True),
    End("nothing", offers=("broadcast", "staff_menu")),
    End("gone", offers=("staff_menu",)),
    audience=Audience.STAFF,
)
