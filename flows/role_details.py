"""What a role says beyond its card: purpose, nice to have, what one learns, travel, who leads, when it begins."""

from __future__ import annotations

from datetime import timedelta

from domain.work import OpenRole
from flows import showing
from flows.engine import Turn
from texts import dates


def lines(turn: Turn, found: OpenRole) -> str:
    """What else a role says, each on a line of its own; nothing if there is nothing."""
    role, project = found.role, found.project
    language, timezone = turn.chat.language, turn.network.timezone
    said = {
        "purpose": role.purpose,
        "nice": showing.skills(turn, role.nice) if role.nice else "",
        "learns": role.learns,
        "total": turn.words("showing.hours", hours=showing.amount(role.total_hours)) if role.total_hours else "",
        "travel": turn.words("showing.travel-yes") if role.travel_paid else "",
        "begins": dates.weekday_and_day(language, project.starts_on) if project.starts_on else "",
    }
    details = [turn.words(f"showing.detail-{name}", words=words) for name, words in said.items() if words]
    details += [turn.words("showing.detail-lead")] if role.lead else []
    if project.closes_at:
        last = dates.local(project.closes_at - timedelta(seconds=1), timezone)
        details.append(turn.words("showing.detail-closes", words=dates.weekday_and_day(language, last)))
    return "".join(f"\n{line}" for line in details)
