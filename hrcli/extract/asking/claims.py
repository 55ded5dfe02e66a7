"""A claim: a word that asks, the actions it asks for, and the words that say who asks and who is asked."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from hrcli.extract.asking.actions import Action
from hrcli.extract.asking.demandcues import is_agent_noun, wordset
from hrcli.extract.trees import noun_run
from hrcli.records import Force


@dataclass(slots=True)
class Claim:
    """A cue at token `cue` with the actions it asks for; `to` holds the heads of those asked (`asked` their names, where no
    token stands for them), `by` the head of who asks.

    `own` marks cues in the writer's own mouth: modals, lists, verbs without a subject.
    """

    cue: int
    name: str
    force: Force
    actions: list[Action]
    sentence: tuple[int, int]
    to: list[Token] = field(default_factory=list)
    by: Token | None = None
    own: bool = False
    passive: bool = False
    sources: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)


def is_question(sentence: str) -> bool:
    """True for a sentence that ends in a question mark."""
    return sentence.rstrip(" \n\"”'’").endswith("?")


def is_agent(head: Token) -> bool:
    """True for a noun phrase's head that can act: see `agents` in the vocabulary."""
    actor = head.doc._.referents.get(head.i)
    if actor is not None:
        return actor.type not in {"law", "event", "work"}
    if head.tag_ in {"NN", "NNS"} and head.lemma_.lower().endswith(tuple(wordset("persons"))):
        return True
    return head.ent_type_ in {"PERSON", "ORG", "GPE", "NORP"} or is_agent_noun(head) or (head.tag_ == "PRP" and head.lower_ != "it")


def heads(doc: Doc, start: int, end: int) -> list[Token]:
    """The heads of the coordinated noun phrases in `start:end`: those who are asked."""
    first = noun_run(doc, start, end)
    if first is None:
        return []
    found, at = [first], first.i + 1
    while at < end:
        if doc[at].text == "," and at + 2 < end and any(t.tag_ in {"WDT", "WP", "WP$"} for t in doc[at + 1 : at + 4]):
            at = next((t.i for t in doc[at + 1 : end] if t.text == ","), end)  # past "the League, whose envoy ..., "
            continue
        if doc[at].text in {",", "and", "or", "&"} and (more := noun_run(doc, at + 1, end)) and is_agent(more) and more not in found:
            found.append(more)
            at = more.i
        at += 1
    return found


def reach(doc: Doc, at: int, end: int) -> int:
    """Where a cue's reach ends: at its sentence's end, or that of the quotation that it stands in."""
    return next((min(end, b) for a, b in doc._.quoted if a <= at < b), end)
