"""The nouns of hrcli: the frozen records that extractors make, the store keeps and every output format prints.

Field names are the JSON keys (see `hrcli schema`). Absent knowledge is None or an empty list, never a guess and
never an empty string. Offsets are character offsets into the document's text, half open: `text[start:end] == quote`.
"""

from __future__ import annotations

import hashlib
from typing import Literal, dataclass_transform

import msgspec

EntityType = Literal["person", "organization", "public_body", "intergovernmental", "place", "law", "event", "group", "work"]
Polarity = Literal["do", "refrain"]
Force = Literal["appeal", "request", "recommendation", "demand", "obligation"]
Status = Literal[
    "detained", "criminally_detained", "administratively_detained", "arrested", "charged", "on_trial", "imprisoned",
    "sentenced", "house_arrest", "residential_surveillance", "disappeared", "released", "died_in_custody", "executed", "death_row",
]  # fmt: skip
CaseEventType = Literal["detained", "arrested", "charged", "tried", "sentenced", "appealed", "transferred", "released", "died"]
DateKind = Literal["date", "time", "duration", "set", "reference"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Precision = Literal["day", "week", "month", "season", "year", "decade", "range"]
EventType = Literal[
    "arrest", "release", "trial", "sentence", "death", "disappearance", "protest", "statement", "visit", "meeting",
    "law", "treaty", "report", "other",
]  # fmt: skip
Modality = Literal["past", "planned", "demanded", "hypothetical", "negated"]
DateSource = Literal["user", "metadata", "dateline", "text", "filename"]
Contact = Literal["incommunicado", "family", "lawyer"]


@dataclass_transform(frozen_default=True, kw_only_default=True)
class Record(msgspec.Struct, frozen=True, kw_only=True):
    """The base of all records: immutable, built by keyword. (The decorator says so to type checkers.)

    Those that hold text and numbers only have `gc=False`: there are many of them, and the garbage collector need not look at any.
    """


class Evidence(Record, frozen=True, kw_only=True, gc=False):
    """Where a record was read: `quote` is `text[start:end]` of the document whose id is `document`.

    `place` names the page or paragraph of a format that has such ("page 3", "paragraph 12").
    """

    document: str
    path: str
    start: int
    end: int
    quote: str
    place: str | None = None


class Evidenced(Record, frozen=True, kw_only=True):
    """A record that cannot be built without evidence."""

    def __post_init__(self) -> None:
        if not getattr(self, "evidence", None):
            raise ValueError(f"a {type(self).__name__} needs evidence")


class Recipe(Record, frozen=True, kw_only=True):
    """What made an analysis: it changes when, and only when, the same bytes could give another result."""

    hrcli: str
    model: str
    model_version: str
    lexicon: str


class Furniture(Record, frozen=True, kw_only=True, gc=False):
    """A stretch of page furniture (menu, appeal, other stories), and the reason why it was taken for that."""

    start: int
    end: int
    why: str


class Document(Record, frozen=True, kw_only=True):
    """One source: its identity, what is known of its origin, and what is not its own text."""

    id: str
    path: str
    sha256: str
    words: int
    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    authors: list[str] = []
    date: str | None = None
    date_source: DateSource | None = None
    language: str | None = None
    duplicate_of: str | None = None
    furniture: list[Furniture] = []
    warnings: list[str] = []
    recipe: Recipe | None = None


class Identity(Record, frozen=True, kw_only=True):
    """What an entity is, and how often it is named, without where: its documents and evidence are the greater part of it."""

    id: str
    name: str
    type: EntityType
    aliases: list[str] = []
    native_name: str | None = None
    roles: list[str] = []
    affiliations: list[str] = []
    country: str | None = None
    mentions: int


class Entity(Identity, Evidenced, frozen=True, kw_only=True):
    """An actor, place, law, event, group or work with all its names and mentions."""

    documents: list[str]
    evidence: list[Evidence]


class DemandSource(Record, frozen=True, kw_only=True, gc=False):
    """Who asks: the speaker, the speaker's organisation, and the id of the entity."""

    name: str | None = None
    organization: str | None = None
    entity: str | None = None


class Demand(Evidenced, frozen=True, kw_only=True):
    """One action that somebody asks for; `action` starts at its head verb or noun, without the cue."""

    id: str
    document: str
    source: DemandSource
    targets: list[str] = []
    action: str
    action_start: int
    action_end: int
    head: str
    polarity: Polarity
    force: Force
    cue: str
    people: list[str] = []
    reported: bool = False
    nested_in: str | None = None
    deadline: str | None = None
    themes: list[str] = []
    action_category: int | None = None
    cameo: str | None = None
    date: str | None = None
    evidence: list[Evidence]


class DemandGroup(Evidenced, frozen=True, kw_only=True):
    """Demands that belong together: how many, askers, addressees and themes by frequency, and the first and last date."""

    count: int
    sources: list[str] = []
    targets: list[str] = []
    themes: list[str] = []
    first: str | None = None
    last: str | None = None
    documents: list[str]
    demands: list[str]
    evidence: list[Evidence]


class DemandCount(DemandGroup, frozen=True, kw_only=True):
    """The demands that share an addressee, asker, theme or person called `name`."""

    name: str


class Campaign(DemandGroup, frozen=True, kw_only=True):
    """One demand that several documents or several askers make."""

    action: str
    head: str
    polarity: Polarity
    people: list[str] = []


class CaseEvent(Record, frozen=True, kw_only=True):
    """One step of a case: arrest, trial, release ..., with its EDTF date where the text gives it."""

    type: CaseEventType
    date: str | None
    evidence: list[Evidence]


class Detention(Evidenced, frozen=True, kw_only=True):
    """One person (or counted group) deprived of liberty or disappeared, with all that the documents say of it."""

    id: str
    name: str | None = None
    native_name: str | None = None
    group: str | None = None
    count: int | None = None
    status: Status
    certain: bool = True
    date: str | None = None
    released: str | None = None
    events: list[CaseEvent] = []
    charge: str | None = None
    law: str | None = None
    sentence: str | None = None
    place: str | None = None
    authority: str | None = None
    occupation: str | None = None
    affiliation: str | None = None
    health: str | None = None
    allegations: list[str] = []
    contact: Contact | None = None
    documents: list[str]
    evidence: list[Evidence]
    fields: dict[str, list[Evidence]] = {}


class Timex3(Record, frozen=True, kw_only=True, gc=False):
    """TimeML's type and ISO 8601 value of a temporal expression."""

    type: TimexType
    value: str


class TimelineEntry(Evidenced, frozen=True, kw_only=True):
    """One temporal expression, its EDTF date, and the event that it dates."""

    id: str
    document: str
    date: str | None = None
    earliest: str | None = None
    latest: str | None = None
    precision: Precision | None = None
    kind: DateKind
    timex3: Timex3 | None = None
    text: str
    start: int
    end: int
    anchor: str | None = None
    event: str | None = None
    event_type: EventType = "other"
    modality: Modality = "past"
    actors: list[str] = []
    evidence: list[Evidence]


class DocumentAnalysis(Record, frozen=True, kw_only=True):
    """All that one document says: a line of `hrcli analyze`."""

    document: Document
    entities: list[Entity] = []
    demands: list[Demand] = []
    detained: list[Detention] = []
    timeline: list[TimelineEntry] = []


class Skipped(Record, frozen=True, kw_only=True):
    """An input that could not be read, and why."""

    source: str
    reason: str


class Vocabulary(Record, frozen=True, kw_only=True, gc=False):
    """One of hrcli's word lists: what it is for, how many entries it has, and how many of them the user has added."""

    name: str
    about: str
    entries: int
    added: int = 0


class Term(Record, frozen=True, kw_only=True):
    """A word or phrase that hrcli knows: where it stands, what is said of such terms there, its other forms, all that its entry says."""

    term: str
    vocabulary: str
    section: str
    file: str
    about: str = ""
    forms: list[str] = []
    says: str = ""
    examples: list[str] = []


class Zone(Record, frozen=True, kw_only=True):
    """A stretch of a view that needs other reading than prose: the title, or a block of media contacts."""

    start: int
    end: int
    kind: Literal["title", "contact"]


class Place(Record, frozen=True, kw_only=True, gc=False):
    """A page or paragraph of a document: where it starts in the text, and what to call it ("page 3")."""

    start: int
    name: str


class View(Record, frozen=True, kw_only=True):
    """The text as the extractors read it: furniture left out, glued words mended.

    `offsets[i]` is the place of `text[i]` in the document's text; an inserted space has the offset of the
    character that follows it. `offsets` is one longer than `text`.
    """

    text: str
    offsets: list[int]
    zones: list[Zone] = []

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The span of the document's text that the view's non-empty span `start:end` was made from."""
        return self.offsets[start], self.offsets[end - 1] + 1


class Source(Record, frozen=True, kw_only=True):
    """A document as ingest hands it on: the record, the text that offsets point into, the view to read, its pages or paragraphs in order.

    `told` is a digest of what others than the document itself say of it: it is read anew when that changes.
    """

    document: Document
    text: str
    view: View
    places: list[Place] = []
    told: str = ""


def stable_id(*parts: object) -> str:
    """A 16-digit hex id that depends on `parts` alone, on every machine."""
    return hashlib.sha256("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass")).hexdigest()[:16]
