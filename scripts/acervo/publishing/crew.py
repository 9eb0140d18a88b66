"""Spread work over the machine's processors.

In: a task and the items to do it on. Out: the results, in the order of the items.
Never: changes a result: one process or many, the bytes are the same.
"""

import gc
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.connection import Connection
from typing import Any, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

CHUNK = 100
"""Items a process takes at a time; fewer than two chunks are not worth another process."""

_work: tuple[Callable[[Any], Any], Sequence[Any], int] | None = None
"""Task, items and chunk: the children inherit them by being forked, so only places in the list are sent to them."""


def processors() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def unhurried() -> Iterator[None]:
    """Leave the garbage collector out: values here form no cycles, and looking for them costs a third of the time."""
    collecting = gc.isenabled()
    gc.disable()
    gc.unfreeze()
    try:
        yield
    finally:
        gc.freeze()  # what is left is known to be needed: the next collection need not look through it
        if collecting:
            gc.enable()


def spread(task: Callable[[Item], Result], items: Sequence[Item], *, chunk: int = CHUNK) -> Iterator[Result]:
    """Yield `task(item)` for each item, on several processors where that helps.

    This process takes its share: one that only waits would hold memory for nothing. chunk: items a process takes at a
    time.
    """
    hands = min(processors(), len(items) // chunk)
    if hands < 2 or not _may_fork():
        yield from map(task, items)
        return
    global _work
    _work = task, items, chunk
    gc.freeze()
    collecting = gc.isenabled()
    gc.disable()
    try:
        with ProcessPoolExecutor(hands - 1, mp_context=get_context("fork"), initializer=_begin) as pool:
            try:
                yield from _shared(pool, range(0, len(items), chunk))
            finally:
                pool.shutdown(cancel_futures=True)
    finally:
        if collecting:
            gc.enable()
        gc.unfreeze()
        _work = None


def _shared(pool: Executor, starts: Iterable[int]) -> Iterator[Any]:
    """Yield the results of all chunks in their order; what no other process has begun is done here."""
    waiting = deque((start, pool.submit(_do, start)) for start in starts)
    done: deque[Future[list[Any]]] = deque()
    while waiting:
        start, chunk = waiting.popleft()
        if chunk.cancel():
            chunk = Future()
            chunk.set_result(_do(start))
        done.append(chunk)
        while done and done[0].done():
            yield from done.popleft().result()
    for chunk in done:
        yield from chunk.result()


@contextmanager
def aside(task: Callable[[], Result]) -> Iterator[Callable[[], Result]]:
    """Do a task beside other work; the value is a function that waits for its result."""
    if processors() < 2 or not _may_fork():
        yield task
        return
    context = get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    gc.freeze()
    child = context.Process(target=_send, args=(task, sender))
    child.start()
    sender.close()
    try:
        yield lambda: _received(receiver)
    finally:
        child.kill()
        child.join()


def _send(task: Callable[[], Any], sender: Connection) -> None:
    _begin()
    try:
        sender.send((task(), None))
    except BaseException as error:
        sender.send((None, error))


def _received(receiver: Connection) -> Any:
    value, error = receiver.recv()
    if error is not None:
        raise error
    return value


def _may_fork() -> bool:
    """Tell whether this process can be split safely: never while other threads run, as when serving."""
    return "fork" in get_all_start_methods() and threading.active_count() == 1


def _begin() -> None:
    """Leave Ctrl-C to the parent, and the garbage collector out, as it does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.disable()


def _do(start: int) -> list[Any]:
    assert _work is not None
    task, items, chunk = _work
    results = [task(item) for item in items[start : start + chunk]]
    gc.collect(1)  # what is new, once a chunk: memory stays flat, and nobody looks for cycles in the middle of a page
    return results
