"""Direct and reported speech gets its speaker and the speaker's organisation."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from hrcli.extract.speakers import around

Read = Callable[..., Doc]


def speaker_of(doc: Doc, word: str) -> str | None:
    at = next(token.i for token in doc if token.text == word)
    found = around(doc, at)
    return min(found, key=lambda q: q.end - q.start).speaker_name if found else None


@pytest.mark.parametrize(
    ("text", "word", "speaker"),
    [
        ("“The trial was a farce,” said Ana Flores.", "farce", "Ana Flores"),
        ("“The trial was a farce,” Ana Flores said on Monday. “It must be repeated.”", "repeated", "Ana Flores"),
        ("Ana Flores said that the trial was a farce.", "farce", "Ana Flores"),
        ("The trial was a farce, Ana Flores said.", "farce", "Ana Flores"),
        ("According to Ana Flores, the trial was a farce.", "farce", "Ana Flores"),
        ("'The trial was a farce,' said Ana Flores.", "farce", "Ana Flores"),
        ("“The trial was a farce,” said defence lawyer Ana Flores.", "farce", "Ana Flores"),
        ("Experts visited the camp in May. They said that the trial was a farce.", "farce", "Experts"),
        ("“The trial was a farce,” Ana Flores barked.", "farce", "Ana Flores"),
        ("“The trial was a farce,” Ana Flores, head of a union, told River Watch.", "farce", "Ana Flores"),
        ("On Monday Ana Flores declared:\n\n“The trial was a farce.”", "farce", "Ana Flores"),
        ("The union has asked for talks, and Ana Flores said the trial was a farce.", "farce", "Ana Flores"),
    ],
)
def test_speaker(read: Read, text: str, word: str, speaker: str) -> None:
    """The speaker is found before, after and around what is said."""
    assert speaker_of(read(text), word) == speaker


def test_organization_in_the_apposition(read: Read) -> None:
    """The organisation named behind the speaker's name is the speaker's."""
    doc = read("“The trial was a farce,” said Ana Flores, director of Human Rights Watch.")
    assert [q.organization for q in around(doc, 1) if q.direct] == ["Human Rights Watch"]


def test_own_words_are_nobodys_quotation(read: Read) -> None:
    """A sentence without speech gives no quotation."""
    assert around(read("The trial began in May."), 1) == []


@pytest.mark.parametrize(
    "said", ["The authorities should release Ana Petrova", "They must free Ana Petrova, who was arrested in May in Minsk"]
)
def test_who_says_so_at_the_end(read: Callable[..., Doc], said: str) -> None:
    """A name that a comma parts from the words before it is the speaker, and no part of what is said."""
    doc = read(f"{said}, River Watch said today.")
    assert [(doc[q.start : q.end].text, q.speaker_name) for q in around(doc, 1)] == [(said, "River Watch")]


@pytest.mark.parametrize("dash", ["—", " – ", "\n― "])
def test_a_name_behind_a_dash(read: Read, dash: str) -> None:
    """Who signs a quotation with a dash is its speaker."""
    assert speaker_of(read(f"“The trial was a farce.” {dash} Ana Flores"), "farce") == "Ana Flores"


def test_a_title_is_nobodys_words(read: Read) -> None:
    """What stands in quotation marks as a name is said by nobody."""
    doc = read("“The trial was a farce,” Ana Flores said. On “Morning Voices from Chad,” others spoke.")
    assert [q.direct for q in around(doc, next(t.i for t in doc if t.text == "Voices"))] == []


def test_a_quotation_goes_on_behind_its_speaker(read: Read) -> None:
    """However long the words are that say who the speaker is, the second part is the same speaker's."""
    told = "a farmer who has served for many years on the board of the valley's old water union and now leads the fishers of the lower lake"
    doc = read(f"“The trial was a farce,” said Ana Flores, {told}. “It must be repeated.”")
    assert speaker_of(doc, "repeated") == "Ana Flores"


@pytest.mark.parametrize(
    ("text", "word", "speaker"),
    [
        ("Courts need to review laws that ban strikes, Ana Flores told reporters.", "review", "Ana Flores"),
        ("Courts need to review laws that ban strikes, the League's Ana Flores told reporters.", "review", "Ana Flores"),
        ("The trial was a farce, Ana Flores said, and the court must repeat it.", "repeat", "Ana Flores"),
        ("The trial was a farce, Ana Flores told River Watch on Monday, but judges could still be fair.", "fair", "Ana Flores"),
        ("The trial was a farce, Ana Flores said, and went home.", "home", None),
    ],
)
def test_around_the_verb_of_saying(read: Read, text: str, word: str, speaker: str | None) -> None:
    """What is said may have a plain present, and goes on behind who says it with "and" and a subject of its own."""
    assert speaker_of(read(text), word) == speaker


def test_said_and_the_subject_of_what_is_said(read: Read) -> None:
    """A name behind "said" that has a verb of its own says nothing; the one before the comma does."""
    doc = read("The union's chief, Ana Flores, said Chad had to free the nuns.")
    assert speaker_of(doc, "free") == "Ana Flores"


def test_said_behind_a_comma(read: Read) -> None:
    """A comma before "said" and its speaker closes what is said, whatever subject the tree gives the verb."""
    text = "Foreign ministers meeting in Oslo must not let the generals off the hook, said Ana Flores on Monday."
    doc = read(text)
    assert [(doc[q.start : q.end].text, q.speaker_name) for q in around(doc, 1)] == [(text.split(",")[0], "Ana Flores")]
