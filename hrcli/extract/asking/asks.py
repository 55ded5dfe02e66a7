"""Verbs and nouns of asking with what follows them: "urge X to free Y", "a call for an inquiry", "insists that ..."."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from spacy.tokens import Doc, Token

from hrcli.extract.asking.actions import RELATIVES, Action, infinitive, noun_action, subjunctive
from hrcli.extract.asking.claims import Claim, heads, is_agent, reach
from hrcli.extract.asking.coordination import coordinated
from hrcli.extract.asking.demandcues import Asking, asking, asking_at, is_noun_cue, wordset
from hrcli.extract.asking.idle import is_idle
from hrcli.extract.asking.joined import asks_anew, second_infinitive, second_that, things_told, to_be_done
from hrcli.extract.asking.phrases import is_pseudo
from hrcli.extract.trees import FINITE, NOUNS, chain, noun_before, noun_run, subject

ADVERBIALS = 8
CARRIED = {"on", "upon", "to", "with"}
NO_OBJECT = {"to", "on", "for", "by", "with", "in"}


def find(doc: Doc, start: int, end: int, cues: list[int]) -> Iterator[Claim]:
    """The claims of every asking word among the `cues` in the sentence `start:end`."""
    for token in map(doc.__getitem__, cues):
        entry = asking_at(token)
        if entry is None or is_idle(doc, token, entry, start):
            continue
        claim = _claim(doc, token, entry, (start, reach(doc, token.i, end)))
        if claim and not is_pseudo(doc, token.i, start, end):
            claim.sentence = (start, end)
            more = more_asked(doc, entry, claim)
            yield claim
            if more is not None:
                yield more


def _claim(doc: Doc, cue: Token, entry: Asking, sentence: tuple[int, int]) -> Claim | None:
    end = sentence[1]
    at = _past_adverbials(doc, cue.i + 1, end, entry)
    if at >= end:
        return None
    claim = Claim(cue.i, entry.lemma, entry.force, [], sentence)
    return claim if any(read() for read in _readings(doc, at, end, entry, claim)) else None


def _readings(doc: Doc, at: int, end: int, entry: Asking, claim: Claim) -> list[Callable[[], bool]]:
    """The ways to read what follows a cue at token `at`, the likeliest first; each fills the claim and says whether it fits."""
    word = doc[at].lower_
    ways: list[tuple[bool, Callable[[], bool]]] = [
        ("that" in entry.forms, lambda: that_clause(doc, at, end, entry, claim)),
        ((entry.own or _is_called_for(doc[claim.cue])) and word == "to", lambda: asked_to(doc, at, end, entry, claim, "")),
        (word in entry.addressee, lambda: asked_to(doc, at + 1, end, entry, claim, word)),
        (word in entry.noun, lambda: _noun(doc, at + 1, end, claim, word)),
        ("" in entry.addressee, lambda: asked_to(doc, at, end, entry, claim, "")),
        ("done" in entry.forms, lambda: to_be_done(doc, at, end, claim)),
        ("bare" in entry.forms, lambda: _bare(doc, at, end, claim)),
        ("ing" in entry.forms, lambda: _gerund(doc, at, end, claim)),
        ("" in entry.noun and word not in NO_OBJECT and not _asks_whom(doc, at, end, entry), lambda: _noun(doc, at, end, claim, "")),
    ]
    return [way for fits, way in ways if fits]


def _asks_whom(doc: Doc, at: int, end: int, entry: Asking) -> bool:
    """True where the object is one who is asked ("urges the authorities to:"), not a thing asked for."""
    head = noun_run(doc, at, end) if "" in entry.addressee else None
    return head is not None and is_agent(head)


def more_asked(doc: Doc, entry: Asking, claim: Claim) -> Claim | None:
    """The claim of a second one asked: "called on A to do this, and on B to do that"."""
    for token in doc[claim.cue + 2 : claim.sentence[1] - 2]:
        if token.lower_ == "and" and (word := token.nbor().lower_) in entry.addressee and word in CARRIED:
            more = Claim(claim.cue, entry.lemma, entry.force, [], claim.sentence, by=claim.by)
            if asked_to(doc, token.i + 2, claim.sentence[1], entry, more, word):
                claim.actions = [x for x in claim.actions if x.head < token.i]
                for action in claim.actions:
                    action.end = min(action.end, token.i)
                return more
    return None


def _past_adverbials(doc: Doc, at: int, end: int, entry: Asking) -> int:
    """The first token after adverbs, dates and asides between a cue and its complement."""
    preps = {*entry.addressee, *entry.noun, "that", "to"} - {""}
    for i in range(at, min(at + ADVERBIALS, end)):
        token = doc[i]
        if token.lower_ in preps:
            return i
        if not (token.pos_ in {"ADV", "SPACE"} or token.ent_type_ in {"DATE", "TIME"} or token.text in {",", "“", '"', "'", "‘"}):
            return _prepositional(doc, i, end, preps)
    return at


def _prepositional(doc: Doc, stop: int, end: int, preps: set[str]) -> int:
    """Past one phrase with another preposition ("insisted in a letter that"), where the complement's own word follows."""
    if doc[stop].tag_ == "IN" and doc[stop].lower_ not in preps:
        head = noun_run(doc, stop + 1, min(stop + 8, end))
        while head and head.i + 2 < end and doc[head.i + 1].lower_ == "of":
            head = noun_run(doc, head.i + 2, min(head.i + 10, end))
        after = head.i + 1 if head else end
        if after + 3 < end and doc[after].text == "(" and doc[after + 2].text == ")":
            after += 3
        if after < end and doc[after].lower_ in preps:
            return after
    return stop


