"""Shorter forms of names ("J. Doe", "President Doe", "José Ruiz" of José Ruiz Campo) and the one who bears the whole name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from hrcli.resolve import keys
from hrcli.resolve.crowd import Crowd
from hrcli.resolve.profiles import Profile, agree, company, gap, same_post

OFFICE_YEARS = 8
"""The same surname and office further apart than this are two holders of the office."""
NEWS_YEARS = 1
"""A bare surname without any sign is perhaps, but not certainly, that of the one bearer known within this time."""
SHARERS = 64  # bearers of a first and a last name: where there are more, a shorter name tells nothing
Parts = tuple[str, ...]


def shorter_names(crowd: Crowd) -> None:
    """Join a full name to the one longer name that holds it, where an organisation, a post or the company kept speaks for it."""
    full = [home for home in crowd.all() if crowd.profile(home).full]
    longer = _index((home, key) for home in full for parts in crowd.profile(home).parts if len(parts) > 2 for key in _ends(parts))
    for home in full:
        found = {other for parts in crowd.profile(home).parts for other in longer.get(_outer(parts), ()) if _holds(crowd, other, parts)}
        holders = [other for other in crowd.homes(sorted(found)) if other != crowd.forest.home(home)]
        holders = [other for other in holders if not crowd.forest.parted(home, other)]
        _join_shorter(crowd, home, holders)


def surnames(crowd: Crowd) -> None:
    """Join bare surnames (with or without an initial) to each other and to the one full name that they stand for."""
    signs = {home: _signs(crowd.profile(home)) for home in crowd.all()}
    bare = [home for home in signs if not crowd.profile(home).full]
    _office_holders(crowd, _index((home, sign) for home in bare for sign in signs[home]))
    full = _index((home, sign) for home in signs if crowd.profile(home).full for sign in signs[home])
    namesakes = _index((home, name) for home in signs if crowd.profile(home).full for name in crowd.profile(home).surnames)
    for home in bare:
        _join_bearer(crowd, home, {other for sign in signs[home] for other in full.get(sign, ())})
        _doubt_bearer(crowd, home, namesakes)


def _index(pairs: Iterable[tuple[int, object]]) -> dict[object, list[int]]:
    found: dict[object, list[int]] = defaultdict(list)
    for home, key in pairs:
        found[key].append(home)
    return found


def _outer(parts: Parts) -> Parts:
    return parts[0], parts[-1]


def _ends(parts: Parts) -> set[Parts]:
    """The first name with the last one, and with the last but one, which is the surname where the mother's name follows."""
    return {_outer(parts), (parts[0], parts[-2])}


def _holds(crowd: Crowd, other: int, parts: Parts) -> bool:
    return any(_within(parts, longer) for longer in crowd.profile(other).parts if longer != parts and len(longer) >= len(parts))


def _within(short: Parts, long: Parts) -> bool:
    """Whether the words of a name, or their initials, stand in another in this order."""
    rest = iter(long)
    return all(any(word == other or (1 in (len(word), len(other)) and word[0] == other[0]) for other in rest) for word in short)


def _join_shorter(crowd: Crowd, home: int, holders: Sequence[int]) -> None:
    own = crowd.profile(home)
    fitting = []
    for other in holders[:SHARERS]:
        balance, with_them = crowd.weigh(home, other), company(own, crowd.profile(other), crowd.scene)
        support = balance.score + (0 if balance.score < 0 else sum(points for points, _ in with_them))
        initials = any(len(word) == 1 for parts in (*own.parts, *crowd.profile(other).parts) for word in parts)
        if support >= (1 if initials else 2):
            fitting.append((other, "; ".join(dict.fromkeys([*balance.told, *(said for _, said in with_them)]))))
    if len(fitting) == 1 and len(holders) <= SHARERS:
        crowd.join(fitting[0][0], home, f"a shorter form of the name; {fitting[0][1]}")
    elif len(holders) == 1 or fitting:
        crowd.doubt((fitting[0][0] if fitting else holders[0]), home, "a shorter form of the name")


