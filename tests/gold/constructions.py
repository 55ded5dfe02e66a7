"""The table of constructions of custody: how many of its passages are read right, by kind.

usage: python tests/gold/constructions.py [--errors]     (--errors: what is wrong in the half that may be looked at)
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from hrcli.records import Detention, DocumentAnalysis

TABLES = Path(__file__).parent / "custody"
HALVES = ("dev", "held")
Case = dict[str, Any]
Find = Callable[[Case], Sequence[Detention]]


def cases(half: str) -> list[Case]:
    """The passages of one half."""
    found: list[Case] = tomllib.loads((TABLES / f"{half}.toml").read_text(encoding="utf-8"))["case"]
    return found


def finder(analyze: Callable[..., DocumentAnalysis]) -> Find:
    """The detained people of a passage, as `analyze` finds them."""
    return lambda case: analyze(case["text"], date=case.get("date")).detained


def wrong(case: Case, found: Sequence[Detention]) -> list[str]:
    """What differs from what must come out, in words; nothing where all is right."""
    wanted = {person.get("name") or person["count"]: person for person in case.get("people", ())}
    got = {one.name or one.count: one for one in found}
    lines = [f"missed {who}" for who in wanted if who not in got] + [f"extra {who} ({got[who].status})" for who in got if who not in wanted]
    for who in wanted.keys() & got.keys():
        lines += _fields(wanted[who], got[who])
    return lines


def _fields(person: Case, got: Detention) -> list[str]:
    return [
        f"{person.get('name') or person['count']}: {name} {value!r} instead of {person[name]!r}"
        for name in person.keys() - {"name", "count"}
        if not _right(name, person[name], value := _value(got, name))
    ]


def _value(got: Detention, name: str) -> Any:
    return [event.type for event in got.events] if name == "events" else getattr(got, name)


def _right(name: str, wanted: Any, value: Any) -> bool:
    if name in ("certain", "events", "allegations"):
        return bool(wanted == value)
    if name == "place" and value is not None and any(value.casefold().startswith(f"{place.casefold()} in ") for place in wanted):
        return True  # a prison with its town
    return value is not None and value.casefold() in map(str.casefold, wanted) if wanted else value is None


def share(half: str, find: Find) -> dict[str, tuple[int, int]]:
    """By kind, how many passages are right, of how many."""
    tally: dict[str, tuple[int, int]] = {}
    for case in cases(half):
        right, count = tally.get(case["kind"], (0, 0))
        tally[case["kind"]] = right + (not wrong(case, find(case))), count + 1
    return tally


def total(table: dict[str, tuple[int, int]]) -> tuple[int, int]:
    """How many passages of all kinds are right, of how many."""
    return sum(right for right, _ in table.values()), sum(count for _, count in table.values())


def main() -> None:
    """Print the shares of both halves, and with --errors what is wrong in the first."""
    sys.path.insert(0, str(Path(__file__).parents[1]))
    from sources import make_source

    from hrcli import extract

    analyzer = extract.load()
    find = finder(lambda text, **metadata: next(iter(analyzer.analyze([make_source(text, **metadata)]))))
    tables = {half: share(half, find) for half in HALVES}
    for kind in dict.fromkeys(kind for table in tables.values() for kind in table):
        parts = [f"{half} {{:3}} of {{:3}}".format(*table.get(kind, (0, 0))) for half, table in tables.items()]
        sys.stdout.write(f"{kind:16}{'   '.join(parts)}\n")
    for half, table in tables.items():
        right, count = total(table)
        sys.stdout.write(f"constructions of custody, {half:5} {right / count:.3f}  ({right} of {count})\n")
    for case in cases(HALVES[0]) if "--errors" in sys.argv else ():
        for line in wrong(case, find(case)):
            sys.stdout.write(f"{case['kind']}: {case['text']!r}\n    {line}\n")


if __name__ == "__main__":
    main()