def that_clause(doc: Doc, at: int, end: int, entry: Asking, claim: Claim) -> bool:
    """Whether a "that" behind the word of asking leads to what is asked ("demanded that X be released"); the claim takes it."""
    if "that" not in entry.forms:
        return False
    mark = at if doc[at].lower_ == "that" else _later_that(doc, at, end)
    if mark is None:
        return False
    if (action := subjunctive(doc, mark + 1, end, indicative="that is" in entry.forms)) is None:
        second_that(doc, claim, mark + 1, end)
        return bool(claim.actions)
    claim.actions = coordinated(doc, action, end, to=False)
    claim.to = _subject_of(doc, action)
    second_that(doc, claim, action.head + 1, end)
    return True


def _later_that(doc: Doc, at: int, end: int) -> int | None:
    """The "that" after an object ("reminds all states that they ...")."""
    head = noun_run(doc, at, end)
    after = head.i + 1 if head else end
    return after if after < end and doc[after].lower_ == "that" else None


def _subject_of(doc: Doc, action: Action) -> list[Token]:
    """Who is to act: the subject of an active "that" clause."""
    if action.passive or action.subject_from is None:
        return []
    found = subject(doc[action.head])
    if found is None or not action.subject_from <= found.i < action.head:
        found = noun_run(doc, action.subject_from, action.head)
    return [found] if found and (found.tag_ not in {"NN", "NNS"} or is_agent(found)) else []


def asked_to(doc: Doc, at: int, end: int, entry: Asking, claim: Claim, prep: str) -> bool:
    """Fill the claim from "X to do", "X for a thing", "X: list"; False where nobody is asked to do anything."""
    stop = frozenset(entry.noun if prep != "for" else ()) - {""}
    found = infinitive(doc, at, _second_for(doc, at, end) if prep == "for" else end, stop=stop)
    if found is None:
        return prep != "for" and _asked_for(doc, at, end, entry, claim)
    edge, action = found
    if not _fits(doc, at, edge, entry, action, prep):
        return False
    passive_cue = edge == at
    action.end = end
    claim.actions = [a for a in coordinated(doc, action, end, to=True) if a is action or not asks_anew(doc, claim.cue, a)]
    claim.to = [] if passive_cue or (action.passive and prep == "for") else heads(doc, at, edge)
    if action.passive and prep == "for":
        action.subject_from = at
    if not passive_cue:
        second_infinitive(doc, claim, end)
    return not passive_cue or _passive(doc, claim) or (entry.own and not claim.passive) or _is_called_for(doc[claim.cue])


def _is_called_for(noun: Token) -> bool:
    """True for "calls to free him", "its petition to close the mine", "the demand to resign"; a single "call to come" rings."""
    if not is_noun_cue(noun):
        return False
    if any(t.lemma_.lower() in wordset("no_action") for t in noun.doc[noun.i + 2 : noun.i + 3]):
        return False  # "a request to comment"
    before = noun.nbor(-1) if noun.i else noun
    several = noun.tag_ != "NN" or noun.lower_ in {"petition", "request", "plea"}
    return (
        several or before.tag_ in {"PRP$", "POS"} or before.lower_ in {"urgent", "joint", "repeated", "renewed", "public", "international"}
    )


def _fits(doc: Doc, at: int, edge: int, entry: Asking, action: Action, prep: str) -> bool:
    """True where `at:edge` can be the one asked by the entry's word to do the action."""
    if not _nominal(doc, at, edge) or (entry.negated_only and not action.negated):
        return False
    needs_agent = entry.agent_only or (prep == "for" and not action.passive)
    if needs_agent and not _is_agent(doc, at, edge):
        return False
    return not prep or noun_run(doc, at, edge) is not None


