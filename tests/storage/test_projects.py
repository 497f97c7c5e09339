"""The questions about projects and roles, asked of real databases."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import Engine

from storage import projects, seats
from tests.storage import some
from tests.storage.some import NOW


def test_a_draft_is_seen_by_nobody_but_staff(engine: Engine) -> None:
    with engine.begin() as tx:
        draft = some.project(tx, open_now=False)
        some.role(tx, draft)
        person = some.person(tx)
        assert projects.open_roles(tx, person) == []
        assert [each.id for each in projects.drafts(tx)] == [draft]
        assert projects.published(tx) == []


def test_a_project_is_published_once(engine: Engine) -> None:
    with engine.begin() as tx:
        draft = some.project(tx, open_now=False)
        assert projects.publish(tx, draft, NOW)
        assert not projects.publish(tx, draft, NOW)
        assert not projects.publish(tx, "nosuchthing2", NOW)
        assert [each.id for each in projects.published(tx)] == [draft]


def test_the_newest_project_comes_first(engine: Engine) -> None:
    with engine.begin() as tx:
        old, new = some.project(tx, "เก่า", open_now=False), some.project(tx, "ใหม่", open_now=False)
        projects.publish(tx, old, NOW)
        projects.publish(tx, new, NOW + timedelta(days=1))
        assert [each.title for each in projects.published(tx)] == ["ใหม่", "เก่า"]


def test_a_role_comes_back_as_it_was_written(engine: Engine) -> None:
    with engine.begin() as tx:
        project = some.project(tx)
        facts = {"skills": ["design.graphic", "design.ux"], "hours_per_week": 2.5, "place": "on_site"}
        role = projects.add_role(
            tx, project, title="นักออกแบบ", seats=2, province="CMI", slots=["sat:morning", "sun:evening"], **facts
        )
        found = projects.find_role(tx, role)
        assert found is not None
        assert found.role.skills == ("design.graphic", "design.ux")
        assert found.role.slots == {"sat:morning", "sun:evening"}
        assert (found.role.hours_per_week, found.role.place, found.role.province) == (2.5, "on_site", "CMI")
        assert (found.project.id, found.project.cause, found.seats_left) == (project, "children", 2)


def test_an_unknown_role_or_project_is_not_found(engine: Engine) -> None:
    with engine.begin() as tx:
        assert projects.find_role(tx, "nosuchrole22") is None
        assert projects.find(tx, "x' OR 1=1 --") is None
        assert projects.lock_role(tx, "nosuchrole22") is None


def test_seats_left_are_those_nobody_accepted(engine: Engine) -> None:
    with engine.begin() as tx:
        role = some.role(tx, some.project(tx), seats=3)
        seats.write(tx, role, some.person(tx), "accepted", NOW)
        for state in ("waiting", "withdrawn", "not_now", "never"):
            seats.write(tx, role, some.person(tx), state, NOW)
        found = projects.find_role(tx, role)
        assert found is not None
        assert found.seats_left == 2


def test_roles_that_were_settled_are_no_longer_offered(engine: Engine) -> None:
    with engine.begin() as tx:
        project, person = some.project(tx), some.person(tx)
        left = {
            state: some.role(tx, project, state) for state in ("accepted", "waiting", "never", "not_now", "withdrawn")
        }
        left["new"] = some.role(tx, project, "new")
        for state, role in left.items():
            if state != "new":
                seats.write(tx, role, person, state, NOW)
        offered = {found.role.title for found in projects.open_roles(tx, person)}
        assert offered == {"not_now", "withdrawn", "new"}


def test_a_full_role_is_still_offered_because_of_its_wait_list(engine: Engine) -> None:
    with engine.begin() as tx:
        role = some.role(tx, some.project(tx))
        seats.write(tx, role, some.person(tx), "accepted", NOW)
        assert [found.seats_left for found in projects.open_roles(tx, some.person(tx))] == [0]


def test_titles_are_those_of_the_roles_asked_for(engine: Engine) -> None:
    with engine.begin() as tx:
        project = some.project(tx, "เพจใหม่")
        one, other = some.role(tx, project, "นักเขียน"), some.role(tx, project, "นักออกแบบ")
        assert projects.titles(tx, [one]) == {one: ("นักเขียน", "เพจใหม่")}
        assert projects.titles(tx, []) == {}
        assert {each.id for each in projects.roles_of(tx, project)} == {one, other}
