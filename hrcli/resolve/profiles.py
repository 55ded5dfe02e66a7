"""What is known of a person, and how much of it speaks for or against two records being of one person."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from hrcli.records import Detention, Document, Entity
from hrcli.resolve import keys
from hrcli.resolve.clusters import Marks, union
from hrcli.resolve.scenes import NOWHERE, Scene

APART_YEARS = 15
"""Documents further apart than this speak against one person, a little."""
LIFE_YEARS = 40
"""Documents further apart than this speak against one person."""
SCENES = 8  # of a person's documents: that many are looked at for the company kept
APART = -2
"""The balance at which two of one name are taken for two."""


@dataclass(slots=True)
class Profile:
    """What is known of one person, from one record or several."""

    surnames: set[str] = field(default_factory=set)
    parts: set[tuple[str, ...]] = field(default_factory=set)
    roles: dict[frozenset[str], str] = field(default_factory=dict)
    affiliations: dict[str, str] = field(default_factory=dict)
    countries: set[str] = field(default_factory=set)
    documents: set[str] = field(default_factory=set)
    scenes: list[str] = field(default_factory=list)
    years: set[int] = field(default_factory=set)
    full: bool = False

    def absorb(self, other: Profile) -> None:
        """Take in what is known from another record of the same person."""
        if other.full and not self.full:
            self.surnames, self.parts = other.surnames, other.parts
        elif other.full is self.full:
            self.surnames |= other.surnames
            self.parts |= other.parts
        self.roles = {**other.roles, **self.roles}
        self.affiliations = {**other.affiliations, **self.affiliations}
        self.countries |= other.countries
        self.documents |= other.documents
        self.scenes = [*self.scenes, *other.scenes][:SCENES]
        self.years |= other.years
        self.full = self.full or other.full


@dataclass(frozen=True, slots=True)
class Person:
    """A record of a person as it comes: the keys of its names, what tells namesakes apart, and what else is known.

    `record` is the id of the record that it points to: a detention to the entity whom it is about.
    """

    names: frozenset[str]
    marks: Marks
    record: str
    profile: Profile


@dataclass(frozen=True, slots=True)
class Balance:
    """What speaks for one person less what speaks against, and both in words."""

    score: int
    told: tuple[str, ...] = ()


def of_entity(entity: Entity, document: Document | None) -> Person:
    """A person entity of one document."""
    names = [entity.name, *entity.aliases, *([entity.native_name] if entity.native_name else [])]
    titles = [title for name in names if (title := keys.title_of(name))]
    country = {entity.country} if entity.country else set()
    return _person(names, [*entity.roles, *titles], entity.affiliations, country, entity.documents[0], document, entity.id)


def of_detention(case: Detention, document: Document | None, entities: Iterable[Entity]) -> Person:
    """The person of a case; `entities` are the persons of the same document, one of whom it usually is."""
    names = [name for name in (case.name, case.native_name) if name]
    bearers = [entity for entity in entities if _named(entity, names)]
    record = bearers[0].id if len(bearers) == 1 else case.id
    roles = [case.occupation] if case.occupation else []
    affiliations = [case.affiliation] if case.affiliation else []
    return _person(names, roles, affiliations, set(), case.documents[0], document, record)


def weigh(one: Profile, other: Profile, scene: Mapping[str, Scene]) -> Balance:
    """How much speaks for two records of one name being one person: 0 where nothing is known."""
    against = [*_places(one, other, scene), *_times(one, other)]
    found: list[tuple[int, str]] = [*_roles(one, other), *_affiliations(one, other), *against]
    if sum(points for points, _ in found) < 0:
        found += company(one, other, scene)
    return Balance(sum(points for points, _ in found), tuple(said for _, said in found))


def company(one: Profile, other: Profile, scene: Mapping[str, Scene]) -> list[tuple[int, str]]:
    """The people, else the organisations, that the documents of both name."""
    own = {order for profile in (one, other) for order in _orders(profile)}
    for points, get in ((2, _people), (1, _organizations)):
        theirs = {key for where in other.scenes for key in get(scene.get(where, NOWHERE))} - own
        shared = sorted((key, name) for where in one.scenes for key, name in get(scene.get(where, NOWHERE)).items() if key in theirs)
        if shared:
            return [(points, f"both are named with {shared[0][1]}")]
    return []


def same_post(one: Profile, other: Profile) -> str | None:
    """A role of both that one person holds at a time: an office, or a post with the word that says which."""
    return next((one.roles[a] for a in one.roles for b in other.roles if keys.same_role(a, b) and keys.office_of(a & b)), None)


def gap(one: Profile, other: Profile) -> int | None:
    """The years between two persons' documents; None where nobody knows."""
    if not one.years.isdisjoint(other.years):
        return 0
    return min((abs(a - b) for a in one.years for b in other.years), default=None)


