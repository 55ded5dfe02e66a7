"""A PDF: its pages' lines put together into paragraphs, with running heads and feet hidden and a place for each page.

pdfium reads it, being nine times as fast as pypdf; pypdf reads what pdfium cannot, and what is written from right to left, which
pdfium gives backwards. pdfium is not thread-safe: one thread a process.
"""

from __future__ import annotations

import io
import logging
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate
from typing import Any, NamedTuple

from hrcli.errors import UnreadableError
from hrcli.ingest import limits, ocr, words
from hrcli.ingest.blocks import CLOSED, ITEM
from hrcli.ingest.mend import LIGATURES
from hrcli.ingest.page import Page
from hrcli.records import Place

SCAN = 20  # letters a page on average: with fewer, the pages are pictures
LOCKED, IMAGE = 4, 3  # pdfium's FPDF_ERR_PASSWORD and FPDF_PAGEOBJ_IMAGE
EDGE = 3  # lines at the top and at the bottom of a page that may be running heads and feet
REPEATED = 3  # pages on which such a line stands, or more than half of all
FULL = 0.88  # of the width: a line is full if it would be longer with the next word
FEW = 10  # lines: a page with fewer has the width of the whole document
SHORTEST = 20  # characters of a line that may go on in lower case on the next
NARROWEST = 40  # characters to the line: no text is set narrower
BREAK = "\n\n"

LINE_END_HYPHEN = re.compile("[\ufffe\x02]\\s*|\u00ad[^\\S\n]*\r?\n")  # the first two are pdfium's, which joins the lines
LETTERS = str.maketrans({
    **LIGATURES,
    "\uf0b7": "•", "\uf0a7": "•", "\uf0d8": "•", "\u00ad": None, "\u200b": None, "\ufeff": None, "\u2060": None,
})  # fmt: skip
UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
ROMAN = r"(?=[ivx])x{0,3}(?:ix|iv|v?i{0,3})"
NUMBER = re.compile(rf"[-–—\s]*(?:p(?:age|\.)\s*)?(?:\d{{1,3}}|{ROMAN})(?:\s*(?:/|of|\|)\s*(?:\d{{1,4}}|p ?a ?g ?e))?[-–—\s]*")
MARKER = re.compile(r"[•▪●◦‣]|\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,5})[.)]")
INITIAL = re.compile(r"[A-Z]\. [A-Z]")
SHORT_FORM = re.compile(r"(?:^|[\s(])(?:[A-Z][a-z]{0,2}|(?:[A-Za-z]\.)+[A-Za-z])\.$")  # Mr. Dr. No. J. U.S. e.g.
LEADERS = re.compile(r"(?:\. ?){4}\d*$")  # a line of a table of contents
HYPHENED = re.compile(r"(?<![^\W\d_])([^\W\d_]{1,40})-$")
WORD = re.compile(r"[^\W\d_]+")

NO_TITLE = re.compile(
    r"microsoft (?:word|powerpoint|excel|publisher)\b.*|untitled.*|no title|title|document ?\d*|(?:slide|page) ?\d*|print(?:ing)?"
    r"|layout ?\d*|.*\.(?:docx?|dotx?|odt|rtf|pdf|indd|qxd|pub|p65|pmd|pptx?|xlsx?|wpd|txt|html?|tiff?|jpe?g|ps|eps)|(?=\S*[\d_./])\S+",
    re.IGNORECASE,
)
NO_AUTHOR = re.compile(
    r"[a-z\d._-]+|\S*@\S*|.*\b(?:user|admin|administrator|owner|unknown|author|default|anonymous)\b.*|hp|dell", re.IGNORECASE
)


class Raw(NamedTuple):
    """A PDF as a library gives it: the text of each page, title, author ("" where there is none) and warnings."""

    pages: list[str]
    title: str
    author: str
    warnings: list[str]


class Line(NamedTuple):
    """A line of a page (counted from 1); `gap` is whether an empty one stands before it, `running` whether it is a running head or foot."""

    page: int
    text: str
    gap: bool
    running: bool = False


