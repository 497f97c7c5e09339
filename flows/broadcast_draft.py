"""A broadcast that staff are writing: reads whom it is for and what it says, and shows it as it will look."""

from __future__ import annotations

from typing import Any, Final
from urllib.parse import urlsplit

from domain.broadcasts import Audience, Contents, To
from domain.provinces import PROVINCES, provinces_in
from flows import showing
from flows.engine import Option, Read, Turn, Unclear, Understood
from flows.engine.steps import PICTURE
from storage import audiences, broadcasts, pictures, projects

LONGEST_TEXT: Final = 1000
LONGEST_TITLE: Final = 100
LONGEST_LINK: Final = 500
MOST_SKILLS: Final = 8
ENGLISH: Final = "en"


# ---------------------------------------------------------------- whom it is for


def begun_with(turn: Turn) -> None:
    """Begun from a role, it is for those whom the role suits."""
    role = turn.answers.get("about")
    if role and projects.find_role(turn.tx, str(role)) is not None:
        turn.answers.setdefault("to", To.ROLE.value)
        turn.answers.setdefault("role", str(role))


def open_roles(turn: Turn) -> list[Option]:
    """The roles that one can sign up for, by project."""
    return [
        Option(role.id, f"{role.title} · {project.title}")
        for project in sorted(projects.published(turn.tx), key=lambda each: (each.title, each.id))
        for role in projects.roles_of(turn.tx, project.id)
        if role.state == "open"
    ]


def read_provinces(text: str, _turn: Turn) -> Read:
    """The provinces that a line names."""
    codes = provinces_in(text)
    return Understood(list(dict.fromkeys(codes))) if codes else Unclear()


def companies(turn: Turn) -> list[Option]:
    """The companies that sent people."""
    return [Option(key, name) for key, name in audiences.companies(turn.tx)]


def is_for(*to: To) -> Any:
    """A test whether it is for one of these."""
    return lambda turn: turn.answers.get("to") in to


def narrowed_by(name: str) -> Any:
    """A test whether the segment is made by this."""
    return lambda turn: turn.answers.get("to") == To.SEGMENT and name in (turn.answers.get("by") or ())


def audience(turn: Turn) -> Audience:
    """Whom it is for, by the answers so far."""
    said = turn.answers
    to = said["to"]
    by = set(said.get("by") or ()) if to == To.SEGMENT else set()
    return Audience(
        to,
        role=said.get("role") if to == To.ROLE else None,
        skills=tuple(said.get("skills") or ()) if "skills" in by else (),
        provinces=tuple(said.get("provinces") or ()) if "provinces" in by else (),
        causes=tuple(said.get("causes") or ()) if "causes" in by else (),
        company=said.get("company") if "company" in by else None,
        never_placed="never_placed" in by,
        language=said.get("language") if "language" in by else None,
        channel=said.get("channel") if "channel" in by else None,
    )


def is_anybody_there(turn: Turn) -> str | None:
    """Whether anybody would hear it; else the choice is put again."""
    if sum(audiences.reach(turn.tx, audience(turn), None, turn.now).values()):
        return None
    for name in ("to", "role", "by", "skills", "provinces", "causes", "company", "language", "channel", "about"):
        turn.answers.pop(name, None)
    return "nobody"


def audience_words(turn: Turn, of: Audience) -> str:
    """Whom it is for, in a few words."""
    if of.to == To.ROLE:
        named = projects.titles(turn.tx, [of.role or ""]).get(of.role or "")
        return turn.words("broadcast.for_role", role=named[0] if named else "–")
    parts = [*listed_words(turn, of), *single_words(turn, of)]
    return " · ".join(parts) or turn.words("broadcast.everyone")


def listed_words(turn: Turn, of: Audience) -> list[str]:
    """What the segment takes any of: skills, provinces, causes."""
    groups = (
        [showing.skill(turn, each) for each in of.skills],
        [PROVINCES[each].name(turn.chat.language) for each in of.provinces],
        [showing.cause(turn, each) for each in of.causes],
    )
    return ["/".join(group) for group in groups if group]


