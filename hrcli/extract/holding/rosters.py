"""Lists of prisoners: people listed under a line that says what befell them, and entries told in fragments."""

from __future__ import annotations

from hrcli.extract.holding import columns
from hrcli.extract.holding.accounts import Account, opens_list
from hrcli.extract.holding.asserted import status_of
from hrcli.extract.holding.custody import Sign
from hrcli.extract.holding.custodywords import Cue
from hrcli.extract.holding.numbers import length_at
from hrcli.extract.holding.reading import CLOSERS, OPENERS, Found, Name, Reading
from hrcli.extract.holding.when import timex_of
from hrcli.extract.holding.whom import MARKS, chain, party

DEATH = Cue(words="death", kind="state", status="death_row", step="sentenced", term=True)
BORDERS = {";", ".", ":"}
CLAUSE_ENDS = {";", ".", ",", "for", "with", "on", "and", "("}
HEAD = 5
SPOKEN = {"VBP", "VBZ", "VBD", "MD", "PRP", "UH", "WP"}


def accounts(reading: Reading, signs: list[Sign], told: list[Account]) -> list[Account]:
    """What lists tell beyond their sentences: the people under an introducing line, and prison terms without a verb."""
    below = [account for sign in signs for account in _listed_below(reading, sign, signs)]
    held = {id(a.party.actor): a for a in [*told, *below] if a.party.actor}
    terms = [account for start in reading.paragraphs for account in _entry_terms(reading, start, held)]
    return below + terms + columns.accounts(reading, signs)


def introduction(reading: Reading, word: int) -> tuple[int, int] | None:
    """The sentence ending in a colon that introduces the list in which a word stands, if it stands in one."""
    at = reading.paragraphs.index(reading.paragraph(word)[0])
    while at > 0 and _heads_item(reading, reading.paragraphs[at]):
        at -= 1
        end = reading.paragraph(reading.paragraphs[at])[1]
        if reading.words[end - 1] == ":":
            return reading.sentence(end - 1)
    return None


def quoted_charge(reading: Reading, word: int) -> Found | None:
    """The charge of an entry that gives it as a quotation between semicolons: `Held since May; "sedition"; 11 years`."""
    start, end = reading.paragraph(word)
    if _entry(reading, start) is None:
        return None
    for at in range(start + 1, end):
        if _opens_quotation(reading, at) and reading.words[at - 1] in BORDERS:
            close = next((i for i in range(at + 1, end) if reading.tokens[i].text in CLOSERS), None)
            if close is not None and close > at + 1 and not _is_speech(reading, at + 1, close):
                return Found(reading.text(at + 1, close), at + 1, close)
    return None


def _opens_quotation(reading: Reading, at: int) -> bool:
    mark = reading.texts[at]
    return mark in OPENERS - {"(", "["} or (mark in MARKS - set(CLOSERS) or (mark in {'"', "'"} and not reading.tokens[at].whitespace_))


def _is_speech(reading: Reading, start: int, end: int) -> bool:
    """Whether words in quotation marks are somebody's speech rather than a charge: a verb or a pronoun stands in them."""
    return any(
        reading.tokens[i].tag_ in SPOKEN or (reading.tokens[i].tag_ == "VB" and reading.words[i - 1] != "to") for i in range(start, end)
    )


def _listed_below(reading: Reading, sign: Sign, signs: list[Sign]) -> list[Account]:
    """The people named at the head of each item under "The following were arrested on 3 May:"."""
    _, end = reading.sentence(sign.start)
    if end + 1 < len(reading.words) and opens_list(reading, end):
        _, end = reading.sentence(end)
    status = status_of(reading, sign)
    if reading.words[end - 1] != ":" or status is None or end >= len(reading.words):
        return []
    found = []
    timex = timex_of(reading, sign, signs)
    at = end
    while at < len(reading.words):
        name = _head_name(reading, at)
        if name is None:
            break
        parties = chain(reading, name, reading.sentence(name[0])[1])
        found += [Account(sign, one, status, sign.cue.weak, True, (sign.start, name[1]), timex, parties) for one in parties]
        at = reading.paragraph(at)[1]
    return found


def _head_name(reading: Reading, start: int) -> Name | None:
    """The name that a list item begins with."""
    return next(iter(reading.named_in(start, start + HEAD)), None)


def _heads_item(reading: Reading, start: int) -> bool:
    return bool(reading.named_in(start, start + HEAD))


def _entry(reading: Reading, start: int) -> Name | None:
    """The name that a paragraph begins with, a number aside, if a comma, colon or bracket follows it."""
    name = next(iter(reading.named_in(start, start + 4)), None)
    behind = reading.words[name[1]] if name and name[1] < len(reading.words) else ""
    return name if behind in {",", "(", ":", "–", ";"} else None


def _entry_terms(reading: Reading, start: int, held: dict[int, Account]) -> list[Account]:
    """The prison terms that an entry gives as bare lengths, where something else tells that its person is held."""
    name = _entry(reading, start)
    if name is None or id(name[2]) not in held:
        return []
    found = []
    end = reading.paragraph(start)[1]
    for at in range(start + 1, end):
        cue, stop = _term(reading, at) if reading.words[at - 1] in BORDERS | {","} else (None, at)
        if cue is not None and (stop >= end or reading.words[stop] in CLAUSE_ENDS):
            sign = Sign(at, at, cue, "none", (0, 0), None)
            found.append(Account(sign, party(name), cue.status, False, False, reading.sentence(at)))
    return found


def _term(reading: Reading, at: int) -> tuple[Cue | None, int]:
    length = length_at(reading.words, at)
    if length:
        return columns.TERM, length[1]
    if reading.words[at] in {"life", "death"} and reading.words[at - 1] != ",":
        return (columns.TERM if reading.words[at] == "life" else DEATH), at + 1
    return None, at
