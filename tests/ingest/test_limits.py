"""What is too much, or of another format, is refused in one line."""

from __future__ import annotations

import contextlib
import io
import time
from collections.abc import Callable

import pytest

from hrcli import ingest
from hrcli.errors import UnreadableError
from hrcli.ingest import Found, documents, inputs, opening, webpage
from hrcli.records import Source


def test_an_input_that_does_not_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """No more is read than is allowed, from a file or from standard input."""
    for module in (inputs, opening):
        monkeypatch.setattr(module, "MOST_BYTES", 1_000_000)
    for found in (Found("-", io.BytesIO(b"a" * 2_000_000)), Found("/dev/zero")):
        with pytest.raises(UnreadableError, match="larger than 1 MB: split it"):
            list(documents(found))


def test_a_text_too_long_for_the_language_model_is_refused(source: Callable[..., Source]) -> None:
    """A million characters is the limit."""
    with pytest.raises(UnreadableError, match=r"page.txt: longer than 1,000,000 characters: split it"):
        source("The poet. " * 100_001)


@pytest.mark.parametrize(
    ("html", "message"),
    [
        ("<html>" + "<div>" * 2_001 + "The poet.", "2,000 deep"),
        ("<html>" + "<br>" * 100_001 + "The poet.", "100,000 tags"),
        ("<html>" + "The poet. " * 500_001, "5 MB"),
    ],
)
def test_a_page_that_its_parser_might_choke_on_is_refused(html: str, message: str, source: Callable[..., Source]) -> None:
    """Size, number of tags and depth have limits."""
    with pytest.raises(UnreadableError, match=message):
        source(html, "page.html")


def test_paragraphs_that_are_not_closed_are_not_deep() -> None:
    """Old pages leave out the ends of paragraphs and items."""
    webpage._refuse_hostile("<html><ul>" + "<li>poet<p>free" * 5_000 + "</ul>", "page.html")


@pytest.mark.parametrize(
    "html",
    ["<html>" + "<div>" * 1_990 + "The poet.", "<html>" + "<b><i>x</b></i>" * 5_000, '<html><meta charset="idna">' + "a" * 100_000],
)
def test_a_page_within_the_limits_is_read_in_time(html: str, source: Callable[..., Source]) -> None:
    """Deep, crossed and oddly encoded pages come to an end, read or not."""
    before = time.process_time()
    with contextlib.suppress(UnreadableError):
        source(html, "page.html")
    assert time.process_time() - before < 10


@pytest.mark.parametrize("data", [b"\0" * 1000, b"\xff\xfe" + b"\0" * 1000, bytes(range(256)) * 10])
def test_bytes_that_are_no_text_are_refused(data: bytes, vocabulary: ingest.Vocabulary) -> None:
    """Zeros, with and without a mark of an encoding, and every byte there is."""
    with pytest.raises(UnreadableError, match=r"binary|no readable text"):
        ingest.read(ingest.Member(path="a.txt", data=data), vocabulary)
