"""Further clauses that one word of asking governs: "that X do this and that Y do that", "X to do this and Y to do that"."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from hrcli.extract.asking.actions import Action, infinitive, subjunctive
from hrcli.extract.asking.claims import Claim, is_agent
from hrcli.extract.asking.coordination import coordinated
from hrcli.extract.asking.demandcues import asking_at
from hrcli.extract.trees import FINITE, NOUNS, noun_run

LETTING = {"allow", "permit", "enable", "let", "order", "cause", "force"}  # "allow A and B to be heard" is one action
NEAR = 12


def second_that(doc: Doc, claim: Claim, at: int, end: int) -> None:
    """A coordinated "and that ..." clause gives further actions of the same claim."""
    for token in doc[at:end]:
        if (
            token.lower_ == "that"
            and doc[token.i - 1].lower_ in {"and", ","}
            and token.nbor().tag_ != "IN"
            and (more := subjunctive(doc, token.i + 1, end))
        ):
            claim.actions.append(more)


def second_infinitive(doc: Doc, claim: Claim, end: int) -> None:
    """A coordinated infinitive with an object of its own ("... and the mine to be closed") gives further actions of the same claim."""
    first = claim.actions[0]
    noun = doc[first.head].tag_ in NOUNS
    for token in doc[first.head + 1 : end]:
        if (
            token.lower_ != "and"
            or (noun and token.i + 1 < end and token.nbor().lower_ != "for")
            or token.i + 1 >= end
            or token.nbor().tag_ not in NOUNS | {"DT", "PRP$", "IN", "JJ"}
        ):
            continue
        at = token.i + 1 + (token.nbor().lower_ == "for")
        head = noun_run(doc, at, end)
        found = infinitive(doc, at, min(end, at + NEAR)) if head is not None else None
        if head is None or found is None or not _is_phrase(doc, head, found[0]) or not _is_own(doc, token, head, claim, found[1]):
            continue
        more = found[1]
        more.end, more.subject_from = end, at
        claim.actions += coordinated(doc, more, end, to=True)
        return


def to_be_done(doc: Doc, at: int, end: int, claim: Claim) -> bool:
    """Fill the claim from a noun and a participle: "wants the guards put on trial"."""
    head = noun_run(doc, at, end)
    after = doc[head.i + 1] if head is not None and head.i + 1 < end else None
    while (
        after is not None and (after.tag_ == "RB" or after.lower_ in {"for", "of"}) and after.i + 2 < end
    ):  # "those responsible for it put on trial"
        inner = noun_run(doc, after.i + 1, end) if after.tag_ != "RB" else None
        after = doc[inner.i + 1] if inner is not None and inner.i + 1 < end else doc[after.i + 1] if after.tag_ == "RB" else None
    if head is None or after is None or not (after.tag_ in {"VBN", "VBD"} or after.lower_ == "put"):
        return False
    claim.actions = [Action(after.i, after.i, end, passive=True, subject_from=at)]
    return True


def asks_anew(doc: Doc, cue: int, action: Action) -> bool:
    """True for a verb of asking that goes on the cue, not what it asks for: "they call on A to do this, and ask B to do that"."""
    at = action.start - 1
    plural = doc[cue].tag_ == "VBP" and asking_at(doc[action.head]) is not None and doc[action.head].tag_ in {"VBP", "VB"}
    return plural and doc[at].lower_ == "and" and doc[at - 1].text == ","


def _is_phrase(doc: Doc, head: Token, edge: int) -> bool:
    """True where nothing but a phrase of its own stands between a noun and the infinitive: "the charges against him to"."""
    return not any(t.tag_ in FINITE | {"VBP", "VB", "CC"} or t.text in {",", ";", ":"} for t in doc[head.i + 1 : edge])


def _is_own(doc: Doc, joint: Token, head: Token, claim: Claim, action: Action) -> bool:
    """True where a noun behind "and" can't be coordinated with an object of the action before it."""
    last = [a for a in claim.actions if a.head < joint.i][-1]
    before = doc[joint.i - 1]
    if doc[joint.i + 1].lower_ == "for" or before.i == last.head or before.tag_ == "RB":
        return is_agent(head) or action.passive
    if doc[last.head].lemma_.lower() in LETTING or asking_at(doc[last.head]) is not None:
        return False
    return action.passive or (is_agent(head) and (before.text == "," or (before.tag_ in NOUNS and not is_agent(before))))


def things_told(doc: Doc, colon: int, end: int) -> list[Action]:
    """What "two things" are, behind a colon: "asked him for two things: to free her and to pay us"."""
    colon += doc[colon].tag_ == "RB"  # "one thing only:"
    if colon + 2 >= end or doc[colon].text not in {":", "–", "—", ","} or doc[colon + 1].lower_ != "to":
        return []
    found = infinitive(doc, colon + 1, end)
    return coordinated(doc, found[1], end, to=True) if found is not None else []
