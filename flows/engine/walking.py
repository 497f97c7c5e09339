"""Moves through a flow: from a step to the next question, backwards, into another flow and home again."""

from __future__ import annotations

from typing import Any, Final

from domain.messages import together
from flows.engine.flow import Audience, Flow
from flows.engine.putting import next_item, put
from flows.engine.steps import NOT_KNOWN, Ask, Do, End, Go, Question, ReadBack, Say
from flows.engine.talk import Conversation
from flows.engine.turn import Turn

MOST_STEPS: Final = 200
"""More steps without a question are a circle."""


class EndlessFlow(RuntimeError):
    """A flow goes in circles without asking anything."""


def begin(turn: Turn, name: str, **answers: Any) -> None:
    """Begin a flow; what is under way is put aside and taken up again afterwards."""
    flow = turn.network.flows[name]
    if not may(turn, flow):
        refuse(turn, flow, answers)
        return
    if turn.talk.now is not None and turn.talk.now.flow == name and turn.talk.now.step and not answers:
        take_up(turn)
        return
    if turn.talk.now is not None and turn.talk.now.flow != name:
        turn.talk.park()
    turn.talk.now = Conversation(name, answers=answers)
    walk(turn, flow, flow.steps[0].name)


def may(turn: Turn, flow: Flow) -> bool:
    """Whether the flow is for this person."""
    match flow.audience:
        case Audience.ANYONE:
            return True
        case Audience.VOLUNTEERS:
            return turn.welcomed
        case Audience.STAFF:
            return turn.is_staff
        case _:
            return turn.is_admin


def is_for_staff(flow: Flow) -> bool:
    """Whether the flow is for staff, or for the admins among them."""
    return flow.audience in {Audience.STAFF, Audience.ADMINS}


def let_go_of_the_impossible(turn: Turn) -> None:
    """Put nothing off that is not for this person: who stops joining is not asked to join again for it."""
    flows = turn.network.flows
    turn.talk.parked = [each for each in turn.talk.parked if (flow := flows.get(each.flow)) and may(turn, flow)]


def left_staff(turn: Turn, flow: Flow) -> bool:
    """Whether the flow under way is staff's (or admins') and the person is that no more."""
    return is_for_staff(flow) and not may(turn, flow)


def home(turn: Turn) -> str:
    """The flow for somebody who wants nothing in particular: a volunteer's menu, else staff's, else the welcome.

    Who speaks for an organisation has a menu too.
    """
    if turn.welcomed:
        return "menu"
    return "staff_menu" if turn.is_staff else "menu" if turn.speaks else "welcome"


def go_home(turn: Turn, greeting: str) -> None:
    """Show what one can do here to somebody who wants nothing in particular, in one bubble with the greeting.

    A newcomer is welcomed instead.
    """
    place = home(turn)
    if place != "welcome":
        turn.say(turn.words(greeting))
    begin(turn, place)
    if place != "welcome":
        turn.said = together(turn.said, len(turn.said) - 1)


def refuse(turn: Turn, flow: Flow, answers: dict[str, Any]) -> None:
    """Welcome a newcomer first, then go on with what they wanted; whom a flow of staff is not for hears so."""
    if is_for_staff(flow):
        refuse_kindly(turn, flow)
        return
    begin(turn, "welcome")
    if turn.talk.now is not None and flow.name != "welcome":
        turn.talk.parked = [*came_for(turn, flow), Conversation(flow.name, answers=answers)]


def refuse_kindly(turn: Turn, flow: Flow) -> None:
    """Say whom a flow is for, and what one can do instead; what is under way goes on."""
    if flow.audience == Audience.ADMINS and turn.is_staff:
        words, offers = "engine.for_admins", ["staff_menu"]
    else:
        words, offers = "engine.for_staff", [home(turn), "talk_to_person"]
    busy = turn.talk.now is not None or turn.talk.parked
    turn.say(turn.words(words), [] if busy else [turn.button(each) for each in offers])
    if turn.talk.now is not None:
        take_up(turn)
    else:
        resume(turn)


