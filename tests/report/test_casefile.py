"""The page of a case file: every line with its quote and where that stands."""

from __future__ import annotations

import io
from collections.abc import Mapping

from hrcli.records import CaseEvent, Detention, Document, Evidence
from hrcli.report import casefile
from hrcli.report.answers import CaseFile, Contradiction, Fact, Saying, Silence

DOCUMENTS = {
    "a": Document(id="a", path="a.txt", sha256="a", words=9, title="Free the poet", date="2009-02"),
    "b": Document(id="b", path="b.txt", sha256="b", words=9, date="2011"),
}


def evidence(where: str, quote: str, place: str | None = None) -> Evidence:
    """A quote from the beginning of a document."""
    return Evidence(document=where, path=f"{where}.txt", start=0, end=len(quote), quote=quote, place=place)


TERM, LONG = evidence("a", "four years", "page 2"), evidence("b", "Lin Meiyu has been sentenced to five years and is in prison now.")
SAYINGS = [
    Saying(value="P4Y", document="a", date="2009-02", evidence=[TERM]),
    Saying(value="P5Y", document="b", date="2011", evidence=[LONG], certain=False),
]
CASE = Detention(
    id="1",
    name="Lin Meiyu",
    native_name="林美玉",
    status="house_arrest",
    certain=False,
    date="2009-02",
    documents=["a", "b"],
    evidence=[LONG],
    events=[CaseEvent(type="tried", date=None, evidence=[LONG]), CaseEvent(type="sentenced", date="2009-02-16", evidence=[TERM])],
)
FILE = CaseFile(
    case=CASE,
    aliases=["Lin"],
    facts=[Fact(field="sentence", sayings=SAYINGS)],
    contradictions=[Contradiction(field="sentence", sayings=SAYINGS)],
    silence=Silence(status="house_arrest", since="2011-12-31", years=2),
)


def page(file: CaseFile, around: Mapping[Evidence, str] | None = None) -> str:
    """The page of a file."""
    out = io.StringIO()
    casefile.write(file, DOCUMENTS, out, around)
    return out.getvalue()


def test_a_page() -> None:
    """Who it is at a glance, then each fact and event with its quote, document and place."""
    assert page(FILE, {TERM: "to four years in"}) == (
        "# Lin Meiyu (林美玉)\n\n"
        "- house arrest (unconfirmed), since 2009-02, id 1\n"
        "- told of in 2 documents, 2009-02 to 2011\n"
        "- also: Lin\n"
        "- last reported held 2011-12-31, nothing since (2 years)\n"
        "\n## Facts (2)\n\n"
        "- sentence: 4 years [Free the poet] · “to four years in” a.txt, page 2, 0-10\n"
        f"- sentence: 5 years (unconfirmed) [b.txt] · “{LONG.quote}” b.txt, 0-64\n"
        "\n## Events (2)\n\n"
        f"- undated: tried [b.txt] · “{LONG.quote}” b.txt, 0-64\n"
        "- 2009-02-16: sentenced [Free the poet] · “to four years in” a.txt, page 2, 0-10\n"
        "\n## Contradictions (1)\n\n"
        "- sentence: 4 years (2009-02, Free the poet) or 5 years (2011, b.txt)\n\n"
    )


def test_short_quotes_need_the_words_about_them() -> None:
    """A whole sentence says enough by itself."""
    assert set(casefile.evidence(FILE)) == {TERM}


def test_a_group() -> None:
    """A group without names is called by what it is."""
    group = CaseFile(case=Detention(id="2", group="workers", count=6, status="detained", documents=["a"], evidence=[TERM]))
    assert page(group).startswith("# 6 workers\n\n- detained, id 2\n- told of in 1 document, 2009-02\n")
