"""Demands: the actions, who asks, of whom, for whom, and what is no demand."""

from collections.abc import Callable

import pytest

from hrcli.records import Demand, DocumentAnalysis

Analyze = Callable[..., DocumentAnalysis]


def demands(analyze: Analyze, text: str, **metadata: str) -> list[Demand]:
    return analyze(text, publisher="River Watch", **metadata).demands


def heads(found: list[Demand]) -> list[str]:
    return [demand.action.split()[0] for demand in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The government should release the nuns, drop the charges and allow visits.", ["release", "drop", "allow"]),
        ("We urge Chad to free the editor and to pay him compensation.", ["free", "pay"]),
        ("The union demanded the immediate release of the drivers.", ["release"]),
        ("The editors called for an independent investigation into the fire.", ["investigation"]),
        ("Relatives called for the sentence to be annulled.", ["be"]),
        ("The committee recommended that Chad abolish the tax.", ["abolish"]),
        ("The police need to leave the village.", ["leave"]),
        ("It is time for Chad to open its prisons.", ["open"]),
        ("Those steps should include closing the camp and compensating the farmers.", ["closing", "compensating"]),
        ("The court must try the guards, free the nuns and pay them damages.", ["try", "free", "pay"]),
        ("It is critical that the ministry publish the list.", ["publish"]),
        ("The farmers have demanded to know why he is held.", ["know"]),
        ("The union denounced an attempt to silence and intimidate its members.", []),
    ],
)
def test_actions(analyze: Analyze, text: str, expected: list[str]) -> None:
    """Each coordinated action is a record that starts at its head."""
    assert heads(demands(analyze, text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "He must have been tired.",
        "Should the court refuse, they will appeal.",
        "Should the government release him?",
        "The minister should have known the truth.",
        "Please see our website for more information.",
        "The ministry released a statement.",
        "The officer declined a request for comment.",
        "Food was in demand and the phone call was cut.",
        "We must do more ourselves.",
        "The farmers had to flee.",
        "The union has to date received no answer.",
        "It is crucial that we remain calm.",
        "This book encourages us to grow.",
        "Nuns pray in the chapel of the town (Photo Agency).",
    ],
)
def test_no_demand(analyze: Analyze, text: str) -> None:
    """Words of asking that ask for nothing give no record."""
    assert demands(analyze, text) == []


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("Chad must not deport the family.", "refrain"),
        ("Chad should refrain from deporting the family.", "refrain"),
        ("No state should deport the family.", "refrain"),
        ("Chad should stop deporting families.", "do"),
    ],
)
def test_polarity(analyze: Analyze, text: str, polarity: str) -> None:
    """Bans and what is to be avoided are `refrain`; stopping an abuse is `do`."""
    assert [demand.polarity for demand in demands(analyze, text)] == [polarity]


def test_own_voice_is_the_publishers(analyze: Analyze) -> None:
    """A demand in the document's own voice has the publisher as its source and is not reported."""
    (found,) = demands(analyze, "Norway should raise the case in Geneva.")
    assert (found.source.name, found.source.organization, found.reported) == ("River Watch", "River Watch", False)
    assert found.targets == ["Norway"]


def test_quoted_demand_is_the_speakers(analyze: Analyze) -> None:
    """A demand inside quotation marks is the speaker's."""
    (found,) = demands(analyze, "“The court must review the case,” said Ana Flores.")
    assert (found.source.name, found.reported) == ("Ana Flores", True)


def test_subject_and_object_of_asking(analyze: Analyze) -> None:
    """Who asks is the subject of the asking verb, who is asked its object."""
    (found,) = demands(analyze, "Human Rights Watch urged Norway to raise the case.")
    assert (found.source.name, found.targets) == ("Human Rights Watch", ["Norway"])


def test_inline_list(analyze: Analyze) -> None:
    """Numbered items that run on in one paragraph are demands of the verb that introduces them."""
    found = demands(analyze, "River Watch calls on Norway to: 1. Raise the case in Geneva. 2. Meet the families.")
    assert heads(found) == ["Raise", "Meet"]
    assert all(demand.targets == ["Norway"] for demand in found)


def test_addressed_list(analyze: Analyze) -> None:
    """A heading below "Recommendations" says whom the items ask."""
    found = demands(analyze, "Recommendations\n\nTo the European Union:\n\n- Send monitors to the trial;\n\n- Suspend the agreement.")
    assert heads(found) == ["Send", "Suspend"]
    assert all(demand.targets == ["European Union"] for demand in found)


