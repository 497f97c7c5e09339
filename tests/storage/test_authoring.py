"""What staff do with projects and roles, on real databases."""

from __future__ import annotations

import threading
from datetime import date, timedelta

import pytest
from sqlalchemy import Connection, Engine, select

from domain.projects import Refusal
from storage import authoring, changes, projects, seats, sign_ups
from storage.schema import audit, inbox
from storage.schema import projects as projects_table
from tests.storage import some
from tests.storage.some import NOW

SOON = NOW + timedelta(minutes=1)
STAFF = "staffmember2"


def acts(tx: Connection) -> list[tuple[str, str]]:
    return [(row.act, row.subject) for row in tx.execute(select(audit.c.act, audit.c.subject))]


def told(tx: Connection, kind: str) -> list[str]:
    """In which chats such an event waits."""
    query = select(inbox.c.chat).where(inbox.c.kind == kind, inbox.c.state == "waiting")
    return sorted(tx.execute(query).scalars())


def state_of(tx: Connection, project: str) -> str:
    found = projects.find(tx, project)
    assert found is not None
    return found.state


def signed_up(tx: Connection, role: str, state: str, chat: str | None = None) -> str:
    person = some.person(tx, chat=chat)
    seats.write(tx, role, person, state, NOW)
    return person


# ---------------------------------------------------------------- changing


def test_a_project_says_what_was_written_anew(engine: Engine) -> None:
    with engine.begin() as tx:
        project = some.project(tx)
        facts = {"scope_out": "ไม่ทำเว็บ", "starts_on": date(2026, 12, 1), "closes_at": SOON}
        assert authoring.change_project(tx, project, STAFF, NOW, **facts) is None
        found = projects.find(tx, project)
        assert found is not None
        assert {name: getattr(found, name) for name in facts} == facts
        assert acts(tx) == [("project_changed", f"{project}:closes_at,scope_out,starts_on")]


def test_a_role_says_what_was_written_anew(engine: Engine) -> None:
    with engine.begin() as tx:
        role = some.role(tx, some.project(tx))
        facts = {"purpose": "ให้คนเห็น", "levels": {"design.graphic": "able"}, "nice": ["design.logo"], "lead": True}
        assert authoring.change_role(tx, role, STAFF, NOW, **facts) is None
        found = projects.find_role(tx, role)
        assert found is not None
        assert (found.role.purpose, found.role.levels, found.role.nice, found.role.lead) == (
            "ให้คนเห็น",
            {"design.graphic": "able"},
            ("design.logo",),
            True,
        )
        assert acts(tx) == [("role_changed", f"{role}:lead,levels,nice,purpose")]


def test_fewer_seats_than_are_taken_are_refused(engine: Engine) -> None:
    with engine.begin() as tx:
        role = some.role(tx, some.project(tx), seats=3)
        for state in ("accepted", "offered"):
            signed_up(tx, role, state)
        assert authoring.change_role(tx, role, STAFF, NOW, seats=1) is Refusal.FEWER_THAN_TAKEN
        assert authoring.change_role(tx, role, STAFF, NOW, seats=2, least=3) is Refusal.FEWER_THAN_LEAST
        assert authoring.change_role(tx, role, STAFF, NOW, seats=2) is None


def test_more_seats_are_offered_to_who_waits(engine: Engine) -> None:
    with engine.begin() as tx:
        role = some.role(tx, some.project(tx))
        signed_up(tx, role, "accepted")
        waiting = signed_up(tx, role, "waiting", "line:u1")
        authoring.change_role(tx, role, STAFF, NOW, seats=2)
        assert sign_ups.state_of(tx, role, waiting) == "offered"


def test_what_has_ended_is_not_changed(engine: Engine) -> None:
    with engine.begin() as tx:
        project = some.project(tx)
        role = some.role(tx, project)
        authoring.move_project(tx, project, "closed", STAFF, NOW)
        assert authoring.change_project(tx, project, STAFF, SOON, title="อื่น") is Refusal.CLOSED
        assert authoring.change_role(tx, role, STAFF, SOON, title="อื่น") is Refusal.CLOSED
        assert authoring.change_project(tx, "nosuchthing2", STAFF, SOON, title="อื่น") is Refusal.GONE
        assert authoring.change_role(tx, "nosuchthing2", STAFF, SOON, title="อื่น") is Refusal.GONE


# ---------------------------------------------------------------- copying


