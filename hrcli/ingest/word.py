"""Word documents (DOCX, ECMA-376): the words of the body as accepted changes leave them, then footnotes and endnotes."""

from __future__ import annotations

import posixpath

from hrcli.ingest import office
from hrcli.ingest.page import Page

# Deleted and moved text, the formatting that was changed, tab stops, the second form of a text box, the reading of Han characters.
LEFT_OUT = {"del", "moveFrom", "pPrChange", "rPrChange", "sectPrChange", "tabs", "Fallback", "rt"}
WRITTEN = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
NOTES, NOTE = ("footnotes", "endnotes"), ("footnote", "endnote")
ENDS = {"body", "tc", "txbxContent", *NOTE}  # where the last paragraph runs on into nothing


def read(data: bytes, path: str) -> Page:
    """The page of a DOCX file, a place a paragraph; UnreadableError if it is encrypted, damaged, hostile or without words.

    The date in its metadata is that of the file, not of what is published in it, and is not read.
    """
    package = office.Package(data, path, "Word document")
    parts = _targets(package, "")
    main = parts.get("officeDocument", "word/document.xml")
    beside = _targets(package, main)
    body = _Body(path, _title_styles(package, beside.get("styles", "")))
    office.stream(package, main, body)
    for part in (beside.get(kind, "") for kind in NOTES):
        if part in package:
            office.stream(package, part, body)
    facts = {fact.name: fact.text for fact in office.elements(package, parts.get("core-properties", ""), {"title", "creator"})}
    return office.page(
        path,
        body.flow.paragraphs,
        "paragraph",
        body.title or office.titled(facts.get("title")),
        [facts.get("creator", "")],
        office.left_out(len(office.elements(package, beside.get("comments", ""), {"comment"})), "Word file"),
    )


def _targets(package: office.Package, part: str) -> dict[str, str]:
    """The parts that a part (or the package, "") refers to, by the last word of the kind of reference."""
    folder, name = posixpath.split(part)
    relations = office.elements(package, posixpath.join(folder, "_rels", f"{name}.rels"), {"Relationship"})
    return {
        posixpath.basename(facts.get("Type", "")): posixpath.normpath(posixpath.join("/", folder, facts.get("Target", "")))[1:]
        for _, facts, _ in relations
        if facts.get("TargetMode") != "External"
    }


def _title_styles(package: office.Package, part: str) -> set[str]:
    """The ids of the style that is "Title" in all languages of Word."""
    ids, current = {"Title"}, ""
    for name, facts, _ in reversed(office.elements(package, part, {"style", "name"})):  # a style ends after its name
        if name == "style":
            current = facts.get("styleId", "")
        elif facts.get("val", "").lower() == "title":
            ids.add(current)
    return ids


class _Body:
    """Gathers the paragraphs of the body and the notes, and the first of the style Title."""

    def __init__(self, path: str, titles: set[str]) -> None:
        self.flow, self.title = office.Flow(path), ""
        self._titles = titles
        self._in_text = self._in_properties = self._placeholder = False
        self._marks: list[set[str]] = []  # of each open paragraph: whether it is a title, and whether the mark that ends it was deleted
        self._carried = ""  # the text before a deleted mark

    def start(self, name: str, attributes: dict[str, str]) -> bool:
        name = name.rpartition(" ")[2]
        if name == "t":
            self._in_text = True
        elif name == "p":
            self._marks.append(set())
            self.flow.open(self._carried)
            self._carried = ""
        elif name in WRITTEN:
            self.flow.write(WRITTEN[name])
        else:
            return self._aside(name, office.local(attributes))
        return False

    def _aside(self, name: str, attributes: dict[str, str]) -> bool:
        """What is no text; True if all that is in it is to be left out."""
        if name == "pPr":
            self._in_properties = True
        elif name == "del" and self._in_properties and self._marks:
            self._marks[-1].add("deleted")
        elif name == "pStyle" and self._marks and attributes.get("val") in self._titles:
            self._marks[-1].add("title")
        elif name == "showingPlcHdr":
            self._placeholder = True
        elif name == "sdtContent" and self._placeholder:
            self._placeholder = False
            return True
        elif name in NOTE:  # the separators between text and notes have another type
            return attributes.get("type", "normal") != "normal"
        return name in LEFT_OUT

    def end(self, name: str) -> None:
        name = name.rpartition(" ")[2]
        if name == "t":
            self._in_text = False
        elif name == "pPr":
            self._in_properties = False
        elif name == "sdt":
            self._placeholder = False
        elif name == "p":
            self._close(self._marks.pop())
        elif name in ENDS and self._carried:
            self.flow.open(self._carried)
            self._carried = ""
            self.flow.close()

    def _close(self, marks: set[str]) -> None:
        if "deleted" in marks:
            self._carried = self.flow.pop()[1]
            return
        text = self.flow.close()
        if "title" in marks and not self.title:
            self.title = text

    def data(self, text: str) -> None:
        if self._in_text:
            self.flow.write(text.replace("\n", " "))
