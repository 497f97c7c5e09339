"""Skills named in a sentence, and for each whether it is the sender's own: if not, why not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from domain.reading.skill_words import GENERIC, HEADS, THAI_VERBS, VERBS, WHOLE
from domain.reading.tokens import Token

_ASKS: Final = frozenset({"question", "question_word"})
_MODES: Final = {"learn": "wish", "need": "need", "someone": "someone_else", "attend": "remark"}
_SOFT: Final = frozenset({"และ", "กับ", "and", "&", "หรือ", "or"})
_ANYWHERE: Final = frozenset({"ให้", "เรื่อง", "เกี่ยวกับ", "สำหรับ", "ของ", "เพื่อ"})


@dataclass(slots=True)
class Mention:
    """A skill's word in the line; ``out`` says why it does not count, or is empty."""

    skill: str
    form: str
    start: int
    end: int
    out: str = ""
    settled: bool = False
    """A word beside it has said whether it counts."""

    @property
    def latin(self) -> bool:
        """Typed in Latin letters."""
        return self.form[:1].isascii()


def mentions(tokens: Sequence[Token], line: str) -> list[Mention]:
    """The mentions of one sentence, in order."""
    reader = Reader(tokens, line)
    reader.read()
    return reader.found


class Reader:
    """Goes through the tokens of a sentence once, from left to right."""

    def __init__(self, tokens: Sequence[Token], line: str) -> None:
        self.tokens = tokens
        self.line = line
        self.found: list[Mention] = []
        self.mode = ""
        """Why what comes next does not count."""
        self.topic = False
        """What comes next is what a skill is about, or for whom."""
        self.last: Mention | None = None
        """The skill named last in this item of the list."""

    def read(self) -> None:
        """Take in the whole sentence."""
        for index, token in enumerate(self.tokens):
            if token.kind == "skill":
                self._skill(index, token)
            elif token.kind in _MODES:
                self._mode(token)
            else:
                self._word(index, token)
        if any(token.kind in _ASKS for token in self.tokens):
            for mention in self.found:
                mention.out = mention.out or "question"

    def _word(self, index: int, token: Token) -> None:
        if token.kind == "refuse":
            self._refuse(index, token)
        elif token.kind == "good":
            self._good()
        elif token.kind == "comma":
            self._comma(token)
        elif token.kind == "self_":
            if self.mode == "someone_else" and self.tokens[index - 1].kind != "someone":
                self.mode = ""
        elif token.kind == "topic":
            self._topic(token)
        elif token.kind in {"firm", "remark"}:
            self._after(token)

    def _mode(self, token: Token) -> None:
        if token.kind == "attend" and self.last is not None and not self._spaced(self.last.end, token.start):
            return
        self.mode = _MODES[token.kind]

    def _skill(self, index: int, token: Token) -> None:
        """A skill's word: not counted under a mode, as a topic of another, or where it means something else."""
        form = self.line[token.start : token.end]
        mention = Mention(token.value, form, token.start, token.end)
        mention.out = self._out(index, mention)
        mention.settled = bool(mention.out)
        self.found.append(mention)
        self.last = mention

    def _out(self, index: int, mention: Mention) -> str:
        before = self.tokens[index - 1] if index else None
        after = self.tokens[index + 1] if index + 1 < len(self.tokens) else None
        if self.mode:
            return self.mode
        if before is not None and before.kind in {"number", "decimal", "clockface"} and mention.form in {"hr", "pm", "hr."}:
            return "unit"
        if mention.form in WHOLE and after is not None and after.kind == "other" and after.start == mention.end:
            return "part_of_word"
        if self._of_employer(index, mention):
            return "employer"
        return self._object(mention)

    def _of_employer(self, index: int, mention: Mention) -> bool:
        """``บริษัทกฎหมาย``, ``สำนักงานบัญชี``: an employer's kind without a blank between."""
        end = mention.start
        for token in reversed(self.tokens[:index]):
            if token.end != end:
                return False
            if token.kind == "employer":
                return True
            if token.kind != "other":
                return False
            end = token.start
        return False

    def _object(self, mention: Mention) -> str:
        """Whether the word is the object, topic, purpose or client of the skill before it in the same item."""
        last = self.last
        if last is None or (last.out and last.out != "topic"):
            return ""
        gap = self.line[last.end : mention.start]
        if self.topic:
            self.topic = not (re.search(r"\s", gap) and not mention.latin and _verb(mention))
            return "topic" if self.topic else ""
        if mention.latin and last.latin:
            return self._latin_object(last, mention, gap)
        if re.search(r"\s", gap) or _verb(mention) or gap.startswith(THAI_VERBS) or self._settled_between(last, mention):
            return ""
        if last.form in GENERIC:
            last.out = "generic"
            return ""
        return "" if mention.skill == last.skill else "topic"

    def _latin_object(self, last: Mention, mention: Mention, gap: str) -> str:
        """English phrases put the head last: ``legal translation``; verbs stand before: ``translate contracts``."""
        if gap.strip("- "):
            return ""
        if mention.form in HEADS and last.form not in HEADS:
            last.out = last.out or "topic"
            return ""
        if mention.form in GENERIC or last.form in VERBS:
            return "generic" if mention.skill != last.skill else ""
        if last.form in GENERIC:
            last.out = "generic"
        return ""

    def _settled_between(self, last: Mention, mention: Mention) -> bool:
        return any(last.end <= token.start < mention.start and token.kind in {"good", "comma"} for token in self.tokens)

    def _refuse(self, index: int, token: Token) -> None:
        """``ไม่เป็น`` after a skill denies it; ``ไม่ถนัด`` before one denies what follows."""
        following = self._next_skill(index, token)
        unsettled = [mention for mention in self.found if not mention.settled]
        if unsettled and not following:
            touching = unsettled[-1].end == token.start or not self._spaced(unsettled[-1].end, token.start)
            for mention in unsettled[-1:] if touching else unsettled:
                mention.out, mention.settled = "refused", True
        else:
            self.mode = self.mode or "refused"
        self.topic = False

    def _next_skill(self, index: int, token: Token) -> bool:
        """A skill follows without a blank, or the word clings to nothing before it."""
        end = token.end
        for following in self.tokens[index + 1 :]:
            if following.kind == "skill":
                return following.start - end <= (1 if self.line[token.start].isascii() else 0) or self.last is None
            if following.kind not in {"other", "particle", "topic", "good"} or following.start - end > 1:
                return False
            end = following.end
        return False

    def _good(self) -> None:
        """``ได้``, ``ถนัด``: what was named counts, and a denial or wish before is over."""
        for mention in self.found:
            mention.settled = True
        if self.mode in {"refused", "wish", "remark"}:
            self.mode = ""

    def _comma(self, token: Token) -> None:
        """A new item of the list; ``และ`` may still go on about the topic."""
        soft = self.line[token.start : token.end] in _SOFT
        if not (soft and self.topic):
            self.topic, self.last = False, None
        if self.mode == "remark":
            self.mode = ""

    def _topic(self, token: Token) -> None:
        """``เรื่อง``, ``ให้``, ``for`` after a skill: what follows is no skill."""
        if self.last is None or self.last.out:
            return
        word = self.line[token.start : token.end]
        if word in _ANYWHERE or word.isascii() or self.last.end == token.start:
            self.topic = True

    def _after(self, token: Token) -> None:
        """``law firm``, ``โลโก้สวย``: the word before was no skill."""
        last = self.last
        if last is None or last.out or token.start - last.end > 1:
            return
        if token.kind == "firm" or not (_verb(last) or last.settled):
            last.out, last.settled = "employer" if token.kind == "firm" else "remark", True

    def _spaced(self, start: int, end: int) -> bool:
        return bool(re.search(r"\s", self.line[start:end]))


def _verb(mention: Mention) -> bool:
    return mention.form.startswith(THAI_VERBS)
