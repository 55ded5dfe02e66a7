"""The language model's guesses: trimmed, typed, cut where they hold a known name or two names, without those that are parts of roles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from spacy.tokens import Span

from hrcli.extract.naming import cluster, gazetteer, people, phrases, spans, titles, wording
from hrcli.extract.naming.candidates import UNSURE, Candidate
from hrcli.extract.naming.page import Page
from hrcli.extract.naming.phrases import kind_of
from hrcli.extract.naming.vocabulary import heads, honorifics, officers, personal, roles, words
from hrcli.records import EntityType

JOINING = frozenset(("Sans", "Pour", "Sin", "Para", "Del", "De", "Without", "For", "Against"))
"""Words that no name ends in."""
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


class Ground(NamedTuple):
    """What stands fast before the guesses: where known bodies, places and names of several words end, by where they start;
    the tokens of all known names, and those of headlines."""

    bodies: dict[int, int]
    places: dict[int, int]
    longer: dict[int, int]
    fixed: set[int]
    shouting: set[int]


def find(page: Page, ents: Sequence[Span], known: list[Candidate], fixed: set[int], shouting: set[int]) -> Iterator[Candidate]:
    """The guesses as candidates; `known` are the known names, `fixed` their tokens, `shouting` the tokens of headlines."""
    bodies = {c.start: c.end for c in known if c.type in cluster.ORGANIZED}
    places = {c.start: c.end for c in known if c.type == "place"}
    ground = Ground(bodies, places, {c.start: c.end for c in known if c.end - c.start > 1}, fixed, shouting)
    for ent in ents:
        if ent.label_ not in TYPES or (not shouting and _known_already(page, ent, fixed)):
            continue  # a text with headlines keeps the known ones: `_plausible` looks for a headline's names among all others
        start, end = _trimmed(page, ent)
        if start < end and not _clips(page, start, end, ground.longer) and not _place_and_more(page, start, end, ground):
            yield from _typed(page, start, end, TYPES[ent.label_], ground)


def _trimmed(page: Page, ent: Span) -> tuple[int, int]:
    """A guess without what is no part of the name: "White House", of "White House Press Secretary"."""
    start, end = spans.trim(page, ent.start, ent.end)
    if end - start > 2 and phrases.YEAR.fullmatch(page.words[start]) and heads().get(page.words[end - 1]) == "work":
        start += 1
    start = _past_holder(page, start, end)
    if end - start > 2 and page.words[start + 1] in wording.POSSESSIVE and page.words[start].isupper() and len(page.words[start]) > 1:
        end = start + 1  # "HU's Southern Coast" desk
    office = end - start > 1 and page.words[end - 1] == "Press" and end < len(page) and page.lower[end] in roles()
    return start, end - office


def _past_holder(page: Page, start: int, end: int) -> int:
    """Where a body's name begins behind the office that it has: "Inspector General of the Frontier Guard"."""
    of = next((i for i in range(start + 1, min(start + 3, end - 1)) if page.lower[i] == "of"), start)
    held = of > start and roles().issuperset(page.lower[start:of])
    if not held or heads().get(page.words[end - 1]) not in cluster.ORGANIZED:
        return start
    return min(of + 1 + (page.lower[of + 1] == "the"), end - 1)


def _typed(page: Page, start: int, end: int, default: EntityType, ground: Ground) -> Iterator[Candidate]:
    """The candidates that a guess makes, by what it names."""
    kind = "person" if _named_so(page, start, end) else _type(page, start, end, default)
    if kind == "person":
        yield from _persons(page, start, end, ground)
    elif not _in_office(page, start, end, kind):
        if (cut := _two_bodies(page, start, end)) is not None:
            yield Candidate(start, cut, kind, UNSURE)
            start = cut + 1
        known = ground.bodies.get(start) or ground.places.get(start)
        yield from _behind_known(page, start, end, kind, known) if known else _with_person(page, start, end, kind)


def _two_bodies(page: Page, start: int, end: int) -> int | None:
    """Where "and" joins two bodies that a guess takes for one: "Law Society of Kenya and Harbour Coalition"."""
    if "and" not in page.lower[start + 1 : end - 2] or heads().get(page.words[end - 1]) not in cluster.ORGANIZED:
        return None
    cut = page.lower.index("and", start + 1)
    whole = page.words[cut - 1] in heads() or gazetteer.is_state(page.words[cut - 1])
    headed = any(heads().get(word) in cluster.ORGANIZED for word in page.words[start:cut])
    return cut if whole and headed and page.words[start] not in phrases.OFFICES else None


