"""One's sessions in the calendar of one's phone: one of them as a file, or all of them by a private link."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, Final
from urllib.parse import quote

from domain.messages import Choice
from flows import named, showing
from flows.engine import Do, End, Flow, Say, Turn
from storage import people

FOR_EVER: Final = timedelta(days=36500)
FILE_LASTS: Final = timedelta(days=90)
MOST_LINKS: Final = 5
"""So many of a person's links lead to their calendar: one for each of their devices, and some."""
OUTSIDE: Final = "?openExternalBrowser=1"
"""LINE's own browser cannot hand a file to the calendar: LINE opens such an address in the phone's."""


def look(turn: Turn) -> str | None:
    """Whether there is an address of our own, and whether one session is meant."""
    if not turn.network.public_url:
        return "no_address"
    return "one" if "about" in turn.answers else None


def address(turn: Turn, path: str) -> str:
    """A path under our public address."""
    return f"{turn.network.public_url.rstrip('/')}/{path}"


# ---------------------------------------------------------------- all of them


def make_feed(turn: Turn) -> None:
    """Make a private link to all sessions; the oldest ones lead nowhere any more if there are many."""
    token = people.share_link(turn.tx, turn.person.id, "calendar", turn.now + FOR_EVER)
    people.revoke_links(turn.tx, turn.person.id, "calendar", but=MOST_LINKS)
    turn.answers["token"] = token


def feed(turn: Turn) -> dict[str, Any]:
    """The address that a calendar takes: plain words of its own, since nobody can copy from a card."""
    return {"address": address(turn, f"calendar/{turn.answers['token']}.ics")}


def feed_buttons(turn: Turn) -> list[Choice]:
    """Open it on an iPhone or a Mac, in Google's calendar; switch it off."""
    opened = address(turn, f"calendar/{turn.answers['token']}")
    webcal = "webcal" + feed(turn)["address"].removeprefix("https").removeprefix("http")
    google = f"https://calendar.google.com/calendar/r?cid={quote(webcal, safe='')}"
    links = {"apple": opened + OUTSIDE, "google": google}
    return [
        *(Choice(turn.words(f"calendar.{name}"), link, "link") for name, link in links.items()),
        turn.button("calendar_off"),
    ]


# ---------------------------------------------------------------- one of them


def make_file(turn: Turn) -> None:
    """Make a private link to one session's file."""
    found = named.meeting(turn).session
    until = found.ends_at + FILE_LASTS
    turn.answers["token"] = people.share_link(turn.tx, turn.person.id, "session", until, about=found.id)


def file_buttons(turn: Turn) -> list[Choice]:
    """The file, and all sessions instead."""
    link = address(turn, f"sessions/{turn.answers['token']}.ics") + OUTSIDE
    every = showing.named_button(turn.words("calendar.every"), "calendar")
    return [Choice(turn.words("calendar.add"), link, "link"), every]


CALENDAR: Final = Flow(
    "calendar",
    Do("look", look, exits={"no_address": "no_address", "one": "find"}),
    Do("make_feed", make_feed),
    Say("feed", choices=feed_buttons),
    Say("address", values=feed),
    End("shared", quiet=True),
    Do("find", named.find_session, exits={**named.NO_SESSION, "which": "unknown"}),
    Do("make_file", make_file),
    Say("file", values=named.where_and_when, choices=file_buttons, then="shared"),
    End("none", offers=("my_roles", "find_role")),
    End("unknown", offers=("my_roles", "menu")),
    End("not_yours", offers=("my_roles", "find_role")),
    End("called_off", offers=("my_roles", "menu")),
    End("over", offers=("my_roles", "menu")),
    End("no_address", offers=("my_roles", "menu")),
)
