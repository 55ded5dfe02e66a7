"""Who a noun phrase names: an actor of the document, or the words of the phrase where no actor is known."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from hrcli.extract.asking import authors, interviews, letters, resolutions
from hrcli.extract.asking.demandcues import asking_at, is_agent_noun, wordset
from hrcli.extract.asking.speechwords import says
from hrcli.extract.findings import Actor, is_quoted, source_of, text_of
from hrcli.extract.naming.vocabulary import roles
from hrcli.extract.trees import NOUNS, SUBJECTS, noun_run, phrase

FIRST_PERSON = {"i", "we", "us", "me", "our", "my", "ours", "ourselves"}
NAMELESS = frozenset(
    ["who", "which", "that", "those", "these", "this", "all", "both", "whom", "what", "whoever", "some", "many", "others", "one", "none"]
)
ORGANIZED = {"organization", "public_body", "intergovernmental", "place"}
NAMED = 5
LOOKBACK = 4
APPOSITION = 18
TITLE = 4
KEPT = "hrcli_publisher"


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who asks or speaks: as in `DemandFinding`, all None where nobody is named."""

    actor: Actor | None = None
    name: str | None = None
    organization: str | None = None


NOBODY = Party()


def party(head: Token) -> Party:
    """The party that the noun phrase around `head` names; NOBODY for pronouns without a referent and for writings."""
    office: Actor | None = head.doc._.referents.get(head.i)
    head = _named(head)
    actor: Actor | None = head.doc._.referents.get(head.i)
    if actor is not None and actor.type in {"law", "event", "work"}:
        return NOBODY
    spelled = _words(head)
    if actor is not None and _covers(actor, head, spelled):
        return Party(actor, actor.name, _organization(actor, head) or (office.name if office is not None and office is not actor else None))
    if head.tag_ in {"PRP", "PRP$", "WP", "WDT", "DT", "WP$"} or head.lower_ in NAMELESS or head.lemma_.lower() in wordset("papers"):
        return NOBODY
    return Party(None, spelled, None)


def _named(head: Token) -> Token:
    """The name in apposition to a noun without one: "her lawyer, Ann Lee, urged", "his wife Ann Lee"; else the noun itself."""
    doc, at = head.doc, phrase(head).end if head.tag_ in NOUNS else head.i + 1
    if head.tag_ == "NN" and head.i not in doc._.referents and head.i + 1 < len(doc):
        beside: Actor | None = doc._.referents.get(head.i + 1)
        if beside is not None and beside.type == "person" and head.nbor().tag_ in {"NNP", "NNPS"}:
            return head.nbor()
    office = head.tag_ in NOUNS and head.lower_ in roles()
    while (
        office
        and at + 1 < len(doc)
        and doc[at].lower_ in {"for", "of", "on", "at", "in", "to"}
        and (more := noun_run(doc, at + 1, at + APPOSITION))
    ):
        at = more.i + 1  # "a spokeswoman for the office, Ann Lee, said"
    known: Actor | None = doc._.referents.get(head.i)
    if (
        (known is not None and not (office and known.type != "person"))
        or at + 1 >= len(doc)
        or doc[at].text != ","
        or head.tag_ not in NOUNS
    ):
        return head
    first = next((t.i for t in doc[at + 1 : at + 1 + TITLE] if t.i in doc._.referents or t.tag_ not in {"NNP", "NN"}), at + 1)
    actor: Actor | None = doc._.referents.get(first)  # behind a title: "the president of the court, Colonel Lee, told"
    ended = any(t.text in {",", ".", "”", "(", ":"} for t in doc[first + 1 : first + 7])
    if actor is None or actor.type != "person" or doc[first].tag_ not in {"NNP", "NNPS"} or not ended:
        return head
    return doc[first]


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
    return actor.affiliations[0] if actor.affiliations else _apposed(head) or _premodified(head)


