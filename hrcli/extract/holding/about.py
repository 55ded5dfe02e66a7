"""The sentences that go on about somebody without naming them: the fragments of an entry, "The judge sent him back"."""

from __future__ import annotations

from hrcli.extract.findings import Actor
from hrcli.extract.holding.accounts import Account
from hrcli.extract.holding.custodywords import lexicon
from hrcli.extract.holding.reading import FINITE, Reading
from hrcli.extract.holding.whom import group, topic

BULLETS = {"-", "•", "*", "–", "·"}
ANAPHORS = {"he", "she", "him", "her", "his", "hers"}
DEFINITE = {"charge", "charges", "indictment", "sentence", "term", "verdict", "conviction", "prosecutor", "prosecution", "judge", "court"}
SEVERAL = {
    "they",
    "them",
    "their",
    "both",
    "others",
    "another",
    "other",
    "dozens",
    "hundreds",
    "thousands",
    "many",
    "several",
    "some",
    "scores",
}
BEHIND = 2
Span = tuple[int, int]


def sentences(reading: Reading, actor: Actor | None, told: list[Account]) -> list[Span]:
    """The sentences that tell of a case or name its person, with those behind them that go on about nobody else."""
    own = {account.sentence for account in told} | reading.sentences_on(actor)
    if actor is None:
        return sorted(own)
    more = {after for span in own for after in _going_on(reading, actor, span, own)}
    return sorted(own | more)


def _going_on(reading: Reading, actor: Actor, span: Span, own: set[Span]) -> list[Span]:
    """The sentences of a paragraph behind one on a person alone, as long as they can only be about that person."""
    _, end = reading.paragraph(span[0])
    listed = _is_entry(reading, actor, span[0])
    if not listed and not _speaks_of_one(reading, actor, *span):
        return []
    found: list[Span] = []
    at = span[1]
    while at < end and (listed or len(found) < BEHIND):
        after = reading.sentence(at)
        if after not in own:
            if _continues(reading, actor, *after, listed=listed):
                found.append(after)
            elif not listed:
                break
        elif not listed:
            break
        at = after[1]
    return found


def _speaks_of_one(reading: Reading, actor: Actor, low: int, high: int) -> bool:
    """Whether a sentence means the person and nobody else."""
    return {id(person) for at, person in _people(reading, low, high)} <= {id(actor)}


def _people(reading: Reading, low: int, high: int) -> list[tuple[int, Actor]]:
    known = [(at, reading.people[at]) for at in range(low, high) if at in reading.people]
    return known + [(name[0], name[2]) for name in reading.named_in(low, high)]


def _is_entry(reading: Reading, actor: Actor, word: int) -> bool:
    """Whether the paragraph of a word is the entry of a list on the person: numbered, or begun without a verb."""
    start, _ = reading.paragraph(word)
    head = next(iter(topic(reading, reading.sentence(start)[1] - 1)), None)
    if head is None or head.actor is not actor or not start <= head.start:
        return False
    marked = reading.words[start].rstrip(".)").isdigit() or reading.words[start] in BULLETS
    return marked or not _has_verb(reading, head.end, reading.sentence(start)[1])


def _has_verb(reading: Reading, low: int, high: int) -> bool:
    return any(reading.tokens[at].tag_ in FINITE for at in range(low, high))


def _continues(reading: Reading, actor: Actor, low: int, high: int, *, listed: bool) -> bool:
    """Whether a sentence is about the person last told of: it means nobody else and, unless it is of a list, points back."""
    words = reading.words[low:high]
    if not _speaks_of_one(reading, actor, low, high) or SEVERAL & set(words) or any(group(reading, at, high) for at in range(low, high)):
        return False
    if listed:
        return True
    definite = any(words[i] == "the" and words[i + 1] in DEFINITE | _jobs() for i in range(len(words) - 1))
    return bool(ANAPHORS & set(words)) or definite


def _jobs() -> frozenset[str]:
    return lexicon().words.occupations
