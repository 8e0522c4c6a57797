"""The same total work split over N threads: scaling_program.py KIND THREADS ITEMS prints the seconds it took; without arguments, the
kinds on a line and those that contend by nature on another."""
import queue
import sys
import threading
import time

SHARED_LIST = list(range(1000))
SHARED_DICT = {n: n * 2 for n in range(1000)}


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def sum(self):
        return self.x + self.y


SHARED_POINT = Point(3, 4)
LOCK = threading.Lock()


def arithmetic(n):
    total = 0
    for i in range(n):
        total = (total * 31 + i) % 1000003
    return total


def float_arithmetic(n):
    total = 0.0
    for i in range(n):
        total = total * 0.5 + i
    return total


def allocation(n):
    last = None
    for i in range(n):
        last = Point(i, last is None)
    return last.x


def lists(n):
    last = None
    for i in range(n):
        last = [[i, i + 1], i + 2]
    return last


def dropped_items(n):
    rows = []
    for i in range(n):
        rows.append([i, i + 1])
        if len(rows) == 100:
            rows.clear()
    return rows


def strings(n):
    total = 0
    for i in range(n):
        total += len(str(i) + "x")
    return total


def shared_list(n):
    total = 0
    for i in range(n):
        total += SHARED_LIST[i % 1000]
    return total


def shared_dict(n):
    total = 0
    for i in range(n):
        total += SHARED_DICT[i % 1000]
    return total


def shared_attributes(n):
    total = 0
    for _ in range(n):
        total += SHARED_POINT.x
    return total


def shared_methods(n):
    total = 0
    for _ in range(n):
        total += SHARED_POINT.sum()
    return total


def closures(n):
    def add(a):
        return lambda b: a + b
    total = 0
    for i in range(n):
        total = add(total)(i)
    return total


def generators(n):
    return sum(i for i in range(n))


def exceptions(n):
    caught = 0
    for i in range(n):
        try:
            raise ValueError(i)
        except ValueError:
            caught += 1
    return caught


def own_dict(n):
    counts = {}
    for i in range(n):
        counts[i & 255] = counts.get(i & 255, 0) + 1
    return len(counts)


def lock_handoff(n):
    for _ in range(n):
        with LOCK:
            pass


def queue_handoff(n):
    own = queue.SimpleQueue()
    for i in range(n):
        own.put(i)
        own.get()


# How many of its steps are an item, so that each kind takes a quarter of a second or more for four million.
KINDS = {arithmetic: 14, float_arithmetic: 40, allocation: 5, lists: 2, dropped_items: 2, strings: 3, shared_list: 20, shared_dict: 15, shared_attributes: 20,
         shared_methods: 7, closures: 2, generators: 3, exceptions: 1, own_dict: 3, lock_handoff: 2, queue_handoff: 2}
CONTENDING = [lock_handoff]          # all threads want the same lock all the time


def main():
    if len(sys.argv) == 1:
        print(*(kind.__name__ for kind in KINDS))
        print(*(kind.__name__ for kind in CONTENDING))
        return
    work, steps = {kind.__name__: (kind, steps) for kind, steps in KINDS.items()}[sys.argv[1]]
    threads, items = int(sys.argv[2]), int(sys.argv[3])
    start = time.perf_counter()
    workers = [threading.Thread(target=work, args=(items * steps // threads,)) for _ in range(threads)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    print(time.perf_counter() - start)


if __name__ == "__main__":
    main()
