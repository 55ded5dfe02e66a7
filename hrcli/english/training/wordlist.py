"""Counts how common English words are, for mending words run together: `python -m hrcli.english.training.wordlist DATA`.

The texts are the treebanks, newswire and Wikigold of the model's training, and the recommendations of the UN's Universal Periodic
Review. Counts of words are written, no text.
"""

from __future__ import annotations

import argparse
import gzip
import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from hrcli.english.training import corpus, datasets, gazetteer, nersets

SHIPPED = Path(__file__).parents[2] / "ingest" / "words.txt.gz"
NAME_SETS = ("Groningen Meaning Bank (Voice of America newswire)", "Wikigold")
IN_TEXT = re.compile(r"(?<![\w.@])[A-Za-z]+(?![\w@])")
ALONE = re.compile(r"[A-Za-z]+")
SHORT = {
    "a",
    "of",
    "to",
    "in",
    "is",
    "on",
    "by",
    "as",
    "at",
    "it",
    "or",
    "be",
    "an",
    "we",
    "he",
    "no",
    "if",
    "us",
    "do",
    "so",
    "up",
    "my",
    "go",
    "me",
}
RARE, LONGEST = 2, 22  # a word is seen so often at least, and has so many letters at most: what is neither is misspelt


def main() -> None:
    """Write the list of words, counts and lower-case counts, a line a word, gzipped and the same for the same data."""
    parser = argparse.ArgumentParser(prog="python -m hrcli.english.training.wordlist", description="Count how common English words are.")
    parser.add_argument("data", type=Path, metavar="DATA", help="the folder with parsing/, ner/, demands/ and gazetteers/")
    parser.add_argument("--out", type=Path, default=SHIPPED, help="the file to write (default: %(default)s)")
    options = parser.parse_args()
    options.out.write_bytes(gzip.compress(listing(chain(_treebanks(options.data), _names(options.data), _asked(options.data))), 9, mtime=0))


def listing(words: Iterator[str]) -> bytes:
    """The lines "word seen lower": how often each word was seen, and how often without a capital."""
    seen, lower = Counter[str](), Counter[str]()
    for word in words:
        seen[word.lower()] += 1
        lower[word.lower()] += word[0].islower()
    kept = {word: count for word, count in sorted(seen.items()) if count >= RARE and _is_word(word)}
    return "".join(f"{word} {count} {lower[word]}\n" for word, count in kept.items()).encode("ascii")


def _is_word(word: str) -> bool:
    return word in SHORT or 2 < len(word) <= LONGEST


def _treebanks(data: Path) -> Iterator[str]:
    """The words of the train files, of the genres that may be used."""
    for treebank in datasets.load().treebanks:
        for document in corpus.documents(data, treebank, slice(0, 1)):
            for sentence in document:
                yield from filter(ALONE.fullmatch, sentence.words)


def _names(data: Path) -> Iterator[str]:
    words = gazetteer.load(data)
    for dataset in datasets.load().names:
        for marked in nersets.read(data, dataset, words) if dataset.name in NAME_SETS else ():
            yield from filter(ALONE.fullmatch, marked.words)


def _asked(data: Path) -> Iterator[str]:
    """The words of the UN's recommendations."""
    return chain.from_iterable(map(IN_TEXT.findall, corpus.recommendations(data)))


if __name__ == "__main__":
    main()
