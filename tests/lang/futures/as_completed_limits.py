# as_completed: order of ending, done ones first, time limits and their message, duplicates, early exit.
import threading
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor, TimeoutError, as_completed

done = [Future() for _ in range(3)]
for n, f in enumerate(done):
    f.set_result(n)
print(sorted(f.result() for f in as_completed(done)), list(as_completed([])))
same = Future()
same.set_result("x")
print([f.result() for f in as_completed([same, same, same])])

pending = [Future() for _ in range(3)]
try:
    for f in as_completed(done[:1] + pending, timeout=0.02):
        print("yielded", f.result())
except TimeoutError as e:
    print("TimeoutError:", e)
try:
    list(as_completed(pending, timeout=0))
except TimeoutError as e:
    print("TimeoutError:", e)

order = []
thread = threading.Thread(target=lambda: [pending[n].set_result(n) for n in (2, 0, 1)])
waiting = as_completed(pending)
thread.start()
thread.join()
print(sorted(f.result() for f in waiting))

gates = [threading.Event() for _ in range(4)]


def task(n):
    gates[n].wait(10)
    if n + 1 < len(gates):
        gates[n + 1].set()
    return n


with ThreadPoolExecutor(4) as pool:
    futures = {pool.submit(task, n): n for n in range(4)}
    results = as_completed(futures)
    gates[0].set()
    print([futures[f] == f.result() for f in results])

    blocked = threading.Event()
    early = pool.submit(lambda: "early")
    late = pool.submit(blocked.wait, 10)
    for f in as_completed([early, late]):
        print(f.result())
        break
    blocked.set()
    bad = [pool.submit(int, text) for text in ("1", "?", "3")]
    print(sorted(type(f.exception()).__name__ if f.exception() else str(f.result()) for f in as_completed(bad)))

c = Future()
c.cancel()
c.set_running_or_notify_cancel()
for f in as_completed([c]):
    try:
        f.result()
    except CancelledError:
        print("cancelled", f is c)
