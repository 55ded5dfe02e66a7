"""Whether a sign of custody states a fact, and which status it gives: a court's order to hold somebody does, a demand does not."""

from __future__ import annotations

from hrcli.extract.holding import nounpatients, patients
from hrcli.extract.holding.custody import Sign
from hrcli.extract.holding.custodywords import lexicon
from hrcli.extract.holding.penal import TERM_REACH, has_term
from hrcli.extract.holding.reading import Reading
from hrcli.extract.holding.subjects import BE
from hrcli.extract.holding.whom import topic

UNTRIED = {"remand", "pre-trial", "pretrial"}
KEPT = {"held", "detained", "kept", "remanded", "lodged"}
BINDING = {"to", "must", "should", "n't", "ought", "please", "will", "would", "may", "can"}
SAME_IN_PAST = {"let", "set", "put"}
HOPED = {"be", "to", "should", "must", "would", "'d", "could", "can", "may", "might", "will", "if", "hope", "hopes"}
HOPE_REACH = 6  # words before a release in which such a word makes it one to come: "would also very much welcome the release"
APPEARANCE = 14  # words behind an appearance that tell as what
DUE = {"due", "expected", "scheduled", "set"}
WHILE = {"when", "as", "after", "while", "before"}
TAKEN = {"arrested", "rearrested", "re-arrested", "detained", "seized", "abducted"}
STAYING = {"hold", "remand", "keep"}
ORDERED = {"ordered", "orders", "ruled", "rules", "decided", "directed", "ordering"}


def status_of(reading: Reading, sign: Sign) -> str | None:
    """The status that a sign gives, None where it says nothing: negated, hypothetical, or without the term that it needs."""
    cue = sign.cue
    unit = cue.kind == "state" and cue.step is None and reading.words[max(0, sign.start - 1)] in lexicon().words.units
    if unit or (cue.term and not has_term(reading, sign)) or (cue.accused and not _as_accused(reading, sign)):
        return None
    if cue.kind == "inner" or cue.words == "last seen":
        return _missing(reading, sign)
    if cue.kind == "holder" and (cue.status == "released" or nounpatients.former(reading, sign)):
        return "released"
    if cue.status == "released":
        return "released" if _freed(reading, sign) else "held"
    if cue.kind == "thing" and cue.status == "executed" and sign.why in ("demanded", "hypothetical") and _ahead(reading, sign):
        return "death_row"  # "the execution of A must be halted" is asked for whoever waits for it
    stated = _asserted(reading, sign) and not _to_come(reading, sign)
    return _held_as(reading, sign) if stated or (cue.accused and _due(reading, sign)) else None


def _as_accused(reading: Reading, sign: Sign) -> bool:
    """Whether somebody appears in court as the accused: "appeared before a judge on charges of theft"."""
    low, high = reading.sentence(sign.start)
    behind = reading.words[sign.end : min(high, sign.end + APPEARANCE)]
    at = next((at for at, word in enumerate(behind) if word in lexicon().words.accused), None)
    if at is None:
        return bool({"handcuffed", "shackled"} & set(reading.words[low : sign.start]))
    return not lexicon().words.for_others & set(behind[:at])


def _due(reading: Reading, sign: Sign) -> bool:
    """Whether an appearance has been fixed: who is "due to appear" is charged already."""
    return reading.words[sign.start - 1] == "to" and reading.words[sign.start - 2] in DUE


def _missing(reading: Reading, sign: Sign) -> str | None:
    """The status of somebody not heard of; "was last seen in Branch 215, where she was held" tells but of custody."""
    if sign.cue.kind == "inner":
        return None if _tells_which(reading, sign) else sign.cue.status
    placed = "where" in reading.words[sign.end : reading.sentence(sign.start)[1]]
    return "held" if placed else sign.cue.status


def _tells_which(reading: Reading, sign: Sign) -> bool:
    """Whether "where" only tells which place is meant: "does not name the prison <where> she is held"."""
    return reading.words[sign.start] == "where" and reading.tokens[sign.start - 1].pos_ in ("NOUN", "PROPN")


def _held_as(reading: Reading, sign: Sign) -> str:
    """The status of a custody that a sign asserts, by the words around it."""
    cue, behind = sign.cue, reading.words[sign.end : sign.end + TERM_REACH]
    if cue.kind == "holder" and cue.status == "imprisoned" and UNTRIED & set(reading.words[max(0, sign.start - 2) : sign.end + 4]):
        return "detained"  # "nineteen prisoners in the remand centre", "pre-trial prisoners"
    if cue.kind == "state" and reading.words[max(0, sign.start - 1)] in KEPT:
        return "held"  # "held in Oran prison" leaves open whether a sentence is served
    if "administrative" in behind and (cue.status == "sentenced" or cue.words in ("serve", "spend")):
        return "administratively_detained"
    if cue.words == "spend" and {"custody", "detention"} & set(behind):
        return "detained"
    if cue.status == "executed" and cue.kind == "thing" and _ahead(reading, sign):
        return "death_row"
    undone = cue.status == "death_row" and cue.kind == "thing" and _undone(reading, sign)
    return "sentenced" if undone else cue.status


def _ahead(reading: Reading, sign: Sign) -> bool:
    """Whether an execution is still to come: "halt the execution of A", "the imminent execution", "is scheduled for Friday"."""
    low, high = reading.sentence(sign.start)
    near = {*reading.words[max(low, sign.start - 5) : sign.start], *reading.words[sign.end : min(high, sign.end + 12)]}
    return bool(near & {*lexicon().words.averting, *lexicon().words.impending})


