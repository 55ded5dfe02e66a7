"""Who takes part in a dated event: those who do it or to whom it is done."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from spacy.tokens import Token

from hrcli.extract.dating import tense
from hrcli.extract.dating.tense import Hanging
from hrcli.extract.findings import Actor
from hrcli.extract.telling.clauses import children, leans
from hrcli.extract.telling.eventwords import event_words, noun_type, verb_type

PARTIES = ("nsubj", "nsubj:pass", "nsubj:outer", "obj", "iobj", "obl:agent")
ALSO = ("today", "yesterday", "also", "later")
DIRECT = ("nsubj", "nsubj:pass", "nsubj:outer", "obj")
BY_WAY_OF = ("with", "against", "to", "by")
OWNERS = ("of", "against", "for", "with", "by", "between")
ACTING = ("person", "organization", "public_body", "intergovernmental", "group")
RELATIVE = ("WP", "WDT")
TELLING = ("acl:relcl", "relcl", "acl")
MODIFYING = ("det", "amod", "compound", "flat", "nmod:desc", "nummod")
CLIMBED = ("nmod", "appos", "flat", "compound", "nmod:poss")


def of_clause(verb: Token, referents: Mapping[int, Actor], opening: int) -> list[str]:
    """The names of the parties to a verb's event; what stands before `opening`, in a dateline, is none."""
    places = {at for at in of_verb(verb, referents) if at >= opening and not _owns(at, verb, referents)}
    if verb.dep_ in TELLING and _tells_of_person(verb):
        places = {at for at in places if at != verb.head.i} | _person_before(verb, referents)
    speaker = spoken_by(verb, referents) if verb_type(verb) == "statement" or not names(iter(places), referents) else None
    if speaker is not None:
        places = {speaker} | {at for at in places if at > verb.i}
    return names(iter(places), referents)


def _owns(at: int, verb: Token, referents: Mapping[int, Actor]) -> bool:
    """Whether a seeming subject or object stands behind a preposition or with "'s", and so only tells of another."""
    token = verb.doc[at]
    if at not in referents or token.dep_ not in DIRECT or token.head.i != verb.i:
        return False
    first, last = _mention(at, referents)
    before = first - 1
    while before > verb.sent.start and verb.doc[before].dep_ in MODIFYING and first <= verb.doc[before].head.i <= last:
        before -= 1
    owner = last + 1 < len(verb.doc) and verb.doc[last + 1].tag_ == "POS"
    return owner or (before >= verb.sent.start and verb.doc[before].tag_ == "IN" and verb.doc[before].dep_ == "case")


def _mention(at: int, referents: Mapping[int, Actor]) -> tuple[int, int]:
    """The first and last word of the name at a place."""
    first = last = at
    while referents.get(first - 1) is referents[at]:
        first -= 1
    while referents.get(last + 1) is referents[at]:
        last += 1
    return first, last


def _tells_of_person(verb: Token) -> bool:
    """Whether a clause that tells of a noun tells of a person: "who was tried", "..., sentenced in May"."""
    return any(child.lower_ == "who" for child in verb.children) or (
        verb.dep_ == "acl" and verb.tag_ == "VBN" and verb_type(verb) in event_words().done
    )


def _person_before(verb: Token, referents: Mapping[int, Actor]) -> set[int]:
    """Where the person is named of whom "who" tells: right before it, or in what it hangs on."""
    who = next((child for child in verb.children if child.lower_ == "who"), verb)
    near = who.i - 1 if who.i > 0 and not who.nbor(-1).is_punct else who.i - 2
    if near >= 0 and near in referents and referents[near].type == "person":
        return {near}
    token = verb.head
    while token.dep_ in CLIMBED and not (token.i in referents and referents[token.i].type == "person"):
        token = token.head
    return {at for at in _with_conjuncts(token) if at in referents and referents[at].type in ("person", "group")}


