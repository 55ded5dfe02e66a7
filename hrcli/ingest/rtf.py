"""Rich text (RTF 1.9): the words of the body, then footnotes and text boxes.

The file is first sorted: what is no text of the document (pictures, styles, deleted and hidden text, fields) is left out, and what
striprtf would run together (paragraphs and lines, cells, footnotes) or read in the wrong code page is written so that it does not.
Then striprtf makes characters of it.
"""

from __future__ import annotations

import codecs
import contextlib
import re
from collections import defaultdict
from collections.abc import Callable
from typing import NamedTuple

from hrcli.errors import UnreadableError
from hrcli.ingest import office
from hrcli.ingest.limits import MOST_CHARACTERS, too_long
from hrcli.ingest.page import Page

TOKEN = re.compile(
    r"\\(?:(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})?(?: |\r?\n)?|'(?P<hex>[0-9a-fA-F]{2})|(?P<sign>[^a-zA-Z]))"
    r"|(?P<brace>[{}])|(?P<text>[^\\{}\r\n\0]+)|[\\\r\n\0]+",
    re.DOTALL,
)
RAW = re.compile(r"[\x80-\xff]")
BODY, AFTER, TITLE, AUTHOR, FONTS, COMMENTS, NOWHERE = "body", "after", "title", "author", "fonts", "comments", ""
GOES_TO = {"footnote": AFTER, "shptxt": AFTER, "title": TITLE, "author": AUTHOR, "fonttbl": FONTS, "annotation": COMMENTS}
PARAGRAPH = r"\line \line "  # not \par, at which striprtf forgets the font and with it the code page
BREAKS = dict.fromkeys(["par", "sect", "page", "cell", "nestcell", "row", "nestrow"], PARAGRAPH)
SIGNS = {"~": r"\~", "_": "-", "-": "", "{": r"\{", "}": r"\}", "\\": r"\'5c", "\n": PARAGRAPH, "\r": PARAGRAPH}
CHARSETS = {"ansi": "cp1252", "mac": "mac_roman", "pc": "cp437", "pca": "cp850"}
UNICODE = range(-0x8000, 0x110000)
MOST_FONTS, MOST_PIECES = 10_000, 4_000_000


def read(data: bytes, path: str) -> Page:
    """The page of an RTF file, a place a paragraph; UnreadableError if it is none, too large, or without words."""
    office.refuse_large(data, path)
    if not data.startswith(b"{\\rtf"):
        raise UnreadableError(f"{path}: this is no rich text file", hint=office.SAVE_AGAIN)
    sorter = _Sorter(path)
    sorter.sort(data.decode("latin-1"))
    paragraphs = [office.tidy(each) for kind in (BODY, AFTER) for each in _characters(sorter, kind).split("\n\n")]
    title, author = _characters(sorter, TITLE), _characters(sorter, AUTHOR)
    return office.page(path, paragraphs, "paragraph", office.titled(title), [author], office.left_out(sorter.comments, "RTF file"))


def _characters(sorter: _Sorter, kind: str) -> str:
    """What striprtf makes of one of the kinds."""
    import striprtf.striprtf

    to_text: Callable[..., str] = striprtf.striprtf.rtf_to_text
    try:
        text = to_text(sorter.rtf(kind), encoding=sorter.encoding, errors="replace")
    except MemoryError:
        raise
    except Exception as error:  # a file that breaks the library must not break the batch
        raise UnreadableError(f"{sorter.path}: the file is damaged", hint=office.SAVE_AGAIN) from error
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


class _State(NamedTuple):
    """What holds within a group: where its text goes, where its brace was written, how it is written, and whether it is seen."""

    kind: str = BODY
    opened_in: str = BODY
    font: str | None = None
    skip: str = "1"  # how many characters after one in Unicode stand for it in programs that know none
    deleted: bool = False
    hidden: bool = False


