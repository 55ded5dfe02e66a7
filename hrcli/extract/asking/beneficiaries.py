"""For whom something is asked: the persons in an action, by name, by a pronoun, by kinship, or by the case that it is about."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from spacy.tokens import Doc, Token

from hrcli.extract.asking import focus, letters
from hrcli.extract.asking.actions import Action
from hrcli.extract.asking.addressees import greeting
from hrcli.extract.asking.claims import is_agent
from hrcli.extract.asking.demandcues import inverse, is_agent_noun, wordset
from hrcli.extract.asking.parties import FIRST_PERSON, Party
from hrcli.extract.findings import Actor, text_of
from hrcli.extract.trees import BEFORE_NOUN, SUBJECTS, is_owning

THEM = frozenset(["them", "their"])
ONE = frozenset(["him", "his", "her", "he", "she"])
THREATS = frozenset(["sentence", "sentences", "penalty", "row", "threats"])  # "death row" is before death
PAIR = {"former": 0, "latter": 1}
LOOKBACK = 3  # sentences before a demand in which those are named whom "them" may mean
WHILE = {"before", "until", "when", "while", "as", "if"}  # behind these "she" may well be the one who is asked
CLOSE = 3  # words between a verb and the case that is its object
KIN = 6  # words between "I" and the kinship that it is said to have
BESIDE = 3  # words between a kinship and the name of who bears it


def people(doc: Doc, action: Action, asked: Collection[str], asker: Party, previous: list[str]) -> list[str]:
    """The persons for whom an action is asked: those named or meant in it, and the subject of a passive; not those asked.

    Who asks counts only as the subject or owner of what is asked ("appealed for him to be freed"). `previous` are the persons of the
    demand before, whom "them", or "the verdict", may mean. Nothing is asked for those who are to be punished or whose death is looked into.
    """
    lemma = doc[action.head].lemma_.lower()
    if lemma in wordset("inquiries") or (lemma in wordset("against") and not action.negated):
        return []
    who, before, inside = asker.actor, _before(doc, action), range(action.start, action.end)
    found = [name for name in _named(doc, before) if who is None or name != who.name or _is_own(doc, before, who)]
    found += [name for name in _named(doc, inside) if who is None or name != who.name]
    found = [name for name in found if name not in asked]
    found += [name for at in (*before, *inside) if (name := _kin(doc, doc[at], who) or _of_pair(doc, doc[at], action)) is not None]
    found = [_whole(doc, name, doc[action.head]) for name in found] or _tagged(doc, doc[action.head])
    if not found:
        found = _meant(doc, action, [*before, *inside], asked, asker, previous)
    return list(dict.fromkeys(name for name in found if name and not any(name in each or each in name for each in asked)))


def _whole(doc: Doc, name: str, head: Token) -> str:
    """A name without the verb that is taken for its first word ("Free Petrova"): that of the one person known by the rest of it."""
    if not name.startswith(f"{head.text} "):
        return name if name != head.text else ""
    rest = name[len(head.text) + 1 :].removeprefix("for ")
    known = [a.name for a in doc._.actors if a.type == "person" and a.name != name and set(rest.split()) <= set(a.name.split())]
    return known[0] if len(known) == 1 else rest


def _tagged(doc: Doc, hashtag: Token) -> list[str]:
    """The one person whose name a hashtag ends with: "FreeAnaPetrova", "FreePetrova"."""
    if hashtag.i == 0 or doc[hashtag.i - 1].text != "#":
        return []
    persons = {a.name: (a.name, *a.aliases, *a.name.split()) for a in doc._.actors if a.type == "person"}
    fitting = [
        name for name, forms in persons.items() if any(hashtag.text.endswith(form.replace(" ", "")) for form in forms if len(form) > 2)
    ]
    return fitting if len(fitting) == 1 else []


def _named(doc: Doc, places: Iterable[int]) -> list[str]:
    """The persons at some places of the text, but for those whose death or whose government is spoken of."""
    found = [(i, _person(doc, i)) for i in places]
    return [actor.name for i, actor in found if actor is not None and not (_is_spoken_of(doc, i) or _is_owner(doc, i))]


def _person(doc: Doc, at: int) -> Actor | None:
    """The person at a place of the text; of a pronoun rather one who is held."""
    actor: Actor | None = focus.rather(doc, doc[at]) if doc[at].lower_ in ONE else doc._.referents.get(at)
    return actor if actor is not None and actor.type == "person" else None


def _is_owner(doc: Doc, at: int) -> bool:
    """True for whose kin is named right behind: "her husband, Ivo Maric", "Ana's brother Ivo"."""
    mark = doc[at].tag_ != "PRP$"
    if at + 3 >= len(doc) or (mark and not is_owning(doc[at + 1])) or doc[at + 1 + mark].lower_ not in wordset("relatives"):
        return False
    name = at + 2 + mark
    name += name + 1 < len(doc) and doc[name].text == ","
    actor: Actor | None = doc._.referents.get(name)
    return actor is not None and actor.type == "person" and doc[name].tag_ in {"NNP", "NNPS"}


def _is_spoken_of(doc: Doc, at: int) -> bool:
    """True for a person in "the murder of Ana", "Ana's murder", "Ana's government", "a ban imposed by Ana", "ask President Ana"."""
    place = next((t for t in reversed(doc[max(0, at - 5) : at]) if t.tag_ not in BEFORE_NOUN | {"DT"}), None)
    if place is not None and place.lower_ == "by":
        return True
    if (
        place is not None
        and place.lower_ in {"to", "with", "on"}
        and any(t.text[0].isupper() and is_agent_noun(t) for t in doc[place.i + 1 : at + 1])
    ):
        return True
    behind = next((t for t in doc[at + 1 : at + 4] if t.tag_ == "POS"), None)
    owned = doc[behind.i + 1] if behind is not None and behind.i + 1 < len(doc) else None
    if owned is not None and (owned.lower_ in wordset("deaths") or owned.lemma_.lower() in {"government", "administration", "regime"}):
        return True
    before = [t.lower_ for t in doc[max(0, at - 6) : at] if t.is_alpha]
    return any(word in wordset("deaths") and before[n + 1] not in THREATS and "of" in before[n + 1 :] for n, word in enumerate(before[:-1]))


def _is_own(doc: Doc, places: Iterable[int], asker: Actor) -> bool:
    """True where a pronoun means the one who asks, and not only whose client or son it is."""
    own = (i for i in places if doc[i].lower_ in ONE and doc._.referents.get(i) is asker)
    return any(doc[i].tag_ != "PRP$" or not is_agent_noun(doc[i + 1]) for i in own)


def _meant(doc: Doc, action: Action, places: list[int], asked: Collection[str], asker: Party, previous: list[str]) -> list[str]:
    """Whom a pronoun without a known referent, or a word for somebody's case, stands for."""
    if group := next((found for i in places if (found := focus.counted(doc, doc[i]) or focus.alike(doc, doc[i]))), []):
        return [actor.name for actor in group]
    greeted = greeting(doc) in asked  # "you", so that no "he" means them
    open_ = [i for i in places if i not in doc._.referents or (greeted and doc[i].lower_ in ONE and doc._.referents[i].name in asked)]
    them = next((i for i in open_ if doc[i].lower_ in THEM or (doc[i].lower_ == "they" and i < action.start)), None)
    if them is not None:
        told = [actor.name for actor in focus.counted_before(doc, them)]
        return told or _several(doc, them, asker, previous)
    if any(doc[i].lower_ in ONE and doc[i - 1].lower_ not in WHILE for i in open_):
        earlier = [name for name in _named(doc, range(doc[action.start].sent.start, action.start)) if name not in (asker.name, *asked)]
        return earlier[-1:] or _spoken_of_alone(doc, doc[action.start].sent.start, asker, asked) or (previous if len(previous) == 1 else [])
    if _is_of_asker(doc, action, places, asker):
        return [asker.actor.name] if asker.actor is not None else []
    at = next((i for i in places[1:] if _is_of_case(doc, i, action)), None)
    if at is None:
        return []
    one = focus.beside(doc, at) or focus.main(doc)
    known = len(previous) == 1 and (one is None or any(a.name == previous[0] for a in focus.held(doc)))
    return previous if known else [one.name] if one is not None and one.name not in (asker.name, *asked) else []


