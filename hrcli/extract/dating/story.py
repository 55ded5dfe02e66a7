"""Whether a text is telling a story from a date on: "She was seized in March 2017. In June a court sentenced her", that June."""

from __future__ import annotations

import re
from itertools import pairwise

from spacy.tokens import Span, Token

from hrcli.extract.dating import almanac, tense
from hrcli.extract.dating.focus import is_counted
from hrcli.extract.dating.timeforms import Calendar, Form
from hrcli.extract.dating.timewords import words
from hrcli.extract.findings import Timex

WHEN = ("in", "on", "during", "from", "into", "until", "till", "by", "at")
PARTS = ("week", "weeks", "day", "days", "half", "hours", "night", "morning", "evening", "afternoon", "part")
NEAR = 5  # sentences from one date of a story to the next
SPENT = ("serve", "spend")
LONG = re.compile(r"P(?:\d+Y|1[2-9]M|[2-9]\dM)")
ASIDE = ("acl", "relcl", "csubj")


def date(form: Form, span: Span, before: list[Timex]) -> str | None:
    """The date from which a bare month or day goes on: the last that was told, just before in the paragraph, for what happened then."""
    if not isinstance(form, Calendar) or form.month is None or form.which or form.weekday is not None or form.years is not None:
        return None
    last = next((timex for timex in reversed(before) if timex.date), None)
    if last is None or last.date is None or almanac.parts(last.date)[0] is None or "/" in last.date:
        return None
    if last.anchor is not None and not is_counted(last):
        return None
    told = span.doc[last.start : last.end]
    if _dates_noun(told) or is_background(told) or _has_served(before, last, span):
        return None
    begun = _dates_deed(told) if almanac.parts(last.date)[1] else _opens(told) and _is_done(told)
    return last.date if begun and _goes_on(told, span) and _dates_deed(span) else None


def is_background(told: Span) -> bool:
    """Whether a date is that of a birth, a foundation or the like, which begins no story."""
    verb = tense.governor(told)
    return verb is not None and verb.lower_ in words().backgrounds


def _dates_noun(told: Span) -> bool:
    """Whether a date is that of a deed which only dates another: "sentenced after her arrest on 4 May 2021"."""
    before = told.doc[max(told.start - 4, 0) : told.start]
    if len(before) < 3 or before[-1].lower_ not in WHEN or before[-2].pos_ != "NOUN":
        return False
    return any(token.lower_ in ("after", "following") for token in before[:-2])


def _has_served(before: list[Timex], last: Timex, span: Span) -> bool:
    """Whether years that have been spent in prison lie between the last date and an expression: "she served her two years"."""
    terms = (timex for timex in before[-NEAR:] if timex.start >= last.end and timex.kind == "duration" and timex.timex3)
    return any(LONG.match(timex.timex3.value) and _is_spent(span.doc[timex.start : timex.end]) for timex in terms if timex.timex3)


def _is_spent(term: Span) -> bool:
    verb = tense.governor(term)
    before = term.doc[term.start - 1].lower_ if term.start else ""
    return before == "after" or (verb is not None and tense.among(verb, SPENT) and tense.clause_view(verb) == "past")


def _goes_on(told: Span, span: Span) -> bool:
    """Whether two dates stand in one paragraph, few sentences apart, and none between them tells of the present."""
    doc = span.doc
    if "\n" in doc.text[doc[told.end - 1].idx : span.start_char]:
        return False
    starts = [token.i for token in doc[told.end : span.start + 1] if token.is_sent_start]
    return len(starts) <= NEAR and not any(_is_present(doc[first:last]) for first, last in pairwise(starts))


def _is_present(sentence: Span) -> bool:
    """Whether the verbs of a sentence are in the present alone, as in "There is still no verdict"."""
    tags = {token.tag_ for token in sentence}
    return bool(tags & {"VBZ", "VBP"}) and "VBD" not in tags


def _dates_deed(span: Span) -> bool:
    """Whether an expression says when something was done in the simple past: "in May she was tried", not "has been held since May"."""
    before = [token.lower_ for token in span.doc[max(span.start - 2, 0) : span.start]]
    part = before[-1:] == ["of"] and before[0] in PARTS  # "in the first week of May"
    return (part or (bool(before) and before[-1] in WHEN)) and _is_done(span)


def _is_done(span: Span) -> bool:
    verb = tense.governor(span)
    if verb is None or _is_aside(verb) or tense.clause_view(verb) != "past":
        return False
    return not any(child.lower_ in ("has", "have", "had") for child in verb.children)


def _is_aside(verb: Token) -> bool:
    """Whether a verb, or the one that it is joined to, describes a noun: "who was seized in May and tried in June"."""
    while verb.dep_ == "conj":
        verb = verb.head
    return verb.dep_.startswith(ASIDE)


def _opens(span: Span) -> bool:
    """Whether an expression opens its sentence, behind a small word or by itself: "In 2017", "Two years later"."""
    return any(token.is_sent_start for token in span.doc[max(span.start - 1, 0) : span.start + 1])
