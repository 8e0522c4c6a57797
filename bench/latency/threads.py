# What threads, locks, queues and pools cost, in nanoseconds: percentiles 0, 10, 50 and 90 over many short rounds.
import queue
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor


def nothing():
    pass


def start_join(n):
    for _ in range(n):
        thread = threading.Thread(target=nothing)
        thread.start()
        thread.join()


def with_lock(n):
    lock = threading.Lock()
    for _ in range(n):
        with lock:
            pass


def queue_put_get(n):
    q = queue.Queue()
    for _ in range(n):
        q.put(1)
        q.get()


def submit_result(n):
    for _ in range(n):
        pool.submit(nothing).result()


def ping_pong(n):
    ping, pong = queue.SimpleQueue(), queue.SimpleQueue()

    def other():
        while ping.get():
            pong.put(1)

    thread = threading.Thread(target=other)
    thread.start()
    for _ in range(n):
        ping.put(1)
        pong.get()
    ping.put(0)
    thread.join()


def measure(name, function, n, rounds=200):
    function(n // 10 + 1)
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        function(n)
        times.append((time.perf_counter() - start) / n * 1e9)
    times.sort()
    print(name, *[round(times[len(times) * p // 100]) for p in (0, 10, 50, 90)], flush=True)


pool = ThreadPoolExecutor(max_workers=1)
pool.submit(nothing).result()
wanted = sys.argv[1:]
for name, function, n in [
    ("start_join", start_join, 50),
    ("with_lock", with_lock, 10000),
    ("queue_put_get", queue_put_get, 3000),
    ("submit_result", submit_result, 100),
    ("ping_pong", ping_pong, 100),
]:
    if not wanted or name in wanted:
        measure(name, function, n)
pool.shutdown()
