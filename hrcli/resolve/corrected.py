"""The user's corrections, applied where records are joined: every command sees them, in whatever order the documents came."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from hrcli.records import Detention, Document, Entity, EntityType
from hrcli.resolve import bodies, keys
from hrcli.resolve.clusters import Marks
from hrcli.resolve.groups import Group, Reason, alone, ids, records
from hrcli.resolve.keys import plain_key
from hrcli.store.corrections import Corrections, Split

Spelled = dict[str, dict[str, str | None]]
"""By document and key of a name in it: what that is called now; None where it is nothing."""


@dataclass(slots=True)
class Outcome:
    """The groups as corrected, the joins that the user asked for, what names mean now, and what could not be applied."""

    groups: list[Group]
    reasons: list[Reason] = field(default_factory=list)
    spelled: Spelled = field(default_factory=dict)
    unknown: list[str] = field(default_factory=list)


def split_marks(told: Sequence[Entity | Detention], splits: Sequence[Split], documents: Mapping[str, Document]) -> list[Marks]:
    """For each record the marks that keep apart what the user says is not one."""
    marks: list[dict[str, frozenset[str]]] = [{} for _ in told]
    bearers = _bearers(told, {form for split in splits for name in split.names_in() for form in (name, plain_key(name))})
    for number, split in enumerate(splits):
        sides: dict[int, set[str]] = defaultdict(set)
        for place, name in enumerate(split.names_in()):
            for i in {*bearers.get(name, ()), *bearers.get(plain_key(name), ())}:
                sides[i].add(str(place) if split.names else _side(documents[told[i].documents[0]], split))
        for i, found in sides.items():
            if len(found) == 1:
                marks[i][f"split:{number}"] = frozenset(found)
    return list(marks)


def _bearers(told: Sequence[Entity | Detention], wanted: set[str]) -> dict[str, list[int]]:
    """The records that have one of the wanted ids or keys of names, by it."""
    found: dict[str, list[int]] = defaultdict(list)
    for i, record in enumerate(told):
        for form in wanted.intersection((record.id, *map(plain_key, alone(record).names()))):
            found[form].append(i)
    return found


def apply(groups: list[Group], said: Corrections, documents: Mapping[str, Document]) -> Outcome:
    """The groups with the corrections applied: names first, so that others can use them, then merges, types and rejections."""
    if said == Corrections():
        return Outcome(groups)
    table = _Table(groups, documents)
    table.name(said)
    table.merge(said)
    table.retype(said)
    table.reject(said)
    for split in said.split:
        for name in [*(split.names or []), *([split.name] if split.name else [])]:
            table.find(name, "split")
    return table.outcome()


class _Table:
    """Groups that can be found by name or id, while they are corrected; one that was given up or rejected is None."""

    def __init__(self, groups: list[Group], documents: Mapping[str, Document]) -> None:
        self._groups: list[Group | None] = list(groups)
        self._rejected: list[Group] = []
        self._touched: set[int] = set()
        self._moved: dict[int, int] = {}
        self._reasons: list[Reason] = []
        self._unknown: dict[str, None] = {}
        self._documents = documents
        self._ids = {id_: i for i, group in enumerate(groups) for id_ in ids(group)}
        self._names: dict[str, list[int]] = defaultdict(list)
        self._others: dict[str, list[int]] = defaultdict(list)
        for i, group in enumerate(groups):
            row, case = group.row(documents), group.case(documents)
            for own in {plain_key(name) for name in (row.name if row else None, None if row else case and case.name) if name}:
                self._names[own].append(i)
            for own in {plain_key(name) for name in group.names()}:
                self._others[own].append(i)

    def find(self, name: str, kind: str) -> list[int]:
        """The groups with this id or, if none, so called; if none, known as that. Notes where there are none."""
        own = [self._ids[name]] if name in self._ids else self._names.get(plain_key(name)) or self._others.get(plain_key(name)) or []
        found = [i for i in dict.fromkeys(map(self._home, own)) if self._groups[i] is not None]
        if not found:
            self._unknown[f"{kind}: nothing is called {name!r}"] = None
        return found

    def name(self, said: Corrections) -> None:
        """Apply renames, aliases and notes."""
        for rename in said.rename:
            for i, group in self._found(rename.name, "rename"):
                group.name = rename.to
                self._know(i, rename.to)
        for alias in said.alias:
            for i, group in self._found(alias.name, "alias"):
                group.aliases.append(alias.alias)
                self._others[plain_key(alias.alias)].append(i)
        for note in said.note:
            for _, group in self._found(note.name, "note"):
                group.notes.append(note.note)

    def merge(self, said: Corrections) -> None:
        """Make groups one; of a name that is a place's and a government's, what is of one kind with the others."""
        for merge in said.merge:
            found = [self.find(name, "merge") for name in merge.names]
            if all(found):
                for home, *others in self._alike(merge.names, found):
                    for other in others:
                        self._join(home, other, "you say so: merge")
                    self._call(home, merge.names[0])

    def retype(self, said: Corrections) -> None:
        """Change types, and join those of the new type who are called alike."""
        for retype in said.retype:
            for i, group in self._found(retype.name, "retype"):
                group.type = retype.type
                self._touched.add(i)
                row = group.row(self._documents)
                for other in self._names.get(plain_key(row.name), ()) if row else ():
                    if other != i and self._groups[other] is not None and self._family(other) == self._family(i):
                        self._join(i, other, "the same name, and you say so: retype")

    def reject(self, said: Corrections) -> None:
        """Drop groups so called; of those merely known as that, the name."""
        for reject in said.reject:
            called = reject.name in self._ids or plain_key(reject.name) in self._names
            for i, group in self._found(reject.name, "reject"):
                if called:
                    self._rejected.append(group)
                    self._groups[i] = None
                else:
                    group.without.add(keys.fold(reject.name))

    def outcome(self) -> Outcome:
        """What has become of the groups."""
        spelled: Spelled = defaultdict(dict)
        for i in sorted(self._touched):
            if (group := self._groups[i]) is not None and (row := group.row(self._documents)):
                _respell(spelled, group, row.name)
                group.name = row.name
        for group in self._rejected:
            _respell(spelled, group, None)
        left = [group for group in self._groups if group is not None]
        return Outcome(left, self._reasons, dict(spelled), list(self._unknown))

    def _home(self, i: int) -> int:
        while i in self._moved:
            i = self._moved[i]
        return i

    def _found(self, name: str, kind: str) -> list[tuple[int, Group]]:
        return [(i, group) for i in self.find(name, kind) if (group := self._groups[i]) is not None]

    def _know(self, i: int, name: str) -> None:
        self._touched.add(i)
        self._names[plain_key(name)].append(i)

    def _call(self, i: int, name: str) -> None:
        group = self._groups[i]
        if group is not None and not group.name and name not in self._ids:
            group.name = next((own for own in group.names() if plain_key(own) == plain_key(name)), name)

    def _alike(self, names: Sequence[str], found: Sequence[list[int]]) -> list[list[int]]:
        """The groups to be made one: those of each family that all names have; else of one family each. Notes where it is not clear."""
        by_family = [{family: [i for i in each if self._family(i) == family] for family in map(self._family, each)} for each in found]
        common = set(by_family[0]).intersection(*by_family[1:])
        chosen = [[each[family] for each in by_family] for family in sorted(common)] or [list(found)]
        for sides in chosen:
            for name, side in zip(names, sides, strict=True):
                if len(side) > 1:
                    known = ", ".join(sorted(id_[:8] for i in side if (id_ := self._id(i))))
                    self._unknown[f"merge: {len(side)} are called {name!r}: say which by id: {known}"] = None
                    return []
        return [list(dict.fromkeys(side[0] for side in sides)) for sides in chosen]

    def _id(self, i: int) -> str:
        group = self._groups[i]
        return min(ids(group)) if group else ""

    def _family(self, i: int) -> str:
        group = self._groups[i]
        row = group.row(self._documents) if group else None
        return bodies.family(row) if row else "person"

    def _join(self, home: int, other: int, why: str) -> None:
        first, second = self._groups[home], self._groups[other]
        if first is None or second is None or home == other:
            return
        row = first.row(self._documents)
        kind: EntityType | None = first.type or (row.type if row else None)
        self._reasons.append(Reason((first.entities or first.cases)[0], (second.entities or second.cases)[0], why))
        first.native = first.native or (row.native_name if row else None)
        first.absorb(second)
        first.type = kind
        self._groups[other] = None
        self._moved[other] = home
        self._touched.add(home)


def _side(where: Document, split: Split) -> str:
    """On which side of a split by documents the records of a document are; without documents, on one of their own."""
    if split.documents is None:
        return where.id
    named = {where.id, where.path, where.path.replace("\\", "/").rpartition("/")[2]}
    return "these" if not named.isdisjoint(split.documents) else "others"


def _respell(spelled: Spelled, group: Group, name: str | None) -> None:
    """Note what the names of a group mean now in each of its documents: not words that others are called by too."""
    for record in records(group):
        person = isinstance(record, Detention) or record.type == "person"
        for own in alone(record).names():
            if person or not keys.is_generic(own):
                spelled[record.documents[0]].setdefault(plain_key(own), name)
