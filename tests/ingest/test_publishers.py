"""Publishers by the place where a text names its issuer: datelines, letterheads, submissions, what an organisation says of itself."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from hrcli.records import Source

BODY = "Police in the capital have arrested a poet who read from her work in a square on Monday, her lawyer told reporters there.\n"
MORE = "The poet, who is 34, has asked for a doctor three times, and the guards of the prison have refused it each time.\n"


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("LIMA, Feb 18, 2022 (HNA) - ", "HNA"),
        ("LIMA, 3 March (HARBOUR NEWS AGENCY) — ", "Harbour News Agency"),
        ("PORT-AU-PRINCE, Haiti, 3 March 2021 (Harbour Press) – ", "Harbour Press"),
        ("LIMA/QUITO, 3 March (HNA) -- ", "HNA"),
        ("Lima (HNA) – ", "HNA"),
        ("Feb 18 (Reuters) - ", "Reuters"),
        ("LIMA (Peru) - ", None),
        ("ABU DHABI (UAE) - ", None),
        ("The Harbour Naval Academy (HNA) - ", None),
        ("Portland (OR) - ", None),
    ],
)
def test_the_agency_in_a_dateline_is_the_publisher(line: str, publisher: str | None, source: Callable[..., Source]) -> None:
    """The bracket after a place or a day holds the agency, if it does not hold the country."""
    assert source(f"Poet Held in Lima\n\n{line}{BODY}\n{MORE}").document.publisher == publisher


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("(Reporting by Ana Lopez in Lima and Jan Novak; Editing by Mary Stone) - Reuters", "Reuters"),
        ("Reporting by Ana Lopez; Writing by Jan Novak; Editing by Mary Stone; © Reuters", "Reuters"),
        ("Additional reporting by Ana Lopez in Quito. Editing by Jan Novak.", None),
    ],
)
def test_the_line_of_reporters_is_furniture_that_may_name_the_agency(
    line: str, publisher: str | None, source: Callable[..., Source]
) -> None:
    """Reporters are no actors of the story."""
    found = source(f"Poet Held in Lima\n\n{BODY}\n{MORE}\n{line}\n")
    assert found.document.publisher == publisher
    assert "Novak" not in found.view.text


def test_what_somebody_reports_is_no_line_of_reporters(source: Callable[..., Source]) -> None:
    """A sentence with a verb stays."""
    line = "Reporting by Harbour Rights Watch shows that the guards lied."
    assert line in source(f"Poet Held in Lima\n\n{BODY}\n{line}\n").view.text


@pytest.mark.parametrize(
    "head",
    [
        "HARBOUR RIGHTS ALLIANCE\n12 River Street, Lima 15001\n",
        "Harbour Rights Alliance | Press release",
        "HARBOUR RIGHTS ALLIANCE - PRESS RELEASE\n4 May 2012",
        "Harbour Rights Alliance: Statement",
        "PRESS RELEASES\n\nHarbour Rights Alliance",
        "Harbour Rights Alliance\nFreedom for all who write\nPRESS RELEASE No. 12/2012",
        "The Harbour Rights Alliance (HRA)\nFor immediate release",
        "HARBOUR RIGHTS ALLIANCE – Freedom for all who write",
        "MEDIA CENTRE\nHarbour Rights Alliance\nStatement",
        "Harbour Rights Alliance\nwww.harbour.example | info@harbour.example",
        "Harbour Rights Alliance\nNEWS\n4 May 2012",
        "URGENT ACTION\n\nHarbour Rights Alliance",
    ],
)
def test_a_letterhead_names_the_publisher_and_is_no_title(head: str, source: Callable[..., Source]) -> None:
    """The issuer's name above the headline, with a label, an address or a slogan near it."""
    document = source(
        f"{head}\n\nPolice Must Free Poet Held in Lima\n\n{BODY}\nHer trial is unfair, the Harbour Rights Alliance believes."
    ).document
    assert (document.title, document.publisher) == ("Police Must Free Poet Held in Lima", "Harbour Rights Alliance")


