"""Actors: mentions joined into one entry for each real-world entity, and every token that refers to one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from spacy.language import Language
from spacy.tokens import Doc

from hrcli.extract.findings import Actor, Mention
from hrcli.extract.naming import belonging, cluster, coref, gazetteer, homes, states
from hrcli.extract.naming.employers import Employers
from hrcli.extract.naming.page import Page, page_of
from hrcli.records import EntityType


@Language.component("hrcli_actors", requires=["doc._.mentions"], assigns=["doc._.actors", "doc._.referents"])
def actors(doc: Doc) -> Doc:
    """Set `doc._.actors` and `doc._.referents`."""
    page = page_of(doc)
    weights = homes.weigh(page)
    doc._.actors = find(page, doc._.mentions, weights)
    doc._.referents = coref.resolve(page, doc._.actors, weights)
    _tell(page, doc._.actors, doc._.referents)
    return doc


def find(page: Page, mentions: list[Mention], weights: Counter[str]) -> list[Actor]:
    """One Actor for each real-world entity, in the order of first mention."""
    governments, rest = states.split(page, mentions)
    found = [_government(code, mentions) for code, mentions in governments.items()]
    for family in cluster.families(rest):
        join = cluster.persons if family[0].type == "person" else cluster.bodies
        found += [_actor(group.mentions) for group in join(family)]
    coref.generic(page, found, weights)
    _employ(found)
    return sorted(found, key=lambda actor: actor.mentions[0].start)


def _tell(page: Page, actors: list[Actor], referents: dict[int, Actor]) -> None:
    """The organisations told of people by a word for them: "She served as secretary of the Harbour Union"; in place."""
    meant = [(i, a) for i, a in referents.items() if a.type == "person" and belonging.may_tell(page, i + 1)]
    homes_of = {m.start: a for a in actors if a.type in cluster.ORGANIZED for m in a.mentions} if meant else {}
    employers = Employers([m for a in homes_of.values() for m in a.mentions])
    for i, actor in meant:
        found = belonging.own(page, i + 1, employers) or belonging.clause(page, i + 1, employers)
        if found and homes_of[found.start].name not in actor.affiliations:
            actor.affiliations.append(homes_of[found.start].name)


def _employ(actors: list[Actor]) -> None:
    """Call the organisations that people belong to by the names of their entries: the full name for its abbreviation; in place."""
    employed = [actor for actor in actors if actor.affiliations]
    known = {name: a.name for a in actors if a.type in cluster.ORGANIZED for name in (*a.aliases, a.name)} if employed else {}
    for actor in employed:
        actor.affiliations = _distinct([known.get(name, name) for name in actor.affiliations])


def _government(code: str, mentions: list[Mention]) -> Actor:
    actor = _actor(mentions)
    actor.name = _title(code, mentions)
    actor.aliases = _others([m.name for m in mentions], actor.name)
    actor.country = code
    return actor


def _title(code: str, mentions: list[Mention]) -> str:
    """What a government is called: the first mention that says so, else the state's name, else the first mention."""
    names = [m.name for m in mentions]
    explicit = [n for n in names if re.search(r"(?i)government|administration", n)] or [n for n in names if states.is_government_noun(n)]
    plain = [n for n in names if n in (gazetteer.states()[code].name, *gazetteer.states()[code].aliases)]
    return (explicit or plain or names)[0]


def _actor(mentions: list[Mention]) -> Actor:
    names = list(dict.fromkeys(name for m in mentions for name in (m.name, *m.aliases)))
    name = _best(mentions)
    return Actor(
        name=name,
        type=_type(mentions),
        mentions=mentions,
        aliases=_others(names, name),
        native_name=next((m.native_name for m in mentions if m.native_name), None),
        roles=_distinct([m.role for m in mentions]),
        affiliations=_distinct([m.affiliation for m in mentions]),
        country=_country(names),
    )


def _best(mentions: list[Mention]) -> str:
    """The fullest name; among equally full ones the one used most, not in brackets; not in capitals where another is not."""
    if len({m.name for m in mentions}) == 1:
        return mentions[0].name
    counts = Counter([m.name for m in mentions])
    mixed = [name for name in counts if name.upper() != name or len(name) < 5]
    if all(name.isupper() for name in mixed):
        mixed = list(counts)  # nothing but abbreviations beside the name in capitals
    if len(mixed) == 1:
        return mixed[0]
    if mentions[0].type == "place":
        return max(mixed, key=lambda name: counts[name])
    inside = {alias for m in mentions for alias in m.aliases}
    outside = [name for name in mixed if name not in inside and " " in name]
    return max(outside or mixed, key=lambda name: (len(cluster.tokens(name)), counts[name], len(name)))


def _type(mentions: list[Mention]) -> EntityType:
    if len({m.type for m in mentions}) == 1:
        return mentions[0].type
    counts = Counter([m.type for m in mentions])
    return max(counts, key=lambda kind: counts[kind])


def _others(names: list[str], name: str) -> list[str]:
    return [other for other in dict.fromkeys(names) if other != name]


def _distinct(values: Iterable[str | None]) -> list[str]:
    return list(dict.fromkeys(filter(None, values)))


def _country(names: list[str]) -> str | None:
    return next((known.code for name in names for known in gazetteer.within(name) if known.code), None)
