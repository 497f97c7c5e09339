"""Whatever is written in whatever order: every sum is what the rows come to, and what is closed stays as it was.

``HANDUP_LEDGER_EXAMPLES`` and ``HANDUP_LEDGER_STEPS`` let it run for longer.
"""

from __future__ import annotations

import os
import shutil
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any, ClassVar

import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from sqlalchemy import Connection, Engine, delete, event, insert, select, update
from sqlalchemy.exc import DBAPIError

from domain.ledger import GRADES, Check, Grade, Line, add_up, by_grade
from domain.value import Plan, Rate, Refusal
from domain.value_report import KEYS, report
from storage import checks, closings, companies, hours, ledger, people, projects, rates
from storage.checks import Refusal as NotSaid
from storage.columns import new_id
from storage.hours import Work
from storage.ledger import Wanted
from storage.schema import attendances
from storage.schema import hours as table
from tests.conftest import empty
from tests.ledger import truth
from tests.storage import some
from tests.storage.some import NOW
from texts.dates import local

EXAMPLES = {"sqlite": 30, "postgresql": 12}
STEPS = 40
BY = ("project", "organisation", "company", "month", "year")

places = st.integers(0, 60)
minutes_of_work = st.one_of(st.integers(1, 720), st.sampled_from([1, 7, 60, 90, 480]))
work = st.fixed_dictionaries(
    {
        "who": places,
        "which": places,
        "minutes": minutes_of_work,
        "ago": st.integers(0, 30),
        "of_session": st.booleans(),
        "seen": st.booleans(),
        "working": st.booleans(),
        "skill": st.sampled_from([None, None, "tech.web", "design.logo", "no.such_skill"]),
        "company": st.sampled_from([None, 0, 1]),
    }
)
verdicts = st.sampled_from(["verified", "verified", "asked", "rejected", "answered"])
bahts = st.one_of(st.integers(1, 5000), st.sampled_from([800, 801, 999]))


