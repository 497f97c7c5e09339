"""Skills named in a sentence, and for each whether it is the sender's own: if not, why not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from domain.reading.skill_words import GENERIC, HEADS, PRODUCTS, THAI_VERBS, VERBS, WHOLE, pointed_at, sought
from domain.reading.tokens import Token

_ASKS: Final = frozenset({"question", "question_word"})
_NEAR: Final = 12
_OBJECT_OF: Final = frozenset({"good", "topic", "tool_with", "comma"})
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
    joined: bool = False
    """To the one before by ``กับ`` or the like: what is denied of this is denied of that."""

    @property
    def latin(self) -> bool:
        """Typed in Latin letters."""
        return self.form[:1].isascii()


_DOING: Final = re.compile(f"(?:{'|'.join(THAI_VERBS)})\\s*$")
_OF_MYSELF: Final = re.compile(r"i\b")
_MADE_AFTER_ALL: Final = re.compile("(?:ก็)?(?:พอ)?(?:ทำ|ช่วย|รับ)(?:ได้|ทำ)|i can|can do")
_FOR_SOMEONE: Final = re.compile(r"\b(?:i do|i did|i help|i teach|help|teach|train|coach|with|for) $")
_ASIDE: Final = frozenset({"when", "what", "where", "which"})
"""Question words that ask nothing after what was named: ``translation is what I do``."""
_STUDENT: Final = re.compile(" students?\\b")


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
        self.open: list[Mention] = []
        """Mentions of which no word has said yet whether they count."""
        self.parted_at = 0
        """Where the last word stood that ends an item."""
        self.soft = False
        """A soft joint such as ``กับ`` stands before what comes next."""
        self.last: Mention | None = None
        """The skill named last in this item of the list."""

    def read(self) -> None:
        """Take in the whole sentence."""
        for index, token in enumerate(self.tokens):
            if token.kind == "skill":
                self._skill(index, token)
            elif token.kind in _MODES:
                self._mode(index, token)
            else:
                self._word(index, token)
        if any(self._asks(token) for token in self.tokens):
            for mention in self.found:
                mention.out = mention.out or "question"

    def _asks(self, token: Token) -> bool:
        """Whether the token makes a question of its sentence."""
        if self.line[token.start : token.end] not in _ASIDE or not self.found:
            return token.kind in _ASKS
        return token.start < self.found[0].start or token is self.tokens[-1]

    def _word(self, index: int, token: Token) -> None:
        if token.kind in {"refuse", "gave_up"}:
            self._refuse(index, token)
        elif token.kind == "good":
            self._good(index, token)
        elif token.kind == "request":
            self._request()
        elif token.kind == "comma":
            self._comma(token)
        elif token.kind == "self_":
            if token.value == 1 or (self.mode == "someone_else" and self.tokens[index - 1].kind != "someone"):
                self.mode = ""
        elif token.kind == "topic":
            self._topic(token)
        elif token.kind in {"firm", "remark"}:
            self._after(token)

    def _mode(self, index: int, token: Token) -> None:
        before = self.tokens[index - 1] if index else None
        if token.kind == "attend" and self.last is not None and not self._spaced(self.last.end, token.start):
            return
        if token.kind == "someone" and self._for_someone(before, token):
            return
        self.mode = _MODES[token.kind]
        if self.last is not None and _STUDENT.match(self.line, self.last.end):
            self.last.out = self.last.out or "wish"

    def _for_someone(self, before: Token | None, token: Token) -> bool:
        """``สอนลูกน้อง``, ``I help my friends``: whom one does it for, not who does it."""
        if before is not None and before.kind in _OBJECT_OF and before.end == token.start:
            return True
        return bool(_FOR_SOMEONE.search(self.line[: token.start]))

    def _skill(self, index: int, token: Token) -> None:
        """A skill's word: not counted under a mode, as a topic of another, or where it means something else."""
        form = self.line[token.start : token.end]
        mention = Mention(token.value, form, token.start, token.end)
        mention.joined = self.soft and bool(self.found)
        mention.out = self._out(index, mention)
        self.soft = False
        self.found.append(mention)
        if not mention.out:
            self.open.append(mention)
        self.last = mention

    def _out(self, index: int, mention: Mention) -> str:
        before = self.tokens[index - 1] if index else None
        after = self.tokens[index + 1] if index + 1 < len(self.tokens) else None
        if not self.mode and sought(mention.form, self.line, mention.start):
            self.mode = "need"
        if self.mode:
            return self.mode
        if pointed := pointed_at(mention.form, self.line, mention.start):
            return pointed
        if (
            before is not None
            and before.kind in {"number", "decimal", "clockface"}
            and mention.form in {"hr", "pm", "hr."}
        ):
            return "unit"
        if mention.form in WHOLE and after is not None and after.kind == "other" and after.start == mention.end:
            return "" if self.line.startswith("เก่า", after.start) else "part_of_word"
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
        return self._thai_object(last, mention, gap)

    def _thai_object(self, last: Mention, mention: Mention, gap: str) -> str:
        """``แปลบทความกฎหมาย``: no blank, no new verb; after a generic word (``ออกแบบ UX``) the exact one counts."""
        apart = re.search(r"\s", gap) or _verb(mention) or gap.startswith(THAI_VERBS) or self.parted_at > last.start
        if apart and not (gap == " " and mention.latin and last.form in GENERIC):
            return ""
        if last.form in GENERIC:
            last.out = "generic"
            return ""
        return "" if mention.skill == last.skill else "topic"

    def _latin_object(self, last: Mention, mention: Mention, gap: str) -> str:
        """English phrases put the head last: ``legal translation``; verbs stand before: ``translate contracts``."""
        if gap.strip("- "):
            return ""
        if last.out == "topic" or (last.form in VERBS and mention.skill != last.skill):
            return "topic"
        if mention.form in HEADS and last.form not in HEADS:
            last.out = last.out or "topic"
            return ""
        if mention.form in GENERIC:
            return "generic" if mention.skill != last.skill else ""
        if last.form in GENERIC:
            last.out = "generic"
        return ""

    def _refuse(self, index: int, token: Token) -> None:
        """``ไม่เป็น`` after a skill denies it; ``ไม่ถนัด`` before one denies what follows."""
        following = self._next_skill(index, token)
        if self.open and not following:
            between = self.line[self.open[-1].end : token.start]
            touching = not re.search(r"\s", between) or (between == " " and self.line[token.start].isascii())
            for mention in self._joined(self.open) if touching else self.open:
                mention.out = "refused"
            self.open = []
        else:
            self.mode = self.mode or "refused"
        self.topic = False

    @staticmethod
    def _joined(unsettled: Sequence[Mention]) -> list[Mention]:
        """The last mention, and those before that are joined to it."""
        taken = [unsettled[-1]]
        for mention in reversed(unsettled[:-1]):
            if not taken[-1].joined:
                break
            taken.append(mention)
        return taken

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

    def _good(self, index: int, token: Token) -> None:
        """``ได้``, ``ถนัด``: what was named counts, and a denial or wish before is over, unless this belongs to it."""
        before = self.tokens[index - 1] if index else None
        gap = 1 if self.line[token.start].isascii() else 0
        if before is not None and before.kind in {"refuse", "gave_up"} and token.start - before.end <= gap:
            return
        if self.last is not None and self.last.out == "remark" and _MADE_AFTER_ALL.match(self.line, token.start):
            self.last.out = ""
        self.open, self.parted_at = [], token.end
        if self.mode in {"refused", "wish", "remark"}:
            self.mode = ""
        if self.mode == "someone_else" and _OF_MYSELF.match(self.line, token.start):
            self.mode = ""

    def _request(self) -> None:
        """``ช่วยแปลหน่อย`` asks for it."""
        for mention in self.found:
            mention.out = mention.out or "need"

    def _comma(self, token: Token) -> None:
        """A new item of the list; ``และ`` may still go on about the topic."""
        self.parted_at = token.end
        soft = self.soft = self.line[token.start : token.end] in _SOFT
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
        if token.kind == "remark" and self._of_a_product(token):
            for mention in self.found:
                mention.out = mention.out or "remark"
            return
        last = self.last
        if (
            last is None
            or last.out
            or (self.topic and last.latin)
            or token.start - last.end > (1 if token.kind == "firm" else _NEAR)
        ):
            return
        if (
            token.kind == "firm"
            or self.line[self.tokens[0].start : last.start].strip() in PRODUCTS
            or not (
                _verb(last)
                or last not in self.open
                or _DOING.search(self.line[max(0, last.start - _NEAR) : last.start])
            )
        ):
            last.out = "employer" if token.kind == "firm" else "remark"

    def _of_a_product(self, token: Token) -> bool:
        """``วิดีโอตัดต่อดีจัง``: what is praised is what the sentence begins with."""
        first = self.found[0] if self.found else None
        begins = first is not None and first.form in PRODUCTS and first.start == self.tokens[0].start
        return bool(first and begins and not self._spaced(first.start, token.start))

    def _spaced(self, start: int, end: int) -> bool:
        return bool(re.search(r"\s", self.line[start:end]))


def _verb(mention: Mention) -> bool:
    return mention.form.startswith(THAI_VERBS)
