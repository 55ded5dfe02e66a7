"""Where a text may ask for something, by the numbers of its words and their tags: a tree and a claim are worth their cost only there."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from spacy.tokens import Doc

from hrcli.extract.asking import demandcues
from hrcli.extract.wordids import ids, lowers, number, places

Test = Callable[[Doc, int], bool]
INFINITIVE, REACH, GERUND = 6, 25, 4
TO = number("to")
OPENERS = ids(["“", '"', "‘", "'", "#"])
BEHIND_IMPERSONAL = ids(["is", "lies", "falls", "rests", "for", "has", "on", "upon", "that", "if", "it", "very"])
RIGHT = ids(["remedy", "redress", "solution", "thing", "way", "course", "response", "step"])


def hints(doc: Doc) -> list[int]:
    """The words that may ask for something, as what they need stands behind them."""
    numbers, table = lowers(doc), _tests()
    return [at for at in places(doc, keys()) if table[numbers[at]](doc, at)]


@cache
def keys() -> frozenset[int]:
    """The numbers of all words of asking."""
    return frozenset(_tests())


@cache
def _tests() -> dict[int, Test]:
    """How to test, by the word, whether it may ask for something where it stands."""
    table: dict[int, Test] = {number(form): _asks_by_gerund for form in demandcues.cue_forms()}
    for kind in ("noun", "verb"):
        table.update({number(form): _tester(entry) for form, entry in demandcues.asking(kind).items()})
    table.update({number(form): _cries for form in (*demandcues.chanting(), *demandcues.carriers())})
    table.update({number(form): _tester(entry) for entry in demandcues.words().verb for form in entry.irregular})
    table.update({number(form): _modal_tester(entry) for form, entry in demandcues.modals().items()})
    return table | {number(form): _is_impersonal for form in demandcues.impersonals()}


def _tester(entry: demandcues.Asking) -> Test:
    """The test of a word of asking: something it may be followed by stands behind it."""
    forms = {form.split()[0] for form in entry.forms}
    needed = ids({*entry.addressee, *entry.noun, *(forms & {"to", "that"})} - {""})
    free = "" in entry.noun or not forms.isdisjoint({"bare", "ing", "done"})
    return lambda doc, at: doc[at].tag_[:1] in "VN" and (free or not needed.isdisjoint(lowers(doc)[at + 1 : at + REACH]))


def _modal_tester(entry: demandcues.Modal) -> Test:
    """The test of a modal word: an infinitive behind it, or the words it needs before it."""
    before = ids(entry.after)
    if before:
        return lambda doc, at: at > 0 and lowers(doc)[at - 1] in before
    if entry.told:
        return lambda doc, at: lowers(doc)[at + 1 : at + 2] == [TO]
    return _is_needed if entry.to else _always


def _always(_: Doc, __: int) -> bool:
    return True


def _is_needed(doc: Doc, at: int) -> bool:
    """ "need" and "have" with an infinitive close behind."""
    return TO in lowers(doc)[at + 1 : at + INFINITIVE]


def _cries(doc: Doc, at: int) -> bool:
    """ "chanted", "banners" with a quotation or a hashtag close behind."""
    return not OPENERS.isdisjoint(lowers(doc)[at + 1 : at + GERUND * 2])


def _is_impersonal(doc: Doc, at: int) -> bool:
    """ "time for", "essential that", "the only possible remedy"."""
    behind = lowers(doc)[at + 1 : at + 3]
    return not BEHIND_IMPERSONAL.isdisjoint(behind[:1]) or not RIGHT.isdisjoint(behind)


def _asks_by_gerund(doc: Doc, at: int) -> bool:
    """ "include", "mean" with a gerund close behind."""
    return any(doc[i].tag_ == "VBG" for i in range(at + 1, min(len(doc), at + GERUND)))
