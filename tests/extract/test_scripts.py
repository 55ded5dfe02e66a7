"""Words in another script."""

from __future__ import annotations

import spacy
from spacy.tokens import Doc

from hrcli.extract.scripts import scripts


def tagged(words: list[str], pos: list[str]) -> list[str]:
    """What the component makes of these tags."""
    return [token.pos_ for token in scripts(Doc(spacy.blank("en").vocab, words=words, pos=pos))]


def test_a_name_in_han_characters_is_no_verb() -> None:
    """The tagger's guess gives way to UD's label for foreign words."""
    assert tagged(["Li", "(", "李天天", ")", "left"], ["PROPN", "PUNCT", "VERB", "PUNCT", "VERB"]) == [
        "PROPN",
        "PUNCT",
        "X",
        "PUNCT",
        "VERB",
    ]


def test_what_was_no_verb_stays() -> None:
    """A name rightly tagged keeps its tag."""
    assert tagged(["Teng", "(", "腾彪", ")"], ["PROPN", "PUNCT", "PROPN", "PUNCT"]) == ["PROPN", "PUNCT", "PROPN", "PUNCT"]


def test_latin_letters_with_marks_are_latin() -> None:
    """Vietnamese and Turkish verbs of other texts are left to the tagger."""
    assert tagged(["Nguyễn", "gördü"], ["PROPN", "VERB"]) == ["PROPN", "VERB"]
