"""What is told of one name is the same from the rows of a store as from all documents, of which no others are read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from anything import BODIES, PEOPLE, Maker, keep
from msgspec.structs import replace

from hrcli import resolve, workflow
from hrcli.errors import NotNamedError
from hrcli.store.corrections import Alias, Corrections, Merge, Note, Rename, Split
from hrcli.workflow import Together

Told = Callable[[Together, str], Any]
SAID = Corrections(
    merge=[Merge(names=["Freedom Watch", "Harbour Rights Watch"])],
    split=[Split(name="Wang Wei")],
    rename=[Rename(name="José Ortega", to="José Ortega Ruiz")],
    alias=[Alias(name="Ana Ivić", alias="Anička")],
    note=[Note(name=each, note=f"seen {each}") for each in (*PEOPLE, *BODIES)],
)
NAMES = [
    "Anička",
    "Ivic",
    "watch",
    "fw",
    "rights",
    "Nobody At All",
    "Ana Ivich",
    "FREEDOM WATCH",
    "FWX",
    "Wang We",
    "!",
    "王薇",
    "\udcffabcdefgh",
]


def dossiers(together: Together, name: str) -> Any:
    """The dossiers of a name."""
    return resolve.dossiers(together.corpus, together.analyses, name, "here")


def reasons(together: Together, name: str) -> Any:
    """Why the records of a name are one."""
    return resolve.reasons(together.corpus, name, "here")


def case_files(together: Together, name: str) -> Any:
    """The case files of a name, with silence counted to the newest document and to a day."""
    return [resolve.case_files(together.corpus, name, "here", asof=asof) for asof in (None, date(2030, 1, 1))]


def outcome(told: Told, together: Together, name: str) -> Any:
    """What is told of a name, or what is said of its being nobody's or several's."""
    try:
        return told(together, name)
    except NotNamedError as error:
        return error.message, error.hint


def names(together: Together) -> Iterator[str]:
    """Names, other names, ids of rows and of records, and their beginnings; some are nobody's."""
    corpus = together.corpus
    yield from NAMES
    yield from sorted({each for entity in corpus.entities for each in (entity.name, *entity.aliases)})
    ids = sorted({*corpus.rows, *(case.id for case in corpus.detained)})
    yield from (id[:length] for id in ids[::7] for length in (len(id), 15, 9))


@pytest.mark.parametrize("said", [Corrections(), SAID])
@pytest.mark.parametrize(
    ("told", "read"),
    [(dossiers, resolve.of_dossier), (reasons, resolve.of_reasons), (case_files, resolve.of_case_file)],
)
def test_the_same_is_told(tmp_path: Path, told: Told, read: Any, said: Corrections) -> None:
    """Of whatever name or id, or of nobody, the part that is read from the store tells what all documents do."""
    place = tmp_path / "hrcli.db"
    for number in (1, 5):
        keep(place, Maker(number).analyses(20))
        whole = workflow.gather(workflow.stored(place), corrections=said)
        for name in names(whole):
            with workflow.telling(place, partial(read, name=name), corrections=said) as part:
                assert outcome(told, part, name) == outcome(told, whole, name), name
                assert part.corpus.unknown == whole.corpus.unknown


@pytest.mark.parametrize("said", [Corrections(), SAID])
def test_the_same_is_asked(tmp_path: Path, said: Corrections) -> None:
    """What is doubtful in the rows of a store is what is doubtful in all documents."""
    place = tmp_path / "hrcli.db"
    keep(place, Maker(2).analyses(20))
    whole = workflow.gather(workflow.stored(place), corrections=said)
    wanted = list(resolve.questions(whole.corpus, said))
    with workflow.telling(place, resolve.of_questions, corrections=said) as part:
        assert list(resolve.questions(part.corpus, said)) == wanted
    assert {len(each.records) for each in wanted} == {1, 2}


def test_cases_of_whom_no_actor_is_known(tmp_path: Path) -> None:
    """Persons whom documents name only as held have case files too, with the demands for whoever is so called."""
    place = tmp_path / "hrcli.db"
    analyses = [replace(each, entities=each.entities if n % 2 else []) for n, each in enumerate(Maker(11).analyses(20))]
    keep(place, analyses)
    whole = workflow.gather(workflow.stored(place))
    for case in whole.corpus.detained:
        for name in filter(None, (case.id, case.name)):
            with workflow.telling(place, partial(resolve.of_case_file, name=name)) as part:
                assert outcome(case_files, part, name) == outcome(case_files, whole, name)
