"""Demands: one finding for each action that somebody asks of somebody, with who asks, of whom, and for whom."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from hrcli.extract.asking import asks, headlines, imperatives, impersonals, letters, modals, pleas, slogans
from hrcli.extract.asking.actions import Action
from hrcli.extract.asking.addressees import greeting, targets
from hrcli.extract.asking.askers import Context, is_idle, recipients, source, turned_to
from hrcli.extract.asking.beneficiaries import people
from hrcli.extract.asking.claims import Claim, heads, is_question
from hrcli.extract.asking.demandcues import asking, wordset
from hrcli.extract.asking.doers import asker
from hrcli.extract.asking.hints import hints
from hrcli.extract.asking.joined import asks_anew
from hrcli.extract.asking.parties import FIRST_PERSON, Party, publisher
from hrcli.extract.asking.phrases import is_for_readers
from hrcli.extract.asking.speechwords import saying
from hrcli.extract.findings import DemandFinding, Timex, is_quoted, source_of, text_of, words_of
from hrcli.extract.speakers import around
from hrcli.extract.trees import FINITE, NOUNS, units_around
from hrcli.records import Polarity

LOOSE_ENDS = {"and", "or", "but", "to", "who", "which", "not", "that", "nor", "the", "a", "an", "also"} | set(",;.:(”\"’'–—-!•")
JOINTS = {"and", "but", "while", "whereas", "as", "or"}
HEADLINES = 40
DEADLINES = {"by", "before", "within", "until", "than"}


@Language.component(
    "hrcli_demands", requires=["doc._.referents", "doc._.speech", "doc._.timexes", "doc._.detentions"], assigns=["doc._.demands"]
)
def demands(doc: Doc) -> Doc:
    """Put the demands of the text on the Doc."""
    doc._.demands = find(doc)
    return doc


def find(doc: Doc) -> list[DemandFinding]:
    """The demands of a Doc in text order."""
    claims = _settled(doc, _claims(doc))
    context = Context()
    found: list[DemandFinding] = []
    for claim in claims:
        found.extend(_findings(doc, claim, context))
    found.sort(key=lambda f: (f.start, -f.end))
    found = _nest(doc, found)
    _fill_headlines(doc, found)
    return found


def _claims(doc: Doc) -> list[Claim]:
    """Every claim of the text, those in lists and headlines first, in the order of what they ask for."""
    found = [*imperatives.find(doc), *headlines.find(doc), *pleas.find(doc), *slogans.find(doc)]
    recommended = [claim for claim in found if claim.sources]
    for start, end, at in units_around(doc, hints(doc)):
        told = [claim for reader in (asks.find, modals.find) for claim in reader(doc, start, end, at)]
        more = [claim for reader in (impersonals.impersonal, impersonals.gerunds) for claim in reader(doc, start, end, at)]
        if told or more:
            sentence = words_of(doc, start, end)
            letter = letters.within(text_of(doc), doc[start].idx)
            heard = [] if is_for_readers(sentence, letter=letter) else more if is_question(sentence) else told + more
            found += _of_states(doc, heard, recommended)
    if not found:
        return []
    contacts = [zone for zone in source_of(doc).view.zones if zone.kind == "contact"]
    outside = (c for c in found if not any(zone.start <= doc[c.cue].idx < zone.end for zone in contacts))
    return [claim for claim in outside if not is_idle(doc, claim) and not _is_for_reader(doc, claim)]


def _is_for_reader(doc: Doc, claim: Claim) -> bool:
    """True for what a page asks of its reader: "requests your urgent intervention"."""
    at = claim.actions[0].start if claim.actions else 0
    return bool(claim.actions) and doc[at].lower_ == "your" and not letters.within(text_of(doc), doc[at].idx) and not is_quoted(doc, at)


def _of_states(doc: Doc, claims: list[Claim], recommended: list[Claim]) -> list[Claim]:
    """The claims, those that somebody nameless makes in a recommendation ("We ask Chad to ...") with the states that make it."""
    for claim in claims if recommended else ():
        item = next((each for each in recommended if each.sentence[0] <= claim.cue < each.sentence[1]), None)
        doer = asker(doc[claim.cue]) if item is not None and not (claim.own or claim.passive) else None
        if item is not None and (doer is None or doer.lower_ in FIRST_PERSON):
            claim.sources, claim.sentence = item.sources, item.sentence
            claim.asked = claim.asked or ([] if claim.to else item.asked)
    return claims


def _settled(doc: Doc, claims: list[Claim]) -> list[Claim]:
    """The claims with each action kept once, cut where the next one begins; sorted by place."""
    heads: set[int] = set()
    for claim in claims:
        claim.actions = [a for a in claim.actions if a.head not in heads]
        heads |= {a.head for a in claim.actions}
    kept = sorted((c for c in claims if c.actions), key=lambda c: c.actions[0].start)
    every = sorted(((a, c) for c in kept for a in c.actions), key=lambda pair: pair[0].start)
    for i, (action, claim) in enumerate(every):
        action.end = _end(doc, action, claim, every[i + 1 :])
    return kept


def _end(doc: Doc, action: Action, claim: Claim, later: list[tuple[Action, Claim]]) -> int:
    """Where an action ends: with its clause, its sentence or quotation, or before the next action that is not inside it."""
    limit = min(max(claim.sentence[1], action.head + 1), action.end if action.end > action.head else len(doc))
    limit = min([limit, *(q.end for q in around(doc, action.head))])
    for other, owner in later:
        if other.start >= limit:
            break
        if not _is_inside(doc, action, claim, other, owner):
            limit = (
                _opening(doc, other) if owner is claim else max(action.head + 1, _clause_of(doc, action.head, min(owner.cue, other.start)))
            )
            break
    limit = min(limit, _clause_end(doc, action, limit))
    while limit > action.head + 1 and (doc[limit - 1].lower_ in LOOSE_ENDS or doc[limit - 1].is_space):
        limit -= 1
    if doc[limit - 1].lower_ == "do" and doc[limit - 2].lower_ in {"and", "or", "but"} and limit - 2 > action.head:
        limit -= 2  # "and do" of "and do not deport her"
    return limit


def _opening(doc: Doc, action: Action) -> int:
    """Where an action that goes on a claim begins: with its own subject, if it has one, and the "for" before that."""
    at = action.start if action.subject_from is None else action.subject_from
    return at - (doc[at - 1].lower_ == "for")


def _clause_of(doc: Doc, low: int, cue: int) -> int:
    """Where the clause begins whose verb is at `cue`: at the comma or conjunction before its subject, else at the cue."""
    aside = cue - 1 if doc[cue - 1].text == "," and doc[cue].tag_ in FINITE else cue  # "its leader, Ann Lee, called"
    first = cue if aside == cue else next((i for i in range(aside - 1, low, -1) if doc[i].text == ","), cue)
    for at in range(first - 1, low, -1):
        if doc[at].text in {",", ";"} or doc[at].lower_ in JOINTS:
            return at if any(t.tag_ in NOUNS or t.tag_ in {"PRP", "DT"} for t in doc[at + 1 : cue]) else cue
    return cue


def _is_inside(doc: Doc, action: Action, claim: Claim, other: Action, owner: Claim) -> bool:
    """True where another claim's word of asking is part of what this one asks for ("press X to free Y")."""
    if owner is claim or owner.own or not action.start <= owner.cue < other.start:
        return False
    cue = doc[owner.cue]
    if asks_anew(doc, claim.cue, Action(owner.cue, owner.cue, owner.cue)):
        return False
    if owner.cue == action.head:
        return True
    told = cue.tag_ == "VBG" and any(t.lemma_ == "be" for t in doc[max(0, cue.i - 3) : cue.i])
    return (cue.tag_ in {"VB", "VBG"} and not told) or (cue.tag_ in {"NN", "NNS"} and cue.lower_ in asking("noun"))


