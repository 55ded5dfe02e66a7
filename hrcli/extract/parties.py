"""Who a noun phrase names: an actor of the document, or the words of the phrase where no actor is known."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from hrcli.extract.demandcues import asking_at, wordset
from hrcli.extract.findings import Actor, source_of
from hrcli.extract.trees import FINITE, NOUNS, noun_before, noun_run, phrase, subject

FIRST_PERSON = {"i", "we", "us", "me", "our", "my", "ours", "ourselves"}
NAMELESS = frozenset(
    ["who", "which", "that", "those", "these", "this", "all", "both", "whom", "what", "whoever", "some", "many", "others", "one", "none"]
)
ORGANIZED = {"organization", "public_body", "intergovernmental", "place"}
APPOSITION = 18
ACTS = {"campaign", "strike", "protest", "effort", "bid", "attempt", "drive", "move", "rally", "march"}


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who asks or speaks: as in `DemandFinding`, all None where nobody is named."""

    actor: Actor | None = None
    name: str | None = None
    organization: str | None = None


NOBODY = Party()


def party(head: Token) -> Party:
    """The party that the noun phrase around `head` names; NOBODY for pronouns without a referent and for writings."""
    head = _named(head)
    actor: Actor | None = head.doc._.referents.get(head.i)
    if actor is not None and actor.type in {"law", "event", "work"}:
        return NOBODY
    words = _words(head)
    if actor is not None and _covers(actor, head, words):
        return Party(actor, actor.name, _organization(actor, head))
    if head.tag_ in {"PRP", "PRP$", "WP", "WDT", "DT", "WP$"} or head.lower_ in NAMELESS or head.lemma_.lower() in wordset("papers"):
        return NOBODY
    return Party(None, words, None)


def _named(head: Token) -> Token:
    """The name in apposition to a noun without one: "her lawyer, Ann Lee, urged"; else the noun itself."""
    doc, at = head.doc, head.i + 1
    if head.i in doc._.referents or at + 1 >= len(doc) or doc[at].text != "," or head.tag_ not in NOUNS:
        return head
    actor: Actor | None = doc._.referents.get(at + 1)
    if actor is None or actor.type != "person" or not any(t.text == "," for t in doc[at + 2 : at + 8]):
        return head
    return doc[at + 1]


def name(head: Token) -> str | None:
    """The name of the actor or the words of the phrase around `head`; None where it names nobody."""
    return party(head).name


def _words(head: Token) -> str:
    return " ".join(phrase(head).text.split())


def _covers(actor: Actor, head: Token, words: str) -> bool:
    """False where the phrase only has the actor's name in it ("Iranian" of "Iranian authorities")."""
    return actor.type != "group" or head.tag_ not in {"NN", "NNS"} or words.casefold().endswith(actor.name.casefold()[-5:])


def _organization(actor: Actor, head: Token) -> str | None:
    if actor.type in ORGANIZED:
        return actor.name
    return actor.affiliations[0] if actor.affiliations else _apposed(head)


def _apposed(head: Token) -> str | None:
    """The organisation in the apposition behind a person's name: "Ann Lee, director of the League, said"."""
    doc, at = head.doc, head.i + 1
    while at < len(doc) and (doc[at].tag_ in NOUNS or doc[at].is_space):
        at += 1
    if at >= len(doc) or doc[at].text != ",":
        return None
    for token in doc[at + 1 : min(at + APPOSITION, head.sent.end)]:
        actor = doc._.referents.get(token.i)
        if actor is not None and actor.type in {"organization", "intergovernmental", "public_body"}:
            return str(actor.name)
        if token.tag_ in {"VBD", "VBZ", "MD"}:
            return None
    return None


def publisher(doc: Doc) -> Party:
    """The publisher of the document: who speaks where nobody else is named."""
    title = source_of(doc).document.publisher
    if not title:
        return NOBODY
    wanted = title.casefold()
    actor = next((a for a in doc._.actors if wanted in {a.name.casefold(), *(x.casefold() for x in a.aliases)}), None)
    return Party(actor, title, title)


def asker(cue: Token) -> Token | None:
    """The noun that does the asking: subject of the verb, author of the paper, owner of the call; None where nobody is."""
    if cue.tag_ in {"NN", "NNS"} and cue.dep_ not in {"ROOT", "conj"}:
        return _owner(cue)
    if cue.tag_ == "VBN" and any(t.lemma_ == "be" for t in cue.doc[max(0, cue.i - 4) : cue.i]):
        return _agent(cue)
    return _subject(cue)


