"""The recipe's papers: the table of data sets, its copy in the README, and the shipped model's credits."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hrcli.english.training import datasets, package

FOLDER = Path(datasets.__file__).parent
NOT_FOR_SHIPPING = ("essay", "fiction", "letter", "podcast", "whow")


def test_the_non_commercial_genres_are_left_out() -> None:
    """None of GUM's non-commercial genres is in use."""
    genres = datasets.load().treebanks[1].genres
    assert genres
    assert genres.isdisjoint(NOT_FOR_SHIPPING)


def test_the_readme_names_every_data_set_and_licence() -> None:
    """The table in the README has each data set of datasets.toml with its licence."""
    lines = (FOLDER / "README.md").read_text(encoding="utf-8").splitlines()
    for credit in datasets.credits():
        assert any(credit["name"] in line and credit["license"] in line for line in lines), credit["name"]


def test_a_model_that_is_too_large_is_not_installed(tmp_path: Path) -> None:
    """Over 25 MB the model in place stays, and the error says the size."""
    (tmp_path / "package").mkdir()
    (tmp_path / "package" / "model").write_bytes(b"0" * (package.ENOUGH + 1))
    with pytest.raises(ValueError, match="25,000,001 bytes"):
        package.install(tmp_path / "package", tmp_path / "target")


def test_installing_replaces_the_old_model(tmp_path: Path) -> None:
    """Files of the old model that the new one lacks are gone."""
    for folder, name in (("package", "new"), ("target", "old")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / name).write_text(json.dumps({}))
    package.install(tmp_path / "package", tmp_path / "target")
    assert [file.name for file in (tmp_path / "target").iterdir()] == ["new"]
