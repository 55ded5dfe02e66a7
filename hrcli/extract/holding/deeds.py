"""The words of a charge: where those that name a deed begin and end, in quotation marks or without."""

from __future__ import annotations

from hrcli.extract.holding.articles import UNITS
from hrcli.extract.holding.custodywords import lexicon
from hrcli.extract.holding.facilities import facility_end
from hrcli.extract.holding.numbers import count_at
from hrcli.extract.holding.reading import Found, Reading

OPEN = {'"', "“", "‘", "'", "``", "«"}
CLOSE = {'"', "”", "’", "'", "''", "»"}
STOPS = {
    "under", "after", "before", "during", "following", "when", "while", "which", "who", "that", "but", "since", "over", "against",
    "because", "together", "along", "to", ";", ".", ":", "–", "—", "(", "[", "between", "until", "upon", "than", "said", "at",
}  # fmt: skip
LEADING = {":", ",", "the", "a", "an", "allegedly", "offences", "offence", "of", "charges", "including", "crimes", "and", "-"}
TRAILING = {",", "and", "or", "in", "on", "of", "from", "instead", "too", "also", "only", "as", "well"}
LONGEST = 24


def deed(reading: Reading, at: int, high: int) -> Found | None:
    """The charge that begins at the word `at`: a quotation, or the words up to where a date, a place or a new clause follows."""
    while at < high and reading.words[at] in LEADING:
        at += 1
    counts = count_at(reading.words, at)
    if counts and reading.words[counts[1] : counts[1] + 2] in (["counts", "of"], ["count", "of"], ["charges", "of"]):
        at = counts[1] + 2
    at = _past_statute(reading, at, high)
    at = _past_subject(reading, at, high) if reading.words[at - 1] == "that" else at
    if at >= high:
        return None
    if reading.words[at] in OPEN:
        return _quoted(reading, at, high)
    end = at
    while end < high and end - at < LONGEST and not _ends(reading, at, end, high):
        end += 1
    while end > at and reading.words[end - 1] in TRAILING:
        end -= 1
    if end > at and _says_what(reading, at, end):
        return Found(reading.text(at, end), at, end)
    # "on the charges of the first case: <joining a gang>"
    return deed(reading, end + 1, high) if end > at and reading.words[end : end + 1] == [":"] else None


def _past_statute(reading: Reading, at: int, high: int) -> int:
    """Past the article of law before the charge: "charged under <section 12(b) of the Public Order Act with> sabotage"."""
    if reading.words[at : at + 1] and reading.words[at] in UNITS:
        return next((i + 1 for i in range(at, min(high - 1, at + LONGEST)) if reading.words[i] in {"with", "for"}), at)
    return at


def _past_subject(reading: Reading, at: int, high: int) -> int:
    """Past the subject of a charge worded as a clause: "on charges that <he had> insulted the king"."""
    while at < high and (reading.tokens[at].tag_ == "PRP" or reading.name_at(at) or reading.tokens[at].pos_ == "AUX"):
        at += 1
    return at


def _says_what(reading: Reading, start: int, end: int) -> bool:
    """Whether the words of a charge name a deed, rather than a person, an outlet, or "additional offences"."""
    tags = {reading.tokens[i].tag_ for i in range(start, end)}
    if any(start <= name[0] and name[1] == end for name in reading.names) and not tags & {"VBG", "IN", "VB"}:
        return False
    if end - start == 1 and "VBG" in tags and reading.words[end : end + 1] == ["to"]:
        return False
    empty = set(lexicon().words.legal)
    return any(
        not reading.name_at(i) and reading.tokens[i].i not in reading.doc._.referents and reading.words[i] not in empty
        for i in range(start, end)
        if reading.tokens[i].pos_ in ("NOUN", "VERB", "ADJ", "PROPN", "X")
    )


def _quoted(reading: Reading, at: int, high: int) -> Found | None:
    close = next((i for i in range(at + 1, min(high, at + LONGEST)) if reading.words[i] in CLOSE or "”" in reading.words[i]), None)
    if close is None or close == at + 1:
        return None
    if reading.words[close] not in CLOSE:  # glued to a footnote's mark
        return Found(reading.text(at + 1, close + 1).partition("”")[0].rstrip(".,;"), at + 1, close + 1)
    follow = next((i for i in range(close + 1, min(high, close + 4)) if reading.words[i] in OPEN), None)
    link = reading.words[close + 1 : follow] if follow is not None else []
    if follow is not None and {"and", "by"} & set(link):
        second = _quoted(reading, follow, high)
        if second:
            text = f"{reading.text(at + 1, close)} {' '.join(link)} {second.value}"
            return Found(text, at + 1, second.end)
    return Found(reading.text(at + 1, close).rstrip(".,;"), at + 1, close)