def read(data: bytes, path: str) -> Page:
    """The text of a PDF; UnreadableError if it is broken, locked, too long, or a scan that cannot be read here.

    A running head or foot that cuts a paragraph in two is put behind it, so that the paragraph can be quoted.
    """
    raw = _by_pdfium(data, path)
    if raw is None or _leftwards("".join(raw.pages)):
        raw = _by_pypdf(data, path) or raw
    if raw is None:
        raise UnreadableError(f"{path}: a broken PDF", hint="open it in a PDF viewer and print it to a new PDF")
    pages, warnings = raw.pages, raw.warnings
    if sum(map(str.isalpha, "".join(pages))) < SCAN * len(pages):
        pages, warnings = _bounded(ocr.pages(data, path), path), [ocr.WARNING]
    lines = _marked([_lines(number, page) for number, page in enumerate(pages, 1)])
    text, hidden, places = _put_together(lines, len(pages))
    if not any(map(str.isalpha, text)):
        raise UnreadableError(f"{path}: the PDF holds no text", hint=ocr.HINT)
    title = " ".join(raw.title.split())
    return Page(
        text=text,
        hidden=hidden,
        title=None if not title or NO_TITLE.fullmatch(title) else title,
        authors=_authors(raw.author),
        places=places,
        warnings=warnings,
    )


