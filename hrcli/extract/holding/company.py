"""Those who shared a patient's lot: "was arrested together with eleven farmers", "A was sentenced to four years and B to three"."""

from __future__ import annotations

from hrcli.extract.holding.custody import Sign
from hrcli.extract.holding.numbers import count_at
from hrcli.extract.holding.reading import Reading
from hrcli.extract.holding.whom import Party, group, party, phrase_parties


def with_company(reading: Reading, sign: Sign, found: list[Party]) -> list[Party]:
    """The patients with those who shared their lot: "was arrested together with eleven farmers"."""
    _, high = reading.sentence(sign.start)
    for at in range(sign.end, min(high - 1, sign.end + 12) if found else sign.end):
        if reading.words[at] in {"together", "along"} and reading.words[at + 1] == "with":
            return found + [p for p in phrase_parties(reading, at + 2, high) if p not in found]
    if found and reading.words[sign.end : sign.end + 2] in (["with", "him"], ["with", "her"]):
        return found + _companion(reading, sign, found)
    if found and _seized_with(reading, sign, high):
        return found + [p for p in phrase_parties(reading, sign.end + 1, high) if p not in found]
    if found and sign.cue.step in ("detained", "arrested"):
        return found + _with_others(reading, sign, high)
    return found + _sentenced_beside(reading, sign, found, high) if sign.cue.step == "sentenced" else found


def _seized_with(reading: Reading, sign: Sign, high: int) -> bool:
    """Whether somebody seized right "with" the patient follows: "was arrested with his wife, A"; for "with her" see `_companion`."""
    at = sign.end + 1
    seized = sign.cue.step in ("detained", "arrested") and at < high and reading.words[sign.end] == "with"
    return seized and (reading.tokens[at].tag_ in ("PRP$", "CD") or reading.name_at(at) is not None)


def _companion(reading: Reading, sign: Sign, found: list[Party]) -> list[Party]:
    """Whom "with him" means: who the pronoun stands for, unless that is the patient, else the last one named before."""
    at, (low, _) = sign.end + 1, reading.sentence(sign.start)
    if sign.cue.step not in ("detained", "arrested"):
        return []
    known = reading.people.get(at)
    if known is not None and all(one.actor is not known for one in found):
        return [Party(at, at + 1, known)]
    start, _ = reading.paragraph(low)
    others = [name for name in reading.named_in(start, low) if all(one.actor is not name[2] for one in found)]
    return [party(name) for name in others[-1:]]


def _with_others(reading: Reading, sign: Sign, high: int) -> list[Party]:
    """A counted group seized with the patient, told behind date and place: "was arrested on 3 May in Oran, <with two> of her friends"."""
    at = next((i for i in range(sign.end + 1, min(high - 1, sign.end + 12)) if reading.words[i] == "with"), None)
    return group(reading, at + 1, high) if at and reading.words[at - 1] == "," and reading.tokens[at + 1].pos_ == "NUM" else []


def _sentenced_beside(reading: Reading, sign: Sign, found: list[Party], high: int) -> list[Party]:
    """Those of whom only name and term follow: "A was sentenced to four years and <B to three>", "A got five years, B eight"."""
    beside = []
    for name in reading.named_in(sign.end, high) if found else []:
        at = name[1] + 1 if reading.words[name[1] : name[1] + 1] in (["to"], ["for"]) else name[1]
        known = any(one.start == name[0] or one.actor is name[2] for one in found)
        if not known and at < high and count_at(reading.words, at) and not reading.dated(at):
            beside.append(party(name))
    return beside
