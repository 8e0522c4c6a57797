# A pool of resources guarded by a semaphore: every resource is used by one thread at a time, and all come back.
import threading
import time


class Pool:
    def __init__(self, resources):
        self.free = list(resources)
        self.slots = threading.Semaphore(len(self.free))
        self.lock = threading.Lock()
        self.uses = dict.fromkeys(self.free, 0)

    def __enter__(self):
        self.slots.acquire()
        with self.lock:
            resource = self.free.pop()
            self.uses[resource] += 1
        self.local.resource = resource
        return resource

    def __exit__(self, *exc):
        with self.lock:
            self.free.append(self.local.resource)
        self.slots.release()
        return exc[0] is LookupError

    local = threading.local()


pool = Pool("ABC")
users = {}
clashes = []


def worker(n):
    for i in range(30):
        with pool as r:
            if users.setdefault(r, n) != n:
                clashes.append((r, n))
            if i % 10 == 9:
                del users[r]
                raise_it = LookupError
                raise raise_it(r)
            del users[r]


def forgiving(n):
    for _ in range(4):
        try:
            worker(n)
        except Exception as e:
            clashes.append(e)


threads = [threading.Thread(target=forgiving, args=(n,)) for n in range(5)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(clashes, sorted(pool.free), sum(pool.uses.values()))

s = threading.Semaphore(0)
print(s.acquire(blocking=False), s.acquire(timeout=0.01))
got = []
waiters = [threading.Thread(target=lambda: got.append(s.acquire())) for _ in range(3)]
for t in waiters:
    t.start()
s.release(2)
while len(got) < 2:
    time.sleep(0.001)
print(got)
s.release()
for t in waiters:
    t.join()
print(got, s.acquire(False))
for call in (lambda: s.release(0), lambda: threading.Semaphore(-1), lambda: s.acquire(False, 1)):
    try:
        call()
    except ValueError as e:
        print(e)
with threading.Semaphore(1) as entered:
    print(entered)
