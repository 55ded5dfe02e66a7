"""One document from its bytes: identity, formats, and what the user says of it."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

import pytest

from hrcli import ingest
from hrcli.records import Source

HTML = """<!doctype html><html lang="en"><head><title>Free the Poet | Harbour Times</title>
<meta property="og:site_name" content="Harbour Times"><meta property="article:published_time" content="2012-05-04T10:00:00Z">
<link rel="canonical" href="https://harbour.example/poet"></head><body><nav><a href="/">Home</a> <a href="/news">News</a></nav>
<article><h1>Free the Poet</h1><p>Police in the capital have arrested a poet who read in a square on Monday, her lawyer said.</p>
<p>The poet, Ana Lopez, is held in a prison outside the city. Her family has not been allowed to see her since the arrest.</p></article>
<footer>© 2025 Harbour Times</footer></body></html>"""


def test_the_id_is_made_of_the_bytes(source: Callable[..., Source]) -> None:
    """The same bytes have the same id under any name."""
    assert source("The poet is free.", "a.txt").document.id == source("The poet is free.", "b.md").document.id == "543e985543ea5bf7"


def test_the_language_is_that_of_the_documents_own_text(source: Callable[..., Source]) -> None:
    """An English menu above a text in another language does not count."""
    assert source("The poet was taken from her home by the police of the city.").document.language == "en"
    german = "Die Dichterin wurde gestern von der Polizei aus ihrem Haus geholt und in ein Gefängnis außerhalb der Stadt gebracht."
    assert source(f"Skip to main content\n\nHome | About us | Donate\n\n{german}").document.language == "de"


def test_a_sketch_leaves_out_title_and_furniture(source: Callable[..., Source]) -> None:
    """A print view under another title has nearly the same."""
    text = "Police in the capital have arrested a poet who read in a square on Monday, her lawyer said. She may see nobody."
    page = f"Skip to main content\n\nFree the Poet\n\n{text}\n\n© 2025 Harbour Times"
    assert ingest.fingerprint(source(page)) == ingest.fingerprint(source(f"A Poet Held in the Capital\n\n{text}")) != []


def test_a_web_page_gives_its_article_and_metadata(source: Callable[..., Source]) -> None:
    """Menus are left out; title, site, date and address come from the page's metadata."""
    found = source(HTML, "poet.html")
    assert "Ana Lopez, is held" in found.view.text and "Home" not in found.text
    document = found.document
    assert (document.title, document.publisher, document.date, document.date_source) == (
        "Free the Poet",
        "Harbour Times",
        "2012-05-04",
        "metadata",
    )
    assert document.url == "https://harbour.example/poet"


def test_markdown_keeps_its_text_and_hides_its_markup(source: Callable[..., Source]) -> None:
    """The document is the file, the view is without marks, front matter gives metadata."""
    text = "---\ntitle: Free the Poet\ndate: 2012-05-04\n---\n# Free the Poet\n\nThey **held** [Ana Lopez](https://x.example) in _Lima_.\n"
    found = source(text, "poet.md")
    assert found.text == text
    assert found.view.text == "Free the Poet\n\nThey held Ana Lopez in Lima."
    assert (found.document.title, found.document.date) == ("Free the Poet", "2012-05-04")


def test_what_the_user_says_goes_first(vocabulary: ingest.Vocabulary) -> None:
    """An override replaces what the document tells, and the date's source is the user."""
    user = ingest.Overrides(title="Poet", date="2012")
    member = ingest.Member(path="x.txt", data=b"Free the Poet\n\n2019-09-09\n\nThe police have her.")
    document = ingest.read(member, vocabulary, overrides=user).document
    assert (document.title, document.date, document.date_source) == ("Poet", "2012", "user")


def test_plain_text_needs_no_heavy_library(source: Callable[..., Source]) -> None:
    """Reading text imports neither trafilatura nor ftfy: they are slow to load."""
    for name in ("trafilatura", "ftfy"):
        sys.modules.pop(name, None)
    source("The poet was taken from her home by the police.")
    assert not {"trafilatura", "ftfy"} & {*sys.modules}


@pytest.mark.parametrize(
    "text", ["a" * 20_000, "- x\n" * 4_000, "a@" * 10_000, "a" + " " * 20_000 + "b", "TheThe" * 4_000, "(" * 20_000 + "a"]
)
def test_no_text_makes_the_reader_hang(text: str, source: Callable[..., Source]) -> None:
    """What a broken page holds is read in time that grows with its length."""
    before = time.process_time()
    source(text)
    assert time.process_time() - before < 10
