"""redact.py: records and texts without names of private persons."""

from __future__ import annotations

import re

import msgspec
from made import analysis, case, demand, document, entity, entry
from msgspec.structs import replace

from hrcli.records import DemandSource, Evidence
from hrcli.resolve import Redactor, join

TEXT = "Lin Meiyu (林美玉) is in prison; minister Anna Berg said that Lin is well."
DOCUMENT = replace(document("a", title="Free Lin Meiyu", publisher="Freedom Watch"), path="texts/lin-meiyu.txt")


def stands(words: str, at: int = 0) -> Evidence:
    """Evidence where the words stand in TEXT."""
    start = TEXT.index(words, at)
    return Evidence(document="a", path=DOCUMENT.path, start=start, end=start + len(words), quote=words)


PERSON = replace(
    entity("a", "Lin Meiyu", native_name="林美玉", aliases=["Lin"]), evidence=[stands("Lin Meiyu (林美玉)"), stands("Lin ", 30)]
)
OFFICIAL = replace(entity("a", "Anna Berg", roles=["minister"]), evidence=[stands("Anna Berg")])
CASE = replace(case("a", "Lin Meiyu", native_name="林美玉", charge="being Lin Meiyu"), evidence=[stands(TEXT)])
ASKED = demand("a", "release Lin", people=["Lin Meiyu"], source=DemandSource(name="Anna Berg", entity=PERSON.id))
DATED = entry("a", "today", actors=["Lin Meiyu", "Anna Berg"], event="Lin was tried")
ANALYSIS = analysis(DOCUMENT, PERSON, OFFICIAL, CASE, ASKED, DATED)
CORPUS = join([ANALYSIS])
HIDE = Redactor(CORPUS, b"key")


def test_no_record_has_a_name() -> None:
    """No field of any record has a part of the name of a private person; officials stay."""
    written = msgspec.json.encode(HIDE.record(ANALYSIS)).decode()
    assert {"lin", "meiyu", "林美玉"}.isdisjoint(re.findall(r"[^\W\d_]+", written.lower()))
    assert "Anna Berg" in written


def test_ids_tell_no_names() -> None:
    """The ids of a person and of a case are no digests of the name; they are the same wherever they stand."""
    hidden = HIDE.record(ANALYSIS)
    person = next(each for each in hidden.entities if each.name.startswith("Person"))
    assert person.id not in (PERSON.id, CASE.id)
    assert hidden.demands[0].source.entity == person.id
    assert hidden.entities[[each.name for each in hidden.entities].index("Anna Berg")].id == OFFICIAL.id


def test_a_hidden_id_can_be_asked_for() -> None:
    """A pseudonym, or the beginning of a hidden id, leads to the record for who has the key."""
    (hidden,) = HIDE.records(CORPUS.detained)
    assert HIDE.revealed(hidden.id[:8]) == CASE.id
    assert HIDE.revealed(hidden.name or "") in (CASE.id, PERSON.id)
    assert HIDE.revealed("Anna Berg") == "Anna Berg"


def test_cases_are_not_in_the_order_of_names() -> None:
    """The alphabet would tell something of the names."""
    corpus = join([analysis(DOCUMENT, *(case("a", name) for name in ("Abe Fox", "Bea Gold", "Cy Hart", "Dee Ivy", "Eve Jay")))])
    found = [each.name for each in Redactor(corpus, b"key").records(corpus.detained)]
    assert found == sorted(name for name in found if name)


def test_addresses_with_escapes() -> None:
    """A name is found behind the escapes of an address; other addresses stay as they are."""
    assert HIDE.text("https://example.org/%E6%9E%97%E7%BE%8E%E7%8E%89", address=True).startswith("https://example.org/Person ")
    assert HIDE.text("https://example.org/a%20b", address=True) == "https://example.org/a%20b"


def test_a_whole_text_keeps_its_marks() -> None:
    """Quotes are those of the new text, at the new offsets."""
    hidden, text = HIDE.whole(ANALYSIS.__class__(document=DOCUMENT, entities=[PERSON, OFFICIAL], detained=[CASE]), TEXT)
    assert text.startswith("Person ")
    assert all(text[e.start : e.end] == e.quote for record in (*hidden.entities, *hidden.detained) for e in record.evidence)
    assert [e.quote for e in hidden.entities[1].evidence] == ["Anna Berg"]


def test_the_same_pseudonym_everywhere() -> None:
    """A person is one and the same in all kinds of records."""
    hidden = HIDE.record(ANALYSIS)
    name = hidden.detained[0].name
    assert hidden.demands[0].people == [name]
    assert hidden.timeline[0].actors == [name, "Anna Berg"]
    assert hidden.document.title == f"Free {name}"
    assert hidden.document.path == f"texts/{name}.txt"
