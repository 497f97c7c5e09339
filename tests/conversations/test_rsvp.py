"""What transcripts of answers to invitations do not show well: what happens meanwhile, what is sent, what is kept."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import Engine, select, update

from domain import events
from flows import FLOWS
from flows.calendar import MOST_LINKS
from flows.engine import Network
from storage import answers, audit, chats, inbox, people, quotas, sessions
from storage.schema import chats as chat_table
from storage.schema import outbox, private_links
from tests.conversations import seeds
from tests.conversations.test_forgetting import rows_naming
from tests.phone import Desk, Phone
from texts import all_texts

HOUR = timedelta(hours=1)
TITLE = "คนเขียนคอนเทนต์"


class Team:
    """The team of the first project, whose next session is tomorrow and has room for one."""

    def __init__(self, engine: Engine, now: datetime) -> None:
        self.desk = Desk(engine, now)
        self.person: dict[str, str] = {}
        with engine.begin() as tx:
            seeds.demo(tx, now)
            seeds.one_place(tx, now)
            self.session = seeds.next_session(tx, now)
        for name, chat in (("mali", "line:Umali"), ("pim", "telegram:1"), ("kai", "line:Ukai")):
            self.join(name, chat)
        self.staff("telegram:9", "name=นก staff=yes")

    def join(self, name: str, chat: str, facts: str = "") -> Phone:
        """Let somebody be in the team."""
        with self.desk.engine.begin() as tx:
            self.person[name] = seeds.somebody(tx, self.desk.now, chat, f"name={name} {facts}")
            seeds.sign_up(tx, self.desk.now, chat, "accepted", TITLE)
        return self.phone(chat)

    def staff(self, chat: str, facts: str) -> Phone:
        """Let somebody be staff."""
        with self.desk.engine.begin() as tx:
            seeds.somebody(tx, self.desk.now, chat, facts)
        return self.phone(chat)

    def phone(self, chat: str) -> Phone:
        return self.desk.phone(chat)

    def tap(self, chat: str, flow: str, session: str = "") -> str:
        """Tap a lasting button of a session; gives the last words."""
        value = f"go:{flow}:{session or self.session}"
        return self.phone(chat).new(events.BUTTON_PRESSED, value=value)[-1].body

    def said(self, name: str, session: str = "") -> str | None:
        """What somebody answered."""
        with self.desk.engine.begin() as tx:
            return answers.of(tx, session or self.session, self.person[name])


@pytest.fixture
def team(engine: Engine, now: datetime) -> Team:
    return Team(engine, now)


# ---------------------------------------------------------------- which session a bare answer means


def test_a_bare_answer_means_the_near_session_unless_another_was_planned_since(team: Team) -> None:
    team.phone("telegram:1").say("ไปได้")
    assert team.said("pim") == "yes"
    with team.desk.engine.begin() as tx:
        first = sessions.find(tx, team.session)
        assert first is not None
        times = (first.starts_at + 20 * 24 * HOUR, first.ends_at + 20 * 24 * HOUR)
        sessions.plan(tx, first.project, "handover", *times, "Zoom", now=team.desk.now + HOUR)
    team.phone("telegram:1").say("ไปไม่ได้")
    assert team.said("pim") == "yes"
    assert "ส่งมอบ" in str([each.label for each in team.phone("telegram:1").last.choices])


# ---------------------------------------------------------------- what falls at the same time


def overlapping(team: Team) -> str:
    """A session of the workshop's project that falls together with the next one."""
    with team.desk.engine.begin() as tx:
        first = sessions.find(tx, team.session)
        assert first is not None
        hours = (first.starts_at + HOUR, first.ends_at + HOUR)
        return sessions.plan(tx, first.project, "training", *hours, "Zoom", now=team.desk.now)


def test_who_comes_to_both_is_not_asked_again(team: Team) -> None:
    other = overlapping(team)
    team.tap("telegram:1", "coming")
    assert "เวลาเดียวกันนี้" in team.tap("telegram:1", "coming", other)
    team.phone("telegram:1").tap("ไปทั้งสองนัด")
    assert (team.said("pim"), team.said("pim", other)) == ("yes", "yes")
    for session in (team.session, other):
        assert team.tap("telegram:1", "coming", session).startswith("จดแล้วว่าไปได้")


