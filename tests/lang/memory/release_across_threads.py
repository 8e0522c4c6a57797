# Objects made in one thread and released in another die, promptly enough, and exactly once.
import gc
import threading

lock = threading.Lock()
made = died = 0


class Tracked:
    def __init__(self, payload):
        global made
        self.payload = payload
        with lock:
            made += 1

    def __del__(self):
        global died
        with lock:
            died += 1


shared = [None] * 16
barrier = threading.Barrier(4)


def work(seed):
    barrier.wait()
    x = seed
    for i in range(3000):
        x = (x * 1103515245 + 12345) & 0x7FFFFFFF
        at = (x >> 8) % len(shared)
        kind = (x >> 4) & 3
        if kind == 0:
            shared[at] = Tracked(i)
        elif kind == 1:
            shared[at] = Tracked(shared[(at + 1) % len(shared)])
        elif kind == 2:
            other = shared[at]
            shared[(at + 5) % len(shared)] = other
        else:
            cycle = Tracked(None)
            cycle.payload = cycle


threads = [threading.Thread(target=work, args=(s,)) for s in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
for i in range(len(shared)):
    shared[i] = None
del t, threads
for _ in range(5):
    gc.collect()
print(made == died, made > 4000)
