"""The Tab key completes commands, options, values, columns and the names in the store."""

from __future__ import annotations

import shlex
import shutil
from pathlib import Path

import pytest
from conftest import Prompt
from samples import APPEAL, appeal, source
from test_session import shell

from hrcli import store
from hrcli.cli import completion
from hrcli.resolve import stored as questions
from hrcli.store.corrections import Corrections


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a store that was asked before."""
    place = tmp_path_factory.mktemp("completed")
    with store.open(place / "hrcli.db", write=True) as kept:
        kept.save(appeal(), source(appeal(), APPEAL))
        questions.refresh(kept, Corrections())
    return place


def offered(folder: Path, *words: str) -> list[str]:
    """What bash offers for the last of these words."""
    line = (
        'eval "$(_HRCLI_COMPLETE=bash_source hrcli)"; '
        f"COMP_WORDS=(hrcli {' '.join(map(shlex.quote, words))}); COMP_CWORD={len(words)}; "
        '_hrcli_completion hrcli; printf "%s\\n" "${COMPREPLY[@]}"'
    )
    # click's script calls `env ... hrcli`, for which a function is not enough
    done = shell(
        folder,
        f"mkdir -p bin; printf '#!/bin/sh\\nexec {shlex.quote(_python())} -m hrcli \"$@\"' > bin/hrcli; chmod +x bin/hrcli; "
        f"unset -f hrcli; PATH=$PWD/bin:$PATH; {line}",
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def _python() -> str:
    import sys

    return sys.executable


@pytest.mark.skipif(not shutil.which("bash"), reason="there is no bash")
@pytest.mark.parametrize(
    ("words", "offers"),
    [
        (["de"], ["detained", "demands"]),
        (["demands", "--own"], ["--own-voice"]),
        (["detained", "--status", "house"], ["house_arrest"]),
        (["demands", "--org", "Free"], [r"Freedom\ Watch"]),
        (["entities", "ana"], [r"Ana\ Ivić"]),
        (["demands", "--org", '"Freedom W'], ["Freedom Watch"]),
        (["entities", "--columns", "actor,ment"], ["actor,mentions"]),
        (["entities", "--country", "N"], ["NA"]),
        (["lexicon", "--in", "org"], ["organizations"]),
        (["demands", "--org", "Zzz"], [""]),
        (["demands", "--db", "nosuch.db", "--org", "Free"], [""]),
    ],
)
def test_what_is_offered(folder: Path, words: list[str], offers: list[str]) -> None:
    """A name of several words is escaped, unless somebody types between quotes; where nothing can be offered, nothing is."""
    assert set(offers) <= set(offered(folder, *words))


@pytest.mark.parametrize("name", completion.LINES)
def test_the_line_to_add(prompt: Prompt, name: str) -> None:
    """Each shell has its line."""
    assert f"_HRCLI_COMPLETE={name}_source hrcli" in prompt(f"completion {name}").stdout
