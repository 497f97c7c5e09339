"""Reads the answer to the question that waits: a tap, a number, the words of an option, or free text."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, Final

from domain.messages import Choice
from flows.engine import matching_words, putting, walking
from flows.engine.flow import Flow
from flows.engine.putting import BACK, CHANGE, DONE, MORE, RIGHT, SKIP, answer_value
from flows.engine.steps import PICTURE, Ask, AskMany, Option, Question, Read, ReadBack, Unclear, Understood
from flows.engine.turn import Turn
from texts import Texts

BETWEEN: Final = re.compile(r"\s*(?:[,;/\n、+&]|และ|กับ|แล้วก็|\band\b)\s*")
MANY_NUMBERS: Final = re.compile(r"[\d๐-๙]{1,2}(?:[\s,.]+[\d๐-๙]{1,2})+")
PATIENCE: Final = 2
"""After so many answers that were not understood, a human is offered."""


def tapped(turn: Turn, flow: Flow, value: str, picked: str | None) -> None:
    """Take a tap on a button of the question that waits."""
    step = flow[turn.conversation.step]
    if value in {BACK, SKIP, MORE}:
        on_the_way(turn, flow, value)
    elif isinstance(step, ReadBack):
        read_back_answer(turn, flow, step, value)
    elif isinstance(step, AskMany):
        ticked(turn, flow, step, value)
    elif isinstance(step, Question):
        settle(turn, flow, step, read_tap(turn, flow, step, value, picked))


def read_tap(turn: Turn, flow: Flow, step: Question, value: str, picked: str | None) -> Read:
    """What a tapped button means: an option, a picked date, or something that was suggested."""
    if picked is not None and step.read:
        return step.read(picked, turn)
    if value in {option.value for option in putting.options_of(turn, flow, step)}:
        return Understood(value)
    return step.read(value, turn) if step.read else Unclear("gone")


def pictured(turn: Turn, flow: Flow, picture: str) -> None:
    """Take a picture as the answer to the question that waits."""
    step = flow[turn.conversation.step]
    if isinstance(step, Ask) and step.read is not None:
        settle(turn, flow, step, step.read(f"{PICTURE}{picture}", turn))


def on_the_way(turn: Turn, flow: Flow, way: str) -> None:
    """Go back, skip, or turn the page."""
    conversation = turn.conversation
    step = flow[conversation.step]
    if way == MORE:
        conversation.page += 1
        walking.take_up(turn)
    elif way == BACK and isinstance(step, ReadBack) and conversation.changing:
        conversation.changing = False
        walking.take_up(turn)
    elif way == BACK:
        walking.go_back(turn, flow)
    elif isinstance(step, Question) and step.skippable:
        walking.accept(turn, flow, step, [] if isinstance(step, AskMany) else None)
    else:
        walking.take_up(turn, turn.words("engine.not_skippable"))


def typed(turn: Turn, flow: Flow, text: str) -> None:
    """Read a typed answer to the question that waits."""
    step = flow[turn.conversation.step]
    if isinstance(step, ReadBack):
        read_back_typed(turn, flow, step, text)
    elif isinstance(step, AskMany):
        typed_many(turn, flow, step, text)
    elif isinstance(step, Question):
        settle(turn, flow, step, read_typed(turn, flow, step, text))


def option_typed(turn: Turn, flow: Flow, text: str) -> bool:
    """Whether the words are exactly one of the options of the question that waits."""
    step = flow[turn.conversation.step]
    if isinstance(step, ReadBack):
        return matching_words.exactly(text, read_back_names(turn, flow, step)) is not None
    return isinstance(step, Question) and matching_words.exactly(text, names_of(turn, flow, step)) is not None


def is_no_answer(turn: Turn, flow: Flow, text: str) -> bool:
    """Whether the question that waits takes only its options, and the words are none of them, not even nearly."""
    step = flow[turn.conversation.step]
    if not isinstance(step, Ask) or step.read is not None:
        return False
    read = by_number_or_nearly(turn, flow, step, text, names_of(turn, flow, step))
    return isinstance(read, Unclear) and not read.suggestions


def names_of(turn: Turn, flow: Flow, step: Question) -> dict[str, tuple[str, ...]]:
    """The words by which each option is known, in either language."""
    if isinstance(step.options, tuple):
        return named(turn.network.texts, turn.chat.language, step.labels or flow.key(step), step.options)
    return {option.value: (option.label, *option.also) for option in putting.options_of(turn, flow, step)}


@lru_cache(maxsize=2048)
def named(texts: Texts, language: str, labels: str, options: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """The words by which each of a flow's own options is known: its labels in both languages, and more."""
    names = {}
    for value in options:
        key = f"{labels}-{value}"
        more = texts.say(language, f"{key}.also").split(",") if texts.has(f"{key}.also") else []
        names[value] = (*texts.both(key).values(), *more)
    return names


