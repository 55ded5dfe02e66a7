"""Who does the asking: the noun that a verb or noun of asking belongs to, as far as tree and word order tell."""

from __future__ import annotations

from spacy.tokens import Token

from hrcli.extract.asking.demandcues import asking_at, is_noun_cue, wordset
from hrcli.extract.asking.parties import FIRST_PERSON, is_actor
from hrcli.extract.asking.speechwords import says
from hrcli.extract.trees import FINITE, NOUNS, noun_before, noun_run, subject

DATELINE = 16  # words of a dateline at most


def asker(cue: Token) -> Token | None:
    """The noun that does the asking: subject of the verb, author of the paper, owner of the call; None where nobody is."""
    if cue.tag_ == "NNS" and (first := _before_headline_verb(cue)) is not None:
        return first
    if (cue.tag_ in {"NN", "NNS"} or is_noun_cue(cue)) and cue.dep_ not in {"ROOT", "conj"}:
        return _owner(cue)
    if cue.tag_ == "VBN" and any(t.lemma_ == "be" for t in cue.doc[max(0, cue.i - 4) : cue.i]):
        return _agent(cue)
    joined = cue.dep_ == "conj" and cue.head.tag_ == cue.tag_ and cue.tag_ in {"VBD", "VBZ"} and asking_at(cue.head) is not None
    if joined and cue.head.dep_ != "conj":
        return _subject(cue.head)  # "she called for talks and urged him to come"
    return _past_relative(cue) or _past_address(_subject(cue), cue)


def _past_address(found: Token | None, verb: Token) -> Token | None:
    """The one whose place stands before the verb: "Ann Lee of Oster, Lake County, asked"; else what was found."""
    actor = found.doc._.referents.get(found.i) if found is not None else None
    if found is None or actor is None or actor.type not in {"place", "public_body"} or verb.doc[verb.i - 1].text != ",":
        return found
    comma = next((t for t in reversed(verb.doc[verb.sent.start : found.i]) if t.tag_ not in NOUNS), found)
    first = noun_before(comma, verb.sent.start) if comma.text == "," and verb.i - found.i == 2 else None
    known = first.doc._.referents.get(first.i) if first is not None else None
    placed = first is not None and any(t.lower_ in {"of", "in", "from"} for t in verb.doc[first.i + 1 : comma.i])
    return first if placed and known is not None and known.type in {"person", "organization"} else found


def _before_headline_verb(cue: Token) -> Token | None:
    """The subject of a headline's verb that is taken for a noun: "Union calls for inquiry", where no other verb stands."""
    before = cue.doc[cue.i - 1] if cue.i > cue.sent.start else None
    told = before is None or before.tag_ not in NOUNS or any(t.tag_ in FINITE or t.tag_ == "VBP" for t in cue.sent)
    return None if told else before


def _subject(verb: Token) -> Token | None:
    """The subject of a verb of asking, as far as tree and word order tell."""
    outer = _outer(verb)
    found = subject(outer)
    floor = clause_start(verb)
    if found is not None and (found.i < floor or found.i > outer.i or found.ent_type_ in {"DATE", "TIME"}):
        found = None
    if found is None and outer is verb and (opener := _opener(verb, floor)) is not None:
        return _aside(verb, floor) or opener
    if found is not None and found.tag_ not in {"WP", "WDT"} and found.lower_ != "that":
        return found if is_actor(found) or found.tag_ == "PRP" else _aside(verb, floor) or found
    if found is not None:
        return antecedent(found)
    if verb.tag_ in {"VB", "VBG", "VBN"} and not (verb.tag_ == "VBN" and verb.doc[verb.i - 1].lower_ in {"and", ","}):
        return controller(verb)
    if _is_joined(verb, floor):
        return _shared(verb, floor)
    return _before_aside(verb, floor) or noun_before(verb, floor) or _before_auxiliary(verb, floor)


