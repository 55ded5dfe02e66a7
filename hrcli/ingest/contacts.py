"""Blocks that name people to ring or write to: they stay in the view, since they name people, but are no prose."""

from __future__ import annotations

import re
from functools import cache

from hrcli.ingest.blocks import Block, is_prose
from hrcli.ingest.phrases import Phrases, plain
from hrcli.ingest.vocabulary import Vocabulary

REACHED = re.compile(r"\+?\d[\d ().-]{6,}\d|[\w.+-]+@[\w.-]+\w|\bTel\b|\bFax\b|\[email protected\]")
MOST_BLOCKS = 8


def find(blocks: list[Block], vocabulary: Vocabulary) -> list[Block]:
    """The blocks of contacts: below a heading such as "Media contacts" those with a number or an address, and single lines."""
    heads = _heads(vocabulary)
    out: list[Block] = []
    for i, block in enumerate(blocks):
        hit = heads.match(block.text)
        if hit and (REACHED.search(block.text) or hit.end() == len(plain(block.text))):
            below = _below(blocks[i + 1 : i + 1 + MOST_BLOCKS])
            out += [block, *below] if below or REACHED.search(block.text) else []
    return sorted({*out})


@cache
def _heads(vocabulary: Vocabulary) -> Phrases:
    return Phrases(vocabulary.contacts.heads)


def _below(blocks: list[Block]) -> list[Block]:
    """The blocks up to the last one that has a number or an address, no paragraph of prose between."""
    end = 0
    for i, block in enumerate(blocks):
        reached = bool(REACHED.search(block.text))
        if is_prose(block) and not reached:
            break
        end = i + 1 if reached else end
    return blocks[:end]
