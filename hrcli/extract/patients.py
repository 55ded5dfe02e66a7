"""Whom a sign of custody is about: object, subject, owner or antecedent, read from the surface with the parser's help."""

from __future__ import annotations

from hrcli.extract.custody import Sign, lexicon
from hrcli.extract.reading import Reading
from hrcli.extract.whom import MARKS, NOMINAL, Party, chain_back, group, listed, party, phrase_end, phrase_parties, topic

BE = {"am", "is", "are", "was", "were", "be", "been", "being", "'s", "'re", "get", "got", "gets", "getting"}
STAYING = {
    "remain", "remains", "remained", "stay", "stays", "stayed", "languish", "languishes", "languished", "languishing", "held", "kept", "put", "placed", "taken", "brought", "thrown",
    "sent", "moved", "transferred", "is", "remaining", "currently", "still", "be", "considered", "reported", "lodged", "sitting", "sits", "has", "in", "detained",
}  # fmt: skip
DESCRIPTIONS = {"client", "man", "woman", "defendant", "suspect", "prisoner", "detainee", "accused"}
SUBORDINATORS = {"before", "after", "since", "until", "as", "while", "than", "because"}
APPROXIMATORS = {"least", "most", "than", "over", "about", "around", "below", "above"}
RELATIVE = {"who", "that", "which", "whom"}
HAVE = {"have", "has", "had", "having", "'ve"}
INSERT = {"who", "which", "whose", "a", "an", "the", "aged", "including", "formerly", "now", "then", "according", "his", "her", "their", "of", "also", "along", "together", "like", "as", "whom", "to", "on", "in", "at"}  # fmt: skip
DETACHED = {"include", "includes", "included", "are", "were", "is", "was", ":"}


def patients(reading: Reading, sign: Sign) -> list[Party]:
    """The people and counted groups that a sign is about; empty where it is about nobody in particular."""
    if sign.cue.kind == "verb":
        return _with_company(reading, sign, _of_verb(reading, sign))
    if sign.cue.kind == "act":
        return subject(reading, sign.start)
    if sign.cue.kind == "state":
        return _of_state(reading, sign)
    return _of_thing(reading, sign) if sign.cue.kind == "thing" else _of_holder(reading, sign)


def _with_company(reading: Reading, sign: Sign, found: list[Party]) -> list[Party]:
    """The patients with those who shared their lot: "was arrested together with eleven farmers"."""
    _, high = reading.sentence(sign.start)
    for at in range(sign.end, min(high - 1, sign.end + 12) if found else sign.end):
        if reading.words[at] in {"together", "along"} and reading.words[at + 1] == "with":
            return found + [p for p in phrase_parties(reading, at + 2, high) if p not in found]
    return found


def is_passive(reading: Reading, sign: Sign) -> bool:
    """Whether the verb of a sign stands in the passive, also as a bare participle ("arrested by", "the detained poet")."""
    if sign.form in ("plain", "ing"):
        return False if sign.form == "plain" else _after_be(reading, sign.start) and reading.words[sign.start - 1] != "be"
    return _after_be(reading, sign.start) or not _has_agent_before(reading, sign)


def _of_verb(reading: Reading, sign: Sign) -> list[Party]:
    low, high = reading.sentence(sign.start)
    if sign.form in ("plain", "ing"):
        being = sign.form == "plain" and reading.words[max(low, sign.start - 1)] in {"be", "been", "being"}
        return subject(reading, sign.start) if being else _object(reading, sign, high)
    if _after_be(reading, sign.start):
        return subject(reading, sign.start) or listed(reading, sign.end, high)
    if _attributive(reading, sign):
        return _described_by(reading, sign, low, high)
    if _takes_object(reading, sign, high) and not sign.cue.passive_only and not _heads_fragment(reading, sign, low):
        return _object(reading, sign, high)
    return _of_reduced(reading, sign) or _detached(reading, sign, high) or listed(reading, sign.end, high)


def _of_reduced(reading: Reading, sign: Sign) -> list[Party]:
    """The noun that a bare participle follows; for verbs that take things too, only where the parser does not object."""
    found = subject(reading, sign.start, reduced=True)
    verb = reading.tokens[sign.start]
    head = reading.where.get(verb.head.i, -1)
    if sign.cue.person_only and verb.dep_.startswith("acl") and found and not any(p.start <= head for p in found):
        return []
    return found


