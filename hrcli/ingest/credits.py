"""The line of reporters and editors below a story: no words of the story, but the agency may be named at its end."""

from __future__ import annotations

import re

from hrcli.ingest.vocabulary import Vocabulary

WORDS = re.compile(r"[^\W\d_][\w.’'&-]*")
AGENCY = re.compile(r"(?:\s[–—-]{1,2}|©|\([cC]\))\s*(?:\d{4}\s+)?(?P<name>[A-Z][\w.&’' -]{1,40}?)\W*$")


def is_credit(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a line only names who reported, wrote or edited: "Reporting by Ana Lopez; Editing by Jan Novak"."""
    crafts, small = vocabulary.credits.crafts, vocabulary.credits.small
    first = WORDS.search(text)
    if not first or not (first[0].lower() in crafts or first[0].lower() == "and"):
        return False
    words = WORDS.findall(text)
    by = next((i for i, word in enumerate(words) if word == "by"), 0)
    begins = 0 < by < len(words) - 1 and all(word.lower() in (*crafts, "and") for word in words[:by])
    return begins and all(word[0].isupper() or word in crafts or word in small for word in words[by:])


def agency(text: str) -> str | None:
    """What stands at the end of such a line after a dash or a sign of copyright."""
    hit = AGENCY.search(text)
    return hit["name"].strip(" .") if hit else None
