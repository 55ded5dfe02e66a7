"""Clauses with "must", "should", "ought to", "needs to", "has to": what is to be done, and who is to do it."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from hrcli.extract.asking import focus, pieces
from hrcli.extract.asking.actions import NOBODY, Action, infinitive, predicate
from hrcli.extract.asking.claims import Claim, is_agent, reach
from hrcli.extract.asking.coordination import coordinated
from hrcli.extract.asking.demandcues import Modal, asking_at, modals, spelled, wordset
from hrcli.extract.asking.parties import ORGANIZED, fits, publisher, spoken_of
from hrcli.extract.asking.phrases import is_pseudo
from hrcli.extract.asking.speechwords import saying
from hrcli.extract.findings import is_quoted, text_of
from hrcli.extract.speakers import around
from hrcli.extract.trees import FINITE, NEGATIONS, NOUNS, chain, conjuncts, noun_before, noun_run, subject
from hrcli.extract.wordids import lowers, number

QUESTION_WORDS = {"whether", "how", "why", "what", "when", "where", "which", "if", "unless"}
SPEAKERS = {"i", "we"}
TO = number("to")
ASIDES = {",", "–", "—"}
PENDING = {"yet", "still", "only", "merely"}  # "has yet to appear", "has only to ask"
AUXILIARIES = {
    "should",
    "must",
    "ought",
    "shall",
    "will",
    "would",
    "may",
    "might",
    "do",
    "does",
    "did",
    "can",
    "could",
    "'ll",
    "not",
    "n't",
    "n’t",
    "never",
}


def find(doc: Doc, start: int, end: int, cues: list[int]) -> Iterator[Claim]:
    """The claims of the modals among the `cues` in the sentence `start:end`."""
    for token in map(doc.__getitem__, cues):
        entry = modals().get(token.lower_)
        if entry and (claim := _claim(doc, token, entry, (start, end))) and not is_pseudo(doc, token.i, start, end):
            yield claim


def _claim(doc: Doc, token: Token, entry: Modal, sentence: tuple[int, int]) -> Claim | None:
    start, end = sentence[0], reach(doc, token.i, sentence[1])
    action = _needed(doc, token, end) if entry.to else predicate(doc, token.i + 1, end, sure=True)
    by = (_behind(doc, token, action) or _subject(doc, doc[token.i - bool(entry.after)], doc[action.head], start)) if action else None
    if action is None or (entry.told and not _is_told(doc, token, action, by)):
        return None
    if entry.after and (doc[token.i - 1].lower_ not in entry.after or action.start != token.i + 1 + action.negated):
        return None
    if action is None or (by is None and not action.passive) or _is_void(doc, token, by, start) or _is_spelled(doc, action):
        return None
    if _is_expected(doc, token, by, action, end) or (by is not None and not action.passive and _is_speaker(doc, by)):
        return None
    claim = Claim(token.i, entry.word, entry.force, [], sentence, own=True)
    asked = _asked_passively(doc, action, end)
    claim.actions = coordinated(doc, asked or action, end, to=entry.to or asked is not None)
    for more in claim.actions if not asked and by is not None and _is_negative(doc, by, start) else ():
        more.negated = True
    if by is not None and by.i > token.i:
        action.negated = True
    if by is not None and _is_doubted(doc, by, start):
        action.negated = not action.negated
    if action.passive and not asked and (doer := _agent(doc, action, end)) is not None:
        claim.to = [doer]
    free = not action.passive and not _is_let(doc, action)
    if by is not None and (is_agent(by) or _goes_on(doc, by, token)) and (asked or free) and not _is_victim(doc, by, doc[action.head]):
        claim.to = _together(by, start, token.i)
    action.subject_from = by.i if by is not None else None
    return claim


def _is_told(doc: Doc, modal: Token, action: Action, by: Token | None) -> bool:
    """True for what somebody says "had to be done", or what a state or body "had to" do."""
    actor = doc._.referents.get(by.i) if by is not None and by.tag_ in NOUNS else None
    return (action.passive or (actor is not None and actor.type in ORGANIZED)) and bool(around(doc, modal.i))


def _is_let(doc: Doc, action: Action) -> bool:
    """True for "have to pay", "be able to speak": what is asked is that others let them, or spare them."""
    after = [t.lower_ for t in doc[action.head + 1 : action.head + 3]]
    head = doc[action.head].lemma_.lower()
    return (head == "have" and after[:1] == ["to"]) or (head == "be" and after[:1] in (["able"], ["free"]) and after[1:] == ["to"])


def _agent(doc: Doc, action: Action, end: int) -> Token | None:
    """Who is to do what a passive asks: the one behind its "by" ("must be paid by the state")."""
    by = next((t.i for t in doc[action.head + 1 : min(end, action.head + 3)] if t.lower_ == "by"), None)
    found = noun_run(doc, by + 1, end) if by is not None else None
    return found if found is not None and is_agent(found) else None


def _goes_on(doc: Doc, by: Token, modal: Token) -> bool:
    """True for "It should ..." where "it" is a body, and for "It should also ...": the one asked before is asked for more."""
    return by.lower_ == "it" and (doc[modal.i + 1].lower_ == "also" or spoken_of(by) is not None)


def _is_victim(doc: Doc, by: Token, head: Token) -> bool:
    """True for the speaker's own kin and one who is held: of "my husband must come home", "he must have a doctor" nothing is asked."""
    if head.lemma_.lower() in wordset("enjoyed") and doc._.referents.get(by.i) in focus.held(doc):
        return True
    return by.lower_ in wordset("relatives") and by.i > 0 and doc[by.i - 1].lower_ in {"my", "our"}