def test_a_copy_is_a_draft_with_the_roles_and_without_dates(engine: Engine) -> None:
    with engine.begin() as tx:
        project = some.project(tx, "เพจใหม่")
        projects.change(tx, project, scope_in="โลโก้", starts_on=date(2026, 12, 1), closes_at=SOON)
        role = some.role(tx, project, "นักออกแบบ", seats=2)
        authoring.change_role(tx, role, STAFF, NOW, learns="ทำแบรนด์", lead=True, levels={"design.graphic": "able"})
        gone = some.role(tx, project, "ปิดแล้ว")
        authoring.move_role(tx, gone, "closed", STAFF, NOW)
        some.session(tx, project, timedelta(days=3))
        made = authoring.copy(tx, project, STAFF, SOON)
        assert made is not None
        copied = projects.find(tx, made)
        assert copied is not None
        assert (copied.title, copied.scope_in, copied.state) == ("เพจใหม่", "โลโก้", "draft")
        assert (copied.starts_on, copied.closes_at) == (None, None)
        (its,) = projects.roles_of(tx, made)
        assert (its.title, its.seats, its.learns, its.lead) == ("นักออกแบบ", 2, "ทำแบรนด์", True)
        assert (its.levels, its.state) == ({"design.graphic": "able"}, "open")
        assert authoring.copy(tx, "nosuchthing2", STAFF, SOON) is None


# ---------------------------------------------------------------- states


@pytest.mark.parametrize(
    ("steps", "after", "why"),
    [
        ([], "closed", None),
        ([], "paused", Refusal.DRAFT),
        ([], "published", Refusal.DRAFT),
        (["publish"], "paused", None),
        (["publish"], "published", Refusal.SAME),
        (["publish", "paused"], "published", None),
        (["publish", "paused"], "paused", Refusal.SAME),
        (["publish", "paused"], "closed", None),
        (["publish", "closed"], "published", Refusal.CLOSED),
        (["publish", "closed"], "paused", Refusal.CLOSED),
    ],
)
def test_a_project_moves_only_where_it_may(engine: Engine, steps: list[str], after: str, why: Refusal | None) -> None:
    with engine.begin() as tx:
        project = some.project(tx, open_now=False)
        for step in steps:
            if step == "publish":
                assert projects.publish(tx, project, NOW)
            else:
                assert authoring.move_project(tx, project, step, STAFF, NOW) is None
        before = state_of(tx, project)
        assert authoring.move_project(tx, project, after, STAFF, SOON) is why
        assert state_of(tx, project) == (before if why else after)


def test_a_paused_role_takes_nobody_until_it_is_resumed(engine: Engine) -> None:
    with engine.begin() as tx:
        role = some.role(tx, some.project(tx))
        person = some.person(tx, chat="line:u1")
        assert authoring.move_role(tx, role, "paused", STAFF, NOW) is None
        assert seats.ask(tx, role, person, None, SOON) is not None
        assert authoring.move_role(tx, role, "open", STAFF, SOON) is None
        assert seats.ask(tx, role, person, None, SOON) is None


def test_seats_that_became_free_while_paused_are_offered_on_resuming(engine: Engine) -> None:
    with engine.begin() as tx:
        project = some.project(tx)
        role = some.role(tx, project)
        seated, waiting = signed_up(tx, role, "accepted"), signed_up(tx, role, "waiting", "line:u1")
        authoring.move_project(tx, project, "paused", STAFF, NOW)
        seats.withdraw(tx, role, seated, SOON)
        assert sign_ups.state_of(tx, role, waiting) == "waiting"
        authoring.move_project(tx, project, "published", STAFF, SOON)
        assert sign_ups.state_of(tx, role, waiting) == "offered"


def test_closing_answers_every_applicant_and_leaves_the_team(engine: Engine) -> None:
    with engine.begin() as tx:
        project = some.project(tx)
        role = some.role(tx, project, seats=5)
        asked = ("interested", "shortlisted", "waiting", "offered")
        applicants = {state: signed_up(tx, role, state, f"line:{state}") for state in asked}
        member = signed_up(tx, role, "accepted", "line:member")
        assert authoring.move_project(tx, project, "closed", STAFF, SOON) is None
        assert {sign_ups.state_of(tx, role, each) for each in applicants.values()} == {"turned_down"}
        assert sign_ups.state_of(tx, role, member) == "accepted"
        assert told(tx, "sign_up_answered") == sorted(f"line:{state}" for state in asked)
        assert told(tx, "seat_offered") == []
        assert tx.execute(select(projects_table.c.closed_at)).scalar_one() == SOON


