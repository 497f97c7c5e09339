"""How far the search for a role's people is: who was told when, what they answered, what comes next; stop or go on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from itertools import groupby
from typing import Any, Final

from domain.announcing import Plan, Way
from domain.sign_ups import APPLIED, SEATED
from domain.work import OpenRole
from flows import price, showing, telling
from flows.engine import Ask, Audience, Do, End, Flow, Option, Read, Say, Turn, Unclear, Understood
from storage import announcements, projects, searches, sign_ups, staff
from storage.announcements import Notice
from texts import dates

MOST_LISTED: Final = 20
NAMED: Final = 8
"""So many people of a wave are named."""
ANSWERED: Final = {"applied": APPLIED, "seated": SEATED, "not_now": ("not_now",), "never": ("never",)}


# ---------------------------------------------------------------- which role


def look(turn: Turn) -> str | None:
    """Whether a search goes on anywhere."""
    return None if "about" in turn.answers or searches.running(turn.tx, 1) else "none"


def going_on(turn: Turn) -> list[Option]:
    """The roles for which a search goes on, the next wave first."""
    ids = [each.role for each in searches.running(turn.tx, MOST_LISTED)]
    named = projects.titles(turn.tx, ids)
    return [Option(role, " · ".join(named[role])) for role in ids if role in named]


def check(turn: Turn) -> str | None:
    """Whether there is such a role, and people could hear of it."""
    found = projects.find_role(turn.tx, str(turn.answers["about"]))
    return None if found and found.project.state != "draft" else "gone"


def this_role(turn: Turn) -> OpenRole:
    """The role of this conversation."""
    found = projects.find_role(turn.tx, turn.answers["about"])
    if found is None:
        raise LookupError("the role is gone")
    return found


def title(turn: Turn) -> dict[str, str]:
    """What the role and its project are called."""
    found = this_role(turn)
    return {"role": found.role.title, "project": found.project.title}


# ---------------------------------------------------------------- how far it is


def status(turn: Turn) -> dict[str, Any]:
    """The seats, who was told wave by wave, the answers, and what comes next."""
    found, notices = this_role(turn), announcements.of_role(turn.tx, str(turn.answers["about"]))
    return {
        **title(turn),
        "taken": found.taken,
        "seats": found.role.seats,
        "told": "\n".join(wave_line(turn, list(wave)) for _, wave in groupby(notices, key=lambda each: each.wave))
        or turn.words("search.nobody_told"),
        "answers": turn.words("search.answers", **answers(turn, notices)),
        "next": next_words(turn, found),
    }


def wave_line(turn: Turn, wave: Sequence[Notice]) -> str:
    """One wave: when, how many, whom, and who hears later."""
    told = [each for each in wave if each.state == "told"]
    states = Counter(each.state for each in wave)
    names = ", ".join(showing.name_of(turn, each.person).split()[0] for each in told[:NAMED])
    return turn.words(
        "search.wave",
        wave=wave[0].wave,
        when=moment(turn, min(each.at for each in wave)),
        count=len(told),
        names=names,
        more=max(0, len(told) - NAMED),
        planned=states["planned"],
        tray=states["tray"],
    )


def answers(turn: Turn, notices: Sequence[Notice]) -> dict[str, int]:
    """How many have asked for the role, have a seat, said not now, said no, and were told and have not answered."""
    counts = {name: sign_ups.of_role(turn.tx, turn.answers["about"], states) for name, states in ANSWERED.items()}
    spoken = {each.person for found in counts.values() for each in found}
    silent = sum(each.state == "told" and each.person not in spoken for each in notices)
    return {**{name: len(found) for name, found in counts.items()}, "silent": silent}


def next_words(turn: Turn, found: OpenRole) -> str:
    """What comes next, and when."""
    search = searches.find(turn.tx, found.role.id)
    state = search.state if search else "none"
    if state == "running" and not found.is_open:
        state = "paused"
    if state == "running" and not found.seats_left:
        state = "filled"
    if search is None or state != "running":
        return turn.words(f"search.state-{state}")
    values = {"when": moment(turn, search.next_at), "wave": search.wave, "most": search.most_waves}
    last = search.wave >= search.most_waves
    return turn.words("search.state-last" if last else "search.state-running", pushes=search.pushes, **values)


def moment(turn: Turn, when: datetime) -> str:
    """A moment on the network's clock."""
    here = dates.local(when, turn.network.timezone)
    language = turn.chat.language
    return f"{dates.weekday_and_day(language, here.date())} {dates.clock(language, here)}"


