"""Who says what: direct speech in quotation marks, and reported speech before, after or around a verb of saying."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, takewhile

from spacy.language import Language
from spacy.tokens import Doc, Token

from hrcli.extract.asking import quotes, told
from hrcli.extract.asking.doers import asker, behind_dateline
from hrcli.extract.asking.parties import FIRST_PERSON, NOBODY, Party, is_actor, meant, narrator, party
from hrcli.extract.asking.speechwords import cues, is_saying, nouns
from hrcli.extract.findings import Quotation, Speech, is_quoted, text_of
from hrcli.extract.trees import FINITE, NOUNS, SUBJECTS, noun_before, noun_run, subject, unit
from hrcli.extract.wordids import lowers

REACH = 25
ASIDE = 60  # words between two parts of a quotation that say who its speaker is
PLACE = 8  # words behind a quotation among which its verb is found
TITLE = 8  # words of a work's name at most
DASHES = {"—", "–", "―", "-", "--"}
MARKS = {"”", '"', "'", "’", "''", "»"}


@Language.component("hrcli_speakers", requires=["doc._.referents"], assigns=["doc._.quoted", "doc._.speech"])
def speakers(doc: Doc) -> Doc:
    """Put on the Doc what stands in quotation marks, and an empty Speech."""
    doc._.quoted = _quoted(doc)
    doc._.speech = Speech()
    return doc


def around(doc: Doc, at: int) -> list[Quotation]:
    """The quotations that a token stands in, by start; those in quotation marks may lie inside reported speech and the other way round.

    Who says what is found out only here, since it matters only where something is asked.
    """
    speech: Speech = doc._.speech
    if speech.direct is None and is_quoted(doc, at):
        speech.direct = _direct(doc)
    start, end = unit(doc, at)
    if start not in speech.reported:
        speech.reported[start] = list(_reported(doc, start, end))
    found = [q for q in (*(speech.direct or ()), *speech.reported[start]) if q.start <= at < q.end]
    return sorted(found, key=lambda q: (q.start, -q.end))


def _quoted(doc: Doc) -> list[tuple[int, int]]:
    expanded = (doc.char_span(a, b, alignment_mode="expand") for a, b in quotes.spans(text_of(doc)))
    return [(place.start, place.end) for place in expanded if place is not None]


def _direct(doc: Doc) -> list[Quotation]:
    found: list[Quotation] = []
    inside = _inside(doc)
    for start, end in doc._.quoted:
        cue, head = _speech_around(doc, start, end, inside)
        head = head or _signed(doc, end)
        if head is None and _is_title(doc, start, end):
            continue
        speaker = _named(doc, head)
        if head is None and found and _continues(doc, found[-1], start):
            speaker = Party(found[-1].speaker, found[-1].speaker_name, found[-1].organization)
        found.append(Quotation(start, end, cue, speaker.actor, speaker.name, speaker.organization, direct=True))
    return found


def _signed(doc: Doc, end: int) -> Token | None:
    """The name that a dash puts below or behind a quotation: "It was a farce." — Ana Flores."""
    words = [t for t in doc[end : end + REACH] if not (t.is_space and "\n" not in t.text)]
    dash = next((n for n, t in enumerate(words[:3]) if not t.is_space), None)
    if dash is None or words[dash].text not in DASHES:
        return None
    name = list(takewhile(lambda t: t.tag_ in {"NNP", "NNPS"} and not t.is_space, words[dash + 1 :]))
    after = words[dash + 1 + len(name)] if len(words) > dash + 1 + len(name) else None
    ended = after is None or after.is_space or after.text in {",", ".", "(", "•", *quotes.PAIRS}
    return name[-1] if name and ended else None


def _is_title(doc: Doc, start: int, end: int) -> bool:
    """True for a name in quotation marks, of a song or a programme: capitals, and no sentence."""
    words = [t for t in doc[start:end] if t.is_alpha]
    large = [t for t in words if t.text[0].isupper()]
    return 1 < len(words) <= TITLE and len(large) * 3 >= len(words) * 2 and not any(t.tag_ in FINITE for t in words)


def _inside(doc: Doc) -> set[int]:
    return {i for place in doc._.quoted for i in range(*place)}


def _continues(doc: Doc, last: Quotation, start: int) -> bool:
    """True where a quotation goes on from the one before: nothing but who said that, a few words, or a paragraph break, between."""
    said = last.cue is not None and last.end <= last.cue < start
    reach = ASIDE if said else REACH
    between = list(islice((t for t in doc[last.end : start] if not t.is_space), reach))
    return len(between) < reach and not any(t.text == "." for t in between[:-1])


def _speech_around(doc: Doc, start: int, end: int, inside: set[int]) -> tuple[int | None, Token | None]:
    """The verb of saying beside a quotation and its subject: behind the quotation, else before it."""
    behind = list(takewhile(lambda t: not _is_over(t, inside), doc[end : min(end + REACH, len(doc))]))
    for token in behind:
        if is_saying(token) and (head := _speaker(doc, token, end)):
            return token.i, head
    at = start - 1
    while at > 0 and doc[at].is_space:
        at -= 1
    led = at > 0 and doc[at].text == ":"
    for i in range(at if led else start - 1, max(-1, start - REACH), -1):
        token = doc[i]
        if i in inside or (token.is_space and "\n\n" in token.text) or token.text in {".", "?"}:
            break
        if is_saying(token) and (head := _speaker(doc, token, max(0, start - 2 * REACH))):
            return i, head
    return told.words_of(doc, at) if led else _in_place_of_saying(doc, start, end, behind)


def _is_over(token: Token, inside: set[int]) -> bool:
    """True where what is said of a quotation ends: at the next one, a blank line, a full stop."""
    return token.i in inside or (token.is_space and "\n\n" in token.text) or (token.text == "." and not token.nbor(-1).text.isupper())


def _in_place_of_saying(doc: Doc, start: int, end: int, behind: list[Token]) -> tuple[int | None, Token | None]:
    """Any verb in the place of one of saying: right behind a quotation that ends in a comma ("...," she barked)."""
    if end - start < 3 or not any(t.text in {",", "?", "!"} for t in doc[end - 2 : end]):
        return None, None
    verb = next((t for t in behind[1:PLACE] if t.tag_ in {"VBD", "VBZ"}), None)
    if verb is None or verb.lemma_ in {"be", "have", "do"} or any(t.text == "," for t in behind[: verb.i - end]):
        return None, None
    head = noun_before(verb, end)
    return (verb.i, head) if head is not None and head.i == verb.i - 1 and _can_speak(head) else (None, None)


def _speaker(doc: Doc, verb: Token, floor: int) -> Token | None:
    """The subject of a verb of saying: right behind it ("said Ann Lee"), by the tree, past an aside, or right before it."""
    after = doc[verb.i + 1] if verb.i + 1 < len(doc) else None
    if after is not None and _opens_subject(doc, verb, after):
        return noun_run(doc, verb.i + 1, min(verb.i + 12, len(doc)))
    found = next((c for c in verb.children if c.dep_ in SUBJECTS and floor <= c.i < verb.i and c.tag_ not in {"WP", "WDT"}), None)
    if found is not None and not any(t.text == ":" for t in doc[found.i : verb.i]) and not _cut_off(doc, found, verb):
        return found
    before = doc[verb.i - 1] if verb.i else None
    main = _main(verb, floor)
    if main is not None and (doer := subject(main) or noun_before(main, floor)) is not None and floor <= doer.i < verb.i:
        return doer
    if before is not None and before.text == ",":
        opened = next((i for i in range(verb.i - 2, max(floor, verb.i - REACH), -1) if doc[i].text == ","), None)
        if opened is not None:
            return noun_before(doc[opened], floor)
    return subject(verb) if before is not None and before.lower_ in {"and", "but"} else noun_before(verb, floor)


def _main(verb: Token, floor: int) -> Token | None:
    """The verb whose subject a participle of saying has: its head, else the last finite verb before, relative clauses left out."""
    if verb.tag_ != "VBG":
        return None
    if verb.head.tag_ in FINITE:
        return verb.head
    before = reversed(verb.doc[floor : verb.i]) if _is_aside(verb) else ()
    return next((t for t in before if t.tag_ in FINITE and t.dep_ != "acl:relcl"), None)


def _cut_off(doc: Doc, found: Token, verb: Token) -> bool:
    """Whether a comma and a name of its own stand between a noun and the verb: in "free Ana Petrova, River Watch said" Ana says nothing."""
    comma = next((i for i in range(verb.i - 1, found.i, -1) if doc[i].text == ","), verb.i - 1)
    between = doc[comma + 1 : verb.i]
    return len(between) > 0 and all(t.tag_ in {"NNP", "NNPS", "PRP"} for t in between)


def _opens_subject(doc: Doc, verb: Token, after: Token) -> bool:
    """True where the subject begins right behind the verb: a name or article, or any noun where a quotation mark is before it."""
    if (
        verb.tag_ == "VBG"
        or not _inverted(doc, verb)
        or after.ent_type_ in {"DATE", "TIME"}
        or verb.lower_ in {"tell", "tells", "told"}
        or after.lower_ == "that"
    ):
        return False  # behind "told" stands the one who is told, behind "that" what is said
    name = noun_run(doc, after.i, min(after.i + 12, len(doc)))
    if name is not None and name.i + 1 < len(doc) and name.nbor().tag_ in FINITE:
        return False  # the subject of what is said
    if after.tag_ in {"NNP", "NNPS", "DT"} or after.ent_type_ in {"PERSON", "ORG"}:
        return True
    before = next((t for t in reversed(doc[max(0, verb.i - 3) : verb.i]) if not t.is_space), None)
    return before is not None and before.text in MARKS and after.tag_ in {"NN", "NNS", "JJ", "PRP$"}


def _inverted(doc: Doc, verb: Token) -> bool:
    """True where the verb follows a quotation or a comma directly, so that its subject comes behind it."""
    at = verb.i - 1
    while at >= 0 and doc[at].is_space:
        at -= 1
    return at >= 0 and doc[at].text in {",", "”", '"', "'", "’", "''", "?", "!"}


def _named(doc: Doc, head: Token | None) -> Party:
    if head is None:
        return NOBODY
    if head.lower_ in FIRST_PERSON:
        return narrator(doc, head.i)
    who = party(head)
    return who if who.name or head.tag_ != "PRP" else meant(head)


def _reported(doc: Doc, start: int, end: int) -> Iterator[Quotation]:
    """What the sentence `start:end` reports."""
    inside = _inside(doc)
    for at in (at for at, word in enumerate(lowers(doc)[start:end], start) if word in cues()):
        token = doc[at]
        if token.lemma_ in nouns() and at + 2 < end and token.nbor().lower_ == "that" and token.nbor().tag_ != "WDT":
            yield from _announced(doc, token, end)
        elif at not in inside and told.is_told(token):
            who = party(by) if (by := told.teller(token)) is not None and _can_speak(by) else NOBODY
            yield Quotation(at + 2, end, at, who.actor, who.name, who.organization, direct=False)
        elif (owner := told.viewer(token)) is not None and (speaker := _named(doc, owner)).name:
            yield Quotation(at + 1, end, at, speaker.actor, speaker.name, speaker.organization, direct=False)
        elif at not in inside and (span := _clause(doc, token, start, end)):
            head = _speaker(doc, token, max(start, behind_dateline(token))) if token.lower_ != "according" else noun_run(doc, at + 2, end)
            speaker = _named(doc, head) if head is not None and _can_speak(head) else NOBODY
            spans = (span, _resumed(doc, at, end)) if span[1] < at and speaker.name else (span,)
            for said in spans if speaker.name else ():
                if said is not None:
                    yield Quotation(*said, at, speaker.actor, speaker.name, speaker.organization, direct=False)


def _can_speak(head: Token) -> bool:
    """True for a name, a pronoun, or a noun for somebody who can act: arrests say nothing."""
    return head.tag_ not in {"NN", "NNS"} or is_actor(head) or head.text[:1].isupper()


def _announced(doc: Doc, noun: Token, end: int) -> Iterator[Quotation]:
    """The clause of "a statement that ...", said by its author or by the subject of the verb it is the object of."""
    head = asker(noun)
    speaker = _named(doc, head)
    if head is not None and head != noun and speaker.name:
        yield Quotation(noun.i + 2, end, noun.i, speaker.actor, speaker.name, speaker.organization, direct=False)


def _clause(doc: Doc, cue: Token, start: int, end: int) -> tuple[int, int] | None:
    """The reported clause of a verb of saying or of "according to" in the sentence `start:end`, or None."""
    if cue.lower_ == "according" and cue.i + 1 < end and cue.nbor().lower_ == "to":
        if cue.i - start > 3:
            return start, cue.i
        comma = next((t.i for t in doc[cue.i : end] if t.text == ","), None)
        return (comma + 1, end) if comma else None
    if not is_saying(cue):
        return None
    if told.is_compared(doc, cue, start):
        return None
    left = _left_comma(doc, cue, start)
    if (
        left is not None
        and not (_is_aside(cue) and any(t.tag_ in FINITE for t in doc[cue.i + 1 : end]))
        and any(t.tag_ in FINITE or (t.tag_ == "VBP" and t.i > start) for t in doc[start:left])
        and not any(t.lower_ == "that" for t in doc[cue.i + 1 : cue.i + 3])
    ):
        return start, left
    after = cue.i
    for token in doc[cue.i + 1 : min(end, cue.i + REACH)]:
        if token.tag_ in FINITE or (token.lower_ == "that" and token.tag_ != "WDT"):
            after = token.i if token.lower_ == "that" else cue.i
            break
    return (after + 1, end) if end - after > 2 and any(t.tag_ in FINITE for t in doc[after + 1 : end]) else None


def _is_aside(cue: Token) -> bool:
    """True for a participle behind a comma: "..., saying that"."""
    return cue.tag_ == "VBG" and cue.i > 0 and cue.nbor(-1).text == ","


def _resumed(doc: Doc, cue: int, end: int) -> tuple[int, int] | None:
    """What goes on behind the verb of saying that closes a reported clause: "..., she said, and the court must ..."."""
    joint = next((t.i for t in doc[cue : min(end - 3, cue + PLACE + 2)] if t.text == "," and t.nbor().lower_ in {"and", "but"}), None)
    if joint is None or doc[joint + 2].tag_ not in NOUNS | {"DT", "PRP", "PRP$", "JJ", "CD", "EX", "MD"}:
        return None
    following = next((t for t in doc[joint + 2 : end] if t.tag_ in FINITE | {"VBP"}), None)
    stop = next((a for a, _ in doc._.quoted if a >= joint), end)
    return (joint + 2, min(stop, end)) if following is not None and following.i < stop and not is_saying(following) else None


def _left_comma(doc: Doc, cue: Token, start: int) -> int | None:
    """The comma before "X said" or "said X" that closes the reported clause."""
    found = subject(cue) if cue.i + 1 >= len(doc) or not _opens_subject(doc, cue, cue.nbor()) else None
    at = found.i if found is not None and start < found.i < cue.i and not _cut_off(doc, found, cue) else cue.i - 1
    while at > start and (
        doc[at].tag_ in NOUNS | {"PRP", "PRP$", "DT", "JJ", "POS", "-LRB-", "-RRB-", "NFP"}
        or doc[at].lower_ in {"of", "in", "for"}
        or (doc[at].tag_ in {"HYPH", "VBN"} and doc[at].lower_ in {"-", "based"})
        or doc[at].is_space
        or doc[at].pos_ in {"ADV"}
    ):
        at -= 1
    return at if doc[at].text == "," else None
