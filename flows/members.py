"""A project's team: who is trained, at work or done, who leaves, and who is still missing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from domain.messages import Choice
from domain.sign_ups import IN_TEAM
from domain.work import Project
from flows import roster, showing
from flows.engine import Ask, Audience, Do, End, Flow, Option, Read, Say, Turn, Unclear, Understood
from flows.few_words import few_words
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
        "training": f"\n{roster.training_words(turn, role, person)}" if state == "accepted" else "",
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


def meant(turn: Turn) -> tuple[str, list[Seat]]:
    """What is to be done with whom."""
    act = turn.answers["act"]
    if not isinstance(act, str):
        return act["verb"], roster.seats_in(act["people"])
    state, verb = ALL[act]
    return verb, [(each.role, each.person) for each in members(turn, project(turn).id) if each.state == state]


def without_training(turn: Turn) -> list[Seat]:
    """Who is to begin without having attended the training."""
    verb, people = meant(turn)
    return roster.untrained(turn, people) if verb == "train" else []


def untrained(turn: Turn) -> dict[str, Any]:
    """Who has not attended the training, and how it stands with each of them."""
    seats = without_training(turn)
    lines = [f"• {showing.name_of(turn, seat[1])}: {roster.training_words(turn, *seat)}" for seat in seats]
    return {"people": "\n".join(lines)}


def read_reason(text: str, turn: Turn) -> Read:
    """Why they need no training; what would do something with the list is no reason."""
    return Unclear() if isinstance(read_act(text, turn), Understood) else few_words(text, turn)


def apply(turn: Turn) -> None:
    """Do it with everybody who is meant, and remember what came of it; who attended needs no reason."""
    (verb, people), reason = meant(turn), turn.answers.pop("reason", None)
    needed = without_training(turn)
    outcome = roster.take(turn, verb, [each for each in people if each not in needed])
    exempt = roster.take(turn, verb, needed, reason)
    both = roster.Outcome(outcome.done + exempt.done, outcome.refused + exempt.refused)
    turn.answers["result"] = roster.result(turn, verb, both)
    turn.answers.pop("act")


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
    Ask("reason", read=read_reason, values=untrained, when=lambda turn: bool(without_training(turn))),
    Do("apply", apply, final=True),
    Say("result", values=result),
    Do("again", check, exits={"gone": "gone", "nobody": "nobody"}, then="act"),
    End("done", offers=("members", "staff_menu")),
    End("nobody", values=missing, offers=("applicants", "staff_menu")),
    End("gone", offers=("members", "staff_menu")),
    End("none", offers=("applicants", "staff_menu")),
    audience=Audience.STAFF,
)
