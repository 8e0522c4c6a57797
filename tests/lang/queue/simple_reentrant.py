# SimpleQueue: put from finalizers and from within get's caller; weak references; unbounded growth and order.
import gc
import queue
import threading
import weakref

q = queue.SimpleQueue()


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        q.put(self.name)


for n in range(3):
    Noisy(n)
gc.collect()
print([q.get(timeout=5) for _ in range(3)])
cycle = Noisy("cycle")
cycle.self = cycle
del cycle
gc.collect()
print(q.get(timeout=5))

for n in range(1000):
    q.put(n)
print(q.qsize(), [q.get() for _ in range(1000)] == list(range(1000)), q.empty())

ref = weakref.ref(q)
other = queue.SimpleQueue()
other.put(q)
del q
same = ref() is other.get()
print(same, ref())


class Held:
    pass


keeper = queue.SimpleQueue()
held = Held()
ref = weakref.ref(held)
keeper.put(held)
del held
print(ref() is not None)
keeper.get()
gc.collect()
print(ref())
keeper.put(Held())
del keeper

numbers = queue.SimpleQueue()
sums = []


def summer():
    total = 0
    while (n := numbers.get()) is not None:
        total += n
    sums.append(total)


threads = [threading.Thread(target=summer) for _ in range(4)]
for t in threads:
    t.start()
for n in range(500):
    numbers.put(n)
for _ in threads:
    numbers.put(None)
for t in threads:
    t.join()
print(sum(sums), len(sums), queue.SimpleQueue[int] is not None)
