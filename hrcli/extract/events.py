"""What each temporal expression dates: the clause it stands in, the kind of event, its modality, who takes part."""

from __future__ import annotations

from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from hrcli.extract.dating import tense
from hrcli.extract.findings import Actor, DatedEvent, Timex, source_of
from hrcli.extract.telling import takers
from hrcli.extract.telling.clauses import (
    Tree,
    children,
    clause,
    dateline,
    deed,
    opened,
    opens,
    phrase,
    piece,
    tree_of,
    trimmed,
    whole,
    without_dateline,
)
from hrcli.extract.telling.eventwords import noun_type, verb_type
from hrcli.extract.telling.kinds import kind_alone, kind_of, tells_of_deed
from hrcli.extract.telling.modality import called_off, modality, of_noun
from hrcli.records import Modality

__all__ = ["events", "find", "tells_of_deed"]

DEADLINES = ("by", "before", "until", "till")


class Told(NamedTuple):
    """What is known of the whole document: its date, its trees, the token ranges of its demands, who is meant where."""

    date: str | None
    tree: Tree
    demanded: list[tuple[int, int]]
    referents: dict[int, Actor]


@Language.component("hrcli_events", requires=["doc._.timexes", "doc._.referents", "doc._.demands"], assigns=["doc._.dated"])
def events(doc: Doc) -> Doc:
    """Set doc._.dated."""
    doc._.dated = find(doc)
    return doc


def find(doc: Doc) -> list[DatedEvent]:
    """The event of each of doc._.timexes, in the same order."""
    timexes: list[Timex] = doc._.timexes
    if not timexes:
        return []
    told = Told(source_of(doc).document.date, tree_of(doc), [(found.start, found.end) for found in doc._.demands], doc._.referents)
    return [_event(doc, timex, told) for timex in timexes]


def _event(doc: Doc, timex: Timex, told: Told) -> DatedEvent:
    span = doc[timex.start : timex.end]
    opening = dateline(span)
    if opening is not None:
        return DatedEvent(start=opening[0], end=opening[1], type="other", modality="past", actors=[])
    noun = deed(span)
    found = _asked(span, timex, told) if noun is None else noun
    if found is None:
        found = _governor(span)
    if found is None or (noun is None and _elsewhere(found, span)):
        return _alone(span, timex, told)
    verbal = found != noun and (tense.is_predicate(found) or opens(found) or found == _said(span))
    return _of_verb(found, span, timex, told) if verbal else _of_noun(found, span, timex, told)


def _of_noun(noun: Token, span: Span, timex: Timex, told: Told) -> DatedEvent:
    start, end = phrase(noun, span)
    open_ = not _is_past(timex, told) or _cue(span) in DEADLINES
    said = _by_date(of_noun(noun, told.demanded, open_=open_), span, timex, told)
    actors = takers.names(takers.of_noun(noun), told.referents)
    return DatedEvent(start=start, end=end, type=noun_type(noun) or "other", modality=said, actors=actors)


def _of_verb(verb: Token, span: Span, timex: Timex, told: Told) -> DatedEvent:
    start, end = clause(whole(verb), span, told.tree) if verb.dep_ != "amod" else without_dateline(span)
    speaker = takers.spoken_by(verb, told.referents)
    start = start if speaker is None else min(start, speaker)
    said = "negated" if called_off(verb, span.start) else _by_date(modality(verb, told.demanded, _cue(span)), span, timex, told)
    actors = takers.of_clause(verb, told.referents, opened(span.doc, span.sent.start, span.sent.end))
    return DatedEvent(start=start, end=end, type=kind_of(verb, children(verb), span), modality=said, actors=actors)


def _alone(span: Span, timex: Timex, told: Told) -> DatedEvent:
    """The event of an expression without a clause: a heading's, a table's."""
    start, end = trimmed(span.doc[slice(*piece(span))], span)
    return DatedEvent(
        start=start, end=end, type=kind_alone(span, span.doc[start:end]), modality=_by_date("past", span, timex, told), actors=[]
    )


def _asked(span: Span, timex: Timex, told: Told) -> Token | None:
    """The head of the demand that the expression stands in as its deadline, whatever the tree hangs it on."""
    if _is_past(timex, told) and _cue(span) not in DEADLINES:
        return None
    range_ = next(((start, end) for start, end in told.demanded if start < span.start < end), None)
    if range_ is None:
        return None
    verb = tense.governor(span)
    return span.doc[slice(*range_)].root if verb is None or not range_[0] <= verb.i < range_[1] else None


def _elsewhere(verb: Token, span: Span) -> bool:
    """Whether a verb stands outside the brackets or semicolons that the expression stands in with an event of its own."""
    start, end = piece(span)
    return not start <= verb.i < end and kind_alone(span, span.doc[start:end]) != "other"


def _governor(span: Span) -> Token | None:
    """The verb that the expression dates: also behind a colon, in "it was in May that", and one that the tagger takes for a noun."""
    verb = _participle(span) or _said(span) or tense.governor(span)
    if verb is not None and not span.start <= verb.i < span.end:
        return verb
    after = next((child for child in span.root.children if child.i >= span.end and tense.is_predicate(child)), None)
    opening = span.sent.root
    return after or verb or (opening if opens(opening) else None)


def _participle(span: Span) -> Token | None:
    """The participle right before the expression, or before its preposition: "last seen on 4 May"."""
    at = span.start - 1
    if at > span.sent.start and span.doc[at].lower_ in ("on", "in", "at", "since"):
        at -= 1
    found = span.doc[max(at, 0)]
    return found if span.sent.start <= at and found.tag_ == "VBN" and tense.is_predicate(found) else None


def _said(span: Span) -> Token | None:
    """The past verb right after the expression, which the tree may take for another word's: "experts today voiced alarm"."""
    found = span.doc[span.end] if span.end < span.sent.end else None
    told = found is not None and found.dep_ == "amod" and found.tag_ in ("VBD", "VBN") and verb_type(found) == "statement"
    return found if told else None


def _cue(span: Span) -> str:
    """The word before the expression."""
    doc, start = span.doc, span.start
    return doc[start].lower_ if doc[start].lower_ in DEADLINES else doc[start - 1].lower_ if start > 0 else ""


def _is_past(timex: Timex, told: Told) -> bool:
    return bool(timex.latest and told.date and timex.latest < told.date)


def _by_date(said: Modality, span: Span, timex: Timex, told: Told) -> Modality:
    """A day after the document's is planned, whatever the tense; one before it is no day that something is asked for."""
    if said == "demanded" and _is_past(timex, told) and _cue(span) not in DEADLINES:
        return "past"
    return "planned" if said == "past" and timex.earliest and timex.earliest > (told.date or timex.earliest) else said
