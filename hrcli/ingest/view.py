"""The view that extractors read: made from the text in small steps, each of which keeps the map back to the text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from hrcli.ingest.blocks import ODD_SPACE, Block
from hrcli.records import View, Zone

Span = tuple[int, int]
ZoneKind = Literal["title", "contact"]
BREAK = "\n\n"
INVISIBLE = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
SPACES = re.compile(r"\s{2,}|[^\S ]")


def whole(text: str) -> View:
    """The text as its own view."""
    return View(text=text, offsets=list(range(len(text) + 1)))


def without(view: View, spans: list[Span]) -> View:
    """The view less `spans` of it (half open, in order, apart)."""
    if not spans:
        return view
    kept: list[Span] = []
    at = 0
    for start, end in spans:
        kept.append((at, start))
        at = end
    return _joined(view, [*kept, (at, len(view.text))], "")


def spaced(view: View, gaps: list[tuple[int, str]]) -> View:
    """The view with white space put in: each gap is a place in the view (in order) and what to put before it."""
    if not gaps:
        return view
    text: list[str] = []
    offsets: list[int] = []
    at = 0
    for place, space in gaps:
        text += [view.text[at:place], space]
        offsets += [*view.offsets[at:place], *[view.offsets[place]] * len(space)]
        at = place
    return View(text="".join([*text, view.text[at:]]), offsets=[*offsets, *view.offsets[at:]])


def clean(view: View) -> View:
    """The view less its invisible characters."""
    return without(view, [hit.span() for hit in INVISIBLE.finditer(view.text)])


def laid_out(view: View, blocks: Iterable[tuple[Block, list[Span]]], zones: dict[int, ZoneKind]) -> View:
    """The view's blocks one below the other, a blank line between, single spaces within.

    Each block comes with the spans of the view (in order) that are kept of it. `zones` says by a block's start in the view what it is.
    """
    text: list[str] = []
    offsets: list[int] = []
    marks: list[Zone] = []
    for block, spans in blocks:
        piece = _single_spaced(_joined(view, spans, " "))
        if not piece.text:
            continue
        if text:
            text.append(BREAK)
            offsets += [piece.offsets[0]] * len(BREAK)
        if block.start in zones:
            marks.append(Zone(start=len(offsets), end=len(offsets) + len(piece.text), kind=zones[block.start]))
        text.append(piece.text)
        offsets += piece.offsets[:-1]
    return View(text="".join(text), offsets=[*offsets, view.offsets[-1]], zones=marks)


def _joined(view: View, spans: list[Span], glue: str) -> View:
    """What `spans` hold of the view, with `glue` between them."""
    text: list[str] = []
    offsets: list[int] = []
    for start, end in spans:
        if text and start < end:
            text.append(glue)
            offsets += [view.offsets[start]] * len(glue)
        text.append(view.text[start:end])
        offsets += view.offsets[start:end]
    return View(text="".join(text), offsets=[*offsets, view.offsets[spans[-1][1]] if spans else view.offsets[-1]])


def _single_spaced(view: View) -> View:
    """The view with every run of white space made one space, none at its ends."""
    bare = view.text.strip()
    if len(bare) < len(view.text):
        start = view.text.find(bare) if bare else 0
        view = _joined(view, [(start, start + len(bare))], "")
    if "  " not in view.text and (view.text.isprintable() or not ODD_SPACE.search(view.text)):
        return view
    surplus = [(hit.start() + 1, hit.end()) for hit in SPACES.finditer(view.text)]
    thin = without(view, surplus)
    return View(text=ODD_SPACE.sub(" ", thin.text), offsets=thin.offsets)
