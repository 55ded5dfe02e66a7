"""A web page becomes its article, in paragraphs, with what the page says of its origin."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrcli.errors import UnreadableError
from hrcli.ingest import webpage
from hrcli.ingest.page import Page

ARREST = "Police in the capital have arrested a poet who read from her work in a square on Monday, her lawyer told reporters."
FAMILY = "Her family was not told for nine days where she is held, and the court has twice put off the hearing of her complaint."
CALL = "The group calls on the government to release her at once and to pay her damages for the time that she has spent in prison."


def page(body: str, head: str = "", root: str = "<html>") -> Page:
    return webpage.read(f"<!doctype html>{root}<head>{head}</head><body>{body}</body></html>".encode(), "a.html")


def article(inner: str, head: str = "") -> list[str]:
    """The paragraphs of a page whose article has `inner` between two long ones."""
    return page(f"<article><p>{ARREST}</p>{inner}<p>{FAMILY}</p></article>", head).text.split("\n\n")[1:-1]


def meta(name: str, content: str) -> str:
    return f'<meta property="{name}" content="{content}">'


def test_a_blog_gives_its_post_without_sidebar_and_comments() -> None:
    """The menu, other posts and what readers wrote are no text of the post."""
    comment = "<p class=comment>What a shame for our city, she is such a good poet!</p>"
    found = page(
        f"<nav><a href=/>Home</a></nav><main><article><h1>Poet arrested</h1><p>{ARREST}</p><p>{FAMILY}</p></article>"
        f"<section id=comments class=comments><h3>2 comments</h3>{comment}</section></main>"
        "<aside class=sidebar><h3>Recent posts</h3><ul><li><a href=/2>Singer freed in Oslo</a></li></ul></aside>"
    )
    assert found.text.split("\n\n") == ["Poet arrested", ARREST, FAMILY]


def test_a_report_keeps_the_cells_of_its_tables_in_order() -> None:
    """Each cell is a paragraph, headings too."""
    table = (
        "<h2>Cases sent to the state</h2><table><tr><th>Name</th><th>Date</th></tr><tr><td>Maria Lopez</td><td>4 May 2012</td></tr></table>"
    )
    assert article(table) == ["Cases sent to the state", "Name", "Date", "Maria Lopez", "4 May 2012"]


def test_list_items_are_paragraphs() -> None:
    """Those of a list within a list too."""
    items = "<ol><li>Release her at once;</li><li>Pay her damages:<ul><li>for the time in prison;</li></ul></li></ol>"
    assert article(items) == ["- Release her at once;", "- Pay her damages:", "- for the time in prison;"]


@pytest.mark.parametrize(
    ("inner", "parts"),
    [
        ("<pre>To the minister\n  of justice</pre>", ["To the minister\nof justice"]),
        ("<blockquote>She did nothing\n   but <i>read</i> aloud.</blockquote>", ["She did nothing but read aloud."]),
        ("<blockquote><p>She read.</p><p>That is all.</p></blockquote>", ["She read.", "That is all."]),
        ("<dl><dt>Charge</dt><dd>Insulting the state</dd></dl>", ["Charge", "Insulting the state"]),
        ("<p>4 River Street<br>Prague</p>", ["4 River Street\nPrague"]),
        ("<p>She was <b>not</b><!-- ? --> told.</p>", ["She was not told."]),
    ],
)
def test_other_text_is_kept(inner: str, parts: list[str]) -> None:
    """What is preformatted or quoted, terms, and the line breaks that the author made."""
    assert article(inner) == parts


def test_a_press_release_loses_menus_and_cookie_notice() -> None:
    """Only the release is left."""
    found = page(
        "<header><ul class=menu><li><a href=/>Home</a></li><li><a href=/press>Press</a></li></ul></header>"
        "<div id=cookie-banner><p>We use cookies to make our site better.</p><button>Accept</button></div>"
        f"<div class=content><h1>Free the poet</h1><p>{ARREST}</p><p>{CALL}</p></div><footer>© 2012 Harbour Group</footer>"
    )
    assert found.text.split("\n\n") == ["Free the poet", ARREST, CALL]


def test_a_page_without_an_article_is_kept_whole() -> None:
    """An index page has its lines as paragraphs."""
    rows = "".join(f"<tr><td><a href=/{i}>Concluding observations on state {i}</a></td><td>CCPR/C/{i}</td></tr>" for i in range(30))
    found = page(f"<div><a href=/>Home</a></div><table>{rows}</table><script>var a = 1</script>").text.split("\n\n")
    assert "Concluding observations on state 7" in found and "CCPR/C/7" in found and "var a = 1" not in found


def test_the_page_says_where_it_comes_from_in_json() -> None:
    """JSON-LD gives author, date and site."""
    json = '{"@context":"https://schema.org","@type":"NewsArticle","headline":"Poet arrested","datePublished":"2012-05-04T08:00:00Z",'
    json += '"author":{"@type":"Person","name":"Jan Novak"},"publisher":{"@type":"Organization","name":"Harbour Times"}}'
    found = page(f"<article><h1>Poet arrested</h1><p>{ARREST}</p></article>", f'<script type="application/ld+json">{json}</script>')
    assert (found.title, found.authors, found.date, found.publisher) == (
        "Poet arrested",
        ["Jan Novak"],
        "2012-05-04T08:00:00Z",
        "Harbour Times",
    )


@pytest.mark.parametrize(
    ("title", "bare"),
    [
        ("Poet arrested | Harbour Times", "Poet arrested"),
        ("Poet arrested - The Harbour Times", "Poet arrested"),
        ("Harbour Times – Poet arrested", "Poet arrested"),
        ("Poet arrested - again", "Poet arrested - again"),
        ("Harbour Times", None),
        ("", None),
    ],
)
def test_a_title_is_not_its_site(title: str, bare: str | None) -> None:
    """The name of the site goes, at either end, and alone it is no title."""
    assert webpage.bare_title(title, "Harbour Times") == bare


def test_a_page_named_like_its_site_has_the_title_of_its_heading() -> None:
    """The first heading stands in."""
    head = "<title>Harbour Times</title>" + meta("og:title", "Harbour Times") + meta("og:site_name", "Harbour Times")
    assert page(f"<h1>Poet <i>arrested</i></h1><p>{ARREST}</p>", head).title == "Poet arrested"


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("Jan Novak; Ana Lopez", ["Jan Novak", "Ana Lopez"]),
        ("Jan Novak (jan@harbour.example)", ["Jan Novak"]),
        ("https://harbour.example/jan", []),
        ("jan@harbour.example", []),
        ("admin", []),
    ],
)
def test_authors_have_neither_addresses_nor_accounts(author: str, names: list[str]) -> None:
    """Only names are left."""
    assert page(f"<article><p>{ARREST}</p></article>", f'<meta name="author" content="{author}">').authors == names


@pytest.mark.parametrize(
    ("head", "url"),
    [
        (
            '<link rel="canonical" href="https://harbour.example/poet">' + meta("og:url", "https://other.example/"),
            "https://harbour.example/poet",
        ),
        (meta("og:url", "http://harbour.example/poet"), "http://harbour.example/poet"),
        ('<link rel="canonical" href="/poet">', None),
        ('<link rel="canonical" href="javascript:alert(1)">', None),
        ("", None),
    ],
)
def test_the_address_is_the_one_that_the_page_gives_itself(head: str, url: str | None) -> None:
    """Only one of the web, and a whole one."""
    assert page(f"<p>{ARREST}</p>", head).url == url


@pytest.mark.parametrize(("root", "language"), [("<html lang=en-GB>", "en"), ("<html lang=zh_CN>", "zh"), ("<html lang=bo>", "bo"),
                                               ("<html lang=ckb>", None), ("<html>", None)])  # fmt: skip
def test_the_language_is_that_of_the_root(root: str, language: str | None) -> None:
    """Two letters or nothing."""
    assert page(f"<p>{ARREST}</p>", root=root).language == language


@pytest.mark.parametrize(
    ("body", "date"),
    [
        (f'<p><time datetime="2012-05-04">Friday</time></p><p>{ARREST}</p>', "2012-05-04"),
        (f"<p>{ARREST} Two were freed on 3 June 2009.</p>", None),
    ],
)
def test_a_date_is_stated_not_guessed(body: str, date: str | None) -> None:
    """A date in the text of the article is no date of the page."""
    assert page(f"<article>{body}</article>").date == date


@pytest.mark.parametrize("declared", ["windows-1252", "iso-8859-1"])
def test_a_page_in_an_old_western_encoding_is_read_as_declared(declared: str) -> None:
    """Browsers take Latin 1 for windows-1252, which has curly quotes."""
    text = f"“Señora López” was freed – {ARREST}"
    data = f'<html><head><meta charset="{declared}"></head><body><p>{text}</p></body></html>'.encode("cp1252")
    assert webpage.read(data, "a.html").text == text


def test_a_chinese_page_is_read_as_declared() -> None:
    """A page declared as GB2312 may have the letters of GB18030."""
    text = "人权律师滕彪和囍被北京警方带走，家人至今未收到任何通知。" * 3
    data = f'<html><head><meta http-equiv=content-type content="text/html; charset=gb2312"></head><body><p>{text}</p></body></html>'
    found = webpage.read(data.encode("gb18030"), "a.html")
    assert found.text == text and not found.warnings


def test_a_mark_of_the_byte_order_goes_before_what_the_page_declares() -> None:
    """As in a browser."""
    data = f'\ufeff<html><head><meta charset="gb2312"></head><body><p>“{ARREST}”</p></body></html>'
    assert webpage.read(data.encode(), "a.html").text == f"“{ARREST}”"


@given(
    st.binary(max_size=200),
    st.sampled_from([b"", b"<!doctype html>", b"<html><head><meta charset=gbk>", b'<?xml version="1.0" encoding="big5"?><html>']),
)
@settings(deadline=None, max_examples=80)
def test_bytes_that_are_no_page_are_refused_or_read(data: bytes, start: bytes) -> None:
    """Nothing but an UnreadableError, whatever follows the beginning of a page."""
    try:
        assert webpage.read(start + data, "a.html").text
    except UnreadableError as error:
        assert str(error).startswith("a.html: ")


TAGS = ["<p>", "</p>", "<ul><li>", "</ul>", "<pre>", "<br>", "<table><td>", "</table>", "<!--", "-->", "<![CDATA[", "<b", ">",
        "<html lang='", "&#0;", "<script>", "<title>", "<meta name=author content='", "'", "a", "\n", "@x.org"]  # fmt: skip


@given(st.lists(st.sampled_from(TAGS), max_size=40))
@settings(deadline=None, max_examples=80)
def test_broken_tags_give_clean_text(tags: list[str]) -> None:
    """Paragraphs are never empty and hold no control characters, however the tags stand."""
    try:
        found = page("".join(tags))
    except UnreadableError:
        return
    assert found.text.replace("\n", "").isprintable() and all(part.strip() for part in found.text.split("\n\n"))
