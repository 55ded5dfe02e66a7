"""Mentions joined to actors, and who is meant without a name."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from hrcli.extract.findings import Actor

Read = Callable[..., Doc]


def actor(doc: Doc, name: str, kind: str) -> Actor:
    """The actor of a type that bears a name."""
    return next(a for a in doc._.actors if a.type == kind and name in (a.name, *a.aliases))


def who(doc: Doc, word: str) -> str | None:
    """The name of the actor to whom the first occurrence of a word refers."""
    token = next(t for t in doc if t.text == word)
    found = doc._.referents.get(token.i)
    return found.name if found else None


def test_surname_and_full_name_are_one(read: Read) -> None:
    """The title, the full name and the surname are one person."""
    person = actor(read("President Daniel Chapo promised reform. Chapo signed nothing."), "Daniel Chapo", "person")
    assert "Chapo" in person.aliases
    assert person.roles == ["President"]


def test_a_government_has_many_names_and_the_country_is_a_place(read: Read) -> None:
    """ "The Egyptian government", "Cairo" that acts and "the authorities" are one body; Egypt as a location is a place."""
    doc = read("The Egyptian government denied the report. Cairo rejected all criticism. The authorities arrested ten people in Egypt.")
    government = actor(doc, "Egyptian government", "public_body")
    assert "Cairo" in government.aliases
    assert any("uthorities" in name for name in government.aliases)
    assert government.country == "EG"
    assert actor(doc, "Egypt", "place")


def test_a_country_that_is_urged_acts(read: Read) -> None:
    """The one who is asked to act is a public body."""
    assert actor(read("The committee urged Kenya to release the students."), "Kenya", "public_body").country == "KE"


def test_a_country_as_location_does_not_act(read: Read) -> None:
    """A country in which something happens is a place alone."""
    doc = read("Three monks were detained in Nepal last year.")
    assert [a.type for a in doc._.actors] == ["place"]


def test_states_in_brackets_recommend(read: Read) -> None:
    """The states behind a recommendation are public bodies."""
    doc = read("Ratify the Convention against Torture without further delay (Norway, Uruguay);")
    assert {a.name for a in doc._.actors if a.type == "public_body"} == {"Norway", "Uruguay"}


def test_police_who_arrest_are_an_actor(read: Read) -> None:
    """A common noun is an actor where it acts."""
    assert actor(read("Police arrested the student leader Ivan Horvat."), "Police", "public_body")


def test_police_who_do_nothing_are_none(read: Read) -> None:
    """A common noun that only stands there is no actor."""
    assert not [a for a in read("He walked past a police station.")._.actors if a.type == "public_body"]


def test_pronouns_go_to_the_person_of_their_gender(read: Read) -> None:
    """A forename tells the gender that a pronoun asks for."""
    doc = read("Fatima Zerrouki met Ahmed Bensalah on Friday. She was released later.")
    assert who(doc, "She") == "Fatima Zerrouki"


def test_a_description_goes_to_the_last_body_that_bears_the_word(read: Read) -> None:
    """ "The Committee" is the committee named before."""
    assert who(read("The Committee against Torture met in May. Later the Committee adopted a text."), "adopted") is None
    doc = read("The Working Group on Arbitrary Detention replied. Lawyers wrote to the group again.")
    assert who(doc, "group") == "Working Group on Arbitrary Detention"


def test_every_token_of_a_mention_refers_to_its_actor(read: Read) -> None:
    """The referents hold every token of every mention."""
    doc = read("Reporters Without Borders and Human Rights Watch wrote to President Alar Karis.")
    assert all(doc._.referents[i] is a for a in doc._.actors for m in a.mentions for i in range(m.start, m.end))


def test_a_prison_without_its_noun(read: Read) -> None:
    """What a prison was named with the noun, the town's name alone means it later on; before, the town is meant."""
    doc = read("He was sent to Kelmar Prison in May. Ill, he was returned to Kelmar.")
    assert actor(doc, "Kelmar Prison", "place").aliases == ["Kelmar"]
    doc = read("She was born in Kelmar. He is in Kelmar Prison.")
    assert actor(doc, "Kelmar", "place") is not actor(doc, "Kelmar Prison", "place")


def test_those_in_whose_custody_somebody_is(read: Read) -> None:
    """A common noun for a force names an actor where it holds somebody."""
    doc = read("The protests followed the death of a young woman in the custody of the morality police.")
    assert actor(doc, "morality police", "public_body")


@pytest.mark.parametrize(
    ("text", "name", "others"),
    [
        ("The National Civil Police (Policía Nacional Civil - PNC) came.", "National Civil Police", {"Policía Nacional Civil", "PNC"}),
        ("They live in Sershul (Chinese: Shiqu) county. Sershul is far.", "Sershul", {"Shiqu"}),
        ("Min Thant Zin, better known to his viewers as “Ko Pouk”, is ill. Pouk said so.", "Min Thant Zin", {"Ko Pouk", "Pouk"}),
        ("1. Tibor Vash, 29, rapper (“El Rojo”), Norvik.", "Tibor Vash", {"El Rojo"}),
    ],
)
def test_other_names_are_no_others(read: Read, text: str, name: str, others: set[str]) -> None:
    """A foreign name with its abbreviation, a name in another language, and a nickname are aliases of one actor."""
    actors = {a.name: set(a.aliases) for a in read(text)._.actors}
    assert others <= actors[name]
    assert not others & actors.keys()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("On 23 October police searched homes in Bishkek.", "police"),
        ("The government should act, and Parliament ought to be told.", "Parliament"),
        ("It condemns the sentences handed down to two men and calls on the military authorities to release them.", "military authorities"),
        ("The report on Bangladesh was read. The State party should ensure that deaths are investigated.", "State party"),
    ],
)
def test_common_nouns_that_act(read: Read, text: str, name: str) -> None:
    """Behind a month, before "ought", called on, and a party to a convention: an actor."""
    assert actor(read(text), name, "public_body")
