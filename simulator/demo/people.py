"""Invented volunteers who live in the background of the demo: staff see real matches, and telling them costs pushes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import Connection

from domain.people import NOTICE_VERSION
from simulator.phone import Channel
from storage import people
from storage.schema import chats
from storage.writing import insert_into

WEEKEND: Final = ("sat:morning", "sat:afternoon", "sun:morning", "sun:afternoon")
EVENINGS: Final = ("mon:evening", "tue:evening", "wed:evening", "thu:evening", "fri:evening")
WORKDAYS: Final = tuple(
    f"{day}:{part}" for day in ("mon", "tue", "wed", "thu", "fri") for part in ("morning", "afternoon")
)


@dataclass(frozen=True, slots=True)
class Friend:
    """An invented volunteer who has told us about themselves."""

    name: str
    channel: Channel
    language: str
    skills: dict[str, str]
    slots: tuple[str, ...]
    causes: tuple[str, ...]
    province: str = "BKK"
    place: str = "both"
    news: str = "at_once"


FRIENDS: Final = (
    Friend("ปอ", "line", "th", {"tech.web": "professional", "tech.qa": "able"}, EVENINGS, ("environment",)),
    Friend("จูน", "line", "th", {"tech.web": "able", "design.uxui": "professional"}, EVENINGS, ("environment", "arts")),
    Friend(
        "Arthit", "telegram", "en", {"tech.web": "teaching", "tech.cloud": "professional"}, EVENINGS, ("community",)
    ),
    Friend("ต้นกล้า", "telegram", "th", {"tech.web": "able"}, WEEKEND, ("environment",), "CMI", "online"),
    Friend("ฝ้าย", "line", "th", {"design.graphic": "professional", "design.logo": "able"}, WEEKEND, ("children",)),
    Friend(
        "Mia", "telegram", "en", {"design.uxui": "professional", "design.graphic": "able"}, EVENINGS, ("environment",)
    ),
    Friend("กานต์", "line", "th", {"finance.bookkeeping": "professional"}, WEEKEND, ("elderly",), "CMI"),
    Friend(
        "สมหญิง", "line", "th", {"finance.bookkeeping": "teaching", "finance.tax": "able"}, WORKDAYS, ("livelihood",)
    ),
    Friend(
        "Dao", "telegram", "en", {"data.analysis": "able", "data.spreadsheet": "professional"}, EVENINGS, ("health",)
    ),
    Friend("โอม", "telegram", "th", {"mkt.content": "professional", "mkt.social": "able"}, EVENINGS, ("education",)),
    Friend("ใบเฟิร์น", "line", "th", {"mkt.social": "able", "media.photo": "able"}, WEEKEND, ("animals",), "KKN"),
    Friend("ลุงชัย", "line", "th", {"tech.web": "learning"}, WORKDAYS, ("elderly",), "NMA", "online", "best_only"),
)


def befriend(tx: Connection, chat: str, friend: Friend, now: datetime) -> str:
    """Write down a volunteer who joined, agreed and answered everything in this chat; gives their id."""
    person = people.join(tx, now)
    facts = {"name": friend.name, "causes": friend.causes, "slots": friend.slots, "province": friend.province}
    people.learn(tx, person, **facts, place=friend.place, news=friend.news, adult=True)
    people.learn(tx, person, noticed_at=now, notice_version=NOTICE_VERSION, quiet_from="21:00", quiet_until="08:00")
    people.set_skills(tx, person, friend.skills)
    for purpose in ("role_news", "share_profile"):
        people.consent(tx, person, purpose, "yes", now)
    put_into(tx, chat, person, friend.language)
    return person


def put_into(tx: Connection, chat: str, person: str, language: str) -> None:
    """Make this the person's chat, in the language they chose."""
    row = {"name": chat, "person": person, "language": language, "language_chosen": True, "reachable": True, "talk": {}}
    tx.execute(insert_into(tx, chats).values(**row).on_conflict_do_nothing())
