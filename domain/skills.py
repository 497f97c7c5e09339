"""The network's skills: stable ids, their names in Thai and English, and the words people use for them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import yaml

SOURCE: Final = Path(__file__).with_name("skills.yaml")
_Loader: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Group:
    """A family of skills, such as finance."""

    id: str
    th: str
    en: str


@dataclass(frozen=True, slots=True)
class Skill:
    """One skill of the taxonomy; ``forms`` are the words for it as people type them, in both languages."""

    id: str
    group: str
    th: str
    en: str
    default: bool
    """The bare word for the group means this skill."""
    forms: tuple[str, ...]

    def name(self, language: str) -> str:
        """Its name in ``th`` or ``en``."""
        return self.th if language == "th" else self.en


@dataclass(frozen=True, slots=True)
class Taxonomy(Mapping[str, Skill]):
    """The skills by id, in the order of the file, and their groups."""

    skills: Mapping[str, Skill]
    groups: Mapping[str, Group]

    def __getitem__(self, skill: str) -> Skill:
        return self.skills[skill]

    def __iter__(self) -> Iterator[str]:
        return iter(self.skills)

    def __len__(self) -> int:
        return len(self.skills)

    def of_group(self, group: str) -> tuple[Skill, ...]:
        """The skills of one group, in the order of the file."""
        return tuple(skill for skill in self.skills.values() if skill.group == group)


def load(source: Path = SOURCE) -> Taxonomy:
    """Read a taxonomy file; raises ``KeyError`` or ``yaml.YAMLError`` where the file is not one."""
    rows = yaml.load(source.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506 - a safe loader, the fast one
    groups = {row["id"]: Group(row["id"], row["th"], row["en"]) for row in rows["groups"]}
    return Taxonomy({row["id"]: _skill(row) for row in rows["skills"]}, groups)


def _skill(row: Mapping[str, Any]) -> Skill:
    """One row of the file as a fact."""
    forms = (*row["synonyms_th"], *row["synonyms_en"])
    return Skill(row["id"], row["group"], row["th"], row["en"], row.get("default", False), tuple(map(str, forms)))


TAXONOMY: Final = load()
"""The project's own taxonomy, read once (about 10 ms)."""
