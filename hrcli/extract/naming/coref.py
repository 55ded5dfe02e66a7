"""Who is meant without a name: "the government", "the police", "the group", "she"; precision first."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc, Token

from hrcli.extract.findings import Actor, Mention, text_of
from hrcli.extract.naming import homes
from hrcli.extract.naming.acting import does
from hrcli.extract.naming.descriptions import described
from hrcli.extract.naming.gazetteer import Known, Node, add, search, states
from hrcli.extract.naming.pronouns import PRONOUNS, Persons
from hrcli.extract.naming.salience import stage
from hrcli.extract.naming.vocabulary import words

INDEFINITE = frozenset(
    ("no", "any", "each", "every", "all", "some", "another", "a", "an", "which", "what", "many", "both", "these", "those")
)


def generic(doc: Doc, actors: list[Actor]) -> None:
    """Add the mentions of governments and forces by common nouns alone, where they act; in place."""
    taken = {i for actor in actors for m in actor.mentions for i in range(m.start, m.end)}
    weights = homes.weigh(doc)
    for start, end, noun in _nouns(doc):
        if taken.isdisjoint(range(start, end)) and does(doc[end - 1]):
            mention = Mention(start, end, "public_body", " ".join(doc[start:end].text.split()))
            home = _home(actors, weights, start, noun)
            if home is None:
                actors.append(_new(actors, mention, _state(actors, weights, start, noun)))
            else:
                _add(home, mention)


def resolve(doc: Doc, actors: list[Actor]) -> dict[int, Actor]:
    """The actor that each token refers to: names, then descriptions and pronouns."""
    table = {i: actor for actor in actors for m in actor.mentions for i in range(m.start, m.end)}
    persons, scene, weights = Persons(doc, actors), stage(doc, actors), homes.weigh(doc)
    for token in doc:
        if token.i in table:
            continue
        if token.lower_ in PRONOUNS:
            actor = persons.meant(token, scene)
        elif token.lower_ in words().government and definite(token):
            actor = _home(actors, weights, token.i, token.lower_)
        else:
            actor = described(actors, token, scene)
        if actor is not None:
            table[token.i] = actor
            scene.add(actor, token)
    return table


def definite(token: Token) -> bool:
    """Whether a noun stands with "the" and with nothing that tells it from others of its kind."""
    if token.pos_ not in ("NOUN", "PROPN") or not any(c.dep_ == "det" and c.lower_ == "the" for c in token.children):
        return False
    return not any(c.dep_ in ("amod", "compound", "nmod", "nmod:poss", "acl:relcl", "acl") for c in token.children)


def _nouns(doc: Doc) -> Iterator[tuple[int, int, str]]:
    for start, end, known in search(text_of(doc), _trie()):
        span = doc.char_span(start, end)
        if span is None or span[-1].pos_ not in ("NOUN", "PROPN") or span[-1].dep_ == "compound":
            continue
        before = [child for child in span[-1].children if child.i < span.start]
        if any(c.dep_ in ("amod", "compound", "nmod:poss") or c.lower_ in INDEFINITE for c in before):
            continue
        yield span.start, span.end, known.name


def _state(actors: list[Actor], weights: Counter[str], start: int, noun: str) -> str | None:
    return homes.state_at(actors, weights, start) if noun in words().government else None


def _home(actors: list[Actor], weights: Counter[str], start: int, noun: str) -> Actor | None:
    """The actor whose common noun this is: the same noun named before; for a government, that of the state spoken of."""
    if noun in words().government:
        if noun in words().named_after_leaders and len(namesakes := _namesakes(actors, start, noun)) == 1:
            return namesakes[0]
        code = homes.state_at(actors, weights, start)
        return homes.government(actors, code) if code else next((a for a in actors if a.name.casefold() in words().government), None)
    bodies = [a for a in actors if a.type == "public_body" and any(re.search(rf"(?i)\b{noun}$", n) for n in (a.name, *a.aliases))]
    if len(bodies) > 1:
        code = homes.state_at(actors, weights, start)
        bodies = [a for a in bodies if a.country == code] if code else []
    return bodies[0] if len(bodies) == 1 else next((a for a in actors if a.name.casefold() == noun), None)


def _namesakes(actors: list[Actor], start: int, noun: str) -> list[Actor]:
    """The bodies whose name, said before token `start`, is this noun with something before it: "the Brook Administration"."""
    last = f" {noun}"
    return [a for a in actors if a.type == "public_body" and any(m.end <= start and m.name.casefold().endswith(last) for m in a.mentions)]


def _new(actors: list[Actor], mention: Mention, code: str | None) -> Actor:
    """An actor for a common noun: a government by the name of its state, where the text names that."""
    place = next((a for a in actors if code and a.type == "place" and a.name in (states()[code].name, *states()[code].aliases)), None)
    name = place.name if place else mention.name
    return Actor(name, "public_body", [mention], [mention.name] if place else [], country=code)


def _add(actor: Actor, mention: Mention) -> None:
    actor.mentions.append(mention)
    actor.mentions.sort(key=lambda m: m.start)
    if mention.name != actor.name and mention.name not in actor.aliases:
        actor.aliases.append(mention.name)


@cache
def _trie() -> Node:
    root = Node()
    for form in (*words().government, *words().forces):
        for shape in (form, form[:1].upper() + form[1:]):
            add(root, shape, Known(form, "public_body", "body"))
    return root