def _by_pdfium(data: bytes, path: str) -> Raw | None:
    """What pdfium reads, None where it cannot read the file."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
        _refuse_long(len(document), path)
        texts = _bounded((_pdfium_page(page) for page in document), path)
        title, author = document.get_metadata_value("Title"), document.get_metadata_value("Author")
        pictures = [number for number, text in enumerate(texts) if not text.strip() and _has_picture(document[number])]
    except (UnreadableError, MemoryError):
        raise
    except Exception as error:  # a broken file breaks a parser in a hundred ways, and must not break the batch
        if getattr(error, "err_code", None) == LOCKED:
            raise _locked(path) from None
        return None
    return Raw(texts, title, author, [f"{len(pictures)} of {len(texts)} pages are pictures without text"] if pictures else [])


def _pdfium_page(page: Any) -> str:
    layer = page.get_textpage()
    text: str = layer.get_text_range()
    layer.close()
    page.close()
    return text


def _has_picture(page: Any) -> bool:
    return any(True for _ in page.get_objects(filter=[IMAGE], max_depth=2))


def _by_pypdf(data: bytes, path: str) -> Raw | None:
    """What pypdf reads, None where it cannot read the file."""
    import pypdf

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it would tell of every fault on standard error
    try:
        document = pypdf.PdfReader(io.BytesIO(data))
        if document.is_encrypted and not document.decrypt(""):
            raise _locked(path)
        _refuse_long(len(document.pages), path)
        texts = _bounded((page.extract_text() for page in document.pages), path)
        facts = document.metadata or pypdf.DocumentInformation()
        return Raw(texts, str(facts.title or ""), str(facts.author or ""), [])
    except (UnreadableError, MemoryError):
        raise
    except Exception:  # a broken file breaks a parser in a hundred ways, and must not break the batch
        return None


def _locked(path: str) -> UnreadableError:
    return UnreadableError(f"{path}: a PDF locked with a password", hint="save it without the password, for example with qpdf --decrypt")


def _refuse_long(pages: int, path: str) -> None:
    if pages > limits.MOST_PAGES:
        raise UnreadableError(f"{path}: more than {limits.MOST_PAGES:,} pages: split it", hint="give each document a file of its own")


def _bounded(pages: Iterable[str], path: str) -> list[str]:
    """The pages, read until they hold more than a document may."""
    kept, length = [], 0
    for page in pages:
        kept.append(page)
        length += len(page)
        if length > limits.MOST_CHARACTERS:
            raise limits.too_long(path)
    return kept


def _leftwards(text: str) -> bool:
    """Whether most letters of `text` are written from right to left."""
    letters = sum(map(str.isalpha, text))
    return not text.isascii() and 2 * sum(unicodedata.bidirectional(c) in ("R", "AL") for c in text if c.isalpha()) > letters


def _authors(author: str) -> list[str]:
    names = (" ".join(UNSEEN.sub("", name).split()) for name in author.split(";"))
    return [name for name in names if name and not NO_AUTHOR.fullmatch(name)]


def _lines(number: int, page: str) -> list[Line]:
    """The lines of page `number`, with single spaces and nothing unseen in them."""
    lines, gap = [], False
    for raw in LINE_END_HYPHEN.sub("-\n", page).translate(LETTERS).splitlines():
        text = UNSEEN.sub("", " ".join(raw.split())).strip()
        if text:
            lines.append(Line(number, text, gap))
        gap = not text
    return lines


def _marked(pages: list[list[Line]]) -> list[Line]:
    """All lines, with the running heads and feet marked. A head on the first page stays: it is the title, or who publishes it."""
    seen = Counter(key for page in pages for key in {_key(line) for line in (*page[:EDGE], *page[-EDGE:])})
    often = {key for key, pages_with in seen.items() if pages_with >= REPEATED or (pages_with > 1 and 2 * pages_with > len(pages))}

    def runs(line: Line) -> bool:
        return bool(NUMBER.fullmatch(line.text.lower())) or _key(line) in often

    out = []
    for page in pages:
        top, bottom = _peeled(page, runs), len(page) - _peeled(page[::-1], runs)
        for row, line in enumerate(page):
            head = row < top and (line.page > 1 or bool(NUMBER.fullmatch(line.text.lower())))
            out.append(line._replace(running=head or row >= bottom))
    return out


def _key(line: Line) -> str:
    return re.sub(r"\d+", "#", line.text).casefold()


def _peeled(page: list[Line], runs: Callable[[Line], bool]) -> int:
    """How many lines from the start of `page` on run through the document."""
    return next((row for row, line in enumerate(page[:EDGE]) if not runs(line)), min(EDGE, len(page)))


def _joined(lines: list[Line]) -> Iterator[tuple[Line, str]]:
    """Each line as it stands in the text, with what follows it; running lines come where the paragraph ends that they stand in."""
    widths = _widths(lines)
    waiting: list[Line] = []
    above: Line | None = None
    for line in lines:
        if line.running:
            waiting.append(line)
            continue
        if above:
            text, glue = _joint(above.text, line, widths[above.page])
            yield above._replace(text=text), glue
        if not above or glue == BREAK:
            yield from ((runner, BREAK) for runner in waiting)
            waiting = []
        above = line
    yield from ((last, BREAK) for last in (*filter(None, [above]), *waiting))


def _widths(lines: list[Line]) -> dict[int, int]:
    """How many characters a full line of each page has: all but the widest tenth of its lines have no more."""
    by_page: dict[int, list[int]] = {}
    for line in lines:
        by_page.setdefault(line.page, []).append(len(line.text))
    common = _widest(sorted(len(line.text) for line in lines))
    return {page: max(_widest(sorted(lengths)) if len(lengths) >= FEW else common, NARROWEST) for page, lengths in by_page.items()}


def _widest(lengths: list[int]) -> int:
    return lengths[-1 - len(lengths) // 10] if lengths else 0


def _joint(above: str, below: Line, width: int) -> tuple[str, str]:
    """What stays of a line, and what stands between it and the line below: nothing, a space or a break."""
    if MARKER.fullmatch(above):
        return above, " "
    closed = bool(LEADERS.search(above) or (CLOSED.search(above) and not SHORT_FORM.search(above)))
    full = len(above) + 1 + len(below.text.split(" ", 1)[0]) > FULL * width
    first = below.text[0]
    if ITEM.match(below.text) and not (INITIAL.match(below.text) and full and not closed):
        return above, BREAK
    if (part := HYPHENED.search(above)) and first.isalnum():
        return _unhyphened(above, part[1], below.text)
    expected = full and not closed and not below.gap
    goes_on = (full if closed else len(above) >= SHORTEST) if first.islower() else expected
    return above, " " if goes_on else BREAK


def _unhyphened(above: str, part: str, below: str) -> tuple[str, str]:
    """A line that ends in a hyphen, without it unless it is the word's own: COVID-19, well-known, pre- and post-war."""
    rest = WORD.match(below)
    if not rest or not below[0].islower():
        return above, ""
    if rest[0] in ("and", "or"):
        return above, " "
    own = not words.known(part + rest[0]) and words.known(part) and words.known(rest[0])
    return (above if own else above[:-1]), ""


def _put_together(lines: list[Line], pages: int) -> tuple[str, list[tuple[int, int]], list[Place]]:
    """The text of the lines, the spans of the running lines in it, and where each page starts."""
    out, at = list[str](), 0
    hidden: list[tuple[int, int]] = []
    starts: dict[int, int] = {}
    for line, glue in _joined(lines):
        if line.running:
            hidden.append((at, at + len(line.text)))
        else:
            starts.setdefault(line.page, at)
        out += [line.text, glue]
        at += len(line.text) + len(glue)
    text = "".join(out).rstrip()
    nexts = accumulate((starts.get(page, len(text)) for page in range(pages, 0, -1)), min)
    places = [Place(start=start, name=f"page {pages - row}") for row, start in enumerate(nexts)]
    return text, hidden, places[::-1]
