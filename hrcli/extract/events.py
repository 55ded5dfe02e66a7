"""What each temporal expression dates: the clause it stands in, the kind of event, its modality, who takes part."""

from __future__ import annotations

from functools import cache

import msgspec
from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from hrcli import lexicon
from hrcli.extract.dating import tense
from hrcli.extract.dating.timewords import words
from hrcli.extract.findings import DatedEvent, Timex, source_of
from hrcli.lexicon import Entry
from hrcli.records import EventType, Modality

OTHER_CLAUSES = ("advcl", "acl", "acl:relcl", "relcl", "parataxis", "conj", "ccomp", "list")
PARTIES = ("nsubj", "nsubj:pass", "obj", "iobj", "obl:agent")
NOMINAL = ("NOUN", "PROPN", "NUM", "PRON", "ADJ", "SYM")


class Kind(Entry):
    """The lemmas that tell of one type of event."""

    type: EventType
    verbs: list[str]
    nouns: list[str]
    examples: list[str]


class EventWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole of lexicon/events.toml."""

    light: list[str]
    deeds: list[EventType]
    types: list[Kind]


@Language.component("hrcli_events", requires=["doc._.timexes", "doc._.referents", "doc._.demands"], assigns=["doc._.dated"])
def events(doc: Doc) -> Doc:
    """Set doc._.dated."""
    doc._.dated = find(doc)
    return doc


def find(doc: Doc) -> list[DatedEvent]:
    """The event of each of doc._.timexes, in the same order."""
    return [_event(doc, timex) for timex in doc._.timexes]


@cache
def event_words() -> EventWords:
    """The vocabulary, read once."""
    loaded: EventWords = lexicon.load("events", EventWords)
    return loaded


def tells_of_deed(span: Span) -> bool:
    """Whether the span hangs on a noun for something done to somebody: "the murder in October", "his arrest last May"."""
    return any(_noun_type(noun) in event_words().deeds for noun in _nouns_above(span))


def _event(doc: Doc, timex: Timex) -> DatedEvent:
    span = doc[timex.start : timex.end]
    noun = _deed(span)
    verb = None if noun is not None else tense.governor(span)
    start, end = _phrase(noun, span) if noun is not None else _clause(verb, span) if verb is not None else _trimmed(span.sent, span)
    modality = _modality(doc, verb)
    if modality == "past" and timex.earliest and timex.earliest > (source_of(doc).document.date or timex.earliest):
        modality = "planned"
    actors = _actors(doc, verb) if verb is not None else []
    return DatedEvent(start=start, end=end, type=_type(verb, span), modality=modality, actors=actors)


def _deed(span: Span) -> Token | None:
    """The noun for an event that the expression itself is part of: "the 1989 massacre", "last December's release of the charter"."""
    head = span.root.head
    linked = span.root.dep_ in ("compound", "nmod:poss", "nummod", "amod") and head.i >= span.end
    return head if linked and _noun_type(head) is not None else None


def _phrase(noun: Token, span: Span) -> tuple[int, int]:
    """The noun with what stands before it and with what "of" adds."""
    after = [token.i for child in noun.children if child.dep_ == "nmod" and child.i > noun.i for token in child.subtree]
    return _trimmed(noun.doc[noun.left_edge.i : max([noun.i, *after]) + 1], span)


def _clause(verb: Token, span: Span) -> tuple[int, int]:
    """The words of the verb's clause without the other clauses that hang on it, wherever those do not hold the expression."""
    inside = {verb.i, *range(span.start, span.end)}
    for child in verb.children:
        subtree = [token.i for token in child.subtree]
        if child.dep_ not in OTHER_CLAUSES or span.start in subtree:
            inside.update(subtree)
    start, end = min(verb.i, span.start), max(verb.i + 1, span.end)
    while start - 1 in inside and start > verb.sent.start:
        start -= 1
    while end in inside and end < verb.sent.end:
        end += 1
    return _trimmed(verb.doc[start:end], span)


