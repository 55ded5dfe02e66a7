"""Documents in other languages than English: of these, only names with their own script in brackets behind them are read."""

from __future__ import annotations

import re

from msgspec.structs import replace

from hrcli.extract.naming.brackets import INSIDE, is_native
from hrcli.records import Source, View

WORD = r"[A-ZÀ-ÖØ-ÞĀ-ɏḀ-ỿ][\w’'-]{1,30}"
NAMED = re.compile(rf"(?:{WORD} ){{0,3}}{WORD}{INSIDE.pattern}")
BREAK = "\n\n"


def names_only(source: Source) -> Source:
    """The source with a view that holds each "Liu Xiaobo (刘晓波)" of it as a paragraph, and nothing else."""
    view = source.view
    text: list[str] = []
    offsets: list[int] = []
    for hit in NAMED.finditer(view.text):
        if is_native(hit[1]):
            start, end = hit.span()
            text += [view.text[start:end], BREAK]
            offsets += [*view.offsets[start:end], *[view.offsets[end]] * len(BREAK)]
    return replace(source, view=View(text="".join(text), offsets=[*offsets, view.offsets[-1]]))
