"""Abbreviations of common phrases."""

from __future__ import annotations

import pytest

from hrcli.extract.naming.shorthand import common


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("under “residential surveillance at a designated location” (RSDL)", {"RSDL", "RSDLs"}),
        ("the internally displaced persons (IDPs) of Norland", {"IDP", "IDPs"}),
        ("improvised explosive devices (IED)", {"IED", "IEDs"}),
        ("the Harbour Union (HU) and others", set()),
        ("the civil disobedience movement (CDM)", set()),
        ("the people of Norland (PON)", set()),
    ],
)
def test_common_abbreviations(text: str, found: set[str]) -> None:
    """Those of phrases in small letters, but not those of movements and of names."""
    assert common(text) == found
