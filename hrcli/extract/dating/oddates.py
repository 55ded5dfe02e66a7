"""Full dates in unusual spellings ("June the 23rd, 1998", "1998, June 23"): read by dateparser, and checked against the words."""

from __future__ import annotations

import re
import warnings
from datetime import date, datetime
from functools import lru_cache

from hrcli.extract.dating import timewords

ANY_BASE = datetime(2000, 1, 1)


@lru_cache(maxsize=4096)
def read(text: str, year: int, month_name: str, day: int) -> date | None:
    """The date that an isolated string means; None unless it has the year, the month and the day that stand in it.

    The base date that dateparser fills gaps from is fixed, so that no result ever depends on the day of the run.
    """
    import dateparser

    settings = {"STRICT_PARSING": True, "RELATIVE_BASE": ANY_BASE, "PREFER_LOCALE_DATE_ORDER": False}
    plain = re.sub(r"(?<=\d)(st|nd|rd|th)\b|\bthe\b|\bday\b|\bof\b", " ", text, flags=re.IGNORECASE)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = dateparser.parse(re.sub(r"\s+", " ", plain).strip(), languages=["en"], settings=settings)
    wanted = (year, timewords.month(month_name), day)
    return date(*wanted) if found is not None and (found.year, found.month, found.day) == wanted else None
