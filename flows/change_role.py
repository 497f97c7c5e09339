"""Change a role: any of what it says, one thing after the other; whom it matters to is told."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from domain.people import LEVELS, PLACES
from domain.work import Role
from flows import changing, role_draft, showing, subjects
from flows.engine import Ask, AskMany, Audience, Do, End, Flow, Go, Option, Read, Say, Turn, Unclear
from flows.engine.steps import Question
from flows.project_answers import NONE, companies, none_option, number_between, read_company, read_day, text_of
from flows.role_draft import MOST_SEATS, MOST_SKILLS, number_options
from flows.role_facts import ROLE_FACTS
from storage import projects

MOST_TOTAL: Final = 1000
CANNOT_BE: Final = {"closed": "closed", **{each: each for each in changing.REFUSED.values()}}
BEFORE_SAVING: Final = {"same": "same", "skipped": "next", "save": "save", **CANNOT_BE}


def role(turn: Turn) -> Role:
    """The role that is being changed."""
    facts = subjects.chosen(turn).facts
    if not isinstance(facts, Role):
        raise TypeError("this is no role")
    return facts


# ---------------------------------------------------------------- which role, and what of it


def roles(turn: Turn) -> list[Option]:
    """The roles that can be changed."""
    under_way = projects.in_states(turn.tx, ("draft", "published", "paused"))
    found = [each for project in under_way for each in projects.roles_of(turn.tx, project.id)]
    return [Option(each.id, each.title) for each in found if each.state != "closed"]


def look(turn: Turn) -> str | None:
    """Whether a role was named, or there is one to choose."""
    return None if "about" in turn.answers or roles(turn) else "nothing"


def overview(turn: Turn) -> dict[str, Any]:
    """The role as it stands, and what is missing before its project can be published."""
    subject = subjects.chosen(turn)
    facts = {"state": turn.words(f"changing.role-{role(turn).state}"), "lacks": changing.lacks(turn)}
    facts["again"] = turn.answers.get("again", "no")
    taken = subject.found.taken if subject.found else 0
    return {**subjects.titles(turn), **facts, "taken": taken, "lines": changing.lines(turn, role(turn))}


def what(turn: Turn) -> list[Option]:
    """Enough, everything that is still open, one fact, or the whole role."""
    options = [Option("enough", turn.words("changing.enough"), also(turn, "changing.enough.also"))]
    if changing.unsaid(turn):
        options.append(Option("all", turn.words("changing.all")))
    options += changing.fact_options(turn, list(ROLE_FACTS))
    moves = ("pause", "close") if role(turn).state == "open" else ("resume", "close")
    return [*options, *(Option(move, turn.words(f"{move}_project.this_role")) for move in moves)]


def also(turn: Turn, key: str) -> tuple[str, ...]:
    """What else one may type, in either language."""
    return tuple(word for each in turn.network.texts.both(key).values() for word in each.split(","))


def named(turn: Turn) -> dict[str, Any]:
    """The role, for another conversation about it."""
    return {"about": turn.answers["about"]}


# ---------------------------------------------------------------- the answers


def read_least(text: str, turn: Turn) -> Read:
    """How many are needed to begin, never more than there are seats."""
    return within_seats(text, turn, 1)


def read_reserved(text: str, turn: Turn) -> Read:
    """How many seats are kept, never more than there are."""
    return within_seats(text, turn, 0)


def within_seats(text: str, turn: Turn, least: int) -> Read:
    """A number of the role's seats."""
    seats = role(turn).seats
    read = number_between(text, least, seats, whole=True)
    too_many = isinstance(read, Unclear) and read.why == "too_many"
    return Unclear("too_many", values={"most": seats}) if too_many else read


def up_to_seats(turn: Turn) -> list[Option]:
    """The numbers of people up to the role's seats."""
    return number_options(turn, range(1, min(role(turn).seats, MOST_SEATS) + 1))


def none_kept(turn: Turn) -> list[Option]:
    """No seats for a company; a number is typed, for one that is too high must not be taken for a place in a list."""
    return [replace(each, value="0") for each in none_option(turn)]


def read_total(text: str, _turn: Turn) -> Read:
    """Hours in all."""
    return number_between(text, 1, MOST_TOTAL, whole=False)


def none_if_said(turn: Turn) -> list[Option]:
    """The way to take back what was said, if anything was."""
    return none_option(turn) if getattr(role(turn), turn.answers["what"]) else []


def needed_skills(turn: Turn) -> list[Option]:
    """The role's skills, one by one."""
    return [Option(each, showing.skill(turn, each)) for each in role(turn).skills]


