"""cecc.py: cases in the columns and codes of the CECC Political Prisoner Database."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest

from hrcli.errors import UsageError
from hrcli.records import CaseEvent, Demand, Detention, Evidence
from hrcli.report import Listing, write
from hrcli.report.cecc import day


def evidence(quote: str = "Lin Meiyu is in prison.") -> list[Evidence]:
    """Evidence at the beginning of a document."""
    return [Evidence(document="a", path="a.txt", start=0, end=len(quote), quote=quote)]


def case(status: Any = "imprisoned", **rest: Any) -> Detention:
    """A case of one document."""
    return Detention(id="1", status=status, documents=["a"], evidence=evidence(), **{"name": "Lin Meiyu", **rest})


def event(kind: Any, date: str | None = None, quote: str = "words") -> CaseEvent:
    """A step of a case."""
    return CaseEvent(type=kind, date=date, evidence=evidence(quote))


def row(of: Detention) -> dict[str, str]:
    """The line of a case."""
    out = io.StringIO()
    write("cecc", Listing(Detention, [of]), out)
    (found,) = csv.DictReader(io.StringIO(out.getvalue()))
    return found


def test_a_whole_record() -> None:
    """What a case tells is in the columns of the database; what it does not stays empty."""
    events = [event("detained", "2008-12-08"), event("arrested", "2009-06"), event("sentenced", "2009-12-25")]
    known = {"native_name": "林美玉", "occupation": "poet", "charge": "subversion", "law": "Article 105", "sentence": "P42M"}
    found = row(case(date="2008-12-08", place="No. 2 Prison, Hebei Province", authority="Second Court", events=events, **known))
    assert {heading: cell for heading, cell in found.items() if cell} == {
        "CECC record number": "1",
        "main name": "Lin Meiyu",
        "Chinese characters (main name)": "林美玉",
        "detention status": "DET",
        "occupation": "poet",
        "date of detention": "2008/12/08",
        "current (or last) prison, detention center, or site": "No. 2 Prison, Hebei Province",
        "province where imprisoned (or detained)": "Hebei Province",
        "legal process": "chg/tri/sent",
        "charge (statute)": "subversion (Article 105)",
        "formal arrest date": "2009/06/dd",
        "sentence date": "2009/12/25",
        "sentence court": "Second Court",
        "current (or last) sentence (or time served), years": "3",
        "current (or last) sentence (or time served), months": "6",
        "short summary": "“Lin Meiyu is in prison.” [a.txt, 0-23]",
    }


@pytest.mark.parametrize(
    ("told", "status", "process"),
    [
        (case("detained"), "DET", "PSB"),
        (case("detained", certain=False), "DET?", "PSB"),
        (case("imprisoned", certain=False, sentence="life"), "DET?/life", "chg/tri/sent"),
        (case("administratively_detained", sentence="P15D"), "DET", "admin-other"),
        (case("arrested"), "DET", "PSB"),
        (case("house_arrest"), "DET/surveil", "PSB-house"),
        (case("disappeared"), "DET?", "PSB"),
        (case("on_trial"), "DET?", "chg/tri"),
        (case("released"), "REL", "PSB/rel"),
        (case("released", events=[event("charged"), event("released", quote="released on bail")]), "DET/bail", "chg/rel"),
        (case("released", events=[event("released", quote="released on medical parole")]), "DET/med", "PSB/rel"),
        (case("died_in_custody"), "DEC", "PSB/dec"),
        (case("executed", sentence="death"), "DEC-exe", "chg/tri/sent/exe"),
    ],
)
def test_codes(told: Detention, status: str, process: str) -> None:
    """Status and stages, with a question mark where the status is only believed."""
    found = row(told)
    assert (found["detention status"], found["legal process"]) == (status, process)


@pytest.mark.parametrize(
    ("edtf", "written"),
    [
        ("2009-02-16", "2009/02/16"),
        ("2009-02", "2009/02/dd"),
        ("2009~", "2009/mm/dd"),
        ("2009-02-16/2009-02-18", "2009/02/dd"),
        ("2009-02/2009-04", "2009/mm/dd"),
        ("2009/2010", ""),
        ("200X", ""),
        ("XXXX-03-12", ""),
        ("2009-22", ""),
        ("2009-12/..", ""),
        (None, ""),
    ],
)
def test_dates(edtf: str | None, written: str) -> None:
    """Unknown parts are mm and dd; what is no year is no date."""
    assert day(edtf) == written


def test_groups_are_left_out() -> None:
    """A group without names is counted, not written."""
    out = io.StringIO()
    remark = write("cecc", Listing(Detention, [case(name=None, count=6), case()]), out)
    assert (remark, out.getvalue().count("\n")) == ("1 group without names is not in the table", 2)


def test_other_scripts_are_no_chinese() -> None:
    """A name in Cyrillic letters is not in the column of Chinese characters."""
    assert row(case(native_name="Лин"))["Chinese characters (main name)"] == ""


def test_no_formulas() -> None:
    """What a spreadsheet would reckon begins with an apostrophe."""
    assert row(case(occupation="=1+1"))["occupation"] == "'=1+1"


def test_the_day_of_a_death_is_not_one_of_detention() -> None:
    """The date of the case of somebody who died may be that of the death."""
    assert row(case("executed", date="2010", events=[event("died", "2010")]))["date of detention"] == ""


def test_one_arrest_is_no_formal_arrest() -> None:
    """Newspapers say "arrested" of any detention: only one some time after it is the formal one."""
    assert row(case("arrested", date="2009", events=[event("arrested", "2009")]))["formal arrest date"] == ""


def test_other_records() -> None:
    """Other kinds of records are a usage error that says which command can."""
    with pytest.raises(UsageError, match="which only the list of people held can fill"):
        write("cecc", Listing(Demand, []), io.StringIO())
