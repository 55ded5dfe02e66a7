"""What the publisher of a document is looked for in."""

from __future__ import annotations

from typing import NamedTuple

from hrcli.ingest.blocks import Block
from hrcli.ingest.headings import Headings
from hrcli.ingest.vocabulary import Vocabulary


class Context(NamedTuple):
    """The blocks less furniture, the headings, the copyright notices and lines of reporters among the furniture, all words."""

    blocks: list[Block]
    heads: Headings
    notices: list[str]
    credits: list[str]
    text: str
    vocabulary: Vocabulary
