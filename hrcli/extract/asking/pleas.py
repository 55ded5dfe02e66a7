"""Pleas: "Please do ..." and bare imperatives ("Free my father.") of a letter, and "Let him be freed" of anybody."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from hrcli.extract.asking import authors, letters, pieces
from hrcli.extract.asking.actions import subjunctive
from hrcli.extract.asking.claims import Claim
from hrcli.extract.asking.demandcues import wordset
from hrcli.extract.asking.imperatives import commands
from hrcli.extract.asking.phrases import is_for_readers
from hrcli.extract.findings import text_of
from hrcli.extract.trees import NEGATIONS, NOUNS, units
from hrcli.extract.wordids import ids, places

WORDS = ids(["please", "let"])
OPENERS = {".", "!", "“", '"', "‘", "'"}
JOINTS = {",", ";", ":", "–", "—", "and", "but", "so", "or", "then"}
OBJECTS = NOUNS - {"NN", "NNS"} | {"DT", "PDT", "PRP", "PRP$", "VBG"}
OURS = {"us", "me", "our", "my", "him", "her", "them", "his", "their"}
VOCATIVE = 7  # words of "Mr President," at most


def find(doc: Doc) -> Iterator[Claim]:
    """The claims of all pleas."""
    for token in map(doc.__getitem__, places(doc, WORDS)):
        inside = letters.within(text_of(doc), token.idx)
        opens = token.i == 0 or doc[token.i - 1].is_space or doc[token.i - 1].text in OPENERS
        if opens and token.text == "Let" and token.nbor().lower_ not in {"us", "me", "'s", "’s"}:
            yield from _let(doc, token)
        elif token.lower_ == "please" and ((opens and token.text == "Please") or (inside and doc[token.i - 1].lower_ in JOINTS)):
            yield from _please(doc, token, inside=inside)
    ours = (0, len(text_of(doc))) if authors.author(text_of(doc)) is not None else None
    if (place := letters.body(text_of(doc)) or ours) is not None:
        yield from _bare(doc, *place)


def _let(doc: Doc, token: Token) -> Iterator[Claim]:
    action = subjunctive(doc, token.i + 1, token.sent.end)
    if action and action.passive:
        yield Claim(token.i, "let", "demand", [action], (token.i, token.sent.end), own=True)


def _please(doc: Doc, token: Token, *, inside: bool) -> Iterator[Claim]:
    again = (t.i for t in token.doc[token.i + 1 : token.sent.end] if t.lower_ == "please")
    sentence = (token.i, next(again, token.sent.end))
    if pieces.salutation(text_of(doc)) and not is_for_readers(doc[slice(*sentence)].text, letter=inside):
        actions = commands(doc, doc[slice(*sentence)], loose=False)
        yield Claim(token.i, "please", "request", actions, sentence, own=True)


def _bare(doc: Doc, start: int, end: int) -> Iterator[Claim]:
    """The imperatives that open a sentence of a letter, behind a vocative too: "Mr President, free him.", "Do not look away."."""
    for first, stop in units(doc):
        if not start <= doc[first].idx < end:
            continue
        at = _opening(doc, first, stop)
        if at is not None and (actions := commands(doc, doc[at:stop], loose=False)):
            yield Claim(at, "imperative", "request", actions, (first, stop), own=True)


def _opening(doc: Doc, first: int, stop: int) -> int | None:
    """Where the imperative of a sentence begins, its "do not" included; None where another verb may open it."""
    while first < stop and (doc[first].is_space or doc[first].lower_ in {"and", "but", "so"}):
        first += 1
    comma = next((t.i for t in doc[first : min(first + VOCATIVE, stop)] if t.text == "," or t.pos_ == "VERB"), None)
    for at in (first, comma + 1 if comma is not None and doc[comma].text == "," else stop):
        if at + 2 >= stop or (at == first and not doc[at].text[0].isupper()):
            continue
        if doc[at].lower_ == "let" and doc[at + 1].lower_ in {"me", "us"} and doc[at + 2].lemma_.lower() in wordset("opening_words"):
            return None
        if doc[at].lower_ in wordset("outcries") and (doc[at + 1].tag_ in OBJECTS or doc[at + 1].lower_ == "all"):
            return at
        if doc[at].lower_ in wordset("imperatives") and doc[at + 1].lower_ in OURS:
            return at  # "Give us back our sons."
        if doc[at].lower_ == "do" and doc[at + 1].lower_ in NEGATIONS and doc[at + 2].tag_ in {"VB", "VBP"}:
            return at
    return None