def ways_on(turn: Turn) -> list[Option]:
    """Tell the next wave, stop, or leave it: what makes sense now."""
    found, search = this_role(turn), searches.find(turn.tx, turn.answers["about"])
    names = ["next"] if found.is_open and found.seats_left else []
    names += ["stop"] if search and search.state == "running" else []
    return [price.option(turn, name, f"search.what-{name}") for name in (*names, "leave")]


# ---------------------------------------------------------------- the next wave


def plan(turn: Turn) -> Plan:
    """Who would be told now."""
    return telling.plan(turn, telling.suited(turn, [this_role(turn)]))


def anybody(turn: Turn) -> str | None:
    """Whether anybody is left to tell."""
    found = this_role(turn)
    if not found.is_open or not found.seats_left:
        return "closed"
    return None if telling.suited(turn, [found]) else "nobody"


def reach(turn: Turn) -> dict[str, Any]:
    """Whom the next wave reaches, and what it takes."""
    fitting = telling.suited(turn, [this_role(turn)])
    cost = price.words(turn, telling.plan(turn, fitting), telling.forecasts(turn, fitting))
    return {"people": price.role_block(turn, this_role(turn), fitting), "cost": cost}


def ways(turn: Turn) -> list[Option]:
    """Tell them, in one of the ways there are, or leave it."""
    leave = price.option(turn, "leave", "search.what-leave")
    return [*price.ways(turn, plan(turn), "search.way-tell"), leave]


def read_way(text: str, turn: Turn) -> Read:
    """A tap on a button that tells, although its way is not offered any more; or the wish to tell everybody."""
    if text in set(Way):
        return Understood(text)
    return Unclear("over" if price.asks_for(turn, "search.way-tell", text) else "retry")


def tell(turn: Turn) -> str | None:
    """Tell the next wave; it is asked anew if the month does not allow it any more."""
    ready = telling.prepare(turn, [this_role(turn)], turn.answers["way"])
    if ready.is_over:
        del turn.answers["way"]
        return "over"
    found = this_role(turn)
    if not found.is_open or not found.seats_left:
        return "closed"
    turn.answers["result"] = price.result(telling.tell(turn, ready))
    return None


def stop(turn: Turn) -> None:
    """Tell nobody else, not even those who were to hear later."""
    role = this_role(turn).role.id
    searches.end(turn.tx, role, "stopped")
    announcements.drop(turn.tx, role)
    staff.record(turn.tx, turn.person.id, "search_stopped", role, turn.now)


def result(turn: Turn) -> dict[str, Any]:
    """How many were told, where, and how many have to wait."""
    return {**title(turn), **turn.answers["result"]}


SEARCH: Final = Flow(
    "search",
    Do("look", look, exits={"none": "none"}),
    Ask("about", going_on),
    Do("check", check, exits={"gone": "gone"}),
    Ask("what", ways_on, values=status, exits={"leave": "left", "stop": "stop"}),
    Do("anybody", anybody, exits={"closed": "closed", "nobody": "nobody"}),
    Ask("way", ways, read=read_way, values=reach, exits={"leave": "left"}),
    Do("tell", tell, exits={"over": "over", "closed": "closed"}, final=True),
    End("told", values=result, offers=("search", "staff_menu")),
    Do("stop", stop, final=True),
    End("stopped", values=title, offers=("staff_menu",)),
    Say("over", then="way"),
    End("left", offers=("staff_menu",)),
    End("closed", values=title, offers=("staff_menu",)),
    End("nobody", values=title, offers=("staff_menu",)),
    End("gone", offers=("staff_menu",)),
    End("none", offers=("staff_menu",)),
    audience=Audience.STAFF,
)
