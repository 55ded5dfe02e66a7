"""held.py: filters over cases, and their review."""

from __future__ import annotations

import pytest
from made import analysis, case, document, entity

from hrcli.errors import UsageError
from hrcli.resolve import Query, join, reviewed, select

EARLY, LATE = document("a", date="2009-02", publisher="Freedom Watch"), document("b", date="2011-01-17")
CORPUS = join(
    [
        analysis(
            EARLY,
            entity("a", "Lakeville", "place", country="CN"),
            entity("a", "Writers Union", "organization"),
            case("a", "Lin Meiyu", "imprisoned", sentence="P4Y", place="Lakeville Prison", charge="inciting subversion", date="2008-05"),
            case("a", "Ana Ivić", occupation="Serbian poet", affiliation="Writers Union"),
        ),
        analysis(
            LATE,
            case("b", "Lin Meiyu", "imprisoned", sentence="P5Y", law="Article 105"),
            case("b", "Omar Said", "released", released="2010-04", authority="Turkish police"),
        ),
    ]
)


def names(**asked: str) -> list[str | None]:
    """Who is held, as asked."""
    return [each.name for each in select(CORPUS, Query(**asked)).detained]


def test_by_charge() -> None:
    """Words, or their beginnings, of the charge or the law."""
    assert names(charge="subver") == names(charge="article 105") == ["Lin Meiyu"]
    assert names(charge="theft") == []


def test_by_country() -> None:
    """The country of the place, else of the authority, else of the person."""
    assert (names(country="CN"), names(country="Turkey"), names(country="RS")) == (["Lin Meiyu"], ["Omar Said"], ["Ana Ivić"])


def test_by_organisation() -> None:
    """Told in what a body has published, belonging to it, or held by it."""
    assert names(org="Freedom Watch") == ["Ana Ivić", "Lin Meiyu"]
    assert names(org="Writers Union") == ["Ana Ivić"]


def test_at_a_day() -> None:
    """Who was held then."""
    assert names(at="2008-05-02") == ["Lin Meiyu"]
    assert names(at="2009") == ["Ana Ivić", "Lin Meiyu"]
    with pytest.raises(UsageError, match="--at: 'May' is not a date"):
        names(at="May")


def test_contradictions() -> None:
    """Only the case with two sentences, and both of them."""
    (found,) = reviewed(CORPUS.detained, CORPUS, contradictory=True)
    assert (found.case.name, [each.value for each in found.contradictions[0].sayings]) == ("Lin Meiyu", ["P4Y", "P5Y"])


def test_stale() -> None:
    """Years count back from the newest document, or from the day that is given."""
    assert [each.case.name for each in reviewed(CORPUS.detained, CORPUS, stale=1)] == ["Ana Ivić"]
    assert reviewed(CORPUS.detained, CORPUS, stale=2) == []
    assert [each.case.name for each in reviewed(CORPUS.detained, CORPUS, stale=3, asof="2014-01-17")] == ["Ana Ivić", "Lin Meiyu"]
