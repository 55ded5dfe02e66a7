"""What office documents and e-books have in common: a zip that is opened with care, XML that streams by, paragraphs that come of it.

Nothing is unpacked to disk or held whole: the parts go through expat in pieces, their real sizes are counted, entities cannot be
declared, and nothing outside the file is looked up.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from typing import NamedTuple, Protocol
from xml.parsers import expat

from hrcli.errors import UnreadableError
from hrcli.ingest.limits import MOST_BYTES, MOST_CHARACTERS, MOST_MEMBERS, MOST_RATIO, MOST_XML, too_long
from hrcli.ingest.page import Page
from hrcli.records import Place

PIECE, LONGEST_TAG, LONGEST_NAME, DEEPEST_TAGS = 1_000_000, 10_000_000, 1_000, 1_000  # bytes, bytes, characters, nested elements
ENTRY, SEALED = b"PK\x01\x02", 0x1  # how each entry of a zip's directory begins, the bit in its flags that says it is encrypted
OLE, PACKAGE = b"\xd0\xcf\x11\xe0", "EncryptedPackage".encode("utf-16-le")  # Office keeps its encrypted documents in such a file
PLAIN = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # all that these formats allow
# What zipfile, zlib, struct and expat raise on bytes that somebody has broken.
BROKEN = (zipfile.BadZipFile, zlib.error, struct.error, expat.ExpatError, EOFError, OSError, ValueError, RuntimeError, LookupError)
SAVE_AGAIN = "open it in the program that made it and save it again"
SAVE_NEW = "open it in an office program and save it in a newer format (.docx or .odt)"
NO_PASSWORD = "open it with its password and save it without"
LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")
BLANK_LINES = re.compile(r"\n{3,}")
NO_TITLE = re.compile(
    r"(?i)(?:microsoft (?:office )?word\b.*|(?:new |neues )?(?:document|dokument|documento)\s*\d*|untitled.*|unknown|title|template|normal"
    r"|.*\.(?:docx?|docm|dotx?|odt|ott|rtf|pdf|txt|wpd|html?|pages|epub)|\S*[\d_]\S*|\W*)"
)
NO_AUTHOR = re.compile(
    r"(?i)(?:(?:the )?(?:author|owner|admin(?:istrator)?|guest|pc|hp|dell|lenovo|asus|acer|unknown|python-docx)|(?:.+ )?user)\s*\d*|\W*",
)


class Reader(Protocol):
    """What is told of the XML that streams by; a name is the namespace, a space and the local name."""

    def start(self, name: str, attributes: dict[str, str]) -> bool:
        """An element begins; True leaves out all that is in it, its end included."""

    def end(self, name: str) -> None:
        """An element ends."""

    def data(self, text: str) -> None:
        """Text within the element that began last and has not ended."""


class Element(NamedTuple):
    """An element by its local name, with attributes by their local names, and the text in it, white space made single spaces."""

    name: str
    attributes: dict[str, str]
    text: str


class Package:
    """The parts of an office document or e-book, by name; all together unpack to no more than the limits allow."""

    def __init__(self, data: bytes, path: str, what: str) -> None:
        """UnreadableError if `data` is too large, encrypted or no zip; `what` is the format in words ("Word document")."""
        self.path, self.what, self._size, self._left = path, what, len(data), MOST_XML
        refuse_large(data, path)
        if data.startswith(OLE):
            raise sealed(path) if PACKAGE in data else UnreadableError(f"{path}: an old office document, no {what}", hint=SAVE_NEW)
        if not data.startswith(b"PK"):
            raise UnreadableError(f"{path}: this is no {what}", hint=SAVE_AGAIN)
        if data.count(ENTRY) > MOST_MEMBERS:
            raise self.damaged(f"its archive has more than {MOST_MEMBERS:,} parts")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except BROKEN as error:
            raise self.damaged("its archive cannot be opened") from error
        self._parts = {_key(part.filename): part for part in self._zip.infolist()}

    def __contains__(self, name: str) -> bool:
        return _key(name) in self._parts

    def pieces(self, name: str) -> Iterator[bytes]:
        """The bytes of a part, unpacked piece by piece; UnreadableError if it is missing, encrypted, broken or unpacks to too much."""
        part = self._parts.get(_key(name))
        if part is None:
            raise UnreadableError(f"{self.path}: this is no {self.what}: {name} is not in it", hint=SAVE_AGAIN)
        if part.flag_bits & SEALED:
            raise sealed(self.path)
        if part.compress_type not in PLAIN:
            raise self.damaged(f"{name} is packed in an unknown way")
        most, got = max(PIECE, MOST_RATIO * min(part.compress_size, self._size)), 0
        try:
            with self._zip.open(part) as file:
                while piece := file.read(PIECE):
                    got, self._left = got + len(piece), self._left - len(piece)
                    if got > most or self._left < 0:
                        raise UnreadableError(f"{self.path}: {name} unpacks to far more than a document holds", hint=SAVE_AGAIN)
                    yield piece
        except BROKEN as error:
            raise self.damaged(f"{name} cannot be unpacked") from error

    def damaged(self, why: str) -> UnreadableError:
        """The error that says of the file what is broken in it."""
        return UnreadableError(f"{self.path}: the file is damaged: {why}", hint=SAVE_AGAIN)


class Watch:
    """Stands between a parser and a reader: keeps from it what is left out, and lets nothing be too deep."""

    def __init__(self, package: Package, reader: Reader) -> None:
        self._package, self._reader = package, reader
        self._depth, self._cut = 0, DEEPEST_TAGS  # `_cut`: the depth of the element that is being left out

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth >= DEEPEST_TAGS:
            raise self._package.damaged(f"its tags are nested more than {DEEPEST_TAGS:,} deep")
        if self._depth < self._cut and self._reader.start(name, attributes):
            self._cut = self._depth

    def end(self, name: str) -> None:
        if self._depth == self._cut:
            self._cut = DEEPEST_TAGS
        elif self._depth < self._cut:
            self._reader.end(name)
        self._depth -= 1

    def data(self, text: str) -> None:
        if self._depth < self._cut:
            self._reader.data(text)

    def doctype(self, _name: str, _system: str | None, _public: str | None, has_subset: int) -> None:
        if has_subset:
            raise self._package.damaged("it declares entities, which no document needs")

    def close(self) -> None:
        """What lxml calls at the end."""


class Flow:
    """Paragraphs as they come out of a stream: opened, written, closed; one within another comes after it."""

    def __init__(self, path: str) -> None:
        self.paragraphs: list[str] = []
        self._path, self._left = path, MOST_CHARACTERS
        self._open: list[tuple[int, list[str]]] = []

    def open(self, text: str = "") -> None:
        """Begin a paragraph with `text`."""
        self._open.append((len(self.paragraphs), [text]))

    def write(self, text: str) -> None:
        """Text of the innermost open paragraph; outside of all nothing is written. UnreadableError when there is too much."""
        if not self._open:
            return
        self._left -= len(text)
        if self._left < 0:
            raise too_long(self._path)
        self._open[-1][1].append(text)

    def pop(self) -> tuple[int, str]:
        """Take back the innermost open paragraph: where it stands, and its text."""
        place, pieces = self._open.pop() if self._open else (len(self.paragraphs), [])
        return place, "".join(pieces)

    def close(self) -> str:
        """End the innermost open paragraph; its text, "" if there is none, which is then no paragraph."""
        place, text = self.pop()
        if tidied := tidy(text):
            self.paragraphs.insert(place, tidied)
        return tidied


def stream(package: Package, name: str, reader: Reader) -> None:
    """Tell `reader` of the XML of a part; UnreadableError if it is broken, too deep, or declares entities."""
    try:
        parse(package, name, package.pieces(name), reader)
    except BROKEN as error:
        raise package.damaged(f"{name} is no well-formed XML") from error


def parse(package: Package, name: str, pieces: Iterable[bytes], reader: Reader) -> None:
    """As `stream`, of bytes that were unpacked before; one of BROKEN if they are no well-formed XML."""
    parser, watch, fed = expat.ParserCreate(namespace_separator=" "), Watch(package, reader), 0
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = watch.start, watch.end, watch.data
    parser.StartDoctypeDeclHandler = watch.doctype
    for piece in pieces:
        parser.Parse(piece, False)
        fed += len(piece)
        if fed - parser.CurrentByteIndex > LONGEST_TAG:  # expat would read an endless tag from its start, piece after piece
            raise package.damaged(f"{name} has a tag of more than {LONGEST_TAG // 1_000_000} MB")
    parser.Parse(b"", True)


def elements(package: Package, name: str, wanted: set[str]) -> list[Element]:
    """The elements of a small part whose local names are `wanted`, in the order of their ends; none if there is no such part."""
    sieve = _Sieve(wanted)
    if name in package:
        stream(package, name, sieve)
    return sieve.found


def local(attributes: dict[str, str]) -> dict[str, str]:
    """Attributes by their local names."""
    return {name.rpartition(" ")[2]: value for name, value in attributes.items()}


def tidy(text: str) -> str:
    """A paragraph without control characters, without white space at the ends of its lines, with one blank line at most between them."""
    lines = CONTROL.sub("", LINE_ENDS.sub("\n", text)).split("\n")
    return BLANK_LINES.sub("\n\n", "\n".join(line.strip() for line in lines)).strip()


def page(path: str, parts: Iterable[str], unit: str, title: str | None, authors: Iterable[str], warnings: Iterable[str] = ()) -> Page:
    """The page whose text is `parts`, each a place called by `unit` and its number; UnreadableError if there are no words or too many."""
    texts = [part for part in parts if part]
    places, start = list[Place](), 0
    for number, text in enumerate(texts, 1):
        places.append(Place(start=start, name=f"{unit} {number}"))
        start += len(text) + 2
    whole = "\n\n".join(texts)
    if len(whole) > MOST_CHARACTERS:
        raise too_long(path)
    if not any(c.isalpha() for c in whole):
        raise UnreadableError(
            f"{path}: there is no text in it", hint="if it holds pictures of pages, save it as PDF and have that recognised"
        )
    return Page(text=whole, places=places, title=_one_line(title or "") or None, authors=named(authors), warnings=list(warnings))


def titled(title: str | None) -> str | None:
    """The title as metadata give it, on one line; None for what programs put there of their own accord."""
    one = _one_line(title or "")
    return None if NO_TITLE.fullmatch(one) else one


def named(authors: Iterable[str]) -> list[str]:
    """The authors, each once, without those that programs make up."""
    names = [_one_line(name) for author in authors for name in author.split(";")]
    return list(dict.fromkeys(name for name in names if not NO_AUTHOR.fullmatch(name)))


def refuse_large(data: bytes, path: str) -> None:
    """UnreadableError if `data` are more bytes than a document may have."""
    if len(data) > MOST_BYTES:
        raise UnreadableError(f"{path}: larger than {MOST_BYTES // 1_000_000} MB: split it", hint="give each document a file of its own")


def sealed(path: str) -> UnreadableError:
    """The error that says that a file is encrypted."""
    return UnreadableError(f"{path}: the file is protected by a password", hint=NO_PASSWORD)


class _Sieve:
    """Keeps the elements that are asked for."""

    def __init__(self, wanted: set[str]) -> None:
        self.found: list[Element] = []
        self._wanted, self._open = wanted, list[tuple[str, dict[str, str], list[str]]]()

    def start(self, name: str, attributes: dict[str, str]) -> bool:
        bare = name.rpartition(" ")[2]
        if bare in self._wanted:
            self._open.append((bare, local(attributes), []))
        return False

    def end(self, name: str) -> None:
        if name.rpartition(" ")[2] in self._wanted:
            bare, attributes, pieces = self._open.pop()
            self.found.append(Element(bare, attributes, " ".join("".join(pieces).split())))

    def data(self, text: str) -> None:
        if self._open:
            self._open[-1][2].append(text)


def left_out(comments: int, what: str) -> list[str]:
    """The warning that says how many comments of a file are not read."""
    return [f"{comments} comment{'s' if comments > 1 else ''} of the {what} left out"] if comments else []


def _one_line(text: str) -> str:
    """A title or name on one line; "" for what is longer than one ever is."""
    return " ".join(tidy(text).split()) if len(text) <= LONGEST_NAME else ""


def _key(name: str) -> str:
    """The name of a part as it is looked up: some programs write it with other slashes or other capitals than they refer to it."""
    return name.replace("\\", "/").lstrip("/").lower()
