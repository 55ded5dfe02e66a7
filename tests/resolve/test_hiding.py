"""hiding.py: where names of private persons stand in a text."""

from __future__ import annotations

import pytest
from made import entity

from hrcli.resolve.hiding import Names, names
from hrcli.resolve.privacy import Private


def private(pseudonym: str, *called: str) -> Private:
    """A private person."""
    return Private(pseudonym, called, 1, frozenset({pseudonym}))


KNOWN = names(
    [
        private("P1", "Lin Meiyu", "林美玉", "Mrs Lin"),
        private("P2", "Omar Said"),
        private("P3", "Grace May"),
        private("P4", "Jordan Ivić", "Ivić"),
        private("P5", "Chen Bo"),
        private("P6", "Chen Daoming"),
        private("P7", "Geng He", "He"),
        private("P8", "Айна Садыкова"),
        private("P9", "阿布拉江·吐尔逊"),
    ],
    [entity("a", "Chen Guo", roles=["mayor"]), entity("a", "President Orlov")],
    [entity("a", "Jordan", "place", mentions=9), entity("a", "Bo Lin Island", "place")],
)


def hidden(text: str, known: Names = KNOWN, *, address: bool = False) -> str:
    """The text with pseudonyms."""
    for span in reversed(known.spans(text, address=address)):
        text = text[: span.start] + span.instead + text[span.end :]
    return text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lin Meiyu was held.", "P1 was held."),
        ("Meiyu Lin, LIN MEIYU, LinMeiyu and Lin\nMeiyu", "P1, P1, P1 and P1"),
        ("Lin’s trial; Meiyu's mother; Mrs. Lin", "P1’s trial; P1's mother; P1"),
        ("Lin Meiyu (林美玉) is free.", "P1 is free."),
        ("当局拘留了林美玉。", "当局拘留了P1。"),
        ("Omar Said said so. He said Omar is well.", "P2 said so. He said P2 is well."),
        ("In May, with grace, Grace May spoke.", "In May, with grace, P3 spoke."),
        ("Jordan freed Jordan Ivić; Ivic is home.", "Jordan freed P4; P4 is home."),
        ("Chen Bo met Chen Daoming. Chen wept.", "P5 met P6. [name] wept."),
        ("Mayor Chen Guo and President Orlov", "Mayor Chen Guo and President Orlov"),
        ("He wrote that Geng He was ill.", "He wrote that P7 was ill."),
        ("The lawyer of He is He Jian.", "The lawyer of P7 is P7 Jian."),
        ("on Bo Lin Island", "on Bo Lin Island"),
        ("Суд над Айной и Садыкова", "Суд над Айной и P8"),
        ("阿布拉江被捕", "P9被捕"),
        ("write to lin.meiyu@example.org", "write to P1@example.org"),
        ("https://example.org/free-lin-meiyu-now", "https://example.org/free-P1-now"),
        ("https://example.org/linmeiyu.html", "https://example.org/P1.html"),
        ("the Ivićs wept, Chens too", "the P4 wept, [name] too"),
        ("lin meiyu, held; lin, a lime", "P1, held; lin, a lime"),
        ("an online story about bread", "an online story about bread"),
        ("", ""),
    ],
)
def test_texts(text: str, expected: str) -> None:
    """Names are hidden in any order and writing; words, places and officials stay."""
    assert hidden(text) == expected


def test_paths_have_no_capitals() -> None:
    """In a path a name may be small, joined by anything."""
    assert hidden("cases/lin_meiyu/omar.txt", address=True) == "cases/P1/P2.txt"


def test_whole_names_of_namesakes() -> None:
    """What may be either of two is neither."""
    two = names([private("P1", "Wang Wei"), private("P2", "Wang Wei")], [], [])
    assert hidden("Wang Wei", two) == "[name]"


def test_a_part_that_several_bear() -> None:
    """In a document that speaks of one of its bearers it is that one; an official's name stays where only the official bears it."""
    one, other = (
        Private(f"P{n}", (name,), 1, frozenset(), frozenset({where})) for n, name, where in ((1, "Chen Bo", "a"), (2, "Chen Ru", "b"))
    )
    known = names([one, other], [entity("c", "Chen Guo"), entity("b", "Chen Guo")], [])
    told = {where: [span.instead for span in known.spans("Chen", document=where)] for where in ("a", "b", "c", "d", None)}
    assert told == {"a": ["P1"], "b": ["[name]"], "c": [], "d": ["[name]"], None: ["[name]"]}


def test_nobody_to_hide() -> None:
    """Without private persons a text stays as it is."""
    assert hidden("Lin Meiyu (林美玉)", names([], [], [])) == "Lin Meiyu (林美玉)"


def test_a_long_text_is_read_in_a_breath() -> None:
    """Nothing in the search goes back and forth: a hundred thousand letters without a space are no trouble."""
    text = "a" * 100_000 + "@"
    assert hidden(text) == text