def single_words(turn: Turn, of: Audience) -> list[str]:
    """What else the segment is narrowed to."""
    named = dict(audiences.companies(turn.tx))
    return [
        *([named.get(of.company, "–")] if of.company else []),
        *([turn.words("broadcast.by-never_placed")] if of.never_placed else []),
        *([turn.words(f"broadcast.language-{of.language}")] if of.language else []),
        *([turn.words(f"broadcast.channel-{of.channel}")] if of.channel else []),
    ]


# ---------------------------------------------------------------- what it says


def is_kind(*kinds: str) -> Any:
    """A test whether it looks like one of these."""
    return lambda turn: turn.answers.get("kind") in kinds


def has_words(turn: Turn) -> bool:
    """Whether there are words to be said in English too."""
    return bool(turn.answers.get("text") or turn.answers.get("caption"))


def has_english_title(turn: Turn) -> bool:
    """Whether a card needs a title in English."""
    return turn.answers.get("kind") == "card" and bool(turn.answers.get("in_english"))


def read_words(most: int) -> Any:
    """Reads words of at most so many characters; line breaks stay."""

    def read(text: str, _turn: Turn) -> Read:
        words = text.strip()
        if not words or words.startswith(PICTURE):
            return Unclear()
        return Understood(words) if len(words) <= most else Unclear("too_long", values={"most": most})

    return read


def read_picture(text: str, turn: Turn) -> Read:
    """A picture that was sent, as the path that it is shown under."""
    path = pictures.path_of(turn.tx, text.removeprefix(PICTURE)) if text.startswith(PICTURE) else ""
    return Understood(path) if path else Unclear()


def read_link(text: str, _turn: Turn) -> Read:
    """An address that both platforms open."""
    link = text.strip() if "://" in text else f"https://{text.strip()}"
    try:
        parts = urlsplit(link)
        host = parts.hostname or ""
    except ValueError:
        return Unclear()
    fits = parts.scheme == "https" and "." in host.strip(".") and " " not in link and link.isascii()
    return Understood(link) if fits and len(link) <= LONGEST_LINK else Unclear()


def leads_to(*where: str) -> Any:
    """A test whether the card's button leads there."""
    return lambda turn: turn.answers.get("kind") == "card" and turn.answers.get("leads_to") in where


def needs_role(turn: Turn) -> bool:
    """Whether nobody has said yet which role the button leads to."""
    return leads_to("role")(turn) and role_of(turn) is None


def role_of(turn: Turn) -> str | None:
    """The role that the button leads to."""
    if not leads_to("role")(turn):
        return None
    return turn.answers.get("card_role") or audience(turn).role


def contents(turn: Turn) -> Contents:
    """What it says, by the answers so far."""
    said = turn.answers
    english = said.get("in_english")
    title = {"th": said.get("title"), ENGLISH: said.get("title_in_english")} if said["kind"] == "card" else {}
    return Contents(
        said["kind"],
        text=kept({"th": said.get("caption" if said["kind"] == "picture" else "text"), ENGLISH: english}),
        title=kept(title),
        label=label(turn),
        link=said.get("link", "") if leads_to("link")(turn) else "",
        picture=said.get("picture", "") if said["kind"] == "picture" else "",
    )


def kept(words: dict[str, str | None]) -> dict[str, str]:
    """The words that were written."""
    return {language: each for language, each in words.items() if each}


def label(turn: Turn) -> dict[str, str]:
    """The button's words in each language; none without a button."""
    keys = {"role": "heard.called", "link": "broadcast.open_link"}
    where = turn.answers.get("leads_to", "") if turn.answers.get("kind") == "card" else ""
    return dict(turn.network.texts.both(keys[where])) if where in keys else {}


def write_draft(turn: Turn) -> None:
    """Write it down as a draft; written again, it is the same one."""
    by, at = turn.person.id, turn.answers.get("draft", "")
    facts = (audience(turn), contents(turn), role_of(turn))
    turn.answers["draft"] = broadcasts.draft(turn.tx, *facts, by, turn.now, at)
