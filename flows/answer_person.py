"""Answer what a volunteer asked: the answer arrives in the volunteer's own chat."""

from __future__ import annotations

from typing import Any, Final

from flows.engine import Ask, Audience, Do, End, Flow, Option, Read, Turn, Unclear, Understood
from storage import help_requests, people, staff
from storage.help_requests import HelpRequest

LONGEST_ANSWER: Final = 1500
MOST_QUOTED: Final = 300
MOST_LISTED: Final = 20
LABEL: Final = 30


def look(turn: Turn) -> str | None:
    """Whether anybody waits for an answer."""
    return None if "about" in turn.answers or help_requests.count_unanswered(turn.tx) else "nothing"


def waiting(turn: Turn) -> list[Option]:
    """Who waits for an answer, with the beginning of what they asked."""
    return [Option(each.id, in_few_words(turn, each)) for each in help_requests.unanswered(turn.tx, MOST_LISTED)]


def in_few_words(turn: Turn, request: help_requests.Unanswered) -> str:
    """Who asked, and how the question begins."""
    words = f"{request.name or turn.words('showing.somebody')}: {' '.join(request.words.split())}"
    return words if len(words) <= LABEL else words[: LABEL - 1] + "…"


def check(turn: Turn) -> str | None:
    """Whether this request still waits for an answer that would arrive."""
    request = help_requests.find(turn.tx, turn.answers["about"])
    if request is None:
        return "gone"
    if request.answered_at is not None:
        return "answered"
    return None if help_requests.asked_in(turn.tx, request.id) else "unreachable"


def this_request(turn: Turn) -> HelpRequest | None:
    """The request of this conversation; it is gone once who asked is forgotten, which may happen meanwhile."""
    return help_requests.find(turn.tx, turn.answers["about"])


def question(turn: Turn) -> dict[str, str]:
    """Who asked what."""
    request = this_request(turn)
    return {"name": name_of(turn), "words": request.words if request else turn.words("engine.nothing")}


def name_of(turn: Turn) -> str:
    """What the person who asked wants to be called."""
    chat = help_requests.asked_in(turn.tx, turn.answers["about"])
    person = people.find(turn.tx, chat.person) if chat and chat.person else None
    return (person.name if person else None) or turn.words("showing.somebody")


def read_reply(text: str, _turn: Turn) -> Read:
    """Anything that fits into one message."""
    words = text.strip()
    if not words:
        return Unclear()
    return Understood(words) if len(words) <= LONGEST_ANSWER else Unclear("too_long", values={"most": LONGEST_ANSWER})


def send(turn: Turn) -> str | None:
    """Tell the person, once: whoever of staff answers first."""
    request = this_request(turn)
    if request is None:
        return "gone"
    chat = help_requests.asked_in(turn.tx, request.id)
    if chat is None:
        return "unreachable"
    if not help_requests.mark_answered(turn.tx, request.id, turn.now):
        return "answered"
    values = {"question": quoted(request.words), "answer": turn.answers["reply"]}
    turn.tell(chat, "answer_person.to_volunteer", values, buttons=("talk_to_person",))
    staff.record(turn.tx, turn.person.id, "help_answered", request.id, turn.now)
    return None


def quoted(words: str) -> str:
    """What was asked, shortened if it is long."""
    return words if len(words) <= MOST_QUOTED else words[: MOST_QUOTED - 1] + "…"


def who(turn: Turn) -> dict[str, Any]:
    """Who asked."""
    return {"name": name_of(turn)}


ANSWER_PERSON = Flow(
    "answer_person",
    Do("look", look, exits={"nothing": "nobody_waits"}),
    Ask("about", options=waiting),
    Do("check", check, exits={"gone": "gone", "answered": "already", "unreachable": "unreachable"}),
    Ask("reply", read=read_reply, values=question),
    Do("send", send, exits={"gone": "gone", "answered": "already", "unreachable": "unreachable"}, final=True),
    End("sent", values=who, offers=("staff_menu",)),
    End("already", values=who, offers=("staff_menu",)),
    End("unreachable", offers=("staff_menu",)),
    End("gone", offers=("staff_menu",)),
    End("nobody_waits", offers=("staff_menu",)),
    audience=Audience.STAFF,
)
