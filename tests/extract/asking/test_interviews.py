"""Interviews are told by their questions, and their answers by what stands between those."""

from collections.abc import Callable

import pytest

from hrcli.extract.asking import interviews
from hrcli.records import DocumentAnalysis

Analyze = Callable[..., DocumentAnalysis]

INTRO = "Ivo Maric was freed in May. Ivo Maric now lives in Oster.\n\n"


def told(text: str) -> list[tuple[str, str | None]]:
    return [(text[a:b], label) for a, b, label in interviews.answers(text)]


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        (
            "How was it?\n\nI was cold.\n\nYou wrote to the king.\n\nI did.\n\nAnd now?\n\nI wait.",
            [("I was cold.", None), ("I did.", None), ("I wait.", None)],
        ),
        ("Q: How was it?\n\nA: Cold.\n\nQ: And now?\n\nA: I wait.\n\nStill.", [("Cold.", None), ("I wait.", None), ("Still.", None)]),
        ("Q. How was it?\nA. Cold.\n\n", []),
        ("Lake News: How was it?\n\nMaric: Cold.\n\nLake News: And now?\n\nMaric: I wait.", [("Cold.", "Maric"), ("I wait.", "Maric")]),
        ("Place: Oster\n\nDate: May\n\nCharge: treason\n\nWho was there?\n\nNobody.", []),
        ("Why?\n\nThe state fears him. It holds nine others.\n\nWhat next?\n\nThe trial opens in May.", []),
    ],
)
def test_answers(text: str, answers: list[tuple[str, str | None]]) -> None:
    """Answers stand behind questions or labels; a page of questions where nobody says "I" is no interview."""
    assert told(text) == answers


@pytest.mark.parametrize(
    "turns",
    [
        "How was it?\n\nI was cold. The camp must be closed.\n\nAnd now?\n\nI ask the court to annul the verdict.",
        "Q: How was it?\n\nA: I was cold. The camp must be closed.\n\nQ: And now?\n\nA: I ask the court to annul the verdict.",
        "LN: How was it?\n\nIM: I was cold. The camp must be closed.\n\nLN: And now?\n\nIM: I ask the court to annul the verdict.",
    ],
)
def test_who_is_interviewed_asks(analyze: Analyze, turns: str) -> None:
    """What is asked in an answer is asked by the one interviewed; the page's own words are its publisher's again."""
    found = analyze(f"{INTRO}{turns}\n\nMaric is ill. The ministry should let him go.", publisher="Lake News").demands
    assert [demand.source.name for demand in found] == ["Ivo Maric", "Ivo Maric", "Lake News"]
