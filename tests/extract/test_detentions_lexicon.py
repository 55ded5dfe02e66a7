"""The examples of lexicon/detentions.toml: each shows its entry at work."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from hrcli.extract import detentions
from hrcli.extract.holding import custody, reading
from hrcli.extract.holding.custodywords import Block, Cue, Pseudo, lexicon


@pytest.mark.parametrize("cue", lexicon().cue, ids=lambda cue: f"{cue.kind}-{cue.adverb or ''}{cue.words}")
def test_cue_examples_show_the_cue(cue: Cue, read: Callable[..., Doc]) -> None:
    """Every cue has an example, in which it is found."""
    assert cue.examples
    for example in cue.examples:
        assert cue in [sign.cue for sign in custody.signs(reading.read(read(example)))], example


@pytest.mark.parametrize("block", lexicon().block, ids=lambda block: block.words[0])
def test_blocked_examples_detain_nobody(block: Block, read: Callable[..., Doc]) -> None:
    """What is denied, feared, demanded or awaited is no deprivation of liberty; an awaited release is none yet."""
    for example in block.examples:
        statuses = {found.status for found in detentions.find(read(example))}
        assert statuses <= ({"detained"} if block.why == "awaited" else set()), example


@pytest.mark.parametrize("pseudo", lexicon().pseudo, ids=lambda pseudo: pseudo.words[0])
def test_pseudo_examples_detain_nobody(pseudo: Pseudo, read: Callable[..., Doc]) -> None:
    """A phrase that only holds the words of a cue tells of nobody's detention."""
    for example in pseudo.examples:
        assert detentions.find(read(example)) == []


def test_charge_examples_have_a_charge(read: Callable[..., Doc]) -> None:
    """Each way of wording a charge gives the case one."""
    for cue in lexicon().charge:
        for example in cue.examples:
            assert [found.charge is not None for found in detentions.find(read(example))] == [True], example


def test_allegation_examples_name_the_allegation(read: Callable[..., Doc]) -> None:
    """Each kind of ill-treatment is recognised in its example."""
    for entry in lexicon().allegation:
        for example in entry.examples:
            text = reading.read(read(example))
            assert entry in [hit.what for hit in custody.allegations(text, 0, len(text.words))], example


def test_health_examples_tell_of_health(read: Callable[..., Doc]) -> None:
    """Each kind of words on health is kept with the case of the person whom they speak of."""
    for entry in lexicon().health:
        for example in entry.examples:
            (found,) = detentions.find(read(f"{example} Ana Lopez was arrested."))
            assert found.health is not None and found.fields["health"], example


def test_label_examples_fill_the_field(read: Callable[..., Doc]) -> None:
    """Each kind of labelled line gives the case of the person whose profile it stands in its field."""
    for entry in lexicon().label:
        for example in entry.examples:
            (found,) = detentions.find(read(example))
            assert entry.field == "name" or getattr(found, entry.field), example
