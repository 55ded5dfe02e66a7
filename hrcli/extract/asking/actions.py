"""The things asked for: from the word after a cue to actions, one for each coordinated verb or noun."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from hrcli.extract.asking.demandcues import asking, is_agent_noun, wordset
from hrcli.extract.trees import FINITE, NEGATIONS, NOUNS, PHRASE_LIMIT, is_noun, is_owning, noun_run

ADVERB_LIMIT = 16
LIGHT = {"be", "get"}
NOBODY = {"no", "nobody", "none", "neither"}
MISTAGGED = {"NN", "JJ", "JJS", "JJR"}
SAME_IN_PAST = {"set", "put", "let", "cut", "read", "shut", "cost", "hit", "beat", "cast", "spread", "found", "bound"}
WEIGHED = {"whether", "how", "what", "where", "when", "who", "whom"}
RELATIVES = {"WDT", "WP", "WP$", "WRB"}


@dataclass(slots=True)
class Action:
    """What is to be done: tokens `start:end` with its head; `subject_from` is where its own subject begins, if it has one.

    `verb` says that the head is a verb, whatever its tag.
    """

    start: int
    head: int
    end: int
    negated: bool = False
    passive: bool = False
    subject_from: int | None = None
    nested: bool = False
    verb: bool = False


def is_base(token: Token, *, sure: bool = False) -> bool:
    """True for a verb in its base form; `sure` says that the place asks for one, so that a mistagged verb is believed."""
    if token.tag_ == "VB" or (token.tag_ == "VBP" and sure):
        return True
    return sure and token.lower_ in wordset("imperatives") and token.tag_ not in {"VBZ", "VBD", "VBG", "IN"}


def predicate(doc: Doc, at: int, end: int, *, sure: bool = False) -> Action | None:
    """The base-form predicate that begins at or after token `at`, past adverbs, negations and asides; None where there is none."""
    negated = False
    for token in doc[at : min(end, at + ADVERB_LIMIT)]:
        if token.lower_ in NEGATIONS:
            negated = True
        elif (is_base(token, sure=sure and token.i - at < 4) or _is_after_modal(doc, at, token)) and not _in_aside(doc, at, token.i):
            return completed(token, end, negated)
        elif token.tag_ in FINITE or token.text in {";", ":"} or (token.is_space and "\n\n" in token.text):
            return None
    return None


def _is_after_modal(doc: Doc, at: int, token: Token) -> bool:
    """True for a "participle" right behind a modal: only a base form can stand there."""
    return token.tag_ == "VBN" and token.i - at < 2 and at > 0 and doc[at - 1].tag_ == "MD"


def _in_aside(doc: Doc, start: int, at: int) -> bool:
    """True where an aside ("in order to protect") opens before the token and needs a verb of its own."""
    return at > start and doc[at - 1].lower_ == "to"


def completed(verb: Token, end: int, negated: bool) -> Action | None:
    """The action of a base-form verb: of its participle where it is passive; None for "have been" and its like."""
    doc = verb.doc
    after = _after_adverbs(doc, verb.i + 1, end)
    if verb.lower_ == "have" and after is not None and after.tag_ in {"VBN", "VBD"}:
        return None
    if (
        (verb.lower_ in LIGHT or verb.lower_ in {"is", "are"})
        and after is not None
        and (after.tag_ in {"VBN", "VBD"} or (after.tag_ == "JJ" and after.lower_.endswith("ed")))
    ):
        return Action(verb.i, after.i, end, negated, passive=True)
    return Action(verb.i, verb.i, end, negated)


def _after_adverbs(doc: Doc, at: int, end: int) -> Token | None:
    for token in doc[at:end]:
        if token.pos_ not in {"ADV", "SPACE", "CCONJ"} and token.tag_ not in {"RB", "RBR"} and token.text != ",":
            return token
    return None


def infinitive(doc: Doc, at: int, end: int, *, stop: frozenset[str] = frozenset()) -> tuple[int, Action] | None:
    """The first "to do" from token `at` on, with the index where it begins ("not" before it included).

    Stops at a finite verb outside a relative clause, at a semicolon, and at any of the words `stop`.
    """
    relative, clause = False, at
    for token in doc[at : min(end, at + PHRASE_LIMIT)]:
        if token.i < clause:
            continue
        if token.text == "," and (clause := _past_relative(doc, token.i, end)) > token.i:
            continue
        if token.lower_ == "to" and token.i > at and doc[token.i - 1].lower_ in WEIGHED:
            return None  # "tell me whether to wait", "show them how to vote"
        if token.lower_ == "to" and token.i + 1 < end and (found := _to(doc, token.i, end)):
            return found
        if token.tag_ in {"WDT", "WP"}:
            relative = True
        elif token.tag_ in FINITE or token.tag_ == "VBP":
            if not relative:
                return None
            relative = False
        elif (
            token.text in {";", "”"}
            or (token.lower_ in stop and not _in_name(doc, token.i))
            or (token.is_space and "\n\n" in token.text)
            or (token.tag_ == "IN" and token.lower_ == "that")
            or (token.tag_ == "VBG" and doc[token.i - 1].lower_ in {"and", ","})
        ):
            return None
    return None


def _past_relative(doc: Doc, comma: int, end: int) -> int:
    """Where a relative clause between commas ends ("the League, which meets soon, to"), if an infinitive follows; else its start."""
    if not any(t.tag_ in RELATIVES for t in doc[comma + 1 : min(comma + 4, end)]):
        return comma
    for i in range(comma + 2, min(end - 2, comma + PHRASE_LIMIT)):
        if doc[i].text in {";", "."}:
            return comma
        at = i + 1
        while at < end - 1 and (doc[at].tag_ == "RB" or doc[at].lower_ in NEGATIONS):
            at += 1
        if doc[i].text == "," and doc[at].lower_ == "to" and at + 1 < end and doc[at + 1].tag_ in {"VB", "VBP", "NN", "JJ", "RB"}:
            return i
    return comma


def _in_name(doc: Doc, at: int) -> bool:
    """True for the "for" of "High Commissioner for Refugees"."""
    return 0 < at < len(doc) - 1 and doc[at - 1].tag_ in {"NNP", "NNPS"} and doc[at + 1].text[0].isupper()


def _to(doc: Doc, to: int, end: int) -> tuple[int, Action] | None:
    if to + 2 < end and doc[to - 1].tag_ == "VBN" and doc[to - 1].lower_ in asking("verb") and doc[to + 1].tag_ in MISTAGGED:
        return to, Action(to + 1, to + 1, end, verb=True)  # behind "are urged to" only a verb can stand
    action = predicate(doc, to + 1, min(end, to + 8), sure=True)
    if action is None and doc[to - 1].lower_ in NEGATIONS and doc[to + 1].tag_ == "NN":
        action = Action(to + 1, to + 1, end)  # behind "not to" only a verb can stand
    if action is None or any(t.tag_ in NOUNS or t.tag_ in {"DT", "PRP$", "CD", "PRP"} for t in doc[to + 1 : action.start]):
        return None
    before = doc[to - 1]
    action.negated = action.negated or before.lower_ in NEGATIONS
    action.end = end
    return (to - 1 if before.lower_ in NEGATIONS else to), action


def subjunctive(doc: Doc, at: int, end: int, *, indicative: bool = False) -> Action | None:
    """The base-form predicate of a "that" clause or a bare one ("that they be freed"); None where its verb is finite or modal.

    With `indicative` also a passive in the present ("demanding that she is given access"), as British English has it.
    """
    relative = negated = False
    for token in doc[at : min(end, at + PHRASE_LIMIT)]:
        if token.tag_ in {"WDT", "WP"}:
            relative = True
        elif token.lower_ in NEGATIONS:
            negated = True
        elif (token.tag_ in FINITE and (relative or not _is_no_past(token))) or (
            token.tag_ == "VBP" and (relative or token.lower_ != token.lemma_)
        ):
            if not relative:
                action = completed(token, end, negated) if indicative and token.lower_ in {"is", "are"} else None
                return action if action and action.passive else None
            relative = False
        elif is_base(token) or token.tag_ == "VBP" or token.lower_ in wordset("refrain") or _is_mistagged(token) or _is_no_past(token):
            if doc[token.i - 1].lower_ == "to" or token.i == at:
                continue
            action = completed(token, end, negated or doc[at].lower_ in NOBODY)
            if action:
                action.subject_from = at
            return action
    return None


def _is_no_past(token: Token) -> bool:
    """True for a base form that is no past and is tagged as one: "demanded that the office withdraw what it called"."""
    return token.tag_ == "VBD" and token.lower_ in wordset("imperatives") and token.lower_ not in SAME_IN_PAST


def _is_mistagged(token: Token) -> bool:
    """True for a verb of demands that the tagger takes for a noun and the parser for the head of a clause."""
    return (
        token.lower_ in wordset("imperatives")
        and token.tag_ in {"NN", "JJ"}
        and (token.dep_ in {"ccomp", "acl:relcl", "parataxis"} or (token.i + 1 < len(token.doc) and _is_verbs(token)))
    )


def _is_verbs(token: Token) -> bool:
    """True where a seeming noun has a verb's neighbours: a name before it and a particle or object behind it ("Ali step down")."""
    after = token.nbor()
    before = token.nbor(-1) if token.i else token
    named = before.tag_ in {"NNP", "NNPS", "NNS", "PRP"} and after.tag_ in {"RP", "RB"}
    asked = before.tag_ in NOUNS and is_agent_noun(before) and after.tag_ in NOUNS  # "that the government free activists"
    return after.tag_ in FINITE or named or asked or (before.tag_ in NOUNS | {"PRP"} and after.tag_ in {"DT", "PRP", "PRP$"})


