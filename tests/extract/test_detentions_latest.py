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


@pytest.mark.parametrize(
    ("text", "released"),
    [
        ("Ana Lopez was arrested on 3 May 2021. We welcome the release of Ana Lopez on 5 June 2021.", "2021-06-05"),
        ("Omar Haddad was detained on 3 May 2021 and regained his freedom on 5 June 2021.", "2021-06-05"),
        ("Omar Haddad, poet. Arrested in May 2021 and sentenced to two years. Released from Oran Prison on 5 June 2022.", "2022-06-05"),
        ("1. Omar Haddad, reporter. Missing from 9 April 2019, freed on 28 June 2019 on the road to Oran.", "2019-06-28"),
        ("Omar Haddad, who was with us until Friday, was released on 5 June 2021 because they feared a scandal.", "2021-06-05"),
        ("Omar Haddad was held for two years. He walked out of the gate of the Oran penal colony on 5 June 2021.", "2021-06-05"),
        ("Omar Haddad was picked up in 2020. He served his two years in prison and came out on 5 June 2022.", "2022-06-05"),
    ],
)
def test_releases_in_other_words(text: str, released: str, read: Read) -> None:
    """Who is welcomed out, regains freedom, comes out at the end or is freed in the notes of a list is released."""
    assert [(found[0], found[2]) for found in told(read(text)).values()] == [("released", released)]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Omar Haddad has been missing since May 2021. Say where Omar Haddad is and let him go.", "disappeared"),
        ("Omar Haddad was arrested in May. The judge has to set a date or let him go.", "arrested"),
        ("Omar Haddad was arrested in May. He was granted bail but, at the time of writing, is still in custody.", "detained"),
        ("Omar Haddad was arrested in May. In June they let him go.", "released"),
    ],
)
def test_who_is_to_be_let_go_is_not_free(text: str, status: str, read: Read) -> None:
    """A demand whose verb looks like the past, and bail that nobody could pay, end no custody."""
    assert [found[0] for found in told(read(text)).values()] == [status]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Omar Haddad was arrested in May 2021 and is now in Oran prison.", "detained"),
        ("Omar Haddad was arrested on charges of sabotage. A doctor saw the prisoner Omar Haddad.", "detained"),
        ("Omar Haddad is in Oran prison. His trial began in May.", "on_trial"),
        ("Omar Haddad was arrested in May 2021, convicted in June and is now in Oran prison.", "imprisoned"),
        ("Two prisoners in the remand centre of Oran went on hunger strike.", "detained"),
    ],
)
def test_a_prison_alone_is_no_sentence(text: str, status: str, read: Read) -> None:
    """Who was arrested and is in a prison is detained, unless the text tells of a conviction."""
    assert [found[0] for found in told(read(text)).values()] == [status]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Omar Haddad, a geologist who has lived in Canada since 2012, was arrested in Oran on 2 May 2018.", "2018-05-02"),
        ("Ana Lopez was arrested on 2 May 2018. Omar Haddad was detained on the same day as her.", "2018-05-02"),
        ("Omar Haddad, 66, colonel. In Remand Prison No. 7 in Oran since 2 May 2018; on trial there since June 2018.", "2018-05-02"),
        ("The poet Omar Haddad, in Oran Prison since 2 May 2018, went on hunger strike.", "2018-05-02"),
        ("His son, Omar Haddad, a trader, whom soldiers took away on 2 May 2018, has not been seen since.", "2018-05-02"),
        ("Omar Haddad was bundled into a grey pick-up at his home on 2 May 2018.", "2018-05-02"),
        ("Men of the Frontier Corps took Omar Haddad from the hostel in Oran on 2 May 2018.", "2018-05-02"),
        ("On 2 May 2018 a court convicted 19 teachers. Omar Haddad was sentenced to two years in prison.", "2018-05-02"),
    ],
)
def test_the_day_of_the_present_custody(text: str, date: str, read: Read) -> None:
    """A custody takes its day from its own clause, from the person or the group that it is told with, never from a life before."""
    assert told(read(text))["Omar Haddad"][1] == date


def test_no_one_is_held_for_a_pronoun_in_a_demand(read: Read) -> None:
    """A president asked to set somebody free is not himself held, and the years of a sentence are no people."""
    text = "Ask President Omar Haddad to tell his wife where he is, and to set him free. Ana Lopez had her sentence cut to four by a court."
    assert "Omar Haddad" not in told(read(text))
    assert 4 not in told(read(text))


