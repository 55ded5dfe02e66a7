"""A web page: the document is the text that trafilatura takes for the article, with the page's own metadata."""

from __future__ import annotations

import re
from typing import Any

from hrcli.errors import UnreadableError
from hrcli.ingest.decode import decode
from hrcli.ingest.page import Page

CHARSET = re.compile(rb"<meta[^>]+charset=[\"']?([\w-]+)", re.IGNORECASE)
DATE = re.compile(r"\d{4}(?:-\d\d){0,2}")
INDEX_SHARE = 0.25  # less than this share of all text is no article but an index page, which is then kept whole


def read(data: bytes, path: str) -> Page:
    """The page of an HTML file; UnreadableError if the bytes are no text or the page holds none."""
    html, warnings = decode(_as_utf8(data), path)
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


def _as_utf8(data: bytes) -> bytes:
    """The bytes with the encoding that the page itself declares undone, where that works."""
    declared = CHARSET.search(data[:4096])
    if not declared:
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
