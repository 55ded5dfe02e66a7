"""What the brackets after a name add to it: an abbreviation, another name, the name in its own script."""

from __future__ import annotations

import re

from spacy.tokens import Doc

from hrcli.extract.findings import Mention, text_of

SHORT = re.compile(r"(?:the |or |known as |hereafter |hereinafter )?[“\"'‘]?([A-Z][A-Za-z0-9&./-]{1,11})[”\"'’]?")
AKA = re.compile(r"^(?:,? ?(?:also known as|a\.k\.a\.|aka|alias|known as|née)) [“\"]?((?:[A-ZÀ-Þ][\w’'-]+ ?){1,4})[”\"]?")
WORDS = r"[^\W\d_]"


def read(doc: Doc, mention: Mention) -> None:
    """Set a mention's `aliases` and `native_name` from what follows it; in place."""
    rest = text_of(doc)[doc[mention.end - 1].idx + len(doc[mention.end - 1]) :][:120]
    inside = re.match(r"\s?[(（]([^()（）\n]{1,60})[)）]", rest)
    if inside:
        _bracket(mention, inside.group(1).strip())
    elif native := re.match(r"\s([\u0400-\u04ff\u0600-\u06ff\u0f00-\u0fff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af·•][^\x00-\x7f]*)", rest):
        mention.native_name = native.group(1).strip()
    if also := AKA.match(rest.lstrip(" (")):
        mention.aliases.append(also.group(1).strip())


def is_native(text: str) -> bool:
    """Whether most letters of a text are of another script than Latin."""
    letters = [c for c in text if c.isalpha()]
    return bool(letters) and sum(c > "\u036f" and not "\u1e00" <= c <= "\u1eff" for c in letters) > len(letters) / 2


def _bracket(mention: Mention, inside: str) -> None:
    first = re.split(r"[,;，；/]", inside)[0].strip()
    if is_native(first):
        mention.native_name = first
        return
    short = SHORT.fullmatch(first)
    if short and mention.type != "person" and mention.type != "place" and sum(c.isupper() for c in short.group(1)) > 1:
        mention.aliases.append(short.group(1))
