"""A saved page is read as the page that it holds."""

from __future__ import annotations

from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrcli.errors import UnreadableError
from hrcli.ingest import mhtml

ARREST = "Police in the capital have arrested a poet who read “Señora” in a square on Monday, her lawyer told reporters."
URL = "https://harbour.example/poet"
HTML = f"<html><head>HEAD</head><body><article><p>{ARREST}</p></article></body></html>"


def saved(
    html: str = HTML, subject: str = "Poet arrested", *, charset: str = "utf-8", head: str = "", cte: str | None = None
) -> EmailMessage:
    """A page as a browser saves it."""
    mail = EmailMessage()
    mail["Subject"], mail["Snapshot-Content-Location"] = subject, URL
    mail["Date"] = "Fri, 1 Jan 2021 10:00:00 -0000"
    mail.set_content(html.replace("HEAD", head), subtype="html", charset=charset, cte=cte)
    mail.add_related(b"\x89PNG", "image", "png")
    return mail


@pytest.mark.parametrize("cte", ["quoted-printable", "base64", "8bit"])
@pytest.mark.parametrize("charset", ["utf-8", "windows-1252"])
def test_a_saved_page_gives_its_text_address_and_subject(charset: str, cte: str) -> None:
    """However the part is encoded; the day of saving is no date of the page."""
    page = mhtml.read(saved(charset=charset, cte=cte).as_bytes(), "a.mhtml")
    assert (page.text, page.title, page.url, page.date) == (ARREST, "Poet arrested", URL, None)


def test_what_the_page_says_goes_first() -> None:
    """Its own title and canonical address before those of the file; the subject loses the name of the site."""
    head = '<title>Free the poet</title><link rel="canonical" href="https://harbour.example/1">'
    page = mhtml.read(saved(head=head).as_bytes(), "a.mht")
    assert (page.title, page.url) == ("Free the poet", "https://harbour.example/1")
    site = '<meta property="og:site_name" content="Harbour Times">'
    assert mhtml.read(saved(subject="Poet arrested | Harbour Times", head=site).as_bytes(), "a.mht").title == "Poet arrested"


def test_the_charset_of_the_part_goes_before_that_of_the_page() -> None:
    """A browser that saves a page in UTF-8 may leave its old declaration in."""
    assert mhtml.read(saved(head="<meta charset=gb2312>").as_bytes(), "a.mht").text == ARREST


@pytest.mark.parametrize("charset", ["x-unheard-of", "ascii"])
def test_a_wrong_charset_is_no_obstacle(charset: str) -> None:
    """Then the page itself is asked for it."""
    data = saved(cte="8bit").as_bytes().replace(b'charset="utf-8"', f'charset="{charset}"'.encode())
    assert mhtml.read(data, "a.mht").text == ARREST


def test_the_part_that_the_file_calls_its_start_is_the_page() -> None:
    """A frame that comes before it is not."""
    mail = EmailMessage()
    mail.set_content("<html><body><p>An advertisement for soap, in a frame.</p></body></html>", subtype="html")
    mail.make_related()
    mail.add_related(HTML.encode(), "text", "html", cid="<page@x>")
    data = mail.as_bytes().replace(b"multipart/related;", b'multipart/related; start="<page@x>";', 1)
    assert mhtml.read(data, "a.mht").text == ARREST
    assert "soap" in mhtml.read(mail.as_bytes(), "a.mht").text


def test_an_address_that_is_not_of_the_web_is_left_out() -> None:
    """Files of the user's own machine have no place in a table."""
    data = saved().as_bytes().replace(URL.encode(), b"file:///home/maria/poet.html")
    assert mhtml.read(data, "a.mht").url is None


def test_a_file_without_a_page_is_refused() -> None:
    """A saved picture holds no text."""
    mail = EmailMessage()
    mail.add_related(b"\x89PNG", "image", "png")
    with pytest.raises(UnreadableError, match=r"a.mht: a saved page without a web page in it"):
        mhtml.read(mail.as_bytes(), "a.mht")


WHOLE = saved(cte="quoted-printable").as_bytes()


@given(st.integers(0, len(WHOLE)), st.integers(0, 60), st.binary(max_size=40) | st.text("=?;:\"'<>\r\n -/", max_size=30).map(str.encode))
@settings(deadline=None, max_examples=150)
def test_a_broken_file_is_read_or_refused(start: int, gone: int, instead: bytes) -> None:
    """Nothing but an UnreadableError comes of bytes that were cut out or put in."""
    try:
        assert mhtml.read(WHOLE[:start] + instead + WHOLE[start + gone :], "a.mht").text
    except UnreadableError as error:
        assert str(error).startswith("a.mht: ")
