"""Which language a text is in. English is told by its words; py3langid, which is slow to load, is asked of all else."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from hrcli.ingest.words import counts

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

LETTERS = 20  # a text of fewer could be in any language
MUCH = 20_000  # characters, from the beginning, which are enough to tell
SHORT = 3  # letters of a word: languages share the shorter ones
FEW = 2  # words without a capital; where there are fewer, as in headlines, the others count too
ENGLISH = 0.35  # share of English among the words: 0.8 and more in English documents, up to 0.25 in other languages
SURE = 0.9  # the probability from which another language is believed: lists of names stay below
LATIN = re.compile(r"[A-Za-z\u00aa-\u024f\u1e00-\u1eff]+")
OTHER = re.compile(r"[^\W\d_A-Za-z\u00aa-\u024f\u1e00-\u1eff]+")
ADDRESS = re.compile(r"https?://\S+|www\.\S+|(?<!\S)[^\s@#]*[@#]\S+")
CODES = {"dz": "bo", "ary": "ar", "arz": "ar", "wuu": "zh", "yue": "zh", "zxx": None}
"""What py3langid calls languages that share a script and are easily mistaken: Dzongkha for Tibetan, Wu and Cantonese for Chinese."""


def detect(text: str) -> str | None:
    """The ISO 639-1 code of the language of a text (639-3 where there is none); None where the text does not tell.

    Of a text in two scripts the one with more letters counts, of one in English and another language English where it is
    more than about a third: so a text with Chinese names in brackets is English, and one with a long quotation.
    """
    plain = ADDRESS.sub(" ", text[:MUCH])
    words = LATIN.findall(plain)
    latin, other = sum(map(len, words)), 0 if plain.isascii() else sum(map(len, OTHER.findall(plain)))
    if latin + other < LETTERS:
        return None
    if other > latin:
        return _guess(LATIN.sub(" ", plain), sure=0.0)
    return "en" if _english(words) > ENGLISH else _guess(OTHER.sub(" ", plain), sure=SURE)


def _english(words: list[str]) -> float:
    """The share of English among the words without a capital, which are no names."""
    long = [word for word in words if len(word) >= SHORT]
    small = [word for word in long if word.islower()]
    asked = small if len(small) >= FEW else [word.lower() for word in long]
    return sum(map(_common, asked)) / max(len(asked), 1)


def _common(word: str) -> bool:
    """Whether English writes the word mostly without a capital."""
    seen, small = counts().get(word, (0, 0))
    return 2 * small > seen


def _guess(text: str, *, sure: float) -> str | None:
    """What py3langid says, if it is sure of it or says English."""
    (best, first), (_, second) = _identifier().rank(text)[:2]
    likely = first + second >= sure  # languages as alike as Indonesian and Malay halve it between them
    return CODES.get(best, best) if likely or best == "en" else None


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