def test_review_list(analyze: Analyze) -> None:
    """A recommendation of a review is made by the states in brackets, to the state under review."""
    found = demands(analyze, "Chad supports the recommendations below:\n\n3.1 Ratify the Convention (Spain);")
    assert [(d.source.name, d.targets, d.action) for d in found] == [("Spain", ["Chad"], "Ratify the Convention")]


def test_headline(analyze: Analyze) -> None:
    """A headline's imperatives ask the country before the colon."""
    title = "Norway: Free Three Fishermen, Drop Charges"
    found = demands(analyze, f"{title}\n\nIt rained in Oslo.", title=title)
    assert heads(found) == ["Free", "Drop"]
    assert found[0].targets == ["Norway"]


def test_letter(analyze: Analyze) -> None:
    """ "You" in a letter is the one whom it greets."""
    found = demands(analyze, "Dear Prime Minister,\n\nWe urge you to raise the case.\n\nYours sincerely,\n\nRiver Watch")
    assert [(d.source.name, d.targets) for d in found] == [("River Watch", ["Prime Minister"])]


def test_person_for_whom_it_is_asked(analyze: Analyze) -> None:
    """A person named in the action is one for whom it is asked, and never the one asked."""
    (found,) = demands(analyze, "Norway should release Ana Flores.")
    assert (found.people, found.targets) == (["Ana Flores"], ["Norway"])


def test_nested_demand(analyze: Analyze) -> None:
    """A request inside another one is marked as such."""
    outer, inner = demands(analyze, "Norway should press Chad to release Ana Flores.")
    assert outer.nested_in is None
    assert inner.nested_in == outer.id


def test_nobody_is_a_thing_asked_for(analyze: Analyze) -> None:
    """Those asked before a list are no action of their own."""
    found = demands(analyze, "The union urges the Chadian authorities to:\n\n- Free the nuns;\n- Reopen the mine.")
    assert heads(found) == ["Free", "Reopen"]


def test_second_one_asked(analyze: Analyze) -> None:
    """ "And on Y to ..." asks somebody else."""
    found = demands(analyze, "The union called on Norway to raise the case, and on Sweden to receive the family.")
    assert [(d.action.split()[0], d.targets) for d in found] == [("raise", ["Norway"]), ("receive", ["Sweden"])]


def test_coordinated_subjects(analyze: Analyze) -> None:
    """All those in a coordinated subject are asked."""
    (found,) = demands(analyze, "Kenya and Uganda must speak out.")
    assert found.targets == ["Kenya", "Uganda"]


def test_agent_of_a_passive(analyze: Analyze) -> None:
    """Who is named behind the "by" of a passive is asked."""
    (found,) = demands(analyze, "The fine must be paid by the government.")
    assert found.targets == ["government"]


@pytest.mark.parametrize(
    ("item", "head"),
    [
        ("A - 109.1. To establish a commission (Nepal);", "establish"),
        ("109.2 Strengthening the courts (Nepal);", "Strengthening"),
        ("109.3 That the Government free the editor (Nepal);", "free"),
        ("109.4 Not to deport refugees (Nepal);", "deport"),
        ("109.5 Repeal the law (Nepal); Source of position: A/HRC/30/3", "Repeal"),
    ],
)
def test_forms_of_review_items(analyze: Analyze, item: str, head: str) -> None:
    """Recommendations of a review come in infinitives, gerunds and clauses, to the state that the heading names."""
    (found,) = demands(analyze, f"Universal Periodic Review of Chad\n\n{item}")
    assert (found.action.split()[0], found.source.name, found.targets) == (head, "Nepal", ["Chad"])


def test_several_recommending_states(analyze: Analyze) -> None:
    """Several states make one recommendation; the first of them stands as its organisation."""
    (found,) = demands(analyze, "Universal Periodic Review of Chad\n\n3.1 Repeal the law (Peru, Trinidad and Tobago);")
    assert (found.source.name, found.source.organization) == ("Peru, Trinidad and Tobago", "Peru")


def test_gerunds_below_recommendations(analyze: Analyze) -> None:
    """Lines in gerunds below a lead are demands, also without bullets."""
    text = "River Watch makes the following recommendations to the Government of Laos:\n\nClosing the camp;\nFreeing the editor."
    assert heads(demands(analyze, text)) == ["Closing", "Freeing"]


