"""The commands, as at the prompt: what is typed, what is printed, and the exit status."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from samples import appeal

from hrcli import store
from hrcli.cli import COMMANDS
from hrcli.records import Skipped

Prompt = Callable[..., Result]


def lines(result: Result) -> list[dict[str, object]]:
    """The objects of JSON Lines."""
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_without_a_command_and_a_store(prompt: Prompt) -> None:
    """`hrcli` alone says what to begin with."""
    done = prompt("")
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.startswith("There is no store here yet (hrcli.db)")
    assert "hrcli ingest FOLDER" in done.stdout


def test_without_a_command(stored: Prompt, monkeypatch: pytest.MonkeyPatch) -> None:
    """`hrcli` alone says what is in the store, and what to try next with names that are in it."""
    first = stored("").stdout.splitlines()[0]
    assert first == "hrcli.db: 2 documents, 2 names, 2 demands, 1 person or group held, 2 dates."
    assert 'hrcli entities "Ana Ivić"' in stored("").stdout
    assert 'hrcli demands --org "Freedom Watch"' in stored("").stdout
    Path("hrcli.db").rename("cases.db")
    monkeypatch.setenv("HRCLI_DB", "cases.db")
    assert stored("").stdout.startswith("cases.db: 2 documents")


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("option", ["-h", "--help"])
def test_help_begins_with_examples(prompt: Prompt, command: str, option: str) -> None:
    """The help of each command has examples before its options."""
    done = prompt(f"{command} {option}")
    assert done.exit_code == 0
    assert 0 < done.stdout.index("Examples:\n    hrcli ") < done.stdout.index("Options:")


def test_version(prompt: Prompt) -> None:
    """The version names the model and the word lists too."""
    done = prompt("--version")
    assert [line.split()[0] for line in done.stdout.splitlines()] == ["hrcli", "language", "lexicon"]


def test_demands(stored: Prompt) -> None:
    """Into a pipe demands are JSON Lines; --org knows abbreviations, --target whom, --person for whom."""
    assert [line["action"] for line in lines(stored("demands"))] == ["release Ana Ivić", "torture her"]
    assert len(lines(stored("demands --org FW --target Ruritania"))) == 2
    assert [line["action"] for line in lines(stored("demands --person Ivić"))] == ["release Ana Ivić"]
    assert lines(stored("demands --target 'Freedom Watch'")) == []
    assert [line["action"] for line in lines(stored("demands --polarity refrain --source 'Freedom Watch' --own-voice"))] == ["torture her"]
    assert lines(stored("demands --theme D3")) == lines(stored("demands --as obligation")) == lines(stored("demands --category 5")) == []


def test_demands_counted(stored: Prompt) -> None:
    """--by gives a row for each addressee, --similar a row for each demand that several make; not both."""
    counted = lines(stored("demands --by target"))
    assert [(line["name"], line["count"], line["sources"]) for line in counted] == [("Ruritania", 2, ["Freedom Watch"])]
    assert stored("demands --by target --format markdown").stdout.startswith("| group | demands |")
    assert lines(stored("demands --similar")) == []
    assert stored("demands --similar --by target").exit_code == 2


def test_detained(stored: Prompt) -> None:
    """A person of two documents is one row; --status keeps those with that status."""
    assert [(line["name"], line["status"]) for line in lines(stored("detained"))] == [("Ana Ivić", "sentenced")]
    assert lines(stored("detained --status released")) == []


def test_timeline(stored: Prompt) -> None:
    """The timeline is by date and can be cut by date and type."""
    assert [line["date"] for line in lines(stored("timeline"))] == ["2019-05-03", "2019-06"]
    assert [line["date"] for line in lines(stored("timeline --since 2019-06"))] == ["2019-06"]
    assert [line["date"] for line in lines(stored("timeline --type arrest"))] == ["2019-05-03"]


def test_timeline_filters(stored: Prompt) -> None:
    """--precision keeps what is dated so; --actor nobody where nobody takes part, with names like the one asked for."""
    assert [line["date"] for line in lines(stored("timeline --since 2019 --precision day"))] == []
    nobody = stored("timeline --actor 'Fredom Watch'")
    assert (nobody.exit_code, nobody.stdout) == (0, "")
    assert nobody.stderr == "hrcli: nothing found with --actor 'Fredom Watch' (did you mean Freedom Watch?)\n"


def test_a_calendar(stored: Prompt) -> None:
    """--format ics, or a file that ends so, is a calendar; what does not fit one is counted, and other commands have none."""
    done = stored("timeline -o events.ics")
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr == "hrcli: 2 not in the calendar: 2 not dated exactly enough\n"
    assert Path("events.ics").read_bytes().startswith(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
    refused = stored("demands --format ics")
    assert (refused.exit_code, refused.stdout, refused.stderr.count("\n")) == (2, "", 1)
    assert "(use `hrcli timeline --format ics`)" in refused.stderr


def test_no_chart_in_a_pipe(stored: Prompt) -> None:
    """The chart is for terminals only, even where a table is asked for."""
    assert "events per" not in stored("timeline --format table").stdout


def test_entities(stored: Prompt) -> None:
    """Entities are merged, the most mentioned first, and can be kept by type."""
    assert [(line["name"], line["mentions"]) for line in lines(stored("entities"))] == [("Ana Ivić", 2), ("Freedom Watch", 1)]
    assert [line["name"] for line in lines(stored("entities --type organization"))] == ["Freedom Watch"]


def test_documents(stored: Prompt) -> None:
    """Documents are by date; --document takes words of the title, --limit the first ones."""
    assert [line["path"] for line in lines(stored("documents"))] == ["texts/appeal.txt", "texts/report.txt"]
    assert [line["path"] for line in lines(stored("documents --document release"))] == ["texts/appeal.txt"]
    assert len(lines(stored("documents --limit 1"))) == 1


def test_documents_that_were_skipped(stored: Prompt) -> None:
    """The store remembers what it could not read, and why."""
    with store.open(Path("hrcli.db"), write=True) as kept:
        run = kept.begin("2026-01-01T00:00:00+00:00", "0")
        kept.end(run, saved=0, unchanged=0, skipped=[Skipped(source="scan.pdf", reason="a scanned PDF without text")])
    assert lines(stored("documents --skipped")) == [{"source": "scan.pdf", "reason": "a scanned PDF without text"}]


def test_formats(stored: Prompt) -> None:
    """--format chooses table, JSON, CSV and Markdown, all of them on standard output."""
    assert "who asks" in stored("demands --format table").stdout
    assert len(json.loads(stored("demands -f json").stdout)) == 2
    assert next(csv.DictReader(io.StringIO(stored("demands -f csv").stdout)))["action"] == "release Ana Ivić"
    assert stored("demands -f markdown").stdout.startswith("| date | who asks | of whom | what |")


def test_a_table_that_is_cut_says_so(stored: Prompt) -> None:
    """Rows left out of a table are counted on standard error; other formats are whole."""
    cut = stored("demands --format table --limit 1")
    assert "torture" not in cut.stdout
    assert cut.stderr == "hrcli: 1 of 2 rows shown (--limit shows more)\n"
    assert stored("demands").stderr == ""


def test_output_into_a_file(stored: Prompt) -> None:
    """-o writes a file in the format of its ending, and overwrites none without --force."""
    assert stored("demands -o out.csv").output == ""
    assert Path("out.csv").read_text(encoding="utf-8").startswith("id,document,source_name")
    again = stored("demands -o out.csv")
    assert (again.exit_code, again.stderr) == (2, "hrcli: out.csv exists already (--force overwrites it)\n")
    assert stored("demands -o out.csv --force --format json").exit_code == 0
    assert len(json.loads(Path("out.csv").read_text(encoding="utf-8"))) == 2
    assert sorted(path.name for path in Path().iterdir()) == ["hrcli.db", "out.csv"]


def test_a_failure_leaves_no_file(prompt: Prompt) -> None:
    """Where nothing can be written there is no file, not even a part of one."""
    assert prompt("demands -o out.json").exit_code == 1
    assert prompt("analyze nosuch.txt -o out.json").exit_code == 1
    assert prompt("analyze nosuch.txt -o nowhere/out.json").exit_code == 1
    assert list(Path().iterdir()) == []


def test_show(stored: Prompt) -> None:
    """A document is shown with its records marked, a record alone where it stands."""
    assert "to [demand: release [detained: [person: Ana Ivić]]]" in stored("show appeal.txt").stdout
    assert stored(f"show {appeal().demands[1].id[:8]}").stdout.endswith(
        "Ana Ivić, who was detained on 3 May 2019.\nIt must not [demand not to: torture her].\n"
    )


def test_schema(prompt: Prompt) -> None:
    """Without a name the records are listed; with one its JSON Schema is printed, whatever its case."""
    names = prompt("schema").stdout.split()
    assert "Demand" in names
    for name in names:
        assert name in json.loads(prompt(f"schema {name.lower()}").stdout)["$defs"]


def test_another_store(stored: Prompt, monkeypatch: pytest.MonkeyPatch) -> None:
    """--db and HRCLI_DB name the store, and --db goes first."""
    Path("hrcli.db").rename("cases.db")
    assert len(lines(stored("documents --db cases.db"))) == 2
    monkeypatch.setenv("HRCLI_DB", "cases.db")
    assert len(lines(stored("documents"))) == 2
    assert stored("documents --db other.db").exit_code == 1


@pytest.mark.parametrize(
    ("typed", "status", "said"),
    [
        ("demands", 1, "no store at hrcli.db (run `hrcli ingest PATH` first, or name files)"),
        ("demnds", 2, "No such command 'demnds'. Did you mean 'demands'? (see `hrcli --help`)"),
        ("analyze", 2, "Missing argument 'PATH...'. (see `hrcli analyze --help`)"),
        ("timeline --since soon", 2, "--since: 'soon' is not a date (write a year, a month or a day: 2009, 2009-02 or 2009-02-16)"),
        ("demands --date 2009", 2, "--date says how to read files, but no PATH is given (name files, or leave it out)"),
        ("analyze a.txt --date today", 2, "--date: 'today' is not a date (write a year, a month or a day: 2009, 2009-02 or 2009-02-16)"),
        ("entities nosuch.txt", 1, "skipped nosuch.txt: there is no such file or folder"),
        ("ingest nosuch.txt", 1, "skipped nosuch.txt: there is no such file or folder"),
        ("ingest 'nosuch\x1b]0;.txt'", 1, r"skipped nosuch\x1b]0;.txt: there is no such file or folder"),
    ],
)
def test_errors_are_one_line(prompt: Prompt, typed: str, status: int, said: str) -> None:
    """An error is one line with a hint on standard error, an exit status, and nothing else."""
    done = prompt(typed)
    assert (done.exit_code, done.stdout, done.stderr) == (status, "", f"hrcli: {said}\n")
    assert not list(Path().iterdir())


@pytest.mark.parametrize("typed", ["--nonsense", "demands --ogr X", "schema Demand extra", "demands --limit many", "demands --limit -1"])
def test_usage_errors_are_one_line_too(prompt: Prompt, typed: str) -> None:
    """What click itself complains of is one line with the way to the help, and status 2."""
    done = prompt(typed)
    assert (done.exit_code, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert "--help`)" in done.stderr


@pytest.mark.parametrize(
    "typed",
    [
        "detained --status hanged",
        "entities --type thing",
        "timeline --type thing",
        "timeline --precision hour",
        "demands --format xml",
        "schema Nothing",
    ],
)
def test_values_come_from_the_vocabulary(prompt: Prompt, typed: str) -> None:
    """A value that no record can have is a usage error that lists those there are."""
    done = prompt(typed)
    assert done.exit_code == 2
    assert "is not one of" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_names_like_the_one_asked_for(stored: Prompt) -> None:
    """A name that nobody has is no error, but names like it are offered."""
    done = stored("demands --org 'Fredom Watch'")
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr == "hrcli: nothing found with --org 'Fredom Watch' (did you mean Freedom Watch?)\n"
    assert stored("demands --org 'Freedom Watch' --since 2030").stderr == "hrcli: nothing found\n"


def test_an_empty_answer_is_said_to_be_one(stored: Prompt) -> None:
    """Where nothing fits and no name is like the one asked for, a line says so, and nothing else is printed."""
    done = stored("demands --org Qzxw")
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", "hrcli: nothing found\n")


def test_a_fault_of_the_program_is_one_line(stored: Prompt, monkeypatch: pytest.MonkeyPatch) -> None:
    """An unexpected exception is one line; with --debug it also shows where it arose."""

    def broken(*_: object, **__: object) -> None:
        raise ValueError("x\x1b")

    monkeypatch.setattr("hrcli.workflow.asking", broken)
    done = stored("demands")
    assert done.exit_code == 1
    assert done.stderr == "hrcli: this should not have happened: ValueError: x\\x1b (`hrcli --debug ...` shows where)\n"
    assert "Traceback" in stored("--debug demands").stderr


def test_interruption(stored: Prompt, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C ends with status 130 and says so."""

    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("hrcli.workflow.asking", interrupted)
    done = stored("demands")
    assert (done.exit_code, done.stderr.strip()) == (130, "hrcli: interrupted")
