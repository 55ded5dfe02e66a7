"""`hrcli review`: one key a question, answers written as one goes."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from hrcli import store
from hrcli.records import Document, DocumentAnalysis, Entity, Evidence, Recipe, Source, View, stable_id

Prompt = Callable[..., Result]
FILE = Path("hrcli.corrections.toml")


def said(name: str, text: str, date: str, **rest: object) -> tuple[DocumentAnalysis, Source]:
    """A document that names one person at its beginning."""
    id_ = stable_id(text)
    recipe = Recipe(hrcli="0", model="m", model_version="1", lexicon="0")
    document = Document(id=id_, path=f"{id_[:4]}.txt", sha256=id_ * 4, words=9, date=date, recipe=recipe)
    evidence = Evidence(document=id_, path=document.path, start=0, end=len(name), quote=name)
    entity = Entity(id=stable_id(id_, name), name=name, type="person", mentions=1, documents=[id_], evidence=[evidence], **rest)  # type: ignore[arg-type]
    view = View(text=text, offsets=list(range(len(text) + 1)))
    return DocumentAnalysis(document=document, entities=[entity]), Source(document=document, text=text, view=view)


@pytest.fixture
def doubtful(prompt: Prompt) -> Prompt:
    """A store with a join on little evidence, a pair that was nearly joined, and a person of one word."""
    with store.open(Path("hrcli.db"), write=True) as kept:
        for analysis, source in (
            said("Wang Wei", "Wang Wei spoke.", "2009"),
            said("Wang Wei", "Wang Wei left.", "2011"),
            said("Li Jing", "Li Jing worked.", "1994", roles=["factory worker"]),
            said("Li Jing", "Li Jing charged them.", "2012", roles=["state prosecutor"]),
            said("Download", "Download the report.", "2012"),
        ):
            kept.save(analysis, source)
    return prompt


def entities(prompt: Prompt) -> list[tuple[str, int]]:
    """The names and numbers of documents of all rows."""
    rows = [json.loads(line) for line in prompt("entities").stdout.splitlines()]
    return sorted((row["name"], len(row["documents"])) for row in rows)


def test_what_is_asked(doubtful: Prompt) -> None:
    """Doubtful joins come first, then doubtful partings, then thin actors, each with its evidence."""
    done = doubtful("review", input="sss")
    asked = [line for line in done.stdout.splitlines() if " of 3: " in line]
    assert done.exit_code == 0
    assert asked == [
        "1 of 3: taken for one: the same name. Are they one?",
        "2 of 3: taken for two: the same name; other roles; documents 18 years apart. Are they one?",
        "3 of 3: named once, nothing else known, taken for: person. Is that right?",
    ]
    assert "      “Wang Wei spoke.”" in done.stdout
    assert done.stderr == "hrcli: nothing written\n"


def test_answers_are_corrections(doubtful: Prompt) -> None:
    """No parts what was joined, yes joins what was parted, no rejects what is nobody."""
    assert entities(doubtful) == [("Download", 1), ("Li Jing", 1), ("Li Jing", 1), ("Wang Wei", 2)]
    done = doubtful("review", input="nyn")
    assert done.stderr == "hrcli: 3 corrections written to hrcli.corrections.toml\n"
    assert entities(doubtful) == [("Li Jing", 2), ("Wang Wei", 1), ("Wang Wei", 1)]


def test_what_is_decided_is_not_asked_again(doubtful: Prompt) -> None:
    """Whatever the answers were, the next review has nothing to ask."""
    doubtful("review", input="yny")
    assert entities(doubtful) == [("Download", 1), ("Li Jing", 1), ("Li Jing", 1), ("Wang Wei", 2)]
    assert doubtful("review", input="").stderr == "hrcli: nothing written (nothing is doubtful)\n"


def test_quitting_keeps_what_was_answered(doubtful: Prompt) -> None:
    """Answers are written as one goes; other keys and line ends are passed over; the end of the input is quitting."""
    assert doubtful("review", input="?\nn\nq").stderr == "hrcli: 1 correction written to hrcli.corrections.toml\n"
    assert doubtful("review", input="").exit_code == 0
    assert FILE.read_text().count("[[") == 1


def test_a_limit(doubtful: Prompt) -> None:
    """--limit asks no more than so many questions."""
    assert " of 2: " in doubtful("review --limit 2", input="ss").stdout
