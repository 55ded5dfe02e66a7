"""The user's corrections where records are joined."""

from __future__ import annotations

from typing import Any

import msgspec
from made import analysis, case, demand, document, entity, entry

from hrcli.records import DemandSource, DocumentAnalysis
from hrcli.resolve import Corpus, join
from hrcli.store.corrections import Corrections


def corrected(*analyses: DocumentAnalysis, **said: Any) -> Corpus:
    """The corpus of some documents with corrections: `merge=[{"names": [...]}]` and so on."""
    return join(analyses, msgspec.convert(said, Corrections))


def one(where: str, *names: str, **rest: Any) -> DocumentAnalysis:
    """A document that names some people."""
    return analysis(document(where, **rest), *(entity(where, name) for name in names))


def names(corpus: Corpus) -> list[str]:
    """The names of the rows, sorted."""
    return sorted(row.name for row in corpus.entities)


def test_a_merge_makes_one_row_under_the_first_name() -> None:
    """Two rows become one, the other name an alias, and the reason is the user's."""
    corpus = corrected(one("a", "Rosa Quispe"), one("b", "Rosario Mamani"), merge=[{"names": ["Rosa Quispe", "Rosario Mamani"]}])
    assert [(row.name, row.aliases, row.documents) for row in corpus.entities] == [("Rosa Quispe", ["Rosario Mamani"], ["a", "b"])]
    assert [reason.why for reason in corpus.reasons] == ["you say so: merge"]


def test_a_merge_goes_before_what_the_program_thinks() -> None:
    """Native names that differ keep nobody apart whom the user takes for one."""
    a = analysis(document("a"), entity("a", "Wang Wei", native_name="王伟", id_="1"))
    b = analysis(document("b"), entity("b", "Wang Wei", native_name="王薇", id_="2"))
    assert len(corrected(a, b).entities) == 2
    assert len(corrected(a, b, merge=[{"names": ["1", "2"]}]).entities) == 1


def test_a_merge_of_a_name_that_several_bear_is_not_guessed() -> None:
    """Where two rows have the name, nothing is merged, and the warning says by which ids they can be told."""
    a, b = one("a", "Porter"), one("b", "Porter")
    corpus = corrected(a, b, one("c", "Anna Porter"), merge=[{"names": ["Anna Porter", "Porter"]}])
    assert len(corpus.entities) == 3
    assert corpus.unknown == ["merge: 2 are called 'Porter': say which by id: a-Porter, b-Porter"]


def test_a_merge_joins_places_with_places_and_bodies_with_bodies() -> None:
    """A name that is a country's and its government's is merged with both of the other name."""
    kinds = [entity("a", name, kind) for name in ("Ruritania", "Old Ruritania") for kind in ("place", "public_body")]
    corpus = corrected(analysis(document("a"), *kinds), merge=[{"names": ["Ruritania", "Old Ruritania"]}])
    assert sorted((row.name, row.type, row.aliases) for row in corpus.entities) == [
        ("Ruritania", "place", ["Old Ruritania"]),
        ("Ruritania", "public_body", ["Old Ruritania"]),
    ]


def test_what_is_said_of_the_merged_follows_them() -> None:
    """Demands, cases and timelines speak of the merged by the name that the user chose."""
    b = analysis(
        document("b"),
        entity("b", "Rosario Mamani"),
        entity("b", "Land Office", "public_body"),
        case("b", "Rosario Mamani"),
        demand("b", "release her", people=["Rosario Mamani"], targets=["Land Office"], source=DemandSource(name="Rosario Mamani")),
        entry("b", "Monday", actors=["Rosario Mamani"]),
    )
    said = {"merge": [{"names": ["Rosa Quispe", "Rosario Mamani"]}], "rename": [{"name": "Land Office", "to": "Ministry of Land"}]}
    corpus = corrected(one("a", "Rosa Quispe"), b, **said)
    [asked], [held], [event] = corpus.demands, corpus.detained, corpus.timeline
    assert (asked.people, asked.targets, asked.source.name) == (["Rosa Quispe"], ["Ministry of Land"], "Rosa Quispe")
    assert (held.name, event.actors) == ("Rosa Quispe", ["Rosa Quispe"])


def test_merged_people_have_one_case() -> None:
    """The cases of two people who are one are one case."""
    a, b = (analysis(document(where), entity(where, name), case(where, name)) for where, name in (("a", "Rosa Quispe"), ("b", "R Mamani")))
    corpus = corrected(a, b, merge=[{"names": ["Rosa Quispe", "R Mamani"]}])
    assert [(held.name, held.documents) for held in corpus.detained] == [("Rosa Quispe", ["a", "b"])]


def test_a_split_takes_the_namesake_of_a_document_out() -> None:
    """One name in this document is another person than elsewhere; the others stay one."""
    documents = [one(where, "Rosa Quispe") for where in "abc"]
    corpus = corrected(*documents, split=[{"name": "Rosa Quispe", "documents": ["b.txt"]}])
    assert sorted(row.documents for row in corpus.entities) == [["a", "c"], ["b"]]


