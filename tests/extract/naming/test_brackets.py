"""What brackets add to a name."""

from __future__ import annotations

from hrcli.extract.findings import Mention
from hrcli.extract.naming.brackets import is_native, read
from hrcli.records import EntityType


def bracket(name: str, rest: str, kind: EntityType) -> Mention:
    mention = Mention(0, 1, kind, name)
    read(mention, rest)
    return mention


def test_an_abbreviation_is_an_alias() -> None:
    """ "Full Name (ABC)" gives ABC."""
    assert bracket("River Defence League", " (RDL) said", "organization").aliases == ["RDL"]


def test_another_script_is_the_native_name() -> None:
    """Han, Cyrillic and Arabic in brackets are the name in its own script."""
    assert bracket("Lu Meiling", " (陆美玲), a nurse", "person").native_name == "陆美玲"
    assert bracket("Samira Haddad", " (سميرة حداد) wrote", "person").native_name == "سميرة حداد"


def test_an_age_or_a_remark_is_neither() -> None:
    """Other brackets add nothing."""
    mention = bracket("Lu Meiling", " (34) spoke", "person")
    assert (mention.aliases, mention.native_name) == ([], None)


def test_another_name_after_aka_is_an_alias() -> None:
    """ "also known as" gives an alias."""
    assert bracket("Peter Oduya", ", also known as Captain Blue, fled", "person").aliases == ["Captain Blue"]


def test_vietnamese_is_latin() -> None:
    """Letters with many marks are Latin still."""
    assert not is_native("Nguyễn Thị Hạnh")
    assert is_native("Ольга")
