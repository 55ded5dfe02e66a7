"""Marked sentences: spans to labels and back, and words spaced as in print."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from hrcli.english.training.entities import Marked, Span, mark, spans, to_doc


def test_the_longer_of_two_overlapping_spans_stays() -> None:
    """A place within an organisation's name is not marked."""
    assert mark(["Bank", "of", "Ghana"], [Span(2, 3, "GPE"), Span(0, 3, "ORG")]).labels == ["B-ORG", "I-ORG", "I-ORG"]


def test_a_span_wins_over_a_gap() -> None:
    """Words of a span are annotated although their indices are among the missing."""
    assert mark(["in", "May", "or", "so"], [Span(1, 2, "DATE")], [1, 3]).labels == ["O", "B-DATE", "O", None]


def test_spans_read_both_ways_of_writing() -> None:
    """IOB1 begins a span with I-, IOB2 with B-; both are read."""
    assert spans(["I-PER", "I-PER", "O", "B-ORG", "B-ORG"]) == [Span(0, 2, "PER"), Span(3, 4, "ORG"), Span(4, 5, "ORG")]


@given(st.lists(st.sampled_from(["O", "A", "B"]), max_size=12))
def test_spans_survive_marking(kinds: list[str]) -> None:
    """Reading what was marked gives the spans that were marked."""
    given_spans = [Span(i, i + 1, kind) for i, kind in enumerate(kinds) if kind != "O"]
    assert spans(mark(["w"] * len(kinds), given_spans).labels) == given_spans


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("He said , `` No . ''", 'He said, "No." '),
        ('The " reform " failed .', 'The "reform" failed. '),
        ("Ana 's son ( 12 ) ca n't go", "Ana's son (12) can't go "),
        ("It cost $ 5 , or 3 %", "It cost $5, or 3% "),
    ],
)
def test_words_are_spaced_as_in_print(words: str, text: str) -> None:
    """Punctuation, clitics, brackets and quotation marks are attached to their words."""
    doc = to_doc(spacy.blank("en").vocab, [Marked(words.split(), ["O"] * len(words.split()))], [""])
    assert doc.text_with_ws.rstrip() == text.rstrip()


def test_sentences_of_a_page_keep_their_breaks_and_boundaries() -> None:
    """A break is a token of its own at the end of its sentence, a missing one is a blank; each sentence starts anew."""
    page = [Marked(["Free", "Ana"], ["O", "B-PERSON"]), Marked(["It", "rained", "."], ["O", None, "O"]), Marked(["No"], ["O"])]
    doc = to_doc(spacy.blank("en").vocab, page, ["\n\n", "", ""])
    assert doc.text == "Free Ana\n\nIt rained. No "
    assert [sentence.text for sentence in doc.sents] == ["Free Ana\n\n", "It rained.", "No"]
    assert [token.ent_iob_ for token in doc] == ["O", "B", "O", "O", "", "O", "O"]