def _clause_end(doc: Doc, action: Action, limit: int) -> int:
    """The end of the head's own words: up to a blank line, or a full stop that the sentence was not cut at."""
    named = doc[action.head].tag_ in NOUNS and not action.verb
    joints = {"and", "but"}
    for token in doc[action.head + 1 : limit]:
        if (token.is_space and "\n\n" in token.text) or token.text in {";", "?"}:
            return int(token.i)
        if token.text == "," and token.nbor().lower_.endswith("ing") and token.nbor().lower_ in saying():
            return int(token.i)
        if token.lower_ == "but" and any(t.tag_ in FINITE for t in doc[token.i + 1 : min(limit, token.i + 5)]):
            return int(token.i)
        if token.tag_ in {"VBD", "VBZ"} and doc[token.i - 1].lower_ in joints:
            return int(token.i - 1)
        if (
            named
            and (token.tag_ in FINITE or (token.tag_ == "VBP" and token.lemma_ in {"be", "have"}))
            and not any(t.tag_ in {"WDT", "WP", "WRB"} or t.lower_ == "that" for t in doc[action.head : token.i])
        ):
            apposed = (t.i for t in doc[action.head + 1 : token.i] if t.text == "," and t.nbor().tag_ in {"DT", "PRP$"})
            return next(apposed, int(token.i))
    return limit


