"""One thing that can happen is one event, one file in handlers and one row of the table, all of the same name."""

from __future__ import annotations

import inspect
from pathlib import Path

import handlers
from domain import events
from handlers import HANDLERS, turns

KINDS = {value for name, value in vars(events).items() if name.isupper() and isinstance(value, str)}
FILES = {path.stem for path in Path(handlers.__file__).parent.glob("*.py")} - {"__init__", "flooding", "turns"}


def test_every_event_but_the_ignored_one_has_a_handler() -> None:
    assert set(HANDLERS) == KINDS - {events.EVENT_IGNORED}


def test_every_handler_has_the_file_of_its_name() -> None:
    assert set(HANDLERS) == FILES
    assert {kind: handle.__module__ for kind, handle in HANDLERS.items()} == {
        kind: f"handlers.{kind}" for kind in HANDLERS
    }


def test_an_events_name_is_its_value_in_capitals() -> None:
    assert {name for name in vars(events) if name.isupper() and isinstance(getattr(events, name), str)} == {
        kind.upper() for kind in KINDS
    }


def test_every_event_says_what_it_means_and_which_facts_it_has() -> None:
    lines = inspect.getsource(events).splitlines()
    declared = [number for number, line in enumerate(lines) if ": Final = " in line]
    assert all(lines[number + 1].startswith('"""') for number in declared)


def test_the_events_that_turns_treats_apart_exist() -> None:
    assert turns.UNASKED | turns.FROM_THE_PERSON | set(turns.RANKS) <= KINDS
    assert not turns.UNASKED & turns.FROM_THE_PERSON
