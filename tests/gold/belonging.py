"""How often the organisation that a person belongs to is found, by kind of construction.

The rows of `dev` in belonging.toml were looked at while the rules were written, those of `held` were not.
Run as a program, it prints the shares of both tables; with --errors, what is wrong in dev.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from hrcli.records import DocumentAnalysis

TABLE = Path(__file__).parent / "belonging.toml"
Analyze = Callable[..., DocumentAnalysis]


class Row(msgspec.Struct, frozen=True):
    """A text and the organisation of each of its people, empty where it names none."""

    kind: str
    text: str
    people: dict[str, str]
    publisher: str | None = None


class Verdict(NamedTuple):
    """A person of a row: the organisation wanted, and those that were found."""

    row: Row
    person: str
    wanted: str
    found: list[str]

    @property
    def right(self) -> bool:
        """Whether the one organisation was found, or none where there is none."""
        return self.found == ([self.wanted] if self.wanted else [])


def read_rows(name: str) -> list[Row]:
    """The rows of one table."""
    return msgspec.convert(tomllib.loads(TABLE.read_text(encoding="utf-8"))[name], list[Row])


def judge(rows: Sequence[Row], analyze: Analyze) -> list[Verdict]:
    """Every person of every row."""
    return [verdict for row in rows for verdict in _verdicts(row, analyze(row.text, publisher=row.publisher))]


def shares(verdicts: Sequence[Verdict]) -> dict[str, float]:
    """Of the affiliations found the share that is right, of those wanted the share found."""
    right = sum(v.right for v in verdicts if v.wanted)
    return {"precision": right / max(sum(len(v.found) for v in verdicts), 1), "recall": right / sum(bool(v.wanted) for v in verdicts)}


def _verdicts(row: Row, analysis: DocumentAnalysis) -> list[Verdict]:
    found = {name: e.affiliations for e in analysis.entities if e.type == "person" for name in (*e.aliases, e.name)}
    same = {name: e.name for e in analysis.entities for name in (*e.aliases, e.name)}
    return [Verdict(row, who, same.get(org, org), list(found.get(who, []))) for who, org in row.people.items()]


def main() -> None:
    """Print the shares of both tables."""
    from conftest import make_source

    from hrcli import extract

    analyzer = extract.load()
    for name in ("dev", "held"):
        verdicts = judge(read_rows(name), lambda text, **known: next(iter(analyzer.analyze([make_source(text, **known)]))))
        print(name, len(verdicts), {field: round(share, 3) for field, share in shares(verdicts).items()})
        for v in verdicts if "--errors" in sys.argv and name == "dev" else ():
            if not v.right:
                print(f"  {v.row.kind}: {v.person}: {v.found}, not {v.wanted!r}: {v.row.text[:150]!r}")


if __name__ == "__main__":
    main()
