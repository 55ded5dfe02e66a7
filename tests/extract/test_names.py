"""Mentions of names in sentences."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import pytest
from spacy.tokens import Doc

Read = Callable[..., Doc]


def found(doc: Doc) -> dict[str, str]:
    return {m.name: m.type for m in doc._.mentions}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("She wrote to the Ministry of Mines and Energy.", "Ministry of Mines and Energy", "public_body"),
        ("The Lakeside District Court heard the case.", "Lakeside District Court", "public_body"),
        ("He studied at Blue Nile University for a year.", "Blue Nile University", "organization"),
        ("He is held in Prison No. 7 near the coast.", "Prison No. 7", "place"),
        ("They were fined under the Assemblies Act.", "Assemblies Act", "law"),
        ("This breaks Article 31 of the treaty.", "Article 31", "law"),
        ("The interior ministry denied it.", "interior ministry", "public_body"),
        ("The Peruvian police came at night.", "Peruvian police", "public_body"),
        ("The government of Togo has replied.", "government of Togo", "public_body"),
        ("The UN Special Rapporteur on the right to food spoke.", "UN Special Rapporteur on the right to food", "intergovernmental"),
        ("Many Kurds and Yazidis fled.", "Yazidis", "group"),
        ("The Trade, Ports and Fisheries Department denied it.", "Trade, Ports and Fisheries Department", "public_body"),
        ("The Hill Road Magistrate's court freed him.", "Hill Road Magistrate's court", "public_body"),
        ("She joined the Free Union of Ruritanian Workers in May.", "Free Union of Ruritanian Workers", "organization"),
        ("The National Congress of Trade Unions called a strike.", "National Congress of Trade Unions", "organization"),
        ("This breaks Kenya's constitution.", "Kenya's constitution", "law"),
        ("The Tandala-based radio was closed.", "Tandala", "place"),
        ("They told The Observer that he is well.", "Observer", "organization"),
        ("He flew from Yaounde to Bogota.", "Yaounde", "place"),
        ("The Doctors' Relief Committee protested.", "Doctors' Relief Committee", "organization"),
        ("Officials at the 10th of Ramadan Rehabilitation Centre refused.", "10th of Ramadan Rehabilitation Centre", "place"),
        (
            "The Ministry of Law, Justice and Parliamentary Affairs replied.",
            "Ministry of Law, Justice and Parliamentary Affairs",
            "public_body",
        ),
        (
            "The Department of Labour, Health, and Social Welfare replied.",
            "Department of Labour, Health, and Social Welfare",
            "public_body",
        ),
        ("The Ministry of Justice, Amnesty International and the police met.", "Ministry of Justice", "public_body"),
        ("The Ministry of Foreign Affairs, Egypt and Jordan replied.", "Ministry of Foreign Affairs", "public_body"),
        ("The Anti-Corruption Agency denied it.", "Anti-Corruption Agency", "public_body"),
        ("• Permanent Mission of Peru to the United Nations in Geneva\n", "Permanent Mission of Peru to the United Nations", "public_body"),
        ("• Attorney General and Head of the Public Prosecutor’s Office, Ms. Solis\n", "Public Prosecutor’s Office", "public_body"),
    ],
)
def test_names_by_their_make(read: Read, text: str, name: str, kind: str) -> None:
    """The words of a name tell what it names."""
    assert found(read(text)).get(name) == kind


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("But Kalinga said so. Kalinga, a human rights group, wrote to him.", "Kalinga", "organization"),
        ("The report came from the news website Kalinga.", "Kalinga", "organization"),
        ("A witness, Anila, was cited by the court.", "Anila", "person"),
        ("The court heard the company Rostam Mogadam, who was fined.", "Rostam Mogadam", "person"),
    ],
)
def test_what_stands_around_a_name_tells_its_kind(read: Read, text: str, name: str, kind: str) -> None:
    """An apposition, a noun or a role beside an unknown word decides what it names."""
    assert found(read(text)).get(name) == kind


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Satirist Keyvan Marzdar, who was sentenced to three years in prison, is ill.", "Keyvan Marzdar", "person"),
        (
            "A driver of the Lakeside Bus Company Reza Taleb Mogadam, who was fined, is ill.",
            "Reza Taleb Mogadam",
            "person",
        ),
        ("Members of the Harbour Bus Company Maria Lopez and Peter Brook were fined.", "Harbour Bus Company", "organization"),
        ("The Journalist Protection Fund spoke.", "Journalist Protection Fund", "organization"),
        ("The Simon Wiesenthal Center protested.", "Simon Wiesenthal Center", "organization"),
    ],
)
def test_a_person_right_behind_a_role_or_a_body(read: Read, text: str, name: str, kind: str) -> None:
    """A role in capitals at the front, and a body's name that its head ends, are no part of a person's name; other names stay whole."""
    assert found(read(text)).get(name) == kind


def test_a_line_of_names_and_roles_is_no_headline(read: Read) -> None:
    """Capitals of names alone make no headline."""
    assert "Harbour Surge Network" in found(read("They are:\n\nMaria Novak, Harbour Surge Network spokesperson\n\nPeter Brook"))


def test_a_word_that_opens_the_sentence_is_no_forename(read: Read) -> None:
    """ "Securing X's release" does not name somebody called Securing."""
    doc = read('Maria Novak is ill. "Securing Maria\'s release is urgent," they said.')
    assert not [m.name for m in doc._.mentions if m.name.startswith("Securing")]


def test_a_title_is_no_part_of_the_name(read: Read) -> None:
    """The role stands beside the name."""
    mention = next(m for m in read("Defence lawyer Pavel Sidorov was searched.")._.mentions if m.type == "person")
    assert (mention.name, mention.role) == ("Pavel Sidorov", "Defence lawyer")


def test_role_and_affiliation_after_the_name(read: Read) -> None:
    """ "X, ORG's ROLE" tells the role and the organisation."""
    mentions = read('"It is shameful," said Carla Mendes, Amnesty International\'s regional director.')._.mentions
    mention = next(m for m in mentions if m.name == "Carla Mendes")
    assert mention.affiliation == "Amnesty International"
    assert mention.role is not None
    assert mention.role.endswith("regional director")


@pytest.mark.parametrize("text", ["Human Rights are universal.", "He was freed in March.", "Dear Sir,", "The President spoke."])
def test_no_names(read: Read, text: str) -> None:
    """Titles, months and slogans are no names."""
    assert found(read(text)) == {}


def test_an_adjective_of_nationality_is_no_group(read: Read) -> None:
    """ "Chinese officials" names nobody."""
    assert "group" not in found(read("Chinese officials refused to talk.")).values()


def test_mentions_are_in_order_and_apart(read: Read) -> None:
    """Mentions never overlap."""
    text = "President Paul Kagame met António Guterres of the United Nations in Kigali. Kagame thanked the UN Human Rights Council."
    mentions = read(text)._.mentions
    assert all(a.end <= b.start for a, b in itertools.pairwise(mentions))
    assert len(mentions) >= 5


@pytest.mark.parametrize("headline", ["Norland: Free Ana Petrova", "Stop Harassing Ana Petrova", "Release Ana Petrova"])
def test_a_headline_s_verb_is_no_name(read: Callable[..., Doc], headline: str) -> None:
    """The word that opens a headline, or the part behind its colon, does not become a forename."""
    doc = read(f"{headline}\n\nThe police arrested her in May.", title=headline)
    assert [mention.name for mention in doc._.mentions if mention.type == "person"] == ["Ana Petrova"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("She was freed from Evin prison on bail.", "Evin prison"),
        ("He was taken to Badr 1 prison.", "Badr 1 prison"),
        ("Left Kilo 8 prison on 28 April.", "Kilo 8 prison"),
        ("Charged with contempt. Cuba Sí prison.", "Cuba Sí prison"),
        ("He was seen at Norvik police station.", "Norvik police station"),
        ("She is in the Tavira women's prison.", "Tavira women's prison"),
    ],
)
def test_a_small_noun_ends_the_name_of_a_prison(read: Read, text: str, name: str) -> None:
    """With a number or a known place in it, after a verb that opens the sentence or alone."""
    assert found(read(text)).get(name) == "place"


@pytest.mark.parametrize("text", ["State prison officials said so.", "On Friday prison officials said so.", "A Lima jail burnt."])
def test_what_stands_before_prison_may_name_none(read: Read, text: str) -> None:
    """A word of state, a weekday and a place with "a" name no one prison."""
    assert not any(name.endswith(("prison", "jail")) for name in found(read(text)))


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Later he was held at Villa Marosa.", "Villa Marosa", "place"),
        ("He died in Mai Selwa, where she had been held.", "Mai Selwa", "place"),
        ("They met at the church of Santa Rosa in Lima.", "church of Santa Rosa", "place"),
        ("A monk of Wonpo Monastery called Samdrup is ill.", "Samdrup", "person"),
        ("Her husband’s wife, Zelal, said so.", "Zelal", "person"),
        ("The new president, Bashar, lifted it.", "Bashar", "person"),
        ("The brothers Ernesto and Raidel Fonseca spoke.", "Ernesto Fonseca", "person"),
        ("Two brothers, Hassan and Idris Onur, were kept.", "Hassan Onur", "person"),
        ("She received the Silk Road Prize for Courage.", "Silk Road Prize for Courage", "work"),
        ("It is last in the 2022 Press Liberty Index.", "Press Liberty Index", "work"),
        ("Ernesto is held by State Security in Lima.", "State Security", "public_body"),
    ],
)
def test_what_unknown_names_are(read: Read, text: str, name: str, kind: str) -> None:
    """Where somebody is held, what the noun before "called" is, and the kin that share a surname tell it."""
    assert found(read(text)).get(name) == kind


def test_headlines_have_verbs_and_numbers(read: Read) -> None:
    """A plural title before a verb in capitals, and a number behind a word, make no person."""
    doc = read("Chairs Condemn Sentencing of Publisher, Mark Sixth Anniversary of Massacre\n\nThey spoke.\n")
    assert "person" not in found(doc).values()


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("According to Release Horn, a human rights group, it burnt.", "Release Horn", "organization"),
        ("“No,” said Representative Castaneda. She left.", "Castaneda", "person"),
        ("By SELIN AKTAS\nMay 3, 2019\n\nThe court sat.\n", "SELIN AKTAS", "person"),
        ("The National Guard came at night.", "National Guard", "public_body"),
    ],
)
def test_where_names_begin(read: Read, text: str, name: str, kind: str) -> None:
    """An organisation's with all its capitals, a person's behind the office."""
    assert found(read(text)).get(name) == kind


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("He is from the Kurdish minority.", "Kurdish minority", "group"),
        ("The ASEAN special envoy should not leave.", "ASEAN special envoy", "intergovernmental"),
        ("We urge Secretary of State Antony Blinkov to raise it.", "Antony Blinkov", "person"),
        ("Minister of Justice Ada Blinkov replied.", "Ada Blinkov", "person"),
        ("Text\n\nHelen Marchbanks\nSaturday 13 March 2021\n\nThe text begins.", "Helen Marchbanks", "person"),
        ("(NAIROBI)—Senator Paul Brook spoke.", "Paul Brook", "person"),
    ],
)
def test_peoples_envoys_and_officers(read: Read, text: str, name: str, kind: str) -> None:
    """With the noun for a people or an envoy; without the portfolio of an office, or a dateline's dash."""
    assert found(read(text)).get(name) == kind


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The lawyer of the Colectivo Abogados del Sur spoke.", "Colectivo Abogados del Sur", "organization"),
        ("A journalist with Radio Altyn was fined.", "Radio Altyn", "organization"),
        ("Amnesty International Kenya protested.", "Amnesty International Kenya", "organization"),
        ("The Law Society of Kenya and Defenders Coalition met.", "Defenders Coalition", "organization"),
        ("She belongs to Mothers of Victims of Norvik.", "Mothers of Victims of Norvik", "organization"),
        ("He is charged under the Computer Misuse and Cybercrimes Act.", "Computer Misuse and Cybercrimes Act", "law"),
        ("Inspector General Japhet Koome denied it.", "Japhet Koome", "person"),
        ("Mr. MENENDEZ submitted it.", "MENENDEZ", "person"),
        ("They were held by the Gendarmerie at Norvik Camp.", "Gendarmerie", "public_body"),
        ("It was made with the help of Avocats Sans Chaînes.", "Avocats Sans Chaînes", "organization"),
        ("Memorial's Oleg Sidorenko wrote it.", "Memorial", "organization"),
        ("His book, Letters from Vorkuta, was banned.", "Letters from Vorkuta", "work"),
        (
            "Independent Ports Oversight Authority (IPOA) chairperson Anne Brook left.",
            "Independent Ports Oversight Authority",
            "public_body",
        ),
        (
            "Mandates of the Special Rapporteur on the right to food and the Special Rapporteur on minority issues",
            "Special Rapporteur on the right to food",
            "intergovernmental",
        ),
    ],
)
def test_names_of_other_makes(read: Read, text: str, name: str, kind: str) -> None:
    """Foreign nouns, sections in a state, two bodies with "and", offices of two words."""
    assert found(read(text)).get(name) == kind


@pytest.mark.parametrize(
    "text", ["Citizens of Kenya protested.", "It fell after Norvik Principal Magistrate Anne Brook left.", "Ref.: AL NRL 3/2021"]
)
def test_what_names_nobody(read: Read, text: str) -> None:
    """The many of a state, a magistrate before a name, and the code of a letter."""
    assert not {"organization", "public_body"} & set(found(read(text)).values())
    assert "AL NRL" not in found(read(text))
