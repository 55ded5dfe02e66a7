"""What somebody does in life: the noun before the name, the apposition behind it, or the predicate."""

from __future__ import annotations

from hrcli.extract.findings import Actor
from hrcli.extract.holding import about
from hrcli.extract.holding.accounts import Account
from hrcli.extract.holding.jobs import BEFORE, MODIFIERS, is_agent, is_job, is_kin, singular, to_end, widened
from hrcli.extract.holding.numbers import count_at
from hrcli.extract.holding.reading import Found, Reading
from hrcli.extract.holding.whom import chain, phrase_end

BEHIND = 14
ASIDE_OPENERS = {",", "–", "—", "("}
NO_APPOSITION = {"together", "along", "alongside", "according", "with", "whom", "by", "like", "unlike"}
WORKING = {"works", "worked", "working", "serves", "served", "serving", "employed", "employment"}


def occupation(reading: Reading, actor: Actor | None, told: list[Account]) -> Found | None:
    """The occupation that the text first gives for a person; for a group none."""
    if actor is None:
        return None
    mine = [name for name in reading.names if name[2] is actor]
    for look in (_before, _behind, _predicate):
        for start, end, _ in mine:
            found = look(reading, start, end)
            if found:
                return found
    return _described(reading, actor) or _of_group(reading, told) or _spoken_of(reading, actor, told)


def _spoken_of(reading: Reading, actor: Actor, told: list[Account]) -> Found | None:
    """The job by which a sentence that goes on about a person begins: "The 27-year-old nurse is accused of"."""
    for low, high in about.sentences(reading, actor, told):
        if reading.words[low] == "the" and not reading.named_in(low, high):
            end = phrase_end(reading, low, high)
            if end > low + 1 and is_job(reading, end - 1) and reading.tokens[end - 1].tag_ == "NN":
                return widened(reading, end - 1, end, low)
    return None


def _of_group(reading: Reading, told: list[Account]) -> Found | None:
    """The occupation of the counted people whom somebody is listed among: "nine union workers identified as A, B ..."."""
    for account in told:
        for group in account.others:
            jobs = [i for i in range(group.start, group.end) if group.count and is_job(reading, i)]
            if jobs:
                return singular(reading, widened(reading, jobs[0], jobs[0] + 1, group.start))
    return None


def _before(reading: Reading, start: int, end: int) -> Found | None:
    """The words right before a name: "the dissident journalist A", "lawyers A and B"."""
    low, _ = reading.sentence(start)
    at = start - 1
    while at > low and reading.words[at] in {"mr.", "ms.", "mrs.", "dr.", '"', "“", "’", "mr", "ms"}:
        at -= 1
    if at >= low and is_job(reading, at):
        return singular(reading, widened(reading, at, at + 1, low))
    if at - 1 > low and reading.words[at] == "," and is_job(reading, at - 1) and _apposed(reading, at - 1, end, low):
        return singular(reading, widened(reading, at - 1, at, low))
    return _shared(reading, start, end, low) or _qualified(reading, at, end, low)


def _shared(reading: Reading, start: int, end: int, low: int) -> Found | None:
    """The occupation of all whom a list names: "lawyers A and B", "the nurses, A, B and C", "two reporters for the paper, A and B"."""
    before = [name for name in reading.named_in(low, start) if any(p.start == start for p in chain(reading, name, end))]
    first = (before[0][0] if before else start) - 1
    apart = first > low and reading.words[first] in {",", ":", "–", "—"}
    first = first - 1 if apart else first
    if first >= low and is_job(reading, first) and reading.words[first].endswith("s"):
        return singular(reading, widened(reading, first, first + 1, low))
    if first > low and (apart or reading.words[first] in {"including", "as", "namely"}):
        jobs = [at for at in range(max(low, first - BEHIND), first) if is_job(reading, at) and reading.words[at].endswith("s")]
        listed = before or (len(chain(reading, name, len(reading.words))) > 1 if (name := reading.name_at(start)) else False)
        known = listed or not apart
        return singular(reading, widened(reading, jobs[0], jobs[0] + 1, low)) if len(jobs) == 1 and known else None
    return None


