"""Whom a description means: "the group", "the Council", "the journalist", "the 31-year-old", "it said"."""

from __future__ import annotations

import re
from functools import lru_cache

from spacy.tokens import Token

from hrcli.extract.findings import Actor
from hrcli.extract.naming.cluster import ORGANIZED
from hrcli.extract.naming.page import Page
from hrcli.extract.naming.phrases import CONNECTORS
from hrcli.extract.naming.salience import Stage, speaks
from hrcli.extract.naming.vocabulary import roles

GROUP = frozenset(("group", "organisation", "organization", "ngo", "watchdog", "association", "union", "party", "network", "coalition"))
MEDIA = frozenset(("newspaper", "agency", "outlet", "website", "daily", "magazine", "broadcaster", "channel"))
TEACHING = re.compile(r"\b(?:University|College|School|Institute|Academy|Faculty|Hospital|Bank|Company|Ltd|Inc|Church|Party)\b")
PRESS = re.compile(r"\b(?:Press|News|Times|Post|Daily|Weekly|Herald|Gazette|Tribune|Journal|Radio|TV|Television|Magazine|Reuters|Agency)\b")
UNIONS = re.compile(r"\b(?:Movement|Association|Union|Watch|Group|Society|Foundation|Front|League|Alliance|Coalition|Committee)\b")
TELLING = frozenset(("amod", "compound", "nmod", "nmod:poss", "acl:relcl", "acl", "nummod"))
WINDOW = 3
LONG = 8
AGED = re.compile(r"(?i)\bthe (\d{2})-year-old$")
BEHIND_ROLE = re.compile(r",| (?:of|at|for|in|with|from|on) ")


class Descriptions:
    """The actors of a text by the nouns that may describe them."""

    def __init__(self, page: Page, actors: list[Actor]) -> None:
        self._page = page
        self._persons = [a for a in actors if a.type == "person"]
        self._organized = [a for a in actors if a.type in ORGANIZED]
        self._bearing: dict[str, list[Actor]] = {}
        for actor in self._organized:
            for word in {_head(name) for name in (actor.name, *actor.aliases) if " " in name}:
                self._bearing.setdefault(word, []).append(actor)
        self._roles: dict[int, set[str]] = {}

    def tells(self, word: str) -> bool:
        """Whether a word, behind "the", may describe an actor."""
        return word in self._bearing or word in GROUP or word in MEDIA or word in roles()

    def speaker(self, it: Token, scene: Stage) -> Actor | None:
        """The organisation that "it" means, where it speaks."""
        return self._front(self._organized, it, scene, speaking=True) if speaks(it) else None

    def aged(self, at: int) -> Actor | None:
        """The only person of the age in "the 31-year-old", alone or at its noun's end."""
        found = AGED.search(self._page.slice(max(at - 5, 0), at + 1))
        return _only([a for a in self._persons if _is_aged(self._page, a, found.group(1))]) if found else None

    def meant(self, noun: Token, scene: Stage) -> Actor | None:
        """The actor that a noun with "the" means; None where two could be meant."""
        if not _is_plain(noun):
            return None
        word = noun.lower_
        if word in self._bearing:
            return _last_before(self._bearing[word], noun.i)
        if word in GROUP or word in MEDIA:
            return self._front([a for a in self._organized if _may_be_called(a, word)], noun, scene, speaking=False)
        return self._person(noun, scene) if word in roles() else None

    def _person(self, noun: Token, scene: Stage) -> Actor | None:
        """The person introduced with a role: the only one, or the only one of the last sentences."""
        fitting = [a for a in self._persons if a.mentions[0].start < noun.i and noun.lower_ in self._roles_of(a)]
        near = [a for a in fitting if scene.before(a, noun, 2)]
        return _only(near) or (_only(fitting) if not near and fitting and _not_gone(fitting[0], noun, scene) else None)

    def _roles_of(self, actor: Actor) -> set[str]:
        """What a person is: the words that the roles end in, and what the text says that the person is."""
        if id(actor) not in self._roles:
            roots = [self._page.root(m.start, m.end) for m in actor.mentions]
            self._roles[id(actor)] = {_role(role) for role in actor.roles} | {t.head.lower_ for t in roots if t.dep_ == "nsubj"}
        return self._roles[id(actor)]

    def _front(self, actors: list[Actor], token: Token, scene: Stage, *, speaking: bool) -> Actor | None:
        """The one in the foreground among the subjects of the last sentences, else the one that spoke last."""
        ranked: list[tuple[float, Actor]] = []
        for actor in actors:
            near = [s for s in scene.before(actor, token, WINDOW) if s.speaks or (not speaking and s.grade >= 2)]
            ranked += [(scene.weight(actor, token, s) + s.speaks, actor) for s in near[-1:]]
        if ranked:
            return max(ranked, key=lambda pair: pair[0])[1]
        spoke = [(s.at, a) for a in actors for s in scene.before(a, token, LONG) if s.speaks] if not speaking else []
        if spoke or speaking:
            return max(spoke, key=lambda pair: pair[0])[1] if spoke else None
        return _only([a for a in actors if scene.before(a, token, 1)]) or self._publisher(actors)

    def _publisher(self, actors: list[Actor]) -> Actor | None:
        """The organisation whose text it is: "the group" where no other one speaks."""
        publisher = self._page.document.publisher if self._page.document else None
        return next((a for a in actors if publisher and publisher in (a.name, *a.aliases)), None)


def _is_plain(token: Token) -> bool:
    """Whether a noun has nothing that tells it from others of its kind, and no name behind it: "the website Agora"."""
    if any(c.dep_ in TELLING and c.tag_ != "VBN" for c in token.children):
        return False
    return not (token.i + 1 < len(token.doc) and token.nbor().pos_ == "PROPN" and token.nbor().text[:1].isupper())


def _not_gone(actor: Actor, token: Token, scene: Stage) -> bool:
    """Whether a person is the most named one, or was named not long before."""
    return scene.shares.get(id(actor), 0) == 1 or bool(scene.before(actor, token, LONG))


@lru_cache(maxsize=4096)
def _role(role: str) -> str:
    """The word that a role ends in, before "of" or a comma."""
    return (BEHIND_ROLE.split(role.casefold())[0].split() or [""])[-1]


@lru_cache(maxsize=4096)
def _head(name: str) -> str:
    """The head of a name: its last word, or the last before "of"."""
    parts = name.casefold().split()
    cut = next((i for i, part in enumerate(parts) if part in CONNECTORS and i), len(parts))
    return parts[cut - 1]


def _may_be_called(actor: Actor, word: str) -> bool:
    """Whether an organisation can be called a group, or a newspaper, by its name."""
    if actor.type != "organization" or TEACHING.search(actor.name):
        return False
    return not (UNIONS if word in MEDIA else PRESS).search(actor.name)


def _is_aged(page: Page, actor: Actor, age: str) -> bool:
    """Whether an age stands behind a name: ", 31", "(31)", "aged 31"."""
    return any(age in page.words[m.end : m.end + 3] for m in actor.mentions)


def _only(actors: list[Actor]) -> Actor | None:
    return actors[0] if len(actors) == 1 else None


def _last_before(actors: list[Actor], at: int) -> Actor | None:
    earlier = [a for a in actors if a.mentions[0].start < at]
    return max(earlier, key=lambda a: max(m.start for m in a.mentions if m.start < at), default=None)