def test_a_letterhead_without_a_word_for_an_organisation_needs_the_text(source: Callable[..., Source]) -> None:
    """A name alone may be a person's or a place's; what the text says of it decides."""
    headed = f"Palabra Libre\n\nPolice Must Free Poet Held in Lima\n\n{BODY}\n"
    about = "About Palabra Libre\n\nPalabra Libre is an independent organisation that defends writers. It was founded in Lima in 1998."
    document = source(f"{headed}{MORE}\n{about}").document
    assert (document.title, document.publisher) == ("Police Must Free Poet Held in Lima", "Palabra Libre")
    assert source(headed).document.publisher is None


@pytest.mark.parametrize(
    "label",
    [
        "PRESS RELEASES",
        "NEWS",
        "STATEMENTS",
        "MEDIA CENTRE",
        "Statement",
        "Press releases | Special Procedures",
        "Special Procedures",
        "Press Release No. 12/2012",
        "News / Press releases",
        "Latest news",
        "Press Office",
        "STATEMENT\nFor immediate release",
    ],
)
def test_a_label_is_neither_title_nor_publisher(label: str, source: Callable[..., Source]) -> None:
    """Sections of a site and kinds of text stand above the headline."""
    document = source(f"{label}\n\nPoet Held in Lima\n\n{BODY}\n{MORE}").document
    assert (document.title, document.publisher) == ("Poet Held in Lima", None)


@pytest.mark.parametrize(
    "title", ["District Court Jails Poet", "Television Host Held in Lima", "Embargo on Poems Lifted", "Phones of Five Poets Tapped"]
)
def test_a_word_that_begins_like_a_label_may_begin_a_title(title: str, source: Callable[..., Source]) -> None:
    """Labels are whole words."""
    assert source(f"{title}\n\n{BODY}").document.title == title


@pytest.mark.parametrize(
    "text",
    [
        f"Verse on Trial in Peru\n\nSubmission by Harbour Rights Alliance to the Committee against Torture\n\n{BODY}",
        f"Submission by the Harbour Rights Alliance to the UN Human Rights Council, 4 May 2012\n\n{BODY}",
        f"Verse on Trial in Peru\n\nPrepared by the Harbour Rights Alliance for the 31st session of the Review\n\n{BODY}",
        f"Verse on Trial in Peru\n\nA report by Harbour Rights Alliance, May 2012\n\n{BODY}",
        f"Verse on Trial in Peru\n\n1. The Harbour Rights Alliance (HRA) submits this report on the state of poetry in Peru.\n\n{BODY}",
        f"Verse on Trial in Peru\n\nHarbour Rights Alliance respectfully submits the following to the Committee.\n\n{BODY}",
        f"Verse on Trial in Peru\n\n{BODY}\nThis submission was prepared by the Harbour Rights Alliance, which works in Peru.",
        f"Verse on Trial in Peru\n\nIn this briefing, the Harbour Rights Alliance describes the trial of a poet and her friends.\n\n{BODY}",
        f"Verse on Trial in Peru\n\n{BODY}\n{MORE}\nHarbour Rights Alliance, 2021",
        f"Verse on Trial in Peru\n\n{BODY}\n{MORE}\nAbout Harbour Rights Alliance\n\nWe defend writers in every harbour of the world.",
        f"Poet Held in Lima\n\nThe Harbour Rights Alliance has condemned an arrest.\n\n{BODY}\n{MORE}\n"
        "The Harbour Rights Alliance is an independent non-profit organisation that defends writers.",
        f"Poet Held in Lima\n\n{BODY}\nThis is wrong, the Harbour Rights Alliance says.\n\nMedia contact:\nAna, ana@harbourrights.org",
        f"Poet Held in Lima\n\n{BODY}\nThis is wrong, the Harbour Rights Alliance says.\n\nFor information, contact: info@hra.org",
    ],
)
def test_what_an_organisation_submits_or_says_of_itself_names_it(text: str, source: Callable[..., Source]) -> None:
    """Submissions, reports, footers, self-descriptions and the address of the contact."""
    assert source(text).document.publisher == "Harbour Rights Alliance"


