"""Lists of prisoners in sections: a heading ("RELEASED", "Sentenced in April") tells of everybody listed under it."""

from __future__ import annotations

from collections.abc import Iterator

from hrcli.extract.findings import Timex
from hrcli.extract.holding.accounts import Account
from hrcli.extract.holding.custody import Sign
from hrcli.extract.holding.reading import Reading
from hrcli.extract.holding.whom import Party, group, party

LONGEST = 5
HEAD = 4
ENDS = {".", "!", "?", ",", ";"}
SEIZING = {"detained", "arrested"}
STEPS = {"detained", "arrested", "charged", "tried", "sentenced", "released", "died"}


def accounts(reading: Reading, signs: list[Sign]) -> list[Account]:
    """What the headings of a list tell of the people, and counted groups, at the head of the numbered items under them."""
    heads = {
        sign.start: sign for sign in signs if sign.why is None and sign.cue.kind in ("verb", "act", "state") and sign.cue.step in STEPS
    }
    found = []
    sign = None
    for start in reading.paragraphs:
        end = reading.paragraph(start)[1]
        if _is_heading(reading, start, end):
            sign = heads.get(start)
        elif sign is not None:
            found += [_account(reading, sign, one, (start, end), signs) for one in _headed(reading, start, end)]
    return found


def _is_heading(reading: Reading, start: int, end: int) -> bool:
    """Whether a line is short, ends as no sentence does and begins with a capital and no number."""
    short = end - start <= LONGEST and reading.words[end - 1] not in ENDS
    return short and reading.texts[start][:1].isupper() and not reading.named_in(start, end)


def _headed(reading: Reading, start: int, end: int) -> Iterator[Party]:
    """The person or the counted group that a numbered item begins with."""
    if not (reading.texts[start].rstrip(".)").isdigit() and end - start > 2):
        return
    at = start + 1 + (reading.words[start + 1] in {".", ")"})
    name = next(iter(reading.named_in(at, min(end, at + HEAD))), None)
    if name:
        yield party(name)
    else:
        yield from group(reading, at, end)[:1]


def _account(reading: Reading, sign: Sign, one: Party, item: tuple[int, int], signs: list[Sign]) -> Account:
    seized = any(other.cue.step in SEIZING for other in signs if item[0] <= other.start < item[1])
    return Account(sign, one, sign.cue.status, False, True, reading.sentence(one.start), None if seized else _only_date(reading, item))


def _only_date(reading: Reading, item: tuple[int, int]) -> Timex | None:
    """The date of an item that has but one."""
    dates = [t for t in reading.doc._.timexes if t.date and t.kind != "duration" and item[0] <= reading.where.get(t.start, -1) < item[1]]
    return dates[0] if len(dates) == 1 else None
