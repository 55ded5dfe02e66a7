"""Text without demands gives hardly any."""

from narrative import demands, own


def test_narrative_gives_no_demands() -> None:
    """At most one in forty paragraphs of narrative gives a demand."""
    assert sum(map(bool, demands(own()))) <= 1
