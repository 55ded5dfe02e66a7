"""The user's own words are added to the vocabularies as strictly as ours are read."""

from __future__ import annotations

from pathlib import Path

import pytest

from hrcli import lexicon
from hrcli.errors import LexiconError
from hrcli.lexicon import Entry, own

ORGANIZATION = '[[organizations.organization]]\nname = "Amity Watch"\naliases = ["AW"]\n'


class Named(Entry):
    """An organisation."""

    name: str
    aliases: list[str] = []
    weak: list[str] = []


class Organizations(Entry):
    """lexicon/organizations.toml, as far as it matters here."""

    examples: list[str]
    weak_names: list[str]
    organization: list[Named]


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file for the user's words, which count."""
    monkeypatch.setenv(own.VARIABLE, str(tmp_path / "own.toml"))
    return tmp_path / "own.toml"


def test_an_organisation_more(file: Path) -> None:
    """An entry is added behind ours."""
    file.write_text(ORGANIZATION, encoding="utf-8")
    assert lexicon.load("organizations", Organizations).organization[-1] == Named(name="Amity Watch", aliases=["AW"])


def test_the_digest(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The digest that recipes hold tells that words were added, and which."""
    file.write_text(ORGANIZATION, encoding="utf-8")
    added = lexicon.digest()
    monkeypatch.setenv(own.VARIABLE, "")
    assert lexicon.digest() != added


@pytest.mark.parametrize(
    ("text", "said", "hint"),
    [
        ('[organisations]\nx = ["y"]\n', "there is no vocabulary 'organisations'", "did you mean organizations?"),
        ('organizations = "x"\n', "organizations is no table", "write [organizations] or [[organizations.ENTRY]] above its entries"),
        ('[organizations]\norganization = "x"\n', "organizations.organization is there already, and can only be added to", None),
        (ORGANIZATION + "alias = 1\n", "unknown field `alias` - at `organizations.organization, number 1`", None),
        (ORGANIZATION * 2 + "aliases = 1\n", "is no TOML", None),
        (f"{ORGANIZATION}[[organizations.organization]]\nname = 3\n", "got `int` - at `organizations.organization, number 2.name`", None),
    ],
)
def test_mistakes(file: Path, text: str, said: str, hint: str | None) -> None:
    """A mistake is an error that names the file and the place in it."""
    file.write_text(text, encoding="utf-8")
    with pytest.raises(LexiconError) as raised:
        lexicon.load("organizations", Organizations)
    assert raised.value.message.startswith(str(file))
    assert said in raised.value.message
    assert hint is None or raised.value.hint == hint


def test_a_file_that_is_not_there(file: Path) -> None:
    """A file that is named and missing is an error."""
    with pytest.raises(LexiconError, match="cannot be read: No such file"):
        lexicon.load("organizations", Organizations)
    assert not file.exists()
