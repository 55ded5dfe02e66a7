"""What the vocabularies hold, term by term, for people: which word stands in which file, beside what, under which comment."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from typing import Any

from hrcli import lexicon
from hrcli.lexicon import own
from hrcli.records import Term, Vocabulary

EXAMPLES = "examples"
NAMED = ("name", "label", "words", "word", "lemma")  # the fields that say what an entry is about, the first that there is

PLAIN = re.compile(r"[\w .'-]+")  # a word or phrase, not an expression


def vocabularies() -> list[Vocabulary]:
    """All vocabularies: what each is for, how many entries it has, and how many of them the user has added."""
    added = _added()
    return [
        Vocabulary(
            name=name,
            about=_header(lexicon.source(name)),
            entries=sum(1 for _ in _entries(lexicon.read(name))),
            added=sum(1 for _ in _entries(added.get(name, {}))),
        )
        for name in lexicon.names()
    ]


def terms(name: str | None = None) -> Iterator[Term]:
    """The terms of all vocabularies, or of the one called `name`: those of the package, then the user's."""
    added = _added()
    for each in [name] if name else lexicon.names():
        comments = _comments(lexicon.source(each))
        yield from _terms(each, f"{each}.toml", lexicon.read(each), comments)
        yield from _terms(each, own.shown(own.used()), added.get(each, {}), comments)


def find(text: str, name: str | None = None) -> list[Term]:
    """The terms that are this word or phrase, whatever their case; where none is, those in which it stands."""
    folded = text.casefold()
    exact = [term for term in terms(name) if folded in (form.casefold() for form in (term.term, *term.forms))]
    within = re.compile(rf"(?<!\w){re.escape(folded)}(?!\w)")
    return exact or [term for term in terms(name) if any(within.search(form.casefold()) for form in (term.term, *term.forms))]


def like(text: str) -> list[str]:
    """Up to three terms that look like a text."""
    known = {form.casefold(): form for term in terms() for form in (*term.forms, term.term) if PLAIN.fullmatch(form)}
    return [known[each] for each in get_close_matches(text.casefold(), known, n=3, cutoff=0.75)]


def _added() -> dict[str, dict[str, Any]]:
    file = own.used()
    return own.read(file, lexicon.names()) if file else {}


def _terms(name: str, file: str, table: Mapping[str, Any], comments: Mapping[str, str]) -> Iterator[Term]:
    for section, entry in _entries(table):
        about = comments.get(section.rpartition(".")[2], "")
        if isinstance(entry, dict):
            examples = [str(each) for each in entry.get(EXAMPLES, ())]
            fields = {key: value for key, value in entry.items() if key != EXAMPLES}
            term = next((_first(fields[key]) for key in NAMED if fields.get(key)), None) or _first(next(iter(fields.values()), ""))
            yield Term(
                term=term,
                vocabulary=name,
                section=section,
                file=file,
                about=about,
                forms=_forms(fields),
                says=_said(fields),
                examples=examples,
            )
        else:
            yield Term(term=str(entry), vocabulary=name, section=section, file=file, about=about)


def _entries(table: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, Any]]:
    """Each entry with the name of the list or table that it stands in."""
    for key, value in table.items():
        section = f"{above}{key}"
        if key == EXAMPLES:
            continue
        if isinstance(value, list):
            yield from ((section, "; ".join(map(str, each)) if isinstance(each, list) else each) for each in value)
        elif isinstance(value, dict) and any(isinstance(each, list | dict) for each in value.values()):
            yield from _entries(value, f"{section}.")
        elif isinstance(value, dict):
            yield from ((section, {"word": word, "value": each}) for word, each in value.items())
        else:
            yield section, value


def _first(value: Any) -> str:
    return _first(value[0]) if isinstance(value, list) and value else "" if value == [] else str(value)


def _forms(value: Any) -> list[str]:
    """All texts in an entry."""
    if isinstance(value, dict):
        return [form for each in value.values() for form in _forms(each)]
    if isinstance(value, list):
        return [form for each in value for form in _forms(each)]
    return [value] if isinstance(value, str) else []


def _said(fields: Mapping[str, Any]) -> str:
    return "; ".join(f"{key}: {', '.join(map(str, value)) if isinstance(value, list) else value}" for key, value in fields.items())


def _header(source: str) -> str:
    """The comment that a file begins with, up to its first full stop."""
    text = " ".join(line.lstrip("# ").strip() for line in source.partition("\n\n")[0].splitlines() if line.startswith("#"))
    return re.split(r"(?<=\.)\s", text)[0]


@cache
def _comments(source: str) -> dict[str, str]:
    """The comment above each list and table of a file, by its name; that of entries is the file's own."""
    found: dict[str, str] = {}
    lines: list[str] = []
    for line in source.splitlines():
        if line.startswith("#"):
            lines.append(line.lstrip("# ").rstrip())
        elif match := re.match(r"(?:\[+([\w.]+)\]+|(\w+)\s*=)", line):
            name = (match[1] or match[2]).rpartition(".")[2]
            said = " ".join(each for each in lines if not each.startswith("--"))
            found.setdefault(name, said or (_header(source) if match[1] else ""))
            lines = []
        elif not line.strip():
            lines = []
    return found
