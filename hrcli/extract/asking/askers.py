"""Who asks: the publisher in its own voice, the speaker of a quotation, the subject of the verb, the author of the letter."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from hrcli.extract.asking.claims import Claim, is_agent
from hrcli.extract.asking.demandcues import approaching, asking, asking_at, resolving, wordset
from hrcli.extract.asking.doers import asker, refuser
from hrcli.extract.asking.papers import author, is_paper
from hrcli.extract.asking.parties import FIRST_PERSON, NOBODY, Party, called, is_actor, meant, narrator, party, publisher
from hrcli.extract.findings import is_quoted
from hrcli.extract.speakers import around
from hrcli.extract.trees import FINITE, NOUNS, noun_before, noun_run, phrase


@dataclass(slots=True)
class Context:
    """What was found so far and stands in for a pronoun: the last that asked, were asked, and were asked for.

    `you` are those to whom a letter turns aside ("To the king I say: ..."), up to token `until`.
    """

    source: Party = NOBODY
    targets: list[str] = field(default_factory=list)
    people: list[str] = field(default_factory=list)
    you: list[str] = field(default_factory=list)
    until: int = 0


OPENING = 6  # words among which a sentence names the letter that it opens with
NOWHERE = Context()
THIRD = {"them", "him", "her", "it"}


def source(doc: Doc, claim: Claim, context: Context) -> Party:
    """Who asks: the states in brackets, the voice at the cue, or the noun that the asking belongs to."""
    if claim.sources:
        return _states(doc, claim.sources)
    if claim.passive or (claim.name == "slogan" and claim.by is not None):
        return _behind(doc, claim, context)
    if claim.own or _is_plea(doc, claim) or _goes_on(doc, claim) or _is_told_reader(doc, claim):
        return _voice(doc, claim.actions[0].head if claim.own else claim.cue, context)
    head = asker(doc[claim.cue])
    if head is None or (head.i < claim.cue and head.lower_ in asking("verb") and head.tag_ == "NNS"):
        ours = any(t.lower_ == "undersigned" for t in doc[claim.sentence[0] : claim.cue])
        return _voice(doc, claim.cue, context) if ours or _opens(doc, claim) or is_quoted(doc, claim.cue) else NOBODY
    if head.lower_ in FIRST_PERSON or _is_ours(doc, head) or _shares_no_subject(doc, claim, head):
        told = _voice(doc, claim.cue, context)
        return told if told.name or head.tag_ not in NOUNS else party(head)  # "We, residents of Lake Street, demand"
    return _third(head, claim.cue, context) if _can_ask(head) else NOBODY


def _behind(doc: Doc, claim: Claim, context: Context) -> Party:
    """The crowd that chants; who stands behind the "by" of a passive ("was urged by farmers to"), else nobody."""
    by = claim.by
    if by is None and doc[claim.cue + 1].lower_ == "by":
        by = noun_run(doc, claim.cue + 2, claim.sentence[1])
    if by is None and claim.passive and _is_present(doc[claim.cue]):
        told = _voice(doc, claim.cue, context)
        return told if told.name == context.source.name else NOBODY  # the text's own body asks for more: "The state is invited to"
    return _third(by, claim.cue, context) if by is not None and _can_ask(by) else NOBODY


def _is_present(participle: Token) -> bool:
    """True for "is invited", "are requested"."""
    be = next((t for t in reversed(participle.doc[max(0, participle.i - 3) : participle.i]) if t.lemma_ == "be"), None)
    return be is not None and be.lower_ in {"is", "are"}


def _states(doc: Doc, names: list[str]) -> Party:
    """The party of several states that recommend together; the first of them is its organisation."""
    return Party(called(doc, names[0]), ", ".join(names), names[0])


def _can_ask(head: Token) -> bool:
    """True for a name, a pronoun, a writing, or a noun for those who act: a thing asks nobody."""
    return head.tag_ not in {"NN", "NNS"} or _is_title(head) or is_agent(head) or is_paper(head)


def _is_title(head: Token) -> bool:
    """True for a capitalised noun that does not begin its sentence ("the Chairs"), an abbreviation, or "Hundreds of workers"."""
    return head.text[:1].isupper() and (head.i != head.sent.start or (len(head.text) > 1 and head.text.isupper()) or is_actor(head))


def is_idle(doc: Doc, claim: Claim) -> bool:
    """True for a verb of asking that asks nothing of public concern.

    A weak one whose subject is a thing ("laws encourage people to leave"), what an agreement "calls for", what a father asks of his son.
    """
    if claim.actions and all(_is_for_another(doc, action.head) for action in claim.actions):
        return True
    entry = None if claim.own or claim.passive else asking_at(doc[claim.cue])
    if entry is None or entry.lemma != claim.name:
        return False
    head = asker(doc[claim.cue])
    if head is None:
        return False
    lemma = head.lemma_.lower()
    if lemma in wordset("arrangements") and doc[claim.cue].tag_ in FINITE | {"VBP"}:
        return True
    private = lemma in wordset("kin") and bool(claim.to) and all(t.lower_ in {"him", "her", "me"} for t in claim.to)
    return private or (entry.weak and not _can_ask(head))


def _is_for_another(doc: Doc, head: int) -> bool:
    """True for the "do" that stands for another verb: "as the union asked it to do in May", "asked him to do so"."""
    after = doc[head + 1] if head + 1 < len(doc) else None
    return doc[head].lower_ == "do" and (after is None or after.lower_ in {"so", "in", "by", "last", "on", "and"} or after.is_punct)


def _is_ours(doc: Doc, head: Token) -> bool:
    """True for "our members" and for "we, the undersigned organisations"."""
    if head.i > 0 and doc[head.i - 1].lower_ in {"our", "my"}:
        return True
    if any(t.lower_ == "undersigned" for t in doc[max(head.sent.start, head.i - 12) : head.i + 1]):
        return True
    return any(t.lower_ == "we" and t.nbor().text == "," for t in doc[max(0, head.i - 4) : head.i])


def _third(head: Token, cue: int, context: Context) -> Party:
    """The party of a noun or pronoun; for "they" and for a letter, whoever is meant by it or wrote it."""
    who = party(head)
    if who.name is None and head.tag_ in {"PRP", "PRP$"}:
        told = _voice(head.doc, head.i, NOWHERE)
        if told.name and told.name != publisher(head.doc).name:
            return told
        return who if (who := meant(head)).name else context.source
    return _of_paper(head, cue, context) if who.name is None and is_paper(head) else who


def _of_paper(paper: Token, cue: int, context: Context) -> Party:
    """The party in whose name a writing asks: its author, else the speaker whose it is, the last to ask, its own words."""
    writer = author(paper, cue)
    who = NOBODY if writer is None else _third(writer, cue, context) if not is_paper(writer) else NOBODY
    who = who if who.name else _possessor(paper) or context.source
    return who if who.name else Party(None, " ".join(phrase(paper).text.split()))


def _is_plea(doc: Doc, claim: Claim) -> bool:
    """True where the writer asks the reader to ask: "please write to the minister, urging him to ..."."""
    return any(t.lower_ == "please" for t in doc[min(claim.sentence[0], doc[claim.cue].sent.start) : claim.cue])


def _opens(doc: Doc, claim: Claim) -> bool:
    """True for a cue without a subject where one opens the sentence or item: "Urges X to ..., and insists that ..."."""
    first = next((t for t in doc[claim.sentence[0] : claim.cue + 1] if t.is_alpha and len(t) > 1 and t.pos_ not in {"ADV", "CCONJ"}), None)
    return first is None or (first.tag_ != "NNP" and asking_at(first) is not None) or _has_no_subject(doc, claim)


def _has_no_subject(doc: Doc, claim: Claim) -> bool:
    """True for a clause of a resolution: a verb opens its sentence, as in "Reiterates its call on X to ..." and the like."""
    first = next((t for t in doc[claim.sentence[0] : claim.cue + 1] if t.is_alpha and len(t) > 1 and t.tag_ != "RB"), None)
    opened = first is not None and (
        first.tag_ == "VBZ" or first.lower_ in resolving() or (first.tag_ == "NNS" and first.lower_ in asking("verb"))
    )
    return opened and doc[claim.cue].tag_ in NOUNS | {"VBZ"}


def _shares_no_subject(doc: Doc, claim: Claim, head: Token) -> bool:
    """True for "its call" and for a second verb of such a clause, with no other finite verb between: "Condemns X and calls for Y"."""
    if not _has_no_subject(doc, claim):
        return False
    told = [t for t in doc[claim.sentence[0] : claim.cue] if t.tag_ in FINITE]
    return head.lower_ == "its" or (doc[claim.cue].tag_ == "VBZ" and len(told) < 2)


def _is_told_reader(doc: Doc, claim: Claim) -> bool:
    """True where a page tells its readers what to ask of whom: "1. President Lee of Chad, asking him to", "Your minister: ask that he"."""
    cue, start = doc[claim.cue], claim.sentence[0]
    if doc[cue.i - 1].text == ":" and cue.tag_ in {"VB", "VBP"}:
        return True
    before = doc[start : cue.i]
    named = cue.tag_ == "VBG" and doc[cue.i - 1].text == "," and bool(claim.to) and all(t.lower_ in THIRD for t in claim.to)
    return named and not any(t.tag_ in FINITE | {"VBP", "VB"} for t in before)


def _goes_on(doc: Doc, claim: Claim) -> bool:
    """True for a verb right behind a semicolon: "Calls on X to ...; further asks Y to ..."."""
    at = claim.cue - 1
    while at > claim.sentence[0] and (doc[at].tag_ in {"RB", "CC"} or doc[at].is_space):
        at -= 1
    return doc[at].text == ";" and doc[claim.cue].tag_ == "VBZ"


def _possessor(paper: Token) -> Party | None:
    """Whose letter it is: "its letter" in what somebody reports is the speaker's."""
    before = next((t for t in reversed(paper.doc[max(0, paper.i - 4) : paper.i]) if t.tag_ == "PRP$"), None)
    told = _voice(paper.doc, paper.i, NOWHERE) if before is not None else NOBODY
    return told if told.name else None


