"""What spaCy answers, sooner: `tok2vec`, `parser` and `ner` with another `predict`, where we know the whole architecture.

spaCy 3.8 decodes in compiled code that spends more than half of its time taking and giving back Python's lock: functions
declared `nogil` that may return -1 ask after each call whether an exception is set. So a word costs 32 µs in `ner` and
27 in `parser` (one core of a 2.8 GHz Xeon), of which the arithmetic is 1 and 3. `names` and `trees` decode in numpy, all words or
sentences of a batch at once, by the same weights and rules, at 2 µs and 10. `vectors` brings `tok2vec` from 25 µs (45 in
great batches) to 12: most words of a text have been seen before, and a portion that fits the cache is encoded sooner.

The answers differ only where two scores are equal but for rounding. `names` and `trees` may go when spaCy declares the
functions of `StateC` and of the moves `noexcept`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spacy.pipeline import DependencyParser, EditTreeLemmatizer, EntityRecognizer, Tok2Vec
from thinc.api import NumpyOps

from hrcli.english.fast.lemmas import FastLemmatizer
from hrcli.english.fast.names import FastNer
from hrcli.english.fast.trees import FastParser
from hrcli.english.fast.vectors import FastTok2Vec, understands

if TYPE_CHECKING:
    from spacy.language import Language


def speed_up(nlp: Language) -> None:
    """Put our components in the place of those that we can stand in for; leave all others. For reading only, not for training."""
    pipes: list[tuple[str, Any]] = list(nlp.pipeline)
    for name, pipe in pipes:
        if type(pipe) is EntityRecognizer and _decodes(pipe, features=(3, 6)):
            _replace(nlp, name, FastNer(pipe.vocab, pipe.model, name, pipe.moves, scorer=pipe.scorer), pipe)
        elif type(pipe) is DependencyParser and _decodes(pipe, features=(8, 13)) and not pipe.cfg["learn_tokens"]:
            _replace(nlp, name, FastParser(pipe.vocab, pipe.model, name, pipe.moves, scorer=pipe.scorer), pipe)
        elif type(pipe) is EditTreeLemmatizer and pipe.top_k == 1 and pipe.backoff == "orth":
            _replace(nlp, name, FastLemmatizer.of(pipe), pipe)
        elif type(pipe) is Tok2Vec and isinstance(pipe.model.ops, NumpyOps) and understands(pipe.model):
            new = FastTok2Vec(pipe.vocab, pipe.model, name)
            new.listener_map = pipe.listener_map
            _replace(nlp, name, new, pipe)


def _decodes(pipe: Any, *, features: tuple[int, ...]) -> bool:
    """Whether this is a greedy parser of spaCy's architecture on the processor, with states of so many features."""
    model = pipe.model
    if pipe.cfg["beam_width"] != 1 or model.name != "parser_model" or not isinstance(model.ops, NumpyOps):
        return False
    lower = model.get_ref("lower")
    return lower.name == "precomputable_affine" and lower.has_param("W") and lower.get_dim("nF") in features


def _replace(nlp: Language, name: str, new: Any, old: Any) -> None:
    new.cfg = old.cfg
    place = nlp.component_names.index(name)
    nlp._components[place] = (name, new)