def test_signatories(analyze: Analyze) -> None:
    """The writers of a letter without a publisher are those who sign it."""
    text = "Dear Minister,\n\nWe urge you to free the editor.\n\nYours sincerely,\n\nLake League\nHouse of Writers – Peru\n"
    (found,) = analyze(text).demands
    assert (found.source.name, found.source.organization) == ("Lake League, House of Writers", "Lake League")


def test_urgent_action_bullets(analyze: Analyze) -> None:
    """ "Them" in the bullets of an urgent action are the authorities asked before."""
    text = "Please write immediately:\n* Calling on the police to find the fishermen;\n* Urging them to inform the families."
    found = demands(analyze, text)
    assert heads(found) == ["find", "inform"]
    assert all(demand.targets == ["police"] for demand in found)


def test_headline_without_verb_form(analyze: Analyze) -> None:
    """A headline's verb that could be a noun has its subject as the source."""
    found = analyze("Bishop calls for release of nuns", title="Bishop calls for release of nuns").demands
    assert [demand.source.name for demand in found] == ["Bishop"]


def test_action_ends_before_the_next_subject(analyze: Analyze) -> None:
    """An action ends before the conjunction that begins the next clause."""
    found = demands(analyze, "The nuns should be freed and the mine must be closed.")
    assert [demand.action for demand in found] == ["be freed", "be closed"]


LIST = (
    "Universal Periodic Review\n\nChad\n\nII. Recommendations\n\n108. The following recommendations enjoy the support of Chad:\n\n108.1 {};"
)


@pytest.mark.parametrize(
    ("item", "action"),
    [
        ("Strengthen measures against fires (Peru)", "Strengthen measures against fires"),
        ("Redouble its work with fishermen (Fiji)", "Redouble its work with fishermen"),
        ("Training of judges in the law of the sea (Peru)", "Training of judges in the law of the sea"),
        ("That the two harbours be opened (Peru)", "be opened"),
        ("Sign the Optional Protocol (OPCAT) (Peru)", "Sign the Optional Protocol"),
        ("Raise the age of consent (Trinidad & Tobago)", "Raise the age of consent"),
        ("We would ask Chad to open the harbour (Peru)", "open the harbour"),
    ],
)
def test_recommendations_in_every_form(analyze: Analyze, item: str, action: str) -> None:
    """What states in brackets recommend is found whatever its form, and without the brackets."""
    (found,) = demands(analyze, LIST.format(item))
    assert found.action == action
    assert found.source.name in {"Peru", "Fiji", "Trinidad & Tobago"}
    assert found.targets == ["Chad"]


@pytest.mark.parametrize(
    "text",
    [
        "The harvest should recover by autumn.",
        "Demand for rice has risen since the flood.",
        "The agreement calls for Chad to pay twice as much for gas.",
        "His father asked him to study law.",
        "The bakers answered the call for prayer.",
        "Under the law, anyone who prints a newspaper must register with the council.",
        "The permit must be renewed every year.",
        "The minister would push new legislation through parliament to help the police.",
        "The poet was invited by the king to return to Chad in 1981.",
        "Rebels press their campaign to disrupt the harvest.",
        "The report should not be construed as endorsed by the committee.",
    ],
)
def test_narrative_with_words_of_asking(analyze: Analyze, text: str) -> None:
    """Forecasts, markets, agreements, families, laws described and invitations ask nothing."""
    assert demands(analyze, text) == []


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("The committee asked Chad to free Ana Petrova and Omar Dabo, and to quash the former's conviction.", ["Ana Petrova"]),
        (
            "Omar Dabo was arrested in May. His wife, Ana Petrova, spoke on Friday. She begged the authorities to free her husband.",
            ["Omar Dabo"],
        ),
        ("“My husband must come home,” said his wife Ana Petrova. Omar Dabo was arrested in May.", []),
        ("Critics spoke of Omar Dabo's trial and have called for his release.", ["Omar Dabo"]),
        ("Ana Petrova's fate must be clarified.", ["Ana Petrova"]),
        ("The court should free Ana Petrova and quash the verdict.", ["Ana Petrova"]),
        ("We urge Chad to quash the verdict.", []),
    ],
)
def test_people_meant(analyze: Analyze, text: str, people: list[str]) -> None:
    """Kinship, "the former", a pronoun and somebody's case mean a person whom the text names; nobody is guessed."""
    assert demands(analyze, text)[-1].people == people


