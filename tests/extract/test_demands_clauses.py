"""Who asks whom across clauses: gaps, shared subjects, asides, views and lists."""

from collections.abc import Callable

import pytest

from hrcli.records import DocumentAnalysis

Analyze = Callable[..., DocumentAnalysis]
PUBLISHER = "River Watch"


def told(analyze: Analyze, text: str) -> list[tuple[str, str | None, list[str]]]:
    found = analyze(text, publisher=PUBLISHER).demands
    return [(demand.action.split()[0].strip(".,"), demand.source.name, demand.targets) for demand in found]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (
            "The miners said that owners must go back to the pits the council has given them and should not listen to “guests”.",
            ("listen", "miners", ["owners"]),
        ),
        (
            "U.N. staff could see the men “when time allows,” Ana Petrova said, but must not meddle in the trial.",
            ("meddle", "Ana Petrova", ["U.N. staff"]),
        ),
        ("Chad should free Ivo Maric, Ana Petrova said, and should invite the envoy.", ("invite", "Ana Petrova", ["Chad"])),
        ("Ana Petrova spoke first. In her view Chad ought to act, and Peru needs to draw up a list.", ("draw", "Ana Petrova", ["Peru"])),
        ("In Ana Petrova's opinion, Chad should close the camp.", ("close", "Ana Petrova", ["Chad"])),
        ("As Ana Petrova, the mayor, put it here last week, Chad “must open the cells”.", ("open", "Ana Petrova", ["Chad"])),
        ("Mrs Ana Petrova of Bama, Lake State, asked the court to trace Ivo Maric.", ("trace", "Ana Petrova", ["court"])),
        ("Chad must act. Villagers are urged to rewire the fences and to feed the goats.", ("feed", PUBLISHER, ["Villagers"])),
        (
            "We thank all. We urge the Chadian government to free Ivo Maric, and the government of Peru to close the camp and to pay him.",
            ("pay", PUBLISHER, ["government of Peru"]),
        ),
        (
            "We call on the University of Oster, where he studied until 2016, to speak up for him.",
            ("speak", PUBLISHER, ["University of Oster"]),
        ),
        (
            "The Lake Union has told the Chadian authorities of its fears. It calls on them to free Ivo Maric.",
            ("free", "Lake Union", ["Chadian authorities"]),
        ),
        (
            "Chad ought to honour the treaty, as the Lake Union asked it to do in 2022, and must stop the raids.",
            ("stop", PUBLISHER, ["Chad"]),
        ),
        ("The Lake Commission had in October requested protective measures for Ivo Maric.", ("protective", "Lake Commission", [])),
        ("The Lake League called for the photographer’s immediate release.", ("the", "Lake League", [])),
        (
            "Farmers say that all is well. The union Najot, which is small, disagrees: it has urged the ministry to open the files.",
            ("open", "Najot", ["ministry"]),
        ),
        ("I asked the king for two things: to annul the verdict and to let me read my file.", ("let", PUBLISHER, ["king"])),
        ("Chad demanded that the rights office withdraw what it called a pamphlet.", ("withdraw", "Chad", ["rights office"])),
        (
            "She recalled that the Lake Commission on Rights had in October requested protective measures for Ivo Maric.",
            ("protective", "Lake Commission on Rights", []),
        ),
    ],
)
def test_last(analyze: Analyze, text: str, last: tuple[str, str | None, list[str]]) -> None:
    """The last thing asked has its own verb, asker and addressee."""
    assert told(analyze, text)[-1] == last


@pytest.mark.parametrize(
    "text",
    [
        "They must tell me whether to wait or to weep.",
        "This means that she should be home by Christmas.",
        "Dear Minister,\n\nLet me speak of three of them.\n\nYours sincerely,\n\nAna Lee",
        "Lake Union: Arrest and long detention of a farmer\n\nThe farmer is ill.",
    ],
)
def test_nothing(analyze: Analyze, text: str) -> None:
    """What is only weighed, expected, announced or told of is not asked."""
    assert [each for each in told(analyze, text) if each[0] not in {"tell"}] == []


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        (
            "RECOMMENDATIONS\n\nTo the Supreme Court: Summon the general, and order an inquiry.\n\nTo the Lake Union: Request a visit.",
            [["Supreme Court"], ["Supreme Court"], ["Lake Union"]],
        ),
        (
            "Please write to:\n\n1. President Ivo Maric of Norland, asking him to free Ana Petrova, and to let her go.\n\n"
            "2. King Omar. Urge him to lift the ban.\n\n3. Your own foreign minister: ask that he or she raise the case.",
            [["Ivo Maric"], ["Ivo Maric"], ["Omar"], ["foreign minister"]],
        ),
    ],
)
def test_addressed_items(analyze: Analyze, text: str, targets: list[list[str]]) -> None:
    """An item names whom it asks before its colon or its participle; its publisher asks."""
    found = told(analyze, text)
    assert [each[2] for each in found] == targets
    assert {each[1] for each in found} == {PUBLISHER}
