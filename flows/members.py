"""A project's team: who is trained, at work or done, who leaves, and who is still missing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from domain.messages import Choice
from domain.sign_ups import IN_TEAM
from domain.work import Project
from flows import roster, showing
from flows.engine import Ask, Audience, Do, End, Flow, Option, Read, Say, Turn, Understood
from flows.roster import Seat
from storage import projects, sign_ups, teams
from storage.sign_ups import SignUp

VERBS: Final = ("train", "activate", "complete", "release")
NEXT: Final = {"accepted": "train", "trained": "activate", "active": "complete"}
ALL: Final = {f"all_{verb}": (state, verb) for state, verb in NEXT.items()}
"""What can be done with everybody who stands so."""


def look(turn: Turn) -> str | None:
    """Whether a project is named, or there are teams to choose from."""
    return None if "about" in turn.answers or with_teams(turn) else "none"


def with_teams(turn: Turn) -> list[Option]:
    """The projects under way that somebody belongs to."""
    found = [each for each in projects.published(turn.tx) if sign_ups.team_of(turn.tx, each.id)]
    return [Option(each.id, each.title) for each in found]


def check(turn: Turn) -> str | None:
    """Whether there is such a project with a team; remembers their order, so that numbers hold."""
    found = projects.find(turn.tx, str(turn.answers["about"]))
    if found is None:
        return "gone"
    turn.answers["listed"] = [[each.role, each.person] for each in members(turn, found.id)]
    return None if turn.answers["listed"] else "nobody"


def project(turn: Turn) -> Project:
    """The project of this conversation."""
    found = projects.find(turn.tx, str(turn.answers["about"]))
    if found is None:
        raise LookupError("the project is gone")
    return found


def members(turn: Turn, of: str) -> list[SignUp]:
    """The team, role by role."""
    held = projects.roles_of(turn.tx, of)
    return [each for role in held for each in sign_ups.of_role(turn.tx, role.id, IN_TEAM)]


def cards(turn: Turn) -> Sequence[tuple[Mapping[str, Any], Sequence[Choice]]]:
    """A card for each member, with what comes next."""
    listed = enumerate(roster.seats_in(turn.answers["listed"]), 1)
    return [card(turn, number, seat) for number, seat in listed]


def card(turn: Turn, number: int, seat: Seat) -> tuple[Mapping[str, Any], Sequence[Choice]]:
    """One member."""
    role, person = seat
    mine = sign_ups.standing(turn.tx, role, person)
    state = mine.state if mine else "withdrawn"
    facts = {
        "number": number,
        "name": showing.name_of(turn, person),
        "role": projects.titles(turn.tx, [role])[role][0],
        "state": roster.state_words(turn, state),
        "since": showing.moment(turn, mine.changed_at if mine else turn.now),
    }
    return facts, roster.buttons(turn, state, role, person, VERBS)


def missing(turn: Turn) -> dict[str, str]:
    """The project, and which roles lack people."""
    gaps = [
        turn.words("team_news.gap", role=gap.role.title, has=gap.has, least=gap.role.least)
        for gap in teams.gaps(turn.tx, project(turn).id)
    ]
    return {"project": project(turn).title, "gaps": "".join(f"\n{gap}" for gap in gaps) or turn.words("members.whole")}


def acts(turn: Turn) -> list[Option]:
    """What can be done with everybody at once, or nothing more."""
    standing_so = [each.state for each in members(turn, project(turn).id)]
    counts = {name: standing_so.count(state) for name, (state, _) in ALL.items()}
    return [option(turn, name, count) for name, count in {**counts, "done": 1}.items() if count]


def option(turn: Turn, name: str, count: int) -> Option:
    """One of the ways, with the other words for it, in either language."""
    both = turn.network.texts.both(f"members.act-{name}.also").values()
    return Option(name, turn.words(f"members.act-{name}", count=count), tuple(",".join(both).split(",")))


def read_act(text: str, turn: Turn) -> Read:
    """Something to do with some of the team, by their numbers."""
    if text in {*ALL, "done"}:
        return Understood(text)
    return roster.read_several(text, turn, VERBS[:3], roster.seats_in(turn.answers["listed"]))


def apply(turn: Turn) -> None:
    """Do it with everybody who is meant, and remember what came of it."""
    act = turn.answers.pop("act")
    if isinstance(act, str):
        state, verb = ALL[act]
        meant = [(each.role, each.person) for each in members(turn, project(turn).id) if each.state == state]
    else:
        verb, meant = act["verb"], roster.seats_in(act["people"])
    turn.answers["result"] = roster.result(turn, verb, roster.take(turn, verb, meant))


def result(turn: Turn) -> dict[str, str]:
    """What came of it."""
    return {"result": turn.answers.pop("result")}


MEMBERS: Final = Flow(
    "members",
    Do("look", look, exits={"none": "none"}),
    Ask("about", options=with_teams),
    Do("check", check, exits={"gone": "gone", "nobody": "nobody"}),
    Say("card", many=cards),
    Ask("act", options=acts, read=read_act, values=missing, exits={"done": "done"}),
    Do("apply", apply, final=True),
    Say("result", values=result),
    Do("again", check, exits={"gone": "gone", "nobody": "nobody"}, then="act"),
    End("done", offers=("members", "staff_menu")),
    End("nobody", values=missing, offers=("applicants", "staff_menu")),
    End("gone", offers=("members", "staff_menu")),
    End("none", offers=("applicants", "staff_menu")),
    audience=Audience.STAFF,
)
