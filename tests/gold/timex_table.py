"""Scores of temporal expressions by their TimeML type, on the gold documents of TempEval-3 (TimeBank and AQUAINT).

    python tests/gold/timex_table.py SCORE_TIMEX.PY TIMEBANK-AQUAINT.TAR.GZ

The first file is the scorer, whose reader is used. The last lines
count annotations that contradict themselves, and give the scores without them: a weekday that the date is not, or is more than a
week from; a year that the date has not; a part left open (WXX, QX, -XX) although expression and creation time fix it; a week not
written as ISO 8601 writes it.
"""

from __future__ import annotations

import re
import runpy
import sys
import tarfile
import tempfile
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from hrcli import workflow
from hrcli.ingest import Overrides
from hrcli.records import TimelineEntry

TYPES = ("DATE", "TIME", "DURATION", "SET")
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
OPEN = re.compile(r"\d{4}-(?:WXX|W\d|QX|XX)(?:-|$)|\d{4}-\d\d-XX$|\d{3}X-")


def main() -> None:
    """Print the tables."""
    scorer, archived = sys.argv[1:]
    read_tml = runpy.run_path(scorer)["read_tml"]
    with tempfile.TemporaryDirectory() as folder, tarfile.open(archived) as archive:
        archive.extractall(folder, filter="data")
        documents = [read_tml(path) for path in sorted(Path(folder).glob("*/*.tml"))]
    every, sound, predicted, spoiled = Counter[tuple[str, str]](), Counter[tuple[str, str]](), 0, 0
    for (written, text, items), found in zip(documents, _read(documents), strict=True):
        predicted += len(found)
        for item, hit in _matched(items, found):
            wrong = contradicts(text[item["start"] : item["end"]], item["value"], written)
            spoiled += wrong
            for tally in (every,) if wrong else (every, sound):
                _count(tally, item, hit)
    print(f"{'type':10}{'gold':>6}{'found':>7}{'exact':>7}{'value':>7}")
    for type_ in TYPES:
        gold = every[type_, "gold"]
        shares = (f"{every[type_, part] / gold:7.3f}" for part in ("relaxed", "strict", "value"))
        print(f"{type_:10}{gold:6}{''.join(shares)}")
    print("all        ", _f1(every, predicted))
    print(f"without {spoiled} annotations that contradict themselves:", _f1(sound, predicted - spoiled))


def contradicts(words: str, value: str, written: str) -> bool:
    """Whether an annotation cannot be right, by its words and the day the document was written."""
    if OPEN.match(value):
        return True
    year = re.fullmatch(r"(?:19|20)\d\d", words.strip())
    if year and not value.startswith(year[0]):
        return True
    named = re.search(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", words.lower())
    day = re.match(r"\d{4}-\d\d-\d\d", value)
    if not named or not day:
        return False
    meant = date.fromisoformat(day[0])
    alone = words.lower().strip() == named[0]
    return WEEKDAYS[meant.weekday()] != named[0] or (alone and abs((meant - date.fromisoformat(written)).days) > 7)


def _read(documents: list[tuple[str, str, list[dict[str, Any]]]]) -> Iterator[list[TimelineEntry]]:
    """The temporal expressions of each text, read as `hrcli analyze --date` reads it."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [str(Path(folder, f"{number}.txt")) for number in range(len(documents))]
        for path, (_, text, _) in zip(paths, documents, strict=True):
            Path(path).write_bytes(text.encode("utf-8"))
        batch = workflow.Batch()
        sources = (
            source
            for path, (written, _, _) in zip(paths, documents, strict=True)
            for source in workflow.read_sources(workflow.Inputs([path], overrides=Overrides(date=written)), batch)
        )
        for analysis in workflow.analyze(sources, batch):
            yield [entry for entry in analysis.timeline if entry.timex3]


def _matched(items: list[dict[str, Any]], found: list[TimelineEntry]) -> Iterator[tuple[dict[str, Any], TimelineEntry | None]]:
    """Each annotation with the expression that overlaps it best, as score_timex.py matches them."""
    used: set[int] = set()
    for item in items:
        over = [i for i, p in enumerate(found) if i not in used and p.start < item["end"] and item["start"] < p.end]
        best = max(over, key=lambda i: (found[i].start == item["start"]) + (found[i].end == item["end"]), default=None)
        if best is not None:
            used.add(best)
        yield item, None if best is None else found[best]


def _count(tally: Counter[tuple[str, str]], item: dict[str, Any], hit: TimelineEntry | None) -> None:
    tally[item["type"], "gold"] += 1
    if hit is None or hit.timex3 is None:
        return
    tally[item["type"], "relaxed"] += 1
    tally[item["type"], "strict"] += (hit.start, hit.end) == (item["start"], item["end"])
    tally[item["type"], "value"] += hit.timex3.value == item["value"]


def _f1(tally: Counter[tuple[str, str]], predicted: int) -> str:
    total = {part: sum(tally[type_, part] for type_ in TYPES) for part in ("gold", "relaxed", "strict", "value")}
    scores = (f"{part} F1 {2 * total[part] / (predicted + total['gold']):.3f}" for part in ("strict", "relaxed", "value"))
    return ", ".join(scores)


if __name__ == "__main__":
    main()
