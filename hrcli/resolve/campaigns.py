"""The same demand made by several: campaigns, found by keys that demands share.

A demand's keys are its verb with for whom it is asked, or its verb with three of its rarest words; demands of others, or for others, are
kept apart. No two demands are compared with each other, so a large store costs no more than its demands.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import combinations

from hrcli import lexicon
from hrcli.records import Campaign, Demand
from hrcli.resolve import askings, clusters, keys
from hrcli.resolve.askings import Bearer, Who

STEM = 6  # letters of a word that are compared: "prisoner", "prisoners"
RAREST = 4  # words of an action that stand for it; three of them in common are enough


class Vocabulary(lexicon.Entry):
    """`lexicon/similar.toml`."""

    alike: list[list[str]]
    small: list[str]


def similar(demands: Sequence[Demand], entities: Iterable[Bearer]) -> list[Campaign]:
    """The demands that several documents or several askers make, the one that most make first."""
    who = askings.known(entities)
    words = [_words(demand) for demand in demands]
    common = Counter(word for each in words for word in each)
    marks = [_marks(demand, who) for demand in demands]
    shared = [list(_keys(demand, own, marks[i], common)) for i, (demand, own) in enumerate(zip(demands, words, strict=True))]
    forest = clusters.Forest(marks)
    clusters.gather(forest, shared, lambda key: key)
    groups = [[demands[i] for i in members] for members in forest.groups() if len(members) > 1]
    found = [_campaign(group, who) for group in groups]
    several = [each for each in found if len(each.documents) > 1 or len(each.sources) > 1]
    return sorted(several, key=lambda each: (-len(each.sources), -len(each.documents), -each.count, each.action))


def _campaign(group: Sequence[Demand], who: Who) -> Campaign:
    """One row for a demand that was made several times, in the words of its shortest whole form."""
    shown = min(group, key=lambda demand: (not demand.people, len(demand.action), demand.action))
    people = {id_: name for demand in group for id_, name in (who(demand.document, name) for name in demand.people)}
    return Campaign(
        action=shown.action, head=shown.head, polarity=shown.polarity, people=list(people.values()), **askings.summary(group, who)
    )


def _marks(demand: Demand, who: Who) -> dict[str, frozenset[str]]:
    """What tells demands in the same words apart: of whom, for whom, and whether it is to be done or not."""
    marks: dict[str, frozenset[str]] = {"polarity": frozenset({str(demand.polarity)})}
    for kind, names in (("target", demand.targets), ("person", demand.people)):
        if names:
            marks[kind] = frozenset(who(demand.document, name)[0] for name in names)
    return marks


def _keys(demand: Demand, words: frozenset[str], marks: dict[str, frozenset[str]], common: Counter[str]) -> Iterator[str]:
    """The keys of a demand; two that share one are the same demand, unless a mark tells them apart."""
    head = _head(demand.head)
    yield from (f"{head}|for {person}" for person in marks.get("person", ()))
    if len(words) < 3:
        if not marks.get("person") and words:
            yield f"{head}|{' '.join(sorted(words))}"
        return
    rarest = sorted(words, key=lambda word: (common[word], word))[:RAREST]
    yield from (f"{head}|{' '.join(sorted(three))}" for three in combinations(rarest, 3))


def _words(demand: Demand) -> frozenset[str]:
    """The beginnings of the words of an action that tell it from others, without its head and the names in it."""
    named = {word for name in (*demand.people, *demand.targets) for word in keys.words(name)}
    small = _small() | named | {demand.head}
    found = [word for word in re.findall(r"\w+", keys.fold(demand.action)) if word not in small and _head(word) != _head(demand.head)]
    return frozenset(word[:STEM] for word in found)


def _head(lemma: str) -> str:
    return _alike().get(lemma, lemma)


def _vocabulary() -> Vocabulary:
    loaded: Vocabulary = lexicon.load("similar", Vocabulary)
    return loaded


@cache
def _alike() -> dict[str, str]:
    return {word: line[0] for line in _vocabulary().alike for word in line}


@cache
def _small() -> frozenset[str]:
    return frozenset(_vocabulary().small)
