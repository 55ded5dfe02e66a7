"""E-books are read chapter by chapter, in the order of reading."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from office_files import chapter, epub, epub_of, packed, spoiled

from hrcli.errors import UnreadableError
from hrcli.ingest import epub as reader
from hrcli.records import Place


def text(body: str, head: str = "") -> str:
    """What is read of an e-book of one chapter with this body."""
    return reader.read(epub_of([chapter(body, head)]), "a.epub").text


def test_chapters_have_places() -> None:
    """They are counted where they hold words, and their starts point into the text."""
    page = reader.read(epub_of([chapter("<p>滕彪 is held.</p><p>Free him.</p>"), chapter("<p/>"), chapter("Li")]), "a.epub")
    assert page.text == "滕彪 is held.\n\nFree him.\n\nLi"
    assert page.places == [Place(start=0, name="chapter 1"), Place(start=24, name="chapter 2")]


def test_the_package_tells_of_the_origin() -> None:
    """Title, authors, publisher, day and language."""
    data = epub(
        ["Free."], title="Open letters", author="Ana Ruiz", date="2009-02-13T10:00:00Z", publisher="Harbour Press", language="en-GB"
    )
    page = reader.read(data, "a.epub")
    assert (page.title, page.authors, page.publisher) == ("Open letters", ["Ana Ruiz"], "Harbour Press")
    assert (page.date, page.language) == ("2009-02-13", "en")


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        ("<dc:date>2009</dc:date>", "2009"),
        ("<dc:date>0101-01-01T00:00:00+00:00</dc:date>", None),
        ("<dc:date>2009-02-31</dc:date>", None),
        ('<dc:date opf:event="modification">2012</dc:date>', None),
        ('<dc:date>2011</dc:date><dc:date opf:event="publication">2009-02</dc:date>', "2009-02"),
    ],
)
def test_the_date_is_that_of_publication(dates: str, expected: str | None) -> None:
    """Days that there are not, and those that programs write for none, are none."""
    assert reader.read(epub_of([chapter("Free.")], dates), "a.epub").date == expected


def test_blocks_are_paragraphs() -> None:
    """Also those within others, and cells; white space is that of a browser."""
    body = "<div>One\n <b>two </b> three<br/>four<ul><li>item</li></ul>rest<table><tr><td>a</td><td>b</td></tr></table></div>"
    assert text(body) == "One two three\nfour\n\nitem\n\nrest\n\na\n\nb"


def test_what_is_no_text_is_left_out() -> None:
    """Scripts, styles, menus, signs of notes, the reading of Han characters."""
    head = "<style>p {}</style>"
    body = '<script>a()</script><nav><p>Menu</p></nav><p>Said.<a class="noteref">1</a> <ruby>滕<rt>teng</rt></ruby></p>'
    assert text(body, head) == "Said. 滕"


def test_named_characters_of_html_are_known() -> None:
    """With and without the document type that would declare them; those of XML stay markup."""
    assert text("<p>caf&eacute;&nbsp;&mdash; &lt;b&gt; &amp;amp; Li</p>") == "café\xa0— <b> &amp; Li"
    typed = '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd">' + chapter(
        "a&nbsp;&nosuch;b"
    )
    assert reader.read(epub_of([typed]), "a.epub").text == "a\xa0b"


def test_a_chapter_that_is_no_xml_is_read_as_html() -> None:
    """Tags that are not closed are as a browser takes them."""
    assert text("<p>One <i>two<p>caf&eacute; 滕彪<br>end") == "One two\n\ncafé 滕彪\nend"


def test_chapters_that_are_missing_are_said() -> None:
    """The others are read."""
    spine = '<item id="a" href="a.xhtml"/><item id="b" href="b.xhtml"/></manifest><spine><itemref idref="a"/><itemref idref="b"/></spine>'
    container = '<container><rootfile full-path="c.opf"/></container>'
    data = packed({"META-INF/container.xml": container, "c.opf": f"<package><manifest>{spine}</package>", "b.xhtml": chapter("Free.")})
    page = reader.read(data, "a.epub")
    assert (page.text, page.warnings) == ("Free.", ["1 of 2 chapters are not in the e-book"])


def sealed(way: str, part: str) -> str:
    """The file that says which part is encrypted in which way."""
    return f'<e><EncryptedData><EncryptionMethod Algorithm="{way}"/><CipherReference URI="{part}"/></EncryptedData></e>'


def test_garbled_fonts_do_no_harm() -> None:
    """They are not read."""
    fonts = sealed("http://www.idpf.org/2008/embedding", "OEBPS/text/0%20a.xhtml")
    assert reader.read(epub_of([chapter("Free.")], encryption=fonts), "a.epub").text == "Free."


ENTITIES = '<!DOCTYPE html [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>' + chapter("&b;")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"just words", "no e-book"),
        (packed({"a.txt": "a"}), "names no chapters"),
        (epub_of([]), "names no chapters"),
        (epub([]), "no text in it"),
        (epub_of([ENTITIES]), "declares entities"),
        (
            epub_of([chapter("Free.")], encryption=sealed("http://www.w3.org/2001/04/xmlenc#aes128-cbc", "OEBPS/text/0%20a.xhtml")),
            "protected",
        ),
        (epub_of([chapter("<b>" * 1_000 + "</b>" * 1_000)]), "1,000 deep"),
        (epub_of([chapter("<p>" * 5_000_000 + "x")]), "unpacks to far more"),
    ],
)
def test_what_cannot_be_read_is_refused(data: bytes, message: str) -> None:
    """One line names the file and says what is wrong, a hint what to do."""
    with pytest.raises(UnreadableError, match=f"^a.epub: .*{message}[^\n]*$") as error:
        reader.read(data, "a.epub")
    assert error.value.hint


BOOK = epub_of([chapter("<p>Free</p> him.<br/>" * 3)], "<dc:title>T</dc:title><dc:date>2009</dc:date>")


@given(data=st.one_of(st.binary(), spoiled(BOOK, "OEBPS/text/0 a.xhtml"), spoiled(BOOK, "OEBPS/content.opf")))
@settings(deadline=None, max_examples=200)
def test_broken_bytes_give_a_page_or_one_line(data: bytes) -> None:
    """Nothing else is raised, whatever the bytes."""
    try:
        assert reader.read(data, "a.epub").text
    except UnreadableError as error:
        assert error.message.startswith("a.epub: ")
