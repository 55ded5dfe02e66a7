"""Words in another script are no English verbs, whatever the tagger guesses of them: "Li Tiantian (李天天), have not been heard from"."""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.tokens import Doc

from hrcli.extract.findings import text_of

OTHER = re.compile(r"[\u0370-\u1dff\u1f00-\u1fff\u2e80-\ud7ff\uf900-\ufdff\ufe70-\ufefc]")
"""A letter that is not Latin: Greek to Georgian, Cherokee to Vedic, the scripts of East Asia, Arabic presentation forms."""
VERBS = frozenset(("VERB", "AUX"))


@Language.component("hrcli_scripts", requires=["token.pos"], assigns=["token.pos", "token.tag"])
def scripts(doc: Doc) -> Doc:
    """Tag as foreign (UD `X`, Penn `FW`) each token in another script that was taken for a verb."""
    for letter in OTHER.finditer(text_of(doc)):
        word = doc.char_span(*letter.span(), alignment_mode="expand")
        if word is not None and word[0].pos_ in VERBS:
            word[0].pos_, word[0].tag_ = "X", "FW"
    return doc
