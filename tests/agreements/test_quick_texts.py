"""What is found at a glance in a file of texts is what Fluent reads in it."""

from texts import LANGUAGES, Texts
from texts.words import FOLDER


def test_every_entry_is_found_and_words_alone_are_as_fluent_reads_them() -> None:
    quick, whole = Texts(), Texts()
    assert not quick.bundles
    at_a_glance = dict(quick.plain)
    for language in LANGUAGES:
        for path in (FOLDER / language).glob("*.ftl"):
            whole.read(language, path.stem)
    assert {key for key, pattern in whole.patterns.items() if pattern is not None} == set(quick.patterns)
    assert at_a_glance.items() <= whole.plain.items()
    assert len(at_a_glance) > len(whole.plain) / 2


def test_an_entry_of_several_lines_is_read_when_it_is_said() -> None:
    texts = Texts()
    assert texts.say("en", "welcome.language") == texts.say("th", "welcome.language")
    assert texts.say("en", "welcome.language").count("\n") > 2
    assert set(texts.bundles) == {("en", "welcome"), ("th", "welcome")}
