"""Words of asking that ask nothing where they stand: negated, hypothetical, a label in quotation marks, asking that is to stop."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from hrcli.extract.asking.demandcues import Asking, wordset
from hrcli.extract.speakers import around
from hrcli.extract.trees import FINITE, NEGATIONS

PHRASE = 12


def is_idle(doc: Doc, token: Token, entry: Asking, start: int) -> bool:
    """True where the word is negated, hypothetical, or asks only under a condition that is not met."""
    before = doc[max(start, token.i - 4) : token.i]
    if entry.conditional:
        return not any(t.lower_ in {"would", "'d"} for t in before)
    if token.tag_ == "VBN" and any(t.tag_ == "MD" for t in before) and any(t.lower_ == "be" for t in before):
        return True
    if any(a <= token.i < b and b - a < PHRASE and _is_label(doc, a, b) for a, b in doc._.quoted):
        return True
    if token.tag_ == "VBG" and _is_ceased(doc, token.i):
        return True
    return any(t.lower_ in NEGATIONS for t in before[-2:]) and token.tag_.startswith("V")


def _is_label(doc: Doc, start: int, end: int) -> bool:
    """True for words in quotation marks that are a name for something, a charge for instance: no sentence, and nobody says them."""
    said = any(q.direct and q.cue is not None for q in around(doc, start))
    return not said and not any(t.tag_ in FINITE or t.tag_ == "VBP" for t in doc[start:end])


def _is_ceased(doc: Doc, at: int) -> bool:
    """True for asking that is to stop or did not happen: "stop asking", "refrain from calling for", "without demanding"."""
    before = doc[at - 1] if at else None
    if before is not None and before.lower_ in {"from", "of"} and at > 1:
        return doc[at - 2].lemma_.lower() in wordset("refrain") or doc[at - 2].lower_ == "instead"
    return before is not None and (before.lemma_.lower() in wordset("ceasing") or before.lower_ in {"without", "than"})
