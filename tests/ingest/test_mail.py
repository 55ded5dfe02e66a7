"""E-mails and mailboxes give bodies and attachments, with subject, sender and day."""

from __future__ import annotations

import io
import time
from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrcli.errors import UnreadableError
from hrcli.ingest import limits
from hrcli.ingest.mail import read_eml, read_mbox
from hrcli.ingest.member import Member
from hrcli.records import Skipped

LETTERS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zs", "Zl", "Zp"]), min_size=1, max_size=20)


def letter(text: str = "Free the poet.", html: str | None = None) -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Jane Doe <jane@example.org>"
    message["Subject"] = "Free 滕彪 now"
    message["Date"] = "Fri, 13 Feb 2009 23:30:00 -0800"
    message.set_content(text)
    if html is not None:
        message.add_alternative(html, subtype="html")
    return message


def read(message: EmailMessage | bytes) -> list[Member | Skipped]:
    data = message if isinstance(message, bytes) else message.as_bytes()
    return [*read_eml(io.BytesIO(data), "x.eml")]


def body(message: EmailMessage | bytes) -> Member:
    first = read(message)[0]
    assert isinstance(first, Member)
    return first


def test_a_mail_tells_subject_sender_and_day() -> None:
    """The day is that of the sender's own clock, not of Greenwich's."""
    expected = Member(path="x.eml", data=b"Free the poet.", format="text", title="Free 滕彪 now", authors=["Jane Doe"], date="2009-02-13")
    assert read(letter()) == [expected]


def test_the_text_goes_before_the_html() -> None:
    """When both say the same."""
    assert body(letter("Free the poet now.", "<p>Free the poet now.</p>")).data == b"Free the poet now."


@pytest.mark.parametrize("text", ["", "See the HTML version."])
def test_the_html_is_taken_where_the_text_is_a_stub(text: str) -> None:
    """Styles do not count as words, and the page says of itself that it is UTF-8."""
    html = '<head><meta charset="gb2312"><style>p { a: b; }</style></head><p>' + "滕彪 is free again. " * 10
    member = body(letter(text, html))
    assert (member.format, member.data.decode().strip()) == ("html", html.replace("gb2312", "utf-8").strip())


def test_styles_make_no_text_a_stub() -> None:
    """A page of a few words with a long style sheet is not longer than its text."""
    assert body(letter("Free the poet.", "<style>" + "p { color: red } " * 50 + "</style><p>Free the poet.")).format == "text"


def test_text_in_several_parts_is_joined() -> None:
    """Some programs cut the text where an attachment stands."""
    message = letter("One.")
    message.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="a.pdf")
    message.add_attachment("Two.", disposition="inline")
    assert body(message).data == b"One.\n\nTwo."


def test_attachments_are_members() -> None:
    """Under their file names, which are labels only, or under a number."""
    message = letter()
    message.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="../../滕彪.pdf")
    message.add_attachment(b"bytes", maintype="application", subtype="octet-stream")
    assert [(each.path, each.data) for each in read(message)[1:] if isinstance(each, Member)] == [
        ("x.eml!/滕彪.pdf", b"%PDF-"),
        ("x.eml!/attachment 2", b"bytes"),
    ]


def test_a_forwarded_mail_is_an_attachment() -> None:
    """Named by its subject, to be opened as a mail itself."""
    inner, message = letter("Inner."), letter("Outer.")
    message.add_attachment(inner)
    outer, forwarded = read(message)
    assert isinstance(outer, Member) and isinstance(forwarded, Member)
    assert (outer.data, forwarded.path, forwarded.format) == (b"Outer.", "x.eml!/Free 滕彪 now.eml", "eml")
    assert body(forwarded.data).data == b"Inner."


@pytest.mark.parametrize(
    ("kind", "name", "disposition"),
    [
        ("image/png", "logo.png", "inline"),
        ("application/pkcs7-signature", "smime.p7s", "attachment"),
        ("application/pgp-signature", "signature.asc", "attachment"),
        ("text/calendar", "invite.ics", "attachment"),
    ],
)
def test_what_is_no_document_is_left_out(kind: str, name: str, disposition: str) -> None:
    """Pictures within the text, signatures and calendar entries."""
    message, (main, sub) = letter(), kind.split("/")
    message.add_attachment(b"bytes", maintype=main, subtype=sub, filename=name, disposition=disposition)
    assert len(read(message)) == 1


def test_an_encrypted_mail_is_named() -> None:
    """Nobody is left to think that it was read."""
    data = b"Content-Type: multipart/encrypted; boundary=b\n\n--b\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n--b--\n"
    assert read(data) == [Skipped(source="x.eml", reason="the e-mail is encrypted: save it decrypted")]


