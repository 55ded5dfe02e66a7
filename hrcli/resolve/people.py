"""Who is who: persons of several documents who are one person.

Precision first. A full name (in either order) or a name in its own script joins, unless role, organisation, country and time
together speak against it; a mark that differs (another native name, another initial) parts. A bare surname, an initial or a
shorter form of a name joins only where an organisation, a post or the company kept speaks for it, and one bearer alone fits.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from hrcli.resolve.bearers import shorter_names, surnames
from hrcli.resolve.clusters import Link, Marks
from hrcli.resolve.crowd import Crowd
from hrcli.resolve.namesakes import settle
from hrcli.resolve.profiles import Person, of_detention, of_entity
from hrcli.resolve.scenes import Scene

__all__ = ["cluster", "of_detention", "of_entity"]


def cluster(
    people: Sequence[Person], scene: Mapping[str, Scene], split: Sequence[Marks] = ()
) -> tuple[list[list[int]], list[Link], list[Link]]:
    """The indices of `people` that are one person each, why, and which were nearly taken for one; `split` are marks of the user's."""
    crowd = Crowd(people, scene, split)
    _pointers(crowd)
    for key, members in _bearers(people):
        settle(crowd, members, native=key.startswith("native:"))
    shorter_names(crowd)
    surnames(crowd)
    return crowd.forest.groups(), crowd.forest.links, crowd.doubts()


def _pointers(crowd: Crowd) -> None:
    """Join what points to the same record: a case and the person of its document."""
    first: dict[str, int] = {}
    for i, person in enumerate(crowd.people):
        if first.setdefault(person.record, i) != i:
            crowd.join(first[person.record], i, "named in the same document")


def _bearers(people: Sequence[Person]) -> list[tuple[str, list[int]]]:
    """The bearers of each name that several bear, names in their own script first."""
    found: dict[str, list[int]] = defaultdict(list)
    for i, person in enumerate(people):
        for key in person.names:
            found[key].append(i)
    several = [(key, members) for key, members in found.items() if len(members) > 1]
    return sorted(several, key=lambda each: (not each[0].startswith("native:"), each[0]))
