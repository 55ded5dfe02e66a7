"""Codes: what each demand is about, so that demands can be counted and compared: themes, category of action, CAMEO.

The words that suffice for a theme count first (lexicon/themes.toml), then what the classifier is sure of. Where neither is, a code
stays empty.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.language import Language
from spacy.tokens import Doc

from hrcli import coding
from hrcli.extract.asking import cameo
from hrcli.extract.asking.actions import LIGHT
from hrcli.extract.asking.codewords import category_of, cues, theme_of
from hrcli.extract.findings import Codes, DemandFinding
from hrcli.extract.naming.page import page_of
from hrcli.records import Force, Polarity

SURE = 0.85  # of an issue, by itself
CERTAIN = 0.75  # of a category
LONGEST = 400  # characters of an action that are looked at


@Language.component("hrcli_codes", requires=["doc._.demands"], assigns=["doc._.codes"])
def codes(doc: Doc) -> Doc:
    """Put on the Doc the codes of its demands, parallel to them."""
    doc._.codes = find(doc, doc._.demands) if doc._.demands else []
    return doc


def find(doc: Doc, demands: Sequence[DemandFinding]) -> list[Codes]:
    """The codes of some demands of the text."""
    page = page_of(doc)
    actions = [page.line(_opening(doc, each), each.end)[:LONGEST] for each in demands]
    guesses = coding.guess(actions)
    return [
        coded(action, doc[each.head].lemma_.lower(), guess, polarity=each.polarity, force=each.force)
        for action, each, guess in zip(actions, demands, guesses, strict=True)
    ]


def _opening(doc: Doc, demand: DemandFinding) -> int:
    """Where the action's own words begin: of "be released" with the participle, as the classifier knows actions by their first verb."""
    return demand.head if doc[demand.start].lemma_.lower() in LIGHT else demand.start


def coded(action: str, head: str, guess: coding.Guess, *, polarity: Polarity, force: Force) -> Codes:
    """The codes of one action, of which the classifier makes this guess."""
    return Codes(
        themes=themes(action, guess.issues),
        category=guess.category if guess.certainty >= CERTAIN else category_of().get(head),
        cameo=cameo.code(head, action, polarity=polarity, force=force),
    )


def themes(action: str, issues: dict[str, float]) -> list[str]:
    """The themes of an action by its words and by the issues that it is likely to be about, in the order of their codes."""
    found = {theme.name for pattern, theme in cues() if pattern.search(action)}
    found |= {theme_of()[issue].name for issue, likely in issues.items() if likely >= SURE and issue in theme_of()}
    return sorted(found)
