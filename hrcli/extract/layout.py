"""Sentence boundaries that the page itself draws: a paragraph, a heading, a list item starts a sentence."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from hrcli.extract import findings  # noqa: F401  declares doc._.source


@Language.component("hrcli_layout", assigns=["token.is_sent_start"])
def layout(doc: Doc) -> Doc:
    """Start a sentence at the first token after a blank line, and never at white space."""
    fresh = True
    for token in doc:
        if token.is_space:
            token.is_sent_start = token.i == 0
            fresh = fresh or token.text.count("\n") > 1
        elif fresh:
            token.is_sent_start = True
            fresh = False
    return doc
