"""A document's text shows its records where they stand."""

from __future__ import annotations

import io

from hypothesis import example, given
from hypothesis import strategies as st
from samples import APPEAL, appeal

from hrcli.report import marked
from hrcli.report.marked import Mark, bracketed


def test_records_stand_in_brackets() -> None:
    """Outside a terminal each record is bracketed with what it is; inner ones stand inside outer ones."""
    out = io.StringIO()
    marked.write(appeal(), APPEAL, out, color=False)
    assert out.getvalue() == (
        "[organization: Freedom Watch] called on Ruritania to [demand: release [detained: [person: Ana Ivić]]], who was detained on "
        "[2019-05-03: 3 May 2019].\nIt must not [demand not to: torture her].\n"
    )


def test_crossing_marks() -> None:
    """Of two marks that cross, the one that begins later is left out."""
    assert bracketed("abcdef", [Mark(0, 4, "demand", "x"), Mark(2, 6, "date", "y")]) == "[x: abcd]ef"


def test_unsafe_text_is_written_out_without_shifting_marks() -> None:
    """An escape character before a mark does not move it."""
    assert bracketed("\x1b[2J Ana", [Mark(5, 8, "actor", "person")]) == r"\x1b[2J [person: Ana]"


@given(st.text(st.sampled_from("ab \n"), max_size=30), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=6))
def test_taking_the_brackets_away_gives_the_text(text: str, spans: list[tuple[int, int]]) -> None:
    """Marks add brackets and labels, and change nothing else."""
    found = sorted({Mark(a, b, "date", "L") for a, b in spans if a < b <= len(text)}, key=lambda mark: (mark.start, -mark.end))
    assert bracketed(text, found).replace("[L: ", "").replace("]", "") == text


@given(st.text(max_size=30), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=6))
@example("a\r\nb", [(0, 2), (2, 3)])
@example("\r\n", [])
def test_colored_pieces_give_the_text(text: str, spans: list[tuple[int, int]]) -> None:
    """The pieces of different styles are the whole text, a CR LF in it one line end wherever marks begin and end."""
    found = [Mark(a, b, "date", "L") for a, b in spans if a < b <= len(text)]
    assert "".join(piece for piece, _ in marked._runs(text, found)) == marked.visible(text)