def test_kin_are_not_asked(analyze: Analyze) -> None:
    """Of the speaker's husband nothing is asked, and the speaker has her name, not her kinship."""
    (found,) = demands(analyze, "“My husband must come home,” said his wife Ana Petrova.")
    assert (found.source.name, found.targets) == ("Ana Petrova", [])


def test_envoys_stand_for_their_government(analyze: Analyze) -> None:
    """A state's representatives are asked in its government's name, where the text names that."""
    found = demands(analyze, "The Chilean government will meet the press. Chilean representatives should push for openness.")
    assert found[-1].targets == ["Chilean government"]


def test_obligations_tell_who_is_bound(analyze: Analyze) -> None:
    """What obligations mean is asked of the one whose obligations they are."""
    text = "The union must hold the Chilean government accountable to its obligations, which means ending the raids."
    assert demands(analyze, text)[-1].targets == ["Chilean government"]


def test_nor_should(analyze: Analyze) -> None:
    """A modal that "nor" opens has its subject behind it, and forbids."""
    (found,) = demands(analyze, "Nor should the talks be kept apart from this.")
    assert (found.action.split()[:2], found.polarity) == (["be", "kept"], "refrain")


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("Rights groups renewed demands that the government free activists.", "free activists"),
        ("PLEASE WRITE AT ONCE in any language, calling on the authorities to:\n• free Ana Petrova;", "free Ana Petrova"),
    ],
)
def test_what_is_asked(analyze: Analyze, text: str, action: str) -> None:
    """The action is found where the tagger takes its verb for an adjective, and under a lead with a participle."""
    assert [found.action for found in demands(analyze, text)] == [action]


def test_a_state_with_brackets_of_its_own(analyze: Analyze) -> None:
    """A state's name may have brackets in it."""
    (found,) = demands(analyze, LIST.format("Open the two harbours (Netherlands (Kingdom of the))"))
    assert (found.source.name, found.action) == ("Netherlands (Kingdom of the)", "Open the two harbours")


@pytest.mark.parametrize(
    "text",
    [
        "Ana Petrova and Omar Dabo were held. Chad should refrain from prosecuting lawyers for their clients’ cases.",
        "Ana Petrova and Omar Dabo were held. “States must not look away when they meet in spring,” the union said.",
        "The union urged Chad to establish the truth about the murder of Ana Petrova.",
        "The union urged Chad to impose sanctions on Omar Dabo.",
        "The union urged the council to press Omar Dabo's government to open the camps.",
        "The union urged Chad to end the ban imposed by Omar Dabo in May.",
    ],
)
def test_people_spoken_of(analyze: Analyze, text: str) -> None:
    """Nothing is asked for those whom "their" does not mean, who are dead, who are to be punished, or whose government is asked."""
    assert demands(analyze, text)[0].people == []


def test_them_are_those_named_before(analyze: Analyze) -> None:
    """ "Them" are the persons named in a sentence before."""
    text = "Ana Petrova and Omar Dabo were arrested in May. The union called on Chad to free them."
    assert demands(analyze, text)[0].people == ["Ana Petrova", "Omar Dabo"]


def test_it_should_also(analyze: Analyze) -> None:
    """Who is asked for more is the one asked before; of a thing nothing is asked."""
    found = demands(analyze, "River Watch urges Fiji to hold talks. It should also repeal the law.")
    assert [demand.targets for demand in found] == [["Fiji"], ["Fiji"]]
    assert demands(analyze, "The bridge is old. It should also be wider.")[0].targets == []


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("The bishops appeal to the king to commute the death sentences of Ana Petrova and Omar Dabo.", ["Ana Petrova", "Omar Dabo"]),
        ("The bishops appeal to the king to take Ana Petrova off death row.", ["Ana Petrova"]),
        ("The bishops appeal to the king to explain the death of Ana Petrova.", []),
    ],
)
def test_those_who_may_still_be_spared(analyze: Analyze, text: str, people: list[str]) -> None:
    """A sentence of death is no death: something can still be asked for who is under it."""
    assert demands(analyze, text)[0].people == people


