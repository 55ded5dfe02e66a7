"""Who is meant without a name: "the government", "the police", "the group", "she"; precision first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc, Token

from hrcli.extract import states
from hrcli.extract.acting import does
from hrcli.extract.findings import Actor, Mention, text_of
from hrcli.extract.gazetteer import Known, Node, add, search
from hrcli.extract.vocabulary import genders, titles, words

PRONOUNS = {
    "he": "male",
    "him": "male",
    "his": "male",
    "himself": "male",
    "she": "female",
    "her": "female",
    "hers": "female",
    "herself": "female",
}
GROUP = frozenset(
    (
        "group",
        "organisation",
        "organization",
        "ngo",
        "watchdog",
        "newspaper",
        "agency",
        "association",
        "union",
        "party",
        "outlet",
        "website",
        "network",
        "coalition",
    )
)
WINDOW = 3


def generic(doc: Doc, actors: list[Actor]) -> None:
    """Add the mentions of governments and forces by common nouns alone, where they act; in place."""
    taken = {i for actor in actors for m in actor.mentions for i in range(m.start, m.end)}
    for start, end, noun in _nouns(doc):
        if taken.isdisjoint(range(start, end)) and does(doc[end - 1]):
            home = _home(actors, start, noun)
            mention = Mention(start, end, "public_body", " ".join(doc[start:end].text.split()))
            if home is None:
                actors.append(Actor(mention.name, "public_body", [mention]))
            else:
                _add(home, mention)


def resolve(doc: Doc, actors: list[Actor]) -> dict[int, Actor]:
    """The actor that each token refers to: names, then descriptions and pronouns."""
    table = {i: actor for actor in actors for m in actor.mentions for i in range(m.start, m.end)}
    persons = [a for a in actors if a.type == "person"]
    for token in doc:
        if token.i not in table:
            actor = _person(doc, persons, token) if token.lower_ in PRONOUNS else _described(actors, token)
            if actor is not None:
                table[token.i] = actor
    return table


def _nouns(doc: Doc) -> Iterator[tuple[int, int, str]]:
    for start, end, known in search(text_of(doc), _trie()):
        span = doc.char_span(start, end)
        if span is None or span[-1].pos_ not in ("NOUN", "PROPN") or span[-1].dep_ == "compound":
            continue
        if any(child.i < span.start and child.dep_ in ("amod", "compound", "nmod:poss") for child in span[-1].children):
            continue
        yield span.start, span.end, known.name


def _home(actors: list[Actor], start: int, noun: str) -> Actor | None:
    """The actor whose common noun this is: the same noun named before; for a government, the one spoken of last."""
    if noun not in words().government:
        bodies = [a for a in actors if a.type == "public_body" and any(re.search(rf"(?i)\b{noun}$", n) for n in (a.name, *a.aliases))]
        return bodies[0] if len(bodies) == 1 else next((a for a in bodies if a.name.casefold() == noun), None)
    governments = [a for a in actors if a.type == "public_body" and a.country and _governs(a)]
    last = max(governments, key=lambda a: max((m.start for m in a.mentions if m.start < start), default=-1), default=None)
    return last or next((a for a in actors if a.name.casefold() in words().government), None)


def _governs(actor: Actor) -> bool:
    code = actor.country
    return states.is_government_of(actor.name, code) if code else False


def _add(actor: Actor, mention: Mention) -> None:
    actor.mentions.append(mention)
    actor.mentions.sort(key=lambda m: m.start)
    if mention.name != actor.name and mention.name not in actor.aliases:
        actor.aliases.append(mention.name)


def _person(doc: Doc, persons: list[Actor], pronoun: Token) -> Actor | None:
    """The nearest person of the pronoun's gender: a subject before the others, this sentence before the last ones."""
    sentence, best = pronoun.sent.start, None
    floor = _sentence_back(doc, pronoun, WINDOW)
    for actor in persons:
        if gender(actor) not in (None, PRONOUNS[pronoun.lower_]):
            continue
        for mention in actor.mentions:
            if floor <= mention.start < pronoun.i:
                subject = doc[mention.start : mention.end].root.dep_ in ("nsubj", "nsubj:pass")
                rank = (mention.start >= sentence, subject, mention.start)
                best = max(best or (rank, actor), (rank, actor), key=lambda pair: pair[0])
    return best[1] if best else None


def _sentence_back(doc: Doc, token: Token, count: int) -> int:
    start = token.sent.start
    for _ in range(count):
        if start == 0:
            break
        start = doc[start - 1].sent.start
    return start


def gender(actor: Actor) -> str | None:
    """A person's gender where a title, a kinship or the forename tells it."""
    said = {word for role in actor.roles for word in re.findall(r"[\w-]+", role.casefold())}
    if said & set(titles().female_kin):
        return "female"
    if said & set(titles().male_kin):
        return "male"
    names = [name.split() for name in (actor.name, *actor.aliases)]
    return next((genders()[parts[0]] for parts in names if len(parts) > 1 and genders().get(parts[0])), None)


def _described(actors: list[Actor], token: Token) -> Actor | None:
    """The actor of "the group", "the Council", "the president": the last one before that fits."""
    if token.i == 0 or token.pos_ not in ("NOUN", "PROPN") or not any(c.lower_ == "the" for c in token.children if c.dep_ == "det"):
        return None
    if any(c.dep_ in ("amod", "compound", "nmod", "nmod:poss", "acl:relcl", "acl") for c in token.children):
        return None
    word = token.lower_
    if word in words().government:
        return _home(actors, token.i, word)
    fitting = [a for a in actors if _fits(a, word)]
    return _last_before(fitting, token.i)


def _fits(actor: Actor, word: str) -> bool:
    if word in GROUP and actor.type == "organization":
        return True
    if actor.type == "person":
        return any(re.search(rf"\b{re.escape(word)}$", role.casefold().split(",")[0]) for role in actor.roles)
    return actor.type in ("organization", "public_body", "intergovernmental") and any(
        word in name.casefold().split() for name in (actor.name, *actor.aliases) if " " in name
    )


def _last_before(actors: list[Actor], at: int) -> Actor | None:
    return max(
        (a for a in actors if a.mentions[0].start < at), key=lambda a: max(m.start for m in a.mentions if m.start < at), default=None
    )


@cache
def _trie() -> Node:
    root = Node()
    for form in (*words().government, *words().forces):
        for shape in (form, form[:1].upper() + form[1:]):
            add(root, shape, Known(form, "public_body", "body"))
    return root
