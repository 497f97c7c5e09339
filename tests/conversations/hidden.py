"""What differs from run to run stands in a transcript as a sign for it: codes, tokens, and ids by their titles.

``staff-…``, ``org-…``, ``team-…``, ``with-…``, ``room-…`` and ``letter-…`` are the newest code of their kind
(``staff_…`` and so on in a link);
``«นักออกแบบ»`` is the id of the role, project or company of this title, ``«code of training»`` a check-in code.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

LINK: Final = re.compile(r"((?:/|%2F)(?:my-data|calendar|sessions|check-in|letters)(?:/|%2F))[\w-]{20,}")
KINDS: Final = {
    "staff": re.compile(r"staff-\w{4}-\w{4}-\w{4}"),
    "org": re.compile(r"org-(?!abcd-2345)\w{4}-\w{4}-\w{4}"),
    "team": re.compile(r"team-(?=[2-9a-z]*\d)[2-9a-z]{6}\b"),
    "with": re.compile(r"with-(?=[2-9a-z]*\d)(?!k3f9m2xw)[2-9a-z]{8}\b"),
    "letter": re.compile(r"\b[2-9A-HJKMNP-TV-Z]{4}(?:-[2-9A-HJKMNP-TV-Z]{4}){3}\b"),
    "room": re.compile(r"(?:(?<=: )|(?<=HandUp )|(?<=_bot ))\d{3} \d{3}\b"),
}
IN_LINKS: Final = {
    "staff": re.compile(r"staff_\w{12}\b"),
    "org": re.compile(r"org_\w{12}\b"),
    "team": re.compile(r"team_(?=[2-9a-z]*\d)[2-9a-z]{6}\b"),
    "with": re.compile(r"with_(?=[2-9a-z]*\d)[2-9a-z]{8}\b"),
    "letter": re.compile(r"(?!)"),
    "room": re.compile(r"(?<=startgroup=)\d{6}\b"),
}
TITLE: Final = re.compile("«(.+?)»")


class Hidden:
    """The codes seen so far."""

    def __init__(self) -> None:
        self.codes: dict[str, str] = {}

    def learn(self, text: str) -> None:
        """Remember the newest code of each kind in a text."""
        for kind, pattern in KINDS.items():
            for code in pattern.findall(text):
                self.codes[kind] = code

    def shown(self, text: str, titles: Mapping[str, str]) -> str:
        """A text as it stands in a transcript; ``titles`` are those of roles, projects and companies."""
        for kind in KINDS:
            text = IN_LINKS[kind].sub(f"{kind}_…", KINDS[kind].sub(f"{kind}-…", text))
        for thing, title in titles.items():
            text = text.replace(thing, f"«{title}»")
        return LINK.sub(r"\1…", text)

    def meant(self, text: str, titles: Mapping[str, str]) -> str:
        """A line of a transcript as it is typed."""
        for kind, code in self.codes.items():
            in_link = f"{kind}_{code.partition('-')[2].replace('-', '')}"
            text = text.replace(f"{kind}-…", code).replace(f"{kind}_…", in_link)
            text = text.replace(f"{kind.upper()}-…", code.upper())
        ids = {title: thing for thing, title in titles.items()}
        return TITLE.sub(lambda found: ids[found[1]], text)
