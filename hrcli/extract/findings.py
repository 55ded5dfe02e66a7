"""What the components leave on a Doc for each other, until `harvest` turns it into records.

All positions are token indices of the Doc, half open. The Doc is made from `Source.view.text`; only `harvest`
knows the way back to the document's own offsets.

    doc._.source       Source           set before the pipeline runs
    doc._.mentions     list[Mention]    names.py: every mention of a name, in text order, never overlapping
    doc._.actors       list[Actor]      actors.py: mentions joined, one Actor per real-world entity
    doc._.referents    dict[int, Actor] actors.py: token index -> the Actor it refers to (every token of a mention;
                                        the head of "the government", "she", "the group", where resolved)
    doc._.timexes      list[Timex]      timex.py: temporal expressions, in text order, never overlapping
    doc._.quoted       list[tuple[int, int]]  speakers.py: what stands in quotation marks, in text order
    doc._.speech       Speech           speakers.py: who says which stretch of text, filled as `speakers.around` is asked
    doc._.demands      list[DemandFinding]      demands.py
    doc._.codes        list[Codes]      codes.py: the codes of each demand, parallel to doc._.demands
    doc._.detentions   list[DetentionFinding]   detentions.py
    doc._.dated        list[DatedEvent] events.py: the event of each timex, parallel to doc._.timexes
"""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Doc

from hrcli.records import (
    CaseEventType,
    Contact,
    DateKind,
    EntityType,
    EventType,
    Force,
    Modality,
    Polarity,
    Precision,
    Source,
    Status,
    Timex3,
)

LISTS = ("mentions", "actors", "timexes", "quoted", "demands", "codes", "detentions", "dated")


@dataclass(slots=True)
class Mention:
    """One mention of a named thing. `name` is the name alone: no title, article, possessive or line break."""

    start: int
    end: int
    type: EntityType
    name: str
    role: str | None = None
    affiliation: str | None = None
    native_name: str | None = None
    aliases: list[str] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Actor:
    """One real-world entity of the document, with its mentions in text order. Compared by identity."""

    name: str
    type: EntityType
    mentions: list[Mention]
    aliases: list[str] = field(default_factory=list)
    native_name: str | None = None
    roles: list[str] = field(default_factory=list)
    affiliations: list[str] = field(default_factory=list)
    country: str | None = None


@dataclass(slots=True)
class Timex:
    """One temporal expression. `date`, `earliest`, `latest`, `precision`, `anchor` as in the records."""

    start: int
    end: int
    kind: DateKind
    timex3: Timex3 | None = None
    date: str | None = None
    earliest: str | None = None
    latest: str | None = None
    precision: Precision | None = None
    anchor: str | None = None


@dataclass(slots=True)
class Quotation:
    """A stretch of text that somebody says: in quotation marks or as reported speech, without the cue."""

    start: int
    end: int
    cue: int | None
    speaker: Actor | None
    speaker_name: str | None
    organization: str | None
    direct: bool


@dataclass(slots=True)
class Speech:
    """The quotations of a text as far as anybody has asked for them: those in quotation marks, those reported in a sentence."""

    direct: list[Quotation] | None = None
    reported: dict[int, list[Quotation]] = field(default_factory=dict)


@dataclass(slots=True)
class DemandFinding:
    """One demanded action: tokens `start:end`, head at `head`, inside the sentence `sentence`."""

    start: int
    end: int
    head: int
    sentence: tuple[int, int]
    polarity: Polarity
    force: Force
    cue: str
    source: Actor | None = None
    source_name: str | None = None
    organization: str | None = None
    targets: list[str] = field(default_factory=list)
    people: list[str] = field(default_factory=list)
    reported: bool = False
    nested_in: int | None = None
    deadline: Timex | None = None


@dataclass(slots=True)
class Codes:
    """What a demand is about: UHRI themes (code and label), UPR Info's category of action, the CAMEO code."""

    themes: list[str]
    category: int | None
    cameo: str | None


@dataclass(slots=True)
class CaseStep:
    """One step of a case, read from the tokens `start:end`."""

    type: CaseEventType
    start: int
    end: int
    date: str | None = None


@dataclass(slots=True)
class DetentionFinding:
    """All that the document says of one detained person or counted group; `spans` are the sentences that say it."""

    status: Status
    spans: list[tuple[int, int]]
    actor: Actor | None = None
    name: str | None = None
    native_name: str | None = None
    group: str | None = None
    count: int | None = None
    certain: bool = True
    date: str | None = None
    released: str | None = None
    steps: list[CaseStep] = field(default_factory=list)
    charge: str | None = None
    law: str | None = None
    sentence: str | None = None
    place: str | None = None
    authority: str | None = None
    occupation: str | None = None
    affiliation: str | None = None
    health: str | None = None
    allegations: list[str] = field(default_factory=list)
    contact: Contact | None = None
    fields: dict[str, list[tuple[int, int]]] = field(default_factory=dict)


@dataclass(slots=True)
class DatedEvent:
    """The clause that a temporal expression dates."""

    start: int
    end: int
    type: EventType
    modality: Modality
    actors: list[str] = field(default_factory=list)


def register() -> None:
    """Declare the extension attributes above; calling it twice does no harm."""
    for name in LISTS:
        Doc.set_extension(name, default=[], force=True)
    Doc.set_extension("referents", default={}, force=True)
    Doc.set_extension("speech", default=None, force=True)
    Doc.set_extension("source", default=None, force=True)


def source_of(doc: Doc) -> Source:
    """The source that the Doc was made from."""
    source: Source = doc._.source
    return source


def text_of(doc: Doc) -> str:
    """The text of the Doc. spaCy builds `doc.text` anew at every call, so that is only for a Doc without a source."""
    source: Source | None = doc._.source
    return str(doc.text) if source is None else source.view.text


def words_of(doc: Doc, start: int, end: int) -> str:
    """The text of the tokens `start:end`, without a Span made for it."""
    last = doc[end - 1]
    return text_of(doc)[doc[start].idx : last.idx + len(last)]


def is_quoted(doc: Doc, at: int) -> bool:
    """Whether a token stands in quotation marks."""
    return any(start <= at < end for start, end in doc._.quoted)


register()
