"""`hrcli search`: words in texts and records, marked, the best first."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import Prompt
from msgspec.structs import replace
from samples import APPEAL, appeal, source

from hrcli import store
from hrcli.records import Furniture


def found(stored: Prompt, typed: str) -> list[tuple[str, str]]:
    """The kind and the passage of what is found, the words between brackets."""
    done = stored(f"search {typed}")
    assert done.exit_code == 0, done.output
    hits = []
    for hit in map(json.loads, done.stdout.splitlines()):
        text = hit["snippet"]
        for start, end in reversed(hit["marks"]):
            text = f"{text[:start]}[{text[start:end]}]{text[end:]}"
        hits.append((hit["kind"], text))
    return sorted(hits)


def test_texts_and_records(stored: Prompt) -> None:
    """A word is found in texts and in records of every kind, and marked."""
    assert found(stored, "torture") == [
        ("demand", "[torture] her · Freedom Watch · Ruritania"),
        ("document", "on Ruritania to release Ana Ivić, who was detained on 3 May 2019. It must not [torture] her."),
    ]
    assert {kind for kind, _ in found(stored, "ivic")} == {"demand", "detention", "document", "entity"}
    assert ("entity", "[安娜]") in found(stored, "安娜")


def test_phrases_and_beginnings(stored: Prompt) -> None:
    """Words between quotes stand together, also where the shell took the quotes; a star is any ending."""
    assert found(stored, "'\"must not\" type:document'") == found(stored, "'must not' type:document") != []
    assert found(stored, "'not must' type:document") == []
    assert [kind for kind, _ in found(stored, "'sent* type:document'")] == ["document"]


@pytest.mark.parametrize(
    ("filters", "kinds"),
    [
        ("type:demand", ["demand"]),
        ("since:2019-06", ["document", "entity"]),
        ("type:document 'person:\"Ana Ivić\"'", ["document", "document"]),
        ("type:document entity:FW", ["document"]),
        ("type:demand entity:FW", ["demand"]),
        ("type:demand org:Nobody", []),
        ("type:detention 'entity:Ana'", ["detention"]),
    ],
)
def test_filters(stored: Prompt, filters: str, kinds: list[str]) -> None:
    """Filters stand among the words."""
    assert sorted(kind for kind, _ in found(stored, f"ivic {filters}")) == kinds


def test_page_furniture(stored: Prompt) -> None:
    """Words in page furniture do not count, unless they are asked for."""
    menu = APPEAL + "\nDonate now!"
    analysis = appeal()
    stretch = Furniture(start=len(APPEAL), end=len(menu), why="navigation")
    with store.open(Path("hrcli.db"), write=True) as kept:
        kept.save(replace(analysis, document=replace(analysis.document, furniture=[stretch])), source(analysis, menu))
    assert found(stored, "donate") == []
    assert [kind for kind, _ in found(stored, "donate --with-furniture")] == ["document"]


def test_marks_in_tables(stored: Prompt) -> None:
    """Where nothing can be bold, the words stand in brackets, and in Markdown between stars."""
    assert "[torture]" in stored("search torture type:demand -f table").stdout
    assert "**torture**" in stored("search torture type:demand -f markdown").stdout


def test_as_many_as_are_wanted(stored: Prompt) -> None:
    """--limit, --offset and --count are those of all listings; what is cut is told."""
    every = stored("search ivic").stdout.splitlines()
    assert stored("search ivic --count").stdout == f"{len(every)}\n"
    cut = stored("search ivic --limit 1 --offset 1")
    assert (cut.stdout.splitlines(), cut.stderr) == ([every[1]], "hrcli: the best 1 are shown (--limit shows more)\n")
    assert stored("search zebra").stderr == "hrcli: nothing found\n"


def test_the_place_of_a_passage(stored: Prompt) -> None:
    """The passage of a document is where `start` and `end` say."""
    (hit,) = map(json.loads, stored("search torture type:document").stdout.splitlines())
    assert " ".join(APPEAL[hit["start"] : hit["end"]].split()) == hit["snippet"]