LETTER = "Dear President Tembo,\n\nI am writing about the poet Ana Petrova. {}"


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("I ask that you order her release and that she be given a lawyer.", ["order her release", "be given a lawyer"]),
        ("I demand that the ministry open the files, and that she be told the truth.", ["open the files", "be told the truth"]),
    ],
)
def test_second_clause_with_that(analyze: Analyze, asked: str, expected: list[str]) -> None:
    """What a first clause asks for ends before the "and that" of the second; the "she" of a letter is the one it is about."""
    found = demands(analyze, LETTER.format(asked))
    assert [demand.action for demand in found] == expected
    assert found[-1].people == ["Ana Petrova"]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The Peruvian Senate adopted a resolution demanding that Chad free the nuns.", "Peruvian Senate"),
        ("On Monday the Lake League issued a joint statement calling on Chad to free the nuns.", "Lake League"),
        ("Forty writers have signed an open letter that urges Chad to free the nuns.", "Forty writers"),
        ("The Lake League published a report last week. The report urges Chad to free the nuns.", "Lake League"),
        ("A resolution adopted by the Peruvian Senate calls on Chad to free the nuns.", "Peruvian Senate"),
        ("A petition was launched by the Lake League, demanding that Chad free the nuns.", "Lake League"),
        ("The statement, endorsed by forty unions, urges Chad to free the nuns.", "forty unions"),
    ],
)
def test_who_issues_a_paper_asks(analyze: Analyze, text: str, source: str) -> None:
    """What a resolution or letter asks for is asked by the body that adopts, issues or signs it."""
    assert demands(analyze, text)[0].source.name == source


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("Norway pressed Chad over the case, calling the sentence unjust and urging mercy.", ["Chad"]),
        ("The League wrote to the mayor last week, asking for an inquiry.", ["mayor"]),
        ("Norway criticised Peru over the fire, asking for an inquiry.", []),
    ],
)
def test_whom_the_asking_goes_to(analyze: Analyze, text: str, targets: list[str]) -> None:
    """A participle of asking asks the one whom the sentence says is pressed or written to."""
    assert demands(analyze, text)[0].targets == targets


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("The government has jailed forty nuns. It should open the convent by the end of May.", ["government"]),
        ("“The ministry must end the raids,” said Ana Flores, head of River Watch. “It should pay the farmers.”", ["ministry"]),
        ("The army denies the raid, but it must open its files.", ["army"]),
        ("The law bans all strikes. It must protect workers.", []),
        ("The army bought a boat. The boat sank. It should have a crew.", []),
    ],
)
def test_it_is_the_body_spoken_of(analyze: Analyze, text: str, targets: list[str]) -> None:
    """ "It" is asked where the last subject that it can mean is a body; of a thing nothing is asked."""
    assert demands(analyze, text)[-1].targets == targets


@pytest.mark.parametrize(
    "text",
    [
        "Call your senator and ask him to support the bill.",
        "Please write to your MP urging him to raise the case.",
        "Tell your representatives in Congress to back the bill.",
        "Write to your ambassador and ask that the nuns be freed.",
    ],
)
def test_readers_are_sent_to_their_deputies(analyze: Analyze, text: str) -> None:
    """What readers are told to ask of their own deputies is no demand of the text."""
    assert demands(analyze, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Farmers want the mayor to resign and the mine to be closed.", [("resign", ["mayor"]), ("be closed", [])]),
        ("The union urged the army to leave and the police to free the nuns.", [("leave", ["army"]), ("free the nuns", ["police"])]),
        (
            "The union wants the mayor to meet the farmers and close the mine.",
            [("meet the farmers", ["mayor"]), ("close the mine", ["mayor"])],
        ),
    ],
)
def test_second_one_without_the_verb(analyze: Analyze, text: str, expected: list[tuple[str, list[str]]]) -> None:
    """Behind "and" another object of the same verb of asking has an infinitive of its own."""
    assert [(demand.action, demand.targets) for demand in demands(analyze, text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The law is bad, the bishop told reporters, adding that it had to be repealed.", ["be repealed"]),
        ("The bishop said on Friday that the nuns had to be freed at once.", ["be freed at once"]),
        ("The bridge had to be closed after the flood.", []),
        ("The bishop said that he had to leave early.", []),
    ],
)
def test_had_to_in_reported_speech(analyze: Analyze, text: str, expected: list[str]) -> None:
    """What somebody says "had to be done" is asked for; what had to be done is told."""
    assert [demand.action for demand in demands(analyze, text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ministry had better apologise, the bishop's aide said.", [("bishop's aide", ["ministry"], "apologise")]),
        ("“The police had better leave the nuns alone,” said Ana Flores.", [("Ana Flores", ["police"], "leave the nuns alone")]),
        ("The police had better cars than the army.", []),
    ],
)
def test_had_better(analyze: Analyze, text: str, expected: list[tuple[str, list[str], str]]) -> None:
    """ "Had better" before a verb asks somebody to act."""
    assert [(d.source.name, d.targets, d.action) for d in demands(analyze, text)] == expected


