"""Brings the labels of other English pipelines to those that hrcli reads: Universal Dependencies and eight kinds of name.

spaCy's own pipelines (en_core_web_*) draw trees in the ClearNLP manner. Most labels have another name only; four
constructions have another shape, and are redrawn:

- the noun hangs on the verb and the preposition on the noun, not the noun on the preposition
- the predicate of "be" is the head and the verb its copula
- all conjuncts hang on the first, and "and" hangs on the conjunct after it
- "to" before an infinitive is its mark

Left as they are: the parts of a name (`compound` on the last, not `flat` on the first) and "be" with a place ("is in
Paris"). Kinds of name that the table lacks (MISC, MONEY, WORK_OF_ART ...) are dropped.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy
from spacy.language import Language
from spacy.tokens import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

NAMES = {
    "PERSON": "PERSON", "PER": "PERSON", "ORG": "ORG", "GPE": "GPE", "LOC": "LOC", "FAC": "FAC", "FACILITY": "FAC", "NORP": "NORP",
    "DATE": "DATE", "EVENT": "EVENT",
}  # fmt: skip

DEPS = {
    "acomp": "xcomp", "attr": "xcomp", "auxpass": "aux:pass", "csubjpass": "csubj:pass", "dative": "iobj", "dobj": "obj",
    "infmod": "acl", "intj": "discourse", "meta": "dep", "neg": "advmod", "npadvmod": "obl:unmarked", "nsubjpass": "nsubj:pass",
    "oprd": "xcomp", "partmod": "acl", "pcomp": "advcl", "pobj": "obl", "poss": "nmod:poss", "possessive": "case",
    "preconj": "cc:preconj", "predet": "det:predet", "prep": "case", "prt": "compound:prt", "quantmod": "advmod",
    "rcmod": "acl:relcl", "relcl": "acl:relcl",
}  # fmt: skip

CLEARNLP = frozenset(("dobj", "pobj", "nsubjpass"))  # a parser with these draws trees in the ClearNLP manner
PREPOSITIONS = ("prep", "agent", "dative")
OBJECTS = ("pobj", "pcomp")
NOMINAL = ("NOUN", "PROPN", "PRON", "NUM")


def adapt(nlp: Language) -> None:
    """Add `hrcli_labels` to the end of a pipeline whose parser or name finder has other labels than ours."""
    parser: Any = nlp.get_pipe("parser")
    ner: Any = nlp.get_pipe("ner")
    trees = bool(CLEARNLP & set(parser.labels))
    names = bool(set(ner.labels) - set(NAMES.values()))
    if trees or names:
        nlp.add_pipe("hrcli_labels", config={"trees": trees, "names": names, "states": "GPE" in ner.labels})


@Language.factory("hrcli_labels", assigns=["token.dep", "token.head", "doc.ents"])
class Labels:
    """The component: redraws the trees and renames the names, where its pipeline needs it.

    A pipeline without GPE (`states` false) has states and cities under LOC: they become GPE.
    """

    def __init__(self, nlp: Language, name: str, trees: bool, names: bool, states: bool) -> None:
        self.name = name
        self._strings = nlp.vocab.strings
        self._trees = trees
        self._names = NAMES if states else {**NAMES, "LOC": "GPE"}
        self._renames = names

    def __call__(self, doc: Doc) -> Doc:
        if self._trees and doc.has_annotation("DEP"):
            rows = [row for sentence in list(doc.sents) for row in zip(*tree(sentence), range(len(sentence)), strict=True)]
            cells = [((head - i) % 2**64, self._strings.add(dep)) for head, dep, i in rows]
            table: Any = numpy.array(cells, dtype="uint64")
            doc.from_array(["HEAD", "DEP"], table)
        if self._renames:
            doc.ents = [Span(doc, ent.start, ent.end, self._names[ent.label_]) for ent in doc.ents if ent.label_ in self._names]
        return doc


def tree(sentence: Span) -> tuple[list[int], list[str]]:
    """The heads (indices in the sentence, the root's is its own) and labels of a ClearNLP tree, in Universal Dependencies."""
    heads = [token.head.i - sentence.start for token in sentence]
    deps = ["mark" if token.dep_ == "aux" and token.tag_ == "TO" else token.dep_ for token in sentence]
    for at in reversed(range(len(sentence))):
        _turn_preposition(sentence, at, heads, deps)
    for at, token in enumerate(sentence):
        if token.lemma_ == "be":
            _turn_copula(at, heads, deps)
    _join_conjuncts(heads, deps)
    return heads, [DEPS.get(dep, dep) for dep in deps]


def _turn_preposition(sentence: Span, at: int, heads: list[int], deps: list[str]) -> None:
    """Hang the object of a preposition on what the preposition hung on, and the preposition on its object."""
    objects = [i for i, head in enumerate(heads) if head == at and deps[i] in OBJECTS]
    if not objects:
        return
    first, head = objects[0], heads[at]
    clause = deps[first] == "pcomp"
    _replace(at, first, heads)
    deps[first] = _label(sentence[head], deps[at], deps[head], clause=clause) if deps[at] in PREPOSITIONS else deps[at]
    deps[at] = "mark" if clause else "case"


def _label(governor: Token, role: str, governor_role: str, *, clause: bool) -> str:
    if governor.pos_ == "ADP" and governor_role in PREPOSITIONS:
        return "pcomp" if clause else "pobj"  # "out of X": the outer preposition's turn comes next
    if role == "agent":
        return "obl:agent"
    if governor.pos_ in NOMINAL:
        return "acl" if clause else "nmod"
    return "advcl" if clause else "obl"


def _turn_copula(at: int, heads: list[int], deps: list[str]) -> None:
    predicate = next((i for i, head in enumerate(heads) if head == at and deps[i] in ("attr", "acomp")), None)
    if predicate is not None:
        _replace(at, predicate, heads)
        deps[predicate], deps[at] = deps[at], "cop"


def _replace(old: int, new: int, heads: list[int]) -> None:
    """Put `new`, a child of `old`, in its place; `old` and its other children hang on `new`."""
    heads[new] = new if heads[old] == old else heads[old]
    for i, head in enumerate(heads):
        if head == old and i != new:
            heads[i] = new
    heads[old] = new


def _join_conjuncts(heads: list[int], deps: list[str]) -> None:
    for i, dep in enumerate(deps):
        while dep == "conj" and deps[heads[i]] == "conj":
            heads[i] = heads[heads[i]]
    for i, dep in enumerate(deps):
        if dep == "cc":
            first = heads[heads[i]] if deps[heads[i]] == "conj" else heads[i]
            heads[i] = next((j for j in range(i + 1, len(deps)) if deps[j] == "conj" and heads[j] == first), heads[i])
