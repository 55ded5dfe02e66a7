"""How well speakers are found: direct and reported speech against PolNeAR's attributions, which are for measuring only.

usage: python tests/gold/quotations.py DATA [--part dev] [--count N] [--errors]

An attribution is found where quotations by its source cover half of its content; a quotation is right where half of it lies in the content
of attributions by its speaker. The source is right where the speaker's name shares a word with it, where the pipeline takes a word in it
for the speaker, or, for a pronoun, where both have the same verb of saying. Attributions without a source are left out; direct ones have
all of their content in quotation marks.
Every sentence is parsed here, where in use only those are that may hold a demand.
"""

from __future__ import annotations

import argparse
import re
import sys
import tarfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from spacy.tokens import Doc

from hrcli import extract
from hrcli.extract.findings import Quotation
from hrcli.extract.speakers import around
from hrcli.extract.trees import units
from hrcli.records import Document, Source, View

HALF = 0.5
SMALL = {"the", "a", "an", "of", "and", "for", "in", "mr", "ms", "mrs", "s", "that", "who", "to", "at", "on"}
PRONOUNS = {"he", "she", "they", "it", "i", "we", "you", "who"}
OPENING, CLOSING = "“\"‘'`", "”\"’'.,"


@dataclass(frozen=True)
class Attribution:
    """What somebody says: the characters of the content, the source and the cue, and the source's words."""

    content: frozenset[int]
    source: frozenset[int]
    cue: frozenset[int]
    name: str
    text: str
    direct: bool


@dataclass(frozen=True)
class Said:
    """A quotation of ours: its characters, where its verb of saying is, its speaker, and where the pipeline sees that speaker."""

    content: frozenset[int]
    cue: int
    name: str
    seen: frozenset[int]
    text: str
    direct: bool


def read(archive: Path, part: str) -> Iterator[tuple[str, str, list[Attribution]]]:
    """Name, text and attributions of each article of one part."""
    with tarfile.open(archive) as files:
        content = {m.name: files.extractfile(m).read().decode("utf-8") for m in files if m.isfile() and m.name.startswith(f"{part}/")}  # type: ignore[union-attr]
    for name in sorted(content):
        marked = name.replace("/text/", "/attributions/").removesuffix(".txt") + "_"
        marks = next((content[each] for each in sorted(content) if each.startswith(marked)), None)  # of several annotators the first
        if marks is not None:
            yield name, content[name], list(attributions(marks, content[name]))


def attributions(marks: str, text: str) -> Iterator[Attribution]:
    """The attributions with a source in a file of brat's format."""
    spans = {m[1]: _characters(m[2]) for m in re.finditer(r"^(T\d+)\t\S+ ([\d; ]+)\t", marks, re.MULTILINE)}
    for event in re.finditer(r"^E\d+\t(.*)$", marks, re.MULTILINE):
        roles = re.findall(r"(Source|Content|Cue)\d*:(T\d+)", event[1])
        source, content, cue = (_joined(spans[t] for role, t in roles if role == wanted) for wanted in ("Source", "Content", "Cue"))
        if source and content:
            words = text[min(content) : max(content) + 1]
            direct = all(_is_quoted(text[a:b]) for a, b in _runs(content))
            yield Attribution(content, source, cue, "".join(text[i] for i in sorted(source)), words, direct)


def _joined(spans: Iterable[frozenset[int]]) -> frozenset[int]:
    return frozenset[int]().union(*spans)


def _characters(places: str) -> frozenset[int]:
    return frozenset(i for place in places.split(";") for i in range(*map(int, place.split())))


def _runs(characters: frozenset[int]) -> Iterator[tuple[int, int]]:
    start = last = -2
    for i in sorted(characters):
        if i != last + 1:
            if start >= 0:
                yield start, last + 1
            start = i
        last = i
    yield start, last + 1


def _is_quoted(words: str) -> bool:
    return words.strip()[:1] in OPENING and words.strip()[-1:] in CLOSING and any(mark in words.strip()[-3:] for mark in "”\"’'")


