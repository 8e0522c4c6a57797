"""The same total work split over N threads: python scaling_program.py KIND THREADS ITEMS prints the seconds it took."""
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
    total = 0
    for i in range(n // 10):
        total += len([i, i + 1, i + 2, i + 3])
    return total


def strings(n):
    total = 0
    for i in range(n // 10):
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
    for i in range(n // 4):
        total = add(total)(i)
    return total


def generators(n):
    return sum(i for i in range(n))


def exceptions(n):
    caught = 0
    for i in range(n // 10):
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
    for _ in range(n // 20):
        with LOCK:
            pass


def queue_handoff(n):
    own = queue.SimpleQueue()
    for i in range(n // 20):
        own.put(i)
        own.get()


KINDS = [arithmetic, float_arithmetic, allocation, lists, strings, shared_list, shared_dict, shared_attributes, shared_methods,
         closures, generators, exceptions, own_dict, lock_handoff, queue_handoff]


def main():
    if len(sys.argv) == 1:
        print(*(kind.__name__ for kind in KINDS))
        return
    work = {kind.__name__: kind for kind in KINDS}[sys.argv[1]]
    threads, items = int(sys.argv[2]), int(sys.argv[3])
    start = time.perf_counter()
    workers = [threading.Thread(target=work, args=(items // threads,)) for _ in range(threads)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    print(time.perf_counter() - start)


if __name__ == "__main__":
    main()
