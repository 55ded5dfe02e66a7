"""The recipe: reading, fitting and measuring, on a handful of recommendations."""

from __future__ import annotations

import gzip
from pathlib import Path

from hrcli.coding import weights
from hrcli.coding.features import stack
from hrcli.coding.training import evaluate, fit, recommendations
from hrcli.coding.training.recommendations import Recommendation

TEXTS = (("Adopt a law on water", 5, "Right to water"), ("Continue to plant trees", 2, "Environment"))
FEW = [Recommendation(text, category, frozenset({issue}), session=1) for text, category, issue in TEXTS for _ in range(12)]


def test_recommendations_are_read_from_the_files(tmp_path: Path) -> None:
    """Each row is a recommendation; "Other" is no issue."""
    (tmp_path / "demands").mkdir()
    with gzip.open(tmp_path / "demands" / "upr-recommendations-1.csv.gz", "wt", encoding="utf-8") as file:
        file.write('To,Text,From,Action,Issue,Session\nFiji,Plant trees ,Peru,5,"Environment,Other",3\n')
    assert recommendations.read(tmp_path) == [Recommendation("Plant trees", 5, frozenset({"Environment"}), 3)]


def test_what_was_learnt_is_told(tmp_path: Path) -> None:
    """The weights tell the texts that they were fitted on, also after they were written and read again."""
    fit.fit(FEW).save(tmp_path / "weights.npz")
    categories, issues = evaluate.told(weights.load(tmp_path / "weights.npz"), FEW)
    assert categories == [each.category for each in FEW]
    assert issues == [each.issues for each in FEW]


def test_a_text_of_unknown_words_has_the_commonest_category() -> None:
    """Where no feature is known the biases decide."""
    fitted = fit.fit([*FEW, *FEW[:12]])
    categories, _ = fitted.probabilities(stack(["zzz"]))
    assert weights.CATEGORIES[int(categories[0].argmax())] == 5


def test_measuring_counts_right_and_wrong() -> None:
    """Accuracy is the share of right categories; F1 is pooled (micro) or averaged over issues (macro)."""
    scores = evaluate.measure(FEW[11:13], [5, 5], [frozenset({"Right to water"}), frozenset({"Right to water"})])
    assert scores.accuracy == 0.5
    assert scores.micro == 0.5
    assert round(scores.macro, 3) == 0.333
