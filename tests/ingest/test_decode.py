"""Bytes become text, or are refused in one line."""

from __future__ import annotations

import pytest

from hrcli.errors import UnreadableError
from hrcli.ingest.decode import decode


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_is_read_with_and_without_a_byte_order_mark(encoding: str) -> None:
    """The mark is no part of the text, and line ends stay as they are."""
    assert decode("Řehoř\r\n滕彪 is held".encode(encoding), "x.txt") == ("Řehoř\r\n滕彪 is held", [])


def test_another_encoding_is_guessed_with_a_warning() -> None:
    """A page in an old encoding is read, and the user is told so."""
    text = "Вчера суд в Минске приговорил журналистку к двум годам колонии. Её адвокат обжалует приговор. " * 4
    decoded, warnings = decode(text.encode("cp1251"), "x.txt")
    assert decoded == text
    assert "cp1251" in warnings[0]


def test_a_few_broken_bytes_do_not_spoil_the_rest() -> None:
    """UTF-8 with a broken byte stays UTF-8."""
    decoded, warnings = decode("“滕彪” was freed ".encode() + b"\xff.", "x.txt")
    assert decoded == "“滕彪” was freed \ufffd."
    assert "broken" in warnings[0]


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "empty"),
        (b" \n", "empty"),
        (b"a\0b", "binary"),
        (b"123 456", "no readable text"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, what: str) -> None:
    """The message says what the file is, and names it."""
    with pytest.raises(UnreadableError, match=f"x.txt: .*{what}"):
        decode(data, "x.txt")