def _passive(doc: Doc, claim: Claim) -> bool:
    """ "X was urged to do", "X Urged to Do": the subject is asked; "asked to do" asks for oneself."""
    cue = doc[claim.cue]
    selfish = asking_at(cue)
    had = cue.tag_ == "VBN" and any(t.lemma_ == "have" for t in doc[max(0, cue.i - 3) : cue.i]) and doc[cue.i - 1].lower_ != "been"
    passive = (cue.tag_ == "VBN" and not had) or (
        cue.tag_ == "VBD" and (not cue.text.islower() or (selfish is not None and not selfish.selfish))
    )
    if not passive:
        return False
    found = subject(cue) or noun_before(cue, claim.sentence[0])
    claim.to = [found] if found else []
    claim.passive = True
    return not (selfish is not None and selfish.lemma == "tell" and found is not None and found.tag_ == "PRP")


def _asked_for(doc: Doc, at: int, end: int, entry: Asking, claim: Claim) -> bool:
    """ "ask X for Y", "call on X for Y"."""
    head = noun_run(doc, at, end)
    if head is None or head.i + 2 >= end or doc[head.i + 1].lower_ not in set(entry.noun) - {""} or head.lower_ in asking("noun"):
        return False
    if not _noun(doc, head.i + 2, end, claim, "for"):
        return False
    claim.to = [head]
    return True


def _noun(doc: Doc, at: int, end: int, claim: Claim, prep: str) -> bool:
    if prep == "for" and (action := _clause_for(doc, at, end)):
        claim.actions = [action]
        return True
    if prep and doc[at].tag_ == "VBG" and _gerund(doc, at, end, claim):
        return True
    action = noun_action(doc, at, end)
    if action is None:
        return False
    if doc[action.head].lower_ in {"thing", "things"} and (told := things_told(doc, action.head + 1, end)):
        claim.actions = told
        return True
    claim.actions = [action, *_more_nouns(doc, action, end)]
    second_infinitive(doc, claim, end)
    second_that(doc, claim, action.head + 1, end)
    after = action.head + 1
    if after < end and doc[after].lower_ == "from" and (giver := noun_run(doc, after + 1, end)):
        claim.to = [giver]
    return True


def _more_nouns(doc: Doc, first: Action, end: int) -> list[Action]:
    """The nouns coordinated with the first thing asked for: "an inquiry, an amnesty and new elections"."""
    found = []
    for token in doc[first.head + 1 : end]:
        if (
            token.dep_ == "conj"
            and token.tag_ in NOUNS
            and not token.ent_type_
            and not (is_agent(token) and any(t.lower_ in {"a", "an", "of"} for t in doc[token.left_edge.i : token.i]))
            and first.head in {link.i for link in chain(token)}
        ):
            start = token.left_edge.i
            while start < token.i and (doc[start].tag_ in {"CC", "DT"} or not doc[start].is_alpha):
                start += 1
            found.append(Action(start, token.i, end))
    return found


def _clause_for(doc: Doc, at: int, end: int) -> Action | None:
    """ "for the sentence to be annulled": the passive action, where only its subject stands between."""
    found = infinitive(doc, at, _second_for(doc, at, end))
    if found and found[1].passive and _nominal(doc, at, found[0]):
        found[1].end = end
        found[1].subject_from = at
        return found[1]
    return None


def _second_for(doc: Doc, at: int, end: int) -> int:
    """Where a second "and for" begins behind token `at`, else the end: "for the release of X and for the charges to be dropped"."""
    return next((t.i for t in doc[at : end - 1] if t.lower_ == "and" and t.nbor().lower_ == "for"), end)


def _bare(doc: Doc, at: int, end: int, claim: Claim) -> bool:
    """ "demanded the company reinstate them": a clause without "that"."""
    action = subjunctive(doc, at, end)
    if action is None or not _nominal(doc, at, action.start) or any(t.text == "," or t.lower_ == "that" for t in doc[at : action.start]):
        return False
    claim.actions = coordinated(doc, action, end, to=False)
    claim.to = _subject_of(doc, action)
    return True


def _gerund(doc: Doc, at: int, end: int, claim: Claim) -> bool:
    if doc[at].tag_ != "VBG":
        return False
    later = [t for t in doc[at + 1 : end] if t.tag_ == "VBG" and t.dep_ == "conj" and at in {link.i for link in chain(t)}]
    claim.actions = [Action(i, i, end) for i in (at, *(t.i for t in later))]
    return True


def _nominal(doc: Doc, start: int, end: int) -> bool:
    """True where the tokens `start:end` hold no finite verb outside a relative clause."""
    return not any(t.tag_ in FINITE and not _relative(doc, start + (t.tag_ == "MD"), t.i) for t in doc[start:end])


def _relative(doc: Doc, start: int, at: int) -> bool:
    return any(t.tag_ in RELATIVES or t.lower_ == "that" for t in doc[start:at])


def _is_agent(doc: Doc, start: int, end: int) -> bool:
    """True where a phrase names somebody who can be asked: a person, a body, a country, or a noun for such."""
    head = noun_run(doc, start, end)
    return head is not None and is_agent(head)
