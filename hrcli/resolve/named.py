"""Whom a name or an id stands for; where it is nobody, the error says whom it may have meant."""

from __future__ import annotations

from collections.abc import Sequence

from hrcli.errors import NotNamedError
from hrcli.records import Entity
from hrcli.resolve.join import Corpus
from hrcli.resolve.select import ID_SHOWN, bearers, names_like


def named(corpus: Corpus, name: str, where: str) -> list[Entity]:
    """The actors that a name or an id stands for. NotNamedError, with names like it, where there is none, or it is a part of several."""
    found = bearers(corpus, name)
    if not found:
        message = f"nobody and nothing in {where} is called {name!r}"
        raise NotNamedError(message, hint=did_you_mean(names_like(corpus, name)) or "`hrcli entities` lists all")
    if len({each.name for each in found}) > 1:
        raise NotNamedError(f"{name!r} could be one of {len(found)} in {where}", hint=did_you_mean([each.name for each in found[:5]]))
    return found


def whole(corpus: Corpus, name: str) -> str:
    """The id that a beginning of one stands for, as tables show it; every other name as it is."""
    if len(name) < ID_SHOWN or not name.isalnum():
        return name
    found = {id_ for id_ in (*corpus.rows, *(case.id for case in corpus.detained)) if id_.startswith(name.lower())}
    return found.pop() if len(found) == 1 else name


def did_you_mean(names: Sequence[str]) -> str | None:
    """A hint with names that may have been meant."""
    return f"did you mean {' or '.join(names)}?" if names else None
