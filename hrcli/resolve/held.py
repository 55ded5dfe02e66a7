"""Filters over cases: by charge, country, day of custody; and what of them is contradicted or silent."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Protocol

from hrcli.records import Detention, Entity
from hrcli.report.answers import CaseReview
from hrcli.resolve import keys, periods
from hrcli.resolve.actors import codes, country
from hrcli.resolve.doubts import contradictions, silence
from hrcli.resolve.join import Corpus
from hrcli.resolve.spells import held

LONGEST = 4  # words of a name of a state


class Asked(Protocol):
    """What a query says of cases."""

    @property
    def country(self) -> str | None:
        """An ISO code or a name of a state."""

    @property
    def charge(self) -> str | None:
        """Words of the charge or of the law."""

    @property
    def at(self) -> str | None:
        """A day, month or year of custody."""


def narrow(cases: Iterable[Detention], corpus: Corpus, asked: Asked) -> list[Detention]:
    """The cases that are asked for; `corpus` is all that is known."""
    kept = list(cases)
    if asked.charge:
        kept = [case for case in kept if keys.has_words((case.charge, case.law), asked.charge)]
    if asked.at:
        first, last = periods.at(asked.at)
        documents = {document.id: document for document in corpus.documents}
        kept = [case for case in kept if held(case, documents, first, last)]
    if asked.country:
        code = country(asked.country)
        known = Countries(corpus)
        kept = [case for case in kept if known.of(case) == code]
    return kept


def reviewed(
    cases: Iterable[Detention], corpus: Corpus, *, contradictory: bool = False, stale: int | None = None, asof: str | None = None
) -> list[CaseReview]:
    """The cases that documents contradict each other about, or of which nothing is reported since `stale` years before `asof`.

    Without `asof` years count back from the newest document.
    """
    documents = {document.id: document for document in corpus.documents}
    day = periods.asof(asof) if asof else newest(corpus)
    found = []
    for case in cases:
        contradicted = contradictions(corpus.told.get(case.id, ()), documents)
        silent = silence(case, documents, day) if day else None
        if (contradicted or not contradictory) and (stale is None or (silent and silent.years >= stale)):
            found.append(CaseReview(case=case, contradictions=contradicted, silence=silent))
    return found


def newest(corpus: Corpus) -> date | None:
    """The last day that the newest document may be of."""
    last = max((span[1] for document in corpus.documents if (span := periods.days(document.date))), default=None)
    return date.fromisoformat(last) if last else None


class Countries:
    """In which country somebody is held: that of the place, else of the authority, else of the person."""

    def __init__(self, corpus: Corpus) -> None:
        self._rows = corpus.rows
        self._entities = {entity.id: entity for entity in corpus.entities}
        self._named: dict[str, dict[tuple[str, ...], str]] = defaultdict(dict)
        telling = {document for case in corpus.detained for document in case.documents}
        for entity in corpus.entities:
            if entity.country and entity.type != "person":
                names = {tuple(keys.words(name)): entity.country for name in (entity.name, *entity.aliases)}
                for document in telling.intersection(entity.documents):
                    self._named[document] |= names

    def of(self, case: Detention) -> str | None:
        """The ISO code, None where nothing tells it."""
        person = self._entities.get(self._rows.get(case.id, ""))
        own = person.country if person else None
        return self._in(case, case.place) or self._in(case, case.authority) or own or next(self._told(case, person), None)

    def _told(self, case: Detention, person: Entity | None) -> Iterator[str]:
        for text in (case.group, case.occupation, case.affiliation, *(person.roles if person else ())):
            if code := self._in(case, text):
                yield code

    def _in(self, case: Detention, text: str | None) -> str | None:
        """The country of a name in a text, of the longest where there are several."""
        words = keys.words(text or "")
        return next(filter(None, (self._code(case.documents, part) for part in _parts(words))), None)

    def _code(self, documents: Iterable[str], part: tuple[str, ...]) -> str | None:
        named = next((code for document in documents if (code := self._named[document].get(part))), None)
        return named or codes().get("".join(part))


def _parts(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    for length in range(min(LONGEST, len(words)), 0, -1):
        for start in range(len(words) - length + 1):
            yield tuple(words[start : start + length])
