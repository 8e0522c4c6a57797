# shutdown(): waiting or not, cancelling what has not begun, submitting afterwards, context managers, twice.
import threading
from concurrent.futures import Executor, ThreadPoolExecutor, wait

pool = ThreadPoolExecutor(1)
gate = threading.Event()
begun = threading.Event()


def blocking():
    begun.set()
    return gate.wait(10)


running = pool.submit(blocking)
queued = [pool.submit(pow, 2, n) for n in range(4)]
begun.wait(5)
pool.shutdown(wait=False, cancel_futures=True)
print([f.cancelled() for f in queued], running.done(), running.cancel())
try:
    pool.submit(len, "")
except RuntimeError as e:
    print(e)
try:
    pool.map(len, [""])
except RuntimeError as e:
    print(e)
gate.set()
print(running.result(5))
pool.shutdown()
pool.shutdown(wait=True, cancel_futures=True)

with ThreadPoolExecutor(2) as pool:
    fs = [pool.submit(lambda n=n: n + 1) for n in range(5)]
print([f.result() for f in fs], all(f.done() for f in fs))

pool = ThreadPoolExecutor(3, "named")
start = threading.Barrier(3)
names = sorted(pool.map(lambda _: (start.wait(5), threading.current_thread().name)[1], range(3)))
threads = [t for t in threading.enumerate() if t.name.startswith("named")]
pool.shutdown()
print(names, len(threads), any(t.is_alive() for t in threads), any(t.daemon for t in threads))

try:
    with ThreadPoolExecutor(1) as pool:
        f = pool.submit(lambda: "finished")
        raise KeyError("body")
except KeyError as e:
    print(repr(e), f.result())

print(issubclass(ThreadPoolExecutor, Executor), ThreadPoolExecutor.__module__, Executor.__module__)
for arguments in ({"max_workers": 0}, {"max_workers": -1}, {"initializer": 5}, {"max_workers": "x"}):
    try:
        ThreadPoolExecutor(**arguments)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
for call in (lambda: Executor().submit(len), lambda: ThreadPoolExecutor(1).submit()):
    try:
        call()
    except (NotImplementedError, TypeError) as e:
        print(type(e).__name__)
default = ThreadPoolExecutor()
print(default._max_workers > 4, default.submit(sum, [1, 2]).result())
default.shutdown()
