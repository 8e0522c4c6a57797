# Retries with a budget, first success of several, and results with time limits.
import threading
import time
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, TimeoutError, wait


class Flaky:
    def __init__(self, failures, value):
        self.left, self.value, self.lock, self.calls = failures, value, threading.Lock(), 0

    def __call__(self):
        with self.lock:
            self.calls += 1
            if self.left:
                self.left -= 1
                raise ConnectionError(f"{self.value}: {self.left} more")
        return self.value


def retry(task, attempts):
    errors = []
    for n in range(attempts):
        try:
            return task(), errors
        except ConnectionError as e:
            errors.append(str(e))
    raise ExceptionGroup("all attempts failed", [ConnectionError(e) for e in errors])


with ThreadPoolExecutor(3) as pool:
    tasks = [Flaky(0, "a"), Flaky(2, "b"), Flaky(5, "c")]
    futures = [pool.submit(retry, t, 3) for t in tasks]
    for f in futures:
        print(repr(f.exception()) if f.exception() else f.result())
    print([t.calls for t in tasks])


def first_success(pool, tasks):
    pending = {pool.submit(t) for t in tasks}
    while pending:
        done, pending = wait(pending, return_when=FIRST_COMPLETED)
        for f in done:
            if not f.exception():
                for rest in pending:
                    rest.cancel()
                return f.result()
    raise LookupError("none succeeded")


def failing():
    raise OSError


with ThreadPoolExecutor(2) as pool:
    print(first_success(pool, [failing, failing, lambda: "good", failing]))
    try:
        first_success(pool, [failing] * 3)
    except LookupError as e:
        print(e)
    gate = threading.Event()
    slow = pool.submit(gate.wait, 10)
    for limit in (0, 0.01, -1):
        started = time.monotonic()
        try:
            slow.result(timeout=limit)
        except TimeoutError as e:
            print(type(e).__name__, e.args, time.monotonic() - started < 5)
    try:
        slow.exception(0.001)
    except TimeoutError:
        print("exception() too", TimeoutError is __builtins__.TimeoutError)
    gate.set()
    print(slow.result(), slow.result(0), slow.exception(0))
