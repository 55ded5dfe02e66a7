"""Lines that say what kind of text this is or where on a site it stands ("Press releases", "Statement No. 12"): no title, no name."""

from __future__ import annotations

import re
from functools import cache

from hrcli.ingest import dates
from hrcli.ingest.organisations import is_organisation
from hrcli.ingest.phrases import Phrases, plain
from hrcli.ingest.vocabulary import Vocabulary

PARTS = re.compile(r"\s*[|│•·»›>]\s*|\s*/\s*(?=[^\W\d])|\s+[–—-]\s+|:(?:\s+|$)")
SALUTATION = 60  # characters of a line that greets whom a letter is for
LONGEST = 200  # characters of a line that may be a label
NUMBER = re.compile(r"[\s,(]*(?:\b(?:no|nr|ref|number)\b)?[.:]?[\s#]*\d[\d./-]*\W*$", re.IGNORECASE)


def is_label(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a line is made of labels, menu words, numbers and dates, a label first."""
    parts = _parts(text) if len(text) <= LONGEST else []
    return bool(parts) and _is_one(parts[0], vocabulary) and all(_is_beside(part, vocabulary) for part in parts[1:])


def is_release(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a line is a label such as "Press release", which stands above the title."""
    return is_label(text, vocabulary) and plain(NUMBER.sub("", _parts(text)[0])) in vocabulary.labels.releases


def is_labelled_start(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a line begins as lines of data do: "Ref: ...", "By Ana Lopez"."""
    return bool(_starts(vocabulary).match(text.casefold()))


def is_salutation(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a line opens a letter: "Dear Minister,", "Your Excellency,", "Excellencies:"."""
    opens = text.casefold().startswith(tuple(vocabulary.labels.salutations))
    return text.startswith("Dear ") or (opens and len(text) <= SALUTATION and text.endswith((",", ":", "!")))


def is_motto(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a line begins as mottoes do that stand below an organisation's name: "Defending those who defend"."""
    return text.casefold().startswith(tuple(vocabulary.labels.mottoes))


def without_label(text: str, vocabulary: Vocabulary) -> str | None:
    """The name in a line such as "Harbour Rights Alliance | Press release", or the other way round; None where there is no label."""
    hit = PARTS.search(text) if len(text) <= LONGEST else None
    first, rest = (text[: hit.start()].strip(), text[hit.end() :].strip()) if hit else ("", "")
    if not first or not rest:
        return None
    if is_label(rest, vocabulary):
        return first
    return rest if is_label(first, vocabulary) and is_organisation(rest, vocabulary) else None


def is_category(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a line names but subjects or regions: "Press freedom", "Asia | Viet Nam" not."""
    parts = _parts(text) if len(text) <= LONGEST else []
    return bool(parts) and all(plain(part) in vocabulary.labels.categories or _is_one(part, vocabulary) for part in parts)


def _parts(text: str) -> list[str]:
    return [part for part in PARTS.split(text.strip()) if plain(part)]


def _is_one(part: str, vocabulary: Vocabulary) -> bool:
    return _lines(vocabulary).are(part) or _lines(vocabulary).are(NUMBER.sub("", part))


def _is_beside(part: str, vocabulary: Vocabulary) -> bool:
    return _is_one(part, vocabulary) or plain(part) in vocabulary.menu or any(dates.find(part, vocabulary)) or not NUMBER.sub("", part)


@cache
def _lines(vocabulary: Vocabulary) -> Phrases:
    return Phrases(vocabulary.labels.lines)


@cache
def _starts(vocabulary: Vocabulary) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(start) for start in vocabulary.labels.starts))
