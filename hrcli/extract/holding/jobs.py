"""Words for what people do in life, with the words that qualify them: "human rights lawyer", "former student leader"."""

from __future__ import annotations

import re

from hrcli.extract.holding.custodywords import lexicon
from hrcli.extract.holding.reading import Found, Reading
from hrcli.extract.holding.whom import phrase_end

COORDINATED = 6
MODIFIERS = {"ADJ", "NOUN", "PROPN"}
AGENT = re.compile(r"[a-z]{3,}(?:er|or|ist|ian|wright|smith|keeper|maker|wo?man)")
NO_MODIFIERS = {
    "alleged",
    "other",
    "more",
    "another",
    "fellow",
    "same",
    "only",
    "late",
    "elder",
    "younger",
    "eldest",
    "youngest",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
}
REVIEWED = {"film", "literary", "art", "music", "theatre", "theater", "food", "television", "opera", "dance", "architecture", "and"}
BEFORE = 7


def is_job(reading: Reading, at: int) -> bool:
    word = reading.words[at]
    jobs = lexicon().words.occupations
    one = word[:-1] if word.endswith("s") and not word.endswith("ss") else word
    chief = word == "chief" and reading.words[max(0, at - 4) : at] == ["editor", "-", "in", "-"]
    opposed = one == "critic" and not REVIEWED & set(reading.words[max(0, at - 3) : at])  # "a strong critic of the government"
    known = (word in jobs or one in jobs or chief) and not opposed
    return known and reading.name_at(at) is None and reading.words[at + 1 : at + 2] not in (["'s"], ["'"])


def is_agent(reading: Reading, at: int) -> bool:
    """Whether the head of a phrase on a person says by its ending what that person does: "a motorcycle taxi <rider>"."""
    word = reading.texts[at]
    closed = at + 1 == len(reading.words) or reading.tokens[at + 1].pos_ in ("PUNCT", "ADP", "AUX", "CCONJ", "PRON", "VERB", "SCONJ")
    return closed and reading.tokens[at].pos_ == "NOUN" and bool(AGENT.fullmatch(word)) and word not in lexicon().words.no_occupation


def is_kin(reading: Reading, at: int) -> bool:
    return reading.words[at] in lexicon().words.kin


def singular(reading: Reading, found: Found) -> Found:
    """The occupation of one of several: "lawyers A and B" makes either a lawyer."""
    last = reading.words[found.end - 1]
    if last in lexicon().words.occupations or not last.endswith("s"):
        return found
    return Found(found.value[:-1], found.start, found.end)


def widened(reading: Reading, at: int, end: int, low: int) -> Found:
    """A job with the words that qualify it: "human rights lawyer", "writer and activist", "former student leader"."""
    first = at
    while first > low and at - first < BEFORE:
        token, word = reading.tokens[first - 1], reading.words[first - 1]
        joined = (word == "in" and reading.words[first] == "-") or (
            word in {"and", "-"} and first - 2 >= low and (is_job(reading, first - 2) or word == "-")
        )
        retired = word in {"retired", "trained"}
        plain = token.pos_ in MODIFIERS or retired or (token.tag_ == "POS" and _in_compound(reading, first - 1))
        if (plain and reading.name_at(first - 1) is None and word not in NO_MODIFIERS) or joined:
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
        whole = phrase_end(reading, end + 1, min(end + 8, len(reading.words)))
        end = whole if whole > end + 1 and reading.words[whole - 1] not in {"the", "a", "an"} else end
    return Found(reading.text(first, end), first, end)


def _in_compound(reading: Reading, at: int) -> bool:
    """Whether a genitive is part of what somebody is ("women's rights campaigner") rather than whose ("the site's accountant")."""
    return at > 0 and reading.words[at - 1] in {"women", "children", "men", "workers", "people", "prisoners", "animals"}


def to_end(reading: Reading, at: int, high: int) -> tuple[int, int]:
    """The last job of a run of them ("novelist and poet", "founder of the Forum") from the first one's place."""
    end = at + 5 if reading.words[at + 1 : at + 5] == ["-", "in", "-", "chief"] else at + 1
    while end < high and (is_job(reading, end) or reading.words[end] == "-" or reading.words[end - 1 : end + 1] == ["-", "general"]):
        end += 1
    for follow in range(end + 1, min(high, end + COORDINATED)):
        if reading.words[end] == "and" and is_job(reading, follow):
            return at, follow + (3 if reading.words[follow + 1 : follow + 3] == ["-", "general"] else 1)
        if reading.words[end] != "and" or not (reading.tokens[follow].pos_ in MODIFIERS | {"DET"} or reading.tokens[follow].tag_ == "POS"):
            break
    return end - 1, end
