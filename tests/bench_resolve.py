"""How long it takes to join the mentions of many documents, and how much memory it takes beside the records themselves.

usage: python tests/bench_resolve.py [--mentions 1000000] [--people 60000]

The documents are made up, in a fixed random order: people of four naming traditions, some with many namesakes, named in
full, with an initial, by surname and office, in both orders; bodies in full and by abbreviation; governments under all their names.
"""

from __future__ import annotations

import argparse
import gc
import random
import resource
import sys
import time
from collections.abc import Iterator
from typing import Any

from hrcli import resolve
from hrcli.records import Detention, Document, DocumentAnalysis, Entity, Evidence

MENTIONS = 5  # of each entity in a document
NAMED = 20  # entities in a document
SYLLABLES = [consonant + vowel for consonant in "bdfghklmnprstv" for vowel in "aeio"]
CHINESE = ["Li", "Wang", "Zhang", "Liu", "Chen", "Yang", "Huang", "Zhao", "Wu", "Zhou", "Xu", "Sun", "Ma", "Zhu", "Hu", "Guo", "He", "Lin"]
GIVEN = ["Wei", "Fang", "Na", "Min", "Jing", "Li", "Qiang", "Lei", "Jun", "Yang", "Yong", "Yan", "Jie", "Xiaolan", "Jianguo", "Meiyu"]
ROLES = ["lawyer", "activist", "journalist", "judge", "Minister of Justice", "student", "police chief", "President", "spokesperson"]
GOVERNMENTS = [("CN", "Beijing"), ("CN", "Chinese government"), ("US", "U.S."), ("US", "United States"), ("VN", "Hanoi"), ("PE", "Peru")]


def main() -> None:
    """Make the records, join them, and print time, memory and rows."""
    options = _options()
    analyses = list(_analyses(options.mentions, options.people, random.Random(0)))
    gc.collect()
    records, before = sum(len(each.entities) for each in analyses), _peak()
    begun = time.perf_counter()
    corpus = resolve.join(analyses)
    taken = time.perf_counter() - begun
    print(
        f"{sum(entity.mentions for entity in corpus.entities):,} mentions in {records:,} records of {len(analyses):,} documents: "
        f"{len(corpus.entities):,} rows, {len(corpus.reasons):,} reasons, {len(corpus.doubts):,} doubts"
    )
    print(f"joined in {taken:.1f} s; memory {before:.0f} MB before, at most {_peak():.0f} MB while joining")


def _peak() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return used / (1 << 20 if sys.platform == "darwin" else 1 << 10)


def _analyses(mentions: int, people: int, draw: random.Random) -> Iterator[DocumentAnalysis]:
    known = [_person(draw) for _ in range(people)]
    bodies = [_body(draw) for _ in range(people // 10)]
    for number in range(mentions // (MENTIONS * NAMED)):
        where = f"{number:08x}"
        date = f"{draw.randint(1985, 2024)}" if draw.random() < 0.9 else None
        document = Document(id=where, path=f"{where}.txt", sha256=where, words=500, date=date)
        entities = [_written(where, i, draw, draw.choice(known)) for i in range(NAMED * 3 // 5)]
        entities += [_named(where, NAMED + i, draw, draw.choice(bodies)) for i in range(NAMED * 2 // 5)]
        held = [_held(entity) for entity in entities[:2]]
        yield DocumentAnalysis(document=document, entities=entities, detained=held)


def _person(draw: random.Random) -> dict[str, Any]:
    if draw.random() < 0.4:
        first, last = draw.choice(GIVEN), draw.choice(CHINESE)
        return {"first": last, "last": first, "surname": last, "role": draw.choice(ROLES), "of": f"{_word(draw)} Watch"}
    first, last = _word(draw), _word(draw)
    return {"first": first, "last": last, "surname": last, "role": draw.choice(ROLES), "of": f"{_word(draw)} {_word(draw)} Forum"}


def _written(where: str, number: int, draw: random.Random, person: dict[str, Any]) -> Entity:
    """A person as a document may write and describe them."""
    chance = draw.random()
    name = f"{person['first']} {person['last']}"
    if chance < 0.1:
        name = f"{person['last']} {person['first']}"
    elif chance < 0.15:
        name = person["surname"]
    elif chance < 0.2:
        name = f"{person['first'][0]}. {person['surname']}"
    roles = [person["role"]] if draw.random() < 0.5 else []
    affiliations = [person["of"]] if draw.random() < 0.3 else []
    return _entity(where, number, name, "person", roles=roles, affiliations=affiliations)


def _body(draw: random.Random) -> str:
    return f"{_word(draw)} {_word(draw)} {draw.choice(['Network', 'Union', 'Press', 'League', 'Observatory'])}"


def _named(where: str, number: int, draw: random.Random, body: str) -> Entity:
    chance = draw.random()
    if chance < 0.2:
        code, name = draw.choice(GOVERNMENTS)
        return _entity(where, number, name, "public_body", country=code)
    short = "".join(word[0] for word in body.split())
    if chance < 0.4:
        return _entity(where, number, short, "organization")
    return _entity(where, number, body, "organization", aliases=[short] if chance < 0.7 else [])


def _held(entity: Entity) -> Detention:
    return Detention(id=f"{entity.id}-case", name=entity.name, status="detained", documents=entity.documents, evidence=entity.evidence[:1])


def _entity(where: str, number: int, name: str, kind: Any, **rest: Any) -> Entity:
    starts = range(number * 1000, number * 1000 + MENTIONS * 100, 100)
    found = [Evidence(document=where, path=f"{where}.txt", start=start, end=start + len(name), quote=name) for start in starts]
    return Entity(id=f"{where}-{number}", name=name, type=kind, mentions=MENTIONS, documents=[where], evidence=found, **rest)


def _word(draw: random.Random) -> str:
    return "".join(draw.choice(SYLLABLES) for _ in range(draw.randint(2, 3))).capitalize()


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Seconds and memory of joining the mentions of many documents.")
    parser.add_argument("--mentions", type=int, default=1_000_000, help="about how many mentions (default: %(default)s)")
    parser.add_argument("--people", type=int, default=60_000, help="how many people there are (default: %(default)s)")
    return parser.parse_args()


if __name__ == "__main__":
    main()