def _premodified(head: Token) -> str | None:
    """The organisation named before the office of a person: "League director Ann Lee"."""
    for token in reversed(head.doc[max(head.sent.start, head.i - 8) : head.i]):
        if token.tag_ not in NOUNS | {"JJ", "POS", "HYPH"}:
            return None
        actor: Actor | None = token.doc._.referents.get(token.i)
        if actor is not None and actor.type in {"organization", "intergovernmental", "public_body"}:
            return actor.name
    return None


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
    """Who speaks where nobody else is named: the body that resolves, the one who signs a letter as "I", else the publisher.

    Asked for at every demand, so the Doc keeps it.
    """
    found: Party | None = doc.user_data.get(KEPT)
    if found is None:
        found = doc.user_data[KEPT] = _speaking(doc)
    return found


def narrator(doc: Doc, at: int) -> Party:
    """Who speaks at a token that nobody is quoted at: in the answers of an interview the one interviewed, else the publisher."""
    place = doc[at].idx
    answer = next((each for each in interviews.answers(text_of(doc)) if each[0] <= place < each[1]), None)
    if answer is None:
        return publisher(doc)
    actor = _labelled(doc, answer[2]) if answer[2] else _interviewed(doc)
    begun = text_of(doc)[: answer[0]].endswith("\n")  # without a label of its own
    if actor is None or (begun and _is_told_of(doc, actor, answer)):
        return publisher(doc)
    return Party(actor, actor.name, actor.affiliations[0] if actor.affiliations else actor.name)


def _labelled(doc: Doc, label: str) -> Actor | None:
    """The person whom the label of a turn names: by the whole name, a part of it, or its initials."""
    persons = [a for a in doc._.actors if a.type == "person"]
    bare = label.replace(".", "")
    fitting = [a for a in persons if {*label.split()} <= {w for form in (a.name, *a.aliases) for w in form.split()}]
    fitting = fitting or [a for a in persons if bare.isupper() and "".join(word[0] for word in a.name.split()) == bare]
    return fitting[0] if fitting else None


def _interviewed(doc: Doc) -> Actor | None:
    """The person named most often before the first answer of an interview."""
    first = interviews.answers(text_of(doc))[0][0]
    counted = [(sum(doc[m.start].idx < first for m in a.mentions), a) for a in doc._.actors if a.type == "person"]
    most, actor = max(counted, key=lambda pair: pair[0], default=(0, None))
    return actor if most else None


def _is_told_of(doc: Doc, actor: Actor, answer: tuple[int, int, str | None]) -> bool:
    """True where a paragraph tells of the one interviewed in the third person: the page's own words again."""
    names = {form.split()[-1] for form in (actor.name, *actor.aliases) if form}
    return any(re.search(rf"\b{re.escape(name)}\b", text_of(doc)[slice(*answer[:2])]) for name in names)


def _speaking(doc: Doc) -> Party:
    title = source_of(doc).document.publisher
    if (body := resolutions.body(text_of(doc))) is not None:
        actor = called(doc, body)
        name = actor.name if actor and not actor.name.startswith(body) else body
        return Party(actor, name, name)
    if (who := authors.author(text_of(doc))) is not None:
        return _of_group(doc, who)
    if not title:
        return signatories(doc)
    writer = letters.writer(text_of(doc))
    actor = called(doc, writer) if writer else None
    return Party(actor, actor.name, title) if actor is not None and actor.type == "person" else Party(called(doc, title), title, title)


def _of_group(doc: Doc, who: str) -> Party:
    """The people in whose name a statement is made, and the body that signs it; names in capitals as the text has them elsewhere."""
    if who.isupper():
        known = {a.name.casefold(): a.name for a in doc._.actors if a.type in {"person", "place"}}
        who = re.sub("|".join(map(re.escape, sorted(known, key=len, reverse=True))) or "$^", lambda m: known[m[0]], who.lower())
    body = next((a.name for n in _signing(doc) if (a := called(doc, n)) is not None and a.type in ORGANIZED), None)
    return Party(called(doc, who), who, body or next((n for n in _signing(doc) if n.lower().startswith("the ")), who))


