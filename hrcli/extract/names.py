"""Mentions of names: what the trained pipeline, the vocabularies and the patterns find, cleaned and made one list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Doc

from hrcli.extract import gazetteer, patterns, titles
from hrcli.extract.findings import Mention
from hrcli.extract.patterns import Candidate, kind_of
from hrcli.extract.vocabulary import heads, never, roles
from hrcli.records import EntityType

TYPES: dict[str, EntityType] = {
    "PERSON": "person",
    "ORG": "organization",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "group",
    "EVENT": "event",
    "LAW": "law",
    "WORK_OF_ART": "work",
}
EDGES = frozenset(("the", "a", "an", "The", "A", "An", "'s", "’s", "'", "’", ",", ".", "-", "–", "—", "(", ")", "“", "”", '"', ":", ";", "/", "&", "and", "of", "in", "‘"))
SURE = 5


@Language.component("hrcli_names", requires=["doc.ents"], assigns=["doc._.mentions"])
def names(doc: Doc) -> Doc:
    """Set `doc._.mentions`."""
    doc._.mentions = find(doc)
    return doc


def find(doc: Doc) -> list[Mention]:
    """Every mention of a name, in text order, never overlapping."""
    shouting = headlines(doc)
    known = list(_known(doc))
    chosen = choose([*known, *_lower(doc, known), *patterns.phrases(doc, shouting), *patterns.articles(doc), *patterns.ministries(doc), *_model(doc)])
    return [mention for candidate in chosen if (mention := _mention(doc, candidate, shouting))]


def choose(candidates: Iterable[Candidate]) -> list[Candidate]:
    """The candidates that do not overlap a longer one (or as long and of higher rank), in text order."""
    taken: set[int] = set()
    kept = []
    for candidate in sorted(candidates, key=lambda c: (c.start - c.end, -c.rank, c.start)):
        if taken.isdisjoint(range(candidate.start, candidate.end)):
            kept.append(candidate)
            taken.update(range(candidate.start, candidate.end))
    return sorted(kept, key=lambda c: c.start)


def headlines(doc: Doc) -> set[int]:
    """The tokens of sentences that write nearly every word with a capital: capitals tell nothing there."""
    found: set[int] = set()
    for sentence in doc.sents:
        long = [t.text for t in sentence if t.is_alpha and len(t) > 3]
        if len(long) > 3 and sum(w[0].isupper() for w in long) > 0.8 * len(long) and len(long) < 25:
            found.update(range(sentence.start, sentence.end))
    return found


def _known(doc: Doc) -> Iterator[Candidate]:
    for start, end, known in gazetteer.scan(doc.text):
        span = doc.char_span(start, end)
        if span is None:
            continue
        first = span.start
        if known.kind == "body" and known.name != "United Nations":
            first = _with_un(doc, first)
        yield Candidate(first, span.end, known.type, SURE, known)


def _with_un(doc: Doc, start: int) -> int:
    if start > 0 and doc[start - 1].text in ("UN", "U.N."):
        return start - 1
    if start > 1 and doc[start - 2 : start].text == "United Nations":
        return start - 2
    return start


def _lower(doc: Doc, known: list[Candidate]) -> Iterator[Candidate]:
    places = {e.end: e.start for e in doc.ents if e.label_ in ("GPE", "LOC", "NORP")}
    places |= {c.end: c.start for c in known if c.known and c.known.kind in ("state", "adjective", "region", "capital")}
    yield from patterns.lowercase(doc, places)


def _model(doc: Doc) -> Iterator[Candidate]:
    for ent in doc.ents:
        if ent.label_ not in TYPES:
            continue
        start, end = trim(doc, ent.start, ent.end)
        type_ = TYPES[ent.label_]
        if type_ == "person":
            start, end = titles.strip(doc, start, end)
        if start < end:
            yield Candidate(start, end, _type(doc, start, end, type_), 1)


def trim(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """A span without line breaks, articles, possessives and signs at its edges; only its first line where it runs over a blank one."""
    for i in range(start, end):
        if doc[i].is_space and doc[i].text.count("\n") > 1 and i > start:
            end = i
            break
    while start < end and (doc[start].is_space or doc[start].text in EDGES):
        start += 1
    while end > start and (doc[end - 1].is_space or doc[end - 1].text in EDGES):
        end -= 1
    return start, end


def _type(doc: Doc, start: int, end: int, default: EntityType) -> EntityType:
    if default == "person":
        return kind_of(doc, start, end, "person") if doc[end - 1].text in heads() and end - start > 1 else "person"
    if default in ("organization", "place"):
        return kind_of(doc, start, end, default)
    return default


def _mention(doc: Doc, candidate: Candidate, shouting: set[int]) -> Mention | None:
    start, end = candidate.start, candidate.end
    known = candidate.known
    name = " ".join(doc[start:end].text.split())
    if known and known.kind in ("adjective", "group adjective"):
        return None
    if known is None and _junk(doc, start, end, candidate.type):
        return None
    if known is None and start in shouting and candidate.type not in ("person", "place"):
        return None
    mention = Mention(start, end, candidate.type, name)
    if candidate.type == "person":
        _beside(doc, mention)
    return mention


def _junk(doc: Doc, start: int, end: int, type_: EntityType) -> bool:
    text = doc[start:end].text
    if text.casefold() in never() or not any(t.text[:1].isupper() for t in doc[start:end]) and type_ != "law":
        return True
    if type_ == "group" or (len(text) < 2) or not any(c.isalpha() for c in text):
        return True
    if all(t.text in patterns.MONTHS or t.lower_ in roles() or t.text in patterns.OPENERS for t in doc[start:end]):
        return True
    return end - start == 1 and doc[start].pos_ in ("PRON", "VERB", "AUX", "ADV", "DET", "ADP") and type_ == "person"


def _beside(doc: Doc, mention: Mention) -> None:
    mention.role = titles.before(doc, mention.start)
    found = titles.after(doc, mention.end)
    mention.role = mention.role or found.role


