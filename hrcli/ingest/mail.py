"""E-mail: a message is its body and its attachments, a mailbox (mbox) is its messages one by one.

Messages are taken apart by the standard library's older parser: the newer one (`policy.default`) needs 1.8 seconds for a From header
of 16 kB and raises on many broken ones. Signatures, calendar entries, delivery reports and pictures within the text are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.header import decode_header
from email.message import Message
from email.policy import Compat32
from email.utils import getaddresses, parsedate_to_datetime
from functools import partial
from typing import BinaryIO

from hrcli.errors import UnreadableError
from hrcli.ingest import limits
from hrcli.ingest.archives import inner_name, size
from hrcli.ingest.decode import decode
from hrcli.ingest.member import Member
from hrcli.records import Skipped

LINE = 1_048_576  # bytes of a line that are read at once
MOST_HEADER = 10_000  # characters of a header that are read
MOST_LINES, MOST_PARTS = 1_000_000, 10_000  # of a message: the parser makes objects of all of them
FIRST_YEAR = 1971  # of e-mail; a date before it is that of a clock not set
SEPARATOR = re.compile(rb"From (?:.*\d:\d\d|\S*\s*$)")  # "From jane@example.org Fri Feb 13 10:00:00 2009", not "From 2009 on, ..."
QUOTED = re.compile(rb">+From ")
LEFT_OUT = {
    "application/pgp-signature", "application/pgp-encrypted", "application/pkcs7-signature", "application/x-pkcs7-signature",
    "application/pgp-keys", "application/ics", "text/calendar", "text/vcard", "text/x-vcard", "text/directory", "text/rfc822-headers",
    "message/delivery-status", "message/disposition-notification", "message/external-body", "message/partial",
}  # fmt: skip
LEFT_OUT_NAMES = (".p7s", ".asc", ".sig", ".ics", ".vcf")
ENCRYPTED = {"multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime"}
WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "iso-8859-1": "cp1252", "latin-1": "cp1252", "ks_c_5601-1987": "cp949"}
SLOW_CODECS = {"idna", "punycode", "unicode_escape", "undefined"}  # no mail is written in them
STUB = 0.25  # a text with less than this share of the words of the HTML version only points to that
HIDDEN = re.compile(r"<(/?)(?:style|script|head)\b", re.IGNORECASE)
TAG = re.compile(r"<[^<>]*>")
CHARSET = re.compile(r"(<meta[^<>]{1,200}?charset=[\"']?)[\w-]+", re.IGNORECASE)


def read_eml(file: BinaryIO, path: str) -> Iterator[Member | Skipped]:
    """The body of one message, named as the message itself, and its attachments."""
    data = file.read(limits.MOST_BYTES + 1)
    if len(data) > limits.MOST_BYTES:
        raise UnreadableError(f"{path}: larger than {size(limits.MOST_BYTES)}", hint="save its attachments apart")
    yield from _message(data, path)


def read_mbox(file: BinaryIO, path: str) -> Iterator[Member | Skipped]:
    """The messages of a mailbox, numbered from 1 ("box.mbox!/1"), each with its attachments."""
    for number, data in enumerate(_split(file), 1):
        place = f"{path}!/{number}"
        if data is None:
            yield Skipped(source=place, reason=f"larger than {size(limits.MOST_BYTES)}")
        else:
            yield from _message(data, place)


def _split(file: BinaryIO) -> Iterator[bytes | None]:
    """The messages between the lines "From ... " that follow an empty line; None for one that is too large."""
    message: bytearray | None = None
    length, after_empty = 0, True
    for line in iter(partial(file.readline, LINE), b""):
        if after_empty and SEPARATOR.match(line):
            if message is not None:
                yield bytes(message) if length <= limits.MOST_BYTES else None
            message, length = bytearray(), 0
        elif message is not None:
            length += len(line)
            if length <= limits.MOST_BYTES:
                message += line[1:] if QUOTED.match(line) else line
        after_empty = line in (b"\n", b"\r\n")
    if message is not None:
        yield bytes(message) if length <= limits.MOST_BYTES else None


def _message(data: bytes, path: str) -> Iterator[Member | Skipped]:
    """One message's body and attachments; whatever is wrong with it, its neighbours in a mailbox are not touched."""
    if data.count(b"\n") > MOST_LINES or data.count(b"\n--") > MOST_PARTS:
        yield Skipped(source=path, reason=f"the e-mail has more than {MOST_LINES:,} lines or {MOST_PARTS:,} parts")
        return
    try:
        message = message_from_bytes(data, policy=_ShortHeaders())
        found = [*_body(message, path), *_attachments(message, path)]
    except Exception:  # the parser has no list of what it raises on broken mail
        found = [Skipped(source=path, reason="the e-mail is damaged")]
    yield from found or [Skipped(source=path, reason="the e-mail holds no text")]