def _together(by: Token, start: int, end: int) -> list[Token]:
    """A subject with those that are coordinated with it: "the Union and its members must"."""
    found = {t.i: t for t in (*chain(by), by, *conjuncts(by, end)) if start <= t.i < end and is_agent(t) and t.tag_ != "PRP"}
    return [found[i] for i in sorted(found)] or [by]


def _needed(doc: Doc, token: Token, end: int) -> Action | None:
    """The infinitive right behind "need", "have", unless they are part of a prediction or a negation ("did not have to")."""
    if TO not in lowers(doc)[token.i + 1 : token.i + 6]:
        return None
    if token.dep_ == "acl:relcl" or doc[token.i - 1].tag_ in {"WDT", "WP"} or doc[token.i - 1].lower_ == "that":
        return None  # what somebody has to do, told by the way, is a description
    if any(t.lower_ in AUXILIARIES for t in doc[max(0, token.i - 3) : token.i]) or not (
        token.tag_.startswith("V") or token.lower_ == "ought" or _is_verb_after_all(doc, token)
    ):
        return None
    found = infinitive(doc, token.i + 1, min(end, token.i + 6))
    if found is None or any(t.pos_ not in {"ADV", "PART"} or t.lower_ in PENDING for t in doc[token.i + 1 : found[0]]):
        return None
    found[1].end = end
    return found[1]


def _is_verb_after_all(doc: Doc, token: Token) -> bool:
    """True for a "need" taken for a noun behind a plural: "states need to", "those responsible need to"."""
    before = doc[token.i - 1]
    return before.tag_ in {"NNS", "NNPS"} or doc[token.i - 2].lower_ in {"those", "all"}


def _asked_passively(doc: Doc, action: Action, end: int) -> Action | None:
    """The real action of "should be encouraged to talk": to talk."""
    head = doc[action.head]
    entry = asking_at(head) if action.passive and head.tag_ == "VBN" else None
    if entry is None or entry.deed:
        return None
    found = infinitive(doc, action.head + 1, min(end, action.head + 8))
    return found[1] if found else None


def _subject(doc: Doc, modal: Token, head: Token, start: int) -> Token | None:
    """The subject's head: by the tree where it stands before the modal, else the nearest noun phrase before it."""
    shared = _shared(doc, modal, start)
    if shared is not None:
        return _subject(doc, shared, shared.head, start)
    if (first := _before_aside(doc, modal, start)) is not None:
        return first
    found = subject(head, modal.i) or subject(modal, modal.i)
    if found is None or found.i < start:
        found = noun_before(modal, start)
    if found is not None and found.tag_ == "PRP" and found.i > start and _is_object(doc, found):
        return noun_before(doc[found.i - 1], start) or found
    return found if found is None or is_agent(found) else _first_agent(doc, start, modal.i) or found


def _is_object(doc: Doc, pronoun: Token) -> bool:
    """True for the pronoun of "the men that they must free", not for that of "was told by the men that she must leave"."""
    if pronoun.lower_ in {"you", *SPEAKERS} or doc[pronoun.i - 1].lower_ != "that":
        return False
    before = doc[max(0, pronoun.i - 6) : pronoun.i - 1]
    said = (t for t in before if t.lower_ in saying() and t.tag_[:1] == "V")
    return not any(t.i == pronoun.i - 2 or t.nbor().lower_ == "by" for t in said)


def _before_aside(doc: Doc, modal: Token, start: int) -> Token | None:
    """The subject before an aside that tells who speaks: "The world, he told the court, must act"."""
    edge = doc[modal.i - 1]
    opened = next((i for i in range(edge.i - 2, start, -1) if doc[i].text == edge.text), None) if edge.text in ASIDES else None
    told = opened is not None and any(t.lower_ in saying() and t.tag_ in FINITE for t in doc[opened + 1 : edge.i])
    return noun_before(doc[opened], start) if opened is not None and told else None


def _behind(doc: Doc, modal: Token, action: Action) -> Token | None:
    """The subject behind a modal that a negation opens its clause with: "Nor should trade be kept apart"."""
    inverted = modal.i > 0 and doc[modal.i - 1].lower_ in {"nor", "neither"}
    return noun_run(doc, modal.i + 1, action.start) if inverted else None


