"""A link that somebody shares leads a newcomer through the welcome to the role, on both channels, over HTTP."""

import re
from urllib.parse import unquote

from sqlalchemy import update

from domain.people import NOTICE_VERSION
from simulator.phone import Phone
from storage import people, projects
from storage.schema import chats
from tests.journeys.world import World, chat_of, said, until

WELCOME = ("ไทย", "เริ่มเลย", "รับทราบ", "ครบแล้ว", "ได้", "ได้")


def open_role(here: World) -> str:
    """A role that is open."""
    now = here.clock.now()
    with here.engine.begin() as tx:
        project = projects.draft(tx, "มูลนิธิสมมติ", "พี่อ่านให้น้องฟัง", "หนังสือเสียง", "education", now)
        asked = {"title": "นักออกแบบปก", "skills": ["design.graphic"], "seats": 2, "hours_per_week": 2.0}
        role = projects.add_role(tx, project, **asked, place="online", province=None, slots=["sat:morning"])
        projects.publish(tx, project, now)
    return role


async def friend(here: World) -> Phone:
    """A volunteer who can share what is open."""
    phone = await here.phone("line", "มะลิ")
    now = here.clock.now()
    with here.engine.begin() as tx:
        person = people.join(tx, now)
        people.learn(tx, person, name="มะลิ", adult=True, noticed_at=now, notice_version=NOTICE_VERSION)
        known = {"person": person, "talk": {}, "language": "th", "language_chosen": True}
        tx.execute(update(chats).where(chats.c.name == chat_of(phone)).values(**known))
    return phone


async def shared(here: World) -> str:
    """What a friend forwards."""
    role = open_role(here)
    phone = await friend(here)
    await phone.say(f"งาน {role}")
    await here.settled()
    await phone.tap("ชวนเพื่อน")
    await here.settled()
    await until(lambda: any("t.me/" in words for words in said(phone)))
    return next(words for words in said(phone) if "t.me/" in words)


async def welcomed(here: World, phone: Phone) -> None:
    """Answer the welcome's questions."""
    for line in WELCOME:
        await phone.say(line)
        await here.settled()


async def test_a_telegram_link_leads_a_newcomer_to_the_role(here: World) -> None:
    payload = re.search(r"https://t\.me/\w+\?start=([\w-]+)", await shared(here))
    assert payload is not None
    phone = here.simulator.add_phone("นก", "telegram")
    await phone.open(payload[1])
    await here.settled()
    assert "อยากคุยภาษาไหน" in said(phone)[-1]
    await welcomed(here, phone)
    await until(lambda: any("นักออกแบบปก" in words for words in said(phone)))


async def test_the_words_of_a_line_link_lead_a_newcomer_to_the_role(here: World) -> None:
    words = re.search(r"https://line\.me/R/oaMessage/%40handup/\?(\S+)", await shared(here))
    assert words is not None
    phone = here.simulator.add_phone("นก", "line")
    await phone.open()
    await phone.say(unquote(words[1]))
    await here.settled()
    await welcomed(here, phone)
    await until(lambda: any("นักออกแบบปก" in words for words in said(phone)))
