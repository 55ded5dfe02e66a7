"""holding/: whom relative clauses, companions, logs and sections of lists mean, and which date is theirs."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from hrcli.extract.detentions import find

Read = Callable[..., Doc]


def statuses(doc: Doc) -> dict[str | int | None, str]:
    """Status by name or count."""
    return {found.name or found.count: found.status for found in find(doc)}


def dates(doc: Doc) -> dict[str | int | None, str | None]:
    """The beginning of the custody by name or count."""
    return {found.name or found.count: found.date for found in find(doc)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The 16 men who were arrested in May were released on Friday.", {16: "released"}),
        ("Nine activists whom police detained in March walked free on Friday.", {9: "released"}),
        ("The 43 protesters detained in March were freed.", {43: "released"}),
        ("Police picked up 20 women. All were freed the same evening.", {20: "released"}),
        ("Police arrested two minors. The case against the two minors was closed and they were released in May.", {2: "released"}),
        ("Karim Saleh, one of 1,619 prisoners freed in an amnesty, went home.", {"Karim Saleh": "released", 1619: "released"}),
        ("Some 43 people were in military custody.", {43: "detained"}),
        ("They are holding a well-known student leader and at least 16 other supporters.", {16: "detained"}),
        (
            "Karim Saleh was arrested in May. Nurses demanded his release and that of six doctors.",
            {"Karim Saleh": "arrested", 6: "detained"},
        ),
    ],
)
def test_whom_groups_are(text: str, expected: dict[str | int, str], read: Read) -> None:
    """A group keeps its verb across a clause that tells it apart, across "they", "all" and "that of"."""
    assert statuses(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Karim Saleh was arrested. The cartoonist arrested with him, Omar Haddad, is on trial.", {"Karim Saleh", "Omar Haddad"}),
        ("My uncle, Karim Saleh, got five years in prison. My uncle came home in 2016.", {"Karim Saleh"}),
        ("Karim Saleh fled to Tunis and on 30 May was sentenced to ten years in prison.", {"Karim Saleh"}),
        ("Karim Saleh was arrested. Judge Omar Haddad ordered that he be held for 15 days.", {"Karim Saleh"}),
        ("Three advocates have been held since May. One of them, a monk called Samdrup, is ill.", {3, "Samdrup"}),
        ("Four editors were held in May. One of the four, Ana Lopez, is ill.", {4, "Ana Lopez"}),
        ("The editor Ana Lopez, in her mother's custody since 2010, was elected.", set()),
        ("By Ana Lopez\n\nORAN - A court convicted an editor and sentenced him to two years in prison.", set()),
        ("Ana Lopez has not heard from the ministry since.", set()),
        ("Ana Lopez was taken by surprise when police came.", set()),
    ],
)
def test_whom_an_account_is_about(text: str, expected: set[str | int], read: Read) -> None:
    """Companions, relatives and members are held; judges, writers and guardians are not."""
    assert set(statuses(read(text))) == expected


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("On 14 May 2022, at around 5 am, thirty agents of the police burst into a house in Oran, and arrested Ana Lopez.", "2022-05-14"),
        ("On 25 May 2014 – she was then a postgraduate at the university – Ana Lopez was arrested.", "2014-05-25"),
        ("Ana Lopez has been in custody since the protests of 11 July 2021.", "2021-07-11"),
        ("Ana Lopez was tried by a military court under Law No. 28 of 23 December 2014.", None),
        ("Ana Lopez was arrested in 2021. Her detention was renewed on 4 June 2022.", "2021"),
        ('The poet Ana Lopez, held in Oran prison from 5 June 2021 for "propaganda", died there in May 2022.', "2021-06-05"),
    ],
)
def test_the_date_of_a_custody(text: str, date: str | None, read: Read) -> None:
    """A date at the head of the sentence carries far; that of a law or of a renewal is none of the custody."""
    assert dates(read(text))["Ana Lopez"] == date


def test_those_detained_share_the_date_of_the_group(read: Read) -> None:
    """ "Among those detained was A" has the date of those told of before."""
    text = "Police rounded up 72 people on 5 May 2023. Three people died. Among those detained was Karim Saleh, a spokesman."
    assert dates(read(text)) == {72: "2023-05-05", "Karim Saleh": "2023-05-05"}


def test_a_heading_tells_of_the_items_under_it(read: Read) -> None:
    """sections.py: numbered items under "RELEASED" were released, up to the next heading."""
    text = (
        "RELEASED\n\n1. Karim Saleh, 45, baker. On 4 May.\n\n2. Three of the nine students of Oran.\n\n"
        "WHAT WE ASK\n\n3. Omar Haddad, be brave."
    )
    assert statuses(read(text)) == {"Karim Saleh": "released", 3: "released"}


def test_a_log_that_runs_backward_is_read_forward(read: Read) -> None:
    """logbook.py: what the entry of the latest date tells comes last."""
    text = (
        "14 March 2023\nPolice let Karim Saleh out on bail after weeks in a cell.\n\n"
        "8 February 2023\nKarim Saleh was charged with sedition by a court in Oran.\n\n3 January 2023\nPolice arrested Karim Saleh at home."
    )
    assert statuses(read(text)) == {"Karim Saleh": "released"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Lopez, traders’ leader Rosa Quispe, councillor Omar Haddad of the Union for Change (UFC), student Ana Diallo, who is kin, "
            "and the reporter Lina Said were picked up in Oran on 14 June 2022.",
            {"Rosa Quispe", "Omar Haddad", "Ana Diallo", "Lina Said"},
        ),
        ("Soldiers arrested the poet Omar Haddad and Haddad's brother Karim on Monday.", {"Omar Haddad", "Karim"}),
        ("They deplore the detention of their chair, Omar Haddad, and of six of their members.", {"Omar Haddad", 6}),
        ("Rosa Quispe was arrested on 4 July 2022 in Oran, with two of her colleagues, for asking for a wage.", {"Rosa Quispe", 2}),
        ("The court cut the sentence of Omar Haddad to one year and he was freed on 19 March 2021.", {"Omar Haddad"}),
    ],
)
def test_all_of_a_list_are_held(text: str, expected: set[str | int], read: Read) -> None:
    """Neither an organisation, an aside nor a possessive ends a list, and companions count."""
    assert expected <= {found.name or found.count for found in find(read(text))}


def test_a_family_name_in_capitals_heads_an_entry(read: Read) -> None:
    """An entry of a case list is about whom it begins with, although nobody took the name for one."""
    text = "CHINA\n\nGAO Wenping (高文平), essayist. Detained on 17 February 2011 and sentenced to ten years in prison."
    assert [(found.name, found.date) for found in find(read(text))] == [("GAO Wenping", "2011-02-17")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The whereabouts of Omar Haddad, taken by masked men on 3 July 2022, are unknown.", {"Omar Haddad": "2022-07-03"}),
        ("Name: Omar Haddad\nStatus: In detention\nDate of arrest: 3 May 2022", {"Omar Haddad": "2022-05-03"}),
        ("Two others, Rosa Quispe and Lina Said, are due in court; they have been held since 1 May 2022.", {"Rosa Quispe": "2022-05-01"}),
        ("Among those still behind bars are the lawyers Rosa Quispe and Lina Said.", {"Rosa Quispe": None, "Lina Said": None}),
    ],
)
def test_who_is_held_where_the_sentence_turns(text: str, expected: dict[str, str | None], read: Read) -> None:
    """An aside, a labelled line, "they" and an inverted sentence tell of the people whom they name."""
    found = {one.name: one.date for one in find(read(text))}
    assert expected.items() <= found.items()


@pytest.mark.parametrize(
    "text",
    [
        "The other two - teacher Farid Osmani and the nurse Ana Lopez - were detained on 3 May 2019.",
        "Two teachers – Farid Osmani and Ana Lopez – were detained on 3 May 2019.",
        "Two teachers (Farid Osmani and Ana Lopez) were detained on 3 May 2019.",
        "On 3 May 2019 police detained two teachers (Farid Osmani and Ana Lopez) in Oran.",
        "The teachers - Farid Osmani and Ana Lopez - were detained on 3 May 2019.",
    ],
)
def test_names_between_dashes_or_brackets(text: str, read: Read) -> None:
    """Those whom an aside names are held, whatever marks set it off."""
    assert {found.name: found.date for found in find(read(text))} == {"Farid Osmani": "2019-05-03", "Ana Lopez": "2019-05-03"}