class _Sorter:
    """Sorts the tokens of an RTF file by where they go; `kinds` are the pieces of RTF that striprtf is to read."""

    def __init__(self, path: str) -> None:
        from striprtf.striprtf import charset_map, destinations, specialchars

        self.kinds: dict[str, list[str]] = defaultdict(list)
        self.encoding, self.comments = "cp1252", 0
        self._charsets, self._destinations, self._special = charset_map, destinations, specialchars.keys()
        self._fonts: dict[str, int] = {}
        self._font = self._default_font = "0"
        self._now, self._stack, self._starred = _State(), list[_State](), False
        self._left, self.path = 2 * MOST_CHARACTERS, path  # a character may be written twice, or as two bytes

    def sort(self, rtf: str) -> None:
        """Sort a whole file; UnreadableError if it is too long or too deep."""
        place = 0
        while hit := TOKEN.match(rtf, place):
            place = hit.end()
            if text := hit["text"]:
                self._write(text if text.isascii() else RAW.sub(lambda raw: f"\\'{ord(raw[0]):02x}", text), len(text))
            elif word := hit["word"]:
                place += max(0, int(hit["number"] or 0)) if word == "bin" else 0
                self._word(word.lower(), hit["number"])
            elif hit["brace"]:
                self._open() if hit["brace"] == "{" else self._close()
            elif hit["hex"]:
                self._write(hit[0])
            elif sign := hit["sign"]:
                self._starred = sign == "*"
                self._write(SIGNS.get(sign, ""))

    def rtf(self, kind: str) -> str:
        """One of the kinds as a file of its own, with the fonts whose code page is known.

        A font has a line to itself, since striprtf gives one that does not tell its code page that of the next on its line.
        """
        fonts = [f"{{\\f{font}\\fcharset{charset} x;}}\n" for font, charset in self._fonts.items() if self._is_known(charset)]
        first = f"\\f{self._default_font} " if kind in (BODY, AFTER) else ""
        return "".join(["{\\rtf1{\\fonttbl\n", *fonts, "}", first, *self.kinds[kind], "}"])

    def _is_known(self, charset: int) -> bool:
        try:
            return charset in self._charsets and bool(codecs.lookup(self._charsets[charset]))
        except LookupError:
            return False

    def _open(self) -> None:
        self._starred = False
        if len(self._stack) >= office.DEEPEST_TAGS:
            raise UnreadableError(f"{self.path}: the file is damaged: its groups are too deep", hint=office.SAVE_AGAIN)
        self._stack.append(self._now)
        self._now = self._now._replace(opened_in=self._now.kind)
        self._mark("{")

    def _close(self) -> None:
        self._starred = False
        if not self._stack:
            return
        self._mark("}")
        if self._now.kind != self._now.opened_in:
            self._mark(PARAGRAPH)
            self._now = self._now._replace(kind=self._now.opened_in)
            self._mark("}")
        self._now = self._stack.pop()

    def _word(self, word: str, number: str | None) -> None:
        starred, self._starred = self._starred, False
        if word in GOES_TO or word in self._destinations or starred:
            self._turn(GOES_TO.get(word, NOWHERE))
        elif self._now.kind == FONTS:
            self._describe_font(word, number)
        elif word in CHARSETS or word in ("ansicpg", "deff"):
            self._describe_file(word, number)
        elif word in ("deleted", "v", "plain", "f", "uc"):
            self._describe_text(word, number)
        elif word in BREAKS:
            self._write(BREAKS[word])
        elif word == "u" and number and int(number) in UNICODE:
            self._write(f"\\u{number} ")
        elif word in self._special:
            self._write(f"\\{word} ")

    def _turn(self, kind: str) -> None:
        """The rest of the group goes to `kind`, written as what came before."""
        if self._now.kind == kind:
            return
        if self._now.kind != self._now.opened_in:
            self._mark("}")
        self.comments += kind == COMMENTS
        self._now = self._now._replace(kind=kind)
        self._mark("{" + f"\\uc{self._now.skip} " + (f"\\f{self._now.font} " if self._now.font else ""))

    def _describe_font(self, word: str, number: str | None) -> None:
        if word == "f":
            self._font = number or "0"
        elif word == "fcharset" and number and len(self._fonts) < MOST_FONTS:
            self._fonts[self._font] = int(number)

    def _describe_file(self, word: str, number: str | None) -> None:
        if word == "deff":
            self._default_font = number or "0"
            return
        with contextlib.suppress(LookupError):
            self.encoding = codecs.lookup(CHARSETS.get(word, f"cp{number}")).name

    def _describe_text(self, word: str, number: str | None) -> None:
        if word == "deleted":
            self._now = self._now._replace(deleted=number != "0")
        elif word == "v":
            self._now = self._now._replace(hidden=number != "0")
        elif word == "uc":
            self._now = self._now._replace(skip=number or "1")
            self._mark(f"\\uc{self._now.skip} ")
        else:
            font = number or "0" if word == "f" else self._default_font
            self._now = self._now._replace(font=font) if word == "f" else self._now._replace(font=font, deleted=False, hidden=False)
            self._mark(f"\\f{font} ")

    def _mark(self, rtf: str) -> None:
        """What is no text but tells how it is written."""
        pieces = self.kinds[self._now.kind]
        if self._now.kind != NOWHERE:
            pieces.append(rtf)
        if len(pieces) > MOST_PIECES:
            raise UnreadableError(f"{self.path}: the file is damaged: it has too many groups and fonts", hint=office.SAVE_AGAIN)

    def _write(self, rtf: str, size: int = 1) -> None:
        """Text of `size` characters, if it is seen."""
        if self._now.kind == NOWHERE or self._now.deleted or self._now.hidden:
            return
        self._left -= size
        if self._left < 0:
            raise too_long(self.path)
        self.kinds[self._now.kind].append(rtf)
