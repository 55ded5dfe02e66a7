"""A vector for each word: what lists know of it (names, places, peoples, actors, how common) and the company it keeps.

The first part tells the model of a word it never met that it is a surname, a city or a common word; the second is the
singular value decomposition of positive pointwise mutual information between words and their neighbours (Levy, Goldberg
and Dagan 2015, "Improving distributional similarity with lessons learned from word embeddings"), counted on texts of
class *ship* alone.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

import numpy as np
import spacy
from scipy import sparse
from scipy.sparse.linalg import svds
from spacy.language import Language
from spacy.vectors import Vectors

from hrcli.english.training import corpus, gazetteer, lists

NEIGHBOURS = (-2, -1, 1, 2)
CONTEXTS = 2000  # commonest words that count as neighbours
OFTEN = 5  # times a word is met at least for its count to tell anything
KNOWN = 8  # times to have a second part; from 5 on it was half a megabyte more, and no better
COMPANY = 32  # width of the second part
LEVELS = 4  # steps of a graded feature, so that words share rows
CENSUS = {"forename": ("dist.male.first", "dist.female.first"), "surname": ("dist.all.last",)}

Feature = Mapping[str, float]


def build(data: Path) -> Language:
    """An empty English pipeline whose vocabulary holds the vectors, keyed by lower-case word."""
    texts = list(corpus.texts(data))
    known, company = [*features(data).values(), *commonness(texts)], neighbours(texts)
    names = sorted({word for feature in known for word in feature} | set(company))
    nothing = np.zeros(COMPANY, dtype="f")
    rows: dict[bytes, int] = {}
    keys: list[tuple[str, int]] = []
    for name in names:
        listed = np.asarray([round(feature.get(name, 0.0) * LEVELS) / LEVELS for feature in known], dtype="f")
        vector = np.concatenate([listed, company.get(name, nothing)])
        keys.append((name, rows.setdefault(vector.tobytes(), len(rows))))
    nlp = spacy.blank("en")
    table = np.frombuffer(b"".join(rows), dtype="f").reshape(len(rows), -1).copy()
    nlp.vocab.vectors = Vectors(strings=nlp.vocab.strings, data=table, name="hrcli_words", attr="LOWER")
    for name, row in keys:
        nlp.vocab.vectors.add(name, row=row)
    return nlp


def features(data: Path) -> dict[str, Feature]:
    """What lists know of a lower-case word, each between 0 and 1."""
    words = gazetteer.load(data)
    cities = [(name.lower(), people) for name, people in lists.cities()]
    return {
        **{name: _graded(lists.census(files)) for name, files in CENSUS.items()},
        "forename abroad": _flag(lists.column(data, "common-forenames-by-country.csv")),
        "surname abroad": _flag(lists.column(data, "common-surnames-by-country.csv")),
        "chinese surname": _flag(lists.chinese(data)),
        "country": _flag(word for name in lists.countries(data) for word in lists.words(name)),
        "state": _flag(words.states),
        "people": _flag(words.peoples),
        "city": _graded((name, people) for name, people in cities if " " not in name),
        "part of a city's name": _flag(word for name, _ in cities if " " in name for word in name.split()),
        "province": _flag(word for name in lists.provinces(data) for word in lists.words(name)),
        "actor in a country": _flag(lists.actors(data, "Countries")),
        "international actor": _flag(lists.actors(data, "International")),
        "armed actor": _flag(lists.actors(data, "MilNonState")),
        "title": _flag(words.titles),
    }


def neighbours(texts: list[list[str]], width: int = COMPANY) -> dict[str, np.ndarray]:
    """The second part of the vector of each word that is met often enough: `width` numbers, of length 1 as a vector."""
    texts = [[word.lower() for word in words] for words in texts]
    counts = Counter(word for words in texts for word in words)
    vocabulary = {word: i for i, word in enumerate(sorted(word for word, count in counts.items() if count >= KNOWN))}
    contexts = {word: i for i, (word, _) in enumerate(counts.most_common(CONTEXTS))}
    pairs: Counter[tuple[int, int]] = Counter()
    for words in texts:
        ids, near = [vocabulary.get(word) for word in words], [contexts.get(word) for word in words]
        for place, step in enumerate(NEIGHBOURS):
            for i, word in enumerate(ids):
                if word is not None and 0 <= i + step < len(words) and (other := near[i + step]) is not None:
                    pairs[word, place * CONTEXTS + other] += 1
    seen = np.array([(*pair, count) for pair, count in sorted(pairs.items())], dtype="f8")
    table = sparse.csr_matrix((seen[:, 2], (seen[:, 0].astype(int), seen[:, 1].astype(int))))
    left, weights, _ = svds(_informative(table), k=width, random_state=0)
    vectors = (left * np.sqrt(weights)).astype("f")
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-8
    return {word: vectors[i].round(3) for word, i in vocabulary.items() if i < len(vectors)}


def _informative(table: sparse.csr_matrix) -> sparse.csr_matrix:
    """Positive pointwise mutual information; contexts smoothed with the power 0.75."""
    rows = np.asarray(table.sum(axis=1)).ravel()
    columns = np.asarray(table.sum(axis=0)).ravel() ** 0.75
    cells = table.tocoo()
    with np.errstate(divide="ignore"):
        information = np.log(cells.data * columns.sum() / (rows[cells.row] * columns[cells.col]))
    return sparse.csr_matrix((np.maximum(information, 0), (cells.row, cells.col)), shape=table.shape)


def commonness(texts: list[list[str]]) -> tuple[Feature, Feature]:
    """How often a word is met, and which share of that is without a capital; of words met often enough."""
    seen = Counter(word.lower() for words in texts for word in words)
    low = Counter(word for words in texts for word in words if word.islower())
    often = {word: count for word, count in seen.items() if count >= OFTEN}
    return _graded(often.items()), {word: low[word] / count for word, count in often.items()}


def _graded(counts: Iterable[tuple[str, float]]) -> Feature:
    """The logarithm of each word's highest count, as a share of the greatest; never 0 for a word that is listed."""
    highest: dict[str, float] = {}
    for word, count in counts:
        highest[word] = max(count, highest.get(word, 0))
    least, most = math.log(min(highest.values())), math.log(max(highest.values()))
    return {word: max(1 / LEVELS, (math.log(count) - least) / ((most - least) or 1)) for word, count in highest.items()}


def _flag(words: Iterable[str]) -> Feature:
    return dict.fromkeys((word.lower() for word in words if " " not in word), 1.0)
