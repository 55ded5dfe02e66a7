"""Every format writes every kind of record, and what it writes can be read again."""

from __future__ import annotations

import csv
import io
import json

import msgspec
import pytest
from samples import appeal, report

from hrcli.records import Demand, Detention, Document, DocumentAnalysis, Entity, Record, TimelineEntry
from hrcli.report import FORMATS, ONLY, Listing, format_of, write

BOTH = (appeal(), report())
RECORDS: dict[type[Record], list[Record]] = {
    DocumentAnalysis: [*BOTH],
    Document: [each.document for each in BOTH],
    Entity: [record for each in BOTH for record in each.entities],
    Demand: [record for each in BOTH for record in each.demands],
    Detention: [record for each in BOTH for record in each.detained],
    TimelineEntry: [record for each in BOTH for record in each.timeline],
}


def written(format: str, kind: type[Record], records: list[Record]) -> str:
    """What a format makes of records."""
    out = io.StringIO()
    write(format, Listing(kind, records, {each.document.id: each.document for each in BOTH}), out)
    return out.getvalue()


@pytest.mark.parametrize("format", [format for format in FORMATS if format not in ONLY])
@pytest.mark.parametrize("kind", RECORDS)
def test_writes_each_kind(format: str, kind: type[Record]) -> None:
    """A format has something to say of each record, and something well-formed of none."""
    assert len(written(format, kind, RECORDS[kind]).splitlines()) >= len(RECORDS[kind])
    assert written(format, kind, []).endswith("\n") or format == "jsonl"


@pytest.mark.parametrize("kind", RECORDS)
def test_json_lines_are_the_records(kind: type[Record]) -> None:
    """Each line of JSON Lines is one record with all its fields."""
    lines = written("jsonl", kind, RECORDS[kind]).splitlines()
    assert [msgspec.json.decode(line, type=kind) for line in lines] == RECORDS[kind]
    assert set(json.loads(lines[0])) == set(kind.__struct_fields__)


@pytest.mark.parametrize("kind", RECORDS)
def test_json_is_one_array(kind: type[Record]) -> None:
    """JSON is one array of the records, also of none."""
    assert msgspec.json.decode(written("json", kind, RECORDS[kind]), type=list[kind]) == RECORDS[kind]
    assert json.loads(written("json", kind, [])) == []


def test_csv_has_a_column_a_field() -> None:
    """A field is a column, a list is joined, the first evidence has columns of its own, and nothing is the empty cell."""
    (do, refrain) = csv.DictReader(io.StringIO(written("csv", Demand, RECORDS[Demand])))
    assert (do["source_name"], do["targets"], do["people"], do["polarity"]) == ("Freedom Watch", "Ruritania", "Ana Ivić", "do")
    assert (do["evidence_path"], do["evidence_start"], do["evidence_quote"]) == ("texts/appeal.txt", "37", "release Ana Ivić")
    assert (refrain["people"], refrain["deadline"], refrain["reported"]) == ("", "", "false")


def test_csv_of_nothing_is_a_header() -> None:
    """Without records the columns are still named."""
    assert written("csv", Entity, []).startswith("id,name,type,aliases,")


def test_csv_has_no_formulas() -> None:
    """A text, a list or a cell of the table that a spreadsheet would reckon begins with an apostrophe; numbers and dates stay plain."""
    hostile = msgspec.structs.replace(appeal().demands[0], action="=1+1", targets=["@SUM(A1)", "+1"])
    out = io.StringIO()
    columns = ("what", "action", "targets", "action_start", "date")
    write("csv", Listing(Demand, [hostile], columns=columns), out)
    assert out.getvalue() == "what,action,targets,action_start,date\n'=1+1,'=1+1,'@SUM(A1); +1,37,2019-05-10\n"


def test_csv_of_a_whole_analysis_has_no_formulas() -> None:
    """The summary of a document is guarded like its records."""
    whole = appeal()
    titled = msgspec.structs.replace(whole, document=msgspec.structs.replace(whole.document, title="=1+1"))
    (row,) = csv.DictReader(io.StringIO(written("csv", DocumentAnalysis, [titled])))
    assert (row["title"], row["date"], row["demands"]) == ("'=1+1", "2019-05-10", "2")


def test_markdown_keeps_its_shape() -> None:
    """A cell with bars, line breaks, tags and links stays one cell."""
    hostile = msgspec.structs.replace(appeal().demands[0], action="a|b\n<b>c</b> [d](e) `f`", targets=["x", "y"])
    line = written("markdown", Demand, [hostile]).splitlines()[2]
    assert line.startswith(r"| 2019-05-10 | Freedom Watch | x; y | a\|b \<b>c\</b> \[d](e) \`f\` | Ana Ivić |")


@pytest.mark.parametrize(
    ("name", "format"), [("a.csv", "csv"), ("b.MD", "markdown"), ("c.jsonl", "jsonl"), ("d.json", "json"), ("e", None)]
)
def test_a_file_name_asks_for_a_format(name: str, format: str | None) -> None:
    """The ending of a file's name is a format or none."""
    from pathlib import Path

    assert format_of(Path(name)) == format
