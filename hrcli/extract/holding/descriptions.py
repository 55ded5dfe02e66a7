"""Who is meant by a description that is the subject of a verb: "the poet was detained", "my uncle came home"."""

from __future__ import annotations

from hrcli.extract.holding.backward import governed, past_preposition, phrase_start
from hrcli.extract.holding.custodywords import lexicon
from hrcli.extract.holding.reading import Reading
from hrcli.extract.holding.subjects import before_verb_group, verb_before
from hrcli.extract.holding.whom import Party, party


def subject_is_description(reading: Reading, verb: int) -> bool:
    """Whether the subject of the verb at `verb` is a definite description of one person: "the poet", "his client"."""
    low, _ = reading.sentence(verb)
    at = before_verb_group(reading, verb - 1, low)
    while at >= low and governed(reading, phrase_start(reading, at, low), low):
        at = past_preposition(reading, phrase_start(reading, at, low), low)
    if at > low and reading.words[at] in {"and", "but"}:
        shared = verb_before(reading, at, low)
        return shared is not None and not reading.named_in(low, at) and subject_is_description(reading, shared)
    if at < low or reading.tokens[at].tag_ != "NN":
        return False
    start = phrase_start(reading, at, low)
    if start - 2 >= low and reading.words[start - 1] == "and":
        start = phrase_start(reading, start - 2, low)
    return reading.words[start] in {"the", "his", "her"} and any(
        reading.words[i] in {*lexicon().words.descriptions, *lexicon().words.occupations} for i in range(start, at + 1)
    )


def relative_before(reading: Reading, verb: int) -> list[Party]:
    """The person named earlier as the relative who is the subject of the verb: "My uncle, A, got five years. <My uncle> came home"."""
    low, _ = reading.sentence(verb)
    at = before_verb_group(reading, verb - 1, low)
    if at - 1 < low or reading.words[at] not in lexicon().words.relatives or reading.tokens[at - 1].tag_ != "PRP$":
        return []
    named = [name for name in reading.named_in(0, low) if reading.words[at] in reading.words[max(0, name[0] - 2) : name[0]]]
    return [party(named[-1])] if named and len({id(name[2]) for name in named}) == 1 else []
