# Threads that start threads, pools inside pools, timers, thread-local data, and objects that outlive their thread.
# test: timeout=60
import concurrent.futures
import os
import threading

SHORT = os.environ.get("PORTALIS_STRESS") == "short"
DEPTH, WIDTH, ROUNDS = (4, 2, 5) if SHORT else (8, 2, 40)
seen, lock = [], threading.Lock()


def grow(depth):
    if depth:
        children = [threading.Thread(target=grow, args=(depth - 1,)) for _ in range(WIDTH)]
        for t in children:
            t.start()
        for t in children:
            t.join()
    with lock:
        seen.append(depth)


grow(DEPTH)
print([seen.count(d) for d in range(DEPTH + 1)], threading.active_count())

# chains: each starts the next and does not wait
ended = threading.Semaphore(0)


def link(n):
    if n:
        threading.Thread(target=link, args=(n - 1,)).start()
    ended.release()


for _ in range(4):
    link(ROUNDS)
for _ in range(4 * (ROUNDS + 1)):
    ended.acquire()
print("chains ended")

# one thread joined by many, some with timeouts
gate = threading.Event()
target = threading.Thread(target=gate.wait)
target.start()
joined = []


def join(k):
    while target.is_alive():
        target.join(0.0005 if k % 2 else None)
    joined.append(k)


joiners = [threading.Thread(target=join, args=(k,)) for k in range(20)]
for t in joiners:
    t.start()
gate.set()
for t in joiners:
    t.join()
print(sorted(joined) == list(range(20)))

# pools whose tasks use pools
with concurrent.futures.ThreadPoolExecutor(4) as outer:

    def nested(n):
        with concurrent.futures.ThreadPoolExecutor(2) as inner:
            return sum(inner.map(lambda x: x * n, range(10)))

    print(sum(outer.map(nested, range(ROUNDS))) == 45 * sum(range(ROUNDS)))

# one pool fed by many threads, futures watched by others
with concurrent.futures.ThreadPoolExecutor(4) as pool:
    called, results = [], []

    def feed(k):
        futures = [pool.submit(pow, i, 2) for i in range(ROUNDS)]
        for f in futures:
            f.add_done_callback(lambda f: called.append(f.result()))
        done, pending = concurrent.futures.wait(futures)
        assert not pending
        for f in concurrent.futures.as_completed(futures):
            results.append(f.result())

    feeders = [threading.Thread(target=feed, args=(k,)) for k in range(6)]
    for t in feeders:
        t.start()
    for t in feeders:
        t.join()
print(len(called), len(results), sum(called) == sum(results) == 6 * sum(i * i for i in range(ROUNDS)))

# futures cancelled, completed and waited for by different threads
for _ in range(ROUNDS):
    future = concurrent.futures.Future()
    outcomes = []

    def wait_for():
        try:
            outcomes.append(future.result(5))
        except concurrent.futures.CancelledError:
            outcomes.append("cancelled")

    def cancel():
        future.cancel()

    def complete():
        try:
            if future.set_running_or_notify_cancel():
                future.set_result("done")
        except concurrent.futures.InvalidStateError:
            pass

    threads = [threading.Thread(target=f) for f in (wait_for, cancel, complete, wait_for)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    assert outcomes in (["done"] * 2, ["cancelled"] * 2), outcomes
print("futures agreed")


# thread-local data: one per thread, dropped with it, also by subclasses
class Local(threading.local):
    made = 0

    def __init__(self, start):
        self.value = start


class Payload:
    alive = 0

    def __init__(self):
        with lock:
            Payload.alive += 1

    def __del__(self):
        with lock:
            Payload.alive -= 1


local = Local(7)


def personal(k):
    assert local.value == 7
    local.value = k
    local.payload = Payload()
    local.cycle = [local.payload]
    for _ in range(50):
        assert local.value == k
    local.__dict__["x"] = k
    assert local.x == k


for _ in range(ROUNDS):
    threads = [threading.Thread(target=personal, args=(k,)) for k in range(8)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
del t, threads
print(local.value, hasattr(local, "payload"), Payload.alive)

# timers started and cancelled
fired = []
timers = [threading.Timer(0.001 if k % 2 else 60, fired.append, (k,)) for k in range(ROUNDS)]
for t in timers:
    t.start()
for t in timers[::2]:
    t.cancel()
for t in timers:
    t.join()
print(sorted(fired) == list(range(1, ROUNDS, 2)))
