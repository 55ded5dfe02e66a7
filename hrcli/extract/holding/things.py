"""What is released, held or missing may be a thing: a letter, a report, a meeting, and not whoever it is to, on, by or with."""

from __future__ import annotations

from hrcli.extract.holding.custody import Sign
from hrcli.extract.holding.custodywords import lexicon
from hrcli.extract.holding.reading import Reading
from hrcli.extract.holding.whom import NOMINAL, RELATIVE, Party

FARTHEST = 14


def said_of_thing(reading: Reading, sign: Sign, party: Party) -> bool:
    """Whether a sign behind a person is said of the thing that the person's name hangs on ("a letter to A released on Friday")."""
    if not sign.cue.person_only or party.start > sign.start:
        return False
    between = reading.words[party.end : sign.start]
    aside = between[:1] == [","] and sign.cue.status != "released"
    return not aside and not RELATIVE & set(between) and hangs_on_thing(reading, party.start)


def hangs_on_thing(reading: Reading, start: int) -> bool:
    """Whether the phrase at the word `start` hangs, over any number of prepositions, on a noun for a thing ("a report on A and B")."""
    low, _ = reading.sentence(start)
    for at in range(start - 1, max(low, start - FARTHEST), -1):
        token, word = reading.tokens[at], reading.words[at]
        if token.pos_ == "ADP" or word == "about":
            if is_thing(reading, at - 1):
                return True
        elif not (reading.name_at(at) or token.pos_ in NOMINAL or token.tag_ == "POS" or word == "-" or _joins_names(reading, at)):
            return False
    return False


def is_thing(reading: Reading, at: int) -> bool:
    """Whether the word `at` names a thing that people release, hold or miss, such as a text or a meeting."""
    word = reading.words[at]
    things = lexicon().words.released
    return reading.name_at(at) is None and (word in things or (word.endswith("s") and word[:-1] in things))


def _joins_names(reading: Reading, at: int) -> bool:
    return reading.words[at] in {"and", ",", "&"} and reading.name_at(at + 1) is not None
