"""What somebody is charged with, in the words of the text."""

from __future__ import annotations

from functools import cache

from hrcli.extract.findings import Actor
from hrcli.extract.holding import articles, columns, rosters, scope
from hrcli.extract.holding.accounts import Account
from hrcli.extract.holding.backward import phrase_start
from hrcli.extract.holding.custodywords import ChargeCue, lexicon
from hrcli.extract.holding.numbers import length_at
from hrcli.extract.holding.reading import Found, Name, Reading

OPEN = {'"', "“", "‘", "'", "``", "«"}
CLOSE = {'"', "”", "’", "'", "''", "»"}
STOPS = {
    "under", "after", "before", "during", "following", "when", "while", "which", "who", "that", "but", "since", "over", "against",
    "because", "together", "along", "to", ";", ".", ":", "–", "—", "(", "[", "between", "until", "upon", "than", "said", "at",
}  # fmt: skip
NAMED = ChargeCue(words=[], sure=True)
ALL = {"all", "both", "they", "each", "the"}
LONGEST = 24
THEN_REACH = 12
NO_REASON = {"old", "-", "treatment", "surgery", "medication", "officials", "guards", "authorities"}


def charge(reading: Reading, actor: Actor | None, told: list[Account]) -> Found | None:
    """The charge of a case: the surest and latest one in the sentences that tell of it or name the person."""
    best: tuple[tuple[bool, bool, int], Found] | None = None
    for low, high in _sentences(reading, actor, told):
        for cue, at in _cues(reading, low, high):
            if not _concerns(reading, abs(at), low, actor, told):
                continue
            found = _words(reading, at, high) if at >= 0 else _named(reading, -at, low)
            own = any(account.sentence == (low, high) for account in told)
            if found and (best is None or (cue.sure, own, -low) > best[0]):
                best = ((cue.sure, own, -low), found)
    return best[1] if best else _from_list(reading, told)


def law(reading: Reading, actor: Actor | None, told: list[Account]) -> Found | None:
    """The article of law in the sentences that tell of the case, or that tell of a charge and name nobody else."""
    own = {account.sentence for account in told}
    where = [span for span in _sentences(reading, actor, told) if _alone(reading, *span, actor, told)]
    return articles.article(reading, [span for span in where if span in own or _cues(reading, *span)])


def _alone(reading: Reading, low: int, high: int, actor: Actor | None, told: list[Account]) -> bool:
    """Whether a sentence names nobody but the person and those who share the case."""
    mine = {id(actor), *(id(p.actor) for account in told for p in account.others)}
    agents = {name[0] for a in told if a.sentence == (low, high) for name in _agents(reading, a)}
    return all(id(name[2]) in mine or name[0] in agents for name in reading.named_in(low, high))


def _agents(reading: Reading, account: Account) -> list[Name]:
    """The people who do what an account tells: named before an active verb, or behind "by" ("Judge A sentenced", "charged by A")."""
    low, high = account.sentence
    sign = account.sign
    if sign.cue.kind != "verb":
        return []
    if not account.passive:
        return reading.named_in(low, sign.start)
    by = next((i for i in range(sign.end, high) if reading.words[i] == "by"), high)
    return [name for name in reading.named_in(by, high)[:1] if phrase_start(reading, name[0], by + 1) == by + 1 or name[0] == by + 1]


def _from_list(reading: Reading, told: list[Account]) -> Found | None:
    """The charge that an entry of a list quotes, or that the line above the list gives for all its people."""
    for account in told:
        quoted = rosters.quoted_charge(reading, account.party.start) or columns.charge(reading, account.party)
        if quoted:
            return quoted
        above = rosters.introduction(reading, account.party.start)
        found = [_words(reading, at, above[1]) for _, at in _cues(reading, *above) if at >= 0] if above else []
        if found and found[0]:
            return found[0]
    return None


def _sentences(reading: Reading, actor: Actor | None, told: list[Account]) -> list[tuple[int, int]]:
    own = {account.sentence for account in told}
    several = {account.sentence for account in told if len(account.others) > 1}
    return sorted(own | reading.sentences_on(actor) | {after for span in several for after in _on_all(reading, span)})


def _on_all(reading: Reading, span: tuple[int, int]) -> list[tuple[int, int]]:
    """The sentence behind one on several people, where it tells of them all: "All five are charged with", "They were accused of"."""
    start = span[1]
    if start >= len(reading.words) or reading.paragraph(start)[0] == start or reading.words[start] not in ALL:
        return []
    low, high = reading.sentence(start)
    return [] if reading.named_in(low, high) else [(low, high)]