@pytest.mark.parametrize(
    "text",
    [
        f"Poet Held in Lima\n\n{BODY}\n{MORE}\nAbout the author\n\nAna Lopez is a poet who lives in Lima.",
        f"Poet Held in Lima\n\n{BODY}\n{MORE}\nHarbour Rights Watch is an independent organisation that defends writers.",
        f"Poet Held in Lima\n\n{BODY}\nA report by Harbour Rights Watch says that two hundred poets were held last year.\n\n{MORE}",
        f"Poet Held in Lima\n\n{BODY}\n{MORE}\nPlease write to: Ministry of Justice, Lima. Email: info@justice.gov.example",
        f"Poet Held in Lima\n\n{BODY}\nThe report was prepared by the Ministry of Justice after the trial.\n\n{MORE}",
    ],
)
def test_an_organisation_that_is_only_spoken_of_is_no_publisher(text: str, source: Callable[..., Source]) -> None:
    """No publisher is better than a wrong one."""
    assert source(text).document.publisher is None


@pytest.mark.parametrize(
    ("head", "title", "publisher"),
    [
        (
            "United Nations\nA/HRC/99/7\nGeneral Assembly\nDistr.: General\n4 May 2012\nOriginal: English\nHuman Rights Council\n"
            "Ninety-ninth session\nAgenda item 6\nUniversal periodic review\n"
            "Report of the Working Group on the Universal Periodic Review*\nPeru\n",
            "Report of the Working Group on the Universal Periodic Review",
            "Working Group on the Universal Periodic Review",
        ),
        (
            "A/HRC/99/61\nHuman Rights Council\n\nReport of the Special Rapporteur on the right to verse, Ana Ruiz\n",
            "Report of the Special Rapporteur on the right to verse, Ana Ruiz",
            "Special Rapporteur on the right to verse",
        ),
        (
            "Human Rights Council\n\nOpinions adopted by the Working Group on Arbitrary Detention at its ninety-ninth session\n",
            "Opinions adopted by the Working Group on Arbitrary Detention at its ninety-ninth session",
            "Working Group on Arbitrary Detention",
        ),
    ],
)
def test_a_report_of_a_body_is_published_by_it(head: str, title: str, publisher: str, source: Callable[..., Source]) -> None:
    """The body whose report it is, not the one it reports to."""
    document = source(f"{head}\n{BODY}\n{MORE}").document
    assert (document.title, document.publisher) == (title, publisher)


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        (
            f"CANDLE AND BELL\nThe newsletter of Harbour Rights Alliance\nIssue 4, Spring 2012\n\nPoet held\n\n{BODY}",
            "Harbour Rights Alliance",
        ),
        (f"THE LAMP\nBulletin of the Harbour Rights Alliance\n\nPoet held\n\n{BODY}", "Harbour Rights Alliance"),
        (f"STATEMENT BY THE FAMILY OF ADA BROOK\n\n4 May 2012\n\n{BODY}{MORE}", "Family of Ada Brook"),
        (f"Open letter from the mother of Ada Brook\n\n{BODY}{MORE}", "mother of Ada Brook"),
        (f"Court hears appeal of mother of two\n\n{BODY}{MORE}", None),
        (f"HARBOUR WATCHERS\n\nTen poets\n\n{BODY}{MORE}\nHarbour Watchers, registered in Lima.", "Harbour Watchers"),
        (f"Diario de la Costa – English edition\n\nTwo poets are held\n\n{BODY}{MORE}", "Diario de la Costa"),
        (
            f"Coast Rights Bulletin\n\nWe fast\n\nThe Bulletin reproduces the text below as it was received.\n\n{BODY}{MORE}{BODY}"
            "\nThe Committee of the Prisoners of Lima\n\nSigned: Ada Brook\n",
            "Committee of the Prisoners of Lima",
        ),
    ],
)
def test_newsletters_families_imprints_and_reprints_name_their_issuer(
    text: str, publisher: str | None, source: Callable[..., Source]
) -> None:
    """The newsletter's organisation, the family, the paper, and whoever signs what another only carries."""
    assert source(text).document.publisher == publisher
