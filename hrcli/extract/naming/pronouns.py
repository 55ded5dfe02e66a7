"""Which person "he", "she", "his", "her" mean: by gender, by place in the clause, by what the paragraph is about; precision first."""

from __future__ import annotations

import re
from functools import cached_property
from itertools import islice

from spacy.tokens import Token

from hrcli.extract.findings import Actor
from hrcli.extract.lemmas import bases
from hrcli.extract.naming.page import Page
from hrcli.extract.naming.salience import SUBJECTS, Sighting, Stage, first
from hrcli.extract.naming.vocabulary import genders, roles, titles

PRONOUNS = {
    "he": "male",
    "him": "male",
    "his": "male",
    "himself": "male",
    "she": "female",
    "her": "female",
    "hers": "female",
    "herself": "female",
}
OBJECTS = frozenset(("obj", "iobj"))
FREEING = frozenset(("release", "free", "acquit", "pardon", "liberate"))
ASKING = frozenset(("call", "urge", "demand", "appeal", "press", "ask", "request", "want", "implore"))
WINDOW = 3
MARGIN = 0.1
SURE = 0.6
"""A lead at which the pronoun's gender is taken to be that of the person it means."""
SAME_SENTENCE = 0.5
JOINED = 2.0
"""What speaks for the noun that a pronoun hangs on: "Omar and his wife", "Omar, who lost his job"; "summoned Omar and told him"."""
TOLD = 0.6
"""How much more a person counts whose gender is told than one whose gender is open."""


class Persons:
    """The people of a text, with the gender of each where it is known, or learnt from a pronoun that can mean nobody else."""

    def __init__(self, page: Page, actors: list[Actor]) -> None:
        self._page = page
        self._actors = [a for a in actors if a.type == "person"]

    @cached_property
    def _genders(self) -> dict[int, str | None]:
        return {id(a): gender(self._page, a) for a in self._actors}

    def meant(self, pronoun: Token, stage: Stage) -> Actor | None:
        """The person whom a pronoun means; None where nobody is clearly in front."""
        wanted = PRONOUNS[pronoun.lower_]
        able = [a for a in self._actors if self._genders[id(a)] in (None, wanted)]
        seen = [(a, sightings) for a in able if (sightings := stage.before(a, pronoun, WINDOW))]
        weighed = [(self._weigh(a, pronoun, sightings, stage), a) for a, sightings in seen if _may_be(a, pronoun, stage)]
        ranked = sorted(weighed, key=lambda pair: -pair[0])
        if not ranked or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < MARGIN):
            return None
        if len(ranked) == 1 or ranked[0][0] - ranked[1][0] > SURE:
            self._genders[id(ranked[0][1])] = wanted
        return ranked[0][1]

    def _weigh(self, actor: Actor, pronoun: Token, sightings: list[Sighting], stage: Stage) -> float:
        best = max(_weight(actor, pronoun, s, stage) for s in sightings)
        return best + (TOLD if self._genders[id(actor)] else 0.0)


def gender(page: Page, actor: Actor) -> str | None:
    """A person's gender where a form of address, a kinship or the forename tells it."""
    forms = {page.words[m.start - 1] for m in actor.mentions if m.start}
    said = {word for role in actor.roles for word in re.findall(r"[\w-]+", role.casefold())}
    if not (titles().female.isdisjoint(forms) and titles().female_kin.isdisjoint(said)):
        return "female"
    if not (titles().male.isdisjoint(forms) and titles().male_kin.isdisjoint(said)):
        return "male"
    names = [name.split() for name in (actor.name, *actor.aliases)]
    return next((genders()[parts[0]] for parts in names if len(parts) > 1 and genders().get(parts[0])), None)


