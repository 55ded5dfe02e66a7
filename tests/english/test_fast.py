"""The faster components: the same answers as spaCy's own, on the seeds and on random documents under random weights."""

from __future__ import annotations

import random
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

from hrcli import english
from hrcli.english import fast, tokens  # noqa: F401  the model names our tokenizer

if TYPE_CHECKING:
    from collections.abc import Callable

MODEL = Path(english.__file__).parent / "model"
SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
FORMS = [{}, {"maxout_pieces": 1}, {"maxout_pieces": 3}, {"use_upper": False}, {"extra_state_tokens": True}]
WORDS = ["Lima", "the", "police", "of", ".", "Ana", "\n\n", " ", "said", "Peru", "on", "Monday", "?", "by", "court", "U.S.", "27"]


@pytest.fixture(scope="module")
def slow() -> Language:
    """The shipped pipeline as spaCy runs it."""
    return spacy.load(MODEL)


@pytest.fixture(scope="module")
def quick() -> Language:
    """The shipped pipeline with the faster components."""
    nlp = spacy.load(MODEL)
    fast.speed_up(nlp)
    return nlp


def untrained(pipe: str, labels: str, **model: Any) -> Language:
    """A pipeline of one component, under random weights; the same at each call."""
    nlp = spacy.blank("en")
    settings = {"state_type": pipe, "maxout_pieces": 2, "use_upper": True, "extra_state_tokens": False, "hidden_width": 8, **model}
    tok2vec = {"@architectures": "spacy.HashEmbedCNN.v2", "width": 8, "depth": 1, "embed_size": 50, "window_size": 1,
               "maxout_pieces": 2, "subword_features": True, "pretrained_vectors": None}  # fmt: skip
    architecture = {"@architectures": "spacy.TransitionBasedParser.v2", "tok2vec": tok2vec, "nO": None}
    component: Any = nlp.add_pipe(pipe, config={"model": {**architecture, **settings}})
    for label in labels:
        component.add_label(label)
    nlp.initialize()
    return shuffled(nlp)


def shuffled(nlp: Language) -> Language:
    """The pipeline with every weight drawn anew, so that no layer is idle."""
    chance = np.random.default_rng(7)
    for _, component in nlp.pipeline:
        for node in component.model.walk():  # type: ignore[attr-defined]
            for name in node.param_names:
                if node.has_param(name):
                    node.set_param(name, chance.normal(size=node.get_param(name).shape).astype("f"))
    return nlp


def random_docs(nlp: Language, *, count: int, starts: bool) -> list[Doc]:
    """Documents of nothing to 60 words; with `starts`, some words are marked as first or not first of a sentence."""
    chance = random.Random(3)
    docs = []
    for _ in range(count):
        words = chance.choices(WORDS, k=chance.randrange(60))
        marks = [chance.choice((None, None, None, True, False)) for _ in words]
        docs.append(Doc(nlp.vocab, words, sent_starts=marks if starts else None))
    return docs


def names(doc: Doc) -> list[tuple[int, int, str, int]]:
    """The names of a document, and how many of its words are said to be inside, outside or neither."""
    return [*((ent.start, ent.end, ent.label_, 0) for ent in doc.ents), *((token.i, 0, token.ent_iob_, 0) for token in doc)]


def both(make: Callable[[], Language], **docs: Any) -> tuple[list[Doc], list[Doc]]:
    """Random documents as spaCy's component leaves them, and as ours does."""
    plain, ours = make(), make()
    fast.speed_up(ours)
    assert type(ours.pipeline[0][1]) is not type(plain.pipeline[0][1])
    return tuple(list(nlp.pipe(random_docs(nlp, **docs))) for nlp in (plain, ours))  # type: ignore[return-value]


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.stem)
def test_the_seeds_are_read_alike(slow: Language, quick: Language, seed: Path) -> None:
    """Every name, tag, head and label of a seed is the same."""
    text = seed.read_text(encoding="utf-8")
    one, other = slow(text), quick(text)
    assert names(one) == names(other)
    assert [(t.tag_, t.lemma_, t.head.i, t.dep_, t.is_sent_start) for t in one] == [
        (t.tag_, t.lemma_, t.head.i, t.dep_, t.is_sent_start) for t in other
    ]


@pytest.mark.parametrize("starts", [False, True])
@pytest.mark.parametrize(
    "model", [{}, {"maxout_pieces": 1}, {"maxout_pieces": 3}, {"use_upper": False}, {"extra_state_tokens": True}], ids=str
)
def test_names_are_spacys(model: dict[str, Any], starts: bool) -> None:
    """Names under random weights, for each form of the model, across marked sentences and white space."""
    one, other = both(lambda: untrained("ner", "ABC", **model), count=60, starts=starts)
    assert [names(doc) for doc in one] == [names(doc) for doc in other]
    assert any(len(ent) > 1 for doc in one for ent in doc.ents)


