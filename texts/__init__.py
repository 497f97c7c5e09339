"""WHAT WE SAY, IN WORDS: Thai and English, one file a flow, one entry a step."""

from texts.words import LANGUAGES, MissingText, Texts, UnfilledText, all_texts

__all__ = ["LANGUAGES", "MissingText", "Texts", "UnfilledText", "all_texts"]
