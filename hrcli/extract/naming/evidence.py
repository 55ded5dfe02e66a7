"""What kind of thing an unknown name names: the language model's votes, and what stands around and inside the name."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Doc, Token

from hrcli.extract.findings import Mention
from hrcli.extract.naming import titles
from hrcli.extract.naming.candidates import UNSURE, Candidate
from hrcli.extract.naming.cluster import DROPPED, initials, key, one_letter_apart
from hrcli.extract.naming.gazetteer import lookup, plain
from hrcli.extract.naming.vocabulary import genders, honorifics, personal, roles, words
from hrcli.records import EntityType

OPEN = frozenset(("person", "organization", "place"))
DATELINE = frozenset((":", "—", "–", "-", "("))
OPENING = 80
STAFF = frozenset(
    ("correspondent", "reporter", "spokesperson", "spokesman", "spokeswoman", "editor", "columnist", "presenter", "coordinator")
)
"""Whom organisations have before a name: "Harbour Times correspondent Ada Brook"."""
MEMBERSHIP = frozenset(("member", "members", "editor", "editors", "editor-in-chief", "correspondent", "reporter", "reporters", "founder"))
GUESSES = 3.0
"""What the model's guesses at one name weigh together at most."""
PROPERTY = frozenset(("office", "offices", "website", "newsroom", "editor", "editors", "staff", "reporters", "journalists", "headquarters"))
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
    for c, kind in _listed(doc, found):
        votes[_key(doc, c)][kind] += 1.5
    times = Counter(_key(doc, c) for c in found if _open(c))
    for c in found:
        if _open(c):
            votes[_key(doc, c)][c.type] += min(1.0, GUESSES / times[_key(doc, c)])
            for kind, weight in (*_inside(doc, c), *_around(doc, c)):
                votes[_key(doc, c)][kind] += weight
    kinds = {name: max(tally, key=lambda kind: tally[kind]) for name, tally in votes.items()}
    kinds |= _of_persons(doc, found, kinds) | _of_bodies(doc, found)
    return [replace(c, type=kinds[_key(doc, c)]) if _open(c) else c for c in found]


def _listed(doc: Doc, found: list[Candidate]) -> Iterator[tuple[Candidate, EntityType]]:
    """Unknown names in a list with known places or organisations: "Lima, Ayabaca and Cusco" are of one type."""
    runs: list[list[Candidate]] = [[]]
    for c in found:
        if runs[-1] and not _next_in_list(doc, runs[-1][-1].end, c.start):
            runs.append([])
        runs[-1].append(c)
    for run in runs:
        kinds = {c.type for c in run if c.known and c.known.kind in ("state", "capital", "region", "organization")}
        if len(run) > 2 and len(kinds) == 1:
            yield from ((c, kind) for kind in kinds for c in run if _open(c))


def _next_in_list(doc: Doc, end: int, start: int) -> bool:
    """Whether nothing but a comma, or "and", stands between two names."""
    between = [t.lower_ for t in doc[end:start] if not t.is_space and t.lower_ != "the"]
    return between in ([","], ["and"], [",", "and"], ["or"], ["&"])


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
    single = {_key(doc, c) for c in found if _open(c) and " " not in doc[c.start : c.end].text}
    return {name: "person" for name in single if name in edges or (len(name) > 5 and any(_misspelt(name, edge) for edge in edges))}


def _of_bodies(doc: Doc, found: list[Candidate]) -> dict[str, EntityType]:
    """Single words before the one head word of an organisation's name are that organisation's: "Kalinga" of the "Kalinga Network"."""
    single = {_key(doc, c) for c in found if _open(c) and c.end - c.start == 1}
    full = [c for c in found if c.type == "organization" and c.known is None and c.end - c.start == 2 and doc[c.end - 1].text in DROPPED]
    return {key(doc[c.start].text): "organization" for c in full if key(doc[c.start].text) in single}


def _misspelt(name: str, edge: str) -> bool:
    return name[0] == edge[0] and len(edge) > 5 and one_letter_apart(name, edge)


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
    if len(tokens) > 1 and any(_abbreviates(t) for t in tokens) and not all(t.text.isupper() for t in tokens):
        votes.append(("organization", 1.2))
    if len(tokens) == 1 and first in personal():
        votes.append(("person", 0.7))
    if (
        any(t.text[1:].lower() != t.text[1:] and not t.text.isupper() and "-" not in t.text for t in tokens)
        or ".org" in last
        or ".com" in last
    ):
        votes.append(("organization", 1.2))
    return votes


def _abbreviates(token: Token) -> bool:
    """Whether a word is written in capitals as its only form: no surname, no word that the text also writes small."""
    title = token.text.title()
    return token.text.isupper() and len(token) > 2 and title not in personal() and not any(t.text == title for t in token.doc)


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
    if c.start > 1:
        yield from _behind_role(doc, c)


def _behind_role(doc: Doc, c: Candidate) -> Iterator[tuple[EntityType, float]]:
    """ "A witness, X" is a person; "officer at X", "editor of X", "member of X" an organisation."""
    before, role = doc[c.start - 1].lower_, doc[c.start - 2].lower_
    if before == "," and role in roles() and c.start > 2 and doc[c.start - 3].lower_ in ("a", "an", "the", "his", "her", "its", "their"):
        yield "person", 1.5
    if before in ("at", "with", "for") and role in roles():
        yield "organization", 2.0
    if before in ("of", "from") and role in MEMBERSHIP:
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
    if c.end < len(doc) and doc[c.end].lower_ in STAFF:
        yield "organization", 1.5
    if kind := _called(doc, c.end):
        yield kind, 2.5
    if c.end < len(doc) and doc[c.end].lower_ in words().place_nouns:
        yield "place", 2.0


def _called(doc: Doc, end: int) -> EntityType | None:
    """What an apposition calls the name: "X, a human rights group", "Y, a town in the north"."""
    if end + 2 >= len(doc) or doc[end].text != "," or doc[end + 1].lower_ not in ("a", "an", "the"):
        return None
    for token, follower in zip(doc[end + 2 : end + 9], doc[end + 3 : end + 10], strict=False):
        if token.pos_ == "NOUN" and follower.pos_ != "NOUN" and follower.text != "-":
            return "organization" if token.lower_ in words().media_nouns else "place" if token.lower_ in words().place_nouns else None
        if token.pos_ not in ("NOUN", "ADJ", "PROPN", "ADV") and token.text != "-":
            return None
    return None


def _above(root: Token) -> Iterator[tuple[EntityType, float]]:
    """People have wives and trials, and speak."""
    if root.dep_ == "nmod:poss" and root.head.lemma_.lower() in words().human:
        yield "person", 1.0
    if root.dep_ == "nmod:poss" and root.head.lower_ in PROPERTY:
        yield "organization", 1.0
    if root.dep_ == "nsubj" and root.head.lemma_ in SAYING:
        yield "person", 0.5
        yield "organization", 0.4


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
