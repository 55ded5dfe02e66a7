"""The evidence rule: every record quotes what stands at its place in the document, whatever the document looks like."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from scoring import SEEDS

from hrcli import ingest, lexicon
from hrcli.records import DocumentAnalysis, Source

if TYPE_CHECKING:
    from hrcli.extract import Analyzer

SENTENCES = [
    "Norland Must Free the Editor of the Morning Post",
    "(Rivers International Network, March 3, 2014)",
    "Rivers International Network (RIN) today urged the Norland government to release Anna Petrova and to drop all charges against her.",
    "Lin Meiyu (林美玉), a lawyer, was detained on 12 May 2013 and sentenced to four years in prison last December.",
    "“The authorities should not have waited,” said José Ångström, RIN’s director. “They must let the families in!”",
    "At least 17 farmers were arrested between June 2-4; six of them have been charged with ‘disturbing public order’.",
    "He has been missing since mid-February, his wife told the Morning Post on Friday.",
    "The committee recommends that the State party:\n(a) Ratify the Optional Protocol;\n(b) Stop the use of torture.",
    "- Investigate the death of Oumar Diallo 🕯️ in Port Sable prison.",
    "Dr. O'Neil's cafe\u0301 in Tiblisi was searched in 2009, 2010 and the 1990s.",
    "The policehave not answered. Thegovernment ofNorland rejectedthe report asinterference inits internalaffairs.",
    "Media contacts: Anna Berg, +47 5550 0100 (anna@rin.example)",
    "Skip to main content",
    "© 2014 Rivers International Network. All rights reserved.",
]
GAPS = ["\n\n", "\n", " ", "  ", "\r\n\r\n", "\r\n", "\t", "\u00a0", "\u2028", "\u200b", "", "\n\n\n\n", " \n \n", "\u3000", "\x0c"]


@st.composite
def documents(draw: st.DrawFn) -> str:
    """A text of up to eight sentences with any white space, or none, between them, now and then with odd characters inside."""
    parts = []
    for sentence in draw(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=8)):
        at = draw(st.integers(0, len(sentence)))
        odd = draw(st.sampled_from(["", "", "", " ", "\n", "\u00ad", "🕊", "\u0301", "--", "("]))
        parts += [sentence[:at], odd, sentence[at:], draw(st.sampled_from(GAPS))]
    return "".join(parts)


def read(data: bytes, name: str) -> Source:
    """A document as ingest reads it."""
    return ingest.read(ingest.Member(path=name, data=data), lexicon.load("ingest", ingest.Vocabulary))


def evidence(value: Any) -> Iterator[dict[str, Any]]:
    """Every piece of evidence anywhere inside a record."""
    if isinstance(value, dict):
        if value.keys() >= {"document", "start", "end", "quote"}:
            yield value
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            yield from evidence(each)


def check(source: Source, analysis: DocumentAnalysis) -> None:
    """The evidence rule, for all records of one analysis."""
    for found in evidence(msgspec.to_builtins(analysis)):
        assert 0 <= found["start"] < found["end"] <= len(source.text)
        assert source.text[found["start"] : found["end"]] == found["quote"]
        assert found["document"] == source.document.id
    for demand in analysis.demands:
        assert 0 <= demand.action_start < demand.action_end <= len(source.text)
    for entry in analysis.timeline:
        assert " ".join(source.text[entry.start : entry.end].split())
    assert all(entity.mentions == len(entity.evidence) for entity in analysis.entities)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(text=documents())
def test_generated_documents(analyzer: Analyzer, text: str) -> None:
    """The text is the file, character for character, and every record quotes it."""
    source = read(text.encode(), "text.txt")
    assert source.text == text
    check(source, next(iter(analyzer.analyze([source]))))


@settings(max_examples=100, deadline=None)
@given(text=documents())
def test_views_lead_back_to_the_text(text: str) -> None:
    """Every letter of the view that the extractors read stands in the text, in the same order, where the view says."""
    source = read(text.encode(), "text.txt")
    offsets = source.view.offsets
    assert len(offsets) == len(source.view.text) + 1
    assert all(a <= b for a, b in pairwise(offsets))
    letters = [(character, source.view.original(i, i + 1)) for i, character in enumerate(source.view.text) if character.isalnum()]
    assert all(source.text[start:end] == character for character, (start, end) in letters)


@pytest.mark.parametrize("file", sorted(SEEDS.glob("*.txt")), ids=lambda file: file.stem[:3])
def test_seeds(analyzer: Analyzer, file: Any) -> None:
    """All records of the sample documents quote the file on the disk."""
    source = read(file.read_bytes(), str(file))
    assert source.text == file.read_bytes().decode()
    analysis = next(iter(analyzer.analyze([source])))
    assert analysis.entities and analysis.timeline
    check(source, analysis)
