"""The outcome of a case: of several accounts the status that stands last, when that custody began, when it ended."""

from __future__ import annotations

from typing import cast

from hrcli.extract.holding import episodes
from hrcli.extract.holding.accounts import SEIZED, Account, stands_alone
from hrcli.extract.holding.custodywords import lexicon
from hrcli.extract.holding.reading import Reading
from hrcli.extract.holding.tense import tense
from hrcli.records import Status

RANK = {
    "held": 0,
    "detained": 1,
    "administratively_detained": 1,
    "criminally_detained": 1,
    "arrested": 2,
    "charged": 3,
    "on_trial": 4,
    "sentenced": 5,
    "imprisoned": 6,
}
PUT = {"put", "thrown", "returned", "sent", "back"}
UNTRIED = {"pretrial", "pre-trial", "pre", "remand", "remanded"}
BOUND = {"parole", "medical", "bail", "hospital", "ill", "illness"}
UNCHARGED = (
    "never been charged", "not been charged", "without charge", "without trial", "without being charged", "without having been charged",
    "without ever being charged", "no charges have been", "no charge has been", "yet to be charged", "never been tried", "not been tried",
    "never been brought to trial",
)  # fmt: skip
CONFINED = ("house_arrest", "residential_surveillance")
UNHIDDEN = {"charged", "on_trial", "imprisoned", *CONFINED}
FINAL = ("executed", "died_in_custody")
IN_HAND = SEIZED | {"held"}


def settle(reading: Reading, told: list[Account]) -> tuple[Status, str | None, str | None]:
    """The latest status of a case, the date when its custody began, and the date of the release, if any."""
    kept = [
        a
        for a in told
        if not a.weak
        or a.status == "released"
        or _gives_sentence(reading, a)
        or (a.status in FINAL and not _released_before(reading, a, told))
    ]
    facts = _current(reading, episodes.last(reading, [a for a in kept or told if not _partly(a, told)] or told))
    if any(a.status == "released" for a in facts) and _held_after(reading, facts):
        facts = episodes.since_release(reading, facts)
    status = _status(reading, facts)
    released = next((a.date for a in reversed(facts) if a.status == "released" and a.date), None) if status == "released" else None
    return status, _began(reading, facts, status, released), released


def _gives_sentence(reading: Reading, account: Account) -> bool:
    """Whether a noun tells by itself that somebody was sentenced: "rejected the appeal of A against his five-year sentence"."""
    return account.sign.cue.kind == "thing" and account.status == "sentenced" and stands_alone(reading, account)


def _partly(account: Account, told: list[Account]) -> bool:
    """Whether somebody was acquitted of one charge but sentenced on another, or sentenced after all."""
    later = [a for a in told if a.status in ("sentenced", "imprisoned") and a.sign.start > account.sign.start]
    beside = any(a.sentence == account.sentence and a.status == "sentenced" for a in told)
    return account.sign.cue.words == "acquit" and (bool(later) or beside)


def _status(reading: Reading, facts: list[Account]) -> Status:
    given = [account.status for account in facts]
    for last in FINAL:
        if last in given:
            return cast(Status, last)
    freed = _freed(reading, facts) if "released" in given else _term_over(reading, facts)
    if freed:
        return freed
    if "death_row" in given:
        return "death_row"
    if "disappeared" in given and _still_missing(reading, facts):
        return "disappeared"
    special = _special(facts)
    if special:
        return special
    over = _over(reading, facts)
    return _progress(reading, [a for a in facts if a.status in RANK and a not in over])


def _over(reading: Reading, facts: list[Account]) -> list[Account]:
    """Stays that came before what is told of now: "<spent> two years in prison and is on trial again"."""
    now = any(a.status in ("detained", "arrested", "charged", "on_trial") and tense(reading, a.sign) == "now" for a in facts)
    freed = max((i for i, a in enumerate(facts) if a.status == "released"), default=0)
    earlier = facts[:freed] if any(a.status in RANK for a in facts[freed + 1 :]) else []  # "was arrested and freed; he is in prison"
    return [a for a in facts if a in earlier or (now and a.sign.cue.words == "spend" and not _in_perfect(reading, a))]


def _current(reading: Reading, facts: list[Account]) -> list[Account]:
    """The accounts of the last custody: of those with dates, none of an earlier year than the last seizure."""
    if any(episodes.is_anew(reading, a) for a in facts if a.status in IN_HAND):
        facts = [a for a in facts if a.status in IN_HAND or not _retold(reading, a)] or facts
    seizures = [a.date for a in facts if a.date and a.status in SEIZED]
    last = max(seizures, default="")
    return [a for a in facts if not (a.date and a.date[:4] < last[:4] and a.status in RANK and a.status not in IN_HAND)]


