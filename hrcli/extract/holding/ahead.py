"""People whom an opening phrase or a pronoun means before they are named: "Arrested in May, A was tried", "After his arrest, A fled"."""

from __future__ import annotations

from hrcli.extract.holding.reading import Reading
from hrcli.extract.holding.whom import Party, phrase_parties

LONGEST = 24
LEADING = ("ADP", "SCONJ", "VERB", "ADV", "NUM", "ADJ")
GOING_ON = ("ADP", "ADV", "SCONJ", "CCONJ", "VERB")


def named_ahead(reading: Reading, word: int) -> list[Party]:
    """The people right behind the opening phrase in which `word` stands; empty where somebody is named before, or nothing opens."""
    low, high = reading.sentence(word)
    first = reading.tokens[low]
    if (first.pos_ not in LEADING and first.tag_ != "VBN" and not reading.dated(low)) or reading.named_in(low, word):
        return []
    for comma in range(word, min(high - 1, word + LONGEST)):
        if reading.words[comma] == "," and not _within_date(reading, comma) and not _goes_on(reading, comma + 1):
            return phrase_parties(reading, comma + 1, high) if not reading.named_in(word, comma) else []
    return []


def _within_date(reading: Reading, comma: int) -> bool:
    return reading.dated(comma) or (reading.dated(comma - 1) and reading.texts[comma + 1].isdigit())


def _goes_on(reading: Reading, at: int) -> bool:
    """Whether the opening phrase has one more part behind its comma: "jailed in 2005, <freed in 2009>, A ..."."""
    return reading.name_at(at) is None and (reading.tokens[at].pos_ in GOING_ON or reading.dated(at))
