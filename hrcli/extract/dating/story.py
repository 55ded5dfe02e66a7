"""Whether a text is telling a story from a date on: "She was seized in March 2017. In June a court sentenced her", that June."""

from __future__ import annotations

from itertools import pairwise

from spacy.tokens import Span, Token

from hrcli.extract.dating import almanac, tense
from hrcli.extract.dating.focus import is_counted
from hrcli.extract.dating.timeforms import Calendar, Form
from hrcli.extract.findings import Timex

WHEN = ("in", "on", "during", "from", "into", "until", "till", "by", "at")
PARTS = ("week", "weeks", "day", "days", "half", "hours", "night", "morning", "evening", "afternoon", "part")
NEAR = 5  # sentences from one date of a story to the next
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
    begun = _dates_deed(told) if almanac.parts(last.date)[1] else _opens(told) and _is_done(told)
    return last.date if begun and _goes_on(told, span) and _dates_deed(span) else None


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
