"""Where somebody is held: prisons and cells by name, else the town of the custody or the arrest."""

from __future__ import annotations

from hrcli.extract.findings import Actor
from hrcli.extract.holding import about
from hrcli.extract.holding.accounts import SEIZED, Account
from hrcli.extract.holding.custodywords import lexicon
from hrcli.extract.holding.facilities import apposed, facility_end, facility_start, is_locative, named, office_end
from hrcli.extract.holding.reading import Found, Reading
from hrcli.extract.holding.whom import phrase_end

TOWARDS = {"in", "at", "from", "outside", "across", "throughout", "near"}
REACH = 14
BACK = 6  # sentences looked back for the prison that is "the same"
KEPT_REACH = 8
AT_WORK = {"worked", "works", "working", "visit", "visited", "visits", "visiting", "employed", "taught", "teaches"}
ELSEWHERE = {
    "prisoners", "inmates", "detainees", "others", "women", "men", "people", "those", "prisoner", "inmate", "about", "conditions",
    "abuses", "riot", "riots", "deaths", "protest", "protests", "torture", "executions", "who", "that",
}  # fmt: skip
SINCE = {"since", "on", "in", "for", "last", "this", "incommunicado"}
LAST = {"stopped", "taken", "took", "seen", "bundled", "picked", "dragged", "pulled", "forced", "intercepted", "led", "driven", "seized"}
KEPT = {"held", "kept", "imprisoned", "incarcerated", "jailed", "interned", "confined", "lodged"}
BROUGHT = {
    "taken",
    "brought",
    "moved",
    "transferred",
    "driven",
    "interrogated",
    "questioned",
    "sent",
    "escorted",
    "locked",
    "detained",
    *KEPT,
}
NAMELESS = {"organization", "intergovernmental", "event", "law", "group", "work", "person"}


def place(reading: Reading, actor: Actor | None, told: list[Account]) -> Found | None:
    """The prison, jail or camp that the sentences on the person name, else the town beside an account."""
    kept = _same(reading, actor, told) or _facility(reading, actor, told) or _office(reading, actor, told) or _kept(reading, actor, told)
    if kept:
        return kept
    seized = [account for account in told if account.status in SEIZED and account.sign.cue.kind != "thing"]
    # a release that is only asked for has a place to come home to
    rest = (account for account in reversed(told) if account.status != "held" and account.sign.cue.kind != "holder")
    for account in [*reversed(seized), *rest]:
        found = _town(reading, account)
        if found:
            return found
    return _scene(reading, told) or _last_seen(reading, actor, told)


def _facility(reading: Reading, actor: Actor | None, told: list[Account]) -> Found | None:
    """The last named place of detention in a sentence that tells of the case or, without naming others, of the person."""
    own = {reading.sentence(account.sign.start) for account in told}
    best: Found | None = None
    for low, high in sorted({*own, *about.sentences(reading, actor, told)}):
        for at in range(low, high):
            end = facility_end(reading, at)
            if end is None or not _nearest_is(reading, at, low, actor, told):
                continue
            if _only_works(reading, at, low) or ((low, high) not in own and not _may_hold(reading, at, low, actor)):
                continue
            before = apposed(reading, at, low)
            if before:
                best = before
            elif is_locative(reading, at, low):
                best = named(reading, facility_start(reading, at, low), end, high, own=(low, high) in own) or best
    return best


def _same(reading: Reading, actor: Actor | None, told: list[Account]) -> Found | None:
    """The prison that "in the same prison" means: that of whoever is named behind ("as A"), else the one told of last."""
    for low, high in about.sentences(reading, actor, told):
        at = next((i for i in range(low, high - 1) if reading.words[i] == "same" and facility_end(reading, i + 1)), None)
        if at is None or reading.words[at - 2 : at - 1] != ["in"] or not _nearest_is(reading, at, low, actor, told):
            continue
        end = facility_end(reading, at + 1) or at
        other = next(iter(reading.named_in(end, min(high, end + 3))), None) if reading.words[end : end + 1] == ["as"] else None
        where = [span for span in reading.sentences_on(other[2]) if span[1] <= low] if other else reading.before(low, BACK)
        found = [one for span in where if (one := _last_named(reading, *span))]
        if found:
            return found[0]
    return None