class Keeping(RuleBasedStateMachine):
    """Everything that can happen to hours."""

    anew: ClassVar[Callable[[], Engine]]
    told: ClassVar[Counter[str]]

    def __init__(self) -> None:
        super().__init__()
        self.engine = type(self).anew()
        self.now = NOW
        self.memory = truth.Memory()
        self.closed: dict[str, dict[str, Any]] = {}
        """Each closing's entries as they were then."""

    @initialize(works=st.lists(work, min_size=6, max_size=6))
    def begin(self, works: list[dict[str, Any]]) -> None:
        with self.engine.begin() as tx:
            self.people = [some.person(tx, f"คนที่ {number}") for number in range(4)]
            self.lead = some.person(tx, "ครูนก")
            self.companies = [companies.make(tx, name, NOW).id for name in ("สยามดี", "ก้าวหน้า")]
            self.projects = [some.project(tx, title) for title in ("ห้องสมุด", "สวนผัก")]
            draft = projects.draft(tx, "โรงเรียนบ้านดอย", "อ่านออก", "ให้อ่านออก", None, NOW)
            self.projects.append(draft)
            self.roles = [some.role(tx, each, f"บทบาท {number}") for number, each in enumerate(self.projects)]
            self.sessions = [some.session(tx, each, timedelta(days=1)) for each in self.projects]
        self.log(works)

    # ------------------------------------------------------------ what people write

    @rule(works=st.lists(work, min_size=1, max_size=4))
    def log(self, works: list[dict[str, Any]]) -> None:
        for each in works:
            self.log_one(**each)

    def log_one(self, who: int, which: int, minutes: int, ago: int, of_session: bool, seen: bool, **facts: Any) -> None:
        role = [*self.roles, None][which % 4]
        session = self.sessions[which % 4] if role and of_session else None
        person, employer = self.pick(self.people, who), facts.pop("company")
        company = None if employer is None else self.companies[employer]
        self.do(lambda tx: people.learn(tx, person, company=company))
        work = Work(role, self.today - timedelta(days=ago), minutes, "โลโก้", session, **facts)
        self.do(lambda tx: hours.log(tx, person, work, self.now))
        if session:
            self.see(session, person, came=seen)

    @rule(which=places, verdict=st.sampled_from(["verified", "none"]), share=st.integers(-100, -1), then=st.booleans())
    def close_and_take_back(self, which: int, verdict: str, share: int, then: bool) -> None:
        """The way of many entries: somebody says yes, a letter is made, and some of it turns out to be wrong."""
        free = [each for each in self.lines() if not each.closed and each.person and each.counts and not each.adjusts]
        if not free:
            return
        line = self.pick(free, which)
        if verdict == "verified":
            self.do(lambda tx: checks.say(tx, line.entry, Check.VERIFIED, self.lead, "organisation", self.now))
        self.close_entries("letter", [each for each in self.lines() if each.entry == line.entry])
        self.adjust_line(next(each for each in self.lines() if each.entry == line.entry), share)
        if then:
            self.close_entries("letter", [each for each in self.lines() if line.entry in {each.entry, each.adjusts}])

    @rule(which=places, minutes=minutes_of_work, ago=st.integers(0, 30))
    def correct(self, which: int, minutes: int, ago: int) -> None:
        if found := self.entry_of_somebody(which):
            day = self.today - timedelta(days=ago)
            other = replace(hours.work_of(found[1]), worked_on=day, minutes=minutes)
            assert self.do(lambda tx: hours.correct(tx, found[0], found[1], other, self.now)) is None
            self.told["corrected"] += 1

    @rule(which=places)
    def cancel(self, which: int) -> None:
        if found := self.entry_of_somebody(which):
            assert self.do(lambda tx: hours.cancel(tx, found[0], found[1], self.now)) is None

    def entry_of_somebody(self, which: int) -> tuple[str, hours.Entry] | None:
        """An entry that its person may still change."""
        held = {each.entry for each in self.lines() if each.closed or each.adjusts}
        mine = [(who, each) for who in self.people for each in self.do(lambda tx, who=who: hours.standing(tx, who))]
        free = [each for each in mine if each[1].id not in held]
        return self.pick(free, which) if free else None

    @rule(which=places, share=st.integers(-100, 50))
    def adjust(self, which: int, share: int) -> None:
        """What is closed is put right by an entry of its own; never by more than is there."""
        held = [each for each in self.lines() if each.closed and not each.adjusts and each.counts and each.person]
        if held:
            self.adjust_line(self.pick(held, which), share)

    def adjust_line(self, first: Line, share: int) -> None:
        added = self.do(lambda tx: hours.adjusted(tx, first.entry))
        change = (first.minutes + added) * share // 100 if share < 0 else share
        refusal = self.do(lambda tx: hours.adjust(tx, first.entry, change, self.lead, self.now, "พิมพ์เกิน"))
        assert refusal is None or first.minutes + added + change > 1440
        self.told["adjusted"] += refusal is None

    @rule(which=places)
    def write_over_what_is_closed(self, which: int) -> None:
        """Nobody corrects or cancels what stands in a letter or a report, nor takes more than is there."""
        held = [each for each in self.lines() if each.closed and each.person and not each.adjusts]
        if held:
            line = self.pick(held, which)
            old = self.do(lambda tx: hours.find(tx, line.entry))
            other = replace(hours.work_of(old), minutes=1)
            assert self.do(lambda tx: hours.correct(tx, str(line.person), old, other, self.now)) is not None
            assert self.do(lambda tx: hours.cancel(tx, str(line.person), old, self.now)) is not None
            assert self.do(lambda tx: hours.adjust(tx, line.entry, -2000, self.lead, self.now, "")) is not None

    # ------------------------------------------------------------ what others say of it

    @rule(words=st.lists(st.tuples(places, verdicts), min_size=1, max_size=4))
    def check(self, words: list[tuple[int, str]]) -> None:
        for which, verdict in words:
            self.check_one(which, verdict)

    def check_one(self, which: int, verdict: str) -> None:
        every = self.lines()
        if not every:
            return
        line, said = self.pick(every, which), Check(verdict)
        by = line.person if said == Check.ANSWERED and line.person else self.lead
        refusal = self.do(lambda tx: checks.say(tx, line.entry, said, by, "staff", self.now, "ดีมาก"))
        self.told[f"{verdict}"] += refusal is None
        assert not (line.closed or line.adjusts) or refusal == NotSaid.CLOSED

    @rule(which=places, verdict=st.sampled_from(["verified", "rejected"]))
    def vouch_for_oneself(self, which: int, verdict: str) -> None:
        mine = [each for each in self.lines() if each.person and not each.closed and not each.adjusts]
        if mine:
            line = self.pick(mine, which)
            said = self.do(lambda tx: checks.say(tx, line.entry, Check(verdict), str(line.person), "self", self.now))
            assert said == NotSaid.OWN

    @rule(which=places, came=st.booleans())
    def be_seen(self, which: int, came: bool) -> None:
        """Staff put right who was at a session, also one whose hours are logged, or closed."""
        met = [(each.session, each.person) for each in self.lines() if each.session and each.person]
        if met:
            self.see(*self.pick(met, which), came=came)

    def see(self, session: str, person: str, *, came: bool) -> None:
        seen = {"session": session, "person": person, "came": came, "source": "staff", "at": self.now}

        def write(tx: Connection) -> None:
            tx.execute(delete(attendances).where(attendances.c.session == session, attendances.c.person == person))
            tx.execute(insert(attendances).values(**seen))

        self.do(write)
        (self.memory.seen.add if came else self.memory.seen.discard)((session, person))

    # ------------------------------------------------------------ what it is worth

    @rule(
        skill=st.sampled_from(["", "", "tech.web", "no.such_skill"]),
        begins=st.integers(-3, 20),
        lasts=st.one_of(st.none(), st.integers(-1, 20)),
        baht=bahts,
    )
    def set_rate(self, skill: str, begins: int, lasts: int | None, baht: int) -> None:
        first = self.today + timedelta(days=begins)
        until = None if lasts is None else first + timedelta(days=lasts)
        before = self.worth_before(first)
        new = Rate(skill, first, baht, "มติที่ประชุม", until)
        refusal = self.do(lambda tx: rates.add(tx, new, self.today, self.now, None))
        self.told["rates"] += refusal is None
        assert begins > 0 or refusal in {Refusal.PAST, Refusal.END_FIRST, Refusal.UNKNOWN_SKILL}
        assert self.worth_before(first) == before

    @rule(which=places)
    def take_rate_back(self, which: int) -> None:
        known = self.do(rates.all_of_them)
        if known:
            before, chosen = self.worth_before(self.today + timedelta(days=1)), self.pick(known, which)
            gone = self.do(lambda tx: rates.take_back(tx, chosen.id, self.today))
            assert gone == (chosen.from_on > self.today)
            assert self.worth_before(self.today + timedelta(days=1)) == before

    def worth_before(self, day: Any) -> dict[str, int]:
        """What each entry of the days before is worth."""
        return {each.entry: each.satang for each in self.lines() if each.worked_on < day}

    @rule(days=st.integers(1, 40))
    def time_passes(self, days: int) -> None:
        self.now += timedelta(days=days)

    # ------------------------------------------------------------ closing, and what stays then

    @rule(kind=st.sampled_from(["letter", "project", "company", "year"]), which=places)
    def close(self, kind: str, which: int) -> None:
        among = {
            "letter": lambda each: each.grade == Grade.VERIFIED and each.person == self.pick(self.people, which),
            "project": lambda each: each.project == self.pick(self.projects, which),
            "company": lambda each: each.company == self.companies[0],
            "year": lambda each: each.worked_on.year == self.today.year,
        }[kind]
        self.close_entries(kind, [each for each in self.lines() if each.counts and among(each)])

    @rule(which=places)
    def reissue(self, which: int) -> None:
        """A letter or a report is made anew, with what was adjusted since."""
        if self.closed:
            before = self.closed[self.pick(list(self.closed), which)]
            self.close_entries(
                "letter", [each for each in self.lines() if each.entry in before or each.adjusts in before]
            )

    def close_entries(self, kind: str, found: list[Line]) -> None:
        ids = [each.entry for each in found]
        closing = self.do(lambda tx: closings.close(tx, kind, None, ids, self.now, None))
        assert set(self.do(lambda tx: closings.entries_of(tx, closing))) == set(ids)
        for each in found:
            self.memory.settled.setdefault(each.entry, (each.session, each.person) in self.memory.seen)
        self.closed[closing] = {each.entry: facts(each) for each in found}
        self.told["closings"] += bool(ids)

    @rule(which=places, change=st.sampled_from(["minutes", "remove"]))
    def forge(self, which: int, change: str) -> None:
        every = self.lines()
        if every:
            mine = table.c.id == self.pick(every, which).entry
            forged = delete(table).where(mine) if change == "remove" else update(table).where(mine).values(minutes=1)
            with pytest.raises(DBAPIError, match="only ever added to"), self.engine.begin() as tx:
                tx.execute(forged)

    @rule(who=places)
    def erase(self, who: int) -> None:
        gone = self.pick(self.people, who)
        theirs = [each for each in self.lines() if each.person == gone]
        for each in self.do(lambda tx: tx.execute(select(table).where(table.c.person == gone)).all()):
            self.memory.settled.setdefault(each.id, (each.session, gone) in self.memory.seen)
        before = self.sums()
        self.do(lambda tx: people.erase(tx, gone, self.now))
        assert self.sums() == before
        left = [each for each in self.lines() if each.entry in {each.entry for each in theirs}]
        assert {(each.person, each.note) for each in left} <= {(None, "")}
        self.people.remove(gone)
        self.people.append(self.do(lambda tx: some.person(tx, "คนใหม่")))
        self.told["erased"] += 1
        self.told["attended hours of erased people"] += sum(each.grade == Grade.ATTENDED for each in theirs)

    # ------------------------------------------------------------ what always holds

    @invariant()
    def every_sum_is_what_the_rows_come_to(self) -> None:
        self.told["steps"] += 1
        found = self.do(lambda tx: truth.lines(tx, self.memory))
        lines = [each for each in self.lines() if each.counts]
        assert {each.entry: (each.minutes, each.satang, each.grade) for each in lines} == {
            entry: (each["minutes"], each["satang"], each["grade"]) for entry, each in found.items()
        }
        whole = add_up(lines)
        assert (whole.minutes, whole.satang) == truth.total(found.values())
        self.parts_are_the_whole(lines, found)

    def parts_are_the_whole(self, lines: list[Line], found: dict[str, dict[str, Any]]) -> None:
        whole, grades = add_up(lines), by_grade(lines)
        entries = [entry for each in grades.values() for entry in each.entries]
        assert sorted(entries) == sorted(whole.entries), "every entry is in one grade, and in one only"
        nothing = (0, 0)
        assert {g: figures(grades[g]) for g in GRADES} == {
            g: truth.by(found, "grade").get(g.value, nothing) for g in GRADES
        }
        for what in BY:
            made = report(lines, what, Plan(100, 4, 800), (), 0)
            assert {row.key: figures(row.total) for row in made.table} == truth.by(found, what)
            assert figures(made.total) == together(each.total for each in made.table)
            assert figures(made.grades[Grade.VERIFIED]) == together([made.working, made.own])

    @invariant()
    def nothing_is_verified_that_was_not_submitted(self) -> None:
        lines = self.lines()
        grades = by_grade(lines)
        assert 0 <= grades[Grade.VERIFIED].minutes <= add_up(lines).minutes
        assert 0 <= grades[Grade.VERIFIED].satang <= add_up(lines).satang
        assert all(each.minutes >= 0 and each.satang >= 0 for each in grades.values())

    @invariant()
    def what_is_closed_stays_as_it_was(self) -> None:
        now = {each.entry: facts(each) for each in self.lines()}
        for closed in self.closed.values():
            assert {entry: now.get(entry) for entry in closed} == closed

    # ------------------------------------------------------------ the rest

    def sums(self) -> Any:
        """Every sum there is, without names."""
        lines = [each for each in self.lines() if each.counts]
        groups = {what: {key: [] for key in {KEYS[what](each) for each in lines}} for what in BY}
        for what, found in groups.items():
            for each in lines:
                found[KEYS[what](each)].append(each)  # type: ignore[attr-defined]
        return [
            {
                (what, key, grade): figures(each)
                for key, theirs in found.items()
                for grade, each in by_grade(theirs).items()
            }
            for what, found in groups.items()
        ]

    @property
    def today(self) -> Any:
        return local(self.now, "Asia/Bangkok").date()

    def lines(self) -> list[Line]:
        return self.do(lambda tx: ledger.lines(tx, Wanted()))

    def do(self, work: Callable[[Connection], Any]) -> Any:
        with self.engine.begin() as tx:
            return work(tx)

    def teardown(self) -> None:
        self.told["entries"] += len(self.lines())
        if self.engine.dialect.name == "sqlite":
            self.engine.dispose()

    @staticmethod
    def pick(among: Any, place: int) -> Any:
        return among[place % len(among)]