def _subject(verb: Token) -> Token | None:
    """The subject of a verb of asking, as far as tree and word order tell."""
    found = subject(verb)
    floor = _clause_start(verb)
    if found is not None and (found.i < floor or found.i > verb.i):
        found = None
    if found is not None and found.tag_ not in {"WP", "WDT"} and found.lower_ != "that":
        return found
    if found is not None:
        return _antecedent(found)
    if verb.tag_ in {"VB", "VBG", "VBN"} and not (verb.tag_ == "VBN" and verb.doc[verb.i - 1].lower_ in {"and", ","}):
        return _controller(verb)
    if _is_joined(verb, floor):
        return _shared(verb, floor)
    return noun_before(verb, floor)


def _clause_start(verb: Token) -> int:
    """Where the verb's clause can begin: behind a dateline's dash or a speaker's colon."""
    start: int = verb.sent.start
    for token in verb.doc[start : verb.i]:
        if token.text in {"–", "—", "--", ":"} or (token.text == "-" and token.whitespace_):
            start = token.i + 1
    return start


def _antecedent(relative: Token) -> Token | None:
    """What "who" or "which" stands for, through an apposition ("the League, a group that asked ...")."""
    head = next((t for t in (relative.head.head,) if relative.head.dep_ == "acl:relcl" and t.i < relative.i and t.tag_ in NOUNS), None)
    head = head or noun_before(relative, relative.sent.start)
    return head.head if head is not None and head.dep_ == "appos" and head.head.tag_ in NOUNS else head


def _controller(verb: Token) -> Token | None:
    """Who does what an infinitive or participle says: the noun it modifies, or the subject of the verb that it depends on."""
    before = verb.doc[verb.i - 1]
    if verb.tag_ == "VBG" and before.lower_ in {"in", "by", "for", "with"}:
        return noun_before(before, verb.sent.start)
    if verb.tag_ == "VBG":
        paper = next(
            (t for t in reversed(verb.doc[verb.sent.start : verb.i]) if t.lemma_.lower() in wordset("papers") and t.tag_ in NOUNS), None
        )
        if paper is not None:
            return paper
    head = verb.head
    for _ in range(3):
        if head.tag_ in NOUNS and head.i < verb.i and head.ent_type_ != "DATE":
            return _owner(head) or head if head.lemma_.lower() in ACTS else head
        if found := subject(head):
            return found if found.tag_ not in {"WP", "WDT"} else _antecedent(found)
        head = head.head
    return None


def _joint(verb: Token, floor: int) -> int:
    """The token before a verb, its adverbs and its auxiliaries."""
    at = verb.i - 1
    while at > floor and (verb.doc[at].pos_ == "ADV" or verb.doc[at].lower_ in {"has", "have", "had", "also"}):
        at -= 1
    return at


def _is_joined(verb: Token, floor: int) -> bool:
    """True for a verb that "and" joins to an earlier one."""
    return verb.doc[_joint(verb, floor)].lower_ in {"and", "but"}


def _shared(verb: Token, floor: int) -> Token | None:
    """The subject of the sentence's first verb, for a verb that "and" joins to it."""
    at = _joint(verb, floor)
    for token in verb.doc[floor:at]:
        if token.tag_ in FINITE and token.dep_ in {"ROOT", "ccomp", "conj"}:
            return noun_before(token, floor) if verb.doc[token.i - 1].tag_ in NOUNS else subject(token) or noun_before(token, floor)
    first = noun_run(verb.doc, floor, at)
    return first if first is not None and asking_at(first) is None else None


def _agent(verb: Token) -> Token | None:
    """The "by" phrase of a passive."""
    for child in verb.children:
        if child.i > verb.i and any(c.lower_ == "by" for c in child.children):
            return child
    return None


def _owner(noun: Token) -> Token | None:
    """Whose call it is: "X's call", "the call by X", "their call"; else the subject of the verb that it is the object of."""
    before = noun.doc[max(noun.sent.start, noun.i - 5) : noun.i]
    for token in reversed(before):
        if token.tag_ == "PRP$":
            return token if token.i in token.doc._.referents or token.lower_ in FIRST_PERSON else _holder(noun) or token
        if token.tag_ == "POS":
            return token.doc[token.i - 1]
        if token.tag_ not in NOUNS | {"JJ", "RB"}:
            break
    after = noun.doc[noun.i + 1 : noun.i + 2]
    if len(after) and after[0].lower_ in {"by", "from", "of"}:
        return noun_run(noun.doc, noun.i + 2, noun.sent.end)
    return _holder(noun)


def _holder(noun: Token) -> Token | None:
    """The subject of the verb that a noun is the object of: who renews a demand makes it."""
    verb = noun.head
    if noun.dep_ in {"obj", "obl"} and verb.pos_ == "VERB" and verb.tag_ != "VBN":
        found = subject(verb)
        return found if found is None or found.tag_ not in {"WP", "WDT"} else _antecedent(found)
    return None
