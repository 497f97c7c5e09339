"""What a project's sessions fall together with: other sessions of the person, and days on which they are away."""

from __future__ import annotations

from domain.suiting import away_on, clashing
from domain.work import Project
from flows import showing
from flows.engine import Turn
from storage import sessions
from texts import dates


def lines(turn: Turn, project: Project) -> str:
    """Each clash in one line, with both sides of it."""
    return "\n".join([*with_sessions(turn, project), *with_days_away(turn, project)])


def with_sessions(turn: Turn, project: Project) -> list[str]:
    """The project's sessions that fall together with others that the person has not called off."""
    held = [each for each in sessions.of_person(turn.tx, turn.person.id, turn.now) if each.takes_time]
    others = {each.session.id: each for each in held if each.session.project != project.id}
    found = clashing(showing.sessions_ahead(turn, project), [each.session for each in others.values()])
    return [
        turn.words(
            "showing.clash_line",
            new=showing.session(turn, new),
            project=others[old.id].project,
            old=showing.session_time(turn, old),
        )
        for new, old in found
    ]


def with_days_away(turn: Turn, project: Project) -> list[str]:
    """The project's sessions on days on which the person is away."""
    zone = dates.zone(turn.network.timezone)
    away = [each for each in showing.sessions_ahead(turn, project) if away_on(turn.person, each.starts_at, zone)]
    return [turn.words("showing.away_line", new=showing.session(turn, each)) for each in away]
