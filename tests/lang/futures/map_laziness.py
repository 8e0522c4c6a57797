# Executor.map: order, several iterables, exceptions in the middle, time limits, submission at once, close.
import threading
import time
from concurrent.futures import ThreadPoolExecutor, TimeoutError

with ThreadPoolExecutor(3) as pool:
    print(list(pool.map(pow, (2, 3, 4), (5, 2, 1, 99))), list(pool.map(len, [])), type(pool.map(len, [])).__name__)
    print(list(pool.map(lambda *a: a, "ab", [1, 2], (True, False))), list(pool.map(abs, range(-3, 3), chunksize=10)))
    results = pool.map(lambda x: 10 // x, [5, 2, 0, 1])
    got = []
    try:
        for r in results:
            got.append(r)
    except ZeroDivisionError as e:
        print(got, type(e).__name__, list(results))

    asked = []

    def numbers():
        for n in range(4):
            asked.append(n)
            yield n

    lazy = pool.map(str, numbers())
    print(asked, next(lazy), list(lazy))

    gate = threading.Event()
    slow = pool.map(lambda n: gate.wait(10) if n else "quick", [0, 1], timeout=0.05)
    print(next(slow))
    try:
        next(slow)
    except TimeoutError as e:
        print("TimeoutError", e.args)
    gate.set()
    try:
        pool.map(None)
        print("no iterables: ok")
    except TypeError as e:
        print(e)
    for call in (lambda: pool.map(), lambda: pool.map(len, 5), lambda: pool.map(len, [], bad=1)):
        try:
            call()
        except TypeError as e:
            print("TypeError")

cancelled = []
with ThreadPoolExecutor(1) as pool:
    hold = threading.Event()
    first = pool.submit(hold.wait, 10)
    ran = []
    it = pool.map(ran.append, range(5))
    it.close()
    hold.set()
    print(first.result())
print("ran after close:", ran)

with ThreadPoolExecutor(2) as pool:
    started = time.monotonic()
    print(list(pool.map(time.sleep, [0.01] * 4)), time.monotonic() - started < 5)
    print(sum(pool.map(lambda n: n, range(1000))))
