# Operations on shared lists, heaps and deques that CPython does in one step: no reader sees a half of one.
# test: timeout=60
import bisect
import collections
import heapq
import os
import sys
import threading

SHORT = os.environ.get("PORTALIS_STRESS") == "short"
WORKERS, ROUNDS = (3, 40) if SHORT else (4, 600)
sys.setswitchinterval(1e-4)


def together(*bodies):
    """Runs the bodies at once; those that take a flag go on until the others have ended."""
    gate = threading.Barrier(len(bodies))
    done = threading.Event()
    faults = []

    def run(body):
        gate.wait()
        try:
            body(done) if body.__code__.co_argcount else body()
        except BaseException as e:
            faults.append(repr(e))

    threads = [threading.Thread(target=run, args=(b,)) for b in bodies]
    for t in threads:
        t.start()
    for t, b in zip(threads, bodies):
        if not b.__code__.co_argcount:
            t.join()
    done.set()
    for t in threads:
        t.join()
    return faults


# Items that only change places are always found, and what sums up a list sees all of it.
items = list(range(60))
missed = []


def look(done):
    while not done.is_set():
        for x in (0, 30, 59):
            if x not in items:
                missed.append(x)
        if sum(items) != 1770 or min(items) != 0 or max(items) != 59:
            missed.append("sum")
        items[-1], items[5]
        if items.count(30) != 1 or items.index(30) < 0:
            missed.append("count")
        if "30" not in repr(items):
            missed.append("repr")


def only_moves():
    for i in range(ROUNDS):
        items.reverse()
        items.sort()
        items.sort(reverse=True)
        items[:] = sorted(items)
        items[::2] = items[::2]


print("moves", together(only_moves, look, look), missed[:3], items == list(range(60)))

# Sorting numbers, texts and tuples is one step: nobody finds the list empty or is told that it changed.
for name, values in (
    ("tuples", [(i % 7, str(i)) for i in range(80)]),
    ("mixed numbers", [i / 3 if i % 2 else i for i in range(80)]),
    ("big", [10**20 * (i % 11) + i for i in range(80)]),
    ("bytes", [bytes([i]) for i in range(80)]),
):
    shared = list(values)
    wrong = []

    def sort_them():
        for i in range(ROUNDS // 4):
            shared.sort(reverse=bool(i % 2))

    def append_and_pop():
        for i in range(ROUNDS // 4):
            shared.append(values[0])
            shared.remove(values[0])

    def check(done):
        while not done.is_set():
            if not 80 <= len(shared) <= 81 or values[40] not in shared:
                wrong.append(len(shared))

    print("sort", name, together(sort_them, append_and_pop, check), wrong[:3], sorted(shared) == sorted(values))

# Slices: all of the old or all of the new, and deletions from the end never miss.
blocks = [0] * 50
torn = []


def assign(k):
    def body():
        for i in range(ROUNDS):
            blocks[:] = [k] * 50
    return body


def uniform(done):
    while not done.is_set():
        for seen in (blocks[:], list(blocks), set(blocks), tuple(blocks), blocks + [], sorted(blocks)):
            if len(set(seen)) != 1 or len(seen) not in (1, 50):
                torn.append(seen)


print("slices", together(assign(1), assign(2), uniform), torn[:1], len(blocks))
stack = list(range(WORKERS * ROUNDS))


def delete_last():
    for i in range(ROUNDS):
        del stack[-1]


print("del [-1]", together(*[delete_last] * WORKERS), stack)
stack = list(range(2 * WORKERS * ROUNDS))


def delete_slice():
    for i in range(ROUNDS):
        del stack[-2:]


print("del [-2:]", together(*[delete_slice] * WORKERS), stack)
grown = [0]


def extend_end():
    for i in range(ROUNDS):
        grown[len(grown):] = [1, 2]


def read_last(done):
    while not done.is_set():
        grown[-1]


print("grow", together(*[extend_end] * WORKERS, read_last), len(grown) > 2 * ROUNDS)

# Heaps and sorted lists without a lock
heap = []
popped = [[] for _ in range(WORKERS)]


def push(k):
    def body():
        for i in range(ROUNDS):
            heapq.heappush(heap, ((i * 7919 + k) % 1000, k, i))
    return body


def pop(k):
    def body():
        for i in range(ROUNDS):
            popped[k].append(heapq.heappop(heap))
    return body


print("heappush", together(*[push(k) for k in range(WORKERS)]), len(heap), all(heap[(i - 1) // 2] <= heap[i] for i in range(1, len(heap))))
print("heappop", together(*[pop(k) for k in range(WORKERS)]), heap, all(p == sorted(p) for p in popped), len({x for p in popped for x in p}))
heap = list(range(100))


def turn_over(k):
    def body():
        for i in range(ROUNDS):
            heapq.heappushpop(heap, 100 + i * WORKERS + k)
            heapq.heapreplace(heap, heap[0])
    return body


print("heapreplace", together(*[turn_over(k) for k in range(WORKERS)]), len(heap), all(heap[(i - 1) // 2] <= heap[i] for i in range(1, len(heap))))
ordered = []


def insert_sorted(k):
    def body():
        for i in range(ROUNDS // 2):
            bisect.insort(ordered, (i * 31 + k) % 997)
    return body


print("insort", together(*[insert_sorted(k) for k in range(WORKERS)]), len(ordered), ordered == sorted(ordered))

# Deques: searching, counting and copying while others turn them round
ring = collections.deque(range(40), maxlen=40)
lost = []


def rotate():
    for i in range(ROUNDS):
        ring.rotate(3)
        ring.reverse()
        ring.rotate(-1)


def search(done):
    while not done.is_set():
        if 17 not in ring or ring.count(17) != 1 or sum(ring) != 780 or len(list(ring)) != 40 or sorted(ring)[17] != 17:
            lost.append(list(ring))
        ring[-1], ring[0], ring.index(20)


print("deque", together(rotate, rotate, search), lost[:1], sorted(ring) == list(range(40)))
bag = collections.deque()


def fill_and_remove(k):
    def body():
        for i in range(ROUNDS):
            bag.append((k, i))
            bag.appendleft((k, -1 - i))
            bag.remove((k, i))
            list(bag)
    return body


print("remove", together(*[fill_and_remove(k) for k in range(WORKERS)]), len(bag))
