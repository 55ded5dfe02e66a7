"""A PDF becomes paragraphs with a place for each page; heads and feet are hidden, scans and broken files are reported."""

from __future__ import annotations

import io
import re
import shutil
from collections.abc import Callable

import pypdf
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdf_files import pdf

from hrcli.errors import UnreadableError
from hrcli.ingest import limits
from hrcli.ingest import pdf as reader
from hrcli.ingest.page import Page

PROSE = [
    "Police in the capital have detained a lawyer who is known for the",
    "defence of poets, her family said. She was taken from her home in",
    "March and is now held in a place that nobody has been told about.",
]
OTHER = [
    "The court is to hear the case of the four others in the summer, as",
    "their lawyers were told by its clerk, and no date has been given.",
]


def paragraphs(*pages: list[str]) -> list[str]:
    return reader.read(pdf(pages), "a.pdf").text.split("\n\n")


def shown(page: Page) -> list[str]:
    """The paragraphs that are left when the hidden spans are taken out."""
    text = page.text
    for start, end in reversed(page.hidden):
        text = text[:start] + text[end:]
    return [part for part in text.split("\n\n") if part]


def test_wrapped_lines_are_one_paragraph() -> None:
    """Lines as long as the page is wide are joined by spaces; paragraphs stay apart."""
    assert paragraphs([*PROSE, *OTHER]) == [" ".join(PROSE), " ".join(OTHER)]


def test_headings_items_and_short_lines_stay_apart() -> None:
    """What is no running text keeps its line."""
    lines = ["Background", *PROSE, "We call on the government of the republic, as we have done before, to", "(a) release her at once;",
             "2. Drop all charges;", "• pay her damages;", "- say who took her.", "Jan Novak", "Harbour Rights Group"]  # fmt: skip
    assert paragraphs(lines) == ["Background", " ".join(PROSE), *lines[4:]]


def test_an_item_goes_on_in_the_next_line() -> None:
    """The lines of an item that is longer than a line are joined, and a bullet with the line that it stands before."""
    assert paragraphs(["(a) " + PROSE[0], PROSE[1], PROSE[2], "•", "Drop all charges"]) == ["(a) " + " ".join(PROSE), "• Drop all charges"]


@pytest.mark.parametrize(
    ("above", "below", "joined"),
    [
        ("their families have not been told about the deten-", "tion of the four poets.", "detention"),
        ("their families have not been told about the COVID-", "19 cases in the prison.", "COVID-19"),
        ("their families have not been told about the Anglo-", "American company there.", "Anglo-American"),
        ("their families have been visited by a lawyer well-", "known for such cases.", "well-known"),
        ("their families have been visited by the pre- and post-", "trial officers of the court.", "pre- and post-trial"),
        ("their families have been visited in the weeks pre-", "and post-trial by officers.", "pre- and post-trial"),
        ("their families have been told of this case by Mr.", "Novak, the clerk of the court.", "Mr. Novak"),
        ("their families have been visited by the lawyer", "J. Novak of the capital.", "lawyer J. Novak"),
    ],
)
def test_what_stands_over_two_lines_is_put_together(above: str, below: str, joined: str) -> None:
    """The hyphen of a line's end goes unless it is the word's own; a short form ends no sentence."""
    (text,) = paragraphs([above, below])
    assert joined in text


def test_a_paragraph_crosses_pages_over_heads_and_feet() -> None:
    """The foot and head between its halves are put behind it and hidden."""
    head = "Harbour Report 2012"
    page = reader.read(pdf([[head, *PROSE, OTHER[0], "1"], [head, OTHER[1], "2"], [head, "Nobody answered.", "3"]]), "a.pdf")
    assert shown(page) == [head, " ".join(PROSE), " ".join(OTHER), "Nobody answered."]
    assert [page.text[start:end] for start, end in page.hidden] == ["1", head, "2", head, "3"]