def _concerns(reading: Reading, at: int, low: int, actor: Actor | None, told: list[Account]) -> bool:
    """Whether the charge at `at` is this person's: its sentence's last account before it is, or the nearest person is."""
    parties = [account.party for account in told if account.sentence[0] == low]
    names = reading.named_in(low, at)
    if not names or actor is None or parties:
        others = [n for n in names if n[2] is not actor and not any(p.actor is n[2] for a in told for p in a.others)]
        mine = [p.start for p in parties]
        return not others or not mine or max(mine) >= others[-1][0] or not _between_signs(others[-1][0], told, at)
    return names[-1][2] is actor


def _between_signs(other: int, told: list[Account], at: int) -> bool:
    return not any(other < account.sign.start < at for account in told)


def _cues(reading: Reading, low: int, high: int) -> list[tuple[ChargeCue, int]]:
    """The charge cues of a sentence, each with the word at which its charge begins."""
    found = []
    for hit in scope.find(reading.words[low:high], _table()):
        cue, end = hit.what, low + hit.end
        if cue.then is None:
            if not _against_holders(reading, low + hit.start, [low + at for at in range(*hit.gap)], low):
                found.append((cue, end))
            continue
        at = next((i for i in range(end, min(high, end + THEN_REACH)) if reading.words[i] == cue.then), None)
        if at is not None and _gives_reason(reading, end, at, high):
            found.append((cue, at + 1))
    found += [(NAMED, -at) for at in range(low + 1, high) if reading.words[at] == "charges" and _named(reading, at, low)]
    return sorted(found, key=lambda pair: abs(pair[1]))


def _against_holders(reading: Reading, at: int, gap: list[int], low: int) -> bool:
    """Whether those who hold people are accused, and not one of these: "accused the police of", "guards were accused of"."""
    if not reading.words[at].startswith("accus"):
        return False
    back = at - 1
    while back > low and (reading.tokens[back].pos_ == "AUX" or reading.words[back] in {",", "who", "also"}):
        back -= 1
    passive = reading.words[at + 1 : at + 2] == ["of"] and back >= low
    return any(reading.words[i] in _holders() for i in (*gap, *([back] if passive else [])))


@cache
def _holders() -> frozenset[str]:
    return frozenset((*lexicon().words.authorities, *lexicon().words.accused_too))


def _named(reading: Reading, at: int, low: int) -> Found | None:
    """The charge that stands before the word "charges": "held on tax fraud charges"."""
    start = at
    while (
        start > low
        and (reading.tokens[start - 1].pos_ in ("NOUN", "ADJ", "PROPN") or reading.words[start - 1] == "-")
        and reading.words[start - 1] not in lexicon().words.legal
    ):
        start -= 1
    held = start > low and (reading.words[start - 1] in {"on", "over", "face", "faces", "facing", "of", *lexicon().words.legal})
    return Found(reading.text(start, at), start, at) if held and start < at and reading.name_at(start) is None else None


def _gives_reason(reading: Reading, start: int, at: int, high: int) -> bool:
    """Whether "for" gives a reason rather than a length of time, and no clause ends before it."""
    if at + 1 >= high or any(start <= stop < at for stop in reading.stops) or NO_REASON & set(reading.words[start:at]):
        return False
    after = reading.tokens[at + 1]
    if reading.dated(at + 1) or length_at(reading.words, at + 1) or reading.name_at(at + 1) or after.pos_ == "NUM":
        return False
    return after.tag_ in ("VBG", "PRP$", "RB") or reading.words[at + 1] in OPEN or after.pos_ in ("DET", "NOUN")


def _words(reading: Reading, at: int, high: int) -> Found | None:
    while at < high and reading.words[at] in {
        ":",
        ",",
        "the",
        "a",
        "an",
        "allegedly",
        "offences",
        "offence",
        "of",
        "charges",
        "including",
        "crimes",
        "and",
        "-",
    }:
        at += 1
    if at >= high:
        return None
    if reading.words[at] in OPEN:
        return _quoted(reading, at, high)
    end = at
    while end < high and end - at < LONGEST and not _ends(reading, at, end, high):
        end += 1
    while end > at and reading.words[end - 1] in {",", "and", "or", "in", "on", "of", "from"}:
        end -= 1
    return Found(reading.text(at, end), at, end) if end > at and _says_what(reading, at, end) else None