def test_who_waits_for_a_place_at_that_time_is_asked_too(team: Team) -> None:
    other = overlapping(team)
    team.tap("telegram:1", "coming")
    team.tap("line:Umali", "coming")
    assert "เวลาเดียวกันนี้" in team.tap("line:Umali", "coming", other)
    team.phone("line:Umali").say("แทน")
    assert (team.said("mali"), team.said("mali", other)) == ("no", "yes")


def test_switching_gives_the_other_place_to_who_waits(team: Team) -> None:
    other = overlapping(team)
    team.tap("telegram:1", "coming")
    team.tap("line:Umali", "coming")
    team.tap("telegram:1", "coming", other)
    team.phone("telegram:1").tap("ไปนัดนี้แทน")
    assert (team.said("pim"), team.said("mali")) == ("no", "yes")
    assert team.phone("line:Umali").last.body.startswith("มีที่ว่างให้คุณแล้ว!")
    assert team.phone("telegram:9").last.body.startswith("pim ไปไม่ได้")


def test_a_day_away_is_asked_about(team: Team) -> None:
    tomorrow = date(2026, 11, 24)
    with team.desk.engine.begin() as tx:
        people.learn(tx, team.person["pim"], away=[(tomorrow, tomorrow)])
    assert team.tap("telegram:1", "coming").startswith("คุณเคยบอกว่าไม่อยู่")
    team.phone("telegram:1").say("ยังก่อน")
    assert team.said("pim") is None
    team.tap("telegram:1", "coming")
    team.phone("telegram:1").say("ใช่")
    assert team.said("pim") == "yes"


def test_a_session_called_off_while_that_is_asked_is_not_answered(team: Team) -> None:
    other = overlapping(team)
    team.tap("telegram:1", "coming")
    team.tap("telegram:1", "coming", other)
    with team.desk.engine.begin() as tx:
        sessions.cancel(tx, other, now=team.desk.now)
    assert team.phone("telegram:1").tap("ไปนัดนี้แทน")[-1].body.startswith("นัดนี้ยกเลิกไปแล้ว")
    assert (team.said("pim"), team.said("pim", other)) == ("yes", None)


# ---------------------------------------------------------------- a place that became free


def test_a_place_is_told_until_the_session_begins(team: Team) -> None:
    for chat in ("telegram:1", "line:Umali"):
        team.tap(chat, "coming")
    team.tap("telegram:1", "not_coming")
    with team.desk.engine.begin() as tx:
        found = sessions.find(tx, team.session)
        query = select(outbox.c.good_until).where(outbox.c.chat == "line:Umali", outbox.c.good_until.is_not(None))
        assert found is not None
        assert tx.execute(query).scalars().all() == [found.starts_at]


def test_a_place_that_was_given_up_meanwhile_is_not_told(team: Team) -> None:
    with team.desk.engine.begin() as tx:
        answers.give(tx, team.session, team.person["pim"], "yes", team.desk.now)
        answers.give(tx, team.session, team.person["mali"], "yes", team.desk.now + HOUR)
        answers.give(tx, team.session, team.person["pim"], "no", team.desk.now + HOUR)
        answers.give(tx, team.session, team.person["mali"], "no", team.desk.now + HOUR)
    team.desk.settle()
    assert team.phone("line:Umali").messages == []


def test_a_place_is_told_in_the_other_chat_if_the_first_was_blocked_meanwhile(team: Team) -> None:
    with team.desk.engine.begin() as tx:
        taken = chats.take(tx, ["telegram:5"])["telegram:5"]
        taken.person = team.person["mali"]
        chats.save(tx, [taken])
        for name in ("pim", "mali"):
            answers.give(tx, team.session, team.person[name], "yes", team.desk.now)
        answers.give(tx, team.session, team.person["pim"], "no", team.desk.now)
        chats.mark_unreachable(tx, "telegram:5")
    team.desk.settle()
    assert team.phone("telegram:5").messages == []
    assert team.phone("line:Umali").last.body.startswith("มีที่ว่างให้คุณแล้ว!")


def test_who_is_forgotten_leaves_the_place_to_who_waits(team: Team) -> None:
    for chat in ("telegram:1", "line:Umali"):
        team.tap(chat, "coming")
    team.phone("telegram:1").say("ลบข้อมูลของฉัน")
    team.phone("telegram:1").tap("ลบทั้งหมดเลย")
    assert team.said("mali") == "yes"
    assert team.phone("line:Umali").last.body.startswith("มีที่ว่างให้คุณแล้ว!")


