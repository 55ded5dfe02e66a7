"""Whom a description means: "the group", "the Council", "the journalist", "the 31-year-old", "it said"."""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token

from hrcli.extract.findings import Actor, source_of
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


def described(actors: list[Actor], token: Token, scene: Stage) -> Actor | None:
    """The actor that a noun with "the", or "it" that speaks, means; None where two could be meant."""
    if token.lower_ == "it":
        return _front(_organized(actors), token, scene, speaking=True) if speaks(token) else None
    if aged := _age(token):
        return _only([a for a in actors if a.type == "person" and _is_aged(token.doc, a, aged)])
    return _by_noun(actors, token, scene) if _is_plain(token) else None


def _by_noun(actors: list[Actor], token: Token, scene: Stage) -> Actor | None:
    word = token.lower_
    named = [a for a in actors if a.type in ("organization", "public_body", "intergovernmental") and _bears(a, word)]
    if named:
        return _last_before(named, token.i)
    if word in GROUP or word in MEDIA:
        return _front([a for a in actors if _may_be_called(a, word)], token, scene, speaking=False)
    return _person(actors, token, scene) if word in roles() else None


def _is_plain(token: Token) -> bool:
    """Whether a noun has "the", nothing that tells it from others of its kind, and no name behind it: "the website Agora"."""
    if token.pos_ not in ("NOUN", "PROPN") or not any(c.dep_ == "det" and c.lower_ == "the" for c in token.children):
        return False
    if any(c.dep_ in TELLING and c.tag_ != "VBN" for c in token.children):
        return False
    return not (token.i + 1 < len(token.doc) and token.nbor().pos_ == "PROPN" and token.nbor().text[:1].isupper())


def _person(actors: list[Actor], token: Token, scene: Stage) -> Actor | None:
    """The person introduced with a role: the only one, or the only one of the last sentences."""
    fitting = [a for a in actors if a.type == "person" and a.mentions[0].start < token.i and has_role(token.doc, a, token.lower_)]
    near = [a for a in fitting if scene.before(a, token, 2)]
    return _only(near) or (_only(fitting) if not near and fitting and _not_gone(fitting[0], token, scene) else None)


def _not_gone(actor: Actor, token: Token, scene: Stage) -> bool:
    """Whether a person is the most named one, or was named not long before."""
    return scene.shares.get(id(actor), 0) == 1 or bool(scene.before(actor, token, LONG))


def has_role(doc: Doc, actor: Actor, word: str) -> bool:
    """Whether a role of a person ends in a word, before "of" or a comma, or the text says that the person is one."""
    heads = (re.split(r",| (?:of|at|for|in|with|from|on) ", role.casefold())[0].split() for role in actor.roles)
    return any(parts and parts[-1] == word for parts in heads) or any(
        doc[m.start : m.end].root.dep_ == "nsubj" and doc[m.start : m.end].root.head.lower_ == word for m in actor.mentions
    )


def _organized(actors: list[Actor]) -> list[Actor]:
    return [a for a in actors if a.type in ("organization", "intergovernmental", "public_body")]


def _bears(actor: Actor, word: str) -> bool:
    """Whether a word is the head of one of an actor's names: the last, or the last before "of"."""
    return any(_head(name) == word for name in (actor.name, *actor.aliases) if " " in name)


def _head(name: str) -> str:
    parts = name.casefold().split()
    cut = next((i for i, part in enumerate(parts) if part in CONNECTORS and i), len(parts))
    return parts[cut - 1]


def _may_be_called(actor: Actor, word: str) -> bool:
    """Whether an organisation can be called a group, or a newspaper, by its name."""
    if actor.type != "organization" or TEACHING.search(actor.name):
        return False
    return not (UNIONS if word in MEDIA else PRESS).search(actor.name)


def _front(actors: list[Actor], token: Token, scene: Stage, *, speaking: bool) -> Actor | None:
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
    return _only([a for a in actors if scene.before(a, token, 1)]) or _publisher(actors, token.doc)


def _publisher(actors: list[Actor], doc: Doc) -> Actor | None:
    """The organisation whose text it is: "the group" where no other one speaks."""
    publisher = source_of(doc).document.publisher if doc._.source else None
    return next((a for a in actors if publisher and publisher in (a.name, *a.aliases)), None)


def _age(token: Token) -> str | None:
    """The number in "the 31-year-old", alone or at its noun's end."""
    found = re.search(r"(?i)\bthe (\d{2})-year-old$", token.doc[max(token.i - 5, 0) : token.i + 1].text)
    return found.group(1) if found else None


def _is_aged(doc: Doc, actor: Actor, age: str) -> bool:
    """Whether an age stands behind a name: ", 31", "(31)", "aged 31"."""
    return any(age in [t.text for t in doc[m.end : m.end + 3]] for m in actor.mentions)


def _only(actors: list[Actor]) -> Actor | None:
    return actors[0] if len(actors) == 1 else None


def _last_before(actors: list[Actor], at: int) -> Actor | None:
    earlier = [a for a in actors if a.mentions[0].start < at]
    return max(earlier, key=lambda a: max(m.start for m in a.mentions if m.start < at), default=None)
