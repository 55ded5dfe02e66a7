"""Boundaries of sentences that two components settle: the `senter` where it is sure, the parser where it is not.

spaCy lets either draw them all. The senter sees four words to each side, but reads everything; the parser knows whether a
clause is complete, but only where it runs.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.pipeline import SentenceRecognizer
from spacy.tokens import Doc

SURE = 0.9
"""Below it (and above what it leaves of 1) the parser decides. Measured on EWT and GUM, dev: .8 and .95 gain less."""
LIKELY = "hrcli_likely_starts"
"""Where a document's `user_data` holds the doubtful words that rather start a sentence, for those no parser reads."""


def leave_doubts(nlp: Language) -> None:
    """Let the senter of a pipeline that parses behind it leave open what it is not sure of."""
    names = nlp.pipe_names
    if "senter" in names and "parser" in names[names.index("senter") :]:
        old: Any = nlp.get_pipe("senter")
        new = DoubtingSenter(old.vocab, old.model, "senter", scorer=old.scorer)
        new.cfg = old.cfg
        nlp._components[nlp.component_names.index("senter")] = ("senter", new)


def settle(starts: Any, doc: Doc) -> Any:
    """The SENT_START of each word (1 starts a sentence, -1 does not, 0 is open), the open ones as the senter would have them."""
    likely = np.zeros(len(doc), dtype=bool)
    likely[doc.user_data.get(LIKELY, [])] = True
    return np.where(starts == 0, np.where(likely, 1, -1), starts)


class DoubtingSenter(SentenceRecognizer):
    """A trained senter that sets no boundary, and rules none out, where its two classes are nearly as likely."""

    def predict(self, docs: Iterable[Doc]) -> list[Any]:
        """For each document, how much more each word's score for starting a sentence is than for being inside one (log odds)."""
        texts = list(docs)
        if not any(map(len, texts)):
            return [np.zeros(0, dtype="f") for _ in texts]
        return [scores[:, 1] - scores[:, 0] for scores in self.model.predict(texts)]

    def set_annotations(self, docs: Iterable[Doc], odds: Sequence[Any]) -> None:
        """Set the boundaries that are sure and open in the document; note the likely ones among the others."""
        limit = np.log(SURE / (1 - SURE))
        for doc, each in zip(docs, odds, strict=True):
            if len(doc):
                given: Any = doc.to_array(["SENT_START"]).astype(np.int64)
                starts = np.where(given != 0, given, np.where(each > limit, 1, np.where(each < -limit, -1, 0)))
                doc.user_data[LIKELY] = np.flatnonzero((starts == 0) & (each > 0)).tolist()
                doc.from_array(["SENT_START"], starts.astype(np.uint64))  # type: ignore[arg-type]
