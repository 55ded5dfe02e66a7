"""Demands in the imperative: the items of a list under words of asking, and what such words and a colon introduce."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Doc, Span, Token

from hrcli.extract.asking import pieces, recommended
from hrcli.extract.asking.actions import Action, infinitive, is_base, is_noun_phrase, noun_action, predicate, subjunctive
from hrcli.extract.asking.claims import Claim, heads, is_agent
from hrcli.extract.asking.coordination import coordinated
from hrcli.extract.asking.demandcues import asking_at, modals, wordset
from hrcli.extract.asking.phrases import is_for_readers, is_lead, is_message, is_review, leads_to_nouns
from hrcli.extract.findings import text_of
from hrcli.extract.naming.gazetteer import is_state, scan
from hrcli.extract.trees import FINITE, NEGATIONS, NOUNS, STOPS, chain, noun_before, noun_run, unit
from hrcli.extract.wordids import lowers, number
from hrcli.records import Force

PREFIX_LIMIT = 16
HEADING = 25
SHORTEST = 3
COLON = number(":")
TURNED = re.compile(r"To[ \t]+(?:the[ \t]+|all[ \t]+)?(?P<who>[^:;.\n]{2,90}):[ \t]+(?=[A-Z])")
SECTION = re.compile(r"\W*recommendations?\b", re.IGNORECASE)


@dataclass(slots=True)
class Lead:
    """What introduces a list: its cue (a token), the force, who is asked, its own paragraph's number, and whether nouns may follow."""

    cue: int
    name: str
    force: Force
    to: list[Token] = field(default_factory=list)
    own: bool = True
    asked: list[str] = field(default_factory=list)
    number: int | None = None
    nouns: bool = False


def find(doc: Doc) -> Iterator[Claim]:
    """The claims of all lists of a Doc, and of the runs of imperatives behind a colon."""
    text, section = text_of(doc), False
    if ":" not in text and "(" not in text:
        return  # no lead, and no states in brackets
    items = list(pieces.pieces(text))
    recommending = [recommended.states(text[piece.start : piece.end]) for piece in items]
    current: Lead | None = None
    review: Lead | None = None
    for piece, states in zip(items, recommending, strict=True):
        if current is not None and current.number is not None and piece.number == current.number + 1:
            current = None  # the paragraph behind the one that the list belongs to
        if (turned := list(_turned(doc, piece))) and not states:
            yield from turned
            continue
        if current is not None or states:
            found = list(_listed_item(doc, piece, states, current, review))
            yield from found
            if not found and not piece.marked and not _is_heading(doc, piece):
                current = None
        section = section or SECTION.match(text, piece.start, piece.end) is not None
        colon = text.find(":", piece.start, piece.end) >= 0
        if (colon or section) and (lead := _lead(doc, piece, section=section)) is not None:
            current, lead.number = lead, piece.number
        review = (_review(doc, piece) or _reviewed(doc, piece) if any(recommending) else None) or review
        yield from _run_in(doc, piece) if colon and current is None else ()


def _listed_item(doc: Doc, piece: pieces.Piece, states: list[str], current: Lead | None, review: Lead | None) -> Iterator[Claim]:
    """The claims of a piece under a lead, or with the states that recommend it in brackets."""
    lead = review if states and review and current and not (current.to or current.asked) else current or review
    span = _span(doc, piece.start, piece.end)
    if span is not None:
        if states and lead is None and not (piece.marked or text_of(doc)[piece.start : piece.end].rstrip().endswith((";", "."))):
            return  # a heading that ends with a state: "Case of Ana Ruiz (Peru)"
        yield from _item(doc, _without_states(span) if states else span, lead, states, marked=piece.marked or bool(states))


def _turned(doc: Doc, piece: pieces.Piece) -> Iterator[Claim]:
    """The claims of a piece that names in its own line whom it asks: "To the Supreme Court: Summon the general, and order an inquiry"."""
    match = TURNED.match(text_of(doc), piece.start, piece.end)
    who = _span(doc, *match.span("who")) if match else None
    rest = _span(doc, match.end(), piece.end) if match else None
    head = noun_run(doc, who.start, who.end) if who is not None else None
    if rest is not None and head is not None and is_agent(head):
        lead = Lead(rest.start, "recommend", "recommendation", [head])
        yield from (claim for claim in _item(doc, rest, lead, [], marked=True) if claim.actions)


def _without_states(span: Span) -> Span:
    """An item without the brackets that close it: who recommends is no part of what is recommended."""
    closing = re.search(r"(?:\s*\([^()]*(?:\([^()]*\))?[^()]*\)\W*)+$", span.text)
    shorter = _span(span.doc, span.start_char, span.start_char + closing.start()) if closing else None
    return shorter if shorter is not None else span