def _trimmed(words_: Span, span: Span) -> tuple[int, int]:
    """A stretch without punctuation, white space and conjunctions at its edges, never losing the expression itself."""
    start, end = min(words_.start, span.start), max(words_.end, span.end)
    doc = span.doc
    while start < span.start and (doc[start].is_punct or doc[start].is_space or doc[start].dep_ in ("cc", "mark", "punct")):
        start += 1
    while end > span.end and (doc[end - 1].is_punct or doc[end - 1].is_space):
        end -= 1
    return start, end


def _type(verb: Token | None, span: Span) -> EventType:
    """The type that the nearest word tells: the noun that the date hangs on, the verb, or (for a light verb) its object."""
    near = [*map(_noun_type, _nouns_above(span))]
    if verb is None:
        return _first([*near, *map(_noun_type, span.sent)])
    light = tense.among(verb, event_words().light)
    held = ("obj", "nsubj:pass", "xcomp", "obl") if light else ("obj", "nsubj:pass", "xcomp")
    objects = [_noun_type(child) for child in verb.children if child.dep_ in held]
    own = [_verb_type(verb), *(_verb_type(child) for child in verb.children if child.dep_ == "xcomp")]
    subjects = [_noun_type(child) for child in verb.children if child.dep_.startswith("nsubj")]
    return _first([*near, *(objects + own if light else own + objects), *subjects])


def _first(types: list[EventType | None]) -> EventType:
    return next((found for found in types if found is not None), "other")


def _nouns_above(span: Span) -> list[Token]:
    """The nouns that the expression hangs on, from the nearest up to its clause's predicate."""
    out: list[Token] = []
    for token in span:
        while token.head != token and token.head.pos_ in NOMINAL and not tense.is_predicate(token.head):
            token = token.head
            if not span.start <= token.i < span.end and token not in out:
                out.append(token)
    return out


def _noun_type(token: Token) -> EventType | None:
    if token.pos_ != "NOUN" and not (token.pos_ == "PROPN" and token.lower_ not in words().months):
        return None
    return next((kind.type for kind in event_words().types if tense.among(token, kind.nouns)), None)


def _verb_type(token: Token) -> EventType | None:
    if token.pos_ not in ("VERB", "AUX"):
        return None
    return next((kind.type for kind in event_words().types if tense.among(token, kind.verbs)), None)


def _modality(doc: Doc, verb: Token | None) -> Modality:
    if verb is None:
        return "past"
    if any(child.dep_ == "neg" or child.morph.get("Polarity", []) == ["Neg"] for child in verb.children):
        return "negated"
    if any(found.start <= verb.i < found.end for found in doc._.demands) and not _told(verb):
        return "demanded"
    auxiliaries = {child.lower_ for child in verb.children if child.dep_ in tense.AUXILIARIES}
    if auxiliaries & {"could", "might", "may"} or any(
        child.dep_ == "mark" and child.lower_ in ("if", "unless", "whether") for child in verb.children
    ):
        return "hypothetical"
    if auxiliaries & {"should", "must", "ought"} or _called_for(verb):
        return "demanded"
    return "planned" if tense.clause_view(verb) == "future" else "past"


def _told(verb: Token) -> bool:
    """Whether a verb only tells of somebody or something: "release the poet jailed in 2010", "the law that was passed"."""
    return (
        verb.dep_ in ("acl", "acl:relcl", "relcl", "advcl")
        and tense.clause_view(verb) != "future"
        and verb.tag_ in ("VBN", "VBD", "VBZ", "VBP")
    )


def _called_for(verb: Token) -> bool:
    return verb.dep_ in ("xcomp", "ccomp") and tense.among(verb.head, words().calls)


def _actors(doc: Doc, verb: Token) -> list[str]:
    """The names of those who do it or to whom it is done, once each, in text order."""
    parties = [token for child in verb.children if child.dep_ in PARTIES for token in (child, *child.conjuncts)]
    if verb.dep_ in ("acl:relcl", "relcl", "acl"):
        parties.append(verb.head)
    named = [doc._.referents[token.i].name for token in sorted(parties) if token.i in doc._.referents]
    return list(dict.fromkeys(named))
