"""For whom something is asked: those held, counted, or whose case a text is."""

from collections.abc import Callable

import pytest

from hrcli.records import DocumentAnalysis

Analyze = Callable[..., DocumentAnalysis]

THREE = (
    "Police arrested three members of the Lake League. Its office head, Ivo Maric, was detained on 15 November; Ana Petrova was arrested "
    "in Oster, and Omar Dun was arrested at home. Jan Novak was jailed in 2018. "
)
ONE = "Ivo Maric was arrested in May. He is in prison in Oster. "
LEAGUE = ["Ivo Maric", "Ana Petrova", "Omar Dun"]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (f"{THREE}Norland must release the three immediately.", LEAGUE),
        (f"{THREE}We call on Norland to free all three members and to drop the charges against them.", LEAGUE),
        (f"{THREE}River Watch urged Norland to release the three defenders. They should be granted access to their lawyers.", LEAGUE),
        (
            "Ivo Maric and Omar Dun were arrested in May. The two men were beaten. The League demanded that the men be freed.",
            ["Ivo Maric", "Omar Dun"],
        ),
        (
            "Ivo Maric and Omar Dun were arrested in May. The two men were beaten, the report said. It urged Norland to free them.",
            ["Ivo Maric", "Omar Dun"],
        ),
        (f"{ONE}River Watch urges the court to annul the verdict.", ["Ivo Maric"]),
        (f"{ONE}The death sentence should be quashed.", ["Ivo Maric"]),
        (f"{ONE}The judge Jan Novak wrote to the League. It should not forget him.", ["Ivo Maric"]),
        (f"{ONE}His lawyer, Jan Novak, asked for bail.\n\nWe beg Norland not to forget him.", ["Ivo Maric"]),
        (f"{ONE}He must come home.", ["Ivo Maric"]),
        (f"{ONE}Ivo Maric must be tried or set free.", ["Ivo Maric"]),
        (f"{ONE}Ana Petrova asked the court to free her husband, Ivo Maric.", ["Ivo Maric"]),
        (f"{ONE}Norland must not threaten Maric's wife, Ana Petrova.", ["Ana Petrova"]),
        (f"{ONE}The High Commissioner must verify before she accuses.", []),
        (f"{ONE}We call on Norland to end the detention of journalists.", []),
    ],
)
def test_people(analyze: Analyze, text: str, people: list[str]) -> None:
    """The last thing asked is asked for those whom its words, its number or the case tell."""
    assert analyze(text, publisher="River Watch").demands[-1].people == people


def test_title_names_the_case(analyze: Analyze) -> None:
    """Where a text tells of several who are held, its case is the one whom its title names."""
    text = f"Case file: Ivo Maric\n\n{ONE}Omar Dun was arrested too.\n\nNorland must lift the house arrest."
    assert analyze(text, publisher="River Watch", title="Case file: Ivo Maric").demands[-1].people == ["Ivo Maric"]
