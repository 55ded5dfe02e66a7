"""The view: what extractors read, with the map back to the document."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from hrcli import ingest
from hrcli.errors import UnreadableError
from hrcli.records import Source, View

PAGE = (
    "Log in\r\nFree the Poet\r\n\r\nPolice have arrested a poet who read in a square on Monday.The court\u00a0 is  silent, her lawyer said."
    "\r\nMedia contacts\r\nAna Lopez, +51 1 555 0100\r\n"
)


def check(text: str, view: View) -> None:
    """Offsets ascend, and every character of the view is the one at its place, but for white space and what stands for a wrong one."""
    assert len(view.offsets) == len(view.text) + 1
    assert view.offsets == sorted(view.offsets)
    mended = [text[at] for char, at in zip(view.text, view.offsets, strict=False) if not char.isspace() and text[at] != char]
    assert not any(map(str.isascii, mended))


def test_the_view_leaves_furniture_out_and_keeps_paragraphs(source: Callable[..., Source]) -> None:
    """Blocks stand apart by a blank line, with single spaces within."""
    assert source(PAGE).view.text == (
        "Free the Poet\n\nPolice have arrested a poet who read in a square on Monday. The court is silent, her lawyer said."
        "\n\nMedia contacts\n\nAna Lopez, +51 1 555 0100"
    )


def test_the_text_is_the_file(source: Callable[..., Source]) -> None:
    """Nothing is changed in the text that offsets point into, line ends included."""
    assert source(PAGE).text == PAGE


def test_a_span_of_the_view_has_its_place_in_the_text(source: Callable[..., Source]) -> None:
    """original() leads from the view to the text across mended and cut places."""
    found = source(PAGE)
    at = found.view.text.index("Monday. The")
    start, end = found.view.original(at, at + len("Monday. The"))
    assert found.text[start:end] == "Monday.The"


def test_title_and_contacts_are_marked(source: Callable[..., Source]) -> None:
    """Zones say what is no running text."""
    view = source(PAGE).view
    assert [(zone.kind, view.text[zone.start : zone.end]) for zone in view.zones] == [
        ("title", "Free the Poet"),
        ("contact", "Media contacts"),
        ("contact", "Ana Lopez, +51 1 555 0100"),
    ]


@given(data=st.binary() | st.text().map(str.encode))
def test_any_bytes_give_a_source_or_an_unreadable_error(data: bytes, vocabulary: ingest.Vocabulary) -> None:
    """No input breaks the batch."""
    for path in ("x.txt", "x.md"):
        try:
            found = ingest.read(ingest.Member(path=path, data=data), vocabulary)
        except UnreadableError:
            continue
        check(found.text, found.view)


WORDS = st.sampled_from(
    [
        "The",
        "police",
        "took",
        "Ana",
        "Lopez",
        "home.",
        "speech.The",
        "inChina",
        "1.",
        "2.",
        "3.",
        "(a)",
        "Log in",
        "© 2012",
        "Share",
        "**bold**",
        "[x](y)",
    ]
)
GLUE = st.sampled_from([" ", "  ", "\n", "\r\n\r\n", "\u00a0", "", "\u200b", "\t"])


@given(parts=st.lists(st.tuples(WORDS, GLUE)))
def test_the_view_of_page_like_text_maps_back(parts: list[tuple[str, str]], vocabulary: ingest.Vocabulary) -> None:
    """Cut, mended and re-spaced text keeps its map."""
    text = "The police" + "".join(word + glue for word, glue in parts)
    for path in ("x.txt", "x.md"):
        found = ingest.read(ingest.Member(path=path, data=text.encode()), vocabulary)
        check(text, found.view)
        assert all(text[span.start : span.end].strip() for span in found.document.furniture)
