"""Tables say who, what, whom, when and where at once, fit the page, and take no text for a command."""

from __future__ import annotations

import io
from typing import Any

import msgspec
import pytest
from samples import appeal, report

from hrcli.records import Campaign, Demand, DemandCount, Detention, Document, Entity, Record, TimelineEntry
from hrcli.report import Listing, write
from hrcli.report.cells import length

DOCUMENTS = {each.document.id: each.document for each in (appeal(), report())}


@pytest.fixture(autouse=True)
def page(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page of 100 characters."""
    monkeypatch.setenv("COLUMNS", "100")


def table(kind: type[Record], *records: Record, color: bool = False, out: io.StringIO | None = None) -> list[list[str]]:
    """The rows of a table as cells, those that fill several lines on one."""
    out = out or io.StringIO()
    write("table", Listing(kind, records, DOCUMENTS, color), out)
    lines = out.getvalue().rstrip().splitlines()
    assert max(map(len, lines)) <= 100
    return [line.split("  ") for line in lines if line.strip()]


def cells(rows: list[list[str]], row: int) -> list[str]:
    """The cells of a row that say something."""
    return [cell.strip() for cell in rows[row] if cell.strip()]


def test_demands() -> None:
    """A demand says when who asks what of whom, about what, and where; NOT marks what is not to be done."""
    release, torture = appeal().demands
    rows = table(Demand, msgspec.structs.replace(release, themes=["D3 Liberty"]), torture)
    assert cells(rows, 0) == ["date", "who asks", "of whom", "what", "theme", "document"]
    assert cells(rows, 2) == ["2019-05-10", "Freedom Watch", "Ruritania", "release Ana Ivić", "D3 Liberty", "Release Ana Ivić"]
    assert cells(rows, 3) == ["2019-05-10", "Freedom Watch", "Ruritania", "NOT torture her", "Release Ana Ivić"]


def test_counted_demands() -> None:
    """A group has its size, who asks, of whom, the codes of its themes, and its first and last date."""
    rest = {"documents": ["a", "b", "c"], "demands": ["x", "y"], "evidence": appeal().demands[0].evidence}
    group = DemandCount(name="Ruritania", count=2, sources=["PEN"], themes=["D3 Liberty", "D5 Justice"], first="2009", last="2011", **rest)
    assert cells(table(DemandCount, group), 2) == ["Ruritania", "2", "PEN", "D3, D5", "2009 – 2011", "3 documents"]


def test_of_many_askers_a_few_are_shown() -> None:
    """A campaign of many names the first five and says how many there are more."""
    rest = {"documents": ["a"], "demands": ["x"], "evidence": appeal().demands[0].evidence, "head": "talk", "polarity": "do", "count": 7}
    rows = table(Campaign, Campaign(action="talk", sources=list("ABCDEFG"), **rest))
    assert "A; B; C; D; E and 2 more" in cells(rows, 2)


def test_detained() -> None:
    """A case has the native name, the status and the sentence in words, and the document by title or file name."""
    rows = table(Detention, *report().detained, msgspec.structs.replace(appeal().detained[0], certain=False))
    assert cells(rows, 2) == ["Ana Ivić (安娜)", "sentenced", "11 years", "report.txt"]
    assert cells(rows, 3) == ["Ana Ivić", "detained (unconfirmed)", "2019-05-03", "Release Ana Ivić"]


def test_a_group() -> None:
    """A counted group stands where a name would, as people where no noun is known."""
    group = msgspec.structs.replace(appeal().detained[0], name=None, group="fishermen", count=39)
    assert cells(table(Detention, group), 2)[0] == "39 fishermen"
    assert cells(table(Detention, msgspec.structs.replace(group, group=None)), 2)[0] == "39 people"


def test_timeline() -> None:
    """An entry says when and what; what is only planned or denied says so, and what has no date shows its words."""
    planned = msgspec.structs.replace(report().timeline[0], date=None, modality="planned", event="trial")
    rows = table(TimelineEntry, *appeal().timeline, planned)
    assert cells(rows, 2) == ["2019-05-03", "who was detained on 3 May 2019", "Release Ana Ivić"]
    assert cells(rows, 3) == ["(June 2019)", "planned: trial", "report.txt"]


def test_dates_are_said_as_people_say_them() -> None:
    """Dates that ISO has no plain form for are put into words, in every table."""
    stay = msgspec.structs.replace(report().timeline[0], date="2009-02-16/2009-02-18")
    assert cells(table(TimelineEntry, stay), 2)[0] == "2009-02-16 to 02-18"
    held = msgspec.structs.replace(appeal().detained[0], date="2011~")
    assert cells(table(Detention, held), 2)[2] == "c. 2011"
    freed = msgspec.structs.replace(held, status="released", released="2010-21", date=None)
    assert cells(table(Detention, freed), 2)[1] == "released spring 2010"


def test_an_event_of_several_documents() -> None:
    """An entry that several documents tell of names them all."""
    (one,), (other,) = appeal().timeline, report().timeline
    both = msgspec.structs.replace(one, evidence=[*one.evidence, *other.evidence])
    assert cells(table(TimelineEntry, both), 2)[2] == "Release Ana Ivić; report.txt"


def test_entities_and_documents() -> None:
    """An entity says what it is called and where; a document what it is and where it lies."""
    assert cells(table(Entity, *report().entities), 2) == ["Ana Ivić (安娜)", "person", "1", "1"]
    assert cells(table(Document, appeal().document), 2)[:3] == ["Release Ana Ivić", "Freedom Watch", "2019-05-10"]


def test_wide_pages_show_more(monkeypatch: pytest.MonkeyPatch) -> None:
    """A wide page has room for ids, which `hrcli show` takes, and for the words that tell of a case."""
    monkeypatch.setenv("COLUMNS", "200")
    out = io.StringIO()
    write("table", Listing(Detention, report().detained, DOCUMENTS), out)
    assert report().detained[0].id[:8] in out.getvalue()
    assert "was sentenced to 11 years" in out.getvalue()


def test_text_is_neither_markup_nor_command() -> None:
    """Brackets are shown as they are, and escape sequences are written out."""
    hostile = msgspec.structs.replace(appeal().demands[0], action="[/foo] [red]x\x1b]0;\x07 :smile:", people=[])
    shown = " ".join(cells(table(Demand, hostile), 2))
    assert r"[/foo] [red]x\x1b]0;\x07 :smile:" in shown


@pytest.mark.parametrize("force", ["FORCE_COLOR", "CLICOLOR_FORCE", "TTY_COMPATIBLE"])
def test_no_escape_sequences_into_a_pipe(monkeypatch: pytest.MonkeyPatch, force: str) -> None:
    """Whatever the environment forces, a table that is not for a terminal has no escape sequences."""
    monkeypatch.setenv(force, "1")
    out = io.StringIO()
    table(Demand, *appeal().demands, color=True, out=out)
    assert "\x1b" not in out.getvalue()


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("color", "environment", "colored"), [(True, {}, True), (False, {}, False), (True, {"NO_COLOR": "1"}, False)])
def test_colors_on_a_terminal(monkeypatch: pytest.MonkeyPatch, color: bool, environment: dict[str, Any], colored: bool) -> None:
    """The marks of a terminal's text are coloured unless somebody said no."""
    from hrcli.report import marked

    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    out = Terminal()
    marked.write(appeal(), "x" * 200, out, color=color)
    assert ("\x1b[36m" in out.getvalue()) is colored


@pytest.mark.parametrize(
    ("value", "words"),
    [("P11Y", "11 years"), ("P1Y", "1 year"), ("P3Y6M", "3 years 6 months"), ("P10D", "10 days"), ("life", "life"), (None, "")],
)
def test_lengths_of_sentences(value: str | None, words: str) -> None:
    """An ISO duration is said in words."""
    assert length(value) == words


def test_a_narrow_page_has_no_empty_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is little room, columns in which no row has anything are left out, unless they are asked for."""
    headings = {}
    for width, columns in (("80", ()), ("120", ()), ("80", ("name", "charge"))):
        monkeypatch.setenv("COLUMNS", width)
        out = io.StringIO()
        write("table", Listing(Detention, report().detained, columns=columns), out)
        headings[width, columns] = out.getvalue().splitlines()[0].split()
    assert "charge" not in headings["80", ()]
    assert "charge" in headings["120", ()]
    assert headings["80", ("name", "charge")] == ["name", "charge"]
