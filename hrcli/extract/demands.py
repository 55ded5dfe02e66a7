"""To be written."""

from __future__ import annotations

from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from hrcli.extract import findings  # noqa: F401


@Language.component("hrcli_demands", assigns=["doc._.demands"])
def demands(doc: Doc) -> Doc:
    doc._.demands = find(doc)
    return doc


def find(doc: Doc) -> list[Any]:
    return []
