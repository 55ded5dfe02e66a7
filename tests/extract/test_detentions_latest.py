"""holding/episodes.py, outcome.py: of several events the one that decides, and seizures and releases in other words."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from hrcli.extract.detentions import find

Read = Callable[..., Doc]


def told(doc: Doc) -> dict[str | int | None, tuple[str, str | None, str | None]]:
    """Status, date and release by name or count."""
    return {found.name or found.count: (found.status, found.date, found.released) for found in find(doc)}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Ronald Opio was arrested on 3 February 2023. He had previously been jailed for two years.", "arrested"),
        ("Ronald Opio was held in Oran in May. He had been arrested once before, in 2019, and spent a year in Luzira Prison.", "detained"),
        ("Lin Min, who served four years in prison and was released in July 2019, was detained a second time in May 2020.", "detained"),
        ("The columnist Lin Min, freed on 17 April 2023, was picked up again in Mandalay on 17 May 2023.", "detained"),
        ("Omar Haddad was let out in May 2022; on 3 June 2022 they locked him up again.", "detained"),
        ("Omar Haddad was arrested in May 2022. He was let out on bail in June 2022.", "released"),
    ],
)
def test_the_last_of_several_episodes_decides(text: str, status: str, read: Read) -> None:
    """A custody that follows a release counts, and none that is told as an earlier one."""
    assert [found[0] for found in told(read(text)).values()] == [status]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Ana Lopez was arrested in May and forcibly disappeared for three weeks. She is held in Oran.", "detained"),
        ("Ana Lopez was missing for three weeks before she was charged with sedition.", "charged"),
        ("Ana Lopez was seized in May and has been missing for three weeks.", "disappeared"),
        ("Ana Lopez was seized in May. Her family has not heard from her since.", "disappeared"),
        ("Ana Lopez was seized in May and has not been heard of since.", "disappeared"),
        ("Soldiers took Ana Lopez from her house. Nobody has been told where she is.", "disappeared"),
        ("Ana Lopez was arrested in May. The prison where she is held does not allow visits.", "arrested"),
    ],
)
def test_a_disappearance_lasts_until_somebody_is_found(text: str, status: str, read: Read) -> None:
    """Who was missing for a stated time is held since; who is not heard of is still missing."""
    assert [found[0] for found in told(read(text)).values()] == [status]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Iran must halt the execution of Ana Lopez, who was sentenced to death in 2022.", "death_row"),
        ("The execution of Ana Lopez is scheduled for Friday.", "death_row"),
        ("Friends appealed against the imminent execution of Ana Lopez.", "death_row"),
        ("Friends mourned the execution of Ana Lopez.", "executed"),
        ("Nearly 200 prisoners are under sentence of death, among them Ana Lopez.", "death_row"),
    ],
)
def test_an_execution_to_come_is_none_yet(text: str, status: str, read: Read) -> None:
    """Whose execution is to be halted, or is scheduled, waits for it."""
    assert told(read(text))["Ana Lopez"][0] == status


@pytest.mark.parametrize(
    "text",
    [
        "Ana Lopez was detained in 2001. She has never been charged and is in the Oran prison camp.",
        "Ana Lopez is in Oran prison without charge.",
        "Ana Lopez was arrested in 2001 and remains detained in Oran.",
    ],
)
def test_who_is_in_prison_without_a_trial_is_detained(text: str, read: Read) -> None:
    """A prison is no sentence where the text says that there was no charge; "remains detained" is later than an arrest."""
    assert told(read(text))["Ana Lopez"][0] == "detained"


@pytest.mark.parametrize(
    "text",
    [
        "Ana Lopez, held since May 2022, left Oran prison on 28 April 2023.",
        "Ana Lopez was jailed in May 2022. She came home on 28 April 2023.",
        "Ana Lopez, abducted in May 2022, was dumped by a roadside on 28 April 2023.",
        "Ana Lopez, held since May 2022, was put on a flight to Madrid on 28 April 2023.",
        "Ana Lopez, under house arrest since May 2022, was allowed to leave her house on 28 April 2023.",
        "Ana Lopez, held since May 2022, was granted conditional release on 28 April 2023.",
        "Ana Lopez was arrested in May 2022 and posted bail on 28 April 2023.",
    ],
)
def test_a_release_in_other_words(text: str, read: Read) -> None:
    """Coming home, leaving prison, being let out or put on a flight ends a custody."""
    assert told(read(text)) == {"Ana Lopez": ("released", "2022-05", "2023-04-28")}