def _described_by(reading: Reading, sign: Sign, low: int, high: int) -> list[Party]:
    """The people whom a participle describes: "the detained poet A", "27 detained soldiers", "Among the freed men are A and B"."""
    end = phrase_end(reading, sign.end, high)
    start = _phrase_start(reading, sign.start, low)
    if end < high and reading.words[end] in DETACHED - {":", "is", "was", "were"} and reading.words[low] in {"among", "those", "the"}:
        return phrase_parties(reading, end + 1, high)
    return phrase_parties(reading, sign.end, high) or group(reading, start, high)


def _heads_fragment(reading: Reading, sign: Sign, low: int) -> bool:
    """Whether a participle begins an elliptic sentence of a list: "Detained 8 August 2014", "Given 15 days"."""
    return (sign.start == low or reading.words[sign.start - 1] == ";") and bool(topic(reading, sign.start))


def _object(reading: Reading, sign: Sign, high: int) -> list[Party]:
    start, limit = sign.gap if sign.gap[1] > sign.gap[0] else (sign.end, high)
    while start < limit and reading.tokens[start].pos_ in ("ADV", "PART") and reading.words[start] not in {"'s"}:
        start += 1
    if start < limit and reading.words[start] == "both":
        start += 1
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
        if token.pos_ in ("ADV", "PART") or word in {"herself", "himself", "themselves", "both", "all", "first", "n't", "not"}:
            back -= 1
        elif word in {"and", "or", ",", "then", "later", "subsequently"} and _coordinated(reading, back, low):
            return True
        else:
            return False
    return False


def _coordinated(reading: Reading, back: int, low: int) -> bool:
    """Whether the verb before the conjunction at `back` is a passive participle whose subject is shared."""
    verb = _verb_before(reading, back, low)
    if verb is None or reading.tokens[verb].tag_ not in ("VBN", "VBD"):
        return False
    return reading.tokens[verb].text != reading.tokens[verb].text.upper() and _after_be(reading, verb)


def _has_agent_before(reading: Reading, sign: Sign) -> bool:
    _, high = reading.sentence(sign.start)
    return _takes_object(reading, sign, high)


def is_attributive(reading: Reading, sign: Sign) -> bool:
    """Whether the sign is a participle that describes a noun behind it."""
    return sign.cue.kind == "verb" and sign.form in ("past", "participle") and not _after_be(reading, sign.start) and _attributive(reading, sign)


def subject_is_description(reading: Reading, verb: int) -> bool:
    """Whether the subject of the verb at `verb` is a definite description of one person: "the poet", "his client"."""
    low, _ = reading.sentence(verb)
    at = _before_verb_group(reading, verb - 1, low)
    while at >= low and _governed(reading, _phrase_start(reading, at, low), low):
        at = _past_preposition(reading, _phrase_start(reading, at, low), low)
    if at < low or reading.tokens[at].tag_ != "NN":
        return False
    start = _phrase_start(reading, at, low)
    if start - 2 >= low and reading.words[start - 1] == "and":
        start = _phrase_start(reading, start - 2, low)
    return reading.words[start] in {"the", "his", "her"} and any(reading.words[i] in DESCRIPTIONS | set(lexicon().words.occupations) for i in range(start, at + 1))


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
    at = sign.gap[0] if sign.gap[1] > sign.gap[0] else sign.end
    while at < high and (reading.tokens[at].pos_ == "ADV" or reading.words[at] == "both"):
        at += 1
    if at >= high or not (reading.tokens[at].pos_ in NOMINAL or reading.name_at(at) or reading.words[at] in MARKS):
        return False
    return not reading.dated(at)


def _detached(reading: Reading, sign: Sign, high: int) -> list[Party]:
    """ "Those detained include A and B", "Among the arrested are A and B"."""
    for at in range(sign.end, min(high, sign.end + 6)):
        if reading.words[at] in DETACHED:
            return phrase_parties(reading, at + 1, high)
    return []


def subject(reading: Reading, verb: int, *, reduced: bool = False) -> list[Party]:
    """The people who are the subject of the verb, or of the predicate, that begins at `verb`.

    `reduced` says that it is a bare participle, which follows its noun directly.
    """
    low, _ = reading.sentence(verb)
    at = _before_verb_group(reading, verb - 1, low)
    infinitive = "to" in reading.words[at + 1 : verb]
    if at < low or reading.words[at] in {";", "•", "-", "*"} or (reading.words[at] == "." and at - low < 3):
        return topic(reading, verb)
    word = reading.words[at]
    if word in {"and", "or", "&", "but", "then"} or (
        word == "," and not _closes_aside(reading, at, low) and _list_of_verbs(reading, at, low)
    ):
        earlier = _verb_before(reading, at, low)
        if earlier is not None and not _is_phrase_end(reading, at):
            return subject(reading, earlier)
    if word in RELATIVE:
        return antecedent(reading, at, low, relative=True) or _last_name(reading, at, low)
    bare = reduced and at == verb - 1
    return _with_member(reading, antecedent(reading, at + 1, low, relative=infinitive or bare, hop=not bare), low)