def _signs(profile: Profile) -> list[tuple[str, str]]:
    """What, beside a surname, may say who is meant: an organisation or a post."""
    told = [*profile.affiliations, *(post for role in profile.roles if (post := keys.office_of(role)))]
    return [(surname, each) for surname in sorted(profile.surnames) for each in dict.fromkeys(told)]


def _office_holders(crowd: Crowd, sharers: dict[object, list[int]]) -> None:
    """Join the bare surnames of one office or organisation at one time; undated ones where all are of one time."""
    for sign in sorted(sharers, key=repr):
        members = sharers[sign]
        dated = sorted((home for home in members if crowd.profile(home).years), key=lambda home: (min(crowd.profile(home).years), home))
        years = [year for home in dated for year in crowd.profile(home).years]
        for i, home in enumerate(dated[1:], 1):
            _join_holders(crowd, dated[i - 1], home)
        if not years or max(years) - min(years) <= OFFICE_YEARS:
            undated = [home for home in members if not crowd.profile(home).years]
            for home in undated:
                _join_holders(crowd, (dated or undated)[0], home)


def _join_holders(crowd: Crowd, one: int, other: int) -> None:
    a, b = crowd.profile(one), crowd.profile(other)
    if not a.documents.isdisjoint(b.documents) or (gap(a, b) or 0) > OFFICE_YEARS or not _initials_fit(a, b):
        return
    shared = sorted(a.affiliations.keys() & b.affiliations.keys())
    post = same_post(a, b)
    if post or (shared and not (a.roles and b.roles and not agree(a, b))):
        crowd.join(one, other, f"the same surname; {f'the same post: {post}' if post else f'both of {a.affiliations[shared[0]]}'}")


def _join_bearer(crowd: Crowd, home: int, found: set[int]) -> None:
    own = crowd.profile(home)
    fitting = {crowd.forest.home(other): why for other in sorted(found) if (why := _fits(own, crowd.profile(other)))}
    if len(fitting) == 1:
        ((bearer, why),) = fitting.items()
        crowd.join(bearer, home, why)
    elif fitting:
        crowd.doubt(min(fitting), home, "the surname and post of several")


def _fits(bare: Profile, bearer: Profile) -> str | None:
    """Why a bare surname stands for a bearer of it; None where nothing says so, or something speaks against it."""
    if not bare.documents.isdisjoint(bearer.documents) or (gap(bare, bearer) or 0) > OFFICE_YEARS or not _initials_fit(bare, bearer):
        return None
    if bare.roles and bearer.roles and not agree(bare, bearer):
        return None
    if post := same_post(bare, bearer):
        return f"the surname; the same post: {post}"
    shared = sorted(bare.affiliations.keys() & bearer.affiliations.keys())
    return f"the surname; both of {bare.affiliations[shared[0]]}" if shared else None


def _initials_fit(one: Profile, other: Profile) -> bool:
    """Whether the initials before a bare surname, if any, begin the other's names."""
    return any(_within(a, b) or _within(b, a) for a in one.parts for b in other.parts) or not (one.parts and other.parts)


def _doubt_bearer(crowd: Crowd, home: int, namesakes: dict[object, list[int]]) -> None:
    """Note the one bearer of a bare surname who is of its time, where nothing else says that he is meant."""
    own = crowd.profile(home)
    if own.full:
        return
    bearers = [other for name in sorted(own.surnames) for other in namesakes.get(name, ())[:2]]
    if len(bearers) == 1:
        years, other = gap(own, crowd.profile(bearers[0])), bearers[0]
        if years is not None and years <= NEWS_YEARS and own.documents.isdisjoint(crowd.profile(other).documents):
            crowd.doubt(other, home, "the surname of one bearer at that time")
