"""The codes of demands: themes, category and CAMEO."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from hrcli import coding
from hrcli.extract.asking import cameo
from hrcli.extract.asking.codewords import category_of, cues, rules, theme_of, themes
from hrcli.extract.codes import coded
from hrcli.extract.findings import Codes
from hrcli.records import DocumentAnalysis

TABLE: list[dict[str, Any]] = tomllib.loads((Path(__file__).parents[1] / "gold" / "codes.toml").read_text(encoding="utf-8"))["demand"]


def codes_of(row: dict[str, Any]) -> Codes:
    """The codes of one action of the table, asked for as an appeal."""
    return coded(row["action"], row["head"], coding.guess([row["action"]])[0], polarity=row.get("polarity", "do"), force="appeal")


def test_themes_of_the_table() -> None:
    """Of the themes of sixty demands in the language of press releases 95 in 100 are found, and as many found are right."""
    found = [({name[:2] for name in codes_of(row).themes}, set(row["themes"]), set(row.get("also", ()))) for row in TABLE]
    right = sum(len(got & must) for got, must, _ in found)
    assert right >= 0.95 * sum(len(must) for _, must, _ in found)
    assert right >= 0.95 * sum(len(got - may) for got, _, may in found)


@pytest.mark.parametrize(("field", "name"), [("category", "category"), ("cameo", "cameo")])
def test_categories_and_cameo_of_the_table(field: str, name: str) -> None:
    """Nine in ten of the categories and CAMEO codes of the table are as expected."""
    rows = [row for row in TABLE if field in row]
    assert sum(getattr(codes_of(row), name) == row[field] for row in rows) >= 0.9 * len(rows)


@pytest.mark.parametrize(("action", "name"), [(example, theme.name) for theme in themes().theme for example in theme.examples])
def test_theme_example(action: str, name: str) -> None:
    """The example of a theme is found by the theme's own words."""
    assert name in {theme.name for pattern, theme in cues() if pattern.search(action)}


@pytest.mark.parametrize(
    ("action", "digits", "refrain"), [(example, rule.digits, rule.refrain) for rule in rules() for example in rule.examples]
)
def test_cameo_example(action: str, digits: str, refrain: bool) -> None:
    """The example of a rule has its code, as an appeal and as a demand."""
    head, polarity = action.split()[0], "refrain" if refrain else "do"
    assert cameo.code(head, action, polarity=polarity, force="appeal") == f"02{digits}"  # type: ignore[arg-type]
    assert cameo.code(head, action, polarity=polarity, force="obligation") == f"10{digits}"  # type: ignore[arg-type]


def test_every_issue_has_its_place() -> None:
    """Each issue that the classifier tells is under a theme, or said to be under none."""
    assert set(coding.issues()) == set(theme_of()) | set(themes().unmapped)


def test_codes_of_themes_are_theirs_alone() -> None:
    """No two themes share a code."""
    assert len({theme.code for theme in themes().theme}) == len(themes().theme)


def test_verbs_stand_for_a_category() -> None:
    """Where the classifier is in doubt the verb decides."""
    doubtful = coding.Guess(category=4, certainty=0.3, issues={})
    assert coded("publish it", "publish", doubtful, polarity="do", force="appeal").category == category_of()["publish"] == 5


def test_a_release_of_papers_is_no_release_of_people() -> None:
    """The release of a report is about nobody's liberty."""
    assert not any(name.startswith("D3") for name in codes_of({"action": "release the full report", "head": "release"}).themes)
    assert cameo.code("release", "release the full report", polarity="do", force="appeal") == "020"


def test_demands_have_their_codes(analyze: Callable[..., DocumentAnalysis]) -> None:
    """A demand read from a text has themes with labels, a category and a CAMEO code that tells an appeal from a demand."""
    found = analyze(
        "River Watch urged Norland to release Ana Petrova. The governor must repeal the press law.", publisher="River Watch"
    ).demands
    assert found[0].themes == ["D3 Liberty and security of the person"]
    assert [(demand.action_category, demand.cameo) for demand in found] == [(5, "0253"), (5, "1042")]


def test_a_passive_is_coded_by_its_participle(analyze: Callable[..., DocumentAnalysis]) -> None:
    """ "should be released" has the codes of "release"."""
    found = analyze("The two nuns should be released.", publisher="River Watch").demands
    assert [(demand.action_category, demand.cameo) for demand in found] == [(5, "0253")]
