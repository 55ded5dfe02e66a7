"""Whom a noun or a state is about: "the arrest of A", "A's trial", "A is in prison", "A, a political prisoner"."""

from __future__ import annotations

from functools import cache

from hrcli.extract.holding.adverbials import past_adjunct
from hrcli.extract.holding.ahead import named_ahead
from hrcli.extract.holding.backward import before_aside, phrase_start
from hrcli.extract.holding.custody import Sign
from hrcli.extract.holding.custodywords import lexicon
from hrcli.extract.holding.reading import Reading
from hrcli.extract.holding.subjects import BE, antecedent, before_verb_group, subject, verb_before
from hrcli.extract.holding.things import is_thing
from hrcli.extract.holding.voices import speaker
from hrcli.extract.holding.whom import AGEING, MARKS, Party, chain_back, group, listed, party, phrase_end, phrase_parties, topic

REACH = 6
PLACING = {"put", "placed", "kept", "held", "threw", "moved", "locked"}


def of_state(reading: Reading, sign: Sign) -> list[Party]:
    """The people of whom a state is said: "A is in prison", "they keep A in detention"."""
    low, high = reading.sentence(sign.start)
    if sign.end - sign.start == 1 and _before_noun(reading, sign.start, low, high):
        return phrase_parties(reading, sign.end, high)
    if (sign.start - low < 3 or (reading.words[low] in {"among", "those"} and sign.start - low < REACH)) and sign.end < high:
        inverted = _inverted(reading, sign.end, high)
        if inverted:
            return inverted
    start = _lead(reading, sign.start, low)
    verb = verb_before(reading, start, low)
    verb = verb if verb is not None and reading.words[verb] != "including" else None
    if sign.gap[1] and not _placed(reading, verb) and reading.words[_past_adverbs(reading, start - 1, low)] not in _staying():
        return _in_fragment(reading, sign, low)
    found = [] if verb is None else _of_object(reading, verb, start, low)
    return found or subject(reading, start) or listed(reading, sign.end, high)


@cache
def _staying() -> frozenset[str]:
    return frozenset({*lexicon().words.staying, *BE})


def _past_adverbs(reading: Reading, at: int, low: int) -> int:
    """The word before the adverbs that end at `at`: "<is> now in Oran prison"."""
    while at > low and reading.tokens[at].pos_ == "ADV" and reading.words[at] not in _staying():
        at -= 1
    return at


def _in_fragment(reading: Reading, sign: Sign, low: int) -> list[Party]:
    """Whom a state without a verb is said of: "A, 66. <In Oran prison> since May.", "the poet A, <in Oran prison> since May, ..."."""
    if sign.start == low or reading.words[sign.start - 1] == ";":
        return topic(reading, sign.start)
    name = reading.name_at(sign.start - 2) if reading.words[sign.start - 1] == "," and sign.start - 2 >= low else None
    return [party(name)] if name else []


def _placed(reading: Reading, verb: int | None) -> bool:
    """Whether a verb puts somebody where the state is: "put A in a punishment cell"."""
    return verb is not None and reading.words[verb] in PLACING and reading.tokens[verb].pos_ == "VERB"


def _of_object(reading: Reading, verb: int, start: int, low: int) -> list[Party]:
    """The people between the verb and the state at `start`; whoever "turns 40" in prison is the one who turns."""
    if reading.words[verb] in AGEING:
        return subject(reading, verb)
    if reading.words[verb] in lexicon().words.staying:
        return []
    between = reading.named_in(verb + 1, start)
    return chain_back(reading, between[-1], low) if between else phrase_parties(reading, verb + 1, start)


def _lead(reading: Reading, start: int, low: int) -> int:
    """Where a state that begins with no preposition has one before it: "moved <to> “residential surveillance”"."""
    at = start
    if reading.words[max(low, start - 2) : start] == ["hunger", "strike"]:
        return start - 3 if reading.words[start - 3] == "on" else start - 4
    while at - 1 > low and reading.words[at - 1] in {*MARKS, "a", "an", "the"}:
        at -= 1
    return at - 1 if at - 1 > low and reading.words[at - 1] in {"to", "into", "under", "in"} else start


def _before_noun(reading: Reading, at: int, low: int, high: int) -> bool:
    """Whether a word of one's state stands before the noun that it describes: "the <missing> bookseller A"."""
    lead = at > low and (reading.tokens[at - 1].pos_ in ("DET", "ADP") or reading.tokens[at - 1].tag_ in ("PRP$", "POS"))
    return lead and at + 1 < high and reading.tokens[at + 1].pos_ in ("NOUN", "PROPN", "ADJ")


def _inverted(reading: Reading, end: int, high: int) -> list[Party]:
    """The people behind the verb of a sentence that its predicate opens: "Still in detention, however, are A and B"."""
    for at in range(end, min(high - 1, end + 5)):
        if reading.words[at] in {"are", "is", "remain", "remains"}:
            return [one for one in phrase_parties(reading, at + 1, high) if one.actor]
        if reading.tokens[at].pos_ not in ("ADV", "PUNCT"):
            return []
    return []


def of_thing(reading: Reading, sign: Sign) -> list[Party]:
    """The people whom a noun is about, behind it or before it: "the arrest of A", "A's arrest"."""
    low, high = reading.sentence(sign.start)
    found = _linked(reading, sign, high) or _owner(reading, sign.start, low, bare=not sign.cue.person_only)
    found = found + _that_of(reading, sign.end, high)
    return found or (listed(reading, sign.end, high, reach=12) if reading.words[sign.end - 1].endswith("s") else [])