def test_a_foot_that_differs_only_in_digits_is_hidden() -> None:
    """On more than half of the pages, or on three; what stands on fewer stays."""
    pages = [[*PROSE, "Harbour Report 2012, page 1"], [*OTHER, "Harbour Report 2012, page 2"]]
    assert shown(reader.read(pdf(pages), "a.pdf")) == [" ".join(PROSE), " ".join(OTHER)]
    more = [["Nobody answered.", f"So it is in {place}"] for place in ("Lima", "Prague")]
    assert len(shown(reader.read(pdf([*pages, *more]), "a.pdf"))) == 2 + 2 + 2 * 2


@pytest.mark.parametrize("number", ["7", "- 7 -", "xii", "Page 7 of 9", "7 | P a g e", "7/9"])
def test_a_page_number_is_hidden(number: str) -> None:
    """However it is written, at the top or at the bottom."""
    assert shown(reader.read(pdf([[*PROSE, number]]), "a.pdf")) == [" ".join(PROSE)]
    assert shown(reader.read(pdf([[number, *PROSE]]), "a.pdf")) == [" ".join(PROSE)]


def test_pages_have_places() -> None:
    """Each page has the place where its own text begins, an empty one that of the next."""
    page = reader.read(pdf([["1", *PROSE, OTHER[0]], [], [OTHER[1], "3"], PROSE]), "a.pdf")
    assert [place.name for place in page.places] == ["page 1", "page 2", "page 3", "page 4"]
    starts = [page.text[place.start :][:20] for place in page.places]
    assert starts == [PROSE[0][:20], OTHER[1][:20], OTHER[1][:20], PROSE[0][:20]]


@given(st.lists(st.lists(st.text("abc A.-•1\x7f", max_size=60), max_size=9), min_size=1, max_size=4))
@settings(deadline=None, max_examples=60)
def test_the_text_is_clean_and_spans_and_places_lie_in_it(pages: list[list[str]]) -> None:
    """No control characters, no empty paragraphs, hidden spans apart and in order, a place for each page in order."""
    try:
        page = reader.read(pdf([[" ".join(PROSE), *page] for page in pages]), "a.pdf")
    except UnreadableError:
        return
    assert page.text.replace("\n", "").isprintable() and all(page.text.split("\n\n"))
    edges = [edge for span in page.hidden for edge in span]
    assert edges == sorted(set(edges)) and not any(page.text[start:end].isspace() for start, end in page.hidden)
    starts = [place.start for place in page.places]
    assert starts == sorted(starts) and len(starts) == len(pages)


@pytest.mark.parametrize(
    ("given", "title"),
    [
        ("Poet freed in Lima", "Poet freed in Lima"),
        ("  Poet\nfreed ", "Poet freed"),
        ("Microsoft Word - statement final.doc", None),
        ("Statement on poets final.docx", None),
        ("untitled", None),
        ("A_HRC_20_14", None),
        ("", None),
    ],
)
def test_a_title_is_taken_from_the_file_unless_it_is_none(given: str, title: str | None) -> None:
    """Names of files and what programs put there are no titles."""
    assert reader.read(pdf([PROSE], title=given), "a.pdf").title == title


def test_authors_are_taken_from_the_file_unless_they_are_accounts() -> None:
    """Names of accounts and addresses are no authors; the file's date is no date of the document."""
    page = reader.read(pdf([PROSE], author="Jan Novak; Microsoft Office User; mlopez; m@harbour.example; Harbour Rights Group"), "a.pdf")
    assert page.authors == ["Jan Novak", "Harbour Rights Group"]
    assert page.date is None


def test_ligatures_and_unseen_characters_are_resolved() -> None:
    """As pypdf leaves them in the text."""
    (line,) = reader._lines(1, "the o\ufb03ce \uf0b7 of\u00a0the po\u00adet\x07\u202e")
    assert line.text == "the office • of the poet"


