"""Resolutions: the body that speaks in a text whose paragraphs have no subject ("3. Urges the authorities to ..."). Pure text."""

from __future__ import annotations

import re
from functools import cache

from hrcli.extract.asking import pieces
from hrcli.extract.asking.demandcues import words

SUBJECT = re.compile(
    r"^[ \t]*(?:The[ \t]+)?(?P<name>[A-Z][^\n,.:;()]{3,90}?)(?:[ \t]*\([^()\n]{2,60}\))?,(?:[ \t]+(?P<where>[^\n]*))?[ \t]*$", re.MULTILINE
)
REACH = 700  # characters behind the subject among which its preamble begins


def body(text: str) -> str | None:
    """The body whose name stands alone before a preamble: "The Harbour Assembly, / – having regard to ..."; None in other texts."""
    preamble = _preamble()
    first = preamble.search(text)
    if first is None or pieces.salutation(text) is not None:
        return None
    for line in SUBJECT.finditer(text, max(0, first.start() - REACH), first.end()):
        where = (line["where"] or "").rstrip()
        alone = not where or (where.lower().startswith(tuple(words().convening)) and not where.endswith("."))
        if alone and line["name"].split()[-1][0].isalpha():
            return line["name"]
    return None


@cache
def _preamble() -> re.Pattern[str]:
    """A line that opens as the recitals of a resolution do, behind a dash, a letter or a number."""
    return re.compile(rf"^[ \t]*(?:[–—•-][ \t]*|\(?[A-Za-z0-9]{{1,2}}[.)][ \t]*)?(?:{'|'.join(words().preambles)})\b", re.MULTILINE)
