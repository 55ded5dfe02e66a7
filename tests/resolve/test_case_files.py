"""casefile.py: all that is known of one person held."""

from __future__ import annotations

import pytest
from made import analysis, case, demand, document, entity, evidence

from hrcli.errors import NotNamedError
from hrcli.records import CaseEvent
from hrcli.report.answers import CaseFile
from hrcli.resolve import case_files, join

EARLY, LATE = document("a", date="2009-02"), document("b", date="2011-01-17")
TERM = evidence("b", "five years")
CORPUS = join(
    [
        analysis(
            EARLY,
            entity("a", "Lin Meiyu", native_name="林美玉", aliases=["Meiyu"], roles=["poet"]),
            entity("a", "Anna Berg", roles=["spokesperson"]),
            case("a", "Lin Meiyu", "imprisoned", sentence="P4Y", allegations=["torture", "forced confession"]),
            case("a", "Omar Said"),
            demand("a", "release Lin", people=["Meiyu"]),
            demand("a", "release Omar", people=["Omar Said"]),
        ),
        analysis(
            LATE,
            case(
                "b",
                "Lin Meiyu",
                "imprisoned",
                certain=False,
                date="2010",
                sentence="P5Y",
                fields={"sentence": [TERM]},
                events=[CaseEvent(type="sentenced", date="2010", evidence=[TERM])],
            ),
        ),
    ]
)


def one(name: str) -> CaseFile:
    """The only file of a name."""
    (file,) = case_files(CORPUS, name, "here")
    return file


def test_facts_of_all_documents() -> None:
    """Each value of each document is there, the earlier document's first, with the quote of the field where there is one."""
    facts = {fact.field: fact.sayings for fact in one("Lin Meiyu").facts}
    assert [(each.value, each.document, each.date) for each in facts["sentence"]] == [("P4Y", "a", "2009-02"), ("P5Y", "b", "2011-01-17")]
    assert facts["sentence"][1].evidence == [TERM]
    assert [each.value for each in facts["allegations"]] == ["torture", "forced confession"]


def test_a_date_has_the_evidence_of_its_event() -> None:
    """Since when somebody is held is quoted from the event of that day rather than from the whole case."""
    (since,) = (fact.sayings for fact in one("Lin Meiyu").facts if fact.field == "date")
    assert since[0].evidence == [TERM]


def test_history_and_doubts() -> None:
    """The status as each document tells it, what is contradicted, since when nothing is reported."""
    file = one("Lin Meiyu")
    assert [(each.date, each.value, each.certain) for each in file.statuses] == [
        ("2009-02", "imprisoned", True),
        ("2011-01-17", "imprisoned", False),
    ]
    assert [each.field for each in file.contradictions] == ["sentence"]
    assert file.silence is not None
    assert file.silence.since == "2011-01-17"


def test_the_person_and_what_is_demanded() -> None:
    """Other names and roles come from the actor; demands for the person under any name are there, those for others not."""
    file = one("林美玉")
    assert (file.aliases, file.roles, [each.action for each in file.demands]) == (["Meiyu"], ["poet"], ["release Lin"])
    assert [each.action for each in one("Omar Said").demands] == ["release Omar"]


@pytest.mark.parametrize(
    ("name", "message", "hint"),
    [
        ("Lin Meiyo", "here tells of nobody called 'Lin Meiyo' as held", "did you mean Lin Meiyu?"),
        ("Anna Berg", "here tells of nobody called 'Anna Berg' as held", "`hrcli entities 'Anna Berg'` has what is known"),
        ("Zzz", "here tells of nobody called 'Zzz' as held", "`hrcli detained` lists all"),
    ],
)
def test_nobody_so_called(name: str, message: str, hint: str) -> None:
    """The error says who may have been meant, or where else to look."""
    with pytest.raises(NotNamedError) as error:
        one(name)
    assert (error.value.message, error.value.hint) == (message, hint)


def test_by_id() -> None:
    """The id that a table shows stands for its case."""
    assert one(one("Omar Said").case.id).case.name == "Omar Said"


def test_a_part_of_several_names() -> None:
    """A name that several bear is not guessed at."""
    several = join([analysis(EARLY, case("a", "Omar Said"), case("a", "Amina Said"))])
    with pytest.raises(NotNamedError, match="'Said' could be one of 2 in here"):
        case_files(several, "Said", "here")