def _voice(doc: Doc, at: int, context: Context) -> Party:
    """Who speaks at a token: the speaker of the closest quotation around it, else the publisher; nobody where it is not told.

    Words in quotation marks without a known speaker are those of the one who asked last (a letter quoted on).
    """
    every = around(doc, at)
    spoken = [q for q in every if q.speaker_name]
    if every and (inner := min(every, key=lambda q: q.end - q.start)).speaker_name is None and not inner.direct:
        return NOBODY
    if not spoken:
        return context.source if is_quoted(doc, at) else narrator(doc, at)
    nearest = min(spoken, key=lambda q: q.end - q.start)
    return Party(nearest.speaker, nearest.speaker_name, nearest.organization)


def recipients(doc: Doc, claim: Claim) -> list[Token]:
    """To whom the asking goes: "a letter to the king, demanding ...", "a petition addressed to the court", "pressed Chad, asking ..."."""
    if claim.own or claim.passive:
        return []
    if (refused := refuser(doc[claim.cue])) is not None:
        return [refused]
    paper = asker(doc[claim.cue])
    if paper is None or paper.i > claim.cue or not is_paper(paper):
        return _approached(doc, claim) or _written_to(doc, claim)
    to = next((t.i for t in doc[paper.i + 1 : min(paper.i + 6, claim.cue)] if t.lower_ == "to"), None)
    found = noun_run(doc, to + 1, claim.cue) if to is not None else None
    return [found] if found is not None else []


