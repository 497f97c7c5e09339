"""Decides what a person's words or tap are: an answer, a way on, the beginning of a flow, or something to ask about."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from flows.engine import answering, walking
from flows.engine.flow import Flow
from flows.engine.matching_words import plain
from flows.engine.putting import BACK, SKIP
from flows.engine.steps import Ask
from flows.engine.turn import Turn
from texts import Texts

MOST_CHARACTERS: Final = 2000
"""A longer text is no answer to any of our questions."""
QUESTION_MARKS: Final = frozenset({"?", "??", "???", "？"})


def heard(turn: Turn, text: str) -> None:
    """Answer something that was typed."""
    if len(text) > MOST_CHARACTERS:
        too_long(turn)
    elif turn.talk.now is not None:
        heard_within(turn, text)
    else:
        heard_without(turn, text)


def too_long(turn: Turn) -> None:
    """Say kindly that the text was too long to read, and put the question again."""
    words = turn.words("engine.too_long", most=MOST_CHARACTERS)
    if turn.talk.now is not None:
        walking.take_up(turn, words)
    else:
        turn.say(words, [turn.button("menu")])


def heard_within(turn: Turn, text: str) -> None:
    """Answer something typed while a conversation is under way."""
    flow = turn.network.flows.get(turn.conversation.flow)
    if flow is None or turn.conversation.step not in flow.by_name:
        walking.take_up(turn, turn.words("engine.changed"))
        return
    if walking.left_staff(turn, flow):
        walking.take_up(turn)
        return
    if answering.option_typed(turn, flow, text):
        answering.typed(turn, flow, text)
        return
    word = plain(text)
    meaning = "help" if text.strip() in QUESTION_MARKS else ways_words(turn.network.texts).get(word)
    if meaning is not None:
        on_a_way(turn, meaning)
    elif (wanted := turn.network.flows.words.get(word)) is not None:
        walking.begin(turn, wanted)
    elif not begin_recognised(turn, which_may_interrupt(turn, flow, text), text):
        answering.typed(turn, flow, text)


def which_may_interrupt(turn: Turn, flow: Flow, text: str) -> list[Flow]:
    """Which flows may take a line while a question waits: any, if the line is none of the answers that it offers."""
    none_of_them = answering.is_no_answer(turn, flow, text)
    return [each for each in turn.network.flows.recognisers if each.unmistakable or (none_of_them and each is not flow)]


def heard_without(turn: Turn, text: str) -> None:
    """Answer something typed out of the blue."""
    word = plain(text)
    name = turn.network.flows.words.get(word)
    if name is not None:
        walking.begin(turn, name)
        return
    if begin_recognised(turn, turn.network.flows.recognisers, text):
        return
    greeting = not word or word in listed(turn.network.texts, "engine.greetings")
    walking.go_home(turn, "engine.hello" if greeting else "engine.lost")


def came_by_link(turn: Turn, payload: str) -> bool:
    """Begin what a link from outside names by its parameter; says whether it names anything."""
    return begin_recognised(turn, [each for each in turn.network.flows.recognisers if each.unmistakable], payload)


def begin_recognised(turn: Turn, flows: Sequence[Flow], text: str) -> bool:
    """Begin the first of the flows that recognises what was typed; says whether one did."""
    for flow in flows:
        answers = flow.recognises(text, turn) if flow.recognises else None
        if answers is not None:
            walking.begin(turn, flow.name, **answers)
            return True
    return False


def on_a_way(turn: Turn, meaning: str) -> None:
    """Go back, skip, stop, start over, get help or greet, at any step."""
    flow = turn.network.flows[turn.conversation.flow]
    match meaning:
        case "back":
            answering.on_the_way(turn, flow, BACK)
        case "skip":
            answering.on_the_way(turn, flow, SKIP)
        case "cancel":
            cancel(turn, flow)
        case "start_over":
            walking.start_over(turn, flow)
        case "help":
            help_at_step(turn)
        case _:
            walking.take_up(turn, turn.words("engine.hello"))


def cancel(turn: Turn, flow: Flow) -> None:
    """Stop the conversation under way, and take up what was put aside."""
    turn.talk.now = None
    walking.let_go_of_the_impossible(turn)
    own = f"{flow.name}.cancelled"
    home = "staff_menu" if walking.home(turn) == "staff_menu" else "menu"
    offers = [] if turn.talk.parked else [turn.button(home)]
    turn.say(turn.words(own if turn.has(own) else "engine.cancelled"), offers)
    walking.resume(turn)


def help_at_step(turn: Turn) -> None:
    """Say how the question can be answered, and what is always possible."""
    flow = turn.network.flows[turn.conversation.flow]
    key = f"{flow.key(flow[turn.conversation.step])}.help"
    own = turn.words(key) + "\n" if turn.has(key) else ""
    walking.take_up(turn, own + turn.words("engine.help"))


def waits_for_picture(turn: Turn) -> bool:
    """Whether the question that waits takes a picture."""
    flow = turn.network.flows.get(turn.talk.now.flow) if turn.talk.now is not None else None
    if flow is None or walking.left_staff(turn, flow):
        return False
    step = flow.by_name.get(turn.conversation.step)
    return isinstance(step, Ask) and step.pictures


def pictured(turn: Turn, picture: str) -> None:
    """Answer with a picture that was sent and is kept now."""
    answering.pictured(turn, turn.network.flows[turn.conversation.flow], picture)


def tapped(turn: Turn, value: str, picked: str | None) -> None:
    """Answer a tap: on the question that waits, on a lasting button, or on something from long ago."""
    kind, _, rest = value.partition(":")
    if kind == "go":
        begin_by_button(turn, rest)
    elif kind == "a":
        tapped_answer(turn, value, rest, picked)
    else:
        unknown_button(turn)


def begin_by_button(turn: Turn, target: str) -> None:
    """Begin the flow that a lasting button names, with its argument as the answer to ``about``."""
    name, _, argument = target.partition(":")
    if turn.network.flows.get(name) is None:
        unknown_button(turn)
    elif argument:
        walking.begin(turn, name, about=argument)
    else:
        walking.begin(turn, name)


def tapped_answer(turn: Turn, value: str, rest: str, picked: str | None) -> None:
    """Take a tap on a question's button; a second tap on the same button says nothing new."""
    visit, _, answer = rest.partition(":")
    current = turn.talk.now is not None and visit == str(turn.talk.visits)
    if current and answer:
        turn.talk.last_tap = value
        flow = turn.network.flows.get(turn.conversation.flow)
        if flow is None or turn.conversation.step not in flow.by_name:
            walking.take_up(turn, turn.words("engine.changed"))
        elif walking.left_staff(turn, flow):
            walking.take_up(turn)
        else:
            answering.tapped(turn, flow, answer, picked)
    elif value != turn.talk.last_tap:
        unknown_button(turn)


def unknown_button(turn: Turn) -> None:
    """Say that the button is from an earlier message, and where we are now."""
    if turn.talk.now is not None:
        walking.take_up(turn, turn.words("engine.old_button"))
    else:
        walking.go_home(turn, "engine.old_button")


@lru_cache(maxsize=4)
def ways_words(texts: Texts) -> dict[str, str]:
    """Which words mean back, skip, cancel, start over, help and hello, whatever the language?"""
    ways = ("back", "skip", "cancel", "start_over", "help")
    words = {word: way for way in ways for word in listed(texts, f"engine.{way}_words")}
    return words | dict.fromkeys(listed(texts, "engine.greetings"), "hello")


@lru_cache(maxsize=32)
def listed(texts: Texts, key: str) -> frozenset[str]:
    """The words in a list of the texts, of both languages, made plain."""
    return frozenset(filter(None, (plain(word) for each in texts.both(key).values() for word in each.split(","))))
