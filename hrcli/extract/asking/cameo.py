"""The CAMEO code of an appeal or a demand: the first rule of lexicon/cameo.toml that fits its head and its words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from hrcli.extract.asking.codewords import Rule, pattern, rules
from hrcli.records import Force, Polarity

APPEAL, DEMAND = "02", "10"
FORCEFUL = ("demand", "obligation")


@dataclass(frozen=True, slots=True)
class Kind:
    """A rule with its phrases compiled."""

    digits: str
    refrain: bool
    heads: frozenset[str]
    objects: re.Pattern[str] | None
    words: re.Pattern[str] | None
    barred: re.Pattern[str] | None

    def fits(self, head: str, action: str) -> bool:
        """Whether the action with this head is of the kind."""
        if self.barred and self.barred.search(action):
            return False
        by_head = head in self.heads and (self.objects is None or self.objects.search(action) is not None)
        return by_head or (self.words is not None and self.words.search(action) is not None)


def code(head: str, action: str, *, polarity: Polarity, force: Force) -> str:
    """The code; 020 or 100, an appeal or a demand of whatever kind, where no rule fits."""
    first = DEMAND if force in FORCEFUL else APPEAL
    fitting = (kind for kind in _kinds() if kind.refrain is (polarity == "refrain") and kind.fits(head, action))
    kind = next(fitting, None)
    return first + (kind.digits if kind else "0")


@cache
def _kinds() -> list[Kind]:
    return [_compiled(rule) for rule in rules()]


def _compiled(rule: Rule) -> Kind:
    objects, words, barred = (pattern(phrases) if phrases else None for phrases in (rule.objects, rule.words, rule.barred))
    return Kind(rule.digits, rule.refrain, frozenset(rule.heads), objects, words, barred)