def _qualified(reading: Reading, comma: int, end: int, low: int) -> Found | None:
    """A job with words of its own before the name in commas that says whose it is: "the cartoonist arrested with him, A, was"."""
    if comma <= low or reading.words[comma] != "," or reading.words[end : end + 1] != [","]:
        return None
    best = None
    for at in range(comma - 1, max(low, comma - BEHIND), -1):
        finite = reading.tokens[at].tag_ in ("VBZ", "VBP", "VBG", "MD") and reading.words[at - 1] not in {"of", "for"}
        if reading.name_at(at) or reading.words[at] in {",", ";", "that", "who"} or finite:
            break
        if is_job(reading, at) and (reading.tokens[at + 1].tag_ == "VBN" or reading.tokens[at + 1].pos_ == "ADP"):
            found = widened(reading, at, at + 1, low)
            best = found if reading.tokens[max(low, found.start - 1)].tag_ in ("DT", "PRP$") else best
    return best


def _apposed(reading: Reading, at: int, end: int, low: int) -> bool:
    """Whether the name behind the job at `at` and a comma says who it is: "his lawyer, A,", "the poet and critic, A,"."""
    first = widened(reading, at, at + 1, low).start
    owned = first > low and (reading.tokens[first - 1].tag_ in ("PRP$", "DT") or reading.tokens[first].tag_ in ("PRP$", "DT"))
    return owned or (end < len(reading.words) and reading.words[end] == "," and reading.tokens[at].tag_ == "NN")


def _behind(reading: Reading, start: int, end: int) -> Found | None:
    """The apposition behind a name: "A, a 52-year-old painter and organiser, ...", "A (甲), 39, web editor"."""
    _, high = reading.sentence(start)
    at = end
    name = reading.name_at(start)
    last = chain(reading, name, high)[-1].end if name and reading.words[end : end + 1] in (["and"], [","]) else end
    shared = reading.words[last : last + 2] in ([",", "both"], [",", "all"])
    at = last if shared else at
    if at < high and reading.words[at] == "(":
        at = next((i + 1 for i in range(at, min(high, at + 15)) if reading.words[i] == ")"), at)
    if at >= high or reading.words[at] not in ASIDE_OPENERS:
        return None
    opening = at + 1 < high and (reading.words[at + 1] in NO_APPOSITION or reading.tokens[at + 1].tag_ in ("VBN", "VBG", "WP", "WP$"))
    if opening and reading.words[at + 1] not in {"retired", "trained"}:
        return None
    for place in range(at, min(high, at + BEHIND)):
        if is_job(reading, place) and _is_noun(reading, place):
            # "A, the judge B and C": the job of the next one of a list
            followed = place + 1 < high and reading.name_at(place + 1) is not None
            found = None if followed else widened(reading, *to_end(reading, place, high), at)
            return singular(reading, found) if found and (shared or reading.words[at + 1 : at + 3] == ["one", "of"]) else found
        if _ends_apposition(reading, place):
            return None
        if is_agent(reading, place) and _opens_description(reading, at + 1, place):
            return widened(reading, place, place + 1, at)
    return None


def _is_noun(reading: Reading, at: int) -> bool:
    """Whether a word that may be a verb ("guide", "model") is what somebody is: the tagger says so, or it stands by itself."""
    alone = at + 1 == len(reading.words) or reading.words[at + 1] in {",", ".", ";", ")", "and", "of", "from", "at"}
    return reading.tokens[at].pos_ not in ("VERB", "AUX") or (alone and reading.words[at - 1] in {",", "a", "an", "and", "the"})


