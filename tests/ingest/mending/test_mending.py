"""300 damaged texts and 300 that only look so: how many of the changes that mending makes are right, and how much it finds.

Both tables were written before the rules were tried on them. In them \\n, \\t and \\u... stand for the characters. A change is a
stretch of the damaged text and what stands there instead; it is right if the wanted text has the same.
"""

from __future__ import annotations

import re
from collections import Counter
from difflib import SequenceMatcher
from pathlib import Path

import pytest

from hrcli import ingest
from hrcli.ingest import mend, view

HERE = Path(__file__).parent
ESCAPE = re.compile(r"\\(?:u([0-9a-f]{4})|(.))")
PLAIN = {"n": "\n", "t": "\t", "\\": "\\"}
PRECISION = 0.98
Change = tuple[int, int, str]


def rows(name: str) -> list[list[str]]:
    """The rows of a table without its head, escapes undone."""
    lines = (HERE / name).read_text(encoding="utf-8").split("\n")[1:-1]
    return [[ESCAPE.sub(_unescaped, cell) for cell in line.split("\t")] for line in lines]


def _unescaped(hit: re.Match[str]) -> str:
    return chr(int(hit[1], 16)) if hit[1] else PLAIN[hit[2]]


def mended(text: str, vocabulary: ingest.Vocabulary) -> str:
    """The text as mending leaves it, a line a block, single spaces."""
    return shown(mend.mended(view.whole(text), vocabulary).text)


def shown(text: str) -> str:
    return "\n".join(" ".join(line.split()) for line in text.splitlines() if line.strip())


def changes(damaged: str, other: str) -> set[Change]:
    """What makes `other` of the damaged text."""
    blocks = SequenceMatcher(None, damaged, other, autojunk=False).get_opcodes()
    return {(start, end, other[first:last]) for tag, start, end, first, last in blocks if tag != "equal"}


def score(vocabulary: ingest.Vocabulary) -> tuple[Counter[str], list[str]]:
    """Counts by kind ("kind made", "kind right", "kind wanted", "kind whole", "kind texts") and the texts that came out wrong."""
    counts, wrong = Counter[str](), list[str]()
    for kind, damaged, wanted in [*rows("faults.tsv"), *([f"trap {kind}", text, text] for kind, text in rows("traps.tsv"))]:
        got, wanted = mended(damaged, vocabulary), shown(wanted)
        before = shown(damaged) if kind.startswith("trap") else damaged
        made, right = changes(before, got), changes(before, wanted)
        counts.update({f"{kind} made": len(made), f"{kind} right": len(made & right), f"{kind} wanted": len(right)})
        counts.update([f"{kind} texts", *([f"{kind} whole"] if got == wanted else [])])
        wrong += [] if got == wanted else [f"{kind}\n  {before!r}\n  {got!r}\n  {wanted!r}"]
    return counts, wrong


def total(counts: Counter[str], what: str) -> int:
    return sum(count for key, count in counts.items() if key.endswith(what))


def test_the_tables_are_long_enough() -> None:
    """300 of each, at least 30 faults a kind."""
    assert len(rows("faults.tsv")) >= 300
    assert len(rows("traps.tsv")) >= 300
    assert min(Counter(kind for kind, *_ in rows("faults.tsv")).values()) >= 30


def test_nearly_all_changes_are_right(vocabulary: ingest.Vocabulary, capsys: pytest.CaptureFixture[str]) -> None:
    """At least 98 in a hundred; what is found of all faults is printed."""
    counts, _ = score(vocabulary)
    made, right, wanted = (total(counts, what) for what in (" made", " right", " wanted"))
    with capsys.disabled():
        print(f"\nmending: {right} of {made} changes right ({right / made:.1%}), {right} of {wanted} found ({right / wanted:.1%})")
    assert right >= PRECISION * made


def test_the_traps_come_out_unchanged(vocabulary: ingest.Vocabulary) -> None:
    """Names, addresses, numbers, verses, lists: at least 98 in a hundred as they were."""
    counts, _ = score(vocabulary)
    whole = sum(count for key, count in counts.items() if key.startswith("trap") and key.endswith(" whole"))
    assert whole >= PRECISION * len(rows("traps.tsv"))
