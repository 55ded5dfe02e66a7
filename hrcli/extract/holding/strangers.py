"""People whom nobody took for people, where a text leaves no doubt: in a list of names, behind an occupation, heading an item."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from heapq import heapify, heappop, heappush
from typing import TYPE_CHECKING

from hrcli.extract.findings import Actor
from hrcli.extract.holding.custodywords import lexicon
from hrcli.extract.holding.numbers import SMALL
from hrcli.extract.naming.vocabulary import heads

if TYPE_CHECKING:
    from hrcli.extract.holding.reading import Name, Reading

LONGEST = 4
CALLED = 8
CALLING = {"called", "named"}
OTHERS = {"at", "others", "other", "several", "many", "all", "dozens"} | {word for word, value in SMALL.items() if value > 1}
BEHIND_HEAD = {",", "(", ";", "–", "—", "-", ":", "."}


def strangers(reading: Reading, known: list[Name]) -> list[Name]:
    """Take for names capitalised words between commas in a list of names ("Ana Lopez, Bilal, Omar Haddad and Idris"), right behind an
    occupation ("photographer Ana Lopez"), at the head of an item of a list ("1. Ana Lopez, 45"), or whom only people's fates befall."""
    found = _befallen(reading, known)
    found += _in_capitals(reading, [*known, *found])
    known = [*known, *found]
    ends = {name[1] for name in known}
    covered = {i for name in known for i in range(name[0], name[1])}
    jobs = {at for at, word in enumerate(reading.words) if word in _occupations() and reading.texts[at] == word}
    heads = {at for at in _heads(reading) if not covered & set(range(at, at + LONGEST)) and not _is_anothers(reading, at)}
    behind = [at + 1 for at, word in enumerate(reading.words[:-1]) if at and word in CALLING]
    called = {at for at in behind if _is_called(reading, at) and at not in covered}
    jobs |= {at - 1 for at in called}
    places = [*{at + 1 for at in (*ends, *jobs)}, *heads]
    heapify(places)
    while places and (at := heappop(places)) < len(reading.words):
        listed = at - 1 in ends and reading.words[at - 1] == ","
        end = unknown_name(reading, at) if at not in covered and (listed or at - 1 in jobs or at in heads) else None
        end = _called_until(reading, at) if at in called else end
        if end is None or not (_listed_on(reading, end) if listed else end - at > 1 or at in called):
            continue
        if covered & set(range(at, end)) or (at in heads and not _closes_head(reading, end)):
            continue
        found.append((at, end, Actor(reading.text(at, end), "person", [])))
        ends.add(end)
        covered.update(range(at, end))
        heappush(places, end + 1)
    return found


def _in_capitals(reading: Reading, known: list[Name]) -> list[Name]:
    """Whoever heads a paragraph with the family name in capitals: "LOPEZ Ana, essayist", "Ana LOPEZ (安娜), poet"."""
    covered = {i for name in known for i in range(name[0], name[1])}
    found: list[Name] = []
    for start in reading.paragraphs:
        end = start
        while end < min(len(reading.words), start + LONGEST) and (reading.texts[end].istitle() or reading.texts[end].isupper()):
            end += 1
        words = reading.texts[start:end]
        mixed = any(word.isupper() and len(word) > 1 for word in words) and any(word.istitle() and len(word) > 1 for word in words)
        headed = mixed and reading.words[end : end + 1] in ([","], ["("]) and not covered & set(range(start, end))
        if headed and _occupations() & set(reading.words[end : end + CALLED]):
            found.append((start, end, Actor(reading.text(start, end), "person", [])))
    return found


def _is_called(reading: Reading, at: int) -> bool:
    """Whether a name follows the noun for one person who is called so: "a monk of Tarlan <called Dorje>"."""
    if not reading.texts[at].istitle() or reading.tokens[at - 2].tag_ == "NNS":
        return False
    before = [i for i in range(max(reading.sentence(at)[0], at - CALLED), at - 1) if reading.tokens[i].tag_ == "NN"]
    return bool(before) and reading.words[before[0]] in {*_occupations(), *lexicon().words.singles}


def _called_until(reading: Reading, at: int) -> int:
    end = at
    while (
        end < min(len(reading.words), at + LONGEST) and reading.texts[end].istitle() and reading.tokens[end].pos_ in ("PROPN", "NOUN", "X")
    ):
        end += 1
    return max(end, at + 1)


def unknown_name(reading: Reading, start: int) -> int | None:
    """Where up to four capitalised words end that belong to no actor told of elsewhere."""
    end = start
    while end < min(len(reading.tokens), start + LONGEST) and reading.texts[end].istitle() and not _told_of_elsewhere(reading, end):
        end += 1
    return end if end > start else None


def _befallen(reading: Reading, known: list[Name]) -> list[Name]:
    """The capitalised words that something is said of which befalls nobody but people: "Ana Lopez was arrested", "arrested Ana Lopez"."""
    covered = {i for name in known for i in range(name[0], name[1])}
    found: list[Name] = []
    for at in [at for at, word in enumerate(reading.words) if word in _fates()]:
        start, end = _run_before(reading, at), _run_end(reading, at + 1)
        for low, high in ((start, _subject_end(reading, at)), (at + 1, end)):
            if 2 <= high - low <= LONGEST and not covered & set(range(low, high)):
                names = _everywhere(reading, low, high)
                covered.update(i for name in names for i in range(name[0], name[1]))
                found += names
    return sorted(found, key=lambda name: name[0])


