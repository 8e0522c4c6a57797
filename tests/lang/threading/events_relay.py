# Events as a relay: each runner waits for its predecessor; clear and set again; time limits and return values.
import threading
import time

runners = 5
gates = [threading.Event() for _ in range(runners + 1)]
order = []


def run(lane):
    for lap in range(3):
        gates[lane].wait()
        gates[lane].clear()
        order.append((lap, lane))
        gates[lane + 1 if lane + 1 < runners else runners].set()
        if lane + 1 == runners and lap < 2:
            gates[runners].clear()
            gates[0].set()


threads = [threading.Thread(target=run, args=(lane,)) for lane in range(runners)]
for t in threads:
    t.start()
print(gates[0].is_set(), gates[runners].wait(0.01))
gates[0].set()
for t in threads:
    t.join()
print(order)
print(gates[runners].is_set(), gates[runners].wait(), gates[runners].wait(0))

e = threading.Event()
started = time.monotonic()
print(e.wait(0.02), 0.015 < time.monotonic() - started < 2)
print(e.wait(-1), e.wait(0))
woken = []
waiters = [threading.Thread(target=lambda: woken.append(e.wait(10))) for _ in range(8)]
for t in waiters:
    t.start()
e.set()
e.clear()
time.sleep(0.01)
e.set()
for t in waiters:
    t.join()
print(woken)
print("set" in repr(e), repr(e).startswith("<threading.Event at 0x"))
e.clear()
print("unset" in repr(e))