def read_typed(turn: Turn, flow: Flow, step: Question, text: str) -> Read:
    """What a typed answer means; nearly right is only ever a suggestion."""
    names = names_of(turn, flow, step)
    if (value := matching_words.exactly(text, names)) is not None:
        return Understood(value)
    if step.read is None:
        return by_number_or_nearly(turn, flow, step, text, names)
    if text.startswith(PICTURE):
        return Unclear()
    read = step.read(text, turn)
    value = by_its_number(turn, text) if isinstance(read, Unclear) else None
    if value is None:
        return read
    return Understood(value) if value in names else step.read(value, turn)


def by_its_number(turn: Turn, text: str) -> str | None:
    """What the last message offered under the number that was typed; where nought is among them, amounts are meant."""
    offered = turn.conversation.offered
    if "0" in offered and all(each.isdecimal() for each in offered):
        return None
    place = matching_words.by_number(text, len(offered))
    return offered[place] if place is not None else None


def by_number_or_nearly(turn: Turn, flow: Flow, step: Question, text: str, names: dict[str, tuple[str, ...]]) -> Read:
    """An option by its number, or a suggestion of what may have been meant."""
    value = by_its_number(turn, text)
    if value is not None:
        return Understood(value)
    likely = matching_words.nearly(text, names)
    options = {option.value: option for option in putting.options_of(turn, flow, step)}
    return Unclear(suggestions=tuple(options[value] for value in likely))


def settle(turn: Turn, flow: Flow, step: Question, read: Read) -> None:
    """Accept what was understood, or say what was not and how it can be said."""
    if isinstance(read, Understood):
        walking.accept(turn, flow, step, read.value)
    else:
        not_understood(turn, flow, step, read)


def not_understood(turn: Turn, flow: Flow, step: Question, read: Unclear) -> None:
    """Say what was not understood; offer what may have been meant, and a human after some tries."""
    turn.conversation.tries += 1
    key = f"{flow.key(step)}.{read.why}"
    known = turn.has(key)
    words = turn.words(key, **read.values) if known else turn.words("engine.retry")
    if read.suggestions:
        turn.talk.visits += 1
        turn.conversation.offered = [option.value for option in read.suggestions]
        body = f"{words}\n{turn.words('engine.did_you_mean')}"
        choices = [Choice(option.label, answer_value(turn, option.value)) for option in read.suggestions]
        turn.say(body, choices, putting.ways_on(turn, step))
        return
    if turn.conversation.tries > PATIENCE:
        words = f"{words}\n{turn.words('engine.need_a_person')}"
    putting.put(turn, flow, step, words)


def ticked(turn: Turn, flow: Flow, step: AskMany, value: str) -> None:
    """Tick or untick one of several options; done when it is said, or when no more may be ticked."""
    conversation = turn.conversation
    if value == DONE:
        walking.accept(turn, flow, step, list(conversation.picked))
        return
    if value not in {option.value for option in putting.options_of(turn, flow, step)}:
        not_understood(turn, flow, step, Unclear("gone"))
        return
    if value in conversation.picked:
        conversation.picked.remove(value)
    elif len(conversation.picked) < step.most:
        conversation.picked.append(value)
    if len(conversation.picked) == step.most:
        walking.accept(turn, flow, step, list(conversation.picked))
    else:
        walking.take_up(turn)


def typed_many(turn: Turn, flow: Flow, step: AskMany, text: str) -> None:
    """Read several answers from one line: numbers, words, or what the step's reader understands."""
    if matching_words.plain(text) in done_words(turn) and turn.conversation.picked:
        walking.accept(turn, flow, step, list(turn.conversation.picked))
        return
    found, unknown = several(turn, flow, step, text)
    if unknown and step.read:
        read = step.read(text, turn)
        if isinstance(read, Unclear):
            not_understood(turn, flow, step, read)
            return
        found = list(dict.fromkeys([*numbered(turn, text), *read.value]))
    elif unknown:
        options = {option.value: option for option in putting.options_of(turn, flow, step)}
        likely = matching_words.nearly(unknown[0], names_of(turn, flow, step))
        turn.conversation.picked = merged(turn, step, found)
        not_understood(turn, flow, step, Unclear(suggestions=tuple(options[value] for value in likely)))
        return
    take_many(turn, flow, step, found)


