"""People whom nothing happens to: what they are told, and what is kept of them, is what everybody else must find."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import Engine, select

from simulator.phone import Channel, Phone
from storage.schema import chats, consents, people, person_skills
from tests.faults.people import Heard, Somebody, say
from tests.faults.talks import CALM, TALKS
from tests.journeys.world import World, chat_of

CHANNELS: Final[tuple[Channel, ...]] = ("line", "telegram")
MOMENTS: Final = {"id", "joined_at", "noticed_at"}
"""What differs between two people who said the same."""
CHAT: Final = (chats.c.person, chats.c.language, chats.c.language_chosen, chats.c.reachable, chats.c.held_until)

Profile = dict[str, Any]


async def calm_people(here: World) -> list[Somebody]:
    """Somebody calm for each channel and talk, who has said everything."""
    found = [(here.simulator.add_phone(CALM, channel), talk) for channel in CHANNELS for talk in TALKS]
    answers: list[list[tuple[str, ...]]] = [[] for _ in found]
    for place in range(max(len(talk.lines) for talk in TALKS)):
        speaking = [(phone, talk.lines[place]) for phone, talk in found if place < len(talk.lines)]
        await asyncio.gather(*(say(phone, line) for phone, line in speaking))
        await here.settled(30)
        for (phone, talk), heard in zip(found, answers, strict=True):
            if place < len(talk.lines):
                heard.append(await texts_to(phone))
    return [Somebody(phone, talk, Heard(tuple(heard))) for (phone, talk), heard in zip(found, answers, strict=True)]


async def texts_to(phone: Phone) -> tuple[str, ...]:
    """What the phone has just been told; silence would teach nobody anything."""
    texts = tuple(bubble.text for bubble in await phone.heard_for(0))
    assert texts, f"no answer; the chat so far:\n{phone.transcript()}"
    return texts


def profiles(engine: Engine, phones: Sequence[Phone]) -> dict[str, Profile]:
    """Everything that is kept of the people behind these phones, by chat."""
    with engine.connect() as tx:
        kept = {row["id"]: dict(row) for row in tx.execute(select(people)).mappings()}
        skills: dict[str, Any] = {}
        for row in tx.execute(select(person_skills)).mappings():
            skills.setdefault(row["person"], {})[row["skill"]] = row["level"]
        agreed: dict[str, Any] = {}
        for row in tx.execute(select(consents)).mappings():
            agreed.setdefault(row["person"], []).append((row["purpose"], row["answer"]))
        talks = {row["name"]: dict(row) for row in tx.execute(select(chats)).mappings()}
    wanted = {chat_of(phone) for phone in phones}
    return {
        name: {
            "chat": {column.name: chat[column.name] for column in CHAT if column is not chats.c.person},
            "talk": chat["talk"],
            "skills": skills.get(chat["person"]),
            "consents": sorted(agreed.get(chat["person"], [])),
            **{column: value for column, value in kept.get(chat["person"], {}).items() if column not in MOMENTS},
        }
        for name, chat in talks.items()
        if name in wanted
    }
