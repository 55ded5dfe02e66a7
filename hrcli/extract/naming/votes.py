"""What speaks for one kind or another of thing that an unknown name may name: the words inside it, beside it, above it in the tree."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from spacy.tokens import Token

from hrcli.extract.naming import titles
from hrcli.extract.naming.candidates import Candidate
from hrcli.extract.naming.kin import SHARING
from hrcli.extract.naming.page import Page
from hrcli.extract.naming.vocabulary import genders, heads, honorifics, personal, roles, words
from hrcli.extract.naming.wording import BARE, DETERMINERS, LINKS, POSSESSIVE, closes
from hrcli.records import EntityType

DATELINE = frozenset((":", "—", "–", "-", "("))
DASHES = frozenset((":", "—", "–", "-", "--"))
OPENING = 80
NOUN_BACK = 6
BRACKET = 8
STAFF = frozenset(
    ("correspondent", "reporter", "spokesperson", "spokesman", "spokeswoman", "editor", "columnist", "presenter", "coordinator")
)
"""Whom organisations have before a name: "Harbour Times correspondent Ada Brook"."""
MEMBERSHIP = frozenset(("member", "members", "editor", "editors", "editor-in-chief", "correspondent", "reporter", "reporters", "founder"))
QUOTES = frozenset(("“", "«", '"', "``", "‘"))
FRONTED = frozenset(("Port", "Fort", "Mount", "Lake", "Cape", "Porto", "Puerto", "Ciudad", "Villa", "Kampung", "Tel"))
"""Words that names of towns begin with."""
FOREIGN = frozenset(("Le", "La", "El", "O", "A", "Il", "Die", "Der", "Das", "Les", "Los", "Las", "Al"))
"""Articles of other languages."""
RULING = frozenset(
    ("priest", "mayor", "governor", "bishop", "archbishop", "resident", "native", "headman", "sheriff", "pastor", "councillor")
)
PRESS = frozenset(
    ("editor", "co-editor", "editor-in-chief", "publisher", "reporter", "correspondent", "columnist", "contributor", "journalist")
)
PROPERTY = frozenset(("office", "offices", "website", "newsroom", "editor", "editors", "staff", "reporters", "journalists", "headquarters"))
SAYING = frozenset(("say", "tell", "add", "write", "explain", "recall", "tweet"))
OWNERS = DETERMINERS | POSSESSIVE | {"his", "her", "its", "their"}
HELD = frozenset(
    ("arrested", "seized", "abducted", "born", "held", "detained", "imprisoned", "jailed", "kept", "confined", "incarcerated", "interned")
)
TRUSTING = frozenset(("believe", "believed", "believes", "trust", "confidence", "faith", "interest", "hope", "hopes"))
NAMING = frozenset(("called", "named"))
""" "A monk called Tibor": the noun before tells what the name is of."""
Vote = tuple[EntityType, float]


def inside(page: Page, c: Candidate) -> Iterator[Vote]:
    """Forenames and surnames speak for a person; a word in capitals or with a capital inside for an organisation."""
    parts = page.words[c.start : c.end]
    first, last = parts[0], parts[-1]
    if len(parts) > 1:
        if first in words().foreign or (first in FOREIGN and parts[1] in words().foreign):
            yield "organization", 4.0
        if first.title() in FRONTED and not first.islower():
            yield "place", 3.0
        if last == "United":
            yield "organization", 3.0
        if first in genders() or last in genders():
            yield "person", 2.0
        if first in personal() or last in personal():
            yield "person", 1.5
        if not all(part.isupper() for part in parts) and any(_abbreviates(page, part) for part in parts):
            yield "organization", 1.2
    else:
        if first.isupper() and len(first) > 2 and not (c.start and page.words[c.start - 1] in honorifics()):
            yield "organization", 1.5
        if first in personal():
            yield "person", 0.7
    if any(part[1:] != part[1:].lower() and not part.isupper() and "-" not in part for part in parts) or ".org" in last or ".com" in last:
        yield "organization", 1.2


def _abbreviates(page: Page, word: str) -> bool:
    """Whether a word is written in capitals as its only form: no surname, no word that the text also writes small."""
    return word.isupper() and len(word) > 2 and word.title() not in personal() and word.title() not in page.vocabulary


def around(page: Page, c: Candidate) -> Iterator[Vote]:
    if c.start:
        yield from _before(page, c)
    if c.end < len(page):
        yield from _behind(page, c)
    if _signs(page, c):
        yield "person", 2.5
    yield from _above(page.root(c.start, c.end))


def _signs(page: Page, c: Candidate) -> bool:
    """Whether two words or more fill a line, and the next one begins with the role of whoever signs: "Ada Brook", "Chair of the Union"."""
    if not 1 < c.end - c.start < 5 or c.end + 1 >= len(page) or "\n" not in page.words[c.end] or page.line_before(c.start).strip():
        return False
    below = page.text[page.starts[c.end + 1] :].split("\n", 1)[0].split()[:3]
    return any(word.strip(",").lower() in roles() for word in below) and not any(word in heads() for word in page.words[c.start : c.end])


def _before(page: Page, c: Candidate) -> Iterator[Vote]:
    """A title, "in", "the", "town of", "newspaper" right before the name."""
    before, earlier = page.lower[c.start - 1], page.lower[c.start - 2] if c.start > 1 else ""
    if page.words[c.start - 1] in honorifics() or before in roles():
        yield "person", 2.0
    if before == "in" and earlier not in TRUSTING:
        yield "place", 1.5 if page.words[c.end : c.end + 1] and page.words[c.end] in POSSESSIVE else 2.5
    if before in ("at", "in") and earlier in HELD:
        yield "place", 2.0
    if before in SHARING:
        yield "person", 2.0
    if before in NAMING and (kind := _said_to_be(page, c.start - 1)):
        yield kind, 2.5
    if before == "the":
        yield "organization", 0.7
    if before == "of" and earlier in words().place_nouns:
        yield "place", 2.0
    quoted = before in QUOTES and earlier in words().media_nouns
    if quoted or before in words().media_nouns:
        yield "organization", 4.5 if quoted else 2.0
    if (
        before == ","
        and earlier in roles()
        and c.start > 2
        and (page.lower[c.start - 3] in OWNERS or page.words[c.end : c.end + 1] == [","])
    ):
        yield "person", 1.5
    if before == "," and earlier in PRESS and c.start > 2 and page.words[c.start - 3] in BARE and closes(page, c.end):
        yield "organization", 3.5
    elif before == "," and earlier in roles() and _ends_line(page, c):
        yield "place", 1.5
    if before in LINKS:
        yield from _linked(before, earlier)


def _linked(link: str, earlier: str) -> Iterator[Vote]:
    """A role and "of", "at", "with" right before the name."""
    if link not in ("of", "from") and earlier in roles():
        yield "organization", 2.0
    if link in ("of", "from") and earlier in MEMBERSHIP:
        yield "organization", 2.0
    if earlier in PRESS:
        yield "organization", 3.0
    if link == "of" and earlier in RULING:
        yield "place", 2.5


def _said_to_be(page: Page, at: int) -> EntityType | None:
    """What the noun before "called" is: "a monk of Norvik called X", "a village named Y"."""
    for word in reversed(page.words[max(at - NOUN_BACK, 0) : at]):
        if word in roles():
            return "person"
        if word in words().place_nouns or word in words().media_nouns:
            return "place" if word in words().place_nouns else "organization"
    return None


def _ends_line(page: Page, c: Candidate) -> bool:
    """Whether one word stands between a role with a comma and a full stop or the line's end: "Ada Brook, nun, Norvik."."""
    alone = c.end - c.start == 1 and not page.words[c.start].isupper()
    return alone and (c.end == len(page) or page.words[c.end] in (".", ";") or "\n" in page.words[c.end])


