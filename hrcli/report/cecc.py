"""CSV with the columns of the Political Prisoner Database of the U.S. Congressional-Executive Commission on China (CECC).

For whoever keeps such a database: a first draft of its records, in its column names (those of its public instructions and of its
export) and its codes. What the records cannot fill stays empty, and so do groups without names, which are left out and counted.

| column | from |
| --- | --- |
| CECC record number | the id of the case: hrcli's, not the Commission's |
| main name; Chinese characters (main name) | name; native_name, if written in Chinese characters |
| detention status | DET held; DET/bail, DET/med released on bail, on medical parole; DET/surveil house arrest, residential surveillance; |
| | DET/life for life; REL released; DEC died in custody; DEC-exe executed |
| | with `?` where it is only believed: not certain, disappeared, or told of as charged or on trial, not as held |
| occupation; affiliation | the same |
| date of detention | date, else the first event detained or arrested |
| current (or last) prison, detention center, or site | place, if its words name such a site (SITES) |
| province where imprisoned (or detained) | what place calls a province, an autonomous region or a municipality |
| legal process | the stages told, joined by `/`: PSB (police custody), PSB-house (house arrest), admin-other (administrative detention), |
| | chg (charged, or arrested some days after the detention), tri, sent, then rel, dec or exe; sent implies chg and tri |
| charge (statute) | charge, and in brackets law |
| formal arrest date | the last event arrested, where the detention has another day |
| trial date, sentence date, appeal date | the last such event |
| sentence court | authority, if it is a court and a sentence is told |
| current (or last) sentence (or time served), years, months, weeks, days | sentence, if it is a term |
| actual date released | released, else the last release |
| short summary | the quotes, and where they stand |

Dates are YYYY/MM/DD, with mm and dd for a month and a day that are not known. Cells that a spreadsheet would take for a formula
begin with an apostrophe.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator
from typing import TextIO, cast

from hrcli.records import CaseEventType, Detention, Status
from hrcli.report import Listing
from hrcli.report.cells import held
from hrcli.report.fields import safe
from hrcli.report.visible import line

SITES = ("prison", "jail", "detention", "camp", "center", "centre", "hospital", "penitentiary", "police station", "lockup")
CODES: dict[Status, str] = {
    "released": "REL",
    "died_in_custody": "DEC",
    "executed": "DEC-exe",
    "house_arrest": "DET/surveil",
    "residential_surveillance": "DET/surveil",
}
BELIEVED: tuple[Status, ...] = ("disappeared", "charged", "on_trial")
CONVICTED: tuple[Status, ...] = ("sentenced", "death_row")
ENDS: dict[Status, str] = {"released": "rel", "died_in_custody": "dec", "executed": "exe"}
EXPORTED = "current (or last) sentence (or time served), "


def write(listing: Listing, out: TextIO) -> str | None:
    """A header line, then a line for each person; returns how many groups without names were left out."""
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    groups = 0
    for case in cast("list[Detention]", listing.records):
        if case.name or case.native_name:
            writer.writerow([safe(line(cell(case))) for cell in COLUMNS.values()])
        else:
            groups += 1
    return f"{groups} group{' without names is' if groups == 1 else 's without names are'} not in the table" if groups else None


def day(edtf: str | None) -> str:
    """A date as the database writes it: `2009/02/dd` for 2009-02; of an interval what its ends share; empty without a year."""
    first, _, last = re.sub("[~?%]", "", edtf or "").partition("/")
    if not re.fullmatch(r"\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?", first):
        return ""
    parts, others = first.split("-"), (last or first).split("-")
    known = [one for n, one in enumerate(parts) if parts[: n + 1] == others[: n + 1]]
    return "/".join([*known, "mm", "dd"][: len(known)] + ["yyyy", "mm", "dd"][len(known) :]) if known else ""


def _status(case: Detention) -> str:
    code, slash, rest = _code(case).partition("/")
    doubt = "" if case.certain and case.status not in BELIEVED else "?"
    return f"{code}{doubt}{slash}{rest}"


def _code(case: Detention) -> str:
    """The code, without doubt; one who is out on bail or on medical parole is not free."""
    if case.status == "released":
        how = " ".join(each.quote for event in case.events[-1:] if event.type == "released" for each in event.evidence).lower()
        return "DET/bail" if re.search(r"\bbail", how) else "DET/med" if "medical parole" in how else "REL"
    return CODES.get(case.status) or ("DET/life" if case.sentence == "life" else "DET")


def _process(case: Detention) -> str:
    """The stages of a case in their order."""
    told = {event.type for event in case.events}
    convicted = bool(case.sentence) or "sentenced" in told or case.status in CONVICTED
    administrative = case.status == "administratively_detained"
    stages = [_custody(case, told, convicted=convicted)]
    if (convicted and not administrative) or "tried" in told or case.status == "on_trial":
        stages.append("tri")
    if convicted and not administrative:
        stages.append("sent")
    return "/".join(filter(None, [*stages, ENDS.get(case.status)]))


def _custody(case: Detention, told: set[CaseEventType], *, convicted: bool) -> str:
    if case.status == "administratively_detained":
        return "admin-other"
    if convicted or told & {"charged", "tried"} or case.status in ("charged", "on_trial") or _formally_arrested(case):
        return "chg"
    return "PSB-house" if case.status in ("house_arrest", "residential_surveillance") else "PSB"


def _last(case: Detention, *kinds: CaseEventType) -> str:
    """The day of the last dated event of some kinds."""
    return next((found for event in reversed(case.events) if event.type in kinds and (found := day(event.date))), "")


def _formally_arrested(case: Detention) -> str:
    """The day of an arrest that is another than that of the detention: "arrested" alone may mean either."""
    arrested = _last(case, "arrested")
    return arrested if _detained(case) not in ("", arrested) else ""


def _detained(case: Detention) -> str:
    """The day on which custody began, which of the dead the date of the case may not be."""
    if case.date in [event.date for event in case.events if event.type == "died"]:
        return ""
    events = (day(event.date) for event in case.events if event.type in ("detained", "arrested"))
    return day(case.date) or next(filter(None, events), "")


def _site(case: Detention) -> str:
    return case.place if case.place and any(word in case.place.lower() for word in SITES) else ""


def _province(case: Detention) -> str:
    found = re.search(r"([^\W\d_][\w’' ]*(?:Province|Autonomous Region|Municipality))\b", case.place or "")
    return found[1] if found else ""


def _charge(case: Detention) -> str:
    return f"{case.charge} ({case.law})" if case.charge and case.law else case.charge or case.law or ""


def _court(case: Detention) -> str:
    convicted = case.sentence or any(event.type == "sentenced" for event in case.events)
    return case.authority if convicted and case.authority and "court" in case.authority.lower() else ""


def _term(unit: str) -> Callable[[Detention], str]:
    """The number of years, months, weeks or days of a term; twelve months are a year."""

    def number(case: Detention) -> str:
        found = {unit: int(count) for count, unit in re.findall(r"(\d+)([YMWD])", case.sentence or "")}
        years, months = divmod(found.get("M", 0), 12)
        return str({**found, "Y": found.get("Y", 0) + years, "M": months}.get(unit) or "")

    return number


def _summary(case: Detention) -> str:
    return " ".join(
        f"“{each.quote}” [{each.path}{f', {each.place}' if each.place else ''}, {each.start}-{each.end}]" for each in case.evidence
    )


def _chinese(case: Detention) -> str:
    return case.native_name if case.native_name and re.search("[\u3400-\u9fff]", case.native_name) else ""


def _empty(_: Detention) -> str:
    return ""


def _columns() -> Iterator[tuple[str, Callable[[Detention], str]]]:
    yield "CECC record number", lambda case: case.id
    yield "main name", held
    yield "Chinese characters (main name)", _chinese
    yield from ((heading, _empty) for heading in ("other names", "issue category"))
    yield "detention status", _status
    yield from ((heading, _empty) for heading in ("sex", "age at detention", "ethnic group", "religion"))
    yield "occupation", lambda case: case.occupation or ""
    yield "affiliation", lambda case: case.affiliation or ""
    yield "residence province", _empty
    yield "date of detention", _detained
    yield "current (or last) prison, detention center, or site", _site
    yield "province where imprisoned (or detained)", _province
    yield "legal process", _process
    yield "charge (statute)", _charge
    yield "formal arrest date", _formally_arrested
    yield "trial date", lambda case: _last(case, "tried")
    yield "trial court", _empty
    yield "sentence date", lambda case: _last(case, "sentenced")
    yield "sentence court", _court
    yield from ((EXPORTED + name, _term(name[0].upper())) for name in ("years", "months", "weeks", "days"))
    yield "appeal date", lambda case: _last(case, "appealed")
    yield from ((heading, _empty) for heading in ("appeal court", "appeal ruling date", "appeal ruling court", "sent. ends per PRC"))
    yield "actual date released", lambda case: day(case.released) or _last(case, "released")
    yield "short summary", _summary


COLUMNS = dict(_columns())
