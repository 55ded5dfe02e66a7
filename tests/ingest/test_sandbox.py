"""A document may hang, crash or fill the process that reads it: it is refused in one line, and the next one is read."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from hrcli.errors import UnreadableError
from hrcli.ingest import worker
from hrcli.ingest.page import Page
from hrcli.ingest.sandbox import MOST_DOCUMENTS, Sandbox
from hrcli.records import Place

linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux can take this away from a process")
# A reader that does whatever the document tells it: what somebody can do who has found a hole in a parser.
HOSTILE = """
from hrcli.errors import UnreadableError
from hrcli.ingest.page import Page
def read(data, path):
    scope = {"text": "nothing happened", "path": path, "UnreadableError": UnreadableError}
    exec(data, scope)
    return Page(text=scope["text"])
"""
TELL = "\ntry: do()\nexcept OSError as error: text = 'refused'"


READERS = {"plain": "hrcli.ingest.plain", "webpage": "hrcli.ingest.webpage", "hostile": "hostile"}


@pytest.fixture(scope="module")
def sandbox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sandbox]:
    """A sandbox for all tests, as a batch has it, with little memory, and with a reader of hostile documents."""
    folder = tmp_path_factory.mktemp("readers")
    (folder / "hostile.py").write_text(HOSTILE)
    with pytest.MonkeyPatch.context() as patch, Sandbox(READERS, memory=300_000_000) as opened:
        patch.syspath_prepend(folder)
        yield opened


def hostile(sandbox: Sandbox, program: str) -> str:
    """The text that a program gives which runs as a reader."""
    return sandbox.read("hostile", program.encode(), "a.pdf").text


def test_a_page_comes_through_whole(sandbox: Sandbox) -> None:
    """What a reader makes is what the parent gets: text, metadata and warnings."""
    assert sandbox.read("plain", "Café, 胡佳".encode(), "a.txt") == Page(text="Café, 胡佳")
    html = (
        b"<html><head><title>Free Ana</title></head><body><article><p>Police have arrested the poet Ana Lopez.</p></article></body></html>"
    )
    page = sandbox.read("webpage", html, "a.html")
    assert (page.title, page.text) == ("Free Ana", "Police have arrested the poet Ana Lopez.")


def test_places_come_through() -> None:
    """Records within a page are records again after the pipe."""
    page = Page(text="ab", places=[Place(start=1, name="page 2")], hidden=[(0, 1)], authors=["Ana"])
    reply = msgspec.msgpack.encode(worker.Reply(page=page))
    assert msgspec.msgpack.decode(reply, type=worker.Reply).page == page


def test_what_a_reader_refuses_is_refused_in_its_words(sandbox: Sandbox) -> None:
    """Message and hint of an UnreadableError come through."""
    with pytest.raises(UnreadableError, match=r"^a.txt: the file is empty$") as refused:
        sandbox.read("plain", b"", "a.txt")
    assert refused.value.hint == "give a file that holds text"


@pytest.mark.parametrize(
    ("program", "message"),
    [
        ("import os; os._exit(3)", r"broke the reader \(exit status 3\)"),
        ("import sys; sys.exit()", r"broke the reader \(SystemExit\)"),
        ("import os; os.abort()", r"broke the reader \(Aborted\)"),
        ("import ctypes; ctypes.string_at(0)", r"broke the reader \(Segmentation fault\)"),
        ("raise ValueError('\\n')", r"broke the reader \(ValueError\)"),
        ("def f(): f()\nf()", r"broke the reader \(RecursionError\)"),
        ("raise UnreadableError(path + ': torn', hint='mend it')", "torn"),
        ("text = '\\ud800'", r"broke the reader \(UnicodeEncodeError\)"),
        ("text = 'a' * 1_000_001", r"longer than 1,000,000 characters: split it"),
        ("text = 5", r"broke the reader \(TypeError\)"),
        ("import os\nfor n in range(3, 9):\n try: os.write(n, b'\\0\\0\\0\\3abc')\n except OSError: pass", "broke the reader .no sense"),
        ("import os\nfor n in range(3, 9):\n try: os.write(n, b'\\xff' * 9)\n except OSError: pass", "broke the reader"),
    ],
)
def test_a_document_that_breaks_its_reader_is_refused(program: str, message: str, sandbox: Sandbox) -> None:
    """Whatever happens, it is one line about the file, and the next document is read."""
    with pytest.raises(UnreadableError, match=rf"\Aa.pdf: {message}[^\n]*\Z"):
        hostile(sandbox, program)
    assert sandbox.read("plain", b"The poet is free.", "b.txt").text == "The poet is free."


@pytest.mark.parametrize("program", ["import time; time.sleep(60)", "while True: pass"])
def test_a_document_that_takes_too_long_is_refused(program: str, sandbox: Sandbox) -> None:
    """The process is ended when the time is over, whether it works or sleeps."""
    with Sandbox(sandbox._setup.readers, seconds=2) as short:
        short.read("plain", b"The poet is free.", "a.txt")
        before = time.monotonic()
        with pytest.raises(UnreadableError, match=r"^a.pdf: took longer than 2 seconds to read$"):
            hostile(short, program)
        assert 2 <= time.monotonic() - before < 4
        assert short.read("plain", b"The poet is free.", "b.txt").text == "The poet is free."


@linux
def test_a_document_that_needs_too_much_memory_is_refused(sandbox: Sandbox) -> None:
    """Neither slowly nor at once does a reader get more than is allowed."""
    for program in ("kept = []\nwhile True: kept.append(bytearray(1_000_000))", "text = 'a' * 1_000_000_000"):
        with pytest.raises(UnreadableError, match=r"^a.pdf: needs more than 0.3 GB of memory to read$"):
            hostile(sandbox, program)
        assert sandbox.read("plain", b"The poet is free.", "b.txt").text == "The poet is free."


def test_what_a_reader_prints_is_lost(sandbox: Sandbox, capfd: pytest.CaptureFixture[str]) -> None:
    """Neither Python nor a library's own code can print between the frames."""
    assert hostile(sandbox, "print('x' * 100_000); import os; os.system('echo y; echo z >&2'); os.write(1, b'w')") == "nothing happened"
    assert capfd.readouterr() == ("", "")


