"""The page that says whether a letter is true: valid, replaced or revoked, and nothing more than the letter says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from html import escape
from pathlib import Path
from string import Template
from typing import Any, Final

from bot.letters.drawing import skills
from domain.letters import content_of
from domain.signing import Keys
from storage.letters import REVOKED, VALID, Letter
from texts import LANGUAGES, Texts, dates

PAGE: Final = Template(Path(__file__).with_name("page.html").read_text(encoding="utf-8"))
UNKNOWN, BROKEN, ASKING = "unknown", "broken", "asking"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What there is to say of a code."""

    state: str
    """valid, replaced, revoked, unknown (no letter has this code), broken (it is not what was signed) or asking (no
    code was given yet)"""
    letter: Letter | None = None

    @property
    def status(self) -> int:
        """The HTTP status of the page."""
        return 404 if self.state == UNKNOWN else 200


def judge(letter: Letter | None, keys: Keys) -> Verdict:
    """Whether a letter is what was signed, and whether it still holds."""
    if letter is None:
        return Verdict(UNKNOWN)
    if letter.state == REVOKED and not letter.content:
        return Verdict(REVOKED, letter)
    return Verdict(letter.state, letter) if letter.is_genuine(keys) else Verdict(BROKEN)


# ---------------------------------------------------------------- the page


def page(verdict: Verdict, texts: Texts, timezone: str, here: str = "/verify") -> str:
    """The page about a code, in both languages; ``here`` is where another code is sent to. Without any script."""
    said = {language: said_in(language, verdict, texts, timezone) for language in LANGUAGES}
    parts = {f"{name}_{language}": words for language in LANGUAGES for name, words in said[language].items()}
    return PAGE.substitute(state=verdict.state, rows=rows(verdict, texts), here=escape(here), **parts)


def said_in(language: str, verdict: Verdict, texts: Texts, timezone: str) -> Mapping[str, str]:
    """Title, verdict and explanation, and the words of the form for another code."""
    changed = verdict.letter.changed_at if verdict.letter else None
    on = dates.day(language, dates.local(changed, timezone).date()) if changed else ""
    keys = {"verdict": f"state-{verdict.state}", "meaning": f"meaning-{verdict.state}"}
    keys |= {name: name for name in ("title", "typed", "check")}
    return {name: escape(texts.say(language, f"letter_check.{key}", day=on)) for name, key in keys.items()}


def rows(verdict: Verdict, texts: Texts) -> str:
    """What a valid letter says, a row each; nothing of one that no longer holds."""
    if verdict.state != VALID or verdict.letter is None:
        return ""
    found = facts(verdict.letter.content).items()
    return f"<dl>{''.join(row(name, values, texts) for name, values in found)}</dl>"


def facts(said: Mapping[str, Any]) -> Mapping[str, tuple[str, str]]:
    """What the letter says, in Thai and English."""
    content = content_of(said)
    first, last = content.began_on, content.ended_on
    names = (content.name_th or content.name_en, content.name_en or content.name_th)
    found = {
        "name": names,
        "role": (content.role, content.role),
        "project": (content.project, content.project),
        "organisation": (content.organisation, content.organisation),
        "period": (dates.days("th", first, last), dates.days("en", first, last)),
        "hours": (dates.duration("th", content.minutes), dates.duration("en", content.minutes)),
        "skills": (skills("th", content), skills("en", content)),
        "praise": (content.praise, content.praise),
        "issued": issued(content.issuer, content.issued_on),
        "code": (content.code, content.code),
    }
    return {name: values for name, values in found.items() if values[0]}


def issued(issuer: str, on: date) -> tuple[str, str]:
    """By whom and when, in Thai and English."""
    return f"{issuer} · {dates.day('th', on)}", f"{issuer} · {dates.day('en', on)}"


def row(name: str, values: tuple[str, str], texts: Texts) -> str:
    """One thing that the letter says."""
    thai, english = (escape(each) for each in values)
    value = thai if thai == english else f'{thai}<span lang="en">{english}</span>'
    label = escape(texts.say("th", f"letter_check.{name}"))
    also = escape(texts.say("en", f"letter_check.{name}"))
    return f'<dt>{label}<span lang="en">{also}</span></dt><dd>{value}</dd>'
