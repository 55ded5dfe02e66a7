"""The same demand made by several documents or askers."""

from __future__ import annotations

from typing import Any

from made import demand, entity

from hrcli.records import Demand, DemandSource
from hrcli.resolve import similar

ENTITIES = [entity("a", "Lin Meiyu", aliases=["Lin"], id_="lin"), entity("b", "Lin Meiyu", id_="lin")]


def asked(where: str, action: str, by: str, **rest: Any) -> Demand:
    """A demand of a document by somebody."""
    return demand(where, action, source=DemandSource(name=by), **rest)


def groups(*demands: Demand) -> list[list[str]]:
    """The documents of each campaign."""
    return [each.documents for each in similar(demands, ENTITIES)]


def test_same_act_for_one_person() -> None:
    """ "free" and "release" of one person, under two names, are one demand of two askers, told in the plainest words."""
    found = similar(
        [asked("a", "free Lin at last", "Watch", people=["Lin"]), asked("b", "release Lin Meiyu", "PEN", people=["Lin Meiyu"])], ENTITIES
    )
    assert [(each.action, each.count, each.sources, each.people) for each in found] == [
        ("free Lin at last", 2, ["PEN", "Watch"], ["Lin Meiyu"])
    ]


def test_same_act_for_different_people() -> None:
    """The release of two people is two demands."""
    assert groups(asked("a", "release Lin", "Watch", people=["Lin"]), asked("b", "release Omar", "PEN", people=["Omar"])) == []


def test_strongly_overlapping_words() -> None:
    """Three rare words in common and one verb are enough."""
    one = asked("a", "repeal article 9 of the press licensing code", "Watch")
    other = asked("b", "repeal the press licensing code without delay and article 9", "PEN")
    assert groups(one, other) == [["a", "b"]]


def test_same_words_to_different_addressees() -> None:
    """What is asked of two states is not one demand, though the words are the same."""
    words = "ratify the treaty on enforced disappearance"
    assert groups(asked("a", words, "Watch", targets=["Chad"]), asked("b", words, "PEN", targets=["Peru"])) == []


def test_to_do_and_not_to_do() -> None:
    """To close and not to close are opposites."""
    other = asked("b", "close camp", "PEN")
    assert groups(asked("a", "close camp", "Watch"), other) == [["a", "b"]]
    assert (
        groups(
            asked("a", "close camp", "Watch"), Demand(**{**{f: getattr(other, f) for f in other.__struct_fields__}, "polarity": "refrain"})
        )
        == []
    )


def test_one_asker_in_one_document_is_no_campaign() -> None:
    """A demand that one text repeats is not made by several."""
    assert groups(asked("a", "close the camp", "Watch"), asked("a", "close the camp now", "Watch", at=50)) == []


def test_the_widest_campaign_comes_first() -> None:
    """Those with most askers lead."""
    two = [asked("a", "open doors", "Watch"), asked("b", "open doors", "PEN")]
    three = [asked(where, "plant trees", by) for where, by in (("a", "Watch"), ("b", "PEN"), ("c", "Land"))]
    assert [each.action for each in similar([*two, *three], ENTITIES)] == ["plant trees", "open doors"]