def test_behind_a_relative_clause(analyze: Analyze) -> None:
    """A verb of asking behind a comma and "and" goes on the main clause, not the relative clause before."""
    text = "Lawyers voiced concern about the trial of three nurses who had taken part in a strike, and called for their release."
    assert demands(analyze, text)[0].source.name == "Lawyers"


def test_press_a_demand(analyze: Analyze) -> None:
    """Demands that are pressed are asked nothing."""
    assert [d.targets for d in demands(analyze, "Hundreds marched to press their demands for a new mayor.")] == [[]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Farmers chanted “Release Ana!” and “Close the mine now!” outside the hall.",
            [("Farmers", "Release Ana"), ("Farmers", "Close the mine now")],
        ),
        (
            "Students held up placards reading “Stop the trial” and “Drop the charges”.",
            [("Students", "Stop the trial"), ("Students", "Drop the charges")],
        ),
        ("Nuns marched in Oslo with banners that said “Justice for Ana Petrova”.", [("Nuns", "Justice for Ana Petrova")]),
        ("Students held up placards reading “Bread and roses”.", []),
        ("Ana Flores read a book called “Close the Door”.", []),
        ("The sign on the gate said “Close the door”.", []),
    ],
)
def test_slogans(analyze: Analyze, text: str, expected: list[tuple[str, str]]) -> None:
    """What a crowd chants or holds up on placards is asked by the crowd; a sign on a door asks nothing."""
    assert [(demand.source.name, demand.action) for demand in demands(analyze, text)] == expected


def test_people_in_slogans(analyze: Analyze) -> None:
    """A slogan's verb is no part of the name behind it."""
    (found,) = demands(analyze, "Ana Petrova was jailed in May. Nuns chanted “Free Petrova!” outside the court.")
    assert (found.action, found.people) == ("Free Petrova", ["Ana Petrova"])


def test_hashtags(analyze: Analyze) -> None:
    """A hashtag that a verb opens asks for what it says."""
    (found,) = demands(analyze, "Ana Petrova was jailed in May. Students took to the web under the hashtag #FreeAnaPetrova.")
    assert (found.source.name, found.action, found.people) == ("Students", "FreeAnaPetrova", ["Ana Petrova"])


@pytest.mark.parametrize(
    ("asked", "people"),
    [("order his release", ["Omar Dabo"]), ("free him and let him see a doctor", ["Omar Dabo"])],
)
def test_he_in_a_letter_is_not_its_addressee(analyze: Analyze, asked: str, people: list[str]) -> None:
    """A letter speaks to whom it greets as "you", so that "he" is somebody else."""
    text = f"Dear President Tembo,\n\nI am writing to express my concern about Omar Dabo. I ask that you {asked}."
    assert [(d.targets, d.people) for d in demands(analyze, text)][:1] == [(["Tembo"], people)]