def _is_of_case(doc: Doc, at: int, action: Action) -> bool:
    """True for "the charges", "all charges", "the death sentence" of somebody who is not named behind."""
    after = doc[at + 1].lower_ if at + 1 < len(doc) else ""
    before = doc[at - 1].lower_
    own = before in {"the", "all"} or (before in {"house", "death", "prison"} and doc[at - 2].lower_ == "the")
    far = doc[at].lower_ == "case" and at - action.head > CLOSE
    return own and not far and doc[at].lower_ in wordset("case_words") and after not in {"of", "against", "for"}


def _is_of_asker(doc: Doc, action: Action, places: list[int], asker: Party) -> bool:
    """True where one who is held asks for himself: "let me read my file", "his request for bail"."""
    if asker.actor is None or asker.actor not in focus.held(doc):
        return False
    return doc[action.head].lower_ in wordset("reliefs") or any(doc[i].lower_ in {"me", "my", "verdict", "sentence"} for i in places)


def _spoken_of_alone(doc: Doc, end: int, asker: Party, asked: Collection[str]) -> list[str]:
    """The person whom the last sentence before token `end` to name any names, if it names only one besides who asks and who is asked."""
    for _ in range(LOOKBACK):
        if end == 0:
            break
        start = doc[end - 1].sent.start
        if found := {name for name in _named(doc, range(start, end)) if name not in (asker.name, *asked)}:
            return [*found] if len(found) == 1 else []
        end = start
    return []


