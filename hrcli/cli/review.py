"""`hrcli review`: what is doubtful, asked one by one, decided with one key."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from hrcli import resolve, store, workflow
from hrcli.cli import config, options
from hrcli.cli.asking import warn
from hrcli.cli.frame import tell
from hrcli.cli.patience import joined
from hrcli.records import Document
from hrcli.report import visible

KEYS = {"y": "yes", "n": "no", "s": "skip", "q": "quit"}


@click.command()
@click.option("--limit", type=click.IntRange(min=0), metavar="N", help="Ask at most N questions.")
@options.db
@options.corrections
def command(limit: int | None, db: Path, corrections: Path | None) -> None:
    """Walk through what is doubtful in the store: joins on little evidence, pairs that were nearly joined, actors named once.

    \b
    Examples:
      hrcli review
      hrcli review --limit 20
      yes s | hrcli review               all questions, nothing decided

    Each question takes one key: y (yes), n (no), s (skip), q (quit). Answers are written as you go to the corrections
    beside the store (see `hrcli correct`), and are not asked for again.
    """
    file = corrections or store.corrections.beside(db)
    said = workflow.corrections(db, file if file.exists() else None)[0]
    telling = workflow.telling(db, resolve.of_questions, corrections=said, own=corrections in (None, config.corrections()))
    with joined(telling) as together:
        asked = list(resolve.questions(together.corpus, said))[:limit]
        written = _ask(asked, together.documents, db, file)
    warn(together.corpus.unknown, file)
    done = f"{written} correction{'' if written == 1 else 's'} written to {file}" if written else "nothing written"
    tell(done, None if asked else "nothing is doubtful")


def _ask(asked: Sequence[resolve.Question], documents: Mapping[str, Document], db: Path, file: Path) -> int:
    """Ask, and write down each answer as it comes; returns how many there were."""
    written = 0
    for number, question in enumerate(asked, 1):
        _show(question, f"{number} of {len(asked)}", documents, db)
        key = _key()
        if key == "q":
            break
        if key != "s":
            store.corrections.add(file, question.yes if key == "y" else question.no)
            written += 1
    return written


def _show(question: resolve.Question, count: str, documents: Mapping[str, Document], db: Path) -> None:
    lines = [f"{count}: {question.text}"]
    for record in question.records:
        name, *known = resolve.told(record, documents)
        lines += [f"  {name}", *(f"      {each}" for each in known)]
        lines += [f"      “{text}”" for text in workflow.around(db, record.evidence[:1]).values()]
    for each in lines:
        click.echo(visible(each))
    click.echo("[y]es, [n]o, [s]kip, [q]uit? ", nl=False)


def _key() -> str:
    """The next key that answers; the end of the input is a q."""
    while True:
        typed = click.getchar() if sys.stdin.isatty() else sys.stdin.read(1)
        key = typed[:1].lower() or "q"
        if key in KEYS:
            click.echo(KEYS[key])
            return key