def _first_agent(doc: Doc, start: int, end: int) -> Token | None:
    """The noun phrase that opens the sentence, where it can act and has only attributes up to the modal ("officials attending talks")."""
    first = noun_run(doc, start, end)
    if first is None or not is_agent(first) or first.i + 1 >= end or doc[first.i + 1].tag_ not in {"VBG", "VBN"}:
        return None
    return None if any(t.tag_ in FINITE or t.text == "," for t in doc[first.i : end]) else first


def _shared(doc: Doc, modal: Token, start: int) -> Token | None:
    """The modal with which this one shares its subject: "must respect us and should not threaten us"."""
    at = modal.i - 1
    while at > start and (doc[at].is_quote or doc[at].is_space or doc[at].pos_ == "ADV"):
        at -= 1
    if doc[at].lower_ not in {"and", "but", "or"}:
        return None
    return next((t for t in reversed(doc[start:at]) if _is_modal(t) and doc[t.i - 1].tag_ not in {"WDT", "WP"}), None)


def _is_modal(token: Token) -> bool:
    """True for "could", "must", "needs to", not for the "has" of "has given"."""
    return token.tag_ == "MD" or (token.lower_ in modals() and token.i + 1 < len(token.doc) and token.nbor().lower_ == "to")


def _is_spelled(doc: Doc, action: Action) -> bool:
    """True for "should include releasing": the gerunds are the actions."""
    return doc[action.head].lemma_ in spelled() and any(t.tag_ == "VBG" for t in doc[action.head + 1 : action.head + 4])


def _is_void(doc: Doc, modal: Token, by: Token | None, start: int) -> bool:
    """True in indirect questions, for what the speakers bind themselves to, and for a relative clause that describes."""
    if by is None:
        return False
    if any(t.lower_ == "whether" for t in doc[start : by.i]):
        return True
    clause = doc[max(start, by.left_edge.i - 2) : by.i + 1]
    if any(t.lower_ in QUESTION_WORDS for t in clause) or by.lower_ in QUESTION_WORDS:
        return True
    if by.lower_ == "you" and modals()[modal.lower_].to:
        return True
    spoken = is_quoted(doc, modal.i)
    if by.lower_ == "i" and not spoken:
        return not any(q.speaker_name and q.speaker_name != publisher(doc).name for q in around(doc, modal.i))
    return by.lower_ in SPEAKERS or (by.lower_ == "you" and not spoken and pieces.salutation(text_of(doc)) is None)


def _is_speaker(doc: Doc, by: Token) -> bool:
    """True for what somebody says that they themselves must do: "the government insists that it has to restore order"."""
    at = by.i - 1 - (doc[by.i - 1].lower_ == "that")
    verb = doc[at] if by.lower_ in {"it", "they", "he", "she"} and at > 0 else None
    if verb is None or verb.lower_ not in saying() or verb.tag_ not in {"VBD", "VBZ", "VBP"}:
        return False
    if is_quoted(doc, by.i):
        return False
    speaker = subject(verb) or noun_before(verb, verb.sent.start)
    if speaker is None or speaker.tag_ not in NOUNS or not fits(by, speaker):
        return False
    meant, told = doc._.referents.get(by.i), doc._.referents.get(speaker.i)
    return meant is told if meant is not None else by.lower_ in {"it", "they"}


def _is_expected(doc: Doc, modal: Token, by: Token | None, action: Action, end: int) -> bool:
    """True for a forecast: "the harvest should recover by autumn", "the fire should be under control by Tuesday"."""
    if modal.lower_ != "should" or action.passive or action.negated or doc[action.head].lemma_.lower() not in wordset("expected"):
        return False
    if by is not None and any(t.lemma_ == "mean" for t in doc[max(0, by.left_edge.i - 2) : by.i]):
        return True  # "that means that she should be home by May"
    thing = by is not None and by.tag_ in NOUNS and not is_agent(by)
    dated = any(action.head < x.start < end and doc[x.start - 1].lower_ in {"by", "in", "within", "until", "on"} for x in doc._.timexes)
    return thing and dated


def _is_doubted(doc: Doc, by: Token, start: int) -> bool:
    """True for "we do not think that they should"."""
    before = doc[max(start, by.left_edge.i - 4) : by.i]
    return any(t.lemma_ in {"think", "believe"} and doc[t.i - 1].lower_ in NEGATIONS for t in before if t.i > 0)


def _is_negative(doc: Doc, by: Token, start: int) -> bool:
    """True for "no State should", "none of this should", "nobody should"."""
    before = doc[max(start, by.i - 3) : by.i + 1]
    return any(t.lower_ in NOBODY for t in before) and not any(t.tag_ == "EX" for t in before)