def _last_name(reading: Reading, at: int, low: int) -> list[Party]:
    """The last person named before a relative clause, within its reach."""
    before = [name for name in reading.names if low <= name[0] and at - 8 <= name[1] <= at]
    return chain_back(reading, before[-1], low) if before else []


def _with_member(reading: Reading, found: list[Party], low: int) -> list[Party]:
    """A group with the one said to be of it: "She was among eight people sentenced"."""
    for one in found:
        start = one.start - 1
        if one.count and start > low and reading.words[start] == "among" and reading.words[start - 1] in BE:
            return [*found, *subject(reading, start)]
    return found


def antecedent(reading: Reading, end: int, low: int, *, relative: bool = False, hop: bool = True) -> list[Party]:
    """The people of the noun phrase that ends before `end`, asides and appositions between them left out."""
    at = _before_aside(reading, end - 1, low)
    hops = 0
    while at >= low and hops < 6:
        hops += 1
        name = reading.name_at(at)
        if reading.dated(at) and not name:
            at -= 1
            continue
        if name and name[0] >= low:
            if not relative and _governed(reading, name[0], low):
                at = _past_preposition(reading, name[0], low)
                continue
            return chain_back(reading, name, low)
        token = reading.tokens[at]
        if token.pos_ in NOMINAL or token.tag_ in ("VBG",):
            start = _phrase_start(reading, at, low)
            governed = _governed(reading, start, low) and not (hops == 1 and reading.words[_preposition(reading, start, low)] in SUBORDINATORS)
            found = [] if governed and not relative else _of_phrase(reading, start, at + 1, low)
            if not found and not governed and _listed_before(reading, start, low):
                at = start - 2
                continue
            onward = governed and (hop or reading.words[_preposition(reading, start, low)] == "of")
            if found or not (onward or reading.words[at] in lexicon().words.units):
                return found
            at = _past_preposition(reading, start, low) if governed else start - 1
            continue
        if reading.words[at] in {",", ")", "(", '"', "”", "“", "–", "—", "'"} or token.pos_ in ("ADV", "PUNCT"):
            at = _before_aside(reading, at - 1, low)
            continue
        if token.pos_ in ("VERB", "AUX") and not relative:
            return _dragged(reading, at, low)
        break
    return []


def _listed_before(reading: Reading, start: int, low: int) -> bool:
    """Whether the phrase that begins at `start` is the tail of a list of nouns: "44 workers, students and farmers"."""
    return start - 2 >= low and reading.words[start - 1] in {"and", ",", "&"} and reading.tokens[start - 2].tag_ == "NNS"


def _dragged(reading: Reading, verb: int, low: int) -> list[Party]:
    """The subject of an earlier verb that a later one without a subject of its own shares."""
    return subject(reading, verb) if verb > low else []


def _of_phrase(reading: Reading, start: int, end: int, low: int) -> list[Party]:
    found = phrase_parties(reading, start, min(len(reading.tokens), end))
    if found:
        return [*_joined(reading, start, low), *found]
    if start > low and reading.words[start - 1] == ",":
        at = _before_aside(reading, start - 2, low)
        name = reading.name_at(at) if at >= low else None
        if name:
            return [party(name)]
    if start > low and reading.words[start - 1] in BE:
        return subject(reading, start)
    if end - start == 1 and reading.words[start] in {"he", "she"}:
        return topic(reading, start) if start not in reading.people else [Party(start, end, reading.people[start])]
    inside = [i for i in range(start, end) if i in reading.people and reading.tokens[i].tag_ != "PRP$" and not reading.name_at(i)]
    return [Party(i, i + 1, reading.people[i]) for i in inside[-1:]]


def _joined(reading: Reading, start: int, low: int) -> list[Party]:
    """Whoever is coordinated before the phrase that begins at `start`: "four inmates and three officers died"."""
    if start - 2 < low or reading.words[start - 1] not in {"and", "&"}:
        return []
    nominal = reading.name_at(start - 2) is not None or reading.tokens[start - 2].pos_ == "NOUN" or reading.words[start - 2] == ")"
    return antecedent(reading, start - 1, low) if nominal else []


