"""The words that an expression dates: the noun phrase of an event, or the clause of a verb."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

import numpy as np
from spacy.tokens import Doc, Span, Token

from hrcli.extract.dating import tense
from hrcli.extract.dating.tense import Hanging
from hrcli.extract.dating.timewords import words
from hrcli.extract.telling.eventwords import event_words, noun_type, verb_type
from hrcli.extract.wordids import lowers, number

OTHER_CLAUSES = ("advcl", "acl", "acl:relcl", "relcl", "parataxis", "conj", "ccomp", "list")
BEFORE_NOUN = ("compound", "nmod:poss", "nummod", "amod")
DASHES = ("–", "—", "--", "-", "―")
PLACED = ("NNP", "NNPS", ",", "-LRB-", "NN", "IN", ".", ":", "HYPH")
YEAR = re.compile(r"(?:19|20)\d\d")
PLACING = ("in", "at", "on", "near", "outside", "of", "from", "by")
BRACKETS = 6  # words between a dateline's date and its dash: an agency's initials
PARATAXIS = number("parataxis")
OPENED, CLOSED, SEMICOLON = map(number, "();")
CLOSING = (OPENED, CLOSED, SEMICOLON)
GAP = 3  # words between a noun and the clause that tells of it: the rest of a name, a comma
HOPS = 3  # phrases of place between a noun and its date
LINE = 14  # no more words stand before the date of a dateline


class Tree(NamedTuple):
    """What many clauses of one document ask of its trees: the head of each word, and where clauses stand beside others."""

    heads: list[int]
    beside: frozenset[int]


def tree_of(doc: Doc) -> Tree:
    """The trees of a document."""
    heads = np.arange(len(doc)) + doc.to_array("HEAD").astype(np.int64)
    return Tree(heads.tolist(), frozenset(np.flatnonzero(doc.to_array("DEP") == PARATAXIS).tolist()))


def children(token: Token) -> Hanging:
    """The words that hang on a word, with their relations."""
    return [(child, child.dep_) for child in token.children]


def deed(span: Span) -> Token | None:
    """The noun for an event that the expression dates apart from its clause: "the 1989 massacre", "since his arrest in May", "Act 2011"."""
    root = _root(span)
    head = root.head
    if head.i >= span.end:
        return head if root.dep_ in BEFORE_NOUN and noun_type(head) is not None else None
    before = span.doc[max(span.start - 1, 0)]
    if before.pos_ == "PROPN" and before.i < span.start and noun_type(before) in ("law", "treaty"):
        return before
    noun = head if _holds(head, root) and noun_type(head) is not None else _right_before(span)
    return noun if noun is not None and _apart(noun, span) else None


def _root(span: Span) -> Token:
    """The word by which an expression hangs on another: its first, where the tree tears it apart."""
    first = span[0]
    return span.root if span.start <= first.head.i < span.end or first.dep_ == "det" else first


def _holds(noun: Token, root: Token) -> bool:
    return noun.i < root.i and noun.pos_ in ("NOUN", "PROPN") and root.dep_.startswith("nmod")


def _right_before(span: Span) -> Token | None:
    """The noun whose phrase, opened by a preposition of its own, ends where the expression's begins, though the tree parts them."""
    doc, at = span.doc, span.start - 1
    while at > 0 and doc[at].dep_ == "case" and doc[at].head.i >= span.start:
        at -= 1
    for _ in range(HOPS):
        top = doc[max(at, 0)]
        for token in _up(top):
            if noun_type(token) is not None and _case(token) is not None:
                return token
            top = token
        if _case(top) not in PLACING or top.left_edge.i <= span.sent.start:
            return None
        at = top.left_edge.i - 1
    return None


def _up(token: Token) -> Iterator[Token]:
    """The nouns from one up to the predicate that they hang on."""
    while token.head.i != token.i and token.pos_ in ("NOUN", "PROPN", "PRON"):
        yield token
        if token.head.i > token.i and token.dep_ not in ("compound", "nmod:poss"):
            return
        token = token.head


