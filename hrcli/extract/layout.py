"""Sentence boundaries that the page itself draws: a paragraph, a heading, a list item starts a sentence."""

from __future__ import annotations

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from hrcli.extract import findings  # noqa: F401  declares doc._.source


@Language.component("hrcli_layout", assigns=["token.is_sent_start"])
def layout(doc: Doc) -> Doc:
    """Start a sentence at the first token after a blank line, and never at white space."""
    spaces = np.flatnonzero(doc.to_array("IS_SPACE")).tolist()
    for at in spaces:
        doc[at].is_sent_start = at == 0
    beside = set(spaces)
    for at in (-1, *(at for at in spaces if doc[at].text.count("\n") > 1)):
        word = next((i for i in range(at + 1, len(doc)) if i not in beside), None)
        if word is not None:
            doc[word].is_sent_start = True
    return doc
