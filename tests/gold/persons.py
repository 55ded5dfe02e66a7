"""How many of the gold documents' people the language model finds by itself, before any word list or rule helps.

usage: python tests/gold/persons.py GOLD TEXTS [GOLD TEXTS ...]     (default: the folders of this repository)
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from scoring import HERE, SEEDS, Gold, read_gold, same

from hrcli import english, workflow


def found(golds: Sequence[tuple[Gold, Path]]) -> tuple[int, int]:
    """How many people whom the gold files name (not the optional or doubtful ones) the model marks PERSON, and how many there are."""
    nlp = english.load()
    sources = workflow.read_sources(workflow.Inputs([str(file) for _, file in golds]), workflow.Batch())
    names = {source.document.path: [ent.text for ent in nlp(source.view.text).ents if ent.label_ == "PERSON"] for source in sources}
    people = [(actor, str(file)) for gold, file in golds for actor in gold.actors if actor.type == "person"]
    certain = [(actor, file) for actor, file in people if not actor.optional and not actor.alt_type]
    return sum(any(same(name, actor.keys) for name in names[file]) for actor, file in certain), len(certain)


def main() -> None:
    """Print the recall over all folders named."""
    folders = [Path(each) for each in sys.argv[1:]] or [HERE / "seeds", SEEDS, HERE / "dev" / "gold", HERE / "dev" / "texts"]
    golds = [pair for gold, texts in zip(folders[::2], folders[1::2], strict=True) for pair in read_gold(gold, texts)]
    right, count = found(golds)
    sys.stdout.write(f"people found by the language model alone: {right} of {count}, {right / count:.3f}\n")


if __name__ == "__main__":
    main()