def _case(token: Token) -> str | None:
    """The preposition of a noun."""
    return next((child.lower_ for child in token.children if child.dep_ == "case" and child.i < token.i), None)


def _apart(noun: Token, span: Span) -> bool:
    """Whether a noun's event is another than its clause's: told of, come after, answered to; not where the clause tells of it itself."""
    case, above = _case(noun), noun.head
    if case is not None and tense.is_predicate(above):
        return case not in event_words().beside
    if case is not None:
        return True
    if above.i == noun.i or not tense.is_predicate(above):
        return False
    if noun.dep_.startswith("nsubj"):
        return _case(_root(span)) == "of" or not tense.among(above, event_words().light | words().ahead | words().puts_off)
    return noun.dep_ == "obj" and (_case(_root(span)) == "of" or verb_type(above) == "statement")


def phrase(noun: Token, span: Span) -> tuple[int, int]:
    """The noun with what stands before it and with what "of" adds."""
    after = [token.i for child in noun.children if child.dep_.startswith("nmod") and child.i > noun.i for token in child.subtree]
    start = noun.left_edge.i
    while start < min(noun.i, span.start) and noun.doc[start].dep_ in ("case", "fixed"):
        start += 1
    return trimmed(noun.doc[start : max([noun.i, *after]) + 1], span)


def whole(verb: Token) -> Token:
    """The verb that a bare verb leans on: "failed" of "failed to appear", "denied" of "denied having met"."""
    while verb.head.i != verb.i and (verb.dep_ in ("xcomp", "csubj") or leans(verb)):
        verb = verb.head
    return verb


def leans(verb: Token) -> bool:
    """Whether a verb without a subject is what another verb asks, denies or plans."""
    if verb.dep_ not in ("ccomp", "advcl") or any(child.dep_.startswith("nsubj") for child in verb.children):
        return False
    if verb.dep_ == "advcl":
        return tense.is_infinitive(verb) and tense.among(verb.head, words().calls)
    return not any(child.dep_ == "mark" and child.lower_ == "that" for child in verb.children)


def clause(verb: Token, span: Span, tree: Tree) -> tuple[int, int]:
    """The words of the verb's clause without the other clauses that hang on it, wherever those do not hold the expression."""
    heads = tree.heads
    others = {child.i for child, dep in children(verb) if dep in OTHER_CLAUSES and not _owed(child, span)}
    others |= tree.beside
    others -= _upward(span.start, heads) if others else set()
    start, end = min(verb.i, span.start), max(verb.i + 1, span.end)
    while start > 0 and _hangs(start - 1, verb.i, heads, others):
        start -= 1
    while end < len(heads) and _hangs(end, verb.i, heads, others):
        end += 1
    behind = opened(span.doc, start, end)
    start = behind if behind <= min(span.start, verb.i) else start
    return trimmed(span.doc[min(start, _told_of(verb, start)) : end], span)


def _told_of(verb: Token, start: int) -> int:
    """Where the noun begins that a clause right behind it tells of: "an agreement signed in May"."""
    noun = verb.head
    if not verb.dep_.startswith("acl") or not 0 < start - noun.i <= GAP:
        return start
    before = [child.left_edge.i for child in noun.children if child.dep_ in BEFORE_NOUN or child.dep_ in ("det", "flat")]
    return min([noun.i, *before])


def _owed(child: Token, span: Span) -> bool:
    """Whether a clause says what is to be done by the date that stands right before it: "has until 4 May to answer"."""
    return child.i > span.end and span.end < len(span.doc) and span.doc[span.end].lower_ == "to" and child.left_edge.i == span.end


def opened(doc: Doc, start: int, end: int) -> int:
    """Where a stretch begins behind the dateline that may open it: "(Berlin, 9 May 2019) – Judges ..."."""
    for at in range(start, min(start + LINE + 2, end)):
        if (
            doc[at].text in DASHES
            and at > start
            and (doc[at - 1].text == ")" or YEAR.fullmatch(doc[at - 1].text))
            and doc[at].dep_ != "case"
        ):
            return at + 1 if any(doc[i].tag_ in ("NNP", "NNPS") for i in range(start, at)) else start
        if doc[at].pos_ in ("VERB", "AUX"):
            break
    return start


