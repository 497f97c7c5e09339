"""Whatever staff do is in the audit log, in words, by the right people, for good."""

from __future__ import annotations

import ast
import dis
import re
import types
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy
from sqlalchemy import Engine

from domain.duties import ADMIN_ACTS
from flows import FLOWS
from flows.engine import Audience, Do, Flow
from flows.engine.steps import Question
from storage import audit as audit_rows
from storage import writing
from tests.conversations import seeds
from tests.phone import Desk
from texts import all_texts

ROOT = Path(__file__).parents[2]
ROOMS = ("flows", "handlers", "storage", "scheduler", "bot")
FOR_STAFF = [flow for flow in FLOWS.by_name.values() if flow.audience in {Audience.STAFF, Audience.ADMINS}]
FOR_ADMINS = [flow for flow in FOR_STAFF if flow.audience == Audience.ADMINS]


# ---------------------------------------------------------------- who may


@pytest.fixture
def desk(engine: Engine, now: datetime) -> Desk:
    with engine.begin() as tx:
        seeds.demo(tx, now)
        seeds.somebody(tx, now, "telegram:1", "name=ฟ้า staff=yes")
        seeds.somebody(tx, now, "telegram:2", "name=ต้อง staff=coordinator")
        seeds.somebody(tx, now, "telegram:3", "name=มะลิ")
    return Desk(engine, now)


@pytest.mark.parametrize("flow", FOR_ADMINS, ids=lambda flow: flow.name)
def test_only_admins_begin_what_is_for_admins(desk: Desk, flow: Flow) -> None:
    refusals = [all_texts().say("th", f"engine.for_{whom}") for whom in ("staff", "admins")]
    said = {}
    for chat in ("telegram:1", "telegram:2", "telegram:3"):
        said[chat] = desk.phone(chat).new("button_pressed", value=f"go:{flow.name}", picked=None)
    assert said["telegram:1"][0].body not in refusals
    assert [said[f"telegram:{each}"][0].body for each in (3, 2)] == refusals
    assert all(said[f"telegram:{each}"][0].choices for each in (3, 2))


@pytest.mark.parametrize("flow", FOR_STAFF, ids=lambda flow: flow.name)
def test_only_staff_begin_what_is_for_staff(desk: Desk, flow: Flow) -> None:
    refusal = all_texts().say("th", "engine.for_staff")
    said = [
        desk.phone(chat).new("button_pressed", value=f"go:{flow.name}", picked=None)[0].body
        for chat in ("telegram:1", "telegram:3")
    ]
    assert said[0] != refusal
    assert said[1] == refusal


# ---------------------------------------------------------------- what is written down


def reached(function: Any, seen: set[int]) -> Iterator[Any]:
    """Every function of ours that this one may call, itself included."""
    if isinstance(function, partial):
        function = function.func
    if not isinstance(function, types.FunctionType) or id(function) in seen:
        return
    seen.add(id(function))
    yield function
    for called in named_in(function):
        yield from reached(called, seen)


def named_in(function: types.FunctionType) -> Iterator[Any]:
    """What a function's code names: globals, what is taken from modules among them, and what it encloses."""
    yield from (cell.cell_contents for cell in function.__closure__ or ())
    for code in (function.__code__, *filter(is_code, function.__code__.co_consts)):
        steps = list(dis.get_instructions(code))
        for step, following in pairwise(steps):
            found = function.__globals__.get(step.argval) if step.opname == "LOAD_GLOBAL" else None
            if isinstance(found, types.ModuleType) and following.opname in {"LOAD_ATTR", "LOAD_METHOD"}:
                yield getattr(found, following.argval, None)
            elif found is not None:
                yield found


def is_code(constant: Any) -> bool:
    """Whether a constant is the code of a function within."""
    return isinstance(constant, types.CodeType)


WRITERS = {sqlalchemy.insert, sqlalchemy.update, sqlalchemy.delete, writing.insert_into}
PLACES = ("flows.", "storage.")
OUR_OWN = {"storage.chats", "storage.outbox", "storage.inbox", "storage.notices"}
"""What is said, and what is to be said: no act of its own."""


