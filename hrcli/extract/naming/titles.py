"""What stands beside a person's name: title and role before it, role and affiliation after it."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from hrcli.extract.naming.brackets import is_native
from hrcli.extract.naming.vocabulary import honorifics, roles, titles

VERBS = frozenset(("VBN", "VBG", "VBD", "VBZ", "VBP"))
OPENERS = frozenset(("and", "or", "other", "others", "including", "such", "like"))
MODIFIERS = frozenset(("NOUN", "PROPN", "ADJ"))


@dataclass(frozen=True, slots=True)
class Beside:
    """A role in the text's words, and the tokens of the organisation inside it, if any."""

    role: str | None
    affiliation: tuple[int, int] | None = None


def is_title(token: Token) -> bool:
    """Whether a word is a form of address, an office or an occupation."""
    return token.text in honorifics() or token.lower_ in roles()


def strip(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """A name's tokens without the titles at its edges; empty where nothing else is left."""
    while start < end and (
        is_title(doc[start]) or doc[start].text in (".", "The", "the", "Vice", "Former", "Deputy", "Acting", "Chief", "Prime", "Foreign")
    ):
        start += 1
    while end > start and (
        doc[end - 1].lower_ in roles()
        or doc[end - 1].text in titles().suffixes
        or doc[end - 1].text in (",", "'s", "’s", "'", "’", "-", "–")
    ):
        end -= 1
    return start, end


def before(doc: Doc, start: int) -> str | None:
    """The role right before a name: "Lawyer", "prominent human rights lawyer", "Deputy Foreign Minister"; without forms of address."""
    where = stretch(doc, start)
    return _text(doc[where[0] : where[1]]) if where else None


def stretch(doc: Doc, start: int) -> tuple[int, int] | None:
    """The tokens of the role right before the name that starts at `start`."""
    at = start
    while at > 0 and doc[at - 1].text in honorifics():
        at -= 1
    if at == 0 or doc[at - 1].lower_ not in roles():
        return None
    begin = at - 1
    while (
        begin > 0
        and doc[begin - 1].text != "Dear"
        and not doc[begin].is_sent_start
        and (doc[begin - 1].pos_ in MODIFIERS or _hyphenated(doc, begin))
        and not doc[begin - 1].is_space
    ):
        begin -= 1
    return begin, at


def _hyphenated(doc: Doc, at: int) -> bool:
    """Whether the token before, or this one, is a hyphen inside a word: "editor-in-chief"."""
    return (doc[at].text == "-" or doc[at - 1].text == "-") and not doc[at - 1].whitespace_


def _past_bracket(doc: Doc, end: int) -> int:
    """The end of a name together with the name in its own script in brackets behind it."""
    if end + 1 < len(doc) and doc[end].text in ("(", "（") and is_native(doc[end + 1].text):
        closing = next((i for i in range(end, min(end + 12, len(doc))) if doc[i].text in (")", "）")), None)
        return end if closing is None else closing + 1
    return end


def _past_age(doc: Doc, end: int) -> int:
    """The end of a name together with sex and age behind it: ", male, 41"."""
    while (
        end + 2 < len(doc)
        and doc[end].text == ","
        and (doc[end + 1].is_digit or doc[end + 1].lower_ in ("male", "female"))
        and doc[end + 2].text == ","
    ):
        end += 2
    return end


def after(doc: Doc, end: int) -> Beside:
    """The role that follows a name after a comma or a dash: ", CHRD's International Director", ", a lawyer", "(Researcher)"."""
    end = _past_age(doc, _past_bracket(doc, end))
    if end + 1 >= len(doc) or doc[end].text not in (",", "–", "-", "—", "("):
        return Beside(None)
    start = end + 1
    stop = start
    while stop < len(doc) and stop - start < 16 and not _closes(doc[stop]):
        stop += 1
    span = doc[start:stop]
    while len(span) and span[0].lower_ in ("a", "an", "the"):
        span = span[1:]
    head = next((t.i for t in span if t.lower_ in roles() and t.lower_ != "police"), None)
    if head is None or span[0].lower_ in OPENERS or any(_is_clause(t) for t in doc[span.start : head]):
        return Beside(None)
    stop = next((t.i for t in span if t.i > head and t.tag_ in VERBS and t.nbor(-1).text != "-" and not _modifies(t)), span.end)
    return Beside(_text(doc[span.start : stop]), (span.start, stop))


def introduces(doc: Doc, start: int, end: int) -> bool:
    """Whether a role and a comma stand before a name that is set off as an aside: "its spokesman, Ada Brook, said"."""
    if start < 3 or doc[start - 1].text != "," or doc[start - 2].lower_ not in roles() or doc[start - 2].lower_ in titles().of_many:
        return False
    return (
        end == len(doc) or doc[end].text in (",", ".", ";", "(") or doc[end].lower_ in ("who", "was", "were", "said") or doc[end].is_space
    )


def _modifies(token: Token) -> bool:
    """Whether a participle stands before a noun: "retired teacher", "deposed leader"."""
    return token.tag_ == "VBN" and token.i + 1 < len(token.doc) and token.nbor().pos_ in MODIFIERS


def _is_clause(token: Token) -> bool:
    """Whether a word cannot stand before the head of a role: a finite verb, a pronoun; "retired" can."""
    if _modifies(token):
        return False
    return token.pos_ in ("VERB", "AUX", "PRON") and token.lower_ not in roles()


def _closes(token: Token) -> bool:
    return (
        token.text in (",", ";", ".", ":", ")", "(", "–", "—", "“", "”", '"')
        or "\n" in token.text
        or token.lower_ in ("who", "which", "whose", "whom", "was", "is", "has", "said", "told", "were", "had")
    )


def _text(span: Span) -> str:
    return " ".join(span.text.split())