def _before_verb_group(reading: Reading, at: int, low: int) -> int:
    while at >= low:
        token, word = reading.tokens[at], reading.words[at]
        possessive = word == "'s" and token.tag_ == "POS"
        if (
            (token.pos_ in ("AUX", "ADV", "PART") and not possessive)
            or word in BE | HAVE | MARKS - {"'"} | {"n't", "not", "herself", "himself", "themselves", "first", "initially", "still"}
            or (word in STAYING and token.pos_ in ("VERB", "AUX", "ADJ"))
        ):
            at -= 1
        else:
            break
    return at


def _closes_aside(reading: Reading, comma: int, low: int) -> bool:
    """Whether a comma ends an insertion, so that the verb behind it goes with what stands before the insertion."""
    opening = next((i for i in range(comma - 1, low - 1, -1) if reading.words[i] == ","), None)
    return opening is not None and reading.words[opening + 1] in RELATIVE | {"including", "whose"}


def _list_of_verbs(reading: Reading, comma: int, low: int) -> bool:
    verb = _verb_before(reading, comma, low)
    return verb is not None and comma - verb <= 8 and reading.tokens[verb].tag_ in ("VBN", "VBD") and not _is_phrase_end(reading, comma)


def _is_phrase_end(reading: Reading, at: int) -> bool:
    """Whether a comma or "and" stands right behind a name, so that the verb after it may be said of that name."""
    return reading.words[at] == "," and reading.name_at(at - 1) is not None


def _verb_before(reading: Reading, at: int, low: int) -> int | None:
    for back in range(at - 1, low - 1, -1):
        if reading.name_at(back) is None and (reading.tokens[back].pos_ == "VERB" or reading.tokens[back].tag_ == "VBN"):
            return back
        if reading.words[back] in {";", ":"}:
            return None
    auxiliary = [back for back in range(at - 1, low - 1, -1) if reading.tokens[back].pos_ == "AUX"]
    return auxiliary[0] if auxiliary else None


def _before_aside(reading: Reading, at: int, low: int) -> int:
    """The word before the brackets, or before the pair of commas, that end at `at`."""
    while at >= low:
        word = reading.words[at]
        if word == ")":
            opening = next((i for i in range(at, low - 1, -1) if reading.words[i] == "("), None)
            if opening is None:
                return at
            at = opening - 1
        elif word in {",", "–", "—"}:
            opening = next((i for i in range(at - 1, low - 1, -1) if reading.words[i] == word), None)
            at = opening - 1 if opening is not None and _is_aside(reading, opening, at, low) else at - 1
        elif word in MARKS:
            at -= 1
        else:
            return at
    return at


def _is_aside(reading: Reading, opening: int, closing: int, low: int) -> bool:
    """Whether the words between two commas tell more of what stands before them."""
    if opening <= low:
        return False
    inner = reading.tokens[opening + 1]
    named = reading.name_at(opening - 1) is not None or reading.words[opening - 1] == ")"
    if _names_between(reading, opening, closing):
        return (named and reading.name_at(opening + 1) is None) or reading.words[opening + 1] in RELATIVE | {"including"}
    return inner.lower_ in INSERT or inner.pos_ in ("NUM", "NOUN", "ADJ", "DET", "PROPN")


def _names_between(reading: Reading, start: int, end: int) -> bool:
    return any(start < name[0] < end for name in reading.names)


def _phrase_start(reading: Reading, at: int, low: int) -> int:
    while at > low:
        before = reading.tokens[at - 1]
        name = reading.name_at(at - 1)
        if reading.dated(at - 1):
            break
        if name:
            at = name[0]
        elif before.pos_ in NOMINAL or before.tag_ in ("POS",) or reading.words[at - 1] == "-":
            at -= 1
        elif reading.words[at - 1] == "of" and at - 2 >= low and (reading.tokens[at - 2].pos_ == "NUM" or reading.words[at - 2] == "total"):
            at -= 2
        else:
            break
    return at


def _governed(reading: Reading, start: int, low: int) -> bool:
    """Whether the phrase that begins at `start` hangs on a preposition ("the brother of A")."""
    at = start - 1
    if (
        reading.words[max(low, at)] in APPROXIMATORS
        or reading.words[start] in {"least", "most"}
        or (reading.words[max(low, at)] == "with" and reading.tokens[start].pos_ == "NUM")
    ):
        return False
    while (
        at >= low
        and (reading.tokens[at].pos_ in ("DET", "ADJ", "NOUN", "NUM", "PROPN", "CCONJ") or "-" in reading.words[max(low, at - 1) : at + 2])
        and at > start - 6
    ):
        if reading.name_at(at):
            return False
        at -= 1
    return at >= low and reading.tokens[at].pos_ == "ADP" and reading.words[at] not in {"including", "like", "as"}