def _before_auxiliary(verb: Token, floor: int) -> Token | None:
    """The noun phrase before a "had" that a date parts from its participle: "the League had in October requested"."""
    before = reversed(verb.doc[max(floor, verb.i - 5) : verb.i])
    had = next((t for t in before if t.lemma_ == "have" or t.tag_ in FINITE), None)
    return noun_before(had, floor) if had is not None and had.lemma_ == "have" else None


def _before_aside(verb: Token, floor: int) -> Token | None:
    """The noun phrase before an aside that a preposition or participle opens: "the League, in a statement on Friday, called on"."""
    opened = _opened(verb, floor)
    return noun_before(opened, floor) if opened is not None and opened.nbor().tag_ in {"IN", "VBG"} else None


def _opened(verb: Token, floor: int) -> Token | None:
    """The comma that opens the aside which another closes right before a verb."""
    doc = verb.doc
    return next((doc[i] for i in range(verb.i - 2, floor, -1) if doc[i].text == ","), None) if doc[verb.i - 1].text == "," else None


def _past_relative(verb: Token) -> Token | None:
    """The main clause's subject, for a verb that a comma and "and" part from a relative clause, whatever the tree says."""
    floor = clause_start(verb)
    joint = _joint(verb, floor)
    if verb.dep_ != "conj" or verb.head.dep_ != "acl:relcl" or verb.tag_ not in {"VBD", "VBN", "VBZ"}:
        return None
    first = _shared(verb, floor) if verb.doc[joint].lower_ == "and" and verb.doc[joint - 1].text == "," else None
    return first if first is not None and is_actor(first) else None


def _outer(verb: Token) -> Token:
    """The verb whose subject a verb of asking has: that of "said" in "she said they were hurt and urged ...", where forms differ within."""
    head = verb.head
    if verb.dep_ != "conj" or verb.tag_ not in {"VBD", "VBZ"} or head.dep_ != "ccomp" or head.tag_ == verb.tag_:
        return verb
    return head.head if head.head.tag_ == verb.tag_ else verb


def _opener(verb: Token, floor: int) -> Token | None:
    """The noun phrase that opens the clause of a verb, with no other verb or comma between: "the family of a man held in X has asked"."""
    if verb.tag_ not in {"VBD", "VBZ", "VBP", "VBN"} or verb.dep_ in {"acl:relcl"}:
        return None
    between = [t for t in verb.doc[floor : verb.i] if not t.is_space]
    if any((t.tag_ in FINITE | {"WP", "WDT", "CC"} and t.lemma_ != "have") or t.text == "," for t in between):
        return None
    if verb.tag_ == "VBN" and any(t.lemma_ in {"be", "get"} for t in between):
        return None
    first = noun_run(verb.doc, floor, verb.i)
    return first if first is not None and first.ent_type_ not in {"DATE", "TIME"} and first.tag_ in NOUNS else None


def _aside(verb: Token, floor: int) -> Token | None:
    """The noun phrase before an aside between commas: "her brother, speaking to a newspaper, asked"."""
    opened = _opened(verb, floor)
    return noun_before(opened, floor) if opened is not None else None


def clause_start(verb: Token) -> int:
    """Where the verb's clause can begin: behind a dateline's dash or a speaker's colon."""
    start: int = verb.sent.start
    for token in verb.doc[start : verb.i]:
        if token.text in {"–", "—", "--", ":"} or (token.text == "-" and token.whitespace_):
            start = token.i + 1
    return start


def behind_dateline(verb: Token) -> int:
    """Where the sentence of a verb begins behind a dateline's dash ("Oster (Lake News) - The union said"); 0 where it has none."""
    start = clause_start(verb)
    return start if start > verb.sent.start and verb.doc[start - 1].text != ":" and start - verb.sent.start < DATELINE else 0


