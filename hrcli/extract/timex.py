"""Temporal expressions: finds them by the grammar, values them against the document's date, the text and the tense."""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.tokens import Doc, Span

from hrcli.extract.dating import almanac, directions, entries, focus, story, timegrammar
from hrcli.extract.dating.timeforms import Calendar, Clock, Fixed, Form, Quarter, Step, Stretch
from hrcli.extract.dating.timeframe import Frame, Value
from hrcli.extract.dating.timevalue import borrows, report_month, report_year, resolve, turns
from hrcli.extract.findings import Timex, source_of, text_of

NAMED = ("person", "organization", "group", "work")
OPENING = 800
NEAR = 1
MOST = 60  # dates that are looked through for the same day
ADDRESS = re.compile(r"[.@/]")


@Language.component("hrcli_timex", requires=["doc._.mentions", "token.tag", "token.dep"], assigns=["doc._.timexes"])
def timex(doc: Doc) -> Doc:
    """Set doc._.timexes."""
    doc._.timexes = find(doc)
    return doc


def find(doc: Doc) -> list[Timex]:
    """Every temporal expression of a tagged and parsed Doc, in text order."""
    expressions = timegrammar.find(doc)
    if not expressions:
        return []
    written, text = source_of(doc).document.date, text_of(doc)
    log, year = entries.find(text, expressions, written), report_year(text[:OPENING])
    month = report_month(source_of(doc).document.title, written)
    named = {i for m in doc._.mentions if m.type in NAMED for i in range(m.start, m.end)}
    out: list[Timex] = []
    for found in expressions:
        span = doc.char_span(found.start, found.end, alignment_mode="expand")
        if span is None or (out and span.start < out[-1].end) or _refused(span, found.form, named):
            continue
        frame = Frame(base=entries.base(log, found.start, written), report_year=year, report_month=month)
        value = resolve(found.form, _framed(frame, span, found.form, out))
        if value is not None:
            out.append(_timex(span, value))
    return out


def _timex(span: Span, value: Value) -> Timex:
    earliest, latest, precision = almanac.extent(value.date) if value.date else (None, None, None)
    return Timex(
        start=span.start,
        end=span.end,
        kind=value.kind,
        timex3=value.timex3,
        date=value.date,
        earliest=earliest,
        latest=latest,
        precision=precision,
        anchor=value.anchor,
    )


def _refused(span: Span, form: Form, named: set[int]) -> bool:
    """Whether the words are something else after all: a piece of an address on the net or of a name, a title, a verb."""
    if ADDRESS.search(span.text) and any(token.like_url or "://" in token.text or "@" in token.text for token in span):
        return True
    if not isinstance(form, Calendar):
        return not isinstance(form, Stretch) and _is_title(span)
    if form.year is not None or form.day is not None:
        return False
    if all(i in named for i in range(span.start, span.end)):
        return True
    return len(span) == 1 and form.month is not None and span[0].lower_ in ("may", "march") and span[0].pos_ in ("VERB", "AUX")


def _is_title(span: Span) -> bool:
    """Whether words for a time stand with capitals where the words around them have none: '"60 Minutes" said', "on This Week"."""
    doc, wordy = span.doc, [token for token in span if token.is_alpha]
    if not wordy or not all(token.is_title for token in wordy) or any(token.is_sent_start for token in span):
        return False
    around = [doc[at] for at in (span.start - 2, span.start - 1, span.end, span.end + 1) if 0 <= at < len(doc)]
    plain = [token for token in around if token.is_alpha]
    return len(plain) > 1 and all(token.is_lower for token in plain)


def _framed(frame: Frame, span: Span, form: Form, before: list[Timex]) -> Frame:
    """The frame of one expression: with what its value depends on of its clause and of the dates that stand before it."""
    if isinstance(form, Fixed) or (isinstance(form, Calendar) and form.year is not None and form.which is None):
        return frame
    return Frame(
        base=frame.base,
        report_year=frame.report_year,
        report_month=frame.report_month,
        direction=directions.of(span, whole_month=isinstance(form, Calendar) and form.day is None) if turns(form) else None,
        focus=focus.find(form, span, before),
        near=_same_day(form, before) or _near(span, before, whole_paragraph=isinstance(form, Clock)) if borrows(form) else None,
        story=story.date(form, span, before),
        quarter=_quarter(form, before, frame.base),
    )


def _quarter(form: Form, before: list[Timex], base: str | None) -> str | None:
    """The latest quarter of a year that the text has told of, one that was over when it was written before one that was not.

    Where something is compared with it ("a year ago"), none if a longer stretch was told of since ("in the first nine months").
    """
    compared = isinstance(form, Step) and form.compared
    if not compared and not isinstance(form, Quarter):
        return None
    stretches = (timex for timex in reversed(before) if (timex.date and almanac.is_quarter(timex.date)) or _is_term(timex))
    if compared and (last := next(stretches, None)) and _is_term(last):
        return None
    told = [timex.date for timex in before if timex.date and almanac.is_quarter(timex.date)]
    return max(told, key=lambda date: (base is None or date[8:] < base, date), default=None)


def _is_term(timex: Timex) -> bool:
    """Whether a duration is one of those that reports of business are about: nine months, a year."""
    return timex.timex3 is not None and timex.timex3.value in ("P6M", "P9M", "P12M", "P1Y")


def _same_day(form: Form, before: list[Timex]) -> str | None:
    """The date of the same day of a month that was told without its year before, and so counted from the document's date."""
    if not isinstance(form, Calendar) or form.day is None or form.month is None or form.year is not None:
        return None
    told = (timex for timex in reversed(before[-MOST:]) if timex.date and (timex.anchor or "").startswith("document date"))
    return next((timex.date for timex in told if almanac.parts(timex.date)[1:] == (form.month, form.day)), None)


def _near(span: Span, before: list[Timex], *, whole_paragraph: bool) -> str | None:
    """The last date with a year, if it stands in the same sentence or in one of the few before, or in the same paragraph."""
    dated = next((timex for timex in reversed(before) if timex.date and almanac.parts(timex.date)[0]), None)
    if dated is None or story.is_background(span.doc[dated.start : dated.end]):
        return None
    if whole_paragraph:
        return None if "\n" in span.doc.text[span.doc[dated.end - 1].idx : span.start_char] else dated.date
    if dated.anchor is not None and "\n" in span.doc.text[span.doc[dated.end - 1].idx : span.start_char]:
        return None  # its year was found, not told
    between = 0
    for at in range(span.start - 1, dated.end - 1, -1):
        between += bool(span.doc[at].is_sent_start)
        if between > NEAR:
            return None
    return dated.date
