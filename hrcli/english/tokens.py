"""Words as the Universal Dependencies treebanks cut them: spaCy's English tokenizer with its rules mended.

spaCy cuts "non-violent" and "pro-Beijing" at the hyphen, "!!!" and "=====" at every sign and "Lt." before the stop; it leaves
"and/or", "AK-47" and "U.S.-led" whole. EWT and GUM do the opposite, and a word that is cut otherwise than there has neither
tag nor head to learn from, or to be right about.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from spacy.lang.char_classes import ALPHA, HYPHENS
from spacy.language import Language
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex, registry

WORDS = tomllib.loads(Path(__file__).with_name("tokens.toml").read_text(encoding="utf-8"))

RUNS = [r"[!?]{2,}", r"-{2,}", *(rf"{re.escape(sign)}{{2,}}" for sign in "=*_~#<>$+")]
PREFIXES = [*RUNS, r"[A-Z]{1,3}\$", rf"-(?=[{ALPHA}])"]
SUFFIXES = [*RUNS, r"(?<=\d:\d\d)[AaPp]\.?[Mm]\.?"]
INFIXES = [
    r"\)(?=\()",
    r"(?<=\))\(",
    r"[)”](?=[—–])",
    r"(?<=[).”\"])[—–]",
    r"--+",
    rf"(?<=[{ALPHA}])-(?=\d)",
    rf"(?<=[A-Z]\.)(?:{HYPHENS})(?=[{ALPHA}])",
]

KEPT = [
    rf"(?i:{'|'.join(WORDS['affixes'])})(?:{HYPHENS})[{ALPHA}]+",
    rf"(?i:mid|pre|post)(?:{HYPHENS})\d{{4}}s?",
    rf"[{ALPHA}]/[{ALPHA}]",  # w/o, c/o
    r"\d{3}-\d{4}|\d+(?:-\d+){2,}",  # 853-7557, 713-853-7557, 11-20-2000
    r"['’]?\d\d['’]?s?|\d+0['’]s",  # the ’80s, 1960's
    r"#[A-Za-z]\w*",
]
_kept = re.compile(rf"(?:{'|'.join(KEPT)})$").match


@registry.tokenizers("hrcli.tokens.v1")
def create() -> Callable[[Language], Tokenizer]:
    """Makes the tokenizer, for a pipeline's configuration."""
    return tokenizer


def tokenizer(nlp: Language) -> Tokenizer:
    """spaCy's English tokenizer with these rules before its own."""
    defaults: Any = nlp.Defaults
    exceptions = {word: cut for word, cut in defaults.tokenizer_exceptions.items() if word not in WORDS["several"]}
    exceptions |= {word: [{"ORTH": word}] for word in WORDS["short"]}
    exceptions |= {word: [{"ORTH": part} for part in parts] for word, parts in WORDS["split"].items()}
    return Tokenizer(
        nlp.vocab,
        rules=exceptions,
        prefix_search=compile_prefix_regex([*PREFIXES, *defaults.prefixes]).search,
        suffix_search=compile_suffix_regex([*SUFFIXES, *defaults.suffixes]).search,
        infix_finditer=compile_infix_regex([*INFIXES, *defaults.infixes]).finditer,
        token_match=_kept,
        url_match=defaults.url_match,
    )


def is_whole(word: str) -> bool:
    """Whether a word stays in one piece although it has a hyphen (or another sign at which words are cut)."""
    return _kept(word) is not None
