"""hrcli: who acts, what happened when, who demands what of whom, who is detained, with evidence for every cell.

    from hrcli import analyze, open_store

What these are is in `hrcli.api`, which is loaded when one of them is first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from hrcli.api import analyze, open_store

__version__ = "0.1.0"
__all__ = ["__version__", "analyze", "open_store"]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module("hrcli.api"), name)
