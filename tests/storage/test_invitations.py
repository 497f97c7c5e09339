"""Who is invited to a session, asked of real databases, from both sides."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import Connection, Engine, update

from storage import invitations, moves, sessions
from storage.schema import projects as project_table
from tests.storage import some
from tests.storage.some import NOW

HOUR = timedelta(hours=1)


class Team:
    """A project with two roles, somebody in each (one of them trained), somebody who waits, and another team."""

    def __init__(self, tx: Connection) -> None:
        self.tx = tx
        self.project = some.project(tx)
        self.roles = [some.role(tx, self.project, title, seats=3) for title in ("คนวาด", "คนเขียน")]
        other = some.role(tx, some.project(tx, "สวนผัก"))
        self.fresh, self.trained, self.waiting, self.stranger, self.left = (some.person(tx) for _ in range(5))
        self.stand(self.roles[0], self.fresh, "accepted")
        self.stand(self.roles[1], self.trained, "trained")
        self.stand(self.roles[0], self.waiting, "waiting")
        self.stand(self.roles[0], self.left, "withdrawn")
        self.stand(other, self.stranger, "active")

    def stand(self, role: str, person: str, state: str) -> None:
        moves.write(self.tx, role, person, state, NOW, by=person)

    def plan(self, invited: str, ahead: timedelta = 24 * HOUR) -> str:
        only = self.roles[:1] if invited == "roles" else ()
        begins = NOW + ahead
        facts = {"invited": invited, "only": only, "now": NOW}
        return sessions.plan(self.tx, self.project, "workshop", begins, begins + HOUR, "Zoom", **facts)

    def hears_of(self, session: str, person: str) -> bool:
        """Whether a session is among those of a person."""
        return session in self.tx.execute(invitations.of_person(person, NOW)).scalars().all()


@pytest.mark.parametrize(
    ("invited", "who"),
    [
        ("team", {"fresh", "trained"}),
        ("roles", {"fresh"}),
        ("trained", {"trained"}),
        ("everyone", {"fresh", "trained", "stranger"}),
    ],
)
def test_each_kind_of_invitation_reaches_those_it_is_for(engine: Engine, invited: str, who: set[str]) -> None:
    with engine.begin() as tx:
        team = Team(tx)
        session = team.plan(invited)
        found = sessions.find(tx, session)
        assert found is not None
        everybody = {name: getattr(team, name) for name in ("fresh", "trained", "waiting", "stranger", "left")}
        asked = invitations.invited(tx, found)
        assert {name for name, person in everybody.items() if person in asked} == who
        assert {name for name, person in everybody.items() if invitations.is_invited(tx, found, person)} == who
        assert {name for name, person in everybody.items() if team.hears_of(session, person)} == who
        assert asked == sorted(set(asked))


def test_who_has_two_roles_is_invited_once(engine: Engine) -> None:
    with engine.begin() as tx:
        team = Team(tx)
        team.stand(team.roles[1], team.fresh, "accepted")
        found = sessions.find(tx, team.plan("team"))
        assert found is not None
        assert invitations.invited(tx, found).count(team.fresh) == 1


def test_everyone_is_everybody_in_a_team_whose_project_goes_on(engine: Engine) -> None:
    with engine.begin() as tx:
        team = Team(tx)
        session = team.plan("everyone")
        tx.execute(update(project_table).where(project_table.c.title == "สวนผัก").values(state="paused"))
        found = sessions.find(tx, session)
        assert found is not None
        assert team.stranger not in invitations.invited(tx, found)
        assert not team.hears_of(session, team.stranger)


def test_only_sessions_that_begin_later_are_ones_own(engine: Engine) -> None:
    with engine.begin() as tx:
        team = Team(tx)
        for invited in ("team", "everyone"):
            assert not team.hears_of(team.plan(invited, -HOUR), team.fresh)
