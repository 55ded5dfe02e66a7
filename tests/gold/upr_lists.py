"""How many recommendations of the Universal Periodic Review are found with their state, put back into the lists that reports print.

usage: python tests/gold/upr_lists.py DATA [--count N] [--errors]

Draws recommendations from DATA/demands with a fixed seed, groups them by the state under review into reports of the form of the Working
Group's, in three ways of numbering, and reads these. A recommendation is found where a demand begins within it and its source is the
state that made it.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import random
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from hrcli import extract
from hrcli.records import Demand, Document, Source, View
from hrcli.resolve import keys

SEED = 20110117
TOGETHER = 40  # recommendations of one report at most
OPENINGS = (
    "The recommendations formulated during the interactive dialogue and listed below enjoy the support of {state}:",
    "The following recommendations will be examined by {state}, which will provide responses in due time:",
    "In the course of the discussion, the following recommendations were made to {state}:",
)
NUMBERINGS: tuple[Callable[[int], str], ...] = (lambda n: f"108.{n}. ", lambda n: f"{n}. ", lambda n: f"A - 108.{n} ")


@dataclass(frozen=True)
class Item:
    """A recommendation and the state that made it."""

    text: str
    state: str


@dataclass(frozen=True)
class Report:
    """A report's text with the span of each recommendation in it."""

    text: str
    items: list[tuple[int, int, Item]]


def draw(data: Path, count: int) -> dict[str, list[Item]]:
    """`count` recommendations by the state under review."""
    rows = []
    for file in sorted((data / "demands").glob("upr-recommendations-*.csv.gz")):
        with gzip.open(file, "rt", encoding="utf-8", newline="") as lines:
            rows += list(csv.DictReader(lines))
    found: dict[str, list[Item]] = defaultdict(list)
    for row in random.Random(SEED).sample(rows, count):
        text = " ".join(row["Text"].split()).rstrip(" .;,")
        found[row["To"]].append(Item(text, row["From"]))
    return dict(sorted(found.items()))


def reports(drawn: dict[str, list[Item]]) -> Iterator[Report]:
    """The reports, in turn with each opening and numbering."""
    number = 0
    for state, items in drawn.items():
        for at in range(0, len(items), TOGETHER):
            yield _report(state, items[at : at + TOGETHER], OPENINGS[number % 3], NUMBERINGS[number // 3 % 3])
            number += 1


def _report(state: str, items: Sequence[Item], opening: str, numbering: Callable[[int], str]) -> Report:
    text = f"Report of the Working Group on the Universal Periodic Review\n\n{state}\n\nII. Conclusions and/or recommendations\n\n"
    text += f"108. {opening.format(state=state)}\n\n"
    spans = []
    for number, item in enumerate(items, 1):
        text += numbering(number)
        spans.append((len(text), len(text) + len(item.text), item))
        text += f"{item.text} ({item.state}){'.' if number == len(items) else ';'}\n\n"
    return Report(text, spans)


def source(report: Report) -> Source:
    """The report as ingest hands on a plain text."""
    document = Document(id="0" * 16, path="report.txt", sha256="0" * 64, words=len(report.text.split()), language="en")
    return Source(document=document, text=report.text, view=View(text=report.text, offsets=list(range(len(report.text) + 1))))


def is_from(demand: Demand, state: str) -> bool:
    """Whether a state is among those who make a demand."""
    names = [demand.source.organization or "", *(demand.source.name or "").split(", ")]
    return keys.body_key(state) in map(keys.body_key, names)


def main() -> None:
    """Print how many are found at all, and with the right state; with --errors those that are not."""
    parser = argparse.ArgumentParser(description="Recall on lists of recommendations.")
    parser.add_argument("data", type=Path)
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    made = list(reports(draw(options.data, options.count)))
    total = found = right = 0
    for report, analysis in zip(made, extract.load().analyze(map(source, made)), strict=True):
        for start, end, item in report.items:
            here = [demand for demand in analysis.demands if start <= demand.action_start < end]
            rightly = any(is_from(demand, item.state) for demand in here)
            total, found, right = total + 1, found + bool(here), right + rightly
            if options.errors and not rightly:
                names = {demand.source.name for demand in here}
                sys.stdout.write(f"{'source ' + str(names) if here else 'missed'}: {item.text[:150]} ({item.state})\n")
    sys.stdout.write(f"{total} recommendations: {found / total:.4f} give a demand, {right / total:.4f} one with the right state\n")


if __name__ == "__main__":
    main()
