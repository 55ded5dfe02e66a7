"""Who tells without a verb of saying in the active: "she was told by the police that ...", "in the words of Ana Lee: ..."."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from hrcli.extract.trees import STOPS, noun_run

SPAN = 25  # words before a colon among which it is told whose words follow
REACH = 8  # words behind the verb among which "that" or "by" stands


def is_told(token: Token) -> bool:
    """True for the passive of telling with what is told: "she was told that", "he was called in by the police and told that"."""
    at = token.i + 1
    while at < len(token.doc) and token.doc[at].lower_ not in {"that", ",", ".", ";"} and at - token.i < REACH:
        at += 1
    if (
        token.lower_ not in {"told", "informed", "warned", "advised", "notified"}
        or token.tag_ not in {"VBN", "VBD"}
        or at >= len(token.doc)
    ):
        return False
    if token.doc[at].lower_ != "that" or (token.doc[at].tag_ == "WDT" and token.doc[at].nbor().tag_ != "PRP"):
        return False
    return _passive(token) or (token.dep_ == "conj" and at == token.i + 1 and _passive(token.head))


def _passive(verb: Token) -> bool:
    return any(t.lemma_ == "be" for t in verb.doc[max(0, verb.i - 3) : verb.i]) and verb.tag_ in {"VBN", "VBD"}


def teller(verb: Token) -> Token | None:
    """Who tells: the one behind the "by" of a passive, or of the passive that it is joined to."""
    first = verb if _passive(verb) else verb.head
    by = next((t.i for t in verb.doc[first.i + 1 : first.i + REACH] if t.lower_ == "by"), None)
    return noun_run(verb.doc, by + 1, by + 1 + REACH) if by is not None else None


def viewer(noun: Token) -> Token | None:
    """Whose view a sentence gives: "in her view", "in the union's opinion"."""
    if noun.lower_ not in {"view", "opinion", "eyes", "judgment"} or noun.i < 2:
        return None
    before = noun.nbor(-1)
    if before.tag_ == "PRP$" and noun.nbor(-2).lower_ == "in":
        return before
    opened = any(t.lower_ == "in" for t in noun.doc[max(0, noun.i - SPAN // 3) : noun.i - 1])
    return noun.nbor(-2) if before.tag_ == "POS" and opened else None


def words_of(doc: Doc, colon: int) -> tuple[int | None, Token | None]:
    """Whose words a colon introduces: "In the words of Ana Lee: “...”", "According to the nuns: “...”"."""
    for token in reversed(doc[max(0, colon - SPAN) : colon]):
        if token.is_space or token.text in STOPS:
            break
        if (token.lower_ == "of" and token.nbor(-1).lower_ == "words") or (token.lower_ == "to" and token.nbor(-1).lower_ == "according"):
            return token.i - 1, noun_run(doc, token.i + 1, colon)
    return None, None


def is_compared(doc: Doc, cue: Token, start: int) -> bool:
    """True for ", as the union asked it to do": a comparison within a sentence reports nothing of what goes on behind it."""
    mark = next((t for t in reversed(doc[max(start + 1, cue.i - REACH) : cue.i]) if t.lower_ == "as" or t.text == ","), None)
    return (
        mark is not None and mark.lower_ == "as" and doc[mark.i - 1].text == "," and any(t.text == "," for t in doc[cue.i : cue.sent.end])
    )
