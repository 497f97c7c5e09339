"""Staff ask for a team: the best of those who asked, with reasons; it can be changed, and is offered at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from domain.messages import Choice
from domain.team import Proposal
from domain.work import Project
from flows import proposing, roster, showing
from flows.engine import Ask, Audience, Do, End, Flow, Option, Read, Say, Turn, Understood
from flows.roster import Seat
from storage import people, projects, sign_ups

WAYS: Final = ("send", "swap", "remove", "leave")
CHANGES: Final = ("swap", "remove")


# ---------------------------------------------------------------- which project


def look(turn: Turn) -> str | None:
    """Whether a project is named, or there are some with applicants."""
    return None if "about" in turn.answers or with_applicants(turn) else "nobody"


def with_applicants(turn: Turn) -> list[Option]:
    """The projects whose roles somebody asked for."""
    found = {each.project: each.project_title for each in sign_ups.asked_for(turn.tx)}
    return [Option(project, title) for project, title in found.items()]


def project(turn: Turn) -> Project:
    """The project of this conversation."""
    found = projects.find(turn.tx, str(turn.answers["about"]))
    if found is None:
        raise LookupError("the project is gone")
    return found


def begin(turn: Turn) -> str | None:
    """Propose a team; remember it, so that it can be changed."""
    if projects.find(turn.tx, str(turn.answers["about"])) is None:
        return "gone"
    turn.answers["unwanted"] = []
    keep(turn, [])
    return None if picks(turn) else "no_team"


def keep(turn: Turn, kept: list[Seat]) -> None:
    """Remember who is proposed: those who are kept, and the best for the seats that are left."""
    found = proposing.around(proposing.gather(turn, project(turn).id), kept, unwanted(turn))
    turn.answers["picks"] = [list(each) for each in kept] + [[each.role, each.person] for each in found.picks]


def picks(turn: Turn) -> list[Seat]:
    """Who is proposed for which role."""
    return roster.seats_in(turn.answers["picks"])


def unwanted(turn: Turn) -> list[Seat]:
    """Whom staff do not want in which role."""
    return roster.seats_in(turn.answers["unwanted"])


# ---------------------------------------------------------------- what is shown


def cards(turn: Turn) -> Sequence[tuple[Mapping[str, Any], Sequence[Choice]]]:
    """A card for each who is proposed: the role, and why."""
    return [(card(turn, number, *seat), ()) for number, seat in enumerate(picks(turn), 1)]


def card(turn: Turn, number: int, role: str, person: str) -> dict[str, Any]:
    """One who is proposed."""
    found, who = projects.find_role(turn.tx, role), people.find(turn.tx, person)
    mine = sign_ups.standing(turn.tx, role, person)
    if found is None or who is None:
        return {"number": number, "name": turn.words("showing.somebody"), "role": "", "reasons": "", "standing": ""}
    reasons = showing.reasons(turn, showing.suits_person(turn, who, found))
    return {
        "number": number,
        "name": who.name or turn.words("showing.somebody"),
        "role": turn.words("team.leads", role=found.role.title) if found.role.lead else found.role.title,
        "reasons": reasons or turn.words("applicants.no_reasons"),
        "standing": roster.state_words(turn, mine.state if mine else None),
    }


def summary(turn: Turn) -> dict[str, Any]:
    """How many are proposed, and what is missing."""
    gathered = proposing.gather(turn, project(turn).id)
    whole = proposing.around(gathered, picks(turn), [(each.role, each.person) for each in gathered.applicants])
    lines = [*missing(turn, whole), *left_out(turn, gathered.left_out)]
    return {"project": project(turn).title, "count": len(picks(turn)), "missing": "\n".join(lines)}


def missing(turn: Turn, found: Proposal) -> list[str]:
    """What the team would lack, a line each."""
    titles = {role.id: role.title for role in projects.roles_of(turn.tx, project(turn).id)}
    lines = [turn.words("team.empty", role=titles[role], count=count) for role, count in found.empty.items()]
    lines += [turn.words("team.no_lead", role=titles[role]) for role in found.no_lead]
    if found.uncovered:
        lines.append(turn.words("team.uncovered", skills=showing.skills(turn, found.uncovered)))
    if found.crowded:
        lines.append(turn.words("team.crowded"))
    return lines or [turn.words("team.whole")]


def left_out(turn: Turn, lines: Sequence[str]) -> list[str]:
    """Who could not be considered, and why."""
    return [turn.words("team.left_out", names="\n".join(f"• {line}" for line in lines))] if lines else []


# ---------------------------------------------------------------- changing it


def ways(turn: Turn) -> list[Option]:
    """Offer, change or leave it."""
    return [option(turn, name) for name in WAYS]


def option(turn: Turn, name: str) -> Option:
    """One of the ways, with the other words for it."""
    both = turn.network.texts.both(f"team.way-{name}.also").values()
    return Option(name, turn.words(f"team.way-{name}", count=len(picks(turn))), tuple(",".join(both).split(",")))


def read_way(text: str, turn: Turn) -> Read:
    """Somebody of the list to be replaced or left out, by their numbers: ``เปลี่ยน 2``."""
    return Understood(text) if text in WAYS else roster.read_several(text, turn, CHANGES, picks(turn))


def is_open_who(turn: Turn) -> bool:
    """Whether somebody is to be replaced or left out, and it was not said who."""
    return turn.answers["way"] in CHANGES


def who(turn: Turn) -> list[Option]:
    """Who is proposed, to choose one."""
    named = [(f"{role}.{person}", showing.name_of(turn, person)) for role, person in picks(turn)]
    return [Option(value, f"{number}. {name}", (name,)) for number, (value, name) in enumerate(named, 1)]


def change(turn: Turn) -> str | None:
    """Replace them by the next best, or leave their seats free; whether anybody is left."""
    way, chosen = turn.answers.pop("way"), turn.answers.pop("who", None)
    verb, meant = (way, [tuple(chosen.split("."))]) if chosen else (way["verb"], roster.seats_in(way["people"]))
    kept = [seat for seat in picks(turn) if seat not in meant]
    turn.answers["unwanted"] += [list(seat) for seat in meant]
    if verb == "swap":
        keep(turn, kept)
    else:
        turn.answers["picks"] = [list(seat) for seat in kept]
    return None if picks(turn) else "no_team"


# ---------------------------------------------------------------- offering it


def before(turn: Turn) -> dict[str, Any]:
    """To whom a seat is going to be offered, and what it costs."""
    names = ", ".join(showing.name_of(turn, person) for _, person in picks(turn))
    return {"count": len(picks(turn)), "names": names, "price": roster.price(turn, picks(turn))}


def send(turn: Turn) -> None:
    """Offer everybody their seat, and remember what came of it."""
    turn.answers["result"] = roster.result(turn, "offer", roster.take(turn, "offer", picks(turn)))


def result(turn: Turn) -> dict[str, str]:
    """What came of it."""
    return {"result": turn.answers["result"]}


def forget_way(turn: Turn) -> None:
    """Choose again what to do."""
    for name in ("way", "sure"):
        turn.answers.pop(name, None)


TEAM: Final = Flow(
    "team",
    Do("look", look, exits={"nobody": "nobody"}),
    Ask("about", options=with_applicants),
    Do("begin", begin, exits={"gone": "gone", "no_team": "no_team"}),
    Say("pick", many=cards),
    Ask("way", options=ways, read=read_way, values=summary, exits={"send": "sure", "leave": "left"}),
    Ask("who", options=who, when=is_open_who),
    Do("change", change, exits={"no_team": "no_team"}, then="pick"),
    Ask("sure", options=("yes", "no"), values=before, exits={"no": "forget_way"}),
    Do("send", send, final=True),
    End("sent", values=result, offers=("members", "applicants", "staff_menu")),
    Do("forget_way", forget_way, then="way"),
    End("left", offers=("applicants", "staff_menu")),
    End("no_team", offers=("applicants", "staff_menu")),
    End("nobody", offers=("staff_menu",)),
    End("gone", offers=("team", "staff_menu")),
    audience=Audience.STAFF,
)
