"""gate.py: the sentences that are worth a tree, told by words, tags and entities."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from hrcli.extract.gate import rarest, worth_parsing

Read = Callable[..., Doc]
PLAIN = "The river is wide and calm."


def gated(doc: Doc) -> list[str]:
    return [doc[start:end].text.strip() for start, end in worth_parsing(doc)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The bishops urged the general to step down.",
        "The governor must reopen the newspaper.",
        "The army needs to leave the village.",
        "It is time for Sudan to open its prisons.",
        "Those steps should include releasing the editor.",
        "The talks began on Monday.",
        "The mill burnt down in 1987.",
        "The train leaves at 10:16.",
        "Soldiers seized Ana Lopez at the border.",
        "Hungary rejected the report.",
        "He was led away by police.",
    ],
)
def test_sentence_worth_a_tree(read: Read, sentence: str) -> None:
    """What asks for something, is dated, tells of custody or of a country's deed is parsed; its neighbours are not."""
    assert sentence in gated(read(f"{PLAIN}\n\n{sentence}\n\n{PLAIN}"))


@pytest.mark.parametrize("sentence", [PLAIN, "They have two boats.", "He told stories.", "The soup includes beans."])
def test_sentence_without_need(read: Read, sentence: str) -> None:
    """Ordinary prose, and words of asking that ask for nothing, are left without a tree."""
    assert gated(read(sentence)) == []


def test_sentences_before_a_pronoun(read: Read) -> None:
    """Where a pronoun asks, the sentences before may tell who it is."""
    doc = read("Experts visited the camp.\n\nThey urged the mayor to close it.")
    assert len(worth_parsing(doc)) == 2


def test_therarest_word_is_the_same_in_every_run() -> None:
    """Of words of one length the first by the alphabet stands for a name, whatever order a set has."""
    assert [rarest(name) for name in ("Youth Human Night", "the Water Earth Month", "Fools")] == ["night", "earth", "fools"]