def _preposition(reading: Reading, start: int, low: int) -> int:
    """The preposition before the phrase that begins at `start`."""
    at = start - 1
    while at > low and reading.tokens[at].pos_ != "ADP":
        at -= 1
    return at


def _past_preposition(reading: Reading, start: int, low: int) -> int:
    at = _preposition(reading, start, low) - 1
    while at >= low and reading.tokens[at].pos_ == "ADP":
        at -= 1
    return at


def _of_state(reading: Reading, sign: Sign) -> list[Party]:
    low, _ = reading.sentence(sign.start)
    verb = _verb_before(reading, sign.start, low)
    if verb is not None and reading.words[verb] not in STAYING:
        between = [n for n in reading.names if verb < n[0] < sign.start]
        if between:
            return chain_back(reading, between[-1], low)
        counted = phrase_parties(reading, verb + 1, sign.start)
        if counted:
            return counted
    return subject(reading, sign.start) or listed(reading, sign.end, reading.sentence(sign.start)[1])


def _of_thing(reading: Reading, sign: Sign) -> list[Party]:
    low, high = reading.sentence(sign.start)
    found = _linked(reading, sign, high) or _owner(reading, sign.start, low)
    return found or (listed(reading, sign.end, high, reach=12) if reading.words[sign.end - 1].endswith("s") else [])


def _linked(reading: Reading, sign: Sign, high: int) -> list[Party]:
    at = sign.end
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


def _owner(reading: Reading, start: int, low: int) -> list[Party]:
    """The owner of the noun at `start`: "A's arbitrary arrest", "his arrest and detention", "the Lopez trial"."""
    at = start - 1
    while at >= low and at > start - 6:
        word, token = reading.words[at], reading.tokens[at]
        if word in {"'s", "'"}:
            name = reading.name_at(at - 1)
            if name:
                return chain_back(reading, name, low)
            return [Party(at - 1, at, reading.people[at - 1])] if at - 1 in reading.people else []
        if token.tag_ == "PRP$":
            return [Party(at, at + 1, reading.people[at])] if at in reading.people else []
        name = reading.name_at(at)
        if name and at == start - 1:
            return [party(name)]
        if name and reading.tokens[name[1] - 1].text.endswith(("'s", "’s")):
            return [party(name)]
        if token.pos_ not in ("ADJ", "NOUN", "CCONJ", "PUNCT", "NUM", "ADV") and token.tag_ not in ("VBN", "VBG"):
            return []
        at -= 1
    return []


def _of_holder(reading: Reading, sign: Sign) -> list[Party]:
    low, high = reading.sentence(sign.start)
    behind = reading.name_at(sign.end) if sign.end < high else None
    if behind:
        return phrase_parties(reading, sign.end, high)
    start = _phrase_start(reading, sign.start, low)
    if (sign.end < high and reading.tokens[sign.end].pos_ in ("NOUN", "PROPN")) or reading.words[sign.end : sign.end + 1] in (
        ["'s"],
        ["'"],
    ):
        return []
    counted = group(reading, start, high)
    if counted:
        return counted
    if start <= low:
        return []
    before = start - 1
    if reading.words[before] == ",":
        at = _before_aside(reading, before - 1, low)
        name = reading.name_at(at)
        return [party(name)] if name else []
    if reading.words[before] == "and" or reading.words[before] in BE:
        if reading.words[before] in BE:
            return antecedent(reading, _before_verb_group(reading, before, low) + 1, low, relative=reading.words[before] == "be")
        return _apposed(reading, before, low)
    return []


def _apposed(reading: Reading, at: int, low: int) -> list[Party]:
    """The name before an apposition of several parts: "A, novelist and former political prisoner"."""
    start = _phrase_start(reading, at - 1, low)
    if start > low and reading.words[start - 1] == ",":
        name = reading.name_at(_before_aside(reading, start - 2, low))
        return [party(name)] if name else []
    return []


def former(reading: Reading, sign: Sign) -> bool:
    """Whether a holder's noun is one of the past: "former political prisoner"."""
    return any(word in lexicon().words.former for word in reading.words[max(0, sign.start - 3) : sign.start])
