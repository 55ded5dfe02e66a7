"""Analyses made by hand, for tests of what becomes of them: two short documents and all that they say."""

from __future__ import annotations

from typing import Any

from hrcli.records import (
    Demand,
    DemandSource,
    Detention,
    Document,
    DocumentAnalysis,
    Entity,
    Evidence,
    Recipe,
    Source,
    TimelineEntry,
    View,
    stable_id,
)

RECIPE = Recipe(hrcli="0", model="en_test", model_version="1", lexicon="0")
APPEAL = "Freedom Watch called on Ruritania to release Ana Ivić, who was detained on 3 May 2019.\nIt must not torture her."
REPORT = "Ana Ivić (安娜) was sentenced to 11 years in June 2019."


def source(analysis: DocumentAnalysis, text: str, told: str = "") -> Source:
    """What ingest would have handed on of the document."""
    return Source(document=analysis.document, text=text, view=View(text=text, offsets=list(range(len(text) + 1))), told=told)


def appeal(**metadata: Any) -> DocumentAnalysis:
    """APPEAL: two entities, two demands, a detention and a date."""
    known = {"title": "Release Ana Ivić", "publisher": "Freedom Watch", "date": "2019-05-10"}
    document = _document(APPEAL, **{"path": "texts/appeal.txt", **known, **metadata})
    who = {"source": DemandSource(name="Freedom Watch"), "targets": ["Ruritania"], "force": "appeal", "date": document.date}
    return DocumentAnalysis(
        document=document,
        entities=[
            _made(Entity, document, "Freedom Watch", name="Freedom Watch", type="organization", mentions=1, documents=[document.id]),
            _made(Entity, document, "Ana Ivić", name="Ana Ivić", type="person", mentions=1, documents=[document.id]),
        ],
        demands=[
            _demand(document, "release Ana Ivić", head="release", polarity="do", cue="call on", people=["Ana Ivić"], **who),
            _demand(document, "torture her", head="torture", polarity="refrain", cue="must", **who),
        ],
        detained=[_made(Detention, document, APPEAL[:86], name="Ana Ivić", status="detained", date="2019-05-03", documents=[document.id])],
        timeline=[
            _dated(
                document,
                "3 May 2019",
                date="2019-05-03",
                earliest="2019-05-03",
                latest="2019-05-03",
                event="who was detained on 3 May 2019",
                event_type="arrest",
            )
        ],
    )


def report() -> DocumentAnalysis:
    """REPORT, a later document about the same person: one entity, a detention and a date."""
    document = _document(REPORT, path="texts/report.txt", date="2019-07")
    person = {"name": "Ana Ivić", "native_name": "安娜", "documents": [document.id]}
    return DocumentAnalysis(
        document=document,
        entities=[_made(Entity, document, "Ana Ivić (安娜)", type="person", mentions=1, **person)],
        detained=[_made(Detention, document, REPORT, status="sentenced", sentence="P11Y", **person)],
        timeline=[_dated(document, "June 2019", date="2019-06", earliest="2019-06-01", latest="2019-06-30")],
    )


def _document(text: str, **metadata: Any) -> Document:
    return Document(id=stable_id(text), sha256=stable_id(text) * 4, words=len(text.split()), recipe=RECIPE, **metadata)


def _demand(document: Document, action: str, **fields: Any) -> Demand:
    start, end = APPEAL.index(action), APPEAL.index(action) + len(action)
    return _made(Demand, document, action, document=document.id, action=action, action_start=start, action_end=end, **fields)


def _dated(document: Document, words: str, **fields: Any) -> TimelineEntry:
    start = _text(document).index(words)
    return _made(
        TimelineEntry, document, words, document=document.id, kind="date", text=words, start=start, end=start + len(words), **fields
    )


def _made(kind: Any, origin: Document, quote: str, /, **fields: Any) -> Any:
    start = _text(origin).index(quote)
    evidence = Evidence(document=origin.id, path=origin.path, start=start, end=start + len(quote), quote=quote)
    return kind(id=stable_id(origin.id, kind.__name__, start), evidence=[evidence], **fields)


def _text(document: Document) -> str:
    return APPEAL if document.id == stable_id(APPEAL) else REPORT
