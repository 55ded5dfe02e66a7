"""Where readers of risky formats run: a child process that a document may hang, crash or fill without harm to the batch.

Complex parsers are written in C and meet bytes that somebody may have made to break them. The child has no network, may write no
file, and is ended when a document takes too long or too much memory; the next one gets a new child. What this system cannot take
away (Windows and macOS: network and memory) is left out.
"""

from __future__ import annotations

import contextlib
import math
import os
import queue
import shutil
import signal
import sys
import threading
from collections.abc import Mapping
from types import TracebackType
from typing import TYPE_CHECKING

import msgspec

from hrcli.errors import UnreadableError
from hrcli.ingest import formats, worker
from hrcli.ingest.limits import MEMORY, MOST_BYTES, SCAN_SECONDS, SECONDS
from hrcli.ingest.page import Page

if TYPE_CHECKING:
    import subprocess

READERS = {name: f"hrcli.ingest.{name}" for name in formats.READERS.values()}
MOST_DOCUMENTS = 500  # that one child reads: libraries leak
START = 60.0  # seconds that a child may take to start, on a slow disk
SLICE = 0.5  # seconds
PROGRAM = "import sys; sys.path[:] = sys.argv[1:]; from hrcli.ingest.worker import main; main()"
KEPT = ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "PYTHONHOME")  # of the environment: what Python starts with
ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
SMALLER = "split it, or save it as plain text"


class Sandbox:
    """Reads documents in a child process, which starts with the first and ends with the `with` block. For one thread at a time.

    `readers` are the modules that may be called, by name, each with a `read(data, path) -> Page`. One document has `seconds`, the
    child `memory` bytes beyond what it begins with.
    """

    def __init__(self, readers: Mapping[str, str] = READERS, *, seconds: float = SECONDS, memory: int = MEMORY) -> None:
        self._setup = worker.Setup(readers=dict(readers), memory=memory)
        self._seconds = seconds
        self._child: _Child | None = None
        self._read = 0

    def __enter__(self) -> Sandbox:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """End the child, whatever it does; the next document starts another."""
        child, self._child, self._read = self._child, None, 0
        if child:
            child.end()

    def read(self, reader: str, data: bytes, path: str) -> Page:
        """The page that a reader makes of `data`; UnreadableError if it raises that, fails, or takes too long or too much memory.

        A child that dies over a document after it has read others may be their victim, so a new one tries again: whether a
        document can be read does not depend on what came before it.
        """
        path = path.encode("utf-8", "backslashreplace").decode()  # a frame holds no lone surrogates
        if self._read >= MOST_DOCUMENTS:
            self.close()
        new = self._child is None
        try:
            reply = self._asked(worker.Request(reader=reader, path=path, seconds=self._time_for(reader)), data)
        except _DeathError as death:
            self.close()
            if new or death.final:
                raise UnreadableError(f"{path}: {death}", hint=death.hint) from death
            return self.read(reader, data, path)
        except BaseException:  # Ctrl-C: what the child would answer now, nobody waits for
            self.close()
            raise
        if reply.page is None:
            raise UnreadableError(reply.message, hint=reply.hint)
        return reply.page

    def _asked(self, request: worker.Request, data: bytes) -> worker.Reply:
        """What the child answers; _DeathError if it does not, or answers nonsense."""
        if self._child is None:
            self._start()
        assert self._child
        self._read += 1
        answer = self._child.ask(msgspec.msgpack.encode(request), data, seconds=request.seconds)
        try:
            return msgspec.msgpack.decode(answer, type=worker.Reply)
        except msgspec.MsgspecError as error:
            raise _DeathError("broke the reader (no sense in its answer)", hint=worker.BROKE) from error

    def _time_for(self, reader: str) -> float:
        """Seconds for one document: a PDF may be a scan, which takes its time where it can be read at all."""
        return max(self._seconds, SCAN_SECONDS) if reader == "pdf" and shutil.which("tesseract") else self._seconds

    def _start(self) -> None:
        try:
            self._child = _Child(self._setup.memory)
            self._child.ask(msgspec.msgpack.encode(self._setup), seconds=START)
        except (OSError, RuntimeError, _DeathError) as error:  # RuntimeError: no thread to be had
            raise _DeathError(
                "the process to read it in does not start", hint="close other programs, or install hrcli again", final=True
            ) from error


class _DeathError(Exception):
    """A child that is to be replaced, in words about the document; `final` if another child would do no better."""

    def __init__(self, message: str, *, hint: str, final: bool = False) -> None:
        super().__init__(message)
        self.hint = hint
        self.final = final


class _Child:
    """One process of `hrcli.ingest.worker`, and a thread that talks to it, since neither may wait for the other for ever."""

    def __init__(self, memory: int) -> None:
        self._memory = memory
        self._requests: queue.SimpleQueue[tuple[bytes, ...] | None] = queue.SimpleQueue()
        self._replies: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self.process = _started()
        threading.Thread(target=self._talk, daemon=True).start()

    def ask(self, *frames: bytes, seconds: float) -> bytes:
        """The frame that answers these; _DeathError if the child dies over them or is not done in time."""
        self._requests.put(frames)
        # In slices, that Ctrl-C may be heard on Windows too and that the hours in which a terminal has us stopped do not count.
        for _ in range(math.ceil(seconds / SLICE)):
            with contextlib.suppress(queue.Empty):
                answer = self._replies.get(timeout=min(seconds, SLICE))
                if answer is None:
                    raise self._death()
                return answer
        raise _DeathError(f"took longer than {seconds:g} seconds to read", hint=worker.BROKE, final=True)

    def end(self) -> None:
        """Kill the process and what it may have started; the thread ends by itself."""
        if self.process.returncode is None:  # else its number may be another's by now
            with contextlib.suppress(OSError):
                _kill(self.process)
        self._requests.put(None)
        self.process.wait()

    def _talk(self) -> None:
        """Ask and answer until there is nobody to ask: what the thread does."""
        assert self.process.stdin and self.process.stdout
        with contextlib.suppress(OSError, EOFError), self.process.stdout as source, self.process.stdin as sink:
            while frames := self._requests.get():
                for frame in frames:
                    worker.send(sink, frame)
                self._replies.put(worker.receive(source, most=MOST_BYTES))
        self._replies.put(None)

    def _death(self) -> _DeathError:
        """What the child died of."""
        self.end()
        status = self.process.returncode
        if status == worker.OUT_OF_MEMORY:
            return _DeathError(f"needs more than {self._memory / 1e9:g} GB of memory to read", hint=SMALLER)
        cause = signal.strsignal(-status) if status < 0 else f"exit status {status}"
        return _DeathError(f"broke the reader ({cause})", hint=worker.BROKE)


def _started() -> subprocess.Popen[bytes]:
    """A new child that finds modules where we do, but knows nothing else of us: no secrets, no terminal, no Ctrl-C."""
    import subprocess

    return subprocess.Popen(
        [sys.executable, "-P", "-B", "-c", PROGRAM, *map(os.path.abspath, sys.path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={name: os.environ[name] for name in KEPT if name in os.environ} | ONE_THREAD,
        start_new_session=True,
        creationflags=0x08000200 if sys.platform == "win32" else 0,  # no window, and a group of its own
    )


def _kill(process: subprocess.Popen[bytes]) -> None:
    if sys.platform == "win32":
        process.kill()
    else:
        os.killpg(process.pid, signal.SIGKILL)
