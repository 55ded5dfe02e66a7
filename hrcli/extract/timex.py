"""Temporal expressions: finds them by the grammar, values them against the document's date, the text and the tense."""

from __future__ import annotations

import re
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from hrcli.extract.dating import almanac, tense, timegrammar
from hrcli.extract.dating.almanac import Direction
from hrcli.extract.dating.timeforms import Calendar, Fixed, Form, Step
from hrcli.extract.dating.timevalue import Frame, Value, borrows, report_year, resolve, turns
from hrcli.extract.dating.timewords import words
from hrcli.extract.events import tells_of_deed
from hrcli.extract.findings import Timex, source_of, text_of
from hrcli.records import Timex3

NAMED = ("person", "organization", "group", "work")
OPENING = 800
NEAR = 1
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
    frame = Frame(base=source_of(doc).document.date, report_year=report_year(text_of(doc)[:OPENING]))
    named = {i for m in doc._.mentions if m.type in NAMED for i in range(m.start, m.end)}
    out: list[Timex] = []
    for found in expressions:
        span = doc.char_span(found.start, found.end, alignment_mode="expand")
        if span is None or (out and span.start < out[-1].end) or _refused(span, found.form, named):
            continue
        out.append(_timex(span, resolve(found.form, _framed(frame, span, found.form, out))))
    return [_with_day(timex, after) for timex, after in zip(out, [*out[1:], None], strict=False)]


def _with_day(timex: Timex, after: Timex | None) -> Timex:
    """A clock time with the day that follows it ("at 10:30 p.m. on 5 June")."""
    if after is None or after.kind != "date" or after.precision != "day" or after.start - timex.end > 2:
        return timex
    clock = re.search(r"T\d\d:\d\d$", timex.timex3.value) if timex.timex3 else None
    if clock is None or after.date is None:
        return timex
    timex3 = Timex3(type="TIME", value=after.date + clock[0])
    return replace(after, start=timex.start, end=timex.end, kind="time", timex3=timex3, anchor=f"date in the text {after.date}")


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
    """Whether the words are something else after all: a piece of an address on the net or of a name, a verb."""
    if ADDRESS.search(span.text) and any(token.like_url or "://" in token.text or "@" in token.text for token in span):
        return True
    if not isinstance(form, Calendar) or form.year is not None or form.day is not None:
        return False
    if all(i in named for i in range(span.start, span.end)):
        return True
    return len(span) == 1 and form.month is not None and span[0].lower_ in ("may", "march") and span[0].pos_ in ("VERB", "AUX")


def _framed(frame: Frame, span: Span, form: Form, before: list[Timex]) -> Frame:
    """The frame of one expression: with what its value depends on of its clause and of the dates that stand before it."""
    if isinstance(form, Fixed) or (isinstance(form, Calendar) and form.year is not None and form.which is None):
        return frame
    return Frame(
        base=frame.base,
        report_year=frame.report_year,
        direction=_direction(span, whole_month=isinstance(form, Calendar) and form.day is None) if turns(form) else None,
        focus=_focus(form, before),
        near=_near(span, before) if borrows(form) else None,
    )


def _direction(span: Span, *, whole_month: bool) -> Direction | None:
    """Whether the clause places the expression behind or ahead of the writing; None where it does not say."""
    doc, start = span.doc, span.start
    cue = doc[start - 1].lower_ if start > 0 and not doc[start].is_sent_start else ""
    if cue == "since" or tells_of_deed(span):
        return "past"
    verb = tense.governor(span)
    found = tense.clause_view(verb)
    if cue in ("until", "till", "to", "for") and verb is not None and tense.among(verb, words().puts_off):
        return "future"
    if found == "past":
        owed = cue in ("by", "until", "till") or verb is None or tense.is_infinitive(verb)
        return None if owed or not (whole_month or _adverbial(span.root)) else "past"
    if found == "future" or cue in ("by", "until", "till"):
        return "future"
    root = span.root
    if any(tense.among(child, words().ahead) for child in root.head.children):
        return "future"
    return "future" if found == "present" and _adverbial(root) and _closed(span.sent) else None


def _adverbial(root: Token) -> bool:
    """Whether an expression says when its clause comes about."""
    return root.dep_.startswith(("obl", "advmod", "nmod:unmarked", "ROOT")) or root.head.pos_ == "VERB"


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
    between = 0
    for at in range(span.start - 1, dated.end - 1, -1):
        between += bool(span.doc[at].is_sent_start)
        if between > NEAR:
            return None
    return dated.date