def without_dateline(span: Span) -> tuple[int, int]:
    """The sentence of an expression without the dateline that may open it."""
    start = opened(span.doc, span.sent.start, span.sent.end)
    return trimmed(span.doc[start if start <= span.start else span.sent.start : span.sent.end], span)


def piece(span: Span) -> tuple[int, int]:
    """The part of the sentence between semicolons, or the brackets, that the expression stands in."""
    words_, sentence = lowers(span.doc), span.sent
    start, end = _between(words_, span, sentence, CLOSING)
    closed = start > sentence.start and words_[start - 1] == OPENED and end < sentence.end and words_[end] == CLOSED
    return (start, end) if closed else _between(words_, span, sentence, (SEMICOLON,))


def _between(words_: list[int], span: Span, sentence: Span, marks: Collection[int]) -> tuple[int, int]:
    """The stretch of a sentence around an expression that holds none of the marks."""
    start, end, first, last = span.start, span.end, sentence.start, sentence.end
    while start > first and words_[start - 1] not in marks:
        start -= 1
    while end < last and words_[end] not in marks:
        end += 1
    return start, end


def _upward(at: int, heads: list[int]) -> set[int]:
    """A word and all that it hangs on."""
    found = {at}
    while heads[at] != at:
        at = heads[at]
        found.add(at)
    return found


def _hangs(at: int, verb: int, heads: list[int], others: set[int]) -> bool:
    """Whether a word hangs on the verb, and not by way of one of the other clauses."""
    while at != verb:
        if at in others or heads[at] == at:
            return False
        at = heads[at]
    return True


def trimmed(words_: Span, span: Span) -> tuple[int, int]:
    """A stretch without punctuation, white space, conjunctions and prepositions at its edges, never losing the expression itself."""
    start, end = min(words_.start, span.start), max(words_.end, span.end)
    doc = span.doc
    while start < span.start and (doc[start].is_punct or doc[start].is_space or doc[start].dep_ in ("cc", "mark", "punct")):
        start += 1
    while end > span.end and (doc[end - 1].is_punct or doc[end - 1].is_space):
        end -= 1
    return start, end + _unclosed(doc, start, end)


def _unclosed(doc: Doc, start: int, end: int) -> bool:
    """Whether a bracket that opens in a stretch closes right behind it."""
    words_ = lowers(doc)
    return end < len(words_) and words_[end] == CLOSED and words_[start:end].count(OPENED) > words_[start:end].count(CLOSED)


def opens(token: Token) -> bool:
    """Whether a noun that opens its sentence and has an object is a verb after all: "Release Ann before 4 May"."""
    return token.pos_ == "NOUN" and token.is_sent_start is True and any(child.dep_ == "obj" for child in token.children)


def dateline(span: Span) -> tuple[int, int] | None:
    """The place and date that open a text before a dash, if the expression is their date."""
    doc, at, placed = span.doc, span.start, False
    if not _dashed(span):
        return None
    while at > 0 and not (doc[at - 1].is_space and "\n" in doc[at - 1].text):
        at -= 1
        named = doc[at].tag_ in ("NNP", "NNPS") or doc[at].text.isupper()
        placed = placed or named
        if not (named or doc[at].tag_ in PLACED) or span.start - at > LINE:
            return None
    return trimmed(doc[at : span.end], span) if placed else None


def _dashed(span: Span) -> bool:
    """Whether a dash follows the expression, perhaps behind a bracket."""
    after = [token.text for token in span.doc[span.end : span.end + BRACKETS]]
    if after[:1] == ["("]:
        after = after[after.index(")") :] if ")" in after else []
    return any(text in DASHES for text in (after[1:2] if after[:1] == [")"] else after[:1]))
