"""The recommendations of the Universal Periodic Review that UPR Info has coded by hand: what the weights are made from."""

from __future__ import annotations

import csv
import gzip
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

NO_ISSUE = ("General", "Other")  # what UPR Info writes where none of its issues fits


@dataclass(frozen=True)
class Recommendation:
    """A text with its category of action, its issues, and the session of the review that it was made in."""

    text: str
    category: int
    issues: frozenset[str]
    session: int


def read(data: Path) -> list[Recommendation]:
    """The recommendations in the folder `data`/demands, by session."""
    files = sorted((data / "demands").glob("upr-recommendations-*.csv.gz"))
    rows = [row for file in files for row in _rows(file)]
    found = [
        Recommendation(
            text=row["Text"].strip(),
            category=int(row["Action"]),
            issues=frozenset(issue.strip() for issue in row["Issue"].split(",") if issue.strip()) - set(NO_ISSUE),
            session=int(row["Session"]),
        )
        for row in rows
    ]
    return sorted(found, key=lambda each: (each.session, each.text))


def of_sessions(found: Sequence[Recommendation], sessions: range) -> list[Recommendation]:
    """Those made in some sessions."""
    return [each for each in found if each.session in sessions]


def _rows(file: Path) -> list[dict[str, str]]:
    with gzip.open(file, "rt", encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))