def _that_of(reading: Reading, end: int, high: int) -> list[Party]:
    """The people of a noun that is not said twice: "his release and <that of> six others", "the arrest of A and <of> six others"."""
    for at in range(end, min(high - 3, end + 2 * REACH)):
        if reading.words[at] == "and" and reading.words[at + 1] in {"that", "those"} and reading.words[at + 2] == "of":
            return phrase_parties(reading, at + 3, high)
        if reading.words[at : at + 2] == ["and", "of"] and "of" in reading.words[end:at]:
            return phrase_parties(reading, at + 2, high)
    return []


def _linked(reading: Reading, sign: Sign, high: int) -> list[Party]:
    at = past_adjunct(reading, sign.end, high)
    while (
        at < high
        and at < sign.end + 5
        and (reading.words[at] in {"and", "or", ","} or reading.tokens[at].pos_ in ("NOUN", "ADJ") or reading.tokens[at].tag_ == "VBN")
        and reading.words[at] not in sign.cue.link
    ):
        at += 1
    if at < high and reading.words[at] in sign.cue.link:
        return phrase_parties(reading, at + 1, high)
    return []


def _owner(reading: Reading, start: int, low: int, *, bare: bool) -> list[Party]:
    """The owner of the noun at `start`: "A's arbitrary arrest", "his arrest and detention"; `bare`: also "the Lopez trial"."""
    for at in range(start - 1, max(low, start - REACH) - 1, -1):
        word, token, name = reading.words[at], reading.tokens[at], reading.name_at(at)
        if is_thing(reading, at):
            return []
        if token.tag_ in ("PRP$", "WP$"):
            return _of_pronoun(reading, at, start, low)
        if word in {"'s", "'"}:
            return _possessor(reading, at - 1, low)
        if name and ((bare and at == start - 1) or reading.words[name[1] - 1].endswith("'s")):
            return [party(name)]
        if token.pos_ not in ("ADJ", "NOUN", "CCONJ", "PUNCT", "NUM", "ADV") and token.tag_ not in ("VBN", "VBG"):
            return []
    return []


def _of_pronoun(reading: Reading, at: int, noun: int, low: int) -> list[Party]:
    """Whom "his", "her" or "whose" before a noun means."""
    if reading.words[at] == "whose":
        return antecedent(reading, at, low, relative=True)[-1:]
    known = reading.people.get(at) or speaker(reading, at)
    return [Party(at, at + 1, known)] if known else named_ahead(reading, noun)


def _possessor(reading: Reading, at: int, low: int) -> list[Party]:
    name = reading.name_at(at)
    if name:
        return chain_back(reading, name, low)
    return [Party(at, at + 1, reading.people[at])] if at in reading.people else []


def of_holder(reading: Reading, sign: Sign) -> list[Party]:
    """The people whom "prisoner", "detainee" ... names; empty where it stands for prisoners in general."""
    low, high = reading.sentence(sign.start)
    if sign.end < high and reading.name_at(sign.end):
        return phrase_parties(reading, sign.end, high)
    follows = reading.words[sign.end : sign.end + 1]
    one = not reading.words[sign.end - 1].endswith("s") or reading.words[max(low, sign.start - 3) : sign.start - 1] == ["one", "of"]
    behind = _described_behind(reading, sign.end, high) if one else []
    if behind:
        return behind
    if sign.end < high and (reading.tokens[sign.end].pos_ in ("NOUN", "PROPN") or follows in (["'s"], ["'"])):
        return []
    start = phrase_start(reading, sign.start, low)
    return group(reading, start, high) or _named_before(reading, start - 1, low) or _included(reading, sign, high)


def _described_behind(reading: Reading, end: int, high: int) -> list[Party]:
    """The one whom a holder's noun describes with another: "former detainee and poet A", "another prisoner, the economist A, ..."."""
    if end + 2 >= high or reading.words[end] not in {"and", ","}:
        return []
    start = end + 1
    stop = phrase_end(reading, start, high)
    name = reading.name_at(stop - 1) if stop > start else None
    if reading.words[end] == "and":
        return [party(name)] if name and name[0] > start else []
    apposed = reading.tokens[start].pos_ == "DET" or (name is not None and name[0] == start)
    return [party(name)] if name and apposed and reading.words[stop : stop + 1] == [","] else []


def _named_before(reading: Reading, at: int, low: int) -> list[Party]:
    """The person before a predicate or an apposition that ends at `at`: "A is a prisoner", "A, a political prisoner"."""
    while at > low and reading.tokens[at].pos_ == "ADV":
        at -= 1
    if at < low:
        return []
    if reading.words[at] in BE:
        return antecedent(reading, before_verb_group(reading, at, low) + 1, low, relative=reading.words[at] == "be")
    if reading.words[at] == "and":
        return _apposed(reading, at, low)
    name = reading.name_at(before_aside(reading, at - 1, low)) if reading.words[at] == "," else None
    return [party(name)] if name else []


def _included(reading: Reading, sign: Sign, high: int) -> list[Party]:
    """ "Political prisoners in Iran include A and B"."""
    at = next((i for i in range(sign.end, min(high, sign.end + REACH)) if reading.words[i] in {"include", "includes", "included"}), None)
    return [] if at is None else phrase_parties(reading, at + 1, high)


def _apposed(reading: Reading, at: int, low: int) -> list[Party]:
    """The name before an apposition of several parts: "A, novelist and former political prisoner"."""
    start = phrase_start(reading, at - 1, low)
    if start > low and reading.words[start - 1] == ",":
        name = reading.name_at(before_aside(reading, start - 2, low))
        return [party(name)] if name else []
    return []


def former(reading: Reading, sign: Sign) -> bool:
    """Whether a holder's noun is one of the past: "former political prisoner"."""
    return any(word in lexicon().words.former for word in reading.words[max(0, sign.start - 3) : sign.start])
