"""Demands that a headline or the line below it makes: "Chad: Free the Editor", "Free My Father: An Open Letter", "End Military Trials"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from hrcli.extract.asking.actions import Action, is_noun_phrase
from hrcli.extract.asking.claims import Claim, is_agent
from hrcli.extract.asking.demandcues import wordset
from hrcli.extract.asking.papers import is_paper
from hrcli.extract.asking.phrases import is_for_readers, is_pseudo
from hrcli.extract.findings import source_of, text_of
from hrcli.extract.trees import FINITE, NEGATIONS, STOPS, noun_run

LONGEST = 25
INNER = {"before", "until", "till", "because", "while", "as", "if", "that", "who", "which", "what", "where", "when", "how", "after", "so"}


def find(doc: Doc) -> Iterator[Claim]:
    """The claims of the document's title, where it stands in the text, and of the headline below it."""
    title = source_of(doc).document.title
    at = text_of(doc).find(title) if title else -1
    span = doc.char_span(at, at + len(title), alignment_mode="contract") if title and at >= 0 else None
    if span is None:
        return
    colon = next((t.i for t in span if t.text == ":"), None)
    below = _below(doc, span.end)
    whole = span if colon is None else doc[colon + 1 : span.end]
    who = _addressed(doc, span.start, colon) if colon is not None else []
    yield from _claim(doc, whole, who)
    yield from _claim(doc, doc[span.start : colon], []) if colon is not None else ()
    yield from _claim(doc, below, who) if below is not None else ()


def _below(doc: Doc, at: int) -> Span | None:
    """The line below a title, where it is a headline too: short, without a full stop, and in capitals as headlines are."""
    start = next((t.i for t in doc[at:] if not t.is_space), len(doc))
    end = next((t.i for t in doc[start : start + LONGEST] if t.is_space and "\n" in t.text), None)
    if end is None or doc[end - 1].text in STOPS or is_for_readers(doc[start:end].text):
        return None
    named = [t for t in doc[start:end] if t.is_alpha and t.pos_ in {"NOUN", "PROPN", "VERB", "ADJ"}]
    return doc[start:end] if named and all(t.text[0].isupper() for t in named) else None


def _claim(doc: Doc, span: Span, who: list[Token]) -> Iterator[Claim]:
    """The imperatives that open a headline or a part of it."""
    finite = next((t for t in span if t.tag_ in FINITE), None)
    if finite is not None and not any(t.lower_ in INNER for t in doc[span.start : finite.i]):
        return
    if len(span) and (named := doc._.referents.get(span.start)) is not None and named.type == "organization":
        return  # "Free Lake Voices": a name
    if not len(span) or is_pseudo(doc, span.start, span.start, span.end):
        return
    actions = list(_actions(doc, span.start, span.end))
    if actions:
        yield Claim(span.start, "headline", "demand", actions, (span.start, span.end), to=who, own=True)


def _addressed(doc: Doc, start: int, colon: int) -> list[Token]:
    """Whom a headline asks: what stands before its colon; of "Open letter to Chad" whom the letter goes to."""
    who = noun_run(doc, start, colon)
    if who is not None and is_paper(who) and doc[who.i + 1].lower_ == "to":
        who = noun_run(doc, who.i + 2, colon)
    return [who] if who is not None and is_agent(who) else []


def _actions(doc: Doc, start: int, end: int) -> Iterator[Action]:
    opens = True
    negated = False
    found = False
    for token in doc[start:end]:
        if opens and token.lower_ in wordset("imperatives") and not is_noun_phrase(doc, token.i, end):
            yield Action(token.i, token.i, end, negated)
            found = True
        elif not found and not (token.is_space or token.tag_ == "RB" or token.lower_.endswith("ly") or token.lower_ in NEGATIONS | {"do"}):
            return
        negated = token.lower_ in NEGATIONS
        joined = token.lower_ in NEGATIONS | {"and", "or", "do"} or token.lower_.endswith("ly")
        opens = token.text in {",", ";", "&"} or token.lower_ == "and" or (opens and joined)