@pytest.mark.parametrize(
    ("header", "text"),
    [
        (b"Content-Type: text/plain; charset=gb2312\n", "滕彪被释放了".encode("gb18030")),
        (b"Content-Type: text/plain; charset=no-such\n", "滕彪被释放了".encode()),
        (b"Content-Type: text/plain; charset=idna\n", "滕彪被释放了".encode()),
        (b"", "滕彪被释放了".encode()),
        (b"Content-Type: multipart/mixed\n", "滕彪被释放了".encode()),
        (b"Content-Type: multipart/mixed; boundary=never\n", "滕彪被释放了".encode()),
        (b"Content-Transfer-Encoding: base64\n", b"5ruV5b2q6KKr6YeK5pS+5LqG"),
    ],
)
def test_a_wrongly_declared_text_is_read(header: bytes, text: bytes) -> None:
    """Unknown and wrong encodings and missing boundaries."""
    assert body(b"Subject: a\n" + header + b"\n" + text).data.decode() == "滕彪被释放了"


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b"From: jane@example.org", ["jane@example.org"]),
        (b"From: =?gb2312?B?6/ix6w==?= <a@b.c>", ["滕彪"]),
        ("From: 滕彪 =?utf-8?q?of?= =?gb2312?B?6/ix6w==?= <a@b.c>".encode(), ["滕彪 of滕彪"]),
        (b"From: =?no-such?Q?a?= <a@b.c>", ["=?no-such?Q?a?="]),
        ("From: 滕彪 <a@b.c>".encode(), ["滕彪"]),
        (b"From: " + b"(" * 50_000, []),
        (b"From: " + b"a,<" * 50_000, None),
        (b"Date: Fri, 99 Foo 2009", []),
        (b"Date: Thu, 01 Jan 1970 00:00:00 +0000", []),
    ],
)
def test_broken_headers_say_nothing(raw: bytes, expected: list[str] | None) -> None:
    """What cannot be decoded stands as it is; a clock that was not set gives no day."""
    member = body(raw + b"\nSubject: a\n\ntext")
    assert (member.title, member.date) == ("a", None)
    assert expected is None or member.authors == expected


def test_a_mail_of_nothing_is_named() -> None:
    """Neither text nor attachment."""
    assert read(b"Subject: a\n\n") == [Skipped(source="x.eml", reason="the e-mail holds no text")]


def test_too_large_a_mail_is_refused_and_passed_over_in_a_mailbox(monkeypatch: pytest.MonkeyPatch) -> None:
    """The next one is read."""
    monkeypatch.setattr(limits, "MOST_BYTES", 1_000)
    large = b"Subject: a\n\n" + b"long line\n" * 200
    with pytest.raises(UnreadableError, match=r"x.eml: larger than 1 kB"):
        read(large)
    found = [*read_mbox(io.BytesIO(b"From a\n" + large + b"\nFrom b\nSubject: b\n\ntext\n"), "m")]
    assert found == [
        Skipped(source="m!/1", reason="larger than 1 kB"),
        Member(path="m!/2", data=b"text", format="text", title="b"),
    ]


@pytest.mark.parametrize(
    "data",
    [
        b"Content-Type: text/plain" + b";a=b" * 1_000_000 + b"\n\ntext",
        b"a: b\n" * 1_000_001,
        b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\n" * 10_002,
        b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (depth, depth) for depth in range(2_000)),
        b"Content-Type: text/html\n\n" + b"<style" * 1_000_000 + b"<meta charset" * 100_000,
    ],
    ids=["parameters", "headers", "parts", "depth", "styles"],
)
def test_a_hostile_mail_is_done_with_soon(data: bytes) -> None:
    """Each took minutes or gigabytes in the standard library's parser or in a careless pattern."""
    before = time.process_time()
    assert read(data)
    assert time.process_time() - before < 5


def test_a_mailbox_is_cut_at_its_separators_only() -> None:
    """A sentence that begins with From is none, and a quoted one gets its own beginning back."""
    first = b"From jane Fri Feb 13 10:00:00 2009\nSubject: a\n\nFirst.\n\nFrom 2009 on he was held.\n\n>From then on, nothing.\n\n"
    box = first + b"From - Fri Feb 13 11:00:00 2009\n\nLast.\n"
    found = [(each.path, each.data) for each in read_mbox(io.BytesIO(box), "m") if isinstance(each, Member)]
    assert found == [("m!/1", b"First.\n\nFrom 2009 on he was held.\n\nFrom then on, nothing."), ("m!/2", b"Last.")]


@settings(deadline=None, max_examples=30)
@given(texts=st.lists(st.tuples(LETTERS, LETTERS), max_size=4))
def test_a_mailbox_gives_its_messages_back(texts: list[tuple[str, str]]) -> None:
    """Subjects and bodies in any script."""
    box = b""
    for subject, text in texts:
        message = EmailMessage()
        message["Subject"] = subject
        message.set_content(text)
        box += b"From jane\n" + message.as_bytes() + b"\n"
    found = [(each.title, each.data.decode()) for each in read_mbox(io.BytesIO(box), "m") if isinstance(each, Member)]
    assert found == texts
