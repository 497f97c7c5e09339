"""What staff can set about how the network works, with what holds until they do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class NetworkSetting:
    """One number that staff can set."""

    name: str
    default: int
    least: int
    most: int


NETWORK_SETTINGS: Final = {
    each.name: each
    for each in (
        NetworkSetting("answer_hours", 48, 1, 720),  # within which every applicant has an answer
        NetworkSetting("offer_hours", 72, 1, 720),  # for which an offer is good
        NetworkSetting("wave_size", 15, 1, 500),  # people who are told of a role at once
        NetworkSetting("wave_hours", 48, 1, 720),  # after which the next are told
        NetworkSetting("most_waves", 3, 1, 20),
        NetworkSetting("notices_a_week", 2, 1, 14),  # of roles, for one person
        NetworkSetting("push_reserve", 60, 0, 100_000),  # kept back for offers, reminders and cancellations
        NetworkSetting("remind_week_hours", 168, 0, 720),  # before a session that was planned long ahead; 0: never
        NetworkSetting("remind_day_hours", 24, 0, 72),  # before a session, with the question whether they come
        NetworkSetting("remind_soon_minutes", 120, 0, 720),  # before a session, for those who said that they come
        NetworkSetting("remind_after_minutes", 30, 0, 1440),  # after a session, about the hours
        NetworkSetting("verify_days", 7, 1, 90),  # for whoever vouches for hours to look at them
        NetworkSetting("extra_push_satang", 0, 0, 1000),  # what a push beyond the month costs; 0: it cannot be had
        NetworkSetting("forecast_people", 100, 1, 100_000),  # whom the forecasts of value count with
        NetworkSetting("forecast_days", 4, 1, 31),  # a month, for each of them
    )
}