def writes(function: types.FunctionType) -> bool:
    """Whether the function itself puts something into a table."""
    if function.__module__ in OUR_OWN or function is audit_rows.record:
        return False
    return any(each in WRITERS for each in named_in(function) if callable(each))


def steps_that_do(flow: Flow) -> Iterator[tuple[str, Callable[..., Any]]]:
    """What a flow's steps run that may change the record."""
    for step in flow.steps:
        if isinstance(step, Do):
            yield step.name, step.run
        elif isinstance(step, Question) and step.keep:
            yield step.name, step.keep


DOINGS = [(flow.name, name, run) for flow in FOR_STAFF for name, run in steps_that_do(flow)]
NO_ACTS = {
    ("companies", "pictures"): "draws a picture",
    ("check_in_code", "pictures"): "draws a picture",
    ("session_board", "results"): "makes a link to a picture of what is shown",
    ("value_report", "show"): "makes a link to a picture of what is shown",
    ("broadcast", "show"): "keeps a draft that only its writer sees; planning to send it is the act",
}
"""What is written down and yet no act, and why."""


@pytest.mark.parametrize(("flow", "step", "run"), DOINGS, ids=lambda value: value if isinstance(value, str) else "")
def test_what_staff_change_is_in_the_audit_log(flow: str, step: str, run: Callable[..., Any]) -> None:
    called = [each for each in reached(run, set()) if each.__module__.startswith(PLACES)]
    changes = any(map(writes, called)) and (flow, step) not in NO_ACTS
    assert not changes or audit_rows.record in called


def test_the_search_for_changes_finds_them() -> None:
    changing = {(flow, step) for flow, step, run in DOINGS if any(writes(each) for each in reached(run, set()))}
    assert changing >= {
        ("staff_members", "remove"),
        ("staff_members", "make_code"),
        ("network_settings", "write"),
        ("companies", "make"),
        ("create_project", "save"),
        ("answer_person", "send"),
    }
    assert ("staff_members", "look") not in changing


# ---------------------------------------------------------------- in which words


def recorded() -> Iterator[tuple[Path, str]]:
    """Every act that the code writes into the log; ``*`` stands for what is filled in."""
    for path in (path for room in ROOMS for path in sorted((ROOT / room).rglob("*.py"))):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            name = getattr(node.func, "attr", getattr(node.func, "id", "")) if isinstance(node, ast.Call) else ""
            if name == "record" and isinstance(node, ast.Call) and len(node.args) >= 5:
                for word in words_of(node.args[2]):
                    yield path.relative_to(ROOT), word


def words_of(node: ast.expr) -> Iterator[str]:
    """The act that an argument names, or the several that it may name."""
    if isinstance(node, ast.Constant):
        yield str(node.value)
    elif isinstance(node, ast.JoinedStr):
        yield "".join(str(part.value) if isinstance(part, ast.Constant) else "*" for part in node.values)
    elif isinstance(node, ast.IfExp):
        yield from (*words_of(node.body), *words_of(node.orelse))


def test_every_act_has_its_words() -> None:
    texts = all_texts()
    told = {key.partition("audit_log.act-")[2] for key in texts.keys("th") if key.startswith("audit_log.act-")}
    acts = {act for _, act in recorded()}
    assert len(acts) > 10
    missing = {act for act in acts if not any(re.fullmatch(act.replace("*", r"\w+"), each) for each in told)}
    assert missing == set()


def test_what_only_admins_do_is_done_only_where_only_admins_come() -> None:
    modules = {f"flows/{flow.name}.py" for flow in FOR_ADMINS}
    by_operator = {("bot/__main__.py", "staff_invited")}
    places = {(str(path), act) for path, act in recorded() if act in ADMIN_ACTS} - by_operator
    assert {act for _, act in places} == ADMIN_ACTS
    assert {path for path, _ in places} <= modules


# ---------------------------------------------------------------- for good


def test_nothing_changes_or_removes_a_line_but_its_age() -> None:
    changing = re.compile(r"\b(?:update|delete)\(\s*(?:schema\.)?audit\b")
    found = [
        str(path.relative_to(ROOT))
        for room in ROOMS
        for path in sorted((ROOT / room).rglob("*.py"))
        if changing.search(path.read_text(encoding="utf-8"))
    ]
    assert found == ["storage/retention.py"]