def agree(one: Profile, other: Profile) -> str | None:
    """A role that both may have."""
    return next((one.roles[a] for a in one.roles for b in other.roles if keys.same_role(a, b)), None)


def _orders(profile: Profile) -> Iterable[str]:
    return (order for parts in profile.parts if (found := keys.person_key(" ".join(parts))) for order in found.orders)


def _people(scene: Scene) -> Mapping[str, str]:
    return scene.people


def _organizations(scene: Scene) -> Mapping[str, str]:
    return scene.organizations


def _roles(one: Profile, other: Profile) -> list[tuple[int, str]]:
    if not one.roles or not other.roles:
        return []
    if post := same_post(one, other):
        return [(2, f"the same post: {post}")]
    role = agree(one, other)
    return [(1, f"the same role: {role}")] if role else [(-1, "other roles")]


def _affiliations(one: Profile, other: Profile) -> list[tuple[int, str]]:
    if not one.affiliations or not other.affiliations:
        return []
    shared = sorted(one.affiliations.keys() & other.affiliations.keys())
    return [(3, f"both of {one.affiliations[shared[0]]}")] if shared else [(-1, "other organisations")]


def _places(one: Profile, other: Profile, scene: Mapping[str, Scene]) -> list[tuple[int, str]]:
    if one.countries and other.countries:
        return [(-3, "other countries")] if one.countries.isdisjoint(other.countries) else []
    here, there = (_setting(profile, scene) for profile in (one, other))
    return [(-1, "documents about other countries")] if here and there and here.isdisjoint(there) else []


def _setting(profile: Profile, scene: Mapping[str, Scene]) -> set[str]:
    return profile.countries or {code for where in profile.scenes for code in scene.get(where, NOWHERE).countries}


def _times(one: Profile, other: Profile) -> list[tuple[int, str]]:
    years = gap(one, other) or 0
    if years < APART_YEARS:
        return []
    return [(-2 if years >= LIFE_YEARS else -1, f"documents {years} years apart")]


def _person(
    names: list[str],
    roles: Iterable[str],
    affiliations: Iterable[str],
    countries: set[str],
    where: str,
    document: Document | None,
    record: str,
) -> Person:
    native = [name for name in names if keys.is_native(name)]
    latin = [key for name in names if not keys.is_native(name) and (key := keys.person_key(name))]
    full = [each for each in latin if each.full]
    scripts: list[Marks] = [{f"native:{keys.script(name)}": frozenset({keys.native_key(name)})} for name in native]
    spelled = {f"name:{order}" for each in full for order in each.orders} | {f"native:{keys.native_key(name)}" for name in native}
    profile = Profile(
        surnames={surname for each in full or latin for surname in each.surnames},
        parts={each.parts for each in full or latin},
        roles={words: role for role in roles if (words := keys.role_key(role))},
        affiliations={keys.body_key(name): name for name in affiliations},
        countries=countries,
        documents={where},
        scenes=[where],
        years=_year(document),
        full=bool(full or native),
    )
    return Person(frozenset(spelled), union([*scripts, *(each.marks for each in full)]), record, profile)


def _year(document: Document | None) -> set[int]:
    date = document.date if document else None
    return {int(date[:4])} if date and date[:4].isdigit() else set()


def _named(entity: Entity, names: Iterable[str]) -> bool:
    own = [entity.name, *entity.aliases, entity.native_name]
    spelled = {spelling for name in own if name for spelling in _spellings(name)}
    return any(_spellings(name) & spelled for name in names)


def _spellings(name: str) -> frozenset[str]:
    if keys.is_native(name):
        return frozenset({keys.native_key(name)})
    key = keys.person_key(name)
    return key.orders if key else frozenset()
