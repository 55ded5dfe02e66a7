"""OpenDocument texts are read as their reader sees them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from office_files import odt, odt_of, packed, spoiled

from hrcli.errors import UnreadableError
from hrcli.ingest import opendocument
from hrcli.records import Place


def text(body: str) -> str:
    """What is read of an OpenDocument text with this body."""
    return opendocument.read(odt_of(body), "a.odt").text


def test_paragraphs_have_places() -> None:
    """The paragraphs that hold words are counted, and their starts point into the text."""
    page = opendocument.read(odt(["滕彪 is held.", " ", "Free him."]), "a.odt")
    assert page.text == "滕彪 is held.\n\nFree him."
    assert page.places == [Place(start=0, name="paragraph 1"), Place(start=13, name="paragraph 2")]


def test_metadata_tell_title_and_author_but_no_date() -> None:
    """The day when a file was made is not the day when it was published."""
    page = opendocument.read(odt(["Free."], title="Open letter", author="Ana Ruiz", created="2009-02-13T00:00:00"), "a.odt")
    assert (page.title, page.authors, page.date) == ("Open letter", ["Ana Ruiz"], None)


def test_the_style_title_goes_before_metadata() -> None:
    """Also where the paragraph has a style of its own that is made from it."""
    styles = '<style:style style:name="P1" style:parent-style-name="Title"/>'
    data = odt_of('<text:h>News</text:h><text:p text:style-name="P1">Free Li</text:p>', title="Old letter", styles=styles)
    assert opendocument.read(data, "a.odt").title == "Free Li"


def test_lists_and_tables_are_read_in_order() -> None:
    """Item after item, cell after cell."""
    items = (
        "<text:list><text:list-item><text:p>One</text:p></text:list-item><text:list-item><text:p>Two</text:p></text:list-item></text:list>"
    )
    cells = "<table:table-cell><text:p>Name</text:p></table:table-cell><table:table-cell><text:p>Li</text:p></table:table-cell>"
    table = f"<table:table><table:table-row>{cells}</table:table-row></table:table>"
    assert text(f"<text:h>Head</text:h>{items}{table}") == "Head\n\nOne\n\nTwo\n\nName\n\nLi"


def test_white_space_is_as_the_standard_says() -> None:
    """White space in XML is one space; more, tabs and line ends have elements of their own."""
    assert text('<text:p>\n  a <text:span> b</text:span><text:s text:c="2"/>c<text:tab/>d<text:line-break/>e\n</text:p>') == "a b  c\td\ne"
    assert text('<text:p>a<text:s text:c="999999999"/>b<text:s text:c="x"/>c</text:p>') == "a b c"


def test_notes_come_last() -> None:
    """The body of a note is a paragraph at the end, its number is left out, and the words around it stay apart."""
    note = "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>A source </text:p></text:note-body></text:note>"
    assert text(f"<text:p>He is{note} free.</text:p><text:p>End</text:p>") == "He is free.\n\nEnd\n\nA source"


def test_deletions_and_comments_are_left_out() -> None:
    """Comments are counted; alternative texts of pictures are not the document's words."""
    changes = "<text:tracked-changes><text:changed-region><text:p>Gone</text:p></text:changed-region></text:tracked-changes>"
    comment = "<office:annotation><dc:creator>Ed</dc:creator><text:p>Sure?</text:p></office:annotation>"
    frame = "<draw:frame><svg:title>A cat</svg:title><draw:text-box><text:p>In the box</text:p></draw:text-box></draw:frame>"
    page = opendocument.read(odt_of(f"{changes}<text:p>He is {comment}free.{frame}</text:p>"), "a.odt")
    assert page.text == "He is free.\n\nIn the box"
    assert page.warnings == ["1 comment of the OpenDocument file left out"]


SEALED = '<m:manifest xmlns:m="urn:x"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>'


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"just words", "no OpenDocument text"),
        (packed({"META-INF/manifest.xml": SEALED, "content.xml": "\x01\x02"}), "protected by a password"),
        (packed({"mimetype": "a"}), "content.xml is not in it"),
        (odt([]), "no text in it"),
        (odt_of("<text:p>"), "no well-formed XML"),
    ],
)
def test_what_cannot_be_read_is_refused(data: bytes, message: str) -> None:
    """One line names the file and says what is wrong, a hint what to do."""
    with pytest.raises(UnreadableError, match=f"^a.odt: .*{message}[^\n]*$") as error:
        opendocument.read(data, "a.odt")
    assert error.value.hint


@given(words=st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn", "Z"]), min_size=1).map("a{}".format), min_size=1))
@settings(deadline=None, max_examples=30)
def test_words_come_back_as_they_were_written(words: list[str]) -> None:
    """Whatever the script."""
    assert opendocument.read(odt(words), "a.odt").text == "\n\n".join(words)


@given(data=st.one_of(st.binary(), spoiled(odt(["Free him."] * 9, title="T"), "content.xml")))
@settings(deadline=None, max_examples=150)
def test_broken_bytes_give_a_page_or_one_line(data: bytes) -> None:
    """Nothing else is raised, whatever the bytes."""
    try:
        assert opendocument.read(data, "a.odt").text
    except UnreadableError as error:
        assert error.message.startswith("a.odt: ")