def test_very_long_names_are_left_to_spacy(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name of more words than we follow has the same answer."""
    monkeypatch.setattr("hrcli.english.fast.names.LONGEST", 2)
    one, other = both(lambda: untrained("ner", "ABC", use_upper=False), count=20, starts=False)
    assert [names(doc) for doc in one] == [names(doc) for doc in other]


def test_names_that_are_there_already_stay() -> None:
    """A document with names is spaCy's business, which keeps them and finds others around them."""
    found = []
    for speed_up in (lambda _: None, fast.speed_up):
        nlp = untrained("ner", "ABC")
        speed_up(nlp)
        docs = random_docs(nlp, count=20, starts=False)
        for doc in docs:
            doc.ents = [Span(doc, 3, 5, "B")] if len(doc) > 5 else []
        found.append([names(doc) for doc in nlp.pipe(docs)])
    assert found[0] == found[1]


def trees(doc: Doc) -> list[tuple[int, str, bool | None]]:
    """The tree of a document and its sentences."""
    return [(token.head.i, token.dep_, token.is_sent_start) for token in doc]


@pytest.mark.parametrize("starts", [False, True])
@pytest.mark.parametrize("model", FORMS, ids=str)
def test_trees_are_spacys(model: dict[str, Any], starts: bool) -> None:
    """Trees under random weights, which put words back and cut sentences anywhere, with and without given sentences."""
    one, other = both(lambda: untrained("parser", "ABC", **model), count=60, starts=starts)
    assert [trees(doc) for doc in one] == [trees(doc) for doc in other]
    assert len({head - token.i for doc in one for token, (head, _, _) in zip(doc, trees(doc), strict=True)}) > 4


def test_trees_in_small_portions(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same trees where a batch is parsed a few documents at a time."""
    monkeypatch.setattr("hrcli.english.fast.trees.WORDS", 40)
    one, other = both(lambda: untrained("parser", "ABC"), count=20, starts=False)
    assert [trees(doc) for doc in one] == [trees(doc) for doc in other]


def test_trees_that_are_there_already_are_left_to_spacy() -> None:
    """A document that is parsed a second time has the same answer."""
    one, other = both(lambda: untrained("parser", "ABC"), count=20, starts=False)
    twice = []
    for docs, speed_up in ((one, lambda _: None), (other, fast.speed_up)):
        nlp = untrained("parser", "ABC")
        speed_up(nlp)
        twice.append([trees(doc) for doc in nlp.pipe(docs)])
    assert twice[0] == twice[1]


def vectors_pipeline(**settings: int) -> Language:
    """A `tok2vec` under random weights, with static vectors for some words."""
    nlp = spacy.blank("en")
    for word in WORDS[::2]:
        nlp.vocab.set_vector(word, np.random.default_rng(len(word)).normal(size=12).astype("f"))
    embed = {"@architectures": "spacy.MultiHashEmbed.v2", "width": 8, "attrs": ["NORM", "SHAPE", "SPACY"], "rows": [50, 20, 5],
             "include_static_vectors": True}  # fmt: skip
    encode = {"@architectures": "spacy.MaxoutWindowEncoder.v2", "width": 8, **settings}
    nlp.add_pipe("tok2vec", config={"model": {"@architectures": "spacy.Tok2Vec.v2", "embed": embed, "encode": encode}})
    nlp.initialize()
    return shuffled(nlp)


@pytest.mark.parametrize("room", [50, 8])
@pytest.mark.parametrize("sizes", [(1, 4, 3), (2, 2, 2), (1, 1, 1)])
def test_vectors_are_spacys(monkeypatch: pytest.MonkeyPatch, room: int, sizes: tuple[int, int, int]) -> None:
    """Vectors of random documents, however the encoder is built, in small portions and when no more words can be kept."""
    monkeypatch.setattr("hrcli.english.fast.vectors.ROOM", room)
    monkeypatch.setattr("hrcli.english.fast.vectors.ROWS", 16)
    settings = dict(zip(("window_size", "depth", "maxout_pieces"), sizes, strict=True))
    one, other = both(lambda: vectors_pipeline(**settings), count=30, starts=False)
    assert all(np.allclose(a.tensor, b.tensor, atol=1e-5) for a, b in zip(one, other, strict=True))
    assert len({row.tobytes() for doc in one for row in doc.tensor}) > 500


def test_words_of_one_spelling_and_two_norms_differ() -> None:
    """A word that the tokenizer gave another norm ("ca" in "can't") is not taken for its spelling."""
    nlp = vectors_pipeline(window_size=1, depth=1, maxout_pieces=2)
    fast.speed_up(nlp)
    other, plain = nlp("can't"), nlp(Doc(nlp.vocab, ["ca", "n't"], [False, False]))
    assert [token.text for token in other] == [token.text for token in plain]
    assert not np.allclose(other.tensor, plain.tensor)


def test_the_pipeline_is_saved_as_it_was(quick: Language, tmp_path: Path) -> None:
    """What is written to disk loads as a pipeline of spaCy's own components."""
    quick.to_disk(tmp_path)
    assert type(spacy.load(tmp_path).get_pipe("ner")).__name__ == "EntityRecognizer"


def test_beams_are_left_to_spacy() -> None:
    """A component that searches with a beam is not replaced."""
    nlp = spacy.blank("en")
    nlp.add_pipe("beam_ner").add_label("A")  # type: ignore[attr-defined]
    nlp.initialize()
    before = nlp.get_pipe("beam_ner")
    fast.speed_up(nlp)
    assert nlp.get_pipe("beam_ner") is before