def noun_action(doc: Doc, at: int, end: int) -> Action | None:
    """The action of a noun phrase ("an independent inquiry into ..."), starting after articles and words of manner."""
    head = _measured(doc, noun_run(doc, at, end), end)
    if head is None or not is_noun(head) or head.lower_ in wordset("no_action") or head.ent_type_ in {"PERSON", "GPE", "DATE", "ORG"}:
        return None
    owner = next((t.i for t in doc[at : head.i] if t.tag_ == "PRP$" or is_owning(t)), None)
    if owner is not None:
        return Action(owner if doc[owner].tag_ == "PRP$" else at, head.i, end)
    start = head.i
    while (
        start > at
        and (doc[start - 1].tag_ in NOUNS | {"JJ", "JJR", "HYPH"} or (doc[start].tag_ == "HYPH" and doc[start - 1].tag_ == "CD"))
        and doc[start - 1].lower_ not in wordset("manner")
    ):
        start -= 1
    if start > at and doc[start].tag_ == "HYPH":
        start += 1
    return Action(start, head.i, end)


def _measured(doc: Doc, head: Token | None, end: int) -> Token | None:
    """What a noun measures ("two days of civil disobedience"), None where it only measures; else the noun itself."""
    if head is None or head.tag_ not in {"NN", "NNS"} or head.lemma_.lower() not in wordset("measures"):
        return head
    return noun_run(doc, head.i + 2, end) if head.i + 2 < end and doc[head.i + 1].lower_ == "of" else None


def is_noun_phrase(doc: Doc, at: int, end: int) -> bool:
    """True where a seeming imperative is a noun: "Release of prisoners", "Support grows", "Follow-up procedure"."""
    after = doc[at + 1] if at + 1 < end else None
    if after is not None and doc[at].lower_ == "free" and after.lower_ in {"of", "from"}:
        return True
    return (
        after is None
        or after.text == "-"
        or _is_act(doc, at, end)
        or (doc[at].tag_ in {"NN", "NNP"} and (after.lower_ in {"of", "by"} or after.tag_ in FINITE))
    )


def _is_act(doc: Doc, at: int, end: int) -> bool:
    """True for "Arrest and pre-trial detention of a farmer": nouns that "and" joins, whose phrase an "of" goes on."""
    if at + 3 >= end or doc[at + 1].lower_ != "and":
        return False
    other = noun_run(doc, at + 2, end)
    return other is not None and other.i + 1 < end and doc[other.i + 1].lower_ == "of" and doc[at + 2].tag_ in NOUNS | {"JJ", "AFX", "HYPH"}