def take_many(turn: Turn, flow: Flow, step: AskMany, found: list[str]) -> None:
    """Accept several answers, unless they are too many."""
    picked = merged(turn, step, found)
    if len(picked) > step.most:
        turn.conversation.picked = picked[: step.most]
        putting.put(turn, flow, step, turn.words("engine.too_many", most=step.most))
    else:
        walking.accept(turn, flow, step, picked)


def merged(turn: Turn, step: AskMany, found: list[str]) -> list[str]:
    """What is ticked together with what was typed."""
    del step
    return list(dict.fromkeys([*turn.conversation.picked, *found]))


def pieces_of(text: str) -> list[str]:
    """The pieces of a line that names several things."""
    apart = re.findall(r"[\d๐-๙]+", text) if MANY_NUMBERS.fullmatch(text.strip()) else BETWEEN.split(text.strip())
    return [piece for piece in apart if piece]


def numbered(turn: Turn, text: str) -> list[str]:
    """The options named by their numbers in a line."""
    return [value for piece in pieces_of(text) if (value := by_its_number(turn, piece)) is not None]


def several(turn: Turn, flow: Flow, step: AskMany, text: str) -> tuple[list[str], list[str]]:
    """The options named in a line, and the words in it that name none."""
    names = names_of(turn, flow, step)
    found: list[str] = []
    unknown: list[str] = []
    for piece in pieces_of(text):
        value = by_its_number(turn, piece) or matching_words.exactly(piece, names)
        (found if value is not None else unknown).append(value if value is not None else piece)
    return found, unknown


def done_words(turn: Turn) -> set[str]:
    """The words that say that nothing more is to be ticked."""
    listed = [words for each in turn.network.texts.both("engine.done_words").values() for words in each.split(",")]
    return {matching_words.plain(word) for word in listed}


def read_back_names(turn: Turn, flow: Flow, step: ReadBack) -> dict[str, tuple[str, ...]]:
    """The words by which a read-back can be answered."""
    if turn.conversation.changing:
        return {option.value: (option.label,) for option in putting.changeable(turn, flow, step)}
    both = turn.network.texts.both
    words = {RIGHT: "engine.right", CHANGE: "engine.change"}
    return {
        value: (*both(key).values(), *(word for each in both(f"{key}.also").values() for word in each.split(",")))
        for value, key in words.items()
    }


def read_back_typed(turn: Turn, flow: Flow, step: ReadBack, text: str) -> None:
    """Read a typed answer to a read-back: right, change, or straight which answer to change."""
    names = read_back_names(turn, flow, step)
    value = matching_words.exactly(text, names) or by_its_number(turn, text)
    if value is None:
        labels = {option.value: (option.label,) for option in putting.changeable(turn, flow, step)}
        value = matching_words.exactly(re.sub(r"^(แก้ไข|แก้|เปลี่ยน|change|edit)\s*", "", text.strip()), labels)
    if value is not None:
        read_back_answer(turn, flow, step, value)
    elif not answered_anew(turn, flow, step, text):
        putting.put(turn, flow, step, turn.words("engine.retry"))


def answered_anew(turn: Turn, flow: Flow, step: ReadBack, text: str) -> bool:
    """Take what was typed as a new answer to the question that the read-back hears, if it is one."""
    question = flow[step.hears] if step.hears else None
    read = question.read(text, turn) if isinstance(question, Question) and question.read else None
    if not isinstance(question, Question) or not isinstance(read, Understood):
        return False
    walking.forget_answer(turn, flow, question.name)
    walking.accept(turn, flow, question, read.value)
    return True


def read_back_answer(turn: Turn, flow: Flow, step: ReadBack, value: Any) -> None:
    """Take the answer to a read-back; where only one answer can be changed, nobody is asked which."""
    conversation = turn.conversation
    if value == CHANGE and len(only := putting.changeable(turn, flow, step)) == 1:
        value = only[0].value
    if value == RIGHT:
        conversation.step = ""
        walking.walk(turn, flow, flow.after(step))
    elif value == CHANGE:
        conversation.changing = True
        walking.take_up(turn)
    elif value in step.of:
        conversation.step = ""
        conversation.changing = False
        conversation.unchanged = {"step": step.name, "answers": dict(turn.answers), "trail": list(conversation.trail)}
        walking.forget_answer(turn, flow, value)
        walking.walk(turn, flow, value)
    else:
        putting.put(turn, flow, step, turn.words("engine.retry"))


__all__ = ["Ask", "Option", "option_typed", "tapped", "typed"]
