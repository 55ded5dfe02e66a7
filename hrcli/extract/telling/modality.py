"""Whether a dated event came about: past, planned, demanded, hypothetical or negated."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from hrcli.extract.dating import tense
from hrcli.extract.dating.tense import Hanging
from hrcli.extract.dating.timewords import words
from hrcli.extract.telling.clauses import children, leans, opens
from hrcli.extract.telling.eventwords import among, event_words
from hrcli.records import Modality

Ranges = Sequence[tuple[int, int]]
POSSIBLE = ("could", "might", "may")
OWED = ("should", "must", "ought")
CONDITIONS = ("if", "unless", "whether")
NONE = ("no", "not")
NOBODY = ("nobody", "none", "nothing", "neither", "no-one")
TELLING = ("acl", "acl:relcl", "relcl", "advcl")
LEANING = ("xcomp", "csubj")


def modality(verb: Token, demanded: Ranges, cue: str) -> Modality:
    """What a clause says of the event of its verb; `cue` is the word before the date."""
    hanging = children(verb)
    if _conditional(verb, hanging):
        return "hypothetical"
    looks = tense.clause_view(verb)
    if _negated(hanging):
        # What was not done until a day was done then.
        return "negated" if cue not in ("until", "till") else "planned" if looks == "future" else "past"
    if among(verb, [], event_words().failing) and any(dep == "xcomp" and tense.is_infinitive(child) for child, dep in hanging):
        return "negated"
    found = _by_mood(verb, hanging, demanded) or _by_head(verb, demanded, cue)
    if found is not None:
        return found
    if _scheduled(verb, hanging):
        return "negated" if _is_undone(verb.head) and verb.dep_ in TELLING else "planned"
    return "planned" if looks == "future" and not _given(verb, hanging) else "past"


def of_noun(noun: Token, demanded: Ranges, *, open_: bool) -> Modality:
    """What is said of the event of a noun; `open_` if its date may still lie ahead."""
    if open_ and any(start == noun.i or noun.doc[start : noun.i + 1].root == noun for start, end in demanded if start <= noun.i < end):
        return "demanded"
    return "negated" if _is_undone(noun) else "past"


def _negated(hanging: Hanging) -> bool:
    return any(
        dep == "neg" or tense.negates(child) or (dep == "mark" and child.lower_ == "without") or _nobody(child, dep)
        for child, dep in hanging
    )


def _nobody(child: Token, dep: str) -> bool:
    """Whether a subject or object is none: "no one", "none of the officers", "no hearing"."""
    if not (dep.startswith("nsubj") or dep == "obj"):
        return False
    return child.lower_ in NOBODY or any(below.lower_ in NONE and below.dep_ in ("det", "advmod", "neg") for below in child.children)


def _conditional(verb: Token, hanging: Hanging) -> bool:
    """A clause with "if", or with its auxiliary before its subject ("had he been released")."""
    if any(dep in ("mark", "advmod") and child.lower_ in CONDITIONS for child, dep in hanging):
        return True
    opening = verb.sent[0]
    if opening.text in ("Had", "Were", "Should") and opening.i < verb.i and not _parted(opening, verb):
        return True
    if verb.dep_ != "advcl":
        return False
    subjects = [child.i for child, dep in hanging if dep.startswith("nsubj")]
    return any(
        child.lower_ in ("had", "were", "should") and subjects and child.i < min(subjects)
        for child, dep in hanging
        if dep in tense.AUXILIARIES
    )


def _parted(opening: Token, verb: Token) -> bool:
    """Whether a comma or a question mark makes a clause with its auxiliary first no condition of this verb."""
    return any(token.text == "," for token in verb.doc[opening.i : verb.i]) or verb.sent.text.rstrip().endswith("?")


def _by_mood(verb: Token, hanging: Hanging, demanded: Ranges) -> Modality | None:
    """What demands and auxiliaries say."""
    auxiliaries = {token.lower_ for token in tense.auxiliaries(verb, hanging)}
    if any(start <= verb.i < end and not _told(verb, auxiliaries, start) for start, end in demanded):
        return None if _yet(verb) else "demanded"
    if not auxiliaries.isdisjoint(POSSIBLE) or ("would" in auxiliaries and _supposed(hanging, auxiliaries)):
        return "hypothetical"
    if "have" in auxiliaries and not auxiliaries.isdisjoint(OWED):
        return "hypothetical"
    return "demanded" if not auxiliaries.isdisjoint(OWED) or _imperative(verb, hanging, auxiliaries) else None


def _told(verb: Token, auxiliaries: set[str], start: int) -> bool:
    """Whether a verb in a demand that begins at `start` only tells of something: "the poet jailed in 2010", "the law that was passed"."""
    if not auxiliaries and tense.view(verb) == "past":
        return True
    if verb.dep_ not in TELLING or (verb.head.i < start and "be" in auxiliaries) or not auxiliaries.isdisjoint(OWED):
        return False
    return "relcl" in verb.dep_ or verb.tag_ in ("VBN", "VBD", "VBZ", "VBP")


def _supposed(hanging: Hanging, auxiliaries: set[str]) -> bool:
    """Whether "would" speaks of what was not, or hangs on a condition."""
    return "have" in auxiliaries or any(dep == "advcl" and _conditional(child, children(child)) for child, dep in hanging)


def _imperative(verb: Token, hanging: Hanging, auxiliaries: set[str]) -> bool:
    return (
        (verb.tag_ == "VB" or opens(verb))
        and verb.head.i == verb.i
        and not auxiliaries
        and not any(dep.startswith("nsubj") or child.tag_ == "TO" for child, dep in hanging)
    )


def _by_head(verb: Token, demanded: Ranges, cue: str) -> Modality | None:
    """What the verb says that this one leans on or is reported by."""
    head, bare = verb.head, verb.dep_ in LEANING or leans(verb)
    if not bare and verb.dep_ != "ccomp":
        return None
    if tense.among(head, words().calls) and tense.view(verb) != "past":
        return "demanded"
    if tense.among(head, event_words().denying):
        return None if _negated(children(head)) else "negated"
    return _by_leaning(verb, demanded, cue) if bare else None


def _by_leaning(verb: Token, demanded: Ranges, cue: str) -> Modality | None:
    """What the verb says of this one, which has no subject of its own: "failed to", "agreed to"."""
    head, known = verb.head, event_words()
    if _yet(verb) or (tense.is_infinitive(verb) and tense.among(head, known.failing)):
        return "negated"
    above = modality(head, demanded, cue)
    if above != "past":
        return above
    return "planned" if tense.is_infinitive(verb) and tense.among(head, known.willing | known.scheduled) else None


def _yet(verb: Token) -> bool:
    """Whether a verb leans on "have yet"."""
    return verb.dep_ in LEANING and any(child.lower_ == "yet" for child in (*verb.head.children, *verb.children))


def _scheduled(verb: Token, hanging: Hanging) -> bool:
    """Whether a participle or adjective says that something is to come ("due", "planned for"), or does so before the verb ("due to")."""
    known = event_words().scheduled
    if any(dep in ("mark", "aux") and child.lower_ == "due" for child, dep in hanging):
        return True
    return verb.tag_ in ("JJ", "VBN") and among(verb, [], known) and not _given(verb, hanging) and not _active(verb, hanging)


def _active(verb: Token, hanging: Hanging) -> bool:
    """Whether a participle stands with "have" alone or with none where a subject does: "they had planned a march", "they planned it"."""
    passive = verb.dep_ in TELLING or any(dep in ("aux:pass", "cop", "nsubj:pass") for _, dep in hanging)
    return verb.tag_ != "JJ" and not passive


def _given(verb: Token, hanging: Hanging) -> bool:
    """Whether a verb of things to come tells of what was done: "was proposed in 2014", "was set free"."""
    if not tense.among(verb, words().ahead) or verb.tag_ not in ("VBN", "VBD"):
        return False
    if tense.completes(hanging):
        return True
    return not tense.among(verb, event_words().scheduled) and not any(tense.is_infinitive(child) for child, _ in hanging)


def called_off(verb: Token, at: int) -> bool:
    """Whether a clause cancels or puts off what stands before the date at `at`: "the rally on 4 May was cancelled"."""
    hanging = children(verb)
    subject = next((child.i for child, dep in hanging if dep == "nsubj:pass"), at)
    return subject < at < verb.i and among(verb, hanging, event_words().undone)


def _is_undone(noun: Token) -> bool:
    """Whether a noun's clause says that it did not come about: "the rally was cancelled", "the hearing did not take place"."""
    above = noun.head
    if not (noun.dep_.startswith("nsubj") or noun.dep_ == "obj") or above.i == noun.i:
        return False
    hanging = children(above)
    return among(above, hanging, event_words().undone) or (
        noun.dep_.startswith("nsubj") and tense.among(above, event_words().light) and _negated(hanging)
    )
