"""From text to records: spaCy components on the English pipeline, one file a step, and `harvest`, the one exit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from hrcli import __version__, english, lexicon
from hrcli.records import DocumentAnalysis, Recipe, Source

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

STEPS = ("names", "actors", "timex", "speakers", "demands", "detentions", "events")


class Analyzer:
    """Reads sources with one loaded pipeline. `recipe` says which."""

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp
        name, version = english.identity(nlp)
        self.recipe = Recipe(hrcli=__version__, model=name, model_version=version, lexicon=lexicon.digest())

    def analyze(self, sources: Iterable[Source]) -> Iterator[DocumentAnalysis]:
        """One DocumentAnalysis for each source, in order; texts are read in batches."""
        from hrcli.extract.harvest import harvest

        for doc in self._nlp.pipe((self._doc(source) for source in sources), batch_size=16):
            yield harvest(doc, self.recipe)

    def read(self, source: Source) -> Doc:
        """The Doc of one source with every component's findings on it."""
        return self._nlp(self._doc(source))

    def _doc(self, source: Source) -> Doc:
        doc = self._nlp.make_doc(source.view.text)
        doc._.source = source
        return doc


def load(model: str | None = None) -> Analyzer:
    """The shipped English pipeline (or the one named or lying at `model`) with the extractors behind it."""
    from hrcli.extract import actors, demands, detentions, events, layout, names, speakers, timex  # noqa: F401  register the components

    nlp = english.load(model)
    nlp.add_pipe("hrcli_layout", before="parser")
    for step in STEPS:
        nlp.add_pipe(f"hrcli_{step}")
    return Analyzer(nlp)
