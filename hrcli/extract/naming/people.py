"""People whom the language model may miss: by the title before the name, by a known forename, by the name's own script in brackets."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from hrcli.extract.naming.brackets import is_native
from hrcli.extract.naming.candidates import UNSURE, Candidate
from hrcli.extract.naming.titles import is_title
from hrcli.extract.naming.vocabulary import genders, heads, never, titles, words

LONGEST = 5


def find(doc: Doc, fixed: set[int]) -> Iterator[Candidate]:
    """Runs of words that can be a name and have such a sign beside or inside them; `fixed` are the tokens of known names."""
    for token in doc:
        if not part_of_name(token, fixed) or (token.i and part_of_name(doc[token.i - 1], fixed)):
            continue
        end = token.i + 1
        while end < len(doc) and end - token.i < LONGEST and part_of_name(doc[end], fixed):
            end += 1
        if _after_title(doc, token.i) or (end - token.i > 1 and _signed(doc, token.i, end)):
            yield Candidate(token.i, end, "person", UNSURE)


def part_of_name(token: Token, fixed: set[int]) -> bool:
    """Whether a word can be part of a person's name: a capitalised proper noun that is no title, head word or known name."""
    text = token.text
    if token.i in fixed or not text[:1].isupper() or not is_proper(token) or (len(text) > 1 and text.isupper()):
        return False
    if text in words().openers or text in words().calendar or text in words().no_person:
        return False
    return text not in heads() and not is_title(token) and text.casefold() not in never()


def is_proper(token: Token) -> bool:
    """Whether either tagger takes a word for a proper noun."""
    return token.pos_ == "PROPN" or token.tag_ in ("NNP", "NNPS")


def _after_title(doc: Doc, at: int) -> bool:
    return at > 0 and is_title(doc[at - 1]) and doc[at - 1].lower_ not in titles().of_many


def _signed(doc: Doc, start: int, end: int) -> bool:
    """Whether a run has a title and a comma before it, a forename at its edge, or a bracket with another script behind it."""
    if start > 1 and doc[start - 1].text == "," and _after_title(doc, start - 1):
        return True
    if doc[start].text in genders() or doc[end - 1].text in genders():
        return True
    return end + 1 < len(doc) and doc[end].text in ("(", "（") and is_native(doc[end + 1].text)
