"""Demands by the paper they stand in: resolutions without subjects, appeals with lists, letters, headlines."""

from collections.abc import Callable

import pytest

from hrcli.records import Demand, DocumentAnalysis

Analyze = Callable[..., DocumentAnalysis]

RESOLUTION = """Resolution on the arrests in Oster

The Synod of the Lake Churches,

– having regard to its statement of 4 May 2010,

1. Strongly condemns the arrest of Ivo Maric;

2. Calls upon Norland to release Ivo Maric; deplores the silence of the ministry and urges the donors to suspend aid;

3. Notes that he is ill; insists that a doctor be sent; reiterates its call on Chad to close the camp;

4. Believes that no state should return refugees; the ministry is invited to reply by June.
"""

APPEAL = """Please write to the authorities of Norland asking them to:

i. Guarantee the safety of Ivo Maric;

ii. Pending his release, grant him access to a doctor, and refrain from moving him;

iii. Carry out an inquiry, identify those responsible and bring them before a court;

iv. Comply with the treaty.
"""


def demands(analyze: Analyze, text: str, **metadata: str) -> list[Demand]:
    return analyze(text, **metadata).demands


def heads(found: list[Demand]) -> list[str]:
    return [demand.action.split()[0] for demand in found]


def test_resolution(analyze: Analyze) -> None:
    """All that the paragraphs of a resolution ask is asked by the body whose name stands alone before its preamble."""
    found = demands(analyze, RESOLUTION)
    assert heads(found) == ["release", "suspend", "be", "close", "return", "reply"]
    assert {demand.source.name for demand in found} == {"Synod of the Lake Churches"}


def test_list_under_roman_numerals(analyze: Analyze) -> None:
    """Items under "i." and "ii." are items, with all their verbs; "them" in what introduces them is who is written to."""
    found = demands(analyze, APPEAL, publisher="River Watch")
    assert heads(found) == ["Guarantee", "grant", "refrain", "Carry", "identify", "bring", "Comply"]
    assert {*(name for demand in found for name in demand.targets)} == {"authorities of Norland"}
    assert found[5].people == []


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Please send appeals to the Minister of Justice, urging him to:\n\n- release Ivo Maric, a baker.", "Minister of Justice"),
        ("Ana Lee met the mayor of Oster, urging him to free Ivo Maric.", "mayor of Oster"),
        ("Nuns wrote to the Norland authorities on Friday, asking them to free Ivo Maric.", "Norland authorities"),
        ("Ivo Maric, a baker, wrote to the king, begging him to pardon his son.", "king"),
    ],
)
def test_them_behind_a_participle(analyze: Analyze, text: str, target: str) -> None:
    """Whom a participle of asking asks is the one its sentence turns to, not somebody named earlier."""
    assert demands(analyze, text, publisher="River Watch")[-1].targets == [target]


def test_list_ends_at_the_next_paragraph(analyze: Analyze) -> None:
    """A list that belongs to a numbered paragraph ends where the next one begins."""
    text = "3. The panel urges Norland to:\n\n(a) Close the camp;\n\n4. Report of the panel on prisons.\n\n5. Support for victims."
    assert heads(demands(analyze, text)) == ["Close"]


def test_noun_that_is_no_verb(analyze: Analyze) -> None:
    """A heading below a list is none of its items."""
    text = "We urge Norland to:\n\n(a) Close the camp;\n(b) Free the nuns.\n\nFollow-up procedure\n"
    assert heads(demands(analyze, text)) == ["Close", "Free"]


@pytest.mark.parametrize(("verb", "source"), [("is invited", "River Watch"), ("was invited", None)])
def test_passive_in_the_present(analyze: Analyze, verb: str, source: str | None) -> None:
    """Where the text's own body asks, "the state is invited to" is asked by it too; who once invited somebody is not told."""
    text = f"River Watch urges Norland to close the camp. The ministry {verb} to report on prisons by June."
    assert demands(analyze, text, publisher="River Watch")[-1].source.name == source


LETTER = """Free My Son: A Letter to the Minister

3 May 2020

Dear Minister,

I am the mother of Ivo Maric, a baker from Oster. The Lake Ministry says that I should stop asking.

Please send a doctor to see him, and please do not move him. Free my son. Give us an answer.
I would be grateful if you could raise his case.

To King Omar of Chad I say only this: return the body. You should not wait.

You must tell us where he is.

Yours sincerely,

Hala al-Maric
"""


