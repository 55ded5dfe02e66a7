"""Markdown: the document is the decoded file; its markup is named as hidden, so that the view can leave it out."""

from __future__ import annotations

import re

from hrcli.ingest.decode import decode
from hrcli.ingest.page import Page

FRONT = re.compile(r"\A---[ \t]*\r?\n(?P<body>.*?\r?\n)---[ \t]*(?:\r?\n|\Z)", re.DOTALL)
FIELD = re.compile(r"^(title|publisher|date|published|url)[ \t]*:[ \t]*(.*?)[ \t]*\r?$", re.MULTILINE | re.IGNORECASE)
MARKUP = [
    re.compile(r"^[ \t]{0,3}#{1,6}[ \t]+|[ \t]+#+[ \t]*$", re.MULTILINE),
    re.compile(r"^[ \t]{0,3}(?:>[ \t]?)+", re.MULTILINE),
    re.compile(r"^[ \t]{0,3}(?:```|~~~).*$|^[ \t]{0,3}(?:=+|-{3,}|\*{3,}|_{3,})[ \t]*$", re.MULTILINE),
    re.compile(r"<!--.*?-->", re.DOTALL),
    re.compile(r"</?[A-Za-z][^<>\n]*>"),
    re.compile(r"!\[[^\]\n]{0,300}\]\([^)\n]{0,500}\)"),
    re.compile(r"(?<!!)\[(?=[^\]\n]{1,300}\]\([^)\n]{0,500}\))"),
    re.compile(r"(?<=[^\s\]])\]\([^)\n]*\)"),
    re.compile(r"(?<![\w*])\*{1,3}(?=\S)|(?<=\S)\*{1,3}(?![\w*])"),
    re.compile(r"(?<!\w)_{1,3}(?=[^\s_])|(?<=[^\s_])_{1,3}(?!\w)"),
    re.compile(r"`+|\\(?=[\\`*_{}\[\]()#+.!>-])"),
]


def read(data: bytes, path: str) -> Page:
    """The page of a Markdown file: front matter gives metadata, markup is hidden; UnreadableError if the bytes are no text."""
    text, warnings = decode(data, path)
    front = FRONT.match(text)
    fields = {name.lower(): value.strip("\"'") for name, value in FIELD.findall(front["body"])} if front else {}
    hidden = [(0, front.end())] if front else []
    hidden += [hit.span() for pattern in MARKUP for hit in pattern.finditer(text)]
    return Page(
        text=text,
        hidden=merged(hidden),
        title=fields.get("title") or None,
        publisher=fields.get("publisher") or None,
        date=fields.get("date") or fields.get("published") or None,
        url=fields.get("url") or None,
        warnings=warnings,
    )


def merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans in order, those that touch or overlap made one, empty ones left out."""
    out: list[tuple[int, int]] = []
    for start, end in sorted(span for span in spans if span[0] < span[1]):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out