@pytest.mark.parametrize(
    ("text", "status", "date"),
    [
        ("Omar Haddad, who spent four days in Oran Prison in January 2019, called a strike.", "released", "2019-01"),
        ("Omar Haddad has spent four years in Oran Prison.", "imprisoned", None),
        ("Omar Haddad spent two years in Oran Prison and is on trial again.", "on_trial", None),
        ("Omar Haddad was freed on bail in May 2021 and put in the Oran Correctional Institution in June 2021.", "imprisoned", None),
    ],
)
def test_a_stay_that_is_told_as_over_ends(text: str, status: str, date: str | None, read: Read) -> None:
    """Who spent days in a prison is out again, unless the text says otherwise; who is put back after bail is not."""
    assert [(found[0], found[1] if date else None) for found in told(read(text)).values()] == [(status, date)]


def test_events_of_a_log_have_the_day_of_their_entry(read: Read) -> None:
    """What an entry tells without a date happened on the day that stands over it; its headline and what had been before did not."""
    text = (
        "4 December 2023\nOmar Haddad is acquitted and leaves Oran prison the same evening.\n\n"
        "18 September 2023\nRosa Quispe is taken from work over a post about the case.\n\n"
        "25 October 2022\nDawn raids in five provinces. Police detain Omar Haddad and 13 reporters.\n\n"
        "WHAT WE ASK\nLina Said was arrested.\n"
    )
    days = {name: found[1] for name, found in told(read(text)).items()}
    assert days == {"Omar Haddad": "2022-10-25", "Rosa Quispe": "2023-09-18", 13: "2022-10-25", "Lina Said": None}


def test_who_left_prison_after_an_aside(read: Read) -> None:
    """A participle that reads like a past tense closes no sentence."""
    text = (
        "The rapper Omar Haddad, sentenced to six years after the protests of 11 July 2021, left Santa Ana del Este prison on 8 March 2022."
    )
    assert [found[0::2] for found in told(read(text)).values()] == [("released", "2022-03-08")]


@pytest.mark.parametrize(
    "text",
    [
        "The League would welcome the release of Ana Lopez, a student imprisoned in May 2019 for four years.",
        "The League could only hail the early release of Ana Lopez, who was jailed for four years in May 2019.",
        "We would be glad of the release of Ana Lopez, who was jailed for four years in May 2019.",
    ],
)
def test_a_release_that_would_be_welcome_is_none_yet(read: Read, text: str) -> None:
    """Whose release somebody would welcome is in prison still."""
    (found,) = find(read(text))
    assert (found.name, found.status) == ("Ana Lopez", "imprisoned")


@pytest.mark.parametrize(
    "text",
    [
        "Ana Lopez is due to appear before a magistrate on Friday on charges of incitement.",
        "Ana Lopez appeared in court in Lagos on Monday charged with theft.",
        "Two men and a teacher, Ana Lopez, appeared in court on Monday, accused of theft.",
        "Handcuffed and barefoot, Ana Lopez appeared in court on Tuesday.",
    ],
)
def test_who_appears_in_court_as_the_accused_is_charged(read: Read, text: str) -> None:
    """An appearance that has come or is fixed tells of a charge, and of no day of arrest."""
    assert told(read(text))["Ana Lopez"] == ("charged", None, None)


@pytest.mark.parametrize(
    "text",
    [
        "The lawyer Ana Lopez appeared in court on Monday to defend three students charged with theft.",
        "Ana Lopez appeared before a committee of parliament to speak about the charges against the minister.",
        "Ana Lopez failed to appear in court on Monday as a witness in the case of two men charged with theft.",
    ],
)
def test_who_appears_in_court_for_others_is_not_charged(read: Read, text: str) -> None:
    """Lawyers, witnesses and those who are heard are no accused."""
    assert "Ana Lopez" not in told(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "Ana Lopez was rearrested as she left the prison.",
        "Ana Lopez was detained when she walked out of jail in May 2021.",
    ],
)
def test_who_is_seized_on_the_way_out_is_not_free(read: Read, text: str) -> None:
    """Whom the police take at the gate of the prison is held, though the clause behind tells of the way out."""
    assert told(read(text))["Ana Lopez"][0] in ("arrested", "detained")
