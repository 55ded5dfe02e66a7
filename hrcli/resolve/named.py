"""Whom a name or an id stands for; where it is nobody, the error says whom it may have meant."""

from __future__ import annotations

from collections.abc import Sequence

from hrcli.errors import NotNamedError
from hrcli.records import Detention, Entity
from hrcli.resolve import keys
from hrcli.resolve.called import ID_SHOWN, bearers, names_like
from hrcli.resolve.join import Corpus
from hrcli.resolve.select import Query, select


def named(corpus: Corpus, name: str, where: str) -> list[Entity]:
    """The actors that a name or an id stands for. NotNamedError, with names like it, where there is none, or it is a part of several."""
    found = bearers(corpus, name)
    if not found:
        message = f"nobody and nothing in {where} is called {name!r}"
        raise NotNamedError(message, hint=did_you_mean(names_like(corpus, name)) or "`hrcli entities` lists all")
    if len({each.name for each in found}) > 1:
        raise NotNamedError(f"{name!r} could be one of {len(found)} in {where}", hint=did_you_mean([each.name for each in found[:5]]))
    return found


def held(corpus: Corpus, name: str, where: str) -> list[Detention]:
    """The cases that a name, an id or the beginning of one stands for; NotNamedError where there is none, or it is a part of several."""
    by_id = [case for case in corpus.detained if len(name) >= ID_SHOWN and case.id.lower().startswith(name.lower())]
    found = by_id or _cases(corpus, name)
    if not found:
        known = [each.name for each in bearers(corpus, name) if each.type == "person"]
        message = f"{where} tells of nobody called {name!r} as held"
        hint = did_you_mean(held_like(corpus, name)) or (f"`hrcli entities {known[0]!r}` has what is known" if known else None)
        raise NotNamedError(message, hint=hint or "`hrcli detained` lists all")
    if len({case.name for case in found}) > 1:
        names = [case.name or case.native_name or "" for case in found[:5]]
        raise NotNamedError(f"{name!r} could be one of {len(found)} in {where}", hint=did_you_mean(names))
    return found


def _cases(corpus: Corpus, name: str) -> list[Detention]:
    """The cases of the persons so called; else those whose own name it is, or a part of it."""
    people = {each.id for each in bearers(corpus, name) if each.type == "person"}
    found = [case for case in corpus.detained if corpus.rows.get(case.id) in people]
    found = found or select(corpus, Query(person=name)).detained
    return found or [case for case in corpus.detained if keys.words(name) and keys.has_words((case.name, case.native_name), name)]


def held_like(corpus: Corpus, name: str) -> list[str]:
    """Names of people held that look like `name`."""
    return names_like(Corpus(detained=corpus.detained), name)


def whole(corpus: Corpus, name: str) -> str:
    """The id that a beginning of one stands for, as tables show it; every other name as it is."""
    if len(name) < ID_SHOWN or not name.isalnum():
        return name
    found = {id_ for id_ in (*corpus.rows, *(case.id for case in corpus.detained)) if id_.startswith(name.lower())}
    return found.pop() if len(found) == 1 else name


def did_you_mean(names: Sequence[str]) -> str | None:
    """A hint with names that may have been meant."""
    return f"did you mean {' or '.join(names)}?" if names else None
