"""Whom a sign of custody is about: the object of an active verb, the subject of a passive one, the noun of a participle."""

from __future__ import annotations

from hrcli.extract.holding.adverbials import past_adverbial
from hrcli.extract.holding.ahead import named_ahead
from hrcli.extract.holding.backward import phrase_start
from hrcli.extract.holding.company import with_company
from hrcli.extract.holding.custody import Sign
from hrcli.extract.holding.nounpatients import of_holder, of_state, of_thing
from hrcli.extract.holding.reading import Reading
from hrcli.extract.holding.spelt import included, spelt_out
from hrcli.extract.holding.subjects import BE, BETWEEN, antecedent, before_verb_group, shared_verb, subject
from hrcli.extract.holding.things import is_thing, said_of_thing
from hrcli.extract.holding.whom import MARKS, NOMINAL, Party, group, listed, party, phrase_end, phrase_parties, topic

MANNER = {"immediately", "and", "unconditionally", "without", "delay", "condition", "conditions", "further", "at", "once"}
APPOSED = 6
DETACHED = {"include", "includes", "included", "are", "were", "is", "was", ":"}


def patients(reading: Reading, sign: Sign) -> list[Party]:
    """The people and counted groups that a sign is about; empty where it is about nobody in particular."""
    found = _of_sign(reading, sign)
    if sign.cue.kind in ("verb", "act", "state"):
        _, high = reading.sentence(sign.start)
        found = spelt_out(reading, found, sign.start, high) or _out_of_order(reading, sign)
    return [party for party in found if not said_of_thing(reading, sign, party)]


def _of_sign(reading: Reading, sign: Sign) -> list[Party]:
    if sign.cue.kind == "verb":
        return with_company(reading, sign, _of_verb(reading, sign))
    if sign.cue.kind == "act":
        return with_company(reading, sign, subject(reading, sign.start))
    if sign.cue.kind == "inner":
        return phrase_parties(reading, *sign.gap)
    if sign.cue.kind == "state":
        return of_state(reading, sign)
    return of_thing(reading, sign) if sign.cue.kind == "thing" else of_holder(reading, sign)


def _out_of_order(reading: Reading, sign: Sign) -> list[Party]:
    """Those named in an aside before the verb, or behind the opening phrase that it stands in."""
    if sign.cue.kind == "verb" and not is_passive(reading, sign):
        return []
    return included(reading, sign.start) or ([] if _has_subject(reading, sign) else named_ahead(reading, sign.end))


def _has_subject(reading: Reading, sign: Sign) -> bool:
    """Whether a subject of its own stands before a sign, and no pronoun: "a ceremony held", "when her husband was arrested"."""
    low, _ = reading.sentence(sign.start)
    at = before_verb_group(reading, sign.start - 1, low)
    return at >= low and reading.tokens[at].pos_ in ("NOUN", "PROPN") and not reading.dated(at)


def is_passive(reading: Reading, sign: Sign) -> bool:
    """Whether the verb of a sign stands in the passive, also as a bare participle ("arrested by", "the detained poet")."""
    if sign.form in ("plain", "ing"):
        return False if sign.form == "plain" else _after_be(reading, sign.start) and reading.words[sign.start - 1] != "be"
    return _after_be(reading, sign.start) or not _has_agent_before(reading, sign)


def _of_verb(reading: Reading, sign: Sign) -> list[Party]:
    low, high = reading.sentence(sign.start)
    whom = _whom(reading, sign, low)
    taken = antecedent(reading, whom, low, relative=True) if whom is not None else []
    if taken:
        return taken
    if sign.form in ("plain", "ing"):
        being = sign.form == "plain" and reading.words[max(low, sign.start - 1)] in {"be", "been", "being"}
        return subject(reading, sign.start) if being else _object(reading, sign, high)
    if _after_be(reading, sign.start):
        detached = _detached(reading, sign, high) if reading.words[low] in {"among", "those"} else []
        return subject(reading, sign.start) or listed(reading, sign.end, high) or detached
    if _attributive(reading, sign) and not _by_somebody(sign):
        return _described_by(reading, sign, low, high)
    if _takes_object(reading, sign, high) and not (sign.cue.passive_only or _by_somebody(sign)) and not _heads_fragment(reading, sign, low):
        return _object(reading, sign, high)
    return _of_reduced(reading, sign) or _detached(reading, sign, high) or listed(reading, sign.end, high)


