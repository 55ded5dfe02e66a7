"""How well the events of single dated sentences are told, by kind of construction.

tests/gold/events/dev.tsv was looked at while the rules were written, held.tsv was not. A row has the kind, the document's date,
the sentence, the expression, and what the timeline entry of that expression must say: its event type and modality ("a/b": either),
its actors (a list; "?name" need not be there), the words that its event must contain, and one that it must not.
Run as a program, it prints the shares of both tables; with --errors, what is wrong in dev.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from hrcli.records import DocumentAnalysis, TimelineEntry

HERE = Path(__file__).parent
FIELDS = ("type", "modality", "actors", "event")
Analyze = Callable[..., DocumentAnalysis]


class Row(msgspec.Struct, frozen=True):
    """One expression of one sentence, and what its timeline entry must say."""

    kind: str
    date: str
    text: str
    expression: str
    type: str
    modality: str
    actors: str
    words: str
    apart: str = msgspec.field(name="not")


class Verdict(NamedTuple):
    """Which fields of a row's entry are right; none where the expression is not found."""

    row: Row
    entry: TimelineEntry | None
    right: frozenset[str]


def read_rows(name: str) -> list[Row]:
    """The rows of events/NAME.tsv."""
    with (HERE / "events" / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        return msgspec.convert(list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)), list[Row])


def judge(rows: Sequence[Row], analyze: Analyze) -> list[Verdict]:
    """Each row with what is right of it."""
    return [_verdict(row, analyze(row.text, date=row.date)) for row in rows]


def shares(verdicts: Sequence[Verdict]) -> dict[str, float]:
    """The share of rows whose type, modality, actors and event are right, and of those that are right in all four."""
    count = len(verdicts)
    found = {field: sum(field in verdict.right for verdict in verdicts) / count for field in FIELDS}
    return {**found, "all": sum(len(verdict.right) == len(FIELDS) for verdict in verdicts) / count}


def _verdict(row: Row, analysis: DocumentAnalysis) -> Verdict:
    entry = next((entry for entry in analysis.timeline if row.expression in entry.text or entry.text in row.expression), None)
    if entry is None:
        return Verdict(row, None, frozenset())
    event = entry.event or ""
    checks = {
        "type": entry.event_type in row.type.split("/"),
        "modality": entry.modality in row.modality.split("/"),
        "actors": _named(row.actors, entry.actors),
        "event": row.words in event and (not row.apart or row.apart not in event),
    }
    return Verdict(row, entry, frozenset(field for field, right in checks.items() if right))


def _named(wanted: str, found: Sequence[str]) -> bool:
    """Whether all wanted actors are found, and none but those and the optional ones."""
    left = {name.removeprefix("the ").casefold() for name in found}
    for each in filter(None, wanted.split("; ")):
        keys = {name.casefold() for name in each.removeprefix("?").split("/")}
        if left.isdisjoint(keys) and not each.startswith("?"):
            return False
        left = {name for name in left if not any(key in name for key in keys)}
    return not left


def _load() -> Analyze:
    """What the fixture `analyze` gives to tests."""
    sys.path.insert(0, str(HERE.parent))
    from sources import make_source

    from hrcli import extract

    analyzer = extract.load()
    return lambda text, date: next(iter(analyzer.analyze([make_source(text, date=date)])))


def _print(name: str, verdicts: Sequence[Verdict]) -> None:
    sys.stdout.write(f"{name:<22} {'n':>3} {''.join(f'{field:>10}' for field in (*FIELDS, 'all'))}\n")
    kinds = dict.fromkeys(verdict.row.kind for verdict in verdicts)
    for kind in (*kinds, "together"):
        some = [verdict for verdict in verdicts if kind in (verdict.row.kind, "together")]
        sys.stdout.write(f"{kind:<22} {len(some):>3} {''.join(f'{share:>10.2f}' for share in shares(some).values())}\n")


def main() -> None:
    """Print the tables."""
    analyze = _load()
    for name in ("dev", "held"):
        verdicts = judge(read_rows(name), analyze)
        _print(name, verdicts)
        for row, entry, right in verdicts if "--errors" in sys.argv and name == "dev" else []:
            if len(right) < len(FIELDS):
                told = (entry.event_type, entry.modality, entry.actors, entry.event) if entry else None
                sys.stdout.write(f"{[field for field in FIELDS if field not in right]} {row.text} [{row.expression}] {told}\n")


if __name__ == "__main__":
    main()
