"""The same statement in every format: one title, one date, one publisher, the same four tables."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from specimens import FORMATS

from hrcli import extract, workflow
from hrcli.records import DocumentAnalysis

WANTED: dict[str, Any] = {
    "document": ("Free the Poet", "2012-05-04", "Freedom Watch"),
    "entities": [("Ana Lopez", "person"), ("Freedom Watch", "organization"), ("Police", "public_body")],
    "demands": [("Freedom Watch", "free"), ("Freedom Watch", "release")],
    "detained": [("Ana Lopez", "arrested")],
    "timeline": ["2012-05-04", "2012-04-30"],
}


@pytest.fixture(scope="module")
def analyses(tmp_path_factory: pytest.TempPathFactory) -> dict[str, DocumentAnalysis]:
    """The one document in a file of each format, read by the command's own way."""
    found = {}
    analyzer = extract.load()
    for suffix, (heart, pack) in FORMATS.items():
        path: Path = tmp_path_factory.mktemp("formats") / f"statement{suffix}"
        path.write_bytes(pack(heart))
        batch = workflow.Batch()
        sources = list(workflow.read_sources(workflow.Inputs([str(path)]), batch))
        assert batch.skipped == [], suffix
        (found[suffix],) = analyzer.analyze(sources)
    return found


@pytest.mark.parametrize("suffix", FORMATS)
def test_the_same_tables(analyses: dict[str, DocumentAnalysis], suffix: str) -> None:
    """Whatever the format, what the statement says is the same."""
    analysis = analyses[suffix]
    assert {
        "document": (analysis.document.title, analysis.document.date, analysis.document.publisher),
        "entities": sorted((each.name, each.type) for each in analysis.entities),
        "demands": [(each.source.name, each.head) for each in analysis.demands],
        "detained": [(each.name, each.status) for each in analysis.detained],
        "timeline": [each.date for each in analysis.timeline],
    } == WANTED