def came_for(turn: Turn, other: Flow) -> list[Conversation]:
    """What a newcomer came for by a link or a code before: it is kept beside the next wish, anything else gives way."""
    flows = turn.network.flows
    return [
        each
        for each in turn.talk.parked
        if each.flow != other.name and (flow := flows.get(each.flow)) and flow.unmistakable
    ]


def walk(turn: Turn, flow: Flow, name: str, preface: str = "") -> None:
    """Go through the steps from here on until one waits for an answer, or the flow ends."""
    for _ in range(MOST_STEPS):
        step = flow[name]
        if step.when is not None and not step.when(turn):
            name = flow.after(step)
            continue
        match step:
            case Say():
                say(turn, flow, step)
                name = flow.after(step)
            case Do():
                name = do(turn, flow, step)
            case Go():
                go_on(turn, step)
                return
            case End():
                end(turn, flow, step)
                return
            case _:
                if waits(turn, step):
                    ask(turn, flow, step, preface)
                    return
                name = following(turn, flow, step)
    raise EndlessFlow(flow.name)


def say(turn: Turn, flow: Flow, step: Say) -> None:
    """Say a step's words, once or for each of several values."""
    key = f"{flow.name}.{step.name}"
    if step.many:
        for values, choices in step.many(turn):
            title = turn.words(f"{key}.title", **values) if turn.has(f"{key}.title") else ""
            turn.say(turn.words(key, **values), choices, title=title, lasting=True)
        return
    values = dict(step.values(turn)) if step.values else {}
    choices = step.choices(turn) if step.choices else ()
    turn.say(turn.words(key, **values), choices, lasting=bool(choices))


def do(turn: Turn, flow: Flow, step: Do) -> str:
    """Do a step's deed; gives the name of the next step."""
    outcome = step.run(turn)
    if step.final:
        turn.conversation.trail.clear()
    return step.exits[outcome] if outcome is not None and outcome in step.exits else flow.after(step)


def go_on(turn: Turn, step: Go) -> None:
    """Continue with another flow."""
    answers = dict(step.answers(turn)) if step.answers else {}
    turn.talk.now = None
    begin(turn, step.flow, **answers)


def end(turn: Turn, flow: Flow, step: End) -> None:
    """End the flow, then take up what was put aside."""
    if not step.quiet:
        values = dict(step.values(turn)) if step.values else {}
        offers = [] if turn.talk.parked else [turn.button(offer) for offer in step.offers]
        turn.say(turn.words(f"{flow.name}.{step.name}", **values), offers)
    turn.talk.now = None
    resume(turn)


def resume(turn: Turn) -> None:
    """Take up the conversation that was put aside last, if there is one."""
    if turn.talk.now is None and turn.talk.parked:
        turn.talk.now = turn.talk.parked.pop()
        preface = turn.words("engine.resuming") if turn.talk.now.step else ""
        take_up(turn, preface)


def take_up(turn: Turn, preface: str = "") -> None:
    """Put the question of the conversation under way (again), wherever a changed flow has it now."""
    conversation = turn.conversation
    flow = turn.network.flows.get(conversation.flow)
    if flow is None:
        turn.talk.now = None
        begin(turn, home(turn))
    elif not may(turn, flow):
        turn.talk.now = None
        refuse(turn, flow, conversation.answers)
    else:
        walk(turn, flow, where_we_are(flow, conversation), preface)


def where_we_are(flow: Flow, conversation: Conversation) -> str:
    """The step to continue with; if the flow has lost it, the one after the last answer that it still knows."""
    if conversation.step in flow.by_name:
        return conversation.step
    known = [step.name for step in flow.steps if step.name in conversation.answers]
    return flow.after(flow[known[-1]]) if known else flow.steps[0].name


def waits(turn: Turn, step: Question | ReadBack) -> bool:
    """Whether the question must be put: not answered in this conversation, and not known from the record."""
    if isinstance(step, ReadBack):
        return True
    conversation = turn.conversation
    if isinstance(step, Ask) and step.each:
        return waits_for_item(turn, step)
    if step.name in conversation.answers:
        return False
    if step.known is None or step.name in conversation.again:
        return True
    value = step.known(turn)
    if value is not NOT_KNOWN:
        conversation.answers[step.name] = value
    return value is NOT_KNOWN


