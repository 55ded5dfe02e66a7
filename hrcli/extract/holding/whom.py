"""Who is meant by a noun phrase: named people, with those they are listed with, or a counted group."""

from __future__ import annotations

from dataclasses import dataclass

from hrcli.extract.findings import Actor
from hrcli.extract.holding.custodywords import lexicon
from hrcli.extract.holding.lists import HYPHENS, name_with_role, next_name, past_aside
from hrcli.extract.holding.numbers import count_at
from hrcli.extract.holding.reading import Name, Reading
from hrcli.extract.holding.voices import THIRD_PERSON, last_but, orders, owner_spoken_of, speaker, speaks_of_another

NOMINAL = {"DET", "ADJ", "NUM", "NOUN", "PROPN", "PRON", "X", "SYM"}
MARKS = {'"', "“", "”", "'", "‘", "’", "«", "»"}
RELATIVE = {"who", "which", "that", "whom", "whose"}
APPROXIMATE = {
    "a", "an", "total", "number", "of", "at", "least", "the", "other", "some", "more", "than", "over", "about", "around", "nearly",
    "almost", "all", "another", "up", "to", "these", "those", "estimated", "only", "below", "above", "his", "her", "their", "further",
    "any", "not", "as", "many",
}  # fmt: skip
PHRASE = 8
EXCEPTED = (["all", "but"], ["for", "except"], ["apart", "from"])
NUMBERED = ["no", "."]
AGEING = {"turn", "turns", "turned", "turning", "aged", "age"}
VAGUE = {"others", "other", "colleagues", "many", "several", "dozens"}
QUANTIFIERS = {"of", "the", "these", "those", "his", "her", "their", "its", "other", "more", "additional", "further", "such", "or", "so"}
INTRODUCERS = (
    ("including",), ("such", "as"), ("among", "them"), ("among", "whom"), ("namely",), ("notably",), ("like",), ("named",), ("called",),
    ("identified", "as"), ("named", "as"), ("known", "as"), ("they", "are"), ("include",), ("includes",), ("included",),
)  # fmt: skip


INTRODUCING = {words[0] for words in INTRODUCERS}


@dataclass(frozen=True, slots=True)
class Party:
    """One patient: a person, or `count` people whose words are `start:end` (word positions)."""

    start: int
    end: int
    actor: Actor | None = None
    count: int | None = None


def phrase_parties(reading: Reading, start: int, limit: int) -> list[Party]:
    """The people of the noun phrase that begins at `start` and of the list that it opens, within `limit`.

    Empty where the phrase is vague ("many activists") or is no phrase about people.
    """
    while start < limit and reading.words[start] in MARKS | {":"}:
        start += 1
    counted = group(reading, start, limit)
    end = counted[0].end if counted else phrase_end(reading, start, limit)
    if end <= start:
        return []
    named = _name_ending(reading, start, end)
    if named:
        return chain(reading, named, limit)
    opened = listed(reading, end, limit)
    members = members_named(reading, counted[0], limit) if counted and not opened else []
    if members:
        return members
    single = counted or _pronoun(reading, start, end)
    return [*single, *opened] if single or opened else _described(reading, start, end, limit) or _counted_beside(reading, end, limit)


def _counted_beside(reading: Reading, end: int, limit: int) -> list[Party]:
    """The counted group that is joined to one person without a name: "a student leader and at least 16 others"."""
    known = {*lexicon().words.occupations, *lexicon().words.singles}
    joined = end + 1 < limit and reading.words[end] == "and" and reading.words[end - 1] in known
    return group(reading, end + 1, limit) if joined else []


def phrase_end(reading: Reading, start: int, limit: int) -> int:
    """Where the noun phrase that begins at `start` ends; `start` itself where none begins there."""
    at = start
    if start < limit and reading.tokens[start].tag_ == "PRP":
        return start + 1
    while at < limit:
        named = reading.name_at(at)
        if at > start and not named and reading.dated(at):
            break
        if named:
            at = named[1]
            if at < limit and reading.tokens[at].pos_ in ("DET", "PRON", "NUM"):
                break
        elif reading.words[at] in HYPHENS and at + 1 < limit and reading.tokens[at + 1].pos_ == "DET":
            break  # a dash
        elif _nominal(reading, at, start) or (reading.words[at] in {"'s", "'"} and start < at < limit - 1):
            at += 1
        else:
            break
    return at


