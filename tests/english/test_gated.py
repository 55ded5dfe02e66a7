"""Trees for some sentences only: what is written back, and what stands in the others."""

from __future__ import annotations

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from hrcli import english
from hrcli.english import gated

TEXT = "The court heard him. Police detained two men in March. She left early."


@pytest.fixture(scope="module")
def second_only() -> Language:
    """The shipped pipeline, its trees for the second sentence only."""
    nlp = english.load()
    gated.gate(nlp, lambda doc: [(span.start, span.end) for span in list(doc.sents)[1:2]])
    return nlp


@pytest.fixture(scope="module")
def doc(second_only: Language) -> Doc:
    """The text read so."""
    return second_only(TEXT)


def test_the_chosen_sentence_has_its_tree_and_lemmas(doc: Doc) -> None:
    """Heads, labels and lemmas lie at the sentence's own place."""
    assert [(token.lemma_, token.dep_, token.head.text) for token in doc[5:8]] == [
        ("police", "nsubj", "detained"),
        ("detain", "ROOT", "detained"),
        ("two", "nummod", "men"),
    ]


def test_other_sentences_have_no_tree(doc: Doc) -> None:
    """No label, the token itself for a head, the lower-case form for a lemma."""
    assert {token.dep_ for token in doc[:5]} == {""}
    assert [token.head.i for token in doc[:5]] == [0, 1, 2, 3, 4]
    assert doc[0].lemma_ == "the"


def test_sentences_stay_as_they_were(doc: Doc) -> None:
    """The boundaries that the first half found survive."""
    assert [sentence.text for sentence in doc.sents] == ["The court heard him.", "Police detained two men in March.", "She left early."]


def test_nothing_chosen_and_nothing_there(second_only: Language) -> None:
    """A text of one sentence, and an empty one, are read without a tree."""
    assert [token.dep_ for token in second_only("She left.")] == ["", "", ""]
    assert len(second_only("")) == 0


def test_a_pipeline_of_another_make_stays_whole() -> None:
    """Without the second half's components nothing is put in their place."""
    import spacy

    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    gated.gate(nlp, lambda _: [])
    assert nlp.pipe_names == ["sentencizer"]