def test_a_scan_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages with next to no text are pictures, which only OCR can read."""
    monkeypatch.setenv("PATH", "")
    with pytest.raises(UnreadableError, match=r"a.pdf: a scanned PDF without text"):
        reader.read(pdf([["Scan 1"], []]), "a.pdf")


@pytest.mark.skipif(not shutil.which("tesseract"), reason="the program tesseract is not installed")
def test_a_scan_is_read_by_ocr() -> None:
    """The reader of scans stands in, and the document says so."""
    page = reader.read(pdf([["Poet freed"], ["Trial in June"]]), "a.pdf")
    assert shown(page) == ["Poet freed", "Trial in June"]
    assert page.warnings == ["read by OCR: check quotes against the scan"]


def test_pages_that_are_pictures_are_counted() -> None:
    """An annex that was scanned is not passed over in silence; an empty page is no loss."""
    document = pypdfium2.PdfDocument(pdf([PROSE, [], []]))
    picture = pypdfium2.PdfImage.new(document)
    picture.set_bitmap(pypdfium2.PdfBitmap.new_native(4, 4, pypdfium2.raw.FPDFBitmap_BGR))
    picture.set_matrix(pypdfium2.PdfMatrix().scale(100, 100))
    page = document[1]
    page.insert_obj(picture)
    page.gen_content()
    out = io.BytesIO()
    document.save(out)
    assert reader.read(out.getvalue(), "a.pdf").warnings == ["1 of 3 pages are pictures without text"]


def test_a_table_of_contents_keeps_its_lines() -> None:
    """Lines with leaders are full, yet none goes on in the next."""
    lines = [f"{number} The cases of the year . . . . . . . . . . . . . . . . . . . . . . . {number}" for number in (41, 52)]
    assert paragraphs([*lines, *PROSE])[:2] == lines


def locked() -> bytes:
    writer = pypdf.PdfWriter(io.BytesIO(pdf([PROSE])))
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_a_password_is_named() -> None:
    """The message says what is wrong, whichever library meets it."""
    for read in (reader.read, reader._by_pypdf):
        with pytest.raises(UnreadableError, match=r"a.pdf: a PDF locked with a password"):
            read(locked(), "a.pdf")


def test_a_file_whose_table_is_not_found_is_read() -> None:
    """The table of places is rebuilt."""
    assert reader.read(re.sub(rb"startxref\n\d+", b"startxref\n9", pdf([PROSE])), "a.pdf").text == " ".join(PROSE)


def test_pypdf_gives_the_same_paragraphs() -> None:
    """What pdfium cannot read is laid out in the same way."""
    raw = reader._by_pypdf(pdf([PROSE, OTHER], title="Poet freed", author="Jan Novak"), "a.pdf")
    assert raw and [text.split("\n") for text in raw.pages] == [PROSE, OTHER]
    assert (raw.title, raw.author) == ("Poet freed", "Jan Novak")


def test_text_from_right_to_left_is_known() -> None:
    """Only where most letters are."""
    assert reader._leftwards("اعتقلت الشرطة محامية") and not reader._leftwards("The lawyer (محامية) was detained")


@pytest.mark.parametrize(
    ("limit", "message"),
    [("MOST_PAGES", "more than 2 pages: split it"), ("MOST_CHARACTERS", "longer than 2 characters: split it")],
)
@pytest.mark.parametrize("read", [reader.read, reader._by_pypdf])
def test_what_is_too_long_is_refused(
    limit: str, message: str, read: Callable[[bytes, str], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pages and characters have limits."""
    monkeypatch.setattr(limits, limit, 2)
    with pytest.raises(UnreadableError, match=f"a.pdf: {message}"):
        read(pdf([PROSE] * 3), "a.pdf")


WHOLE = pdf([PROSE, OTHER], title="Poet freed")


@given(st.integers(0, len(WHOLE)), st.integers(0, 60), st.binary(max_size=60))
@settings(deadline=None, max_examples=150)
def test_a_broken_file_is_read_or_refused(start: int, gone: int, instead: bytes) -> None:
    """Nothing but an UnreadableError comes of bytes that were cut out or put in."""
    try:
        reader.read(WHOLE[:start] + instead + WHOLE[start + gone :], "a.pdf")
    except UnreadableError as error:
        assert str(error).startswith("a.pdf: ") and error.hint


@given(st.binary(max_size=300))
@settings(deadline=None, max_examples=60)
def test_bytes_that_are_no_pdf_are_refused(data: bytes) -> None:
    """With and without the mark of a PDF."""
    for each in (data, b"%PDF-1.4\n" + data):
        with pytest.raises(UnreadableError, match=r"a.pdf: "):
            reader.read(each, "a.pdf")
