"""Who stands in the foreground of a text: where actors are named, in which part of the clause, and how that fades."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from hrcli.extract.findings import Actor
from hrcli.extract.lemmas import bases

SUBJECTS = frozenset(("nsubj", "nsubj:pass", "csubj"))
SAYING = frozenset(
    (
        "say",
        "tell",
        "add",
        "write",
        "explain",
        "recall",
        "tweet",
        "note",
        "state",
        "declare",
        "urge",
        "warn",
        "report",
        "describe",
        "condemn",
        "call",
        "argue",
        "announce",
        "claim",
        "stress",
    )
)
GRADES = {"nsubj": 2.0, "nsubj:pass": 2.0, "ROOT": 1.6, "obj": 1.0, "iobj": 1.0, "nmod:poss": 0.8}
CREDITS = frozenset(("/", "Photo", "Photograph", "by:", "©"))
"""What stands before the name of a picture's maker, who has no part in the text."""
OTHER = 0.4
FADING = 0.8
TOPIC = 1.5


@dataclass(frozen=True, slots=True)
class Sighting:
    """One place where an actor is meant: the token, its sentence's number, its grade in the clause, whether it is a speaker there."""

    at: int
    sentence: int
    grade: float
    speaks: bool
    quoted: bool


@dataclass(slots=True)
class Stage:
    """All sightings of a text so far, and what is needed to weigh them."""

    sentences: list[int]
    quoted: set[int]
    shares: dict[int, float]
    seen: dict[int, list[Sighting]] = field(default_factory=dict)

    def add(self, actor: Actor, token: Token) -> None:
        """Note that a token means an actor."""
        head = first(token)
        sighting = Sighting(token.i, self.sentences[token.i], GRADES.get(head.dep_, OTHER), speaks(head), token.i in self.quoted)
        self.seen.setdefault(id(actor), []).append(sighting)

    def before(self, actor: Actor, token: Token, window: int) -> list[Sighting]:
        """The sightings of an actor before a token, in its sentence or the last ones."""
        floor = self.sentences[token.i] - window
        return [s for s in self.seen.get(id(actor), []) if s.at < token.i and s.sentence >= floor]

    def weight(self, actor: Actor, token: Token, sighting: Sighting) -> float:
        """How far in the foreground a sighting puts an actor at a token."""
        back = self.sentences[token.i] - sighting.sentence
        quoted = 0.4 if sighting.quoted != (token.i in self.quoted) else 0.0
        return sighting.grade - FADING * back - quoted + TOPIC * self.shares.get(id(actor), 0.0)


def stage(doc: Doc, actors: list[Actor]) -> Stage:
    """The stage of a text with every name of the actors on it; an actor's share is that of its mentions in those of the most named one."""
    numbers: list[int] = []
    for number, sentence in enumerate(doc.sents):
        numbers += [number] * len(sentence)
    counts = Counter({id(a): len(a.mentions) for a in actors})
    most = max(counts.values(), default=1)
    found = Stage(numbers, quoted(doc), {key: count / most for key, count in counts.items()})
    for actor in actors:
        for mention in actor.mentions:
            if not (mention.start and doc[mention.start - 1].text in CREDITS):
                found.add(actor, doc[mention.start : mention.end].root)
    return found


def first(token: Token) -> Token:
    """The token that bears a noun's part in its clause: the first of coordinated nouns, the noun that it is an apposition of."""
    while token.dep_ in ("conj", "appos", "flat", "compound") and token.head.pos_ in ("PROPN", "NOUN") and token.head.i != token.i:
        token = token.head
    return token


def speaks(token: Token) -> bool:
    """Whether a token is the subject of a verb of saying."""
    return token.dep_ in SUBJECTS and not bases(token.head).isdisjoint(SAYING)


def quoted(doc: Doc) -> set[int]:
    """The tokens between quotation marks; a quotation left open ends with its paragraph."""
    found: set[int] = set()
    inside = False
    for token in doc:
        if token.is_space and "\n\n" in token.text:
            inside = False
        elif token.text == "“" or (token.text == '"' and not inside):
            inside = True
        elif token.text in ("”", '"'):
            inside = False
        elif inside:
            found.add(token.i)
    return found
