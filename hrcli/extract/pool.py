"""Reading on all cores: worker processes, each with its own model, and never more sources in memory than they can chew.

A worker that dies takes no other source with it: those that it had are read again one by one, and the one over which a
worker dies again is left out, with the reason.
"""

from __future__ import annotations

import contextlib
import os
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Iterable, Iterator
from itertools import chain
from types import TracebackType

import msgspec

from hrcli.extract import batches, load
from hrcli.extract.worker import MOST_BYTES, Outcome, outcomes
from hrcli.ingest.worker import receive, send
from hrcli.records import Source

PROGRAM = "import sys; sys.path[:] = sys.argv[1:]; from hrcli.extract.worker import main; main()"
ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
AHEAD = 2  # batches for each worker: one that it reads, one that waits

Batch = list[tuple[Source, Outcome]]


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def read(sources: Iterable[Source], *, jobs: int, model: str | None = None) -> Iterator[Batch]:
    """Each source with what became of it, in batches that come as they are done; by `jobs` processes where there is work for several."""
    waiting = batches(sources, lambda source: len(source.view.text))
    first, second = next(waiting, None), next(waiting, None)
    every = chain((each for each in (first, second) if each), waiting)
    if jobs > 1 and second:
        with _Pool(jobs, model) as pool:
            yield from pool.read(every)
    elif first:
        analyzer = load(model)
        for batch in every:
            yield list(zip(batch, outcomes(analyzer, batch), strict=True))


class _Pool:
    """Some workers, started as they are needed, and a thread for each that talks to it."""

    def __init__(self, jobs: int, model: str | None) -> None:
        self._jobs = jobs
        self._model = model
        self._asked: queue.SimpleQueue[list[Source] | None] = queue.SimpleQueue()
        self._done: queue.SimpleQueue[Batch | BaseException] = queue.SimpleQueue()
        self._workers: list[_Worker] = []

    def __enter__(self) -> _Pool:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """End all workers, whatever they do; the threads end by themselves."""
        for worker in self._workers:
            self._asked.put(None)
            worker.end()

    def read(self, waiting: Iterable[list[Source]]) -> Iterator[Batch]:
        """The batches with what became of them, in the order in which they are done."""
        under_way = 0
        for batch in waiting:
            self._asked.put(batch)
            under_way += 1
            if len(self._workers) < min(self._jobs, under_way):
                self._start()
            while under_way >= AHEAD * self._jobs or (under_way and not self._done.empty()):
                yield self._next()
                under_way -= 1
        for _ in range(under_way):
            yield self._next()

    def _next(self) -> Batch:
        done = self._done.get()
        if isinstance(done, BaseException):
            raise done
        return done

    def _start(self) -> None:
        worker = _Worker(self._model)
        self._workers.append(worker)
        threading.Thread(target=self._serve, args=(worker,), daemon=True).start()

    def _serve(self, worker: _Worker) -> None:
        """What each thread does."""
        while batch := self._asked.get():
            try:
                self._done.put(list(zip(batch, worker.outcomes(batch), strict=True)))
            except BaseException as error:
                self._done.put(error)


class _Worker:
    """A process of `hrcli.extract.worker`, and its successors where it dies."""

    def __init__(self, model: str | None) -> None:
        self._model = model
        self._process: subprocess.Popen[bytes] | None = None
        self._ended = False
        self._lock = threading.Lock()

    def outcomes(self, batch: list[Source]) -> list[Outcome]:
        """What becomes of each source of a batch. A worker that had read others before may be their victim, so that a new one tries."""
        new = self._process is None
        try:
            return self._ask(batch)
        except (OSError, EOFError):
            death = self._death()
        if len(batch) == 1 and new:
            return [Outcome(failure=f"the process that read it ended ({death})")]
        return [outcome for source in batch for outcome in self.outcomes([source])]

    def end(self) -> None:
        """Kill the process, for good."""
        with self._lock:
            self._ended = True
            if self._process:
                self._process.kill()

    def _ask(self, batch: list[Source]) -> list[Outcome]:
        process = self._process or self._started()
        assert process.stdin and process.stdout
        send(process.stdin, msgspec.msgpack.encode(batch))
        return msgspec.msgpack.decode(receive(process.stdout, most=MOST_BYTES), type=list[Outcome])

    def _started(self) -> subprocess.Popen[bytes]:
        """A new process that has loaded the model."""
        with self._lock:
            if self._ended:
                raise EOFError
            self._process = process = subprocess.Popen(
                [sys.executable, "-P", "-c", PROGRAM, *map(os.path.abspath, sys.path)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=os.environ | ONE_THREAD,
                start_new_session=True,  # Ctrl-C is for the parent, which saves what is done
            )
        assert process.stdin and process.stdout
        send(process.stdin, msgspec.msgpack.encode(self._model))
        receive(process.stdout, most=MOST_BYTES)
        return process

    def _death(self) -> str:
        """What the process died of; the next batch gets another."""
        process, self._process = self._process, None
        if process is None:
            return "it did not start"
        for pipe in (process.stdin, process.stdout):
            with contextlib.suppress(OSError):
                assert pipe
                pipe.close()
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(timeout=1)
        process.kill()
        status = process.wait()
        return (signal.strsignal(-status) or str(status)) if status < 0 else f"exit status {status}"