def _ends(reading: Reading, start: int, at: int, high: int) -> bool:
    word, token = reading.words[at], reading.tokens[at]
    if word in {"against", "between"} and reading.tokens[start].tag_ == "VBG":
        return False
    if word in STOPS and not (word == "to" and start < at < high - 1 and reading.tokens[at + 1].tag_ in ("VB", "DT")):
        return True
    if word in {"on", "in", "by", "at"} and at > start:
        name = reading.name_at(at + 1)
        owner = name is not None and reading.words[name[1] : name[1] + 1] != ["'s"]
        return _dated(reading, at + 1, high) or owner or (_bare(reading, start, at) and _is_place(reading, at + 1, high))
    if at > start and (_opens_relative(reading, at) or token.tag_ in ("VBZ", "VBD", "VBP", "MD") or token.pos_ == "AUX"):
        return True
    if word in {",", "and"}:
        return _new_clause(reading, at, high)
    return word in {'"', "”"} or (_dated(reading, at, high) and not _inside(reading, start, at, high))


def _opens_relative(reading: Reading, at: int) -> bool:
    """Whether a pronoun begins a relative clause: "a murder <he> denies"."""
    return reading.tokens[at].tag_ == "PRP" and reading.words[at] in {"he", "she", "they", "it", "we", "i"}


def _bare(reading: Reading, start: int, at: int) -> bool:
    """Whether a charge is a mere noun ("blasphemy"), so that a place behind it is that of the arrest."""
    return at - start <= 2 and all(reading.tokens[i].pos_ in ("NOUN", "ADJ") for i in range(start, at))


def _is_place(reading: Reading, at: int, high: int) -> bool:
    actor = reading.doc._.referents.get(reading.tokens[at].i) if at < high else None
    return actor is not None and actor.type in ("place", "public_body")


def _inside(reading: Reading, start: int, at: int, high: int) -> bool:
    """Whether a date belongs to the words of the charge ("holding New Year vigils")."""
    end = next((i for i in range(at, high) if not reading.dated(i)), high)
    return (
        at == start
        or (end < high and reading.tokens[end].pos_ in ("NOUN", "PROPN"))
        or reading.tokens[at - 1].pos_ in ("DET", "ADJ", "NOUN")
    )


def _dated(reading: Reading, at: int, high: int) -> bool:
    return at < high and reading.dated(at)


def _new_clause(reading: Reading, at: int, high: int) -> bool:
    """Whether a comma or "and" begins something else than one more charge."""
    after = at + 1
    while after < high and reading.words[after] in {"and", "or"}:
        after += 1
    if after >= high:
        return True
    token = reading.tokens[after]
    told = after + 1 < high and reading.words[at] == "," and reading.tokens[after + 1].tag_ in ("VBD", "VBZ", "VBP")
    if (
        told
        or reading.name_at(after)
        or _is_body(reading, after)
        or _is_prison(reading, after, high)
        or token.pos_ in ("AUX", "DET", "PRON", "SCONJ", "ADP", "ADV", "CCONJ")
        or token.tag_ in ("VBD", "VBZ", "VBP", "VBN", "MD")
    ):
        return True
    return reading.words[after] in STOPS | {"sentenced", "is", "was"} or _dated(reading, after, high)


def _is_prison(reading: Reading, at: int, high: int) -> bool:
    """Whether the name of a prison begins at a word: "espionage, <Osh prison>"."""
    ends = (i for i in range(at, min(high, at + 5)) if facility_end(reading, i))
    prison = next(ends, None)
    return prison is not None and all(reading.texts[i][0].isupper() for i in range(at, prison)) and prison > at


def _is_body(reading: Reading, at: int) -> bool:
    """Whether an organisation is named at a word: behind a comma it is the one that says so, not part of the charge."""
    actor = reading.doc._.referents.get(reading.tokens[at].i)
    return actor is not None and actor.type in ("organization", "intergovernmental") and reading.words[at - 1] == ","
