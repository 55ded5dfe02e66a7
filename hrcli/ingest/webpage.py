"""A web page: the document is the text that trafilatura takes for the article, with the page's own metadata."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from hrcli.errors import UnreadableError
from hrcli.ingest import stated
from hrcli.ingest.decode import decode
from hrcli.ingest.page import Page

CHARSET = re.compile(rb"<meta[^>]+charset=[\"']?\s*([a-zA-Z0-9_-]+)|<\?xml[^>]+encoding=[\"']([a-zA-Z0-9_-]+)", re.IGNORECASE)
TAG = re.compile(r"<(?P<close>/?)(?P<name>[a-zA-Z][\w:-]*)[^<>]*?(?P<empty>/?)>")
UNCLOSED = {
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
    "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option",
}  # fmt: skip
BLOCKS = {
    "address", "article", "aside", "blockquote", "body", "caption", "dd", "details", "dialog", "div", "dl", "dt", "fieldset", "figcaption",
    "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "legend", "li", "main", "nav", "ol", "option", "p",
    "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "ul",
    "ab", "cell", "head", "item", "list", "quote", "row",  # trafilatura's own names
}  # fmt: skip
MOST_BYTES, MOST_TAGS, DEEPEST = 5_000_000, 100_000, 2_000
AS_TEXT = "save the page as plain text"
NOT_DECLARED = (
    "idna",
    "punycode",
    "unicode",
    "raw_unicode",
    "undefined",
    "utf_16",
    "utf_32",
    "utf_7",
)  # a page that can say so is not in it
WIDER = {  # what browsers take a declared encoding for: https://encoding.spec.whatwg.org/#names-and-labels
    "ascii": "cp1252", "us_ascii": "cp1252", "iso_8859_1": "cp1252", "latin1": "cp1252", "iso_8859_9": "cp1254", "iso_8859_11": "cp874",
    "tis_620": "cp874", "gb2312": "gb18030", "gbk": "gb18030", "x_gbk": "gb18030", "big5": "big5hkscs", "shift_jis": "cp932",
    "euc_kr": "cp949", "ks_c_5601_1987": "cp949",
}  # fmt: skip
INDEX_SHARE = 0.25  # less than this share of all text is no article but an index page, which is then kept whole


SEPARATOR = re.compile(r"\s+(?:[-–—|·•»:]|::)\s+|\s*\|\s*")
SPACES = re.compile(r"\s+")
UNSEEN = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x9f]")
ITEM = "- "
EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{1,190}")
ADDRESS = re.compile(r"@|://|www\.")
ACCOUNTS = {"admin", "administrator", "editor", "webmaster", "guest"}


class Extract(NamedTuple):
    """What trafilatura and the page's head give; None is what they do not say."""

    text: str
    title: str | None = None
    heading: str | None = None
    site: str | None = None
    authors: str | None = None
    date: str | None = None
    url: str | None = None
    language: str | None = None


def read(data: bytes, path: str) -> Page:
    """The page of an HTML file; UnreadableError if the bytes are no text or the page holds none.

    Headings, list items ("- ..."), cells of tables and terms come as paragraphs of their own, in order.
    """
    _refuse_large(data, path)
    html, warnings = decode(_as_utf8(data), path)
    _refuse_hostile(html, path)
    found = _extracted(html)
    if not any(c.isalpha() for c in found.text):
        raise UnreadableError(f"{path}: the page holds no text", hint="save the page again with its text, or as plain text")
    return Page(
        text=_repaired(found.text),
        title=bare_title(found.title, found.site) or bare_title(found.heading, found.site),
        publisher=found.site,
        authors=_authors(found.authors or ""),
        date=found.date,
        url=found.url,
        language=found.language,
        warnings=warnings,
    )


def bare_title(title: str | None, site: str | None) -> str | None:
    """A title without the name of its site before or behind it; None if it is nothing more than that name."""
    title, name = " ".join((title or "").split()), _letters(site or "")
    while name and (hits := [*SEPARATOR.finditer(title)]):
        if _letters(title[hits[-1].end() :]) == name:
            title = title[: hits[-1].start()]
        elif _letters(title[: hits[0].start()]) == name:
            title = title[hits[0].end() :]
        else:
            break
    return title if title and _letters(title) != name else None


def _letters(name: str) -> str:
    """A name by its letters and digits alone, for comparison."""
    return "".join(filter(str.isalnum, name.casefold().removeprefix("the ")))


def _authors(names: str) -> list[str]:
    """The authors of a list with semicolons, without their addresses and without accounts that are nobody's name."""
    bare = (" ".join(word for word in name.split() if not ADDRESS.search(word)).strip(" ,()<>") for name in names.split(";"))
    return list(dict.fromkeys(name for name in bare if any(map(str.isalpha, name)) and name.casefold() not in ACCOUNTS))


def _refuse_large(data: bytes, path: str) -> None:
    if len(data) > MOST_BYTES:
        raise UnreadableError(f"{path}: a web page larger than {MOST_BYTES // 1_000_000} MB", hint=AS_TEXT)


