"""occupations.py: what somebody does, wherever the text says it; kinship and opinions are no occupation."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from hrcli.extract.detentions import find

Read = Callable[..., Doc]


def occupation(doc: Doc, name: str = "Farid Osmani") -> str | None:
    """The occupation of somebody's case."""
    return next(found.occupation for found in find(doc) if found.name == name)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The cartoonist arrested with her, Farid Osmani, was released on bail.", "cartoonist"),
        ("A monk convicted of killing a bishop in 2018, Farid Osmani, is in prison.", "monk"),
        ("Farid Osmani and Lena Brandt, both reporters, were arrested in Gao.", "reporter"),
        ("Two more reporters for the defunct paper, Farid Osmani and Lena Brandt, were arrested on Monday.", "reporter"),
        ("The site's accountant, Farid Osmani, 61, was arrested on Monday.", "accountant"),
    ],
)
def test_qualified_occupations(text: str, expected: str | None, read: Read) -> None:
    """Words of its own may stand between a job and the name in commas."""
    assert occupation(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Farid Osmani, born on 2 March 1974, is a teacher. He was arrested on 3 May 2020.", "teacher"),
        ("Police arrested Farid Osmani. The 27-year-old nurse is accused of libel.", "nurse"),
        ("Farid Osmani, one of the founders of the committee, was detained on Monday.", "founder"),
        ("Farid Osmani, editor-in-chief of the Kara Post, was detained on Monday.", "editor-in-chief of the Kara Post"),
        ("Police arrested Farid Osmani, who works as a bus driver, on Monday.", "bus driver"),
        ("Farid Osmani worked as a nurse at the clinic. He was arrested in 2011.", "nurse"),
        ("Farid Osmani is one of the country's best-known poets. He was arrested on Monday.", "poet"),
        ("Farid Osmani was the alleged head of a cell. He was arrested on Monday.", None),
    ],
)
def test_predicates_of_occupation(text: str, expected: str | None, read: Read) -> None:
    """A predicate counts past what stands in commas, and so do "works as" and "one of"."""
    assert occupation(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Farid Osmani, an engineer and women's rights campaigner, was arrested on Monday.", "engineer and women's rights campaigner"),
        ("Farid Osmani, a motorcycle taxi rider, was arrested on Monday.", "motorcycle taxi rider"),
        ("Farid Osmani, 54, an ice-cream scooper, was arrested on Monday.", "ice-cream scooper"),
        ("Farid Osmani, owner of a bookshop, was arrested on Monday.", "owner of a bookshop"),
        ("Farid Osmani, a Lao Theung land rights defender, was arrested on Monday.", "Lao Theung land rights defender"),
    ],
)
def test_appositions_of_occupation(text: str, expected: str | None, read: Read) -> None:
    """An apposition is read to its end, by its head where no list of jobs knows it."""
    assert occupation(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Farid Osmani, the brother of a journalist, was arrested on Monday.", None),
        ("Farid Osmani, the journalist's brother, was arrested on Monday.", None),
        ("Farid Osmani, the retired judge Lena Brandt and Tomas Ruzicka were arrested on Monday.", None),
        ("Farid Osmani, a strong critic of the government, was arrested on Monday.", None),
        ("Farid Osmani, a peaceful protester, was arrested on Monday.", None),
        ("Farid Osmani, a teenager, was arrested on Monday.", None),
    ],
)
def test_no_occupations(text: str, expected: str | None, read: Read) -> None:
    """Kin, another one's job, opinions and belief are no occupation."""
    assert occupation(read(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Farid Osmani, together with a doctor and two nurses, was arrested in Gao.",
        "Farid Osmani, whom a judge sentenced to ten years, is in jail.",
        "Farid Osmani, arrested by an officer in Gao, is in jail.",
    ],
)
def test_clauses_in_commas_are_no_apposition(text: str, read: Read) -> None:
    """Those who share somebody's lot, or bring it about, do not tell the occupation."""
    assert occupation(read(text)) is None
