"""Documents that say anything of anybody, for tests that compare two ways to one answer."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, get_args

from samples import source

from hrcli import resolve, store
from hrcli.records import (
    Demand,
    DemandSource,
    Detention,
    Document,
    DocumentAnalysis,
    Entity,
    EntityType,
    EventType,
    Evidence,
    Force,
    Precision,
    Status,
    TimelineEntry,
)
from hrcli.resolve import Query

PEOPLE = [
    "Ana Ivić",
    "Dr Ana Ivić",
    "Ivić",
    "Wang Wei",
    "Wei Wang",
    "王薇",
    "José Ortega",
    "ORTEGA José",
    "Rosa Quispe Mamani",
    "R. Quispe",
]
BODIES = [
    "Freedom Watch",
    "FW",
    "Harbour Rights Watch",
    "the authorities",
    "Government of Ruritania",
    "Ministry of Justice",
    "维权网",
    "Ruritania",
]
THEMES = ["D31 Liberty and security", "D33 Torture", "E1 Work", "A1 Acceptance of norms"]
DATES = [None, "2009", "2009-02", "2009-02-16", "200X", "2008-12-30/2009-01-02", "XXXX-03-12", "2011-W07", "2010-21"]


class Maker:
    """Documents that say anything of anybody, always the same for one number."""

    def __init__(self, number: int) -> None:
        self.draw = random.Random(number)

    def analyses(self, count: int) -> list[DocumentAnalysis]:
        """Some documents."""
        return [self.analysis(f"{number:016x}") for number in range(count)]

    def analysis(self, where: str) -> DocumentAnalysis:
        """One document."""
        draw = self.draw
        day = draw.choice(DATES)
        document = Document(
            id=where,
            path=f"texts/{draw.choice('ab')}/{where[-2:]}.txt",
            sha256=where * 4,
            words=9,
            date=day,
            publisher=draw.choice([None, *BODIES[:4]]),
            title=draw.choice([None, "A Plea for Ana", f"Report {where[-1]}"]),
        )
        entities = [self.entity(document, name) for name in draw.sample(PEOPLE + BODIES, draw.randint(0, 7))]
        ids = [None, *(each.id for each in entities)]
        return DocumentAnalysis(
            document=document,
            entities=entities,
            demands=[self.demand(document, i, draw.choice(ids)) for i in range(draw.randint(0, 4))],
            detained=[self.case(document, i) for i in range(draw.randint(0, 2))],
            timeline=[self.entry(document, i) for i in range(draw.randint(0, 4))],
        )

    def entity(self, document: Document, name: str) -> Entity:
        """Whoever is so called."""
        person, count = name in PEOPLE, self.draw.randint(1, 3)
        return Entity(
            id=f"{document.id}e{(PEOPLE + BODIES).index(name)}",
            name=name,
            type="person" if person else self.draw.choice(get_args(EntityType)[1:]),
            aliases=self.some(BODIES if not person else PEOPLE, 1),
            roles=self.some(["lawyer", "Minister of Justice"], 1),
            affiliations=self.some(BODIES, 1),
            country=self.draw.choice([None, "CN", "PE"]),
            mentions=count,
            documents=[document.id],
            evidence=[self.evidence(document, name, 100 * (PEOPLE + BODIES).index(name) + 30 * i) for i in range(count)],
        )

    def demand(self, document: Document, number: int, entity: str | None) -> Demand:
        """Something that somebody asks."""
        draw = self.draw
        name, organization = draw.choice([None, *PEOPLE, *BODIES, "Freedom Watch, FW"]), draw.choice([None, *BODIES])
        return Demand(
            id=f"{document.id}d{number}",
            document=document.id,
            source=DemandSource(name=name, organization=organization, entity=entity),
            targets=self.some(BODIES, 2),
            people=self.some(PEOPLE, 2),
            action="release them",
            action_start=number,
            action_end=number + 12,
            head="release",
            polarity=draw.choice(["do", "refrain"]),
            force=draw.choice(get_args(Force)),
            cue="urge",
            reported=draw.random() < 0.3,
            themes=self.some(THEMES, 2),
            action_category=draw.choice([None, 1, 2]),
            date=draw.choice(DATES),
            evidence=[self.evidence(document, "release them", number)],
        )

    def case(self, document: Document, number: int) -> Detention:
        """Somebody in custody."""
        draw = self.draw
        return Detention(
            id=f"{document.id}c{number}",
            name=draw.choice([None, *PEOPLE]),
            group="monks",
            status=draw.choice(get_args(Status)),
            date=draw.choice(DATES),
            released=draw.choice(DATES),
            charge=draw.choice([None, None, "inciting subversion of state power", "spying"]),
            law=draw.choice([None, None, "Article 105"]),
            sentence=draw.choice([None, "P1Y", "P20Y"]),
            place=draw.choice([None, None, "Beijing", "Ruritania", "a prison in Peru"]),
            authority=draw.choice([None, *BODIES]),
            affiliation=draw.choice([None, *BODIES]),
            occupation=draw.choice([None, "Chinese lawyer", "monk"]),
            documents=[document.id],
            evidence=[self.evidence(document, "held", number)],
        )

    def entry(self, document: Document, number: int) -> TimelineEntry:
        """Something that happened."""
        draw = self.draw
        first, last = draw.choice(
            [(None, None), ("2009-02-16", "2009-02-16"), ("2009-01-01", "2009-12-31"), ("2008-01-01", None), (None, "2010-01-01")]
        )
        return TimelineEntry(
            id=f"{document.id}t{number}",
            document=document.id,
            kind="date",
            text="then",
            start=number,
            end=number + 4,
            earliest=first,
            latest=last,
            date=draw.choice([first, "200X"]),
            precision=draw.choice([None, "day", "day", *get_args(Precision)]),
            event="was held",
            event_type=draw.choice(get_args(EventType)),
            actors=self.some(PEOPLE + BODIES, 2),
            evidence=[self.evidence(document, "then", number)],
        )

    def evidence(self, document: Document, quote: str, start: int) -> Evidence:
        """A place in the document."""
        return Evidence(document=document.id, path=document.path, start=start, end=start + len(quote), quote=quote)

    def some(self, names: Sequence[str], most: int) -> list[str]:
        """A few of the names."""
        return self.draw.sample(names, self.draw.randint(0, most))

    def queries(self, corpus: resolve.Corpus) -> Iterator[Query]:
        """Every filter alone with many values, then several together."""
        values = self.values(corpus)
        yield Query()
        yield from (Query(**{name: value}) for name, several in values.items() for value in several)
        for _ in range(70):
            names = self.draw.sample(sorted(values), self.draw.randint(2, 4))
            yield Query(**{name: self.draw.choice(values[name]) for name in names})

    def values(self, corpus: resolve.Corpus) -> dict[str, list[Any]]:
        """What each filter may be asked for: what is in the corpus, parts of it, and what is not."""
        names = {each for entity in corpus.entities for each in (entity.name, *entity.aliases)} | {*PEOPLE, *BODIES}
        names = {*self.draw.sample(sorted(names), min(len(names), 12)), "Watch", "Rights", "Wei", "of", "Nobody At All", "F.W.", "!"}
        some = sorted(names | {name.split()[0].lower() for name in names if name.split()})
        documents = [each for d in corpus.documents[:9] for each in (d.id, d.id[:15], d.path, Path(d.path).name, (d.title or "plea")[:5])]
        return {
            **dict.fromkeys(("org", "source", "target", "person", "actor"), some),
            "search": [*some[:20], "law", "min jus", "wei w"],
            "type": [*get_args(EntityType), *get_args(EventType)],
            "status": list(get_args(Status)),
            "precision": list(get_args(Precision)),
            "since": ["2009", "2009-02", "2009-02-17", "2012"],
            "until": ["2008", "2009-01", "2009-02-16", "2010"],
            "document": [*documents, "nothing"],
            "country": ["CN", "Peru"],
            "min_mentions": [1, 2, 9],
            "theme": ["D", "D33", "torture", "work", "nothing"],
            "category": [1, 2, 5],
            "polarity": ["do", "refrain"],
            "asked_as": list(get_args(Force)),
            "own_voice": [True],
            "charge": ["subversion", "sub", "inciting state", "art", "nothing", "!"],
            "at": ["2009", "2009-02", "2009-02-17", "2010-06", "1999", "2031"],
            "limit": [0, 1, 3],
        }


def keep(place: Path, analyses: Sequence[DocumentAnalysis]) -> None:
    """A store with these analyses, whose texts do not matter."""
    with store.open(place, write=True) as kept:
        for each in analyses:
            kept.save(each, source(each, ""))
