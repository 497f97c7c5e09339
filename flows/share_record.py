"""The person gets a picture of their record to share, with as much of their name on it as they like."""

from __future__ import annotations

from typing import Any, Final

from domain.messages import Choice
from domain.record import NAMINGS, named
from flows import charts, showing
from flows.engine import NOT_KNOWN, Ask, Do, End, Flow, Option, Turn
from storage import records
from texts import LANGUAGES


def look(turn: Turn) -> str | None:
    """Whether there is something to share, and an address where a picture of it can be found."""
    found = records.of(turn.tx, turn.person.id)
    if not found.roles and not found.total.entries:
        return "nothing"
    return None if turn.network.public_url else "no_pictures"


def naming_known(turn: Turn) -> Any:
    """How to name the person, if a button said it or they never told us their name."""
    about = str(turn.answers.get("about", "")).partition(".")[2]
    return about if about in NAMINGS else NOT_KNOWN if turn.person.name else "none"


def namings(turn: Turn) -> list[Option]:
    """Without the surname, the whole name if that is another, or without a name."""
    name = turn.person.name
    names = {each: named(name, each) for each in NAMINGS[:2]}
    if names["given"] == names["whole"]:
        names.pop("whole")
    return [*(Option(each, words) for each, words in names.items()), without(turn)]


def without(turn: Turn) -> Option:
    """No name, with the other words for it, in either language."""
    both = turn.network.texts.both("share_record.name-none.also").values()
    return Option("none", turn.words("share_record.name-none"), tuple(",".join(both).split(",")))


def language(turn: Turn) -> str:
    """In which language the picture is: that of the chat, or the one that a button said."""
    about = str(turn.answers.get("about", "")).partition(".")[0]
    return about if about in LANGUAGES else turn.chat.language


def show(turn: Turn) -> None:
    """Show the picture, and how long its address holds."""
    path = charts.path(turn, "record", turn.answers["name"], language(turn))
    words = turn.words("share_record.picture", days=charts.LIFE.days)
    turn.say(words, picture=path, choices=[*other_languages(turn), turn.button("my_record"), turn.button("menu")])


def other_languages(turn: Turn) -> list[Choice]:
    """The same picture in another language."""
    others = [each for each in LANGUAGES if each != language(turn)]
    name = turn.answers["name"]
    return [
        showing.named_button(turn.words(f"share_record.in-{each}"), f"share_record:{each}.{name}") for each in others
    ]


SHARE_RECORD: Final = Flow(
    "share_record",
    Do("look", look, exits={"nothing": "nothing_yet", "no_pictures": "no_pictures"}),
    Ask("name", namings, known=naming_known),
    Do("show", show),
    End("shared", quiet=True),
    End("nothing_yet", offers=("find_role", "log_hours", "menu")),
    End("no_pictures", offers=("my_record", "menu")),
)