def _last_named(reading: Reading, low: int, high: int) -> Found | None:
    """The last prison that a sentence names."""
    ends = [(at, end) for at in range(low, high) if (end := facility_end(reading, at)) and is_locative(reading, at, low)]
    found = (named(reading, facility_start(reading, at, low), end, high, own=True) for at, end in reversed(ends))
    return next((one for one in found if one), None)


def _only_works(reading: Reading, at: int, low: int) -> bool:
    """Whether somebody works in, or comes to, a place of detention: "a teacher in Kollo prison"."""
    return bool(AT_WORK & set(reading.words[max(low, at - 8) : at])) and not (BROUGHT & set(reading.words[max(low, at - 5) : at]))


def _may_hold(reading: Reading, at: int, low: int, actor: Actor | None) -> bool:
    """Whether a sentence that tells of no custody may put the person last meant, and nobody else, into a prison."""
    last = next((reading.people[i] for i in range(at - 1, low - 1, -1) if i in reading.people), actor)
    others = (i for i in range(low, at) if reading.words[i] in ELSEWHERE and reading.words[i + 1] not in {"'s", "'"})
    return last is actor and not any(reading.words[i] not in {"who", "that"} or reading.words[i - 1] != "," for i in others)


def _office(reading: Reading, actor: Actor | None, told: list[Account]) -> Found | None:
    """The office of police or intelligence where somebody was last brought or held: "taken to the Investigation Department in Oran"."""
    best: Found | None = None
    for low, high in sorted({account.sentence for account in told}):
        for at in range(low, high):
            end = office_end(reading, at)
            if end and is_locative(reading, at, low) and _nearest_is(reading, at, low, actor, told):
                start = facility_start(reading, at, low)
                brought = BROUGHT & set(reading.words[max(low, start - 4) : start])
                best = (named(reading, start, end, high, own=True, office=True) if brought else None) or best
    return best


def _kept(reading: Reading, actor: Actor | None, told: list[Account]) -> Found | None:
    """The town in which somebody is last said to be held or to serve a sentence, whatever the town of the arrest."""
    best: Found | None = None
    for low, high in about.sentences(reading, actor, told):
        for at in range(low, high):
            if not _holds(reading, at, low) or not _nearest_is(reading, at, low, actor, told):
                continue
            where = next((i for i in range(at + 1, min(high - 1, at + KEPT_REACH)) if reading.words[i] in {"in", "at"}), None)
            found = _place_behind(reading, where + 1, high) or _unknown(reading, where, high) if where is not None else None
            best = _within(reading, found, high) if found else best
    return best


def _holds(reading: Reading, at: int, low: int) -> bool:
    """Whether a word says that somebody is kept somewhere: "is being held", "is serving them"."""
    if reading.words[at] == "serving":
        return True
    back = at
    while back > low and reading.words[back - 1] in {"is", "are", "was", "were", "been", "being", "now", "still", "has", "have"}:
        back -= 1
    subject = reading.tokens[back - 1]
    thing = subject.pos_ == "NOUN" and (back - 1) not in reading.people and subject.lower_ not in lexicon().words.occupations
    return reading.words[at] in KEPT and low < back < at and not thing


def _unknown(reading: Reading, at: int, high: int) -> Found | None:
    """The capitalised words behind "in", where nothing says that they name something else than a place."""
    end = at + 1
    while end < high and reading.tokens[end].pos_ == "PROPN" and not reading.dated(end) and reading.texts[end][0].isupper():
        end += 1
    actors = [reading.doc._.referents.get(reading.tokens[i].i) for i in range(at + 1, end)]
    other = any(actor is not None and actor.type in NAMELESS for actor in actors) or any(reading.name_at(i) for i in range(at + 1, end))
    return Found(reading.text(at + 1, end), at + 1, end) if end > at + 1 and reading.words[at] == "in" and not other else None


def _scene(reading: Reading, told: list[Account]) -> Found | None:
    """The town that the sentence before on custody begins with: "In Oran, two were freed. A was kept in custody"."""
    for account in told:
        low, _ = account.sentence
        if account.status == "released" or low == reading.paragraph(low)[0]:
            continue
        first, high = reading.sentence(low - 1)
        if reading.words[first] == "in" and set(lexicon().words.befalling) & set(reading.words[first:high]):
            found = _place_behind(reading, first + 1, high)
            if found and reading.words[found.end : found.end + 1] == [","]:
                return found
    return None


