"""A tiny shop whose flows have every kind of step, in both languages, and a phone to try them with."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from domain.messages import Message
from flows.engine import (
    PICTURE,
    Ask,
    AskMany,
    Audience,
    Do,
    End,
    Flow,
    Flows,
    Go,
    Network,
    Option,
    Read,
    ReadBack,
    Say,
    Turn,
    Unclear,
    Understood,
)
from storage import pictures
from storage.chats import take
from storage.database import make_engine
from storage.schema import metadata
from tests.phone import Desk
from texts import LANGUAGES, Texts
from texts.words import FOLDER

FRUITS = tuple(f"fruit_{number}" for number in range(1, 21))
NOW = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)


def a_note(text: str, _turn: Turn) -> Read:
    """A note of two words or more; a number alone is none."""
    return Understood(text) if len(text.split()) > 1 else Unclear(values={"typed": text})


def some_extras(text: str, _turn: Turn) -> Read:
    """Extras from free words."""
    found = [extra for extra, word in {"ice": "cold", "milk": "white"}.items() if word in text]
    return Understood(found) if found else Unclear()


def chosen_extras(turn: Turn) -> list[Option]:
    """The extras that are to be rated."""
    return [Option(extra, turn.words(f"order.extras-{extra}")) for extra in turn.answers.get("extras") or ()]


def keep_size(turn: Turn, size: str) -> None:
    """Count how often a size was written down."""
    turn.answers["kept"] = [*turn.answers.get("kept", []), size]


ORDER = Flow(
    "order",
    Ask("size", ("small", "large"), keep=keep_size, resets=("fruit",)),
    Ask("fruit", FRUITS),
    AskMany("extras", ("ice", "milk", "sugar"), read=some_extras, most=2, skippable=True),
    Ask("rating", ("good", "bad"), each=chosen_extras, skippable=True),
    Ask("note", read=a_note, skippable=True),
    Ask("day", ("today",), read=a_note, picks="date"),
    ReadBack("check", ("size", "fruit", "extras", "rating", "note", "day")),
    End("done", offers=("menu",)),
    audience=Audience.ANYONE,
)
ASIDE = Flow("aside", Ask("really", ("yes", "no")), End("said"), audience=Audience.ANYONE)


def a_poster(text: str, turn: Turn) -> Read:
    """A picture that is kept, or the words "none"."""
    if text.startswith(PICTURE) and pictures.path_of(turn.tx, text.removeprefix(PICTURE)):
        return Understood(text)
    return Understood("none") if text == "none" else Unclear()


POSTER = Flow("poster", Ask("which", read=a_poster, pictures=True), End("hung"), audience=Audience.ANYONE)
GREET = Flow("greet", Say("hello"), Go("on", "aside"), audience=Audience.ANYONE)
POINT = Flow(
    "point", Do("look", lambda turn: turn.answers.get("about")), End("looked", quiet=True), audience=Audience.ANYONE
)
SECRET = Flow("secret", End("shown"), audience=Audience.STAFF)
MEMBERS = Flow("members", End("inside"))
WELCOME = Flow("welcome", Ask("join", ("yes",)), End("joined"), audience=Audience.ANYONE)
MENU = Flow("menu", Say("list"), End("listed", quiet=True), audience=Audience.ANYONE)
TALK_TO_PERSON = Flow("talk_to_person", End("told"), audience=Audience.ANYONE)
STAFF_MENU = Flow("staff_menu", End("listed", quiet=True), audience=Audience.STAFF)

WORDS: dict[str, dict[str, tuple[str, str]]] = {
    "order": {
        "called": ("สั่งของ", "Order"),
        "words": ("ซื้อ", "buy"),
        "size": ("แก้วไหน", "Which size?"),
        "size.label": ("ขนาด", "Size"),
        "size.help": ("มีสองขนาด", "There are two sizes."),
        "size-small": ("เล็ก", "Small"),
        "size-small.also": ("จิ๋ว,น้อย", "tiny,little"),
        "size-large": ("ใหญ่", "Large"),
        "fruit": ("ผลไม้อะไร", "Which fruit?"),
        "fruit.label": ("ผลไม้", "Fruit"),
        "extras": ("ใส่อะไรเพิ่ม", "What else?"),
        "extras.label": ("เพิ่ม", "Extras"),
        "extras.retry": ("ไม่รู้จัก", "Never heard of it."),
        "extras-ice": ("น้ำแข็ง", "Ice"),
        "extras-milk": ("นม", "Milk"),
        "extras-sugar": ("น้ำตาล", "Sugar"),
        "rating": ("{ $item } เป็นไง", "How is { $item }?"),
        "rating.label": ("คะแนน", "Rating"),
        "rating-good": ("ดี", "Good"),
        "rating-bad": ("แย่", "Bad"),
        "note": ("มีอะไรฝากไหม", "Any note?"),
        "note.label": ("ฝาก", "Note"),
        "note.retry": ("“{ $typed }” สั้นไป", "“{ $typed }” is too short."),
        "day": ("วันไหน", "Which day?"),
        "day.label": ("วัน", "Day"),
        "day.retry": ("วันไหนนะ", "Which day is that?"),
        "day-today": ("วันนี้", "Today"),
        "check": ("{ $summary }", "{ $summary }"),
        "done": ("สั่งแล้ว", "Ordered."),
    }
    | {f"fruit-{fruit}": (f"ผลที่{fruit[6:]}", f"Fruit no {fruit[6:]}") for fruit in FRUITS},
    "aside": {
        "called": ("คั่น", "Aside"),
        "words": ("แวะ", "by the way"),
        "really": ("จริงไหม", "Really?"),
        "really-yes": ("จริง", "Yes"),
        "really-no": ("ไม่จริง", "No"),
        "said": ("โอเค", "All right."),
    },
    "poster": {
        "called": ("ติดป้าย", "Hang a poster"),
        "words": ("ป้าย", "poster"),
        "which": ("ป้ายไหน", "Which poster?"),
        "which.retry": ("ไม่ใช่ป้าย", "That is no poster."),
        "hung": ("ติดแล้ว", "It hangs."),
    },
    "greet": {"called": ("ทัก", "Greet"), "words": ("ทักทาย", "greet me"), "hello": ("ว่าไง", "Hi there.")},
    "point": {"called": ("ดู", "Look"), "words": ("ดูสิ", "look here")},
    "secret": {"called": ("ความลับ", "Secret"), "words": ("ลับ", "secrets"), "shown": ("ลับมาก", "Very secret.")},
    "members": {"called": ("สมาชิก", "Members"), "words": ("ข้างใน", "go in"), "inside": ("เข้าแล้ว", "Inside.")},
    "welcome": {
        "called": ("เข้าร่วม", "Join"),
        "words": ("ร่วม", "join in"),
        "join": ("ร่วมไหม", "Join us?"),
        "join-yes": ("ร่วมเลย", "I join"),
        "joined": ("ยินดี", "Welcome."),
    },
    "menu": {"called": ("เมนู", "Menu"), "words": ("เมนูหลัก", "main menu"), "list": ("มีของขาย", "We sell things.")},
    "talk_to_person": {"called": ("คุยกับคน", "Talk to us"), "words": ("คน", "human"), "told": ("ส่งแล้ว", "Told.")},
    "staff_menu": {"called": ("เมนูร้าน", "Staff menu"), "words": ("ร้าน", "shop")},
}
ALL = (ORDER, ASIDE, POSTER, GREET, POINT, SECRET, MEMBERS, WELCOME, MENU, TALK_TO_PERSON, STAFF_MENU)


def write_texts(folder: Path, words: Mapping[str, Mapping[str, tuple[str, str]]] = WORDS) -> Texts:
    """The shop's words, beside the engine's own."""
    for place, language in enumerate(LANGUAGES):
        (folder / language).mkdir(parents=True, exist_ok=True)
        shutil.copy(FOLDER / language / "engine.ftl", folder / language / "engine.ftl")
        for name, entries in words.items():
            (folder / language / f"{name}.ftl").write_text(in_fluent(entries, place), encoding="utf-8")
    return Texts(folder)


def in_fluent(entries: Mapping[str, tuple[str, str]], place: int) -> str:
    """One file of words; attributes stand under their entry."""
    lines = []
    for key in sorted(entries, key=lambda each: each.partition(".")):
        name, _, attribute = key.partition(".")
        lines.append(f"    .{attribute} = {entries[key][place]}" if attribute else f"{name} = {entries[key][place]}")
    return "\n".join(lines) + "\n"


class Shop:
    """The shop, open."""

    def __init__(self, folder: Path, language: str = "en") -> None:
        self.engine = make_engine(f"sqlite:///{folder / 'shop.sqlite'}")
        metadata.create_all(self.engine)
        self.texts = write_texts(folder / "texts")
        self.desk = Desk(self.engine, NOW)
        self.serve(ALL)
        self.phone = self.desk.phone("line:Ucustomer")
        self.speak(language)

    def serve(self, flows: tuple[Flow, ...]) -> None:
        """Deploy these flows."""
        self.desk.network = Network(Flows(flows, self.texts), self.texts)

    def speak(self, language: str) -> None:
        """Let the customer's chat be in this language."""
        with self.engine.begin() as tx:
            chat = take(tx, [self.phone.name])[self.phone.name]
            chat.language = language
            save(tx, chat)

    def talk(self) -> dict[str, Any]:
        """Where the conversation stands, as it is saved."""
        with self.engine.begin() as tx:
            return take(tx, [self.phone.name])[self.phone.name].talk

    def change(self, change: Callable[[dict[str, Any]], None]) -> None:
        """Change what is saved, as another version of the program might have left it."""
        with self.engine.begin() as tx:
            chat = take(tx, [self.phone.name])[self.phone.name]
            change(chat.talk)
            save(tx, chat)

    def answers(self) -> dict[str, Any]:
        """The answers given so far."""
        return dict((self.talk().get("now") or {}).get("answers", {}))

    def up_to(self, step: str) -> list[Message]:
        """Order until this step waits for its answer; gives its question."""
        said = self.phone.say("buy")
        for name, words in ANSWERS:
            if name == step:
                return said
            said = self.phone.say(words)
        return said


def save(tx: Any, chat: Any) -> None:
    """Save a chat."""
    from storage.chats import save as save_chats

    save_chats(tx, [chat])


ANSWERS = (
    ("size", "large"),
    ("fruit", "Fruit no 15"),
    ("extras", "ice and milk"),
    ("rating", "good"),
    ("rating again", "bad"),
    ("note", "no straw please"),
    ("day", "today"),
)


def bodies(said: list[Message]) -> list[str]:
    """What the messages say."""
    return [message.body for message in said]


def labels(message: Message) -> list[str]:
    """The answers that a message offers."""
    return [choice.label for choice in message.choices]


def ways(message: Message) -> list[str]:
    """The ways on that a message offers."""
    return [choice.label for choice in message.ways]
