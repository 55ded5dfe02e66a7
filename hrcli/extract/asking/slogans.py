"""Demands that a crowd chants or holds up: "Nuns chanted “Free Ana!”", "placards reading “Stop the trial”", "the hashtag #FreeAna"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from hrcli.extract.asking.actions import Action
from hrcli.extract.asking.claims import Claim, is_agent
from hrcli.extract.asking.demandcues import carriers, chanting, wordset
from hrcli.extract.asking.imperatives import commands
from hrcli.extract.findings import text_of
from hrcli.extract.speakers import around
from hrcli.extract.trees import FINITE, NOUNS, noun_before, noun_run

SHORTEST = 5  # tokens of an outcry, marks included
REACH = 8  # words between a placard and what stands on it
BEFORE = 25  # words before a hashtag among which it is called one
BETWEEN = {"and", "or", ",", ":", "&"}
HASHTAG = re.compile(r"#(?P<verb>[A-Z][a-z]+)(?=[A-Z])(?P<rest>\w+)")


def find(doc: Doc) -> Iterator[Claim]:
    """The claims of all slogans and hashtags."""
    for start, end in doc._.quoted:
        cue = _cue(doc, start)
        by = _crowd(doc, cue) if cue is not None else None
        if cue is None or by is None:
            yield from _outcry(doc, start, end)
            continue
        actions = commands(doc, doc[start + 1 : end - 1], loose=False) or list(_noun(doc, start + 1, end - 1))
        yield Claim(cue.i, "slogan", "demand", actions, (cue.sent.start, max(end, cue.sent.end)), by=by)
    yield from _hashtags(doc)


def _cue(doc: Doc, start: int) -> Token | None:
    """The verb of chanting or the thing held up that the quotation at `start` belongs to, past other quotations between."""
    at = start - 1
    while at > 0 and (doc[at].lower_ in BETWEEN or doc[at].is_space or (inner := _quotation(doc, at)) is not None):
        if doc[at].is_space and "\n\n" in doc[at].text:
            return None
        at = at - 1 if doc[at].lower_ in BETWEEN or doc[at].is_space or inner is None else inner - 1
    for token in reversed(doc[max(0, at - REACH) : at + 1]):
        if token.lower_ in chanting() and token.tag_.startswith("V"):
            return token if at - token.i < 3 else None
        if token.lower_ in carriers() and token.tag_ in NOUNS:
            return token
        if token.text in {".", ";", "!", "?"}:
            return None
    return None


def _quotation(doc: Doc, at: int) -> int | None:
    """Where the quotation begins that token `at` stands in."""
    return next((a for a, b in doc._.quoted if a <= at < b), None)


def _crowd(doc: Doc, cue: Token) -> Token | None:
    """Who chants or holds up: the subject of the verb, or of the last finite verb before the thing held up."""
    floor = cue.sent.start
    verb = cue if cue.tag_ in FINITE else next((t for t in reversed(doc[floor : cue.i]) if t.tag_ in FINITE), None)
    found = noun_before(verb, floor) if verb is not None else None
    if found is None or _quotation(doc, found.i) is not None:  # "chanted “...” and carried posters"
        found = noun_run(doc, floor, cue.i)
    return found if found is not None and found.i < cue.i and (found.tag_ == "PRP" or is_agent(found)) else None


def _outcry(doc: Doc, start: int, end: int) -> Iterator[Claim]:
    """The imperatives that open what somebody says: "Release them now," said Ana."""
    if end - start < SHORTEST or doc[start + 1].lower_ not in wordset("outcries") or doc[start + 1].text.islower():
        return
    if any(q.start == start and q.speaker_name for q in around(doc, start)) and (
        actions := commands(doc, doc[start + 1 : end - 1], loose=False)
    ):
        yield Claim(start + 1, "imperative", "demand", actions, (start, end), own=True)


def _noun(doc: Doc, start: int, end: int) -> Iterator[Action]:
    """The action of a slogan in nouns: "Justice for Ana"."""
    if start + 2 < end and doc[start].lower_ in wordset("slogan_nouns") and doc[start + 1].lower_ in {"for", "of", "to"}:
        yield Action(start, start, end)


def _hashtags(doc: Doc) -> Iterator[Claim]:
    """The claims of hashtags that a verb opens, where the words before call them so."""
    if "#" not in text_of(doc):
        return
    for match in HASHTAG.finditer(text_of(doc)):
        span = doc.char_span(match.start() + 1, match.end())
        if span is None or match["verb"].lower() not in wordset("imperatives"):
            continue
        cue = next((t for t in reversed(doc[max(0, span.start - BEFORE) : span.start]) if t.lower_ in {"hashtag", "hashtags"}), None)
        by = _crowd(doc, cue) if cue is not None else None
        if cue is not None and by is not None:
            yield Claim(cue.i, "slogan", "demand", [Action(span.start, span.start, span.end)], (cue.sent.start, span.end), by=by)
