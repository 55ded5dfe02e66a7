"""Name sets: labels of each scheme become ours, and what a set does not mark stays open."""

from __future__ import annotations

import gzip
from pathlib import Path

import msgspec
import pytest

from hrcli.english.training import gazetteer, nersets
from hrcli.english.training.datasets import NameSet
from hrcli.english.training.entities import Span, spans

WORDS = msgspec.toml.decode(Path(gazetteer.__file__).with_name("places.toml").read_bytes(), type=gazetteer.Words)
PLAIN = NameSet(
    name="x", source="", licence="", use="", files=["x.gz"], format="conll", labels={"PER": "PERSON", "LOC": "place", "ORG": "ORG"}
)
SILVER = msgspec.structs.replace(PLAIN, labels={"per": "PERSON", "geo": "place", "gpe": "people", "tim": "DATE"}, silver=True)


def converted(dataset: NameSet, *rows: str) -> list[str | None]:
    """Labels of "word/label" rows."""
    pairs = [tuple(row.split("/")) for row in rows]
    return nersets.convert([(pair[0], pair[1]) for pair in pairs], dataset, WORDS).labels


@pytest.mark.parametrize(
    ("name", "label"),
    [("Russia", "GPE"), ("Europe", "LOC"), ("Nile River", "LOC"), ("Central Prison", "FAC"), ("Kumasi", "GPE"), ("Kurdish", "NORP")],
)
def test_places_are_told_apart(name: str, label: str) -> None:
    """States, regions, waters and buildings are known by the lists; the rest are towns."""
    words = name.split()
    rows = [f"{word}/{'B' if i == 0 else 'I'}-LOC" for i, word in enumerate(words)]
    assert {(each or "").partition("-")[2] for each in converted(PLAIN, *rows)} == {label}


def test_unmarked_dates_stay_open() -> None:
    """Where a set marks no dates, numbers and months are not annotated; other words are no names."""
    assert converted(PLAIN, "On/O", "3/O", "May/O", "police/O", "came/O") == ["O", None, None, "O", "O"]


def test_unusable_labels_stay_open() -> None:
    """A "misc" name is not annotated, unless it is a people's."""
    assert converted(PLAIN, "Big/B-MISC", "Prize/I-MISC", "for/O", "Tamils/B-MISC") == [None, None, "O", "B-NORP"]


def test_titles_are_no_part_of_a_name() -> None:
    """A person's title before the name is left out of it."""
    assert converted(SILVER, "President/B-per", "Ana/I-per", "Diaz/I-per") == ["O", "B-PERSON", "I-PERSON"]


def test_a_silver_person_needs_a_capital() -> None:
    """What a program took for a person without any capital is not annotated."""
    assert converted(SILVER, "the/O", "boss/B-per") == ["O", None]


def test_durations_stay_open_where_dates_are_marked() -> None:
    """Marked dates stay; an unmarked "years" is left open, and a bare "two" is no date."""
    assert converted(SILVER, "two/B-tim", "years/O", "after/O", "2004/B-tim") == [None, None, "O", "B-DATE"]


def test_a_file_is_read_by_sentences(tmp_path: Path) -> None:
    """An empty line ends a sentence, and so does the end of the file."""
    (tmp_path / "x.gz").write_bytes(gzip.compress(b"Ana B-PER\nleft O\n\nPeace O\n"))
    sentences = list(nersets.read(tmp_path, PLAIN, WORDS))
    assert [marked.words for marked in sentences] == [["Ana", "left"], ["Peace"]]
    assert spans(sentences[0].labels) == [Span(0, 1, "PERSON")]