def _weight(actor: Actor, pronoun: Token, sighting: Sighting, stage: Stage) -> float:
    """A sighting's weight for a pronoun; the nearer of two equal ones is the stronger, and subjects follow subjects."""
    parallel = 0.5 if pronoun.dep_ in SUBJECTS and sighting.grade >= 2 else 0.0
    same = SAME_SENTENCE if sighting.sentence == stage.sentences[pronoun.i] else 0.0
    joined = JOINED if _joined(pronoun.doc[sighting.at], pronoun) else 0.0
    return stage.weight(actor, pronoun, sighting) + parallel + same + joined - min(pronoun.i - sighting.at, 100) / 200


def _joined(name: Token, pronoun: Token) -> bool:
    """Whether a pronoun stands in a noun coordinated with a name, in a clause about it, or is an object as it is, of the next verb."""
    if pronoun.dep_ == "nmod:poss" and pronoun.head.dep_ == "conj" and first(pronoun.head) == first(name):
        return True
    if any(up.dep_ == "acl:relcl" and up.head == name for up in (pronoun.head, *islice(pronoun.head.ancestors, 3))):
        return True
    verb = pronoun.head
    return pronoun.dep_ in OBJECTS and name.dep_ in OBJECTS and verb.dep_ == "conj" and verb.head == name.head


def _may_be(actor: Actor, pronoun: Token, stage: Stage) -> bool:
    """Whether nothing forbids that a pronoun means a person: not its own clause's subject, not the one quoted, not "her lawyer" herself."""
    return not (
        _bound(actor, pronoun, stage) or _asks(actor, pronoun, stage) or _kin(actor, pronoun, stage) or _speaker(actor, pronoun, stage)
    )


def _bound(actor: Actor, pronoun: Token, stage: Stage) -> bool:
    """ "X saw him": an object is another person than the subject of its verb."""
    if pronoun.dep_ not in (*OBJECTS, "obl") or pronoun.lower_.endswith("self"):
        return False
    verb = _with_subject(pronoun.head)
    if verb.dep_ == "acl" and any(s.at == verb.head.i for s in stage.before(actor, pronoun, 0)):
        return True
    return pronoun.dep_ in OBJECTS and any(first(pronoun.doc[s.at]).head == verb and s.grade >= 2 for s in stage.before(actor, pronoun, 0))


def _asks(actor: Actor, pronoun: Token, stage: Stage) -> bool:
    """ "X called on them to free him": who asks for somebody's release is at liberty."""
    if pronoun.dep_ not in OBJECTS or pronoun.head.lemma_ not in FREEING:
        return False
    verbs = [first(pronoun.doc[s.at]).head for s in stage.before(actor, pronoun, 0) if s.grade >= 2]
    asking = [up for up in islice(pronoun.head.ancestors, 4) if verbs and not bases(up).isdisjoint(ASKING)]
    return any(_clause(up) in verbs for up in asking)


def _clause(verb: Token) -> Token:
    """The nearest verb above one, or itself, that has a subject."""
    return next((up for up in (verb, *verb.ancestors) if any(c.dep_ in SUBJECTS for c in up.children)), verb)


def _with_subject(verb: Token) -> Token:
    """The verb whose subject is also that of a verb without one: "X wrote, urging him"."""
    while verb.dep_ in ("advcl", "xcomp", "conj") and verb.pos_ in ("VERB", "AUX") and not any(c.dep_ in SUBJECTS for c in verb.children):
        verb = verb.head
    return verb


def _kin(actor: Actor, pronoun: Token, stage: Stage) -> bool:
    """ "Her husband" is not herself: nobody owns the noun that is her own role, unless the text is about that person."""
    if pronoun.dep_ != "nmod:poss" or pronoun.head.lower_ not in roles() or stage.shares.get(id(actor), 0) == 1:
        return False
    return any(pronoun.head.lower_ in role.casefold().split() for role in actor.roles)


def _speaker(actor: Actor, pronoun: Token, stage: Stage) -> bool:
    """Who is quoted says "I"."""
    if pronoun.i not in stage.quoted:
        return False
    return any(s.speaks for s in stage.near(actor, pronoun) if not s.quoted)
