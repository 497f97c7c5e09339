"""The rules of projects and roles: which state follows which, what publishing takes, what people must hear of."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import product

import pytest

from domain.projects import (
    PROJECT_MOVES,
    ROLE_MOVES,
    Missing,
    Refusal,
    fact_of,
    may_have_seats,
    may_move,
    missing,
    news,
)
from domain.work import Project, Role, Session

NOW = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)
PROJECT = Project("p", "มูลนิธิ", "ป้าย", "ทำป้าย", "community", "draft", starts_on=date(2026, 12, 1))
ROLE = Role("r", "p", "นักออกแบบ", ("design.graphic",), 2, 3.0, "online", None, frozenset({"sat:morning"}), lead=True)


def meeting(days_ahead: int) -> Session:
    begins = NOW + timedelta(days=days_ahead)
    return Session("s", "p", "kickoff", begins, begins + timedelta(hours=2), "Zoom", "planned")


# ---------------------------------------------------------------- states

ALLOWED = {
    ("draft", "published"),
    ("draft", "closed"),
    ("published", "paused"),
    ("published", "closed"),
    ("paused", "published"),
    ("paused", "closed"),
}
ALLOWED_FOR_ROLES = {("open", "paused"), ("open", "closed"), ("paused", "open"), ("paused", "closed")}


@pytest.mark.parametrize(("before", "after"), list(product(PROJECT_MOVES, PROJECT_MOVES)))
def test_a_project_takes_every_step_that_is_allowed_and_no_other(before: str, after: str) -> None:
    assert (may_move(before, after, PROJECT_MOVES) is None) == ((before, after) in ALLOWED)


@pytest.mark.parametrize(("before", "after"), list(product(ROLE_MOVES, ROLE_MOVES)))
def test_a_role_takes_every_step_that_is_allowed_and_no_other(before: str, after: str) -> None:
    assert (may_move(before, after, ROLE_MOVES) is None) == ((before, after) in ALLOWED_FOR_ROLES)


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        (None, "paused", Refusal.GONE),
        ("paused", "paused", Refusal.SAME),
        ("closed", "closed", Refusal.SAME),
        ("closed", "published", Refusal.CLOSED),
        ("closed", "paused", Refusal.CLOSED),
        ("draft", "paused", Refusal.DRAFT),
        ("published", "draft", Refusal.SEEN),
        ("paused", "draft", Refusal.SEEN),
    ],
)
def test_a_refused_step_says_why(before: str | None, after: str, why: Refusal) -> None:
    assert may_move(before, after, PROJECT_MOVES) is why


@pytest.mark.parametrize(
    ("taken", "changes", "why"),
    [
        (2, {}, None),
        (3, {}, Refusal.FEWER_THAN_TAKEN),
        (0, {"least": 3}, Refusal.FEWER_THAN_LEAST),
        (0, {"reserved": 3}, Refusal.FEWER_THAN_RESERVED),
        (0, {"least": 2, "reserved": 2}, None),
    ],
)
def test_seats_cannot_be_fewer_than_what_rests_on_them(taken: int, changes: dict[str, int], why: Refusal) -> None:
    assert may_have_seats(replace(ROLE, **changes), taken) is why


# ---------------------------------------------------------------- publishing


def test_a_project_with_a_role_dates_and_a_lead_can_be_published() -> None:
    assert missing(PROJECT, [ROLE], [], NOW) == []


def test_each_thing_that_is_missing_is_named() -> None:
    bare = replace(PROJECT, starts_on=None, closes_at=NOW - timedelta(days=1))
    poor = replace(ROLE, title="คนช่วย", skills=(), hours_per_week=0.0, lead=False)
    assert missing(bare, [poor], [], NOW) == [
        Missing("skills", "คนช่วย"),
        Missing("hours", "คนช่วย"),
        Missing("dates"),
        Missing("closes_at"),
        Missing("lead"),
    ]


def test_without_roles_nobody_asks_for_a_lead() -> None:
    assert missing(PROJECT, [], [], NOW) == [Missing("roles")]


def test_closed_roles_count_for_nothing() -> None:
    closed = replace(ROLE, state="closed")
    assert missing(PROJECT, [closed], [], NOW) == [Missing("roles")]


@pytest.mark.parametrize(
    ("starts_on", "sessions", "known"),
    [
        (None, [meeting(3)], True),
        (None, [meeting(-3)], False),
        (date(2026, 11, 23), [], True),
        (date(2026, 11, 22), [], False),
        (date(2026, 11, 22), [meeting(3)], True),
    ],
)
def test_dates_are_a_first_day_or_a_session_still_to_come(
    starts_on: date | None, sessions: list[Session], known: bool
) -> None:
    lacks = missing(replace(PROJECT, starts_on=starts_on), [ROLE], sessions, NOW)
    assert (Missing("dates") not in lacks) is known


# ---------------------------------------------------------------- news


@pytest.mark.parametrize("trivial", [{"title": "อื่น"}, {"buddy": "พี่นก"}, {"seats": 5}, {"nice": ("design.logo",)}])
def test_what_does_not_matter_to_people_is_no_news(trivial: dict[str, object]) -> None:
    assert news(ROLE, replace(ROLE, **trivial)) == {}


def test_news_of_a_role_keep_the_old_values() -> None:
    after = replace(ROLE, hours_per_week=5.0, slots=frozenset({"sun:morning", "mon:evening"}))
    assert news(ROLE, after) == {"hours_per_week": 3.0, "slots": ["sat:morning"]}


def test_news_of_a_project_keep_the_old_values() -> None:
    after = replace(PROJECT, aim="อื่น", starts_on=None, title="ชื่อใหม่")
    assert news(PROJECT, after) == {"aim": "ทำป้าย", "starts_on": "2026-12-01"}


def test_old_values_come_back_as_they_were() -> None:
    before = news(PROJECT, replace(PROJECT, starts_on=None)) | news(ROLE, replace(ROLE, slots=frozenset()))
    assert {name: fact_of(name, value) for name, value in before.items()} == {
        "starts_on": PROJECT.starts_on,
        "slots": ROLE.slots,
    }
