"""Who does or undergoes what a verb says: its subject, over coordination, relative clauses and appositions.

Read from the surface order: the parser's arcs are wrong for one token in five, mostly in just these constructions.
"""

from __future__ import annotations

from hrcli.extract.holding.backward import before_aside, before_time, governed, past_insertion, past_preposition, phrase_start, preposition
from hrcli.extract.holding.custodywords import lexicon
from hrcli.extract.holding.reading import Reading
from hrcli.extract.holding.whom import MARKS, NOMINAL, RELATIVE, Party, chain_back, party, phrase_parties, topic

BE = {"am", "is", "are", "was", "were", "be", "been", "being", "'s", "'re", "get", "got", "gets", "getting"}
HAVE = {"have", "has", "had", "having", "'ve"}
ONE = {"is", "was", "has", "'s"}
SUBORDINATORS = {"before", "after", "since", "until", "as", "while", "than", "because"}
ASIDES = {",", ")", "(", '"', "”", "“", "–", "—", "'"}
PAST_DEEDS = {"after", "before", "since", "while", "without"}
ACHIEVED = {"managed", "able"}
FATES = {"missing", "held", "detained", "disappeared", "in", "under", "on", "abducted", "arrested"}
HOPS = 6
SAYING = {"say", "claim", "believe", "fear", "report", "confirm", "announce", "tell", "think", "know", "allege"}
BETWEEN = {"ordered", "n't", "not", "herself", "himself", "themselves", "first", "initially", "still"}


def subject(reading: Reading, verb: int, *, reduced: bool = False) -> list[Party]:
    """The people who are the subject of the verb, or of the predicate, that begins at `verb`.

    `reduced` says that it is a bare participle, which follows its noun directly.
    """
    low, _ = reading.sentence(verb)
    at = before_time(reading, before_verb_group(reading, verb - 1, low), low)
    infinitive = "to" in reading.words[at + 1 : verb]
    if at < low or reading.words[at] in {";", "•", "-", "*", ":"} or (reading.words[at] == "." and at - low < 3):
        return topic(reading, verb)
    at = past_insertion(reading, at, low)
    word = reading.words[at]
    if word in {"and", "or", "&", "but", "then"} or (
        word == "," and not _closes_aside(reading, at, low) and _list_of_verbs(reading, at, low)
    ):
        earlier = shared_verb(reading, at, low)
        if earlier is not None and not _is_phrase_end(reading, at):
            return subject(reading, earlier)
    if word in RELATIVE:
        found = antecedent(reading, at, low, relative=True) or _last_name(reading, at, low)
        return found[-1:] if reading.words[at + 1] in ONE else found
    if word in PAST_DEEDS and (reading.tokens[verb].tag_ == "VBG" or {"being", "having"} & set(reading.words[at + 1 : verb])):
        return _of_main_clause(reading, at, low)
    if infinitive and (reading.tokens[at].tag_ == "VBN" or word in ACHIEVED):
        return subject(reading, at)
    bare = reduced and at == verb - 1
    found = antecedent(reading, at + 1, low, relative=infinitive or bare, hop=not bare)
    return _with_member(reading, found or _before_relative(reading, at, low) or _of_fragment(reading, verb, low), low)


def _of_fragment(reading: Reading, verb: int, low: int) -> list[Party]:
    """Whom an entry is about that tells of it without a subject: "1. A, 44. Detained on Sunday, let go that night and <arrested> again".

    "Missing since May, <freed> in June", "In Oran prison since May; <on trial> there since June".
    """
    return topic(reading, verb) if (reading.tokens[low].tag_ == "VBN" or reading.words[low] in FATES) and low in reading.starts else []


def _before_relative(reading: Reading, at: int, low: int) -> list[Party]:
    """Whom a relative clause without commas, which ends at `at`, tells apart: "12 men who were held in May were freed"."""
    who = next((i for i in range(at, low, -1) if reading.words[i] in {"who", "whom"} or _reduced(reading, i)), None)
    if who is None or not any(reading.tokens[i].pos_ in ("VERB", "AUX") for i in range(who, at + 1)):
        return []
    if {",", ";", ":"} & set(reading.words[who - 1 : at + 1]):
        return []
    return antecedent(reading, who, low, relative=True)


def _of_main_clause(reading: Reading, at: int, low: int) -> list[Party]:
    """Who a participle behind "after" is said of: the object of the verb before, else its subject ("A was deported <after serving>")."""
    earlier = verb_before(reading, at, low)
    if earlier is None:
        return []
    between = reading.named_in(earlier + 1, at)
    undergone = [name for name in between if not governed(reading, name[0], low)]
    return chain_back(reading, undergone[-1], low) if undergone else subject(reading, earlier)


def _reduced(reading: Reading, at: int) -> bool:
    """Whether a participle right behind a plural says which ones are meant: "the men <arrested> in May"."""
    return reading.tokens[at].tag_ in ("VBN", "VBD") and reading.tokens[at - 1].tag_ == "NNS"