def _signing(doc: Doc) -> tuple[str, ...]:
    text = text_of(doc)
    return letters.signers(text) or authors.trailing(text)


def signatories(doc: Doc) -> Party:
    """Those whose names stand below a letter, the first of them as its organisation, else its mandates; NOBODY where none does."""
    names = _signing(doc)
    if not names:
        who = authors.mandates(text_of(doc))
        return NOBODY if who is None else Party(called(doc, who), who, who)
    return Party(called(doc, names[0]), ", ".join(names[:NAMED]), names[0])


def called(doc: Doc, name: str) -> Actor | None:
    """The actor of the document that is called so."""
    wanted = name.casefold()
    return next((a for a in doc._.actors if wanted in {a.name.casefold(), *(x.casefold() for x in a.aliases)}), None)


def meant(pronoun: Token) -> Party:
    """Whom a pronoun without a known referent may stand for: of the last subjects that fit it in number, one that said something."""
    sentence, doc = pronoun.sent, pronoun.doc
    fitting: list[Token] = []
    if pronoun.i > sentence.start and doc[pronoun.i - 1].text in {":", ";"}:  # "The union disagrees: it has urged"
        first = noun_run(doc, sentence.start, pronoun.i)
        fitting += [first] if first is not None and is_actor(first) and fits(pronoun, first) else []
    for _ in range(0 if fitting else LOOKBACK):
        if sentence.start == 0:
            break
        sentence = doc[sentence.start - 1].sent
        fitting += [t for t in sentence if t.dep_ in SUBJECTS and t.tag_ in NOUNS and is_actor(t) and fits(pronoun, t)]
    speaking = [t for t in fitting if t.head.lemma_.lower() in says() or asking_at(t.head) is not None]
    return next((who for t in (*speaking, *fitting) if (who := party(t)).name), NOBODY)


def spoken_of(pronoun: Token) -> Token | None:
    """The last subject before a pronoun that fits it in number, where it can act: whom "it should" and "they must" ask.

    None where that subject is a thing. Who speaks outside the quotation that the pronoun stands in, or asks, is passed over.
    """
    doc, sentence = pronoun.doc, pronoun.sent
    quoted = next(((a, b) for a, b in doc._.quoted if a <= pronoun.i < b), None)
    for _ in range(LOOKBACK if pronoun.lower_ == "it" else 2):
        for token in reversed(doc[sentence.start : min(sentence.end, pronoun.i)]):
            if token.dep_ not in SUBJECTS or token.tag_ not in NOUNS or not fits(pronoun, token) or asking_at(token.head) is not None:
                continue
            if quoted is None or token.head.lemma_.lower() not in says() or is_quoted(doc, token.i):
                return token if is_actor(token) else None
        if sentence.start == 0:
            break
        sentence = doc[sentence.start - 1].sent
    return None


def fits(pronoun: Token, noun: Token) -> bool:
    """True where a noun agrees in number with a pronoun of the third person; a name with "they" only where it is no person's."""
    actor: Actor | None = noun.doc._.referents.get(noun.i)
    person = actor is not None and actor.type == "person"
    if pronoun.lower_ in {"they", "their", "them"}:
        return not person and noun.tag_ in {"NNS", "NNPS"}
    if pronoun.lower_ in {"it", "its"}:
        return not person and noun.tag_ in {"NN", "NNP"}
    return noun.tag_ == "NN" or person


def is_actor(head: Token) -> bool:
    """True for the head of a phrase for somebody who can act: a person, a body, a country, or a noun for such."""
    actor: Actor | None = head.doc._.referents.get(head.i)
    if actor is not None:
        return actor.type not in {"law", "event", "work"}
    if (
        head.i + 1 < len(head.doc)
        and head.tag_ == "NNS"
        and head.nbor().lower_ == "of"
        and (some := noun_run(head.doc, head.i + 2, head.i + 8))
    ):
        return is_actor(some)  # "dozens of workers"
    return is_agent_noun(head) or head.ent_type_ in {"PERSON", "ORG", "GPE", "NORP"}
