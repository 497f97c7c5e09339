"""Every step from every state: taken where it follows, refused with a reason where it does not, and nothing between."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, func, select, update

from domain.sign_ups import MOVES, SEATED, Refusal
from storage import authoring, chats, offers, people, seats, sign_ups, teams
from storage.schema import companies, inbox, projects, roles, sign_up_moves
from tests.storage import some
from tests.storage.some import NOW

SOON = NOW + timedelta(minutes=1)
STAFF = "staff2345678"

STEPS: dict[str, tuple[Callable[[Connection, str, str], Refusal | None], str]] = {
    "ask": (lambda tx, role, who: seats.ask(tx, role, who, "why", SOON), "interested"),
    "accept": (lambda tx, role, who: offers.accept(tx, role, who, SOON), "accepted"),
    "decline": (lambda tx, role, who: offers.decline(tx, role, who, SOON), "declined"),
    "shortlist": (lambda tx, role, who: seats.shortlist(tx, role, who, STAFF, SOON), "shortlisted"),
    "offer": (lambda tx, role, who: offers.offer(tx, role, who, STAFF, SOON), "offered"),
    "line": (lambda tx, role, who: seats.put_in_line(tx, role, who, STAFF, SOON), "waiting"),
    "turn_down": (lambda tx, role, who: seats.turn_down(tx, role, who, STAFF, SOON), "turned_down"),
    "train": (lambda tx, role, who: seats.advance(tx, role, who, "trained", STAFF, SOON), "trained"),
    "activate": (lambda tx, role, who: seats.advance(tx, role, who, "active", STAFF, SOON), "active"),
    "complete": (lambda tx, role, who: seats.advance(tx, role, who, "completed", STAFF, SOON), "completed"),
    "release": (lambda tx, role, who: seats.release(tx, role, who, STAFF, "no answer", SOON), "released"),
}
"""Every step that somebody can take with a sign-up, and where it leads (of a role whose people staff choose)."""


def follows(before: str | None, step: str) -> bool:
    """Whether the table of moves allows this step; a seat is accepted only when it was offered."""
    if step in {"accept", "decline"}:
        return before == "offered"
    if before is None and step != "ask":
        return False
    return STEPS[step][1] in MOVES[before]


def standing_at(tx: Connection, state: str | None, **facts: Any) -> tuple[str, str]:
    """A role with two seats where staff choose, and somebody who stands so with it."""
    role, who = some.role(tx, some.project(tx), seats=2, admission="chosen", **facts), some.reached(tx)
    if state is not None:
        until = {"expires_at": NOW + timedelta(days=1)} if state == "offered" else {}
        seats.write(tx, role, who, state, NOW, **until)
    return role, who


def count_moves(tx: Connection) -> int:
    return tx.execute(select(func.count()).select_from(sign_up_moves)).scalar_one()


@pytest.mark.parametrize("step", STEPS)
def test_a_step_is_taken_from_where_it_follows_and_refused_with_a_reason_from_everywhere_else(
    engine: Engine, step: str
) -> None:
    with engine.begin() as tx:
        for before in MOVES:
            role, who = standing_at(tx, before)
            earlier = count_moves(tx)
            refusal = STEPS[step][0](tx, role, who)
            after = sign_ups.state_of(tx, role, who)
            if follows(before, step):
                assert (before, refusal, after) == (before, None, STEPS[step][1])
            else:
                assert isinstance(refusal, Refusal), before
                assert after == before
            assert count_moves(tx) == earlier + follows(before, step)


def test_who_has_a_seat_or_waits_can_withdraw_and_nobody_else(engine: Engine) -> None:
    with engine.begin() as tx:
        for before in filter(None, MOVES):
            role, who = standing_at(tx, before)
            holds = before in {*SEATED, "interested", "shortlisted", "waiting"} - {"completed"}
            assert (seats.withdraw(tx, role, who, SOON) is None) == holds, before
            given_up = "declined" if before == "offered" else "withdrawn"
            assert sign_ups.state_of(tx, role, who) == (given_up if holds else before)


# ---------------------------------------------------------------- why not


def refusal_of_offer(tx: Connection, role: str, who: str) -> Refusal | None:
    return offers.offer(tx, role, who, STAFF, SOON)


def test_a_full_role_offers_no_more_seats(engine: Engine) -> None:
    with engine.begin() as tx:
        role, who = standing_at(tx, "interested")
        for _ in range(2):
            seats.write(tx, role, some.reached(tx), "accepted", NOW)
        assert refusal_of_offer(tx, role, who) is Refusal.FULL


def test_two_offers_to_one_person_are_refused_until_the_first_is_answered_or_over(engine: Engine) -> None:
    with engine.begin() as tx:
        role, who = standing_at(tx, "interested")
        other = some.role(tx, some.project(tx), admission="chosen")
        seats.write(tx, other, who, "interested", NOW)
        assert refusal_of_offer(tx, role, who) is None
        assert refusal_of_offer(tx, role, who) is Refusal.HAS_OFFER
        assert refusal_of_offer(tx, other, who) is Refusal.HAS_OFFER
        assert offers.decline(tx, role, who, SOON) is None
        assert refusal_of_offer(tx, other, who) is None


def test_nobody_is_offered_a_seat_whom_nothing_reaches(engine: Engine) -> None:
    with engine.begin() as tx:
        role, who = standing_at(tx, "interested")
        chats.mark_unreachable(tx, chats.of_person(tx, who)[0].name)
        assert refusal_of_offer(tx, role, who) is Refusal.UNREACHABLE
        assert sign_ups.state_of(tx, role, who) == "interested"


def test_who_should_not_work_with_an_organisation_can_neither_ask_nor_be_offered(engine: Engine) -> None:
    with engine.begin() as tx:
        role, who = standing_at(tx, "interested")
        newcomer = some.reached(tx)
        for person in (who, newcomer):
            people.learn(tx, person, conflicts=["มูลนิธิบ้านอุ่นใจ"])
        assert refusal_of_offer(tx, role, who) is Refusal.CONFLICT
        assert seats.ask(tx, role, newcomer, None, NOW) is Refusal.CONFLICT


@pytest.mark.parametrize(("gap", "refusal"), [(1, Refusal.CLASHES), (2, None), (-2, None), (0, Refusal.CLASHES)])
def test_a_clash_with_another_session_is_refused_and_back_to_back_is_allowed(
    engine: Engine, gap: int, refusal: Refusal | None
) -> None:
    with engine.begin() as tx:
        busy, wanted, who = some.project(tx), some.project(tx), some.reached(tx)
        some.session(tx, busy, timedelta(days=1))
        some.session(tx, wanted, timedelta(days=1, hours=gap))
        assert seats.ask(tx, some.role(tx, busy), who, None, NOW) is None
        assert seats.ask(tx, some.role(tx, wanted), who, None, NOW) is refusal


def test_days_away_clash_with_sessions(engine: Engine) -> None:
    with engine.begin() as tx:
        project, who = some.project(tx), some.reached(tx)
        some.session(tx, project, timedelta(days=1))
        people.learn(tx, who, away=[((NOW + timedelta(days=1)).date(), (NOW + timedelta(days=2)).date())])
        assert seats.ask(tx, some.role(tx, project), who, None, NOW) is Refusal.CLASHES


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        (roles, "state", "paused"),
        (roles, "state", "closed"),
        (projects, "state", "paused"),
        (projects, "closes_at", NOW),
    ],
)
def test_what_is_paused_closed_or_past_its_last_day_takes_no_sign_ups(
    engine: Engine, table: Any, column: str, value: Any
) -> None:
    with engine.begin() as tx:
        role, who = standing_at(tx, None)
        tx.execute(update(table).values(**{column: value}))
        assert seats.ask(tx, role, who, None, NOW) is Refusal.CLOSED


# ---------------------------------------------------------------- seats kept for a company


def reserved(tx: Connection, kept: int = 1) -> tuple[str, str]:
    """A role with two seats of which some are kept for a company until tomorrow, and the company."""
    tx.execute(companies.insert().values(id="acme", name="ก้าวหน้า", code="acme-1", made_at=NOW))
    until = {"reserved": kept, "reserved_for": "acme", "reserved_until": NOW + timedelta(days=1)}
    return some.role(tx, some.project(tx), seats=2, **until), "acme"


def colleague(tx: Connection, company: str) -> str:
    found = some.reached(tx)
    people.learn(tx, found, company=company)
    return found


def test_a_kept_seat_goes_to_the_company_and_others_wait(engine: Engine) -> None:
    with engine.begin() as tx:
        role, company = reserved(tx)
        first, second, sent = some.reached(tx), some.reached(tx), colleague(tx, company)
        for person in (first, second, sent):
            assert seats.ask(tx, role, person, None, NOW) is None
        assert [sign_ups.state_of(tx, role, each) for each in (first, second, sent)] == [
            "accepted",
            "waiting",
            "accepted",
        ]


def test_when_the_time_is_over_a_kept_seat_goes_to_the_line_before_a_newcomer(engine: Engine) -> None:
    later = NOW + timedelta(days=1)
    with engine.begin() as tx:
        role, _ = reserved(tx)
        first, waiting, newcomer = some.reached(tx), some.reached(tx), some.reached(tx)
        seats.ask(tx, role, first, None, NOW)
        seats.ask(tx, role, waiting, None, NOW)
        assert offers.fill_all(tx, SOON) == 0
        assert seats.ask(tx, role, newcomer, None, later) is None
        assert [sign_ups.state_of(tx, role, each) for each in (waiting, newcomer)] == ["offered", "waiting"]
        assert offers.fill_all(tx, later) == 0


def test_staff_are_told_that_a_seat_is_kept(engine: Engine) -> None:
    with engine.begin() as tx:
        role, company = reserved(tx, kept=2)
        stranger, sent = some.reached(tx), colleague(tx, company)
        for person in (stranger, sent):
            seats.write(tx, role, person, "waiting", NOW)
        assert refusal_of_offer(tx, role, stranger) is Refusal.RESERVED
        assert refusal_of_offer(tx, role, sent) is None


# ---------------------------------------------------------------- closing, and the team


def test_when_a_role_closes_everybody_who_waits_hears_it(engine: Engine) -> None:
    with engine.begin() as tx:
        role = some.role(tx, some.project(tx), seats=2)
        states = ("interested", "shortlisted", "waiting", "offered", "accepted", "never")
        standing = {state: some.reached(tx) for state in states}
        for state, person in standing.items():
            seats.write(tx, role, person, state, NOW)
        assert seats.close(tx, role, STAFF, SOON) == 4
        after = {state: sign_ups.state_of(tx, role, person) for state, person in standing.items()}
        assert after == dict.fromkeys(states[:4], "turned_down") | {"accepted": "accepted", "never": "never"}
        told = tx.execute(select(inbox.c.facts).where(inbox.c.kind == "sign_up_answered")).scalars().all()
        assert [facts["state"] for facts in told] == ["turned_down"] * 4
        assert sign_ups.owed(tx) == []


def teamed_at(tx: Connection, project: str) -> Any:
    return tx.execute(select(projects.c.teamed_at).where(projects.c.id == project)).scalar_one()


def test_a_team_is_whole_once_every_open_role_has_whom_it_needs_and_staff_hear_it_once(engine: Engine) -> None:
    with engine.begin() as tx:
        some.staff(tx)
        project = some.project(tx)
        lead, draw = some.role(tx, project, lead=True), some.role(tx, project, seats=3, least=2)
        first, second, third, fourth = (some.reached(tx) for _ in range(4))
        seats.ask(tx, draw, first, None, NOW)
        seats.ask(tx, draw, second, None, NOW)
        assert [(gap.role.id, gap.missing) for gap in teams.gaps(tx, project)] == [(lead, 1)]
        assert teamed_at(tx, project) is None
        seats.ask(tx, lead, third, None, SOON)
        assert teamed_at(tx, project) == SOON
        seats.ask(tx, draw, fourth, None, SOON + timedelta(minutes=1))
        assert teamed_at(tx, project) == SOON
        kinds = tx.execute(select(inbox.c.kind)).scalars().all()
        assert kinds.count("team_completed") == 1


def test_a_team_that_loses_somebody_it_needs_is_whole_no_longer(engine: Engine) -> None:
    with engine.begin() as tx:
        some.staff(tx)
        project = some.project(tx)
        role, who = some.role(tx, project), some.reached(tx)
        seats.ask(tx, role, who, None, NOW)
        assert teamed_at(tx, project) == NOW
        seats.release(tx, role, who, STAFF, "no answer", SOON)
        assert teamed_at(tx, project) is None
        assert "seat_freed" in tx.execute(select(inbox.c.kind)).scalars().all()


def test_who_has_done_the_work_keeps_the_seat_and_the_team_stays_whole(engine: Engine) -> None:
    with engine.begin() as tx:
        project = some.project(tx)
        role, who, late = some.role(tx, project), some.reached(tx), some.reached(tx)
        seats.ask(tx, role, who, None, NOW)
        for state in ("trained", "active", "completed"):
            assert seats.advance(tx, role, who, state, STAFF, SOON) is None
        seats.ask(tx, role, late, None, SOON)
        assert sign_ups.state_of(tx, role, late) == "waiting"


def test_a_team_is_whole_when_it_needs_fewer_people_than_before(engine: Engine) -> None:
    with engine.begin() as tx:
        project = some.project(tx)
        role, who = some.role(tx, project, seats=2, least=2), some.reached(tx)
        seats.ask(tx, role, who, None, NOW)
        assert teamed_at(tx, project) is None
        assert authoring.change_role(tx, role, STAFF, SOON, least=1) is None
        assert teamed_at(tx, project) == SOON


def test_where_staff_choose_more_seats_are_theirs_to_give(engine: Engine) -> None:
    with engine.begin() as tx:
        role, who = standing_at(tx, "waiting")
        assert authoring.change_role(tx, role, STAFF, SOON, seats=3) is None
        assert sign_ups.state_of(tx, role, who) == "waiting"