# ---------------------------------------------------------------- what staff hear


def test_staff_hear_of_a_no_only_if_it_matters_now(team: Team) -> None:
    with team.desk.engine.begin() as tx:
        found = sessions.find(tx, team.session)
        assert found is not None
        far = found.starts_at + timedelta(days=9)
        later = sessions.plan(tx, found.project, "handover", far, far + HOUR, "Zoom", now=team.desk.now)
    nok = team.phone("telegram:9")
    heard = len(nok.messages)
    assert "แจ้งทีมงาน" not in team.tap("line:Umali", "not_coming", later)
    assert len(nok.messages) == heard
    team.tap("line:Umali", "coming", later)
    assert "แจ้งทีมงาน" in team.tap("line:Umali", "not_coming", later)
    team.tap("line:Umali", "not_coming", later)
    assert len(nok.messages) == heard + 1
    assert "แจ้งทีมงาน" in team.tap("line:Ukai", "not_coming")


# ---------------------------------------------------------------- asking the silent


def ask(team: Team, chat: str = "telegram:9") -> str:
    """Let staff ask once more; gives what they read then."""
    phone = team.phone(chat)
    team.tap(chat, "silent")
    label = next(each.label for each in phone.last.choices if each.label.startswith("ถามอีกครั้ง"))
    return phone.tap(label)[-1].body


def wanted(team: Team, chat: str) -> int:
    """How often somebody was asked once more."""
    return sum(message.body.startswith("ทีมงานขอถามอีกครั้ง") for message in team.phone(chat).messages)


def test_the_silent_are_asked_once_a_day_and_it_is_in_the_log(team: Team) -> None:
    team.tap("line:Ukai", "coming")
    assert ask(team) == "ถามไปแล้ว 2 คน"
    assert [wanted(team, chat) for chat in ("line:Umali", "telegram:1", "line:Ukai")] == [1, 1, 0]
    assert "วันนี้ถามไปแล้ว" in team.tap("telegram:9", "silent")
    with team.desk.engine.begin() as tx:
        [line] = audit.newest(tx, 5, act="session_asked")
        assert (line.subject, line.details) == (team.session, {"count": 2})


def test_the_next_day_they_can_be_asked_again(team: Team) -> None:
    with team.desk.engine.begin() as tx:
        found = sessions.find(tx, team.session)
        assert found is not None
        sessions.move(tx, found.id, found.starts_at + 72 * HOUR, found.ends_at + 72 * HOUR, now=team.desk.now)
    ask(team)
    team.desk.now += timedelta(hours=24)
    ask(team)
    assert wanted(team, "line:Umali") == 2


def test_two_of_staff_who_ask_at_once_ask_once(team: Team) -> None:
    team.staff("telegram:8", "name=ต้อง staff=coordinator")
    for chat in ("telegram:8", "telegram:9"):
        team.tap(chat, "silent")
    said = [
        team.phone(chat).tap(next(c.label for c in team.phone(chat).last.choices if "อีกครั้ง" in c.label))[-1].body
        for chat in ("telegram:8", "telegram:9")
    ]
    assert said[0] == "ถามไปแล้ว 3 คน"
    assert said[1].startswith("ถามไปแล้ววันนี้")
    assert wanted(team, "line:Umali") == 1


def test_who_has_answered_meanwhile_is_not_asked(team: Team) -> None:
    team.tap("line:Umali", "maybe_later")
    facts = {"session": team.session}
    with team.desk.engine.begin() as tx:
        arrivals = [
            events.Arrival(f"w{chat}", chat, events.ANSWER_WANTED, team.desk.now, facts=facts)
            for chat in ("line:Umali", "telegram:1")
        ]
        answers.give(tx, team.session, team.person["pim"], "no", team.desk.now)
        inbox.keep(tx, arrivals, team.desk.now)
    team.desk.settle()
    assert (wanted(team, "line:Umali"), wanted(team, "telegram:1")) == (1, 0)