def test_a_split_without_documents_takes_all_apart() -> None:
    """Every document's bearer of the name is somebody else."""
    corpus = corrected(*(one(where, "Rosa Quispe") for where in "abc"), split=[{"name": "Rosa Quispe"}])
    assert len(corpus.entities) == 3


def test_a_split_of_two_names_keeps_them_apart() -> None:
    """Two spellings that the program takes for one are two."""
    a, b = one("a", "Mohammed Nassar"), one("b", "Muhammad Nassar")
    assert len(corrected(a, b).entities) == 1
    ids = [entity_.id for each in (a, b) for entity_ in each.entities]
    assert len(corrected(a, b, split=[{"names": ids}]).entities) == 2


def test_bodies_can_be_split() -> None:
    """A split concerns bodies as well as people."""
    a, b = (analysis(document(where), entity(where, "Lawyers Forum", "organization")) for where in "ab")
    assert len(corrected(a, b, split=[{"name": "Lawyers Forum"}]).entities) == 2


def test_a_rename_keeps_the_old_name_as_an_alias() -> None:
    """The new name is shown, and the old one still finds the row."""
    [row] = corrected(one("a", "Rosa Quispe"), rename=[{"name": "rosa quispe", "to": "Rosa Quispe Mamani"}]).entities
    assert (row.name, row.aliases) == ("Rosa Quispe Mamani", ["Rosa Quispe"])


def test_a_new_name_can_be_merged() -> None:
    """Corrections may speak of names that corrections gave."""
    said = {"rename": [{"name": "Rosa Quispe", "to": "R. Quispe M."}], "merge": [{"names": ["R. Quispe M.", "Rosario Mamani"]}]}
    assert names(corrected(one("a", "Rosa Quispe"), one("b", "Rosario Mamani"), **said)) == ["R. Quispe M."]


def test_a_retype_joins_those_of_the_new_type() -> None:
    """A body taken for a person in one document is the body of the other."""
    a, b = one("a", "Amity Watch"), analysis(document("b"), entity("b", "Amity Watch", "organization"))
    corpus = corrected(a, b, retype=[{"name": "Amity Watch", "type": "organization"}])
    assert [(row.name, row.type, row.documents) for row in corpus.entities] == [("Amity Watch", "organization", ["a", "b"])]


def test_a_rejected_name_is_nobody_anywhere() -> None:
    """What is rejected leaves entities, cases, demands and timelines."""
    junk = analysis(
        document("a"), entity("a", "Read More"), case("a", "Read More"), demand("a", "act", people=["Read More"], targets=["Read More"])
    )
    corpus = corrected(junk, reject=[{"name": "Read More"}])
    assert (corpus.entities, corpus.detained, corpus.demands[0].people, corpus.demands[0].targets) == ([], [], [], [])


def test_rejecting_an_alias_drops_the_alias_alone() -> None:
    """A name by which somebody is merely known too goes; the person stays."""
    named = analysis(document("a"), entity("a", "Rosa Quispe", aliases=["Rosie", "Chair"]))
    [row] = corrected(named, reject=[{"name": "Chair"}]).entities
    assert (row.name, row.aliases) == ("Rosa Quispe", ["Rosie"])


def test_aliases_and_notes() -> None:
    """An alias is added to the row, a note is kept beside it."""
    said = {"alias": [{"name": "Rosa Quispe", "alias": "La Rosa"}], "note": [{"name": "Rosa Quispe", "note": "confirmed by her family"}]}
    corpus = corrected(one("a", "Rosa Quispe"), **said)
    [row] = corpus.entities
    assert (row.aliases, corpus.notes) == (["La Rosa"], {row.id: ["confirmed by her family"]})


def test_the_id_of_any_record_finds_the_row() -> None:
    """A correction keyed by an id holds on when other documents join the row."""
    records = [analysis(document(where), entity(where, "Rosa Quispe", id_=id_)) for where, id_ in (("a", "9"), ("b", "1"))]
    assert names(corrected(*records, rename=[{"name": "9", "to": "Rosa Q."}])) == ["Rosa Q."]


def test_unknown_names_are_told() -> None:
    """A correction of what no document names changes nothing and is told of."""
    corpus = corrected(one("a", "Rosa Quispe"), rename=[{"name": "Nobody", "to": "N"}], split=[{"name": "Noone"}])
    assert (names(corpus), corpus.unknown) == (
        ["Rosa Quispe"],
        ["rename: nothing is called 'Nobody'", "split: nothing is called 'Noone'"],
    )


def test_a_merge_keeps_the_native_name_that_goes_with_the_first() -> None:
    """The name in its own script is that of the first; the other one is an alias."""
    a = analysis(document("a"), entity("a", "Rosa Fang", native_name="方玫瑰"), case("a", "Rosa Fang"))
    b = analysis(document("b"), entity("b", "Fang Meigui", native_name="一方"), case("b", "Fang Meigui", native_name="一方"))
    corpus = corrected(a, b, merge=[{"names": ["Rosa Fang", "Fang Meigui"]}])
    assert [(row.name, row.native_name, row.aliases) for row in corpus.entities] == [("Rosa Fang", "方玫瑰", ["Fang Meigui", "一方"])]
    assert [(held.name, held.native_name) for held in corpus.detained] == [("Rosa Fang", "方玫瑰")]