def _in_office(page: Page, start: int, end: int, kind: EntityType) -> bool:
    """Whether a guess is a role or a part of one: "State for Justice", "the union's Coast Programme" coordinator."""
    ends_in_role = kind in ("organization", "work") and page.lower[end - 1] in roles()
    ends_in_role |= page.words[end - 1] in phrases.OFFICERS and end < len(page) and people.part_of_name(page, end, set())
    return ends_in_role or phrases.of_office(page, start) or (kind in OWNED and _in_role(page, start, end))


def _named_so(page: Page, start: int, end: int) -> bool:
    """Whether a guess at anything is made as people's names are."""
    called = end - start == 2 and page.lower[start] in officers() and people.part_of_name(page, start + 1, set())
    addressed = (page.words[start] in honorifics() or called) and page.words[end - 1] not in heads()
    return addressed or _two_people(page, start, end) or _burmese(page, start, end)


def _persons(page: Page, start: int, end: int, ground: Ground) -> Iterator[Candidate]:
    for a, b in spans.split(page, *titles.strip(page, start, end)):
        whole = titles.strip(page, *spans.person(page, a, b, ground.fixed))
        first, last = spans.without_opener(page, *whole, capitals=start in ground.shouting)
        if first < last:
            yield Candidate(first, _repeated(page, first, last), "person", UNSURE)


def widened(page: Page, found: list[Candidate], shouting: set[int]) -> list[Candidate]:
    """The candidates, unknown organisations with the capitalised words that stand before them within a sentence: "told Free Kelma"."""
    taken = {i for c in found for i in range(c.start, c.end)}
    wide = []
    for c in found:
        start, end = c.start, c.end
        open_ = c.type == "organization" and c.rank == UNSURE
        while open_ and start - 1 not in taken | shouting and _may_begin(page, start):
            start -= 1
        while open_ and end not in taken | shouting and page.words[end - 1] in JOINING and _may_begin(page, end + 1):
            end += 1
        wide.append(c._replace(start=start, end=end))
    return wide


def _may_begin(page: Page, at: int) -> bool:
    """Whether the word before an organisation's name is a part of it: a capital that no sentence begins with, and no role."""
    if at < 2 or at in page.openers or at - 1 in page.openers or page.words[at - 2] in spans.QUOTES or page.words[at - 2].isspace():
        return False
    before = page.words[at - 1]
    return before.isalpha() and before.istitle() and wording.is_name_word(page, at - 1) and not titles.is_title(page, at - 1)


def _place_and_more(page: Page, start: int, end: int, ground: Ground) -> bool:
    """Whether a guess is a known place with a verb of the headline or an abbreviation behind it: "Peru Frees", "Canberra ACT"."""
    known = ground.places.get(start, end)
    if known >= end:
        return False
    rest = page.words[known:end]
    small = all(word.islower() for word in rest) and rest[-1] not in words().place_lower | words().public_body_lower
    return small or all(word.isupper() for word in rest) or (start in ground.shouting and len(rest) == 1 and rest[0] not in heads())


def _burmese(page: Page, start: int, end: int) -> bool:
    """Whether a guess is "U" and a name: "U Thein Hlaing"."""
    return page.words[start] == "U" and 1 < end - start < 5 and all(people.part_of_name(page, i, set()) for i in range(start + 1, end))


def _two_people(page: Page, start: int, end: int) -> bool:
    """Whether a guess is two forenames with "and" between them."""
    joined = end - start == 3 and page.lower[start + 1] == "and"
    return joined and not personal().isdisjoint((page.words[start], page.words[end - 1])) and page.words[end - 1] not in heads()


def _clips(page: Page, start: int, end: int, longer: dict[int, int]) -> bool:
    """Whether a guess takes but a part of a known name, or a number or "and" before it: "New York-based Committee" to Protect X."""
    for at in range(start + 1, end):
        stop = longer.get(at, 0)
        if end < stop or (end == stop and (page.doc[start].like_num or page.lower[at - 1] == "and")):
            return True
    return False


