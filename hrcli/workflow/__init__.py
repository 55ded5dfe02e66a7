"""The use cases, as sentences: read sources, analyse them, keep them, ask of them, look one up.

Nothing here knows of the command line, of SQL, or of the language model's library.
"""

from hrcli.resolve.parts import Reader
from hrcli.workflow.answering import Answer, Form, Group, ask, asking, telling
from hrcli.workflow.hiding import conceal, redacted, redactor
from hrcli.workflow.keeping import forget, keep, upgrade, verify
from hrcli.workflow.looking import around, look_up, names, overview, skipped, stored
from hrcli.workflow.reading import Batch, Inputs, analyze, count, read_sources
from hrcli.workflow.together import Together, correct, corrections, gather

__all__ = [
    "Answer",
    "Batch",
    "Form",
    "Group",
    "Inputs",
    "Reader",
    "Together",
    "analyze",
    "around",
    "ask",
    "asking",
    "conceal",
    "correct",
    "corrections",
    "count",
    "forget",
    "gather",
    "keep",
    "look_up",
    "names",
    "overview",
    "read_sources",
    "redacted",
    "redactor",
    "skipped",
    "stored",
    "telling",
    "upgrade",
    "verify",
]
