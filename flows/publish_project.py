"""Publish a project: see it whole, whom it suits and what telling them takes, then decide; the rest can hear later."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, Final

from domain.announcing import Plan, Suited
from domain.messages import Choice
from domain.push_budget import RESERVE
from domain.work import Project, Role
from flows import publish_guard, showing, telling
from flows.engine import Ask, Audience, Do, End, Flow, Go, Option, Read, Say, Turn, Unclear, Understood
from storage import projects, sessions, staff

NO_WAY: Final = {
    "gone": "gone",
    "published": "already",
    "rest": "more",
    "incomplete": "incomplete",
    "no_lead": "no_lead",
}
SAMPLE: Final = 3
"""So many people are shown for each role."""


# ---------------------------------------------------------------- which project


def look(turn: Turn) -> str | None:
    """Whether there is a project to publish."""
    return None if "about" in turn.answers or projects.drafts(turn.tx) else "nothing"


def drafts(turn: Turn) -> list[Option]:
    """The projects that are not published yet."""
    return [Option(each.id, each.title) for each in projects.drafts(turn.tx)]


def check(turn: Turn) -> str | None:
    """Whether this project can be published, or those who have not been told of it can be told."""
    project = projects.find(turn.tx, turn.answers["about"])
    if project is None or project.state == "closed":
        return "gone"
    if project.state == "draft":
        return publish_guard.lacking(turn, project)
    return "rest" if telling.plan(turn, project).told else "published"


def this_project(turn: Turn) -> Project:
    """The project of this conversation."""
    project = projects.find(turn.tx, turn.answers["about"])
    if project is None:
        raise LookupError("the project is gone")
    return project


def title(turn: Turn) -> dict[str, str]:
    """What the project is called."""
    return {"project": this_project(turn).title}


# ---------------------------------------------------------------- what it looks like


def preview(turn: Turn) -> Sequence[tuple[Mapping[str, Any], Sequence[Choice]]]:
    """The project as one card: aim, roles and sessions."""
    project = this_project(turn)
    meetings = [f"• {showing.session(turn, each)}" for each in sessions.of_project(turn.tx, project.id)]
    facts = {
        "project": project.title,
        "organisation": project.organisation,
        "aim": project.aim,
        "cause": showing.cause(turn, project.cause) if project.cause else "–",
        "roles": "\n".join(role_line(turn, role) for role in projects.roles_of(turn.tx, project.id)),
        "sessions": "\n".join(meetings) or turn.words("publish_project.no_sessions"),
    }
    return [(facts, [])]


def role_line(turn: Turn, role: Role) -> str:
    """A role on two lines: title and seats, then what it takes."""
    takes = [
        showing.skills(turn, role.skills),
        turn.words("showing.effort", hours=showing.amount(role.hours_per_week)),
        showing.place(turn, role),
        showing.slots(turn, role.slots) or turn.words("showing.to_be_agreed"),
    ]
    return turn.words("publish_project.role", role=role.title, seats=role.seats, takes=" · ".join(takes))


# ---------------------------------------------------------------- who would be told


def reach(turn: Turn) -> dict[str, Any]:
    """For each role who suits it, and what telling them takes."""
    project = this_project(turn)
    roles = projects.roles_of(turn.tx, project.id)
    fitting = telling.suited(turn, project, roles)
    blocks = [role_block(turn, role, [each for each in fitting if each.role == role.id]) for role in roles]
    cost = cost_words(turn, telling.plan(turn, project))
    return {"project": project.title, "roles": "\n".join(blocks), "cost": cost}


def role_block(turn: Turn, role: Role, fitting: Sequence[Suited]) -> str:
    """How many people a role suits, and three of them."""
    head = turn.words("publish_project.suited", role=role.title, count=len(fitting))
    return "\n".join([head, *(sample_line(turn, each) for each in fitting[:SAMPLE])])


def sample_line(turn: Turn, suited: Suited) -> str:
    """One person in one line: first name and reasons."""
    name = (suited.person.name or "").split()
    reasons = showing.reasons(turn, suited.match)
    return turn.words(
        "publish_project.sample", name=name[0] if name else turn.words("showing.somebody"), reasons=reasons
    )


def cost_words(turn: Turn, plan: Plan) -> str:
    """What telling takes: free, paid, what remains, who has to wait."""
    if not plan.told and not plan.held_back and not plan.resting:
        return turn.words("publish_project.nobody")
    left = "unlimited" if plan.cost.left is None else plan.cost.left
    known = "yes" if telling.is_known(turn) else "no"
    parts = [
        turn.words("publish_project.cost", told=len(plan.told), **by_channel(plan.told)),
        turn.words("publish_project.left", left=left, reserve=RESERVE, known=known),
        *waiting_words(turn, plan),
    ]
    return "\n".join(parts)


def waiting_words(turn: Turn, plan: Plan) -> list[str]:
    """How many are not told yet, and why."""
    groups = {"held_back": plan.held_back, "resting": plan.resting}
    return [turn.words(f"publish_project.{why}", count=len(who)) for why, who in groups.items() if who]


def by_channel(told: Sequence[Suited]) -> dict[str, int]:
    """How many are told in each channel."""
    counts = Counter(each.channel for each in told)
    return {"telegram": counts["telegram"], "line": counts["line"]}


def ways(turn: Turn) -> list[Option]:
    """Tell them, publish quietly, or not yet."""
    count = len(telling.plan(turn, this_project(turn)).told)
    telling_them = [option(turn, "tell", count=count)] if count else []
    return [*telling_them, option(turn, "quiet"), option(turn, "not_yet")]


def more_ways(turn: Turn) -> list[Option]:
    """Tell those who were not told, or leave it."""
    count = len(telling.plan(turn, this_project(turn)).told)
    return [option(turn, "rest", count=count), option(turn, "leave")]


def read_way(text: str, _turn: Turn) -> Read:
    """A tap on the button that tells, although there is nobody left to tell by now."""
    return Understood(text) if text in {"tell", "rest"} else Unclear()


def option(turn: Turn, value: str, **values: Any) -> Option:
    """One of the ways, with the other words for it."""
    return Option(value, turn.words(f"publish_project.way-{value}", **values), also(turn, value))


def also(turn: Turn, value: str) -> tuple[str, ...]:
    """What else one may type for a way, in either language."""
    both = turn.network.texts.both(f"publish_project.way-{value}.also")
    return tuple(word for each in both.values() for word in each.split(","))


# ---------------------------------------------------------------- doing it


def publish(turn: Turn) -> str | None:
    """Publish the project, and tell those who suit it if that was chosen."""
    project = this_project(turn)
    if not projects.publish(turn.tx, project.id, turn.now):
        return "published"
    staff.record(turn.tx, turn.person.id, "project_published", project.id, turn.now)
    if turn.answers["way"] != "tell":
        return None
    tell(turn)
    return "told"


def tell(turn: Turn) -> None:
    """Tell whom the plan says, and remember how many they were."""
    done = telling.tell(turn, this_project(turn))
    waiting = {"held": len(done.held_back), "resting": len(done.resting)}
    turn.answers["result"] = {"count": len(done.told), **waiting, **by_channel(done.told)}


def result(turn: Turn) -> dict[str, Any]:
    """How many were told, where, and how many have to wait."""
    return {**title(turn), **turn.answers["result"]}


def afterwards(turn: Turn) -> list[Choice]:
    """Tell the rest later, if there are any; the menu."""
    waiting = turn.answers["result"]["held"] + turn.answers["result"]["resting"]
    later = Choice(turn.words("publish_project.tell_the_rest"), f"go:publish_project:{turn.answers['about']}")
    return [*([later] if waiting else []), turn.button("staff_menu")]


PUBLISH_PROJECT: Final = Flow(
    "publish_project",
    Do("look", look, exits={"nothing": "nothing_drafted"}),
    Ask("about", drafts),
    Do("check", check, exits=NO_WAY),
    Say("preview", many=preview),
    Ask("way", ways, read=read_way, values=reach, exits={"not_yet": "left_as_draft"}),
    Do("publish", publish, exits={"told": "told", "published": "already"}, final=True),
    End("quietly", values=title, offers=("staff_menu",)),
    Ask("more", more_ways, read=read_way, values=reach, exits={"leave": "left_it"}),
    Do("tell_more", tell, final=True),
    Say("told", values=result, choices=afterwards),
    End("done", quiet=True),
    Say("incomplete", values=publish_guard.what_is_missing, choices=publish_guard.fill_in, then="done"),
    Ask("no_lead", ("go", "choose"), values=title, exits={"choose": "choose_lead"}, then="preview"),
    Go("choose_lead", "change_project", answers=publish_guard.the_project),
    End("already", values=title, offers=("staff_menu",)),
    End("left_as_draft", values=title, offers=("staff_menu",)),
    End("left_it", offers=("staff_menu",)),
    End("gone", offers=("staff_menu",)),
    End("nothing_drafted", offers=("create_project", "staff_menu")),
    audience=Audience.STAFF,
)
