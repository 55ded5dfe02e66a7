"""Those whom a text is about: the persons it says are held, its one case, and how many "the three" and "both men" are."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from hrcli.extract.findings import Actor, source_of

GONE = {"executed", "died_in_custody"}
HE, SHE = frozenset(["he", "him", "his"]), frozenset(["she", "her", "hers"])
GROUPED = {"the", "all", "these", "those", "of", "both", "other", "its", "their", "our"}
WORDS = {
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "both": 2,
    "pair": 2,
    "couple": 2,
    "duo": 2,
    "trio": 3,
}
KEPT, PRONOUNS = "hrcli_held", "hrcli_pronouns"
LOOKBACK = 4
FAR = 600  # words before "the three" among which they are named


def held(doc: Doc) -> list[Actor]:
    """The persons alive whom the text says to be or to have been held, in its order; kept on the Doc."""
    found: list[Actor] | None = doc.user_data.get(KEPT)
    if found is None:
        found = [d.actor for d in doc._.detentions if d.actor is not None and d.actor.type == "person" and d.status not in GONE]
        doc.user_data[KEPT] = found
    return found


def main(doc: Doc) -> Actor | None:
    """The one person whose case a text is: the only one held that its title names, else the only one held at all."""
    title = (source_of(doc).document.title or "").casefold()
    named = [a for a in held(doc) if any(form.casefold() in title for form in (a.name, a.name.split()[-1]))] if title else []
    if len(named) != 1:
        named = held(doc)
    return named[0] if len(named) == 1 else None


def rather(doc: Doc, pronoun: Token) -> Actor | None:
    """Whom of those held a pronoun means where its referent is none of them: the only one named close before that it fits.

    In a paragraph that has named nobody yet it is the one whose case the text is.
    """
    meant: Actor | None = doc._.referents.get(pronoun.i)
    if pronoun.lower_ in {"he", "she"} and pronoun.nbor().tag_ not in {"MD", "VBZ"}:
        return meant  # "verify before she accuses"
    if not held(doc) or (meant is not None and meant in held(doc) and not _opens(doc, pronoun)):
        return meant
    case = main(doc)
    if case is not None and _opens(doc, pronoun) and _fits(doc, pronoun, case):
        return case
    if meant in held(doc):
        return meant
    near = _near(doc, pronoun.i)
    fitting = [a for a in near if _fits(doc, pronoun, a)]
    return fitting[0] if len(fitting) == 1 else meant


def counted(doc: Doc, token: Token) -> list[Actor]:
    """The persons that "the three", "both men", "all five defenders" are: as many of those held, named together or at all."""
    number = WORDS.get(token.lower_)
    before = doc[token.i - 1].lower_ if token.i else ""
    if number is None or (token.lower_ != "both" and before not in GROUPED):
        return []
    return _so_many(doc, number, token.i)


def alike(doc: Doc, noun: Token) -> list[Actor]:
    """Those whom "the men" are, where the text has counted men before: "the two men"."""
    if noun.tag_ != "NNS" or noun.i == 0 or noun.nbor(-1).lower_ not in {"the", "these"}:
        return []
    same = (t for t in reversed(doc[max(0, noun.i - FAR) : noun.i]) if t.lower_ == noun.lower_ and t.i > 1 and t.nbor(-1).lower_ in WORDS)
    first = next(same, None)
    return _so_many(doc, WORDS[first.nbor(-1).lower_], first.i) if first is not None else []


def beside(doc: Doc, at: int) -> Actor | None:
    """The only one held whom the sentence of a place names."""
    found = _held_in(doc, doc[at].sent.start, doc[at].sent.end)
    return found[0] if len(found) == 1 else None


def counted_before(doc: Doc, at: int) -> list[Actor]:
    """Those whom the last phrase with a number close before a place tells of: "the two men were beaten ... to free them"."""
    start = doc[at].sent.start
    for _ in range(LOOKBACK - 1):
        for token in reversed(doc[start:at]):
            noun = next((t for t in doc[token.i + 1 : token.i + 4] if t.tag_ == "NNS"), None) if token.lower_ in WORDS else None
            if noun is not None and (found := _so_many(doc, WORDS[token.lower_], token.i)):
                return found
        if start == 0:
            break
        at, start = start, doc[start - 1].sent.start
    return []


def _so_many(doc: Doc, number: int, at: int) -> list[Actor]:
    if len(held(doc)) == number:
        return held(doc)
    end = at
    while end > max(0, at - FAR) and len(held(doc)) > number:
        start = doc[end - 1].sent.start
        if len(found := _held_in(doc, start, end)) == number:
            return found
        end = start
    return []


def _held_in(doc: Doc, start: int, end: int) -> list[Actor]:
    named = [doc._.referents[i] for i in range(start, end) if i in doc._.referents and doc[i].tag_ in {"NNP", "NNPS"}]
    return [a for a in held(doc) if a in named]


def _near(doc: Doc, at: int) -> list[Actor]:
    """Those held whom the sentence of a place names before it, else the closest sentence before that names any."""
    end = at
    for _ in range(LOOKBACK):
        start = doc[end - 1].sent.start if end else 0
        if found := _held_in(doc, start, end):
            return found
        end = start
    return []


def _opens(doc: Doc, pronoun: Token) -> bool:
    """True where the paragraph of a pronoun names no person before it."""
    for token in reversed(doc[: pronoun.i]):
        if token.is_space and "\n\n" in token.text:
            return True
        actor = doc._.referents.get(token.i)
        if actor is not None and actor.type == "person" and token.tag_ in {"NNP", "NNPS"}:
            return False
    return False


def _fits(doc: Doc, pronoun: Token, actor: Actor) -> bool:
    """True where the text calls a person by pronouns of the same gender, or by none."""
    used = _genders(doc).get(id(actor), set())
    own = HE if pronoun.lower_ in HE else SHE
    return not used or len(used & own) * 2 > len(used)


def _genders(doc: Doc) -> dict[int, set[str]]:
    """The pronouns that stand for each actor of a Doc, which keeps them."""
    found: dict[int, set[str]] | None = doc.user_data.get(PRONOUNS)
    if found is None:
        found = doc.user_data[PRONOUNS] = {}
        for at, actor in doc._.referents.items():
            if doc[at].lower_ in HE | SHE:
                found.setdefault(id(actor), set()).add(doc[at].lower_)
    return found
