"""Who speaks for an organisation: codes that work once, and the team whose hours they vouch for; on real databases."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import Engine, select

from domain.sign_ups import Refusal
from storage import offers, organisation_people, seats
from storage.schema import organisation_codes
from tests.storage import some
from tests.storage.some import NOW

WEEK = timedelta(days=7)


def test_a_code_works_once_and_only_its_hash_is_kept(engine: Engine) -> None:
    with engine.begin() as tx:
        project = some.project(tx)
        code = organisation_people.invite(tx, project, "lead", None, NOW)
        assert tx.execute(select(organisation_codes.c.code_hash)).scalar_one() not in code
        made = organisation_people.use_invite(tx, code.upper(), NOW)
        assert made is not None
        assert (made.project, made.part) == (project, "lead")
        assert organisation_people.use_invite(tx, code, NOW) is None


def test_a_code_is_good_for_a_week(engine: Engine) -> None:
    with engine.begin() as tx:
        code = organisation_people.invite(tx, some.project(tx), "deputy", None, NOW)
        assert organisation_people.find_invite(tx, code, NOW + WEEK - timedelta(seconds=1)) is not None
        assert organisation_people.use_invite(tx, code, NOW + WEEK) is None
        assert organisation_people.find_invite(tx, "org-aaaa-bbbb-cccc", NOW) is None


def test_members_are_listed_leads_first_until_they_leave_and_can_come_back(engine: Engine) -> None:
    with engine.begin() as tx:
        project, lead, deputy = some.project(tx), some.person(tx, "แอน"), some.person(tx, "บี")
        organisation_people.join(tx, project, deputy, "deputy", NOW)
        organisation_people.join(tx, project, lead, "lead", NOW)
        assert [each.person for each in organisation_people.members(tx, project)] == [lead, deputy]
        assert organisation_people.leave(tx, project, lead, NOW)
        assert not organisation_people.leave(tx, project, lead, NOW)
        assert not organisation_people.speaks_for_any(tx, lead)
        organisation_people.join(tx, project, lead, "deputy", NOW)
        assert organisation_people.part_of(tx, project, lead) == "deputy"


def test_who_speaks_for_an_organisation_takes_no_seat_in_its_team_but_in_another(engine: Engine) -> None:
    with engine.begin() as tx:
        project, speaker = some.project(tx), some.reached(tx)
        role = some.role(tx, project)
        organisation_people.join(tx, project, speaker, "lead", NOW)
        assert seats.ask(tx, role, speaker, None, NOW) is Refusal.SPEAKS
        assert seats.ask(tx, some.role(tx, some.project(tx, "อื่น")), speaker, None, NOW) is None
        organisation_people.leave(tx, project, speaker, NOW)
        assert seats.ask(tx, role, speaker, None, NOW) is None
        assert organisation_people.is_of_the_team(tx, project, speaker)


def test_staff_cannot_offer_a_seat_to_who_speaks_for_the_organisation(engine: Engine) -> None:
    with engine.begin() as tx:
        project, speaker = some.project(tx), some.reached(tx)
        role = some.role(tx, project, admission="chosen")
        seats.ask(tx, role, speaker, None, NOW)
        organisation_people.join(tx, project, speaker, "lead", NOW)
        assert offers.offer(tx, role, speaker, some.staff(tx), NOW) is Refusal.SPEAKS
