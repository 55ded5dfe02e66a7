"""How well analyses agree with the gold files: counts of what is right, extra and missed, pooled over documents.

A gold item points into the text with `anchor`, an exact substring (occurrence `nth`); an `optional` one is neither an error
to find nor to miss. Run as a program, it analyses `seeds/`, `tests/gold/dev/`, `tests/gold/written/` (invented documents whose errors the
rules were written with) and `tests/gold/held/` (invented ones that nobody looked at) and prints the figures.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from hrcli import workflow
from hrcli.records import Demand, Detention, DocumentAnalysis, Entity, TimelineEntry

HERE = Path(__file__).parent
SEEDS = HERE.parent.parent / "seeds"
BODIES = {"organization", "public_body", "intergovernmental"}


class Item(msgspec.Struct, frozen=True):
    """A place in the text."""

    anchor: str = ""
    nth: int = 0
    optional: bool = False

    def place(self, text: str) -> int:
        """Where the item begins."""
        at = -1
        for _ in range(self.nth + 1):
            at = text.find(self.anchor, at + 1)
        return at


class DateItem(Item, frozen=True):
    """A date and the values that are right for it."""

    value: str = ""
    alt: list[str] = []


class Named(msgspec.Struct, frozen=True):
    """An actor or a detained person or group, by all their names."""

    name: str | None = None
    aliases: list[str] = []
    native: str | None = None
    type: str = ""
    alt_type: list[str] = []
    count: int | None = None
    optional: bool = False

    @property
    def keys(self) -> set[str]:
        """The keys of all names."""
        return keys(self.name, *self.aliases, self.native)


class Gold(msgspec.Struct, frozen=True):
    """What is to be found in one document."""

    doc: str
    title: str | None
    publisher: str | None
    date: str | None
    boilerplate: list[str]
    actors: list[Named]
    demands: list[Item]
    detained: list[Named]
    dates: list[DateItem]
    alt_date: list[str] = []


@dataclass
class Tally:
    """Right, extra and missed records of one kind."""

    right: int = 0
    extra: int = 0
    missed: int = 0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 0 where nothing is right."""
        return 2 * self.right / (2 * self.right + self.extra + self.missed) if self.right else 0.0


@dataclass
class Score:
    """The figures of some documents: tallies by kind of record, and lists of what must not happen at all."""

    tallies: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    wrong: list[str] = field(default_factory=list)
    leaks: list[str] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)


def read_gold(folder: Path, texts: Path) -> list[tuple[Gold, Path]]:
    """The gold files of a folder, each with its text: the file whose name begins with the gold file's."""
    return [
        (msgspec.json.decode(file.read_bytes(), type=Gold), next(texts.glob(f"{file.stem}*"))) for file in sorted(folder.glob("*.json"))
    ]


def analyze(files: Iterable[Path]) -> list[DocumentAnalysis]:
    """The analyses of some files, as `hrcli analyze` makes them."""
    batch = workflow.Batch()
    found = list(workflow.analyze(workflow.read_sources(workflow.Inputs([str(file) for file in files]), batch), batch))
    assert not batch.skipped, batch.skipped
    return found


def score(golds: Sequence[tuple[Gold, Path]], analyses: Iterable[DocumentAnalysis]) -> Score:
    """The pooled score of the analyses of some gold documents."""
    by_name = {Path(analysis.document.path).name: analysis for analysis in analyses}
    total = Score()
    for gold, file in golds:
        text, analysis = file.read_bytes().decode(), by_name[file.name]
        total.wrong += _wrong_origin(gold, analysis)
        total.broken += [f"{gold.doc}: {e[2]!r}" for e in _evidence(analysis) if text[e[0] : e[1]] != e[2]]
        total.leaks += [f"{gold.doc}: {e[2]!r}" for e in _evidence(analysis, entities=False) if _inside(e, text, gold.boilerplate)]
        _score_actors(total.tallies["actors"], gold, analysis.entities)
        _score_demands(total.tallies["demands"], gold, text, analysis.demands)
        _score_detained(total.tallies["detained"], gold, analysis.detained)
        _score_dates(total.tallies["date values"], gold, text, analysis.timeline)
    return total


def keys(*names: str | None) -> set[str]:
    """The names as they are compared: no case, accents, punctuation, white space, leading article or possessive."""
    return {_key(name) for name in names} - {""}


def _key(name: str | None) -> str:
    plain = "".join(c for c in unicodedata.normalize("NFKD", name or "").casefold() if not unicodedata.combining(c))
    plain = re.sub(r"^(the|a|an)\s+", "", plain.strip())
    return re.sub(r"[\W_]+", "", re.sub(r"['’]s$", "", plain))


def same(name: str | None, accepted: set[str]) -> bool:
    own = _key(name)
    return bool(own) and any(own == key or (len(key) > 5 and key in own) or (len(own) > 5 and own in key) for key in accepted)


def _all_names(gold: Gold, name: str | None) -> set[str]:
    wanted = keys(name)
    for actor in gold.actors:
        wanted |= actor.keys if actor.keys & wanted else set()
    return wanted


def _edtf(value: str | None) -> str | None:
    return re.sub(r"[~?%]", "", value) if value else None


def _wrong_origin(gold: Gold, analysis: DocumentAnalysis) -> Iterator[str]:
    """What is wrong with the title, date and publisher; a title or publisher that the gold leaves open is not looked at."""
    document = analysis.document
    if gold.title and _key(document.title) != _key(gold.title):
        yield f"{gold.doc}: title {document.title!r}"
    if _edtf(document.date) not in (gold.date, *gold.alt_date):
        yield f"{gold.doc}: date {document.date!r}"
    if gold.publisher and not same(document.publisher, _all_names(gold, gold.publisher)):
        yield f"{gold.doc}: publisher {document.publisher!r}"


