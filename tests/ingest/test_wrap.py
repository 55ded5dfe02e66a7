"""Hard-wrapped lines and hyphens at line ends."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrcli import ingest
from hrcli.ingest import wrap

MAIL = (
    "The lawyer was taken from his home in the north of the\n"
    "capital on Monday night, and his family has not been\n"
    "told where he is being held or what he is accused of.\n"
    "They have asked the prosecutor.\n"
    "\n"
    "Nobody answered."
)


def made(text: str, changes: list[wrap.Change]) -> str:
    for start, end, new in reversed(changes):
        text = text[:start] + new + text[end:]
    return text


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("the govern-\nment", "the government"),
        ("the govern-\r\n  ment", "the government"),
        ("the incommuni-\ncado", "the incommunicado"),
        ("a human-\nrights-based plan", "a human-rights-based plan"),
        ("on Tiananmen-\nSquare", "on Tiananmen-Square"),
        ("in 2009-\n2010", "in 2009-2010"),
        ("short-\nand long-term", "short- and long-term"),
        ("from door-\nto-\ndoor", "from door-to-door"),
        ("the non-\ngovernmental", "the non-governmental"),
        ("the pri\ufffe\nson and the cour\x02age", "the prison and the courage"),
        ("see https://ex.example/press-\nreleases now", "see https://ex.example/press-releases now"),
        ("Tel. 555-\n0100", "Tel. 555-\n0100"),
        ("he said -\nand left", "he said -\nand left"),
    ],
)
def test_hyphens_at_line_ends(broken: str, whole: str) -> None:
    """The word list says whether a hyphen is the word's own; names, numbers and addresses keep theirs."""
    assert made(broken, [*wrap.hyphens(broken)]) == whole


def test_the_document_knows_best_how_it_writes_a_word() -> None:
    """A spelling elsewhere in the text goes before the word list."""
    text = "the govern-ment\nthe govern-\nment"
    assert made(text, [*wrap.hyphens(text)]) == "the govern-ment\nthe govern-ment"


def test_soft_hyphens_at_line_ends_go_with_the_break() -> None:
    """They are none of the word's."""
    text = "the gov\u00ad\nernment"
    assert made(text, [*wrap.soft(text)]) == "the government"


def test_lines_of_one_width_are_one_paragraph(vocabulary: ingest.Vocabulary) -> None:
    """A mail that is broken at a fixed width is read as its paragraphs."""
    assert made(MAIL, [*wrap.joins(MAIL, vocabulary)]) == " ".join(MAIL.split("\n\n")[0].split()) + "\n\nNobody answered."


@pytest.mark.parametrize(
    "text",
    [
        "Minister of Justice\nMr Jan Novak\n4 River Street\nPrague",
        "He was taken away on Monday by four men.\nHis wife saw it.\nThe police, told of it by neighbours, did not come for hours.",
        "O river that carried the shoes of my people\nand carried the names of the boys from the hill\n"
        "you carried the letters nobody opened",
        "The Centre for Legal Aid and Research of the University of Dhaka\nThe National Federation of Indigenous Peoples of Ecuador\n"
        "The Association of Relatives of the Disappeared of the North\nThe Committee for the Defence of Press Freedom in Chad",
        "We call on the government of the republic, which has promised as much, to\n- release him\n(b) pay him",
        "Year  Arrests  Deaths\n2009  120  4\n2010  45  1",
    ],
)
def test_lines_that_are_their_author_s_stay_apart(text: str, vocabulary: ingest.Vocabulary) -> None:
    """Addresses, paragraphs of a line each, verses, signatories, lists and tables."""
    assert [*wrap.joins(text, vocabulary)] == []


@settings(deadline=None, max_examples=50)
@given(text=st.text(alphabet=st.sampled_from("aAé1 -\u00ad\n\r.\x02’(")))
def test_changes_are_in_order_and_apart(text: str, vocabulary: ingest.Vocabulary) -> None:
    """Spans lie in the text, ascend, and only white space and hyphens are replaced."""
    for changes in ([*wrap.hyphens(text)], [*wrap.soft(text)], [*wrap.joins(text, vocabulary)]):
        end = 0
        for start, stop, new in changes:
            assert end <= start < stop <= len(text)
            assert not text[start:stop].strip(" \n\r-\u00ad\x02") and new in ("", " ", "-", "- ")
            end = stop
