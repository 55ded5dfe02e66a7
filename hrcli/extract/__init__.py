"""From text to records: spaCy components on the English pipeline, one file a step, and `harvest`, the one exit."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

from hrcli import __version__, coding, english, lexicon
from hrcli.records import DocumentAnalysis, Recipe, Source

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

Item = TypeVar("Item")

STEPS = ("names", "actors", "timex", "speakers", "detentions", "demands", "codes", "events")
COLLECT_EVERY = 50_000  # new objects: what the extractors make of a batch or two
BATCH = 25_000  # characters of text read at once, about 4,000 words: what the model works on then fits the processor's cache


class Analyzer:
    """Reads sources with one loaded pipeline. `recipe` says which."""

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp
        self.recipe = _recipe(*english.identity(nlp))

    def analyze(self, sources: Iterable[Source]) -> Iterator[DocumentAnalysis]:
        """One DocumentAnalysis for each source, in order; texts are read in batches. In other languages, names alone are read."""
        from hrcli.extract.foreign import names_only
        from hrcli.extract.harvest import harvest

        readable = (source if reads(source.document.language) else names_only(source) for source in sources)
        for batch in batches(readable, lambda source: len(source.view.text)):
            for doc in self._nlp.pipe(map(self._doc, batch), batch_size=len(batch)):
                yield harvest(doc, self.recipe)

    def read(self, source: Source) -> Doc:
        """The Doc of one source with every component's findings on it."""
        return self._nlp(self._doc(source))

    def _doc(self, source: Source) -> Doc:
        doc = self._nlp.make_doc(source.view.text)
        doc._.source = source
        return doc


def reads(language: str | None) -> bool:
    """Whether the extractors read a language (its ISO 639 code, a region may follow); one that nobody knows is taken for English."""
    return language is None or language.lower().split("-")[0] == "en"


def load(model: str | None = None) -> Analyzer:
    """The shipped English pipeline (or the one named or lying at `model`) with the extractors behind it."""
    from hrcli.extract import actors, codes, demands, detentions, events, names, speakers, timex  # noqa: F401  register the components

    nlp = reader(model)
    for step in STEPS:
        nlp.add_pipe(f"hrcli_{step}")
    _spare_the_collector()
    return Analyzer(nlp)


def recipe(model: str | None = None) -> Recipe:
    """What `load(model)` reads by; of the shipped pipeline it is told without loading it."""
    return _recipe(*english.shipped()) if model is None else load(model).recipe


def _recipe(name: str, version: str) -> Recipe:
    told_by = f"{version}+codes.{coding.digest()}"
    return Recipe(hrcli=__version__, model=name, model_version=told_by, lexicon=lexicon.digest())


def _spare_the_collector() -> None:
    """Let Python's collector of cycles pass over the model, which stays, and look less often: it took a tenth of the extractors' time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(COLLECT_EVERY)


def reader(model: str | None = None) -> Language:
    """The English pipeline as the extractors use it.

    The page's own breaks end sentences, words in other scripts are no verbs, words of asking that open a clause are, and there are
    trees where they may be wanted.
    """
    from hrcli.english import gated
    from hrcli.extract import layout, openings, scripts  # noqa: F401  register the components
    from hrcli.extract.gate import worth_parsing

    nlp = english.load(model)
    nlp.add_pipe("hrcli_layout", first=True)
    gated.gate(nlp, worth_parsing)
    for step in ("hrcli_scripts", "hrcli_openings"):
        nlp.add_pipe(step, before="hrcli_gated" if "hrcli_gated" in nlp.pipe_names else None)
    return nlp


def batches(items: Iterable[Item], size: Callable[[Item], int]) -> Iterator[list[Item]]:
    """The items in order, in lists of at most BATCH characters each (a longer item is alone)."""
    batch: list[Item] = []
    room = BATCH
    for item in items:
        room -= size(item)
        if batch and room < 0:
            yield batch
            batch, room = [], BATCH - size(item)
        batch.append(item)
    if batch:
        yield batch