def _last_name(reading: Reading, at: int, low: int) -> list[Party]:
    """The last person named before a relative clause, within its reach; nobody where it follows a noun directly."""
    if reading.tokens[at - 1].pos_ == "NOUN" or reading.words[at - 1] in {"those", "anyone", "everyone", "all"}:
        return []
    before = [name for name in reading.named_in(low, at) if at - 8 <= name[1] <= at]
    return chain_back(reading, before[-1], low) if before else []


def _with_member(reading: Reading, found: list[Party], low: int) -> list[Party]:
    """A group with the one said to be of it: "She was among nine people jailed"."""
    for one in found:
        start = one.start - 1
        if one.count and start > low and reading.words[start] == "among" and reading.words[start - 1] in BE:
            return [*found, *subject(reading, start)]
    return found


def antecedent(reading: Reading, end: int, low: int, *, relative: bool = False, hop: bool = True) -> list[Party]:
    """The people of the noun phrase that ends before `end`, asides and appositions between them left out.

    `relative`: the phrase may hang on a preposition; `hop`: a phrase without people may be passed over for its governor.
    """
    at = before_aside(reading, end - 1, low)
    for hops in range(HOPS):
        if at < low:
            break
        step = _look(reading, at, low, first=hops == 0, relative=relative, hop=hop)
        if isinstance(step, list):
            return step
        at = step
    return []


def _look(reading: Reading, at: int, low: int, *, first: bool, relative: bool, hop: bool) -> list[Party] | int:
    """The people whom the word at `at` stands for, or where to look next."""
    name, token = reading.name_at(at), reading.tokens[at]
    if name and name[0] >= low:
        verb = None if relative else _verb_of_object(reading, name[0], low)
        if verb is not None:
            return _subject_of_other(reading, verb)
        hangs = not relative and governed(reading, name[0], low)
        return past_preposition(reading, name[0], low) if hangs else _with_pronoun(reading, chain_back(reading, name, low), low)
    if reading.dated(at):
        return at - 1
    if token.pos_ in NOMINAL or token.tag_ == "VBG":
        return _look_at_phrase(reading, at, low, first=first, relative=relative, hop=hop)
    if reading.words[at] in ASIDES or token.pos_ in ("ADV", "PUNCT"):
        return before_aside(reading, at - 1, low)
    return _dragged(reading, at, low) if token.pos_ in ("VERB", "AUX") and not relative else []


def _with_pronoun(reading: Reading, found: list[Party], low: int) -> list[Party]:
    """The people of a subject with the one whom a pronoun joins to them: "<He> and his brother B"."""
    start = phrase_start(reading, found[0].start, low)
    at = start - 2
    joined = at >= low and reading.words[start - 1] == "and" and reading.tokens[at].tag_ == "PRP" and at in reading.people
    return [Party(at, at + 1, reading.people[at]), *found] if joined else found


def _verb_of_object(reading: Reading, start: int, low: int) -> int | None:
    """The verb whose object a name is, in a clause inside the subject: "a poet who insulted A", "men accused of killing A"."""
    verb = phrase_start(reading, start, low) - 1
    if verb <= low or reading.tokens[verb].pos_ != "VERB" or reading.tokens[verb].lemma_ in SAYING:
        return None
    before = reading.tokens[verb - 1]
    inner = before.pos_ in ("ADP", "SCONJ") if reading.tokens[verb].tag_ == "VBG" else before.lower_ in RELATIVE
    return verb if inner else None


def _subject_of_other(reading: Reading, verb: int) -> list[Party] | int:
    """Who does what the verb of a clause inside the subject says: "three men <suspected of killing A>"."""
    if reading.tokens[verb].tag_ != "VBG":
        return subject(reading, verb)
    return verb - 2


def _look_at_phrase(reading: Reading, at: int, low: int, *, first: bool, relative: bool, hop: bool) -> list[Party] | int:
    start = phrase_start(reading, at, low)
    lead = reading.words[preposition(reading, start, low)]
    hangs = governed(reading, start, low) and not (first and lead in SUBORDINATORS)
    found = [] if hangs and not relative else _of_phrase(reading, start, at + 1, low)
    if not found and not hangs and (_listed_before(reading, start, low) or _joined_to_name(reading, start, low)):
        return start - 2
    passable = (hangs and (hop or lead == "of")) or reading.words[at] in lexicon().words.units
    if found or not passable:
        return found
    return past_preposition(reading, start, low) if hangs else start - 1


def _listed_before(reading: Reading, start: int, low: int) -> bool:
    """Whether the phrase that begins at `start` is the tail of a list of nouns: "20 teachers, nurses and farmers"."""
    return start - 2 >= low and reading.words[start - 1] in {"and", ",", "&"} and reading.tokens[start - 2].tag_ == "NNS"


def _joined_to_name(reading: Reading, start: int, low: int) -> bool:
    """Whether the phrase that begins at `start` is joined to somebody named: "A and his brother"."""
    return (
        start - 2 >= low
        and reading.words[start - 1] == "and"
        and reading.tokens[start].tag_ == "PRP$"
        and reading.name_at(start - 2) is not None
    )