def test_a_month_that_is_spent_asks_for_free_only(team: Team) -> None:
    with team.desk.engine.begin() as tx:
        quotas.note(tx, "line", 200, 199, team.desk.now)
    assert "ไม่พอ" in team.tap("telegram:9", "silent")
    assert ask(team) == "ถามไปแล้ว 1 คน"
    assert [wanted(team, chat) for chat in ("line:Umali", "telegram:1", "line:Ukai")] == [0, 1, 0]


def test_who_blocked_us_or_rests_now_is_not_asked(team: Team) -> None:
    with team.desk.engine.begin() as tx:
        chats.mark_unreachable(tx, "line:Umali")
        people.learn(tx, team.person["pim"], quiet_from="09:00", quiet_until="12:00")
    assert ask(team) == "ถามไปแล้ว 1 คน"
    assert [wanted(team, chat) for chat in ("line:Umali", "telegram:1", "line:Ukai")] == [0, 0, 1]


def test_whom_nothing_reaches_is_only_shown(team: Team) -> None:
    with team.desk.engine.begin() as tx:
        tx.execute(update(chat_table).where(chat_table.c.name != "telegram:9").values(reachable=False))
    shown = team.tap("telegram:9", "silent")
    assert "ยังไม่ตอบ 3 คน: kai, mali, pim" in shown
    assert "ส่งข้อความถึงคนเหล่านี้ไม่ได้" in shown
    assert [each.label for each in team.phone("telegram:9").last.choices] == ["บอกแทน", "พอแล้ว"]


def test_an_answer_for_somebody_is_in_the_log_without_a_name(team: Team) -> None:
    nok = team.phone("telegram:9")
    team.tap("telegram:9", "silent")
    for words in ("บอกแทน", "mali"):
        nok.say(words)
    assert nok.say("ไม่มา")[-1].body == "จดแล้ว: mali มาไม่ได้"
    assert team.said("mali") == "no"
    with team.desk.engine.begin() as tx:
        [line] = audit.newest(tx, 1, act="session_answered_no")
        assert line.subject == f"{team.session}:{team.person['mali']}"


def test_nobody_is_answered_for_once_the_session_has_begun(team: Team) -> None:
    nok = team.phone("telegram:9")
    team.tap("telegram:9", "silent")
    for words in ("บอกแทน", "mali"):
        nok.say(words)
    team.desk.now += timedelta(days=2)
    assert nok.say("มา")[-1].body.startswith("นัดนี้เริ่ม ผ่าน หรือยกเลิก")
    assert team.said("mali") is None
    assert team.tap("telegram:9", "silent").startswith("นัดนี้เริ่ม ผ่าน หรือยกเลิก")
    assert team.tap("telegram:9", "silent", "nosuchthing2") == "ไม่พบนัดนี้แล้ว"


# ---------------------------------------------------------------- links to the calendar


def test_a_calendars_token_is_nowhere_kept_but_in_the_message(team: Team) -> None:
    phone = team.phone("telegram:1")
    for kind in ("calendar", f"calendar:{team.session}"):
        [link, *_] = [
            each for each in phone.new(events.BUTTON_PRESSED, value=f"go:{kind}")[0].choices if each.kind == "link"
        ]
        token = link.value.partition("?")[0].rpartition("/")[2].removesuffix(".ics")
        assert len(token) >= 32
        assert {table for table, _ in rows_naming(team.desk.engine, token)} == {"outbox"}


def test_only_the_newest_links_to_a_calendar_stay_good(team: Team) -> None:
    for _ in range(MOST_LINKS + 2):
        team.phone("telegram:1").say("ปฏิทิน")
    with team.desk.engine.begin() as tx:
        kept = (
            tx.execute(select(private_links.c.expires_at).where(private_links.c.purpose == "calendar")).scalars().all()
        )
        assert len(kept) == MOST_LINKS
        assert min(kept) > team.desk.now + timedelta(days=36000)


def test_without_an_address_of_our_own_there_is_no_link(team: Team) -> None:
    team.desk.network = Network(FLOWS, all_texts())
    for said in (team.phone("telegram:1").say("ปฏิทิน")[-1].body, team.tap("telegram:1", "calendar")):
        assert said.startswith("ตอนนี้เครือข่ายยังไม่ได้เปิดใช้ลิงก์ปฏิทิน")
    with team.desk.engine.begin() as tx:
        assert tx.execute(select(private_links.c.token_hash)).all() == []
