"""When a sign tells of: now ("is in prison"), before what is told otherwise ("had been arrested"), or then."""

from __future__ import annotations

from typing import Literal

from hrcli.extract.holding.custody import Sign
from hrcli.extract.holding.reading import Reading

Tense = Literal["now", "earlier", "then"]
NOW = {"is", "are", "'s", "'re", "remains", "remain", "remaining", "currently", "still", "languishes", "serving"}
THEN = {"was", "were", "did", "been"}
REACH = 16


def tense(reading: Reading, sign: Sign) -> Tense:
    """The tense of a sign, from the nearest auxiliary before it in its clause."""
    low, _ = reading.sentence(sign.start)
    if reading.words[sign.start] in NOW:
        return "now"
    for at in range(sign.start - 1, max(low, sign.start - REACH) - 1, -1):
        word = reading.words[at]
        if word in {"had", "'d"} and reading.tokens[at].pos_ == "AUX":
            return "earlier"
        if word in {"has", "have"} and sign.cue.step is None:
            return "now"
        if word in NOW and reading.tokens[at].tag_ != "POS":
            return "now"
        if word in THEN - {"been"} or word in {";", "who", "which"}:
            return "then"
    return "then"