def _last_seen(reading: Reading, actor: Actor | None, told: list[Account]) -> Found | None:
    """The town where somebody who has disappeared was stopped, taken or last seen, told in another sentence."""
    if actor is None or all(account.status != "disappeared" for account in told):
        return None
    for low, high in about.sentences(reading, actor, told):
        taken = next((i for i in range(low, high) if reading.words[i] in LAST and reading.tokens[i].tag_ in ("VBN", "VBD")), None)
        if taken is None or not _nearest_is(reading, taken, low, actor, told):
            continue
        for at in range(taken + 1, min(high - 1, taken + REACH)):
            found = _place_behind(reading, at + 1, high) if reading.words[at] in TOWARDS else None
            if found:
                return _within(reading, found, high)
    return None


def _nearest_is(reading: Reading, at: int, low: int, actor: Actor | None, told: list[Account]) -> bool:
    """Whether the last person named before the place in its sentence is this one (or nobody is)."""
    before = [reading.people[word] for word in range(low, at) if word in reading.people]
    if actor is None:
        return any(account.sentence[0] == low for account in told)
    return not before or actor in before or before[-1] is actor


def _town(reading: Reading, account: Account) -> Found | None:
    low, high = account.sentence
    sign = account.sign
    clause = next((i for i in range(sign.end, high) if reading.words[i] == "who"), high)  # "arrested men <who had met in Oran>"
    ahead = range(sign.end, min(clause, sign.end + REACH))
    comma = max((i for i in range(low, sign.start) if reading.words[i] in {",", ";"}), default=low)
    back = range(max(comma, sign.start - REACH), sign.start)
    fronted = range(low, low + 1) if low < sign.start else range(0)
    for at in [*ahead, *reversed(back), *fronted]:
        if reading.words[at] in TOWARDS and at + 1 < high and not _locates_court(reading, at, account):
            close = sign.end <= at and all(reading.dated(i) or reading.words[i] in SINCE for i in range(sign.end, at))
            found = _place_behind(reading, at + 1, high) or (_unknown(reading, at, high) if close and account.status in SEIZED else None)
            if found:
                return _within(reading, found, high)
    return None


def _locates_court(reading: Reading, at: int, account: Account) -> bool:
    """Whether a preposition says where the court stands that does something to somebody held elsewhere: "a court in Oran sentenced A"."""
    tried = account.status == "on_trial" and account.sign.cue.kind != "thing"
    return tried or (account.status not in SEIZED and reading.words[at - 1] in lexicon().words.courts)


def _within(reading: Reading, found: Found, high: int) -> Found:
    """A part of a town with the town: "Shaheen quarter in Oran"."""
    part = reading.words[found.end - 1] in lexicon().words.regions and reading.words[found.end : found.end + 1] in (["in"], ["of"])
    whole = _place_behind(reading, found.end + 1, high) if part and found.end + 1 < high else None
    return Found(reading.text(found.start, whole.end), found.start, whole.end) if whole else found


def _place_behind(reading: Reading, at: int, high: int) -> Found | None:
    end = phrase_end(reading, at, min(high, at + 7))
    start = at + 1 if reading.words[at] in {"the", "a", "an"} else at
    if reading.words[end : end + 1] == ["of"] and reading.words[end - 1] in lexicon().words.regions:
        start, end = end + 1, phrase_end(reading, end + 1, min(high, end + 6))
    end = _name_end(reading, start, end)
    for i in range(start, end):
        actor = reading.doc._.referents.get(reading.tokens[i].i)
        if reading.texts[start][0].islower() and reading.texts[end - 1][0].islower():
            return None  # "outside the prosecutor's office"
        if (actor is not None and actor.type in ("place", "public_body")) or reading.tokens[i].ent_type_ in ("GPE", "LOC", "FAC"):
            return Found(reading.text(start, end), start, end)
    return None


def _name_end(reading: Reading, start: int, end: int) -> int:
    """Where the run of name words that a place begins with ends: "Oran" of "Oran the same night"."""
    at = start
    while at < end and (reading.tokens[at].pos_ in ("PROPN", "X", "NUM") or reading.words[at] in {"-", "'s"}) and not reading.dated(at):
        at += 1
    while at < end and reading.tokens[at].pos_ == "NOUN" and not reading.dated(at):
        at += 1
    return start if reading.words[at - 1 : at] in (["-"], ["'s"]) or reading.words[at : at + 1] == ["-"] else at  # "the Oran-based paper"