def _whom(reading: Reading, sign: Sign, low: int) -> int | None:
    """The "whom" that is the object of an active verb: "his son, A, <whom> soldiers took away in June"."""
    for at in range(sign.start - 1, max(low, sign.start - APPOSED) - 1, -1):
        if reading.words[at] == "whom":
            return at if reading.words[at - 1] not in {"of", "with", "to", "for", "among"} and not _after_be(reading, sign.start) else None
        if reading.tokens[at].pos_ == "VERB" or reading.words[at] in {",", ";", ":"}:
            return None
    return None


def _of_reduced(reading: Reading, sign: Sign) -> list[Party]:
    """The noun that a bare participle follows; for verbs that take things too, only where the parser does not object."""
    verb = reading.tokens[sign.start]
    active = sign.cue.passive_only and (verb.tag_ != "VBN" or any(child.pos_ == "AUX" or child.dep_ == "xcomp" for child in verb.children))
    if active or (sign.cue.person_only and any(child.dep_ == "obj" for child in verb.children)):
        return []
    low, _ = reading.sentence(sign.start)
    told = reading.words[sign.start - 1] == "," and sign.start - 2 >= low and reading.name_at(sign.start - 2) is not None
    beside = antecedent(reading, sign.start - 1, low, relative=True, hop=False) if told else []  # "the whereabouts of A, taken by soldiers"
    if beside:
        return beside
    found = _apposed_behind(reading, sign) or subject(reading, sign.start, reduced=True) + _all_of_them(reading, sign)
    head = reading.where.get(verb.head.i, -1)
    if sign.cue.person_only and verb.dep_.startswith("acl") and found and not any(p.start <= head for p in found):
        return []
    return found


def _apposed_behind(reading: Reading, sign: Sign) -> list[Party]:
    """The person named right behind a participle that tells which one is meant: "the cartoonist <arrested with him, A>, was tried"."""
    low, high = reading.sentence(sign.start)
    if sign.start - 2 < low or reading.tokens[sign.start - 1].tag_ != "NN" or reading.named_in(low, sign.start)[-1:] != []:
        return []
    comma = next((i for i in range(sign.end, min(high - 1, sign.end + APPOSED)) if reading.words[i] == "," and not reading.dated(i)), None)
    name = reading.name_at(comma + 1) if comma else None
    between = reading.named_in(sign.end, comma) if comma else []
    return [party(name)] if name and not between and reading.words[name[1] : name[1] + 1] in ([","], ["("]) else []


def _all_of_them(reading: Reading, sign: Sign) -> list[Party]:
    """The whole group of which somebody is one: "A, one of <1,619 prisoners> freed in an amnesty"."""
    low, _ = reading.sentence(sign.start)
    start = phrase_start(reading, sign.start - 1, low)
    while start < sign.start and reading.words[start] in {"one", "of", "the"}:
        start += 1
    one = reading.words[max(low, start - 3) : start]
    return group(reading, start, sign.start) if one[-2:] == ["one", "of"] or one == ["one", "of", "the"] else []


def _described_by(reading: Reading, sign: Sign, low: int, high: int) -> list[Party]:
    """The people whom a participle describes: "the detained poet A", "12 detained sailors", "Among the freed men are A and B"."""
    end = phrase_end(reading, sign.end, high)
    start = phrase_start(reading, sign.start, low)
    if (
        end < high
        and reading.words[end] in DETACHED - {":", "is", "was", "were"}
        and reading.words[low] in {"among", "those", "the", "some", "others"}
    ):
        return phrase_parties(reading, end + 1, high)
    return phrase_parties(reading, sign.end, high) or group(reading, start, high)


def _heads_fragment(reading: Reading, sign: Sign, low: int) -> bool:
    """Whether a participle begins an elliptic sentence of a list: "Detained 8 August 2014", "Given 15 days"."""
    return (sign.start == low or reading.words[sign.start - 1] == ";") and bool(topic(reading, sign.start))


def _object(reading: Reading, sign: Sign, high: int) -> list[Party]:
    start, limit = sign.gap if sign.gap[1] > sign.gap[0] else (_past_coordinated(reading, sign.end, high), high)
    start = past_adverbial(reading, start, limit)
    while start < limit and (reading.words[start] in MANNER or reading.tokens[start].pos_ in ("ADV", "PART")):
        start += 1
    if start + 1 < limit and reading.words[start] == "both" and reading.tokens[start + 1].pos_ != "ADP":
        start += 1
    if sign.cue.person_only and is_thing(reading, phrase_end(reading, start, limit) - 1):
        return []
    return phrase_parties(reading, start, limit)


