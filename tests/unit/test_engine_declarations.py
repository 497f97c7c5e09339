"""A flow that dangles, or that somebody could not read, refuses to be built."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import pytest

from flows.engine import Ask, AskMany, Audience, DanglingFlow, Do, End, Flow, Flows, Go, ReadBack, Say
from tests.unit.shop import ALL, WORDS, write_texts
from texts import UnfilledText

YES = ("yes", "no")


def test_refuses_two_steps_of_one_name() -> None:
    with pytest.raises(DanglingFlow, match="same name"):
        Flow("shop", Say("hello"), End("hello"))


def test_refuses_a_flow_that_stops_without_an_end() -> None:
    with pytest.raises(DanglingFlow, match="nothing"):
        Flow("shop", Say("hello"))


def test_refuses_an_exit_to_nowhere() -> None:
    with pytest.raises(DanglingFlow, match="nowhere"):
        Flow("shop", Ask("size", YES, exits={"yes": "nowhere"}), End("done"))


def test_refuses_a_next_step_that_is_not_there() -> None:
    with pytest.raises(DanglingFlow, match="nowhere"):
        Flow("shop", Do("work", lambda _turn: None, then="nowhere"), End("done"))


def test_refuses_a_step_that_nobody_reaches() -> None:
    with pytest.raises(DanglingFlow, match="nobody reaches lonely"):
        Flow("shop", End("done"), End("lonely"))


def test_refuses_to_read_back_what_is_no_question() -> None:
    with pytest.raises(DanglingFlow, match="no question"):
        Flow("shop", Say("hello"), ReadBack("check", ("hello",)), End("done"))


def test_refuses_to_reset_what_is_not_there() -> None:
    with pytest.raises(DanglingFlow, match="no question"):
        Flow("shop", Ask("size", YES, resets=("ghost",)), End("done"))


def test_refuses_a_question_that_takes_no_answer() -> None:
    with pytest.raises(DanglingFlow, match="takes no answer"):
        Flow("shop", Ask("size"), End("done"))


def test_refuses_a_flow_that_leads_to_an_unknown_flow(tmp_path: Path) -> None:
    texts = write_texts(tmp_path)
    lost = Flow("greet", Say("hello"), Go("on", "no_such_flow"), audience=Audience.ANYONE)
    with pytest.raises(DanglingFlow, match="no_such_flow"):
        Flows([lost], texts)


def test_refuses_to_offer_an_unknown_flow(tmp_path: Path) -> None:
    lost = Flow("secret", End("shown", offers=("no_such_flow",)))
    with pytest.raises(DanglingFlow, match="no_such_flow"):
        Flows([lost], write_texts(tmp_path))


@pytest.mark.parametrize(
    "missing",
    [
        "called",
        "words",
        "size",
        "size-small",
        "extras.retry",
        "note.retry",
        "rating-bad",
        "size.label",
        "check",
        "done",
    ],
)
@pytest.mark.parametrize("language", ["th", "en"])
def test_refuses_a_flow_that_lacks_words_in_one_language(tmp_path: Path, missing: str, language: str) -> None:
    texts = write_texts(tmp_path)
    del texts.patterns[language, f"order.{missing}"]
    with pytest.raises(DanglingFlow, match=f"order.{missing} has no words in {language}"):
        Flows(ALL, texts)


def test_refuses_words_that_begin_two_flows(tmp_path: Path) -> None:
    with pytest.raises(DanglingFlow, match="begins both"):
        Flows(ALL, write_texts(tmp_path, with_words("aside", "words", ("แวะ", "BUY!"))))


def test_refuses_a_text_that_lacks_a_value_when_it_is_said(tmp_path: Path) -> None:
    texts = write_texts(tmp_path, with_words("aside", "said", ("โอเค { $who }", "All right, { $who }.")))
    with pytest.raises(UnfilledText, match=r"aside\.said"):
        texts.say("en", "aside.said")


def test_accepts_many_options_made_at_run_time_without_words(tmp_path: Path) -> None:
    flow = Flow("aside", AskMany("really", lambda _turn: []), End("said"))
    assert Flows([flow], write_texts(tmp_path))["aside"] is flow


def with_words(flow: str, key: str, words: tuple[str, str]) -> dict[str, Any]:
    """The shop's words with one entry said otherwise."""
    changed = copy.deepcopy(WORDS)
    changed[flow][key] = words
    return changed
