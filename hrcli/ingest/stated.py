"""The date that a web page states for itself: in its head, in its JSON-LD, or marked in its body; as it is written there.

What the page says of a change, of the day that it was fetched, of comments, or of other stories, dates it not.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

YEAR = re.compile(r"(?:19|20)\d\d")
PUBLISHED = (  # names of meta elements, the surest first
    "article:published_time", "article:published", "og:article:published_time", "citation_publication_date", "datepublished",
    "date_published", "dc.date.issued", "dcterms.issued", "dc.date.publication", "dc.issued", "parsely-pub-date", "sailthru.date",
    "published_time", "publish_date", "publish-date", "publishdate", "published-date", "publication_date", "publication-date", "pubdate",
    "article.published", "article:published_date", "article_date_original", "dateposted", "prism.publicationdate", "bt:pubdate",
    "dc.date", "dc:date", "dcterms.date", "date", "dc.date.created", "dcterms.created", "dc.created", "datecreated", "citation_date",
)  # fmt: skip
HOLDERS = ("@graph", "mainEntity", "mainEntityOfPage")  # of JSON-LD: what they hold is the page, not a comment or a story beside it
OTHERS = re.compile(
    r"comment|repl(?:y|ies)|related|sidebar|side-bar|(?<!elementor-)widget|latest|recent|popular|trending|most-|teaser|promo|ticker|archive|footer|copyright"
    r"|updated|modified|event|calendar|today|current",
    re.IGNORECASE,
)
FRAMES = ("nav", "aside", "footer")
SAYS_SO = re.compile(r"(?<![a-z])publish|pubdate|datepublished", re.IGNORECASE)
DATED = re.compile(r"(?<![a-z])(?:date|datetime|dateline|meta|byline|posted|submitted|timestamp|published|pubdate)(?![a-z])", re.IGNORECASE)
MARKS = ("date", "Date", "posted", "meta", "byline", "publish", "submitted", "timestamp")  # in the class of an element
CLASSES = " or ".join(f"contains(@class, '{mark}')" for mark in MARKS)
MARK = f"*[self::time or self::abbr or @itemprop or {CLASSES}]"
MARKED, BEHIND = f"descendant-or-self::{MARK}", f"following::{MARK}"  # a date above the heading may be today's
LONGEST, MOST_BESIDE = 80, 80  # characters of a marked date, and of a paragraph that is no running text
CARD = 600  # characters at most of another story's heading, date and words
MOST_MARKS = 300  # that are looked at: a page may be made to have very many


def published(tree: Any) -> str | None:
    """The day of publication by the page's tree; None where it states none, or several."""
    return _of_head(tree) or _of_json(tree) or _of_body(tree)


def _of_head(tree: Any) -> str | None:
    """The surest of the meta elements that name the date of publication."""
    said: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = (element.get("content") or "").strip()
        if YEAR.search(content):
            for attribute in ("property", "name", "itemprop"):
                said.setdefault((element.get(attribute) or "").lower(), content)
    return next((said[name] for name in PUBLISHED if name in said), None)


def _of_json(tree: Any) -> str | None:
    """The date of the article in the page's JSON-LD, else that of the page."""
    found: list[tuple[bool, str]] = []
    for script in tree.xpath("//script[contains(@type, 'ld+json')]"):
        try:
            found += _works(json.loads(script.text or ""))
        except (ValueError, RecursionError):  # broken, or made to break
            continue
    best = min((page for page, _ in found), default=None)
    days = {date[:10]: date for page, date in found if page is best}
    return days.popitem()[1] if len(days) == 1 else None


def _works(node: Any) -> Iterator[tuple[bool, str]]:
    """The dated works in a piece of JSON-LD: whether it is no more than a page, and its date."""
    if isinstance(node, list):
        for part in node:
            yield from _works(part)
    elif isinstance(node, dict):
        kind, date = str(node.get("@type", "")).lower(), node.get("datePublished")
        article = any(name in kind for name in ("article", "posting", "report", "creativework"))
        if isinstance(date, str) and YEAR.search(date) and (article or "webpage" in kind):
            yield not article, date
        for name in HOLDERS:
            yield from _works(node.get(name))


def _of_body(tree: Any) -> str | None:
    """The date that is marked as one within the article; where nothing is, the only one that the page marks."""
    heading = next(tree.iter("h1"), None)
    around = next(heading.iterancestors("article", "main"), None) if heading is not None else None
    articles = [*tree.iter("article")]
    scope = around if around is not None else articles[0] if len(articles) == 1 else next(tree.iter("main"), None)
    inside = [*_marked(scope)] if scope is not None else []
    if said := [date for sure, date in inside if sure] or [date for _, date in inside]:
        return said[0]
    alone = {date for _, date in _marked(tree, heading)}
    return alone.pop() if len(alone) == 1 else None


def _marked(scope: Any, after: Any = None) -> Iterator[tuple[bool, str]]:
    """The dates marked below an element, behind another: whether the mark says "published", and the date."""
    elements = after.xpath(BEHIND) if after is not None else scope.xpath(MARKED)
    for element in islice(elements, MOST_MARKS):
        names = _names(element)
        if element.tag in ("time", "abbr") or DATED.search(names) or SAYS_SO.search(names):
            text = _text(element)
            date = element.get("datetime") or element.get("content") or (element.get("title") if element.tag == "abbr" else None) or text
            if len(date) <= LONGEST and YEAR.search(date) and not _is_others(element, scope):
                yield bool(SAYS_SO.search(names) or element.get("pubdate") is not None), date


def _names(element: Any) -> str:
    return " ".join(element.get(name) or "" for name in ("class", "id", "itemprop"))


def _is_others(element: Any, scope: Any) -> bool:
    """Whether an element belongs to running text, to the page's frame, or to a list, comment or other story within `scope`."""
    small = True
    for each in (element, *element.iterancestors()):
        if each is scope or each.tag in ("body", "html"):
            return False
        words = _text(each) if small else ""
        small = small and len(words) < CARD  # what is around is no smaller
        if (each.tag == "p" and len(words) > MOST_BESIDE) or (small and _is_card(each)):
            return True
        if each.tag in FRAMES or (each.tag == "article" and scope.tag != "html") or OTHERS.search(_names(each)):
            return True
    return False


def _is_card(element: Any) -> bool:
    """Whether a small element is another story in short: it has a heading, but not that of the page."""
    return next(element.iter("h1"), None) is None and next(element.iter("h2", "h3", "h4", "h5", "h6"), None) is not None


def _text(element: Any) -> str:
    """The text in an element, as far as anybody here looks at it."""
    return " ".join("".join(islice(element.itertext(), CARD)).split())
