"""From the bytes of one document to a `Source`: its text, what is known of it, and a view to read."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import suppress
from importlib import import_module
from pathlib import PurePath

from msgspec.structs import replace

from hrcli.errors import UnreadableError
from hrcli.ingest import blocks, contacts, formats, furniture, language, markdown, mend, metadata, plain, repetition, sketch, view
from hrcli.ingest.blocks import Block
from hrcli.ingest.furniture import Mark
from hrcli.ingest.inputs import STDIN, Found, find
from hrcli.ingest.limits import MOST_CHARACTERS, too_long
from hrcli.ingest.member import Member
from hrcli.ingest.opening import documents
from hrcli.ingest.overrides import Overrides
from hrcli.ingest.page import Page
from hrcli.ingest.repetition import PAGES, Repetition
from hrcli.ingest.sandbox import Sandbox
from hrcli.ingest.telling import TOLD, digest
from hrcli.ingest.vocabulary import Vocabulary
from hrcli.records import Document, Furniture, Source

SAMPLED = 15  # documents of a folder that are looked at for what they repeat
SURVEYED = ("text", "markdown", "html", "mhtml")  # formats whose pages have frames


def read(
    member: Member,
    vocabulary: Vocabulary,
    *,
    overrides: Overrides | None = None,
    sandbox: Sandbox | None = None,
    pages: Repetition | None = None,
) -> Source:
    """The document in the bytes of `member`; UnreadableError if it is empty, too long, of no format that is read, or holds no text.

    With a `sandbox`, readers of formats that can do harm run in it; `pages` tells what others of its site repeat. The offsets of
    `Source.view` point into `Source.text`, which for text and Markdown is the decoded file itself.
    """
    page, path = _page(member, sandbox), member.path
    if overrides and overrides.url:
        page = replace(page, url=overrides.url)
    if len(page.text) > MOST_CHARACTERS:
        raise too_long(path)
    fair = mend.mended(view.without(view.whole(page.text), page.hidden), vocabulary)
    parts = blocks.split(fair.text)
    known = furniture.find(parts, vocabulary)
    repeated = repetition.find(parts, repetition.site(path, page.url), pages, vocabulary) if pages else []
    marks = _merged(known, repeated) if repeated else known
    facts = metadata.find(page, path, parts, marks, vocabulary)
    if repeated and not facts.publisher:  # a site's name stands in its frame
        facts = facts._replace(publisher=metadata.find(page, path, parts, known, vocabulary).publisher)
    cut = [Furniture(start=fair.offsets[mark.start], end=fair.offsets[mark.end - 1] + 1, why=mark.why) for mark in marks]
    shown = view.laid_out(fair, _kept(parts, marks), _zones(parts, facts, vocabulary))
    return Source(
        document=_document(member, page, facts, cut, overrides or Overrides(), shown.text),
        text=page.text,
        view=shown,
        places=page.places,
        told=identity(member, overrides or Overrides())[1],
    )


def survey(paths: Iterable[str], vocabulary: Vocabulary, *, sandbox: Sandbox | None = None) -> Repetition:
    """What the pages of each site or folder repeat, by SAMPLED texts and web pages of each folder in `paths` that has at least three.

    A first look, so that a frame is known on the first page too; more pages would tell little more, and all are read again.
    """
    named = [path for path in paths if path != STDIN]
    sizes = Counter(PurePath(found.path).parent for found in find(named) if isinstance(found, Found))
    pages, seen = Repetition(), Counter[PurePath]()
    for found in find(named):
        folder = PurePath(found.path).parent if isinstance(found, Found) else None
        if isinstance(found, Found) and folder and sizes[folder] >= PAGES and seen[folder] < SAMPLED:
            seen[folder] += 1
            with suppress(UnreadableError):
                for member in documents(found):
                    if not isinstance(member, Member) or member.path != found.path or member.format not in SURVEYED:
                        break
                    pages.add(*_lines(member, vocabulary, sandbox))
    return pages


def _lines(member: Member, vocabulary: Vocabulary, sandbox: Sandbox | None) -> tuple[str, list[str]]:
    """The site of the document in a member, and its lines."""
    page = _page(member, sandbox)
    fair = mend.mended(view.without(view.whole(page.text[:MOST_CHARACTERS]), page.hidden), vocabulary)
    return repetition.site(member.path, page.url), [block.text for block in blocks.split(fair.text)]


def _merged(marks: list[Mark], repeated: list[Mark]) -> list[Mark]:
    """Both, in order; a block that is repeated as a whole is marked once."""
    return sorted([*repeated, *(mark for mark in marks if not any(each.start <= mark.start < each.end for each in repeated))])


def identity(member: Member, overrides: Overrides) -> tuple[str, str]:
    """The id of the document in a member's bytes, and a digest of all that its container and the user tell of it."""
    return hashlib.sha256(member.data).hexdigest()[:16], digest(member, overrides)


def _page(member: Member, sandbox: Sandbox | None) -> Page:
    """The page of a member by the reader of its format; what its container says of it goes first."""
    format = member.format or formats.sniff(member.data, member.path)
    if format in formats.CONTAINERS:
        raise UnreadableError(f"{member.path}: a container of documents, too deep in others", hint="unpack it first")
    if reader := formats.READERS.get(format):
        read = sandbox.read if sandbox else _unguarded
        page = read(reader, member.data, member.path)
    else:
        page = (markdown if format == "markdown" else plain).read(member.data, member.path)
    told = {name: value for name in TOLD if (value := getattr(member, name))}
    return replace(page, **told)


def _unguarded(reader: str, data: bytes, path: str) -> Page:
    page: Page = import_module(f"hrcli.ingest.{reader}").read(data, path)
    return page


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


def fingerprint(source: Source) -> list[int]:
    """The sketch by which a document is known when it comes again: of its running text, as a copy may have another title."""
    shown = source.view
    edges = [0, *(edge for zone in shown.zones for edge in (zone.start, zone.end)), len(shown.text)]
    running = " ".join(shown.text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)).strip()
    return sketch.sketch(running or shown.text)


def _document(member: Member, page: Page, facts: metadata.Facts, cut: list[Furniture], user: Overrides, own: str) -> Document:
    """The record of the document; what the user says goes before what the document tells."""
    digest = hashlib.sha256(member.data).hexdigest()
    return Document(
        id=digest[:16],
        path=member.path,
        sha256=digest,
        words=len(page.text.split()),
        url=page.url,
        title=user.title or facts.title,
        publisher=user.publisher or facts.publisher,
        authors=page.authors,
        date=user.date or facts.dated.value,
        date_source="user" if user.date else facts.dated.source,
        language=user.language or language.detect(own) or page.language,
        furniture=cut,
        warnings=[*page.warnings, *([] if user.date else facts.dated.warnings)],
    )
