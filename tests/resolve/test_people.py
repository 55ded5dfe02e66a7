"""Who is who across documents."""

from __future__ import annotations

from typing import Any

from made import analysis, document, entity

from hrcli.records import Entity
from hrcli.resolve import join

A, B, C = document("a", date="1998-06-23"), document("b", date="2009-02"), document("c")


def rows(*entities: Entity) -> list[str]:
    """The names of the merged persons, sorted."""
    by_document: dict[str, list[Any]] = {"a": [], "b": [], "c": []}
    for each in entities:
        by_document[each.documents[0]].append(each)
    return sorted(row.name for row in join(analysis(of, *by_document[of.id]) for of in (A, B, C)).entities)


def test_the_same_full_name_is_one_person() -> None:
    """Two documents with the same full name, one of them with the native name too, speak of one person."""
    corpus = join([analysis(A, entity("a", "Lin Meiyu", mentions=2)), analysis(B, entity("b", "Lin Meiyu", native_name="林美玉"))])
    [row] = corpus.entities
    assert (row.name, row.native_name, row.mentions, row.documents) == ("Lin Meiyu", "林美玉", 3, ["a", "b"])


def test_the_order_of_a_chinese_name_does_not_matter() -> None:
    """Meng Xiao and Xiao Meng are one."""
    assert rows(entity("a", "Xiao Meng"), entity("b", "Meng Xiao")) == ["Xiao Meng"]


def test_native_names_join_other_spellings() -> None:
    """One native name is one person, however it is spelled in Latin letters."""
    assert len(rows(entity("a", "Iliham Tohti", native_name="伊力哈木"), entity("b", "Ilham Tohti", native_name="伊力哈木"))) == 1


def test_different_native_names_stay_apart() -> None:
    """Namesakes in Latin letters with different native names are two, and one without a native name joins neither."""
    namesakes = [entity("a", "Wang Wei", native_name="王伟"), entity("b", "Wang Wei", native_name="王薇"), entity("c", "Wang Wei")]
    assert rows(*namesakes) == ["Wang Wei", "Wang Wei", "Wang Wei"]


def test_other_initials_stay_apart() -> None:
    """Two initials are two persons."""
    assert len(rows(entity("a", "John H. Porter"), entity("b", "John W. Porter"))) == 2


def test_the_president_is_not_the_secretary() -> None:
    """Bare surnames with other roles and times stay apart from each other; the same office joins."""
    president = entity("a", "Clinton", aliases=["President Clinton"], roles=["President"])
    undated = entity("c", "Clinton", roles=["President"])
    secretary = entity("b", "Hillary Clinton", aliases=["Clinton"], roles=["Secretary of State"])
    corpus = join([analysis(A, president), analysis(B, secretary), analysis(C, undated)])
    assert sorted((row.name, row.documents) for row in corpus.entities) == [("Clinton", ["a", "c"]), ("Hillary Clinton", ["b"])]


def test_a_bare_surname_without_any_sign_joins_nobody() -> None:
    """A surname in an undated document, without role or affiliation, is not taken for somebody of another."""
    assert rows(entity("c", "Porter"), entity("b", "Anna Porter", roles=["lawyer"])) == ["Anna Porter", "Porter"]


def test_a_bare_surname_joins_the_one_who_fits() -> None:
    """A surname with a post joins the one full name that has that post."""
    bearers = [entity("c", "Ngozi Okoye", roles=["Executive Director"]), entity("b", "Ike Okoye", roles=["judge"])]
    found = rows(entity("a", "Okoye", roles=["executive director"]), *bearers)
    assert found == ["Ike Okoye", "Ngozi Okoye"]


def test_two_who_fit_leave_the_surname_alone() -> None:
    """Where two full names fit a surname, it joins neither."""
    bearers = [entity("a", "Ngozi Okoye", roles=["judge"]), entity("b", "Ike Okoye", roles=["judge"])]
    found = rows(entity("c", "Okoye", roles=["judge"]), *bearers)
    assert found == ["Ike Okoye", "Ngozi Okoye", "Okoye"]


def test_two_of_one_document_are_two() -> None:
    """A surname that a document keeps apart from a full name is somebody else."""
    assert rows(entity("a", "Porter", roles=["judge"]), entity("a", "Anna Porter", roles=["judge"])) == ["Anna Porter", "Porter"]


def test_an_office_changes_hands() -> None:
    """The same surname and office more than eight years apart are two holders."""
    assert rows(entity("a", "Porter", roles=["President"]), entity("b", "Porter", roles=["President"])) == ["Porter", "Porter"]


def test_an_undated_document_joins_where_one_holder_is_known() -> None:
    """A namesake of another time without that office does not keep two Presidents of one name apart; one with it does."""
    early, undated = entity("a", "Porter", roles=["President"]), entity("c", "Porter", roles=["President"])
    assert len(rows(early, undated, entity("b", "Porter"))) == 2
    assert len(rows(early, undated, entity("b", "Porter", roles=["President"]))) == 3


def test_a_common_name_needs_that_nothing_speaks_against_it() -> None:
    """Two short Chinese names with other roles are two, unless the company kept speaks for one; longer names are one."""
    assert len(rows(entity("a", "Wang Wei", roles=["lawyer"]), entity("b", "Wang Wei", roles=["student"]))) == 2
    assert len(rows(entity("b", "Wang Wei", roles=["lawyer"]), entity("c", "Wang Wei", roles=["lawyer"]))) == 1
    friends = [entity("b", "Rosa Quispe"), entity("c", "Rosa Quispe")]
    assert rows(entity("b", "Wang Wei", roles=["lawyer"]), entity("c", "Wang Wei", roles=["student"]), *friends) == [
        "Rosa Quispe",
        "Wang Wei",
    ]
    assert len(rows(entity("b", "Wang Guowei", roles=["lawyer"]), entity("c", "Wang Guowei", roles=["student"]))) == 1
