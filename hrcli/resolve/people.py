"""Who is who: persons of several documents who are one person.

Precision first. A full name (in either order) or a name in its own script joins; a mark that differs (another native
name, another initial) parts. A bare surname joins only where a role, an affiliation or the time speaks for it, nothing
speaks against it, and one bearer alone fits.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import combinations, pairwise

from hrcli.records import Detention, Document, Entity
from hrcli.resolve import keys
from hrcli.resolve.clusters import Marks, link, union

OFFICE_YEARS = 8
"""The same surname and office further apart than this are two holders of the office."""
NEWS_YEARS = 1
"""A bare surname without a role is taken for the one bearer known only within this time."""


@dataclass(frozen=True)
class Person:
    """What is known of one person (or several records of one) for telling persons apart."""

    names: frozenset[str] = frozenset()
    surnames: frozenset[str] = frozenset()
    marks: Marks = field(default_factory=dict)
    roles: frozenset[frozenset[str]] = frozenset()
    affiliations: frozenset[str] = frozenset()
    documents: frozenset[str] = frozenset()
    years: frozenset[int] = frozenset()
    full: bool = False


def of_entity(entity: Entity, document: Document | None) -> Person:
    """A person entity of one document; `record:ID` among the names lets a detention point to it."""
    names = [entity.name, *entity.aliases, *([entity.native_name] if entity.native_name else [])]
    titles = [title for name in names if (title := keys.title_of(name))]
    return _person(names, [*entity.roles, *titles], entity.affiliations, entity.documents, document, f"record:{entity.id}")


def of_detention(case: Detention, document: Document | None, entities: Iterable[Entity]) -> Person:
    """The person of a case; `entities` are the persons of the same document, one of whom it usually is."""
    names = [name for name in (case.name, case.native_name) if name]
    bearers = [entity for entity in entities if _named(entity, names)]
    pointer = f"record:{bearers[0].id}" if len(bearers) == 1 else f"record:{case.id}"
    roles = [case.occupation] if case.occupation else []
    affiliations = [case.affiliation] if case.affiliation else []
    return _person(names, roles, affiliations, case.documents, document, pointer)


def cluster(people: Sequence[Person]) -> list[list[int]]:
    """The indices of `people` that are one person each; depends on the order of `people` in nothing but numbering."""
    known = link([p.marks for p in people], [p.names for p in people])
    merged = [_merge(people[i] for i in members) for members in known]
    ties: list[set[str]] = [set() for _ in merged]
    for i, j in [*_office_holders(merged), *_bearers(merged)]:
        ties[i].add(f"{i}-{j}")
        ties[j].add(f"{i}-{j}")
    joined = link([p.marks for p in merged], ties)
    return sorted(sorted(i for home in homes for i in known[home]) for homes in joined)


def _person(
    names: Sequence[str],
    roles: Iterable[str],
    affiliations: Iterable[str],
    documents: Iterable[str],
    document: Document | None,
    pointer: str,
) -> Person:
    native = [name for name in names if keys.is_native(name)]
    latin = [key for name in names if not keys.is_native(name) and (key := keys.person_key(name))]
    full = [each for each in latin if each.full]
    scripts = [{f"native:{keys.script(name)}": frozenset({keys.native_key(name)})} for name in native]
    spelled = {f"name:{order}" for each in full for order in each.orders} | {f"native:{keys.native_key(name)}" for name in native}
    return Person(
        names=frozenset(spelled | {pointer}),
        surnames=frozenset(surname for each in full or latin for surname in each.surnames),
        marks=union([*scripts, *(each.marks for each in full)]),
        roles=frozenset(words for role in roles if (words := keys.role_key(role))),
        affiliations=frozenset(keys.body_key(name) for name in affiliations),
        documents=frozenset(documents),
        years=frozenset(_year(document)),
        full=bool(full or native),
    )


def _year(document: Document | None) -> list[int]:
    date = document.date if document else None
    return [int(date[:4])] if date and date[:4].isdigit() else []


def _named(entity: Entity, names: Sequence[str]) -> bool:
    own = [entity.name, *entity.aliases, entity.native_name]
    spelled = {spelling for name in own if name for spelling in _spellings(name)}
    return any(_spellings(name) & spelled for name in names)


def _spellings(name: str) -> frozenset[str]:
    if keys.is_native(name):
        return frozenset({keys.native_key(name)})
    key = keys.person_key(name)
    return key.orders if key else frozenset()


def _merge(people: Iterable[Person]) -> Person:
    each = list(people)
    full = [p for p in each if p.full] or each
    return Person(
        surnames=frozenset().union(*(p.surnames for p in full)),
        marks=union(p.marks for p in each),
        roles=frozenset().union(*(p.roles for p in each)),
        affiliations=frozenset().union(*(p.affiliations for p in each)),
        documents=frozenset().union(*(p.documents for p in each)),
        years=frozenset().union(*(p.years for p in each)),
        full=any(p.full for p in each),
    )


def _by_surname(people: Sequence[Person], *, full: bool) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for i, person in enumerate(people):
        for surname in person.surnames if person.full is full else ():
            found[surname].append(i)
    return found


def _office_holders(people: Sequence[Person]) -> list[tuple[int, int]]:
    """Pairs of bare surnames in the same office at the same time."""
    pairs = []
    for group in _by_surname(people, full=False).values():
        alike = _alike(people, group)
        leaders = [members[0] for members in alike]
        pairs += [pair for members in alike for pair in pairwise(members)]
        pairs += [(i, j) for i, j in combinations(leaders, 2) if _same_office(people[i], people[j], [people[k] for k in leaders])]
    return pairs


def _alike(people: Sequence[Person], group: Iterable[int]) -> list[list[int]]:
    """The persons of `group` with the same known roles and years, together; the others alone."""
    found: dict[object, list[int]] = defaultdict(list)
    for i in group:
        found[(people[i].roles, people[i].years) if people[i].roles and people[i].years else i].append(i)
    return list(found.values())


def _same_office(one: Person, other: Person, namesakes: Iterable[Person]) -> bool:
    """Whether two bare surnames are one holder of an office; where a date is wanting, all namesakes in that office must be of one time."""
    if not _agree(one, other) or not one.documents.isdisjoint(other.documents):
        return False
    gap = _gap(one, other)
    if gap is not None:
        return gap <= OFFICE_YEARS
    years = [year for each in namesakes if _agree(each, one) or _agree(each, other) for year in each.years]
    return not years or max(years) - min(years) <= OFFICE_YEARS


def _bearers(people: Sequence[Person]) -> list[tuple[int, int]]:
    """Pairs of a bare surname and the one full name that it stands for."""
    full = _by_surname(people, full=True)
    pairs = []
    for surname, bare in sorted(_by_surname(people, full=False).items()):
        for i in bare:
            candidates = full.get(surname, [])
            fitting = [j for j in candidates if _fits(people[i], people[j], alone=len(candidates) == 1)]
            pairs += [(i, fitting[0])] if len(fitting) == 1 else []
    return pairs


def _fits(bare: Person, bearer: Person, *, alone: bool) -> bool:
    """Whether a bare surname may stand for `bearer`, of whose surname there are others unless `alone`."""
    gap = _gap(bare, bearer)
    if not bare.documents.isdisjoint(bearer.documents) or (gap or 0) > OFFICE_YEARS:
        return False
    if bare.roles and bearer.roles and not _agree(bare, bearer):
        return False
    shared = _agree(bare, bearer) or bool(bare.affiliations & bearer.affiliations)
    return shared or (alone and gap is not None and gap <= NEWS_YEARS)


def _agree(one: Person, other: Person) -> bool:
    return any(keys.same_role(a, b) for a in one.roles for b in other.roles)


def _gap(one: Person, other: Person) -> int | None:
    """The years between two persons' documents; None where nobody knows."""
    return min((abs(a - b) for a in one.years for b in other.years), default=None)
