"""The example sets beside the tests, and how a reading is held against them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.read_command import TASKS

SETS = Path(__file__).parent / "sets"
NOON = datetime.fromisoformat("2026-01-14T10:30:00+07:00")
NAMES = ("public", "own_dev", "own_held", "own_new")


@dataclass
class Score:
    """How many of a set were read exactly, how many got a wrong value, and counts of labels."""

    rows: int = 0
    exact: int = 0
    wrong: int = 0
    hits: int = 0
    extra: int = 0
    lost: int = 0

    @property
    def precision(self) -> float:
        return self.hits / max(1, self.hits + self.extra)

    @property
    def recall(self) -> float:
        return self.hits / max(1, self.hits + self.lost)

    @property
    def f1(self) -> float:
        return 2 * self.precision * self.recall / max(1e-9, self.precision + self.recall)

    def __str__(self) -> str:
        share = 100 * self.exact / self.rows
        text = f"{self.exact}/{self.rows} = {share:.1f}% exact, {self.wrong} wrong"
        return f"{text}, P {self.precision:.3f} R {self.recall:.3f} F1 {self.f1:.3f}" if self.hits else text


def rows(task: str, name: str) -> list[dict[str, Any]]:
    """The rows of a set: ``public``, ``own_dev``, ``own_held``, ``own_new``, ``second`` … or ``siblings``."""
    stem, _, part = name.partition("_")
    path = SETS / f"{stem}_{task}{'_' + part if part else ''}.jsonl"
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def lines(task: str) -> Iterator[tuple[str, datetime]]:
    """Every line of the public and the own development set, with its moment."""
    for name in ("public", "own_dev"):
        for row in rows(task, name):
            yield row["text"], moment(row)


def moment(row: dict[str, Any]) -> datetime:
    return datetime.fromisoformat(row["now"]) if "now" in row else NOON


def score(task: str, name: str) -> tuple[Score, list[str]]:
    """The score of a set, and a line for each miss."""
    total, misses = Score(), []
    for row in rows(task, name):
        predicted = TASKS[task].row(row["text"], moment(row))["predicted"]
        got, want = comparable(task, predicted), comparable(task, row["expected"])
        total.rows += 1
        total.exact += got == want
        total.wrong += got != want and bool(predicted)
        if task == "skills":
            total.hits += len(got & want)
            total.extra += len(got - want)
            total.lost += len(want - got)
        if got != want:
            misses.append(f"{row['text']!r}: want {row['expected']}, got {predicted}")
    return total, misses


def comparable(task: str, value: Any) -> Any:
    """As the public score compares it."""
    if task == "skills":
        return set(value or ())
    if value is None:
        return None
    if task == "hours":
        return value["minutes"], value["date"]
    numbers = (
        None if value[key] is None else round(float(value[key]), 2) for key in ("days_per_month", "hours_per_week")
    )
    return (tuple(sorted(value["slots"])), *numbers)
