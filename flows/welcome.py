"""Welcomes a newcomer: language, notice, age and two consents; only then is anything about them written down."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any, Final

from domain.people import NOTICE_VERSION
from domain.reading import normalise
from flows.engine import NOT_KNOWN, Ask, Audience, Do, End, Flow, Go, Read, Say, Turn, Unclear, Understood
from flows.profile import USUAL_QUIET
from storage import people
from texts import LANGUAGES

OF_AGE: Final = 20
CONSENTS: Final = ("role_news", "share_profile")
AGE: Final = re.compile(r"(?:อายุ|i'm|i am)?\s*(\d{2})\s*(?:ปี|ขวบ|แล้ว|years old|years|yrs)?\s*(?:แล้ว|ครับ|ค่ะ|คะ)?")


def already_welcomed(turn: Turn) -> str | None:
    """Who has been welcomed is shown the menu."""
    return "welcomed" if turn.welcomed else None


def chosen_language(turn: Turn) -> Any:
    """The language, if it was chosen before."""
    return turn.chat.language if turn.chat.language_chosen else NOT_KNOWN


def language_of(text: str, _turn: Turn) -> Read:
    """The language that somebody who answers in it must want."""
    if re.search("[ก-๙]", text):
        return Understood("th")
    return Understood("en") if re.search("[A-Za-z]{2}", text) else Unclear()


def speak(turn: Turn, language: str) -> None:
    """Talk in this language from now on."""
    turn.chat.language = language
    turn.chat.language_chosen = True


def note_acceptance(turn: Turn, value: str) -> None:
    """Remember which notice was accepted, and when."""
    if value == "start":
        turn.answers.update(noticed_at=turn.now.isoformat(), notice_version=NOTICE_VERSION)


def notice(turn: Turn) -> dict[str, str]:
    """What the notice is filled with: its version, and where a human can be reached."""
    return {"version": NOTICE_VERSION, "contact": turn.network.contact or "none"}


def of_age(text: str, _turn: Turn) -> Read:
    """Whether an age that was typed is enough; the age itself is not kept."""
    found = AGE.fullmatch(normalise(text))
    if found is None:
        return Unclear()
    return Understood("yes" if int(found[1]) >= OF_AGE else "not_yet")


def join(turn: Turn) -> None:
    """Write down the person, what they were told and what they agreed to."""
    turn.chat.person = turn.chat.person or people.join(turn.tx, turn.now)
    noticed_at = datetime.fromisoformat(turn.answers["noticed_at"])
    turn.learn(noticed_at=noticed_at, notice_version=turn.answers["notice_version"], adult=True)
    if turn.person.quiet_from is None:
        turn.learn(quiet_from=USUAL_QUIET[0], quiet_until=USUAL_QUIET[1])
    for purpose in CONSENTS:
        people.consent(turn.tx, turn.chat.person, purpose, turn.answers[purpose], turn.now)


def wanted(turn: Turn) -> str | None:
    """Whether the newcomer came for something, which goes on by itself now."""
    return "wanted" if turn.talk.parked else None


def let_go(turn: Turn) -> None:
    """Put nothing off for later: who does not join cannot go on with it."""
    turn.talk.parked.clear()


def forget(turn: Turn) -> None:
    """Keep nothing of somebody who is too young: neither the chat nor what was written in it."""
    let_go(turn)
    if not turn.known:
        people.forget_chat(turn.tx, turn.chat.name, turn.now, turn.event.id)


WELCOME: Final = Flow(
    "welcome",
    Do("who", already_welcomed, exits={"welcomed": "to_menu"}),
    Ask("language", LANGUAGES, read=language_of, known=chosen_language, keep=speak),
    Ask("notice", ("start", "whole"), keep=note_acceptance, exits={"whole": "whole_notice"}),
    Ask("abroad", ("understood", "other_way"), exits={"other_way": "put_off"}),
    Ask("adult", ("yes", "not_yet"), read=of_age, exits={"not_yet": "forget"}),
    Ask("role_news", ("yes", "no"), labels="words.consent"),
    Ask("share_profile", ("yes", "no"), labels="words.consent"),
    Do("join", join, final=True),
    Do("onward", wanted, exits={"wanted": "welcomed"}),
    Say("next"),
    Go("to_about_me", "about_me"),
    End("welcomed"),
    Say("whole_notice", values=notice),
    Ask("after_notice", ("start",), keep=note_acceptance, then="abroad"),
    Do("put_off", let_go, then="another_way"),
    Do("forget", forget),
    End("too_young", values=notice, offers=("talk_to_person",)),
    End("another_way", values=notice, offers=("talk_to_person", "welcome")),
    Go("to_menu", "menu"),
    audience=Audience.ANYONE,
)
