"""The words of a document in lists, and the search for forms among its tokens."""

from __future__ import annotations

import spacy

from hrcli.extract.naming.forms import Known, Node, add
from hrcli.extract.naming.page import Page

TEXT = "The Tidal\nBoard of U.S.-backed ports.\n\nIt met Ana-Lu (aged 31)."


def page() -> Page:
    return Page(spacy.blank("en")(TEXT))


def test_tokens_are_the_whole_tokens_of_a_stretch() -> None:
    """A stretch that begins or ends inside a token has none."""
    found = page()
    start = TEXT.index("Board")
    span = found.tokens(start, start + 5)
    assert span is not None
    assert found.slice(*span) == "Board"
    assert found.tokens(start + 1, start + 5) is None
    assert found.tokens(start, start + 4) is None


def test_a_form_is_found_over_a_line_break_and_not_over_a_blank_line() -> None:
    """Line breaks inside a form do not hide it; a paragraph's end does."""
    root = Node()
    for form in ("Tidal Board", "ports. It"):
        add(root, form, Known(form, "organization", "organization"))
    assert [known.name for *_, known in page().spot(root)] == ["Tidal Board"]


def test_a_form_inside_a_token_is_known_but_not_aligned() -> None:
    """ "U.S." before a hyphen counts for what the text is about, but no tokens are it."""
    found = page()
    assert [known.code for *_, known in found.known] == ["US"]
    assert list(found.aligned(found.known)) == []


def test_the_line_and_the_rest_around_tokens() -> None:
    """What stands before a token on its line, and behind it."""
    found = page()
    at = found.words.index("met")
    assert found.line_before(at) == "It "
    assert found.rest(at + 1).startswith(" Ana")
    assert found.line(1, found.words.index("Board") + 1) == "Tidal Board"


def test_an_empty_document_has_an_empty_page() -> None:
    """No words, no names, no error."""
    empty = Page(spacy.blank("en")(""))
    assert (len(empty), empty.words, empty.known) == (0, [], [])
