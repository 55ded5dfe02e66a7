"""Writings that ask: who wrote, issued, adopted or signed a letter, a statement, a resolution; in their name it asks."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from hrcli.extract.asking.claims import is_agent
from hrcli.extract.asking.demandcues import issuing, wordset
from hrcli.extract.asking.doers import antecedent, controller
from hrcli.extract.asking.parties import FIRST_PERSON, is_actor
from hrcli.extract.trees import BEFORE_NOUN, NOUNS, noun_before, noun_run, subject

BEHIND = 14  # words behind a writing among which its author stands
EARLIER = 120  # words before a writing in which it was told of first
PLACE = 9  # words between a verb of issuing and the writing


def is_paper(head: Token) -> bool:
    """True for a noun for a writing or an act that asks in its author's name."""
    return head.lemma_.lower() in wordset("papers")


def author(paper: Token, cue: int) -> Token | None:
    """The head of who wrote or issued a writing that asks at token `cue`, as its own sentence or an earlier one tells."""
    if found := _named(paper, cue) or _issuer(paper) or _owner(paper):
        return found
    return next((found for each in _earlier(paper) if (found := _named(each, each.sent.end) or _issuer(each))), None)


def _named(paper: Token, cue: int) -> Token | None:
    """Who stands behind the "by" or "from" of a writing: "the letter sent by the deans", "a statement from the union"."""
    doc = paper.doc
    end = min(paper.i + BEHIND, paper.sent.end, cue if cue > paper.i else len(doc))
    for token in doc[paper.i + 1 : end]:
        if token.lower_ in {"by", "from"} and (head := noun_run(doc, token.i + 1, paper.sent.end)) and is_agent(head):
            return head
    return None


def _owner(paper: Token) -> Token | None:
    """Whose writing it is: "the League's latest report"."""
    before = paper.doc[max(paper.sent.start + 1, paper.i - 4) : paper.i]
    mark = next((t.i for t in reversed(before) if t.tag_ == "POS"), None)
    return paper.doc[mark - 1] if mark is not None and is_agent(paper.doc[mark - 1]) else None


def _issuer(paper: Token) -> Token | None:
    """Who issues a writing: the subject of the verb before it ("the Senate adopted a resolution"), but for the writer's "we"."""
    verb = _verb_before(paper)
    if verb is None:
        return None
    found = controller(verb) if verb.tag_ in {"VB", "VBG"} else None
    found = found or subject(verb) or noun_before(verb, verb.sent.start)
    if found is not None and found.tag_ in {"WP", "WDT"}:
        found = antecedent(found)
    return found if found is not None and (is_actor(found) or found.tag_ in NOUNS | {"PRP"}) and found.lower_ not in FIRST_PERSON else None


def _verb_before(paper: Token) -> Token | None:
    """The verb of issuing whose object a writing is."""
    at = paper.i - 1
    while at > paper.sent.start and paper.i - at < PLACE and paper.doc[at].tag_ in BEFORE_NOUN | {"DT", "PRP$", "CD", ","}:
        if paper.doc[at].lower_ in issuing():
            break
        at -= 1
    return paper.doc[at] if paper.doc[at].lower_ in issuing() and paper.doc[at].tag_.startswith("V") else None


def _earlier(paper: Token) -> Iterator[Token]:
    """Where "the" report was told of before, the last first."""
    doc: Doc = paper.doc
    if not any(t.lower_ in {"the", "this", "that"} for t in doc[max(0, paper.i - 3) : paper.i]):
        return
    for at in range(paper.sent.start - 1, max(0, paper.i - EARLIER) - 1, -1):
        if doc[at].lower_ == paper.lower_ and doc[at].tag_ in NOUNS:
            yield doc[at]