class _ShortHeaders(Compat32):
    """Cuts long headers before they are looked into: the time for that grows with the square of their length."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        name, value = super().header_source_parse(sourcelines)
        return name, value[:MOST_HEADER]


def _body(message: Message, path: str) -> Iterator[Member | Skipped]:
    """The text of the message, or its HTML where there is no text or it only points to that."""
    parts = [part for part in _leaves(message) if not _is_attachment(part)]
    text = "\n\n".join(filter(None, (_text(part).strip("\r\n") for part in parts if _kind(part) == "text/plain")))
    html = "\n".join(_text(part) for part in parts if _kind(part) == "text/html")
    is_html = len(text.split()) < STUB * _words_shown(html)
    if is_html or text.strip():
        content = CHARSET.sub(r"\1utf-8", html) if is_html else text
        yield Member(
            path=path,
            data=content.encode("utf-8", "replace"),
            format="html" if is_html else "text",
            title=_words(_header(message, "subject")) or None,
            authors=_authors(message),
            date=_day(message),
        )
    if any(part.get_content_type() in ENCRYPTED for part in message.walk()):
        yield Skipped(source=path, reason="the e-mail is encrypted: save it decrypted")


def _words_shown(html: str) -> int:
    """About how many words a page shows, what stands in its head, styles and scripts left out."""
    first, *pieces = HIDDEN.split(html)
    shown = [first, *(piece for slash, piece in zip(pieces[::2], pieces[1::2], strict=True) if slash)]
    return sum(len(TAG.sub(" ", piece).split()) for piece in shown)


def _attachments(message: Message, path: str) -> Iterator[Member | Skipped]:
    for number, part in enumerate(filter(_is_attachment, _leaves(message)), 1):
        forwarded = part.get_content_type() == "message/rfc822"
        name = _name(part, number, forwarded)
        if part.get_content_type() in LEFT_OUT | ENCRYPTED or name.lower().endswith(LEFT_OUT_NAMES) or _is_inline_picture(part):
            continue
        data = _forwarded(part) if forwarded else part.get_payload(decode=True)
        if isinstance(data, bytes) and data.strip():
            yield Member(path=f"{path}!/{name}", data=data, format="eml" if forwarded else None)


def _leaves(message: Message) -> Iterator[Message]:
    """The parts that hold content, in order; a forwarded message is one, its own parts are not."""
    if message.get_content_maintype() == "multipart" and message.is_multipart():
        for part in message.get_payload():
            if isinstance(part, Message):
                yield from _leaves(part)
    else:
        yield message


def _is_attachment(part: Message) -> bool:
    named = part.get_content_disposition() == "attachment" or part.get_filename() is not None
    return named or not _kind(part).startswith("text/")


def _kind(part: Message) -> str:
    """The content type; what claims to have parts and has none is text."""
    return "text/plain" if part.get_content_maintype() == "multipart" and not part.is_multipart() else part.get_content_type()


def _is_inline_picture(part: Message) -> bool:
    return part.get_content_maintype() == "image" and part.get_content_disposition() != "attachment"


def _name(part: Message, number: int, forwarded: bool) -> str:
    """What to call an attachment: its file name, else the subject of a forwarded message, else its number."""
    if name := _words(part.get_filename()):
        return inner_name(name)
    subject = _words(_header(part.get_payload(0), "subject")) if forwarded and part.is_multipart() else ""
    return inner_name(f"{subject or f'attachment {number}'}.eml") if forwarded else f"attachment {number}"


def _forwarded(part: Message) -> bytes | None:
    inner = part.get_payload(0) if part.is_multipart() else None
    return inner.as_bytes() if isinstance(inner, Message) else None


def _text(part: Message) -> str:
    """The text of a part in its declared encoding, or in a guessed one where that does not fit."""
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes) or not data.strip():
        return ""
    try:
        return _decoded(data, part.get_content_charset() or "us-ascii")
    except (LookupError, ValueError):
        pass
    try:
        return decode(data, "")[0]
    except UnreadableError:
        return data.decode("cp1252", "replace")


def _decoded(data: bytes, charset: str) -> str:
    """The text of bytes in a declared encoding, or the larger one that is meant; ValueError or LookupError if it does not fit."""
    charset = charset.lower()
    return data.decode("us-ascii" if charset.replace("-", "_") in SLOW_CODECS else WIDER.get(charset, charset))


def _header(message: object, name: str) -> str:
    """A header as it stands in the message, unfolded; raw bytes in it are taken for UTF-8."""
    pairs = message.raw_items() if isinstance(message, Message) else ()
    raw = next((str(value) for key, value in pairs if key.lower() == name), "")
    return " ".join(raw.encode("utf-8", "surrogateescape").decode("utf-8", "replace").split())


def _words(header: str | None) -> str:
    """A header with its encoded words ("=?utf-8?q?...?=") decoded; as it stands where they are broken."""
    try:
        pieces = decode_header(header or "")
        # Between encoded words, the standard library gives plain text as bytes in an encoding of its own.
        texts = [piece if isinstance(piece, str) else _decoded(piece, charset or "raw-unicode-escape") for piece, charset in pieces]
        return " ".join("".join(texts).split())
    except Exception:  # HeaderParseError, LookupError, UnicodeError, binascii.Error ...
        return header or ""


def _authors(message: Message) -> list[str]:
    """Those that the From header names, by name or else by address."""
    try:
        pairs = getaddresses([_header(message, "from")])
    except Exception:  # RecursionError on many brackets, IndexError on open quotes
        return []
    return [_words(name) or address for name, address in pairs if name or "@" in address]


def _day(message: Message) -> str | None:
    """The day on which the message was written, where it was written."""
    try:
        day = parsedate_to_datetime(_header(message, "date")).date()
    except Exception:  # ValueError, TypeError, IndexError, OverflowError
        return None
    return day.isoformat() if day.year >= FIRST_YEAR else None
