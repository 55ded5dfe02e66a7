"""Questions as the joined rows answer them: each filter of `hrcli.resolve.select` as a condition on columns and keys.

A name that is asked for stands for the actors that bear it or, where none does, for those whose names contain it. A row tells of
them where it has the name itself among its keys, or "#" with the id of one of them.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from hrcli.store.joined import KINDS, LONG

FIRST, LAST = "0000", "9999-12-31"
FEW = 50_000  # rows that are looked up; of more, each row of the answer is checked
SHORT = 2  # years of a question that is answered by an index of days
Values = tuple[str | int, ...]


@dataclass(frozen=True)
class Name:
    """A name asked for: its key, all keys one of which an actor must have to bear it, its words, and the types of actors it may mean."""

    key: str
    keys: frozenset[str]
    words: tuple[str, ...]
    initials: str
    types: tuple[str, ...]


@dataclass(frozen=True)
class Wanted:
    """Which rows of one of KINDS are wanted; what is None or empty does not matter. `days` are the first and the last one.

    `document` is an id, a path, a file's name or, `folded`, words of a title; `theme` says whether a theme is one of those wanted;
    `id` is the beginning of one. `equal` and `among` have a value, or several, by column; `keys` and `beginnings` by role: one of the
    keys of any of the roles must be there, and of each role all beginnings. `held` are days of custody.
    """

    kind: str
    org: Name | None = None
    source: Name | None = None
    target: Name | None = None
    person: Name | None = None
    actor: Name | None = None
    document: str | None = None
    folded: str = ""
    id: str = ""
    equal: dict[str, str | int] = field(default_factory=dict)
    among: Mapping[str, Sequence[str]] = field(default_factory=dict)
    keys: Mapping[str, Sequence[str]] = field(default_factory=dict)
    beginnings: Mapping[str, Sequence[str]] = field(default_factory=dict)
    min_mentions: int | None = None
    theme: Callable[[str], bool] | None = None
    days: tuple[str, str] | None = None
    held: tuple[str, str] | None = None


@dataclass(frozen=True)
class Condition:
    """A piece of SQL, and the values that it leaves open."""

    sql: str
    values: Values = ()


@dataclass(frozen=True)
class Keyed:
    """The rows of a kind that have one of some keys in a role."""

    kind: str
    role: str
    keys: Sequence[str]

    def rows(self) -> Condition:
        """The query for their numbers."""
        return _listed(f"SELECT row FROM joined_{self.kind}_keys WHERE role = '{self.role}' AND key IN ({{}})", self.keys)

    def this(self) -> Condition:
        """That a row is one of them."""
        table = f"joined_{self.kind}_keys"
        sql = f"EXISTS (SELECT 1 FROM {table} AS of WHERE of.row = this.number AND of.role = '{self.role}' AND of.key IN ({{}}))"
        return _listed(sql, self.keys)


class Asking:
    """The conditions of one question, looked up in one store."""

    def __init__(self, connection: sqlite3.Connection, wanted: Wanted) -> None:
        self._connection = connection
        self._wanted = wanted

    def conditions(self) -> list[Condition]:
        """What holds of the rows that are wanted; all of it must."""
        kind = self._wanted.kind
        found = [Condition(f"this.{column} = ?", (value,)) for column, value in self._wanted.equal.items()]
        found += [_listed(f"this.{column} IN ({{}})", values) for column, values in self._wanted.among.items()]
        found += self._by_document(kind)
        found += self._by_key(kind)
        found += getattr(self, f"_of_{kind}")()
        return found

    def _of_documents(self) -> Iterator[Condition]:
        if org := self._wanted.org:
            yield self._any(Keyed("documents", "publisher", self._means(org)), Keyed("documents", "initials", [org.initials]))
        if self._wanted.days:
            yield _within("documents", self._wanted.days)

    def _of_entities(self) -> Iterator[Condition]:
        wanted = self._wanted
        if wanted.org:
            borne = _listed("this.id IN ({})", self._bearers(wanted.org))
            members = self._any(Keyed("entities", "affiliation", self._means(wanted.org)))
            yield Condition(f"({borne.sql} OR {members.sql})", borne.values + members.values)
        for name in filter(None, (wanted.person, wanted.actor)):
            yield _listed("this.id IN ({})", self._bearers(name))
        if wanted.min_mentions is not None:
            yield Condition("this.mentions >= ?", (wanted.min_mentions,))
        if wanted.days:
            yield self._told_by_documents_of(wanted.days)

    def _told_by_documents_of(self, days: tuple[str, str]) -> Condition:
        """That one of a row's documents, among those that are left, is of these days: by the documents, where they are few."""
        asked = self._wanted
        left = Wanted("documents", org=asked.org, days=days, document=asked.document, folded=asked.folded)
        found = Asking(self._connection, left).conditions()
        where = " AND ".join(each.sql.replace("this.", "that.") for each in found)
        values = tuple(value for each in found for value in each.values)
        if self._many(Condition(f"SELECT 1 FROM joined_documents AS that WHERE {where}", values)):
            source = "joined_entities_keys AS told JOIN joined_documents AS that ON that.id = told.key"
            sql = f"EXISTS (SELECT 1 FROM {source} WHERE told.row = this.number AND told.role = 'document' AND {where})"
        else:
            ids = f"SELECT that.id FROM joined_documents AS that WHERE {where}"
            sql = f"this.number IN (SELECT row FROM joined_entities_keys WHERE role = 'document' AND key IN ({ids}))"
        return Condition(sql, values)

    def _of_demands(self) -> Iterator[Condition]:
        wanted = self._wanted
        if wanted.org:
            staff = [f"#{id}" for id in (*self._bearers(wanted.org), *self._members(wanted.org))]
            named = Keyed("demands", "org", self._means(wanted.org))
            yield self._any(named, Keyed("demands", "speaker", staff), Keyed("demands", "initials", [wanted.org.initials]))
        if wanted.source:
            speakers = [f"#{id}" for id in self._bearers(wanted.source)]
            yield self._any(Keyed("demands", "source", self._means(wanted.source)), Keyed("demands", "speaker", speakers))
        if wanted.target:
            yield self._any(Keyed("demands", "target", self._means(wanted.target)))
        if wanted.person:
            yield self._any(Keyed("demands", "person", self._means(wanted.person)))
        if wanted.theme:
            yield self._any(Keyed("demands", "theme", [each for each in self._themes() if wanted.theme(each)]))
        if wanted.days:
            yield _within("demands", wanted.days)

    def _of_detentions(self) -> Iterator[Condition]:
        wanted = self._wanted
        if wanted.org:
            staff = _listed("this.person IN ({})", [*self._bearers(wanted.org), *self._members(wanted.org)])
            tied, published = (Keyed("detentions", role, self._means(wanted.org)) for role in ("tie", "publisher"))
            told = self._any(tied, published, Keyed("detentions", "initials", [wanted.org.initials]))
            yield Condition(f"({staff.sql} OR {told.sql})", staff.values + told.values)
        if wanted.person:
            yield self._any(Keyed("detentions", "person", self._means(wanted.person)))
        if wanted.held:
            first, last = wanted.held  # a key is the first and the last day of a time of custody, with a space between
            sql = "SELECT row FROM joined_detentions_keys WHERE role = 'held' AND key < ? || '!' AND substr(key, 12) >= ?"
            yield Condition(f"this.number IN ({sql})", (last, first))
        if wanted.days:
            held, freed = (_overlap(wanted.days, *days) for days in (("first", "last"), ("first_released", "last_released")))
            yield Condition(f"({held.sql} OR {freed.sql})", held.values + freed.values)

    def _of_timeline(self) -> Iterator[Condition]:
        for name in (self._wanted.person, self._wanted.actor):
            if name:
                yield self._any(Keyed("timeline", "actor", self._means(name)))
        if self._wanted.days:
            first, last = self._wanted.days
            yield _within("timeline", self._wanted.days)
            yield Condition("(NOT this.vague OR (this.first >= ? AND this.last <= ?))", (first, last))

    def _any(self, *several: Keyed) -> Condition:
        """That a row is among those of one of several keys: looked up where these are few, else checked of each row that comes up."""
        rows = [each.rows() for each in several]
        found = Condition(" UNION ALL ".join(each.sql for each in rows), tuple(value for each in rows for value in each.values))
        if not self._many(found):
            return Condition(f"this.number IN ({found.sql})", found.values)
        checks = [each.this() for each in several]
        return Condition(f"({' OR '.join(each.sql for each in checks)})", tuple(value for each in checks for value in each.values))

    def _many(self, query: Condition) -> bool:
        """Whether a query finds more rows than one would look up."""
        ((count,),) = self._connection.execute(f"SELECT COUNT(*) FROM (SELECT 1 FROM ({query.sql}) LIMIT {FEW + 1})", query.values)
        return bool(count > FEW)

    def _by_document(self, kind: str) -> Iterator[Condition]:
        if self._wanted.document is None:
            return
        ids = self._documents(self._wanted.document.strip())
        yield _listed("this.id IN ({})", ids) if kind == "documents" else self._any(Keyed(kind, "document", ids))

    def _by_key(self, kind: str) -> Iterator[Condition]:
        if self._wanted.id:
            yield Condition("(this.id >= ? AND this.id < ? || char(0x10ffff))", (self._wanted.id,) * 2)
        if self._wanted.keys:
            yield self._any(*(Keyed(kind, role, of_role) for role, of_role in self._wanted.keys.items()))
        for role, words in self._wanted.beginnings.items():
            sql = f"SELECT row FROM joined_{kind}_keys WHERE role = '{role}' AND key >= ? AND key < ? || char(0x10ffff)"
            yield from (Condition(f"this.number IN ({sql})", (word, word)) for word in words)

    def _documents(self, text: str) -> list[str]:
        """The ids of the documents that a text stands for, as `hrcli.resolve.select` understands it."""
        so_called = " UNION ".join(f"SELECT id FROM documents WHERE {column} = ?" for column in ("id", "path", "name"))
        exact = self._ids(f"SELECT id FROM joined_documents WHERE id IN ({so_called})", text, text, text)
        if exact or not text:
            return exact
        lower = text.lower()
        return self._ids(
            "SELECT id FROM joined_documents WHERE substr(id, 1, ?) = ? OR instr(title, ?)", len(lower), lower, self._wanted.folded
        )

    def _means(self, name: Name) -> list[str]:
        """The keys of rows that tell of whom a name means."""
        return [name.key, *(f"#{id}" for id in self._bearers(name))]

    def _bearers(self, name: Name) -> list[str]:
        """The ids of the actors that bear a name or, where none does, of those whose names contain it."""
        of_type = Condition(f"type IN ({', '.join('?' * len(name.types))})", name.types)
        borne = Keyed("entities", "bears", sorted(name.keys)).rows()
        found = self._ids(f"SELECT id FROM joined_entities WHERE number IN ({borne.sql}) AND {of_type.sql}", *borne.values, *of_type.values)
        if found or not name.words:
            return found
        near = Keyed("entities", "word", [name.words[0]]).rows()
        sql = f"SELECT id FROM joined_entities WHERE number IN ({near.sql}) AND {of_type.sql} AND instr(spelled, ?)"
        return self._ids(sql, *near.values, *of_type.values, f" {' '.join(name.words)} ")

    def _members(self, org: Name) -> list[str]:
        """The ids of those who belong to a body."""
        found = Keyed("entities", "affiliation", self._means(org)).rows()
        return self._ids(f"SELECT id FROM joined_entities WHERE number IN ({found.sql})", *found.values)

    def _themes(self) -> list[str]:
        """All themes, each looked up once behind the one before it: there are a few, of very many demands."""
        sql = """
            WITH RECURSIVE theme (key) AS (
                SELECT MIN(key) FROM joined_demands_keys WHERE role = 'theme' UNION ALL
                SELECT (SELECT MIN(key) FROM joined_demands_keys WHERE role = 'theme' AND key > theme.key) FROM theme
                WHERE theme.key IS NOT NULL
            ) SELECT key FROM theme WHERE key IS NOT NULL
        """
        return self._ids(sql)

    def _ids(self, sql: str, *values: str | int) -> list[str]:
        return [id for (id,) in self._connection.execute(sql, values)]


