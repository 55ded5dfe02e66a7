"""A saved page (.mht, .mhtml): a mail whose parts are the page, its pictures and its styles; the page is read as any web page."""

from __future__ import annotations

import codecs
import re
from email.message import EmailMessage

from msgspec.structs import replace

from hrcli.errors import UnreadableError
from hrcli.ingest import webpage
from hrcli.ingest.page import Page

HTML = ("text/html", "application/xhtml+xml")
HINT = "save the page again, as HTML"
ON_THE_WEB = re.compile(r"https?://\S+")


def read(data: bytes, path: str) -> Page:
    """The page of an MHTML file; UnreadableError if there is none in it, or none that `webpage.read` can read.

    Where the page itself is silent, its address is the one it was saved from and its title the file's subject. The file's date is
    that of saving, and no date of the page.
    """
    try:
        root, title, url = _opened(data)
    except MemoryError:
        raise
    except Exception:  # a broken file breaks the email package in many ways, and must not break the batch
        raise UnreadableError(f"{path}: a broken saved page", hint=HINT) from None
    if root is None:
        raise UnreadableError(f"{path}: a saved page without a web page in it", hint=HINT)
    page = webpage.read(root, path)
    return replace(page, title=page.title or webpage.bare_title(title, page.publisher), url=page.url or url)


def _opened(data: bytes) -> tuple[bytes | None, str, str | None]:
    """The root page in bytes, None if there is none; the subject of the file, and the address that the page was saved from."""
    from email import message_from_bytes, policy

    mail = message_from_bytes(data, policy=policy.default)
    root = _root(mail)
    if root is None:
        return None, "", None
    addresses = (mail["Snapshot-Content-Location"], root["Content-Location"], mail["Content-Location"])
    url = next((hit[0] for address in addresses if (hit := ON_THE_WEB.fullmatch(str(address or "").strip()))), None)
    return _as_utf8(root), str(mail["Subject"] or ""), url


def _root(mail: EmailMessage) -> EmailMessage | None:
    """The part that the file calls its start, if that is a web page, else the first that is (RFC 2387)."""
    pages = [part for part in mail.walk() if part.get_content_type() in HTML]
    start = str(mail.get_param("start") or "").strip("<> ")
    named = (part for part in pages if start and str(part["Content-ID"] or "").strip("<> ") == start)
    return next(named, pages[0] if pages else None)


def _as_utf8(part: EmailMessage) -> bytes:
    """The part in UTF-8 with its mark, so that what the page itself declares counts no more; as it is where no charset is given."""
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    charset = part.get_content_charset()
    try:
        return codecs.BOM_UTF8 + data.decode(charset).removeprefix("\ufeff").encode() if charset else data
    except (LookupError, UnicodeError):
        return data
