"""How a detained person fares, in the words of the text: ill, injured, on hunger strike."""

from __future__ import annotations

from functools import cache

from hrcli.extract.findings import Actor
from hrcli.extract.holding import scope
from hrcli.extract.holding.accounts import Account
from hrcli.extract.holding.custodywords import Health, lexicon
from hrcli.extract.holding.reading import Found, Reading

LONGEST = 8
BARRED = {"not", "n't", "no", "never", "if", "denied", "could", "may", "might"}


def health(reading: Reading, actor: Actor | None, _: list[Account]) -> Found | None:
    """The first words on a named person's health, from sentences that speak of nobody else."""
    if actor is None:
        return None
    for low, high in sorted(reading.sentences_on(actor)):
        if {id(person) for at, person in reading.people.items() if low <= at < high} != {id(actor)}:
            continue
        for hit in scope.longest(scope.find(reading.words[low:high], _table())):
            if not BARRED & set(reading.words[max(low, low + hit.start - 4) : low + hit.start]):
                start, end = low + hit.start, _end(reading, low + hit.end, high, hit.what)
                return Found(reading.text(start, end), start, end)
    return None


def _end(reading: Reading, at: int, high: int, cue: Health) -> int:
    """Where the words end: for a cue that is open, behind the nouns that follow it ("suffers from <diabetes and asthma>")."""
    if not cue.open:
        return at
    end = at
    while end < min(high, at + LONGEST) and (
        reading.tokens[end].pos_ in ("DET", "ADJ", "NOUN", "PROPN") or (reading.words[end] == "and" and end > at)
    ):
        end += 1
    return end - 1 if reading.words[end - 1] == "and" else end


@cache
def _table() -> scope.Phrases[Health]:
    return scope.phrases((words, entry) for entry in lexicon().health for words in entry.words)
