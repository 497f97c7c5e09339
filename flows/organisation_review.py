"""The organisation's lead, or staff for them, says what a project was worth to them, and a line on each volunteer."""

from __future__ import annotations

from typing import Any, Final

from domain.outcomes import WOULD_HAVE_PAID
from flows.engine import NOT_KNOWN, Ask, Audience, Do, End, Flow, Option, Turn
from flows.few_words import few_words
from storage import organisation_reviews as reviews
from storage import staff

MOST_PROJECTS: Final = 20


def mine(turn: Turn) -> dict[str, str]:
    """The projects that the person may speak for, the organisation's own first: staff may for all that have an end."""
    if not turn.known:
        return {}
    own = reviews.projects_of(turn.tx, turn.person.id)
    return {**own, **(reviews.all_projects(turn.tx) if turn.is_staff else {})}


def look(turn: Turn) -> str | None:
    """Whether there is a project to speak of, or the one that was named is one."""
    found, about = mine(turn), turn.answers.get("about")
    return "none" if not found or (about and about not in found) else None


def which(turn: Turn) -> list[Option]:
    """The projects."""
    return [Option(project, title) for project, title in list(mine(turn).items())[:MOST_PROJECTS]]


def the_only_one(turn: Turn) -> Any:
    """The project, if there is just one."""
    found = which(turn)
    return found[0].value if len(found) == 1 else NOT_KNOWN


def facts(turn: Turn) -> dict[str, str]:
    """What the project is called."""
    return {"project": mine(turn).get(str(turn.answers["about"]), "")}


def answered(turn: Turn) -> Any:
    """Whether they would have paid, if they said so before."""
    said = reviews.answer_of(turn.tx, str(turn.answers["about"]), reviews.WOULD_HAVE_PAID)
    return said if said is not None and "paid" not in turn.conversation.again else NOT_KNOWN


def volunteers(turn: Turn) -> list[Option]:
    """The people on whom there is no line yet."""
    found = reviews.unpraised(turn.tx, str(turn.answers["about"]), turn.person.id)
    return [Option(person, name or turn.words("showing.somebody")) for person, name in found.items()]


def nothing_open(turn: Turn) -> str | None:
    """Whether everything was said already."""
    return "already" if answered(turn) is not NOT_KNOWN and not volunteers(turn) else None


def save(turn: Turn) -> str | None:
    """Write down what was said, if the person may still speak for the project; what staff say is in the log."""
    about, person = str(turn.answers["about"]), turn.person.id
    if about not in mine(turn):
        return "none"
    if paid := turn.answers.get("paid"):
        reviews.answer(turn.tx, about, reviews.WOULD_HAVE_PAID, paid, person, turn.now)
    for each, words in (turn.answers.get("praise") or {}).items():
        if words:
            reviews.praise(turn.tx, about, each, words, person, turn.now)
    if about not in reviews.projects_of(turn.tx, person):
        staff.record(turn.tx, person, "organisation_reviewed", about, turn.now)
    return None


ORGANISATION_REVIEW: Final = Flow(
    "organisation_review",
    Do("look", look, exits={"none": "none"}),
    Ask("about", which, known=the_only_one),
    Do("open", nothing_open, exits={"already": "already"}),
    Ask("paid", WOULD_HAVE_PAID, values=facts, known=answered, skippable=True),
    Ask("praise", read=few_words, each=volunteers, skippable=True, when=lambda turn: bool(volunteers(turn))),
    Do("save", save, exits={"none": "none"}, final=True),
    End("thanks", values=facts, offers=("menu",)),
    End("already", values=facts, offers=("menu",)),
    End("none", offers=("menu",)),
    audience=Audience.ANYONE,
)
