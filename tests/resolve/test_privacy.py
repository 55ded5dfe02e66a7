"""privacy.py: who is private, and under which pseudonym."""

from __future__ import annotations

import pytest
from made import analysis, case, document, entity
from msgspec.structs import replace

from hrcli.records import Entity
from hrcli.resolve import join
from hrcli.resolve.privacy import Private, is_public, people

DOCUMENT = document("a")


def found(*records: object, key: bytes = b"key") -> tuple[dict[str, Private], list[str]]:
    """The private persons of one document by their main names, and the names of the others."""
    private, public = people(join([analysis(DOCUMENT, *records)]), key)
    return {each.names[0]: each for each in private}, [each.name for each in public]


def person(*roles: str, name: str = "Lin Meiyu") -> Entity:
    """A person with some roles."""
    return entity("a", name, roles=list(roles))


@pytest.mark.parametrize(
    "role",
    [
        "President",
        "former President",
        "deputy foreign minister",
        "Minister of State for Justice",
        "U.N. Special Rapporteur on torture",
        "secretary-general",
        "Supreme Leader",
        "member of parliament for Lakeville",
        "Oxfam spokesperson",
        "Asia director of Freedom Watch",
        "researcher at Freedom Watch",
        "prison warden",
    ],
)
def test_public_roles(role: str) -> None:
    """Officials and those who speak for a body keep their names."""
    assert is_public(person(role))


@pytest.mark.parametrize(
    "role",
    [
        "wife of the president",
        "lawyer for the minister",
        "poet",
        "presidential candidate",
        "critic of President Orlov",
        "opposition leader",
        "president of the student council, jailed",
        "village governor",
        "founder of a charity",
        "victim",
    ],
)
def test_private_roles(role: str) -> None:
    """Who is merely told of beside an office, and whoever has none, is private."""
    assert not is_public(person(role))


def test_no_role_is_private() -> None:
    """Nothing known is no reason to print a name."""
    assert not is_public(person())


def test_titles_tell_offices() -> None:
    """An office may stand before the name only."""
    assert is_public(entity("a", "Lin Meiyu", aliases=["President Lin"]))
    assert not is_public(entity("a", "Lin Meiyu", aliases=["Mrs Lin"]))


def test_authors_are_public() -> None:
    """Who has signed a document is known by it, in either order of the name."""
    assert is_public(person(name="Lin Meiyu"), ["Meiyu Lin"])


def test_the_held_are_private() -> None:
    """A minister in prison is a prisoner."""
    private, public = found(person("minister"), case("a", "Lin Meiyu"), person("minister", name="Omar Said"))
    assert (list(private), public) == (["Lin Meiyu"], ["Omar Said"])


def test_a_case_without_a_person() -> None:
    """Who is known from a list of prisoners alone is private too, with the name in its own script."""
    private, _ = found(case("a", "Lin Meiyu", native_name="林美玉"), case("a", None, group="workers"))
    assert [each.names for each in private.values()] == [("Lin Meiyu", "林美玉")]


def test_pseudonyms_depend_on_the_key() -> None:
    """One key gives one pseudonym, another one another."""
    (one,), (same,), (other,) = (list(found(person(), key=key)[0].values()) for key in (b"key", b"key", b"other"))
    assert one.pseudonym == same.pseudonym != other.pseudonym
    assert one.pseudonym.startswith("Person ")
    assert len(one.pseudonym) == len("Person 3f2a1b")


def test_pseudonyms_outlive_ids() -> None:
    """The same name in another document has the same pseudonym."""
    first, second = person(), replace(person(), id="another")
    assert [found(each)[0]["Lin Meiyu"].pseudonym for each in (first, second)] == [found(first)[0]["Lin Meiyu"].pseudonym] * 2


def test_namesakes_differ() -> None:
    """Two persons of one name have two pseudonyms."""
    lawyer = entity("a", "Wang Wei", roles=["lawyer"], id_="1")
    student = entity("b", "Wang Wei", roles=["student"], id_="2", native_name="王伟")
    corpus = join([analysis(DOCUMENT, lawyer, replace(student, documents=["a"], native_name="汪卫")), analysis(document("b"), student)])
    private, _ = people(corpus, b"key")
    assert len({each.pseudonym for each in private}) == len(private)
