"""Treebanks: words stay split, and the documents are what the file says."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
import spacy

from hrcli.english.training import conllu

TEXT = """# newdoc id = one
# text = They don't go.
1	They	they	PRON	PRP	Number=Plur	4	nsubj	_	_
2-3	don't	_	_	_	_	_	_	_	_
2	do	do	AUX	VBP	_	4	aux	_	_
3	not	not	PART	RB	_	4	advmod	_	_
4	go	go	VERB	VB	_	0	root	_	SpaceAfter=No
4.1	home	home	NOUN	NN	_	_	_	_	_
5	.	.	PUNCT	.	_	4	punct	_	_

# newdoc id = two
1	Yes	yes	INTJ	UH	_	0	root	_	_

"""


@pytest.fixture
def sentences(tmp_path: Path) -> list[conllu.Sentence]:
    """The sentences of the text above."""
    path = tmp_path / "x.conllu.gz"
    path.write_bytes(gzip.compress(TEXT.encode()))
    return list(conllu.read(path))


def test_parts_of_a_contraction_have_no_space_between(sentences: list[conllu.Sentence]) -> None:
    """The two words of "don't" stay two, with the space after the second only."""
    assert list(zip(sentences[0].words, sentences[0].spaces, strict=True))[1:4] == [("do", False), ("n't", True), ("go", False)]


def test_a_root_heads_itself(sentences: list[conllu.Sentence]) -> None:
    """Heads are word indices from 0, the root's is its own; empty nodes are gone."""
    assert (sentences[0].heads, sentences[0].deps[3]) == ([3, 3, 3, 3, 3], "ROOT")


def test_sentences_know_their_document(sentences: list[conllu.Sentence]) -> None:
    """The document's id stands on each of its sentences."""
    assert [sentence.document for sentence in sentences] == ["one", "two"]


def test_a_document_joins_sentences(sentences: list[conllu.Sentence]) -> None:
    """Two sentences make one document of two sentences, with names and gaps as given."""
    doc = conllu.to_doc(spacy.blank("en").vocab, sentences, [["B-ORG", "O", "O", "O", "O"], [None]])
    assert [sentence.text for sentence in doc.sents] == ["They don't go.", "Yes"]
    assert ([ent.label_ for ent in doc.ents], doc[5].ent_iob) == (["ORG"], 0)


def test_paragraphs_are_known(tmp_path: Path) -> None:
    """A sentence knows whether a paragraph begins with it."""
    path = tmp_path / "x.conllu.gz"
    path.write_bytes(gzip.compress(TEXT.replace("# newdoc id = two", "# newpar id = two").encode()))
    assert [sentence.paragraph for sentence in conllu.read(path)] == [False, True]


def test_an_empty_line_stands_between_paragraphs(sentences: list[conllu.Sentence]) -> None:
    """The break is a word of the sentence before it, and the text reads as a page does."""
    sentences[1].paragraph = True
    doc = conllu.to_doc(spacy.blank("en").vocab, *conllu.with_breaks(sentences, [["B-ORG", "O", "O", "O", "O"], [None]]))
    assert [sentence.text for sentence in doc.sents] == ["They don't go.\n\n", "Yes"]
    assert (doc[5].tag_, doc[5].head.i, doc[6].ent_iob) == ("_SP", 4, 0)


def test_no_break_stands_inside_a_paragraph(sentences: list[conllu.Sentence]) -> None:
    """Sentences of one paragraph stay beside one another."""
    assert len(conllu.with_breaks(sentences, [["O"] * 5, [None]])[0]) == 2