def _everywhere(reading: Reading, low: int, high: int) -> list[Name]:
    """A person by the words `low:high`, wherever else the text has whom the language model took for a place."""
    taken = reading.doc._.referents.get(reading.tokens[low].i)
    person = Actor(reading.text(low, high), "person", [])
    if taken is None:
        return [(low, high, person)]
    spans = [[reading.where[i] for i in range(m.start, m.end) if i in reading.where] for m in taken.mentions]
    return [(span[0], span[-1] + 1, person) for span in spans if span]


def _subject_end(reading: Reading, verb: int) -> int:
    """Where the subject of a passive verb ends; the verb itself where it is not in the passive."""
    at = verb - 1
    while at > 0 and (reading.tokens[at].pos_ in ("AUX", "ADV")):
        at -= 1
    return at + 1 if at + 1 < verb else verb


def _run_before(reading: Reading, verb: int) -> int:
    at = end = _subject_end(reading, verb)
    low, _ = reading.paragraph(verb)
    alone = "was" in reading.words[end:verb] or "is" in reading.words[end:verb]
    while at > low and end < verb and _is_namelike(reading, at - 1, subject=alone):
        at -= 1
    return at if end < verb and (at == low or not reading.texts[at - 1][0].isupper()) else end


def _run_end(reading: Reading, start: int) -> int:
    """Where the capitalised words at `start` end; `start` itself where a capital tells nothing, as in a headline."""
    end = start
    while end < len(reading.words) and _is_namelike(reading, end, subject=True):
        end += 1
    if end < len(reading.words) and reading.tokens[end].pos_ in ("NOUN", "PROPN", "ADJ"):
        return start
    return end if reading.texts[start - 1].islower() else start


def _is_namelike(reading: Reading, at: int, *, subject: bool = False) -> bool:
    word = reading.words[at]
    known = word in _occupations() or word in lexicon().words.people or word in lexicon().words.authorities
    return (
        reading.texts[at].istitle()
        and reading.tokens[at].pos_ in ("PROPN", "NOUN", "X", "ADJ")
        and not known
        and not reading.dated(at)
        and not _is_known(reading, at, subject=subject)
    )


def _is_known(reading: Reading, at: int, *, subject: bool) -> bool:
    """Whether a word belongs to an actor that is no person, unless that is a place whose country is not known.

    A `subject` may also be taken for an organisation where no word of its name is one of organisations: "Le Minh Duc was sentenced".
    """
    actor = reading.doc._.referents.get(reading.tokens[at].i)
    if actor is None:
        return False
    if subject and actor.type == "organization" and not actor.aliases:
        return not heads().keys().isdisjoint(actor.name.split())
    return actor.type != "place" or actor.country is not None


def _heads(reading: Reading) -> Iterator[int]:
    """Where the words begin of each numbered item, and of each item of a list that a line ending in a colon introduces."""
    in_list = False
    for nth, start in enumerate(reading.paragraphs):
        end = reading.paragraphs[nth + 1] if nth + 1 < len(reading.paragraphs) else len(reading.words)
        at = start
        while at < min(start + 3, end) and not reading.texts[at].isalpha():
            at += 1
        opens = at < end and reading.texts[at].istitle() and reading.words[at] not in _occupations()
        in_list = in_list and opens
        if in_list or (opens and at > start):
            yield at
        in_list = in_list or reading.words[end - 1] == ":"


def _closes_head(reading: Reading, end: int) -> bool:
    return end >= len(reading.words) or end in reading.paragraphs or reading.words[end] in BEHIND_HEAD


def _is_anothers(reading: Reading, at: int) -> bool:
    """Whether the words at `at` belong to an organisation, a place or another actor that is no person."""
    actors = [reading.doc._.referents.get(reading.tokens[i].i) for i in range(at, min(at + 2, len(reading.tokens)))]
    return any(actor is not None and actor.type != "person" for actor in actors)


@cache
def _fates() -> frozenset[str]:
    return frozenset(lexicon().words.befalling)


@cache
def _occupations() -> frozenset[str]:
    return frozenset(lexicon().words.occupations)


def _told_of_elsewhere(reading: Reading, at: int) -> bool:
    actor = reading.doc._.referents.get(reading.tokens[at].i)
    return actor is not None and (actor.country is not None or len(actor.mentions) > 1)


def _listed_on(reading: Reading, end: int) -> bool:
    """Whether a list goes on after `end`: a comma or "and" before one more capitalised word."""
    if end + 2 >= len(reading.tokens) or reading.words[end] not in {",", "and"}:
        return False
    follow = end + 2 if reading.words[end + 1] == "and" else end + 1
    if reading.words[end] == "and" and (reading.words[follow] in OTHERS or reading.texts[follow].isdigit()):
        return True
    return reading.texts[follow][:1].isupper()
