"""Makes page-like texts of single sentences: several to a page with breaks between, and lines such as our pages have.

Newswire sets come as single sentences; headlines, bullets, lists of signatories and appeals ("Free X") hardly occur in them.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import msgspec

from hrcli.english.training.entities import Marked
from hrcli.english.training.rename import Names, Pools, new_name

LONGEST = 8  # sentences to a page
BREAKS = ("", "", "", "\n", "\n\n", "\n\n", "\n \n")
SHORT = 0.4  # share of the organisations that a line calls by their initials


class Templates(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lines of `lines.toml`: words apart, with {person} {native} {org} {place} {people} {role} to fill in."""

    lines: list[str]
    bullets: list[str]


def bind(sentences: list[Marked], rng: random.Random) -> Iterator[tuple[list[Marked], list[str]]]:
    """The sentences in order, one to LONGEST of them a page, with the break after each ("": a blank)."""
    done = 0
    while done < len(sentences):
        page = sentences[done : done + rng.randint(1, LONGEST)]
        done += len(page)
        breaks = BREAKS if rng.random() < 0.5 else ("",)
        yield page, [rng.choice(breaks) for _ in page[:-1]] + [""]


def lines(count: int, peoples: list[str], pools: Pools, names: Names, rng: random.Random) -> list[Marked]:
    """So many lines of the templates, with organisations and places of the pools, peoples, and persons from everywhere."""
    templates = msgspec.toml.decode(Path(__file__).with_name("lines.toml").read_bytes(), type=Templates)
    filling = {**pools, "NORP": [name.title().split() for name in peoples]}
    return [_fill(rng.choice(templates.lines).split(), templates.bullets, filling, names, rng) for _ in range(count)]


def _fill(template: list[str], bullets: list[str], pools: Pools, names: Names, rng: random.Random) -> Marked:
    line = Marked([], [])
    bullet = rng.choice(bullets)
    _add(line, [bullet] if bullet else [], "")
    native = ""
    for word in template:
        if word == "{person}":
            name, native = new_name(rng.choice((1, 2, 2, 2, 3)), names, rng)
            _add(line, name, "PERSON")
        elif word == "{native}":
            _add(line, ["(", *native.split(), ")"] if native else [], "")
        elif word == "{role}":
            _add(line, rng.choice(names.roles).replace("'s", " 's").split(), "")
        elif word in ("{org}", "{place}", "{people}"):
            label = {"{org}": "ORG", "{place}": "GPE", "{people}": "NORP"}[word]
            _add(line, _short(rng.choice(pools[label]), rng) if label == "ORG" else rng.choice(pools[label]), label)
        elif word == "{short}":
            _add(line, [_initials(rng)], "ORG")
        else:
            _add(line, [word], "")
    return line


def _short(name: list[str], rng: random.Random) -> list[str]:
    """The name or, in some cases, its initials ("CHRD"), where it has enough of them."""
    initials = "".join(word[0] for word in name if word[0].isupper())
    return [initials] if len(initials) > 2 and rng.random() < SHORT else name


def _initials(rng: random.Random) -> str:
    return "".join(rng.choices("ABCDEFGHILMNOPRSTUW", k=rng.choice((3, 4, 4, 5))))


def _add(line: Marked, words: list[str], label: str) -> None:
    line.words.extend(words)
    line.labels.extend([f"B-{label}"] + [f"I-{label}"] * (len(words) - 1) if label else ["O"] * len(words))