def _after_be(reading: Reading, at: int) -> bool:
    """Whether a form of "be" stands before the verb at `at`, at most some adverbs and coordinated participles away."""
    low, _ = reading.sentence(at)
    back = at - 1
    for _ in range(7):
        if back < low:
            return False
        word, token = reading.words[back], reading.tokens[back]
        if word in BE and not (word == "'s" and token.tag_ == "POS"):
            return True
        if token.pos_ not in ("ADV", "PART") and word not in BETWEEN | {"both", "all"}:
            return word in {"and", "or", ",", "then", "later", "subsequently"} and _coordinated(reading, back, low)
        back -= 1
    return False


def _coordinated(reading: Reading, back: int, low: int) -> bool:
    """Whether the verb before the conjunction at `back` is a passive participle whose subject is shared."""
    verb = shared_verb(reading, back, low)
    if verb is None or reading.tokens[verb].tag_ not in ("VBN", "VBD"):
        return False
    return reading.tokens[verb].text != reading.tokens[verb].text.upper() and _after_be(reading, verb)


def _has_agent_before(reading: Reading, sign: Sign) -> bool:
    _, high = reading.sentence(sign.start)
    return _takes_object(reading, sign, high)


def is_attributive(reading: Reading, sign: Sign) -> bool:
    """Whether the sign is a participle that describes a noun behind it."""
    return (
        sign.cue.kind == "verb"
        and not _by_somebody(sign)
        and sign.form in ("past", "participle")
        and not _after_be(reading, sign.start)
        and _attributive(reading, sign)
    )


def _by_somebody(sign: Sign) -> bool:
    """Whether a sign itself names who did it, so that what follows is no object: "taken by masked <men>"."""
    return " by " in sign.cue.words


def _attributive(reading: Reading, sign: Sign) -> bool:
    """Whether a participle stands before the noun it describes: "the detained poet", "for jailed activist Li"."""
    low, high = reading.sentence(sign.start)
    if (
        sign.end >= high
        or reading.tokens[sign.end].pos_ not in ("NOUN", "PROPN", "ADJ", "NUM", "X")
        or sign.gap[1]
        or reading.dated(sign.end)
    ):
        return False
    if sign.start == low:
        return not topic(reading, sign.start)
    before = reading.tokens[sign.start - 1]
    if before.tag_ == "RB" and sign.start - 1 > low and reading.tokens[sign.start - 2].pos_ in ("NUM", "DET"):
        return True
    return before.pos_ in ("DET", "ADP", "ADJ", "CCONJ", "NUM", "PUNCT", "SCONJ") or before.tag_ in (
        "POS",
        "PRP$",
        "VB",
        "VBZ",
        "VBG",
        "VBP",
    )


def _takes_object(reading: Reading, sign: Sign, high: int) -> bool:
    """Whether an object follows an active verb: "police arrested her", "have detained several lawyers"."""
    at = sign.gap[0] if sign.gap[1] > sign.gap[0] else past_adverbial(reading, _past_coordinated(reading, sign.end, high), high)
    while at < high and (reading.tokens[at].pos_ in ("ADV", "PART") or reading.words[at] == "both"):
        at += 1
    if at > sign.end and reading.words[at - 1] == "both":
        return True
    if at >= high or not (reading.tokens[at].pos_ in NOMINAL or reading.name_at(at) or reading.words[at] in MARKS):
        return False
    return not reading.dated(at)


def _past_coordinated(reading: Reading, at: int, high: int) -> int:
    """Past one more active verb with the same object: "soldiers arrested <and beat> A"."""
    coordinated = at + 2 < high and reading.words[at] == "and" and reading.tokens[at + 1].tag_ in ("VBD", "VB", "VBP")
    return at + 2 if coordinated and reading.tokens[at + 2].pos_ in NOMINAL else at


def _detached(reading: Reading, sign: Sign, high: int) -> list[Party]:
    """ "Those detained include A and B", "Among the arrested are A and B"."""
    for at in range(sign.end, min(high, sign.end + 6)):
        if reading.words[at] in DETACHED:
            return phrase_parties(reading, at + 1, high)
    return []
