"""The verb that opens a clause of a resolution ("3. Urges the authorities to ...") is a verb, whatever the tagger guesses of it.

News has no such clauses: their first word has no subject and a capital.
"""

from __future__ import annotations

from functools import cache

from spacy.language import Language
from spacy.tokens import Doc, Token

from hrcli.extract.asking import demandcues
from hrcli.extract.wordids import ids, places

TAGS = {"s": "VBZ", "g": "VBG"}


@Language.component("hrcli_openings", requires=["token.pos", "token.is_sent_start"], assigns=["token.pos", "token.tag"])
def openings(doc: Doc) -> Doc:
    """Tag as a verb each form in -s or -ing of a verb of asking that opens a clause and is tagged as neither verb nor noun."""
    for at in places(doc, _forms()):
        word = doc[at]
        if word.tag_[:1] not in "VN" and word.text[0].isupper() and _opens(word):
            word.pos_, word.tag_ = "VERB", TAGS[word.lower_[-1]]
    return doc


def _opens(word: Token) -> bool:
    """Whether a word begins a sentence or an item, with a number or a bullet before it or nothing."""
    before = word.doc[word.i - 1] if word.i else None
    return before is None or before.is_space or bool(word.is_sent_start) or not (before.is_alpha or before.text in {",", "-"})


@cache
def _forms() -> frozenset[int]:
    return ids(form for form in demandcues.asking("verb") if form.endswith(("s", "ing")))
