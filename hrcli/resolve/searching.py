"""A search of a store: the index says which texts and records have the words, and the best of all kinds come first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Literal

from msgspec.structs import replace

from hrcli import store
from hrcli.errors import StoreError
from hrcli.records import Document, Furniture
from hrcli.report.answers import Found
from hrcli.resolve import stored
from hrcli.resolve.asked import wanted
from hrcli.resolve.called import bearers
from hrcli.resolve.join import Corpus
from hrcli.resolve.select import Query
from hrcli.resolve.sought import UNSPACED, Sought, fold, marks, patterns
from hrcli.store.corrections import Corrections

Called = Literal["document", "entity", "demand", "detention", "event"]
KINDS: dict[str, Called] = {
    "documents": "document",
    "entities": "entity",
    "demands": "demand",
    "detentions": "detention",
    "timeline": "event",
}
"""What a kind of row is called where it is found."""
MOST = 10_000  # hits of a kind that are looked at
AROUND = 80  # characters of a passage on either side of the words
BATCH = 50


def search(
    place: Path, sought: Sought, corrections: Corrections, *, keep: bool = True, with_furniture: bool = False, limit: int | None = None
) -> list[Found]:
    """What of the store has all the words, the best first; texts only where the words stand outside of page furniture, if not told else."""
    with stored.asking(place, corrections, keep=keep) as answers, store.open(place) as kept:
        if answers is None:
            raise StoreError(f"{place} cannot be searched: it is in use, or cannot be written", hint="try again, or copy it")
        hits: list[tuple[float, Found]] = []
        for field in sought.fields:
            found = _found(kept, answers, sought, field, MOST if limit is None else limit, with_furniture=with_furniture)
            hits += found
        hits.sort(key=lambda hit: (hit[0], hit[1].id))
        return [hit for _, hit in (hits if limit is None else hits[:limit])]


def _found(
    kept: store.Store, answers: store.Answers, sought: Sought, field: str, limit: int, *, with_furniture: bool
) -> Iterator[tuple[float, Found]]:
    if field == "documents":
        yield from _texts(kept, answers, sought, limit, with_furniture=with_furniture)
        return
    seen: set[str] = set()
    for query in _queries(sought, field):
        for hit in answers.search(sought.words, wanted(query, field), limit=limit):
            if hit.id not in seen:
                seen.add(hit.id)
                yield hit.rank, _record(kept, answers, hit, sought.words)


def _queries(sought: Sought, field: str) -> list[Query]:
    """The questions that a search is: one, or for an entity one for each part that it may have."""
    name, query = sought.entity, sought.query
    if name is None:
        return [query]
    parts = {"demands": ("source", "target", "person"), "detained": ("person",), "timeline": ("actor",), "entities": ("search",)}
    return [replace(query, **{part: name}) for part in parts[field]]


def _record(kept: store.Store, answers: store.Answers, hit: store.Found, words: str) -> Found:
    document = next((answers.document(each.document) for each in kept.find(hit.id)), None)
    named = hit.kind == "entities"
    snippet = _plain(hit.snippet)
    return Found(
        kind=KINDS[hit.kind],
        id=hit.id,
        title=hit.title if named else _title(document),
        snippet=snippet,
        marks=marks(snippet, words),
        document=document.id if document and not named else None,
        date=document.date if document and not named else None,
    )


def _texts(kept: store.Store, answers: store.Answers, sought: Sought, limit: int, *, with_furniture: bool) -> Iterator[tuple[float, Found]]:
    """The documents, each with the passage in which most of the words stand together."""
    named = _named(answers, sought)
    wanted_words = [[pattern] for pattern in patterns(sought.words)]
    number = 0
    for hit in _every(answers, sought):
        document = answers.document(hit.id)
        if document is None:
            continue
        text = kept.text(hit.id)
        body = text if with_furniture else _without(text, document.furniture)
        folded = fold(f"{document.title or ''}\n{body}")
        if not all(any(each.search(folded) for each in one) for one in [*wanted_words, *named]):
            continue
        start, end = _passage(body, marks(body, sought.words))
        snippet = " ".join(body[start:end].split())
        at = marks(snippet, sought.words)
        yield (
            hit.rank,
            Found(
                kind="document",
                id=hit.id,
                title=_title(document),
                snippet=snippet,
                marks=at,
                document=hit.id,
                date=document.date,
                start=start,
                end=end,
            ),
        )
        number += 1
        if number >= limit:
            return


def _every(answers: store.Answers, sought: Sought) -> Iterator[store.Found]:
    """The documents with the words, read in batches."""
    asked = replace(sought.query, person=None)
    for offset in range(0, MOST, BATCH):
        hits = answers.search(sought.words, wanted(asked, "documents"), limit=BATCH, offset=offset)
        yield from hits
        if len(hits) < BATCH:
            return


def _named(answers: store.Answers, sought: Sought) -> list[list[re.Pattern[str]]]:
    """For the entity and for the person asked for, an expression for each of their names."""
    found = []
    for name, kind in ((sought.entity, None), (sought.query.person, "person")):
        if name:
            asked = (Query(search=name, type=kind), Query(org=name, type=kind))
            lines = [line.entity for query in asked for line in answers.lines(wanted(query, "entities"), BATCH)]
            bearing: Any = bearers(Corpus(documents=[], entities=lines, demands=[], detained=[], timeline=[]), name)  # type: ignore[arg-type]
            names = {each for one in bearing for each in (one.name, *one.aliases, one.native_name) if each}
            found.append([pattern for each in sorted(names) for pattern in patterns(f'"{each.replace(chr(34), " ")}"')])
    return found


def _without(text: str, furniture: Sequence[Furniture]) -> str:
    """The text with blanks where page furniture stands."""
    for stretch in furniture:
        text = text[: stretch.start] + " " * (stretch.end - stretch.start) + text[stretch.end :]
    return text


def _passage(text: str, found: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """A stretch of the text, from word to word, about the place where most of the words found stand together."""
    if not found:
        return 0, _edge(text, min(2 * AROUND, len(text)))
    best = max(found, key=lambda one: len({fold(text[s:e]) for s, e in found if one[0] <= s < one[0] + AROUND}))
    start = max(best[0] - AROUND, 0)
    if start:
        with suppress(ValueError):
            start = text.index(" ", start, best[0]) + 1
    return start, _edge(text, min(best[1] + AROUND, len(text)))


def _edge(text: str, end: int) -> int:
    """Where the word ends that stands at `end`."""
    return end if end >= len(text) else text.find(" ", end) if text.find(" ", end, end + 30) > 0 else end


def _plain(snippet: str) -> str:
    """A snippet without its marks, and without the blanks that the index puts between Chinese characters."""
    for mark in store.MARKS:
        snippet = snippet.replace(mark, "")
    return re.sub(f"(?<=[{UNSPACED}]) (?=[{UNSPACED}])", "", snippet)


def _title(document: Document | None) -> str:
    return (document.title or document.path) if document else ""