def _evidence(analysis: DocumentAnalysis, *, entities: bool = True) -> Iterator[tuple[int, int, str]]:
    kinds = (analysis.entities if entities else [], analysis.demands, analysis.detained, analysis.timeline)
    yield from ((e.start, e.end, e.quote) for records in kinds for record in records for e in record.evidence)


def _inside(evidence: tuple[int, int, str], text: str, walls: Iterable[str]) -> bool:
    spans = ((at.start(), at.end()) for wall in walls for at in re.finditer(re.escape(wall), text))
    return any(start <= evidence[0] and evidence[1] <= end for start, end in spans)


def _score_actors(tally: Tally, gold: Gold, entities: Sequence[Entity]) -> None:
    """Pairs entities with gold entities of all types, the most alike first, and counts those that are actors."""
    found = sorted(entities, key=lambda entity: -len(_entity_keys(entity)))
    pairs = [(*alike, -i, -j) for i, e in enumerate(found) for j, g in enumerate(gold.actors) if (alike := _alike(e, g))]
    paired: dict[int, int] = {}
    for *_, i, j in sorted(pairs, reverse=True):
        if -i not in paired and -j not in paired.values():
            paired[-i] = -j
    spare = [g.keys for g in gold.actors if g.optional]
    for i, entity in enumerate(found):
        known = i in paired or any(_entity_keys(entity) & each for each in spare)
        tally.extra += entity.type in {"person", *BODIES} and not known
    for j, actor in enumerate(gold.actors):
        if not actor.optional and actor.type in {"person", *BODIES}:
            tally.right += j in paired.values()
            tally.missed += j not in paired.values()


def _entity_keys(entity: Entity) -> set[str]:
    return keys(entity.name, *entity.aliases, entity.native_name)


def _alike(entity: Entity, gold: Named) -> tuple[bool, bool, int] | None:
    """How much an entity is a gold one: the type, the name, the number of common names; None where it is another."""
    common, types = _entity_keys(entity) & gold.keys, {gold.type, *gold.alt_type}
    if not common or not (entity.type in types or (entity.type in BODIES and types & BODIES)):
        return None
    return entity.type == gold.type, _key(entity.name) == _key(gold.name), len(common)


def _score_demands(tally: Tally, gold: Gold, text: str, demands: Iterable[Demand]) -> None:
    """A gold action is found by the shortest action that holds its first word."""
    heads, taken = [item.place(text) for item in gold.demands], set()
    for demand in sorted(demands, key=lambda demand: demand.action_end - demand.action_start):
        inside = [k for k, at in enumerate(heads) if demand.action_start <= at < demand.action_end]
        free = sorted((k for k in inside if k not in taken), key=lambda k: gold.demands[k].optional)
        tally.extra += not free and not any(gold.demands[k].optional for k in inside)
        tally.right += bool(free) and not gold.demands[free[0]].optional
        taken.update(free[:1])
    tally.missed += sum(k not in taken and not item.optional for k, item in enumerate(gold.demands))


def _score_detained(tally: Tally, gold: Gold, cases: Iterable[Detention]) -> None:
    left = list(gold.detained)
    for case in cases:
        hit = next((item for item in left if _same_case(gold, case, item)), None)
        if hit:
            left.remove(hit)
        tally.extra += hit is None
        tally.right += hit is not None and not hit.optional
    tally.missed += sum(not item.optional for item in left)


def _same_case(gold: Gold, case: Detention, item: Named) -> bool:
    if item.name and case.name and (keys(case.name, case.native_name) & item.keys or same(case.name, _all_names(gold, item.name))):
        return True
    return item.count is not None and case.count == item.count


def _score_dates(tally: Tally, gold: Gold, text: str, entries: Iterable[TimelineEntry]) -> None:
    """A date is found by an entry that overlaps it; a wrong value is both extra and missed."""
    starts, taken = [item.place(text) for item in gold.dates], set()
    for entry in entries:
        hits = [k for k, at in enumerate(starts) if at < entry.end and entry.start < at + len(gold.dates[k].anchor)]
        fresh = [k for k in hits if k not in taken]
        tally.extra += not hits and entry.kind == "date"
        taken.update(fresh[:1])
        if fresh and not gold.dates[fresh[0]].optional:
            right = _edtf(entry.date) in (gold.dates[fresh[0]].value, *gold.dates[fresh[0]].alt)
            tally.right += right
            tally.extra += not right
            tally.missed += not right
    tally.missed += sum(k not in taken and not item.optional for k, item in enumerate(gold.dates))


def main() -> None:
    """Print the figures of the seeds and of the other gold documents."""
    others = {name: (HERE / name / "gold", HERE / name / "texts") for name in ("dev", "written", "held")}
    sets = {"seeds": (HERE / "seeds", SEEDS), **others}
    for title, folders in sets.items():
        golds = read_gold(*folders)
        total = score(golds, analyze(file for _, file in golds))
        figures = (f"{kind} {tally.f1:.3f}" for kind, tally in total.tallies.items())
        sys.stdout.write(f"{title}: {', '.join(figures)}, leaks {len(total.leaks)}, broken quotes {len(total.broken)}\n")
        sys.stdout.writelines(f"  {line}\n" for line in (*total.wrong, *total.leaks, *total.broken))


if __name__ == "__main__":
    main()
