"""Who is meant by "I" and "we": the person who says it in quotation marks ("We were arrested at dawn," said A)."""

from __future__ import annotations

from hrcli.extract import speakers
from hrcli.extract.findings import Actor, is_quoted
from hrcli.extract.holding.reading import Name, Reading

FIRST_PERSON = {"i", "me", "we", "us", "my"}
THIRD_PERSON = {"he", "she", "him", "her"}
SAID = {"said", "says", "told", "believes", "fears", "reported", "learned", "confirmed", "added"}
FARTHEST = 5
BYLINE = 8
ORDERING = {"ordered", "orders", "ruled", "rules", "decided", "directed", "decreed"}


def speaker(reading: Reading, word: int) -> Actor | None:
    """The person for whom a pronoun of the first person stands; None for other words, and where nobody is said to speak."""
    if reading.words[word] not in FIRST_PERSON:
        return None
    return _voice(reading, word)


def speaks_of_another(reading: Reading, word: int, known: Actor) -> bool:
    """Whether "he" or "she" stands in the words of the very person taken for the one meant, who would say "I"."""
    return reading.words[word] in THIRD_PERSON and _voice(reading, word) is known


def owner_spoken_of(reading: Reading, word: int, known: Actor) -> Actor | None:
    """The person of whom a relative or a lawyer speaks: "Her sister B said <she> had been flogged" is about her, not about B."""
    low, _ = reading.sentence(word)
    back = word - 1
    while back > low and reading.words[back] in {"that", "reporters", "media"}:
        back -= 1
    name = next((one for one in reversed(reading.named_in(low, back)) if one[2] is known), None)
    if reading.words[word] not in THIRD_PERSON or name is None or reading.words[back] not in SAID or back - name[1] > 2:
        return None
    owned = [i for i in range(max(low, name[0] - FARTHEST), name[0]) if reading.tokens[i].tag_ == "PRP$"]
    owner = reading.people.get(owned[-1]) if owned else None
    return owner if owner is not known else None


def signs_text(reading: Reading, known: Actor) -> bool:
    """Whether somebody is but the writer of a text: "By Ana Lopez and Omar Haddad" stands over it."""
    first = next((name for name in reading.names if name[2] is known), None)
    start = reading.paragraph(first[0])[0] if first else 0
    return first is not None and reading.words[start] == "by" and first[0] - start <= BYLINE


def orders(reading: Reading, word: int, known: Actor) -> bool:
    """Whether "he" is what a judge, taken for him, orders to be done to somebody: "Judge A ordered that <he> be held"."""
    low, _ = reading.sentence(word)
    that = reading.words[max(low, word - 2) : word]
    return that[-1:] == ["that"] and that[0] in ORDERING and any(name[2] is known for name in reading.named_in(low, word))


def last_but(reading: Reading, word: int, known: Actor) -> list[Name]:
    """The last person named before the sentence of `word` in its paragraph, `known` left out."""
    start, (low, _) = reading.paragraph(word)[0], reading.sentence(word)
    others = [name for name in reading.named_in(start, low) if name[2] is not known]
    return others[-1:]


def _voice(reading: Reading, word: int) -> Actor | None:
    """The person whose words in quotation marks the word stands in."""
    at = reading.index[word]
    if not is_quoted(reading.doc, at):
        return None
    spoken = [quotation for quotation in speakers.around(reading.doc, at) if quotation.direct]
    actor = spoken[-1].speaker if spoken else None
    return actor if actor is not None and actor.type == "person" else None
