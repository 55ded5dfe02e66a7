"""Lists are cut into items, with or without line breaks, and what introduces them is found."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from hrcli.extract.asking import pieces


def cut(text: str) -> list[tuple[str, bool]]:
    return [(text[p.start : p.end].strip(), p.marked) for p in pieces.pieces(text)]


def test_bullets_on_lines() -> None:
    """A bullet opens a marked item without being part of it."""
    assert cut("Please:\n• free him\n• pay him") == [("Please:", False), ("free him", True), ("pay him", True)]


def test_numbers_in_one_line() -> None:
    """Numbers that run on within a paragraph cut it."""
    assert cut("We ask Chad to: 1. Free him. 2. Pay him.") == [("We ask Chad to:", False), ("Free him.", True), ("Pay him.", True)]


def test_a_year_is_no_item_number() -> None:
    """A number that continues no count cuts nothing."""
    assert cut("It ended in May. 14. Juli was free.") == [("It ended in May. 14. Juli was free.", False)]


def test_lead_is_the_last_clause_before_the_colon() -> None:
    """The lead of a list leaves the sentences before it out."""
    text = "It was long. The union calls on Peru to:"
    (piece,) = pieces.pieces(text)
    start, end = pieces.lead(text, piece) or (0, 0)
    assert text[start:end] == "The union calls on Peru to"


def test_addressed_heading() -> None:
    """A heading names whom the recommendations below it address."""
    assert pieces.addressed("Recommendations to the Government of Chad") == "Government of Chad"


def test_states_in_brackets() -> None:
    """The states that make a recommendation stand in the brackets at its end."""
    assert pieces.states_in_brackets("Sign the treaty (Peru, Sri Lanka) (Fiji);") == ["Peru", "Sri Lanka", "Fiji"]


def test_other_brackets_are_no_states() -> None:
    """An abbreviation with digits or a remark in lower case names no states."""
    assert pieces.states_in_brackets("Amend the law (no. 12 of 2004).") == []


def test_salutation() -> None:
    """A letter's greeting is found without its first word and comma."""
    text = "3 May\n\nDear Prime Minister,\n\nWe write."
    assert text[slice(*(pieces.salutation(text) or (0, 0)))] == "Prime Minister"


def test_greetings_by_title() -> None:
    """A greeting without "Dear" is one by title."""
    text = "Baku\n\nYour Excellency,\n\nWe write."
    assert text[slice(*(pieces.salutation(text) or (0, 0)))] == "Your Excellency"


def test_names_with_brackets_and_conjunctions() -> None:
    """Brackets and an "and" inside the name of a state do not cut it."""
    found = pieces.states_in_brackets(
        "Sign it (Bosnia and Herzegovina, Iran (Islamic Republic of));", frozenset({"bosnia and herzegovina"})
    )
    assert found == ["Bosnia and Herzegovina", "Iran (Islamic Republic of)"]


def test_codes_of_reviews_are_bullets() -> None:
    """The codes of recommendations open items."""
    assert cut("A - 109.1. To act\n127.12 Act") == [("To act", True), ("Act", True)]


def test_signers() -> None:
    """A signer's line gives the name alone; other lines give none."""
    assert pieces.signer("Ann Lee, Director, Lake League") == "Ann Lee"
    assert pieces.signer("2. Click here to tell us") is None


@given(st.text(alphabet="Aa1.2:;()\n •,"))
def test_pieces_are_ordered_and_apart(text: str) -> None:
    """Pieces lie in the text, in order, and none overlaps another."""
    found = list(pieces.pieces(text))
    assert all(0 <= p.start <= p.end <= len(text) for p in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