def _undone(reading: Reading, sign: Sign) -> bool:
    """Whether the sentence that a sign tells of no longer stands: "commuted the death sentence of A"."""
    low, high = reading.sentence(sign.start)
    return bool(set(lexicon().words.overturning) & set(reading.words[low:high]))


def _to_come(reading: Reading, sign: Sign) -> bool:
    """Whether a trial lies ahead: "his trial will open", "her trial is due to begin"."""
    behind = reading.words[sign.end : sign.end + 4]
    return sign.cue.kind == "thing" and sign.cue.step == "tried" and bool({"will", "due", "scheduled", "expected", "set"} & set(behind))


def _asserted(reading: Reading, sign: Sign) -> bool:
    """Whether a sign states a fact: no block reaches it, or the block only concerns what is said of the jailed, freed ... person."""
    if sign.cue.kind == "verb" and sign.form == "plain" and not _finite(reading, sign):
        return False
    if sign.form in ("past", "participle") and _subjunctive(reading, sign.start):
        return _remanded(reading, sign)
    if sign.why in (None, "awaited"):
        return True
    return sign.why != "negated" and (sign.cue.kind == "holder" or patients.is_attributive(reading, sign))


def _subjunctive(reading: Reading, at: int) -> bool:
    """Whether a participle stands behind a bare "be": "ordered that A be detained"; not "is believed to be held"."""
    back = at - 1
    while back > 1 and reading.tokens[back].pos_ == "ADV":
        back -= 1
    return back > 0 and reading.words[back] == "be" and reading.words[back - 1] != "to"


def _remanded(reading: Reading, sign: Sign) -> bool:
    """Whether a court orders that somebody stay where they are: "a judge ordered that A be held for 15 days"; not "be arrested"."""
    low, _ = reading.sentence(sign.start)
    before = set(reading.words[low : sign.start])
    return sign.cue.words.split()[0] in STAYING and bool(ORDERED & before) and bool(set(lexicon().words.courts) & before)


def _finite(reading: Reading, sign: Sign) -> bool:
    """Whether a verb in its plain form states a fact ("police arrest doctor"), not an aim ("to arrest them")."""
    low, _ = reading.sentence(sign.start)
    if sign.start == low:
        return False
    return reading.words[sign.start - 1] not in {"to", "and", "or", "not"} and reading.tokens[sign.start - 1].pos_ in (
        "NOUN",
        "PROPN",
        "PRON",
    )


def _freed(reading: Reading, sign: Sign) -> bool:
    """Whether a release took place, rather than being asked for, denied or awaited."""
    if sign.why is not None:
        return False
    low, _ = reading.sentence(sign.start)
    before = reading.words[max(low, sign.start - 4) : sign.start]
    if sign.cue.kind == "thing":
        hoped = HOPED & set(reading.words[max(low, sign.start - HOPE_REACH) : sign.start])
        return bool(lexicon().words.achieving & set(before)) and not hoped
    if sign.cue.kind == "state" or (sign.cue.kind == "act" and reading.tokens[sign.start].tag_ == "VBZ"):
        return True
    if (
        sign.cue.kind == "act"
        and WHILE & set(before)
        and (sign.cue.words.endswith(" home") or TAKEN & set(reading.words[low : sign.start]))
    ):
        return False  # "was arrested when he came home", "was rearrested as he left the prison"
    if sign.form in ("plain", "ing") and not {"has", "have", "had", "'ve"} & set(before[-2:]):
        return sign.form == "plain" and reading.words[sign.start].endswith("s") and _finite(reading, sign)
    asked = {"be", "please"} & set(before) or "to" in before[-2:] or before[-1:] == ["ordered"] or _asked_in_plain_form(reading, sign)
    return (bool(before) or _heads_list(reading, sign) or _heads_fragment(reading, sign)) and not asked


def _asked_in_plain_form(reading: Reading, sign: Sign) -> bool:
    """Whether a verb whose past is its plain form is what somebody is to do: "has to charge or <let> her go"."""
    if reading.words[sign.start] not in SAME_IN_PAST or sign.gap[0] == sign.gap[1] or reading.words[sign.start - 1] in BE:
        return False
    low, _ = reading.sentence(sign.start)
    first = next((reading.tokens[i] for i in range(low, sign.start) if reading.texts[i].isalpha()), None)
    ordered = reading.tokens[sign.start].tag_ == "VB" or (first is not None and first.tag_ in ("VB", "VBP"))
    shared = reading.words[sign.start - 1] in {"and", "or", "to", ","}
    return sign.start == low or (shared and (ordered or bool(BINDING & set(reading.words[low : sign.start]))))


def _heads_fragment(reading: Reading, sign: Sign) -> bool:
    """Whether a participle tells, without subject or verb, of the person whom an entry of a list is about: "Released on 3 May."."""
    low, _ = reading.sentence(sign.start)
    return (
        sign.start == low and reading.paragraph(low)[0] < low and sign.form in ("past", "participle") and bool(topic(reading, sign.start))
    )


def _heads_list(reading: Reading, sign: Sign) -> bool:
    """Whether a participle opens a line that introduces a list: "Released this month: A, B and C"."""
    low, high = reading.sentence(sign.start)
    return sign.start == low and ":" in reading.words[sign.end : min(high, sign.end + 5)]
