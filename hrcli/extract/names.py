"""Mentions of names: what the trained pipeline, the vocabularies and the patterns find, cleaned and made one list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from hrcli.extract.findings import Mention, source_of, text_of
from hrcli.extract.naming import affiliations, brackets, cluster, evidence, gazetteer, patterns, people, phrases, spans, titles
from hrcli.extract.naming.candidates import AGAIN, SURE, UNSURE, Candidate, choose
from hrcli.extract.naming.gazetteer import Known, Node
from hrcli.extract.naming.phrases import kind_of
from hrcli.extract.naming.vocabulary import heads, honorifics, personal, roles
from hrcli.records import EntityType

OWNED = frozenset(("organization", "place"))
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


@Language.component("hrcli_names", requires=["doc.ents"], assigns=["doc._.mentions"])
def names(doc: Doc) -> Doc:
    """Set `doc._.mentions`."""
    doc._.mentions = find(doc)
    return doc


def find(doc: Doc) -> list[Mention]:
    """Every mention of a name, in text order, never overlapping."""
    shouting = headlines(doc)
    known = list(_known(doc))
    fixed = {i for c in known for i in range(c.start, c.end)}
    made = [*_lower(doc, known), *phrases.find(doc, shouting), *patterns.articles(doc), *patterns.unplaced(doc), *patterns.mandates(doc)]
    made += patterns.magistrates(doc)
    unsure = [*_model(doc, fixed, shouting), *_people(doc, fixed, shouting), *patterns.based(doc), *patterns.media(doc)]
    chosen = evidence.retype(doc, choose([*known, *made, *_plausible(doc, unsure, fixed, shouting)]))
    chosen = choose([*chosen, *_again(doc, chosen)])
    mentions = [mention for candidate in chosen if (mention := _mention(doc, candidate, shouting))]
    evidence.abbreviations(mentions)
    affiliations.read(doc, mentions)
    return mentions


def headlines(doc: Doc) -> set[int]:
    """The tokens of sentences that write nearly every word with a capital: capitals tell nothing there."""
    found: set[int] = set()
    for sentence in doc.sents:
        long = [t.text for t in sentence if t.is_alpha and len(t) > 3]
        if any(t.pos_ == "NOUN" and t.is_lower and len(t) > 3 for t in sentence):
            continue  # a list of names and roles: "Ada Brook, Harbour Union spokesperson"
        if 3 < len(long) < 25 and sentence.text.strip()[-1:] not in (".", ";") and sum(w[0].isupper() for w in long) > 0.8 * len(long):
            found.update(range(sentence.start, sentence.end))
    return found


def _known(doc: Doc) -> Iterator[Candidate]:
    publisher = source_of(doc).document.publisher if doc._.source else None
    root = Node()
    if publisher and not gazetteer.lookup().get(gazetteer.plain(publisher)):
        gazetteer.add(root, publisher, Known(publisher, kind_of_name(publisher), "organization"))
    for start, end, known in [*gazetteer.scan(text_of(doc)), *gazetteer.search(text_of(doc), root)]:
        span = doc.char_span(start, end)
        if span is not None:
            yield Candidate(_with_un(doc, span.start) if known.kind == "body" else span.start, span.end, known.type, SURE, known)


def kind_of_name(name: str) -> EntityType:
    """What a name alone, without a text around it, names by its words."""
    parts = name.split()
    if parts[0] in ("UN", "U.N.", "OHCHR") or parts[:2] == ["United", "Nations"]:
        return "intergovernmental"
    kinds = [heads()[part] for part in parts if part in heads()]
    return "public_body" if "public_body" in kinds else "organization"


def _with_un(doc: Doc, start: int) -> int:
    if start > 0 and doc[start - 1].text in ("UN", "U.N."):
        return start - 1
    if start > 1 and doc[start - 2 : start].text == "United Nations":
        return start - 2
    return start


def _lower(doc: Doc, known: list[Candidate]) -> Iterator[Candidate]:
    places = {e.end: e.start for e in doc.ents if e.label_ in ("GPE", "LOC", "NORP") and e[-1].text[:1].isupper()}
    places |= {c.end: c.start for c in known if c.known and c.known.kind in ("state", "adjective", "region", "capital")}
    leaders = {e.end: e.start for e in doc.ents if e.label_ == "PERSON"}
    yield from patterns.placed(doc, places, leaders)


def _model(doc: Doc, fixed: set[int], shouting: set[int]) -> Iterator[Candidate]:
    for ent in doc.ents:
        if ent.label_ not in TYPES:
            continue
        start, end = spans.trim(doc, ent.start, ent.end)
        if start == end:
            continue
        kind = "person" if doc[start].text in honorifics() else _type(doc, start, end, TYPES[ent.label_])
        if kind == "organization" and doc[end - 1].lower_ in roles():
            continue
        if kind in OWNED and _in_role(doc, start, end):
            continue
        if kind != "person":
            yield from _with_person(doc, start, end, kind)
            continue
        for a, b in spans.split(doc, *titles.strip(doc, start, end)):
            a, b = spans.without_opener(doc, *titles.strip(doc, *spans.person(doc, a, b, fixed)), capitals=ent.start in shouting)
            if a < b:
                yield Candidate(a, b, "person", UNSURE)


def _people(doc: Doc, fixed: set[int], shouting: set[int]) -> Iterator[Candidate]:
    for c in people.find(doc, fixed):
        start, end = spans.without_opener(doc, c.start, c.end, capitals=c.start in shouting)
        yield replace(c, start=start, end=end)


def _in_role(doc: Doc, start: int, end: int) -> bool:
    """Whether a guess is but part of a role: "the union's Coast Programme coordinator"."""
    return start > 0 and end < len(doc) and doc[start - 1].text in phrases.POSSESSIVE and doc[end].lower_ in roles()


def _with_person(doc: Doc, start: int, end: int, kind: EntityType) -> Iterator[Candidate]:
    """A guess as it is; with a role in its midst, an organisation and a person: "Harbour Union Fellow Ada Brook"."""
    role = next((i for i in range(start + 1, end - 2) if doc[i].lower_ in roles() and kind == "organization"), None)
    if role is None or not doc[role].text.istitle() or not all(people.part_of_name(doc[i], set()) for i in range(role + 1, end)):
        yield Candidate(start, end, kind, UNSURE)
        return
    yield Candidate(start, role, kind, UNSURE)
    yield Candidate(role + 1, end, "person", UNSURE)


def _plausible(doc: Doc, candidates: list[Candidate], fixed: set[int], shouting: set[int]) -> Iterator[Candidate]:
    """The unsure candidates without junk, without what known names make up, without words of headlines that no line bears out."""
    seen = {cluster.key(doc[c.start : c.end].text) for c in candidates if c.start not in shouting}
    for c in candidates:
        if spans.junk(doc, c.start, c.end, c.type) or all(
            i in fixed or not doc[i].is_alpha or doc[i].lower_ == "and" for i in range(c.start, c.end)
        ):
            continue
        if c.start not in shouting or cluster.key(doc[c.start : c.end].text) in seen or _borne_out(doc, c):
            yield c


def _borne_out(doc: Doc, c: Candidate) -> bool:
    """Whether a name in a headline has a title before it, a comma or a bracket behind it, or a known forename or surname in it."""
    if c.start and titles.is_title(doc[c.start - 1]) and not doc[c.start].text.isupper():
        return True
    if c.end - c.start > 1 and c.end < len(doc) and doc[c.end].text in (",", "("):
        return True
    return any(t.text.title() in personal() for t in doc[c.start : c.end])


def _type(doc: Doc, start: int, end: int, default: EntityType) -> EntityType:
    if end - start > 1 and doc[end - 1].text in heads() and default in ("person", "organization", "place"):
        return kind_of(doc, start, end, default)
    return kind_of(doc, start, end, default) if default == "organization" else default


def _again(doc: Doc, chosen: list[Candidate]) -> Iterator[Candidate]:
    """The other mentions of unknown names, and of people by the first or last word of their full names."""
    root = Node()
    for c in chosen:
        text = doc[c.start : c.end].text
        if c.known is None and c.rank == UNSURE and "\n" not in text and len(text) > 2:
            gazetteer.add(root, text, Known(text, c.type, "organization"))
            if c.type == "person" and c.end - c.start > 1:
                for part in (doc[c.start], doc[c.end - 1]):
                    if len(part) > 1 and people.part_of_name(part, set()):
                        gazetteer.add(root, part.text, Known(part.text, "person", "organization"))
    for start, end, known in gazetteer.search(text_of(doc), root):
        span = doc.char_span(start, end)
        if span is not None and (len(span) > 1 or (span[0].pos_ == "PROPN" and not titles.is_title(span[0]))):
            yield Candidate(span.start, span.end, known.type, AGAIN)


def _mention(doc: Doc, candidate: Candidate, shouting: set[int]) -> Mention | None:
    start, end, known = candidate.start, candidate.end, candidate.known
    if known and known.kind in ("adjective", "group adjective"):
        return None
    if known is None and (
        spans.junk(doc, start, end, candidate.type)
        or (start in shouting and candidate.rank == UNSURE and candidate.type not in ("person", "place"))
    ):
        return None
    mention = Mention(start, end, candidate.type, " ".join(doc[start:end].text.split()))
    brackets.read(doc, mention)
    if mention.type == "person":
        mention.role = titles.before(doc, start) or titles.after(doc, end).role
        if mention.role is None and titles.introduces(doc, start, end):
            mention.role = titles.before(doc, start - 1)
    return mention
