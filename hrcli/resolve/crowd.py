"""The persons of all documents while they are being told apart: which are one so far, and what is known of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hrcli.resolve.clusters import Forest, Link, Marks
from hrcli.resolve.profiles import Balance, Person, Profile, weigh
from hrcli.resolve.scenes import Scene


class Crowd:
    """Persons by number, joined step by step; each home has the profile of all that are one with it."""

    def __init__(self, people: Sequence[Person], scene: Mapping[str, Scene], split: Sequence[Marks] = ()) -> None:
        self.people = people
        self.scene = scene
        self.forest = Forest(
            [{**person.marks, **more} for person, more in zip(people, split, strict=True)] if split else [person.marks for person in people]
        )
        self._doubts: dict[tuple[int, int], Link] = {}
        self._profiles: list[Profile] = [person.profile for person in people]

    def profile(self, person: int) -> Profile:
        """What is known of a person, from all records that are one."""
        return self._profiles[self.forest.home(person)]

    def homes(self, people: Sequence[int]) -> list[int]:
        """The homes of persons, each once, in the order of their first member."""
        return list(dict.fromkeys(map(self.forest.home, people)))

    def all(self) -> list[int]:
        """The homes of all persons."""
        return self.homes(range(len(self.people)))

    def weigh(self, one: int, other: int) -> Balance:
        """What speaks for and against two persons of one name being one."""
        return weigh(self.profile(one), self.profile(other), self.scene)

    def join(self, one: int, other: int, why: str, *, weak: bool = False) -> None:
        """Make two persons one, unless a mark parts them."""
        if joined := self.forest.join(one, other, why, weak=weak):
            home, given_up = joined
            self._profiles[home].absorb(self._profiles[given_up])

    def doubt(self, one: int, other: int, why: str) -> None:
        """Note that two persons were nearly taken for one, unless a mark parts them."""
        if not self.forest.parted(one, other):
            self._doubts.setdefault((min(one, other), max(one, other)), Link(one, other, why, weak=True))

    def doubts(self) -> list[Link]:
        """The pairs that were nearly taken for one and are not one in the end."""
        home = self.forest.home
        return [link for link in self._doubts.values() if home(link.one) != home(link.other)]
