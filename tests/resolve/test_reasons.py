"""Why records were joined, and which ones nearly were."""

from __future__ import annotations

from made import analysis, case, document, entity

from hrcli.resolve import Corpus, join


def reasons(corpus: Corpus) -> list[str]:
    """Why the records of a corpus were joined, those on little evidence marked."""
    return sorted(f"{reason.why}{' (weak)' if reason.weak else ''}" for reason in corpus.reasons)


def two(one: object, other: object, *, dates: tuple[str | None, str | None] = (None, None)) -> Corpus:
    """The corpus of two documents that say one thing each."""
    return join([analysis(document("a", date=dates[0]), one), analysis(document("b", date=dates[1]), other)])


def test_a_join_says_what_speaks_for_it() -> None:
    """The reason names the name and what else agrees."""
    one = entity("a", "Ngozi Okoye", affiliations=["Delta Forum"], roles=["lawyer"])
    assert reasons(two(one, entity("b", "Ngozi Okoye", affiliations=["Delta Forum"], roles=["lawyer"]))) == [
        "the same name; the same role: lawyer; both of Delta Forum"
    ]


def test_a_row_has_one_reason_less_than_records() -> None:
    """Reasons grow with the records, not with their pairs."""
    corpus = join(analysis(document(f"d{i}"), entity(f"d{i}", "Ngozi Okoye")) for i in range(20))
    assert (len(corpus.entities), len(corpus.reasons)) == (1, 19)


def test_a_common_name_alone_is_weak_evidence() -> None:
    """Two short words, a surname among them, are many people's name."""
    assert reasons(two(entity("a", "Wang Wei"), entity("b", "Wang Wei"))) == ["the same name (weak)"]


def test_bodies_have_reasons_too() -> None:
    """Governments, ministries with their country and abbreviations say what joined them."""
    assert reasons(two(entity("a", "Hanoi", "public_body"), entity("b", "Vietnamese government", "public_body"))) == [
        "the government of VN"
    ]
    ministry = entity("a", "Kenyan Ministry of Health", "public_body")
    assert reasons(two(ministry, entity("b", "Ministry of Health", "public_body", country="KE"))) == ["the same name, of KE"]
    network = entity("a", "Rivers International Network", "organization", aliases=["RIN"])
    assert reasons(two(network, entity("b", "RIN", "organization"))) == ["the abbreviation RIN"]


def test_a_case_is_joined_to_the_person_of_its_document() -> None:
    """A detention and the person whom its document names are one, and the reason says so."""
    corpus = join([analysis(document("a"), entity("a", "Ngozi Okoye"), case("a", "Okoye"))])
    assert reasons(corpus) == []
    assert reasons(join([analysis(document("a"), entity("a", "Ngozi Okoye"), case("a", "Ngozi Okoye"))])) == ["named in the same document"]


def test_namesakes_who_were_nearly_joined_are_doubts() -> None:
    """A pair that just missed is noted with what spoke against it."""
    one, other = entity("a", "Li Jing", roles=["factory worker"]), entity("b", "Li Jing", roles=["state prosecutor"])
    corpus = two(one, other, dates=("1994", "2012"))
    assert [doubt.why for doubt in corpus.doubts] == ["the same name; other roles; documents 18 years apart"]


def test_a_surname_of_its_time_is_a_doubt() -> None:
    """A bare surname joins nobody; that of the one bearer of the year is noted."""
    corpus = two(entity("a", "Porter"), entity("b", "Anna Porter"), dates=("2009", "2009"))
    assert [doubt.why for doubt in corpus.doubts] == ["the surname of one bearer at that time"]


def test_every_record_leads_to_its_row() -> None:
    """From the id of any record of any document one comes to the row that it is part of."""
    corpus = two(entity("a", "Ngozi Okoye", id_="1"), entity("b", "Ngozi Okoye", id_="2"))
    assert corpus.rows == {"1": corpus.entities[0].id, "2": corpus.entities[0].id}
