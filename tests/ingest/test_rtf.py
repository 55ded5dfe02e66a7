"""Rich text is read in the right code page, and without what is not the document's words."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from office_files import changed, rtf

from hrcli.errors import UnreadableError
from hrcli.ingest import rtf as reader
from hrcli.records import Place


def text(body: str | bytes, head: str = "") -> str:
    """What is read of rich text with this head and body."""
    raw = body if isinstance(body, bytes) else body.encode("latin-1")
    return reader.read(rf"{{\rtf1\ansi{head} ".encode() + raw + b"}", "a.rtf").text


def test_paragraphs_have_places() -> None:
    """The paragraphs that hold words are counted, and their starts point into the text."""
    page = reader.read(rtf(["滕彪 😀 is {held}.", " ", "Free\\him."]), "a.rtf")
    assert page.text == "滕彪 😀 is {held}.\n\nFree\\him."
    assert page.places == [Place(start=0, name="paragraph 1"), Place(start=17, name="paragraph 2")]


def test_metadata_tell_title_and_author_but_no_date() -> None:
    """The day when a file was made is not the day when it was published."""
    page = reader.read(rtf(["Free."], title="Open “letter”", author="Ana Ruiz", created="2009-02-13"), "a.rtf")
    assert (page.title, page.authors, page.date) == ("Open “letter”", ["Ana Ruiz"], None)


CYRILLIC = "Суд".encode("cp1251")
ESCAPED = "".join(f"\\'{byte:02x}" for byte in CYRILLIC)
FONTS = r"{\fonttbl{\f0\fnil Times;}{\f1\fnil\fcharset204 Arial;}{\f2\fcharset134 Sim;}{\f3\fcharset78 Osaka;}{\f4\fcharset9999 X;}}"


@pytest.mark.parametrize(
    ("head", "body", "expected"),
    [
        (r"\ansicpg1251", ESCAPED, "Суд"),
        (r"\ansicpg1251", CYRILLIC, "Суд"),
        (r"\ansicpg1252\deff0" + FONTS, rf"caf\'e9 \f1 {ESCAPED}\par {ESCAPED}", "café Суд\n\nСуд"),
        (r"\ansicpg1252\deff1" + FONTS, rf"{ESCAPED}{{\f0 \'e9}}{ESCAPED}\f0 \'e9\plain {ESCAPED}", "СудéСудéСуд"),
        (r"\ansicpg1252\deff0" + FONTS, r"\f2 \'cb\'d5", "苏"),
        (r"\ansicpg1252\deff0" + FONTS, r"caf\f3 \'e9\f4 \'e9\f99 \'e9", "cafééé"),
        (r"\mac", r"caf\'8e", "café"),
        (r"\ansicpg99999", r"caf\'e9", "café"),
        (r"\uc2", r"caf\u233 ??s", "cafés"),
        ("", r"\u-10179 ?\u-8704 ? \u-10179 ?a\u9999999 ?b", "😀 \N{REPLACEMENT CHARACTER}a?b"),
    ],
)
def test_code_pages(head: str, body: str | bytes, expected: str) -> None:
    """Of the file, of the font, which lasts beyond its paragraph; what nobody knows is Western European."""
    assert text(body, head) == expected


def test_breaks_signs_and_tables() -> None:
    """A line is no paragraph; cells are read one by one; a bar in the text is a bar."""
    assert text(r"a\line b\tab c\par d\~e\_f\-g\emdash h|i\sect" + "\nj\\\nk") == "a\nb\tc\n\nd\xa0e-fg—h|i\n\nj\n\nk"
    assert text(r"\trowd Name\cell Li\cell\row End") == "Name\n\nLi\n\nEnd"


def test_what_is_not_in_the_text_is_left_out() -> None:
    """Pictures, as hexadecimal and as bytes, fields, styles, page heads, hidden and deleted words."""
    picture = rb"{\pict\pngblip 00ff00ff}{\*\shppict{\pict\bin5 {{}}}}}"
    assert text(b"a" + picture + b"b") == "ab"
    assert text(r'a {\field{\*\fldinst{HYPERLINK "http://x.org"}}{\fldrslt{link}}} b{\stylesheet{\s1 Normal;}}{\header Page}') == "a link b"
    assert text(r"He is {\deleted not }free{\v  hidden}{\v0 .} \deleted x\plain y") == "He is free. y"


def test_notes_come_last_and_comments_are_counted() -> None:
    """Footnotes keep the code page that they stand in; comments are not the document's words."""
    head = r"\ansicpg1252\deff0" + FONTS
    body = rf"\f1 He{{\super\chftn{{\footnote {ESCAPED}}}}} is{{\*\annotation Sure?}} free{{\shp{{\*\shpinst{{\shptxt Box}}}}}}."
    page = reader.read(rf"{{\rtf1\ansi{head} {body}}}".encode(), "a.rtf")
    assert page.text == "He is free.\n\nСуд\n\nBox"
    assert page.warnings == ["1 comment of the RTF file left out"]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "no rich text file"),
        (b"just words", "no rich text file"),
        (b"{\\rtf1 }", "no text in it"),
        (b"{\\rtf1 " + b"{" * 1_000, "too deep"),
        (b"{\\rtf1" + b"a" * 50_000_000, "larger than 50 MB"),
    ],
)
def test_what_cannot_be_read_is_refused(data: bytes, message: str) -> None:
    """One line names the file and says what is wrong, a hint what to do."""
    with pytest.raises(UnreadableError, match=f"^a.rtf: .*{message}[^\n]*$") as error:
        reader.read(data, "a.rtf")
    assert error.value.hint


def test_a_text_that_is_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """As soon as it is seen to be."""
    monkeypatch.setattr(reader, "MOST_CHARACTERS", 100)
    for body in ("a" * 201, "\\'e9" * 201, "\\u233?" * 101):
        with pytest.raises(UnreadableError, match="longer than 1,000,000 characters"):
            text(body)


@given(words=st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn", "Z"]), min_size=1).map("a{}".format), min_size=1))
@settings(deadline=None, max_examples=30)
def test_words_come_back_as_they_were_written(words: list[str]) -> None:
    """Whatever the script."""
    assert reader.read(rtf(words), "a.rtf").text == "\n\n".join(words)


RICH = (
    rb"{\rtf1\ansi\ansicpg1251\deff0{\fonttbl{\f0\fcharset204 A;}}{\info{\title T}}"
    rb"\uc1 a\u233?{\footnote n}{\pict 00\bin3 abc}\'e9\cell\par}"
)
TOKENS = st.sampled_from(
    [b"{", b"}", b"\\", b"\\*", b"\\u", b"\\uc", b"\\bin", b"\\pict", b"\\f", b"\\'", b"\\'ff", b"\\fcharset1", b"99999", b"a"]
)


@given(data=st.one_of(st.binary(), changed(RICH), st.lists(TOKENS).map(lambda tokens: b"{\\rtf1" + b"".join(tokens))))
@settings(deadline=None, max_examples=300)
def test_broken_bytes_give_a_page_or_one_line(data: bytes) -> None:
    """Nothing else is raised, whatever the bytes."""
    try:
        assert reader.read(data, "a.rtf").text
    except UnreadableError as error:
        assert error.message.startswith("a.rtf: ")
