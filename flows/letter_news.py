"""Says what became of somebody's work reference, and hands it over: a private link, and a file where that goes."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from domain.messages import Choice
from flows import letter_facts
from flows.calendar import OUTSIDE
from flows.engine import Turn
from storage import letters, people, projects
from storage.letters import Letter

LIFE: Final = timedelta(days=7)
"""So long a link to a letter is good; a new one can be had at any time."""
MOST_LINKS: Final = 20
"""So many of a person's links to letters are good at once."""


def issued(turn: Turn, letter: str) -> None:
    """Hand a new letter over, unless it has been replaced or revoked meanwhile."""
    found = mine(turn, letter)
    if found and found.state == letters.VALID:
        hand_over(turn, found, "letter_news.issued")


def refused(turn: Turn, request: str) -> None:
    """Say that staff do not issue a letter, and why."""
    found = letters.find_request(turn.tx, request)
    if found and turn.known and found.person == turn.person.id and found.state == "refused":
        title, project = projects.titles(turn.tx, [found.role])[found.role]
        words = turn.words("letter_news.refused", role=title, project=project, reason=found.reason or "")
        turn.say(words, [turn.button("ask_letter"), turn.button("talk_to_person")], lasting=True)


def revoked(turn: Turn, letter: str) -> None:
    """Say that staff revoked a letter, and why."""
    found = mine(turn, letter)
    if found and found.state == letters.REVOKED and found.reason:
        words = turn.words("letter_news.revoked", **letter_facts.card(turn, found), reason=found.reason)
        turn.say(words, [turn.button("ask_letter"), turn.button("talk_to_person")], lasting=True)


def mine(turn: Turn, letter: str) -> Letter | None:
    """The letter, if it is this person's and still says something."""
    found = letters.find(turn.tx, letter)
    return found if found and turn.known and found.person == turn.person.id and found.content else None


def hand_over(turn: Turn, letter: Letter, key: str) -> None:
    """Give a letter to its owner in the chat; without an address of our own, only say that staff have it."""
    facts = letter_facts.card(turn, letter)
    if not turn.network.public_url:
        turn.say(turn.words("letter_news.no_address", **facts), [turn.button("talk_to_person")], lasting=True)
        return
    token = people.share_link(turn.tx, turn.person.id, "letter", turn.now + LIFE, about=letter.id)
    people.revoke_links(turn.tx, turn.person.id, "letter", but=MOST_LINKS)
    path = f"letters/{token}/handup-{letter.code}.pdf"
    opened = Choice(turn.words("letter_news.open"), f"{turn.network.public_url}/{path}{OUTSIDE}", "link")
    turn.say(turn.words(key, **facts), [opened, turn.button("my_letters")], lasting=True, file=path)
