"""Reading phrases: noun phrases, predicates and sentences, by word order first and by the dependency tree where it helps.

The parser is right four times in five; tags are right nineteen times in twenty. So what word order can tell is read
from the tags, and the tree decides only what it alone can know: which verb is coordinated with which.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import groupby, pairwise

import numpy as np
from spacy.tokens import Doc, Span, Token

from hrcli.extract.asking.demandcues import asking
from hrcli.extract.wordids import ids, lowers, places

FINITE = {"VBD", "VBZ", "MD"}
NOUNS = {"NN", "NNS", "NNP", "NNPS"}
BEFORE_NOUN = NOUNS | {"JJ", "JJR", "JJS", "CD", "VBN", "VBG", "POS", "HYPH", "AFX", "RBS", "RBR", "$", "FW", "ADD"}
NEGATIONS = {"not", "n't", "n’t", "never", "nor", "neither", "cannot"}
SUBJECTS = {"nsubj", "nsubj:pass", "csubj"}
STOPS = {".", "?", "!", ":", ";"}
CLOSERS = {'"', "”", "'", "’", "''", ")", "]", "»"}
FULL_STOPS, PLAIN_STOPS, QUOTES = ids(".?!"), ids(STOPS), ids(CLOSERS)
PHRASE_LIMIT = 40
KEPT = "hrcli_units"


def units(doc: Doc) -> list[tuple[int, int]]:
    """The sentences of a Doc as token ranges; those that the parser cut without a full stop or a line break are joined.

    Several steps ask for them once the parser is done, so the Doc keeps them.
    """
    found: list[tuple[int, int]] | None = doc.user_data.get(KEPT)
    if found is None:
        found = doc.user_data[KEPT] = _units(doc)
    return found


def _units(doc: Doc) -> list[tuple[int, int]]:
    words = lowers(doc)
    starts = np.flatnonzero(doc.to_array("SENT_START") == 1).tolist()
    borders = {at for at in starts if at > 0 and (words[at - 1] in PLAIN_STOPS or _ends(doc, at))}
    for stop in places(doc, FULL_STOPS):
        if stop + 1 not in borders or words[stop + 1] in QUOTES:
            borders.update(_opened_behind(doc, stop))
    return list(pairwise([0, *sorted(borders), len(words)])) if words else []


def unit(doc: Doc, at: int) -> tuple[int, int]:
    """The sentence that a token stands in."""
    sentences = units(doc)
    return sentences[bisect_right(sentences, (at, len(doc))) - 1]


def units_around(doc: Doc, found: list[int]) -> Iterator[tuple[int, int, list[int]]]:
    """The sentences that the words `found` stand in, each with those of them that are its own."""
    if found:
        sentences = units(doc)
        ends = [end for _, end in sentences]
        for nth, group in groupby(found, key=lambda at: bisect_right(ends, at)):
            yield *sentences[nth], list(group)


def _opened_behind(doc: Doc, stop: int) -> Iterator[int]:
    """Where a sentence opens behind a full stop of its own (no abbreviation's) and closing marks: at capitals and opening marks."""
    for at in range(stop + 1, len(doc)):
        word = doc[at].text
        closes = word in CLOSERS
        if (word[0].isupper() or word in {"“", '"', "‘"}) and (not closes or word == '"'):
            yield at
        if not closes and not doc[at].is_space:
            return


def _ends(doc: Doc, end: int) -> bool:
    """True where a sentence may end before token `end`: at a stop, or at a blank line."""
    if end >= len(doc):
        return True
    last = doc[end - 1]
    while last.i > 0 and (last.is_space or last.text in CLOSERS):
        if last.is_space and "\n" in last.text:
            return True
        last = doc[last.i - 1]
    if len(last.text) > 1 and last.text.endswith("."):
        return bool(doc[end].text[:1].isupper())
    return last.text[-1:] in STOPS or (doc[end].is_space and "\n" in doc[end].text)


def noun_run(doc: Doc, start: int, end: int) -> Token | None:
    """The head of the noun phrase that starts at token `start`: its last noun before anything that cannot be part of it."""
    head: Token | None = None
    for token in doc[start:end]:
        if head is not None and token.ent_type_ == "DATE" and head.ent_type_ != "DATE":
            break  # "the experts today called"
        if is_noun(token) or (token.tag_ == "PRP" and head is None) or (token.tag_ == "DT" and _alone(token)):
            head = token
        elif (
            (token.lower_ == "than" and head is None)
            or (token.is_space and "\n" not in token.text)
            or token.tag_ in BEFORE_NOUN
            or is_owning(token)
            or (token.tag_ in {"DT", "PRP$", "PDT", "WP$"} and head is None)
        ):
            continue
        elif token.tag_ in {"DT", "PRP$"} or not (head is None and (token.tag_ in {"CC", "RB", "``", "''"} or token.text == ",")):
            break
    return head


def is_noun(token: Token) -> bool:
    """True for a noun, and for an adjective that the tree has in a noun's place behind a preposition ("appealed for calm")."""
    return token.tag_ in NOUNS or (token.tag_ == "JJ" and token.dep_ == "obl" and any(child.dep_ == "case" for child in token.children))


def is_owning(token: Token) -> bool:
    """True for the "’s" of an owner, also where the tagger takes it for "is"."""
    return token.tag_ == "POS" or (token.tag_ == "VBZ" and token.dep_ == "case" and token.text in {"’s", "'s"})


def _alone(token: Token) -> bool:
    """True for a determiner that stands for a noun phrase: "those responsible", "all held there", "this"."""
    return (
        token.lower_ in {"those", "all", "these", "both"}
        and token.i + 1 < len(token.doc)
        and token.nbor().tag_ not in BEFORE_NOUN | {"DT", "PRP$"}
    )


def phrase(head: Token) -> Span:
    """The noun phrase around `head` without article and relative clause: its modifiers before, its "of" phrase behind."""
    doc = head.doc
    start, low = head.i, head.sent.start
    while start > low and doc[start - 1].tag_ in BEFORE_NOUN and not _is_verb(doc, start - 1):
        start -= 1
    while start < head.i and (doc[start].tag_ in {"POS", "VBG", "HYPH"} or doc[start].lower_ == "own"):
        start += 1
    if start > 0 and doc[start - 1].lower_ in {"all", "both"}:
        start -= 1
    return doc[start : _tail(doc, head.i + 1)]


def _is_verb(doc: Doc, at: int) -> bool:
    """True for a seeming attribute that is a verb of its own ("Ann urged judges"): nothing before it opens a noun phrase."""
    form = doc[at].lower_
    if form in asking("verb") and form not in asking("noun"):
        return form != asking("verb")[form].lemma or (at > 0 and doc[at - 1].lower_ in {"to", "and", "will", "would"})
    return doc[at].tag_ in {"VBN", "VBG"} and (at == 0 or doc[at - 1].tag_ not in {"DT", "PRP$", "POS", "JJ", "CD", "IN"})


def _tail(doc: Doc, at: int) -> int:
    """The end of the "of X" or "based in X" phrases that follow a noun."""
    while at + 1 < len(doc) and doc[at].lower_ in {"of", "in", "based", "for"}:
        step = at + 2 if doc[at].lower_ == "based" else at + 1
        head = noun_run(doc, step, min(step + 8, len(doc)))
        if head is None or (doc[at].lower_ in {"in", "for"} and head.tag_ not in {"NNP", "NNPS"}) or head.ent_type_ == "DATE":
            break
        at = head.i + 1
    return at


def subject(verb: Token, before: int | None = None) -> Token | None:
    """The subject of a verb by the tree: its own, or that of the verb it is coordinated with or depends on without one."""
    seen = verb
    for _ in range(4):
        found = [child for child in seen.children if child.dep_ in SUBJECTS and child.i < (verb.i if before is None else before)]
        if found:
            return found[-1]
        if seen.dep_ not in {"conj", "xcomp", "aux", "aux:pass", "cop", "parataxis"} or seen.head == seen:
            return None
        seen = seen.head
    return None


def noun_before(token: Token, floor: int) -> Token | None:
    """The head of the nearest noun phrase that ends before `token`, not before token `floor`."""
    for i in range(token.i - 1, floor - 1, -1):
        word = token.doc[i]
        if (word.tag_ in NOUNS or word.tag_ in {"PRP", "WP", "WDT"} or _alone(word)) and word.ent_type_ not in {"DATE", "TIME"}:
            return _top(word, floor)
        if word.tag_ in FINITE or word.text in {";", ":"}:
            return None
    return None


def _top(noun: Token, floor: int) -> Token:
    """The head of the phrase that a noun is in: "governments" for the last noun of "all governments of the region"."""
    at = noun.i - 1
    while at > floor and noun.doc[at].tag_ in BEFORE_NOUN | {"DT", "PRP$"}:
        at -= 1
    if at > floor and noun.doc[at].lower_ in {"of", "in", "at", "from"} and noun.doc[at - 1].tag_ in NOUNS:
        return _top(noun.doc[at - 1], floor)
    return noun


def chain(token: Token) -> Iterator[Token]:
    """The words that a conjunct is coordinated with, nearest first."""
    while token.dep_ == "conj" and token.head != token:
        token = token.head
        yield token


def conjuncts(head: Token, end: int) -> list[Token]:
    """`head` and the nouns coordinated with it up to token `end`."""
    others = [t for t in head.doc[head.i + 1 : end] if t.dep_ == "conj" and t.pos_ in {"NOUN", "PROPN", "PRON"} and head in chain(t)]
    return [head, *others]