def _behind(page: Page, c: Candidate) -> Iterator[Vote]:
    """A role, an age, "who", "news agency", "province" behind the name; the mark of a dateline."""
    behind, next_ = page.lower[c.end], page.lower[c.end + 1] if c.end + 1 < len(page) else ""
    if behind in titles.ASIDES and titles.after(page, c.end).role:
        yield "person", 1.5
    if next_.isdigit() and _aged(page, c.end):
        yield "person", 2.0
    if titles.with_who(page, c.end):
        yield "person", 2.5
    if behind == "," and next_ == "where":
        yield "place", 2.5
    if c.start < OPENING and _dateline(page, c):
        yield "place", 2.5
    nouns = words().media_nouns
    if (behind in nouns and page.doc[c.end].pos_ == "NOUN") or (next_ in nouns and page.doc[c.end + 1].pos_ == "NOUN"):
        yield "organization", 2.0
    if c.end - c.start > 1 and behind in words().named_after_leaders:
        yield "person", 1.5
    if behind in STAFF:
        yield "organization", 1.5
    if behind == "," and next_ in DETERMINERS and (kind := _called(page, c.end + 2)):
        yield kind, 5.0
    if behind in words().place_nouns:
        yield "place", 2.0


def _called(page: Page, start: int) -> EntityType | None:
    """What an apposition calls the name, from behind its article: "X, a human rights group", "Y, a town in the north"."""
    for token, follower in pairwise(page.doc[start : start + 8]):
        if token.pos_ == "NOUN" and follower.pos_ != "NOUN" and follower.text != "-":
            return "organization" if token.lower_ in words().media_nouns else "place" if token.lower_ in words().place_nouns else None
        if token.pos_ not in ("NOUN", "ADJ", "PROPN", "ADV") and token.text != "-":
            return None
    return None


def _above(root: Token) -> Iterator[Vote]:
    """People have wives and trials, and speak."""
    relation = root.dep_
    if relation == "nmod:poss":
        if root.head.lemma_.lower() in words().human:
            yield "person", 1.0
        if root.head.lower_ in PROPERTY:
            yield "organization", 1.0
    elif relation == "nsubj" and root.head.lemma_ in SAYING:
        yield "person", 0.5
        yield "organization", 0.4


def _dateline(page: Page, c: Candidate) -> bool:
    """Whether the name opens a report: "NAIROBI - ", "Nairobi: ", "NAIROBI, Sept 12"."""
    if c.end + 1 >= len(page) or c.start not in page.openers:
        return False
    month = page.words[c.end + 1].rstrip(".")
    dated = page.words[c.end] == "," and len(month) > 2 and any(name.startswith(month) for name in words().calendar)
    return dated or (page.words[c.end] in DATELINE and (page.words[c.end] != "(" or _closes_in_dash(page, c.end)))


def _closes_in_dash(page: Page, at: int) -> bool:
    """Whether a bracket goes over to a dash: "NAIROBI (Harbour News) -"."""
    behind = page.words[at + 1 : at + BRACKET]
    return ")" in behind and not DASHES.isdisjoint(page.words[at + behind.index(")") + 2 :][:1])


def _aged(page: Page, end: int) -> bool:
    """Whether an age follows: ", 34," or "(34)"."""
    return (
        end + 2 < len(page)
        and page.words[end] in (",", "(")
        and page.words[end + 1].isdigit()
        and len(page.words[end + 1]) == 2
        and page.words[end + 2] in (",", ")", ".", ";")
    )
