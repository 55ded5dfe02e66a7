"""Affiliations that the layout tells: lines of signatories, rows of tables, contacts, and statements by a spokesperson."""

from __future__ import annotations

import re

from hrcli.extract.findings import Mention
from hrcli.extract.naming.employers import Employers
from hrcli.extract.naming.page import Page
from hrcli.extract.naming.titles import stretch, unadorned
from hrcli.extract.naming.vocabulary import roles, titles

CONTACTS = re.compile(r"(?im)^.{0,40}\bcontacts?\b.{0,40}$")
CONTACT = re.compile(r"(?i)\bcontacts?\b[^\n]{0,20}:\s*$")
REACHED = re.compile(r"[+(]?\d[\d ()-]{6,}|\S@\S")
DATE = re.compile(r"^\D{0,20}\b(?:19|20)\d\d$|^\D{0,12}\d{1,2} [A-Z][a-z]+ (?:19|20)\d\d$|^[A-Z][a-z]+\.? \d{1,2}, (?:19|20)\d\d$")
"""A line between a byline and the name of the newspaper."""
OFFICE = re.compile(r"([\w-]+(?: [\w-]+)?)( (?:of|at|for) (?:the )?)(.+)")
STATEMENT = re.compile(r"(?i)^\W*(?:press )?(?:statement|remarks|message|comment|declaration|briefing)s? (?:by|of|from)\b")
SEPARATOR = re.compile(r"\s*[|\t;]\s*|\s+[–—-]\s+")
BULLET = re.compile(r"[\s\d.)•·*–|-]*")
BLOCK = 500
"""Characters below a heading of contacts in which they stand."""
TOP = 300
"""Characters in which the headline stands."""
LONGEST_ROLE = 120
MOST_WORDS = 14
FILLED = re.compile(r"[^\W\d_]{3}(?<!Esq)")
"""A word behind a name in its line, which no degree is."""
SHORT_OFFICE = 5
LINES = 3
"""Lines below a name that may tell of it."""


def read(page: Page, mention: Mention, employers: Employers) -> Mention | None:
    """The organisation in the line of a name at the line's beginning, or in the lines below a name that fills one."""
    before = _name_before(page, mention)
    if before is None:
        return None
    start = page.end(mention.end)
    stop = page.text.find("\n", start)
    rest = page.text[start : stop if stop >= 0 else len(page.text)]
    if not rest.strip(" \t,"):
        return _below(page, stop, employers)
    return _in_line(page, start, rest, mention, employers)


def _name_before(page: Page, mention: Mention) -> str | None:
    """What stands before a name in its line, where that is a title or a sign at most."""
    before = page.line_before(mention.start)
    bare = BULLET.sub("", before, count=1)
    return before if len(bare.split()) < 3 and not bare.endswith((",", "and ")) else None


def _in_line(page: Page, start: int, rest: str, mention: Mention, employers: Employers) -> Mention | None:
    """The organisation that fills a cell of the line, or all of it behind a comma."""
    cells = _cells(rest)
    comma = re.fullmatch(r"\s*,\s*(.+?)[\s.,;]*", rest)
    if comma and len(cells) == 1:
        cells = [(comma.start(1), comma.group(1))]
    found = [one for at, text in cells if (one := _filling(page, start + at, text, employers))]
    told = mention.role or any(word in roles() for word in rest.lower().split())
    return found[0] if len(found) == 1 and (found[0].type == "organization" or told or comma) else None


def _cells(rest: str) -> list[tuple[int, str]]:
    """The pieces of a line between its separators, with where they start."""
    cells, at = [], 0
    for match in [*SEPARATOR.finditer(rest), None]:
        end = match.start() if match else len(rest)
        if rest[at:end].strip():
            cells.append((at, rest[at:end]))
        at = match.end() if match else end
    return cells


def _filling(page: Page, start: int, text: str, employers: Employers) -> Mention | None:
    """The organisation that a stretch of text consists of."""
    where = page.tokens(start, start + len(text.rstrip()))
    one = employers.starting(page, where[0]) if where else None
    return one if where and one and one.end == where[1] else None


