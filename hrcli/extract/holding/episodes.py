"""Several deprivations of one person: which accounts tell of the last one, and which of an episode that was over before."""

from __future__ import annotations

from hrcli.extract.holding.accounts import SEIZED, Account
from hrcli.extract.holding.reading import Reading
from hrcli.extract.holding.tense import tense

AGAIN = {"again", "re-arrested", "rearrested", "recaptured", "anew", "re-arrest", "rearrest"}
ORDINALS = {"second", "third", "fourth", "fifth"}
BEFORE = {"previously", "formerly"}
COUNTS = {"once", "twice", "times"}
HIDDEN = {"where", "whereabouts", "incommunicado", "secret", "secretly", "unacknowledged", "unknown", "undisclosed", "believed", "feared"}
SPANS = {"for", "lasted", "spent"}
LENGTHS = {"days", "weeks", "months", "years", "hours"}
SETTLED = {"charged", "on_trial", "sentenced", "imprisoned", "detained", "arrested", "held"}


def last(reading: Reading, facts: list[Account]) -> list[Account]:
    """The accounts without those of episodes that the text itself calls earlier, and without a disappearance that had an end."""
    earlier = {a.sentence for a in facts if _is_earlier(reading, a)}
    kept = [a for a in facts if a.sentence not in earlier]
    told = kept if any(a.status != "held" for a in kept) else facts
    if any(_is_held_now(reading, a) for a in told):
        told = [a for a in told if a.status != "disappeared" or a.sign.cue.kind != "thing"]
    return [a for i, a in enumerate(told) if not _was_found(reading, a, told, i)] or told


def since_release(reading: Reading, facts: list[Account]) -> list[Account]:
    """What is told of the custody that follows the last release; everything where the order of the text does not tell."""
    at = max(i for i, a in enumerate(facts) if a.status == "released")
    release = facts[at]
    dated = [a for a in facts if a.date and release.date and a.date > release.date and a.status != "released"]
    behind = [a for a in facts[at + 1 :] if a not in dated and not (a.date and release.date) and tense(reading, a.sign) != "earlier"]
    found = [a for a in facts if a in dated or a in behind]
    return found if any(a.status in SEIZED and a.sign.cue.kind != "state" for a in found) else [a for a in facts if a is not release]


def is_anew(reading: Reading, account: Account) -> bool:
    """Whether a custody is a new one: "was arrested again", "was detained a second time"."""
    low, high = account.sentence
    words = reading.words[low:high]
    second = any(word in ORDINALS and words[i + 1 : i + 2] == ["time"] for i, word in enumerate(words))
    return (second or bool(AGAIN & set(words))) and tense(reading, account.sign) != "earlier"


def _is_held_now(reading: Reading, account: Account) -> bool:
    """Whether an account says that somebody is openly held by now: "has been held for eight months", no secret and no "where"."""
    words = set(reading.words[slice(*account.sentence)])
    open_ = account.status in ("detained", "imprisoned") and account.sign.cue.kind in ("verb", "state") and not HIDDEN & words
    return open_ and tense(reading, account.sign) == "now"


def _is_earlier(reading: Reading, account: Account) -> bool:
    """Whether an account is told as one that came before: "had been arrested once before", "was previously jailed"."""
    low, high = account.sentence
    start, end = account.sign.start, account.sign.end
    near = reading.words[max(low, start - 5) : min(high, end + 2)]
    at = next((i for i in range(end, min(high, end + 4)) if reading.words[i] == "before"), None)
    counted = at is not None and COUNTS & set(reading.words[end:at]) and _closes(reading, at + 1)
    return bool(account.status in SETTLED and (BEFORE & set(near) or counted))


def _closes(reading: Reading, at: int) -> bool:
    """Whether "before" ends its phrase, so that it does not say before what."""
    return at >= len(reading.words) or reading.words[at] in {",", ".", ";", "in", "and", "for", ")"}


def _was_found(reading: Reading, account: Account, told: list[Account], nth: int) -> bool:
    """Whether a disappearance lasted a stated time and custody is told of behind: "was missing for three weeks before she was charged".

    "Her whereabouts had been unknown for six weeks" is over, too, where custody is told of before.
    """
    low, high = account.sentence
    near = range(max(low, account.sign.start - 10), min(high, account.sign.end + 6))
    words = {reading.words[i] for i in near}
    others = told if "had" in words else told[nth + 1 :]
    if account.status != "disappeared" or words & {"has", "have"} or not any(a.status in SETTLED for a in others):
        return False
    return any(reading.words[i] in SPANS and LENGTHS & set(reading.words[i + 1 : min(high, i + 6)]) for i in near)
