"""Cases: all accounts of one person or counted group merged into one finding."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from spacy.tokens import Doc

from hrcli.extract.findings import Actor, DetentionFinding
from hrcli.extract.holding import (
    accounts,
    casefacts,
    custody,
    history,
    logbook,
    members,
    outcome,
    reading,
    rosters,
    sections,
    story,
    together,
    whom,
)
from hrcli.extract.holding.accounts import Account
from hrcli.extract.holding.hints import is_hinted
from hrcli.extract.holding.reading import Reading


@dataclass(slots=True)
class Case:
    """The accounts of one person (`actor`) or group (`count`)."""

    actor: Actor | None
    count: int | None
    accounts: list[Account] = field(default_factory=list)


def find(doc: Doc) -> list[DetentionFinding]:
    """One finding for each person or counted group that the Doc says to be, or to have been, deprived of liberty."""
    if not is_hinted(doc):
        return []
    text = reading.read(doc)
    signs = custody.signs(text)
    if not signs:
        return []
    told = together.shared(text, logbook.dated(text, accounts.accounts(text, signs)))
    told += members.accounts(text, told) + sections.accounts(text, signs)
    told = story.ordered(text, together.with_companions(told + rosters.accounts(text, signs, told)))
    cases = [case for case in _gather(told, logbook.story_order(text)) if any(accounts.stands_alone(text, a) for a in case.accounts)]
    return [_finding(text, case) for case in cases if not _covered(case) and not _only_asked_for(text, case)]


def _only_asked_for(text: Reading, case: Case) -> bool:
    """Whether nothing but a pronoun in a demand ("tell her where he is, and set <him> free") says that somebody is held."""
    return all(
        account.status == "held" and account.sign.cue.status == "released" and text.tokens[account.party.start].tag_ == "PRP"
        for account in case.accounts
    )


def _gather(told: list[Account], order: Callable[[Account], tuple[str, int]]) -> list[Case]:
    table: dict[object, Case] = {}
    for account in sorted(told, key=order):
        party = account.party
        key: object = id(party.actor) if party.actor else party.count
        table.setdefault(key, Case(party.actor, party.count)).accounts.append(account)
    return list(table.values())


def _covered(case: Case) -> bool:
    """Whether every member of a counted group stands among the people named beside it."""
    if case.actor is not None or case.count is None:
        return False
    named = {id(p.actor) for account in case.accounts for p in account.others if p.actor}
    return len(named) >= case.count


def _finding(text: Reading, case: Case) -> DetentionFinding:
    told = case.accounts
    status, start, released = outcome.settle(text, told)
    facts = casefacts.facts(text, case.actor, told, status)
    if status == "death_row" and facts.sentence != "death":
        status = "imprisoned"
    noun = next((found for account in told if (found := whom.group_noun(text, account.party))), None)
    return DetentionFinding(
        status=status,
        spans=list(dict.fromkeys(text.span(*account.sentence) for account in told)),
        actor=case.actor,
        name=case.actor.name if case.actor else None,
        native_name=case.actor.native_name if case.actor else None,
        group=text.text(*noun) if noun and not case.actor else None,
        count=case.count if not case.actor else None,
        certain=not all(accounts.uncertain(text, account) for account in told),
        date=start,
        released=released,
        steps=history.steps(text, told),
        charge=facts.charge,
        law=facts.law,
        affiliation=facts.affiliation,
        health=facts.health,
        sentence=facts.sentence,
        place=facts.place,
        authority=facts.authority,
        occupation=facts.occupation,
        allegations=facts.allegations,
        contact=facts.contact,
        fields=facts.fields,
    )
