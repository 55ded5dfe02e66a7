"""Which way from the writing a bare day or month lies: what the words around it and the tense of its clause allow."""

from __future__ import annotations

import re

from spacy.tokens import Span, Token

from hrcli.extract.dating import tense
from hrcli.extract.dating.almanac import Direction
from hrcli.extract.dating.timewords import words
from hrcli.extract.events import tells_of_deed

DESCRIBES = ("amod", "acl", "compound", "advmod")
BEGINS = ("on", "from", "in")
PLACED = ("in", "on")
LATER = ("off", "back", "over")
UNTIL = ("until", "till", "through")


def of(span: Span, *, whole_month: bool) -> Direction | None:
    """Whether the clause places the expression behind or ahead of the writing; None where it does not say."""
    cue = _cue(span)
    verb = tense.governor(span)
    if cue == "since" or tells_of_deed(span) or (cue in BEGINS and _is_reaction(verb, span)):
        return "past"
    aside = _is_aside(span.root, verb)
    if _points_ahead(span, cue, verb, aside=aside):
        return "future"
    found = "past" if verb is not None and _had(verb) else tense.clause_view(verb)
    if aside and cue in PLACED and found == "past" and span.root.head.pos_ == "PROPN" and span.root.dep_ == "nmod":
        aside = False  # "at its session in Geneva in May, the Council asked"
    if aside and cue != "by" and (found != "future" or verb is None or verb == span.root.head or tense.is_infinitive(verb)):
        return None
    if found == "past":
        return _behind(span, cue, verb, whole_month=whole_month)
    told = found == "present" and _is_adverbial(span.root, verb) and _closed(span.sent)
    return "future" if found == "future" or told or cue in ("by", *UNTIL) else None


def _points_ahead(span: Span, cue: str, verb: Token | None, *, aside: bool) -> bool:
    """Whether words beside the expression say that it lies ahead, whatever the tense: "effective May 1", "postponed until June"."""
    if cue in words().ahead_before or (aside and cue in UNTIL) or _is_heralded(span, cue, verb):
        return True
    if any(child.dep_ in DESCRIBES and tense.among(child, words().ahead) for child in span.root.head.children):
        return True
    if verb is None or aside:
        return False
    if cue in UNTIL and any(child.lower_ in ("has", "have") for child in verb.children):
        return tense.clause_view(verb) == "past"
    puts_off = cue in (*UNTIL, "to", "for") and (tense.among(verb, words().puts_off) or _moves(verb))
    return puts_off or (verb.i < span.start - 2 and tense.among(verb, words().schedules))


def _moves(verb: Token) -> bool:
    """Whether a verb with its particle means to postpone: "put off to Monday", "pushed back to May"."""
    return any(child.lower_ in LATER for child in verb.children)


def _is_reaction(verb: Token | None, span: Span) -> bool:
    """Whether a date is that of what somebody welcomes or condemns, and not of a hearing or a vote that may be to come."""
    if verb is None or verb.i >= span.start or not _reacts(verb):
        return False
    return not any(token.lower_ in words().appointed for token in span.doc[verb.i : span.start])


def _reacts(verb: Token) -> bool:
    """Whether a verb says in the present what somebody makes of a thing that has happened."""
    return (tense.among(verb, words().reactions) and tense.view(verb) in ("present", None)) or _is_moved(verb)


def _is_moved(verb: Token) -> bool:
    """Whether a participle does so: "we are alarmed by the arrest on 4 May"."""
    moved = verb.tag_ in ("VBN", "JJ") and tense.among(verb, words().reactions)
    return moved and any(child.tag_ in ("VBP", "VBZ") for child in verb.children)


def _is_heralded(span: Span, cue: str, verb: Token | None) -> bool:
    """Whether something called for or announced begins then: "called for a strike, starting on Friday"."""
    if cue not in BEGINS or verb is None or span.start < 2 or span.doc[span.start - 2].lower_ not in words().ahead_before:
        return False
    above = (verb, *verb.ancestors)
    return any(tense.among(each, words().calls | words().schedules | words().heralds) for each in above)


def _had(verb: Token) -> bool:
    """Whether what was planned had been so before what the text tells of: "had been due to open on Friday"."""
    planned = (verb, verb.head) if tense.is_infinitive(verb) else (verb,)
    return any(child.lower_ == "had" for each in planned for child in each.children)


def _behind(span: Span, cue: str, verb: Token | None, *, whole_month: bool) -> Direction | None:
    """Whether a date in a clause that tells of the past lies in it; what was owed by then, or is to be done, may lie ahead."""
    if cue in ("by", *UNTIL) or verb is None or (tense.is_infinitive(verb) and not _had(verb)):
        return None
    return "past" if whole_month or _is_adverbial(span.root, verb) else None


def _cue(span: Span) -> str:
    """The word right before an expression in its sentence, in lower case."""
    first = span.doc[span.start]
    return first.nbor(-1).lower_ if first.i and not first.is_sent_start else ""


def _is_adverbial(root: Token, verb: Token | None) -> bool:
    """Whether an expression says when its clause comes about, and does not hang on an adjective in it ("effective May 1")."""
    if root.head.pos_ == "ADJ" and root.head != verb:
        return False
    return root.dep_.startswith(("obl", "advmod", "nmod:unmarked", "ROOT")) or root.head.pos_ == "VERB"


def _is_aside(root: Token, verb: Token | None) -> bool:
    """Whether an expression dates a noun and not the clause: "a June agreement", "Friday's ruling", "a cut of the oil sold in May"."""
    noun = root.head
    if root.dep_ in ("compound", "nmod:poss", "nummod", "amod"):
        return True
    deep = noun.head != verb or noun.dep_.startswith("nsubj")
    return root.dep_ == "nmod" and noun.pos_ in ("NOUN", "PROPN") and noun != verb and deep


def _closed(sentence: Span) -> bool:
    """Whether a sentence ends as sentences do; a headline does not, and its present tense means the past."""
    return bool(re.search(r"[.!?;:,][\"'”’)\]]*\s*$", sentence.text))
