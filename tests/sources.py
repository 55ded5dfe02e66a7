"""Sources made of short texts."""

from __future__ import annotations

from hrcli.records import Document, Source, View


def make_source(text: str, *, date: str | None = None, publisher: str | None = None, title: str | None = None) -> Source:
    """A source whose view is its text."""
    document = Document(
        id="0" * 16, path="test.txt", sha256="0" * 64, words=len(text.split()), title=title, publisher=publisher, date=date, language="en"
    )
    return Source(document=document, text=text, view=View(text=text, offsets=list(range(len(text) + 1))))
