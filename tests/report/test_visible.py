"""Nothing untrusted reaches a terminal as a command."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrcli.report.visible import line, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[2J", r"\x1b[2J"),
        ("\x9b31m", r"\x9b31m"),
        ("del\x7f", r"del\x7f"),
        ("nul\0", r"nul\x00"),
        ("\u202egnp.exe", r"\u202egnp.exe"),
        ("a\u200fb\u2066c", r"a\u200fb\u2066c"),
        ("rep\udcffort.txt", r"rep\udcffort.txt"),
        ("a\r\nb\tc", "a\nb\tc"),
        ("滕彪 ئىلھام é 😀", "滕彪 ئىلھام é 😀"),
    ],
)
def test_writes_unsafe_characters_out(text: str, shown: str) -> None:
    """Control characters, marks of direction and halves of characters are written out; letters stay as they are."""
    assert visible(text) == shown


@given(st.text(st.characters()))
def test_nothing_unsafe_is_left(text: str) -> None:
    """Whatever comes in, no control character but tab and line feed comes out, and it is UTF-8."""
    shown = visible(text)
    shown.encode("utf-8")
    assert not any(unicodedata.category(c) == "Cc" and c not in "\t\n" for c in shown)


def test_a_line_is_one_line() -> None:
    """White space of every kind becomes one space."""
    assert line(" a\n\n b\tc\u2028d ") == "a b c d"
