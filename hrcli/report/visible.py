"""Untrusted text made safe to show: what could steer a terminal or turn the order of letters is written out."""

from __future__ import annotations

import re

# Control characters (but not tab and line feed), marks of direction, and halves of characters, which are no UTF-8.
UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def visible(text: str) -> str:
    r"""The text with every unsafe character written as its escape: `\x1b`, `\u202e`. CR LF counts as LF."""
    return UNSAFE.sub(_escape, text.replace("\r\n", "\n"))


def line(text: str) -> str:
    """The visible text on one line, its white space collapsed."""
    return visible(" ".join(text.split()))


def _escape(found: re.Match[str]) -> str:
    code = ord(found.group())
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
