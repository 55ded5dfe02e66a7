"""Mentions of names: what the trained pipeline, the vocabularies and the patterns find, cleaned and made one list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc, Span

from hrcli.extract.findings import Mention
from hrcli.extract.naming import (
    affiliations,
    beside,
    brackets,
    cluster,
    confinement,
    evidence,
    familiar,
    gazetteer,
    guesses,
    inverted,
    kin,
    mastheads,
    offices,
    patterns,
    people,
    phrases,
    shapes,
    shorthand,
    signers,
    spans,
    titles,
    works,
)
from hrcli.extract.naming.candidates import AGAIN, LISTED, SURE, UNSURE, Candidate, choose
from hrcli.extract.naming.forms import Known, Node, add, plain
from hrcli.extract.naming.page import Page, page_of
from hrcli.extract.naming.vocabulary import heads, personal
from hrcli.records import EntityType


@Language.component("hrcli_names", requires=["doc.ents"], assigns=["doc._.mentions"])
def names(doc: Doc) -> Doc:
    """Set `doc._.mentions`."""
    doc._.mentions = find(page_of(doc))
    return doc


def find(page: Page) -> list[Mention]:
    """Every mention of a name, in text order, never overlapping."""
    shouting = headlines(page)
    chosen = _chosen(page, shouting)
    if again := list(_again(page, chosen)):
        chosen = choose([*chosen, *again])
    mentions = [mention for candidate in chosen if (mention := _mention(page, candidate, shouting))]
    evidence.abbreviations(mentions)
    brackets.bearers(mentions)
    mentions = brackets.nicknames(page.words, mentions)
    people_ = [m for m in mentions if m.type == "person"]
    brackets.other_names(page.words, people_)
    brackets.other_names(page.words, [m for m in mentions if m.type in cluster.ORGANIZED])
    kin.share(page, people_)
    affiliations.read(page, mentions)
    return mentions


def _chosen(page: Page, shouting: set[int]) -> list[Candidate]:
    """What is found by known names, by make and by guess, of which the longest hold; each unknown name of one type."""
    known = list(_known(page))
    fixed = {i for c in known for i in range(c.start, c.end)}
    listed = list(signers.find(page))
    lines = {i for c in listed for i in range(c.start, c.end)}
    made = _made(page, known, fixed, shouting)
    inside = {i for c in made if c.start in shouting for i in range(c.start, c.end)}
    unsure = [c for c in _guessed(page, known, fixed, shouting) if not _swallows(c, inside)]
    others = [c for c in (*made, *_plausible(page, unsure, fixed, shouting)) if not (c.start in lines or c.end - 1 in lines)]
    return guesses.widened(page, evidence.retype(page, choose([*known, *listed, *others])), shouting)


def _made(page: Page, known: list[Candidate], fixed: set[int], shouting: set[int]) -> list[Candidate]:
    """The candidates by their make."""
    made = [*_placed(page, known, page.doc.ents), *phrases.find(page, shouting), *patterns.articles(page), *patterns.unplaced(page)]
    made += [*patterns.mandates(page), *patterns.magistrates(page), *patterns.sites(page, fixed), *patterns.banded(page)]
    made += [*patterns.dedicated(page), *patterns.envoys(page, known), *patterns.peoples(page, known), *patterns.chapters(page, known)]
    return [
        *made,
        *inverted.find(page, fixed),
        *shapes.find(page),
        *confinement.find(page),
        *offices.find(page),
        *mastheads.find(page),
        *works.find(page),
    ]


def _guessed(page: Page, known: list[Candidate], fixed: set[int], shouting: set[int]) -> list[Candidate]:
    """The candidates that are no more than guesses."""
    unsure = [*guesses.find(page, page.doc.ents, known, fixed, shouting), *_people(page, fixed, shouting)]
    return [*unsure, *patterns.based(page), *patterns.media(page), *beside.find(page, fixed)]


def _swallows(c: Candidate, inside: set[int]) -> bool:
    """Whether a guess at a body in a headline (such as a line of an address) takes in one that is known by its make."""
    return c.type in cluster.ORGANIZED and not inside.isdisjoint(range(c.start, c.end))


def headlines(page: Page) -> set[int]:
    """The tokens of sentences that write nearly every word with a capital: capitals tell nothing there."""
    found: set[int] = set()
    for start, end in page.sentences:
        last = end - 1
        while last > start and page.words[last].isspace():
            last -= 1
        if page.words[last][-1] in (".", ";") or (last + 1 == end < len(page) and page.words[last][-1].isalnum()):
            continue  # a sentence, or a part of a line that goes on
        long = [i for i in range(start, end) if len(page.words[i]) > 3 and page.words[i].isalpha()]
        if not 3 < len(long) < 25 or sum(page.words[i][0].isupper() for i in long) <= 0.8 * len(long):
            continue
        if not any(page.words[i].islower() and page.doc[i].pos_ == "NOUN" for i in long):
            found.update(range(start, end))  # with such a noun a list of names and roles: "Ada Brook, Harbour Union spokesperson"
    return found


def _known(page: Page) -> Iterator[Candidate]:
    publisher = page.document.publisher if page.document else None
    root = Node()
    if publisher and plain(publisher) not in gazetteer.lookup():
        add(root, publisher, Known(publisher, kind_of_name(publisher), "organization"))
    for start, end, known in [*page.aligned(page.known), *page.spot(root), *familiar.find(page)]:
        yield Candidate(_with_un(page, start) if known.kind == "body" else start, end, known.type, SURE, known)


def kind_of_name(name: str) -> EntityType:
    """What a name alone, without a text around it, names by its words."""
    parts = name.split()
    if parts[0] in ("UN", "U.N.", "OHCHR") or parts[:2] == ["United", "Nations"]:
        return "intergovernmental"
    kinds = [heads()[part] for part in parts if part in heads()]
    return "public_body" if "public_body" in kinds else "organization"


def _with_un(page: Page, start: int) -> int:
    if start > 0 and page.words[start - 1] in ("UN", "U.N."):
        return start - 1
    if start > 1 and page.slice(start - 2, start) == "United Nations":
        return start - 2
    return start


def _placed(page: Page, known: list[Candidate], guesses: Sequence[Span]) -> Iterator[Candidate]:
    """Common nouns beside the places and the people that were found."""
    places = {e.end: e.start for e in guesses if e.label_ in ("GPE", "LOC", "NORP") and page.words[e.end - 1][0].isupper()}
    places |= {c.end: c.start for c in known if c.known and c.known.kind in ("state", "adjective", "region", "capital")}
    leaders = {e.end: e.start for e in guesses if e.label_ == "PERSON"}
    yield from patterns.placed(page, places, leaders)


def _people(page: Page, fixed: set[int], shouting: set[int]) -> Iterator[Candidate]:
    for c in people.find(page, fixed):
        start, end = spans.without_opener(page, c.start, c.end, capitals=c.start in shouting)
        yield c._replace(start=start, end=end)


def _plausible(page: Page, candidates: list[Candidate], fixed: set[int], shouting: set[int]) -> Iterator[Candidate]:
    """The unsure candidates without junk, without what known names make up, without words of headlines that no line bears out."""
    seen = {cluster.key(page.slice(c.start, c.end)) for c in candidates if c.start not in shouting} if shouting else set()
    common = shorthand.common(page.text)
    edges = {page.words[i] for c in candidates if c.end - c.start > 1 for i in (c.start, c.end - 1)}
    for c in candidates:
        if c.end - c.start == 1 and page.words[c.start] in common:
            continue
        if c.end - c.start == 1 and page.words[c.start] not in edges and (spans.common(page, c.start) or spans.label(page, c.start)):
            continue
        if all(i in fixed or not page.words[i].isalpha() or page.lower[i] == "and" for i in range(c.start, c.end)):
            continue
        if spans.junk(page, c.start, c.end, c.type):
            continue
        if c.start not in shouting or cluster.key(page.slice(c.start, c.end)) in seen or _borne_out(page, c):
            yield c


def _borne_out(page: Page, c: Candidate) -> bool:
    """Whether a name in a headline has a title before it, a comma or a bracket behind it, or a known forename or surname in it."""
    if c.start and titles.is_title(page, c.start - 1) and not page.words[c.start].isupper():
        return c.end - c.start > 1 or not page.lower[c.start - 1].endswith("s")  # "Chairs Condemn ..."
    if c.end - c.start > 1 and c.end < len(page) and page.words[c.end] in (",", "("):
        return True
    byline = page.line_before(c.start).lower().split()[:1] == ["by"]
    return byline or any(word.title() in personal() for word in page.words[c.start : c.end])


def _again(page: Page, chosen: list[Candidate]) -> Iterator[Candidate]:
    """The other mentions of unknown names, and of people by the first or last word of their full names."""
    forms: dict[str, EntityType] = {}
    for c in chosen:
        if c.known is not None or c.rank not in (UNSURE, LISTED):
            continue
        text = page.slice(c.start, c.end)
        if text not in forms and "\n" not in text and len(text) > 2:
            forms[text] = c.type
            if c.type == "person" and c.end - c.start > 1:
                for i in (c.start, c.end - 1):
                    if len(page.words[i]) > 1 and people.part_of_name(page, i, set()):
                        forms.setdefault(page.words[i], "person")
    forms |= {form: c.type for form, c in mastheads.shouted(page, chosen).items()}
    root = Node()
    for form, kind in forms.items():
        add(root, form, _of_type(kind))
    for c in chosen:
        if c.type in cluster.ORGANIZED and (short := brackets.abbreviation(page.words[c.end : c.end + 3])):
            forms.setdefault(short, c.type)
    taken = {(c.start, c.end) for c in chosen}
    for found, end, known in page.spot(root):
        start = spans.with_initials(page, found) if known.type == "person" else found
        if (start, end) in taken:
            continue
        if end - start > 1 or page.words[start].isupper() or (page.doc[start].pos_ == "PROPN" and not titles.is_title(page, start)):
            yield Candidate(start, end, known.type, AGAIN)


@cache
def _of_type(kind: EntityType) -> Known:
    """Any name that is known from the text alone."""
    return Known("", kind, "organization")


def _mention(page: Page, candidate: Candidate, shouting: set[int]) -> Mention | None:
    start, end, kind, rank, known = candidate
    if known and known.kind in ("adjective", "group adjective"):
        return None
    if known is None and (spans.junk(page, start, end, kind) or (start in shouting and rank == UNSURE and kind not in ("person", "place"))):
        return None
    mention = Mention(start, end, kind, page.line(start, end))
    if brackets.MORE.match(page.text, page.end(end)):
        brackets.read(mention, page.rest(end))
    if mention.type == "organization":
        brackets.quoted(mention)
    if mention.type == "person":
        inverted.turn(mention)
        mention.role = titles.before(page, start) or titles.after(page, end).role
        first = titles.unadorned(page, start)
        if mention.role is None and titles.introduced(page, first, end):
            mention.role = titles.before(page, first - 1)
    return mention
