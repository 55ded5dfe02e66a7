"""terms.py, lengths.py: the prison term that counts, however it is told."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from hrcli.extract.detentions import find

Read = Callable[..., Doc]


def sentence(doc: Doc, name: str = "Farid Osmani") -> str | None:
    """The sentence of somebody's case."""
    return next(found.sentence for found in find(doc) if found.name == name)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Farid Osmani received ten years, reduced on appeal to six and a half, and is in prison.", "P6Y6M"),
        (
            "Last August the appeals court raised the sentence of Farid Osmani, a student, from six years to 34 for “aiding the enemy”.",
            "P34Y",
        ),
        ("Farid Osmani was arrested in 2021. On appeal, the High Court cut his term for “sedition” from 15 to nine years.", "P9Y"),
        ("In May Farid Osmani was sentenced to seven years. In September the Court of Appeal doubled the sentence to 14 years.", "P14Y"),
        ("In May Farid Osmani was sentenced to seven years. On appeal he was given five.", "P5Y"),
        ("Farid Osmani was sentenced to six years (reduced to four on appeal) in 2020.", "P4Y"),
    ],
)
def test_changed_terms(text: str, expected: str | None, read: Read) -> None:
    """The term after a change or an appeal counts."""
    assert sentence(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Farid Osmani is in detention. Senators condemned the 15-year sentence given to Osmani by a court.", "P15Y"),
        ("A court sentenced Lena Brandt to three years in prison. Farid Osmani received the same sentence.", "P3Y"),
        ("Farid Osmani was arrested on 3 May. He may be given a sentence of ten years.", None),
    ],
)
def test_terms_by_noun(text: str, expected: str | None, read: Read) -> None:
    """A penalty named by its length was given, unless it only may be."""
    assert sentence(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('Farid Osmani was arrested in 2011. A military court gave him life for "plotting a coup".', "life"),
        ("Farid Osmani was jailed for life for treason.", "life"),
    ],
)
def test_life_as_a_term(text: str, expected: str | None, read: Read) -> None:
    """Life may be given without "sentence"."""
    assert sentence(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Farid Osmani was arrested in 2019 and spent three weeks in jail before being released on bail.", None),
        ("Farid Osmani was arrested in 2019 and spent sixteen months in prison before being acquitted and freed.", None),
        ("A judge ordered Farid Osmani jailed for 90 days pending trial.", None),
        ("Farid Osmani was sentenced to 25 years of imprisonment and three years of probation.", "P25Y"),
    ],
)
def test_time_served_is_no_term(text: str, expected: str | None, read: Read) -> None:
    """Time spent in custody before an acquittal, bail or trial is no sentence, nor is probation."""
    assert sentence(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Farid Osmani was led away to Oran Prison to serve four years for sedition.", "P4Y"),
        ("Farid Osmani died in Oran Prison. He was in the ninth year of a sentence of 12.", "P12Y"),
        ("Farid Osmani was in the ninth year of a 12-year sentence when he died in Oran Prison.", "P12Y"),
        ("Farid Osmani was jailed in May for two years. He may have to serve ten years if convicted again.", "P2Y"),
    ],
)
def test_what_is_to_be_served(text: str, expected: str, read: Callable[..., Doc]) -> None:
    """A term that somebody is led away to serve, or is in a year of; none that only threatens."""
    assert next(found.sentence for found in find(read(text)) if found.name == "Farid Osmani") == expected
