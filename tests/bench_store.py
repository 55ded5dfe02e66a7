"""How fast a store of many documents answers, how long it takes to join them, and how fast documents are read by one and two processes.

usage: python tests/bench_store.py [--sizes 1000 10000 100000] [--folder .bench]

The documents are made up. A few hundred texts of 300 words are written from patterns and analysed; each document of a store is
one of them with other people, bodies, places and days, of the same length, in the text and in its records alike, so that every quote
stays true. (To analyse 30,000,000 words would take half an hour.) Names and bodies are as unevenly frequent as in life.
Every command is timed as a whole process, the median of some runs.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from statistics import median

import msgspec

from hrcli import extract, store, workflow
from hrcli.records import DocumentAnalysis, Source
from hrcli.resolve import stored
from hrcli.store import Saved
from hrcli.store.corrections import Corrections

ROOT = Path(__file__).parent.parent
TEMPLATES = 200
WORDS = 300
AT_ONCE = 500  # documents saved together
ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"), "1")  # else one process reads on all cores
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
SYLLABLES = [consonant + vowel for consonant in "bdfghklmnprstv" for vowel in "aeiou"]
PATTERNS = (
    "{body} called on the government of {place} to release the lawyer {person}, who was arrested on {day}.",
    "{person} was sentenced to eleven years in prison on {day} by a court in {place} after a trial that lasted two hours.",
    "The authorities of {place} must stop the torture of detainees and allow {person} to see a doctor.",
    "{body} urges {place} to ratify the treaty and to end the harassment of journalists, said {person}.",
    "On {day} the police searched the office of {body} in {place} and took away computers and papers.",
    "{body} published the statement after a visit of its delegates to three provinces of the country.",
    "In {place} the new law was debated for two days, and most of the members who spoke were in favour of it.",
    "It is not known why the case was reopened, and none of those who were asked wanted to give a reason.",
    "Many who had come to the square with candles were told to go home, and most of them did so before it was dark.",
    "The lawyers of the family have asked for the papers of the case several times and were given a part of them.",
    "What the court heard from the two witnesses was not what they had said before, and nobody asked them why.",
    "Prices have risen in the north, where the harvest was poor, and the roads are closed for most of the winter.",
    "Her family has not been allowed to visit her, and her health is said to be poor.",
    "{person}, a journalist, has been detained since {day} and has had no access to a lawyer of his own choice.",
    "The hearing was closed to the public, and diplomats who came to the court were turned away at the door.",
    "{person} was released on {day}, said {body}, but may not leave {place} or speak to reporters.",
    "The report describes the conditions in which prisoners are held and names the officials who are responsible.",
)


@dataclass(frozen=True)
class Template:
    """An analysed text and its names, each of which may be put in the place of another of its length."""

    source: Source
    analysis: str
    people: list[str]
    bodies: list[str]
    places: list[str]
    days: list[tuple[int, str, int]]


def main() -> None:
    """Make the stores, join them, ask, and print."""
    options = _options()
    options.folder.mkdir(parents=True, exist_ok=True)
    _speed_of_ingest(options.texts)
    templates = list(_templates())
    taken: dict[str, list[tuple[float, float]]] = {}
    for size in options.sizes:
        place = options.folder / f"{size}.db"
        if not place.exists():
            _make(place, templates, size)
        for name, command in _commands(place).items():
            taken.setdefault(name, []).append(_timed(command, options.rounds))
        _stream(place)
    _print(taken, options.sizes)


def _pool(kind: str, count: int) -> list[str]:
    """Names of one length, always the same."""
    draw = random.Random(kind)

    def word() -> str:
        return ("".join(draw.choice(SYLLABLES) for _ in range(3)) + draw.choice("nrs")).capitalize()

    made: dict[str, Callable[[], str]] = {
        "people": lambda: f"{word()} {word()}",
        "bodies": lambda: f"{word()} {word()} Watch",
        "places": lambda: word()[:-1] + "ia",
    }
    return [made[kind]() for _ in range(count)]


PEOPLE, BODIES, PLACES = _pool("people", 60_000), _pool("bodies", 3_000), _pool("places", 200)


def _uneven(draw: random.Random, names: Sequence[str]) -> str:
    """A name; some are drawn much more often than others."""
    return names[int(len(names) ** draw.random()) - 1]


def _rare() -> str:
    """A rare person whom one of the first thousand documents names, and so each store."""
    first = (_uneven(random.Random(number), PEOPLE) for number in range(1000))
    return next(name for name in first if name in set(PEOPLE[30_000:]))


def _day(draw: random.Random) -> tuple[int, str, int]:
    return draw.randint(10, 28), draw.choice(MONTHS), draw.randint(1990, 2024)


def _templates() -> Iterator[Template]:
    """Texts from the patterns, with their analyses."""
    draw = random.Random(0)
    drawn = [_text(draw) for _ in range(TEMPLATES)]
    with tempfile.TemporaryDirectory() as folder:
        for number, (text, *_) in enumerate(drawn):
            (Path(folder) / f"{number:04}.txt").write_text(text, encoding="utf-8")
        sources = list(workflow.read_sources(workflow.Inputs([folder]), workflow.Batch()))
        for source, analysis in zip(sources, extract.load().analyze(sources), strict=True):
            _, people, bodies, places, days = drawn[int(Path(source.document.path).stem)]
            told = msgspec.json.encode(analysis).decode().replace(source.document.path, "texts/PATH")
            yield Template(source, told, people, bodies, places, days)


def _text(draw: random.Random) -> tuple[str, list[str], list[str], list[str], list[tuple[int, str, int]]]:
    people, bodies, places = draw.sample(PEOPLE, 4), draw.sample(BODIES, 2), draw.sample(PLACES, 2)
    days = [_day(draw) for _ in range(3)]
    sentences = [f"{bodies[0]}\n\n{' '.join(map(str, days[0]))}\n\n"]
    while len(" ".join(sentences).split()) < WORDS:
        names = {"person": draw.choice(people), "body": draw.choice(bodies), "place": draw.choice(places)}
        sentences.append(draw.choice(PATTERNS).format(**names, day=" ".join(map(str, draw.choice(days)))))
    return " ".join(sentences), people, bodies, places, days


def _varied(template: Template, number: int) -> Saved:
    """A document like the template: other names and days of the same length, and ids of its own."""
    draw = random.Random(number)
    pairs = [
        *((name, _uneven(draw, PEOPLE)) for name in template.people),
        *((name, _uneven(draw, BODIES)) for name in template.bodies),
        *((name, _uneven(draw, PLACES)) for name in template.places),
    ]
    for old in template.days:
        new = _day(draw)
        pairs += [(" ".join(map(str, old)), " ".join(map(str, new))), (_iso(old), _iso(new))]
    swap = re.compile("|".join(re.escape(old) for old, _ in pairs))
    table, mask = dict(pairs), draw.getrandbits(64)
    text = swap.sub(lambda found: table[found[0]], template.source.text)
    told = swap.sub(lambda found: table[found[0]], template.analysis.replace("texts/PATH", f"texts/{number % 100:02}/{number:06}.txt"))
    told = re.sub(r'"([0-9a-f]{16})"', lambda found: f'"{int(found[1], 16) ^ mask:016x}"', told)
    analysis = msgspec.json.decode(told, type=DocumentAnalysis)
    document = msgspec.structs.replace(analysis.document, sha256=analysis.document.id * 4)
    analysis = msgspec.structs.replace(analysis, document=document)
    sketch = [draw.getrandbits(62) for _ in range(64)]
    return Saved(analysis, msgspec.structs.replace(template.source, document=document, text=text, told=""), sketch)


def _iso(day: tuple[int, str, int]) -> str:
    return f"{day[2]}-{MONTHS.index(day[1]) + 1:02}-{day[0]:02}"


def _make(place: Path, templates: Sequence[Template], size: int) -> None:
    begun = time.perf_counter()
    fresh = place.with_name(f"{place.name}.new")
    fresh.unlink(missing_ok=True)
    with store.open(fresh, write=True) as kept:
        for start in range(0, size, AT_ONCE):
            kept.save_all(_varied(templates[number % TEMPLATES], number) for number in range(start, min(start + AT_ONCE, size)))
        made = time.perf_counter()
        stored.refresh(kept, Corrections())
        joined = time.perf_counter()
        kept.save_all([_varied(templates[0], size)])
        stored.refresh(kept, Corrections())
        again = time.perf_counter()
    fresh.replace(place)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{size:,} documents: kept in {made - begun:.0f} s, joined in {joined - made:.0f} s, after one more document in "
        f"{again - joined:.0f} s; {place.stat().st_size / 1e6:.0f} MB on disk, at most {peak:.0f} MB of memory",
        flush=True,
    )


def _commands(place: Path) -> dict[str, list[str]]:
    """The questions that are timed, each as a table and as JSON."""
    shown = "texts/42/000042.txt"
    asked = {
        "entities --limit 20": ["entities", "--limit", "20"],
        "entities --type person --limit 20": ["entities", "--type", "person", "--limit", "20"],
        "entities --org (rare)": ["entities", "--org", BODIES[1500]],
        "timeline --since 2009-03 --until 2009-03": ["timeline", "--since", "2009-03", "--until", "2009-03", "--limit", "50"],
        "timeline --person (rare)": ["timeline", "--person", PEOPLE[30_000]],
        "demands --org (rare)": ["demands", "--org", BODIES[1500]],
        "demands --org (frequent) --limit 50": ["demands", "--org", BODIES[0], "--limit", "50"],
        "detained --status imprisoned --limit 50": ["detained", "--status", "imprisoned", "--limit", "50"],
        "detained --person (rare)": ["detained", "--person", PEOPLE[30_000]],
        "documents --since 2009-03 --until 2009-03": ["documents", "--since", "2009-03", "--until", "2009-03", "--limit", "50"],
        "detained --at 2009-03 --limit 50": ["detained", "--at", "2009-03", "--limit", "50"],
        "detained --org (rare)": ["detained", "--org", BODIES[1500]],
        "documents --limit 50": ["documents", "--limit", "50"],
        "search torture detainees": ["search", "torture detainees", "--limit", "20"],
        "entities NAME (rare)": ["entities", _rare()],
    }
    every = {f"{name}, {form}": [*typed, "--format", form] for name, typed in asked.items() for form in ("table", "json")}
    every["show DOCUMENT"] = ["show", shown]
    every["entities --why NAME (rare)"] = ["entities", "--why", _rare()]
    every["--help"] = ["--help"]
    return {
        name: [sys.executable, "-m", "hrcli", *typed, *(["--db", str(place)] if name != "--help" else [])] for name, typed in every.items()
    }


def _timed(command: list[str], rounds: int) -> tuple[float, float]:
    """The medians of the seconds that a process takes, by the clock and of processor time, once its files have been read."""
    _run(command)
    several = [(_run(command), _processor()) for _ in range(rounds + 1)]
    spent = [later - earlier for (_, earlier), (_, later) in pairwise(several)]
    return median(seconds for seconds, _ in several), median(spent)


def _processor() -> float:
    """The seconds of processor time that all children have taken together."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _run(command: list[str]) -> float:
    begun = time.perf_counter()
    done = subprocess.run(command, env=_environment(), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
    if done.returncode:
        sys.exit(f"{' '.join(command)}: {done.stderr.decode()}")
    return time.perf_counter() - begun


def _environment() -> dict[str, str]:
    path = os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, **ONE_THREAD, "PYTHONPATH": path, "COLUMNS": "140"}


