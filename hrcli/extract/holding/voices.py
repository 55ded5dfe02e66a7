"""Who is meant by "I" and "we": the person who says it in quotation marks ("We were arrested at dawn," said A)."""

from __future__ import annotations

from hrcli.extract import speakers
from hrcli.extract.findings import Actor
from hrcli.extract.holding.reading import Reading

FIRST_PERSON = {"i", "me", "we", "us", "my"}
THIRD_PERSON = {"he", "she", "him", "her"}


def speaker(reading: Reading, word: int) -> Actor | None:
    """The person for whom a pronoun of the first person stands; None for other words, and where nobody is said to speak."""
    if reading.words[word] not in FIRST_PERSON:
        return None
    return _voice(reading, word)


def speaks_of_another(reading: Reading, word: int, known: Actor) -> bool:
    """Whether "he" or "she" stands in the words of the very person taken for the one meant, who would say "I"."""
    return reading.words[word] in THIRD_PERSON and _voice(reading, word) is known


def _voice(reading: Reading, word: int) -> Actor | None:
    """The person whose words in quotation marks the word stands in."""
    at = reading.index[word]
    if not any(start <= at < end for start, end in reading.doc._.quoted):
        return None
    spoken = [quotation for quotation in speakers.around(reading.doc, at) if quotation.direct]
    actor = spoken[-1].speaker if spoken else None
    return actor if actor is not None and actor.type == "person" else None