def _refuse_hostile(html: str, path: str) -> None:
    """UnreadableError for a page whose tags are so many or so deep that its parser might never end."""
    if html.count("<") > MOST_TAGS:
        raise UnreadableError(f"{path}: a web page with more than {MOST_TAGS:,} tags", hint=AS_TEXT)
    if _depth(html) > DEEPEST:
        raise UnreadableError(f"{path}: a web page with tags nested more than {DEEPEST:,} deep", hint=AS_TEXT)


def _depth(html: str) -> int:
    """How deep the tags of a page are nested at most, those left out that are often not closed."""
    depth = deepest = 0
    for hit in TAG.finditer(html):
        if hit["name"].lower() not in UNCLOSED and not hit["empty"]:
            depth = max(0, depth - 1) if hit["close"] else depth + 1
            deepest = max(deepest, depth)
    return deepest


def _as_utf8(data: bytes) -> bytes:
    """The bytes with the encoding that the page itself declares undone, where that works and no byte-order mark goes before."""
    hit = None if data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else CHARSET.search(data[:4096])
    declared = (hit[1] or hit[2]).decode("ascii").lower().replace("-", "_") if hit else "utf_8"
    if declared.startswith(NOT_DECLARED):
        return data
    try:
        return data.decode(WIDER.get(declared, declared)).encode("utf-8")
    except (LookupError, UnicodeError):
        return data


def _extracted(html: str) -> Extract:
    from trafilatura import bare_extraction, extract_metadata, load_html

    try:
        tree: Any = load_html(html)
        # its own search for a date, which is not used here, is the quick one
        facts: Any = extract_metadata(load_html(EMAIL.sub("", html)), date_config={"extensive_search": False, "original_date": True})
        article: Any = bare_extraction(html, fast=True, include_comments=False)
        lined = ("code", "quote") if "<pre" in html.lower() else ("code",)  # trafilatura makes quotes of what is preformatted
        text, everything = paragraphs(article.body if article else None, lined), paragraphs(_cleaned(tree))
    except MemoryError:
        raise
    except Exception:  # a page that breaks the parser must not break the batch
        return Extract("")
    return Extract(
        text if len(text) >= INDEX_SHARE * len(everything) and not _flat(text, everything) else everything,
        facts.title,
        next((heading.text_content() for heading in tree.iter("h1")), None),
        facts.sitename,
        facts.author,
        stated.published(tree),
        _canonical(tree),
        _language(tree),
    )


def _flat(text: str, everything: str) -> bool:
    """Whether trafilatura found no article and gave all words of the page in one paragraph."""
    return "\n" not in text and text.split() == everything.replace(f"\n{ITEM}", "\n").split()


def _cleaned(tree: Any) -> Any:
    """The body of a page without scripts, footers and cookie notices; the tree itself is left as it is."""
    from copy import deepcopy

    from trafilatura.baseline import basic_cleaning

    body = tree.find(".//body")
    return basic_cleaning(deepcopy(tree if body is None else body))


def _canonical(tree: Any) -> str | None:
    """The address that the page says is its own, if it is one of the web."""
    links = tree.xpath("//link[@rel='canonical']/@href | //meta[@property='og:url']/@content")
    return next((link.strip() for link in links if re.match(r"\s*https?://\S+\s*$", link)), None)


def _language(tree: Any) -> str | None:
    """The language of the page by its root, two letters (ISO 639-1)."""
    hit = re.match(r"\s*([a-zA-Z]{2})(?![a-zA-Z])", next(iter(tree.xpath("/html/@lang | /html/@xml:lang")), ""))
    return hit[1].lower() if hit else None


def paragraphs(tree: Any, lined: tuple[str, ...] = ("pre",)) -> str:
    """The text below an element of HTML or of trafilatura's result: each block a paragraph; the lines of elements in `lined` are kept."""
    return "\n\n".join(part for run in _runs(tree, lined) for part in _parts(run)) if tree is not None else ""


def _runs(tree: Any, lined: tuple[str, ...]) -> Iterator[str]:
    """The text from one edge of a block to the next, with the white space of the source but for its line breaks outside `lined`."""
    from lxml.etree import iterwalk  # type: ignore[import-untyped]

    run: list[str] = []
    inside = 0
    for event, element in iterwalk(tree, events=("start", "end", "comment", "pi")):
        opens, name = event == "start", element.tag
        if name in BLOCKS:
            yield "".join(run)
            run = [ITEM] if opens and name in ("li", "item") and not (element.get("rend") or "").startswith("d") else []
        if event in ("start", "end") and name in lined:
            inside += 1 if opens else -1
        if opens and name in ("br", "lb"):
            run.append("\n")
        text = element.text if opens else element.tail if element is not tree else None
        if text:
            run.append(text if inside else SPACES.sub(" ", text))
    yield "".join(run)


def _parts(run: str) -> Iterator[str]:
    """The paragraphs of a run: those that blank lines part."""
    lines = (" ".join(UNSEEN.sub("", line).split()) for line in run.split("\n"))
    for part in re.split(r"\n\n+", "\n".join(lines).strip("\n")):
        if part.strip(ITEM):
            yield part


def _repaired(text: str) -> str:
    """Text that was decoded wrongly before it came into the page, put right; curly quotes and wide letters stay."""
    import ftfy

    return ftfy.fix_text(text, uncurl_quotes=False, fix_character_width=False, normalization="NFC")