def test_letter_of_one(analyze: Analyze) -> None:
    """All that a letter in the first person pleads for is asked by the one who signs it, of whom it greets or turns to."""
    found = demands(analyze, LETTER, title="Free My Son: A Letter to the Minister")
    assert [(d.action.split()[0], d.polarity, d.targets) for d in found] == [
        ("Free", "do", ["Minister"]),
        ("stop", "do", ["Hala al-Maric"]),
        ("send", "do", ["Minister"]),
        ("move", "refrain", ["Minister"]),
        ("Free", "do", ["Minister"]),
        ("Give", "do", ["Minister"]),
        ("raise", "do", ["Minister"]),
        ("return", "do", ["Omar"]),
        ("wait", "refrain", ["Omar"]),
        ("tell", "do", ["Minister"]),
    ]
    assert {d.source.name for d in found} == {"Hala al-Maric", "Lake Ministry"}
    assert found[4].people == ["Ivo Maric"]


def test_writer_beside_the_publisher(analyze: Analyze) -> None:
    """Where somebody publishes the letter of one person, that person asks, and the publisher is the organisation."""
    (found,) = demands(analyze, "Dear Minister,\n\nI beg you to free Ivo Maric.\n\nYours sincerely,\nAna Lee", publisher="Lake Times")
    assert (found.source.name, found.source.organization) == ("Ana Lee", "Lake Times")


@pytest.mark.parametrize(
    "text",
    [
        "Dear friends,\n\nPlease write to your senator. Please send appeals to the king. Please donate.\n\nRiver Watch",
        "River Watch requests your urgent intervention in the following situation.",
        "PLEASE TAKE ACTION AS SOON AS POSSIBLE",
        "Please send somebody to our next meeting.",
    ],
)
def test_readers_are_not_asked(analyze: Analyze, text: str) -> None:
    """What a page asks of its readers is no demand."""
    assert demands(analyze, text, publisher="River Watch") == []


@pytest.mark.parametrize(
    ("title", "below", "expected"),
    [
        ("Norland: Editor Held in Secret", "Disclose His Whereabouts; End Trials of Civilians", ["Disclose", "End"]),
        ("Open letter to Lakecorp: Stop the Oster mine", "", ["Stop"]),
        ("Free My Father Before It Is Too Late: An Open Letter", "", ["Free"]),
        ("Release My Husband Who Is Ill", "", ["Release"]),
        ("Oster Court Frees Baker", "Norland Ends Trial", []),
        ("Norland: Editor Held in Secret", "stop by our office for tea", []),
    ],
)
def test_headlines(analyze: Analyze, title: str, below: str, expected: list[str]) -> None:
    """Imperatives open a headline, either part of it around the colon, or the headline below it."""
    assert heads(demands(analyze, f"{title}\n\n{below}\n\nIt rained in Oslo.", title=title)) == expected


def test_list_of_things(analyze: Analyze) -> None:
    """Under "is calling for:" things follow, each the head of its item."""
    text = "River Watch is calling for:\n- the immediate release of Ana Lee;\n- an end to torture;\n- those responsible to be punished."
    assert heads(demands(analyze, text, publisher="River Watch")) == ["release", "end", "be"]


def test_headings_of_recommendations(analyze: Analyze) -> None:
    """In a section of recommendations a heading names whom the items below it ask, with a colon or without."""
    text = "Recommendations\n\nTo the Government of Chad\n- Free the nuns;\n- Do not extradite them.\n\nTo donor governments:\n- Vet them."
    found = demands(analyze, text, publisher="River Watch")
    assert [(d.action.split()[0], d.targets) for d in found] == [
        ("Free", ["Government of Chad"]),
        ("extradite", ["Government of Chad"]),
        ("Vet", ["donor governments"]),
    ]


def test_statement_of_a_family(analyze: Analyze) -> None:
    """What a statement asks as "we" is asked by the family that its heading names, and not by the page that carries it."""
    text = "STATEMENT BY THE FAMILY OF IVO MARIC\n\nIvo Maric is ill.\n\nWe ask the court to free him. He must come home.\n\nHala Maric\n"
    found = demands(analyze, text, publisher="Lake Bulletin")
    assert [demand.source.name for demand in found] == ["family of Ivo Maric", "family of Ivo Maric"]


def test_letter_signed_by_many(analyze: Analyze) -> None:
    """The undersigned of an open letter are those in the list below it."""
    text = (
        "Your Excellencies,\n\nWe, the undersigned organisations, therefore urge you to:\n- free Ivo Maric;\n- close the camp.\n\n"
        "The camp should be inspected.\n\nYours faithfully,\n\nSigned by:\n\n1. Lake Rights League\n2. River Watch, Norland\n"
    )
    assert {demand.source.name for demand in demands(analyze, text)} == {"Lake Rights League, River Watch"}
