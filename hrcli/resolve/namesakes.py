"""People of one full name: the same one, unless what is known of them speaks against it."""

from __future__ import annotations

from collections.abc import Sequence

from hrcli.resolve import keys
from hrcli.resolve.crowd import Crowd
from hrcli.resolve.profiles import APART, Balance

MOST = 50  # persons of one name with whom one more is compared: the time grows with the records, not with their pairs


def settle(crowd: Crowd, members: Sequence[int], *, native: bool) -> None:
    """Join those bearers of one name who can be one person; the best known come first.

    One who could be each of several joins the one for whom something speaks, else nobody. A name that many bear joins nobody of
    whom anything speaks against it: "Wang Wei", a lawyer, and "Wang Wei", a student.
    """
    common = not native and any(keys.is_common(parts) for home in crowd.homes(members) for parts in crowd.profile(home).parts)
    least = -1 if common else APART
    persons: list[int] = []
    for one in sorted(crowd.homes(members), key=lambda home: _order(crowd, home)):
        near = [(crowd.weigh(one, other), other) for other in persons[-MOST:] if not crowd.forest.parted(one, other)]
        fitting = sorted((pair for pair in near if pair[0].score > least), key=lambda pair: -pair[0].score)
        if not fitting:
            persons.append(one)
            _doubt(crowd, one, near)
        elif len(fitting) == 1 or fitting[0][0].score > max(0, fitting[1][0].score):
            _join(crowd, fitting[0][1], one, fitting[0][0], native=native)
        else:
            crowd.doubt(fitting[0][1], one, "the same name, which several bear")


def _order(crowd: Crowd, home: int) -> tuple[int, int, int]:
    """The best known first, then the earliest, then by number."""
    profile = crowd.profile(home)
    known = len(crowd.forest.marks(home)) + sum(map(bool, (profile.roles, profile.affiliations, profile.countries)))
    return -known, min(profile.years, default=9999), home


def _doubt(crowd: Crowd, one: int, near: Sequence[tuple[Balance, int]]) -> None:
    """Note the nearest namesake who was not taken for the same person."""
    if near:
        balance, other = max(near, key=lambda pair: (pair[0].score, -pair[1]))
        if balance.score >= APART:
            crowd.doubt(other, one, _said("the same name", balance))


def _join(crowd: Crowd, home: int, one: int, balance: Balance, *, native: bool) -> None:
    common = any(map(keys.is_common, crowd.profile(one).parts))
    name = "the same name in its own script" if native else "the same name"
    weak = balance.score < 0 or (balance.score == 0 and common and not native)
    crowd.join(home, one, _said(name, balance), weak=weak)


def _said(name: str, balance: Balance) -> str:
    return "; ".join([name, *balance.told])
