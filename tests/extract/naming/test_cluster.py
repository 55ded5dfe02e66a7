"""Which names are one person's or one body's."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from hrcli.extract.findings import Mention
from hrcli.extract.naming.cluster import bodies, initials, key, one_letter_apart, persons, same_person
from hrcli.records import EntityType


def mentions(kind: EntityType, *names: str) -> list[Mention]:
    return [Mention(10 * i, 10 * i + 1, kind, name) for i, name in enumerate(names)]


def groups(kind: EntityType, *names: str) -> list[list[str]]:
    join = persons if kind == "person" else bodies
    found = [[m.name for m in c.mentions] for c in join(mentions(kind, *names))]
    return sorted(found, key=lambda group: names.index(group[0]))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Marta Oliveira", "Marta Sousa Oliveira"),
        ("Deng Yufei", "Yufei Deng"),
        ("DengYufei", "Deng Yufei"),
        ("Oleksandr Petrenko", "Oleksander Petrenko"),
        ("J. Okafor", "James Okafor"),
        ("Thérèse Nkurunziza", "Therese Nkurunziza"),
        ("Hamid al-Rashid", "Hamid Al-Rashid"),
    ],
)
def test_variants_of_a_name_are_one_person(a: str, b: str) -> None:
    """Longer, turned round, glued, misspelt by a letter, with an initial, without accents."""
    assert same_person(a, b)


@pytest.mark.parametrize(("a", "b"), [("Marta Oliveira", "Pedro Oliveira"), ("Li Wei", "Li Mei"), ("Maung Maung", "Maung Aye")])
def test_people_who_share_a_surname_stay_apart(a: str, b: str) -> None:
    """Another forename is another person, however short."""
    assert not same_person(a, b)


def test_a_surname_goes_to_the_bearer_named_last() -> None:
    """Of two people with one surname, the surname alone means the last one named."""
    assert groups("person", "Amina Diallo", "Diallo", "Moussa Diallo", "Diallo") == [
        ["Amina Diallo", "Diallo"],
        ["Moussa Diallo", "Diallo"],
    ]


def test_a_surname_is_not_that_of_kin_who_are_called_by_the_forename() -> None:
    """Of two people with one surname, the surname alone means the one whom the text does not call by the forename."""
    assert groups("person", "Amina Diallo", "Moussa Diallo", "Diallo", "Moussa", "Diallo") == [
        ["Amina Diallo", "Diallo", "Diallo"],
        ["Moussa Diallo", "Moussa"],
    ]


def test_a_body_and_its_initials_are_one() -> None:
    """An abbreviation by initials belongs to the full name."""
    assert groups("organization", "Harbour Workers Union of Mombasa", "HWUM", "KPL") == [
        ["Harbour Workers Union of Mombasa", "HWUM"],
        ["KPL"],
    ]


def test_a_body_with_and_without_un_is_one() -> None:
    """ "UN Human Rights Committee" is the Human Rights Committee."""
    assert len(groups("intergovernmental", "UN Human Rights Committee", "Human Rights Committee", "United Nations")) == 2


def test_a_short_form_belongs_to_the_only_longer_name() -> None:
    """ "Supreme Court" is the one Supreme Court of the text, unless there are two."""
    assert groups("public_body", "Supreme Court of Ruritania", "Supreme Court") == [["Supreme Court of Ruritania", "Supreme Court"]]
    assert len(groups("public_body", "Supreme Court of Ruritania", "Supreme Court of Syldavia", "Supreme Court")) == 3


def test_known_forms_of_a_state_are_one_place() -> None:
    """The vocabulary knows that Burma is Myanmar."""
    assert groups("place", "Burma", "Myanmar", "Thailand") == [["Burma", "Myanmar"], ["Thailand"]]


def test_initials_with_and_without_small_words() -> None:
    """Both ways to abbreviate are tried."""
    assert initials("Law Society of the Isles") == {"lsoti", "lsi"}


@given(st.text(alphabet="abcé", min_size=1, max_size=8), st.integers(0, 7))
def test_a_word_less_one_letter_is_one_letter_apart(word: str, at: int) -> None:
    """Leaving a letter out, whichever, is one letter's difference."""
    at = min(at, len(word) - 1)
    assert one_letter_apart(word[:at] + word[at + 1 :], word)


@given(st.text(max_size=20))
def test_a_key_of_a_key_is_itself(name: str) -> None:
    """Comparing keys is stable for names without articles."""
    folded = key(name)
    assert key(folded) == folded or folded.startswith(("the", "a"))


def test_an_initial_that_two_people_share_is_nobody_known() -> None:
    """ "John D." is John Doe where he is the only one, and neither of two."""
    assert groups("person", "John Doe", "John D.") == [["John Doe", "John D."]]
    assert groups("person", "John Doe", "John Davis", "John D.") == [["John Doe"], ["John Davis"], ["John D."]]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Court of Appeal ruled. The Appeal Court said so.", {"Court of Appeal", "Appeal Court"}),
        ("The Justice Ministry denied it; the Ministry of Justice did not.", {"Justice Ministry", "Ministry of Justice"}),
        (
            "The Independent Fact-Finding Mission on Norland met. The Fact-Finding Mission reported.",
            {"Independent Fact-Finding Mission on Norland", "Fact-Finding Mission"},
        ),
        ("She was moved to Sinca Women’s Prison in May. On a link from Sinca, she spoke.", {"Sinca Women’s Prison", "Sinca"}),
        ("He chairs the Human Rights Centre “Vesna”. Ada Brook of Vesna was held.", {"Human Rights Centre “Vesna”", "Vesna"}),
        ("He is in detention centre No. 1 (SIZO-1). From SIZO-1 he wrote.", {"detention centre No. 1", "SIZO-1"}),
    ],
)
def test_one_thing_by_two_names(read: Callable[..., Doc], text: str, names: set[str]) -> None:
    """The order of the words, the middle of a long name, a prison's town and its code are the same entry."""
    assert names in [{a.name, *a.aliases} for a in read(text)._.actors]
