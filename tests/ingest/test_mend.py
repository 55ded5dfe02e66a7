"""White space that was lost is put back, and nothing else is torn."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrcli import ingest
from hrcli.ingest import mend, view

GLUED = (
    "The governmentmust release allprisoners of conscience andcompensate themwithout delay, and thecourts should hearthe appeals of the "
    "lawyerswho were detainedduring the protests. President Obamahas said that theChinese policeacted againstthe law. "
)


def mended(text: str, vocabulary: ingest.Vocabulary) -> str:
    places = dict(mend.gaps(text, vocabulary))
    return "".join(places.get(i, "") + char for i, char in enumerate(text))


@pytest.mark.parametrize(
    ("glued", "whole"),
    [
        ("He gave a speech.The police came.", "He gave a speech. The police came."),
        ("It ended in 2009.[1]While it lasted", "It ended in 2009.[1] While it lasted"),
        ("the U.N.Covenant and the U.S.government", "the U.N. Covenant and the U.S. government"),
        ("December 8,2010", "December 8, 2010"),
        ("Ren Li,director of the group", "Ren Li, director of the group"),
        ("the lawyer Ren Li(任力) said", "the lawyer Ren Li (任力) said"),
        ("a “vacation”that lasts", "a “vacation” that lasts"),
        ("police took him inChina", "police took him in China"),
        ("Harbour Rights said. HarbourRights left.", "Harbour Rights said. Harbour Rights left."),
    ],
)
def test_spaces_lost_beyond_doubt_are_put_back_everywhere(glued: str, whole: str, vocabulary: ingest.Vocabulary) -> None:
    """After a full stop, a comma, a bracket, between two words seen side by side: in any document."""
    assert mended(glued, vocabulary) == whole


@pytest.mark.parametrize(
    "text",
    [
        "See https://example.org/a.Html,b and write to Ren.Li@example.org or @RenLi.",
        "The sites Pravda.Ru and Booking.Com were blocked.",
        "YouTube, WhatsApp, McDonald, LiCAS and WikiLeaks",
        "Zhang Zhisheng at Tiananmen with Iliham Yasin",
        "The U.S., the U.N. and a Ph.D. at 1:07 p.m. in Washington, D.C.",
        "Article 19(2), page 3.4, HK$1,080.50, the person(s) held",
        "She was held beforehand, notwithstanding the moratorium.",
    ],
)
def test_names_addresses_and_numbers_are_not_torn(text: str, vocabulary: ingest.Vocabulary) -> None:
    """The traps: what looks glued and is not."""
    assert mended(text, vocabulary) == text


def test_a_document_full_of_glued_words_is_taken_apart_by_the_word_list(vocabulary: ingest.Vocabulary) -> None:
    """Words run together come apart where the document is full of them."""
    assert mended(GLUED, vocabulary) == (
        "The government must release all prisoners of conscience and compensate them without delay, and the courts "
        "should hear the appeals of the lawyers "
        "who were detained during the protests. President Obama has said that the Chinese police acted against the law. "
    )


def test_one_unknown_word_is_no_reason_to_take_words_apart(vocabulary: ingest.Vocabulary) -> None:
    """A single odd word in a clean text is left alone: it may be a name."""
    text = "The police of Thecity took the writer from his home on Monday night. " + "His wife has asked the court to free him. " * 10
    assert mended(text, vocabulary) == text


def test_items_run_together_in_a_line_become_paragraphs(vocabulary: ingest.Vocabulary) -> None:
    """A list whose line breaks were lost gets them back, its numbers kept."""
    text = "We call on the court to: 1. Hear the case.2. Free the poet.3. Pay her damages."
    assert mended(text, vocabulary).split("\n\n") == [
        "We call on the court to: ",
        "1. Hear the case.",
        "2. Free the poet.",
        "3. Pay her damages.",
    ]


def test_two_numbers_make_no_list(vocabulary: ingest.Vocabulary) -> None:
    """A date at the end of a sentence is not an item."""
    assert "\n" not in mended("He was freed on May 1. They came on June 2. Nobody knew.", vocabulary)


@given(text=st.text(alphabet=st.sampled_from("aAzZé滕1 2.,;:!?()[]“”\"'’-\n$@/")))
def test_gaps_are_in_order_and_within_the_text(text: str, vocabulary: ingest.Vocabulary) -> None:
    """Places are distinct, ascending, and have a character on each side."""
    places = [place for place, _ in mend.gaps(text, vocabulary)]
    assert places == sorted({*places})
    assert all(0 < place <= len(text) for place in places)


def restored(text: str, passage: str, vocabulary: ingest.Vocabulary) -> str:
    """What `passage` of the mended text was made from."""
    found = mend.mended(view.whole(text), vocabulary)
    start = found.text.index(passage)
    first, last = found.original(start, start + len(passage))
    return text[first:last]


@pytest.mark.parametrize(
    ("text", "passage", "original"),
    [
        ("JosÃ© came", "José", "JosÃ©"),
        ("He said â€œno.â€\x9d Then", "“no.”", "â€œno.â€\x9d"),
        ("the ofﬁce", "office", "ofﬁce"),
        ("the govern-\nment fell", "government", "govern-\nment"),
        ("a con\u00adsti\u00adtution", "constitution", "con\u00adsti\u00adtution"),
        ("He spoke.The end", "spoke. The", "spoke.The"),
        ("Ãlvaro left", "Ãlvaro", "Ãlvaro"),
        ("Ã‰douard left", "Édouard", "Ã‰douard"),
        ("chez lÃ¢â‚¬â„¢ami", "l’ami", "lÃ¢â‚¬â„¢ami"),
    ],
)
def test_a_mended_passage_has_its_whole_place_in_the_text(text: str, passage: str, original: str, vocabulary: ingest.Vocabulary) -> None:
    """Its original begins and ends where the damaged words do, sequences for one character included."""
    assert restored(text, passage, vocabulary) == original


@pytest.mark.parametrize(
    ("damaged", "whole"),
    [
        ("Nobel‚Äôs √©lan", "Nobel’s élan"),
        ("æ»•å½ª and æ\x9d\x8eæ\x98\x8e", "滕彪 and 李明"),
        ("ÐŸÑƒÑ‚Ð¸Ð½", "Путин"),
        ("he said â€œyesâ€ and left", "he said “yes” and left"),
        ("“LIBERTÉ”, «ÉTÉ», “IRMÃ”, É… è", "“LIBERTÉ”, «ÉTÉ», “IRMÃ”, É… è"),
    ],
)
def test_wrong_encodings_are_undone_where_nothing_else_can_be_meant(damaged: str, whole: str, vocabulary: ingest.Vocabulary) -> None:
    """Mac Roman, Han, Cyrillic, a lost last byte; and what only looks like them."""
    assert mend.mended(view.whole(damaged), vocabulary).text == whole


@pytest.mark.parametrize(
    "text", ["Home • About • Contact • Donate", "It has (a) no door, (b) no roof and (c) no floor.", "Cell 1. Cell 2. Cell 3. Cell 4."]
)
def test_what_is_no_list_stays_in_its_line(text: str, vocabulary: ingest.Vocabulary) -> None:
    """Menus, and enumerations within a sentence."""
    assert mended(text, vocabulary) == text


@settings(deadline=None, max_examples=80)
@given(text=st.text(alphabet=st.sampled_from("aAzZéÃ©â€™œ\x9dﬁ滕1 2.,;:()“”’-\n\u00ad\u200b\xa0\ufffe@/•")))
def test_the_map_of_a_mended_text_leads_back(text: str, vocabulary: ingest.Vocabulary) -> None:
    """Offsets ascend, lie in the text, and every letter and digit of ASCII is the one at its place, ligatures apart."""
    found = mend.mended(view.whole(text), vocabulary)
    assert len(found.offsets) == len(found.text) + 1
    assert found.offsets == sorted(found.offsets)
    assert all(text[at] in (char, "ﬁ") for char, at in zip(found.text, found.offsets, strict=False) if char.isascii() and char.isalnum())


PIECES = ["the", "The", "board", "board's", "government", "’s", "Rights", "Xi'an", "U.N.", "1.", "accountable", "McDonald", "s", "of", "\n"]


@settings(deadline=None, max_examples=300)
@given(pieces=st.lists(st.sampled_from(PIECES), max_size=12))
def test_words_glued_at_random_only_gain_white_space(pieces: list[str], vocabulary: ingest.Vocabulary) -> None:
    """Whatever is run together, no letter is lost or added."""
    text = "".join(pieces)
    assert "".join(mended(text, vocabulary).split()) == "".join(text.split())
