# A Condition over a lock written in Python.
import threading

log = []


class Lock:
    def __init__(self):
        self.inner = threading.Lock()

    def acquire(self, *args):
        log.append("acquire")
        return self.inner.acquire(*args)

    def release(self):
        log.append("release")
        self.inner.release()

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *args):
        self.release()


c = threading.Condition(Lock())
with c:
    print(c.wait(0.01))
print(log)
try:
    threading.Condition(1)
except AttributeError as e:
    print(e)
c = threading.Condition()
items = []


def consumer(n):
    for _ in range(n):
        with c:
            c.wait_for(lambda: items)
            items.pop()
            c.notify_all()


ts = [threading.Thread(target=consumer, args=(20,)) for _ in range(3)]
[t.start() for t in ts]
for i in range(60):
    with c:
        c.wait_for(lambda: len(items) < 2)
        items.append(i)
        c.notify_all()
[t.join() for t in ts]
print(items)
with c:
    for bad in ("x",):
        try:
            c.wait(bad)
        except (TypeError, OverflowError) as e:
            print(type(e).__name__, e)


class Counting(threading.Condition):
    waits = 0

    def wait(self, timeout=None):
        self.waits += 1
        return super().wait(timeout)


k = Counting(threading.Lock())
with k:
    print(k.wait_for(lambda: k.waits == 3, timeout=None) if False else k.wait(0.001), k.waits)
print(repr(k).startswith("<Condition(<unlocked _thread.lock object at"))
