"""The person answers what was asked about their hours; the entry waits again for who vouches."""

from __future__ import annotations

from typing import Any, Final

from domain.ledger import Check, Line
from flows import vouched, vouching_news
from flows.engine import Ask, Do, End, Flow, Option, Turn
from flows.few_words import few_words
from storage import checks


def look(turn: Turn) -> str | None:
    """Whether an entry is named, or there are questions to choose from; a single one is meant."""
    lines = vouching_news.open_questions(turn)
    if "about" not in turn.answers and len(lines) == 1:
        turn.answers["about"] = lines[0].entry
    return None if "about" in turn.answers or lines else "none"


def options(turn: Turn) -> list[Option]:
    """The entries that were asked about."""
    return [Option(each.entry, vouched.in_words(turn, each)) for each in vouching_news.open_questions(turn)]


def mine(turn: Turn) -> Line | None:
    """The entry that is meant, if it is the person's and the question still waits for an answer."""
    lines = vouching_news.open_questions(turn)
    return next((each for each in lines if each.entry == turn.answers["about"]), None)


def check(turn: Turn) -> str | None:
    """Whether the question still waits for an answer."""
    return None if mine(turn) else "settled"


def question(turn: Turn) -> dict[str, Any]:
    """The entry and what was asked; in the middle of the turn it may be settled."""
    line = mine(turn)
    if line is None:
        return {"entry": turn.words("vouched.gone"), "words": "–", "by": ""}
    last = checks.of(turn.tx, line.entry)[-1]
    return {"entry": vouched.in_words(turn, line), "words": last.words, "by": vouched.said_by(turn, last)}


def write(turn: Turn) -> str | None:
    """Write the answer down, unless the question was settled meanwhile."""
    entry, words = str(turn.answers["about"]), turn.answers["answer"]
    by = turn.person.id
    refusal = checks.say(turn.tx, entry, Check.ANSWERED, by, "self", turn.now, words, seen=Check.ASKED)
    return "settled" if refusal else None


ANSWER_CHECK: Final = Flow(
    "answer_check",
    Do("look", look, exits={"none": "none"}),
    Ask("about", options),
    Do("check", check, exits={"settled": "settled"}),
    Ask("answer", read=few_words, values=question),
    Do("write", write, exits={"settled": "settled"}, final=True),
    End("thanks", offers=("my_record", "menu")),
    End("settled", offers=("my_record", "menu")),
    End("none", offers=("my_record", "menu")),
)
