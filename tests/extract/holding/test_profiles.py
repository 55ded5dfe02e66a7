"""profiles.py: profiles give facts in lines with a label."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Doc

from hrcli.extract.detentions import find

PROFILES = """Name: Farid Osmani
Occupation: beekeeper
Charges: "insulting the king"
Sentence: life imprisonment
Location: Osh prison

Name: Lena Brandt
Charges: unknown
Sentence: 18 months
Location: unknown

Farid Osmani and Lena Brandt were arrested in Kara."""


def test_labelled_lines_belong_to_the_name_above(read: Callable[..., Doc]) -> None:
    """A line gives its field to the person whose name heads the profile; what is unknown gives nothing."""
    found = {one.name: (one.charge, one.sentence, one.place, one.occupation) for one in find(read(PROFILES))}
    assert found == {
        "Farid Osmani": ("insulting the king", "life", "Osh prison", "beekeeper"),
        "Lena Brandt": (None, "P18M", "Kara", None),
    }
