"""What an organisation says of a text as its own: reports of and by it, submissions, self-descriptions, the address of its contact."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hrcli.ingest import contacts
from hrcli.ingest.blocks import Block, is_prose, size
from hrcli.ingest.context import Context
from hrcli.ingest.organisations import NAME, is_confirmed, is_described, is_issuer, is_organisation, leading, owner

BY = re.compile(
    r"\b(?:[Rr]eport|[Ss]tatement|[Ll]etter|[Ss]ubmission|[Bb]riefing|[Rr]elease|[Pp]repared|[Pp]roduced|[Ss]ubmitted|[Ii]ssued|[Pp]ublished)\b"
    r".*?\bby:?\s+(?P<name>(?:[Tt]he\s+)?[A-Z].*)$"
)
ARTICLE = re.compile(r"(?:of|by|from)\s+the\s+(?P<name>[A-Z].*)$")
TAIL = re.compile(
    r"[,:;(*]|\s[–—-]\s|\sat\s(?:its|the)\b|\son\s\d|\s(?:on|in|to|under|for)\s(?:its|his|her|their|article|resolution)\b|\.$"
)
POINT = r"^(?:\(?\d+[.)]\s*)?"
SUBMITS = re.compile(
    rf"{POINT}{NAME.pattern}(?:,[^,]{{2,60}},)?\s+(?:is pleased to |would like to |wishes to )?"
    r"(?:submits?|presents?|makes|provides?|offers|welcomes the opportunity to)\s+"
    r"(?:this|these|the following|its|a|an|make|submit|provide|contribute)\b"
)
SUBMITTED = ("submit", "present", "makes", "provide", "offers", "welcomes the")  # one of them is in what SUBMITS matches
ADVERBS = ("respectfully", "jointly", "hereby")
DOCUMENT = (
    r"(?:joint |stakeholder |written |shadow |parallel )?"
    r"(?:submission|report|briefing|statement|letter|paper|document|briefing note|memorandum)"
)
IN_THIS = re.compile(rf"{POINT}(?:In|With|Through) this {DOCUMENT},?\s+(?P<name>(?:the\s+)?[A-Z].*)$")
MADE_BY = re.compile(
    rf"\b(?:This|The present) {DOCUMENT} (?:was|is|has been) (?:jointly )?"
    r"(?:prepared|written|submitted|produced|published|issued|compiled|made|drafted) by (?P<name>(?:the )?[A-Z].*)"
)
RESOLUTION = re.compile(r"(?:The )?(?P<name>[A-Z][\w’'. -]{3,60}?) (?:joint )?resolution (?:of \d|on |no\.? |\d)", re.IGNORECASE)
RESOLVING = re.compile(r"(?:The )?(?P<name>[A-Z][^,;:.]{3,80}),")
RECALLS = re.compile(r"[–—-]?\s*(?:[Hh]aving|\w+(?:ly)?\s\w+(?:ed|ing)\b|\w+ing\b|\w+ed\b)")
ABOUT = re.compile(r"^About (?P<name>(?:the )?[A-Z][^.:]{2,70}):?$")
IMPRINT = re.compile(r"^(?:©\s*)?(?P<name>[A-Z][^\d©]{3,80}?),?\s+(?:\d{1,2}\s+)?(?:[A-Z][a-z]+\s+(?:\d{1,2},\s*)?)?(?:19|20)\d\d\.?$")
HOST = re.compile(r"@(?:[\w-]+\.)*?(?P<host>[\w-]+)\.(?P<end>(?:org|com|net|info|ngo|int|co|eu|[a-z]{2})(?:\.[a-z]{2})?)\b")
REACH = re.compile(r"\b(?:contact|enquir|inquir|media|press|information|interview)", re.IGNORECASE)
PUBLISHED = re.compile(
    r"(?:Published|Issued|Released|Produced)(?: and \w+)?(?: (?:in|at|on)\b[^.]{0,50}?)? by:? (?P<name>(?:the )?[A-Z].*)"
)
END = re.compile(r"[-–—*# ]*ends?[-–—*#. ]*|#(?: ?#)+|(?:notes? (?:to|for) editors?|background):?", re.IGNORECASE)
BEHALF = re.compile(
    r"^(?:We|I)\b[^.]{0,60}?\bon behalf of (?P<name>(?:the )?[A-Z].*)|^On behalf of (?P<first>(?:the )?[A-Z].*?),? (?:I|we)\b"
)
ORGAN = re.compile(
    r"(?:The |A )?(?:\w+ )?(?:newsletter|bulletin|magazine|journal|review|gazette|digest|quarterly|monthly|newspaper|publication|voice)"
    r" (?:of|from|published by) (?P<name>(?:the )?[A-Z].*)$",
    re.IGNORECASE,
)
FAMILY = re.compile(
    r"(?:[a-z]+ ){0,2}(?:statement|letter|appeal|message|declaration|plea|petition) (?:by|from|of) (?:the )?"
    r"(?P<who>(?:family|families|relatives|parents|wife|husband|mother|father|sisters?|brothers?|children|friends|colleagues) of"
    r" (?P<name>[^,.:;–—|(]+))$",
    re.IGNORECASE,
)
REPRODUCED = re.compile(
    r"\b(?:reproduc|republish|reprint|publish|carr[yi])\w*\b[^.]{0,60}\b(?:text|statement|letter|appeal|document|declaration)\b[^.]{0,40}"
    r"\b(?:below|following|in full|as (?:it was |they were |we )?received|as it reached)"
    r"|\bviews (?:expressed )?are (?:those|that) of (?:its|the) authors?",
    re.IGNORECASE,
)
SIGNATURES, SIGNED_WORDS = 6, 12  # lines at the end, and words of one, in which an organisation may sign
MOST_NAMES = 5  # words of a person's name
PARTICLES = ("al", "bin", "ibn", "bint", "de", "da", "del", "la", "van", "von", "der", "el", "al-", "and")
OPENING = 200  # characters
ABOVE, BELOW = 3, 4  # how many blocks below the headings and at the end are looked at


def body(context: Context) -> str | None:
    """Report of the Working Group on ..., among the headings: the body whose report it is, not the one it reports to."""
    for block in context.heads.top:
        words = block.text.split()
        paper = next((i for i, word in enumerate(words[:4]) if word.lower().strip("*") in context.vocabulary.publishers.papers), None)
        hit = ARTICLE.search(block.text) if paper is not None and words[0][0].isupper() else None
        name = TAIL.split(hit["name"])[0].strip() if hit else ""
        head = leading(name, context.vocabulary)
        rest = name[len(head) :].split()
        whole = not rest or rest[0] in ("on", "of", "for", "against")
        if len(name.split()) > 1 and whole and is_organisation(head, context.vocabulary):
            return name
    return None


def resolves(context: Context) -> str | None:
    """Harbour Parliament resolution of 4 May 2012 on ..., or "The Human Rights Council," above what it recalls and decides."""
    blocks = context.blocks[: len(context.heads.top) + BELOW]
    for i, block in enumerate(blocks):
        hit = RESOLUTION.match(block.text) or RESOLVING.fullmatch(block.text)
        said = hit is not None and (hit.re is RESOLUTION or (i + 1 < len(blocks) and RECALLS.match(blocks[i + 1].text)))
        if hit and said and is_organisation(hit["name"], context.vocabulary):
            return str(hit["name"])
    return None


def by(context: Context) -> str | None:
    """A report ... by Harbour Rights Group, prepared by it, among the headings."""
    for block in context.blocks[: len(context.heads.top) + 1]:
        hit = BY.search(block.text) if size(block.text) < 30 else None
        name = leading(hit["name"], context.vocabulary) if hit else ""
        ends = block in context.heads.top or (hit is not None and hit["name"].strip(" .") == name)
        if name and ends and is_issuer(name, context.text, context.vocabulary):
            return name
    return None


def organ(context: Context) -> str | None:
    """The newsletter of Harbour Rights Group, among the headings."""
    for block in context.heads.top:
        hit = ORGAN.match(block.text)
        name = leading(hit["name"], context.vocabulary) if hit else ""
        if (
            hit
            and name
            and name == hit["name"].strip(" .").removeprefix("the ")
            and (is_issuer(name, context.text, context.vocabulary) or _again(name, context))
        ):
            return name
    return None


def _again(name: str, context: Context) -> bool:
    return context.text.casefold().count(name.casefold()) > 1


def family(context: Context) -> str | None:
    """Statement by the family of Ada Brook, among the headings: the family, where no organisation issues the text."""
    for block in context.heads.top:
        hit = FAMILY.match(block.text)
        name = hit["name"].split() if hit else []
        if hit and 1 < len(name) <= MOST_NAMES and all(word[0].isupper() or word in PARTICLES for word in name):
            return str(hit["who"])
    return None


def reproduced(context: Context) -> str | None:
    """The organisation that signs a text which the site, by its own words above it, only carries ("the views are those of its authors")."""
    first = len(context.heads.top)
    if not any(REPRODUCED.search(block.text) for block in context.blocks[: first + ABOVE]):
        return None
    names = [block.text.strip(" .") for block in context.blocks[first + ABOVE :][-SIGNATURES:] if size(block.text) <= SIGNED_WORDS]
    name = next((name for name in names if is_organisation(name, context.vocabulary)), None)
    return name.removeprefix("The ") if name else None


def submits(context: Context) -> str | None:
    """Harbour Rights Group submits this report ..., or: In this submission, the group ..., at the head of the text."""
    for block in context.blocks[: len(context.heads.top) + ABOVE]:
        first = SUBMITS.match(block.text) if any(word in block.text for word in SUBMITTED) else None
        inside = IN_THIS.match(block.text) if " this " in block.text else None
        words = first["words"] if first else inside["name"] if inside else ""
        name = leading(words, context.vocabulary)
        alone = inside or words.removeprefix(name).strip() in ("", *ADVERBS)
        if name and alone and is_issuer(name, context.text, context.vocabulary):
            return name
    return None


def made_by(context: Context) -> str | None:
    """This submission was prepared by Harbour Rights Group."""
    for block in context.blocks:
        hit = MADE_BY.search(block.text) if " by " in block.text and ("This " in block.text or "The present " in block.text) else None
        name = leading(hit["name"], context.vocabulary) if hit else ""
        if name and is_issuer(name, context.text, context.vocabulary):
            return name
    return None


def about(context: Context) -> str | None:
    """About Harbour Rights Group, as a heading in the latter half of the text."""
    for i, block in enumerate(context.blocks[:-1]):
        hit = ABOUT.match(block.text) if 2 * i >= len(context.blocks) else None
        name = leading(hit["name"], context.vocabulary) if hit else ""
        if not hit or not name or name != hit["name"].removeprefix("the ").strip():
            continue
        if is_organisation(name, context.vocabulary) or is_described(name, context.text, context.vocabulary):
            return name
    return None


def describes(context: Context) -> str | None:
    """Harbour Rights Group is an independent network that ..., at the end of a text that begins by speaking of it, or below "ENDS"."""
    first = len(context.heads.top)
    end = max((block.start for block in context.blocks if END.fullmatch(block.text)), default=len(context.text))
    above = "\n".join(block.text for block in context.blocks[: first + ABOVE])
    for block in context.blocks[max(first + 1, len(context.blocks) - BELOW) :]:
        name = leading(block.text, context.vocabulary) if " is " in block.text else ""
        spoken = name.casefold() in above.replace(block.text, "").casefold() or block.start > end
        issues = name and spoken and is_issuer(name, context.text, context.vocabulary)
        if issues and is_described(name, block.text[: len(name) + 120], context.vocabulary):
            return name
    return None


def contact(context: Context) -> str | None:
    """The organisation named in the text that the hosts of all addresses for enquiries belong to."""
    if "@" not in context.text:
        return None
    found = {
        owner(hit["host"], context.text)
        for block in _reached(context)
        for hit in HOST.finditer(block.text)
        if hit["host"].lower() not in context.vocabulary.publishers.mailers
    }
    name = found.pop() if len(found) == 1 else None
    longer = leading(context.text[context.text.find(name) :][:150], context.vocabulary) if name else ""
    return next((full for full in (longer, name) if full and is_issuer(full, context.text, context.vocabulary)), None)


def imprint(context: Context) -> str | None:
    """Harbour Rights Group, 2021: the last line, or one near the end that names who is spoken of above."""
    for block in context.blocks[max(len(context.heads.top) + 1, len(context.blocks) - BELOW) :]:
        hit = IMPRINT.match(block.text)
        name = hit["name"].strip() if hit else ""
        if not name or not is_organisation(name, context.vocabulary):
            continue
        if block is context.blocks[-1] or is_confirmed(name, context.text, context.vocabulary):
            return name.removeprefix("The ")
    return None


def contact_line(context: Context) -> str | None:
    """The one organisation among the names of those to be contacted: Contact: Ada Brook, Harbour Rights Group, 202-555-0123."""
    if any(block.text.startswith("Dear ") for block in context.blocks):
        return None  # a letter is by whoever signs it
    pieces = {piece.strip(" .") for block in _reached(context) for piece in re.split(r"[,;:|(]", block.text)}
    names = {piece for piece in pieces if len(piece.split()) > 1 and is_organisation(piece, context.vocabulary)}
    return names.pop() if len(names) == 1 else None


def published(context: Context) -> str | None:
    """Published by Harbour Rights Group, 12 Mill Road: a line of its own near the end."""
    for block in context.blocks[-BELOW:]:
        hit = PUBLISHED.match(block.text)
        name = leading(hit["name"], context.vocabulary) if hit else ""
        if name and is_organisation(name, context.vocabulary):
            return name
    return None


def behalf(context: Context) -> str | None:
    """On behalf of Harbour Rights Group, I write ..., at the head of a letter."""
    for block in context.blocks[len(context.heads.top) : len(context.heads.top) + ABOVE]:
        hit = BEHALF.search(block.text[:OPENING]) if "behalf of" in block.text else None
        name = leading(hit["name"] or hit["first"], context.vocabulary) if hit else ""
        if name and is_organisation(name, context.vocabulary):
            return name
    return None


def _reached(context: Context) -> Iterator[Block]:
    """The blocks that say whom to contact."""
    yield from contacts.find(context.blocks, context.vocabulary)
    yield from (block for block in context.blocks[-BELOW:] if REACH.search(block.text) and not is_prose(block))
