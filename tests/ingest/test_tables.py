"""Rows of CSV and JSON tables are documents."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrcli.errors import UnreadableError
from hrcli.ingest import limits, tables
from hrcli.ingest.member import Member
from hrcli.ingest.tables import read_csv, read_json, read_jsonl
from hrcli.records import Skipped

TEXTS = st.lists(st.text(st.characters(codec="utf-8"), max_size=50).filter(str.strip), max_size=5)


def rows(data: str | bytes, text_column: str | None = None) -> list[Member | Skipped]:
    return [*read_csv(io.BytesIO(data.encode() if isinstance(data, str) else data), "t.csv", text_column)]


def texts(found: list[Member | Skipped]) -> list[str]:
    return [each.data.decode() for each in found if isinstance(each, Member)]


def test_a_row_is_a_document_with_what_its_columns_say() -> None:
    """The names of the columns may be written in any case."""
    data = (
        "Title,Text,Source,Authors,Date,Link,Language\n"
        '"Free, at last","One.\nTwo.",Freedom Watch,Jane Doe; John Roe,2009-02-13T10:00:00Z,https://a.org/1,en-GB\n'
    )
    assert rows(data) == [
        Member(
            path="t.csv!/1",
            data=b"One.\nTwo.",
            format="text",
            title="Free, at last",
            publisher="Freedom Watch",
            authors=["Jane Doe", "John Roe"],
            date="2009-02-13",
            url="https://a.org/1",
            language="en",
        )
    ]


@pytest.mark.parametrize(
    ("cell", "date"), [("2009", "2009"), ("2009-02", "2009-02"), ("2009-02-30", None), ("13.02.2009", None), ("", None)]
)
def test_only_iso_dates_are_taken_over(cell: str, date: str | None) -> None:
    """Others are ambiguous."""
    (member,) = rows(f"date,text\n{cell},Free.\n")
    assert isinstance(member, Member) and member.date == date


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_told_by_the_names_of_the_columns(delimiter: str) -> None:
    """Other delimiters may stand in the cells."""
    assert texts(rows(f'id{delimiter}text\r\n1{delimiter}"a,b;c\td|e"\r\n')) == ["a,b;c\td|e"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_the_encoding_is_told_by_the_beginning(encoding: str) -> None:
    """A mark is no part of the first column's name."""
    assert texts(rows("text,id\n滕彪,1\n".encode(encoding))) == ["滕彪"]


def test_another_encoding_is_guessed() -> None:
    """Tables from old programs are not in UTF-8."""
    text = "Вчера суд в Минске приговорил журналистку к двум годам колонии. Её адвокат обжалует приговор. " * 4
    assert texts(rows(f"text\n{text}\n".encode("cp1251"))) == [text]


def test_the_text_column_is_named_by_the_user_or_known() -> None:
    """A table with a text and a body could mean either."""
    data = "text,body,other\na,b,c\n"
    assert texts(rows(data, "body")) == ["b"]
    assert texts(rows(data, "OTHER")) == ["c"]
    ambiguous, missing = rows(data), rows(data, "none")
    assert ambiguous == [
        Skipped(source="t.csv", reason="no column is surely the text: name one with --text-column; the columns are text, body, other")
    ]
    assert missing == [
        Skipped(source="t.csv", reason="there is no column 'none': name one with --text-column; the columns are text, body, other")
    ]


def test_rows_without_text_are_counted() -> None:
    """In one line at the end."""
    assert rows("id,text\n1,\n2,Free.\n\n3\n")[-1] == Skipped(source="t.csv", reason="2 rows without text")


def test_a_page_in_a_cell_is_html() -> None:
    """Dumps of websites hold markup."""
    (member,) = rows("text\n<p>Free.</p>\n")
    assert isinstance(member, Member) and member.format == "html"


def test_a_long_text_does_not_end_its_table() -> None:
    """Python's own limit is 131,072 characters."""
    assert [len(text) for text in texts(rows("text\n" + "a" * 1_500_000 + "\nb\n"))] == [1_500_000, 1]


def test_json_lines_are_numbered_by_their_lines() -> None:
    """A broken line does not end the table, and an empty one is none."""
    data = b'\xef\xbb\xbf{"text": "one", "authors": ["A", "B"], "date": 2009}\n\n{"text": \n[1]\n{"text": "five"}\n'
    found = [*read_jsonl(io.BytesIO(data), "t.jsonl")]
    assert found == [
        Member(path="t.jsonl!/1", data=b"one", format="text", authors=["A", "B"], date="2009"),
        Skipped(source="t.jsonl", reason="line 3 is no JSON"),
        Skipped(source="t.jsonl", reason="line 4 is no JSON object"),
        Member(path="t.jsonl!/5", data=b"five", format="text"),
    ]


def test_a_line_that_is_too_long_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """The next one is read."""
    monkeypatch.setattr(limits, "MOST_BYTES", 1_000)
    monkeypatch.setattr(tables, "MOST_ROW", 1_000)
    data = json.dumps({"text": "a" * 3_000}) + '\n{"text": "b"}'
    found = [*read_jsonl(io.BytesIO(data.encode()), "t")]
    assert found == [Skipped(source="t", reason="line 1 is longer than 1 kB"), Member(path="t!/2", data=b"b", format="text")]
    with pytest.raises(UnreadableError, match="t: larger than 1 kB"):
        [*read_json(io.BytesIO(data.encode()), "t")]


@pytest.mark.parametrize(
    "data",
    [
        '[{"text": "a"}, {"text": "b"}]',
        ' {"count": 2, "tags": ["x"], "more": {"y": [{}]}, "rows": [ {"text": "a"} , {"text": "b"} ]}',
    ],
)
def test_an_array_of_objects_is_a_table(data: str) -> None:
    """Alone, or as the first such array in an object."""
    assert texts([*read_json(io.BytesIO(data.encode()), "t")]) == ["a", "b"]


def test_one_object_is_one_document() -> None:
    """Scrapers write one file an article."""
    found = [*read_json(io.BytesIO(b'{"title": "T", "text": "a", "tags": ["x"]}'), "t")]
    assert found == [Member(path="t!/1", data=b"a", format="text", title="T")]


def test_a_broken_array_raises_after_what_could_be_read() -> None:
    """Its elements are read one at a time."""
    found = read_json(io.BytesIO(b'[{"text": "a"}, {"text": '), "t")
    assert texts([next(found)]) == ["a"]
    with pytest.raises(ValueError, match="Expecting value"):
        next(found)


@settings(deadline=None, max_examples=50)
@given(written=TEXTS)
def test_a_table_gives_its_texts_back(written: list[str]) -> None:
    """Whatever is in them: quotes, delimiters, line ends, zeros."""
    table = io.StringIO(newline="")
    writer = csv.writer(table, quoting=csv.QUOTE_ALL)
    writer.writerows([["id", "text"], *enumerate(written)])
    objects = [{"text": text} for text in written]
    assert texts(rows(table.getvalue())) == written
    assert texts([*read_jsonl(io.BytesIO("\n".join(map(json.dumps, objects)).encode()), "t")]) == written
    assert texts([*read_json(io.BytesIO(json.dumps(objects, ensure_ascii=False).encode()), "t")]) == written
