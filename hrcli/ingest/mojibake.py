"""UTF-8 that was read as Windows-1252, Latin-1 or Mac Roman ("â€™", "JosÃ©", "‚Äô"): the sequences that can be nothing else.

ftfy changes a text as a whole; here each sequence is found apart, so that the view can map it back. What real texts have as well
(“LIBERTÉ”, «ÉTÉ», “IRMÃ”) is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

ROUNDS = 3  # how often a text may have gone through the wrong encoding
QUOTES = "‘’“”–—…«»›"  # what may stand after an accented letter of the author's own
MATHS = "πΩ∑∏∫∞∂"  # and after a root
LOST = re.compile("â€\ufffd?$")  # a closing quotation mark whose last byte no table holds


def changes(text: str) -> Iterator[tuple[int, int, str]]:
    """The wrongly decoded sequences of `text`, in order: the half-open span and the character that was meant."""
    if text.isascii():
        return
    for hit in _pattern().finditer(text):
        if LOST.match(hit[0]):
            yield *hit.span(), "”"
            continue
        at = hit.start()
        for meant in _meant(hit[0]):
            yield at, at + len(meant.encode()), meant
            at += len(meant.encode())


def _meant(sequence: str) -> str:
    """The characters that a sequence was meant to be; "" where it is none."""
    table = _bytes("mac_roman" if sequence[0] in "√‚" else "cp1252")
    try:
        return bytes(table[char] for char in sequence).decode()
    except (KeyError, UnicodeDecodeError):
        return ""


@cache
def _bytes(name: str) -> dict[str, int]:
    """The byte from 80 to FF that each character stands for in an encoding; in cp1252 the holes and C1 controls as well."""
    table = {chr(byte): byte for byte in range(0x80, 0x100)} if name == "cp1252" else {}
    return table | {char: byte for byte in range(0x80, 0x100) if (char := bytes([byte]).decode(name, "ignore"))}


@cache
def _pattern() -> re.Pattern[str]:
    """What is wrongly decoded, in runs where one sequence alone could be the author's own."""
    later = "".join(char for char, byte in _bytes("cp1252").items() if byte < 0xC0)
    sure = re.escape("".join(char for char in later if char not in QUOTES + "\xa0"))
    quotes, later = f"[{QUOTES}]", f"[{re.escape(later)}]"
    mac = re.escape("".join(char for char, byte in _bytes("mac_roman").items() if byte < 0xC0 and char not in MATHS))
    return re.compile(
        r"(?=[Â-ô√‚])(?:"
        rf"â[€‚„\x80\x82\x84]{later}|â€\ufffd|â€(?!{later})|[ÂÃÄÅÆ][{sure}]|[ÃÄÅ]{quotes}(?=[^\W\d_])"
        r"|(?<![A-ZÀ-Þ])[ÂÃ]\xa0|Å\xa0(?=[^\W\d_])"
        rf"|[áâ](?:[{sure}]{later}|{later}[{sure}])|á{later}{later}(?=[^\W\d_])|ðŸ{later}{later}"
        rf"|(?=.{{1,5}}[{sure}])(?:[à-ï]{later}{later}){{2,}}|(?=.{{1,3}}[{sure}])(?:[Ç-ß]{later}){{2,}}|√[{mac}]|‚Ä[{mac}])"
    )