def turned_to(doc: Doc, claim: Claim) -> list[Token]:
    """Whom the "them" behind a participle of asking means: "write to the king, asking him to", "met the nuns, urging them to"."""
    cue = doc[claim.cue]
    them = claim.to[0] if len(claim.to) == 1 and cue.tag_ == "VBG" and not claim.own else None
    if claim.to and claim.to[0].tag_ == "PRP" and doc[cue.i - 1].text == ":" and cue.tag_ in {"VB", "VBP"}:
        named = noun_before(doc[cue.i - 1], claim.sentence[0])
        return [named] if named is not None and is_agent(named) else []
    if them is None or them.lower_ not in THIRD or them.i < cue.i:
        return []
    near = noun_before(cue, cue.sent.start)
    found = _approached(doc, claim) or ([near] if near is not None and is_agent(near) else [])
    plural = {"NNS", "NNPS"} if them.lower_ == "them" else {"NN", "NNP"}
    return [head for head in found if head.tag_ in plural or (them.lower_ == "them" and head.i not in doc._.referents)]


def _written_to(doc: Doc, claim: Claim) -> list[Token]:
    """To whom the letter goes that a sentence of asking opens with: "In a letter to the king, writers asked for ..."."""
    start = claim.sentence[0]
    paper = next((t for t in doc[start : min(start + OPENING, claim.cue)] if is_paper(t)), None)
    if paper is None or paper.nbor().lower_ != "to" or doc[start].lower_ != "in":
        return []
    found = noun_run(doc, paper.i + 2, next((t.i for t in doc[paper.i : claim.cue] if t.text == ","), claim.cue))
    return [found] if found is not None and is_agent(found) else []


def _approached(doc: Doc, claim: Claim) -> list[Token]:
    """Whom a participle of asking asks: the one pressed or written to by the verb before it, with no other finite verb between."""
    start = min(claim.sentence[0], doc[claim.cue].sent.start)
    before = reversed(doc[start : claim.cue]) if doc[claim.cue].tag_ == "VBG" else ()
    verb = next((t for t in before if t.tag_ in FINITE or (t.tag_ in {"VBN", "VB"} and t.lower_ in approaching())), None)
    if verb is None or verb.lower_ not in approaching():
        return []
    at = next((t.i for t in doc[verb.i + 1 : claim.cue] if t.tag_ != "RB" and t.lower_ not in {"to", "with"}), claim.cue)
    found = noun_run(doc, at, next((x.start for x in doc._.timexes if at < x.start < claim.cue), claim.cue))
    return [found] if found is not None and is_agent(found) else []
