"""Publish a project: see it whole, whom it suits and what telling them takes, then decide; the rest can hear later."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from domain.announcing import Plan, Suited, Way
from domain.messages import Choice
from domain.work import OpenRole, Project, Role
from flows import price, publish_guard, showing, telling
from flows.engine import Ask, Audience, Do, End, Flow, Go, Option, Read, Say, Turn, Unclear, Understood
from flows.telling import Prepared
from storage import projects, sessions, staff

NO_WAY: Final = {
    "gone": "gone",
    "published": "already",
    "rest": "more",
    "incomplete": "incomplete",
    "no_lead": "no_lead",
}


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
    seeking = telling.seeking(turn, project) if project.state == "published" else []
    return "rest" if telling.suited(turn, seeking) else "published"


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
    roles = telling.seeking(turn, this_project(turn))
    fitting = telling.suited(turn, roles)
    blocks = [price.role_block(turn, each, own(fitting, each)) for each in roles]
    cost = price.words(turn, telling.plan(turn, fitting), telling.forecasts(turn, fitting))
    return {**title(turn), "roles": "\n".join(blocks), "cost": cost}


def own(fitting: Sequence[Suited], role: OpenRole) -> list[Suited]:
    """Those whom this role suits."""
    return [each for each in fitting if each.role == role.role.id]


def plan(turn: Turn) -> Plan:
    """Who would be told now."""
    return telling.plan(turn, telling.suited(turn, telling.seeking(turn, this_project(turn))))


def ways(turn: Turn) -> list[Option]:
    """Tell them, in one of the ways there are; publish quietly, or not yet."""
    telling_them = price.ways(turn, plan(turn), "publish_project.way-tell")
    quietly = [price.option(turn, each, f"publish_project.way-{each}") for each in ("quiet", "not_yet")]
    return [*telling_them, *quietly]


def more_ways(turn: Turn) -> list[Option]:
    """Tell those who were not told, or leave it."""
    leave = price.option(turn, "leave", "publish_project.way-leave")
    return [*price.ways(turn, plan(turn), "publish_project.way-rest"), leave]


def read_way(text: str, turn: Turn) -> Read:
    """A tap on a button that tells, although its way is not offered any more; or the wish to tell everybody."""
    if text in set(Way):
        return Understood(text)
    return Unclear("over" if price.asks_for(turn, "publish_project.way-tell", text) else "retry")


# ---------------------------------------------------------------- doing it


def publish(turn: Turn) -> str | None:
    """Publish the project, and tell those who suit it if that was chosen and the month still allows it."""
    project, way = this_project(turn), turn.answers["way"]
    ready = prepared(turn, way) if way in set(Way) else None
    if ready and ready.is_over:
        del turn.answers["way"]
        return "over"
    if not projects.publish(turn.tx, project.id, turn.now):
        return "published"
    staff.record(turn.tx, turn.person.id, "project_published", project.id, turn.now)
    if ready:
        turn.answers["result"] = price.result(telling.tell(turn, ready))
    return "told" if ready else None


def tell_more(turn: Turn) -> str | None:
    """Tell those who were not told, if the month still allows it."""
    ready = prepared(turn, turn.answers["more"])
    if ready.is_over:
        del turn.answers["more"]
        return "over"
    turn.answers["result"] = price.result(telling.tell(turn, ready))
    return None


def prepared(turn: Turn, way: str) -> Prepared:
    """The next wave of the project's roles."""
    return telling.prepare(turn, telling.seeking(turn, this_project(turn)), way)


def result(turn: Turn) -> dict[str, Any]:
    """How many were told, where, and how many have to wait."""
    return {**title(turn), **turn.answers["result"]}


def afterwards(turn: Turn) -> list[Choice]:
    """Tell the rest later, if there are any; how the search goes; the menu."""
    later = Choice(turn.words("publish_project.tell_the_rest"), f"go:publish_project:{turn.answers['about']}")
    return [*([later] if turn.answers["result"]["held"] else []), turn.button("search"), turn.button("staff_menu")]


PUBLISH_PROJECT: Final = Flow(
    "publish_project",
    Do("look", look, exits={"nothing": "nothing_drafted"}),
    Ask("about", drafts),
    Do("check", check, exits=NO_WAY),
    Say("preview", many=preview),
    Ask("way", ways, read=read_way, values=reach, exits={"not_yet": "left_as_draft"}),
    Do("publish", publish, exits={"told": "told", "published": "already", "over": "over"}, final=True),
    End("quietly", values=title, offers=("staff_menu",)),
    Ask("more", more_ways, read=read_way, values=reach, exits={"leave": "left_it"}),
    Do("tell_more", tell_more, exits={"over": "over_more"}, final=True),
    Say("told", values=result, choices=afterwards),
    End("done", quiet=True),
    Say("incomplete", values=publish_guard.what_is_missing, choices=publish_guard.fill_in, then="done"),
    Ask("no_lead", ("go", "choose"), values=title, exits={"choose": "choose_lead"}, then="preview"),
    Go("choose_lead", "change_project", answers=publish_guard.the_project),
    Say("over", then="way"),
    Say("over_more", then="more"),
    End("already", values=title, offers=("staff_menu",)),
    End("left_as_draft", values=title, offers=("staff_menu",)),
    End("left_it", offers=("staff_menu",)),
    End("gone", offers=("staff_menu",)),
    End("nothing_drafted", offers=("create_project", "staff_menu")),
    audience=Audience.STAFF,
)