def _dragged(reading: Reading, verb: int, low: int) -> list[Party] | int:
    """The subject of an earlier verb that a later one without a subject of its own shares; an infinitive has none to share."""
    if verb - 2 > low and reading.tokens[verb].tag_ == "VB" and reading.words[verb - 1] == "to":
        return verb - 2
    return subject(reading, verb) if verb > low else []


def _of_phrase(reading: Reading, start: int, end: int, low: int) -> list[Party]:
    found = phrase_parties(reading, start, min(len(reading.tokens), end))
    if found:
        return [*_joined(reading, start, low), *found]
    if start > low and reading.words[start - 1] in {",", "–", "—"}:
        at = before_aside(reading, start - 2, low)
        name = reading.name_at(at) if at >= low else None
        if name:
            return [party(name)]
    if start > low and reading.words[start - 1] in BE:
        return subject(reading, start)
    if reading.named_in(start, end):
        return []
    inside = [
        i for i in range(start, end) if i in reading.people and reading.tokens[i].tag_ not in ("PRP", "PRP$") and not reading.name_at(i)
    ]
    return [Party(i, i + 1, reading.people[i]) for i in inside[-1:]]


def _joined(reading: Reading, start: int, low: int) -> list[Party]:
    """Whoever is coordinated before the phrase that begins at `start`: "four inmates and three officers died"."""
    if start - 2 < low or reading.words[start - 1] not in {"and", "&"}:
        return []
    aside = (
        reading.words[start - 2] == "," and reading.name_at(start - 3) is None and reading.name_at(before_aside(reading, start - 2, low))
    )
    nominal = (
        bool(aside) or reading.name_at(start - 2) is not None or reading.tokens[start - 2].pos_ == "NOUN" or reading.words[start - 2] == ")"
    )
    return antecedent(reading, start - 1, low) if nominal else []


def before_verb_group(reading: Reading, at: int, low: int) -> int:
    """The last word, at or before `at`, that is no auxiliary, adverb or verb of staying; `low - 1` where there is none."""
    while at >= low:
        token, word = reading.tokens[at], reading.words[at]
        possessive = word == "'s" and token.tag_ == "POS"
        if (
            (token.pos_ in ("AUX", "ADV", "PART") and not possessive)
            or word in BE | HAVE | BETWEEN | MARKS - {"'"}
            or (word in lexicon().words.staying and token.pos_ in ("VERB", "AUX", "ADJ"))
        ):
            at -= 1
        else:
            break
    return at


def _closes_aside(reading: Reading, comma: int, low: int) -> bool:
    """Whether a comma ends an insertion, so that the verb behind it goes with what stands before the insertion."""
    opening = next((i for i in range(comma - 1, low - 1, -1) if reading.words[i] == "," and not reading.dated(i)), None)
    if opening is None or reading.words[opening + 1] in RELATIVE | {"including", "aged", "all", "both", "each", "most"}:
        return opening is not None
    return opening > low and reading.tokens[opening + 1].tag_ == "VBN" and reading.name_at(opening - 1) is not None


def _list_of_verbs(reading: Reading, comma: int, low: int) -> bool:
    verb = verb_before(reading, comma, low)
    if verb is None or "that" in reading.words[verb:comma]:
        return False
    return comma - verb <= 8 and reading.tokens[verb].tag_ in ("VBN", "VBD") and not _is_phrase_end(reading, comma)


def _is_phrase_end(reading: Reading, at: int) -> bool:
    """Whether a comma or "and" stands right behind a name, so that the verb after it may be said of that name."""
    return reading.words[at] == "," and reading.name_at(at - 1) is not None


def shared_verb(reading: Reading, at: int, low: int) -> int | None:
    """The verb that one behind the conjunction at `at` is coordinated with; no gerund ("convicted of disturbing the peace <and> fined")."""
    verb = verb_before(reading, at, low)
    while verb is not None and reading.tokens[verb].tag_ == "VBG" and reading.words[verb - 1] in {"of", "for", "with", "by", '"', "“"}:
        verb = verb_before(reading, verb, low)
    return verb


def _describes(reading: Reading, at: int) -> bool:
    """Whether a participle stands between an article and its noun: "at a <designated> location"."""
    if reading.tokens[at].tag_ != "VBN" or at == 0 or at + 1 >= len(reading.tokens):
        return False
    return reading.tokens[at - 1].pos_ == "DET" and reading.tokens[at + 1].pos_ in ("NOUN", "PROPN")


def verb_before(reading: Reading, at: int, low: int) -> int | None:
    """The last verb before `at` in its clause, else the last auxiliary, or None."""
    for back in range(at - 1, low - 1, -1):
        verbal = reading.tokens[back].pos_ == "VERB" or reading.tokens[back].tag_ == "VBN"
        if verbal and reading.name_at(back) is None and not (reading.dated(back) or _describes(reading, back)):
            return back
        if reading.words[back] in {";", ":"}:
            return None
    auxiliary = [back for back in range(at - 1, low - 1, -1) if reading.tokens[back].pos_ == "AUX"]
    return auxiliary[0] if auxiliary else None
