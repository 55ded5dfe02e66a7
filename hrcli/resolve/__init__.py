"""Across documents: who is who, whose case is whose, and what a question asks to see."""

from hrcli.report.answers import Dossier, Joined
from hrcli.resolve.askings import VIEWS, count
from hrcli.resolve.called import names_like
from hrcli.resolve.campaigns import similar
from hrcli.resolve.casefile import case_files
from hrcli.resolve.dossier import dossiers, reasons
from hrcli.resolve.duplicates import link
from hrcli.resolve.held import reviewed
from hrcli.resolve.join import Corpus, join
from hrcli.resolve.named import did_you_mean, whole
from hrcli.resolve.parts import of_case_file, of_dossier, of_questions, of_reasons
from hrcli.resolve.redact import Redactor
from hrcli.resolve.review import Question, questions, told
from hrcli.resolve.searching import search
from hrcli.resolve.select import Query, select
from hrcli.resolve.sought import Sought, parse

__all__ = [
    "VIEWS",
    "Corpus",
    "Dossier",
    "Joined",
    "Query",
    "Question",
    "Redactor",
    "Sought",
    "case_files",
    "count",
    "did_you_mean",
    "dossiers",
    "join",
    "link",
    "names_like",
    "of_case_file",
    "of_dossier",
    "of_questions",
    "of_reasons",
    "parse",
    "questions",
    "reasons",
    "reviewed",
    "search",
    "select",
    "similar",
    "told",
    "whole",
]