def test_closing_one_role_leaves_the_others_open(engine: Engine) -> None:
    with engine.begin() as tx:
        project = some.project(tx)
        one, other = some.role(tx, project, "หนึ่ง"), some.role(tx, project, "สอง")
        asked = {role: signed_up(tx, role, "interested") for role in (one, other)}
        authoring.move_role(tx, one, "closed", STAFF, SOON)
        assert sign_ups.state_of(tx, one, asked[one]) == "turned_down"
        assert sign_ups.state_of(tx, other, asked[other]) == "interested"
        assert authoring.move_role(tx, one, "open", STAFF, SOON) is Refusal.CLOSED


def test_whoever_asks_while_it_closes_is_answered_or_refused(engine: Engine) -> None:
    with engine.begin() as tx:
        project = some.project(tx)
        role = some.role(tx, project)
        authoring.change_role(tx, role, STAFF, NOW, admission="chosen")
        people = [some.person(tx) for _ in range(30)]
    refusals: list[object] = []

    def ask(person: str) -> None:
        with engine.begin() as tx:
            refusals.append(seats.ask(tx, role, person, None, SOON))

    def close() -> None:
        with engine.begin() as tx:
            assert authoring.move_project(tx, project, "closed", STAFF, SOON) is None

    threads = [threading.Thread(target=ask, args=(person,)) for person in people]
    threads.insert(15, threading.Thread(target=close))
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with engine.begin() as tx:
        states = [sign_ups.state_of(tx, role, person) for person in people]
    assert len(refusals) == len(people)
    assert set(states) <= {None, "turned_down"}
    assert states.count("turned_down") == refusals.count(None)


def test_seats_are_never_lowered_below_what_is_being_taken(engine: Engine) -> None:
    with engine.begin() as tx:
        role = some.role(tx, some.project(tx), seats=10)
        people = [some.person(tx) for _ in range(10)]

    def ask(person: str) -> None:
        with engine.begin() as tx:
            seats.ask(tx, role, person, None, SOON)

    def lower() -> None:
        with engine.begin() as tx:
            authoring.change_role(tx, role, STAFF, SOON, seats=3)

    threads = [threading.Thread(target=ask, args=(person,)) for person in people]
    threads.insert(3, threading.Thread(target=lower))
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with engine.begin() as tx:
        found = projects.find_role(tx, role)
    assert found is not None
    assert found.taken <= found.role.seats


# ---------------------------------------------------------------- news for those who signed up


def test_changes_wait_until_it_has_been_quiet(engine: Engine) -> None:
    with engine.begin() as tx:
        project = some.project(tx)
        role = some.role(tx, project)
        authoring.change_role(tx, role, STAFF, NOW, hours_per_week=5.0)
        later = NOW + timedelta(minutes=4)
        authoring.change_role(tx, role, STAFF, later, hours_per_week=6.0, place="both", province="CMI")
        authoring.change_project(tx, project, STAFF, later, aim="อื่น")
        assert changes.ripe(tx, NOW + changes.QUIET, 10) == []
        assert changes.ripe(tx, later + changes.QUIET, 10) == [project]
        assert changes.take(tx, project) == {
            role: {"hours_per_week": 3.0, "place": "online", "province": None},
            project: {"aim": "ให้คนรู้จัก"},
        }
        assert changes.ripe(tx, later + changes.QUIET, 10) == []


def test_changes_of_a_draft_and_small_ones_are_not_told(engine: Engine) -> None:
    with engine.begin() as tx:
        draft, open_now = some.project(tx, open_now=False), some.project(tx)
        authoring.change_role(tx, some.role(tx, draft), STAFF, NOW, hours_per_week=5.0)
        authoring.change_project(tx, draft, STAFF, NOW, aim="อื่น")
        authoring.change_role(tx, some.role(tx, open_now), STAFF, NOW, title="อื่น", buddy="พี่นก", seats=4)
        authoring.change_project(tx, open_now, STAFF, NOW, title="อื่น")
        assert changes.ripe(tx, NOW + timedelta(days=1), 10) == []


def test_who_stands_with_a_role_is_concerned_by_it(engine: Engine) -> None:
    with engine.begin() as tx:
        project = some.project(tx)
        one, other = some.role(tx, project, "หนึ่ง", seats=9), some.role(tx, project, "สอง")
        member, waiting = signed_up(tx, one, "accepted", "line:u1"), signed_up(tx, one, "waiting", "telegram:2")
        for state in ("never", "not_now", "withdrawn", "turned_down", "completed", "expired"):
            signed_up(tx, one, state)
        seats.write(tx, other, member, "interested", NOW)
        assert changes.concerned(tx, [one, other]) == {member: {one, other}, waiting: {one}}
        assert changes.channels_of(tx, [one, other]) == {member: "line", waiting: "telegram"}