def said(doc: Doc) -> Iterator[Said]:
    """The quotations of a Doc that have a speaker."""
    found: list[Quotation] = []
    for start, _ in units(doc):
        around(doc, start)
    for start, _ in doc._.quoted[:1]:
        around(doc, start)
    found += doc._.speech.direct or []
    found += [quotation for reported in doc._.speech.reported.values() for quotation in reported]
    for quotation in found:
        if quotation.speaker_name and quotation.end > quotation.start:
            yield _said(doc, quotation)


def _said(doc: Doc, quotation: Quotation) -> Said:
    a, b = doc[quotation.start].idx, doc[quotation.end - 1].idx + len(doc[quotation.end - 1])
    tokens = [doc[i] for i, actor in doc._.referents.items() if actor is quotation.speaker]
    seen = frozenset(i for token in tokens for i in range(token.idx, token.idx + len(token)))
    cue = doc[quotation.cue].idx if quotation.cue is not None else -1
    return Said(frozenset(range(a, b)), cue, str(quotation.speaker_name), seen, doc.text[a:b], quotation.direct)


def is_by(one: Said, other: Attribution) -> bool:
    """Whether a quotation's speaker is an attribution's source."""
    same = one.cue in other.cue and other.name.casefold() in PRONOUNS
    return same or bool(one.seen & other.source) or bool(_words(one.name) & _words(other.name))


def _words(name: str) -> set[str]:
    return set(re.findall(r"\w+", name.casefold())) - SMALL


def found(gold: Attribution, ours: Sequence[Said]) -> bool:
    """Whether quotations by its source cover half of an attribution's content."""
    covered = _joined(each.content for each in ours if is_by(each, gold))
    return len(covered & gold.content) >= HALF * len(gold.content)


def right(ours: Said, gold: Sequence[Attribution]) -> bool:
    """Whether half of a quotation lies in the contents of attributions by its speaker."""
    meant = _joined(each.content for each in gold if is_by(ours, each))
    return len(meant & ours.content) >= HALF * len(ours.content)


def source(text: str) -> Source:
    """An article as ingest hands on a plain text."""
    document = Document(id="0" * 16, path="a.txt", sha256="0" * 64, words=len(text.split()), language="en")
    return Source(document=document, text=text, view=View(text=text, offsets=list(range(len(text) + 1))))


def whole(analyzer: extract.Analyzer) -> extract.Analyzer:
    """The analyzer, with a tree for every sentence."""
    gated = analyzer._nlp.get_pipe("hrcli_gated")
    gated._choose = lambda doc: [(0, len(doc))]  # type: ignore[attr-defined]
    return analyzer


def main() -> None:
    """Print precision, recall and F1 for direct and for all attributions; with --errors what was missed and what is wrong."""
    parser = argparse.ArgumentParser(description="Overlap of sources and contents.")
    parser.add_argument("data", type=Path)
    parser.add_argument("--part", default="dev")
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    articles = list(read(options.data / "attribution" / "polnear-train-dev.tar.gz", options.part))[: options.count]
    analyzer = whole(extract.load())
    tallies = {True: [0, 0, 0, 0], False: [0, 0, 0, 0]}
    for _, text, gold in articles:
        ours = list(said(analyzer.read(source(text))))
        for wanted in (True, False):
            told = [(each, found(each, ours)) for each in gold if each.direct or not wanted]
            given = [(each, right(each, gold)) for each in ours if each.direct or not wanted]
            counts = (sum(hit for _, hit in told), len(told), sum(hit for _, hit in given), len(given))
            tallies[wanted] = [a + b for a, b in zip(tallies[wanted], counts, strict=True)]
            if options.errors and wanted:
                for kind, pairs in (("missed", told), ("wrong", given)):
                    for each, hit in pairs:
                        if not hit:
                            sys.stdout.write(f"{kind} {each.name!r}: {' '.join(each.text.split())[:160]}\n")
    for wanted, (hits, golds, good, all_) in tallies.items():
        precision, recall = good / max(1, all_), hits / max(1, golds)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        sys.stdout.write(
            f"{'direct' if wanted else 'all'}: P {precision:.3f} ({good}/{all_})  R {recall:.3f} ({hits}/{golds})  F1 {f1:.3f}\n"
        )


if __name__ == "__main__":
    main()