def _stream(place: Path) -> None:
    """How soon the first row of an unlimited answer comes, and how much memory all rows take."""
    command = [sys.executable, "-m", "hrcli", "timeline", "--format", "jsonl", "--db", str(place)]
    begun = time.perf_counter()
    with subprocess.Popen(command, env=_environment(), stdout=subprocess.PIPE) as process:
        assert process.stdout
        process.stdout.readline()
        first = time.perf_counter() - begun
        rows = 1 + sum(1 for _ in process.stdout)
        _, _, used = os.wait4(process.pid, 0)
    taken = time.perf_counter() - begun
    told = f"the first of {rows:,} rows of the timeline after {first:.2f} s, all after {taken:.1f} s"
    print(f"{place.name}: {told}, {used.ru_maxrss / 1024:.0f} MB", flush=True)


def _speed_of_ingest(count: int) -> None:
    """Words a second of `hrcli ingest` with one and with two processes."""
    draw = random.Random(1)
    with tempfile.TemporaryDirectory() as folder:
        texts = [_text(draw)[0] for _ in range(count)]
        (Path(folder) / "texts").mkdir()
        for number, text in enumerate(texts):
            (Path(folder) / "texts" / f"{number:04}.txt").write_text(text, encoding="utf-8")
        speeds = []
        for jobs in (1, 2):
            command = [sys.executable, "-m", "hrcli", "ingest", f"{folder}/texts", "--db", f"{folder}/{jobs}.db", "--jobs", str(jobs)]
            speeds.append(sum(len(text.split()) for text in texts) / _run(command))
    one, two = speeds
    print(f"ingest: {one:,.0f} words/s with 1 process, {two:,.0f} with 2 ({two / one:.2f} x), starting and joining included", flush=True)


def _print(taken: dict[str, list[tuple[float, float]]], sizes: Sequence[int]) -> None:
    """The seconds of each command by the clock (and of processor time) at each size, and how much the latter grow."""
    print(f"{'seconds (of processor time)':50}" + "".join(f"{size:>15,}" for size in sizes) + "  growth")
    for name, several in taken.items():
        cells = "".join(f"{f'{seconds:.2f} ({spent:.2f})':>15}" for seconds, spent in several)
        print(f"{name:50}{cells}{several[-1][1] / several[0][1]:>7.1f}x")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Seconds that questions to stores of several sizes take.")
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 10_000, 100_000], help="documents (default: 1000 10000 100000)")
    parser.add_argument("--folder", type=Path, default=Path(".bench"), help="where the stores are made and kept (default: %(default)s)")
    parser.add_argument("--rounds", type=int, default=5, help="how often each command is run (default: %(default)s)")
    parser.add_argument("--texts", type=int, default=3000, help="how many texts the speed of reading is told by (default: %(default)s)")
    return parser.parse_args()


if __name__ == "__main__":
    main()
