"""Lines become paragraphs, headings and list items."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from hrcli.ingest.blocks import split


def texts(text: str) -> list[str]:
    return [" ".join(block.text.split()) for block in split(text)]


def test_lines_that_are_paragraphs_stay_apart() -> None:
    """A page with one line a paragraph and no blank lines keeps its paragraphs."""
    text = "He was taken away on Monday by four men.\nHis wife saw it.\nThe police, told of it by neighbours, did not come for hours."
    assert len(split(text)) == 3


def test_an_address_is_not_joined() -> None:
    """Short lines of an address or of signatories are blocks of their own."""
    assert texts("Minister of Justice\nMr Jan Novak\n4 River Street\nPrague") == [
        "Minister of Justice",
        "Mr Jan Novak",
        "4 River Street",
        "Prague",
    ]


def test_an_item_begins_a_block() -> None:
    """A line that begins with a bullet or a number is never joined to the one above."""
    assert texts("We call on the government of the republic, which has promised as much, to\n- release him\n(b) pay him") == [
        "We call on the government of the republic, which has promised as much, to",
        "- release him",
        "(b) pay him",
    ]


@given(st.text())
def test_blocks_lie_where_they_say(text: str) -> None:
    """A block's text is the text at its place, white space apart, and blocks do not overlap."""
    end = 0
    for block in split(text):
        assert end <= block.start < block.end
        assert block.text.split() == text[block.start : block.end].split()
        assert len(block.text) == block.end - block.start
        end = block.end