def _term_over(reading: Reading, facts: list[Account]) -> Status | None:
    """Whether all that is told of a custody is how long it had lasted: "who <spent> four days in Oran prison in May"."""
    told = [a for a in facts if a.status != "held"]
    spent = [a for a in told if a.sign.cue.words == "spend" and not _in_perfect(reading, a)]
    past = (
        [a for a in told if a.sign.cue.kind == "thing" or (a.sentence == spent[0].sentence and tense(reading, a.sign) != "now")]
        if spent
        else []
    )
    return "released" if spent and all(a in spent or a in past for a in told) else None


def _in_perfect(reading: Reading, account: Account) -> bool:
    """Whether a stay goes on: "has spent two years in prison"; not "had spent"."""
    return bool({"has", "have", "'s", "'ve"} & set(reading.words[max(account.sentence[0], account.sign.start - 3) : account.sign.start]))


def _freed(reading: Reading, facts: list[Account]) -> Status | None:
    """Where a release led to: freedom, confinement at home, or, where custody follows it, nowhere."""
    return _confined_since(reading, facts) or (None if _held_after(reading, facts) else "released")


def _confined_since(reading: Reading, facts: list[Account]) -> Status | None:
    """The confinement that a release led into: "was released but remains under house arrest"."""
    at = max(i for i, a in enumerate(facts) if a.status == "released")
    after = [a for a in facts[at + 1 :] if a.status in CONFINED and a.sentence == facts[at].sentence]
    return cast(Status, after[-1].status) if after and tense(reading, after[-1].sign) == "now" else None


def _released_before(reading: Reading, death: Account, told: list[Account]) -> bool:
    """Whether a person whose death has no place was free by then; who dies on bail or on medical parole was not."""
    seized = max((a.date for a in told if a.date and a.status in IN_HAND), default="")
    earlier = [a for a in told if a.date and a.status == "released" and (not death.date or a.date < death.date) and a.date >= seized]
    freed = [*earlier, *(a for a in told if a.status == "released" and a.sign.start < death.sign.start)]
    return any(not BOUND & set(reading.words[slice(*reading.sentence(a.sign.start))]) for a in freed)


def _held_after(reading: Reading, facts: list[Account]) -> bool:
    """Whether a later custody follows a release, or the text says that the person is held now after telling what had been before."""
    at = max(i for i, a in enumerate(facts) if a.status == "released")
    release = facts[at]
    if release.sign.cue.kind != "holder" and tense(reading, release.sign) == "earlier":
        return any(a.status in RANK and a.status != "held" and tense(reading, a.sign) == "now" for a in facts)
    if any(_is_still(reading, a) for a in facts[at + 1 :] if a.status in RANK):
        return True
    if any(episodes.is_anew(reading, a) and a.sign.start > release.sign.start for a in facts if a.status in SEIZED):
        return True
    for account in facts:
        if account.status in RANK and account.date and release.date and account.date > release.date and account.status != "held":
            return True
    return False


def _is_still(reading: Reading, account: Account) -> bool:
    """Whether an account says that somebody stays in custody, or is brought back: "was granted bail but is <still> in custody"."""
    if account.sign.cue.kind not in ("state", "verb") or account.sign.why is not None:
        return False
    before = reading.words[max(account.sentence[0], account.sign.start - 4) : account.sign.start]
    again = account.sign.cue.kind == "state" and bool(PUT & set(before)) and tense(reading, account.sign) != "earlier"
    return again or bool({"remains", "still", "remain"} & set(before))


def _still_missing(reading: Reading, facts: list[Account]) -> bool:
    """Whether nothing shows where a person is who disappeared; who is not said to be where tells less than where somebody is held."""
    missing = [i for i, a in enumerate(facts) if a.status == "disappeared"]
    sure = [a for a in facts if a.status == "disappeared" and reading.words[a.sign.start] != "where"]
    if not sure and any(a.status in UNHIDDEN for a in facts):
        return False
    later = [
        a
        for a in facts[missing[-1] + 1 :]
        if a.status in RANK and (a.status not in ("held", "charged", "detained", "arrested") or a.sign.cue.step == "transferred")
    ]
    return not later


def _special(facts: list[Account]) -> Status | None:
    """House arrest or residential surveillance, where nothing heavier comes later."""
    confined = [a for a in facts if a.status in CONFINED]
    if not confined:
        return None
    last = confined[-1]
    for later in facts[facts.index(last) + 1 :]:
        newer = later.sentence == last.sentence or bool(later.date and last.date and later.date > last.date)
        if later.status in ("imprisoned", "sentenced", "on_trial") or (newer and later.status in ("arrested", "detained")):
            return None
    return cast(Status, last.status)