def _several(doc: Doc, them: int, asker: Party, previous: list[str]) -> list[str]:
    """Whom "them" means: the persons named last before, where they are more than one, else those asked for before.

    Nobody where a noun for others stands between ("lawyers for their clients", "those responsible"), unless it is the one who asks.
    """
    told = (asker.name or "").casefold()
    start, end = doc[them].sent.start, them
    for _ in range(LOOKBACK + 1):
        found = list(dict.fromkeys(_named(doc, range(start, end))))
        last = max((i for i in range(start, end) if i in doc._.referents and doc._.referents[i].type == "person"), default=start)
        if any((t.tag_ == "NNS" and t.lower_ not in told and is_agent(t)) or t.lower_ == "those" for t in doc[last:end]):
            return []
        if len(found) > 1:
            return found
        if start == 0:
            break
        start, end = doc[start - 1].sent.start, start
    return previous


def _of_pair(doc: Doc, token: Token, action: Action) -> str | None:
    """The one of the last two persons that "the former" or "the latter" means."""
    if token.lower_ not in PAIR or token.i + 1 >= len(doc) or token.nbor().tag_ not in {"POS", "VBZ", "MD", "VBD"}:
        return None
    last = list(dict.fromkeys(reversed(_named(doc, range(max(0, action.start - 30), action.start)))))[:2]
    return last[1 - PAIR[token.lower_]] if len(last) == 2 else None


def _kin(doc: Doc, token: Token, asker: Actor | None) -> str | None:
    """Whom "her husband", "my sister" means: the person of whom the text says elsewhere that she is his wife, her sister."""
    if token.lower_ not in wordset("relatives") or token.i == 0:
        return None
    owner = _owner(doc, token)
    if owner is not None and owner.lower_ in {"my", "our"} and (mine := _of_writer(doc, token.lower_)) is not None:
        return mine
    one = asker if owner is not None and owner.lower_ in FIRST_PERSON else None if owner is None else doc._.referents.get(owner.i)
    return None if one is None else next((other.name for other in _related(doc, one)), None)


def _of_writer(doc: Doc, kinship: str) -> str | None:
    """Whom "my father" means in a letter: "my father, X", and X where its writer is "the daughter of X"."""
    if letters.writer(text_of(doc)) is None:
        return None
    referents: dict[int, Actor] = doc._.referents
    for at, word in enumerate(t.lower_ for t in doc[:-KIN]):
        if word == kinship and at and doc[at - 1].lower_ in {"my", "our"}:
            name = at + 1 + (doc[at + 1].text == ",")
        elif kinship in inverse().get(word, ()) and doc[at + 1].lower_ == "of" and any(t.lower_ == "i" for t in doc[max(0, at - KIN) : at]):
            name = at + 2
        else:
            continue
        if doc[name].tag_ in {"NNP", "NNPS"} and name in referents and referents[name].type == "person":
            return referents[name].name
    return None


def _owner(doc: Doc, kinship: Token) -> Token | None:
    """The pronoun or name before a kinship: "her husband", "Ana's late husband"."""
    for token in reversed(doc[max(0, kinship.i - BESIDE) : kinship.i]):
        if token.tag_ == "PRP$":
            return token
        if token.tag_ == "POS":
            return doc[token.i - 1] if token.i else None
        if token.tag_ not in {"JJ", "CD", "NN"}:
            return None
    return None


def _related(doc: Doc, one: Actor) -> Iterator[Actor]:
    """The persons whose kinship to `one` the text states: "his wife, Ana", "Ana, sister of Omar"."""
    for mention in one.mentions:
        for token in doc[max(0, mention.start - BESIDE - 1) : mention.start]:
            owner = _owner(doc, token) if token.lower_ in wordset("relatives") else None
            if owner is not None and (other := doc._.referents.get(owner.i)) is not None and other.type == "person" and other is not one:
                yield other
        behind = doc[mention.end : mention.end + 2 * BESIDE + 1]
        kinship = next((t.i for t in behind if t.lower_ in wordset("relatives")), None)
        if kinship is not None and doc[mention.end].text == "," and kinship + 2 < len(doc) and doc[kinship + 1].lower_ == "of":
            found = (doc._.referents.get(i) for i in range(kinship + 2, min(kinship + 2 + BESIDE, len(doc))))
            yield from (other for other in found if other is not None and other.type == "person" and other is not one)


def _before(doc: Doc, action: Action) -> list[int]:
    """Words before an action that belong to it: the owner of a noun ("Ali's release"), the subject of a passive."""
    head = doc[action.head]
    if action.passive:
        found = [t for c in head.children if c.dep_ in SUBJECTS for t in c.subtree] if action.subject_from is None else []
        if found or action.subject_from is None:
            return [t.i for t in found]
        start = min(action.subject_from, doc[action.subject_from].left_edge.i)
        return list(range(max(start, head.sent.start), action.start))
    subject = action.subject_from
    if subject is not None and head.lemma_.lower() in wordset("enjoyed") and (who := _person(doc, subject)) and who in focus.held(doc):
        return [subject]
    if action.subject_from is not None and doc[action.subject_from].lower_ in wordset("relatives"):
        return list(range(max(action.subject_from - BESIDE, 0), action.start))
    at = action.start - 1
    while at > 0 and (doc[at].tag_ in {"POS", "JJ", "NNP", "CC", "RB"} or doc[at].text == ","):
        at -= 1
    return list(range(at, action.start)) if head.tag_ in {"NN", "NNS"} else []
