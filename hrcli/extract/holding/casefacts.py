"""What else a text says of a case: charge, sentence, place, authority, occupation, allegations, contact."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from hrcli.extract.findings import Actor
from hrcli.extract.holding import charges, conditions, holders, occupations, places, profiles, terms
from hrcli.extract.holding.accounts import Account
from hrcli.extract.holding.custody import allegations
from hrcli.extract.holding.reading import Found, Reading
from hrcli.records import Contact


@dataclass(slots=True)
class Facts:
    """The facts of one case; `fields` gives the token spans that each was read from."""

    charge: str | None = None
    law: str | None = None
    affiliation: str | None = None
    health: str | None = None
    sentence: str | None = None
    place: str | None = None
    authority: str | None = None
    occupation: str | None = None
    allegations: list[str] = field(default_factory=list)
    contact: Contact | None = None
    fields: dict[str, list[tuple[int, int]]] = field(default_factory=dict)


READERS: dict[str, Callable[[Reading, Actor | None, list[Account]], Found | None]] = {
    "charge": charges.charge,
    "law": charges.law,
    "health": conditions.health,
    "sentence": terms.sentence,
    "place": places.place,
    "authority": holders.authority,
    "occupation": occupations.occupation,
}


def facts(reading: Reading, actor: Actor | None, told: list[Account], status: str) -> Facts:
    """The facts of a case from its accounts, and, for a named person, from where else the text speaks of that person."""
    result = Facts()
    labelled = profiles.facts(reading, actor)
    for name, reader in READERS.items():
        found = labelled.get(name) or reader(reading, actor, told)
        if found:
            setattr(result, name, found.value)
            result.fields[name] = [reading.span(found.start, found.end)]
    if result.sentence is None and status in ("executed", "death_row"):
        result.sentence = "death"
        result.fields["sentence"] = [reading.span(a.sign.start, a.sign.end) for a in told if a.status == status]
    _affiliation(reading, actor, result)
    _ill_treatment(reading, actor, told, result)
    return result


def _affiliation(reading: Reading, actor: Actor | None, result: Facts) -> None:
    """The first organisation that the person belongs to, with its name nearest to the mention that tells of it as evidence."""
    if actor is None or not actor.affiliations:
        return
    result.affiliation = actor.affiliations[0]
    telling = next((m for m in actor.mentions if m.affiliation == result.affiliation), actor.mentions[0])
    bodies = [a for a in reading.doc._.actors if result.affiliation in (a.name, *a.aliases)]
    named = [m for body in bodies for m in body.mentions]
    nearest = min(named, key=lambda m: abs(m.start - telling.start), default=telling)
    result.fields["affiliation"] = [(nearest.start, nearest.end)]


def _ill_treatment(reading: Reading, actor: Actor | None, told: list[Account], result: Facts) -> None:
    """Allegations in the sentences that tell of the case or name the person; nobody else's."""
    where = {account.sentence for account in told} | reading.sentences_on(actor)
    spans = []
    for low, high in sorted(where):
        if len({id(p) for at, p in reading.people.items() if low <= at < high}) > 2:
            continue
        for hit in allegations(reading, low, high):
            if hit.what.name not in result.allegations:
                result.allegations.append(hit.what.name)
                spans.append(reading.span(hit.start, hit.end))
            result.contact = result.contact or hit.what.contact
    if spans:
        result.fields["allegations"] = spans