def waits_for_item(turn: Turn, step: Ask) -> bool:
    """Whether a question put once for each of several things has one left."""
    conversation = turn.conversation
    if step.name not in conversation.answers and step.known and step.name not in conversation.again:
        value = step.known(turn)
        if value is not NOT_KNOWN:
            conversation.answers[step.name] = value
    return next_item(turn, step) is not None


def ask(turn: Turn, flow: Flow, step: Question | ReadBack, preface: str) -> None:
    """Wait at a question, and put it."""
    conversation = turn.conversation
    if conversation.step != step.name:
        conversation.step, conversation.page, conversation.tries = step.name, 0, 0
        conversation.changing = False
        conversation.picked = []
    put(turn, flow, step, preface)


def following(turn: Turn, flow: Flow, step: Question | ReadBack) -> str:
    """The step after an answered question."""
    if isinstance(step, Ask) and step.exits:
        value = turn.answers.get(step.name)
        if isinstance(value, str) and value in step.exits:
            return step.exits[value]
    return flow.after(step)


def accept(turn: Turn, flow: Flow, step: Question, value: Any) -> None:
    """Take an answer, write it down where the step says so, and move on."""
    conversation = turn.conversation
    if isinstance(step, Ask) and step.each:
        item = next_item(turn, step)
        value = {**(conversation.answers.get(step.name) or {}), item.value: value} if item else value
    conversation.answers[step.name] = value
    conversation.trail = [name for name in conversation.trail if name != step.name] + [step.name]
    conversation.tries = 0
    conversation.step = ""
    conversation.unchanged = {}
    if step.keep:
        step.keep(turn, value)
    if step.name in conversation.again:
        conversation.again.remove(step.name)
    one_more = isinstance(step, Ask) and step.each and next_item(turn, step)
    walk(turn, flow, step.name if one_more else following(turn, flow, step))


def forget_answer(turn: Turn, flow: Flow, name: str) -> None:
    """Put a question again although it has an answer, with those that lose their meaning; back leads before it."""
    step, conversation = flow[name], turn.conversation
    resets = step.resets if isinstance(step, Question) else ()
    for each in (name, *resets):
        if turn.answers.pop(each, NOT_KNOWN) is not NOT_KNOWN:
            conversation.again.append(each)
    earlier = [each for each in conversation.trail if each in flow.order and flow.order[each] < flow.order[name]]
    conversation.trail[:] = earlier


def go_back(turn: Turn, flow: Flow) -> None:
    """Go back to the question before this one; from a change that was not made, to the read-back."""
    if turn.conversation.unchanged.get("step") in flow.by_name:
        leave_unchanged(turn, flow)
        return
    trail = turn.conversation.trail
    if not trail:
        take_up(turn, turn.words("engine.no_way_back"))
        return
    name = trail.pop()
    forget_answer(turn, flow, name)
    turn.conversation.step = ""
    walk(turn, flow, name)


def leave_unchanged(turn: Turn, flow: Flow) -> None:
    """Read the answers back again as they were before one of them was to be changed."""
    conversation = turn.conversation
    as_it_was, conversation.unchanged = conversation.unchanged, {}
    conversation.answers, conversation.trail = as_it_was["answers"], as_it_was["trail"]
    conversation.again = [name for name in conversation.again if name not in conversation.answers]
    conversation.step = ""
    walk(turn, flow, as_it_was["step"])


def start_over(turn: Turn, flow: Flow) -> None:
    """Put every question of the flow again, from the first; what the flow was begun with stays."""
    begun_with = {name: value for name, value in turn.answers.items() if name not in flow.by_name}
    again = [step.name for step in flow.steps if isinstance(step, Question)]
    turn.talk.now = Conversation(flow.name, answers=begun_with, again=again)
    walk(turn, flow, flow.steps[0].name)
