"""The words that ask: the shapes of lexicon/demands.toml, and where a text holds such a word in earnest."""

from __future__ import annotations

import re
from functools import cache

from spacy.tokens import Token

from hrcli import lexicon
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
    inverse: list[str]
    bonds: list[str]
    envoys: list[str]
    case_words: list[str]
    reliefs: list[str]
    enjoyed: list[str]
    expected: list[str]
    inquiries: list[str]
    against: list[str]
    deaths: list[str]
    persons: list[str]
    imperatives: list[str]
    base_endings: list[str]
    leads: list[str]
    messages: list[str]
    noun_leads: list[str]
    reviews: list[str]
    closings: list[str]
    authors: list[str]
    opening_words: list[str]
    preambles: list[str]
    convening: list[str]
    resolving: list[str]
    pseudo: list[str]
    readers: list[str]
    errands: list[str]
    no_action: list[str]
    measures: list[str]
    ceasing: list[str]
    refusing: list[str]
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
def resolving() -> frozenset[str]:
    """The verbs that open the paragraphs of a resolution, in the present."""
    return frozenset(f"{verb}{'es' if verb.endswith(('s', 'ss', 'sh', 'ch')) else 's'}" for verb in words().resolving)


@cache
def inverse() -> dict[str, frozenset[str]]:
    """What somebody is to whom one is a kinship of: father or mother of "the daughter of X"."""
    return {own: frozenset(others) for own, *others in map(str.split, words().inverse)}


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
    if noun and token.tag_ == "VBZ" and is_noun_cue(token):
        return noun
    if verb and (verb.lemma not in AMBIGUOUS or token.tag_.startswith("V") or token.lower_.endswith("ed") or _is_verb_after_all(token)):
        return verb
    return noun if noun and (token.tag_ in {"NN", "NNS"} or verb is None) else None


def is_noun_cue(token: Token) -> bool:
    """True for a noun of asking that is the object of a verb, whatever its tag: "rejected calls to free him"."""
    return token.lower_ in asking("noun") and (token.tag_ in {"NN", "NNS"} or (token.tag_ == "VBZ" and token.dep_ == "obj"))


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


def is_agent_noun(token: Token) -> bool:
    """True for a noun of the list of those who can be asked; a plural that the lemmatizer leaves or only half undoes ("deputie") counts."""
    lemma, agents = token.lemma_.lower(), wordset("agents")
    if lemma in agents or (lemma.endswith("ie") and f"{lemma[:-2]}y" in agents):
        return True
    word = token.lower_
    return (
        token.tag_ in {"NNS", "NNP", "NNPS"}
        and word.endswith("s")
        and (word[:-1] in agents or (word.endswith("es") and word[:-2] in agents))
    )
