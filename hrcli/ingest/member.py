"""What a container holds: a document's bytes, what to call it, and what the container says of it."""

from __future__ import annotations

import msgspec


class Member(msgspec.Struct, frozen=True, kw_only=True):
    """One document out of a container (archive, mailbox, web archive, table).

    `path` is the container's own path, "!/" and the name inside ("reports.zip!/2009/a.html", "mails.mbox!/3", "cases.csv!/12").
    `format` is set where the container knows it ("html", "text", "eml"), else the content tells. title, publisher, authors, date
    (EDTF), url and language are what the container says; the document's own reader may know better only where these are None.
    """

    path: str
    data: bytes
    format: str | None = None
    title: str | None = None
    publisher: str | None = None
    authors: list[str] = []
    date: str | None = None
    url: str | None = None
    language: str | None = None
