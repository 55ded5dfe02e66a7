"""Which sentences the parser must read: those that can hold something the extractors ask a tree about.

Knows words, tags and named entities only. What asks a tree: demands (who asks whom for what), dates (the clause that they date),
the few custody verbs that take things too, countries and forces (do they act?).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache

import numpy as np
from spacy.tokens import Doc, Token

from hrcli.extract.asking import demandcues
from hrcli.extract.asking.hints import hints
from hrcli.extract.dating.timewords import words as time_words
from hrcli.extract.findings import text_of
from hrcli.extract.holding import custody
from hrcli.extract.holding.custodywords import lexicon as custody_words
from hrcli.extract.naming.acting import cues as acting
from hrcli.extract.naming.vocabulary import words as name_words
from hrcli.extract.wordids import ids, places

Range = tuple[int, int]
EARLIER = 4
FIRST_YEAR, LAST_YEAR = 1500, 2100
PRONOUNS = {"PRP", "PRP$"}
FINITE = {"VBD", "VBZ", "VBP", "MD"}
BE = {"is", "are", "was", "were"}
SKIPPED = {"RB", "DT", "JJ"}
OWNED = 3
COMMON = {
    "the",
    "that",
    "this",
    "these",
    "after",
    "against",
    "while",
    "right",
    "rights",
    "being",
    "long",
    "possible",
    "international",
    "human",
    "not",
    "at",
}
NUMERIC = re.compile(r"\d[:./-]\d\d|\d[ap]m")


def worth_parsing(doc: Doc) -> list[Range]:
    """The sentences worth a tree, as token ranges in text order. Needs sentence boundaries, tags and entities; no lemmas."""
    starts = [0, *(at for at in np.flatnonzero(doc.to_array("SENT_START") == 1).tolist() if at > 0), len(doc)]
    wanted: set[int] = set()
    for at in hints(doc):
        nth = bisect_right(starts, at) - 1
        wanted.update(range(max(0, nth - _earlier(doc, starts[nth], at)), nth + 1))
    wanted.update(bisect_right(starts, at) - 1 for at in _others(doc))
    return [(starts[nth], starts[nth + 1]) for nth in sorted(wanted)]


def _earlier(doc: Doc, start: int, at: int) -> int:
    """How many sentences before one with a demand may tell whom its pronouns mean."""
    return EARLIER if any(doc[i].tag_ in PRONOUNS for i in range(start, at)) else 0


def _others(doc: Doc) -> Iterator[int]:
    """Words of time, verbs of custody, those who may act."""
    yield from places(doc, _plain_words())
    for match in NUMERIC.finditer(text_of(doc)):
        if (span := doc.char_span(*match.span(), alignment_mode="expand")) is not None:
            yield span.start
    for at in places(doc, _bodies()):
        if _acts(doc, at, at + 1):
            yield at
    for ent in doc.ents:
        acts = ent.label_ == "GPE" and _acts(doc, ent.start, ent.end)
        if ent.label_ in {"DATE", "TIME"} or acts or (ent.label_ == "PERSON" and _is_somebody(doc, ent.end)):
            yield ent.start


def _is_somebody(doc: Doc, at: int) -> bool:
    """ "is", "was" behind a person's name: what comes next may tell whom they work for."""
    return at < len(doc) and doc[at].lower_ in BE


def _acts(doc: Doc, start: int, end: int) -> bool:
    """True for a name that may be the subject, the object or the agent of a verb, or own a deed, by the words beside it."""
    before, after = _beyond(doc, start - 1, -1), _beyond(doc, end, 1)
    if before is not None and (before.lower_ == "by" or before.lower_ in _addressing()):
        return True
    if after is None or after.tag_ != "POS":
        return after is not None and after.tag_ in FINITE and (after.lower_ not in BE or _is_passive(doc, after.i))
    return any(token.lower_ in _deeds() for token in doc[after.i + 1 : after.i + 1 + OWNED])


def _is_passive(doc: Doc, be: int) -> bool:
    after = _beyond(doc, be + 1, 1)
    return after is not None and after.tag_ == "VBN"


def _beyond(doc: Doc, at: int, step: int) -> Token | None:
    """The next word on one side of a name, past articles, adjectives and adverbs."""
    for i in (at, at + step, at + 2 * step):
        if not 0 <= i < len(doc):
            return None
        if doc[i].tag_ not in SKIPPED:
            return doc[i]
    return None


@cache
def _plain_words() -> frozenset[int]:
    """Words of time; the past forms of the custody verbs whose object may be a thing."""
    cues = [cue for cue in custody_words().cue if cue.kind == "verb" and (cue.person_only or cue.passive_only)]
    seizing = (phrase.split()[0] for cue in cues for phrase, form in custody.forms(cue) if form in ("past", "participle"))
    return ids({*_times(), *seizing})


def _times() -> set[str]:
    """The words one of which every temporal expression has, as far as the entity recognizer may pass it over."""
    time = time_words()
    units = {form for unit in time.units for form in (unit, f"{unit}s")} | {*time.plural_units, "weekend", "weekends"}
    named = {name for part in (time.references, time.repeats) for entry in part for name in entry.names}
    named |= {name for holiday in time.holidays for name in holiday.names}
    years = {str(year) for year in range(FIRST_YEAR, LAST_YEAR)}
    rare = {rarest(name) for name in (*named, *time.parts)}
    return (
        units
        | years
        | rare
        | {*time.months, *time.month_abbreviations, *time.weekdays, *time.decades, "today", "yesterday", "tomorrow", "tonight"}
    )


def rarest(name: str) -> str:
    """The longest word of a name that is not common, the first of several by the alphabet: the same in every run."""
    return max(sorted({*name.lower().split()} - COMMON), key=len)


@cache
def _bodies() -> frozenset[int]:
    """Common nouns for governments and forces, by their last words."""
    return ids(form.split()[-1] for form in (*name_words().government, *name_words().forces))


@cache
def _deeds() -> frozenset[str]:
    """What only those who act have or do, in singular and plural."""
    return frozenset(form for deed in acting().deeds for form in (deed.split()[-1], f"{deed.split()[-1]}s"))


@cache
def _addressing() -> frozenset[str]:
    """The forms of the verbs whose object is asked, blamed or addressed."""
    return frozenset(form for lemma in acting().addressing for form in demandcues.forms(lemma)) | {"told", "held", "met"}
