"""Looking back: the first level counts, nobody is asked or answers twice; organisations speak for their projects."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Connection, Engine, insert, select

from storage import look_backs, people, seats
from storage import organisation_reviews as reviews
from storage.schema import inbox, organisation_members
from tests.storage import some


def done(tx: Connection, now: datetime, person: str) -> str:
    """A role that this person had until it was done; meanwhile they got better."""
    role = some.role(tx, some.project(tx))
    people.set_skills(tx, person, {"design.graphic": "learning"})
    seats.write(tx, role, person, "accepted", now)
    people.set_skills(tx, person, {"design.graphic": "teaching"})
    for state in ("trained", "active", "completed"):
        seats.write(tx, role, person, state, now)
    return role


def test_the_level_at_the_time_of_the_seat_is_the_one_before(engine: Engine, now: datetime) -> None:
    with engine.begin() as tx:
        person = some.person(tx)
        role = done(tx, now, person)
        assert look_backs.before(tx, role, person) == {"design.graphic": "learning"}
        people.set_skills(tx, person, {"design.graphic": "able"})
        seats.write(tx, role, person, "withdrawn", now)
        seats.write(tx, role, person, "accepted", now)
        assert look_backs.before(tx, role, person) == {"design.graphic": "learning"}


def test_who_is_done_is_told_once_and_answers_once(engine: Engine, now: datetime) -> None:
    with engine.begin() as tx:
        person = some.reached(tx)
        role = done(tx, now, person)
        waiting = tx.execute(select(inbox.c.kind).where(inbox.c.kind == "look_back_wanted")).scalars().all()
        assert len(waiting) == 1
        assert [each.role.id for each in look_backs.wanted(tx, person)] == [role]
        assert look_backs.note_asked(tx, role, person, now)
        assert not look_backs.note_asked(tx, role, person, now + timedelta(days=1))
        assert look_backs.answer(tx, role, person, now, after={"design.graphic": "able"}, would_invite=9, advises=2)
        assert not look_backs.answer(tx, role, person, now, would_invite=0)
        assert look_backs.wanted(tx, person) == []
        (found,) = look_backs.all_of_them(tx)
        assert (found.before, found.would_invite) == ({"design.graphic": "learning"}, 9)


def test_what_was_said_goes_with_the_person(engine: Engine, now: datetime) -> None:
    with engine.begin() as tx:
        person = some.person(tx)
        role = done(tx, now, person)
        look_backs.answer(tx, role, person, now, learned="ความลับ")
        people.erase(tx, person, now)
        assert look_backs.all_of_them(tx) == []


def test_an_organisation_speaks_for_its_own_project_until_its_lead_leaves(engine: Engine, now: datetime) -> None:
    with engine.begin() as tx:
        lead, volunteer = some.person(tx, "ครูนก"), some.person(tx, "มะลิ")
        role = done(tx, now, volunteer)
        (project,) = reviews.all_projects(tx)
        assert reviews.projects_of(tx, lead) == {}
        member = {"project": project, "person": lead, "part": "lead", "joined_at": now}
        tx.execute(insert(organisation_members).values(**member))
        assert list(reviews.projects_of(tx, lead)) == [project]
        for said in ("yes", "partly"):
            reviews.answer(tx, project, reviews.WOULD_HAVE_PAID, said, lead, now)
        assert look_backs.would_have_paid(tx) == ["partly"]
        assert reviews.unpraised(tx, project, lead) == {volunteer: "มะลิ"}
        assert reviews.unpraised(tx, project, volunteer) == {}
        reviews.praise(tx, project, volunteer, "ตรงเวลา", lead, now)
        assert reviews.unpraised(tx, project, lead) == {}
        assert role
