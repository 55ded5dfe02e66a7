"""From which of the dates that a text has told an expression counts: "two days later", "that April", "the following morning"."""

from __future__ import annotations

import re
from itertools import islice

from spacy.tokens import Span, Token

from hrcli.extract.dating import almanac, tense
from hrcli.extract.dating.timeforms import Calendar, Form, Step
from hrcli.extract.findings import Timex

NEAR = 4  # dates that are looked at
RELATIVES = ("who", "which", "whom", "that", "whose")
COUNTED = "date in the text"
WANTED = {"D": 3, "W": 3, "M": 2, "Q": 2}
CLOCK = re.compile(r"T(?:(?P<hour>\d\d)|(?P<part>[A-Z]{2}))")
# The hours of a part of the day: from the first up to the last.
HOURS = {"MO": (4, 12), "AF": (12, 18), "EV": (17, 24), "NI": (18, 28)}


def find(form: Form, span: Span, before: list[Timex]) -> str | None:
    """The last date of the text that is exact enough to count from; rather none that it has told in passing."""
    if isinstance(form, Step) and not form.count and form.part and (same := _same_part(form.part, span, before)):
        return same
    wanted = WANTED.get(form.unit, 1) if isinstance(form, Step) else 2 if isinstance(form, Calendar) and form.months is not None else 1
    exact = (timex for timex in reversed(before) if _is_exact(timex, wanted))
    if isinstance(form, Step) and form.compared:
        # "a year earlier" is said again and again of the same year
        exact = (timex for timex in exact if not is_counted(timex))
    if isinstance(form, Step) and form.near:
        last = next(exact, None)
        return _first(last) if last and _just_told(last, span) else None
    if not _turns(form):
        return _first(next(exact, None))
    near = [*islice(exact, NEAR)]
    return _first(next((timex for timex in near if not _in_passing(timex, span, form)), near[0] if near else None))


def _just_told(timex: Timex, span: Span) -> bool:
    """Whether a date stands in an earlier sentence of the same paragraph."""
    return timex.end <= span.sent.start and "\n" not in span.doc.text[span.doc[timex.start].idx : span.start_char]


def _turns(form: Form) -> bool:
    """Whether the value of a form hangs on the date that was told last."""
    if isinstance(form, Step):
        return form.origin == "text"
    return isinstance(form, Calendar) and form.which in ("that", "following", "previous")


def _first(timex: Timex | None) -> str | None:
    return timex.date.split("/")[0] if timex and timex.date else None


def _is_exact(timex: Timex, wanted: int) -> bool:
    value = timex.date.split("/")[0] if timex.date else None
    return timex.kind in ("date", "time") and sum(part is not None for part in almanac.parts(value)) >= wanted


def is_counted(timex: Timex) -> bool:
    """Whether a date was counted from another of the text."""
    return (timex.anchor or "").startswith(COUNTED)


def _in_passing(timex: Timex, span: Span, form: Form) -> bool:
    """Whether a date belongs to what had been before ("who had been seized on 4 May") or came later in a paragraph that is over."""
    doc = span.doc
    if is_counted(timex) and "\n" in doc.text[doc[timex.end - 1].idx : span.start_char]:
        opening = doc[max(timex.start - 1, 0) : timex.end]
        return not any(token.is_sent_start for token in opening)
    verb = tense.governor(doc[timex.start : timex.end]) if isinstance(form, Step) and form.count else None
    return verb is not None and _is_flashback(verb) and tense.governor(span) not in (verb, *verb.conjuncts)


def _is_flashback(verb: Token) -> bool:
    """Whether a verb stands in a relative clause in the past perfect: "the guard, who had been hired in May"."""
    had = any(child.lower_ == "had" and child.dep_ in tense.AUXILIARIES for child in verb.children)
    return had and any(child.lower_ in RELATIVES and child.dep_ != "mark" for child in verb.children)


def _same_part(part: str, span: Span, before: list[Timex]) -> str | None:
    """The day of "that same morning": the last one of the paragraph that was told with an hour or a part of the day that fits."""
    doc = span.doc
    for timex in reversed(before):
        if "\n" in doc.text[doc[timex.end - 1].idx : span.start_char]:
            return None
        hit = CLOCK.search(timex.timex3.value) if timex.timex3 else None
        if hit and timex.date and _fits(hit, part):
            return timex.date
    return None


def _fits(hit: re.Match[str], part: str) -> bool:
    if hit["part"]:
        return hit["part"] == part
    first, last = HOURS.get(part.removeprefix("T"), (0, 0))
    return first <= int(hit["hour"]) < last or first <= int(hit["hour"]) + 24 < last
