"""What codes mean in words: the shapes of lexicon/themes.toml, cameo.toml and categories.toml, compiled once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from hrcli import lexicon
from hrcli.lexicon import Entry


class Theme(Entry, kw_only=True):
    """A theme of the UHRI index, the UPR Info issues coded under it, and the words that suffice for it."""

    code: str
    label: str
    issues: list[str]
    cues: list[str]
    examples: list[str]

    @property
    def name(self) -> str:
        """The code with its label, as records have it."""
        return f"{self.code} {self.label}"


class Themes(Entry, kw_only=True):
    """The whole of lexicon/themes.toml."""

    unmapped: list[str]
    theme: list[Theme]


class Rule(Entry, kw_only=True):
    """A kind of appeal of the CAMEO manual: its digits behind 02 or 10, and how to tell it."""

    digits: str
    label: str
    heads: list[str] = []
    objects: list[str] = []
    words: list[str] = []
    barred: list[str] = []
    refrain: bool = False
    examples: list[str]


class Cameo(Entry, kw_only=True):
    """The whole of lexicon/cameo.toml."""

    rule: list[Rule]


class Category(Entry, kw_only=True):
    """One of UPR Info's categories of action, and the verbs that it begins with."""

    number: int
    heads: list[str]
    examples: list[str]


class Categories(Entry, kw_only=True):
    """The whole of lexicon/categories.toml."""

    category: list[Category]


def themes() -> Themes:
    """The themes."""
    loaded: Themes = lexicon.load("themes", Themes)
    return loaded


def rules() -> list[Rule]:
    """The rules of CAMEO in the order in which they count."""
    loaded: Cameo = lexicon.load("cameo", Cameo)
    return loaded.rule


@cache
def category_of() -> dict[str, int]:
    """The category that a head stands for by itself."""
    loaded: Categories = lexicon.load("categories", Categories)
    return {head: each.number for each in loaded.category for head in each.heads}


@cache
def theme_of() -> dict[str, Theme]:
    """The theme that each issue of UPR Info is coded under."""
    return {issue: theme for theme in themes().theme for issue in theme.issues}


@cache
def cues() -> list[tuple[re.Pattern[str], Theme]]:
    """Each theme with the pattern of its cues."""
    return [(pattern(theme.cues), theme) for theme in themes().theme if theme.cues]


def pattern(phrases: Sequence[str]) -> re.Pattern[str]:
    """One pattern for any of some phrases, from the start of a word on."""
    return re.compile(rf"\b(?:{'|'.join(phrases)})", re.IGNORECASE)
