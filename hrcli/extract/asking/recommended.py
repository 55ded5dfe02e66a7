"""Recommendations that states make to one another ("Ratify the treaty (Spain, Peru);"): who makes one, and what it asks for."""

from __future__ import annotations

from spacy.tokens import Doc, Span, Token

from hrcli.extract.asking import pieces
from hrcli.extract.asking.actions import Action, noun_action, subjunctive
from hrcli.extract.asking.coordination import coordinated
from hrcli.extract.asking.demandcues import wordset
from hrcli.extract.naming.gazetteer import joint_names, scan
from hrcli.extract.trees import FINITE

OPENERS = {"to", "also", "further", "that"}


def states(text: str) -> list[str]:
    """The states in the brackets that close an item; [] where the first is no state's name (a photographer's, for instance)."""
    found = pieces.states_in_brackets(text, joint_names()) if "(" in text else []
    found = [name for name in found if _is_known(name) or not name.isupper()]  # "(OPCAT) (Fiji)": an abbreviation is no state
    return found if found and _is_known(found[0]) else []


def _is_known(name: str) -> bool:
    return any(known.code for _, _, known in scan(name.replace("&", "and")))


def actions(doc: Doc, span: Span) -> list[Action]:
    """The actions of an item that states recommend, whatever the tagger makes of its first word: a verb, a noun ("Training of judges")."""
    at = next((t.i for t in span if t.is_alpha and t.tag_ != "RB" and t.lower_ not in OPENERS), None)
    if at is None:
        return []
    if _is_verb(doc[at]):
        return coordinated(doc, Action(at, at, span.end, verb=True), span.end, to=True)
    if (passive := subjunctive(doc, at, span.end)) is not None and passive.passive:
        return [passive]
    named = None if tells(span) else noun_action(doc, at, span.end)
    return [named] if named is not None else []


def _is_verb(token: Token) -> bool:
    """True for a word that opens a recommendation and is a verb by its tag, by the vocabulary, by its ending, or by what follows."""
    if token.tag_ in {"VB", "VBP"} or token.lower_ in wordset("imperatives") or token.lower_.endswith(tuple(wordset("base_endings"))):
        return True
    return token.tag_ in {"NN", "NNP", "JJ"} and token.i + 1 < len(token.doc) and token.nbor().tag_ in {"DT", "PRP$", "RB", "RP"}


def tells(span: Span) -> bool:
    """True for a sentence of prose: it has a finite verb."""
    return any(t.tag_ in FINITE for t in span)
