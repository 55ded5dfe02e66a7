"""What stands beside a person's name: title and role before it, role and affiliation after it."""

from __future__ import annotations

from typing import NamedTuple

from spacy.tokens import Token

from hrcli.extract.naming.brackets import is_native
from hrcli.extract.naming.page import Page
from hrcli.extract.naming.vocabulary import honorifics, roles, titles
from hrcli.extract.naming.vocabulary import words as name_words

VERBS = frozenset(("VBN", "VBG", "VBD", "VBZ", "VBP"))
FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
OPENERS = frozenset(("and", "or", "other", "others", "including", "such", "like"))
MODIFIERS = frozenset(("NOUN", "PROPN", "ADJ"))
LEADING = frozenset(
    (
        ".",
        "The",
        "the",
        "Vice",
        "Former",
        "Deputy",
        "Acting",
        "Chief",
        "Prime",
        "Foreign",
        "District",
        "Crown",
        "Jailed",
        "Detained",
        "Imprisoned",
    )
)
TRAILING = frozenset((",", "'s", "’s", "'", "’", "-", "–"))
ASIDES = frozenset((",", "–", "-", "—", "(", "（"))
CLOSERS = frozenset((",", ";", ".", ":", ")", "(", "–", "—", "“", "”", '"'))
CLAUSES = frozenset(("who", "which", "whose", "whom", "was", "is", "has", "said", "told", "were", "had"))
LONGEST = 16


class Beside(NamedTuple):
    """A role in the text's words, and the tokens of the organisation inside it, if any."""

    role: str | None
    affiliation: tuple[int, int] | None = None


NOTHING = Beside(None)


def is_title(page: Page, at: int) -> bool:
    """Whether a word is a form of address, an office or an occupation."""
    return page.lower[at] in roles() or page.words[at] in honorifics()


def with_who(page: Page, end: int) -> bool:
    """Whether ", who" follows the tokens before `end`: they name somebody."""
    return page.lower[end : end + 2] == [",", "who"]


def of_one(page: Page, at: int) -> bool:
    """Whether a word is a title that stands before one person's name, and seldom before anything else."""
    return is_title(page, at) and page.lower[at] not in titles().of_many


def strip(page: Page, start: int, end: int) -> tuple[int, int]:
    """A name's tokens without the titles at its edges; empty where nothing else is left."""
    words, lower = page.words, page.lower
    while start < end and (is_title(page, start) or words[start] in LEADING or in_portfolio(page, start)):
        start += 1
    while (
        end > start
        and not _is_surname(page, start, end)
        and (lower[end - 1] in roles() or words[end - 1] in titles().suffixes or words[end - 1] in TRAILING)
    ):
        end -= 1
    return start, end


def in_portfolio(page: Page, at: int) -> bool:
    """Whether a word is what an office is "of": "Minister of Justice", "Secretary of State for Home Affairs"."""
    matters = name_words().portfolios
    while at > 1 and page.words[at] in matters:
        if page.lower[at - 1] in ("of", "for") and (page.lower[at - 2] in roles() or page.words[at - 2] in matters):
            return True
        at -= 2 if page.lower[at - 1] == "and" else 1
    return False


def _is_surname(page: Page, start: int, end: int) -> bool:
    """Whether the title that ends a name is its surname: "Omar Sheikh was", not "Mr Sheikh" nor "Bishop Omar"."""
    return end - start == 2 and page.words[end - 1] in titles().surnames and not is_title(page, start)


def before(page: Page, start: int) -> str | None:
    """The role right before a name: "Lawyer", "prominent human rights lawyer", "Deputy Foreign Minister"; without forms of address."""
    where = stretch(page, start)
    return page.line(*where) if where else None


def stretch(page: Page, start: int) -> tuple[int, int] | None:
    """The tokens of the role right before the name that starts at `start`."""
    words, doc = page.words, page.doc
    at = start
    while at > 0 and words[at - 1] in honorifics():
        at -= 1
    if at == 0 or page.lower[at - 1] not in roles():
        return None
    begin = at - 1
    while (
        begin > 0
        and words[begin - 1] != "Dear"
        and begin not in page.openers
        and (doc[begin - 1].pos_ in MODIFIERS or _hyphenated(page, begin))
        and not words[begin - 1].isspace()
    ):
        begin -= 1
    return begin, at


def _hyphenated(page: Page, at: int) -> bool:
    """Whether the token before, or this one, is a hyphen inside a word: "editor-in-chief"."""
    return "-" in page.words[at - 1 : at + 1] and page.joined(at)


