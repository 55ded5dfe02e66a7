"""The date of a sign: the nearest one of its sentence that nothing sets apart from it."""

from __future__ import annotations

from hrcli.extract.findings import Timex
from hrcli.extract.holding import patients
from hrcli.extract.holding.custody import Sign
from hrcli.extract.holding.custodywords import lexicon
from hrcli.extract.holding.reading import Reading
from hrcli.extract.holding.whom import RELATIVE, Party

DATE_REACH = 26
NOUN_REACH = 3
FRONTED = 12
FRONT = 2
SINCE = 5
PROLONGED = {"renewed", "extended", "prolonged"}
LAWS = {"act", "law", "decree", "proclamation", "code", "ordinance", "decree-law", "statute", "order", "resolution"}
AGAIN = {"times", "occasions", "repeatedly"}


def timex_of(reading: Reading, sign: Sign, signs: list[Sign]) -> Timex | None:
    """The date of a sign: the nearest one in its sentence with no other sign or clause between, "since" and "on" first."""
    low, high = reading.sentence(sign.start)
    best: tuple[float, Timex] | None = None
    for timex in reading.doc._.timexes:
        at = reading.where.get(timex.start)
        if timex.date is None or timex.kind == "duration" or at is None or not low <= at < high:
            continue
        if sign.end <= at <= sign.end + 2 and _as_anothers(reading, at):
            return None
        if not _can_date(reading, sign, at):
            continue
        cost = _distance(reading, sign, at, signs)
        if cost <= DATE_REACH and (best is None or cost < best[0]):
            best = (cost, timex)
    return best[1] if best else None


def _can_date(reading: Reading, sign: Sign, at: int) -> bool:
    """Whether a date can be that of a sign: a noun takes none from the clause before, a lasting state only "since" one."""
    if (sign.cue.kind == "thing" and at < sign.start - NOUN_REACH) or _in_closed_clause(reading, at, sign.start):
        return False
    if _only_describes(reading, sign):
        return reading.words[at - 1] == "since"
    if _of_law(reading, at) or _as_anothers(reading, at):
        return False
    behind = set(reading.words[sign.end : at])
    changed = sign.cue.step == "sentenced" and set(lexicon().words.changing) & behind
    changed = changed or (sign.cue.kind == "thing" and PROLONGED & behind)
    if changed or _modifies(reading, at) or AGAIN & set(reading.words[sign.end : at]):
        return False
    return (
        sign.cue.step is not None
        or sign.cue.kind == "holder"
        or (sign.cue.words == "spend" and at >= sign.end)
        or (reading.words[at - 1] in {"since", "from", "the"} or "since" in reading.words[max(sign.end, at - SINCE) : at])
    )


def _of_law(reading: Reading, at: int) -> bool:
    """Whether a date belongs to the name of a law: "under the Criminal Act of <1991>", "Law No. 14 of <3 May 2014>"."""
    return reading.words[at - 1] == "of" and bool(LAWS & set(reading.words[max(0, at - 7) : at - 1]))


def _as_anothers(reading: Reading, at: int) -> bool:
    """Whether a date is only said to be that of another event: "detained on <the same day> as him"."""
    end = next((i for i in range(at, min(at + 5, len(reading.words))) if not reading.dated(i)), at)
    return "same" in reading.words[max(0, at - 1) : end] and reading.words[end] == "as"


def _in_closed_clause(reading: Reading, at: int, sign: int) -> bool:
    """Whether a date stands in a relative clause that commas close before the sign: "A, whose permit ran out <in May>, was detained"."""
    if at >= sign or "," not in reading.words[at:sign]:
        return False
    low, _ = reading.sentence(sign)
    opening = next((i for i in range(at - 1, low, -1) if reading.words[i] in RELATIVE - {"that"} | {","}), None)
    return opening is not None and (reading.words[opening] != "," or reading.words[opening + 1] in RELATIVE)


def _only_describes(reading: Reading, sign: Sign) -> bool:
    """Whether a sign is but an attribute of somebody of whom the clause tells something else: "met the <jailed> poet A in May"."""
    if sign.cue.kind == "holder":
        return True
    return patients.is_attributive(reading, sign) and (
        reading.tokens[sign.start - 1].pos_ in ("DET", "ADP", "ADJ", "NUM") or reading.tokens[sign.start - 1].tag_ in ("POS", "PRP$")
    )


def _modifies(reading: Reading, at: int) -> bool:
    """Whether a date only says which one is meant: "the 2018 budget"."""
    end = next((i for i in range(at, len(reading.words)) if not reading.dated(i)), len(reading.words))
    if end < len(reading.words) and reading.words[end] in lexicon().words.upheavals and reading.words[at - 2] in {"in", "during"}:
        return False  # "arrested in the 2003 crackdown"
    owned = at > 0 and (reading.tokens[at - 1].tag_ in ("DT", "PRP$") and reading.tokens[at].text.isdigit())
    return owned and end < len(reading.words) and reading.tokens[end].pos_ in ("NOUN", "PROPN", "ADJ")


def _distance(reading: Reading, sign: Sign, at: int, signs: list[Sign]) -> float:
    between = range(sign.end, at) if at >= sign.end else range(at, sign.start)
    barrier = sum(
        20 if reading.words[stop] == ";" else 6
        for stop in reading.stops
        if stop in between and reading.words[stop] not in {"since", "after", "before"}
    )
    barrier += sum(8 for other in signs if other.start in between and other is not sign)
    barrier += 5 if at >= sign.end and "and" in reading.words[sign.end : at] else 0
    back = 4 if at < sign.start else 0
    lead = reading.words[at - 1] if at else ""
    low, _ = reading.sentence(sign.start)
    if sign.start > at <= low + FRONT and lead in {"in", "on"}:
        others = sum(1 for other in signs if other.start in between and other is not sign)
        return min(len(between) + barrier + back - 3, FRONTED + 8 * others)  # "On 3 May, at dawn, thirty agents ..., and arrested him"
    return len(between) + barrier + back - (3 if lead in {"since", "on", "in", "from"} else 0)


def beside(reading: Reading, sign: Sign, party: Party, others: list[Party]) -> Timex | None:
    """The date that stands beside one of several objects: "arrested A on 3 May and <B on 5 May>"; None where they share one."""
    if len(others) < 2 or party.start < sign.end:
        return None
    _, high = reading.sentence(sign.start)
    end = min((one.start for one in others if one.start > party.start), default=high)
    inside = (t for t in reading.doc._.timexes if t.date and t.kind != "duration" and party.end <= reading.where.get(t.start, -1) < end)
    return next(inside, None)
