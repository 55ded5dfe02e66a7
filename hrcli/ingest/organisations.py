"""Names of organisations in headings: told by a word such as "Committee", without a parser."""

from __future__ import annotations

import itertools
import re
from functools import cache

from hrcli.ingest.vocabulary import Vocabulary

LINK = r"(?:of|for|the|and|&|in|on|against|without|to|de|du|des|la|le|y|del|with)"
WORD = r"[^\W\d_][\w.'’&-]*"
CAPITAL = r"(?:(?:[A-Z]\.)+|[^\W\d_a-zà-öø-ÿ][\w'’&-]*(?:\.\w+)*)"
NAME = re.compile(rf"(?:(?:the|The)\s+)?(?P<words>{WORD}(?:\s+(?:&|{WORD})){{0,11}})(?:\s*\((?P<short>[A-Z][\w&.-]{{1,12}})\))?")
LEADING = re.compile(rf"(?:[Tt]he\s+)?(?P<name>{CAPITAL}(?:(?:\s+{LINK}){{0,3}}\s+{CAPITAL}){{0,11}})")
ORDINAL = re.compile(r"\d|\w+(?:st|nd|rd|th)\b|[Uu]niversal|[Ss]ession|[Rr]eview|[Cc]onsideration")
TAIL = re.compile(rf"(?:{LINK}\b|International|[A-Z]{{2,5}}\b|\(|,|$)")
MOST_WORDS = 10
SMALL = {"of", "for", "the", "and", "&", "in", "on", "against", "without", "to", "de", "du", "des", "la", "le", "y", "del", "with"}


def is_organisation(text: str, vocabulary: Vocabulary) -> bool:
    """Whether all of `text` is the name of an organisation (in capitals or not), with its acronym or without."""
    hit = NAME.fullmatch(text.strip())
    if hit and hit["words"].split()[0].lower() in vocabulary.publishers.papers:
        return False  # "Report of the Working Group ..." names a text
    if not hit or len(text.split()) > 12 or not _capitalised(hit["words"]):
        return text.strip() in vocabulary.publishers.agencies
    if hit["words"] in (*vocabulary.publishers.agencies, *vocabulary.publishers.parents):
        return True
    words = hit["words"].split()
    if len(words) < 4 and words[-1].lower() in vocabulary.publishers.outlets:
        return True
    heads = [i for i, word in enumerate(words) if {word.lower(), word.lower().removesuffix("s")} & {*vocabulary.publishers.words}]
    return any(TAIL.match(" ".join(words[i + 1 :])) for i in heads)


def is_confirmed(name: str, text: str, vocabulary: Vocabulary) -> bool:
    """Whether a heading that looks like an organisation's name is one: known, a public body's, or found in `text` again."""
    words = vocabulary.publishers
    bare = re.sub(r"\s*\([A-Z][\w&.-]*\)$|\s[A-Z]{2,3}$", "", name.strip())
    outlet = len(bare.split()) < 4 and bare.split()[-1].lower() in words.outlets
    if outlet or bare in (*words.agencies, *words.parents, *words.symbols.values()):
        return True
    public = re.search(rf"\b(?:{'|'.join(words.bodies)})\s+(?:of|for)\b", bare, re.IGNORECASE)
    return bool(public) or text.casefold().count(bare.casefold()) > 1 or _uses_short(bare, text)


def is_issuer(name: str, text: str, vocabulary: Vocabulary) -> bool:
    """Whether `name` may issue documents: an organisation by its words, or one whose acronym `text` uses."""
    if is_organisation(name, vocabulary):
        return True
    return _capitalised(name) and _uses_short(name, text)


def leading(text: str, vocabulary: Vocabulary) -> str:
    """The name that `text` begins with, its article left out: words with capitals, up to whom or what the text is for."""
    hit = LEADING.match(text.strip())
    words = hit["name"].split() if hit else []
    end = next((i for i in range(1, len(words) - 1) if _turns(words, i, vocabulary)), len(words))
    return " ".join(words[:end])


