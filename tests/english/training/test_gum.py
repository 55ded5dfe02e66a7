"""GUM's mentions shrink to names."""

from __future__ import annotations

from pathlib import Path

import msgspec

from hrcli.english.training import gazetteer, gum
from hrcli.english.training.conllu import Sentence
from hrcli.english.training.entities import Span, spans

WORDS = msgspec.toml.decode(Path(gazetteer.__file__).with_name("places.toml").read_bytes(), type=gazetteer.Words)


def sentence(*rows: tuple[str, str, int, str]) -> Sentence:
    """A sentence of (word, tag, head, Entity)."""
    made = Sentence("GUM_news_x")
    made.words, made.tags = [row[0] for row in rows], [row[1] for row in rows]
    made.heads, made.misc = [row[2] for row in rows], [f"Entity={row[3]}" if row[3] else "_" for row in rows]
    return made


def test_a_mention_shrinks_to_its_name() -> None:
    """Of "the former minister Ana Diaz" only the name is a person."""
    rows = [("the", "DT", 4, "(1-person-new-nnnnn-cf1-1-sgl"), ("former", "JJ", 4, ""), ("Minister", "NNP", 4, "")]
    made = sentence(*rows, ("Ana", "NNP", 4, ""), ("Diaz", "NNP", 4, "1)"), ("left", "VBD", 5, ""))
    [marked] = gum.marked([made], WORDS)
    assert spans(marked.labels) == [Span(3, 5, "PERSON")]


def test_the_outer_of_two_nested_names_stays() -> None:
    """A place in an organisation's name is part of it."""
    rows = [("University", "NNP", 0, "(1-organization-new-n-c-1-sgl"), ("of", "IN", 2, ""), ("Lima", "NNP", 0, "(2-place-new-n-c-1-sgl)1)")]
    [marked] = gum.marked([sentence(*rows)], WORDS)
    assert spans(marked.labels) == [Span(0, 3, "ORG")]


def test_common_nouns_are_no_names() -> None:
    """A mention headed by a common noun is not marked, and is known to be none."""
    [marked] = gum.marked([sentence(("police", "NN", 0, "(1-person-new-n-c-1-sgl)"))], WORDS)
    assert marked.labels == ["O"]


def test_names_of_other_kinds_stay_open() -> None:
    """A proper noun of a kind that we do not mark is not annotated."""
    [marked] = gum.marked([sentence(("Thriller", "NNP", 0, "(1-object-new-n-c-1-sgl)"))], WORDS)
    assert marked.labels == [None]


def test_a_mention_may_end_in_the_next_sentence() -> None:
    """What opens in one sentence and closes in another is skipped or cut there, without an error."""
    first = sentence(("Ana", "NNP", 0, "(1-person-new-n-c-1-sgl"), ("left", "VBD", 1, ""))
    second = sentence(("Diaz", "NNP", 0, "1)"))
    assert len(list(gum.marked([first, second], WORDS))) == 2