def chain(reading: Reading, name: Name, limit: int) -> list[Party]:
    """A named person with those coordinated after it: "A", "A and B", "lawyers A, B and the poet C"."""
    ahead = [party(name)]
    sure = 1
    at = name[1]
    while (step := next_name(reading, at, limit)) is not None:
        following, strong = step
        ahead.append(party(following))
        sure = len(ahead) if strong else sure
        at = following[1]
    at = past_aside(reading, at, limit)
    at = at + 1 if at + 1 < limit and reading.words[at] == "," and reading.words[at + 1] == "and" else at
    joined = at + 1 < limit and reading.words[at] in {"and", "&"}
    others = group(reading, at + 1, limit) if joined else []
    closed = len(ahead) > 2 and (at >= limit or reading.words[at] == ".")
    vague = joined and (bool(VAGUE & set(reading.words[at + 1 : min(limit, at + 4)])) or _is_unnamed(reading, at + 1, limit))
    return [*ahead, *others] if others or vague or closed else ahead[:sure]


def _is_unnamed(reading: Reading, start: int, limit: int) -> bool:
    """Whether one more person without a name ends a list: "and a minor", "and a third man"."""
    end = phrase_end(reading, start, limit)
    words = lexicon().words
    one = reading.words[start] in {"a", "an", "one", "another"} and not reading.named_in(start, min(limit, end + 2))
    return one and reading.words[end - 1] in {*words.singles, *words.occupations}


def chain_back(reading: Reading, name: Name, low: int) -> list[Party]:
    """A named person with those coordinated before it, in text order."""
    best = [party(name)]
    for first in reversed(reading.named_in(low, name[0])):
        found = chain(reading, first, name[1])
        if found[-1].count:
            break
        if found[-1].end != name[1]:
            break
        best = found
    return best


def party(name: Name) -> Party:
    """A named person as a party."""
    return Party(name[0], name[1], name[2])


def _name_ending(reading: Reading, start: int, end: int) -> Name | None:
    """The name that a noun phrase ends in; a name with more nouns behind it only describes them ("a Lopez ally")."""
    inside = [name for name in reading.names if name[0] < end and name[1] > start]
    return inside[-1] if inside and inside[-1][1] >= end else None


def members_named(reading: Reading, counted: Party, limit: int) -> list[Party]:
    """The names that a counted group is spelt out in: "two boys from Oran, Karim Said and Omar Haddad", "two boys (A and B)"."""
    for at in range(counted.end, min(limit, counted.end + 6)):
        if reading.words[at] in {",", ":", "–", "—", "("}:
            first = name_with_role(reading, at + 1, limit, False)
            found = chain(reading, first[0], limit) if first else []
            return found if len(found) == counted.count else []
        if reading.tokens[at].pos_ in ("VERB", "AUX"):
            return []
    return []


def _pronoun(reading: Reading, start: int, end: int) -> list[Party]:
    if end - start != 1:
        return []
    known = reading.people.get(start) or speaker(reading, start)
    if known is not None:
        known = owner_spoken_of(reading, start, known) or known
    if known is not None and speaks_of_another(reading, start, known):
        return []
    if known is not None and orders(reading, start, known):
        return [party(name) for name in last_but(reading, start, known)]
    if known is None and reading.words[start] in THIRD_PERSON:
        meant = topic(reading, start) or _only_one(reading, start)
        return [one for one in meant if one.actor and not speaks_of_another(reading, start, one.actor)]
    return [Party(start, end, known)] if known else []


def _only_one(reading: Reading, word: int) -> list[Party]:
    """The only person whom a paragraph has named so far, for a pronoun that nobody else was found for."""
    start, _ = reading.paragraph(word)
    low, _ = reading.sentence(word)
    named = {id(name[2]): name for name in reading.named_in(start, low)}
    return [party(name) for name in named.values()] if len(named) == 1 else []


def topic(reading: Reading, word: int) -> list[Party]:
    """The person whom a paragraph of a list is about: the one named among its first words, before `word`."""
    start, end = reading.paragraph(word)
    first = next(iter(reading.named_in(start, min(end, start + 4))), None)
    if first is None and start > 0:
        above, _ = reading.paragraph(start - 1)  # a line with nothing but a name
        alone = next(iter(reading.named_in(above, min(start, above + 4))), None)
        first = alone if alone and alone[1] == start and reading.words[above] != "by" else None
    return [party(first)] if first and first[1] <= word else []


def group(reading: Reading, start: int, limit: int) -> list[Party]:
    """The counted group that begins at `start`: "35 people", "Twenty-two prisoners", "six of those", "400"."""
    at = start
    while at < limit and reading.words[at] in APPROXIMATE and not count_at(reading.words, at):
        at += 1
    if _is_pair(reading, start, at, limit):
        return [Party(start, at + 1, count=2)]
    counted = count_at(reading.words, at)
    if counted is None or counted[0] < 2 or (at > 1 and reading.words[at - 2 : at] in (*EXCEPTED, NUMBERED)):
        return []
    value, after = counted
    end = max(after, phrase_end(reading, after, limit))
    tail = reading.words[after:end]
    if set(tail[:2]) & {*lexicon().words.units, "%", "per", "-"} or set(tail[-1:]) & set(lexicon().words.things) or reading.dated(at):
        return []
    aged = at > 1 and reading.words[at - 1] == "," and (reading.name_at(at - 2) or reading.words[at - 2] == ")")  # "A, 35, of Oran"
    aged = aged or (at > 0 and reading.words[at - 1] in AGEING)
    if not tail and (aged or 1900 <= value <= 2100 or (after < limit and reading.tokens[after].pos_ in ("SYM", "CCONJ"))):
        return []
    return [Party(start, end, count=value)]