def _findings(doc: Doc, claim: Claim, context: Context) -> list[DemandFinding]:
    who = source(doc, claim, context)
    you = _spoken_to(doc, claim, context)
    asked = claim.asked or targets(doc, turned_to(doc, claim) or claim.to or recipients(doc, claim), context.targets, you)
    if not asked and (claim.name == "please" or (claim.name == "imperative" and letters.within(text_of(doc), doc[claim.cue].idx))):
        asked = you
    if not asked and claim.name.endswith(" to") and who.name == context.source.name:
        asked = context.targets  # "the only remedy is to": those asked before
    if claim.name == "say" and asked:
        context.you, context.until = asked, next((t.i for t in doc[claim.sentence[1] :] if t.is_space and "\n" in t.text), len(doc))
    if who.name:
        context.source = who
    if asked:
        context.targets = asked
    found: list[DemandFinding] = []
    gapped: list[str] | None = None
    for action in claim.actions:
        persons = people(doc, action, asked, who, context.people)
        if found and not persons and action.passive and action.subject_from is None and found[-1].head != action.head:
            persons = found[-1].people  # "be tried or set free": one subject
        context.people = persons or context.people
        of = gapped if gapped and action.subject_from is None else _for_action(doc, claim, action, asked, you)
        if action.subject_from is not None and action is not claim.actions[0]:
            gapped = of  # "A to do this, and B to do that and to do more"
        found.append(_finding(doc, claim, action, who, of, persons))
    return found


def _spoken_to(doc: Doc, claim: Claim, context: Context) -> list[str]:
    """Whom "you" means at a claim: the one to whom the letter turns aside, else the one whom it greets."""
    if claim.cue < context.until:
        return context.you
    greeted = greeting(doc)
    return [greeted] if greeted else []


def _finding(doc: Doc, claim: Claim, action: Action, who: Party, asked: list[str], persons: list[str]) -> DemandFinding:
    return DemandFinding(
        start=action.start,
        end=action.end,
        head=action.head,
        sentence=(claim.sentence[0], max(claim.sentence[1], action.end)),
        polarity=_polarity(doc, action),
        force=claim.force,
        cue=claim.name,
        source=who.actor,
        source_name=who.name,
        organization=who.organization,
        targets=asked,
        people=persons,
        reported=who.name != publisher(doc).name,
        deadline=_deadline(doc, action),
    )


def _for_action(doc: Doc, claim: Claim, action: Action, asked: list[str], you: list[str]) -> list[str]:
    """Those asked; an action of a second clause has its own subject, a second infinitive in the passive asks nobody."""
    if action.subject_from is None or action is claim.actions[0]:
        return asked
    if not action.passive:
        return targets(doc, heads(doc, action.subject_from, action.start)[:1], [], you)
    return [] if doc[action.start - 1].lower_ == "to" else asked


def _polarity(doc: Doc, action: Action) -> Polarity:
    return "refrain" if action.negated or doc[action.head].lemma_.lower() in wordset("refrain") else "do"


def _deadline(doc: Doc, action: Action) -> Timex | None:
    """The date that a "by" or "within" in the action sets."""
    inside = (x for x in doc._.timexes if action.start < x.start < action.end)
    return next((x for x in inside if doc[x.start - 1 - (doc[x.start - 1].lower_ == "the")].lower_ in DEADLINES), None)


def _nest(doc: Doc, found: list[DemandFinding]) -> list[DemandFinding]:
    """The findings, those inside another one's action marked; nouns inside it are left out, as its words name them already."""
    kept: list[DemandFinding] = []
    for finding in found:
        around = [
            k for k, outer in enumerate(kept) if outer.start <= finding.start and finding.end <= outer.end and outer.head != finding.head
        ]
        if around and doc[finding.head].pos_ in {"NOUN", "PROPN"}:
            continue
        finding.nested_in = around[-1] if around else None
        for outer in (kept[k] for k in around):  # "press Ali to free Ana": nothing is asked for Ali
            outer.people = [name for name in outer.people if name not in finding.targets]
        kept.append(finding)
    return kept


def _fill_headlines(doc: Doc, found: list[DemandFinding]) -> None:
    """A headline sums up the text below: it takes its source from the next finding of one target, its target from that of one verb."""
    for i, finding in enumerate(found):
        if finding.source_name is None and finding.targets and finding.sentence[0] < HEADLINES:
            same = (f for f in found[i + 1 :] if f.source_name and set(f.targets) & set(finding.targets))
            if (model := next(same, None)) is not None:
                finding.source, finding.source_name, finding.organization = model.source, model.source_name, model.organization
        elif not finding.targets and finding.cue == "headline":
            lemma = doc[finding.head].lemma_.lower()
            finding.targets = next((f.targets for f in found[i + 1 :] if f.targets and doc[f.head].lemma_.lower() == lemma), [])
