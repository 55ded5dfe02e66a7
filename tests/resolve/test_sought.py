"""What people type to search, and where its words stand in a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrcli.errors import UsageError
from hrcli.resolve import Query
from hrcli.resolve.sought import FIELDS, fold, marks, parse


def test_words_and_filters() -> None:
    """Filters are taken out, with quotes where a name has blanks; the rest is what the index is asked for."""
    sought = parse('release "house arrest" lawy* type:demands person:"Ana Ivić" since:2009 entity:FW')
    assert sought.words == 'release "house arrest" lawy*'
    assert (sought.fields, sought.query, sought.entity) == (("demands",), Query(person="Ana Ivić", since="2009"), "FW")
    assert parse("http://x.org 12:30").words == "http://x.org 12:30"
    assert parse("x").fields == FIELDS
    assert parse("x TYPE:entities").fields == ("entities",)


@pytest.mark.parametrize("typed", ["", "?!", "person:Ana", "persn:Ana x", "x type:thing"])
def test_what_is_no_search(typed: str) -> None:
    """Filters alone, filters that there are not, and signs alone are usage errors."""
    with pytest.raises(UsageError):
        parse(typed)


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("Ana Ivić was held.", "ivic", ["Ivić"]),
        ("Under house  arrest, arrested.", '"house arrest"', ["house  arrest"]),
        ("A lawyer for lawyers", "lawy*", ["lawyer", "lawyers"]),
        ("Lawyers", "lawyer", []),
        ("见安娜 (安娜)", "安娜", ["安娜", "安娜"]),
        ("İstanbul, ISTANBUL", "istanbul", ["İstanbul", "ISTANBUL"]),
    ],
)
def test_where_the_words_stand(text: str, words: str, found: list[str]) -> None:
    """Without case and accents, whole words, phrases and beginnings."""
    assert [text[start:end] for start, end in marks(text, words)] == found


@given(st.text(max_size=40))
def test_folding_moves_nothing(text: str) -> None:
    """A folded text is as long as the text."""
    assert len(fold(text)) == len(text)


@given(st.text(max_size=20), st.text(max_size=20))
def test_any_words_can_be_looked_for(text: str, words: str) -> None:
    """No words are an error, and no mark lies within another."""
    ends = [place for span in marks(text, words) for place in span]
    assert ends == sorted(ends)
