"""From bytes to text: a byte-order mark decides, else UTF-8, else charset-normalizer; what is binary is refused."""

from __future__ import annotations

import codecs
import re

from hrcli.errors import UnreadableError

MARKS = [(codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16")]
CONTROL = bytes([*range(0x09), *range(0x0E, 0x1B), *range(0x1C, 0x20)])
SEQUENCE = re.compile(rb"[\xc2-\xf4][\x80-\xbf]+")
MOJIBAKE = re.compile(r"â€|Ã[\x80-\xbf©¨¡³¼¶¤§]|ï»¿")


def decode(data: bytes, path: str) -> tuple[str, list[str]]:
    """The text of `data` (a byte-order mark left out) and warnings; UnreadableError if it is empty, binary or no text."""
    if not data.strip():
        raise UnreadableError(f"{path}: the file is empty", hint="give a file that holds text")
    _refuse_binary(data, path)
    text, warnings = _decoded(data, path)
    if _controls(text) * 50 > len(text) or not any(c.isalpha() for c in text):
        raise UnreadableError(f"{path}: there is no readable text in it")
    if not text.isascii() and MOJIBAKE.search(text):
        warnings.append("some characters look wrongly encoded (such as â€™ for ’); the file was saved in the wrong encoding")
    return text, warnings


def _refuse_binary(data: bytes, path: str) -> None:
    if b"\0" in data and not data.startswith(tuple(mark for mark, _ in MARKS)):
        raise UnreadableError(f"{path}: this is a binary file")


def _controls(text: str) -> int:
    """How many control characters stand in a text that no text has."""
    data = text.encode(errors="replace")
    return len(data) - len(data.translate(None, CONTROL))


def _decoded(data: bytes, path: str) -> tuple[str, list[str]]:
    encoding = next((name for mark, name in MARKS if data.startswith(mark)), "utf-8")
    try:
        return data.decode(encoding), []
    except UnicodeDecodeError:
        pass
    # Mostly good UTF-8 with a few broken bytes is UTF-8: a guess would spoil every other letter.
    whole = sum(len(hit) for hit in SEQUENCE.findall(data))
    if encoding != "utf-8" or whole > data.decode("utf-8", "replace").count("\ufffd"):
        return data.decode(encoding, "replace"), [f"broken bytes in the {encoding} text were replaced"]
    return _guessed(data, path)


def _guessed(data: bytes, path: str) -> tuple[str, list[str]]:
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    if best is None:
        raise UnreadableError(f"{path}: the encoding of the text is unknown", hint="save the file as UTF-8")
    return str(best).removeprefix("\ufeff"), [f"not UTF-8: read as {best.encoding}"]
