"""hrcli: who acts, what happened when, who demands what of whom, who is detained, with evidence for every cell."""

__version__ = "0.1.0"