def spoken_by(verb: Token, referents: Mapping[int, Actor]) -> int | None:
    """The name that stands alone before a past verb or its auxiliary: ", Freedom Watch said", "her brother, Tom Lopez, was held"."""
    at = min([verb.i, *(child.i for child in verb.children if child.dep_ in tense.AUXILIARIES)]) - 1
    if verb.tag_ != "VBD" and at + 1 == verb.i:
        return None
    if verb.doc[at].lower_ in ALSO:
        at -= 1
    if at > 0 and verb.doc[at].text in (",", "–", "—"):
        at -= 1
    while at > verb.sent.start and verb.doc[at].text == ")":
        at = next((i for i in range(at, verb.sent.start, -1) if verb.doc[i].text == "("), 1) - 1
    if at not in referents:
        return None
    first, _ = _mention(at, referents)
    return first if first == verb.sent.start or verb.doc[first - 1].is_punct else None


def names(places: Iterator[int], referents: Mapping[int, Actor]) -> list[str]:
    """The names of the actors who are meant at these places, once each, in text order."""
    found = (referents[at] for at in sorted(set(places)) if at in referents)
    return list(dict.fromkeys(actor.name for actor in found if actor.type in ACTING))


def of_verb(verb: Token, referents: Mapping[int, Actor]) -> Iterator[int]:
    """Where the parties to a verb's event stand, in its own clause or in the one that it shares its subject with."""
    hanging = children(verb)
    for child, dep in hanging:
        if dep in PARTIES or (dep == "obl" and _case(child) in BY_WAY_OF):
            yield from _with_conjuncts(child)
            if child.i not in referents:
                yield from (below.i for below in child.children if below.dep_ in ("appos", "list"))
            yield from of_noun(child)
    if verb.dep_ in TELLING and _takes_head(verb, hanging):
        yield from _with_conjuncts(verb.head)
    elif not any(dep.startswith("nsubj") for _, dep in hanging):
        yield from _shared(verb)


def of_noun(noun: Token) -> Iterator[int]:
    """Where the parties to a noun's event stand: "the trial of Ann", "his arrest", "charges against her"."""
    if noun_type(noun) is None:
        return
    for child in noun.children:
        if child.dep_ in ("nmod:poss", "compound") or (child.dep_.startswith("nmod") and _case(child) in OWNERS):
            yield from _with_conjuncts(child)


def _with_conjuncts(token: Token) -> Iterator[int]:
    yield token.i
    yield from (other.i for other in token.conjuncts if other.i > token.i)


def _case(token: Token) -> str | None:
    return next((child.lower_ for child in token.children if child.dep_ == "case"), None)


def _takes_head(verb: Token, hanging: Hanging) -> bool:
    """Whether the noun that a clause tells of is a party to it: not in "whose brother was killed", "where he died"."""
    if verb.dep_ == "acl":
        return True
    if any(child.tag_ in RELATIVE and dep in PARTIES for child, dep in hanging):
        return True
    asked = any(token.tag_ in ("WP$", "WRB", *RELATIVE) for token in verb.doc[verb.left_edge.i : verb.i])
    return not asked and not any(dep == "obj" for _, dep in hanging)


def _shared(verb: Token) -> Iterator[int]:
    """Where the parties stand that a verb without a subject shares with the verb above: its subject, for a bare verb its object too."""
    head = verb.head
    if head.i == verb.i or not tense.is_predicate(head):
        return
    leaning = verb.dep_ in ("xcomp", "csubj") or leans(verb)
    if not leaning and verb.dep_ not in ("conj", "advcl"):
        return
    hanging = children(head)
    wanted = PARTIES if leaning else PARTIES[:3]
    yield from (at for child, dep in hanging if dep in wanted for at in (*_with_conjuncts(child), *of_noun(child)))
    if head.dep_ in TELLING and _takes_head(head, hanging):
        yield from _with_conjuncts(head.head)
    elif not any(dep.startswith("nsubj") for _, dep in hanging):
        yield from _shared(head)
