"""A web page: the document is the text that trafilatura takes for the article, with the page's own metadata."""

from __future__ import annotations

import re
from typing import Any

from hrcli.errors import UnreadableError
from hrcli.ingest.decode import decode
from hrcli.ingest.page import Page

CHARSET = re.compile(rb"<meta[^>]+charset=[\"']?([a-zA-Z0-9_-]+)", re.IGNORECASE)
DATE = re.compile(r"\d{4}(?:-\d\d){0,2}")
TAG = re.compile(r"<(?P<close>/?)(?P<name>[a-zA-Z][\w:-]*)[^<>]*?(?P<empty>/?)>")
UNCLOSED = {
    *[
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
        "p",
        "li",
        "dt",
        "dd",
        "tr",
        "td",
        "th",
        "thead",
        "tbody",
        "tfoot",
        "option",
    ]
}
MOST_BYTES, MOST_TAGS, DEEPEST = 5_000_000, 100_000, 2_000
AS_TEXT = "save the page as plain text"
SLOW_CODECS = {"idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined"}  # no page is written in them
INDEX_SHARE = 0.25  # less than this share of all text is no article but an index page, which is then kept whole


def read(data: bytes, path: str) -> Page:
    """The page of an HTML file; UnreadableError if the bytes are no text or the page holds none."""
    _refuse_large(data, path)
    html, warnings = decode(_as_utf8(data), path)
    _refuse_hostile(html, path)
    text, facts = _article(html)
    if not any(c.isalpha() for c in text):
        raise UnreadableError(f"{path}: the page holds no text", hint="save the page again with its text, or as plain text")
    date = DATE.match(facts.get("date") or "")
    return Page(
        text=_repaired(text),
        title=facts.get("title") or None,
        publisher=facts.get("sitename") or None,
        date=date[0] if date else None,
        url=facts.get("url") or None,
        warnings=warnings,
    )


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
    """The bytes with the encoding that the page itself declares undone, where that works."""
    declared = CHARSET.search(data[:4096])
    if not declared or declared[1].decode("ascii").lower().replace("-", "_") in SLOW_CODECS:
        return data
    try:
        return data.decode(declared[1].decode("ascii")).encode("utf-8")
    except (LookupError, UnicodeError):
        return data


def _article(html: str) -> tuple[str, dict[str, Any]]:
    from trafilatura import bare_extraction, html2txt

    # Only dates that the page states itself: the search through its text would find dates of other stories.
    stated = {"extensive_search": False, "original_date": True}
    try:
        found: Any = bare_extraction(html, fast=True, include_comments=False, with_metadata=True, date_extraction_params=stated)
        everything = html2txt(html) or ""
    except Exception:  # a page that breaks the parser must not break the batch
        return "", {}
    text = (found.text if found else None) or ""
    facts = {name: getattr(found, name, None) for name in ("title", "sitename", "date", "url")} if found else {}
    return (text if len(text) >= INDEX_SHARE * len(everything) else everything), facts


def _repaired(text: str) -> str:
    """Text that was decoded wrongly before it came into the page, put right; curly quotes and wide letters stay."""
    import ftfy

    return ftfy.fix_text(text, uncurl_quotes=False, fix_character_width=False, normalization="NFC")
