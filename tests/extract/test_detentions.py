"""detentions.py: who is detained, released, missing, and who is not."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from hrcli.extract.detentions import find

Read = Callable[..., Doc]


def people(doc: Doc) -> dict[str | int | None, str]:
    """Name or count -> status."""
    return {found.name or found.count: found.status for found in find(doc)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police arrested Karim Saleh at his home.", {"Karim Saleh": "arrested"}),
        ("Karim Saleh was arrested at his home.", {"Karim Saleh": "arrested"}),
        ("The arrest of Karim Saleh drew protests.", {"Karim Saleh": "arrested"}),
        ("Karim Saleh's arrest drew protests.", {"Karim Saleh": "arrested"}),
        ("Friends of the jailed writer Karim Saleh met.", {"Karim Saleh": "imprisoned"}),
        ("The group demanded the release of Karim Saleh.", {"Karim Saleh": "detained"}),
        ("Karim Saleh was released on Friday.", {"Karim Saleh": "released"}),
        ("Karim Saleh has been missing since May 2019.", {"Karim Saleh": "disappeared"}),
        ("Karim Saleh died in custody on 3 May 2019.", {"Karim Saleh": "died_in_custody"}),
        ("Karim Saleh has been under house arrest since May 2019.", {"Karim Saleh": "house_arrest"}),
    ],
)
def test_constructions(text: str, expected: dict[str, str], read: Read) -> None:
    """Active, passive, noun, owner, participle and state all lead to the person."""
    assert people(read(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Police did not arrest Karim Saleh.",
        "Officials denied that Karim Saleh had been detained.",
        "Karim Saleh could be jailed for ten years.",
        "Protesters called for the arrest of Karim Saleh.",
        "The group released a statement about Karim Saleh.",
        "Karim Saleh spoke about political prisoners.",
        "Karim Saleh's brother was arrested.",
    ],
)
def test_others_are_not_detained(text: str, read: Read) -> None:
    """Negation, doubt, threats, other senses and other people make no record."""
    assert "Karim Saleh" not in people(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "In a letter to Karim Saleh released on Friday, the groups asked for talks.",
        "The report on Karim Saleh released last week was long.",
        "Information about Karim Saleh should be released in the public interest.",
        "A video released by Karim Saleh showed the square.",
        "Karim Saleh celebrated her album release in Oran.",
        "Karim Saleh's new film was released in 2019.",
        "Talks between Karim Saleh and Omar Haddad were held in Oran.",
        "Karim Saleh held several meetings in Oran.",
        "A vigil for Karim Saleh was held in Oran.",
        "Karim Saleh was held accountable by voters.",
        "Karim Saleh was charged with the task of reform.",
        "The fund charged Karim Saleh a fee of ten dollars.",
        "Karim Saleh has tried everything.",
        "Karim Saleh was missing the point.",
        "Documents about Karim Saleh are missing.",
        "Karim Saleh's book disappeared from shops.",
        "Officer Karim Saleh arrested 35 people.",
        "Judge Karim Saleh sentenced 35 people to two years in prison.",
        "The navy detained a vessel owned by Karim Saleh.",
        "Karim Saleh captured the port in 2011.",
        "Karim Saleh served two years as minister.",
        "Karim Saleh was killed by police at a protest.",
        "The body of Karim Saleh was released to the family.",
        "A poet who called for President Karim Saleh to step down has been charged with sedition.",
        "A poet who insulted President Karim Saleh has been jailed for two years.",
        "A man accused of insulting President Karim Saleh was arrested.",
        "Three men suspected of killing Karim Saleh were arrested.",
        "The parents met Karim Saleh in an effort to find their daughter who is still missing.",
        "The suspect in the murder of journalist Karim Saleh was released on bail.",
    ],
)
def test_things_and_doers_are_not_detained(text: str, read: Read) -> None:
    """What is done to a text, a meeting or a ship, or by somebody, is not done to the person beside it."""
    assert "Karim Saleh" not in people(read(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army released the journalist Karim Saleh and 14 others.", {"Karim Saleh": "released", 14: "released"}),
        ("In a letter released on Friday, the groups asked the king to free Karim Saleh.", {"Karim Saleh": "detained"}),
        ("The wife of Karim Saleh, who was arrested in May, spoke.", {"Karim Saleh": "arrested"}),
        ("Karim Saleh and his brother were arrested.", {"Karim Saleh": "arrested"}),
        ("Friends who say Karim Saleh was arrested wrote a letter.", {"Karim Saleh": "arrested"}),
    ],
)
def test_people_beside_things_are_detained(text: str, expected: dict[str | int, str], read: Read) -> None:
    """An article after the verb, a letter in the sentence or a relative clause hide nobody."""
    assert people(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "count", "group"),
    [
        ("At least 17 remain missing.", 17, None),
        ("A total of 39 individuals were detained.", 39, "individuals"),
        ("Police arrested six of them.", 6, None),
        ("Two of his neighbours were arrested.", 2, "neighbours"),
        ("Soldiers detained nearly 200 more people.", 200, "people"),
        ("Eleven other farm workers were arrested.", 11, "farm workers"),
    ],
)
def test_a_group_is_its_noun(text: str, count: int, group: str | None, read: Read) -> None:
    """The group of a count is the noun phrase without number and quantifiers, nothing where no noun stands."""
    assert [(found.count, found.group) for found in find(read(text))] == [(count, group)]


def test_coordinated_people(read: Read) -> None:
    """Everybody in a list of names is a patient, as is the group that ends it."""
    doc = read("Police arrested Samuel Wanjiru, Grace Atieno and 14 others in Nairobi.")
    assert people(doc) == {"Samuel Wanjiru": "arrested", "Grace Atieno": "arrested", 14: "arrested"}


def test_counted_groups(read: Read) -> None:
    """A count is a record of its own, a vague group is none."""
    assert people(read("Soldiers detained 35 people. Many activists were arrested.")) == {35: "detained"}


def test_the_two_are_those_named_before(read: Read) -> None:
    """A count that speaks of named people again adds to their records."""
    doc = read("Ali Khan and Omar Daud were seized on 4 June 2019. The two were released in August 2019.")
    assert people(doc) == {"Ali Khan": "released", "Omar Daud": "released"}


def test_one_record_with_all_facts(read: Read) -> None:
    """What several sentences tell of one person is merged, with the evidence of each field."""
    (found,) = find(
        read(
            "The blogger Karim Saleh was arrested in Oran on 3 May 2019. "
            'On 4 June 2020 a court sentenced Karim Saleh to nine years in prison for "insulting the state". Saleh was tortured.'
        )
    )
    assert (found.status, found.date, found.sentence, found.charge) == ("imprisoned", "2019-05-03", "P9Y", "insulting the state")
    assert (found.place, found.occupation, found.allegations) == ("Oran", "blogger", ["torture"])
    assert {"charge", "sentence", "place", "occupation"} <= found.fields.keys()


def test_a_suspended_sentence_is_not_served(read: Read) -> None:
    """Whoever gets a suspended sentence is sentenced, not imprisoned."""
    assert people(read("Karim Saleh received a suspended sentence of two years.")) == {"Karim Saleh": "sentenced"}


@pytest.mark.parametrize(
    ("text", "law"),
    [
        ("Karim Saleh was charged with fraud under Article 12 of the Penal Code.", "Article 12 of the Penal Code"),
        ("Karim Saleh was tried for sedition under section 31-B.", "section 31-B"),
        ("A court jailed Karim Saleh for a poem under articles 7 and 18 of the press law.", "articles 7 and 18 of the press law"),
        ("Karim Saleh was charged with fraud. Article 12 of the Penal Code is old.", None),
    ],
)
def test_the_law_of_a_charge(text: str, law: str | None, read: Read) -> None:
    """The article of law is read from the sentence that tells of the charge, with its statute."""
    assert [found.law for found in find(read(text))] == [law]


def test_members_of_a_list_share_its_date(read: Read) -> None:
    """Whoever is seized by the same words as a person whose date is known was seized on that date."""
    doc = read("Karim Saleh was arrested on 3 May 2021. The arrest of Karim Saleh and Grace Atieno drew protests.")
    assert {(f.name, f.date) for f in find(doc)} == {("Karim Saleh", "2021-05-03"), ("Grace Atieno", "2021-05-03")}


def test_an_age_is_no_count(read: Read) -> None:
    """A number between a name and a home is the age of that person."""
    assert people(read("Karim Saleh, 22, of Oran was arraigned on Tuesday.")) == {"Karim Saleh": "charged"}


def test_a_date_that_says_which_is_no_date_of_arrest(read: Read) -> None:
    """ "The 2018 law" dates the law."""
    assert [f.date for f in find(read("Police arrested 90 people at protests against the 2018 law on fees."))] == [None]


def test_lists_under_an_introduction(read: Read) -> None:
    """The people listed under a line are patients of its verb, with its date."""
    doc = read("The following lawyers were arrested on 3 May 2021:\n- Karim Saleh, Oran\n- Grace Atieno, Nairobi\n")
    assert {(f.name, f.date) for f in find(doc)} == {("Karim Saleh", "2021-05-03"), ("Grace Atieno", "2021-05-03")}


def test_entries_in_fragments(read: Read) -> None:
    """An entry of a prisoner list needs no verbs."""
    doc = read('1. Karim Saleh, male, 39, teacher. Detained 8 August 2014; charge: "sedition"; 15 years; Oran Central Prison.')
    (found,) = find(doc)
    assert (found.name, found.status, found.charge, found.sentence) == ("Karim Saleh", "imprisoned", "sedition", "P15Y")
    assert found.place == "Oran Central Prison"


def test_spans_lie_in_the_document(read: Read) -> None:
    """Every span of a finding is a non-empty stretch of tokens of its Doc."""
    doc = read("Police in Oran arrested the writer Karim Saleh on 3 May 2019 for a poem. The writer died in custody.")
    spans = [span for found in find(doc) for span in [*found.spans, *(s for where in found.fields.values() for s in where)]]
    assert spans
    assert all(0 <= start < end <= len(doc) for start, end in spans)


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("Karim Saleh, a lawyer with the Amity Rights Centre, was arrested on 3 May 2019.", "Amity Rights Centre"),
        ("The Amity Rights Centre (ARC) wrote on Friday. Karim Saleh of ARC was arrested on 3 May 2019.", "ARC"),
    ],
)
def test_affiliation_is_quoted_by_the_name_of_the_body(text: str, quoted: str, read: Read) -> None:
    """The evidence of whom somebody belongs to is the name of the body beside the person's, not the person's."""
    doc = read(text)
    (found,) = find(doc)
    (span,) = found.fields["affiliation"]
    assert found.affiliation == "Amity Rights Centre"
    assert quoted in doc[slice(*span)].text
    assert "Saleh" not in doc[slice(*span)].text
