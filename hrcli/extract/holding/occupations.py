"""What somebody does in life: the noun before the name, the apposition behind it, or the predicate."""

from __future__ import annotations

from hrcli.extract.findings import Actor
from hrcli.extract.holding.accounts import Account
from hrcli.extract.holding.custodywords import lexicon
from hrcli.extract.holding.reading import Found, Reading
from hrcli.extract.holding.whom import chain, phrase_end

BEFORE = 7
BEHIND = 14
TITLES = {
    "head",
    "founder",
    "leader",
    "member",
    "president",
    "secretary",
    "director",
    "chair",
    "chairman",
    "spokesman",
    "spokesperson",
    "editor",
    "chief",
    "coordinator",
    "co-founder",
}
MODIFIERS = {"ADJ", "NOUN", "PROPN"}


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
    return _described(reading, actor) or _of_group(reading, told)


def _of_group(reading: Reading, told: list[Account]) -> Found | None:
    """The occupation of the counted people whom somebody is listed among: "nine union workers identified as A, B ..."."""
    for account in told:
        for group in account.others:
            jobs = [i for i in range(group.start, group.end) if group.count and _is_job(reading, i)]
            if jobs:
                return _singular(reading, _widened(reading, jobs[0], jobs[0] + 1, group.start))
    return None


def _is_job(reading: Reading, at: int) -> bool:
    word = reading.words[at]
    jobs = lexicon().words.occupations
    singular = word[:-1] if word.endswith("s") and not word.endswith("ss") else word
    chief = word == "chief" and reading.words[max(0, at - 4) : at] == ["editor", "-", "in", "-"]
    return (word in jobs or singular in jobs or chief) and reading.name_at(at) is None


def _before(reading: Reading, start: int, end: int) -> Found | None:
    """The words right before a name: "the dissident journalist A", "lawyers A and B"."""
    low, _ = reading.sentence(start)
    at = start - 1
    while at > low and reading.words[at] in {"mr.", "ms.", "mrs.", "dr.", '"', "“", "’", "mr", "ms"}:
        at -= 1
    if at >= low and _is_job(reading, at):
        return _singular(reading, _widened(reading, at, at + 1, low))
    if at - 1 > low and reading.words[at] == "," and _is_job(reading, at - 1) and _apposed(reading, at - 1, end, low):
        return _singular(reading, _widened(reading, at - 1, at, low))
    return _shared(reading, start, end, low)


def _shared(reading: Reading, start: int, end: int, low: int) -> Found | None:
    """The occupation of all whom a list names: "lawyers A and B", "the nurses, A, B and C"."""
    before = [name for name in reading.named_in(low, start) if any(p.start == start for p in chain(reading, name, end))]
    first = before[0][0] - 1 if before else low
    if first > low and reading.words[first] in {",", ":", "–", "—"}:
        first -= 1
    first = first if before else start - 1
    if _is_job(reading, first) and reading.words[first].endswith("s"):
        return _singular(reading, _widened(reading, first, first + 1, low))
    introduced = reading.words[first] in {"including", "as", "namely"} or first < start - 1 or reading.words[first + 1] in {",", ":"}
    if first > low and introduced:
        jobs = [at for at in range(max(low, first - BEHIND), first) if _is_job(reading, at) and reading.words[at].endswith("s")]
        return _singular(reading, _widened(reading, jobs[0], jobs[0] + 1, low)) if len(jobs) == 1 else None
    return None


def _apposed(reading: Reading, at: int, end: int, low: int) -> bool:
    """Whether the name behind the job at `at` and a comma says who it is: "his lawyer, A,", "the poet and critic, A,"."""
    first = _widened(reading, at, at + 1, low).start
    owned = first > low and (reading.tokens[first - 1].tag_ in ("PRP$", "DT") or reading.tokens[first].tag_ in ("PRP$", "DT"))
    return owned or (end < len(reading.words) and reading.words[end] == "," and reading.tokens[at].tag_ == "NN")


def _singular(reading: Reading, found: Found) -> Found:
    """The occupation of one of several: "lawyers A and B" makes either a lawyer."""
    last = reading.words[found.end - 1]
    if last in lexicon().words.occupations or not last.endswith("s"):
        return found
    return Found(found.value[:-1], found.start, found.end)


def _widened(reading: Reading, at: int, end: int, low: int) -> Found:
    """A job with the words that qualify it: "human rights lawyer", "writer and activist", "former student leader"."""
    first = at
    while first > low and at - first < BEFORE:
        token, word = reading.tokens[first - 1], reading.words[first - 1]
        joined = (word == "in" and reading.words[first] == "-") or (
            word in {"and", "-"} and first - 2 >= low and (_is_job(reading, first - 2) or word == "-")
        )
        if (
            (token.pos_ in MODIFIERS or token.tag_ == "POS") and not _is_name(reading, first - 1) and word not in {"alleged", "other"}
        ) or joined:
            first -= 1
        else:
            break
    old = next((i for i in range(first, at) if reading.words[i] == "old"), None)
    first = first if old is None else old + 1
    while first < at and (
        reading.words[first] in lexicon().words.not_occupation
        or reading.words[first] in {"and", "-"}
        or reading.tokens[first].text.isdigit()
    ):
        first += 1
    if end < len(reading.words) and reading.words[end] == "of" and reading.words[end - 1] in lexicon().words.posts:
        end = max(end, phrase_end(reading, end + 1, min(end + 8, len(reading.words))))
    return Found(reading.text(first, end), first, end)


def _is_name(reading: Reading, at: int) -> bool:
    return reading.name_at(at) is not None


def _behind(reading: Reading, start: int, end: int) -> Found | None:
    """The apposition behind a name: "A, a 52-year-old painter and organiser, ...", "A (甲), 39, web editor"."""
    _, high = reading.sentence(start)
    at = end
    if at < high and reading.words[at] == "(":
        at = next((i + 1 for i in range(at, min(high, at + 15)) if reading.words[i] == ")"), at)
    if at >= high or reading.words[at] not in {",", "–", "—", "("}:
        return None
    for place in range(at, min(high, at + BEHIND)):
        token, word = reading.tokens[place], reading.words[place]
        if (
            reading.name_at(place)
            or (token.pos_ in ("VERB", "AUX") and token.tag_ not in ("VBN",) and word != "retired")
            or word in {"who", "whose", ".", ";", "and"}
        ):
            return None
        if _is_job(reading, place):
            return _widened(reading, *_to_end(reading, place, high), at)
    return None


def _to_end(reading: Reading, at: int, high: int) -> tuple[int, int]:
    """The last job of a run of them ("novelist and poet", "founder of the Forum") from the first one's place."""
    end = at + 1
    while end < high and (_is_job(reading, end) or reading.words[end] == "-"):
        end += 1
    for follow in range(end + 1, min(high, end + 4)):
        if reading.words[end] == "and" and _is_job(reading, follow):
            return at, follow + 1
    return end - 1, end


def _predicate(reading: Reading, start: int, end: int) -> Found | None:
    """ "A is a journalist"."""
    _, high = reading.sentence(start)
    if end + 1 < high and reading.words[end] in {"is", "was"} and reading.words[end + 1] in {"a", "an", "the"}:
        for at in range(end + 2, min(high, end + 7)):
            if _is_job(reading, at):
                return _widened(reading, at, at + 1, end + 1)
    return None


def _described(reading: Reading, actor: Actor) -> Found | None:
    """A noun that refers to the person: "the student activist", "the rapper"."""
    for at, person in sorted(reading.people.items()):
        if person is actor and _is_job(reading, at):
            return _widened(reading, at, at + 1, reading.sentence(at)[0])
    return None
