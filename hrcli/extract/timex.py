"""Temporal expressions: finds them by the grammar, values them against the document's date, the text and the tense."""

from __future__ import annotations

import re
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc, Span

from hrcli.extract.dating import almanac, tense, timegrammar
from hrcli.extract.dating.almanac import Direction
from hrcli.extract.dating.timeforms import Calendar, Fixed, Form, Found, Step
from hrcli.extract.dating.timevalue import Frame, Value, report_year, resolve
from hrcli.extract.dating.timewords import words
from hrcli.extract.events import tells_of_deed
from hrcli.extract.findings import Timex, source_of, text_of
from hrcli.records import Timex3

NAMED = ("person", "organization", "group", "work")
OPENING = 800
NEAR = 1


@Language.component("hrcli_timex", requires=["doc._.mentions", "token.tag", "token.dep"], assigns=["doc._.timexes"])
def timex(doc: Doc) -> Doc:
    """Set doc._.timexes."""
    doc._.timexes = find(doc)
    return doc


def find(doc: Doc) -> list[Timex]:
    """Every temporal expression of a tagged and parsed Doc, in text order."""
    base = source_of(doc).document.date
    frame = Frame(base=base, report_year=report_year(text_of(doc)[:OPENING]))
    named = {i for m in doc._.mentions if m.type in NAMED for i in range(m.start, m.end)}
    out: list[Timex] = []
    for found in timegrammar.find(text_of(doc)):
        span = doc.char_span(found.start, found.end, alignment_mode="expand")
        if span is None or (out and span.start < out[-1].end) or _refused(span, found.form, named):
            continue
        out.append(_timex(span, resolve(found.form, _framed(frame, span, found, out))))
    return [_with_day(timex, after) for timex, after in zip(out, [*out[1:], None], strict=False)]


def _with_day(timex: Timex, after: Timex | None) -> Timex:
    """A clock time with the day that follows it ("at 10:30 p.m. on 5 June")."""
    if timex.timex3 is None or not re.search(r"T\d\d:\d\d$", timex.timex3.value) or after is None or after.start - timex.end > 2:
        return timex
    if after.kind != "date" or after.precision != "day" or after.date is None:
        return timex
    timex3 = Timex3(type="TIME", value=after.date + timex.timex3.value[-6:])
    return replace(after, start=timex.start, end=timex.end, kind="time", timex3=timex3, anchor=f"date in the text {after.date}")


def _timex(span: Span, value: Value) -> Timex:
    limits = almanac.bounds(value.date) if value.date else None
    return Timex(
        start=span.start,
        end=span.end,
        kind=value.kind,
        timex3=value.timex3,
        date=value.date,
        earliest=limits[0].isoformat() if limits else None,
        latest=limits[1].isoformat() if limits else None,
        precision=almanac.precision(value.date) if value.date else None,
        anchor=value.anchor,
    )


def _refused(span: Span, form: Form, named: set[int]) -> bool:
    """Whether the words are something else after all: a piece of an address on the net or of a name, a verb."""
    if any(token.like_url or "://" in token.text or "@" in token.text for token in span):
        return True
    if not isinstance(form, Calendar) or form.year is not None or form.day is not None:
        return False
    if all(i in named for i in range(span.start, span.end)):
        return True
    return len(span) == 1 and form.month is not None and span[0].pos_ in ("VERB", "AUX") and span[0].lower_ in ("may", "march")


def _framed(frame: Frame, span: Span, found: Found, before: list[Timex]) -> Frame:
    """The frame of one expression: with the direction of its clause and the dates that stand before it."""
    if isinstance(found.form, Fixed):
        return frame
    return Frame(
        base=frame.base,
        report_year=frame.report_year,
        direction=_direction(span, whole_month=isinstance(found.form, Calendar) and found.form.day is None),
        focus=_focus(found.form, before),
        near=_near(span, before),
    )


def _direction(span: Span, *, whole_month: bool) -> Direction | None:
    """Whether the clause places the expression behind or ahead of the writing; None where it does not say."""
    cue = span.doc[span.start - 1].lower_ if span.start > span.sent.start else ""
    if cue == "since" or tells_of_deed(span):
        return "past"
    verb = tense.governor(span)
    found = tense.clause_view(verb)
    adverbial = span.root.dep_.startswith(("obl", "advmod", "nmod:unmarked", "ROOT")) or span.root.head.pos_ == "VERB"
    if cue in ("until", "till", "to", "for") and verb is not None and tense.among(verb, words().puts_off):
        return "future"
    if found == "past":
        owed = verb is None or tense.is_infinitive(verb) or cue in ("by", "until", "till")
        return None if owed or not (adverbial or whole_month) else "past"
    if found == "future" or cue in ("by", "until", "till"):
        return "future"
    if any(tense.among(child, words().ahead) for child in span.root.head.children):
        return "future"
    return "future" if found == "present" and adverbial and _closed(span.sent) else None


def _closed(sentence: Span) -> bool:
    """Whether a sentence ends as sentences do; a headline does not, and its present tense means the past."""
    return bool(re.search(r"[.!?;:,][\"'”’)\]]*\s*$", sentence.text))


def _focus(form: Form, before: list[Timex]) -> str | None:
    """The last date of the text that is exact enough to count from."""
    wanted = (
        {"D": 3, "W": 3, "M": 2, "Q": 2}.get(form.unit, 1)
        if isinstance(form, Step)
        else 2
        if isinstance(form, Calendar) and form.months is not None
        else 1
    )
    for timex in reversed(before):
        value = timex.date.split("/")[0] if timex.date else None
        if timex.kind in ("date", "time") and sum(part is not None for part in almanac.parts(value)) >= wanted:
            return value
    return None


def _near(span: Span, before: list[Timex]) -> str | None:
    """The last date with a year, if it stands in the same sentence or in one of the few before."""
    dated = next((timex for timex in reversed(before) if timex.date and almanac.parts(timex.date)[0]), None)
    if dated is None:
        return None
    between = sum(1 for token in span.doc[dated.end : span.start] if token.is_sent_start)
    return dated.date if between <= NEAR else None
