"""Affiliations of several people at once: "three members of X, A, B and C", "X reporters A and B", "lawyers A and B of X"."""

from __future__ import annotations

from hrcli.extract.findings import Mention
from hrcli.extract.naming.employers import Employers, past_abbreviation, role_before
from hrcli.extract.naming.page import Page
from hrcli.extract.naming.titles import after, stretch
from hrcli.extract.naming.vocabulary import roles, strangers, titles
from hrcli.extract.naming.wording import LEADS, LINKS

BRACKET = 6
"""So many tokens a bracket behind a name may have: "(D-OR)", "(32)"."""


def read(page: Page, people: list[Mention], employers: Employers) -> None:
    """Set the affiliation of all people in a list before or behind which their group is named; in place."""
    if not employers.found:
        return
    for run in _runs(page, people):
        if len(run) > 1 and not any(m.affiliation for m in run[1:-1]):
            _tell(page, run, employers)


def _tell(page: Page, run: list[Mention], employers: Employers) -> None:
    lead = _lead(page, run[0].start)
    group = _group(page, lead, employers) if lead is not None else None
    if group is None and run[-1].affiliation and _shared(page, run[-1]):
        group = next((m for m in employers.found if m.name == run[-1].affiliation), None)  # "A and B, co-chairs of X"
    if group is None and run[-1].affiliation and run[0].role and _plural(run[0].role.split()[-1]):
        group = next((m for m in employers.found if m.name == run[-1].affiliation), None)  # "lawyers A and B of X"
    if group is None and run[0].affiliation and lead is not None and _by_noun(page, lead):
        group = next((m for m in employers.found if m.name == run[0].affiliation), None)
    for m in run if group else ():
        m.affiliation = m.affiliation or (group.name if group else None)


def _by_noun(page: Page, at: int) -> bool:
    """Whether a noun for the organisation of several people ends here: "two more reporters for the defunct paper"."""
    words = page.lower[max(at - 6, 0) : at]
    link = next((i for i in range(len(words) - 2, 0, -1) if words[i] in LINKS), None)
    return link is not None and words[link + 1] == "the" and _plural(words[link - 1])


def _shared(page: Page, last: Mention) -> bool:
    """Whether the role behind the last of a list is that of all: in the plural, or "chair and secretary respectively"."""
    where = after(page, last.end).affiliation
    told = page.lower[where[0] : where[1]] if where else []
    before = told[: told.index("of")] if "of" in told else told
    return "respectively" in before or any(_plural(word) for word in before)


def _runs(page: Page, people: list[Mention]) -> list[list[Mention]]:
    """People with nothing but commas, "and" and brackets of numbers between them."""
    runs: list[list[Mention]] = []
    for m in people:
        if runs and _listed(page, runs[-1][-1].end, m.start):
            runs[-1].append(m)
        else:
            runs.append([m])
    return runs


def _listed(page: Page, start: int, end: int) -> bool:
    between = [word for word in page.lower[start:end] if not word.isspace()]
    if "(" in between and ")" in between and between.index(")") - between.index("(") < BRACKET:
        between = between[: between.index("(")] + between[between.index(")") + 1 :]
    while between and between[-1] in roles() and len(between) > 1:
        between.pop()  # "and Senator Ada Brook"
    return 0 < len(between) < 9 and all(word in (",", ";", "and", "&", "(", ")", "aged") or word.isdigit() for word in between)


def _lead(page: Page, start: int) -> int | None:
    """Where the words end that name the group of a list, before its comma or colon, and "identified as"."""
    at = start
    while at > 0 and start - at < 7 and (page.words[at - 1] in LEADS or page.lower[at - 1] in titles().naming):
        at -= 1
    return at if at > 1 else None


def _group(page: Page, at: int, employers: Employers) -> Mention | None:
    """The organisation of a plural role that ends here: "X activists", "members of X"."""
    if employer := employers.ending(past_abbreviation(page, at)):
        return employer if role_before(page, employer) and _many(page, employer) else None
    where = stretch(page, at)
    if where is None or not _plural(page.lower[at - 1]) or page.lower[at - 1] in strangers():
        return None
    return employers.inside(*where) or (employers.ending(where[0] - 1) if page.words[where[0] - 1] in ("'s", "’s") else None)


def _many(page: Page, employer: Mention) -> bool:
    """Whether the role before "of X" is that of several."""
    return any(_plural(word) for word in page.lower[max(employer.start - 6, 0) : employer.start])


def _plural(role: str) -> bool:
    return role.endswith("s") and role.lower() in roles()


def share(page: Page, first: Mention, second: Mention) -> None:
    """ "Journalists A and B", "editor A, reporter B": the second has the affiliation of the first; of a plural also the role; in place."""
    between = [word for word in page.lower[first.end : second.start] if not word.isspace()]
    if second.role is None and first.role and first.role.endswith("s") and between in ([","], ["and"], [",", "and"]):
        second.role = first.role
        second.affiliation = second.affiliation or first.affiliation
    elif second.affiliation is None and first.affiliation and first.role and second.role and _roles_alone(page, first, second):
        second.affiliation = first.affiliation


def _roles_alone(page: Page, first: Mention, second: Mention) -> bool:
    """Whether two people with their roles before them follow each other in a list: "editor A, reporter B"."""
    where = stretch(page, second.start)
    before = stretch(page, first.start)
    if where is None or before is None or not strangers().isdisjoint(page.lower[where[0] : where[1]]):
        return False
    between = [word for word in page.lower[first.end : where[0]] if not word.isspace()]
    return between in ([","], ["and"], [",", "and"])
