"""What kind of thing an unknown name names: the language model's votes, and what stands around and inside the name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from spacy.tokens import Doc, Token

from hrcli.extract import titles
from hrcli.extract.cluster import initials, key
from hrcli.extract.findings import Mention
from hrcli.extract.gazetteer import lookup, plain
from hrcli.extract.patterns import MONTHS, Candidate
from hrcli.extract.vocabulary import genders, honorifics, personal, words
from hrcli.records import EntityType

OPEN = frozenset(("person", "organization", "place"))
HUMAN = frozenset("wife husband mother father brother sister son daughter family lawyer lawyers relatives arrest detention trial release case whereabouts health death supporters sentence girlfriend boyfriend parents colleagues".split())
DATELINE = frozenset((":", "—", "–", "-", "("))
DATED = frozenset(f", {month}" for name in MONTHS for month in (name, name[:3], name[:4]))
SAYING = frozenset(("say", "tell", "add", "write", "explain", "recall", "tweet"))


def retype(doc: Doc, candidates: Iterable[Candidate]) -> list[Candidate]:
    """The candidates with one type for each unknown name: the one with the most votes over all its mentions."""
    found = list(candidates)
    votes: dict[str, dict[EntityType, float]] = defaultdict(lambda: defaultdict(float))
    for before, c, after in zip(found, found[1:], found[2:], strict=False):
        if _open(c) and before.type == after.type == "person" and doc[before.end].text == doc[c.end].text == "," and before.end == c.start - 1:
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
    return candidate.known is None and candidate.rank == 1 and candidate.type in OPEN


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
    if any(t.text[1:].lower() != t.text[1:] and not t.text.isupper() and "-" not in t.text for t in tokens) or ".org" in last or ".com" in last:
        votes.append(("organization", 1.2))
    return votes


def _around(doc: Doc, c: Candidate) -> list[tuple[EntityType, float]]:
    votes: list[tuple[EntityType, float]] = []
    before = doc[c.start - 1] if c.start else None
    root: Token = doc[c.start : c.end].root
    if before is not None and (before.text in honorifics() or titles.before(doc, c.start)):
        votes.append(("person", 2.0))
    if titles.after(doc, c.end).role:
        votes.append(("person", 1.5))
    if before is not None and before.lower_ == "in" and before.head.i in (root.i, before.i):
        votes.append(("place", 1.5))
    nouns = {t.lower_ for t in doc[max(c.start - 1, 0) : c.start]} | {t.lower_ for t in doc[c.end : c.end + 2] if t.pos_ == "NOUN"}
    if nouns & set(words().media_nouns):
        votes.append(("organization", 2.0))
    if c.end < len(doc) and doc[c.end].lower_ in words().place_nouns or before is not None and before.lower_ == "of" and c.start > 1 and doc[c.start - 2].lower_ in words().place_nouns:
        votes.append(("place", 2.0))
    if before is not None and before.lower_ == "the":
        votes.append(("organization", 0.7))
    if c.start < 80 and c.end < len(doc) and doc[c.start].is_sent_start and (doc[c.end].text in DATELINE or doc[c.end : c.end + 2].text.rstrip(". ") in DATED):
        votes.append(("place", 2.5))
    if _aged(doc, c.end):
        votes.append(("person", 2.0))
    if root.dep_ == "nmod:poss" and root.head.lemma_.lower() in HUMAN:
        votes.append(("person", 1.0))
    if root.dep_ == "nsubj" and root.head.lemma_ in SAYING:
        votes.append(("person", 0.4))
    return votes


def _aged(doc: Doc, end: int) -> bool:
    """Whether an age follows: ", 34," or "(34)"."""
    return end + 2 < len(doc) and doc[end].text in (",", "(") and doc[end + 1].text.isdigit() and len(doc[end + 1]) == 2 and doc[end + 2].text in (",", ")", ".", ";")
