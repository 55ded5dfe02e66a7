"""What kind of thing an unknown name names: the language model's votes, and what stands around and inside the name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Doc, Token

from hrcli.extract import titles
from hrcli.extract.candidates import UNSURE, Candidate
from hrcli.extract.cluster import initials, key
from hrcli.extract.findings import Mention
from hrcli.extract.gazetteer import lookup, plain
from hrcli.extract.vocabulary import genders, honorifics, personal, words
from hrcli.records import EntityType

OPEN = frozenset(("person", "organization", "place"))
DATELINE = frozenset((":", "—", "–", "-", "("))
OPENING = 80
SAYING = frozenset(("say", "tell", "add", "write", "explain", "recall", "tweet"))


def retype(doc: Doc, candidates: Iterable[Candidate]) -> list[Candidate]:
    """The candidates with one type for each unknown name: the one with the most votes over all its mentions."""
    found = list(candidates)
    votes: dict[str, dict[EntityType, float]] = defaultdict(lambda: defaultdict(float))
    for before, c, after in zip(found, found[1:], found[2:], strict=False):
        if (
            _open(c)
            and before.type == after.type == "person"
            and doc[before.end].text == doc[c.end].text == ","
            and before.end == c.start - 1
        ):
            votes[_key(doc, c)]["person"] += 1.5
    for c in found:
        if _open(c):
            for kind, weight in _weigh(doc, c):
                votes[_key(doc, c)][kind] += weight
    kinds = {name: max(tally, key=lambda kind: tally[kind]) for name, tally in votes.items()}
    kinds |= _of_persons(doc, found, kinds)
    return [replace(c, type=kinds[_key(doc, c)]) if _open(c) else c for c in found]


def abbreviations(mentions: list[Mention]) -> None:
    """Give an abbreviation the type of the name that it abbreviates in this text; in place."""
    table: dict[str, EntityType] = {}
    for m in mentions:
        if " " in m.name and m.type != "person":
            table |= dict.fromkeys([key(short) for short in (*initials(m.name), *m.aliases)], m.type)
    for m in mentions:
        if m.name.isupper() and m.name.isalpha() and 1 < len(m.name) < 8 and key(m.name) in table and not lookup().get(plain(m.name)):
            m.type = table[key(m.name)]


def _open(candidate: Candidate) -> bool:
    return candidate.known is None and candidate.rank == UNSURE and candidate.type in OPEN


def _key(doc: Doc, candidate: Candidate) -> str:
    return key(doc[candidate.start : candidate.end].text)


def _of_persons(doc: Doc, found: list[Candidate], kinds: dict[str, EntityType]) -> dict[str, EntityType]:
    """Single words that a full name of a person in the text begins or ends with are that person's."""
    edges = set()
    for c in found:
        parts = doc[c.start : c.end].text.split()
        if _open(c) and kinds[_key(doc, c)] == "person" and len(parts) > 1:
            edges |= {key(parts[0]), key(parts[-1])}
    return {_key(doc, c): "person" for c in found if _open(c) and " " not in doc[c.start : c.end].text and _key(doc, c) in edges}


def _weigh(doc: Doc, c: Candidate) -> list[tuple[EntityType, float]]:
    return [(c.type, 1.0), *_inside(doc, c), *_around(doc, c)]


def _inside(doc: Doc, c: Candidate) -> list[tuple[EntityType, float]]:
    """Forenames and surnames speak for a person; a word in capitals or with a capital inside for an organisation."""
    tokens = list(doc[c.start : c.end])
    first, last = tokens[0].text, tokens[-1].text
    votes: list[tuple[EntityType, float]] = []
    if len(tokens) > 1 and (first in genders() or last in genders()):
        votes.append(("person", 2.0))
    if len(tokens) > 1 and (first in personal() or last in personal()):
        votes.append(("person", 1.5))
    if len(tokens) == 1 and first.isupper() and len(first) > 2:
        votes.append(("organization", 1.5))
    if len(tokens) > 1 and any(t.text.isupper() and len(t) > 2 for t in tokens) and not all(t.text.isupper() for t in tokens):
        votes.append(("organization", 1.0))
    if len(tokens) == 1 and first in personal():
        votes.append(("person", 0.7))
    if (
        any(t.text[1:].lower() != t.text[1:] and not t.text.isupper() and "-" not in t.text for t in tokens)
        or ".org" in last
        or ".com" in last
    ):
        votes.append(("organization", 1.2))
    return votes


def _around(doc: Doc, c: Candidate) -> list[tuple[EntityType, float]]:
    return [*_before(doc, c), *_behind(doc, c), *_above(doc[c.start : c.end].root)]


def _before(doc: Doc, c: Candidate) -> Iterator[tuple[EntityType, float]]:
    """A title, "in", "the", "town of", "newspaper" right before the name."""
    if c.start == 0:
        return
    before = doc[c.start - 1]
    if before.text in honorifics() or titles.before(doc, c.start):
        yield "person", 2.0
    if before.lower_ == "in":
        yield "place", 1.5
    if before.lower_ == "the":
        yield "organization", 0.7
    if before.lower_ == "of" and c.start > 1 and doc[c.start - 2].lower_ in words().place_nouns:
        yield "place", 2.0
    if before.lower_ in words().media_nouns:
        yield "organization", 2.0


def _behind(doc: Doc, c: Candidate) -> Iterator[tuple[EntityType, float]]:
    """A role, an age, "news agency", "province" behind the name; the mark of a dateline."""
    if titles.after(doc, c.end).role:
        yield "person", 1.5
    if _aged(doc, c.end):
        yield "person", 2.0
    if _dateline(doc, c):
        yield "place", 2.5
    if any(t.pos_ == "NOUN" and t.lower_ in words().media_nouns for t in doc[c.end : c.end + 2]):
        yield "organization", 2.0
    if c.end < len(doc) and doc[c.end].lower_ in words().place_nouns:
        yield "place", 2.0


def _above(root: Token) -> Iterator[tuple[EntityType, float]]:
    """People have wives and trials, and speak."""
    if root.dep_ == "nmod:poss" and root.head.lemma_.lower() in words().human:
        yield "person", 1.0
    if root.dep_ == "nsubj" and root.head.lemma_ in SAYING:
        yield "person", 0.4


def _dateline(doc: Doc, c: Candidate) -> bool:
    """Whether the name opens a report: "NAIROBI - ", "Nairobi: ", "NAIROBI, Sept 12"."""
    if c.start >= OPENING or not doc[c.start].is_sent_start or c.end + 1 >= len(doc):
        return False
    month = doc[c.end + 1].text.rstrip(".")
    dated = doc[c.end].text == "," and len(month) > 2 and any(name.startswith(month) for name in words().calendar)
    return doc[c.end].text in DATELINE or dated


def _aged(doc: Doc, end: int) -> bool:
    """Whether an age follows: ", 34," or "(34)"."""
    return (
        end + 2 < len(doc)
        and doc[end].text in (",", "(")
        and doc[end + 1].text.isdigit()
        and len(doc[end + 1]) == 2
        and doc[end + 2].text in (",", ")", ".", ";")
    )
