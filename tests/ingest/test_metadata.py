"""Title, publisher and date, from where texts tell them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from hrcli.records import Source

BODY = "Police in the capital have arrested a poet who read from her work in a square on Monday, her lawyer told reporters there.\n"


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        (f"Free the Poet\n\n(Harbour Rights Defenders, April 2, 2011) {BODY}", "Harbour Rights Defenders"),
        (f"Free the Poet\n\nLIMA (Reuters) - {BODY}", "Reuters"),
        (f"Free the Poet\n\nLIMA, Aug. 9, 2001 (Harbour News Agency) - {BODY}", "Harbour News Agency"),
        (f"HARBOUR RIGHTS ALLIANCE\n\nPRESS RELEASE\n\nFree the Poet\n\n{BODY}", "Harbour Rights Alliance"),
        (f"United Nations\nHuman Rights Council\n\nReview of Peru: conclusions\n\n{BODY}", "Human Rights Council"),
        (f"Free the Poet\n\nA report on the verse trials by Harbour Rights Watch\n\n{BODY}", "Harbour Rights Watch"),
        (f"Free the Poet\nHarbour Rights Watch (HRW), briefing note, 4 May 2012\n\n{BODY}", "Harbour Rights Watch"),
        (f"Free the Poet | Harbour Times\n\n{BODY}", "Harbour Times"),
        (f"Free the Poet\n\n{BODY}\n© 2012 Harbour Poetry Fund. All rights reserved.", "Harbour Poetry Fund"),
        (f"Free the Poet\n\n{BODY}\nThis article was first published on the Harbour Circle website.", "Harbour Circle"),
        (f"Free the Poet\n\n{BODY}\nThe verdict is expected soon. – Harbour.com", "Harbour"),
        (
            f"Free the Poet\n\nHarbour Rights Watch today urged the court to free a poet who was arrested in the capital last week. {BODY}",
            "Harbour Rights Watch",
        ),
        (f"Free the Poet\n\n{BODY}Harbour Rights Watch said the arrest was wrong. A guard told the Lima Times so.", None),
        (f"Free the Poet\n\nThe Harbour Rights Committee (HRC) calls on the court to free a poet. {BODY}", "Harbour Rights Committee"),
        (f"Free the Poet\n\nThe court should free her, Harbour Rights Watch said today. {BODY}", "Harbour Rights Watch"),
        (f"Mr. Jan Novak\nMinistry of Justice of Peru\n\nDear Minister,\n\n{BODY}\nSincerely,\n\nAna Ruiz\nHarbour House", "Harbour House"),
        (f"Peru Jails Leader of Opposition Party\n\n2012-05-04\n\n{BODY}", None),
        (f"Free the Poet\n\nLima: {BODY}", None),
    ],
)
def test_the_publisher_is_the_issuer_that_the_text_names(text: str, publisher: str | None, source: Callable[..., Source]) -> None:
    """Datelines, letterheads, notices of copyright ...; an organisation that is only quoted is no publisher."""
    assert source(text).document.publisher == publisher


@pytest.mark.parametrize(
    ("text", "date", "kind"),
    [
        (f"Free the Poet\n\n2019-09-09\n\n{BODY}", "2019-09-09", "dateline"),
        (f"Free the Poet\n\nPosted by Ana on Sunday, 19 January 2020\n\n{BODY}", "2020-01-19", "dateline"),
        (f"Free the Poet\n\n(Lima, May 4th, 2012) – {BODY}", "2012-05-04", "dateline"),
        (f"Free the Poet\nSeventh session, Lima, 2-6 May 2012\n4 June 2012\n\n{BODY}", "2012-06-04", "dateline"),
        (f"Free the Poet\n\n{BODY}\nIssue date: 4 May 2012\n", "2012-05-04", "text"),
        (f"Free the Poet\n\n{BODY}\n© 2010-2012 Harbour Fund", "2012", "text"),
        (f"Free the Poet\n\n{BODY}\nRelated stories\nTwo freed – 4 May 2012\nOne freed – 5 May 2012\n", None, None),
        (f"Free the Poet\n\n{BODY}She was first held on 4 May 2012.\n", None, None),
    ],
)
def test_the_date_is_that_of_publication(text: str, date: str | None, kind: str | None, source: Callable[..., Source]) -> None:
    """A date line, a dateline, a labelled line, the year of the copyright; never a date of the story or of other stories."""
    document = source(text).document
    assert (document.date, document.date_source) == (date, kind)


def test_a_date_in_the_file_name_comes_last(source: Callable[..., Source]) -> None:
    """The file name dates a text that does not date itself."""
    document = source(f"Free the Poet\n\n{BODY}", path="in/2012-05-04-poet.txt").document
    assert (document.date, document.date_source) == ("2012-05-04", "filename")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            f"Skip to main content\nHarbour Rights Alliance\nPRESS RELEASE\n4 May 2012\n\nPeru: Free the Poet\n\n{BODY}",
            "Peru: Free the Poet",
        ),
        (
            f"Open letter to the President on the poet's trial\n\nDear President,\n\n{BODY}",
            "Open letter to the President on the poet's trial",
        ),
        (f"Appeal for the release of\nfive poets\n\n{BODY}", "Appeal for the release of five poets"),
        (f"Five poets held – Harbour Times\n\n{BODY}", "Five poets held"),
        (
            f"A poet is in prison and nobody knows why she was ever taken there.\n\n2012-05-04\n\n{BODY}",
            "A poet is in prison and nobody knows why she was ever taken there.",
        ),
        (f"Peru Jails Leader of Opposition Party\n\n2012-05-04\n\nA guard in Lima\n\n{BODY}", "Peru Jails Leader of Opposition Party"),
        (f"The Hon. Ana Ruiz\nMinister of Justice, Lima\n\nDear Minister,\n\n{BODY}", None),
        (BODY, None),
    ],
)
def test_the_title_is_the_documents_own_headline(text: str, title: str | None, source: Callable[..., Source]) -> None:
    """Not the site's name, a label, a date or a salutation; a text without a headline has none."""
    assert source(text).document.title == title
