"""The words that ask: the shapes of lexicon/demands.toml, and where a text holds such a word in earnest."""

from __future__ import annotations

import re
from functools import cache

from spacy.tokens import Doc, Token

from hrcli import lexicon
from hrcli.extract.findings import words_of
from hrcli.extract.wordids import ids
from hrcli.lexicon import Entry
from hrcli.records import Force

AMBIGUOUS = {"call", "demand", "request", "appeal", "petition", "press", "push", "pressure", "need", "lobby", "plea"}


class Modal(Entry):
    """A word that makes its clause a demand: "must"; with `to`, only before an infinitive: "need to".

    `after`: it asks only right behind one of these words ("had better").
    `told`: it asks only in what somebody says, and only for what is to be done to somebody or something ("had to be freed").
    """

    word: str
    force: Force
    examples: list[str]
    to: bool = False
    told: bool = False
    after: list[str] = []


class Asking(Entry):
    """A verb or noun of asking: the prepositions before who is asked ("" = object) and before the thing asked, and what may follow.

    `deed`: to be asked so is itself something done for one ("should be invited to take part").
    `irregular` are forms that no rule gives.
    `own`: with an infinitive of its own it asks for the asker ("demanded to know"); `selfish`: that is what the asker wants to do.
    `weak` verbs ask only where somebody does the asking ("laws encourage people to leave" does not).
    """

    lemma: str
    force: Force
    addressee: list[str]
    noun: list[str]
    forms: list[str]
    examples: list[str]
    negated_only: bool = False
    weak: bool = False
    deed: bool = False
    agent_only: bool = False
    conditional: bool = False
    own: bool = False
    selfish: bool = False
    irregular: list[str] = []


class Impersonal(Entry):
    """A phrase that says for whom it is to act ("it is time for"), as a regular expression; `opens` are the words it can begin with."""

    opens: list[str]
    pattern: str
    force: Force
    examples: list[str]


class Spelled(Entry):
    """A verb after which a demanded act is spelled out in gerunds: "those steps should include releasing"."""

    lemma: str
    irregular: list[str] = []


class Demands(Entry):
    """The whole of lexicon/demands.toml."""

    manner: list[str]
    refrain: list[str]
    agents: list[str]
    papers: list[str]
    issuing: list[str]
    issued: list[str]
    chanting: list[str]
    carriers: list[str]
    slogan_nouns: list[str]
    outcries: list[str]
    approaching: list[str]
    approached: list[str]
    acts: list[str]
    arrangements: list[str]
    kin: list[str]
    relatives: list[str]
    bonds: list[str]
    envoys: list[str]
    case_words: list[str]
    expected: list[str]
    inquiries: list[str]
    against: list[str]
    deaths: list[str]
    persons: list[str]
    imperatives: list[str]
    base_endings: list[str]
    leads: list[str]
    messages: list[str]
    reviews: list[str]
    closings: list[str]
    preambles: list[str]
    convening: list[str]
    pseudo: list[str]
    readers: list[str]
    errands: list[str]
    no_action: list[str]
    modal: list[Modal]
    verb: list[Asking]
    noun: list[Asking]
    impersonal: list[Impersonal]
    spelled: list[Spelled]


@cache
def words() -> Demands:
    """The vocabulary of asking."""
    loaded: Demands = lexicon.load("demands", Demands)
    return loaded


@cache
def wordset(name: str) -> frozenset[str]:
    """One of the plain word lists of the vocabulary, to look words up in."""
    return frozenset(getattr(words(), name))


@cache
def modals() -> dict[str, Modal]:
    """The modal words by their forms."""
    found = {entry.word: entry for entry in words().modal}
    return found | {"needs": found["need"], "has": found["have"]}


@cache
def asking(kind: str) -> dict[str, Asking]:
    """The verbs or nouns ("verb", "noun") of asking by their regular forms."""
    return {form: entry for entry in getattr(words(), kind) for form in forms(entry.lemma)}


def forms(lemma: str) -> set[str]:
    """The regular forms of a verb or noun, and some that are none."""
    if lemma.endswith("y") and lemma[-2] not in "aeou":
        return {lemma, f"{lemma[:-1]}ies", f"{lemma[:-1]}ied", f"{lemma}ing"}
    stem = lemma[:-1] if lemma.endswith("e") else lemma
    return {lemma, f"{lemma}s", f"{lemma}es", f"{stem}ed", f"{stem}ing", f"{lemma}ing", f"{lemma}{lemma[-1]}ed", f"{lemma}{lemma[-1]}ing"}


@cache
def impersonals() -> dict[str, tuple[re.Pattern[str], Force]]:
    """The impersonal phrases by the words they can begin with."""
    return {word: (re.compile(entry.pattern, re.IGNORECASE), entry.force) for entry in words().impersonal for word in entry.opens}


