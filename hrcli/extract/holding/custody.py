"""The words of custody: the vocabulary of detentions, and where its cues stand in a text as facts."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from hrcli.english import tokens
from hrcli.extract.holding import scope
from hrcli.extract.holding.custodywords import Allegation, Block, Cue, Why, lexicon
from hrcli.extract.holding.reading import FINITE, Reading

Form = Literal["plain", "ing", "past", "participle", "none"]


LONGEST_BLOCK = 8
SHARED = 8
PRESUPPOSING = {"where", "why"}
PARTICLES = {"-", "'s", "no", ".", "de", "del", "la", "el", "al", "da", "do", "of"}
PLACE_WORDS = {"PROPN", "DET", "ADJ", "NUM", "NOUN"}


@dataclass(frozen=True, slots=True)
class Sign:
    """A cue in the text at the tokens `start:end`; `why` says what keeps it from being a fact, if anything does."""

    start: int
    end: int
    cue: Cue
    form: Form
    gap: tuple[int, int]
    why: Why | None


def signs(reading: Reading) -> list[Sign]:
    """The cues of a text, longest first where they overlap, with what keeps them from being facts."""
    hits = scope.longest(hit for hit in scope.find(reading.words, _table()) if _is_backed(reading, hit) and _reads_as(reading, hit))
    found = []
    for hit in hits:
        if hit.what is None:
            continue
        cue, form = hit.what
        if not ((_names_place(cue) and not _one_phrase(reading, *hit.gap)) or _before_infinitive(reading, cue, hit.end)):
            found.append(Sign(hit.start, hit.end, cue, form, hit.gap, _why(reading, hit)))
    return found


def _names_place(cue: Cue) -> bool:
    """Whether the gap of a cue holds the name of a place: "in ~ prison", "left ~ prison"."""
    return cue.kind == "state" or (cue.kind == "act" and cue.words.endswith(("~ prison", "~ jail")))


def _is_backed(reading: Reading, hit: scope.Hit[tuple[Cue, Form] | None]) -> bool:
    """Whether one of the words that a cue needs near stands there."""
    return hit.what is None or not hit.what[0].near or reading.near(hit.start, hit.end, hit.what[0].near)


def _before_infinitive(reading: Reading, cue: Cue, end: int) -> bool:
    """Whether a cue that ends in "to" leads to a deed rather than a place: "sent A to visit a prison"."""
    return cue.words.endswith(" to") and end < len(reading.words) and reading.tokens[end].tag_ == "VB"


def allegations(reading: Reading, low: int, high: int) -> list[scope.Hit[Allegation]]:
    """The words of ill-treatment between two words; `start` and `end` of the hits are positions in the reading."""
    hits = scope.find(reading.words[low:high], _ill_treatment())
    return [scope.Hit(low + hit.start, low + hit.end, hit.what) for hit in hits]


def _one_phrase(reading: Reading, start: int, end: int) -> bool:
    """Whether the words of a gap are but the name of a place: "in <Oran> prison", "in <the city's main> jail", "in <military> custody".

    Whoever owns a custody need not be the state: "in <her mother's> custody".
    """
    owned = end > start and reading.words[end] == "custody" and any(reading.tokens[i].tag_ in ("POS", "PRP$") for i in range(start, end))
    return not owned and all(_places(reading, i) for i in range(start, end))


def _places(reading: Reading, at: int) -> bool:
    """Whether a word may belong to the name of a place, with whoever owns it."""
    token = reading.tokens[at]
    return token.pos_ in PLACE_WORDS or token.tag_ == "PRP$" or reading.words[at] in PARTICLES


def _reads_as(reading: Reading, hit: scope.Hit[tuple[Cue, Form] | None]) -> bool:
    """Whether a word that may be a verb or a noun ("arrest", "charges") stands here as its cue takes it."""
    if hit.what is None:
        return True
    cue, form = hit.what
    if hit.end - hit.start > 1 or not (cue.kind == "thing" or form in ("plain", "ing")):
        return True
    if form == "ing":
        return not (_determined(reading, hit.start) or reading.words[hit.end : hit.end + 1] == ["of"])
    return (cue.kind == "thing") == _is_noun(reading, hit.start)


def _determined(reading: Reading, at: int) -> bool:
    before = reading.tokens[at - 1] if at else None
    return before is not None and (before.pos_ == "DET" or before.tag_ in ("POS", "PRP$"))


def _is_noun(reading: Reading, at: int) -> bool:
    low, _ = reading.sentence(at)
    before = reading.tokens[at - 1] if at > low else None
    if before is not None and _acts_in_headline(reading, at):
        return False
    if before is not None and (
        before.pos_ in ("DET", "ADJ", "NUM") or before.tag_ in ("POS", "PRP$") or before.lower_ in {"of", "for", "from", "after"}
    ):
        return True
    if before is not None and (before.lower_ in {"to", "not"} or before.tag_ in ("MD", "PRP")):
        return False
    opening = before is None or before.pos_ in ("PUNCT", "SYM", "X") or before.text.isdigit()
    return reading.tokens[at].pos_ in ("NOUN", "PROPN", "ADJ") and not (
        opening and reading.tokens[at].is_title and _opens_clause(reading, at)
    )


def _acts_in_headline(reading: Reading, at: int) -> bool:
    """Whether a word that may be a plural noun is what a state or court does to somebody named: "Cuba sentences dissident A"."""
    actor = reading.doc._.referents.get(reading.tokens[at - 1].i)
    acts = reading.words[at - 1] == "court" or (actor is not None and actor.type in ("place", "public_body"))
    return acts and reading.words[at].endswith("s") and bool(reading.named_in(at + 1, at + 6))


def _opens_clause(reading: Reading, at: int) -> bool:
    """Whether a name or a noun phrase follows directly, as after an imperative ("Release Ana Lopez")."""
    return at + 1 < len(reading.tokens) and (
        reading.words[at + 1] in {"without", "immediately"} or reading.tokens[at + 1].pos_ in ("PROPN", "DET", "PRON", "NUM", "ADJ", "NOUN")
    )


def _why(reading: Reading, hit: scope.Hit[tuple[Cue, Form] | None]) -> Why | None:
    low, high = reading.sentence(hit.start)
    for block in scope.find(reading.words, _blocks(), low, high + LONGEST_BLOCK):
        if low <= block.start < high and not scope.words_of(block) & scope.words_of(hit):
            entry = block.what
            if (
                reading.dated(block.start)
                or (reading.words[block.start] in {"until", "pending"} and reading.dated(block.end))  # "was with us until Friday"
                or _is_noun_will(reading, block)
                or _is_deprived(reading, block.start)
                or _taken_for_fact(reading, block, hit)
            ):
                continue
            after = entry.after + (_as_far_as(reading, block, hit) if entry.why == "hypothetical" else 0)
            if scope.reaches(block.start, block.end, hit.start, before=entry.before, after=after, stops=reading.stops):
                return entry.why
    return None


def _as_far_as(reading: Reading, block: scope.Hit[Block], hit: scope.Hit[tuple[Cue, Form] | None]) -> int:
    """How much farther a modal reaches to a verb that shares it: "must be given a fair trial <or set free>"."""
    shared = reading.words[hit.start - 1] in {"or", "and"} and reading.words[block.end : block.end + 1] == ["be"]
    finite = any(reading.tokens[i].tag_ in FINITE for i in range(block.end, hit.start))
    return 0 if not shared or finite else SHARED


def _is_noun_will(reading: Reading, block: scope.Hit[Block]) -> bool:
    """Whether "will" or "might" is a noun: "against his will"."""
    return block.end - block.start == 1 and reading.words[block.start] in {"will", "might"} and _determined(reading, block.start)


def _is_deprived(reading: Reading, at: int) -> bool:
    """Whether "denied" says what somebody is kept from ("was denied medical care"), rather than what is disputed."""
    return at > 0 and reading.words[at] == "denied" and reading.words[at - 1] in {"was", "were", "is", "are", "been", "being", "be", "and"}


def _taken_for_fact(reading: Reading, block: scope.Hit[Block], hit: scope.Hit[tuple[Cue, Form] | None]) -> bool:
    """Whether a verb between takes the noun for a fact: "must end the detention of", but not "could lead to the arrest of".

    "Must say where they hold A" and "should explain why A was arrested" take it for one too.
    """
    if block.what.why == "hypothetical" and PRESUPPOSING & set(reading.words[block.end : hit.start]):
        return True
    if hit.what is None or hit.what[0].kind != "thing" or block.what.why not in ("hypothetical", "demanded"):
        return False
    between = [reading.tokens[i] for i in range(block.end, hit.start)]
    return any(token.pos_ == "VERB" and token.lemma_.lower() not in lexicon().words.bringing for token in between)


@cache
def _table() -> scope.Phrases[tuple[Cue, Form] | None]:
    pairs: list[tuple[str, tuple[Cue, Form] | None]] = []
    for cue in lexicon().cue:
        pairs += [(phrase, (cue, form)) for phrase, form in forms(cue)]
    pairs += [(words, None) for entry in lexicon().pseudo for words in entry.words]
    return scope.phrases((cut, what) for phrase, what in pairs for cut in cuts(phrase))


@cache
def _ill_treatment() -> scope.Phrases[Allegation]:
    return scope.phrases((cut, entry) for entry in lexicon().allegation for words in entry.words for cut in cuts(words))


@cache
def _blocks() -> scope.Phrases[Block]:
    return scope.phrases((cut, entry) for entry in lexicon().block for words in entry.words for cut in cuts(words))


def cuts(phrase: str) -> list[str]:
    """A phrase as the tokens of a reading are: with every hyphen set apart, and with none behind an affix, where it has such words."""
    words = phrase.lower().split()
    apart = " ".join(word.replace("-", " - ") for word in words)
    ours = " ".join(word if tokens.is_whole(word) else word.replace("-", " - ") for word in words)
    return [apart] if apart == ours else [apart, ours]


def forms(cue: Cue) -> list[tuple[str, Form]]:
    """The phrases of a cue, its first word inflected."""
    if cue.kind == "thing" and not cue.words.endswith("s"):
        return [(cue.words, "none"), (f"{cue.words}s", "none")]
    if cue.kind not in ("verb", "act"):
        return [(cue.words, "none")]
    first, rest = _split(cue.words)
    doubled = first.endswith("e")
    past = cue.past or (first + "d" if doubled else first[:-1] + "ied" if first.endswith("y") else first + "ed")
    participle = cue.participle or past
    ing = (first[:-2] + "ying" if first.endswith("ie") else first[:-1] if doubled and not first.endswith("ee") else first) + (
        "" if first.endswith("ie") else "ing"
    )
    third = first + ("es" if first.endswith(("s", "sh", "ch", "go")) else "s")
    table: list[tuple[str, Form]] = [(third, "plain"), (ing, "ing"), (past, "past")]
    if first != past:
        table.append((first, "plain"))
    if participle != past:
        table.append((participle, "participle"))
    before = f"{cue.adverb} " if cue.adverb else ""
    return [(f"{before}{form} {rest}".strip(), kind) for form, kind in table]


def _split(words: str) -> tuple[str, str]:
    first, _, rest = words.partition(" ")
    return first, rest
