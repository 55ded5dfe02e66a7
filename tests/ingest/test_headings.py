"""Which of the lines above the text is its title, and which name the organisation: layouts of releases, resolutions, papers, letters."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from hrcli.records import Source

BODY = "Police in the capital have arrested a poet who read from her work in a square on Monday, her lawyer told reporters there.\n"
MORE = "The poet, who is 34, has asked for a doctor three times, and the guards of the prison have refused it each time.\n"
TEXT = f"\n\n{BODY}\n{MORE}"


@pytest.mark.parametrize(
    "head",
    [
        "Press freedom alert\n\nPeru: Police hold a poet",
        "Freedom of Expression | Asia\n\nPeru: Police hold a poet\n\n4 May 2012",
        "Middle East and North Africa\nPeru: Police hold a poet",
        "OBITUARY\nPeru: Police hold a poet",
        "Harbour Rights Group\nDefending those who write\n\nPeru: Police hold a poet",
        "Harbour Rights Group\nAll the news about poets\nHome · Lists · Archive · Donate\n\nPeru: Police hold a poet\n4 May 2012",
        "HARBOUR RIGHTS ALLIANCE\nPeru: Police hold a poet\n\nA court must act",
        "URGENT APPEAL – HARBOUR PROGRAMME\n\nPeru: Police hold a poet",
        "The Arland Examiner\n\nPeru: Police hold a poet\n4 May 2012",
        "Texts adopted\nThursday, 6 July 2017 - Lima\nProvisional edition\n\nPeru: Police hold a poet",
        "United Nations\nCAT/C/PER/CO/2\nConvention against Torture\nDistr.: General\n24 May 2024\n\nPeru: Police hold a poet",
        "Forty-sixth session\nAgenda item 4\nSituations that require attention\n\nPeru: Police hold a poet",
    ],
)
def test_the_title_stands_below_kickers_letterheads_and_mottoes(head: str, source: Callable[..., Source]) -> None:
    """Subjects and regions, an organisation's name and motto, labels, and the head of a document of the United Nations are no title."""
    assert source(head + TEXT).document.title == "Peru: Police hold a poet"


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("Voices from inside a prison\n\n4 May 2012", "Voices from inside a prison"),
        ("Freedom of Expression in Peru\n\nPolice hold a poet", "Freedom of Expression in Peru"),
        ("Poets held in Iran\nAda Brook, Lima", "Poets held in Iran"),
        ("Police Free Head of Lawyers Union\n\n4 May 2012\n\nA guard in Lima", "Police Free Head of Lawyers Union"),
        ("12 Mill Road\nLondon N1 2AB\n\n4 May 2012\n\nDear Minister,", None),
    ],
)
def test_a_headline_that_looks_like_one_of_these_stays(head: str, title: str | None, source: Callable[..., Source]) -> None:
    """A headline goes not on in the next line for its last letters, and is no motto or name for its words; an address is none."""
    assert source(head + TEXT).document.title == title


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        (f"ASIA VERSE DEFENCE\nPoets at risk\n\nTwo held{TEXT}\nAsia Verse Defence (AVD) asks why.", "Asia Verse Defence"),
        (f"UNITED ARAB EMIRATES\nTwo poets are held{TEXT}\nThe United Arab Emirates (UAE) denies it.", None),
        (f"Poet held in Peru\n\nAda Brook\nThe Arland Courier\n4 May 2012{TEXT}", "The Arland Courier"),
        (f"INTER-AMERICAN COMMISSION ON HUMAN RIGHTS\nThree poets are held{TEXT}", "Inter-American Commission on Human Rights"),
        (f"Harbour Rights Group > News > Peru\n\nPoet held{TEXT}\nHarbour Rights Group is there.", "Harbour Rights Group"),
        (
            f"Poet held{TEXT}\nThey are part of what is known as the Special Procedures of the Human Rights Council.",
            "OHCHR",
        ),
        (f"Harbour Parliament resolution of 4 May 2012 on the poets of Peru{TEXT}", "Harbour Parliament"),
        (f"The poets of Peru\n\nThe Harbour Assembly,\n\nRecalling that poets are held, {BODY}", "Harbour Assembly"),
        (f"FOR IMMEDIATE RELEASE\n\nContact: Ada Brook, Harbour Rights Group, 202-555-0123\n\nPoet held{TEXT}", "Harbour Rights Group"),
        (f"Poet held{TEXT}\nPublished by Harbour Rights Group, 12 Mill Road, London", "Harbour Rights Group"),
        (f"Dear Minister,\n\nOn behalf of Harbour Rights Group, I ask you to free a poet. {BODY}\n{MORE}", "Harbour Rights Group"),
        (f"Dear Minister,{TEXT}\nYours sincerely,\n\nJane Roe\nDirector, Harbour Rights Group", "Harbour Rights Group"),
        (f"Dear Minister,{TEXT}\nYours sincerely,\n\nJane Roe\n\nMedia enquiries: Harbour Rights Group, 020 7946 0852", None),
        (f"Poet held{TEXT}\nENDS\n\nHarbour Rights Group is a charity that defends poets.", "Harbour Rights Group"),
        (f"Poet held{TEXT}\nHarbour Rights Group is a charity that defends poets.", None),
    ],
)
def test_the_publisher_by_its_place_in_the_layout(text: str, publisher: str | None, source: Callable[..., Source]) -> None:
    """Letterheads, bylines, crumbs, resolutions, contacts, signatures and what stands below "ENDS" name the issuer."""
    assert source(text).document.publisher == publisher


@pytest.mark.parametrize("greeting", ["Your Excellency,", "Excellency,", "Mr. President,", "Honourable Minister:", "Dear Minister,"])
def test_the_addressee_above_a_greeting_is_no_title(greeting: str, source: Callable[..., Source]) -> None:
    """Whatever the letter opens with; the line that names its subject is one."""
    head = "Harbour Rights Group\n4 Mill Road\n\nH.E. Ole Roe\nPresident of Arland\n\nLima, 4 May 2012\n\nThe poets in your prisons"
    assert source(f"{head}\n\n{greeting}\n{TEXT}").document.title == "The poets in your prisons"


@pytest.mark.parametrize("issue", ["Newsletter no. 14 – Autumn 2011", "Monthly bulletin, March 2014", "Issue 12, March-April 2020"])
def test_the_number_of_an_issue_is_no_title(issue: str, source: Callable[..., Source]) -> None:
    """The line below it is."""
    assert source(f"KOLLO SOLIDARITY CAMPAIGN\n{issue}\n\nA winter without letters\n{TEXT}").document.title == "A winter without letters"


@pytest.mark.parametrize(
    "text",
    [
        f"Two poets held\n\nKollo Watch International, 4 May 2014\n{TEXT}",
        f"Two poets held\n{TEXT}\n\nIssued in Kollo on 4 May 2014 by Kollo Watch International\n",
        f"Two poets held\n{TEXT}\n\nKollo Watch International, 4 May 2014\n",
    ],
)
def test_an_organisation_beside_the_date_issues_the_text(text: str, source: Callable[..., Source]) -> None:
    """Above the text, and below it."""
    document = source(text).document
    assert (document.publisher, document.date) == ("Kollo Watch International", "2014-05-04")
