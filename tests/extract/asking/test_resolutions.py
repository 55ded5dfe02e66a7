"""The body that resolves is the one whose name stands alone before a preamble."""

import pytest

from hrcli.extract.asking import resolutions


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("The Lake Parliament,\n–\thaving regard to its resolution,\n1. Urges Chad to act;", "Lake Parliament"),
        ("The Southern Commission, meeting in Oster, adopted a plan.\n\nNoting that it rained, it closed.", None),
        ("The Southern Commission (the Commission), meeting at its 60th session,\n\nRecalling its mandate;", "Southern Commission"),
        ("The Director,\nLake Prison\n\nWe write to you.", None),
        ("Dear Minister,\n\nRecalling our talk, I write.", None),
    ],
)
def test_body(text: str, body: str | None) -> None:
    """A name alone on its line counts only where recitals follow."""
    assert resolutions.body(text) == body