def _below(page: Page, stop: int, employers: Employers) -> Mention | None:
    """The organisation in the lines below a name, the first of which may hold its role."""
    at = _over_gap(page, stop)
    for number in range(LINES):
        if at < 0 or page.text[at : at + 2] == "\n\n":
            return None
        end = page.text.find("\n", at + 1)
        line = page.text[at + 1 : end if end >= 0 else len(page.text)]
        lead = len(line) - len(line.lstrip())
        if one := _filling(page, at + 1 + lead, line.strip(), employers) or _last_part(page, at + 1, line, employers):
            return one
        if number == 0 and not DATE.search(line) and not any(word in roles() for word in re.findall(r"[\w-]+", line.lower())):
            return None
        at = end
    return None


def _over_gap(page: Page, stop: int) -> int:
    """The end of a line, or of the empty line below it, where the next one begins with a role: the office of whoever signs."""
    if stop < 0 or page.text[stop : stop + 2] != "\n\n":
        return stop
    below = page.text[stop + 2 : stop + 2 + LONGEST_ROLE].split("\n", 1)[0]
    return stop + 1 if _is_office(below) else stop


def _is_office(line: str) -> bool:
    """Whether a line is but an office: few words, one of the first a role, no full stop."""
    words = re.findall(r"[\w-]+", line.lower())
    return 0 < len(words) < MOST_WORDS and line[:1].isupper() and line[-1] not in ".:;" and any(word in roles() for word in words[:3])


def _last_part(page: Page, start: int, line: str, employers: Employers) -> Mention | None:
    """The organisation behind the comma of a line that begins with a role: "Secretary General, Harbour Union"."""
    role, comma, rest = line.partition(", ")
    if not comma and (of := OFFICE.match(line)):
        role, comma, rest = of.group(1), of.group(2), of.group(3)
    if not comma or not any(word in roles() for word in re.findall(r"[\w-]+", role.lower())):
        return None
    return _filling(page, start + len(role) + len(comma), rest.rstrip(" ,."), employers)


def publisher(page: Page, mention: Mention) -> str | None:
    """The publisher, for whom its contacts speak, and its spokespersons in the headline."""
    issuer = page.document.publisher if page.document else None
    if not issuer:
        return None
    return issuer if _is_contact(page, mention) or _states(page, mention) or _signs(page, mention) or _is_ours(page, mention) else None


def _signs(page: Page, mention: Mention) -> bool:
    """Whether a full name fills a line at a text's end, and an office alone the line below it: "Ada Brook", "President"."""
    start, stop = page.starts[mention.start], page.text.find("\n", page.end(mention.end))
    if " " not in mention.name or stop < 0 or start < len(page.text) / 2:
        return False
    alone = not page.line_before(unadorned(page, mention.start)).strip() and not FILLED.search(page.text[page.end(mention.end) : stop])
    below = page.text[stop:].strip().split("\n", 1)[0]
    return alone and len(below.split()) < SHORT_OFFICE and _is_office(below) and not any(char.isdigit() for char in below)


def _is_ours(page: Page, mention: Mention) -> bool:
    """Whether the text itself, in no quotation, calls somebody its own: "our director, Ada Brook", "our Ada Brook"."""
    start = unadorned(page, mention.start)
    role = stretch(page, start - 1 if start and page.words[start - 1] == "," else start)
    at = role[0] if role else start
    if at == 0 or page.lower[at - 1] != "our" or (role and page.lower[role[1] - 1] not in titles().offices):
        return False  # "our lawyer, Ada Brook" may be anybody's
    before = page.text[: page.starts[at]]
    return before.count("“") <= before.count("”") and (bool(role) or " " in mention.name)


def _is_contact(page: Page, mention: Mention) -> bool:
    """Whether a name stands behind "contact:", or begins a line under such a heading, with a role or with a number or an address."""
    start, before = page.starts[mention.start], page.line_before(mention.start)
    stop = page.text.find("\n", start)
    reached = REACHED.search(page.text[start : stop if stop >= 0 else len(page.text)])
    if not mention.role and not reached:
        return False
    if before.strip():
        return bool(CONTACT.search(before))
    return bool(CONTACTS.search(page.text[max(0, start - BLOCK) : start]))


def _states(page: Page, mention: Mention) -> bool:
    """Whether a headline says that a spokesperson makes the statement."""
    if not mention.role or page.starts[mention.start] > TOP:
        return False
    speaks = not titles().speaking.isdisjoint(mention.role.lower().split())
    return speaks and bool(STATEMENT.match(page.line_before(mention.start)))
