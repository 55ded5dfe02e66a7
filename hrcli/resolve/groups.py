"""What is one across documents: the records that belong together, with what the user has said of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from msgspec.structs import replace

from hrcli.records import Detention, Document, Entity, EntityType
from hrcli.resolve import cases, keys, rows


@dataclass(frozen=True, slots=True)
class Reason:
    """Why two records are one (or might be): the records themselves, and what speaks for it; `weak` where that is little."""

    one: Entity | Detention
    other: Entity | Detention
    why: str
    weak: bool = False


@dataclass(slots=True)
class Group:
    """Records of one thing: entities and, of a person, cases; what the user calls it, and what else the user has said."""

    entities: list[Entity]
    cases: list[Detention] = field(default_factory=list)
    name: str | None = None
    native: str | None = None
    type: EntityType | None = None
    aliases: list[str] = field(default_factory=list)
    without: set[str] = field(default_factory=set)
    notes: list[str] = field(default_factory=list)

    def absorb(self, other: Group) -> None:
        """Take in another group: what was said of this one goes before what was said of the other."""
        self.entities += other.entities
        self.cases += other.cases
        self.name, self.type = self.name or other.name, self.type or other.type
        self.native = self.native or other.native
        self.aliases += other.aliases
        self.without |= other.without
        self.notes += other.notes

    def names(self) -> Iterator[str]:
        """All names under which the documents know it."""
        for entity in self.entities:
            yield from (entity.name, *entity.aliases, *([entity.native_name] if entity.native_name else []))
        for case in self.cases:
            yield from filter(None, (case.name, case.native_name))

    def row(self, documents: Mapping[str, Document]) -> Entity | None:
        """The one entity of all of them, as the user has corrected it; None where there are cases only."""
        if not self.entities:
            return None
        row = rows.merge(self.entities, documents)
        name = self.name or row.name
        if not (self.name or self.native or self.type or self.aliases or self.without):
            return row
        native = self.native or row.native_name
        known = cases.unique(each for each in (row.name, row.native_name, *row.aliases, *self.aliases) if each)
        kept = [alias for alias in known if alias not in (name, native) and keys.fold(alias) not in self.without]
        return replace(row, name=name, native_name=native, type=self.type or row.type, aliases=kept)

    def case(self, documents: Mapping[str, Document]) -> Detention | None:
        """The one case of all of them."""
        if not self.cases:
            return None
        case = cases.merge(self.cases, documents)
        return replace(case, name=self.name or case.name, native_name=self.native or case.native_name)


def ids(group: Group) -> list[str]:
    """The ids of all records of a group."""
    return [record.id for record in records(group)]


def records(group: Group) -> list[Entity | Detention]:
    """All records of a group."""
    return [*group.entities, *group.cases]


def alone(record: Entity | Detention) -> Group:
    """A record as a group of its own."""
    return Group([record]) if isinstance(record, Entity) else Group([], [record])