def _progress(reading: Reading, facts: list[Account]) -> Status:
    best = max((a.status for a in facts), key=lambda s: RANK[s], default="held")
    if best == "charged" and any(a.status == "detained" for a in facts[-1:]):
        return "detained"
    if best == "held":
        return "imprisoned" if any(a.status == "sentenced" for a in facts) else "detained"
    waiting = best == "imprisoned" and (_awaits_trial(reading, facts) or _untried(reading, facts))
    if waiting or (best == "arrested" and _kept_since(reading, facts)):
        return _untried_as(facts)
    if best == "sentenced" and _served(reading, facts):
        return "imprisoned"
    if best == "detained":
        return cast(
            Status,
            next((a.status for a in reversed(facts) if a.status in ("administratively_detained", "criminally_detained")), "detained"),
        )
    return cast(Status, best)


def _awaits_trial(reading: Reading, facts: list[Account]) -> bool:
    """Whether nothing but the name of a prison speaks of a sentence, and custody before a trial of the same words."""
    serving = [a for a in facts if a.status in ("imprisoned", "sentenced")]
    only_there = all(a.sign.cue.kind == "state" for a in serving)
    waiting = {a.sentence for a in facts if UNTRIED & set(reading.words[a.sign.start : a.sign.end])}
    return only_there and all(a.sentence in waiting for a in serving)


def _untried(reading: Reading, facts: list[Account]) -> bool:
    """Whether nothing but a prison speaks of a sentence, and the text tells but of an arrest or a trial, or that none came."""
    if any(a.status == "sentenced" or (a.status == "imprisoned" and a.sign.cue.kind not in ("state", "holder")) for a in facts):
        return False
    known = [a for a in facts if not _retold(reading, a)]
    if any(a.status == "on_trial" or (a.status in ("arrested", "charged") and a.sign.cue.kind != "thing") for a in known):
        return True
    return any(phrase in " ".join(reading.words[slice(*a.sentence)]) for a in facts for phrase in UNCHARGED)


def _untried_as(facts: list[Account]) -> Status:
    """How far a case is whose prison tells of no sentence: on trial, or but detained."""
    return "on_trial" if any(a.status == "on_trial" for a in facts) else "detained"


def _kept_since(reading: Reading, facts: list[Account]) -> bool:
    """Whether somebody arrested is said to be held by now: "remained detained", "is being held"; not but "her detention"."""
    at = max((i for i, a in enumerate(facts) if a.status == "arrested" and a.sign.cue.kind != "thing"), default=-1)
    return any(
        a.status == "detained" and a.sign.cue.kind in ("verb", "state") and not a.weak and _stays(reading, a) for a in facts[at + 1 :]
    )


def _stays(reading: Reading, account: Account) -> bool:
    before = reading.words[max(account.sentence[0], account.sign.start - 3) : account.sign.start]
    return bool({"remains", "remained", "remain", "still"} & set(before)) or before[-1:] == [":"] or tense(reading, account.sign) == "now"


def _served(reading: Reading, facts: list[Account]) -> bool:
    """Whether a sentence is being served: custody is told of besides, and the sentence is not suspended."""
    sentenced = [a for a in facts if a.status == "sentenced"]
    if any(_suspended(reading, a) for a in sentenced):
        return False
    return any(a.status != "sentenced" for a in facts)


def _suspended(reading: Reading, account: Account) -> bool:
    low, high = account.sentence
    text = " ".join(reading.words[max(low, account.sign.start - 8) : min(high, account.sign.end + 14)])
    return any(word in text for word in lexicon().words.suspended)


def _retold(reading: Reading, account: Account) -> bool:
    """Whether an account tells of what had been before."""
    return tense(reading, account.sign) == "earlier"


def _began(reading: Reading, facts: list[Account], status: Status, released: str | None) -> str | None:
    """The date of the seizure; else of the sentence or death. Of several seizures the last one that is not a transfer."""
    if status in ("house_arrest", "residential_surveillance", "disappeared"):
        own = [a.date for a in facts if a.status == status and a.date]
        if own:
            return own[-1]
    seized = [a for a in facts if a.status in SEIZED | {"imprisoned"} and a.date and a.date != released]
    sure = [a for a in seized if a.sign.cue.kind != "thing"] or seized
    if sure:
        anew = [a for a in sure if episodes.is_anew(reading, a)]
        first = str((anew or sure)[-1 if anew else 0].date)
        return max((str(a.date) for a in sure if str(a.date).startswith(first) and "/" not in str(a.date)), key=len, default=first)
    held = [a.date for a in facts if a.status == "held" and a.date and a.sign.cue.step is None]
    if held:
        return held[0]
    later = ("released", "held", "on_trial")
    rest = [a.date for a in facts if a.date and a.status not in later and not (a.date == released and a.status == "sentenced")]
    return rest[0] if rest else None
