"""What is left of a line when the time in it is taken out: the words for what was done."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from domain.reading.tokens import Token

_TAKEN_KINDS: Final = """
    again amount and_ approx article bai chao clock clockface close comma correction date day day_long did
    duration each equals from full half hour joiner lead line log media_length minus minute more night noon
    number off off_work one open or_ ordinal particle per plan plus question question_word quiet relative_day
    rest rest_off sai span the_nth then tonight total total_of vague yen
"""
_TAKEN: Final = frozenset(_TAKEN_KINDS.split())
_EDGES: Final = re.compile(r"^[\s,.;:()\[\]/+=~'\"-]+|[\s,.;:(\[/+=~'\"-]+$")


def note_of(tokens: Sequence[Token], tidied: str) -> str:
    """The words that stand for the project, the role or the work, in the order and case they were typed."""
    pieces: list[str] = []
    end = -1
    for token, following in zip(tokens, [*tokens[1:], None], strict=False):
        if not _kept(token, following):
            continue
        piece = tidied[token.start : token.end]
        if pieces and token.start - end <= 1:
            pieces[-1] += tidied[end : token.start] + piece
        else:
            pieces.append(piece)
        end = token.end
    return " ".join(filter(None, (_EDGES.sub("", piece) for piece in pieces)))


def _kept(token: Token, following: Token | None) -> bool:
    """Words of content, and a verb or link that touches one (``ทำโลโก้``)."""
    if token.kind not in _TAKEN:
        return True
    touches = following is not None and following.start == token.end and following.kind not in _TAKEN
    return token.kind in {"did", "lead", "plan", "and_", "question_word"} and touches
