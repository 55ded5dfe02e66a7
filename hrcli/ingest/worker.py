"""The child's side of the sandbox: a process that reads one document after another, locked up before it sees the first.

It is started by `hrcli.ingest.sandbox`, asked and answered in frames: four bytes that tell the length, then as many bytes. The first
frame is a `Setup`, answered by an empty one; then come pairs of a `Request` and the document's bytes, each answered by a `Reply`.
"""

from __future__ import annotations

import contextlib
import importlib
import os
import signal
import sys
from typing import IO

import msgspec

from hrcli.errors import UnreadableError
from hrcli.ingest.limits import MOST_CHARACTERS, too_long
from hrcli.ingest.page import Page

BROKE = "open it in its own program and save it as plain text"
OUT_OF_MEMORY = 86  # the exit status that says so
MOST_FILES = 64  # that may be open at once: libraries and their data
SPARE = 5  # seconds of processor time that the parent has to end a reader before the system does
NEW_USER, NEW_NETWORK = 0x10000000, 0x40000000  # what unshare(2) takes
DEATH_SIGNAL, DUMPABLE, NO_NEW_PRIVILEGES = 1, 4, 38  # what prctl(2) takes
CREATE_RULESET, RESTRICT_SELF = 444, 446  # the system calls of landlock(7), on every kind of machine
WRITE, TRUNCATE = 0x1FF2, 0x4000  # its rights: to write, make or remove files of any kind; to cut them short
TCP, OUTSIDE = 0x3, 0x3  # to bind and connect; abstract sockets and signals of other processes


class Setup(msgspec.Struct, frozen=True, kw_only=True):
    """What a worker may do: `readers` are modules by name, `memory` (bytes) is for all documents together."""

    readers: dict[str, str]
    memory: int


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """Which reader is to read the document that the next frame holds, what to call it, and how many seconds that may take."""

    reader: str
    path: str
    seconds: float


class Reply(msgspec.Struct, frozen=True, kw_only=True):
    """The page that the reader made, or the message and hint of the error."""

    page: Page | None = None
    message: str = ""
    hint: str | None = None


def send(pipe: IO[bytes], data: bytes) -> None:
    """Write one frame; OSError if there is no reader any more."""
    pipe.write(len(data).to_bytes(4, "big"))
    pipe.write(data)
    pipe.flush()


def receive(pipe: IO[bytes], *, most: int = 2**32) -> bytes:
    """Read one frame; EOFError if the pipe ends before it does or it is longer than `most` bytes."""
    length = int.from_bytes(head, "big") if len(head := pipe.read(4)) == 4 else most + 1
    data = pipe.read(length) if length <= most else b""
    if len(data) != length:
        raise EOFError
    return data


def main() -> None:
    """Read what is asked for until the parent is gone."""
    source, sink = _pipes()
    with contextlib.suppress(EOFError, OSError):
        setup = msgspec.msgpack.decode(receive(source), type=Setup)
        _lock_up(setup.memory)
        send(sink, b"")
        while True:
            request = msgspec.msgpack.decode(receive(source), type=Request)
            data = receive(source)
            _limit_time(request.seconds)
            send(sink, _answered(setup.readers, request, data))


def _pipes() -> tuple[IO[bytes], IO[bytes]]:
    """The parent's frames and where to answer them; what anybody prints from now on goes nowhere."""
    pipes = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(nowhere, descriptor)
    os.close(nowhere)
    return pipes


def _answered(readers: dict[str, str], request: Request, data: bytes) -> bytes:
    """The reply, encoded; whatever else than UnreadableError a reader raises is its failure. Short of memory, the process ends."""
    try:
        page = importlib.import_module(readers[request.reader]).read(data, request.path)
        _refuse_long(page, request.path)
        return msgspec.msgpack.encode(Reply(page=page))
    except UnreadableError as error:
        reply = Reply(message=error.message, hint=error.hint)
    except MemoryError:
        os._exit(OUT_OF_MEMORY)
    except (Exception, SystemExit) as error:
        reply = Reply(message=f"{request.path}: broke the reader ({type(error).__name__})", hint=BROKE)
    return msgspec.msgpack.encode(reply)


def _refuse_long(page: Page, path: str) -> None:
    """UnreadableError for a text that nobody would take, before it goes through the pipe."""
    if len(page.text) > MOST_CHARACTERS:
        raise too_long(path)


def _lock_up(memory: int) -> None:
    """Give up what a reader needs none of, as far as this system can: files to write, the network, and more than `memory` bytes."""
    if sys.platform == "linux":
        _lock_up_linux()
    _limit("RLIMIT_CORE", 0)
    _limit("RLIMIT_FSIZE", 0)
    _limit("RLIMIT_NOFILE", MOST_FILES)
    with contextlib.suppress(OSError), open("/proc/self/statm", "rb") as sizes:  # noqa: PTH123  the process is small still
        _limit("RLIMIT_AS", int(sizes.read().split()[0]) * os.sysconf("SC_PAGE_SIZE") + memory)


def _lock_up_linux() -> None:
    """No network, nothing written, no memory left behind by a crash, no life after the parent's; what the kernel refuses is left out."""
    import ctypes

    libc = ctypes.CDLL(None)
    if libc.unshare(NEW_NETWORK):  # root's way; all others need a name space of users around it
        libc.unshare(NEW_USER | NEW_NETWORK)
    libc.prctl(DUMPABLE, 0, 0, 0, 0)
    libc.prctl(DEATH_SIGNAL, signal.SIGKILL, 0, 0, 0)  # after unshare, which would undo it
    libc.prctl(NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    version = libc.syscall(CREATE_RULESET, None, 0, 1)
    refused = WRITE | TRUNCATE * (version >= 3), TCP * (version >= 4), OUTSIDE * (version >= 6)
    rights = (ctypes.c_uint64 * 3)(*refused)
    if version > 0:
        libc.syscall(RESTRICT_SELF, libc.syscall(CREATE_RULESET, rights, ctypes.sizeof(rights), 0), 0)


def _limit_time(seconds: float) -> None:
    """Have the system end this process where the parent does not, should one document take too long."""
    _limit("RLIMIT_CPU", int(sum(os.times()[:2]) + seconds) + SPARE, hard=False)


def _limit(name: str, value: int, *, hard: bool = True) -> None:
    """Set a limit where the system knows it; never above the one that there is."""
    with contextlib.suppress(ImportError, AttributeError, ValueError, OSError):
        import resource

        kind = getattr(resource, name)
        most = resource.getrlimit(kind)[1]
        value = value if most == resource.RLIM_INFINITY else min(value, most)
        resource.setrlimit(kind, (value, value if hard else most))
