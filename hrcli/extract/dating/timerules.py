"""The rules of the grammar of temporal expressions: patterns over plain text, each with the reader that says what a match means.

In the patterns a blank stands for white space with at most one line break, `~` for optional white space, and `{NAME}`
for a piece of PIECES. A reader returns None where the match is no temporal expression after all. Rules stand in groups,
and every match of a rule holds one of the cues that `timecues.py` has for its group.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from hrcli.extract.dating import timecounts as count
from hrcli.extract.dating import timepieces as part
from hrcli.extract.dating import timereaders as read
from hrcli.extract.dating.timeforms import Form
from hrcli.extract.dating.timewords import either, words

Reader = Callable[[re.Match[str]], Form | None]

SPACE = r"(?:[^\S\n]+(?:\n[^\S\n]*)?|\n[^\S\n]*)"
MAYBE_SPACE = r"[^\S\n]*\n?[^\S\n]*"

RULES: dict[str, list[tuple[str, Reader]]] = {
    "month": [
        (
            r"{NEAR}?{PART_OF}?(?:{WEEKDAY},?~(?:the )?)?{DAY}(?: day)?(?: of)?(?:~|-){MONTH}{TAIL}?(?:,? {PART})?",
            read.calendar,
        ),
        (
            r"{NEAR}?{PART_OF}?(?:{WEEKDAY},?~)?{WHICH}?{MONTH}\.?(?:~|-)(?:the )?{DAY}{NOT_COUNT}{TAIL}?(?:,? {PART})?",
            read.calendar,
        ),
        (r"{NEAR}?{MONTH}(?:,|,? of)?(?:~|-){YEAR}", read.calendar),
        (r"{MOD}?{WHICH}?{MONTH}(?:,? {YEARS})?", read.bare_month),
        (r"{MOD}?{YEARS}['’]s {MONTH}(?: {DAY})?", read.calendar),
        (r"{YEAR},?(?: |-){MONTH}(?: |-)(?:the )?{DAY}", read.odd_date),
        (r"(?:the )?{DAY} day of {MONTH},? (?:in the year )?{YEAR}", read.odd_date),
        (r"{MONTH} the {DAY},? (?:in )?{YEAR}", read.odd_date),
        (r"the (?P<edge>{FIRST_DAY}) day of {MONTH}{TAIL}?", read.edge_of_month),
        (r"{DAY}(?=(?:, \d{1,2}(?:st|nd|rd|th)?)*,? (?:and|or) \d{1,2}(?:st|nd|rd|th)?(?: of)? {MONTH}{TAIL}?)", read.calendar),
        (r"{PART_OF}?{MONTH}~{DAY}~(?:{DASH}|to|through|until)~{DAY2}{TAIL}?", read.days),
        (r"{PART_OF}?{DAY}~(?:{DASH}|to|until|through)~{DAY2}(?: of)? {MONTH}{TAIL}?", read.days),
        (r"(?<=between ){DAY} and {DAY2}(?: of)? {MONTH}{TAIL}?", read.days),
        (r"(?<=between ){MONTH}~{DAY} and {DAY2}{TAIL}?", read.days),
    ],
    "weekday": [
        (r"{PART_OF}?(?:{WHICH}|{HOUR_MOD})?{WEEKDAY}(?: {PART})?", read.bare_weekday),
        (r"{WEEKDAY}(?: {PART})?(?: of|,)? (?P<week>last|this|next) week\b", read.weekday_of_week),
        (r"(?P<week>last|this|next) week,? on {WEEKDAY}", read.weekday_of_week),
        (r"(?:on )?{WEEKDAY}s\b(?: {PART}s?)?", count.repeat),
    ],
    "figure": [
        (r"{ON_DAY}the {ORDINAL_DAY}(?= {AFTER_DAY}\b)", read.calendar),
        (r"{PART_OF}?the {ORDINAL_DAY}(?: of {MONTHS}|(?=~(?:[.,;:)]|$)))", read.calendar),
        (
            r"(?<![\d/.-])(?P<year>\d{4})(?P<sep>[-/.])(?P<month_number>\d{1,2})(?P=sep)(?P<day>\d{1,2})(?:T[\d:.]+Z?)?(?![\d/-]|\.\d)",
            read.calendar,
        ),
        (r"(?<![\d/.-])(?P<a>\d{1,2})(?P<sep>[-/.])(?P<b>\d{1,2})(?P=sep)(?P<full_year>\d{4})(?![\d/-]|\.\d)", read.numeric),
        (r"(?<![\d/.-])(?P<a>\d{1,2})(?P<sep>/)(?P<b>\d{1,2})(?P=sep)(?P<short_year>\d{2})(?![\d/-]|\.\d)", read.numeric),
        (
            r"(?<![\d:.])(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))?~(?P<half>[ap]\.m\.|[ap]m\b)(?: {ZONE})?(?: (?:on )?{WEEKDAY})?",
            count.clock,
        ),
        (
            r"(?<![\d:./])(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?::\d\d)?(?![\d:/])(?: in the {PART}| hours)?(?: {ZONE})?",
            count.clock,
        ),
    ],
    "season": [
        (r"{MOD}?(?:the )?{SEASON}(?: of|,)? (?:{YEAR}|{YEARS})", read.season),
        (r"{MOD}?{WHICH}{SEASON}", read.season),
        (r"{DURING}{MOD}?(?:the )?{SEASON}(?=[\s.,;:)]|$)", read.season),
        (r"(?:the )?(?:early|late|mid)(?: |-){SEASON}(?=[\s.,;:)]|$)", read.season),
    ],
    "piece": [
        (r"(?:the )?(?:fiscal(?: |-))?{ORDINAL} (?P<piece>half|quarter) of (?:fiscal )?{YEAR}", part.piece_of_year),
        (r"(?:the )?{ORDINAL} (?P<piece>half|quarter) of {YEARS}", part.piece_of_year),
        (r"{YEARS}['’]s {ORDINAL}(?: |-)(?P<piece>half|quarter)", part.piece_of_year),
        (r"(?:the )?{YEAR} {ORDINAL}(?: |-)(?P<piece>half|quarter)", part.piece_of_year),
        (r"(?:the )?year-(?P<ago>ago|earlier) {ORDINAL}(?: |-)(?P<piece>quarter)", part.piece_of_year),
        (r"(?:the )?(?:fiscal(?: |-))?{NTH} (?P<piece>quarter)", part.piece_of_year),
        (r"{NTH}-(?P<piece>quarter)", part.piece_of_year),
        (r"(?:the )?(?:(?:comparable|corresponding|same) )?year-(?P<ago>ago|earlier) (?:quarter|period)", part.quarter),
        (r"the (?P<latest>latest|most recent) (?:fiscal )?(?:quarter|period)", part.quarter),
        (r"the {YEAR} (?:quarter|period)", part.quarter),
        (r"(?:the )?(?:corresponding|comparable|same) (?:quarter|period) {YEARS}", part.quarter),
        (r"{YEARS}['’]s quarter", part.quarter),
        (r"the quarter(?=,? (?:that )?end(?:ed|ing) {ENDED})", part.quarter),
        (r"the quarter", part.quarter),
    ],
    "year": [
        (r"{MOD}?(?:the )?(?P<decade>1[5-9]\d|20\d)0['’]?s\b", read.decade),
        (r"{MOD}?(?:the (?:calendar |fiscal )?year |(?:fiscal|FY)~)?{BARE_YEAR}", read.bare_year),
        (r"(?P<about>circa|ca\.|c\.)~{YEAR}(?![\w/-])", read.about_year),
        (r"{DATING}(?P<about>about|around|approximately|roughly) {YEAR}(?![\w/%-]|[.,:]\d)", read.about_year),
        (r"{NOT_CODE}{YEAR}~{DASH}~(?P<last_year>(?:1[5-9]|20)\d\d|\d\d)(?![\w/]|[.,-]\d|{DASH}\d)", read.years),
        (r"{NOT_CODE}{YEAR}/(?P<last_year>\d\d)(?![\w/]|[.,-]\d)", read.years),
    ],
    "short_decade": [
        (r"{MOD}?(?:the )?['’](?P<short_decade>\d)0['’]?s\b", read.decade),
        (r"the (?:early |late |mid-)?(?P<short_decade>[4-9])0s\b", read.decade),
    ],
    "decade": [
        (r"{MOD}?the {DECADE_WORD}\b", read.decade),
    ],
    "century": [
        (r"{MOD}?(?:the |this )?(?P<century>1\d|2[01])(?:th|st)[ -]century", read.century),
    ],
    "anniversary": [
        (r"(?:the )?{ORDINAL} anniversary(?= of )", part.anniversary),
        (r"(?:the )?(?P<nth>\d{1,3})(?:st|nd|rd|th) anniversary(?= of )", part.anniversary),
    ],
    "holiday": [
        (r"{WHICH}?{HOLIDAY}(?:,? (?:of |in )?{YEAR}|~{YEARS})?", read.holiday),
    ],
    "deictic": [
        (
            r"{HOUR_MOD}?(?P<deictic>the day before yesterday|the day after tomorrow|today|tomorrow|yesterday|tonight)(?: {PART})?",
            count.deictic,
        ),
    ],
    "unit": [
        (r"{MOD}?(?P<which>this|last|next|(?:the )?coming|(?:the )?current)~{UNIT}", count.this_unit),
        (r"{MOD}?(?P<which>the following|the next|the previous|the preceding|that|the same|that same|that very) {UNIT}", count.that_unit),
        (r"the {UNIT} (?P<which>before|after)(?=~(?:[.,;:)]|$))", count.that_unit),
        (r"{OVER}the (?P<unit>weekend)\b", count.end_of_unit),
        (r"year-(?P<ago>ago|earlier)", part.quarter),
        (r"the (?P<span>(?:fiscal )?(?:year|half|month)s?)(?=,? (?:that )?end(?:ed|ing)\b)", count.ended),
        (r"(?:(?<=for )|(?<=months of ))the (?:full |fiscal )?(?P<unit>year)(?=~(?:[.,;:)]|$))", count.end_of_unit),
        (r"{MOD}?the {UNIT} before last", count.before_last),
        (
            r"(?:(?:the )?(?:end|beginning|start|close|middle) of |(?:later|earlier|late|early) in (?!the day\b))(?:the |this )?{UNIT}",
            count.end_of_unit,
        ),
        (r"(?P<unit>year)(?:['’]s end|-end| end)\b", count.end_of_unit),
        (r"(?P<hour>\d{1,2}) in the {PART}", count.clock),
        (r"(?:the )(?:past|last) {UNIT}{NOT_AGE}", count.past_unit),
        (r"(?:(?<=once )|(?<=twice )|(?<=times )|(?<=visit )|(?<=visits ))(?:a|an|per|each|every) {UNIT}", count.per_unit),
        (r"per {UNIT}", count.per_unit),
        (r"{UNIT}-long", count.past_unit),
    ],
    "counted": [
        (
            r"(?:{APPROX}|(?P<exact>exactly|precisely) )?{NUMBER}(?: |-){UNITS}"
            r"(?: or so)? (?P<way>ago|from now|hence|(?:earlier|later|prior|previously|afterwards?|beforehand)(?! than| to))",
            count.steps,
        ),
        (r"{APPROX}?{NUMBER}(?: |-){UNITS} (?P<way>before|after)(?: that)?(?=~(?:[.,;:)]|$))", count.steps),
        (r"{APPROX}?{NUMBER}(?: |-){UNITS} (?P<way>before|after) that(?= (?:s?he|they|it|we|I|the|a|his|her|their)\b)", count.steps),
        (
            r"{APPROX}?{NUMBER}(?: |-){UNITS} (?P<way>before|after)(?= (?:the|this|that|his|her|their|its) (?:\w+ )?{HAPPENING}\b)",
            count.steps_from_deed,
        ),
        (r"(?:in )?{NUMBER} {UNITS}['’]? time\b", count.steps),
        (r"(?:{SPAN_OF} |{APPROX})?{NUMBER}(?: |-){MORE}?{UNITS}(?P<half> and a half)?(?: or so)?{NOT_AGE}", count.duration),
        (r"(?:{SPAN_OF} |{APPROX})?(?P<low>{NUMERAL})(?: (?:to|or|and) |{DASH}){NUMBER} {UNITS}{NOT_AGE}", count.duration),
    ],
    "units": [
        (r"(?P<vague>{PLURAL}) (?P<way>ago|hence|earlier|later|afterwards?)", count.vague_steps),
        (r"(?P<vague>{PLURAL}) (?P<way>before|after)(?=~(?:[.,;:)]|$))", count.vague_steps),
        (r"(?P<recent>recent|coming|past) (?P<vague>{PLURAL})", count.recent),
        (r"(?:the )?(?P<vague>{PLURAL}) (?P<recent>ahead)(?=~(?:[.,;:)]|$))", count.recent),
        (
            r"(?:(?<=\bfor )|(?<=\bover )|(?<=\bafter )|(?<=\bwithin )|(?<=\bin )|(?<=\bof ))(?P<vague>{PLURAL})\b(?! old)",
            count.vague_duration,
        ),
        (r"(?P<vague>{PLURAL}) (?=of )|(?P<vague2>{PLURAL})-long", count.vague_duration),
    ],
    "noon": [
        (r"(?P<noon>noon|midnight|midday)(?: (?:on )?{WEEKDAY})?", count.clock),
    ],
    "every": [
        (r"(?:every|each) (?:(?P<other>other) |{NUMBER} )?{UNITS}", count.repeat),
        (r"(?:every|each) (?:{WEEKDAY}|{MONTH}|{SEASON})(?: {PART})?", count.repeat),
    ],
    "repeat": [
        (r"{REPEAT_WORD}\b", count.repeat_word),
    ],
    "reference": [
        (r"{REFERENCE}\b", count.reference),
    ],
}


class Rule(NamedTuple):
    """A pattern and its reader; of two rules that find the same words, the one with the lower rank has them."""

    rank: int
    pattern: re.Pattern[str]
    read: Reader


@cache
def rules() -> dict[str, list[Rule]]:
    """The rules of each group, compiled."""
    out: dict[str, list[Rule]] = {group: [] for group in RULES}
    listed = [(group, pattern, reader) for group, found in RULES.items() for pattern, reader in found]
    for rank, (group, pattern, reader) in enumerate(listed):
        out[group].append(Rule(rank, re.compile(_expanded(pattern), re.IGNORECASE), reader))
    return out


@cache
def leads() -> dict[str, frozenset[str]]:
    """For each group every word that stands in one of its rules, and so may lead up to a cue."""
    return {group: _leads(" ".join(_expanded(pattern) for pattern, _ in found)) for group, found in RULES.items()}


def _leads(patterns: str) -> frozenset[str]:
    return frozenset(re.findall("[a-z]+", re.sub(r"\\[a-zA-Z]|\?P[<=]\w+", " ", patterns).lower()))


def _expanded(pattern: str) -> str:
    for name, piece in _pieces():
        pattern = pattern.replace("{" + name + "}", piece)
    spaced = re.sub(r"(?<!\[\^)~", lambda _: MAYBE_SPACE, pattern)
    head = "" if pattern.startswith(("(?<", "(?:(?<")) else r"(?<!\w)"
    return head + _spaces(spaced) + r"(?!\w)"


def _behind(*words_: str) -> str:
    """A pattern for a place right behind one of the words."""
    return "(?:" + "|".join(rf"(?<=\b{word} )" for word in words_) + ")"


def _spaces(pattern: str) -> str:
    """Every blank outside a character class and a look-behind (which must have a fixed width) as SPACE."""
    pieces = re.split(r"(\(\?<[=!][^)]*\)|\[[^\]]*\])", pattern)
    return "".join(piece if i % 2 else piece.replace(" ", SPACE) for i, piece in enumerate(pieces))


@cache
def _pieces() -> list[tuple[str, str]]:
    """The named pieces, those that use others first."""
    vocabulary = words()
    units = either([*vocabulary.units])
    plurals = either([*(f"{unit}s" for unit in vocabulary.units if unit != "century"), *vocabulary.plural_units])
    number_word = either(vocabulary.numbers)
    numeral = rf"(?:\d{{1,3}}(?:[.,]\d+)?(?: ?1/2| ?½)?|{number_word}(?:[ -]{number_word})?)"
    number = rf"(?:{numeral}(?: and a half)?|half an?|{either([*vocabulary.vague, *vocabulary.two])}|an?(?: half)?)"
    years = (
        r"(?P<years>(?:of )?(?:(?:this|last|next)~year|the year before last|that(?: same)? year|the (?:same|following|previous|next) year))"
    )
    return [
        ("TAIL", r"(?:(?:~,?~|,? of |-){YEAR}(?!~[:]\d)|,?~{YEARS})"),
        ("BARE_YEAR", r"{NOT_CODE}{YEAR}(?!\w|[/.,:-]\d|%|~%)"),
        ("NOT_CODE", r"(?:(?<![\w/.,:$€£¥#+*_-])|(?<=[a-z][,.])|(?<=pre-)|(?<=post-)|(?<=mid-))"),
        ("YEARS", years),
        ("YEAR", rf"(?P<year>(?:1[5-9]|20)\d\d(?!\d)|nineteen[ -](?:{number_word}|hundred)(?:[ -]{number_word})?\b)"),
        ("MONTHS", r"(?P<months>(?:that|the same|this|last|next|the following) month)"),
        ("ENDED", rf"(?P<ended>{either(vocabulary.months)}|{either(vocabulary.month_abbreviations)}\b\.?)"),
        ("MONTH", rf"(?P<month>{either(vocabulary.months)}\b|{either(vocabulary.month_abbreviations)}\b\.?)"),
        ("WEEKDAY", rf"(?P<weekday>{either(vocabulary.weekdays)}|{either(vocabulary.weekday_abbreviations)}\b\.?)"),
        ("SEASON", rf"(?P<season>{either(vocabulary.seasons)})\b"),
        ("ORDINAL_DAY", r"(?P<day>\d{1,2})(?:st|nd|rd|th)\b"),
        ("ORDINAL", rf"(?P<ordinal>{either(vocabulary.ordinals)}|last|final)"),
        ("NTH", rf"(?P<ordinal>{either(vocabulary.ordinals)})"),
        ("DAY2", r"(?P<day2>\d{1,2})(?:st|nd|rd|th)?(?![\d%]|:\d)"),
        ("DAY", r"(?<!\d)(?P<day>\d{1,2})(?:st|nd|rd|th)?(?![\d%]|[:.]\d|,\d{3}(?!\d))"),
        ("NOT_COUNT", rf"(?! {either(vocabulary.not_year_before)}\b)"),
        ("NEAR", r"(?:(?P<about>around|circa)~|{MOD})"),
        (
            "MOD",
            r"(?:(?:the )?(?:very )?(?:beginning|start|middle|end|close|turn) of~(?:the )?"
            r"|(?:the )?(?:early|late|mid|later|earlier)(?: |-~)(?:the )?)",
        ),
        ("PART_OF", r"(?:(?:the )?(?P<part_of>early hours|small hours|night|evening|morning|afternoon) of (?:the )?)"),
        ("DATING", _behind("in", "since", "from", "by", "until", "of", "before", "after", "to")),
        ("HAPPENING", either(vocabulary.happenings)),
        ("ON_DAY", _behind("on", "since", "until", "by", "from")),
        ("AFTER_DAY", either(vocabulary.after_day)),
        ("FIRST_DAY", either(vocabulary.first_days)),
        ("OVER", _behind("over", "during", "at", "of", "for")),
        ("DURING", _behind("in", "since", "until", "by", "during", "over", "into", "through", "throughout", "before", "after")),
        ("HOUR_MOD", r"(?:(?:early|earlier|late|later)~)"),
        ("PART", rf"(?P<part>{either(vocabulary.parts)})"),
        ("WHICH", r"(?:(?P<which>this past|this coming|last|this|next|that|the following|the previous|the same|the next)~)"),
        ("HOLIDAY", rf"(?P<holiday>{either(name for day in vocabulary.holidays for name in day.names)})"),
        ("DECADE_WORD", rf"(?P<decade_word>{either(vocabulary.decades)})"),
        ("SPAN_OF", r"(?:(?:the|those|these) (?:past|last|next|first|coming|following|previous|latest)|past|last|next|the|those|these)"),
        ("MORE", r"(?:(?:more|consecutive|full|whole|long|additional|calendar|working|straight)[ -])"),
        ("NOT_AGE", r"(?![ -]old)(?! of age)(?:[ -]long)?"),
        ("APPROX", rf"(?:{either(vocabulary.approximate)} (?:another )?)"),
        ("NUMBER", rf"(?P<number>{number})"),
        ("NUMERAL", numeral),
        ("PLURAL", plurals),
        ("UNITS", rf"(?P<unit>{plurals}\b|{units}\b)"),
        ("UNIT", rf"(?P<unit>weekend|fiscal year|academic year|{units}|{either(vocabulary.parts)})\b"),
        ("REPEAT_WORD", rf"(?P<repeat_word>{either(name for phrases in vocabulary.repeats for name in phrases.names)})"),
        ("REFERENCE", rf"(?P<reference>{either(name for phrases in vocabulary.references for name in phrases.names)})"),
        ("ZONE", r"(?P<zone>[ECMPB][SD]T|GMT|UTC|CET|local time)\b"),
        ("DASH", r"(?:-|–|—|‑)"),
    ]