def _is_heading(doc: Doc, piece: pieces.Piece) -> bool:
    """True for a short line without verb and stop (or without any word): the list goes on below it."""
    span = _span(doc, piece.start, piece.end)
    return span is None or (len(span) <= HEADING // 2 and span[-1].text not in STOPS and not recommended.tells(span))


def _span(doc: Doc, start: int, end: int) -> Span | None:
    span = doc.char_span(start, end, alignment_mode="contract")
    while span is not None and len(span) and span[0].is_space:
        span = doc[span.start + 1 : span.end]
    return span if span is not None and len(span) else None


def _lead(doc: Doc, piece: pieces.Piece, *, section: bool) -> Lead | None:
    """The lead that a piece ends with, in a `section` of recommendations a heading too; None where it introduces something else."""
    heading = section and not piece.marked and _is_heading(doc, piece)
    where = pieces.lead(text_of(doc), piece) or ((piece.start, piece.end) if heading else None)
    span = _span(doc, *where) if where else None
    if span is None:
        return None
    who = pieces.addressed(span.text)
    if who and (section or "ecommendation" in span.text):
        named = _span(doc, span.end_char - len(who), span.end_char)
        head = noun_run(doc, named.start, named.end) if named else None
        return Lead(span.start, "recommend", "recommendation", [head] if head else [])
    if heading or not is_lead(span.text):
        return None
    found = _asking_lead(doc, span)
    found.nouns = leads_to_nouns(span.text)
    return found


def _review(doc: Doc, piece: pieces.Piece) -> Lead | None:
    """The lead of a list of recommendations that other states make ("The following were noted by Chad:")."""
    where = pieces.lead(text_of(doc), piece)
    span = _span(doc, *where) if where else None
    if span is None or not (states := _states(span)):
        return None
    return Lead(span.start, "recommend", "recommendation", states)


def _reviewed(doc: Doc, piece: pieces.Piece) -> Lead | None:
    """The lead that a heading makes: it names a review and the state, or the state alone ("Universal Periodic Review: Chad")."""
    span = _span(doc, piece.start, piece.end)
    if span is None or len(span) > HEADING or span[-1].text in STOPS or any(t.tag_ in FINITE for t in span):
        return None
    found = [known.name for _, _, known in scan(span.text) if known.code and known.type in {"place", "public_body"}]
    alone = found and is_state(span.text.strip())
    return Lead(span.start, "recommend", "recommendation", asked=found[-1:]) if found and (alone or is_review(span.text)) else None


def _asking_lead(doc: Doc, span: Span) -> Lead:
    """A lead with a word of asking: whom it asks stands between that word and the closing "to"."""
    for token in reversed(span):
        entry, modal = asking_at(token), modals().get(token.lower_)
        if modal and (not modal.to or doc[token.i + 1].lower_ == "to" or token.i + 1 == span.end):
            named = token.head.i < token.i and token.head.tag_ in NOUNS
            head = token.head if named else noun_run(doc, span.start, token.i) or noun_before(token, span.start)
            return Lead(token.i, modal.word, modal.force, [head] if head and (is_agent(head) or head.lower_ == "it") else [])
        if entry and entry.lemma != "recommendation":
            skipped = {*entry.addressee, "that"} - {""}
            at = token.i + (2 if token.i + 1 < span.end and doc[token.i + 1].lower_ in skipped else 1)
            return Lead(token.i, entry.lemma, entry.force, heads(doc, at, span.end), own=False)
    if is_message(span.text):
        return Lead(span.start, "say", "request", _told(doc, span))
    name, force = ("please", "request") if "please" in span.text.lower() else ("recommend", "recommendation")
    return Lead(span.start, name, force, _states(span))  # type: ignore[arg-type]


def _told(doc: Doc, span: Span) -> list[Token]:
    """To whom a message goes: "To the king I say only this", "Our message to the ministry is simple"."""
    at = next((t.i + 1 for t in span if t.lower_ in {"to", "for"} and t.i + 1 < span.end and not is_base(t.nbor())), None)
    end = next((t.i for t in doc[at : span.end] if t.tag_ == "PRP" or t.tag_ in FINITE), span.end) if at is not None else None
    head = noun_run(doc, at, end) if at is not None and end is not None else None
    return [head] if head is not None and is_agent(head) else []


def _states(span: Span) -> list[Token]:
    """The last country or body that a lead names: the state under review."""
    return [t for t in span if t.ent_type_ == "GPE" or ((a := t.doc._.referents.get(t.i)) and a.type in {"place", "public_body"})][-1:]


def _item(doc: Doc, span: Span, lead: Lead | None, states: list[str], *, marked: bool) -> Iterator[Claim]:
    """The claims of one list item: its imperative, and those of the sentences that follow in it."""
    first = True
    for a, b in pieces.sentences(text_of(doc), span.start_char, span.end_char):
        part = _span(doc, a, b)
        if part is None or (is_for_readers(part.text) and not states):
            continue
        actions = commands(doc, part, loose=first) or (_other_forms(doc, part) if first and (marked or not recommended.tells(part)) else [])
        actions = actions or (recommended.actions(doc, part) if first and states else [])
        actions = actions or (_things(doc, part) if first and marked and lead is not None and lead.nouns else [])
        if actions or (first and states):  # without actions it still tells who recommends what the item's own words ask
            lead = lead or Lead(span.start, "recommend", "recommendation")
            to = lead.to or ([] if lead.asked or not actions else _own_subject(doc, actions[0]))
            place = (span.start, span.end)
            yield Claim(lead.cue, lead.name, lead.force, actions, place, to=to, own=lead.own, sources=states, asked=lead.asked)
        first = False


def _other_forms(doc: Doc, span: Span) -> list[Action]:
    """The actions of an item in gerunds ("Adopting a law, and training judges") or with "that" ("That Chad adopt a law")."""
    if span[0].lower_ == "that":
        action = subjunctive(doc, span.start + 1, span.end)
        return coordinated(doc, action, span.end, to=False) if action else []
    first = next((t for t in span if not (t.tag_ == "RB" or t.is_space or t.lower_ in NEGATIONS)), None)
    if first is None or not first.lower_.endswith("ing") or first.tag_ not in {"VBG", "NN", "NNP", "JJ"} or len(span) < SHORTEST:
        return []
    later = (t for t in doc[first.i + 2 : span.end] if t.tag_ == "VBG" and _goes_on(doc, t, first))
    return [Action(t.i, t.i, span.end, negated=doc[t.i - 1].lower_ in NEGATIONS) for t in (first, *later)]


def _things(doc: Doc, span: Span) -> list[Action]:
    """The action of an item in nouns, under "calls for:": "the release of ...", "those responsible to be punished"."""
    if recommended.tells(span) or span[0].lower_ in {"no", "this", "that"}:
        return []
    found = infinitive(doc, span.start + 1, span.end)
    if found is not None and found[1].passive:
        found[1].subject_from = span.start
        return [found[1]]
    named = noun_action(doc, span.start, span.end)
    return [named] if named is not None and not is_agent(doc[named.head]) else []


def _goes_on(doc: Doc, gerund: Token, first: Token) -> bool:
    """True for a gerund that is coordinated with the one that opens the item."""
    before = doc[gerund.i - 1 - (doc[gerund.i - 1].tag_ == "RB")]
    joined = before.lower_ == "and" or before.text in {",", ";"}
    return joined and (first in chain(gerund) or (before.lower_ == "and" and doc[before.i - 1].text in {",", ";"}))


def _own_subject(doc: Doc, action: Action) -> list[Token]:
    """Who is to act by the item's own words: "That the Government adopt a law"."""
    found = noun_run(doc, action.subject_from, action.start) if action.subject_from is not None and not action.passive else None
    return [found] if found is not None and is_agent(found) else []


def commands(doc: Doc, span: Span, *, loose: bool) -> list[Action]:
    """The coordinated imperatives that open a span; `loose` lets a phrase and a comma precede ("Until then, allow ...")."""
    at = _opening(doc, span.start, span.end, loose=loose)
    if at is None:
        return []
    action = predicate(doc, at, span.end, sure=True)
    if action is None or action.start - at > 6:
        return []
    action.negated = action.negated or any(t.lower_ in NEGATIONS for t in doc[max(span.start, at - 2) : at])
    actions = coordinated(doc, action, span.end, to=True)
    for more in actions:
        more.end, more.verb = span.end, True
    return actions


def _opening(doc: Doc, start: int, end: int, *, loose: bool) -> int | None:
    """Where the imperative of `start:end` begins (its negation included), or None."""
    at = start
    while (
        at < end
        and (doc[at].is_space or doc[at].lower_ in {"please", "to", "and", "also", "“", '"'} | NEGATIONS | {"do"} or doc[at].tag_ == "RB")
        and doc[at].lower_ not in wordset("imperatives")
    ):
        at += 1
    if at < end and is_base(doc[at], sure=True) and not is_noun_phrase(doc, at, end):
        return at
    commas = [t.i for t in doc[start : min(end, start + PREFIX_LIMIT)] if t.text == ","]
    if loose and commas and not any(t.tag_ in FINITE for t in doc[start : commas[0]]):
        return _opening(doc, commas[0] + 1, end, loose=False)
    return None


def _run_in(doc: Doc, piece: pieces.Piece) -> Iterator[Claim]:
    """Imperatives that follow a lead and a colon within one sentence: "Our demands are simple: free them, and ..."."""
    span = _span(doc, piece.start, piece.end) if text_of(doc).find(":", piece.start, piece.end - 1) >= 0 else None
    if span is None:
        return
    for at, word in enumerate(lowers(doc)[span.start : span.end - 1], span.start):
        if word != COLON:
            continue
        first = unit(doc, at - 1)[0] if at > span.start else at
        if not is_lead(doc[first:at].text):
            continue
        stop = next((t.i for t in doc[at : span.end] if t.text in {".", "!"}), span.end)
        actions = commands(doc, doc[at + 1 : stop], loose=False)
        if actions:
            lead = _asking_lead(doc, doc[first:at])
            yield Claim(lead.cue, lead.name, lead.force, actions, (first, stop), to=lead.to, own=lead.own)
