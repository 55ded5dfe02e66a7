"""How often a text without demands gives one: paragraphs of open newswire and biographies, labelled by hand, and forty of our own.

usage: python tests/gold/narrative.py DATA [--show] [--errors]

Draws 140 paragraphs of three sentences of the Groningen Meaning Bank (Voice of America's newswire) and 90 paragraphs of the news and the
biographies of UD English GUM, with a fixed seed. HOLDING are the numbers of those in which somebody asks something of somebody, by hand;
the others are narrative. No text of them is in this repository; `--show` prints them with their numbers.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import random
import re
import sys
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path

from hrcli import extract
from hrcli.records import Demand, Document, Source, View

SEED = 3
NEWSWIRE, OTHERS = 140, 90
SENTENCES, SHORTEST = 3, 30
OWN = Path(__file__).parent / "narrative.toml"
HOLDING = frozenset(
    [0, 18, 20, 22, 23, 27, 28, 29, 39, 43, 55, 62, 67, 69, 76, 77, 83, 90, 95, 98, 108, 124, 125, 127, 138, 149, 175, 179, 218]
)


def newswire(data: Path) -> list[str]:
    """Every three sentences of the Groningen Meaning Bank, with its words joined as in print."""
    sentences: list[list[str]] = []
    with gzip.open(data / "ner" / "gmb-train.csv.gz", "rt", encoding="utf-8", errors="replace", newline="") as lines:
        for row in csv.DictReader(lines):
            if row["Sentence #"]:
                sentences.append([])
            sentences[-1].append(row["Word"])
    texts = [_joined(words) for words in sentences]
    return [" ".join(texts[i : i + SENTENCES]) for i in range(0, len(texts), SENTENCES)]


def _joined(words: Sequence[str]) -> str:
    """Words as a sentence: no space before a stop or inside brackets and quotation marks."""
    text = re.sub(r" ([.,;:?!%)]|'s\b|n't\b)", r"\1", " ".join(words))
    return re.sub(r"([($]) ", r"\1", re.sub(r'" ([^"]*?) "', r'"\1"', text))


def treebank(data: Path) -> list[str]:
    """The paragraphs of GUM's news and biographies."""
    found: list[str] = []
    genre = ""
    with gzip.open(data / "parsing" / "en_gum-ud-train.conllu.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("# newdoc id"):
                genre = line.split("GUM_")[1].split("_")[0]
            elif line.startswith("# newpar") and genre in {"news", "bio"}:
                found.append("")
            elif line.startswith("# text = ") and genre in {"news", "bio"} and found:
                found[-1] = f"{found[-1]} {line[9:].strip()}".strip()
    return found


def draw(data: Path) -> list[str]:
    """The paragraphs, always the same."""
    chance = random.Random(SEED)
    long = ([text for text in texts if len(text.split()) >= SHORTEST] for texts in (newswire(data), treebank(data)))
    return [text for texts, count in zip(long, (NEWSWIRE, OTHERS), strict=True) for text in chance.sample(texts, count)]


def own() -> list[str]:
    """The forty paragraphs written for this test."""
    paragraphs: list[str] = tomllib.loads(OWN.read_text(encoding="utf-8"))["paragraphs"]
    return paragraphs


def demands(texts: Sequence[str]) -> Iterator[list[Demand]]:
    """The demands found in each paragraph."""
    for analysis in extract.load().analyze(map(_source, texts)):
        yield analysis.demands


def _source(text: str) -> Source:
    document = Document(id="0" * 16, path="a.txt", sha256="0" * 64, words=len(text.split()), language="en")
    return Source(document=document, text=text, view=View(text=text, offsets=list(range(len(text) + 1))))


def main() -> None:
    """Print how many paragraphs without a demand give one; with --errors which."""
    parser = argparse.ArgumentParser(description="Demands found where there are none.")
    parser.add_argument("data", type=Path)
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    drawn = draw(options.data)
    if options.show:
        sys.stdout.writelines(f"[{number}] {text}\n" for number, text in enumerate(drawn))
        return
    told = [text for number, text in enumerate(drawn) if number not in HOLDING]
    for name, texts in (("drawn", told), ("our own", own())):
        found = list(demands(texts))
        wrong = sum(map(bool, found))
        sys.stdout.write(f"{name}: {wrong} of {len(texts)} paragraphs without demands give one, {100 * wrong / len(texts):.1f} %\n")
        for text, each in zip(texts, found, strict=True) if options.errors else ():
            sys.stdout.writelines(f"  {demand.cue}: {demand.action} | {text}\n" for demand in each)


if __name__ == "__main__":
    main()
