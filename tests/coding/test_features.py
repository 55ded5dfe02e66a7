"""What the classifier sees of a text."""

from hrcli.coding.features import features


def test_case_and_punctuation_do_not_matter() -> None:
    """The same words give the same features, however they are written."""
    assert features("Free the miners!") == features("free  the MINERS")


def test_the_order_of_words_matters() -> None:
    """A pair of neighbours is a feature of its own."""
    assert features("women and men") != features("men and women")


def test_words_of_one_stem_share_a_feature() -> None:
    """The beginning of a long word is a feature beside the word."""
    assert features("discrimination") & features("discriminatory") > features("")
    assert features("tax") & features("taxi") == features("")
