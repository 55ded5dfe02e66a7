"""The English that hrcli reads with: the trained spaCy pipeline in `model/`, or another one in its place."""

from __future__ import annotations

import json
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hrcli.errors import ModelError

if TYPE_CHECKING:
    from spacy.language import Language

NEEDED = ("tagger", "parser", "ner")


def load(name: str | None = None) -> Language:
    """The pipeline that ships with hrcli, or the installed package or path `name`, with our labels (see `labels`).

    Loads one pipeline per call; the caller keeps it. Raises ModelError where it is missing, does not fit this
    version of spaCy, or lacks a component that the extractors need.
    """
    import spacy

    from hrcli.english import boundaries, fast, labels, tokens  # noqa: F401  the model's configuration names our tokenizer

    place = _place(name)
    _check_version(place, hint=_hint(name))
    try:
        nlp = spacy.load(place, exclude=["tokenizer"] if name is None else [])  # ours is spaCy's own, and built twice otherwise
    except (OSError, ValueError, KeyError) as error:
        raise ModelError(f"the language model {place} cannot be loaded: {_first_line(error)}", hint=_hint(name)) from error
    missing = [part for part in NEEDED if part not in nlp.pipe_names]
    if missing:
        raise ModelError(f"the language model {place} has no {', '.join(missing)}", hint="choose a pipeline with tagger, parser and ner")
    labels.adapt(nlp)
    fast.speed_up(nlp)
    boundaries.leave_doubts(nlp)
    _use_fast_matrix_product()
    return nlp


def identity(nlp: Language) -> tuple[str, str]:
    """The name and version of a loaded pipeline, as they stand in a document's recipe."""
    return f"{nlp.meta['lang']}_{nlp.meta['name']}", nlp.meta["version"]


def shipped() -> tuple[str, str]:
    """The name and version of the pipeline that ships with hrcli, told without loading it; ModelError where it is missing."""
    meta = json.loads((Path(_place(None)) / "meta.json").read_text(encoding="utf-8"))
    return f"{meta['lang']}_{meta['name']}", meta["version"]


def _place(name: str | None) -> str | Path:
    if name is not None:
        return Path(name) if Path(name).is_dir() else name
    place = Path(str(resources.files(__name__).joinpath("model")))
    if not (place / "meta.json").is_file():
        raise ModelError(f"the language model is missing from {place}", hint="reinstall hrcli, or build it with `make model DATA=...`")
    return place


def _check_version(place: str | Path, *, hint: str) -> None:
    """Stop at a pipeline made for another spaCy, which would load badly or with pages of warnings."""
    from spacy import about, util

    folder = place if isinstance(place, Path) else util.get_package_path(place) if util.is_package(place) else None
    try:
        wanted = json.loads((folder / "meta.json").read_text(encoding="utf-8")).get("spacy_version", "") if folder else ""
    except (OSError, ValueError):
        return  # spaCy's own loader says what is wrong with it
    if wanted and util.is_compatible_version(about.__version__, wanted) is False:
        raise ModelError(f"the language model {place} is made for spaCy {wanted}, and this is spaCy {about.__version__}", hint=hint)


def _use_fast_matrix_product() -> None:
    """Let thinc multiply with numpy's BLAS: 1.4 times as fast here as the generic kernel of its blis wheel."""
    from thinc.api import get_current_ops

    ops: Any = get_current_ops()
    ops.use_blis = False


def _first_line(error: Exception) -> str:
    return str(error).strip().splitlines()[0]


def _hint(name: str | None) -> str:
    if name is None:
        return "reinstall hrcli with the spaCy version that it asks for"
    return "give the name of an installed spaCy pipeline or the path of one on disk"
