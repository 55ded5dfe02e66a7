"""Other pipelines' labels: ClearNLP trees become Universal Dependencies, CoNLL names become ours."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

from hrcli.english import labels

Row = tuple[str, str, str, str]  # word, part of speech, ClearNLP label, head


@pytest.fixture(scope="module")
def nlp() -> Language:
    """An empty English pipeline."""
    return spacy.blank("en")


def redrawn(nlp: Language, rows: list[Row]) -> list[tuple[str, str, str]]:
    """Word, label, head after the component; heads are given and returned as words."""
    words = [word for word, _, _, _ in rows]
    heads = [words.index(head) for _, _, _, head in rows]
    lemmas = ["be" if word in ("is", "was") else word for word in words]
    doc = Doc(nlp.vocab, words=words, pos=[row[1] for row in rows], deps=[row[2] for row in rows], heads=heads, lemmas=lemmas)
    labels.Labels(nlp, "labels", trees=True, names=False, states=True)(doc)
    return [(token.text, token.dep_, token.head.text) for token in doc]


def test_a_passive_gets_its_oblique_agent(nlp: Language) -> None:
    """nsubjpass, auxpass and agent+pobj become nsubj:pass, aux:pass and obl:agent with a case."""
    rows = [("She", "PRON", "nsubjpass", "held"), ("was", "AUX", "auxpass", "held"), ("held", "VERB", "ROOT", "held")]
    rows += [("by", "ADP", "agent", "held"), ("police", "NOUN", "pobj", "by")]
    expected = [("She", "nsubj:pass", "held"), ("was", "aux:pass", "held"), ("held", "ROOT", "held")]
    assert redrawn(nlp, rows) == [*expected, ("by", "case", "police"), ("police", "obl:agent", "held")]


def test_the_predicate_of_be_becomes_the_head(nlp: Language) -> None:
    """In a copular sentence the subject and the verb hang on the predicate."""
    rows = [("Ana", "PROPN", "nsubj", "is"), ("is", "AUX", "ROOT", "is"), ("a", "DET", "det", "nurse"), ("nurse", "NOUN", "attr", "is")]
    assert redrawn(nlp, rows) == [("Ana", "nsubj", "nurse"), ("is", "cop", "nurse"), ("a", "det", "nurse"), ("nurse", "ROOT", "nurse")]


def test_a_chain_of_prepositions_ends_on_the_noun(nlp: Language) -> None:
    """Both prepositions of "out of Lima" become case of the noun, which hangs on the verb."""
    rows = [("fled", "VERB", "ROOT", "fled"), ("out", "ADP", "prep", "fled"), ("of", "ADP", "prep", "out"), ("Lima", "PROPN", "pobj", "of")]
    assert redrawn(nlp, rows) == [("fled", "ROOT", "fled"), ("out", "case", "Lima"), ("of", "case", "Lima"), ("Lima", "obl", "fled")]


def test_a_preposition_of_a_noun_makes_a_modifier(nlp: Language) -> None:
    """The object of a noun's preposition is its nmod."""
    rows = [("arrest", "NOUN", "ROOT", "arrest"), ("of", "ADP", "prep", "arrest"), ("Ana", "PROPN", "pobj", "of")]
    assert redrawn(nlp, rows)[2] == ("Ana", "nmod", "arrest")


def test_conjuncts_hang_on_the_first(nlp: Language) -> None:
    """A chain of conjuncts becomes a fan, and "and" hangs on the conjunct after it."""
    rows = [("freed", "VERB", "ROOT", "freed"), ("Ana", "PROPN", "dobj", "freed"), ("Ben", "PROPN", "conj", "Ana")]
    rows += [("and", "CCONJ", "cc", "Ben"), ("Cem", "PROPN", "conj", "Ben")]
    expected = [("Ana", "obj", "freed"), ("Ben", "conj", "Ana"), ("and", "cc", "Cem"), ("Cem", "conj", "Ana")]
    assert redrawn(nlp, rows)[1:] == expected


def test_a_clause_after_a_preposition_is_adverbial(nlp: Language) -> None:
    """ "after leaving" is an advcl with a mark."""
    rows = [("died", "VERB", "ROOT", "died"), ("after", "ADP", "prep", "died"), ("leaving", "VERB", "pcomp", "after")]
    assert redrawn(nlp, rows)[1:] == [("after", "mark", "leaving"), ("leaving", "advcl", "died")]


def test_conll_names_become_ours(nlp: Language) -> None:
    """PER is PERSON, MISC goes, and LOC is GPE where the pipeline knows no GPE."""
    doc = Doc(nlp.vocab, words=["Ana", "met", "Tamils", "in", "Lima"])
    doc.ents = [Span(doc, 0, 1, "PER"), Span(doc, 2, 3, "MISC"), Span(doc, 4, 5, "LOC")]
    labels.Labels(nlp, "labels", trees=False, names=True, states=False)(doc)
    assert [(ent.text, ent.label_) for ent in doc.ents] == [("Ana", "PERSON"), ("Lima", "GPE")]


def test_only_pipelines_with_other_labels_get_the_component() -> None:
    """A pipeline with our labels stays as it is; one with dobj and MISC gets the component at its end."""
    ours, other = spacy.blank("en"), spacy.blank("en")
    for nlp, dep, kind in ((ours, "obj", "ORG"), (other, "dobj", "MISC")):
        nlp.add_pipe("parser").add_label(dep)
        nlp.add_pipe("ner").add_label(kind)
        labels.adapt(nlp)
    assert ours.pipe_names == ["parser", "ner"]
    assert other.pipe_names == ["parser", "ner", "hrcli_labels"]