@cache
def issuing() -> frozenset[str]:
    """The verbs of writing, issuing and adopting, in all their forms."""
    return frozenset([*(form for lemma in words().issuing for form in forms(lemma)), *words().issued])


@cache
def chanting() -> frozenset[str]:
    """The verbs of chanting, in all their forms."""
    return frozenset(form for lemma in words().chanting for form in forms(lemma))


@cache
def carriers() -> frozenset[str]:
    """The nouns for what a slogan stands on, in singular and plural."""
    return frozenset(form for noun in words().carriers for form in (noun, f"{noun}s"))


@cache
def approaching() -> frozenset[str]:
    """The verbs of turning to somebody, in all their forms."""
    return frozenset([*(form for lemma in words().approaching for form in forms(lemma)), *words().approached])


@cache
def spelled() -> frozenset[str]:
    """The lemmas of the verbs after which a demanded act is spelled out."""
    return frozenset(entry.lemma for entry in words().spelled)


@cache
def cue_forms() -> frozenset[str]:
    """The words, in all their forms, that can be the cue of a demand."""
    found = {*asking("verb"), *asking("noun"), *modals(), *impersonals()}
    found.update(*(verb.irregular for verb in words().verb))
    return frozenset(found.union(*({*forms(verb.lemma), *verb.irregular} for verb in words().spelled)))


@cache
def cues() -> frozenset[int]:
    """The numbers of the words that can be the cue of a demand."""
    return ids(cue_forms())


def asking_at(token: Token) -> Asking | None:
    """The entry of a verb or noun of asking; words that are both go by their tag."""
    lemma = token.lemma_.lower()
    verb = asking("verb").get(token.lower_) or asking("verb").get(lemma)
    noun = asking("noun").get(token.lower_)
    if verb and (verb.lemma not in AMBIGUOUS or token.tag_.startswith("V") or token.lower_.endswith("ed") or _is_verb_after_all(token)):
        return verb
    return noun if noun and (token.tag_ in {"NN", "NNS"} or verb is None) else None


def _is_verb_after_all(token: Token) -> bool:
    """True for a verb mistagged as a noun: "Demands an inquiry" at the start of a clause, "MEPs demand an inquiry" behind a plural."""
    if (
        token.i + 1 >= len(token.doc)
        or token.nbor().tag_ not in {"DT", "PRP$", "JJ", "NNP", "IN", "NN"}
        or token.nbor().lower_ in {"for", "of", "from", "by"}
    ):
        return False
    before = next((t for t in reversed(token.doc[max(0, token.i - 3) : token.i]) if not t.is_space), None)
    if token.tag_ == "NNS":
        return token.text[0].isupper() and (before is None or not before.is_alpha)
    return token.tag_ == "NN" and before is not None and before.tag_ in {"NNS", "NNPS"}


@cache
def _union(name: str) -> re.Pattern[str]:
    """One pattern for all of a list; where each of them begins at a word's edge or with the text, elsewhere one look is enough."""
    patterns = getattr(words(), name)
    edge = r"(?:\b|^)" if all(pattern.startswith((r"\b", "^")) for pattern in patterns) else ""
    return re.compile(f"{edge}(?:{'|'.join(f'(?:{pattern})' for pattern in patterns)})", re.IGNORECASE)


def is_pseudo(doc: Doc, at: int, start: int, end: int) -> bool:
    """True where the cue at token `at` is part of a phrase that asks for nothing, in the sentence `start:end`."""
    base = doc[start].idx
    text = words_of(doc, start, end)
    a, b = doc[at].idx - base, doc[at].idx + len(doc[at]) - base
    return any(m.start() <= a and b <= m.end() for m in _union("pseudo").finditer(text))


def is_for_readers(text: str, *, letter: bool = False) -> bool:
    """True for a sentence that speaks to the page's readers about the page; a `letter` sends its addressee on errands in earnest."""
    return _union("readers").search(text) is not None or (not letter and _union("errands").search(text) is not None)


def is_message(text: str) -> bool:
    """True for words before a colon that introduce what somebody says to somebody: "To the king I say only this"."""
    return _union("messages").search(text.strip()) is not None


def is_agent_noun(token: Token) -> bool:
    """True for a noun of the list of those who can be asked; a plural that the lemmatizer leaves or only half undoes ("deputie") counts."""
    lemma, agents = token.lemma_.lower(), wordset("agents")
    if lemma in agents or (lemma.endswith("ie") and f"{lemma[:-2]}y" in agents):
        return True
    return token.tag_ in {"NNS", "NNP", "NNPS"} and token.lower_.endswith("s") and token.lower_[:-1] in agents


def is_review(text: str) -> bool:
    """True for a heading that speaks of a review by other states or of recommendations."""
    return _union("reviews").search(text) is not None


def is_lead(text: str) -> bool:
    """True for words before a colon that introduce a list of demands."""
    return _union("leads").search(text.strip()) is not None or is_message(text)
