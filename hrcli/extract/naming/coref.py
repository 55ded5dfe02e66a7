"""Who is meant without a name: "the government", "the police", "the group", "she"; precision first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from spacy.tokens import Token

from hrcli.extract.findings import Actor, Mention
from hrcli.extract.naming import homes, tries
from hrcli.extract.naming.acting import cues, does
from hrcli.extract.naming.descriptions import Descriptions
from hrcli.extract.naming.gazetteer import states
from hrcli.extract.naming.page import Page
from hrcli.extract.naming.pronouns import PRONOUNS, Persons
from hrcli.extract.naming.salience import Stage
from hrcli.extract.naming.vocabulary import words

INDEFINITE = frozenset(
    ("no", "any", "each", "every", "all", "some", "another", "a", "an", "which", "what", "many", "both", "these", "those")
)


BETWEEN = frozenset(("the", '"', "“", "‘", "'", "``"))
CUES = frozenset((*PRONOUNS, "it", "old", "the"))
TELLING = frozenset(("amod", "compound", "nmod", "nmod:poss", "acl:relcl", "acl"))


def generic(page: Page, actors: list[Actor], weights: Counter[str]) -> None:
    """Add the mentions of governments and forces by common nouns alone, where they act; in place."""
    nouns = list(_nouns(page))
    taken = {i for actor in actors for m in actor.mentions for i in range(m.start, m.end)} if nouns else set()
    for start, end, noun in nouns:
        if taken.isdisjoint(range(start, end)) and (does(page.doc[end - 1]) or _keeps(page, start) or _acts_next(page, end)):
            mention = Mention(start, end, "public_body", page.line(start, end))
            home = _home(actors, weights, start, noun)
            if home is None:
                actors.append(_new(actors, mention, _state(actors, weights, start, noun)))
            else:
                _add(home, mention)


def _keeps(page: Page, at: int) -> bool:
    """Whether somebody is in the hands of those that a noun stands for, or calls on them: "in the custody of the police"."""
    before = [word for word in page.lower[max(at - 4, 0) : at] if word not in BETWEEN]
    return before[-2:] in (["custody", "of"], ["hands", "of"], ["calls", "on"], ["called", "on"], ["calling", "on"], ["call", "on"])


def _acts_next(page: Page, end: int) -> bool:
    """Whether a deed stands right behind a noun, whatever the tree says: "on 3 May police searched homes"."""
    verb = page.doc[end] if end < len(page) else None
    return verb is not None and verb.tag_ in ("VBD", "VBZ") and verb.pos_ == "VERB" and verb.lemma_ not in cues().stative


def resolve(page: Page, actors: list[Actor], weights: Counter[str]) -> dict[int, Actor]:
    """The actor that each token refers to: names, then descriptions and pronouns."""
    table = {i: actor for actor in actors for m in actor.mentions for i in range(m.start, m.end)}
    persons, descriptions, scene = Persons(page, actors), Descriptions(page, actors), Stage(page, actors)
    marks = page.where(CUES)
    articles = [at for at in marks if page.lower[at] == "the"]
    for at in sorted({*marks, *_definite(page, articles)}.difference(articles, table)):
        token, word = page.doc[at], page.lower[at]
        if word in PRONOUNS:
            actor = persons.meant(token, scene)
        elif word == "it":
            actor = descriptions.speaker(token, scene)
        elif word in words().government and not _told(token):
            actor = _home(actors, weights, at, word)
        elif word == "old":
            actor = descriptions.aged(at)
        else:
            actor = descriptions.meant(token, scene) if descriptions.tells(word) else None
        if actor is not None:
            table[at] = actor
            scene.add(actor, token)
    return table


def _definite(page: Page, articles: list[int]) -> set[int]:
    """The nouns that stand with one of these articles: by the tree or, in a sentence without one, right behind."""
    found = [token.head if token.dep_ else token.nbor() for token in map(page.doc.__getitem__, articles) if _has_noun(token)]
    return {noun.i for noun in found if noun.pos_ in ("NOUN", "PROPN")}


def _has_noun(article: Token) -> bool:
    return article.dep_ == "det" or (not article.dep_ and article.i + 1 < len(article.doc))


def _told(noun: Token) -> bool:
    """Whether something tells a noun from others of its kind."""
    return any(c.dep_ in TELLING for c in noun.children)


def _nouns(page: Page) -> Iterator[tuple[int, int, str]]:
    for start, end, known in page.hits(tries.actors()):
        noun = page.doc[end - 1]
        if noun.pos_ not in ("NOUN", "PROPN") or noun.dep_ == "compound":
            continue
        before = [child for child in noun.children if child.i < start and child.text not in words().calendar]
        if not any(c.dep_ in ("amod", "compound", "nmod:poss") or c.lower_ in INDEFINITE for c in before):
            yield start, end, known.name


def _state(actors: list[Actor], weights: Counter[str], start: int, noun: str) -> str | None:
    return homes.state_at(actors, weights, start) if noun in words().government else None


def _home(actors: list[Actor], weights: Counter[str], start: int, noun: str) -> Actor | None:
    """The actor whose common noun this is: the same noun named before; for a government, that of the state spoken of."""
    if noun in words().government:
        if noun in words().named_after_leaders and len(namesakes := _namesakes(actors, start, noun)) == 1:
            return namesakes[0]
        code = homes.state_at(actors, weights, start)
        return homes.government(actors, code) if code else next((a for a in actors if a.name.casefold() in words().government), None)
    bodies = [a for a in actors if a.type == "public_body" and any(_ends_in(noun, name) for name in (a.name, *a.aliases))]
    if len(bodies) > 1:
        code = homes.state_at(actors, weights, start)
        bodies = [a for a in bodies if a.country == code] if code else []
    return bodies[0] if len(bodies) == 1 else next((a for a in actors if a.name.casefold() == noun), None)


def _ends_in(noun: str, name: str) -> bool:
    """Whether a name is a noun, or ends in it as a word of its own."""
    before, found, rest = name.casefold().rpartition(noun)
    return bool(found) and not rest and not before[-1:].isalnum()


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