def _ends_apposition(reading: Reading, at: int) -> bool:
    """Whether a word ends what is told of a person: a name, a verb, another person's kinship ("the brother of a poet")."""
    token, word = reading.tokens[at], reading.words[at]
    verb = token.pos_ in ("VERB", "AUX") and token.tag_ != "VBN" and word != "retired"
    return (
        (bool(reading.name_at(at)) and not _attributive(reading, at))
        or verb
        or word in {"who", "whose", ".", ";", "and"}
        or is_kin(reading, at)
    )


def _attributive(reading: Reading, at: int) -> bool:
    """Whether what looks like a name only describes the noun behind it: "a <Lao Theung> land rights defender"."""
    name = reading.name_at(at)
    if name is None or reading.tokens[name[0] - 1].tag_ != "DT":
        return False
    behind = name[1] + 1 if reading.words[name[1] : name[1] + 1] in (["'"], ["’"]) else name[1]
    return behind < len(reading.words) and reading.tokens[behind].pos_ == "NOUN" and reading.texts[behind][0].islower()


def _opens_description(reading: Reading, start: int, head: int) -> bool:
    """Whether a noun phrase in the singular runs from about `start` to its head: "a motorcycle taxi rider", "54, taxi rider"."""
    plain = [i for i in range(start, head) if reading.words[i] not in {",", "-", "old", "year", "aged"} and not count_at(reading.words, i)]
    lead = [i for i in plain if reading.tokens[i].pos_ == "DET" or reading.tokens[i].tag_ == "PRP$"]
    return all(reading.tokens[i].pos_ in MODIFIERS or i in lead for i in plain) and lead in ([], plain[:1]) and bool(lead or start < head)


def _predicate(reading: Reading, start: int, end: int) -> Found | None:
    """ "A is a journalist", "A, born in 1974, is a teacher", "A is one of the best-known poets", "A, who works as a driver"."""
    _, high = reading.sentence(start)
    be = _past_commas(reading, end, high)
    worked = next((i for i in range(be, min(high, be + 4)) if reading.words[i] in WORKING), None)
    if worked is not None and reading.words[worked + 1 : worked + 2] == ["as"]:
        return _first_job(reading, worked + 2, high)
    if be + 1 < high and reading.words[be] in {"is", "was"}:
        if reading.words[be + 1 : be + 3] == ["one", "of"]:
            found = _first_job(reading, be + 3, high)
            return singular(reading, found) if found else None
        if reading.words[be + 1] in {"a", "an", "the"}:
            return _first_job(reading, be + 2, high)
    return None


def _past_commas(reading: Reading, at: int, high: int) -> int:
    """Past what stands in commas or brackets behind a name, and past "who"."""
    if at < high and reading.words[at] in {",", "("}:
        close = ")" if reading.words[at] == "(" else ","
        ahead = next((i for i in range(at + 1, min(high, at + BEHIND)) if reading.words[i] == close), at)
        at = at + 1 if reading.words[at + 1 : at + 2] == ["who"] else ahead + 1 if ahead > at else at
    return at + 1 if reading.words[at : at + 1] == ["who"] else at


def _first_job(reading: Reading, start: int, high: int) -> Found | None:
    """The job that a predicate begins with, behind nothing but what qualifies it."""
    for at in range(start, min(high, start + BEFORE)):
        if is_job(reading, at):
            return widened(reading, *to_end(reading, at, high), start - 1)
        if reading.tokens[at].pos_ not in (*MODIFIERS, "DET", "PART", "ADV", "NUM", "PUNCT", "X") and reading.tokens[at].tag_ != "VBN":
            return None
        if is_kin(reading, at) or reading.words[at] == "alleged":
            return None
    return None


def _described(reading: Reading, actor: Actor) -> Found | None:
    """A noun that refers to the person: "the student activist", "the rapper"."""
    for at, person in sorted(reading.people.items()):
        if person is actor and is_job(reading, at):
            return widened(reading, at, at + 1, reading.sentence(at)[0])
    return None
