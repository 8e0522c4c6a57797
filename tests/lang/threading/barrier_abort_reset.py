# Barrier: abort and reset with threads inside, time limits, repr, subclassing, wrong arguments.
import threading
import time


def gather(barrier, n, timeout=None):
    seen = []
    lock = threading.Lock()

    def body():
        try:
            value = barrier.wait(timeout)
            with lock:
                seen.append("index" if isinstance(value, int) else value)
        except threading.BrokenBarrierError:
            with lock:
                seen.append("broken")

    threads = [threading.Thread(target=body) for _ in range(n)]
    for t in threads:
        t.start()
    return threads, seen


def until(condition):
    while not condition():
        time.sleep(0.001)


b = threading.Barrier(3)
threads, seen = gather(b, 2)
until(lambda: b.n_waiting == 2)
b.abort()
for t in threads:
    t.join()
print(seen, b.broken)
b.reset()
threads, seen = gather(b, 3)
for t in threads:
    t.join()
print(seen, b.broken)
threads, seen = gather(b, 2)
until(lambda: b.n_waiting == 2)
b.reset()
for t in threads:
    t.join()
print(seen, b.broken, b.n_waiting)
threads, seen = gather(b, 2, 0.02)
for t in threads:
    t.join()
print(seen, b.broken)
b.reset()
default = threading.Barrier(2, timeout=0.02)
try:
    default.wait()
except threading.BrokenBarrierError:
    print("default time limit", default.broken)
print(repr(threading.Barrier(2)).split(": ")[1], repr(default).split(": ")[1], repr(default).startswith("<threading.Barrier at 0x"))
for bad in (0, -1):
    try:
        threading.Barrier(bad)
        print("made", bad)
    except ValueError as e:
        print(type(e).__name__, e)
print(issubclass(threading.BrokenBarrierError, RuntimeError), threading.BrokenBarrierError.__module__)
one = threading.Barrier(1, action=lambda: print("alone"))
print(one.wait(), one.wait())