def _past_bracket(page: Page, end: int) -> int:
    """The end of a name together with the name in its own script in brackets behind it."""
    words = page.words
    if end + 1 < len(words) and words[end] in ("(", "（") and (is_native(words[end + 1]) or _is_note(page, end)):
        closing = next((i for i in range(end, min(end + 12, len(words))) if words[i] in (")", "）")), None)
        return end if closing is None else closing + 1
    return end


def _is_note(page: Page, at: int) -> bool:
    """Whether a bracket before a comma says nothing of a role: "Ada Brook (D-OR), chair of the committee"."""
    inside = page.words[at + 1 : at + 7]
    if ")" not in inside or page.words[at + 1 + inside.index(")") + 1 :][:1] != [","]:
        return False
    return roles().isdisjoint(page.lower[at + 1 : at + 1 + inside.index(")")])


def _past_suffix(page: Page, end: int) -> int:
    """The end of a name together with what stands for an office or a degree behind it: "Ada Brook MP"."""
    while end < len(page) and page.words[end] in titles().suffixes:
        end += 1
    return end


def _past_age(page: Page, end: int) -> int:
    """The end of a name together with sex and age behind it: ", male, 41"."""
    words = page.words
    while (
        end + 2 < len(words)
        and words[end] == words[end + 2] == ","
        and (words[end + 1].isdigit() or page.lower[end + 1] in ("male", "female"))
    ):
        end += 2
    return end


def after(page: Page, end: int) -> Beside:
    """The role that follows a name after a comma or a dash: ", CHRD's International Director", ", a lawyer", "(Researcher)"."""
    words, lower = page.words, page.lower
    if end + 1 >= len(words) or not (words[end] in ASIDES or words[end] in titles().suffixes):
        return NOTHING
    end = _past_age(page, _past_bracket(page, _past_suffix(page, end)))
    if end + 1 >= len(words) or words[end] not in ASIDES:
        return NOTHING
    start = end + 1
    stop = next((i for i in range(start, min(start + LONGEST, len(words))) if _closes(page, i)), min(start + LONGEST, len(words)))
    while start < stop and lower[start] in ("a", "an", "the", "its"):
        start += 1
    head = next((i for i in range(start, stop) if lower[i] in roles() and lower[i] != "police"), None)
    if head is None or lower[start] in OPENERS or any(_is_clause(token) for token in page.doc[start:head]):
        return NOTHING
    if head == start and _is_subject(page, head):
        return NOTHING
    stop = next((t.i for t in page.doc[head + 1 : stop] if t.tag_ in VERBS and words[t.i - 1] != "-" and not _modifies(t)), stop)
    return Beside(page.line(start, stop), (start, stop))


def unadorned(page: Page, start: int) -> int:
    """Where a name begins together with the forms of address before it: "Dr. Ada Brook"."""
    while start > 0 and page.words[start - 1] in honorifics():
        start -= 1
    return start


def introduced(page: Page, start: int, end: int) -> bool:
    """Whether a role and a comma stand before a name that is set off as an aside: "its spokesman, Ada Brook, said"."""
    words, lower = page.words, page.lower
    if start < 3 or words[start - 1] != "," or lower[start - 2] not in roles():
        return False
    if lower[start - 2] in titles().of_many and words[start - 3] != "-":
        return False  # but "editor-in-chief"
    return end == len(words) or words[end] in (",", ".", ";", "(") or lower[end] in ("who", "was", "were", "said") or words[end].isspace()


def _modifies(token: Token) -> bool:
    """Whether a participle stands before a noun: "retired teacher", "deposed leader"."""
    return token.tag_ == "VBN" and token.i + 1 < len(token.doc) and token.nbor().pos_ in MODIFIERS


def _is_clause(token: Token) -> bool:
    """Whether a word cannot stand before the head of a role: a finite verb, a pronoun; "retired" can."""
    if _modifies(token):
        return False
    verbal = token.pos_ in ("VERB", "AUX", "PRON") and token.tag_ != "JJ"  # the two taggers may differ over "retired"
    return verbal and token.lower_ not in roles()


def _is_subject(page: Page, at: int) -> bool:
    """Whether a bare plural begins a clause: "after the arrest of Ada Brook, protesters gathered"."""
    follows = at + 1 < len(page) and page.doc[at + 1].tag_ in FINITE
    return follows and page.words[at - 1] in ASIDES and page.lower[at].endswith("s")


def _closes(page: Page, at: int) -> bool:
    return page.words[at] in CLOSERS or page.lower[at] in CLAUSES or "\n" in page.words[at]
