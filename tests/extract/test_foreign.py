"""Documents in other languages."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from sources import make_source

from hrcli.extract import Analyzer, reads

FRENCH = "Pékin a arrêté Liu Xiaobo (刘晓波) le 8 décembre 2008. Paris demande la libération de Liu Xiaobo et de Hu Jia (胡佳)."


@pytest.mark.parametrize(("language", "read"), [(None, True), ("en", True), ("en-GB", True), ("fr", False), ("zh", False)])
def test_which_languages_are_read(language: str | None, read: bool) -> None:
    """English, and what nobody knows."""
    assert reads(language) is read


def test_only_names_in_two_scripts_are_read(analyzer: Analyzer) -> None:
    """Nobody is detained and nothing is demanded; the names have evidence at their places, and other documents are read as ever."""
    english = make_source("Police detained Liu Xiaobo (刘晓波) in Beijing on 8 December 2008.")
    source = make_source(FRENCH)
    french = replace(source, document=replace(source.document, language="fr"))
    found, other = analyzer.analyze([french, english])
    assert [(entity.name, entity.native_name) for entity in found.entities] == [("Liu Xiaobo", "刘晓波"), ("Hu Jia", "胡佳")]
    assert all(FRENCH[each.start : each.end] == each.quote == entity.name for entity in found.entities for each in entity.evidence)
    assert (found.demands, found.detained, found.timeline) == ([], [], [])
    assert other.detained


def test_a_document_without_such_names(analyzer: Analyzer) -> None:
    """Nothing is left to read."""
    source = make_source("人人生而自由,在尊严和权利上一律平等。")
    (found,) = analyzer.analyze([replace(source, document=replace(source.document, language="zh"))])
    assert (found.entities, found.document.language) == ([], "zh")