def antecedent(relative: Token) -> Token | None:
    """What "who" or "which" stands for, through an apposition ("the League, a group that asked ...")."""
    head = next((t for t in (relative.head.head,) if relative.head.dep_ == "acl:relcl" and t.i < relative.i and t.tag_ in NOUNS), None)
    near = noun_before(relative, relative.sent.start)
    if head is None or (near is not None and is_actor(near) and not is_actor(head)):
        head = near
    return head.head if head is not None and head.dep_ == "appos" and head.head.tag_ in NOUNS else head


def controller(verb: Token) -> Token | None:
    """Who does what an infinitive or participle says: the noun it modifies, or the subject of the verb that it depends on."""
    before = verb.doc[verb.i - 1]
    if verb.tag_ == "VBG" and before.lower_ in {"in", "by", "for", "with"}:
        doer = subject(verb.head) if verb.head.tag_ in FINITE and before.lower_ != "for" else None
        return doer if doer is not None and (is_actor(doer) or doer.tag_ == "PRP") else noun_before(before, verb.sent.start)
    if verb.tag_ == "VBG":
        paper = next(
            (t for t in reversed(verb.doc[verb.sent.start : verb.i]) if t.lemma_.lower() in wordset("papers") and t.tag_ in NOUNS), None
        )
        if paper is not None:
            return paper
    head = verb.head
    for _ in range(3):
        if head.tag_ in NOUNS and head.i < verb.i and head.ent_type_ != "DATE":
            return _modified(verb, head)
        if found := subject(head) or _inverted_subject(head):
            return found if found.tag_ not in {"WP", "WDT"} else antecedent(found)
        head = head.head
    return None


def _modified(verb: Token, noun: Token) -> Token:
    """Who does what a participle behind a noun says: the noun; for a place or receiver ("marched in X demanding"), who acts on it."""
    doc, at = noun.doc, noun.left_edge.i
    preposition = next((t for t in reversed(doc[max(0, noun.i - 5) : noun.i]) if t.tag_ in {"IN", "TO"}), None)
    if preposition is not None and preposition.lower_ == "to" and doc[preposition.i - 1].lemma_.lower() in wordset("papers"):
        return doc[preposition.i - 1]
    if verb.tag_ == "VBG" and preposition is not None and at <= preposition.i and preposition.lower_ not in {"of", "by", "from", "among"}:
        finite = next((t for t in reversed(doc[clause_start(verb) : preposition.i]) if t.tag_ in FINITE - {"MD"}), None)
        doer = subject(finite) if finite is not None else None
        if doer is not None and (is_actor(doer) or doer.tag_ == "PRP"):
            return doer
    return _owner(noun) or noun if noun.lemma_.lower() in wordset("acts") else noun


def _inverted_subject(verb: Token) -> Token | None:
    """The subject right behind a verb of saying that closes a quotation: "added Ann, calling for ..."."""
    doc, at = verb.doc, verb.i + 1
    if verb.lemma_.lower() not in says() or at >= len(doc) or doc[at].tag_ not in {"NNP", "NNPS"}:
        return None
    return noun_run(doc, at, verb.sent.end)


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


def refuser(noun: Token) -> Token | None:
    """Who turns a call down or hears it, and so is asked: "Norland rejected calls to free him"."""
    verb = noun.head
    if not is_noun_cue(noun) or noun.dep_ != "obj" or verb.lemma_.lower() not in wordset("refusing"):
        return None
    found = subject(verb)
    return found if found is not None and is_actor(found) else None


def _holder(noun: Token) -> Token | None:
    """The subject of the verb that a noun is the object of: who renews a demand makes it."""
    verb = noun.head
    if noun.dep_ in {"obj", "obl"} and verb.pos_ == "VERB" and verb.tag_ != "VBN" and verb.lemma_.lower() not in wordset("refusing"):
        found = subject(verb)
        return found if found is None or found.tag_ not in {"WP", "WDT"} else antecedent(found)
    return None
