"""OpenDocument texts (ODT, ISO/IEC 26300): the words of the body as accepted changes leave them, then the notes."""

from __future__ import annotations

import re

from hrcli.ingest import office
from hrcli.ingest.page import Page

OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
TEXT, OFFICE, SVG, STYLE = f"{OASIS}text:1.0 ", f"{OASIS}office:1.0 ", f"{OASIS}svg-compatible:1.0 ", f"{OASIS}style:1.0 "
PARAGRAPHS = {f"{TEXT}p", f"{TEXT}h"}
LEFT_OUT = {
    f"{TEXT}tracked-changes", f"{TEXT}note-citation", f"{TEXT}ruby-text", f"{TEXT}script",
    f"{OFFICE}annotation", f"{OFFICE}scripts", f"{SVG}title", f"{SVG}desc",
}  # fmt: skip
WRITTEN = {f"{TEXT}tab": "\t", f"{TEXT}line-break": "\n"}
MOST_SPACES = 80  # that one element stands for
SPACE = re.compile(r"[ \t\r\n]+")


def read(data: bytes, path: str) -> Page:
    """The page of an ODT file, a place a paragraph; UnreadableError if it is encrypted, damaged, hostile or without words.

    The dates in its metadata are those of the file, not of what is published in it, and are not read.
    """
    package = office.Package(data, path, "OpenDocument text")
    if office.elements(package, "META-INF/manifest.xml", {"encryption-data"}):
        raise office.sealed(path)
    body = _Body(path)
    office.stream(package, "content.xml", body)
    facts = {fact.name: fact.text for fact in office.elements(package, "meta.xml", {"title", "initial-creator", "creator"})}
    return office.page(
        path,
        [*body.flow.paragraphs, *body.notes.paragraphs],
        "paragraph",
        body.title or office.titled(facts.get("title")),
        [facts.get("initial-creator") or facts.get("creator", "")],
        office.left_out(body.comments, "OpenDocument file"),
    )


class _Body:
    """Gathers the paragraphs of the body and of the notes, and the first of the style Title."""

    def __init__(self, path: str) -> None:
        self.flow, self.notes = office.Flow(path), office.Flow(path)
        self.title, self.comments = "", 0
        self._flow, self._titles = self.flow, {"Title"}
        self._is_title: list[bool] = []
        self._after_space = True

    def start(self, name: str, attributes: dict[str, str]) -> bool:
        if name in PARAGRAPHS:
            self._flow.open()
            self._is_title.append(attributes.get(f"{TEXT}style-name") in self._titles)
            self._after_space = True
        elif name in WRITTEN:
            self._write(WRITTEN[name])
        elif name == f"{TEXT}s":
            count = attributes.get(f"{TEXT}c", "1")
            self._write(" " * min(MOST_SPACES, int(count) if count.isdecimal() and len(count) < 9 else 1))
        elif name == f"{TEXT}note-body":
            self._flow = self.notes
        elif name == f"{STYLE}style" and attributes.get(f"{STYLE}parent-style-name") == "Title":
            self._titles.add(attributes.get(f"{STYLE}name", ""))
        self.comments += name == f"{OFFICE}annotation"
        return name in LEFT_OUT

    def end(self, name: str) -> None:
        if name in PARAGRAPHS:
            text = self._flow.close()
            if self._is_title.pop() and not self.title:
                self.title = text
            self._after_space = False
        elif name == f"{TEXT}note-body":
            self._flow = self.flow

    def data(self, text: str) -> None:
        """White space in the XML is one space, and none at the start of a paragraph (ODF 1.2, section 6.1.2)."""
        text = SPACE.sub(" ", text)
        text = text[1:] if self._after_space and text.startswith(" ") else text
        if text:
            self._flow.write(text)
            self._after_space = text.endswith(" ")

    def _write(self, text: str) -> None:
        self._flow.write(text)
        self._after_space = False
