# Cancelling: pending ones only; a cancelled task never runs; races between cancel and run have one winner.
import threading
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor, wait

ran = []
with ThreadPoolExecutor(1) as pool:
    gate, begun = threading.Event(), threading.Event()
    head = pool.submit(lambda: (begun.set(), gate.wait(10)))
    tasks = [pool.submit(ran.append, n) for n in range(6)]
    begun.wait(5)
    print(head.cancel(), head.running(), [t.cancel() for t in tasks[::2]], [t.running() for t in tasks])
    gate.set()
print(ran, [t.cancelled() for t in tasks], [t._state for t in tasks])

# Whoever wins, the future says so.
wins = {"ran": 0, "cancelled": 0}
for round_ in range(100):
    f = Future()
    start = threading.Barrier(2)
    outcome = []

    def runner():
        start.wait()
        if f.set_running_or_notify_cancel():
            f.set_result("ran")
        outcome.append("runner")

    t = threading.Thread(target=runner)
    t.start()
    start.wait()
    cancelled = f.cancel()
    t.join()
    try:
        result = f.result(0)
    except CancelledError:
        result = "cancelled"
    assert cancelled == (result == "cancelled"), (cancelled, result)
    wins[result] += 1
print(sum(wins.values()))


class Stoppable:
    """A task that looks at a flag, since running ones cannot be cancelled."""

    def __init__(self):
        self.stop = threading.Event()
        self.steps = 0

    def __call__(self):
        while not self.stop.wait(0.0005):
            self.steps += 1
        return self.steps > 0


with ThreadPoolExecutor(2) as pool:
    jobs = [Stoppable(), Stoppable()]
    futures = [pool.submit(job) for job in jobs]
    while not all(job.steps for job in jobs):
        pass
    print([f.cancel() for f in futures], [f.running() for f in futures])
    for job in jobs:
        job.stop.set()
    print([f.result(5) for f in futures])
waiters = [threading.Thread(target=lambda: results.append(type(error()).__name__)) for _ in range(3)]
results, pending = [], Future()


def error():
    try:
        pending.result(10)
    except BaseException as e:
        return e


for w in waiters:
    w.start()
pending.cancel()
for w in waiters:
    w.join()
print(results)
