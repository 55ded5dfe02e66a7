"""How a verb and its object stand apart: "released <on bail> five of the students", "freed <without conditions> the poet A"."""

from __future__ import annotations

from hrcli.extract.holding.numbers import length_at
from hrcli.extract.holding.reading import Reading

WHERE = {"on", "in", "at", "last", "yesterday"}
LONGEST = 8
ADVERBIALS = {
    ("on", "bail"), ("on", "parole"), ("on", "probation"), ("under", "surveillance"), ("without", "charge"), ("without", "charges"),
    ("without", "condition"), ("without", "conditions"), ("without", "trial"), ("without", "warrant"),
}  # fmt: skip


def past_adverbial(reading: Reading, at: int, limit: int) -> int:
    """Past the words behind a verb that say how or when, where its object follows them; `at` itself where none does."""
    end = at
    while end + 2 < limit and tuple(reading.words[end : end + 2]) in ADVERBIALS:
        end += 2
    if end + 1 < limit and reading.words[end] in {"on", "in"} and reading.dated(end + 1):
        end = next((i for i in range(end + 1, limit) if not reading.dated(i)), limit)
    return end if at < end < limit and _opens_object(reading, end) else at


def past_adjunct(reading: Reading, at: int, limit: int) -> int:
    """Past where and when a noun of custody was, before its "of": "the arrest <on 6 April in Oran> of A"; `at` itself where it has none."""
    end = at
    while end + 1 < limit and end - at < LONGEST and (reading.words[end] in WHERE or reading.dated(end)):
        end += 1
        while end < limit and (reading.dated(end) or reading.tokens[end].pos_ in ("PROPN", "NUM") or reading.words[end] in {"the", "late"}):
            end += 1
    return end if end < limit and reading.words[end] == "of" else at


def _opens_object(reading: Reading, at: int) -> bool:
    """Whether people can begin at `at`, and no length of time: "five of the students", "the poet", but not "five days later"."""
    token = reading.tokens[at]
    named = reading.name_at(at) is not None and reading.name_at(at - 1) is None
    return named or ((token.pos_ == "NUM" or token.tag_ in ("DT", "PRP$")) and length_at(reading.words, at) is None)