@linux
def test_a_reader_writes_no_file(sandbox: Sandbox, tmp_path: Path) -> None:
    """Nothing can be written, emptied or removed."""
    (tmp_path / "kept").write_text("kept")
    for program in (
        f"def do(): open({str(tmp_path / 'made')!r}, 'w').write('x' * 100_000)",
        f"def do(): open({str(tmp_path / 'kept')!r}, 'r+b').write(b'x' * 100_000)",
    ):
        hostile(sandbox, program + TELL)
    assert (tmp_path / "kept").read_text() == "kept"
    assert not (tmp_path / "made").exists() or not (tmp_path / "made").read_text()


@linux
def test_a_reader_reaches_no_network(sandbox: Sandbox) -> None:
    """Not even this machine answers."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        program = f"import socket\ndef do(): socket.create_connection(('127.0.0.1', {server.getsockname()[1]}), 1)"
        assert hostile(sandbox, program + TELL) == "refused"


def test_a_reader_knows_no_secrets(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of the environment the child has what Python needs to start."""
    monkeypatch.setenv("ACCESS_TOKEN", "hush")
    sandbox.close()
    assert "TOKEN" not in hostile(sandbox, "import os; text = ' '.join(os.environ)")


def test_large_documents_do_not_block_the_pipe(sandbox: Sandbox) -> None:
    """50 MB go in and a long text comes out."""
    assert hostile(sandbox, "text = 'a' * 1_000_000\n#" + "x" * 50_000_000) == "a" * 1_000_000


def test_a_document_is_read_again_if_others_were_read_before_it(sandbox: Sandbox) -> None:
    """What dies only in a process that has read others is no fault of its own: a new process reads it."""
    sandbox.close()
    once = "import sys, os\nif hasattr(sys, 'spoilt'): os.abort()\nsys.spoilt = 1\ntext = 'read'"
    assert [hostile(sandbox, once) for _ in range(3)] == ["read"] * 3


def test_a_process_reads_some_documents_and_is_replaced(sandbox: Sandbox) -> None:
    """Leaks of libraries have an end."""
    sandbox.close()
    first = hostile(sandbox, "import os; text = str(os.getpid())")
    sandbox._read = MOST_DOCUMENTS - 1
    assert hostile(sandbox, "import os; text = str(os.getpid())") == first
    assert hostile(sandbox, "import os; text = str(os.getpid())") != first


def test_nothing_starts_before_it_is_needed(sandbox: Sandbox) -> None:
    """A folder of plain text pays for no process, and none is left over."""
    with Sandbox(sandbox._setup.readers) as other:
        assert other._child is None
        other.read("plain", b"The poet is free.", "a.txt")
        child = other._child
        assert child and child.process.poll() is None
    assert child.process.returncode is not None


def test_a_name_that_is_no_text_is_written_out(sandbox: Sandbox) -> None:
    """Bytes of a file name that are no UTF-8 break nothing."""
    with pytest.raises(UnreadableError, match=r"^caf\\udce9.txt: the file is empty$"):
        sandbox.read("plain", b"", "caf\udce9.txt")


def test_a_process_that_does_not_start_is_told(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    """No program, or one that is no Python."""
    sandbox.close()
    for program in ("/nowhere/python", shutil.which("false") or ""):
        monkeypatch.setattr(sys, "executable", program)
        with pytest.raises(UnreadableError, match=r"^a.txt: the process to read it in does not start$"):
            sandbox.read("plain", b"The poet is free.", "a.txt")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no signals")
def test_an_interrupt_ends_the_child_and_goes_on(sandbox: Sandbox) -> None:
    """Ctrl-C during a long document is not swallowed, and leaves no process behind."""
    sandbox.read("plain", b"The poet is free.", "a.txt")
    child = sandbox._child
    assert child
    threading.Timer(0.5, os.kill, (os.getpid(), signal.SIGINT)).start()
    with pytest.raises(KeyboardInterrupt):
        hostile(sandbox, "import time; time.sleep(60)")
    assert child.process.returncode == -signal.SIGKILL
    assert sandbox.read("plain", b"The poet is free.", "a.txt").text == "The poet is free."


@linux
def test_the_child_dies_with_its_parent(tmp_path: Path) -> None:
    """Even if the parent is killed while the child is at work."""
    (tmp_path / "hostile.py").write_text(HOSTILE)
    program = "import os; from hrcli.ingest.sandbox import Sandbox\nwith Sandbox({'hostile': 'hostile'}) as s:\n"
    program += " print(s.read('hostile', b'import os; text = str(os.getpid())', 'a').text, flush=True)\n"
    program += " s.read('hostile', b'import time; time.sleep(60)', 'a')"
    env = {**os.environ, "PYTHONPATH": os.pathsep.join([str(tmp_path), *filter(None, sys.path)])}
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True, env=env) as parent:
        assert parent.stdout
        child = int(parent.stdout.readline())
        parent.kill()
    until = time.monotonic() + 5
    while alive(child) and time.monotonic() < until:
        time.sleep(0.05)
    assert not alive(child)


def alive(number: int) -> bool:
    """Whether there is such a process that is no corpse."""
    try:
        return Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    except OSError:
        return False
