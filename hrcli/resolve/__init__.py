"""Across documents: who is who, whose case is whose, and what a question asks to see."""

from hrcli.resolve.duplicates import link
from hrcli.resolve.join import Corpus, join
from hrcli.resolve.select import Query, names_like, select

__all__ = ["Corpus", "Query", "join", "link", "names_like", "select"]