def where(connection: sqlite3.Connection, wanted: Wanted) -> Condition:
    """What holds of the rows that are wanted; they are called `this`."""
    conditions = Asking(connection, wanted).conditions()
    return Condition(" AND ".join(["1", *(each.sql for each in conditions)]), tuple(value for each in conditions for value in each.values))


def select(connection: sqlite3.Connection, wanted: Wanted, columns: str) -> Condition:
    """The query for the rows that are wanted, in their order."""
    condition = where(connection, wanted)
    order = ", ".join(f"this.{column}" for column in KINDS[wanted.kind].order.split(", "))
    sql = f"SELECT {columns} FROM joined_{wanted.kind} AS this WHERE {condition.sql} ORDER BY {order}"
    return Condition(sql, condition.values)


def _listed(sql: str, values: Sequence[str]) -> Condition:
    """A query for one of several values: some in their places, very many as one JSON array."""
    if len(values) <= 1:
        return Condition(sql.format("?" if values else ""), tuple(values))
    return Condition(sql.format("SELECT value FROM json_each(?)"), (json.dumps(values),))


def _within(kind: str, days: tuple[str, str]) -> Condition:
    """That the days of a row overlap with these. Of a short time, rows are looked up by their first day, but for the few long ones."""
    first, last = days
    if not (first[:4].isdigit() and last[:4].isdigit()) or int(last[:4]) - int(first[:4]) > SHORT:
        return _overlap(days, "first", "last")
    table, overlap = f"joined_{kind}", "first <= ? AND last >= ?"
    sql = f"""this.number IN (SELECT number FROM {table} WHERE first >= ? AND {overlap} AND NOT ({LONG})
        UNION ALL SELECT number FROM {table} WHERE {LONG} AND {overlap})"""
    return Condition(sql, (f"{max(int(first[:4]) - 1, 0):04}", last, first, last, first))


def _overlap(days: tuple[str, str], first: str, last: str) -> Condition:
    return Condition(f"(this.{last} >= ? AND this.{first} <= ?)", days)
