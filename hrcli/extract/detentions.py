"""Who is detained: one finding per person, or counted group, said to be deprived of liberty."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from hrcli.extract.findings import DetentionFinding
from hrcli.extract.holding import cases


@Language.component(
    "hrcli_detentions",
    requires=["doc._.actors", "doc._.referents", "doc._.timexes", "doc._.quoted", "doc._.speech"],
    assigns=["doc._.detentions"],
)
def detentions(doc: Doc) -> Doc:
    """Find the detained people of a Doc."""
    doc._.detentions = find(doc)
    return doc


def find(doc: Doc) -> list[DetentionFinding]:
    """One finding for each person or counted group of the Doc, in the order of their first sign."""
    return cases.find(doc)
