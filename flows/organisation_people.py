"""Staff see who speaks for a project's organisation, invite its lead or a deputy with a code, or remove somebody."""

from __future__ import annotations

from typing import Any, Final

from domain.work import Project
from flows import links, showing
from flows.engine import Ask, Audience, Do, End, Flow, Option, Say, Turn
from storage import organisation_people, projects, staff
from storage.organisation_people import CODE_LIFE, PARTS, Member
from texts import dates

STATES: Final = ("published", "paused", "draft", "closed")

# ---------------------------------------------------------------- which project


def look(turn: Turn) -> str | None:
    """Whether a project is named, or there are some to choose from."""
    return None if "about" in turn.answers or options(turn) else "none"


def options(turn: Turn) -> list[Option]:
    """The projects by state and title."""
    found = [each for state in STATES for each in sorted(projects.in_states(turn.tx, (state,)), key=by_title)]
    return [Option(each.id, each.title, (each.organisation,)) for each in found]


def by_title(found: Project) -> tuple[str, str]:
    """Orders projects by title."""
    return found.title, found.id


def check(turn: Turn) -> str | None:
    """Whether there is such a project."""
    return None if projects.find(turn.tx, str(turn.answers["about"])) else "gone"


def project(turn: Turn) -> Project:
    """The project, where an earlier step has made sure of it."""
    found = projects.find(turn.tx, str(turn.answers["about"]))
    if found is None:
        raise LookupError("the project is gone")
    return found


# ---------------------------------------------------------------- who speaks for it


def members(turn: Turn) -> list[Member]:
    """Who speaks for the organisation now."""
    return organisation_people.members(turn.tx, project(turn).id)


def listed(turn: Turn) -> dict[str, Any]:
    """The project, and who speaks for its organisation, a line each."""
    found, there = project(turn), members(turn)
    lines = [turn.words("organisation_people.line", **facts(turn, each)) for each in there]
    shown = "\n".join(lines) or turn.words("organisation_people.nobody")
    return {"project": found.title, "organisation": found.organisation, "members": shown}


def facts(turn: Turn, member: Member) -> dict[str, str]:
    """What the words of somebody are filled with."""
    joined = dates.local(member.joined_at, turn.network.timezone).date()
    return {
        "name": member.name or turn.words("showing.somebody"),
        "part": turn.words(f"words.part-{member.part}"),
        "since": dates.day(turn.chat.language, joined),
    }


def who(turn: Turn) -> list[Option]:
    """Invite a lead or a deputy, choose one of those who speak, or nothing."""
    there = [Option(each.person, facts(turn, each)["name"]) for each in members(turn)]
    return [*(way(turn, part) for part in PARTS), *there, way(turn, "done")]


def way(turn: Turn, name: str) -> Option:
    """One of the ways, with the other words for it, in either language."""
    both = turn.network.texts.both(f"organisation_people.who-{name}.also").values()
    return Option(name, turn.words(f"organisation_people.who-{name}"), tuple(",".join(both).split(",")))


# ---------------------------------------------------------------- invite


def make_code(turn: Turn) -> None:
    """Make a code that works once."""
    part, about = turn.answers["who"], project(turn).id
    code = organisation_people.invite(turn.tx, about, part, turn.person.id, turn.now)
    details = {"part": part, "invite": staff.invite_number(code)}
    staff.record(turn.tx, turn.person.id, "organisation_invited", about, turn.now, details)
    turn.answers["code"] = code


def made(turn: Turn) -> dict[str, Any]:
    """What the code makes, and how long it is good."""
    return {"part": turn.words(f"words.part-{turn.answers['who']}"), "days": CODE_LIFE.days, **listed(turn)}


def invitation(turn: Turn) -> dict[str, str]:
    """What is sent on to whom is invited; the code is kept nowhere else."""
    found = project(turn)
    ways = links.ways_in(turn, links.door_of_code(turn.answers.pop("code")))
    part = turn.words(f"words.part-{turn.answers['who']}")
    return {"organisation": found.organisation, "project": found.title, "part": part, "ways": ways}


# ---------------------------------------------------------------- remove


def member(turn: Turn) -> dict[str, str]:
    """Somebody who was chosen, in words."""
    found = next((each for each in members(turn) if each.person == turn.answers["who"]), None)
    gone = {"name": showing.name_of(turn, turn.answers["who"]), "part": "", "since": ""}
    return {**(facts(turn, found) if found else gone), "organisation": project(turn).organisation}


def is_there(turn: Turn) -> str | None:
    """Whether the chosen one speaks for the organisation still."""
    return None if any(each.person == turn.answers["who"] for each in members(turn)) else "left"


def remove(turn: Turn) -> str | None:
    """End that they speak for the organisation, and tell them."""
    person, about = turn.answers["who"], project(turn)
    if not organisation_people.leave(turn.tx, about.id, person, turn.now):
        return "left"
    staff.record(turn.tx, turn.person.id, "organisation_removed", f"{about.id}:{person}", turn.now)
    words = {"organisation": about.organisation, "project": about.title}
    showing.tell_person(turn, person, "organisation_people.told_removed", lambda _there: words)
    return None


ORGANISATION_PEOPLE: Final = Flow(
    "organisation_people",
    Do("look", look, exits={"none": "none"}),
    Ask("about", options),
    Do("check", check, exits={"gone": "gone"}),
    Ask("who", who, values=listed, exits={"lead": "make_code", "deputy": "make_code", "done": "done"}),
    Do("is_there", is_there, exits={"left": "left"}),
    Ask("sure", ("remove", "keep"), values=member, exits={"keep": "done"}),
    Do("remove", remove, exits={"left": "left"}, final=True),
    End("removed", values=member, offers=("organisation_people", "staff_menu")),
    Do("make_code", make_code, final=True),
    Say("forward", values=made),
    Say("invitation", values=invitation),
    End("invited", quiet=True),
    End("done", offers=("projects_list", "staff_menu")),
    End("left", offers=("organisation_people", "staff_menu")),
    End("gone", offers=("organisation_people", "staff_menu")),
    End("none", offers=("create_project", "staff_menu")),
    audience=Audience.STAFF,
)
