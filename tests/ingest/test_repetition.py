"""Furniture by repetition: the frame of a site is found, its stories are not."""

from __future__ import annotations

import random

from hrcli import ingest
from hrcli.ingest import blocks
from hrcli.ingest.repetition import Repetition, find, plain, site

TOP = ["Skip to the main part", "Harbour Rights Watch", "Our campaigns | Country pages | Shop", "Deutsch / Español / Français"]
BOTTOM = [
    "Keep reading",
    "Your gift of ten dollars lets us send a lawyer to a prison. Please give what you can today and help our work go on.",
    "Iran and torture, women, prisons",
    "Registered charity 1093781, 5 Pier Street, Northport",
    "Made with care in Northport",
]
PLACES = ["Lima", "Baku", "Hanoi", "Cairo", "Harare", "Minsk", "Dhaka", "Quito", "Lomé", "Tunis"]
WHO = ["a teacher", "two nurses", "the editor of a weekly", "a union leader", "four students", "a priest"]
WHAT = ["arrested at dawn", "beaten in a police station", "sentenced to six years", "shot at a road block", "barred from travelling"]
CLAIM = "Harbour Rights Watch calls on the government to respect its obligations under international law and to free all prisoners."
SLOGAN = "Free them now!"


def story(n: int) -> list[str]:
    """The title, dateline and paragraphs of one story; all end with the same claim and slogan."""
    rng = random.Random(n)
    where, who, what = rng.choice(PLACES), rng.choice(WHO), rng.choice(WHAT)
    return [
        f"{where}: {who} {what} in {rng.choice(['week', 'month'])} {n} of the crackdown",
        f"{where}, {1 + n % 28} March 2011",
        f"Police in {where} have confirmed that {who} was {what} after a night of protests near {rng.choice(['port', 'market'])} {n}a.",
        f"Witnesses from {where} told us that {rng.choice(PLACES)} had seen nothing like it in its {n}x long years of emergency law.",
        "Background",
        f"The story of {who} who was {what} in {where} began when the {rng.choice(PLACES)} law was passed by decree {n}y.",
        CLAIM,
        SLOGAN,
    ]


def pages(count: int = 30) -> list[tuple[list[str], list[str]]]:
    """Pages of one site: all of their lines, and those of the story."""
    return [([*TOP, *story(n), *BOTTOM], story(n)) for n in range(count)]


def marked(lines: list[str], seen: Repetition, vocabulary: ingest.Vocabulary) -> list[str]:
    text = "\n".join(lines)
    return [text[mark.start : mark.end] for mark in find(blocks.split(text), "harbour.example", seen, vocabulary)]


def counted(every: list[list[str]]) -> Repetition:
    seen = Repetition()
    for lines in every:
        seen.add("harbour.example", lines)
    return seen


def test_the_frame_of_thirty_pages_is_found_and_no_line_of_a_story(vocabulary: ingest.Vocabulary) -> None:
    """Menu, footer, appeal and tags around different stories: all of them, and not the claim and slogan that all stories end with."""
    every = pages()
    seen = counted([lines for lines, _ in every])
    for lines, _ in every:
        assert marked(lines, seen, vocabulary) == [*TOP, *BOTTOM]


def test_two_pages_prove_nothing(vocabulary: ingest.Vocabulary) -> None:
    """What stands on two pages only may be a quotation."""
    every = pages(2)
    assert marked(every[0][0], counted([lines for lines, _ in every]), vocabulary) == []


def test_copies_of_one_page_prove_nothing(vocabulary: ingest.Vocabulary) -> None:
    """The same statement saved five times, or with one new paragraph, is no frame."""
    lines = pages(1)[0][0]
    versions = [
        [*lines, f"Update number {'x' * n}: the prisoners have been moved to another town, as their families tell us."] for n in range(5)
    ]
    assert marked(lines, counted([lines] * 5), vocabulary) == []
    assert marked(versions[0], counted(versions), vocabulary) == []


def test_lines_are_counted_for_their_site_alone() -> None:
    """Other sites do not count, nor does a line that fills a page."""
    seen = Repetition()
    for n in range(3):
        seen.add("a.example", ["Sign in", f"story {'x' * n}", *["He was released."] * 3])
        seen.add(f"{n}.example", ["Log out"])
    assert seen.repeated("a.example", "SIGN  in")
    assert not seen.repeated("b.example", "Sign in")
    assert not seen.repeated("a.example", "He was released.")
    assert not seen.repeated("0.example", "Log out")


def test_lines_compare_without_case_numbers_and_white_space() -> None:
    """A counter of visits is the same line on every page."""
    assert plain("Visits:\u00a0 1,204") == plain("VISITS: 7,3")


def test_memory_is_bounded_and_the_frame_survives() -> None:
    """However many pages come, only so many lines are kept, and the frame's are among them."""
    seen = Repetition(most=500)
    for n in range(400):
        seen.add("a.example", ["Sign in", *(f"a line {'x' * i} of story {'y' * n}" for i in range(20))])
        assert len(seen) <= 500
    assert seen.repeated("a.example", "Sign in")


def test_headings_within_a_text_stay_and_rows_of_links_go(vocabulary: ingest.Vocabulary) -> None:
    """A short line before text may be a heading; those above it in a row are links."""
    every = [[*story(n)[:4], "Share this", "Print this page", *story(n)[4:]] for n in range(5)]
    assert marked(every[0], counted(every), vocabulary) == ["Share this", "Print this page"]


def test_contacts_and_signatories_stay(vocabulary: ingest.Vocabulary) -> None:
    """Who signed and whom to ring is told by lines that every release of an organisation has."""
    tail = ["Harbour Rights Watch", "Lawyers' Committee of Northport", "Media contacts", "Ana Lopez, +51 1 555 0100"]
    every = [[*story(n)[:-1], *tail, "Made with care in Northport"] for n in range(5)]
    assert marked(every[0], counted(every), vocabulary) == ["Made with care in Northport"]


def test_the_site_is_the_host_or_the_folder() -> None:
    """Pages of one host belong together, and files of one folder or archive."""
    assert site("a/b.html", "https://www.harbour.example/x") == "harbour.example"
    assert site("saved/2009/a.txt") == site("saved/2009/b.txt") == "saved/2009"
    assert site("reports.zip!/a.html") == "reports.zip!"