def _is_pair(reading: Reading, start: int, at: int, limit: int) -> bool:
    """Whether the word at `at` speaks of two people: "the couple", "both were", "both of them"."""
    if at > start and reading.words[at - 1] == "the" and at < limit:
        return reading.words[at] in lexicon().words.pairs
    if reading.words[at : at + 1] != ["both"]:
        return False
    follows = at + 1 < limit and reading.words[at + 1] in lexicon().words.people
    return at + 1 >= limit or reading.tokens[at + 1].pos_ in ("ADP", "AUX", "VERB", "PUNCT") or follows


def group_noun(reading: Reading, party: Party) -> tuple[int, int] | None:
    """Where the noun phrase of a counted group lies without number and quantifiers ("200 more <people>"); None for a bare number."""
    number = next((found for at in range(party.start, party.end) if (found := count_at(reading.words, at))), None)
    start = number[1] if number and number[0] == party.count else party.end
    end = party.end
    if start == end and reading.words[end : end + 1] == ["of"]:
        end = phrase_end(reading, end + 1, min(end + PHRASE, len(reading.words)))
    while start < end and reading.words[start] in QUANTIFIERS:
        start += 1
    if start + 1 == end and reading.words[start] in {"them", "us", "whom"}:
        return None
    return (start, end) if start < end else None


def listed(reading: Reading, at: int, limit: int, *, reach: int = 6) -> list[Party]:
    """The people that a phrase is opened up with: "three lawyers, including A and B", "nine men identified as A, B and C"."""
    for start in range(at, min(limit, at + reach)):
        for words in INTRODUCERS if reading.words[start] in INTRODUCING else ():
            if tuple(reading.words[start : start + len(words)]) == words:
                return _first_names(reading, start + len(words), limit)
        if reading.words[start] in {".", ";"}:
            break
    return []


def _first_names(reading: Reading, at: int, limit: int) -> list[Party]:
    counted = group(reading, at, limit)
    if counted:
        return counted
    end = phrase_end(reading, at, limit)
    named = _name_ending(reading, at, end)
    if named:
        return chain(reading, named, limit)
    apposed = next_name(reading, end, limit) if end > at else None
    return chain(reading, apposed[0], limit) if apposed else []


def _described(reading: Reading, start: int, end: int, limit: int) -> list[Party]:
    """A description with a name behind it ("a journalist, editor A, ..."), or one that refers to a known person."""
    head = end - 1
    if head in reading.people and reading.tokens[head].tag_ != "PRP" and not reading.named_in(start, end):
        return [Party(start, end, reading.people[head])]
    double = next_name(reading, end, limit) if end < limit and reading.words[end] in {"and", "-"} else None
    if double and reading.tokens[head].tag_ == "NN":
        return chain(reading, double[0], limit)
    if end >= limit or reading.words[end] != "," or reading.tokens[head].pos_ not in ("NOUN", "PROPN"):
        return []
    apposed = next_name(reading, end, limit)
    if apposed is None or apposed[1]:
        return []
    return chain(reading, apposed[0], limit) if reading.tokens[head].tag_ == "NNS" else [party(apposed[0])]


def _nominal(reading: Reading, at: int, start: int) -> bool:
    token, word = reading.tokens[at], reading.words[at]
    if token.pos_ in NOMINAL or word in HYPHENS or is_hyphened(reading, at) or (word in MARKS and at > start):
        return word not in RELATIVE
    if reading.words[at + 1 : at + 2] == ["-"] and token.tag_ in ("RB", "VBN") and at > start:
        return True  # "a well-known poet"
    return token.tag_ in ("VBN", "VBG", "RB") and at + 1 < len(reading.tokens) and reading.tokens[at + 1].pos_ in ("NOUN", "PROPN", "ADJ")


def is_hyphened(reading: Reading, at: int) -> bool:
    """Whether a word stands inside a compound: "editor-<in>-chief"."""
    around = {*reading.words[max(0, at - 1) : at], *reading.words[at + 1 : at + 2]}
    return bool(around) and around <= HYPHENS and reading.words[at - 1] in HYPHENS
