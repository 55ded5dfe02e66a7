"""Word documents are read as their reader sees them, and hostile ones are refused in one line."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from office_files import docx, docx_of, packed, spoiled

from hrcli.errors import UnreadableError
from hrcli.ingest import office, word
from hrcli.records import Place


def text(body: str, **parts: str) -> str:
    """What is read of a Word document with this body."""
    return word.read(docx_of(body, **parts), "a.docx").text


def run(words: str) -> str:
    """A run of words."""
    return f"<w:r><w:t>{words}</w:t></w:r>"


def par(*runs: str, style: str = "") -> str:
    """A paragraph of runs."""
    return f"<w:p><w:pPr>{style}</w:pPr>{''.join(runs)}</w:p>"


def test_paragraphs_have_places() -> None:
    """The paragraphs that hold words are counted, and their starts point into the text."""
    page = word.read(docx(["滕彪 is held.", " ", "Free him."]), "a.docx")
    assert page.text == "滕彪 is held.\n\nFree him."
    assert page.places == [Place(start=0, name="paragraph 1"), Place(start=13, name="paragraph 2")]


def test_metadata_tell_title_and_author_but_no_date() -> None:
    """The day when a file was made is not the day when it was published."""
    page = word.read(docx(["Free."], title="Open letter", author="Ana Ruiz; Li Na;Li Na", created="2009-02-13T00:00:00Z"), "a.docx")
    assert (page.title, page.authors, page.date) == ("Open letter", ["Ana Ruiz", "Li Na"], None)


@pytest.mark.parametrize(
    "title", ["Microsoft Word - letter.doc", "Document1", "untitled", "letter.docx", "ASA170022009", "draft_2", "", "-"]
)
def test_titles_of_programs_are_none(title: str) -> None:
    """What a program or a scanner puts in is not a title."""
    assert word.read(docx(["Free."], title=title), "a.docx").title is None


@pytest.mark.parametrize("author", ["Microsoft Office User", "user", "Administrator", "HP", "Owner 2", "python-docx", ""])
def test_authors_of_programs_are_none(author: str) -> None:
    """The account of a computer is nobody's name."""
    assert word.read(docx(["Free."], author=author), "a.docx").authors == []


def test_the_style_title_goes_before_metadata() -> None:
    """The style is known by its name in all languages of Word."""
    styles = '<w:style w:styleId="a"><w:name w:val="heading 1"/></w:style><w:style w:styleId="Titre"><w:name w:val="Title"/></w:style>'
    body = par(run("News"), style='<w:pStyle w:val="a"/>') + par(run("Free 12"), style='<w:pStyle w:val="Titre"/>')
    assert word.read(docx_of(body, title="Old letter", styles=styles), "a.docx").title == "Free 12"


def test_tables_are_read_cell_by_cell() -> None:
    """Row after row, the paragraphs of each cell."""
    cell = "<w:tc>{}</w:tc>"
    row = "<w:tr>" + cell.format(par(run("Name"))) + cell.format(par(run("Li")) + par(run("poet"))) + "</w:tr>"
    assert text(f"<w:tbl>{row}</w:tbl>" + par(run("End"))) == "Name\n\nLi\n\npoet\n\nEnd"


def test_what_a_run_holds_besides_words() -> None:
    """Tabs, breaks and hyphens are written; tab stops and field codes are none."""
    stops = '<w:tabs><w:tab w:val="left" w:pos="3"/></w:tabs>'
    runs = "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t><w:instrText>PAGE</w:instrText></w:r>"
    assert text(par(runs, style=stops)) == "a\tb\nc-d"


def test_tracked_changes_are_taken_for_accepted() -> None:
    """Deleted and moved words are gone, inserted ones stay, and a paragraph whose end was deleted runs on."""
    deleted = "<w:del><w:r><w:delText>not </w:delText><w:t>ever </w:t></w:r></w:del>"
    moved = f"<w:moveFrom>{run('here')}</w:moveFrom>"
    body = par(run("He is "), deleted, f"<w:ins>{run('now ')}</w:ins>", moved, style="<w:rPr><w:del/></w:rPr>") + par(run("free."))
    assert text(body) == "He is now free."
    assert text(par(run("Last"), style="<w:rPr><w:del/></w:rPr>")) == "Last"


def test_text_boxes_are_read_once() -> None:
    """Word writes each twice, for new and for old programs."""
    box = f"<w:txbxContent>{par(run('In the box'))}</w:txbxContent>"
    both = f"<w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>"
    assert text(par(run("Before "), both, run("after"))) == "Before after\n\nIn the box"


def test_prompts_of_forms_are_left_out() -> None:
    """What stands in a field until somebody fills it in is nobody's word."""
    prompt = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('Click here')}</w:sdtContent></w:sdt>"
    filled = f"<w:sdt><w:sdtPr/><w:sdtContent>{run('Li')}</w:sdtContent></w:sdt>"
    assert text(par(run("Name: "), prompt, filled)) == "Name: Li"


