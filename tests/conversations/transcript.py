"""Reads a transcript, replays it on a desk, and writes down what was said: the same text again if nothing has changed.

    @now 2026-11-23T10:00:00+07:00     when it begins               @network demo    what exists already (seeds.py)
    @joined mali name="มะลิ" …          somebody who was welcomed     @staff mali      … and is staff
    [mali line]                        from here on Mali's phone; what reached it meanwhile is shown
    @open, @open some-payload          she adds the bot             @block           she blocks it
    > words                            she types; >+ words: she types on before the bot has answered
    > [Label]   > [Label: 2026-12-01]  she taps; she picks          > (sticker)      she sends what is no text
    > [Label @ Title]                  she taps on that card        > {go:menu}      a button that no message has
    < (picture)                        the picture above the words, where there is one
    < (file name.pdf)                  the file beside them
    << Title                           what the bot says: a card's title, …
    < words                            … its words, line by line, …
      [one] [two] | [Back]             … its buttons, and the ways on after the bar
    @later 3 days                      time passes                  @sweep reminders what is due is said
    @announce Title                    she is told of this role     @network closed  what happens to the seeds later
    @signed_up mali waiting Title      she stands so with this role
    @fan_out                           what staff send to many goes out           @quota 300 100   LINE's month
    @keys none                         nothing signs letters any more
    @room team line 12                 the bot is taken into a group of so many, and somebody in it writes

Messages are separated by an empty line. Codes and ids stand there as in :mod:`tests.conversations.hidden`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import Engine

from bot.channels import Sent
from bot.fan_out import fan_out
from bot.noting import note
from domain import events
from domain.events import Arrival
from domain.messages import Choice, Message
from domain.signing import Keys
from scheduler.sweeper import run_sweep
from scheduler.sweeps import SWEEPS
from storage import inbox, outbox, quotas, rooms
from tests.conversations import seeds
from tests.conversations.hidden import Hidden
from tests.phone import Desk, Phone, free_reply, sent
from texts.dates import local

MORNING: Final = "2026-11-23T10:00:00+07:00"
PHONE: Final = re.compile(r"\[(\w+)(?: (line|telegram))?\]")
TAP: Final = re.compile(r"\[(.+?)(?:: (\d{4}-\d\d-\d\d(?:T\d\d:\d\d)?|\d\d:\d\d))?\]")
RAW: Final = re.compile(r"\{(.+)\}")


class Replay:
    """One transcript being replayed."""

    def __init__(self, engine: Engine) -> None:
        self.desk = Desk(engine, datetime.fromisoformat(MORNING))
        self.phones: dict[str, Phone] = {}
        self.shown: dict[str, int] = {}
        self.held: list[Arrival] = []
        self.rooms: set[str] = set()
        self.here = ""
        self.hidden = Hidden()
        self.written: list[str] = []
        self.verbs: dict[str, Callable[[str], None]] = {
            "now": self.set_clock,
            "network": self.seed,
            "joined": self.joined,
            "staff": self.staff,
            "open": self.open,
            "block": self.block,
            "later": self.later,
            "sweep": self.sweep,
            "announce": self.announce,
            "signed_up": self.signed_up,
            "quota": self.quota,
            "fan_out": self.fan_out,
            "keys": self.keys,
            "room": self.room,
        }

    def replay(self, source: str) -> str:
        """Do what the people in the transcript do; gives the transcript with what the bot says now."""
        for number, line in enumerate(source.splitlines(), 1):
            if is_said_by_the_bot(line):
                continue
            try:
                self.do(line.strip())
            except Exception as error:
                error.add_note(f"in line {number} of the transcript: {line}")
                raise
        self.show_the_rest()
        return "\n".join(self.written).strip() + "\n"

    def do(self, line: str) -> None:
        """Do one line, and write it down."""
        if line.startswith("#"):
            self.written.append(line)
        elif line.startswith("@"):
            self.paragraph(line)
            verb, _, rest = line[1:].partition(" ")
            self.verbs[verb](rest.strip())
            self.show()
        elif found := PHONE.fullmatch(line):
            self.paragraph(line)
            self.switch(found[1], found[2])
        elif line.startswith(">"):
            self.act(line)
        else:
            raise ValueError("this line means nothing")

    def paragraph(self, line: str) -> None:
        """Write a line after an empty one, unless lines of its kind follow each other."""
        last = self.written[-1] if self.written else ""
        alike = last[:1] == line[:1] and line[:1] in "@>" and (line[:1] == "@" or last.startswith(">+"))
        if last and not last.startswith("#") and not alike:
            self.written.append("")
        self.written.append(line)

    # ------------------------------------------------------------ what people do

    def switch(self, name: str, channel: str | None) -> None:
        """Take somebody's phone, and show what reached it meanwhile."""
        self.phone(name, channel or "line")
        self.here = name
        self.show()

    def phone(self, name: str, channel: str = "line") -> Phone:
        """The phone of this name."""
        if name not in self.phones:
            address = f"U{name}" if channel == "line" else str(4000 + len(self.phones))
            self.phones[name] = self.desk.phone(f"{channel}:{address}")
            self.shown[name] = 0
        return self.phones[name]

    def act(self, line: str) -> None:
        """Type, tap or send."""
        self.paragraph(line)
        words = self.hidden.meant(line.lstrip(">+ "), self.titles())
        if found := TAP.fullmatch(words):
            facts = {"value": self.phones[self.here].button(found[1]).value, "picked": found[2]}
            self.happen(events.BUTTON_PRESSED, line, **facts)
        elif found := RAW.fullmatch(words):
            self.happen(events.BUTTON_PRESSED, line, value=found[1])
        elif re.fullmatch(r"\(\w+\)", words):
            self.happen(events.CONTENT_RECEIVED, line, **sent(words[1:-1]))
        else:
            self.say(line, words)

    def say(self, line: str, words: str) -> None:
        """Type words; in a group they begin with the bot's name."""
        if self.here in self.rooms:
            self.happen(events.ROOM_SPOKEN, line, text=words.removeprefix("HandUp").strip())
        else:
            self.happen(events.MESSAGE_RECEIVED, line, text=words)

    def happen(self, kind: str, line: str, **facts: object) -> None:
        """Let it happen on this phone; the bot answers unless the person goes on at once."""
        name = self.phones[self.here].name
        moment = self.desk.now + timedelta(milliseconds=len(self.held))
        reply = free_reply(name, kind, moment)
        self.held.append(Arrival(str(next(self.desk.keys)), name, kind, moment, facts=facts, free_reply=reply))
        if line.startswith(">+"):
            return
        with self.desk.engine.begin() as tx:
            inbox.keep(tx, self.held, self.desk.now)
        self.held = []
        self.desk.settle()
        self.show()

    def open(self, payload: str) -> None:
        """Add the bot, unblock it, or press Start."""
        meant = self.hidden.meant(payload, self.titles())
        self.happen(events.CHAT_OPENED, "", **({"payload": meant} if meant else {}))

    def block(self, _rest: str) -> None:
        """Block the bot."""
        self.happen(events.CHAT_CLOSED, "")

    # ------------------------------------------------------------ what else happens

    def set_clock(self, moment: str) -> None:
        """Set the clock."""
        self.desk.now = datetime.fromisoformat(moment)

    def seed(self, name: str) -> None:
        """Put what exists already into the database."""
        with self.desk.engine.begin() as tx:
            self.hidden.learn(getattr(seeds, name)(tx, self.desk.now) or "")

    def joined(self, rest: str) -> None:
        """Let somebody be welcomed already."""
        name, _, facts = rest.partition(" ")
        phone = self.phone(name, "telegram" if "channel=telegram" in facts else "line")
        with self.desk.engine.begin() as tx:
            seeds.somebody(tx, self.desk.now, phone.name, facts)

    def staff(self, name: str) -> None:
        """Make somebody staff."""
        with self.desk.engine.begin() as tx:
            seeds.make_staff(tx, self.desk.now, self.phone(name).name)

    def room(self, rest: str) -> None:
        """Take the bot into a group: ``team line 12``."""
        name, channel, members = rest.split()
        address = f"C{name}" if channel == "line" else str(-1001000 - len(self.phones))
        self.phones[name] = self.desk.phone(f"{channel}:{address}")
        self.shown[name] = 0
        self.rooms.add(name)
        self.here = name
        self.happen(events.ROOM_OPENED, "")
        with self.desk.engine.begin() as tx:
            rooms.count(tx, self.phones[name].name, int(members))

    def later(self, amount: str) -> None:
        """Let time pass: ``3 days``, ``2 hours``."""
        number, unit = amount.split()
        self.desk.now += timedelta(**{f"{unit.rstrip('s')}s": int(number)})

    def sweep(self, name: str) -> None:
        """Let what is due be said."""
        sweep = next(each for each in SWEEPS if each.name == name)
        with self.desk.engine.begin() as tx:
            run_sweep(tx, sweep, self.desk.now)
        self.desk.settle()

    def announce(self, title: str) -> None:
        """Let staff have told the person in hand of a role."""
        with self.desk.engine.begin() as tx:
            role = seeds.role_called(tx, title)
        self.happen(events.ROLE_ANNOUNCED, "", role=role)

    def signed_up(self, rest: str) -> None:
        """Let somebody stand with a role: ``mali interested Title``."""
        name, state, title = rest.split(" ", 2)
        with self.desk.engine.begin() as tx:
            seeds.sign_up(tx, self.desk.now, self.phone(name).name, state, title)

    def quota(self, rest: str) -> None:
        """Let LINE have told what is allowed this month, and what of it is used."""
        allowed, used = map(int, rest.split())
        with self.desk.engine.begin() as tx:
            quotas.note(tx, "line", allowed, used, self.desk.now)

    def keys(self, _rest: str) -> None:
        """Let there be no key that signs letters (any more)."""
        self.desk.network = replace(self.desk.network, keys=Keys())

    def fan_out(self, _rest: str) -> None:
        """Let everything that staff send to many go out, as the workers do."""
        busy = True
        while busy:
            with self.desk.engine.begin() as tx:
                wrote = fan_out(tx, self.desk.now, local(self.desk.now, self.desk.network.timezone))
                self.desk.deliver(tx)
                found = outbox.claim(tx, self.desk.now + timedelta(minutes=5), timedelta(minutes=1), 500)
                note(tx, [(letter, Sent()) for letter in found], self.desk.now)
            busy = wrote or bool(found)
        self.desk.settle()

    # ------------------------------------------------------------ what the bot says

    def show(self) -> None:
        """Write down what is new on the phone in hand."""
        if not self.here:
            return
        phone = self.phones[self.here]
        for index, message in enumerate(phone.messages[self.shown[self.here] :]):
            if index or (self.written and self.written[-1].startswith("  ")):
                self.written.append("")
            self.written.extend(self.lines_of(message))
        self.shown[self.here] = len(phone.messages)

    def show_the_rest(self) -> None:
        """Write down what reached phones that nobody took up."""
        for name, phone in self.phones.items():
            if len(phone.messages) > self.shown[name]:
                self.do(f"[{name}]")

    def lines_of(self, message: Message) -> list[str]:
        """A message as it stands in a transcript."""
        self.hidden.learn(message.body)
        lines = ["< (picture)"] if message.picture else []
        lines += [f"< (file {self.as_shown(message.file.rpartition('/')[2])})"] if message.file else []
        lines += [f"<< {self.as_shown(message.title)}"] if message.title else []
        body = self.as_shown(message.body).split("\n") if message.body or not message.picture else []
        lines += [f"< {line}".rstrip() for line in body]
        buttons = [self.button(choice) for choice in message.choices]
        ways = ["|", *map(self.button, message.ways)] if message.ways else []
        return [*lines, f"  {' '.join(buttons + ways)}"] if buttons or ways else lines

    def button(self, choice: Choice) -> str:
        """A button as it stands in a transcript."""
        return f"[{choice.label}]" + (f"({self.as_shown(choice.value)})" if choice.kind == "link" else "")

    def as_shown(self, text: str) -> str:
        """A text as it stands in a transcript."""
        return self.hidden.shown(text, self.titles())

    def titles(self) -> dict[str, str]:
        """What roles, projects and companies are called, by their ids."""
        with self.desk.engine.begin() as tx:
            return seeds.titles(tx)


def is_said_by_the_bot(line: str) -> bool:
    """Whether the line is the bot's, or empty: such lines are written anew."""
    return not line.strip() or line.startswith(("<", "  "))
