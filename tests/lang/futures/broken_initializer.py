# Initializers: they run once in each worker; one that fails breaks the pool for what waits and what comes.
# test: stderr=none
import threading
from concurrent.futures import BrokenExecutor, ThreadPoolExecutor
from concurrent.futures.thread import BrokenThreadPool

local = threading.local()
made = []
lock = threading.Lock()


def prepare(prefix, *numbers, **nothing):
    local.tag = f"{prefix}{sum(numbers)}"
    with lock:
        made.append(threading.current_thread().name)


with ThreadPoolExecutor(3, "w", prepare, ("tag", 1, 2)) as pool:
    together = threading.Barrier(3)
    tags = list(pool.map(lambda _: (together.wait(5), local.tag)[1], range(3)))
    more = [pool.submit(lambda: local.tag).result() for _ in range(5)]
print(tags, more, sorted(made))


def fail():
    ready.wait(5)
    raise ValueError("no database")


ready = threading.Event()
pool = ThreadPoolExecutor(2, initializer=fail)
futures = [pool.submit(pow, 2, n) for n in range(3)]
ready.set()
for f in futures:
    print(type(f.exception(5)).__name__, f.exception())
try:
    pool.submit(pow, 2, 2)
except BrokenThreadPool as e:
    print("submit:", e)
try:
    futures[0].result()
except BrokenExecutor as e:
    print("result:", type(e).__name__)
pool.shutdown()
print(issubclass(BrokenThreadPool, BrokenExecutor), issubclass(BrokenExecutor, RuntimeError), BrokenThreadPool.__module__)
print(BrokenThreadPool.__mro__[:3][-1].__name__)
with ThreadPoolExecutor(1, initializer=lambda: None, initargs=()) as pool:
    print(pool.submit(lambda: "fine").result())
with ThreadPoolExecutor(1, initializer=prepare) as pool:
    bad = pool.submit(len, "abc")
    print(type(bad.exception(5)).__name__)
