"""What we promised, held against what is in the phones and in the database after a fault."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field

from sqlalchemy import Connection, func, select, text

from storage.schema import chats, inbox, outbox, people
from tests.faults.calm import Profile, profiles
from tests.faults.people import Somebody
from tests.faults.stage import Stage
from tests.faults.talks import CALM
from tests.journeys.world import chat_of

SETTLED = frozenset({"sent", "merged"})


@dataclass
class Verdict:
    """One row of the table."""

    fault: str
    database: str
    accepted: int = 0
    lost: int = 0
    twice: int = 0
    """Bubbles that came again on LINE, but for what is late."""
    late: int = 0
    """Bubbles that came again on LINE after their free reply's time, as a push or with the next answer: decision 4."""
    again: int = 0
    """Bubbles that came again on Telegram."""
    bound: int = 0
    """How many may."""
    corrupt: int = 0
    struck: int = 0
    refused: int = 0
    paid: int = 0
    seconds: float = 0.0
    wrong: list[str] = field(default_factory=list)

    @property
    def kept(self) -> bool:
        """Whether every promise was kept, and the fault did happen."""
        return not (self.lost or self.twice or self.corrupt or self.wrong or self.again > self.bound)

    def row(self) -> str:
        """A line of the table."""
        telegram = f"{self.again} of {self.bound}"
        return (
            f"{self.fault:<34} {self.database:<10} {self.struck:>6} {self.accepted:>8} {self.refused:>6} {self.lost:>5}"
            f" {self.twice:>6} {self.late:>5} {telegram:>12} {self.corrupt:>7} {self.paid:>6} {self.seconds:>6.0f}"
            f"  {'kept' if self.kept else 'BROKEN: ' + '; '.join(self.reasons())}"
        )

    def reasons(self) -> list[str]:
        """What was broken."""
        named = {"lost": self.lost, "twice on LINE": self.twice, "corrupt": self.corrupt}
        beyond = ["more sent twice on Telegram than could be"] if self.again > self.bound else []
        return [f"{count} {name}" for name, count in named.items() if count] + beyond + self.wrong


HEADER = (
    f"{'fault':<34} {'database':<10} {'struck':>6} {'accepted':>8} {'5xx':>6} {'lost':>5} {'twice':>6}"
    f" {'late':>5} {'Telegram':>12} {'corrupt':>7} {'pushed':>6} {'s':>6}\n"
    f"{'':<34} {'':<10} {'':>6} {'(200)':>8} {'':>6} {'':>5} {'(LINE)':>6} {'':>5} {'again':>12}"
)


def judge(stage: Stage, fault: str) -> Verdict:
    """Hold everything against what we promised."""
    on = {channel: [each for each in stage.crowd if each.phone.channel == channel] for channel in ("line", "telegram")}
    verdict = Verdict(fault, "SQLite" if stage.is_sqlite else "PostgreSQL", wrong=list(stage.wrong))
    verdict.accepted, verdict.struck, verdict.refused = len(stage.accepted), stage.struck, stage.refused
    verdict.late = sum(each.late() for each in on["line"])
    verdict.twice = sum(each.surplus() for each in on["line"]) - verdict.late
    verdict.again, verdict.bound = sum(each.surplus() for each in on["telegram"]), stage.unknown + stage.too_slow()
    verdict.paid = stage.here.simulator.counters.pushes
    with stage.looking.connect() as tx:
        verdict.lost = unanswered(tx, stage.accepted) + sum(each.lost() for each in stage.crowd)
        verdict.wrong += unsound(tx, stage)
    verdict.corrupt = corrupt(stage)
    if not stage.struck:
        verdict.wrong.append("nothing happened")
    return verdict


def unanswered(tx: Connection, accepted: set[str]) -> int:
    """How many events that were answered 200 are not in the inbox, or not done?"""
    return len(accepted - set(tx.execute(select(inbox.c.key).where(inbox.c.state == "done")).scalars()))


def unsound(tx: Connection, stage: Stage) -> list[str]:
    """What is wrong with the database?"""
    found = []
    for table, good in ((inbox, {"done"}), (outbox, SETTLED)):
        states = Counter(tx.execute(select(table.c.state)).scalars())
        found += [f"{count} {state} in {table.name}" for state, count in states.items() if state not in good]
    everybody = len(stage.crowd) + len(stage.calm)
    for table in (people, chats):
        count = tx.execute(select(func.count()).select_from(table)).scalar_one()
        if (table is people and count != everybody) or count < everybody:
            found.append(f"{count} {table.name} of {everybody}")
    return found + (broken_file(tx) if stage.is_sqlite else [])


def broken_file(tx: Connection) -> list[str]:
    """What SQLite itself finds wrong with its file."""
    integrity = tx.execute(text("PRAGMA integrity_check")).scalars().all()
    strays = tx.execute(text("PRAGMA foreign_key_check")).all()
    return [*(each for each in integrity if each != "ok"), *(f"stray rows in {row[0]}" for row in strays)]


def corrupt(stage: Stage) -> int:
    """How many conversations are not where they should be, or left something else than was said?"""
    kept = profiles(stage.looking, [each.phone for each in (*stage.calm, *stage.crowd)])
    examples = {(each.phone.channel, each.talk.lines): kept[chat_of(each.phone)] for each in stage.calm}
    return sum(
        not is_whole(each, kept.get(chat_of(each.phone)), examples[each.phone.channel, each.talk.lines])
        for each in stage.crowd
    )


def is_whole(somebody: Somebody, kept: Profile | None, example: Profile) -> bool:
    """Whether what is kept of somebody is what they said, and what they read came in order."""
    if kept is None or any(kept.get(name) != value for name, value in somebody.talk.saved.items()):
        return False
    return renamed(kept, CALM) == renamed(example, somebody.name) and somebody.in_order()


def renamed(example: Profile, name: str) -> Profile:
    """What is kept of a calm person, if they had this name."""
    return json.loads(json.dumps(example, default=str).replace(CALM, name))  # type: ignore[no-any-return]
