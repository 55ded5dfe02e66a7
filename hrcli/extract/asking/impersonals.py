"""Demands that no verb of asking makes: "it is time for X to act", "the only remedy is to act", "steps should include acting"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from hrcli.extract.asking.actions import Action, predicate
from hrcli.extract.asking.asks import asked_to, that_clause
from hrcli.extract.asking.claims import Claim, heads, is_agent
from hrcli.extract.asking.coordination import coordinated
from hrcli.extract.asking.demandcues import Asking, impersonals, spelled, wordset
from hrcli.extract.asking.parties import FIRST_PERSON
from hrcli.extract.findings import text_of
from hrcli.extract.trees import noun_run

EARLIER = 60
BODIES = {"public_body", "organization", "intergovernmental"}
OWNED = 6  # words between an owner and what is owned


def impersonal(doc: Doc, start: int, end: int, cues: list[int]) -> Iterator[Claim]:
    """ "It is time for X to do", "the onus is on X to do", "it is imperative that X do" in the sentence `start:end`."""
    for token in map(doc.__getitem__, cues):
        pattern, force = impersonals().get(token.lower_, (None, None))
        match = pattern.match(text_of(doc), token.idx, doc[end - 1].idx + len(doc[end - 1])) if pattern else None
        span = doc.char_span(*match.span(), alignment_mode="expand") if match else None
        if span is None or match is None or force is None:
            continue
        claim = Claim(span.start, match.group().lower(), force, [], (start, end), own=True)
        form = Asking(lemma="", force=force, addressee=["for"], noun=[], forms=["that"], examples=[], own=True)
        last = span[-1].lower_
        if last == "if":
            yield from _polite(doc, span.end, end, claim)
            continue
        found = (
            that_clause(doc, span.end - 1, end, form, claim)
            if last == "that"
            else asked_to(doc, span.end - (last == "to"), end, form, claim, "")
        )
        if found and not any(head.lower_ in FIRST_PERSON for head in claim.to):
            yield claim


def _polite(doc: Doc, at: int, end: int, claim: Claim) -> Iterator[Claim]:
    """What somebody "would be grateful if you could" do."""
    modal = next(
        (t for t in doc[at : at + OWNED * 2] if t.tag_ == "MD" and t.lower_ in {"could", "would", "can", "will"} and t.i < end), None
    )
    action = predicate(doc, modal.i + 1, end, sure=True) if modal is not None else None
    if modal is None or action is None:
        return
    claim.actions, claim.to = coordinated(doc, action, end, to=False), heads(doc, at, modal.i) if not action.passive else []
    if claim.to and claim.to[0].lower_ not in FIRST_PERSON:
        yield claim


def gerunds(doc: Doc, start: int, end: int, cues: list[int]) -> Iterator[Claim]:
    """Gerunds that spell out a demanded act: "those steps should include releasing A, revising B and abolishing C"."""
    for token in map(doc.__getitem__, cues):
        if token.lemma_ in spelled() and any(t.tag_ == "MD" or t.lower_ in {"recommendations", "demands"} for t in doc[start : token.i]):
            found = [t for t in doc[token.i + 1 : end] if t.tag_ == "VBG" and _opens(doc, t)]
            if found and found[0].i - token.i < 4:
                actions = [Action(t.i, t.i, end) for t in found]
                yield Claim(token.i, token.lemma_, "recommendation", actions, (start, end), to=_takers(doc, start, token.i), own=True)


def _takers(doc: Doc, start: int, end: int) -> list[Token]:
    """Who takes the steps that are spelled out: "steps by X" said before of the same thing ("Those steps should include ...").

    "Which means" spells out what somebody is bound to: "its obligations, which means ending it" is for the one whose obligations they are.
    """
    if doc[end - 1].lower_ == "which":
        return _bound(doc, start, end)
    noun = noun_run(doc, start, end)
    if noun is None or not any(t.lower_ in {"these", "those", "such"} for t in doc[start : noun.i]):
        return []
    for token in reversed(doc[max(0, start - EARLIER) : start]):
        if token.lemma_ == noun.lemma_ and token.nbor().lower_ == "by" and (taker := noun_run(doc, token.i + 2, start)):
            return [taker] if is_agent(taker) else []
    return []


def _bound(doc: Doc, start: int, end: int) -> list[Token]:
    """Whose obligations `start:end` speaks of: their owner; for a pronoun that nobody knows, the last body named before it."""
    bond = next((t.i for t in reversed(doc[start:end]) if t.lemma_.lower() in wordset("bonds")), None)
    if bond is None:
        return []
    owner = next((t for t in reversed(doc[max(start, bond - OWNED) : bond]) if t.tag_ in {"PRP$", "POS"}), None)
    if owner is None or owner.lower_ in FIRST_PERSON:
        return []
    if owner.tag_ == "POS":
        return [doc[owner.i - 1]]
    if owner.i in doc._.referents:
        return [owner]
    return [t for t in doc[start : owner.i] if (actor := doc._.referents.get(t.i)) and actor.type in BODIES][-1:]


def _opens(doc: Doc, gerund: Token) -> bool:
    before = doc[gerund.i - 1]
    while before.pos_ in {"ADV", "SPACE"}:
        before = doc[before.i - 1]
    return before.text in {",", ";"} or before.lower_ in {"and", "or"} or before.tag_ in {"VB", "VBZ", "VBP"}
