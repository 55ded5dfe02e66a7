"""Demands by the construction of their sentence: relative clauses, names with "for", asides, passives, nouns of asking."""

from collections.abc import Callable

import pytest

from hrcli.records import Demand, DocumentAnalysis

Analyze = Callable[..., DocumentAnalysis]


def demands(analyze: Analyze, text: str) -> list[Demand]:
    return analyze(text, publisher="River Watch").demands


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nuns asked the High Commissioner for Refugees to find them a home.", [("find", ["High Commissioner for Refugees"])]),
        ("We ask the Lake Union, which is about to sign a treaty, to wait.", [("wait", ["Lake Union"])]),
        (
            "We call on the Lake Union, whose envoy will be here, not to shake hands, and on Chad to act.",
            [("shake", ["Lake Union"]), ("act", ["Chad"])],
        ),
        ("The world, she told the court, must stop asking nuns to forget.", [("stop", ["world"])]),
        ("Norland rejected calls to release Ivo Maric.", [("release", ["Norland"])]),
        ("The League renewed its call to free the nuns.", [("free", [])]),
        ("The ministry rejected calls for the release of Ana Lee.", [("release", ["ministry"])]),
        ("Teachers called for two days of civil disobedience.", [("civil", [])]),
        ("Prosecutors had asked for 15 years.", []),
        ("A soldier asked him for a cigarette.", []),
        ("The list has yet to appear.", []),
        ("He left without demanding the release of his son.", []),
        ("The government insists that it has to restore order.", []),
        ("Nuns demanded her release and that the law be repealed.", [("her", []), ("be", [])]),
        (
            "The marchers were also calling for the release of Ana Lee, an engineer and rights campaigner, who was seized on Saturday.",
            [("release", [])],
        ),
        ("Free the nuns, the bishop wrote, and do not deport them.", []),
        (
            "Chad should free the nuns and do nothing else, and not deport them.",
            [("free", ["Chad"]), ("do", ["Chad"]), ("deport", ["Chad"])],
        ),
    ],
)
def test_action_and_target(analyze: Analyze, text: str, expected: list[tuple[str, list[str]]]) -> None:
    """The action is found past what stands between, with who is asked; what asks for nothing gives none."""
    assert [(d.action.split()[0], d.targets) for d in demands(analyze, text)] == expected


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The president of the court, Colonel Jan Voss, told lawyers that they should not speak.", "Jan Voss"),
        ("A spokeswoman for the Lake Office, Ravina Shah, told reporters that the army must leave.", "Ravina Shah"),
        ("In Oster, Lake Ministry spokesman Jan Voss said the army should lift the ban.", "Jan Voss"),
        ("Oster (Lake News) - The Unity Party on Tuesday said the mayor should resign.", "Unity Party"),
        ("His wife was told by police officers that she should stop asking.", "police officers"),
        ("Ana was told that she should stop asking.", None),
        ("The Lake League, in a statement Wednesday, called on Norland to free Ivo Maric.", "Lake League"),
        ("In the words of Ana Petrova, his sister: “Norland should free him.”", "Ana Petrova"),
        ("A group of Lake Union experts today called on Norland to free him.", "group of Lake Union experts"),
    ],
)
def test_source(analyze: Analyze, text: str, source: str | None) -> None:
    """Who speaks is found by apposition, behind a dateline or a "by", before an aside; nobody where it is not told."""
    assert demands(analyze, text)[-1].source.name == source


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("Anyone against whom there is no evidence should be freed.", "do"),
        ("No nun should be jailed.", "refrain"),
        ("We ask that nobody be jailed.", "refrain"),
    ],
)
def test_polarity(analyze: Analyze, text: str, polarity: str) -> None:
    """ "No" bans where it belongs to the subject."""
    assert demands(analyze, text)[-1].polarity == polarity


def test_remedy(analyze: Analyze) -> None:
    """What the appropriate remedy would be is asked of those who were asked before."""
    found = demands(analyze, "River Watch urges Chad to act. The appropriate remedy would be to release Ana Lee and accord her damages.")
    assert [(d.action.split()[0], d.targets) for d in found] == [("act", ["Chad"]), ("release", ["Chad"]), ("accord", ["Chad"])]
