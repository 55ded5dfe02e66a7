"""Modules that wait: named at the top of a file as ever, and executed when something in them is first used.

Help, completion and errors of usage need none of what answers questions; so they start in a fifth of the time.
"""

from __future__ import annotations

import sys
from importlib import import_module
from importlib.util import LazyLoader, find_spec, module_from_spec


def wait(*names: str) -> None:
    """Let these modules be imported, from now on, without being executed before an attribute of theirs is asked for."""
    for name in names:
        if name in sys.modules:
            continue
        spec = find_spec(name)
        if spec is None or spec.loader is None:
            raise ModuleNotFoundError(f"no module {name}", name=name)
        spec.loader = LazyLoader(spec.loader)
        sys.modules[name] = module = module_from_spec(spec)
        spec.loader.exec_module(module)
        package, _, own = name.rpartition(".")
        setattr(import_module(package), own, module)
