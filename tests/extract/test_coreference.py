"""Who is meant by a pronoun, a common noun, a description: made sentences, one construction each."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

Read = Callable[..., Doc]


def who(doc: Doc, word: str, nth: int = 0) -> str | None:
    """The name of the actor to whom an occurrence of a word refers."""
    token = [t for t in doc if t.text == word][nth]
    found = doc._.referents.get(token.i)
    return found.name if found else None


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("Omar Haddad was arrested on Monday. His lawyer, Karim Novak, has visited him twice.", "him", "Omar Haddad"),
        ("Omar Haddad met Peter Novak in May. He was arrested a week later.", "He", "Omar Haddad"),
        ("Maria Novak wrote to Peter Brook, urging him to resign.", "him", "Peter Brook"),
        ("Maria Novak, the wife of Omar Haddad, was freed. She is at home.", "She", "Maria Novak"),
        ('"They beat him," said Peter Brook, the lawyer of Omar Haddad.', "him", None),
    ],
)
def test_pronouns(read: Read, text: str, word: str, name: str | None) -> None:
    """A subject stands before an oblique, nobody is the object of his own deed, and who speaks says "I"."""
    assert who(read(text), word) == name


def test_a_form_of_address_tells_the_gender(read: Read) -> None:
    """ "Ms." asks for "she"."""
    doc = read("Ms. Tenzin spoke with Mr. Dorje in prison. He refused to eat.")
    assert who(doc, "He") == "Dorje"


def test_the_authorities_are_those_of_the_state_that_the_text_is_about(read: Read) -> None:
    """A government that is named in passing is not the one that is asked."""
    text = (
        "Peru: free the farmers\n\nThe farmers were arrested in Peru last year. Norway has demanded their release. "
        "Courts in Peru refused bail, and prisons in Peru are full. Lawyers in Peru were threatened.\n\n"
        "The authorities must release them."
    )
    doc = read(text, title="Peru: free the farmers")
    assert who(doc, "authorities") == "Peru"


def test_no_state_is_no_country(read: Read) -> None:
    """A quantifier makes a rule, not a government."""
    doc = read("Kenya signed the treaty. No State should torture prisoners.")
    assert who(doc, "State") is None


def test_the_group_is_the_one_that_spoke(read: Read) -> None:
    """A university that is mentioned is not the group that urges."""
    doc = read("Karibu Watch said the students of Lakeside University were beaten. The group also urged the court to act.")
    assert who(doc, "group") == "Karibu Watch"


def test_the_publisher_is_the_group_where_nobody_spoke(read: Read) -> None:
    """A text calls its own publisher "the group"."""
    text = "Ports Union Watch documents abuses.\n\nThe students were beaten in jail. The group urged the court to act."
    assert who(read(text, publisher="Ports Union Watch"), "group") == "Ports Union Watch"


def test_a_role_means_the_person_introduced_with_it(read: Read) -> None:
    """ "The journalist" is the only journalist named."""
    doc = read("Police arrested journalist Omar Haddad and farmer Peter Novak. The journalist is on hunger strike.")
    assert who(doc, "journalist", 1) == "Omar Haddad"


def test_a_role_of_two_people_means_nobody(read: Read) -> None:
    """Of two journalists neither is "the journalist"."""
    doc = read("Police arrested journalist Omar Haddad and journalist Peter Novak. The journalist is on hunger strike.")
    assert who(doc, "journalist", 2) is None


def test_an_age_means_the_person_of_that_age(read: Read) -> None:
    """ "The 34-year-old" is the one whose age was told."""
    doc = read("Omar Haddad, 34, and Peter Novak, 51, were tried. The 34-year-old was acquitted.")
    assert who(doc, "old") == "Omar Haddad"


def test_the_administration_is_the_one_named_before(read: Read) -> None:
    """An administration named after its leader is meant by "the Administration", though the text speaks more of another state."""
    doc = read("Peru and its courts know it. The Clinton Administration wrote to Peru. Hoping for more, the Administration has waited.")
    named = who(doc, "Administration")
    assert named is not None
    assert who(doc, "Administration", 1) == named != "Peru"


def test_who_asks_is_at_liberty(read: Read) -> None:
    """Whoever calls for somebody's release does not call for their own."""
    doc = read("Senator Paul Brook condemned the sentence given to the writer Omar Vash and called on the court to release him.")
    assert who(doc, "him") == "Omar Vash"
