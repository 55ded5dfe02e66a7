"""The room where documents come in: a path becomes a `Source`, its text with what is known of it and a view to read.

`find` expands what the user names, `read` turns the bytes of one document into a `Source`, `read_metadata` and `look_up` bring
in what the user knows of a document. The vocabulary is handed in: ingest knows no lexicon.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from pathlib import PurePath

from hrcli.errors import UnreadableError
from hrcli.ingest import blocks, contacts, formats, furniture, markdown, mend, metadata, plain, view, webpage
from hrcli.ingest.blocks import Block
from hrcli.ingest.furniture import Mark
from hrcli.ingest.inputs import Found, find
from hrcli.ingest.overrides import Overrides, look_up, read_metadata
from hrcli.ingest.page import Page
from hrcli.ingest.vocabulary import Vocabulary
from hrcli.records import Document, Furniture, Source

__all__ = ["Found", "Overrides", "Vocabulary", "find", "look_up", "read", "read_metadata"]

READERS: dict[str, Callable[[bytes, str], Page]] = {
    ".html": webpage.read,
    ".htm": webpage.read,
    ".xhtml": webpage.read,
    ".md": markdown.read,
    ".markdown": markdown.read,
}
HTML = (b"<!doctype html", b"<html")
MOST_CHARACTERS = 1_000_000  # what the language model takes at once
MARKS = ".,;:!?\"'()“”‘’"  # what may stand around a word
ENGLISH = 0.12  # the share of the commonest words from which a text is taken for English


def read(data: bytes, path: str, vocabulary: Vocabulary, *, overrides: Overrides | None = None) -> Source:
    """The document in `data` that the user knows as `path`; UnreadableError if it is empty, too long, binary, of a
    format that is not read yet, or holds no text.

    The offsets of `Source.view` point into `Source.text`, which for text and Markdown is the decoded file itself.
    """
    suffix = PurePath(path).suffix.lower()
    formats.refuse(path, suffix)
    page = _reader(data, suffix)(data, path)
    if len(page.text) > MOST_CHARACTERS:
        raise UnreadableError(f"{path}: longer than {MOST_CHARACTERS:,} characters: split it", hint="give each document a file of its own")
    fair = view.clean(view.without(view.whole(page.text), page.hidden))
    fair = view.spaced(fair, mend.gaps(fair.text, vocabulary))
    parts = blocks.split(fair.text)
    marks = furniture.find(parts, vocabulary)
    facts = metadata.find(page, path, parts, marks, vocabulary)
    cut = [Furniture(start=fair.offsets[mark.start], end=fair.offsets[mark.end - 1] + 1, why=mark.why) for mark in marks]
    return Source(
        document=_document(data, path, page, facts, cut, overrides or Overrides(), vocabulary),
        text=page.text,
        view=view.laid_out(fair, _kept(parts, marks), _zones(parts, facts, vocabulary)),
    )


def _reader(data: bytes, suffix: str) -> Callable[[bytes, str], Page]:
    """The reader for a file by its suffix; what has none and begins as a web page is one."""
    if suffix in READERS or suffix in (".txt", ".text"):
        return READERS.get(suffix, plain.read)
    return webpage.read if data[:1024].lstrip().lower().startswith(HTML) else plain.read


def _kept(parts: list[Block], marks: list[Mark]) -> Iterator[tuple[Block, list[view.Span]]]:
    """The blocks, each with the spans of it that are no furniture."""
    for block in parts:
        edges = [block.start]
        for mark in furniture.within(block, marks):
            edges += [mark.start, mark.end]
        edges.append(block.end)
        yield block, [(start, end) for start, end in zip(edges[::2], edges[1::2], strict=True) if start < end]


def _zones(parts: list[Block], facts: metadata.Facts, vocabulary: Vocabulary) -> dict[int, view.ZoneKind]:
    """What the blocks are that are no running text, by their starts."""
    zones: dict[int, view.ZoneKind] = dict.fromkeys((block.start for block in contacts.find(parts, vocabulary)), "contact")
    return zones | dict.fromkeys((block.start for block in facts.title_blocks), "title")


def _document(
    data: bytes, path: str, page: Page, facts: metadata.Facts, cut: list[Furniture], user: Overrides, vocabulary: Vocabulary
) -> Document:
    """The record of the document; what the user says goes before what the document tells."""
    digest, words = hashlib.sha256(data).hexdigest(), page.text.lower().split()
    return Document(
        id=digest[:16],
        path=path,
        sha256=digest,
        words=len(words),
        url=user.url or page.url,
        title=user.title or facts.title,
        publisher=user.publisher or facts.publisher,
        date=user.date or facts.date,
        date_source="user" if user.date else facts.date_source,
        language=user.language or _language(words, vocabulary),
        furniture=cut,
        warnings=page.warnings,
    )


def _language(words: list[str], vocabulary: Vocabulary) -> str | None:
    """English ("en") where the commonest English words make up enough of all words (lower case); None for every other language."""
    common = {*vocabulary.english.stop}
    bare = (word.strip(MARKS) for word in words)  # seldom needed: most words of a text have no mark beside them
    return "en" if any(sum(map(common.__contains__, each)) > ENGLISH * len(words) for each in (words, bare)) else None