def test_adding_that(analyze: Analyze) -> None:
    """What a speaker adds with a demonstrative-like "that" is the speaker's."""
    text = "Mines need to stop dumping, the bishop told reporters, adding that export licences had to be suspended."
    assert [(d.source.name, d.action) for d in demands(analyze, text)] == [("bishop", "stop dumping"), ("bishop", "be suspended")]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The resolution, adopted by 40 votes to 9, urges Chad to free the nuns.", "resolution"),
        ("The Lake League's latest report recommends that Chad free the nuns.", "Lake League"),
        ("The mayor was urged by farmers to free the nuns.", "farmers"),
        ("The ministry rejected the report, saying Chad should mind its own laws.", "ministry"),
        ("The union's chair, Ana Flores, told Reuters it was vital that the nuns be freed.", "Ana Flores"),
    ],
)
def test_source_of_papers_passives_and_participles(analyze: Analyze, text: str, source: str) -> None:
    """Votes write no resolution, an owner speaks through a report, "by" names who urges, and "saying" belongs to its sentence's subject."""
    assert demands(analyze, text)[0].source.name == source


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Chile should make clear to President Omar Dabo that aid depends on it.", []),
        ("Chile should raise the case of Ana Petrova with King Omar Dabo.", ["Ana Petrova"]),
        ("Chile should press Omar Dabo to free Ana Petrova.", ["Ana Petrova"]),
        ("The lawyer, Omar Dabo, came. He has asked that his client be moved to a clinic.", []),
        ("The poet, Omar Dabo, spoke. He has asked that his sentence be quashed.", ["Omar Dabo"]),
    ],
)
def test_people_are_not_those_spoken_to(analyze: Analyze, text: str, people: list[str]) -> None:
    """Nothing is asked for those whom the action itself turns to, nor for a lawyer whose client it is about."""
    assert demands(analyze, text)[0].people == people


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The union calls for the immediate release of Ana Petrova and for the charges to be dropped.",
            ["release of Ana Petrova", "be dropped"],
        ),
        ("The nuns' sisters want the guards put on trial.", ["put on trial"]),
        ("The union has called for fresh elections, a demand the mayor has rejected.", ["fresh elections"]),
        (
            "Deputies call on the council to refrain from raids, and ask the police to publish the files.",
            ["refrain from raids", "publish the files"],
        ),
        ("The bishop said Chad had to free the nuns before the feast.", ["free the nuns before the feast"]),
        ("What the ministry needs to do is simple: free the nuns and reopen the mine.", ["free the nuns", "reopen the mine"]),
        ("“Release the nuns now,” said the bishop.", ["Release the nuns now"]),
        ("“Open the door,” said the bishop.", []),
    ],
)
def test_more_forms_of_asking(analyze: Analyze, text: str, expected: list[str]) -> None:
    """Each action that is asked for is one record, with its own words."""
    assert [demand.action for demand in demands(analyze, text)] == expected


def test_those_who_bear_it_are_not_asked(analyze: Analyze) -> None:
    """Of those who should not have to bear something, or should be able to do something, nothing is asked."""
    assert [d.targets for d in demands(analyze, "Workers should not have to pay for permits.")] == [[]]
    assert [d.targets for d in demands(analyze, "Journalists should be able to work freely.")] == [[]]


def test_a_year_is_no_deadline(analyze: Analyze) -> None:
    """A law's year is no date by which it is to be repealed."""
    assert demands(analyze, "Chad should repeal the 2012 press law.")[0].deadline is None
    assert demands(analyze, "Chad should repeal the press law by the end of 2030.")[0].deadline is not None


@pytest.mark.parametrize(
    "text", ["The farmers want aid because it said the harvest failed.", "The nuns want a chapel in the land the army seized."]
)
def test_wanting_things(analyze: Analyze, text: str) -> None:
    """A participle of another clause is nothing that somebody wants done."""
    assert demands(analyze, text) == []


def test_action_ends_before_saying(analyze: Analyze) -> None:
    """An action ends before the comma and participle with which its speaker says more."""
    (found,) = demands(analyze, "The union urged the mayor to reopen the mine, saying its farmers starve.")
    assert found.action == "reopen the mine"


@pytest.mark.parametrize(
    ("text", "source", "targets"),
    [
        ("In a letter to the king, forty writers asked for the release of the nuns.", "forty writers", ["king"]),
        ("The League's head, Ana Flores, called for talks and urged Chad to free the nuns.", "Ana Flores", ["Chad"]),
        ("The inquiry recommended that the police free the nuns.", "inquiry", ["police"]),
        ("The nuns must be freed, Oslo-based Friends of Law in Norway said on Monday.", "Friends of Law in Norway", []),
        ("The mayor needs to act now: free the nuns.", "River Watch", ["mayor"]),
        ("Nuns chanted “Down with the king” and carried posters reading “Free the bishops”.", "Nuns", []),
    ],
)
def test_who_asks_whom(analyze: Analyze, text: str, source: str, targets: list[str]) -> None:
    """Who asks and who is asked, where they stand apart from the word of asking."""
    found = demands(analyze, text)[-1]
    assert (found.source.name, found.targets) == (source, targets)