def _repeated(page: Page, start: int, end: int) -> int:
    """The end of a name, of one half where it stands there twice: a byline under a byline."""
    half = (start + end) // 2
    return half if (end - start) % 2 == 0 and page.words[start:half] == page.words[half:end] else end


def _behind_known(page: Page, start: int, end: int, kind: EntityType, known: int) -> Iterator[Candidate]:
    """A guess that begins with a known body: as it is, or what is behind the body where that is a person, or none where a role goes on."""
    if end > known and all(people.part_of_name(page, i, set()) for i in range(known, end)) and _personal(page, known, end):
        yield Candidate(known, end, "person", UNSURE)
    elif not _role_goes_on(page, end):
        yield from _with_person(page, start, end, kind)


def _personal(page: Page, start: int, end: int) -> bool:
    """Whether words behind a body can be the name of somebody: one of them is a forename or a surname."""
    return any(word in personal() for word in page.words[start:end])


def _role_goes_on(page: Page, end: int) -> bool:
    """Whether "and" and a role stand behind: "RFA Mandarin and Cantonese service editor"."""
    return page.lower[end : end + 1] == ["and"] and not roles().isdisjoint(page.lower[end + 1 : end + 6])


def _known_already(page: Page, ent: Span, fixed: set[int]) -> bool:
    """Whether a guess at anything but a person is made of known names alone."""
    start, end = ent.start, ent.end
    return ent.label_ != "PERSON" and fixed.issuperset(range(start, end)) and honorifics().isdisjoint(page.words[start:end])


def _in_role(page: Page, start: int, end: int) -> bool:
    """Whether a guess is but part of a role: "the union's Coast Programme coordinator"."""
    return start > 0 and end < len(page) and page.words[start - 1] in wording.POSSESSIVE and page.lower[end] in roles()


def _with_person(page: Page, start: int, end: int, kind: EntityType) -> Iterator[Candidate]:
    """A guess as it is; with a role or a body's head before what can be a name, a person too: "Harbour Union Fellow Ada Brook"."""
    addressed = next((i for i in range(start + 1, end - 1) if page.words[i] in honorifics() and kind == "organization"), None)
    if addressed is not None and all(people.part_of_name(page, i, set()) for i in range(addressed + 1, end)):
        if page.lower[start] not in roles():
            yield Candidate(start, addressed, kind, UNSURE)
        yield Candidate(addressed + 1, end, "person", UNSURE)  # "Harbour Union Dr. Ada Brook"
        return
    within = start > 0 and page.words[start - 1] in phrases.CONNECTORS  # "Bureau of Justice WeChat Account"
    titled = titles.of_one(page, start) or (page.lower[start] in roles() and _personal(page, start + 1, end))
    bodily = kind == "organization" or page.words[start] in phrases.OFFICERS
    at_front = bodily and end - start > 2 and ((titled and not within) or titles.in_portfolio(page, start))
    inside = (i for i in range(start + 1, end - 2) if page.lower[i] in roles() and kind == "organization")
    role = start if at_front else next(inside, None)
    first = role if role is not None else end
    while first < end - 1 and page.lower[first] in roles():
        first += 1  # "Inspector General" Ada Brook
    if role is not None and page.words[role].istitle() and all(people.part_of_name(page, i, set()) for i in range(first, end)):
        body, person = role, first
    else:
        body = person = phrases.member(page, start, end) if kind == "organization" else end
    if start < body:
        yield Candidate(start, body, kind, UNSURE)
    if person < end:
        yield Candidate(person, end, "person", UNSURE)


def _type(page: Page, start: int, end: int, default: EntityType) -> EntityType:
    told = default == "organization" or (default in ("person", "place") and end - start > 1 and _is_head(page.words[end - 1]))
    if default in ("person", "place") and end - start == 1 and heads().get(page.words[start]) == "public_body":
        return "public_body"  # "the Gendarmerie"
    if default == "person" and end - start > 1 and heads().get(page.words[start]) == "organization" and page.lower[start] not in roles():
        return "organization"  # "Forum Nowa Europa"
    told = told or (default == "event" and heads().get(page.words[end - 1]) in ("public_body", "work"))
    return kind_of(page, start, end, default) if told else default


def _is_head(word: str) -> bool:
    """Whether a word ends names of bodies or places, also in capitals."""
    return word in heads() or (word.isupper() and len(word) > 3 and word.title() in heads())