def nice_options(turn: Turn) -> list[Option]:
    """None, or any skill that is not asked for anyway."""
    return none_option(turn) + [each for each in role_draft.skill_options(turn) if each.value not in role(turn).skills]


def slot_options(turn: Turn) -> list[Option]:
    """No times in particular, or the usual ones."""
    agreed = Option(NONE, turn.words("change_role.slots-none"))
    return [agreed, *(Option(each, turn.words(f"create_project.slots-{each}")) for each in role_draft.TIMES_OF_WEEK)]


def keeps_seats(turn: Turn) -> bool:
    """Whether seats are to be kept for a company."""
    return bool(int(turn.answers.get("reserved") or 0))


def no_company(turn: Turn) -> str | None:
    """Whether there is a company at all that seats could be kept for."""
    return "none" if keeps_seats(turn) and not companies(turn) else None


QUESTIONS: Final[tuple[Question, ...]] = (
    Ask("seats", role_draft.few_seats, read=role_draft.read_seats, asks="create_project.seats"),
    Ask("hours", role_draft.few_hours, read=role_draft.read_effort, asks="create_project.hours"),
    AskMany("slots", slot_options, read=role_draft.read_slots, asks="create_project.slots"),
    AskMany(
        "skills", role_draft.skill_options, read=role_draft.read_needed, most=MOST_SKILLS, asks="create_project.skills"
    ),
    Ask("levels", ("any", *LEVELS[1:]), labels="words.least_level", each=needed_skills),
    Ask("title", read=text_of(120)),
    Ask("purpose", none_if_said, read=text_of(200), skippable=True),
    AskMany("nice", nice_options, read=role_draft.read_needed, most=MOST_SKILLS, skippable=True),
    Ask("least", up_to_seats, read=read_least, skippable=True),
    Ask("total_hours", none_if_said, read=read_total, skippable=True),
    Ask("travel_paid", ("yes", "no"), skippable=True),
    Ask("learns", none_if_said, read=text_of(300), skippable=True),
    Ask("buddy", none_if_said, read=text_of(200), skippable=True),
    Ask("question", none_if_said, read=text_of(200), skippable=True),
    Ask("admission", ("first_come", "chosen"), skippable=True),
    Ask("lead", ("yes", "no"), skippable=True),
)
"""What is asked to change one fact; place and reserved seats take more than one question."""

CHANGE_ROLE: Final = Flow(
    "change_role",
    Do("look", look, exits={"nothing": "nothing"}),
    Ask("about", roles),
    Do("check", changing.check, exits=changing.NO_WAY),
    Ask(
        "what",
        what,
        values=overview,
        exits={
            **{fact: fact for fact in ROLE_FACTS},
            "all": "all",
            "enough": "enough",
            "pause": "pause",
            "resume": "resume",
            "close": "close",
        },
    ),
    Do("all", changing.begin_all, then="next"),
    *(replace(each, then="weigh") for each in QUESTIONS),
    Ask("place", PLACES, labels="words.place", asks="create_project.place"),
    Ask(
        "province",
        role_draft.all_provinces,
        read=role_draft.read_province,
        when=role_draft.is_on_site,
        asks="create_project.province",
        then="weigh",
    ),
    Ask("reserved", none_kept, read=read_reserved, skippable=True),
    Do("is_there_one", no_company, exits={"none": "no_companies"}),
    Ask("reserved_for", companies, read=read_company, when=keeps_seats),
    Ask("reserved_until", read=read_day, picks="date", when=keeps_seats),
    Do("weigh", changing.weigh, exits=BEFORE_SAVING),
    Ask("sure", ("yes", "no"), values=changing.change_in_words, exits={"no": "next"}, asks="changing.sure"),
    Do("save", changing.save, exits=CANNOT_BE, final=True),
    Say("saved", values=changing.saved),
    Do("next", changing.following, exits={fact: fact for fact in ROLE_FACTS}, then="what", final=True),
    Say("same", then="next"),
    Say("no_companies", then="next"),
    Say("fewer_than_taken", values=changing.taken, then="next"),
    Say("fewer_than_least", values=changing.taken, then="next"),
    Say("fewer_than_reserved", values=changing.taken, then="next"),
    Say("enough", values=subjects.titles, choices=changing.onward, then="done"),
    Go("pause", "pause_project", answers=named),
    Go("resume", "resume_project", answers=named),
    Go("close", "close_project", answers=named),
    End("closed", offers=("projects_list", "staff_menu")),
    End("gone", offers=("projects_list", "staff_menu")),
    End("nothing", offers=("create_project", "staff_menu")),
    End("done", quiet=True),
    audience=Audience.STAFF,
)