def test_notes_come_last_and_comments_are_counted() -> None:
    """Footnotes, then endnotes, without the separators; comments are not the document's words."""
    notes = f'<w:footnote w:type="separator">{par(run("---"))}</w:footnote><w:footnote w:id="1">{par(run("A source"))}</w:footnote>'
    page = word.read(
        docx(
            ["Text"],
            endnotes=f"<w:endnote>{par(run('An end'))}</w:endnote>",
            footnotes=notes,
            comments=f"<w:comment>{par(run('Sure?'))}</w:comment>" * 2,
        ),
        "a.docx",
    )
    assert page.text == "Text\n\nA source\n\nAn end"
    assert page.warnings == ["2 comments of the Word file left out"]


def test_a_part_is_found_by_other_slashes_and_capitals() -> None:
    """Some programs write names of parts as no standard allows."""
    xml = zipfile.ZipFile(io.BytesIO(docx(["Free."]))).read("word/document.xml").decode()
    assert word.read(packed({"Word\\Document.xml": xml}), "a.docx").text == "Free."


def test_control_characters_are_left_out() -> None:
    """Those that XML lets pass, too."""
    assert word.read(docx(["a\x7f\x9bb\u2028c"]), "a.docx").text == "ab\nc"


def test_long_runs_of_one_character_take_no_time() -> None:
    """Not in the text, not in a title."""
    page = word.read(docx([f"a{' ' * 300_000}b"], title=f"{'1' * 300_000} x"), "a.docx")
    assert (len(page.text), page.title) == (300_002, None)


BOMB = "<w:p/>" * 300_000
ENTITIES = '<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><d>&b;</d>'
OUTSIDE = '<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]><d>&a;</d>'


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "no Word document"),
        (b"just words", "no Word document"),
        (b"PK\x03\x04" + b"x" * 100, "damaged: its archive cannot be opened"),
        (packed({"a.txt": "a"}), "no Word document: word/document.xml is not in it"),
        (docx([]), "no text in it"),
        (docx(["12 34"]), "no text in it"),
        (office.OLE + b"\0" * 512, "an old office document"),
        (office.OLE + b"\0" * 512 + office.PACKAGE, "protected by a password"),
        (docx_of(BOMB), "unpacks to far more"),
        (docx_of("<w:r>" * 1_000 + "</w:r>" * 1_000), "nested more than 1,000 deep"),
        (packed({"word/document.xml": ENTITIES}), "declares entities"),
        (packed({"word/document.xml": OUTSIDE}), "declares entities"),
        (docx_of("<w:p>"), "no well-formed XML"),
        (docx([" ".join(f"a{i}" for i in range(150_000))]), "longer than 1,000,000 characters"),
        (b"PK\x03\x04" + b"PK\x01\x02" * 100_001, "more than 100,000 parts"),
    ],
)
def test_what_cannot_be_read_is_refused(data: bytes, message: str) -> None:
    """One line names the file and says what is wrong, a hint what to do."""
    with pytest.raises(UnreadableError, match=f"^a.docx: .*{message}[^\n]*$") as error:
        word.read(data, "a.docx")
    assert error.value.hint


def test_an_encrypted_zip_is_refused() -> None:
    """The first bit of an entry's flags says so."""
    data = bytearray(docx(["Free."]))
    at = data.rfind(b"PK\x01\x02", 0, data.rfind(b"word/document.xml"))
    data[at + 8] |= 1
    with pytest.raises(UnreadableError, match="protected by a password"):
        word.read(bytes(data), "a.docx")


def test_a_document_too_large_for_its_limits_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of the file itself, and of all its parts unpacked."""
    monkeypatch.setattr(office, "MOST_XML", 1_000)
    with pytest.raises(UnreadableError, match="unpacks to far more"):
        word.read(docx(["Free."] * 100), "a.docx")
    monkeypatch.setattr(office, "MOST_BYTES", 100)
    with pytest.raises(UnreadableError, match="larger than 0 MB"):
        word.read(docx(["Free."]), "a.docx")


def test_an_endless_tag_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """It would be read again and again from its start."""
    monkeypatch.setattr(office, "LONGEST_TAG", 1_000)
    monkeypatch.setattr(office, "PIECE", 500)
    with pytest.raises(UnreadableError, match="has a tag of more than"):
        word.read(docx_of(f"<!--{'x' * 5_000}-->"), "a.docx")


@given(words=st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn", "Z"]), min_size=1).map("a{}".format), min_size=1))
@settings(deadline=None, max_examples=30)
def test_words_come_back_as_they_were_written(words: list[str]) -> None:
    """Whatever the script."""
    assert word.read(docx(words), "a.docx").text == "\n\n".join(words)


@given(data=st.one_of(st.binary(), spoiled(docx(["Free him."] * 9, title="T", comments="<w:comment/>"), "word/document.xml")))
@settings(deadline=None, max_examples=150)
def test_broken_bytes_give_a_page_or_one_line(data: bytes) -> None:
    """Nothing else is raised, whatever the bytes."""
    try:
        assert word.read(data, "a.docx").text
    except UnreadableError as error:
        assert error.message.startswith("a.docx: ")
