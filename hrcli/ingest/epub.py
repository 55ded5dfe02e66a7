"""E-books (EPUB 2 and 3): the chapters in the order of reading, with what the package says of title, authors, publisher and date."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from html.entities import html5
from urllib.parse import unquote

import msgspec

from hrcli.errors import UnreadableError
from hrcli.ingest import dates, office
from hrcli.ingest.office import Element
from hrcli.ingest.page import Page

LEFT_OUT = {"head", "script", "style", "nav", "template", "rt", "rp", "noscript"}
BLOCKS = {
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt", "fieldset", "figcaption",
    "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li", "main", "ol", "p", "pre", "section", "summary",
    "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
}  # fmt: skip
FACTS = {"title", "creator", "publisher", "date", "language", "item", "itemref"}
DATE = re.compile(r"\d{4}(?:-\d\d){0,2}(?!\d)")
FIRST_YEAR = "1900"  # programs write 0101-01-01 for a date that they do not know
LANGUAGE = re.compile(r"([a-z]{2})(?:[-_]|$)", re.IGNORECASE)
ENTITY = re.compile(rb"&([A-Za-z][A-Za-z0-9]{1,30};)")
XML_OWN = {b"amp;", b"lt;", b"gt;", b"quot;", b"apos;"}
SPACE, SPACES = re.compile(r"[ \t\r\n]+"), re.compile(r" {2,}")
MOST_HTML = 5_000_000  # bytes of a chapter that is no XML
FONTS = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")  # ways to garble fonts, which nobody reads here


def read(data: bytes, path: str) -> Page:
    """The page of an EPUB file, a place a chapter; UnreadableError if it is protected, damaged, hostile or without words."""
    package = office.Package(data, path, "e-book")
    roots = office.elements(package, "META-INF/container.xml", {"rootfile"})
    opf = roots[0].attributes.get("full-path", "") if roots else ""
    facts = office.elements(package, opf, FACTS)
    warnings: list[str] = []
    texts = list(_texts(package, _chapters(package, opf, facts), warnings))
    page = office.page(path, texts, "chapter", office.titled(_first(facts, "title")), _all(facts, "creator"), warnings)
    language = LANGUAGE.match(_first(facts, "language") or "")
    return msgspec.structs.replace(
        page, publisher=_first(facts, "publisher"), date=_date(facts), language=language[1].lower() if language else None
    )


def _all(facts: list[Element], name: str) -> list[str]:
    return [fact.text for fact in facts if fact.name == name and fact.text]


def _first(facts: list[Element], name: str) -> str | None:
    return next(iter(_all(facts, name)), None)


def _date(facts: list[Element]) -> str | None:
    """The date of publication: the one called so, else one that is not called otherwise (EPUB 2 has several, EPUB 3 one)."""
    found = [fact for fact in facts if fact.name == "date" and fact.attributes.get("event", "publication") == "publication"]
    for fact in sorted(found, key=lambda fact: "event" not in fact.attributes):
        hit = DATE.match(fact.text)
        if hit and dates.is_edtf(hit[0]) and hit[0] >= FIRST_YEAR:
            return hit[0]
    return None


def _chapters(package: office.Package, opf: str, facts: list[Element]) -> list[str]:
    """The parts that are read one after the other; UnreadableError if there are none or one is encrypted."""
    folder = posixpath.dirname(opf)
    items = {fact.attributes.get("id", ""): fact.attributes for fact in facts if fact.name == "item"}
    spine = [items.get(fact.attributes.get("idref", ""), {}) for fact in facts if fact.name == "itemref"]
    wanted = [item for item in spine if "html" in item.get("media-type", "html") and "nav" not in item.get("properties", "").split()]
    names = [posixpath.normpath(posixpath.join("/", folder, unquote(item["href"])))[1:] for item in wanted if item.get("href")]
    if not names:
        raise UnreadableError(f"{package.path}: this is no e-book: it names no chapters", hint=office.SAVE_AGAIN)
    if _sealed(package) & set(names):
        raise UnreadableError(f"{package.path}: the e-book is protected against copying", hint="get a copy without protection")
    return list(dict.fromkeys(names))


def _sealed(package: office.Package) -> set[str]:
    """The parts that are encrypted; those with garbled fonts only are not."""
    sealed: set[str] = set()
    way = ""
    for name, facts, _ in office.elements(package, "META-INF/encryption.xml", {"EncryptionMethod", "CipherReference"}):
        if name == "EncryptionMethod":
            way = facts.get("Algorithm", "")
        elif way not in FONTS:
            sealed.add(unquote(facts.get("URI", "")))
    return sealed


def _texts(package: office.Package, names: list[str], warnings: list[str]) -> Iterator[str]:
    """The texts of the chapters; what is missing or broken of them is said in `warnings`."""
    missing = [name for name in names if name not in package]
    if missing:
        warnings.append(f"{len(missing)} of {len(names)} chapters are not in the e-book")
    for name in names:
        if name in package:
            yield "\n\n".join(_paragraphs(package, name))


def _paragraphs(package: office.Package, name: str) -> list[str]:
    """The paragraphs of a chapter; one that is no XML is read as a browser would read it."""
    data = ENTITY.sub(_numbered, b"".join(package.pieces(name)))
    chapter = _Chapter(package.path)
    try:
        office.parse(package, name, (data[i : i + office.PIECE] for i in range(0, len(data), office.PIECE)), chapter)
    except office.BROKEN:
        chapter = _Chapter(package.path)
        _parse_html(package, name, data, chapter)
    chapter.flow.close()
    return [SPACES.sub(" ", paragraph) for paragraph in chapter.flow.paragraphs]


def _parse_html(package: office.Package, name: str, data: bytes, chapter: _Chapter) -> None:
    from lxml.etree import HTMLParser  # type: ignore[import-untyped]

    if len(data) > MOST_HTML:
        raise package.damaged(f"{name} is no well-formed XML")
    parser = HTMLParser(target=office.Watch(package, chapter), no_network=True)
    try:
        parser.feed(data.decode("utf-8", "replace"))
        parser.close()
    except UnreadableError:
        raise
    except MemoryError:
        raise
    except Exception as error:  # a chapter that breaks the parser must not break the batch
        raise package.damaged(f"{name} is neither XML nor HTML") from error


def _numbered(entity: re.Match[bytes]) -> bytes:
    """A named character of HTML as XML knows it, by its number."""
    name = entity[1]
    known = html5.get(name.decode("ascii"), "") if name not in XML_OWN else ""
    return "".join(f"&#{ord(c)};" for c in known).encode("ascii") or entity[0]


class _Chapter:
    """Gathers the paragraphs of a chapter: each block begins one and ends one."""

    def __init__(self, path: str) -> None:
        self.flow = office.Flow(path)
        self.flow.open()

    def start(self, name: str, attributes: dict[str, str]) -> bool:
        name = name.rpartition(" ")[2].lower()
        if name == "br":
            self.flow.write("\n")
        elif name in BLOCKS:
            self._turn()
        return name in LEFT_OUT or any(value in ("noteref", "doc-noteref") for value in attributes.values())

    def end(self, name: str) -> None:
        if name.rpartition(" ")[2].lower() in BLOCKS:
            self._turn()

    def _turn(self) -> None:
        self.flow.close()
        self.flow.open()

    def data(self, text: str) -> None:
        self.flow.write(SPACE.sub(" ", text))