def _turns(words: list[str], i: int, vocabulary: Vocabulary) -> bool:
    """Whether a name has ended before word `i`: "to the Committee", but "Committee to Protect Journalists"; "on Peru", "in May"."""
    if words[i] == "to":
        return words[i + 1].lower() in ("the", "un", "united", *vocabulary.publishers.bodies)
    if words[i] == "on":
        return words[i - 1].lower() not in (
            *vocabulary.publishers.bodies,
            *vocabulary.publishers.societies,
            "rapporteur",
            "expert",
            "forum",
        )
    return words[i] in ("for", "in", "at") and words[i + 1] == "the" and i + 2 < len(words) and bool(ORDINAL.match(words[i + 2]))


def is_described(name: str, text: str, vocabulary: Vocabulary) -> bool:
    """Whether `text` says what `name` is: "Harbour (HRA) is an independent network that ..."."""
    described = _described(vocabulary)
    if not described.search(text):
        return False
    short = r"(?:\s*\([^()]{2,15}\))?"
    return bool(re.search(rf"\b{re.escape(name)}{short},?{described.pattern}", text, re.IGNORECASE))


def is_introduced(name: str, text: str, vocabulary: Vocabulary) -> bool:
    """Whether `text` gives the initials of a name in brackets behind it: "Asia Verse Defence (AVD)", no country's."""
    shorts = {acronym(name), acronym(name, small=True)} - {*vocabulary.publishers.places}
    told = re.finditer(rf"\b{re.escape(name)} \((?P<short>[A-Z][A-Za-z&-]{{1,10}})\)", text, re.IGNORECASE)
    return any(hit["short"].upper() in shorts for hit in told)


@cache
def _described(vocabulary: Vocabulary) -> re.Pattern[str]:
    kinds = "|".join(vocabulary.publishers.societies)
    return re.compile(rf"\s+is\s+(?:an?|the)\s+(?:[\w,’'-]+\s+){{0,10}}?(?:{kinds})\b", re.IGNORECASE)


def _uses_short(name: str, text: str) -> bool:
    """Whether `text` has the initials of a name, or puts an abbreviation in brackets behind it."""
    if f"{name} (" in text and re.search(rf"{re.escape(name)} \([A-Z][A-Za-z&-]{{1,10}}\)", text):
        return True
    shorts = (short for short in (acronym(name), acronym(name, small=True)) if len(short) > 2 and short in text)
    return any(re.search(rf"\b{re.escape(short)}\b", text) for short in shorts)


def acronym(name: str, *, small: bool = False) -> str:
    """The initials of the words of a name, those of small words only if asked for."""
    return "".join(word[0] for word in re.split(r"[\s-]+", name) if word and (small or word.lower() not in SMALL)).upper()


def as_written(name: str, text: str) -> str:
    """A name that a heading has in capitals, as `text` writes it elsewhere, or with capitals at its words only."""
    if not name.isupper() or len(name.split()) < 2:
        return name
    for hit in re.finditer(re.escape(name), text, re.IGNORECASE):
        if not hit[0].isupper():
            return hit[0]
    return " ".join(word.lower() if word.lower() in SMALL and i else _capital(word) for i, word in enumerate(name.split()))


def _capital(word: str) -> str:
    """Inter-American of INTER-AMERICAN."""
    return "-".join(part.capitalize() for part in word.split("-"))


def is_name(text: str) -> bool:
    """Whether the text may be a name: few words, with capitals, no digits."""
    return 0 < len(text.split()) <= 8 and text[0].isupper() and not any(c.isdigit() for c in text) and _capitalised(text)


def _capitalised(words: str) -> bool:
    return all(word in SMALL or word[0].isupper() for word in words.split())


def owner(site: str, text: str) -> str | None:
    """The name in `text` whose initials, or whose words run together, are the name of a site."""
    for hit in NAME.finditer(text):
        words = hit["words"].split()
        for first, last in itertools.combinations(range(min(len(words), MOST_WORDS) + 1), 2):
            name = " ".join(words[first:last])
            if site.lower() in _shorts(name) and is_name(name):
                return name
    return None


def _shorts(name: str) -> set[str]:
    """What a site may be called whose owner has this name."""
    return {acronym(name).lower(), acronym(name, small=True).lower(), re.sub(r"\W", "", name).lower()}
