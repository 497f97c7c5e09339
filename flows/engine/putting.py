"""Puts a question: its words, its answers as buttons, and the ways on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from domain.messages import Choice
from flows.engine.flow import Flow
from flows.engine.steps import Ask, AskMany, Option, Question, ReadBack
from flows.engine.turn import Turn

MOST_BUTTONS: Final = 13
"""LINE's quick replies; the other channels take at least as many."""
BACK, SKIP, MORE, DONE, RIGHT, CHANGE = "<", "-", ">", ".", "+", "~"
"""What the ways on send back: none of them is the value of an option."""


def put(turn: Turn, flow: Flow, step: Question | ReadBack, preface: str = "") -> None:
    """Put a question, after some words about the last answer if there are any."""
    turn.talk.visits += 1
    if isinstance(step, ReadBack):
        put_read_back(turn, flow, step, preface)
    else:
        put_question(turn, flow, step, preface)


def put_question(turn: Turn, flow: Flow, step: Question, preface: str) -> None:
    """Put a question with a page of its options."""
    ways, words = ways_on(turn, step), question_words(turn, flow, step)
    options = options_of(turn, flow, step)
    shown, more = page_of(turn, options, MOST_BUTTONS - len(ways))
    turn.conversation.offered = [option.value for option in shown]
    if more:
        ways.insert(0, way(turn, MORE, "engine.more"))
    body = "\n\n".join(part for part in (preface, words, picked_words(turn, step, options)) if part)
    choices = [choice_of(turn, step, option) for option in shown] + pickers(turn, step)
    turn.say(body, choices, ways, lasting=isinstance(step, Ask) and step.lasting)


def question_words(turn: Turn, flow: Flow, step: Question) -> str:
    """The words of a question."""
    values = dict(step.values(turn)) if step.values else {}
    if isinstance(step, Ask) and step.each:
        item = next_item(turn, step)
        values["item"] = item.label if item else ""
    key = flow.key(step)
    more = isinstance(step, AskMany) and turn.conversation.picked and turn.has(f"{key}.more")
    return turn.words(f"{key}.more" if more else key, **values)


def picked_words(turn: Turn, step: Question, options: Sequence[Option]) -> str:
    """What is ticked so far, in a question with several answers."""
    picked = turn.conversation.picked
    if not isinstance(step, AskMany) or not picked:
        return ""
    labels = {option.value: option.label for option in options}
    return turn.words("engine.picked", list=", ".join(labels.get(value, value) for value in picked))


def next_item(turn: Turn, step: Ask) -> Option | None:
    """For which of several things is the question put now?"""
    answered = turn.answers.get(step.name) or {}
    items = step.each(turn) if step.each else ()
    return next((item for item in items if item.value not in answered), None)


def options_of(turn: Turn, flow: Flow, step: Question) -> list[Option]:
    """The options of a question, with their words."""
    if callable(step.options):
        return list(step.options(turn))
    labels = step.labels or flow.key(step)
    return [Option(value, turn.words(f"{labels}-{value}")) for value in step.options]


def page_of(turn: Turn, options: list[Option], room: int) -> tuple[list[Option], bool]:
    """Which options fit beside the ways on, on the page that the person turned to, and are there more?"""
    if len(options) <= room:
        return options, False
    size = room - 1
    pages = -(-len(options) // size)
    start = turn.conversation.page % pages * size
    return options[start : start + size], True


def choice_of(turn: Turn, step: Question, option: Option) -> Choice:
    """An option as a button."""
    ticked = isinstance(step, AskMany) and option.value in turn.conversation.picked
    return Choice(f"✓ {option.label}" if ticked else option.label, answer_value(turn, option.value))


def pickers(turn: Turn, step: Question) -> list[Choice]:
    """The picker of a date or a time, where the question has one."""
    if not isinstance(step, Ask) or step.picks is None:
        return []
    return [Choice(turn.words(f"engine.pick-{step.picks}"), answer_value(turn, "pick"), step.picks)]


def answer_value(turn: Turn, value: str) -> str:
    """What a button of the question that is being put sends back."""
    return f"a:{turn.talk.visits}:{value}"


def way(turn: Turn, value: str, key: str) -> Choice:
    """A way on, as a button."""
    return Choice(turn.words(key), answer_value(turn, value))


def ways_on(turn: Turn, step: Question) -> list[Choice]:
    """Done, skip and back, where they make sense."""
    ways = []
    if isinstance(step, AskMany) and turn.conversation.picked:
        ways.append(way(turn, DONE, "engine.done"))
    elif step.skippable:
        ways.append(way(turn, SKIP, "engine.skip"))
    if turn.conversation.trail or turn.conversation.unchanged:
        ways.append(way(turn, BACK, "engine.back"))
    return ways


def put_read_back(turn: Turn, flow: Flow, step: ReadBack, preface: str) -> None:
    """Read the answers back, or ask which of them to change."""
    if turn.conversation.changing:
        options = changeable(turn, flow, step)
        shown, more = page_of(turn, options, MOST_BUTTONS - 1)
        turn.conversation.offered = [option.value for option in shown]
        ways = [way(turn, MORE, "engine.more")] * more + [way(turn, BACK, "engine.back")]
        choices = [Choice(option.label, answer_value(turn, option.value)) for option in shown]
        turn.say(turn.words("engine.change_which"), choices, ways)
        return
    values = dict(step.values(turn)) if step.values else {}
    words = turn.words(f"{flow.name}.{step.name}", summary=summary(turn, flow, step), **values)
    choices = [way(turn, RIGHT, "engine.right"), way(turn, CHANGE, "engine.change")]
    turn.conversation.offered = [RIGHT, CHANGE]
    turn.say("\n\n".join(part for part in (preface, words) if part), choices)


def changeable(turn: Turn, flow: Flow, step: ReadBack) -> list[Option]:
    """Which answers can be changed, by the label of their question?"""
    names = [name for name in step.of if name in turn.answers]
    return [Option(name, turn.words(f"{flow.key(flow[name])}.label")) for name in names]


def summary(turn: Turn, flow: Flow, step: ReadBack) -> str:
    """One line for each answer."""
    lines = []
    for name in step.of:
        question = flow[name]
        if name in turn.answers and isinstance(question, Question):
            label = turn.words(f"{flow.key(question)}.label")
            lines.append(f"• {label}: {shown(turn, flow, question, turn.answers[name])}")
    return "\n".join(lines)


def shown(turn: Turn, flow: Flow, step: Question, value: Any) -> str:
    """The words for an answer."""
    if value is None or value == []:
        return turn.words("engine.nothing")
    if step.show:
        return step.show(turn, value)
    labels = {option.value: option.label for option in options_of(turn, flow, step)}
    if isinstance(value, dict) and isinstance(step, Ask) and step.each:
        items = [item for item in step.each(turn) if item.value in value]
        return ", ".join(f"{item.label} ({labels.get(value[item.value], value[item.value])})" for item in items)
    values = value if isinstance(value, list) else [value]
    return ", ".join(labels.get(each, str(each)) for each in values)
