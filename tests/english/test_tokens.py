"""Words are cut as in the Universal Dependencies treebanks of English."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from hrcli.english import tokens

CASES = [
    ("a (non-violent) pro-Beijing, e-mailed reply", "a ( non-violent ) pro-Beijing , e-mailed reply"),
    ("a state-owned post-war re-trial", "a state - owned post-war re-trial"),
    ("U.S.-led, U.S.-China talks", "U.S. - led , U.S. - China talks"),
    ("an AK-47 and COVID-19", "an AK - 47 and COVID - 19"),
    ("mid-2004, post-2015", "mid-2004 , post-2015"),
    ("Free him now!!! Why?!", "Free him now !!! Why ?!"),
    ("===== ---- text--more", "===== ---- text -- more"),
    ("he and/or she; w/o, c/o; parents/teachers", "he and / or she ; w/o , c/o ; parents / teachers"),
    ("Lt. Col. Ko and Capt. Aung v. Art. 35", "Lt. Col. Ko and Capt. Aung v. Art. 35"),
    ("call 713-853-7557 or 853-7557", "call 713-853-7557 or 853-7557"),
    ("1990-1995 and pages 4-12", "1990 - 1995 and pages 4 - 12"),
    ("US$500 and HK$1.2 million", "US$ 500 and HK$ 1.2 million"),
    ("at 7:30PM, in the 1960's and the ’80s", "at 7:30 PM , in the 1960's and the ’80s"),
    ("#FreeThe709 -Amnesty", "#FreeThe709 - Amnesty"),
    ("the draft)(see", "the draft ) ( see"),
    ("Xi Jinping's aide can't wanna", "Xi Jinping 's aide ca n't wan na"),
]


@pytest.fixture(scope="module")
def nlp() -> Language:
    """A pipeline with nothing but our tokenizer."""
    nlp = spacy.blank("en")
    nlp.tokenizer = tokens.tokenizer(nlp)
    return nlp


@pytest.mark.parametrize(("text", "words"), CASES)
def test_words(nlp: Language, text: str, words: str) -> None:
    """A text gives these words."""
    assert " ".join(token.text for token in nlp(text)) == words


@given(st.text(alphabet="ab-!?/.$7’'#= \n", max_size=30))
def test_no_character_is_lost(nlp: Language, text: str) -> None:
    """The words and the blanks between them make up the text again."""
    assert nlp(text).text == text