def _says_what(reading: Reading, start: int, end: int) -> bool:
    """Whether the words of a charge name a deed, rather than a person, an outlet, or "additional offences"."""
    tags = {reading.tokens[i].tag_ for i in range(start, end)}
    if any(start <= name[0] and name[1] == end for name in reading.names) and not tags & {"VBG", "IN", "VB"}:
        return False
    if end - start == 1 and "VBG" in tags and reading.words[end : end + 1] == ["to"]:
        return False
    empty = set(lexicon().words.legal)
    return any(
        not reading.name_at(i) and reading.tokens[i].i not in reading.doc._.referents and reading.words[i] not in empty
        for i in range(start, end)
        if reading.tokens[i].pos_ in ("NOUN", "VERB", "ADJ", "PROPN", "X")
    )


def _quoted(reading: Reading, at: int, high: int) -> Found | None:
    close = next((i for i in range(at + 1, min(high, at + LONGEST)) if reading.words[i] in CLOSE), None)
    if close is None or close == at + 1:
        return None
    follow = next((i for i in range(close + 1, min(high, close + 4)) if reading.words[i] in OPEN), None)
    link = reading.words[close + 1 : follow] if follow is not None else []
    if follow is not None and {"and", "by"} & set(link):
        second = _quoted(reading, follow, high)
        if second:
            text = f"{reading.text(at + 1, close)} {' '.join(link)} {second.value}"
            return Found(text, at + 1, second.end)
    return Found(reading.text(at + 1, close).rstrip(".,;"), at + 1, close)


def _ends(reading: Reading, start: int, at: int, high: int) -> bool:
    word, token = reading.words[at], reading.tokens[at]
    if word in {"against", "between"} and reading.tokens[start].tag_ == "VBG":
        return False
    if word in STOPS and not (word == "to" and start < at < high - 1 and reading.tokens[at + 1].tag_ in ("VB", "DT")):
        return True
    if word in {"on", "in", "by", "at"} and at > start:
        name = reading.name_at(at + 1)
        owner = name is not None and reading.words[name[1] : name[1] + 1] != ["'s"]
        return _dated(reading, at + 1, high) or owner or (_bare(reading, start, at) and _is_place(reading, at + 1, high))
    if at > start and (token.tag_ in ("VBZ", "VBD", "VBP", "MD") or token.pos_ == "AUX"):
        return True
    if word in {",", "and"}:
        return _new_clause(reading, at, high)
    return word in {'"', "”"} or (_dated(reading, at, high) and not _inside(reading, start, at, high))


def _bare(reading: Reading, start: int, at: int) -> bool:
    """Whether a charge is a mere noun ("blasphemy"), so that a place behind it is that of the arrest."""
    return at - start <= 2 and all(reading.tokens[i].pos_ in ("NOUN", "ADJ") for i in range(start, at))


def _is_place(reading: Reading, at: int, high: int) -> bool:
    actor = reading.doc._.referents.get(reading.tokens[at].i) if at < high else None
    return actor is not None and actor.type in ("place", "public_body")


def _inside(reading: Reading, start: int, at: int, high: int) -> bool:
    """Whether a date belongs to the words of the charge ("holding New Year vigils")."""
    end = next((i for i in range(at, high) if not reading.dated(i)), high)
    return (
        at == start
        or (end < high and reading.tokens[end].pos_ in ("NOUN", "PROPN"))
        or reading.tokens[at - 1].pos_ in ("DET", "ADJ", "NOUN")
    )


def _dated(reading: Reading, at: int, high: int) -> bool:
    return at < high and reading.dated(at)


def _new_clause(reading: Reading, at: int, high: int) -> bool:
    """Whether a comma or "and" begins something else than one more charge."""
    after = at + 1
    while after < high and reading.words[after] in {"and", "or"}:
        after += 1
    if after >= high:
        return True
    token = reading.tokens[after]
    told = after + 1 < high and reading.words[at] == "," and reading.tokens[after + 1].tag_ in ("VBD", "VBZ", "VBP")
    if (
        told
        or reading.name_at(after)
        or token.pos_ in ("AUX", "DET", "PRON", "SCONJ", "ADP", "ADV", "CCONJ")
        or token.tag_ in ("VBD", "VBZ", "VBP", "VBN", "MD")
    ):
        return True
    return reading.words[after] in STOPS | {"sentenced", "is", "was"} or _dated(reading, after, high)


@cache
def _table() -> scope.Phrases[ChargeCue]:
    return scope.phrases((" ".join(words.split()), cue) for cue in lexicon().charge for words in cue.words if words.strip())
