"""CSV for spreadsheets: a column a field; lists joined with "; ", the first evidence in five columns of its own.

Sources are not trusted: a cell that a spreadsheet would take for a formula begins with an apostrophe. (No number here is negative.)
"""

from __future__ import annotations

import csv
from typing import TextIO

from hrcli.records import DocumentAnalysis
from hrcli.report import Listing
from hrcli.report.answers import CaseReview
from hrcli.report.chosen import rows, value
from hrcli.report.columns import of_kind
from hrcli.report.fields import flat, safe, text

SUMMARISED = (DocumentAnalysis, CaseReview)


def write(listing: Listing, out: TextIO) -> None:
    """A header line, then a line for each record; of a whole analysis or a review, its summary."""
    writer = csv.writer(out, lineterminator="\n")
    if listing.kind in SUMMARISED:
        columns = of_kind(listing.kind)
        writer.writerow([column.heading for column in columns])
        writer.writerows([safe(column.cell(record, listing.documents)) for column in columns] for record in listing.records)
        return
    names = rows(listing.kind, listing.columns)
    writer.writerow(names)
    for record in listing.records:
        row = flat(record)
        writer.writerow([safe(text(row[name] if name in row else value(record, name, listing.documents))) for name in names])
