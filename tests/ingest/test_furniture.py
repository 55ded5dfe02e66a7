"""What is page furniture, and what must stay."""

from __future__ import annotations

import pytest

from hrcli import ingest
from hrcli.ingest import blocks, furniture

BODY = "Police in the capital have arrested a poet who read from her work in a square on Monday, her lawyer told reporters.\n\n"


def marked(text: str, vocabulary: ingest.Vocabulary) -> list[str]:
    return [text[mark.start : mark.end].strip() for mark in furniture.find(blocks.split(text), vocabulary)]


def test_every_example_of_the_lexicon_is_found(vocabulary: ingest.Vocabulary) -> None:
    """Each kind of furniture finds the lines that its entry gives as examples."""
    missed = [line for kind in vocabulary.furniture for line in kind.examples if not marked(line, vocabulary)]
    assert not missed


def test_no_trap_of_the_lexicon_is_found(vocabulary: ingest.Vocabulary) -> None:
    """No kind of furniture takes the lines that its entry gives as traps."""
    taken = [line for kind in vocabulary.furniture for line in kind.traps if marked(line, vocabulary)]
    assert not taken


@pytest.mark.parametrize(
    "line",
    [
        "Home > News > Statements",
        "HOME | OUR CASES | WRITE TO US",
        "Facebook Twitter WhatsApp Print",
        "Download PDF | Print this page",
        "© 2014-2019 Harbour Rights Group. All rights reserved.",
        "2020 AFP",
        "Other chapters: Peru | Chile | Bolivia",
    ],
)
def test_menus_and_notices_are_furniture(line: str, vocabulary: ingest.Vocabulary) -> None:
    """Lines known by their shape rather than by their words."""
    assert marked(f"{line}\n\n{BODY}", vocabulary) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Dear Prime Minister,",
        "4 May 2012",
        "Freedom of assembly",
        "News | 12 May 2019 | Geneva",
        "(c) Release the poet at once;",
        "12 May 2019: Maria Lopez arrested in Lima",
        "Name: Maria Lopez | Age: 34 | Held: Lima",
        "[1] Harbour Gazette, 27 July 1998",
    ],
)
def test_short_lines_of_the_document_stay(line: str, vocabulary: ingest.Vocabulary) -> None:
    """Salutations, dates, headings, items and notes are the document's own."""
    assert marked(f"{BODY}{line}\n\n{line}\n\n{BODY}", vocabulary) == []


@pytest.mark.parametrize(
    "line",
    [
        "More obituaries | Sign up to our weekly newsletter",
        "Take action: write to the mayor today | Donate | Share",
        "Follow HRG on Twitter | Receive our alerts by e-mail | © HRG 2022",
        "Related stories: Two freed in Lima (Nov. 12) | Court upholds ban on rally | 5 things to know about the poets of the old town",
        "Most read: Two freed in Lima",
    ],
)
def test_lines_of_links_below_the_text_are_furniture(line: str, vocabulary: ingest.Vocabulary) -> None:
    """Items between bars of which half are appeals or notices, and the heads of lists with their items on one line."""
    assert marked(f"{BODY}{line}", vocabulary) == [line]


@pytest.mark.parametrize("line", ["Maria Lopez | Poet | Share of the house: half", "Free the poet now! #FreeThePoet"])
def test_lines_between_bars_that_are_the_documents_own_stay(line: str, vocabulary: ingest.Vocabulary) -> None:
    """A headline above the text, a row of a table, and a slogan of the text with its hashtag."""
    assert marked(f"{line}\n\n{BODY}", vocabulary) == []


@pytest.mark.parametrize("end", ["ENDS", "###", "- END -", "# # #"])
def test_slogans_with_a_hashtag_below_the_end_are_furniture(end: str, vocabulary: ingest.Vocabulary) -> None:
    """What stands below "ENDS" and ends in a hashtag or handle is for the reader of the page."""
    line = "Do you care? Stand up for a poet today. #StandUp4Poets"
    assert marked(f"{BODY}{end}\n\n{line}", vocabulary) == [line]
    assert marked(f"{BODY}{line}", vocabulary) == []


def test_a_list_of_other_stories_is_furniture_up_to_the_text(vocabulary: ingest.Vocabulary) -> None:
    """Below "Related stories" the headlines go, the text that follows stays."""
    text = f"Related stories\nTwo freed in Lima\nWriter goes on trial\n\n{BODY}"
    assert marked(text, vocabulary) == ["Related stories", "Two freed in Lima", "Writer goes on trial"]


def test_dated_headlines_after_the_text_are_other_stories(vocabulary: ingest.Vocabulary) -> None:
    """Headlines that end in dates of their own would poison the timeline."""
    text = f"{BODY}Two freed in Lima – 4 May 2012\nWriter goes on trial Friday, June 01, 2012"
    assert len(marked(text, vocabulary)) == 2


def test_furniture_glued_to_the_last_paragraph_is_cut_off(vocabulary: ingest.Vocabulary) -> None:
    """Only the sentences that are furniture go."""
    text = BODY.strip() + " Help us with a donation. © 2018 Harbour Rights Group."
    assert marked(text, vocabulary) == ["© 2018 Harbour Rights Group.", "Help us with a donation."][::-1]


def test_a_button_is_cut_off_a_caption(vocabulary: ingest.Vocabulary) -> None:
    """The caption stays, the words of the button go."""
    assert marked("Click to expand Image A guard outside the court in Lima in 2019", vocabulary) == ["Click to expand Image"]


@pytest.mark.parametrize("line", ["← Two freed in Lima | Writer on trial →", "Back to the list ›", "News  Opinion  Sport  Video"])
def test_arrows_and_rows_of_sections_are_navigation(line: str, vocabulary: ingest.Vocabulary) -> None:
    """They lead to other pages."""
    assert marked(f"{BODY}{line}", vocabulary) == [line]
