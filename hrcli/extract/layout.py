"""Sentence boundaries that the page itself draws: a paragraph, a heading, a list item starts a sentence."""

from __future__ import annotations

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from hrcli.extract import findings  # noqa: F401  declares doc._.source

STARTS, INSIDE = 1, -1


@Language.component("hrcli_layout", assigns=["token.is_sent_start"])
def layout(doc: Doc) -> Doc:
    """Start a sentence at the first token after a blank line, and never at white space."""
    spaces = np.flatnonzero(doc.to_array("IS_SPACE")).tolist()
    marks = np.zeros(len(doc) + 1, dtype=np.int64)
    marks[spaces] = INSIDE
    for at in (-1, *(at for at in spaces if doc[at].text.count("\n") > 1)):
        word = at + 1
        while marks[word] == INSIDE:
            word += 1
        marks[word] = STARTS
    if spaces[:1] == [0]:
        marks[0] = STARTS
    # all at once, since spaCy reads through the whole Doc before it lets a single boundary be set
    return doc.from_array(["SENT_START"], marks[:-1].astype(np.uint64))  # type: ignore[arg-type]