def facts(line: Line) -> tuple[Any, ...]:
    """What must not change in a closed line: all but whose it was, and the words."""
    worth = (line.worked_on, line.minutes, line.satang, line.baht_a_day, line.grade, line.check, line.working)
    work = (line.project, line.organisation, line.company, line.role, line.skill, line.session, line.adjusts)
    return (*worth, *work)


def figures(found: Any) -> tuple[int, int]:
    """The minutes and the satang of a sum."""
    return (found.minutes, found.satang)


def together(sums: Iterable[Any]) -> tuple[int, int]:
    """The minutes and the satang of several sums."""
    every = [figures(each) for each in sums]
    return (sum(minutes for minutes, _ in every), sum(satang for _, satang in every))


def fresh(engine: Engine, empty_file: Path, folder: Path) -> Callable[[], Engine]:
    """Gives an empty database for each story: no line of a ledger can be removed."""
    from storage.database import make_engine

    def of_sqlite() -> Engine:
        story = shutil.copy(empty_file, folder / f"{new_id()}.sqlite")
        made = make_engine(f"sqlite:///{story}")
        event.listen(made, "connect", lambda connection, _: connection.execute("PRAGMA synchronous=OFF"))
        return made

    def of_postgres() -> Engine:
        with engine.begin() as tx:
            empty(tx)
        return engine

    return of_sqlite if engine.dialect.name == "sqlite" else of_postgres


def test_every_sum_holds_and_the_past_stays(
    engine: Engine, sqlite_tables: Path, tmp_path: Path, tell_figure: Callable[[str], None]
) -> None:
    told = Counter[str]()
    anew = staticmethod(fresh(engine, sqlite_tables, tmp_path))
    machine = type("Machine", (Keeping,), {"anew": anew, "told": told})
    examples = int(os.environ.get("HANDUP_LEDGER_EXAMPLES", EXAMPLES[engine.dialect.name]))
    profile = settings(
        max_examples=examples,
        stateful_step_count=int(os.environ.get("HANDUP_LEDGER_STEPS", STEPS)),
        deadline=None,
        report_multiple_bugs=False,
        suppress_health_check=list(HealthCheck),
        print_blob=True,
    )
    run_state_machine_as_test(machine, settings=profile)
    steps, said = told.pop("steps"), ", ".join(f"{count:,} {name}" for name, count in sorted(told.items()))
    tell_figure(f"the ledger holds on {engine.dialect.name}: {steps:,} steps in {examples} stories; {said}")
